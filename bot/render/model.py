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


@dataclass(frozen=True, slots=True)
class RecapCard:
    """A club's week: at most three figures beside the total, four highlights and three challenges are shown."""

    club: str
    week: str
    total: Figure
    figures: tuple[Figure, ...]
    days: Chart
    highlights: tuple[str, ...] = ()
    challenges: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a journey, `share` of the way along it."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Journey:
    """A route of stops in their order, the first at 0 and the last at 1; `share` is where the club is."""

    stops: tuple[Stop, ...]
    share: float


@dataclass(frozen=True, slots=True)
class ChallengeCard:
    """A challenge as it stands: one of progress, teams (at most eight, in the order given) and journey is drawn.

    `value` is the large words over it ("412 of 1,000 km"), `note` what stands beneath ("588 km to go").
    """

    title: str
    kind: str
    value: str
    note: str = ""
    progress: float | None = 0.0
    """How full the bar is; None draws none."""
    teams: tuple[Progress, ...] = ()
    journey: Journey | None = None
    participants: str = ""
    time_left: str = ""


@dataclass(frozen=True, slots=True)
class YearCard:
    """A letter from a member's or a club's year: at most four figures and three findings are shown."""

    name: str
    year: str
    title: str
    figures: tuple[Figure, ...]
    calendar: Calendar
    findings: tuple[str, ...] = ()
    closing: str = ""


Card = StatsCard | RecapCard | ChallengeCard | YearCard
