"""Says how large and how exact the figures of a post are, in bands few enough to learn a weight for each.

Runs have sizes of their own: 8.6 km, 44:10, five minutes a kilometre. Other matters come in others, and rounder.
"""

from bisect import bisect
from collections.abc import Collection, Iterable, Sequence

from bot.runs.parse.figures.quantities import TIMES, Item, Measure, Quantity
from bot.runs.parse.words.remembered import Remembered

Parts = tuple[str, ...]
Size = tuple[str, Parts]
"""A kind and what it is of: ("far", ("4800",))."""

Seconds = tuple[int, ...]
"""The durations that a time may stand for."""

KINDS = ("far", "units", "distances", "long", "exact", "clock", "behind_colon", "pace", "fits")
"""How far, in whole units or parts of them, and how many distances; how long, how exactly; how a clock is told, and
how roundly; at which pace each time would be of each distance, and whether it is one of runs."""

_MOST = 3
"""So many distances and times are looked at: more are a table."""

_COUNTS: list[Parts] = [(str(number),) for number in range(20)]
_REMEMBERED = 256


class Bands:
    """Bands of a size, each named by where it begins."""

    def __init__(self, *bounds: int) -> None:
        self._bounds = bounds
        self._parts: list[Parts] = [(str(bound),) for bound in (0, *bounds)]

    def of(self, size: float) -> Parts:
        """The band that a size is in."""
        return self._parts[bisect(self._bounds, size)]


_METRES = Bands(
    *(200, 500, 990, 1700, 2900, 4800, 6000, 8300),
    *(10_200, 13_000, 17_000, 21_300, 30_000, 42_300, 60_000),
)
_SECONDS = Bands(
    *(60, 180, 480, 900, 1200, 1800, 2400, 3000),
    *(3600, 4500, 5400, 7200, 9000, 12_000, 18_000, 25_200),
)
_CLOCK_SECONDS = Bands(180, 480, 900, 1200, 1800, 2400, 3000, 3600)
_PACES = Bands(150, 175, 200, 230, 270, 310, 360, 420, 480, 540, 660, 800)
"""Seconds per kilometre."""

_FASTEST, _FAST, _SLOW, _SLOWEST = 175, 200, 540, 660
"""Seconds per kilometre between which a pace may be a run's, and is one's as a rule."""

_GAPS = ("beside", "beside", "near", "around", "around", "apart")
_ROUND = ((1800, "half hour"), (600, "ten minutes"), (300, "five minutes"), (60, "minute"))
_QUARTERS = {"00": "00", "15": "quarter", "45": "quarter", "30": "30"}


def sizes(items: Sequence[Item], figures: Iterable[int]) -> dict[str, Collection[Parts]]:
    """The traits of the figures that stand at these places, by their kind, each once."""
    distances: list[tuple[int, float]] = []
    times: list[tuple[int, Seconds]] = []
    found: list[Size] = []
    for at in figures:
        figure = items[at]
        if not isinstance(figure, Quantity):
            continue
        if figure.measure is Measure.DISTANCE:
            distances.append((at, figure.value))
            if len(distances) <= _MOST:
                found += _DISTANCES[figure.value, figure.unit]
        elif figure.labels & TIMES and len(times) < _MOST:
            seconds = figure.options or (int(figure.value),)
            times.append((at, seconds))
            found += _TIMES[figure.measure, figure.text, seconds]
    found.append(("distances", counted(len(distances), _MOST + 1)))
    for at, metres in distances[:_MOST]:
        for place, seconds in times:
            found += _PACED[metres, seconds, min(abs(place - at), len(_GAPS) - 1)]
    return _by_kind(found)


def counted(number: int, most: int) -> Parts:
    """A number as a trait, up to `most`."""
    return _COUNTS[min(number, most)]


def _by_kind(found: Iterable[Size]) -> dict[str, Collection[Parts]]:
    kinds: dict[str, set[Parts]] = {}
    for kind, parts in found:
        if kind in kinds:
            kinds[kind].add(parts)
        else:
            kinds[kind] = {parts}
    return {**kinds}


def _of_a_distance(told: tuple[float, float]) -> list[Size]:
    """How far, and whether in whole kilometres or miles."""
    metres, unit = told
    whole = unit > 1 and (metres / unit) % 1 < 1e-6
    units: list[Size] = [("units", ("whole" if whole else "parts",))] if unit > 1 else []
    return [("far", _METRES.of(metres)), *units]


def _of_a_time(told: tuple[Measure, str, Seconds]) -> list[Size]:
    measure, text, seconds = told
    if measure is Measure.DURATION:
        roundest = (name for size, name in _ROUND if seconds[0] % size == 0)
        return [("long", _SECONDS.of(seconds[0])), ("exact", (next(roundest, "second"),))]
    fields = text.replace(".", ":").split(":")
    parts = (str(len(fields)), str(len(seconds)), *_CLOCK_SECONDS.of(min(seconds)))
    behind: list[Size] = [("behind_colon", (_roundness(fields[1][:2]),))] if len(fields) > 1 else []
    return [("clock", parts), *behind]


def _roundness(behind: str) -> str:
    """How round what stands behind the colon of a clock is."""
    return _QUARTERS.get(behind, "five" if behind[1:] in ("0", "5") else "odd")


def _of_a_pace(told: tuple[float, Seconds, int]) -> list[Size]:
    """How fast a distance would be in a time so far away, which may stand for several durations."""
    metres, seconds, gap = told
    if metres <= 0 or not seconds[0]:
        return []
    paces = [one * 1000 / metres for one in seconds]
    likely = next((one for one in paces if _FASTEST <= one < _SLOWEST), paces[0])
    runs = "yes" if _FAST <= likely < _SLOW else "no"
    exact = "second" if seconds[0] % 60 else "minute"
    return [("pace", _PACES.of(likely)), ("fits", (runs, exact, _GAPS[gap]))]


_DISTANCES = Remembered(_of_a_distance, _REMEMBERED)
_TIMES = Remembered(_of_a_time, _REMEMBERED)
_PACED = Remembered(_of_a_pace, _REMEMBERED)
