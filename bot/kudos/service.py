"""One 👏 per member and post: a press gives it, a second press takes it back."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
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


class OtherAnswer(Refusal):
    """A button that does not stand under the answer to the run it names."""

    key: ClassVar[str] = "errors.outdated"


@dataclass(frozen=True, slots=True)
class Pressed:
    """How many members clap now, and whether what was pressed is surely the post's answer.

    It is not known while the answer is still on its way into the book; its button must then be left alone.
    """

    count: int
    is_its_answer: bool


def press(
    tx: sqlite3.Connection,
    post_id: int,
    member_id: int,
    member_name: str,
    *,
    club_id: int,
    answer_id: int | None,
    now: datetime,
) -> Pressed:
    """Gives the member's 👏, or takes it back. Raises OwnRun, RunGone, OtherAnswer.

    `answer_id` is the message whose button was pressed: no other answer than its own claps for a post.
    """
    post = runs.post_with_runs(tx, post_id)
    if post is None or post.private or post.club_id != club_id:
        raise RunGone
    if post.answer_id not in (None, answer_id):
        raise OtherAnswer
    if post.member_id == member_id:
        raise OwnRun
    if not store.give(tx, post_id, member_id, at=almanac.to_ms(now)):
        store.take_back(tx, post_id, member_id)
    members.act(tx, post.club_id, member_id, member_name, now=now)
    return Pressed(store.count(tx, post_id), is_its_answer=post.answer_id is not None)


def count(tx: sqlite3.Connection, post_id: int) -> int:
    """How many members gave 👏 to the post."""
    return store.count(tx, post_id)


def to_club(
    tx: sqlite3.Connection, club_id: int, first: date, last: date, *, until: datetime
) -> int:
    """How many kudos were given, before an instant, to public runs of those days."""
    return store.to_club(tx, club_id, first, last, before=almanac.to_ms(until))


def received(
    tx: sqlite3.Connection,
    member_id: int,
    first: date,
    last: date,
    *,
    until: datetime,
    club_id: int | None = None,
) -> int:
    """How many kudos a member had, before an instant, for runs of those days; everywhere or in one club."""
    return store.received(tx, member_id, first, last, before=almanac.to_ms(until), club_id=club_id)


def given(
    tx: sqlite3.Connection,
    member_id: int,
    since: datetime,
    until: datetime,
    *,
    club_id: int | None = None,
) -> int:
    """How many kudos a member gave between two instants, everywhere or in one club."""
    between = almanac.to_ms(since), almanac.to_ms(until)
    return store.given(tx, member_id, *between, club_id=club_id)
