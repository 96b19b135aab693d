"""What a correction is; pure."""

from dataclasses import dataclass
from datetime import date, datetime

EDIT, VOID, RETURN, GUEST = "edit", "void", "return", "guest"
MAX_REASON = 200


@dataclass(frozen=True, slots=True)
class Figures:
    """What of a run the club can see: its day, metres, seconds and kind."""

    day: date
    distance_m: int | None
    duration_s: int | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing an organizer did to somebody's run; `was` is None where there was nothing before."""

    correction_id: int
    club_id: int
    member_id: int
    organizer_id: int | None
    """None when the organizer asked to be forgotten."""
    run_id: int
    act: str
    reason: str | None
    was: Figures | None
    became: Figures
    corrected_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A correction for its runner's eyes, with their units and today."""

    correction: Correction
    units: str
    today: date


@dataclass(frozen=True, slots=True)
class History:
    """The last corrections of a club, for an organizer's eyes."""

    corrections: tuple[Correction, ...]
    names: dict[int, str]
    units: str
    today: date
    older: int | None
    """The number before which more follow, or None."""
