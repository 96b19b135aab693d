"""A week that was told on demand, and for how long such things are kept in mind."""

from dataclasses import dataclass
from datetime import date, timedelta

KEPT = timedelta(days=90)
"""For so long what was told can be put right."""


@dataclass(frozen=True, slots=True)
class ToldWeek:
    """A message that tells a week of a club; the digest is of what it says."""

    message_id: int
    channel_id: int
    club_id: int
    first: date
    digest: str
