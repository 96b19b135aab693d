"""Reads when a run was: yesterday, on Monday, two days ago, 12 Nov, 15/11, 2026-11-14."""

from datetime import date, timedelta

from bot.runs.parse.labels import Meanings, any_of
from bot.runs.parse.lexicon import FIGURE, MARK
from bot.runs.parse.month_days import day_of_month, ordinal, weekday_of_month
from bot.runs.parse.numerals import Form, Numeral
from bot.runs.parse.quantities import Measure, Quantity, Reader, Source

_HALF_YEAR = 183
_A_MONTH = 31
"""Days; where dates have no dots, what looks like one is hardly of a run any longer ago."""

_ALL_THE_TIME = (24, 7)
_NEAR = 61
"""Days within which a weekday and a date in figures are taken for one day where they agree."""

_SHORT = Meanings({"weekday": 0.0, "over": 0.0})
_YESTERDAY = Meanings({"day": -1.0})
_FARTHEST_IN_A_DAY = 25
_FIRST_MONTHS = 2
_SUMMED = any_of("about", "total", "so_far")
_SHORTEST_LIST = 7
_PARTS_A_LIST = frozenset((",", ";", "/", ":", "\n"))
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
    )
)
_NUMBERS = FIGURE | any_of("number")
_RUN_OF_A_DAY = FIGURE | any_of("number", "run_noun", "run_word", "kinds", "named", "effort_of")
_LEADS_TO_A_BUNCH = any_of("determiner", "companion", "including")
_GONE = any_of("gone_by")
_ARTICLE = any_of("article")
_ON = any_of("on")
_RACE = any_of("named", "distance_unit")
_GREETING = any_of("greeting", "opener", "crowd")
_LONGEST_GREETING = 4
"""Words and marks."""

_BEFORE_DATES = any_of("on", "weekday", "day", "of")
_MARKS_OF_DATES = frozenset(("\n", "(", "-", ",", "|", ":", ";"))


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
        return _ago(*counted) or _ahead(*counted) or _numeric(source, at, numeral)
    return _ago(source, at, 1, 1) if carried & _ARTICLE else None


DAYS = Reader(_NAMES | _NUMBERS | _ARTICLE, read_day)


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
    if "week_before" in meanings and "weekday" in source.meanings[at + 1]:
        return _of_the_week_before(source, at)
    if "day" in meanings:
        return Quantity(Measure.DAY, meanings["day"], 1, meanings=meanings)
    if "weekday" in meanings:
        if "bunch" in source.meanings[at + 1] and source.labels[at - 1] & _LEADS_TO_A_BUNCH:
            return None  # "with the Tuesday crew"
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
    if "ytd" in meanings:
        return _yesterday(source, at)
    if "last_week" in meanings:
        return _of_last_week(source, at + 1, at)
    if "ago_lead" in meanings and (ago := _ago_behind(source, at)):
        return ago
    if "split_first" in meanings:
        return day_of_month(source, at)
    return _month_first(source, at) if "month" in meanings else None


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


def _of_the_week_before(source: Source, at: int) -> Quantity:
    """The last such weekday but one: "a week last Sunday", "a week ago Sunday"."""
    weekday = source.meanings[at + 1]["weekday"]
    days = (source.now.weekday() - int(weekday)) % 7 or 7
    return Quantity(Measure.DAY, -days - 7, 2, meanings={"weekday": weekday, "over": 0.0})


def _weekday(source: Source, at: int) -> Quantity:
    """The last such weekday; today's own name means today unless "last" comes before it."""
    meanings = source.meanings[at]
    days = (source.now.weekday() - int(meanings["weekday"])) % 7
    last = any("last" in source.meanings[beside] for beside in (at - 1, at + 1))
    if last or _is_gone(source, at) or "over" in meanings:
        return Quantity(Measure.DAY, -days or -7, 1, meanings={**meanings, "over": 0.0})
    return Quantity(Measure.DAY, -days, 1, meanings=meanings)


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
    date_told = _day_then_month(source, behind, numeral) if numeral else None
    if date_told is None and "month" in source.meanings[behind]:
        date_told = _month_first(source, behind)
    if date_told is None or date_told.measure is not Measure.DAY:
        return None
    width = behind - at + date_told.width
    return Quantity(Measure.DAY, date_told.value, width, meanings=date_told.meanings)


