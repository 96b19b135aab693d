"""Reads durations: 45 min, 1h12, 1hr59min50, 45', 24'30", an hour and five, half an hour."""

from bot.runs.parse.figures.joined import begins_another_run, taken_off
from bot.runs.parse.figures.letter_m import are_miles, means_metres
from bot.runs.parse.figures.nearly import beside_a_round_time
from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK, UNKNOWN

_PLAIN_FORMS = {Form.WHOLE, Form.DECIMAL}
_HOUR, _MINUTE = 3600, 60
_TWO_DIGITS = 10
_UNIT = any_of("distance_unit", "speed_unit", "pace_unit", "time_unit", "thing")
_COUNTED = _UNIT | FIGURE | any_of("number", "ordinal", "person", "bunch", "crowd", "day_unit")
_MOST_MILES = 30
_DESCRIBING = any_of("adjective", "kinds.easy")
_AT = any_of("at")
_AT_EASE = any_of("kinds.easy", "kinds.recovery")
_BEFORE_AN_HOUR = MARK | any_of("distance_unit", "in_time", "about")
_EXACT, _A_RUN = any_of("exact", "ish"), any_of("run_noun")
_THE, _ORDINAL = any_of("determiner"), any_of("split_first")
_LEADS = any_of("in_time", "about", "exact", "bound")
_ENDS = frozenset((".", ",", "!", "?", ";", ")", "|", "\n"))
_GOING_ON = ("race_lead", "hence", "behind_seconds")
_PARTING = (",", ":")
_LONGEST_PACE = 1200
_OPENING = MARK | any_of("day", "weekday", "strong_did")
_OF_A_RUN = any_of("run_thing", "run_word", "effort", "kinds", "wild", "circuit")
_OF, _WAY, _GROUND = any_of("time_of"), any_of("ground_lead"), any_of("to_run_on", "run_ground")
_AND, _SUBJECT = any_of("and"), any_of("self", "settled", "it")
_FRACTION = any_of("fraction")
_LESS, _MOST_LESS = any_of("less_minutes"), 29
_SPOKEN_HOUR = any_of("spoken_hour")
_SPOKEN_PART = any_of("spoken_part")
_AN_HOUR = "hour"
"""Minutes in words make it more than one: "hour twenty"."""


