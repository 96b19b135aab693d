"""What a run is, what may be stored as one, and what the member who logged it is told.

Records with many fields that every post makes anew are named tuples, which are made in a fifth of the time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from bot.clubs.model import Club
from bot.members.model import Outlook

RUN_KINDS = ("easy", "recovery", "long", "tempo", "intervals", "race", "trail", "treadmill", "walk")
VOLUNTEER = "volunteer"
"""A day of helping out at a run: an active day and no run, so that it has no figures and is in no sum."""
KINDS = (*RUN_KINDS, VOLUNTEER)

MAX_AGE = timedelta(days=3660)
MAX_NOTE = 500
RESTORABLE = timedelta(days=30)
RUNS_TOLD = 10
"""An answer tells no more runs of a post than these."""

VOID = "void"
"""Why a run is withdrawn that an organizer took out."""

FIELDS = ("day", "distance_m", "duration_s", "kind")
"""What a message tells of a run, and what may be set by hand instead."""


def hash_of(source: str, text: str) -> bytes:
    """What remains of a message's words: enough to notice an edit, and of no other use."""
    return blake2b(
        text.encode("utf-8", "replace"), key=source.encode()[:64], digest_size=16
    ).digest()


@dataclass(frozen=True, slots=True)
class Post:
    """One act of logging as it came in: a message, a command or a form, before it is anything."""

    club_id: int
    club_name: str
    member_id: int
    member_name: str
    source: str
    """What makes a second delivery of the same act recognizable: the message with its author, or the interaction."""
    posted_at: datetime
    private: bool = False
    channel_id: int | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A run about to be stored: metres, seconds and the local day; what is unknown is None."""

    day: date
    distance_m: int | None = None
    duration_s: int | None = None
    kind: str | None = None
    note: str | None = None
    tags: frozenset[str] = frozenset()
    """Words for the answer (rain, dark, ...); said once and never stored."""


class Run(NamedTuple):
    """A stored run: metres, seconds, UTC instants, and its local day."""

    run_id: int
    post_id: int
    club_id: int
    member_id: int
    day: date
    distance_m: int | None
    duration_s: int | None
    kind: str | None
    note: str | None
    private: bool
    logged_at: datetime
    withdrawn_at: datetime | None
    position: int = 0
    """Which of the runs of its post it is, counted from 0."""
    by_hand: frozenset[str] = frozenset()
    """The fields that somebody set otherwise than by writing the message."""
    withdrawn_by: str | None = None
    """"member", VOID, "deletion" of its message, or an "edit" that no longer tells of it."""

    gone_by: str | None = None
    """What else hides a VOID run: "member", "deletion" or "edit"; it stays hidden when the organizer relents."""

    @property
    def is_run(self) -> bool:
        """False for a day of helping out, which is stored and followed as runs are."""
        return self.kind != VOLUNTEER

    @property
    def is_kept_out(self) -> bool:
        """Whether somebody took it out for good, whatever becomes of its message."""
        return self.withdrawn_by in ("member", VOID)

    @property
    def pace_s_per_km(self) -> int | None:
        """Seconds for a kilometre, rounded, or None without both figures."""
        return pace_of(self.distance_m, self.duration_s)


class Figures(NamedTuple):
    """What counts of a stored run, for whoever adds many of them up."""

    run_id: int
    post_id: int
    member_id: int
    day: date
    distance_m: int | None
    duration_s: int | None
    kind: str | None
    private: bool
    logged_at: int
    """Milliseconds since 1970."""

    @property
    def is_run(self) -> bool:
        """False for a day of helping out."""
        return self.kind != VOLUNTEER


@dataclass(frozen=True, slots=True)
class Measure:
    """How runs are added up: in which unit, and how much of each, of a day and of a span counts at most."""

    metric: str
    """"distance" (metres), "time" (seconds), "runs", "people" (1 for any run), or active "days"."""
    kinds: tuple[str, ...] = ()
    """Kinds of run that count, "" for one without a kind; none means every kind."""
    cap_run: int | None = None
    cap_day: int | None = None
    cap_span: int | None = None


@dataclass(frozen=True, slots=True)
class RunChanged:
    """A run before and after a change: None before it was logged, None after it was withdrawn."""

    before: Run | None
    after: Run | None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a feature has to say about a changed run; each cog words what it shows."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a run as somebody typed them; None or empty is not said (or, in an edit, unchanged)."""

    distance: str | None = None
    time: str | None = None
    when: str | None = None
    kind: str | None = None
    note: str | None = None

    @property
    def has_long_note(self) -> bool:
        """Whether the note is longer than what is kept of it."""
        return len((self.note or "").strip()) > MAX_NOTE