def _weekday_and_pair(source: Source, at: int, behind: int) -> Quantity | None:
    """A weekday with its date in figures, which have to agree: "Mon 16/11", but not "Sun 8/10 effort"."""
    first, slash, second = source.texts[behind].partition("/")
    if not slash or _has_unit(source, behind + 1):
        return None
    today, weekday = source.now.date(), source.meanings[at]["weekday"]
    for day, month in ((int(first), int(second)), (int(second), int(first))):
        then = nearest(today, month, day)
        if then is not None and then.weekday() == weekday and abs((then - today).days) <= _NEAR:
            return _quantity(source, then, behind + 1 - at)
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
    """Whether a word that is also another heads a line as a day: "So 16 km", but "So 16 km geschafft"."""
    if (at and source.texts[at - 1] != "\n") or not source.lexemes[at].capital:
        return False
    if source.numeral(at + 1) is None:
        return False
    line = source.texts.index("\n", at) if "\n" in source.texts[at:] else len(source.lexemes)
    return not any(carried & _TOLD for carried in source.labels[at:line])


def _ago(source: Source, at: int, count: float, width: int) -> Quantity | None:
    unit = source.meanings[at + width].get("ago_unit")
    if unit is None or count != int(count) or count > 400:
        return None
    return Quantity(Measure.DAY, -int(count * unit), width + 1)


def _ahead(source: Source, at: int, count: float, width: int) -> Quantity | None:
    """in 2 weeks, om tre veckor."""
    unit = source.meanings[at + width].get("day_unit")
    if unit is None or "ahead_lead" not in source.meanings[at - 1] or count > 400:
        return None
    return Quantity(Measure.DAY, max(1, int(count * unit)), width + 1, meanings={"date": 0.0})


def _ago_behind(source: Source, at: int) -> Quantity | None:
    """vor zwei Tagen, il y a 3 jours, hace dos días."""
    if at + 1 >= len(source.lexemes):
        return None
    numeral = source.numeral(at + 1)
    end = at + 1 + (numeral.width if numeral else 1)
    unit = source.meanings[end].get("day_unit")
    if numeral is None and "article" not in source.meanings[at + 1]:
        return None
    if unit is None or (numeral and (numeral.form is not Form.WHOLE or numeral.value > 400)):
        return None
    return Quantity(Measure.DAY, -int((numeral.value if numeral else 1) * unit), end + 1 - at)


