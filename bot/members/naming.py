"""Not being named: what a member chooses holds for what the bot said before, too."""

import sqlite3
from datetime import datetime
from typing import Any

from bot.clubs.model import Defaults
from bot.members import service as members
from bot.members.model import Pause, Preferences
from bot.runs.answers import drop_public_answers


def choose(
    tx: sqlite3.Connection,
    member_id: int,
    /,
    *,
    now: datetime,
    **chosen: Any,  # noqa: ANN401
) -> Preferences:
    """As `members.choose`; the public answers of a member who is named no longer are to go from chat."""
    before = members.preferences_of(tx, member_id)
    after = members.choose(tx, member_id, now=now, **chosen)
    if before.named and not after.named:
        drop_public_answers(tx, member_id)
    return after


def pause_from_today(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    days: int,
    reason: str | None,
    *,
    now: datetime,
    defaults: Defaults,
) -> Pause | None:
    """As `members.pause_from_today`; a pause that begins takes earlier answers from chat, as not being named does.

    What looks otherwise would tell everybody which of the two it is.
    """
    begun = members.pause_from_today(
        tx, club_id, member_id, days, reason, now=now, defaults=defaults
    )
    if begun is not None:
        drop_public_answers(tx, member_id)
    return begun