def read_duration(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A duration that begins with `numeral`, or None when its unit is no unit of time."""
    end = at + numeral.width
    if numeral.form is Form.PRIME:
        return _primes(source, at, numeral)
    if source.texts[end] in ("'", '"') and source.attached(end) and numeral.form is Form.WHOLE:
        return _prime_minutes(source, at, numeral)
    end += source.texts[end] == "-" and source.attached(end)
    unit = source.meanings[end].get("time_unit")
    if unit is None and numeral.form is Form.WHOLE and source.labels[end] & _DESCRIBING:
        end += 1
        unit = source.meanings[end].get("time_unit") if len(source.texts[end]) > 1 else None
    if unit is None:
        return None
    if numeral.form is Form.CLOCK:
        if source.labels[end] & _ORDINAL:
            return None  # "first 5k 26:10 second 5k 25:20"
        if "measure_lead" in source.meanings[end] and _is_a_heart_rate(source, end + 1):
            return None
        return _clock_with_unit(numeral, unit, end + 1 - at)
    if numeral.form is Form.LONG_CLOCK:
        return Quantity(Measure.DURATION, numeral.value, end + 1 - at)
    if unit == 1 and source.labels[at - 1] & _AT and source.attached(end):
        return _pace_in_seconds(numeral, end + 1 - at)
    glued = source.labels[end + 1] & FIGURE and source.attached(end + 1)  # "29M30S"
    if source.capital_unit(end) and numeral.value <= _MOST_MILES and not glued:
        return None
    if numeral.form not in _PLAIN_FORMS or means_metres(source, end, numeral):
        return None
    if source.texts[end] == "m" and are_miles(source, end, numeral):
        return None
    quantity = _chain(source, at, numeral.value * unit, unit, end + 1)
    if end > at + numeral.width:
        quantity.meanings = source.meanings[end - 1]  # "45 easy minutes"
    return beside_a_round_time(source, at, quantity)


def read_worded_duration(source: Source, at: int) -> Quantity | None:
    """An hour, an hour and five, hour and a half, eine halbe Stunde."""
    told = source.meanings[at].get("duration")
    if told is not None:
        return _chain(source, at, told, _HOUR if told >= _HOUR else 1, at + 1)
    start = at + ("article" in source.meanings[at])
    whole = start == at and _is_the_hour(source, at)
    if whole:
        return Quantity(Measure.DURATION, _HOUR, 2)
    unit = source.meanings[start].get("time_unit")
    if unit is None or len(source.texts[start]) < 2:
        return None
    quantity = _chain(source, at, unit, unit, start + 1)
    bare = (
        quantity.width == 2 and source.texts[at] == _AN_HOUR and not source.labels[at + 1] & FIGURE
    )
    named = source.texts[at] == _AN_HOUR or source.labels[at] & _SPOKEN_HOUR
    spoken = named and quantity.value != unit  # "hour 41"
    an_hour = unit == _HOUR and len(source.texts[at]) > 3  # "easy hour", but "easy Z2 HR 138"
    described = an_hour and source.labels[at - 1] & _AT_EASE != 0
    told = start > at or quantity.width > 2 or bare or spoken or described
    if told or (an_hour and (_is_all_it_took(source, at) or _opens_a_run(source, at))):
        return beside_a_round_time(source, at, quantity)
    return None


def _opens_a_run(source: Source, at: int) -> bool:
    """Whether an hour opens what is said, and a run or its ground comes next: "hour's plod", "hour on the trails"."""
    if at and not source.labels[at - 1] & _OPENING:
        return False
    behind = source.labels[at + 1]
    if behind & _WAY:
        return any(labels & _GROUND for labels in source.labels[at + 2 : at + 4])
    if behind & _OF:
        behind = source.labels[at + 2]
    return behind & _OF_A_RUN != 0


WORDED_DURATIONS = Reader(
    any_of("duration", "article", "time_unit", "determiner"), read_worded_duration
)


def _is_all_it_took(source: Source, at: int) -> bool:
    """Whether an hour without its "an" is a time: "11km hour ish", "hour bang on for 9k", "hour's plod"."""
    if at and not source.labels[at - 1] & _BEFORE_AN_HOUR:
        return False
    behind = source.labels[at + 1]
    whose = source.texts[at].endswith("s") and "'" in source.texts[at]
    return behind & (_A_RUN if whose else _EXACT) != 0


def _is_the_hour(source: Source, at: int) -> bool:
    """Whether "the hour" is how long it took: "10k in just over the hour"."""
    if source.meanings[at + 1].get("time_unit") != _HOUR or len(source.texts[at + 1]) < 3:
        return False
    return bool(source.labels[at] & _THE and source.labels[at - 1] & _LEADS)


def _clock_with_unit(numeral: Numeral, unit: float, width: int) -> Quantity:
    if unit == 1 and numeral.value <= _LONGEST_PACE:  # "5:30s" is a pace
        return Quantity(Measure.PACE, numeral.value, width)
    seconds = numeral.value * (60 if unit == _HOUR else 1)
    return Quantity(Measure.DURATION, seconds, width)


def _pace_in_seconds(numeral: Numeral, width: int) -> Quantity | None:
    """The pace of "8 @ 7.45s", "4M @ 7s": so many minutes and seconds each."""
    minutes, seconds = (*numeral.parts, 0)[:2] if numeral.parts else (int(numeral.value), 0)
    if not 3 <= minutes <= 15 or seconds > 59:
        return None
    return Quantity(Measure.PACE, minutes * 60 + seconds, width)


def _is_a_heart_rate(source: Source, at: int) -> bool:
    """Whether a number is beats of the heart: the 138 of "56:30 HR 138"."""
    beats = source.numeral(at) if at < len(source.lexemes) else None
    if beats is None or beats.form is not Form.WHOLE or not 70 <= beats.value <= 220:
        return False
    return "distance_unit" not in source.meanings[at + beats.width]


def _primes(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """24'30": left open when it is short enough for a pace."""
    if len(numeral.parts) != 2 or numeral.parts[1] > 59:
        return Quantity(Measure.OTHER, 0, numeral.width, meanings={"junk": 0.0})
    end = at + numeral.width
    width = numeral.width + (source.texts[end] in ('"', "'") and source.attached(end))
    width += source.texts[end] == "'" and source.texts[end + 1] == "'"
    seconds = int(numeral.value)
    return Quantity(Measure.CLOCK, seconds, width, options=(seconds,))


def _prime_minutes(source: Source, at: int, numeral: Numeral) -> Quantity:
    mark = source.texts[at + numeral.width]
    seconds = numeral.value * (_MINUTE if mark == "'" else 1)
    rest, end = at + numeral.width + 1, at + numeral.width + 2
    more = source.numeral(rest) if mark == "'" and rest < len(source.lexemes) else None
    if more is not None and more.form is Form.WHOLE and more.value < 60:
        marked = source.texts[end] == '"' and source.attached(end)
        ends = end >= len(source.lexemes) or _may_end(source, end)
        if marked or (len(source.texts[rest]) > 1 and ends):
            total = int(seconds + more.value)  # "59' 58"", "25' 03"
            return Quantity(Measure.CLOCK, total, end + marked - at, options=(total,))
    return Quantity(Measure.DURATION, seconds, numeral.width + 1)


def _chain(source: Source, at: int, seconds: float, unit: float, end: int) -> Quantity:
    """Goes on through smaller units: 1 h 5 min 20, an hour and a half."""
    while unit > 1:
        step = _next_part(source, end, unit)
        if step is None:
            break
        more, unit, end = step
        seconds += more
    less, width = taken_off(source, end, seconds)
    return Quantity(Measure.DURATION, round(seconds - less), end + width - at)


def _next_part(source: Source, at: int, unit: float) -> tuple[float, float, int] | None:
    """Seconds, unit and end of a smaller part at `at`, or None."""
    joined = "and" in source.meanings[at] or source.texts[at] == "," or _is_glued(source, at)
    start = at + joined
    listed = source.texts[at] == ","  # "20 mins, half of it walking"
    if (
        half := _and_a_half(source, start, unit)
        if joined and not listed
        else _part_word(source, start, unit)
    ):
        return half
    if start >= len(source.lexemes):
        return None
    if not listed and (single := _single(source, start, unit)):
        return single
    if unit == _HOUR and source.labels[at] & _LESS and (less := _minutes_less(source, at + 1)):
        return less
    numeral = source.numeral(start)
    if numeral is not None and unit == _HOUR and (primes := _primes_behind(source, start, numeral)):
        return primes
    if numeral is not None and unit == _HOUR and _goes_on_as_a_clock(source, start, numeral):
        minutes, rest = numeral.parts
        return minutes * _MINUTE + rest, 1, start + numeral.width
    if numeral is None or numeral.form not in _PLAIN_FORMS or numeral.value > 59:
        return None
    end = start + numeral.width
    if numeral.form is Form.DECIMAL:
        minutes = unit == _HOUR and source.meanings[end].get("time_unit") == _MINUTE
        ends = end >= len(source.lexemes) or _may_end(source, end)
        halved = unit == _HOUR and source.labels[end - 1] & _FRACTION and ends
        return (numeral.value * _MINUTE, 1, end + minutes) if minutes or halved else None
    if unit == _HOUR and (spoken := _spoken_seconds(source, end)) is not None:
        return numeral.value * _MINUTE + spoken.value, 1, end + spoken.width
    if source.texts[at] in _PARTING and "time_unit" not in source.meanings[end]:
        return None
    smaller = source.meanings[end].get("time_unit")
    if smaller is not None and smaller < unit and not means_metres(source, end, numeral):
        return numeral.value * smaller, smaller, end + 1
    if smaller is None and _may_lack_unit(source, start, end, unit, joined):
        return numeral.value * unit / 60, unit / 60, end
    return None


def _minutes_less(source: Source, at: int) -> tuple[float, float, int] | None:
    """What is taken from an hour: "une heure moins cinq", "une heure moins le quart"."""
    start = at + (source.labels[at] & _THE != 0)
    if start < len(source.lexemes) and "fraction" in source.meanings[start]:
        return -source.meanings[start]["fraction"] * _HOUR, 1, start + 1
    minutes = source.numeral(at) if at < len(source.lexemes) else None
    if minutes is None or minutes.form is not Form.WHOLE or minutes.value > _MOST_LESS:
        return None
    end = at + minutes.width
    unit = source.meanings[end].get("time_unit")
    if unit is None and source.labels[end] & (_COUNTED | UNKNOWN):
        return None
    return -minutes.value * (unit or _MINUTE), 1, end + (unit is not None)


def _single(source: Source, at: int, unit: float) -> tuple[float, float, int] | None:
    """One of a smaller unit: the minute of "una hora un minuto quince"."""
    smaller = source.meanings[at + 1].get("time_unit", unit)
    if "article" not in source.meanings[at] or not source.labels[at + 1] & _SPOKEN_PART:
        return None
    return (smaller, smaller, at + 2) if smaller < unit else None


def _spoken_seconds(source: Source, at: int) -> Numeral | None:
    """Seconds told in words behind the minutes, and no count of what follows: "two hours four thirty"."""
    if source.labels[at - 1] & FIGURE or source.labels[at] & FIGURE or at >= len(source.lexemes):
        return None
    rest = source.numeral(at)
    if rest is None or rest.form is not Form.WHOLE or not _TWO_DIGITS <= rest.value < 60:
        return None
    end = at + rest.width
    counts = source.labels[end] & _COUNTED or not source.labels[end] & ~UNKNOWN
    return None if end < len(source.lexemes) and counts else rest


def _is_glued(source: Source, at: int) -> bool:
    """Whether a colon only joins two parts that have their units: "25m:03s"."""
    return source.texts[at] == ":" and source.attached(at) and source.attached(at + 1)


def _and_a_half(source: Source, at: int, unit: float) -> tuple[float, float, int] | None:
    start = at + ("article" in source.meanings[at])
    share = source.meanings[start].get("fraction")
    if share is not None:
        return share * unit, 1, start + 1
    smaller = source.meanings[start].get("time_unit", unit)
    whole = smaller < unit and start > at
    return (smaller, 1, start + 1) if whole else _part_word(source, start, unit)


def _primes_behind(source: Source, at: int, numeral: Numeral) -> tuple[float, float, int] | None:
    """The rest of 1h58'40 and of 1h12'."""
    end = at + numeral.width
    if numeral.form is Form.PRIME and max(numeral.parts) < 60:
        end += source.texts[end] in ('"', "'") and source.attached(end)
        return numeral.value, 1, end
    if numeral.form is Form.WHOLE and source.texts[end] == "'" and source.attached(end):
        rest = source.numeral(end + 1) if end + 1 < len(source.lexemes) else None
        told = numeral.value * _MINUTE
        if rest is not None and rest.value < 60 and source.texts[end + 2] == '"':
            return told + rest.value, 1, end + 3  # "4h 02' 11""
        return told, 1, end + 1
    return None


def _goes_on_as_a_clock(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether minutes and seconds are told behind the hours: 1h28:45, "1 hr 52.30", but no "1 hr 10.50 km"."""
    if len(numeral.parts) != 2 or max(numeral.parts) >= 60:
        return False
    if numeral.form is Form.CLOCK and source.attached(at):
        return True
    if numeral.form not in (Form.CLOCK, Form.DECIMAL) or numeral.parts[0] < _TWO_DIGITS:
        return False
    return not source.labels[at + numeral.width] & _UNIT


def _part_word(source: Source, at: int, unit: float) -> tuple[float, float, int] | None:
    """A quarter of an hour in its own word behind hours: "1 Stunde eine Viertelstunde"."""
    told = source.meanings[at].get("duration")
    return (told, 1, at + 1) if told is not None and told < unit else None


def _may_lack_unit(source: Source, start: int, end: int, unit: float, joined: bool) -> bool:
    """1h12 and 59min50 need no last unit; "an hour and five" neither, unless something is counted.

    So it is where another run begins: "4k on Monday in 24 min and 7 today in 40".
    """
    if source.attached(start) or end >= len(source.lexemes):
        return True
    following = source.meanings[end]
    counted = following.keys() & {"distance_unit", "thing", "number", "ordinal"} or (
        "reps_word" in following and source.labels[end + 1] & FIGURE
    )
    if joined and unit == _MINUTE and begins_another_run(source, start, end):
        return False
    known = end >= len(source.lexemes) or bool(following) or not source.texts[end].isalpha()
    spoken = unit == _MINUTE and len(source.texts[start]) > 1 and _may_end(source, end)
    return (joined or unit == _HOUR or spoken) and known and not counted


def _may_end(source: Source, at: int) -> bool:
    """Whether seconds without their unit may end here: "27 min 40.", "44 min 30 for 8k", "30 minutes 20 so good".

    So may they where an "and" goes on with somebody: "25 minutes 45 and I'm frozen".
    """
    if source.texts[at] in _ENDS or not source.meanings[at].keys().isdisjoint(_GOING_ON):
        return True
    return "and_self" in source.meanings[at] or bool(
        source.labels[at] & _AND and source.labels[at + 1] & _SUBJECT
    )
