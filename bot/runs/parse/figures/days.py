"""Reads when a run was: yesterday, on Monday, two days ago, 12 Nov, 15/11, 2026-11-14."""

from datetime import date

from bot.runs.parse.figures.dates import (
    date_in_figures,
    day_of,
    day_then_month,
    has_unit,
    month_then_day,
    nearest,
    ordinal_then_month,
)
from bot.runs.parse.figures.days_away import ago_behind, days_ago, days_ahead
from bot.runs.parse.figures.last_week import day_of_last_week, is_headed_as_last_week
from bot.runs.parse.figures.month_days import day_of_month, numbered_day, weekday_of_month
from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.words.labels import Meanings, any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK

_NEAR = 61
"""Days within which a weekday and a date in figures are taken for one day where they agree."""

_SHORT = Meanings({"weekday": 0.0, "over": 0.0})
_YESTERDAY, _OF_THE_YEAR = Meanings({"day": -1.0}), Meanings({"day_number": 0.0})
_FARTHEST_IN_A_DAY = 25
_FIRST_MONTHS = 2
_SUMMED = any_of("about", "total", "so_far")
_SHORTEST_LIST = 7
_SHORTENED = 5
_PARTS_A_LIST = frozenset((",", ";", "/", ":", "\n"))
_ENDS = frozenset((".", "!", "\n"))
_OFF = any_of("rest")
_TOLD = any_of("run_past", "strong_did", "copula")
_FOLLOWING = any_of("ago_unit", "day_unit", "month", "ordinal", "of")
_NAMES = any_of(
    *(
        "day",
        "weekday",
        "weekdays",
        "short_weekday",
        "last_week",
        "week_before",
        "ago_lead",
        "month",
        "split_first",
        "ytd",
        "letter_day",
        "holiday",
        "day_lead",
    )
)
_NUMBERS = FIGURE | any_of("number")
_RUN_OF_A_DAY = FIGURE | any_of("number", "run_noun", "run_word", "kinds", "named", "effort_of")
_LEADS_TO_A_BUNCH = any_of("determiner", "companion", "including")
_GONE = any_of("gone_by")
_ARTICLE = any_of("article")
_CALM = any_of("interjection", "opener")
_ON = any_of("on")


def read_day(source: Source, at: int) -> Quantity | None:
    """A day at `at` as days from today (negative: past), or None."""
    carried = source.labels[at]
    if carried & _NAMES and (named := _named(source, at)):
        return named
    numeral = source.numeral(at) if carried & _NUMBERS else None
    if numeral is not None:
        if _is_plain(source, at, numeral):
            return None
        counted = (source, at, numeral.value, numeral.width)
        return days_ago(*counted) or days_ahead(*counted) or date_in_figures(source, at, numeral)
    return days_ago(source, at, 1, 1) if carried & _ARTICLE else None


DATED = Reader(_NAMES | _NUMBERS | _ARTICLE, read_day)


