"""Says how large and how exact the figures of a post are, in bands few enough to learn a weight for each.

Runs have sizes of their own: 8.6 km, 44:10, five minutes a kilometre. Other matters come in others, and rounder.
"""

from bisect import bisect
from collections.abc import Collection, Iterable, Sequence

from bot.runs.parse.figures.quantities import Item, Measure, Quantity

Parts = tuple[str, ...]

KINDS = ("far", "units", "distances", "long", "exact", "clock", "minutes", "pace", "fits")
"""How far, in whole units or parts of them, and how many distances; how long, how exactly; how a clock is told, and
its minutes; at which pace each time would be of each distance, and whether it is one of runs."""

_MOST = 3
"""So many distances and times are looked at: more are a table."""


class Bands:
    """Bands of a size, each named by where it begins."""

    def __init__(self, *bounds: float) -> None:
        self._bounds = bounds
        self._parts: list[Parts] = [(f"{bound:g}",) for bound in (0, *bounds)]

    def of(self, size: float) -> Parts:
        """The band that a size is in."""
        return self._parts[bisect(self._bounds, size)]


_KILOMETRES = Bands(
    *(0.2, 0.5, 0.99, 1.7, 2.9, 4.8, 6, 8.3),
    *(10.2, 13, 17, 21.3, 30, 42.3, 60),
)
_MINUTES = Bands(1, 3, 8, 15, 20, 30, 40, 50, 60, 75, 90, 120, 150, 200, 300, 420)
_CLOCK_MINUTES = Bands(3, 8, 15, 20, 30, 40, 50, 60)
_PACES = Bands(150, 175, 200, 230, 270, 310, 360, 420, 480, 540, 660, 800)
"""Seconds per kilometre."""

_RUNNERS = range(200, 540)
_CONCEIVABLE = range(175, 660)
_GAPS = ("beside", "beside", "near", "around", "around")
_ROUND = ((1800, "half hour"), (600, "ten minutes"), (300, "five minutes"), (60, "minute"))
_QUARTERS = {"00": "00", "15": "quarter", "45": "quarter", "30": "30"}


def sizes(items: Sequence[Item], figures: Iterable[int]) -> dict[str, Collection[Parts]]:
    """The traits of the figures that stand at these places, by their kind, each once."""
    distances: list[tuple[int, Quantity]] = []
    times: list[tuple[int, Quantity]] = []
    for at in figures:
        figure = items[at]
        if isinstance(figure, Quantity):
            if figure.measure is Measure.DISTANCE:
                distances.append((at, figure))
            elif figure.measure is Measure.DURATION or figure.measure is Measure.CLOCK:
                times.append((at, figure))
    kinds: dict[str, Collection[Parts]] = {"distances": [(str(min(len(distances), 4)),)]}
    if distances:
        far = [figure for _, figure in distances[:_MOST]]
        kinds["far"] = {_KILOMETRES.of(figure.value / 1000) for figure in far}
        kinds["units"] = {_units(figure) for figure in far if figure.unit > 1}
    if times:
        kinds |= _times([figure for _, figure in times[:_MOST]])
    if distances and times:
        kinds |= _paces(distances[:_MOST], times[:_MOST])
    return kinds


def _units(distance: Quantity) -> Parts:
    """Whether it is told in whole kilometres or miles."""
    return ("whole",) if (distance.value / distance.unit) % 1 < 1e-6 else ("parts",)


def _times(times: Sequence[Quantity]) -> dict[str, Collection[Parts]]:
    long, exact, clock, minutes = set(), set(), set(), set()
    for time in times:
        if time.measure is Measure.DURATION:
            long.add(_MINUTES.of(time.value / 60))
            exact.add((_exactness(time.value),))
            continue
        fields = time.text.replace(".", ":").split(":")
        options = time.options or (int(time.value),)
        clock.add((str(len(fields)), str(len(options)), *_CLOCK_MINUTES.of(min(options) / 60)))
        if len(fields) > 1:
            minutes.add((_roundness(fields[1][:2]),))
    return {"long": long, "exact": exact, "clock": clock, "minutes": minutes}


def _exactness(seconds: float) -> str:
    """The roundest that a duration is told in."""
    return next((name for size, name in _ROUND if seconds % size == 0), "second")


def _roundness(minutes: str) -> str:
    """How round what stands behind the colon of a clock is."""
    return _QUARTERS.get(minutes, "five" if minutes[1:] in ("0", "5") else "odd")


def _paces(
    distances: Iterable[tuple[int, Quantity]], times: Sequence[tuple[int, Quantity]]
) -> dict[str, Collection[Parts]]:
    pace: set[Parts] = set()
    fits: set[Parts] = set()
    for at, distance in distances:
        for place, time in times:
            seconds = time.options or (int(time.value),)
            if distance.value <= 0 or not seconds[0]:
                continue
            told = [int(one * 1000 / distance.value) for one in seconds]
            likely = next((one for one in told if one in _CONCEIVABLE), told[0])
            pace.add(_PACES.of(likely))
            exact = "second" if seconds[0] % 60 else "minute"
            gap = abs(place - at)
            where = _GAPS[gap] if gap < len(_GAPS) else "apart"
            fits.add(("yes" if likely in _RUNNERS else "no", exact, where))
    return {"pace": pace, "fits": fits}