class StoredPost(NamedTuple):
    """A post that counted, and where its answer stands (None where it has none)."""

    post_id: int
    club_id: int
    member_id: int
    private: bool
    channel_id: int | None
    message_id: int | None
    answer_id: int | None
    posted_at: datetime
    text_hash: bytes | None = None
    """Of the message as it was read, so that an edit is noticed; the words themselves are kept nowhere."""
    zone: str | None = None
    """In which the post is always read, whatever its author moves to later; None for older posts."""
    answered: bool = False
    """Whether it had an answer, which comes again where its runs come back."""


@dataclass(frozen=True, slots=True)
class Place:
    """The club that a post belongs to, and how its member sees figures and days there."""

    club: Club
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Totals:
    """What a member ran in some days, in metres and runs, and how often they helped out."""

    distance_m: int
    runs: int
    helped: int = 0


class Logged(NamedTuple):
    """A post and its runs with everything the answer needs, so that nobody asks again."""

    post: StoredPost
    runs: tuple[Run, ...]
    named: bool
    units: str
    replies: str
    today: date
    week: Totals
    """Of the week that holds the latest run of the post."""
    is_this_week: bool
    """Whether that is also the week of `today`."""
    is_new: bool = False
    """False when the same post was seen before: nothing was stored a second time."""
    facts: tuple[Fact, ...] = ()
    quiet: bool = False
    """It is counted with ✅ and no word, since its author is in a hard hour."""

    @property
    def is_worded(self) -> bool:
        """Whether more than ✅ is seen of it."""
        return not self.quiet and is_worded(self.post, self.named, self.replies)


def is_worded(post: StoredPost, named: bool, replies: str) -> bool:
    """Whether a post is answered in words; of a member who is not named there are none in public."""
    return post.private or (named and replies != "reaction")


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What a deletion left to do in chat."""

    taken: int
    """How many posts lost their runs, whose answers are to go."""
    back: tuple[Logged, ...]
    """Posts that count again and want a new answer."""


Pick = tuple[int, int, str, int | None, int | None, int]
"""A run as a picker tells it from others: its number, whose it is, day (ISO), metres, seconds, and 1 for helping."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Runs of these days, of these members, or with this in their figures: all that fit, and perhaps more."""

    days: tuple[str, ...]
    member_ids: tuple[int, ...]
    figure: str | None
    any_figures: bool
    """The word stands beside figures, such as "km": every run fits."""
    no_figures: bool
    """The word stands where a run has none."""
    helped: bool
    """The word stands for a day of helping out."""


@dataclass(frozen=True, slots=True)
class Picks:
    """Runs to pick from, the newest first, with what is needed to show them."""

    runs: Iterable[Pick]
    name_of: Callable[[int], str] | None
    """Whose they are; None where they are all the picker's own."""
    units: str
    today: date


Choices = list[tuple[str, int]]
"""What a picker offers: how each run is called, and its number."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Some of a member's runs for that member's eyes, with what is needed to show them."""

    runs: tuple[Run, ...]
    total: Totals
    """Of the whole period, also where not every run is listed."""
    restorable: tuple[Run, ...]
    units: str
    today: date


PERIODS = ("week", "month", "year", "all")


def first_day(period: str, *, today: date, week_start: date) -> date:
    """The first day of the period that `today` is in; `week_start` is the first day of its week."""
    return {
        "week": week_start,
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
        "all": date.min,
    }[period]


def pace_of(distance_m: int | None, duration_s: int | None) -> int | None:
    """Seconds for a kilometre, rounded, or None without both figures."""
    if not distance_m or not duration_s:
        return None
    return round(duration_s * 1000 / distance_m)


def complete(
    distance_m: int | None, duration_s: int | None, pace_s_per_km: int | None
) -> tuple[int | None, int | None]:
    """Distance and time, the missing one worked out where a pace allows it."""
    if pace_s_per_km and distance_m and duration_s is None:
        duration_s = round(pace_s_per_km * distance_m / 1000)
    elif pace_s_per_km and duration_s and distance_m is None:
        distance_m = round(duration_s * 1000 / pace_s_per_km)
    return distance_m, duration_s
