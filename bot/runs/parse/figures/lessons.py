"""Reads the lessons of a programme for beginners: W5R3, week 5 run 3, run 3 of week 5."""

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.words.labels import Meanings, any_of

_MOST_WEEKS, _MOST_RUNS = 26, 7
_SHORTEST = 2
"""Letters of a word for a week that may stand behind its run: "run 3 wk 5", but not "3 w 5"."""

_SPELLED = 3
_WEEK, _RUN = any_of("program_week"), any_of("program_run")
_A_RUN = any_of("program_run", "run_word", "run_thing")
_OF, _DAY = any_of("of"), any_of("day_unit")
_PROGRAMME, _COUNTED = any_of("program_done", "course_of_running"), any_of("split_first", "last")
_BETWEEN = frozenset((",", "-", ":", "/", ".", "\n"))
"""Marks that may stand between the week and the run: "Week 4, run 2"."""

_SMALL = any_of("article", "determiner", "adjective", "of")
_OF_RUNNING = any_of(
    "course_of_running",
    "program_done",
    "run_noun",
    "run_word",
    "run_past",
    "prescribed",
    "kinds.race",
)
_NEAR = 4
_A_LESSON = Meanings({"program_done": 0.0, "lesson": 0.0})
_A_MERE_DAY = Meanings({"program_done": 0.0, "lesson_day": 0.0})


def read_lesson(source: Source, at: int) -> Quantity | None:
    """A lesson that begins at `at`; one that may be a day of anything else is told by "lesson_day"."""
    if source.labels[at] & _WEEK:
        return _week_first(source, at) or _of_a_week(source, at)
    return _run_first(source, at)


def _week_first(source: Source, at: int) -> Quantity | None:
    """The week before the run: "W5R3", "week 5, run 3"."""
    week = _count(source, at + 1, _MOST_WEEKS)
    run = at + 1 + week
    run += source.texts[run] in _BETWEEN
    if not week or not source.labels[run] & _RUN:
        return None
    lesson = _count(source, run + 1, _MOST_RUNS)
    if not lesson or _is_cut_apart(source, run + 1 + lesson):
        return None
    behind = run + 1 + lesson
    return _lesson(source, behind - at, behind, day=_is_a_mere_day(source, at, run))


def _of_a_week(source: Source, at: int) -> Quantity | None:
    """The week behind a run that is counted in another word: "the second run [of] week 3"."""
    if not source.labels[at - 1] & _OF or not source.labels[at - 2] & _A_RUN:
        return None
    week = _count(source, at + 1, _MOST_WEEKS)
    day = source.labels[at - 2] & _DAY != 0
    return _lesson(source, 1 + week, at + 1 + week, day=day) if week else None


def _run_first(source: Source, at: int) -> Quantity | None:
    """The run before its week: "run 3 of week 5"."""
    lesson = _count(source, at + 1, _MOST_RUNS)
    if (programme := _of_a_programme(source, at, lesson)) is not None:
        return programme
    week = at + 1 + lesson
    week += source.labels[week] & _OF != 0
    if not lesson or not source.labels[week] & _WEEK or len(source.texts[week]) < _SHORTEST:
        return None
    count = _count(source, week + 1, _MOST_WEEKS)
    if not count:
        return None
    behind = week + 1 + count
    return _lesson(source, behind - at, behind, day=_is_a_mere_day(source, week, at))


def _of_a_programme(source: Source, at: int, lesson: int) -> Quantity | None:
    """A run of a whole programme: "day 1 of couch to 5k", "first session of c25k"."""
    of = at + 1 + lesson
    programme = of + 1 + (source.labels[of + 1] & _SMALL != 0)
    if not source.labels[of] & _OF or not source.labels[programme] & _PROGRAMME:
        return None
    if not source.labels[at] & _RUN or not (lesson or source.labels[at - 1] & _COUNTED):
        return None
    return Quantity(Measure.OTHER, 0, programme + 1 - at, meanings=_A_LESSON)


def _lesson(source: Source, width: int, behind: int, *, day: bool) -> Quantity | None:
    if _is_of_something_else(source, behind):
        return None
    return Quantity(Measure.OTHER, 0, width, meanings=_A_MERE_DAY if day else _A_LESSON)


def _count(source: Source, at: int, most: int) -> int:
    """How many lexemes tell a whole number of weeks or runs there; 0 when none does."""
    numeral = source.numeral(at) if at < len(source.lexemes) else None
    if numeral is None or numeral.form is not Form.WHOLE or not 1 <= numeral.value <= most:
        return 0
    return numeral.width


def _is_cut_apart(source: Source, at: int) -> bool:
    """Whether the number goes on as a figure of its own: "week 3 run 5k"."""
    return "distance_unit" in source.meanings[at] or "time_unit" in source.meanings[at]


def _is_a_mere_day(source: Source, week: int, run: int) -> bool:
    """Whether it is spelled out as a week and a day, as those of a diet are, too."""
    return bool(source.labels[run] & _DAY) and len(source.texts[week]) >= _SPELLED


def _is_of_something_else(source: Source, at: int) -> bool:
    """Whether it is told of what, and that is no programme for running: "week 3 day 2 of the diet"."""
    if not source.labels[at] & _OF:
        return False
    end = at + 1
    while end < at + _NEAR and source.labels[end] & _SMALL:
        end += 1
    return not any(labels & _OF_RUNNING for labels in source.labels[end : end + 2])


LESSONS = Reader(any_of("program_week", "program_run"), read_lesson)