def _is_plain(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether nothing behind a number, as in most posts, could make a day of it."""
    end = at + numeral.width
    if source.labels[end] & _FOLLOWING or source.texts[end] == ".":
        return False
    form = numeral.form
    if form is Form.DECIMAL:
        return not source.labels[at - 1] & _ON
    return form is Form.WHOLE or form is Form.CLOCK


def _named(source: Source, at: int) -> Quantity | None:
    """A day that begins with a word: yesterday, Monday, vor zwei Tagen, November 12."""
    meanings = source.meanings[at]
    if is_headed_as_last_week(source, at) and (day := day_of_last_week(source, at)):
        return day
    if "week_before" in meanings and "weekday" in source.meanings[at + 1]:
        return _last_but_one(source, at + 1)
    if "day" in meanings:
        return Quantity(Measure.DAY, meanings["day"], 1, meanings=meanings)
    if "weekday" in meanings:
        if "before_last" in source.meanings[at + 1]:
            return _last_but_one(source, at)
        if "bunch" in source.meanings[at + 1] and source.labels[at - 1] & _LEADS_TO_A_BUNCH:
            return None  # "with the Tuesday crew"
        if source.labels[at - 1] & _ARTICLE and at > 1 and source.labels[at - 2] & _ON:
            return _as_a_sentence(source, at)  # "10k on a Sunday in about 55 min" is of many
        dated = weekday_of_month(source, at) or _weekday_and_date(source, at)
        return dated or _of_last_week(source, at, at + 1) or _weekday(source, at)
    if "weekdays" in meanings and _is_of_one_day(source, at):
        days = (source.now.weekday() - int(meanings["weekdays"])) % 7
        return Quantity(Measure.DAY, -days, 1, meanings={"weekday": meanings["weekdays"]})
    if "short_weekday" in meanings and _heads_a_day(source, at):
        days = (source.now.weekday() - int(meanings["short_weekday"])) % 7
        return Quantity(Measure.DAY, -days, 1, meanings=_SHORT)
    if "letter_day" in meanings and _is_listed_by_letters(source, at):
        return _by_its_letter(source, at)
    if "holiday" in meanings:
        return _last_holiday(source, at)
    if "ytd" in meanings:
        return _yesterday(source, at)
    if "last_week" in meanings:
        return _of_last_week(source, at + 1, at)
    if "ago_lead" in meanings and (ago := ago_behind(source, at)):
        return ago
    if "split_first" in meanings:
        return ordinal_then_month(source, at) or day_of_month(source, at)
    if "day_lead" in meanings:
        return numbered_day(source, at)
    return month_then_day(source, at) if "month" in meanings else None


def _yesterday(source: Source, at: int) -> Quantity | None:
    """The day that Singapore means by "3km ytd", which is too little for a year to date."""
    if (
        at < 2
        or source.now.month <= _FIRST_MONTHS
        or source.meanings[at - 1].get("distance_unit") != 1000
    ):
        return None
    if (source.labels[at - 3] | source.labels[at + 1]) & _SUMMED:
        return None
    far = source.numeral(at - 2)
    few = far is not None and far.value <= _FARTHEST_IN_A_DAY
    return Quantity(Measure.DAY, -1, 1, meanings=_YESTERDAY) if few else None


def _last_holiday(source: Source, at: int) -> Quantity | None:
    """A holiday that was less than two months ago, behind its "on": "a 5k on Halloween", but no "Halloween 5k"."""
    if not source.labels[at - 1] & _ON:
        return None
    today = source.now.date()
    month, day = divmod(int(source.meanings[at]["holiday"]), 100)
    then = date(today.year, month, day)
    away = ((then if then <= today else date(today.year - 1, month, day)) - today).days
    return Quantity(Measure.DAY, away, 1, meanings=_OF_THE_YEAR) if -away < _NEAR else None


def _by_its_letter(source: Source, at: int) -> Quantity:
    weekday = source.meanings[at]["letter_day"]
    days = (source.now.weekday() - int(weekday)) % 7
    return Quantity(Measure.DAY, -days, 1, meanings={"weekday": weekday})


def _is_listed_by_letters(source: Source, at: int) -> bool:
    """Whether a post ends with the unit of a list of days by their letters: "M 4, T 6, W off (miles)"."""
    end = len(source.lexemes) - 1
    if end < _SHORTEST_LIST or source.texts[end] != ")" or source.texts[end - 2] != "(":
        return False
    if source.meanings[end - 1].get("distance_unit", 0.0) < 1000:
        return False
    begins = at == 0 or source.texts[at - 1] in _PARTS_A_LIST
    return begins and bool(source.labels[at + 1] & (FIGURE | _OFF))


def _last_but_one(source: Source, at: int) -> Quantity:
    """The last such weekday but one: "a week last Sunday", "a week ago Sunday", "the Sunday before last"."""
    weekday = source.meanings[at]["weekday"]
    days = (source.now.weekday() - int(weekday)) % 7 or 7
    return Quantity(Measure.DAY, -days - 7, 2, meanings={"weekday": weekday, "over": 0.0})


def _weekday(source: Source, at: int) -> Quantity:
    """The last such weekday; today's own name means today unless "last" comes before it."""
    meanings = source.meanings[at]
    width = 1 + _has_its_dot(source, at)
    days = (source.now.weekday() - int(meanings["weekday"])) % 7
    last = any("last" in source.meanings[beside] for beside in (at - 1, at, at + 1))
    if last or _is_gone(source, at) or "over" in meanings:
        over = {"weekday": meanings["weekday"], "over": 0.0}  # nor a plan: "this Saturday past"
        return Quantity(Measure.DAY, -days or -7, 1, meanings=over)
    return Quantity(Measure.DAY, -days, width, meanings=meanings)


def _as_a_sentence(source: Source, at: int) -> Quantity | None:
    """A day that is all that a sentence says, which is of the run told beside it: "Ran 10 miles. On a Sunday."."""
    ends = at + 1 == len(source.lexemes) or source.texts[at + 1] in _ENDS
    if not ends or (at > 2 and source.texts[at - 3] not in _ENDS):
        return None
    days = (source.now.weekday() - int(source.meanings[at]["weekday"])) % 7
    return Quantity(Measure.DAY, -days, 1, meanings=_SHORT)


def _has_its_dot(source: Source, at: int) -> bool:
    """Whether a dot only shortens the day that a sentence begins with: "Sat. was 31 with Wes"."""
    behind = at + 2
    if source.texts[at + 1] != "." or len(source.texts[at]) > _SHORTENED:
        return False
    if not source.attached(at + 1) or (at and not source.labels[at - 1] & MARK):
        return False
    return (
        behind < len(source.lexemes)
        and source.texts[behind].isalpha()
        and not (source.lexemes[behind].capital)
    )


def _is_gone(source: Source, at: int) -> bool:
    """Whether a "gone" or "past" ends what is said of the day: "Thursday gone, 8k", not "Thursday past the mill"."""
    if not source.labels[at + 1] & _GONE:
        return False
    return at + 2 >= len(source.lexemes) or source.labels[at + 2] & (MARK | FIGURE) != 0


def _weekday_and_date(source: Source, at: int) -> Quantity | None:
    """A weekday with its date: "Sunday 8 Nov", "Friday, November 13"."""
    behind = at + 1 + (source.texts[at + 1] == ",")
    behind += "determiner" in source.meanings[behind]
    numeral = source.numeral(behind) if behind < len(source.lexemes) else None
    if numeral is not None and numeral.form is Form.SLASH:
        return _weekday_and_pair(source, at, behind)
    date_told = day_then_month(source, behind, numeral) if numeral else None
    if date_told is None and "month" in source.meanings[behind]:
        date_told = month_then_day(source, behind)
    if date_told is None or date_told.measure is not Measure.DAY:
        return None
    width = behind - at + date_told.width
    return Quantity(Measure.DAY, date_told.value, width, meanings=date_told.meanings)


def _weekday_and_pair(source: Source, at: int, behind: int) -> Quantity | None:
    """A weekday with its date in figures, which have to agree: "Mon 16/11", but not "Sun 8/10 effort"."""
    first, slash, second = source.texts[behind].partition("/")
    if not slash or has_unit(source, behind + 1):
        return None
    today, weekday = source.now.date(), source.meanings[at]["weekday"]
    for day, month in ((int(first), int(second)), (int(second), int(first))):
        then = nearest(today, month, day)
        if then is not None and then.weekday() == weekday and abs((then - today).days) <= _NEAR:
            return day_of(source, then, behind + 1 - at)
    return None


def _of_last_week(source: Source, weekday_at: int, week_at: int) -> Quantity | None:
    """A weekday with "last week" before or behind it."""
    weekday = source.meanings[weekday_at].get("weekday")
    if weekday is None or "last_week" not in source.meanings[week_at]:
        return None
    days = source.now.weekday() + 7 - int(weekday)
    return Quantity(Measure.DAY, -days, 2, meanings={"weekday": weekday, "over": 0.0})


def _is_of_one_day(source: Source, at: int) -> bool:
    """Whether what looks like many days is one that a run is of: "mondays run was a swamp"."""
    if sum(["weekdays" in meanings for meanings in source.meanings]) > 1:
        return False
    return source.labels[at + 1] & _RUN_OF_A_DAY != 0


def _heads_a_day(source: Source, at: int) -> bool:
    """Whether a word that is also another is a day: "So 16 km", "Halbmarathon So 2:05", but "So 16 km geschafft".

    With a capital it is one within a sentence as well, or behind a comma before a figure.
    """
    if not source.lexemes[at].capital:
        heads = not at or source.texts[at - 1] == "\n"
        if source.capital_nouns or not heads:
            return False  # "so 16 km", but Dutch writes "zo 16 km" of a Sunday
    if at and not source.labels[at - 1] & MARK:
        return not source.labels[at - 1] & _CALM
    dotted = source.texts[at + 1] == "." and source.attached(at + 1)
    behind = at + 1 + (dotted or source.texts[at + 1] == ":")
    if behind >= len(source.lexemes) or source.numeral(behind) is None:
        return False
    if at and source.texts[at - 1] != "\n":
        return source.texts[at - 1] in _PARTS_A_LIST
    line = source.texts.index("\n", at) if "\n" in source.texts[at:] else len(source.lexemes)
    return not any(carried & _TOLD for carried in source.labels[at:line])
