"""Not being named: what a member chooses holds for what the bot said before, too."""

import sqlite3
from datetime import datetime
from typing import Unpack

from bot.calls import service as calls
from bot.challenges import service as challenges
from bot.clubs.model import Defaults
from bot.joys import service as joys
from bot.members import service as members
from bot.members.model import Choices, Pause, Preferences
from bot.named import service as named
from bot.rewards import service as rewards
from bot.runs.answers import drop_public_answers


def choose(
    tx: sqlite3.Connection, member_id: int, /, *, now: datetime, **chosen: Unpack[Choices]
) -> Preferences:
    """As `members.choose`; whoever is named no longer goes from what was said before."""
    before = members.preferences_of(tx, member_id)
    after = members.choose(tx, member_id, now=now, **chosen)
    if before.named and not after.named:
        _take_name_away(tx, member_id)
    if before.named != after.named:
        rewards.look_again(tx, member_id, now=now)
    return after


def _take_name_away(tx: sqlite3.Connection, member_id: int) -> None:
    """What was said or shared of them is to go from chat, thanks of challenges and recaps are to be told anew."""
    drop_public_answers(tx, member_id)
    calls.take_name_away(tx, member_id)
    named.take_away(tx, member_id)
    joys.take_back(tx, member_id)
    challenges.show_anew(tx, member_id)


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
        _take_name_away(tx, member_id)
    rewards.look_again(tx, member_id, now=now)
    return begun
