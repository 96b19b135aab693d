"""The roles that a quantity may have in a run, and a quantity in its role."""

from typing import NamedTuple

from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.names import Names


class Role(Names):
    """What a quantity is to the run; only the first group reaches it."""

    DISTANCE = "distance"
    TOTAL = "total distance"
    TIME = "time"
    PACE = "pace"
    DAY = "day"
    PART = "part"  # warm-up, main part, cool-down: summed
    REPS = "repeats"
    CLIMB = "climb"
    OPEN = "number without unit"
    SPLIT = "split"
    BOUND = "bound"  # sub 25
    DIFFERENCE = "difference"
    REST = "rest"
    POINT = "point on the way"
    OTHER = "something else"
    DENIED = "not of a run"


class Cast(NamedTuple):
    """A quantity in its role; `place` is its index among the items, `stance` that of its clause."""

    quantity: Quantity
    role: Role
    place: int
    clause: int
    stance: Stance

    @property
    def is_distance(self) -> bool:
        """Whether a distance was read there."""
        return self.quantity.measure is Measure.DISTANCE
