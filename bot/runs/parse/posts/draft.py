"""A run in the making."""

import sys
from dataclasses import dataclass, field, replace

from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.stance import Stance


@dataclass(slots=True)
class Draft:
    """A run in the making, told by figures at `places`, of which `first` and `last` are the outermost.

    `open_unit` says that its distance was told without a unit.
    """

    distance: float | None = None
    unit: float = 0.0
    times: list[Quantity] = field(default_factory=list)
    duration: int | None = None
    pace: float | None = None
    day: int | None = None
    climb: int | None = None
    open_unit: bool = False
    named: bool = False
    reps: bool = False
    places: list[int] = field(default_factory=list)
    first: int = sys.maxsize
    last: int = -1
    clauses: list[int] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)

    @property
    def by_a_clock(self) -> bool:
        """Whether a time is told as a watch shows it: 24:30."""
        return Measure.CLOCK in [time.measure for time in self.times]

    @property
    def timed(self) -> bool:
        """Whether it is known how long it took, or how fast it was."""
        return self.duration is not None or self.pace is not None

    def take(self, member: Cast) -> None:
        """Remember where a figure of this run stands, and what its clause speaks of."""
        _, _, place, clause, stance = member
        self.places.append(place)
        if place < self.first:
            self.first = place
        if place > self.last:
            self.last = place
        self.clauses.append(clause)
        self.stances.append(stance)

    def again(self, day: int | None) -> "Draft":
        """A run as long, told by the same figures, on another day."""
        told = (list(self.places), list(self.clauses), list(self.stances))
        places, clauses, stances = told
        return replace(
            self, day=day, places=places, clauses=clauses, stances=stances, times=[], climb=None
        )

    def join(self, other: "Draft") -> None:
        """Remember where the figures of another stand, which tell of the same run."""
        self.places += other.places
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.clauses += other.clauses
        self.stances += other.stances