def _numeric(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    form = numeral.form
    if form is Form.WHOLE:
        return _day_then_month(source, at, numeral) or day_of_month(source, at)
    if form is Form.DATE:
        return _full_date(source, numeral)
    if form is Form.DECIMAL:
        return _dotted(source, at, numeral)
    if form is Form.SLASH and "run_walk" in source.meanings[at + 1]:
        return None  # nine minutes and one: "9/1 run walk"
    if form is Form.SLASH and numeral.parts == _ALL_THE_TIME:
        return None  # "24/7 5k grind"
    dates = _starts_clause(source, at) or _ends_a_race(source, at, numeral)
    if form is Form.SLASH and dates and not _has_unit(source, at + 1):
        first, second = numeral.parts
        return _pair(source, first, second, numeral.width)
    return None


def _dotted(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """15.11. or "am 15.11", where no unit makes a distance or a time of it."""
    dot = source.texts[at + 1] == "." and source.attached(at + 1)
    following = source.meanings[at + 1 + dot]
    if "known_number" in source.meanings[at]:
        return None
    dot = dot and _may_begin(source, at)
    if not (dot or "on" in source.meanings[at - 1]) or not {
        "distance_unit",
        "time_unit",
    }.isdisjoint(following):
        return None
    first, _, second = source.texts[at].partition(".")
    if not (first and second.isdecimal() and len(second) <= 2) or (
        dot and at + 2 >= len(source.lexemes)
    ):
        return None
    day = _pair(source, int(first), int(second), 1 + dot)
    far = day is not None and not -_A_MONTH <= day.value <= 0
    return None if dot and far and not source.dotted_dates else day


def _may_begin(source: Source, at: int) -> bool:
    """Whether a date with a dot at its end stands where one would: "26:07 for 5.03." holds none."""
    lead = source.texts[at - 1]
    if at == 0 or lead in _MARKS_OF_DATES or source.labels[at - 1] & _BEFORE_DATES:
        return True
    return _is_greeted(source, at)


def _is_greeted(source: Source, at: int) -> bool:
    """Whether nothing but a greeting stands before: "Hi all! 15.11. 5k", "hey, 16/11 - 5k"."""
    if not source.labels[0] & _GREETING or at > _LONGEST_GREETING:
        return False
    return all(labels & (_GREETING | MARK) for labels in source.labels[:at])


def _has_unit(source: Source, at: int) -> bool:
    return not source.meanings[at].keys().isdisjoint(("distance_unit", "time_unit", "pace_unit"))


def _starts_clause(source: Source, at: int) -> bool:
    """Whether a pair like 8/10 stands where a date would; elsewhere it is a rating or a fraction."""
    if at == 0 or "on" in source.meanings[at - 1] or _is_greeted(source, at):
        return True
    if source.texts[at - 1] in (",", ";") and source.labels[0] & FIGURE and "/" in source.texts[0]:
        return True  # "12/11 8k, 14/11 5k"
    return source.texts[at - 1] in ("\n", "(", "-", "|") or source.texts[at + 1] == ":"


def _ends_a_race(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether a pair that is no share of ten stands behind a race: "parkrun 14/11, 19:58"."""
    if numeral.form is not Form.SLASH or not source.labels[at - 1] & _RACE:
        return False
    day, month = numeral.parts[:2]
    if day <= month:
        return False
    time = source.numeral(at + 1) if at + 1 < len(source.lexemes) else None
    timed = time is not None and time.form in (Form.CLOCK, Form.LONG_CLOCK)
    return timed or source.texts[at + 1] in (",", ":", "\n", "")


def _full_date(source: Source, numeral: Numeral) -> Quantity:
    first, second, third = numeral.parts
    if first > 31:
        year, month, day = first, second, third
    else:
        year = third + 2000 if third < 100 else third
        month, day = (first, second) if _is_month_first(source, first, second) else (second, first)
    return _quantity(source, _date(year, month, day), numeral.width)


def _is_month_first(source: Source, first: int, second: int) -> bool:
    return second > 12 or (source.month_first and first <= 12)


def _pair(source: Source, first: int, second: int, width: int) -> Quantity | None:
    month, day = (first, second) if _is_month_first(source, first, second) else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _quantity(source, nearest(source.now.date(), month, day), width)


def _month_first(source: Source, at: int) -> Quantity | None:
    month = int(source.meanings[at]["month"])
    if told := ordinal(source, at + 1):
        return _of_year(source, at, 1 + told[1], month, told[0])
    numeral = source.numeral(at + 1)
    if numeral is None or numeral.form is not Form.WHOLE or not 1 <= numeral.value <= 31:
        return None
    end = at + 1 + numeral.width
    if "distance_unit" in source.meanings[end] or "time_unit" in source.meanings[end]:
        return None
    return _of_year(source, at, 1 + numeral.width, month, int(numeral.value))


def _day_then_month(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    end = at + numeral.width
    end += "ordinal" in source.meanings[end]
    end += source.texts[end] == "." or "of" in source.meanings[end]
    month = source.meanings[end].get("month")
    if month is None or not 1 <= numeral.value <= 31:
        return None
    return _of_year(source, at, end + 1 - at, int(month), int(numeral.value))


def _of_year(source: Source, at: int, width: int, month: int, day: int) -> Quantity:
    """A day and month with the year that may follow it."""
    year = source.numeral(at + width)
    if year and year.form is Form.WHOLE and 1900 <= year.value <= 2200:
        return _quantity(source, _date(int(year.value), month, day), width + year.width)
    return _quantity(source, nearest(source.now.date(), month, day), width)


def _quantity(source: Source, day: date | None, width: int) -> Quantity:
    """The offset of a day; a date that does not exist is noise, so that its numbers are spent."""
    if day is None:
        return Quantity(Measure.OTHER, 0, width, meanings={"bad_date": 0.0})
    return Quantity(Measure.DAY, (day - source.now.date()).days, width, meanings={"date": 0.0})


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(today: date, month: int, day: int) -> date | None:
    """The day and month of whatever year lies nearest to today, or None for a 31 February."""
    years = (today.year, today.year - 1, today.year + 1)
    days = [found for year in years if (found := _date(year, month, day))]
    close = [found for found in days if abs(found - today) <= timedelta(days=_HALF_YEAR)]
    return min(close or days, key=lambda found: abs(found - today), default=None)
