"""The sense of pace: which of the durations a clock may stand for fits a distance."""

from bisect import bisect

from bot.runs.parse.figures.quantities import Measure, Quantity

FASTEST = 130.0
"""Seconds per kilometre under which nobody runs a kilometre or more."""

_SHORT = 1000
"""Metres under which a pace may be as fast as `_FASTEST_SHORT`, in seconds per kilometre."""

_FASTEST_SHORT = 95.0
_FROM = (_SHORT, 4_000, 8_000, 20_000, 40_000)
_RECORDS = (_FASTEST_SHORT, FASTEST, 148.0, 155.0, 158.0, 168.0)
"""Seconds per kilometre of the world's best (2025), rounded down: under the first of these metres, and from each."""

_USUAL = (0.0, 660.0)
"""Seconds per kilometre at which people run; slower ones climb, crawl or walk."""

_SLOWEST = 1000.0
"""Seconds per kilometre beyond which a post is asked about: 36 hours for 100 miles with their climbs are 805."""

STROLLING = 1500.0
"""Seconds per kilometre up to which a time is believed that is put into a form beside its distance."""

_BRISKEST, _EASIEST = 180, 600
"""Seconds per kilometre of nearly everybody who runs."""

_PACES = (150, 780)
"""Seconds per kilometre at which a clock may be a pace."""


def duration_over(quantity: Quantity, metres: float, slowest: float = _SLOWEST) -> int | None:
    """The duration that `quantity` tells for a run of `metres`, or None when none is believable.

    Nobody is believed to take more than `slowest` seconds for a kilometre.
    """
    if not metres:
        return None
    if quantity.measure is Measure.DURATION:
        seconds = int(quantity.value)
        return seconds if fastest(metres) <= seconds * 1000 / metres <= slowest else None
    least = fastest(metres)
    for low, high in (_USUAL, (_USUAL[1], slowest)):
        for seconds in quantity.options:
            pace = seconds * 1000 / metres
            if low <= pace <= high and pace >= least:
                return seconds
        if pace_of(quantity, metres) is not None:
            return None
    return None


def duration_alone(quantity: Quantity) -> int | None:
    """The duration that `quantity` tells without a distance; None when minutes or hours are open."""
    if quantity.measure is Measure.DURATION:
        return int(quantity.value)
    if len(quantity.options) == 1:
        return quantity.options[0]
    as_minutes, as_hours = quantity.options
    if as_minutes >= 600:
        return as_minutes
    return as_hours if as_hours <= 4 * 3600 + 3599 else None


def pace_of(quantity: Quantity, metres: float) -> int | None:
    """Seconds per unit when a clock is too short for a time over `metres` but right for a pace."""
    if quantity.measure is not Measure.CLOCK or metres < 2 * _SHORT or not quantity.options:
        return None
    if quantity.led:
        return None
    seconds = quantity.options[0]
    too_short = seconds * 1000 / metres < fastest(metres)
    return seconds if too_short and _PACES[0] <= seconds <= _PACES[1] else None


def conceivable_over(quantity: Quantity, metres: float) -> int | None:
    """The duration that `quantity` would tell of somebody as fast as nobody yet.

    Or slower than most walk, where it is surely the time of this distance: "3 km in 4 hours".
    """
    if not metres:
        return None
    told = [int(quantity.value)] if quantity.measure is Measure.DURATION else quantity.options
    least = FASTEST if metres >= _SHORT else _FASTEST_SHORT
    most = float("inf") if quantity.led else _SLOWEST
    return next((int(s) for s in told if least <= s * 1000 / metres <= most), None)


def is_timed_as_a_run(seconds: float, metres: float) -> bool:
    """Whether nearly everybody who runs takes about so long: three to ten minutes a kilometre."""
    return metres > 0 and _BRISKEST <= seconds * 1000 / metres <= _EASIEST


def fastest(metres: float) -> float:
    """Seconds per kilometre under which nobody has run so far."""
    return _RECORDS[bisect(_FROM, metres)]
