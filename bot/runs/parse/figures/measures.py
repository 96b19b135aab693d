"""Reads distances, paces, speeds, repeats and everything else that is counted."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.runs.parse.figures.counts import hour_of, is_called_out, read_counted
from bot.runs.parse.figures.joined import joined_kilometres, joined_metres, joined_time
from bot.runs.parse.figures.letter_m import are_miles, is_signed
from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.pacing import is_timed_as_a_run
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.figures.ranges import JOINING, read_range
from bot.runs.parse.figures.speeds import read_led_pace, read_pace, read_speed
from bot.runs.parse.figures.times import read_duration
from bot.runs.parse.figures.tracks import (
    counted_repeats,
    is_of_a_track,
    run_on_a_track,
    track_repeats,
)
from bot.runs.parse.figures.unmarked import (
    STRANGE,
    bare,
    counts_unknown,
    minutes_at_ease,
    said_apart,
    spoken_alone,
)
from bot.runs.parse.words.labels import Labels, Meanings, any_of, joined
from bot.runs.parse.words.lexicon import FIGURE, MARK, UNKNOWN
from bot.runs.parse.words.remembered import Remembered

_CURRENCY = {"£", "$", "€", "¥"}
_PRICE = Meanings({"thing": 0.0, "price": 0.0})
_THING = Meanings({"thing": 0.0})
_CLOCK_FORMS = {Form.CLOCK, Form.PRIME, Form.LONG_CLOCK}
_PLAIN_FORMS = {Form.WHOLE, Form.DECIMAL}
_MAX_BETWEEN = 3
_KILOMETRE, _SPELT, _AS_FAR_AS = 1000, 2, 20

_MOST_CAPITAL = 100
"""Above so many, an "M" behind a number means metres as an "m" does."""

_SHORT, _FAR = 100, 350_000
_DESCRIBING = any_of("adjective", "kinds", "moods", "tags")
_UNITS = any_of("distance_unit", "time_unit", "pace_unit", "speed_unit")
_DISTANCE_UNIT = any_of("distance_unit")
_TIME_UNIT = any_of("time_unit")
_MAY_BE_JOINED = FIGURE | any_of("joins_smaller")
_AND, _BOUND_OF_TIME = any_of("and"), any_of("bound_of_time")
_HAS_DECIMALS = any_of("unit_before_decimals")
_MAY_FOLLOW, _METRES = MARK | any_of("behind_seconds", "in_time"), 3
_AN = any_of("article")
_BEFORE_AN_HOUR, _OF_THIS_DAY = any_of("day_before_hour"), any_of("behind_hour")
_LEADS_TO_HOUR = _BEFORE_AN_HOUR | _OF_THIS_DAY | any_of("at_clock", "clock_word", "at_hour")
_OF_24_HOURS = any_of("hour_by_24")
_EARLIEST_HOUR = 6
"""The hour from which an hour behind a day is one of the day, and none that was run for."""

_ReaderOfNumbers = Callable[[Source, int, Numeral], Quantity | None]
_GLUE = {"-", "'", '"'}
"""Marks that may stand between a number and its unit, or for one."""


def read_measured(source: Source, at: int) -> Quantity | None:
    """Whatever a number at `at` measures, or None when there is no number."""
    numeral = source.numeral(at)
    if numeral is None:
        return None
    before, after = source.texts[at - 1], source.texts[at + numeral.width]
    if before in _CURRENCY:
        return _spent(source, at, numeral, _PRICE)
    if after in _CURRENCY:
        return Quantity(Measure.OTHER, 0, numeral.width + 1, meanings=_PRICE)
    if before == "#":
        return _spent(source, at, numeral)
    if spoken := joined_kilometres(source, at, numeral):
        return spoken
    lead = source.labels[at - 1]
    if source.labels[at + numeral.width + 1] & _OF_THIS_DAY:
        lead |= _OF_THIS_DAY
    if lead & _LEADS_TO_HOUR and (hour := _hour(source, at, numeral)):
        return hour
    if lead & STRANGE and source.attached(at):
        return _spent(source, at, numeral)
    signs = source.labels[at + numeral.width]
    open_ended = after in _GLUE or numeral.form is Form.PRIME
    if open_ended or signs & _SIGNS:
        for read in _READERS_FOR[_SIGNS if open_ended else signs & _SIGNS]:
            if (quantity := read(source, at, numeral)) is not None:
                return quantity
    if numeral.form in _CLOCK_FORMS:
        return read_counted(source, at, numeral) or bare(numeral)
    known = _known(source, at, numeral) or read_counted(source, at, numeral)
    return (
        known
        or (source.dotted_dates and read_led_pace(source, at, numeral))
        or joined_time(source, at, numeral)
        or said_apart(source, at, numeral)
        or minutes_at_ease(source, at, numeral)
        or bare(numeral)
    )


def _hour(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """An hour of the day behind the word that leads to one: "um 18:30", "à 6h"."""
    lead, end = source.meanings[at - 1], at + numeral.width
    at_clock = "at_clock" in lead or "clock_word" in lead
    far = source.labels[at - 2] & _DISTANCE_UNIT and numeral.form is Form.CLOCK
    if far and numeral.parts[1] % 5:
        return None  # "4k in at 22:18, 4k home at 21:57"
    if numeral.form is Form.CLOCK and at_clock and numeral.parts[0] < 24:
        return Quantity(Measure.OTHER, 0, numeral.width, meanings=hour_of(numeral))
    if at_clock and _is_dotted_hour(source, at, numeral):
        return Quantity(Measure.OTHER, 0, numeral.width, meanings=hour_of(numeral))
    beside_a_day = source.labels[at - 1] & _BEFORE_AN_HOUR or source.labels[end + 1] & _OF_THIS_DAY
    of_a_day = beside_a_day and numeral.value >= _EARLIEST_HOUR
    whole = numeral.form is Form.WHOLE and numeral.value <= 24 and ("at_hour" in lead or of_a_day)
    if whole and "clock_word" in lead and not source.labels[end] & _UNITS:
        return Quantity(Measure.OTHER, 0, numeral.width, meanings=hour_of(numeral))
    if whole and source.meanings[end].get("time_unit") == 3600:
        width = numeral.width + 1 + _minutes_behind(source, end + 1)
        as_said = source.labels[end] & _OF_24_HOURS != 0
        return Quantity(Measure.OTHER, 0, width, meanings=hour_of(numeral, as_said))
    return None


def _minutes_behind(source: Source, at: int) -> int:
    """Width of the minutes that are glued to an hour: the 30 of "à 7h30"."""
    if not source.labels[at] & FIGURE or not source.attached(at):
        return 0
    minutes = source.numeral(at)
    return minutes.width if minutes and minutes.form is Form.WHOLE and minutes.value < 60 else 0


def _is_dotted_hour(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether a number behind "h" or "ore" is an hour whose minutes a dot parts: "h 21.30"."""
    if numeral.form is not Form.DECIMAL or len(numeral.parts) != 2 or not source.dotted_dates:
        return False
    unit = source.labels[at + numeral.width] & _UNITS
    return "clock_word" in source.meanings[at - 1] and numeral.parts[0] < 24 and not unit


