"""One 👏 per member and post: a press gives it, a second press takes it back."""

import sqlite3
from datetime import datetime
from typing import ClassVar

from bot import almanac
from bot.errors import Refusal
from bot.kudos import store
from bot.members import service as members
from bot.runs import service as runs


class OwnRun(Refusal):
    """A 👏 for one's own run."""

    key: ClassVar[str] = "kudos.own_run"


class RunGone(Refusal):
    """The run behind the button was taken back or forgotten."""

    key: ClassVar[str] = "kudos.run_gone"


def press(
    tx: sqlite3.Connection,
    post_id: int,
    member_id: int,
    member_name: str,
    *,
    club_id: int,
    now: datetime,
) -> int:
    """Gives the member's 👏, or takes it back; gives the count. Raises OwnRun, RunGone."""
    post = runs.post_with_runs(tx, post_id)
    if post is None or post.private or post.club_id != club_id:
        raise RunGone
    if post.member_id == member_id:
        raise OwnRun
    if not store.give(tx, post_id, member_id, at=almanac.to_ms(now)):
        store.take_back(tx, post_id, member_id)
    members.act(tx, post.club_id, member_id, member_name, now=now)
    return store.count(tx, post_id)


def count(tx: sqlite3.Connection, post_id: int) -> int:
    """How many members gave 👏 to the post."""
    return store.count(tx, post_id)
