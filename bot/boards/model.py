"""What a board shows; ranks are shared by equals, and a member sees the places around their own; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

METRICS = ("distance", "time", "runs", "days")
SHOWN = 10
AROUND = 2
"""Places shown above and below one's own, when it is not among the first."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Metres, seconds, runs and active days."""

    distance: int = 0
    time: int = 0
    runs: int = 0
    days: int = 0

    def of(self, metric: str) -> int:
        """The figure of that metric."""
        return int(getattr(self, metric))


@dataclass(frozen=True, slots=True)
class Together:
    """What everybody did, private runs too, and how many people that were."""

    sums: Sums
    people: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A member who may be ranked, and the figure of their public runs."""

    member_id: int
    value: int


@dataclass(frozen=True, slots=True)
class Place:
    """A rank, counted from 1 and shared by equals, and who holds it."""

    rank: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Board:
    """A period of a club; `places` is empty where no ranking is shown."""

    period: str
    metric: str
    together: Together
    places: tuple[Place, ...]
    ranked: int
    """How many stand in the ranking, shown or not."""
    names: Mapping[int, str]
    """Under which name whoever may be ranked is known, for guests whom no mention reaches."""
    units: str
    first: date


def ranking(standings: Sequence[Standing], *, around: int) -> tuple[Place, ...]:
    """The first places, and those around the member `around` where they are farther down.

    Equals share a rank, and the next one counts them all: 1, 2, 2, 4.
    """
    ordered = sorted((s for s in standings if s.value), key=lambda s: (-s.value, s.member_id))
    places: list[Place] = []
    for position, standing in enumerate(ordered, start=1):
        tied = places and places[-1].standing.value == standing.value
        places.append(Place(places[-1].rank if tied else position, standing))
    mine = next((n for n, place in enumerate(places) if place.standing.member_id == around), None)
    if mine is None or mine < SHOWN:
        return tuple(places[:SHOWN])
    near = places[max(SHOWN // 2, mine - AROUND) : mine + AROUND + 1]
    return (*places[: SHOWN // 2], *near)
