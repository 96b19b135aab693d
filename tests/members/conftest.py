"""A club in which members log, clap, choose and take back, for tests of what is held about whom."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bot import almanac
from bot.kudos import service as kudos
from bot.members import service as members
from bot.runs import answers, posts
from bot.runs.mending import Mending
from bot.runs.model import Form, Post
from tests.rooms import database, new_book

BEGIN = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)


class Play:
    """A database of its own, a clock, and everything members can do that leaves a row."""

    def __init__(self, forgotten=None):
        self.tx = database()
        self.now = BEGIN
        self.book = new_book(forgotten=forgotten)
        self.logged = []

    @property
    def ms(self):
        """The present as it is stored."""
        return almanac.to_ms(self.now)

    def wait(self, milliseconds):
        """Let time pass."""
        self.now += timedelta(milliseconds=milliseconds)

    def log(
        self, member_id, club_id=1, *, note=None, private=False, answered=True, message_id=None
    ):
        """A run by a message of its own; gives what the service gave."""
        message_id = message_id or 700_000_000_000_000_000 + len(self.logged)
        post = Post(
            club_id=club_id,
            club_name="Owls",
            member_id=member_id,
            member_name=called(member_id),
            source=f"message:{message_id}",
            posted_at=self.now,
            private=private,
            channel_id=500_000_000_000_000_000 + club_id,
            message_id=message_id,
        )
        logged = self.book.log_form(self.tx, post, Form(note=note), now=self.now)
        if answered:
            answers.answered(self.tx, logged.post.post_id, post.channel_id, message_id + 1)
        self.logged.append(logged)
        return logged

    def clap(self, member_id, logged):
        """👏 for a post, given or taken back."""
        post = logged.post
        stored = posts.by_id(self.tx, post.post_id)
        kudos.press(
            self.tx,
            post.post_id,
            member_id,
            called(member_id),
            club_id=post.club_id,
            answer_id=stored.answer_id if stored else None,
            now=self.now,
        )

    def choose(self, member_id, **chosen):
        """Settings."""
        members.choose(self.tx, member_id, now=self.now, **chosen)

    def withdraw(self, logged):
        """The runner takes the first run of a post back."""
        run = logged.runs[0]
        Mending(self.book).withdraw(self.tx, run.club_id, run.member_id, run.run_id, now=self.now)

    def rows(self):
        """Every row of every table, as (table, row)."""
        tables = self.tx.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted(name for (name,) in tables if not name.startswith("sqlite_"))
        return [(n, dict(row)) for n in names for row in self.tx.execute(f"SELECT * FROM {n}")]

    def close(self):
        """The end."""
        self.tx.close()


def called(member_id):
    """The name of a member, recognizable wherever it stands."""
    return f"name-of-{member_id}"


@pytest.fixture(scope="session")
def new_play():
    """Opens a `Play`; for property tests, which need one for each example."""
    return lambda *details: closing(Play(*details))


@pytest.fixture
def play():
    """One `Play` for one test."""
    with closing(Play()) as play:
        yield play
