"""Reads how fast somebody ran: 4:54/km, 5 min per km, 12 km/h, 7.5 mph."""

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of

_PLAIN_FORMS = {Form.WHOLE, Form.DECIMAL}
_SPEED_UNIT = any_of("speed_unit")
_PER = any_of("per")
_LED, _AT, _AVERAGED = any_of("pace_lead"), any_of("at"), any_of("averaged")
_JOINS, _PACE_UNIT = any_of("joins_smaller"), any_of("pace_unit")
_BRISKEST, _EASIEST = 150, 720
"""Seconds of a kilometre that a pace without its unit may take."""

_SWEDISH_MILE, _HALF_AN_HOUR = 10000, 30


def read_pace(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """5:30/km, 8:15 per mile, 8 min miles, 5:30 min/km, 5'30"/km; `unit` tells per what."""
    end = at + numeral.width
    if numeral.form is Form.PRIME and source.texts[end] in ('"', "'"):
        end += 1 + (source.texts[end] == "'" and source.texts[end + 1] == "'")
    prime = source.texts[end] == "'" and source.attached(end) and numeral.form is Form.WHOLE
    minutes = prime or source.meanings[end].get("time_unit") == 60
    end += minutes
    metres = source.meanings[end].get("pace_unit")
    joined = "per" in source.meanings[end]
    end += joined
    end += source.texts[end] == "-" and minutes
    if metres is None and (joined or minutes):
        metres = source.meanings[end].get("distance_unit")
    if metres is None or metres < 1000 or not _paceable(numeral, minutes):
        return None
    if _is_raced_over(numeral, metres):
        return None
    per = numeral.parts[0] * 60.0 + numeral.parts[1] if len(numeral.parts) == 2 else _per(numeral)
    return Quantity(Measure.PACE, per * 1000 / metres, end + 1 - at, unit=metres)


def read_led_pace(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """Minutes and seconds that a dot, a comma or an "and" parts: "passo 5.50", "a 5,20 di media", "5 e 30 al km"."""
    end, parts = at + numeral.width, numeral.parts
    if source.labels[end] & _JOINS and end + 1 < len(source.lexemes):
        rest = source.numeral(end + 1)
        if rest is None or rest.form is not Form.WHOLE or rest.value >= 60:
            return None
        end += 1 + rest.width
        parts = (int(numeral.value), int(rest.value))
    elif numeral.form is not Form.DECIMAL:
        return None
    if len(parts) != 2 or not _BRISKEST <= parts[0] * 60 + parts[1] <= _EASIEST:
        return None
    per_unit = source.labels[end] & _PACE_UNIT != 0
    lead = source.labels[at - 1]
    averaged = lead & _AT and source.labels[end] & _AVERAGED
    if not (lead & _LED or averaged or per_unit):
        return None
    return Quantity(Measure.PACE, parts[0] * 60.0 + parts[1], end + per_unit - at, unit=1000)


def _per(numeral: Numeral) -> float:
    return numeral.value * 60


def _paceable(numeral: Numeral, minutes: bool) -> bool:
    if numeral.form in (Form.CLOCK, Form.PRIME):
        return 60 <= numeral.value <= 1800
    if numeral.form is Form.DECIMAL:
        return bool(numeral.parts) or minutes
    return numeral.form is Form.WHOLE and minutes and 2 <= numeral.value <= 30


def _is_raced_over(numeral: Numeral, metres: float) -> bool:
    """Whether so many minutes are the time of a race over ten kilometres and no pace: "46.12 på milen"."""
    dotted = numeral.form is Form.DECIMAL and len(numeral.parts) == 2
    return dotted and metres >= _SWEDISH_MILE and numeral.value >= _HALF_AN_HOUR


def read_speed(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """12 km/h, 7.5 mph; the value is the pace it amounts to."""
    end = at + numeral.width
    if not source.labels[end] & _SPEED_UNIT and not source.labels[end + 1] & _PER:
        return None
    if numeral.form not in _PLAIN_FORMS or not numeral.value:
        return None
    metres = source.meanings[end].get("speed_unit")
    width = numeral.width + 1
    if metres is None and "per" in source.meanings[end + 1]:
        metres = source.meanings[end].get("distance_unit")
        width = numeral.width + 3
        if source.meanings[end + 2].get("time_unit") != 3600:
            metres = None
    if metres is None:
        return None
    return Quantity(Measure.SPEED, 3_600_000 / (numeral.value * metres), width, unit=metres)
