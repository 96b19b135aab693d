"""What each card shows: plain values, and sentences that were worded elsewhere. Titles may be empty."""

from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Figure:
    """A large value over its label: "42.3 km", "this month"."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A bar with a name over it and a note beside that: share 0 to 1, more is shown as 1."""

    title: str
    share: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart. Labels that stand too close are left out, the last one never."""

    label: str
    metres: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars side by side; `top` words the highest of them."""

    title: str
    bars: tuple[Bar, ...]
    top: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A square a day, seven in a column. `first` opens a week of the club; None is a day without a run, and 0 one
    with a run of unknown distance. Colours are measured by the member's own days."""

    title: str
    first: date
    metres: tuple[int | None, ...]
    months: tuple[str, ...] = MONTHS


@dataclass(frozen=True, slots=True)
class Best:
    """A row of bests: "5 km", "24:30", "14 May"."""

    distance: str
    time: str
    day: str


@dataclass(frozen=True, slots=True)
class StatsCard:
    """A member's running: at most four figures and six bests are shown."""

    name: str
    period: str
    figures: tuple[Figure, ...]
    calendar: Calendar
    chart: Chart
    bests_title: str = ""
    bests: tuple[Best, ...] = ()
    streak: Figure | None = None
    milestone: Progress | None = None


Card = StatsCard