def _spent(source: Source, at: int, numeral: Numeral, meanings: Meanings = _THING) -> Quantity:
    """Money, numbers behind "#" and parts of a name ("1e9"), with the unit that seems to follow."""
    width = numeral.width
    width += "distance_unit" in source.meanings[at + width]
    return Quantity(Measure.OTHER, 0, width, meanings=meanings)


def _reps(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """6x800m, 5 x 1k, 4x4min, 8 x hills: value in metres, 0 where the metres are not said."""
    end = at + numeral.width
    if numeral.form is not Form.WHOLE or "reps_word" not in source.meanings[end]:
        return None
    inner = source.numeral(end + 1)
    if inner is None:
        if source.labels[end + 1] & _AN and source.labels[end + 2] & _TIME_UNIT:
            return Quantity(Measure.REPS, 0, numeral.width + 3)  # "eight lots of a minute"
        mile = source.meanings[end + 1].get("distance_unit", 0.0)
        if mile > 1000 and source.texts[end] == "x":  # "5 x mile"
            return Quantity(Measure.REPS, numeral.value * mile, numeral.width + 2, unit=mile)
        if source.texts[end] == "x" and source.meanings[end + 1].keys() & {"part", "tags.hills"}:
            return Quantity(Measure.REPS, 0, numeral.width + 1)
        return None
    if is_of_a_track(source, end + 1, inner):
        width = numeral.width + 2 + inner.width
        return Quantity(Measure.REPS, numeral.value * inner.value, width, unit=1.0)
    sets = _reps(source, end + 1, inner)
    if sets is not None:  # "3 sets of 4x400"
        return replace(sets, value=numeral.value * sets.value, width=numeral.width + 1 + sets.width)
    piece = read_duration(source, end + 1, inner) or _distance(source, end + 1, inner)
    if piece is None:
        if source.texts[end] != "x":
            return None
        metres = inner.value if inner.value >= 100 and inner.form is Form.WHOLE else 0
        return Quantity(Measure.REPS, numeral.value * metres, numeral.width + 1 + inner.width)
    unit_at = end + 1 + inner.width
    mile = source.meanings[unit_at].get("distance_unit", 0.0)
    if piece.measure is Measure.OTHER and mile:  # "4 x 1k reps", which alone are a thousand of them
        metres, far = inner.value * mile, unit_at - at + 1
        return Quantity(Measure.REPS, numeral.value * metres, far, unit=mile)
    metres = piece.value if piece.measure is Measure.DISTANCE else 0
    width = numeral.width + 1 + piece.width
    return Quantity(Measure.REPS, numeral.value * metres, width, unit=piece.unit)


def _distance(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    if numeral.form not in _PLAIN_FORMS:
        return read_range(source, at, numeral) if numeral.form is Form.SLASH else None
    end = at + numeral.width
    end += source.texts[end] == "-" and source.attached(end)
    between = 0 if source.labels[end] & _DISTANCE_UNIT else _between(source, end)
    between = between or _is_called_something(source, at, end, numeral)
    unit = end + between
    metres = source.meanings[unit].get("distance_unit") or spoken_alone(source, at, unit)
    if metres and metres > 1000 and _is_of_the_mile(source, at, numeral):
        return Quantity(Measure.DISTANCE, metres, unit + 1 - at, unit=metres)
    if source.attached(end):
        if numeral.value <= _MOST_CAPITAL:
            metres = source.meanings[end].get("attached_unit", metres)
        if source.lexemes[end].capital and numeral.value <= _MOST_CAPITAL:
            metres = source.capital_unit(end) or metres
    metres = metres or source.capital_unit(unit) or None
    if metres == 1 and not between and are_miles(source, end, numeral):
        metres = source.meanings[end]["capital_unit"]
    if metres is None or (between and (metres < 1000 or "thing" in source.meanings[unit])):
        return _known(source, at, numeral)
    after = source.meanings[unit + 1]
    a_label = "energy" in after and source.labels[unit + 2] & FIGURE  # "DIST 5.00 km CAL 340"
    no_thing = a_label or after.keys() & {"run_noun", "run_past", "did", "copula"}
    by_a_watch = numeral.form is Form.DECIMAL and "by_a_clock" in after  # "4.5 km on the clock"
    if "thing" in after and not (no_thing or by_a_watch or is_called_out(source, unit + 1)):
        return Quantity(Measure.OTHER, 0, unit + 2 - at, meanings=after)
    meanings = _described(source, end, unit)
    told, end = _told(numeral, metres), unit + 1 + by_a_watch
    if source.labels[unit] & _HAS_DECIMALS and (more := _decimals_behind(source, end, numeral)):
        told, end = told + more * metres, end + 1
    if source.labels[end] & _AND and not is_signed(source, end + 1):
        more, width = _rest(source, end, metres)
        told, end = told + more, end + width
    if metres == _KILOMETRE and source.labels[end] & _MAY_BE_JOINED:
        more, width = joined_metres(source, end)
        told, end = told + more, end + width
    return Quantity(Measure.DISTANCE, told, end - at, metres, (), meanings)


def _decimals_behind(source: Source, at: int, numeral: Numeral) -> float:
    """The share of a unit that is told behind it: the 1 of "9k1", the 500 of "3 km 500"."""
    if numeral.form is not Form.WHOLE or not source.labels[at] & FIGURE:
        return 0.0
    digits = source.texts[at]
    if not digits.isdecimal():
        return 0.0
    if len(digits) == 1 and source.attached(at):
        return int(digits) / 10
    ends = at + 1 >= len(source.lexemes) or source.labels[at + 1] & _MAY_FOLLOW
    return int(digits) / 1000 if len(digits) == _METRES and ends else 0.0


def _described(source: Source, start: int, unit: int) -> Mapping[str, float]:
    """What the unit of a distance and the words before it mean together."""
    of_something = source.texts[unit] == "k" and counts_unknown(source, unit + 1)
    if start == unit and not of_something and not source.labels[unit] & _TIME_UNIT:
        return source.meanings[unit]
    meanings: dict[str, float] = {}
    for word in range(start, unit + 1):
        meanings.update(source.meanings[word])
    meanings.pop("time_unit", None)
    if of_something:
        meanings["of_something"] = 0.0
    return meanings


def _is_of_the_mile(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether a number is minutes for the one mile behind it: "sub 6 mile"."""
    if numeral.form is not Form.WHOLE or not 4 <= numeral.value <= 12:
        return False
    return source.labels[at - 1] & _BOUND_OF_TIME != 0


def _rest(source: Source, at: int, unit: float) -> tuple[float, int]:
    """Metres and width of what an "and" adds behind a unit: "5 km y medio", "12 km e 300 metros"."""
    if "fraction" in source.meanings[at + 1]:
        return source.meanings[at + 1]["fraction"] * unit, 2
    numeral = source.numeral(at + 1)
    if unit != 1000 or numeral is None or numeral.form is not Form.WHOLE or numeral.value >= 1000:
        return 0.0, 0
    metre_at = at + 1 + numeral.width
    in_metres = source.meanings[metre_at].get("distance_unit") == 1 and "climb" not in (
        *source.meanings[metre_at],
        *source.meanings[metre_at + 1],
    )
    return (numeral.value, numeral.width + 2) if in_metres else (0.0, 0)


def _told(numeral: Numeral, unit: float) -> float:
    """Metres of a number; "1.234 m" and "1,234 km" are read as the one that somebody could run."""
    metres = numeral.value * unit
    if numeral.other is not None and not _SHORT <= metres <= _FAR:
        return numeral.other * unit
    return metres


def _between(source: Source, at: int) -> int:
    """How many describing words stand between a number and its unit ("8 very easy miles")."""
    for words in range(_MAX_BETWEEN + 1):
        carried = source.labels[at + words]
        if carried & _DISTANCE_UNIT:
            return words
        if not carried & _DESCRIBING:
            return 0
    return 0


def _is_called_something(source: Source, at: int, end: int, numeral: Numeral) -> bool:
    """Whether one strange word describes a unit, and a time fits so many: "12 devilish kilometres, 1:06:06"."""
    metres = source.meanings[end + 1].get("distance_unit", 0.0)
    if metres < _KILOMETRE or len(source.texts[end + 1]) < _SPELT:
        return False
    if not source.labels[end] & UNKNOWN or source.attached(end) or source.lexemes[end].capital:
        return False
    for place in range(end + 2, min(end + _AS_FAR_AS, len(source.lexemes))):
        time = source.numeral(place) if source.labels[place] & FIGURE else None
        if time is not None and time.form in _CLOCK_FORMS and time.form is not Form.PRIME:
            return is_timed_as_a_run(time.value, numeral.value * metres)
    return False


def _known(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """13.1 and 26.2 need no unit, nor does "1500 in 4:41"."""
    if run := run_on_a_track(source, at, numeral):
        return run
    metres = source.meanings[at].get("known_number")
    if not metres or numeral.width > 1:
        return None
    return Quantity(Measure.DISTANCE, metres, 1, meanings={"known_number": metres})


_BY_SIGN = (
    (JOINING, read_range),
    (any_of("pace_unit", "time_unit", "per"), read_pace),
    (any_of("speed_unit", "distance_unit"), read_speed),
    (any_of("reps_word"), _reps),
    (any_of("repeats"), counted_repeats),
    (any_of("time_unit"), track_repeats),
    (any_of("time_unit", "adjective", "kinds.easy"), read_duration),
    (
        any_of("distance_unit", "attached_unit", "capital_unit", "spoken_unit")
        | _DESCRIBING
        | UNKNOWN,
        _distance,
    ),
)
"""What a number may measure, with the words right behind it that may say so; the first wins."""

_SIGNS = joined([wanted for wanted, _ in _BY_SIGN])


def _readers_of(signs: Labels) -> list[_ReaderOfNumbers]:
    return [read for wanted, read in _BY_SIGN if signs & wanted]


_READERS_FOR = Remembered(_readers_of, 256)
"""The readers worth asking about a number with certain signs behind it."""


NUMBERED = Reader(FIGURE | any_of("number"), read_measured)
