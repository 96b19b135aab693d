"""What tests of the rooms begin with: a day, a database with the schema as it is shipped, a book, a member who runs."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache

from bot.app import TELLERS
from bot.clubs.model import Defaults
from bot.db.schema import MIGRATIONS, migration_files
from bot.joys import service as joys
from bot.rewards import service as rewards
from bot.runs.mending import Mending
from bot.runs.model import Form, Post
from bot.runs.service import RunBook

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
"""A Wednesday evening."""
TODAY = NOW.date()


def days_ago(days):
    """The day that was so many before today."""
    return TODAY - timedelta(days=days)


def database():
    """A connection of its own to a fresh database in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_empty())
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@cache
def _empty():
    """The bytes of a database with the schema and nothing else: built once, since every migration takes its time."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for file in migration_files(MIGRATIONS):
            connection.executescript(file.read_text("utf-8"))
        return connection.serialize()


class NobodyForgotten:
    """Nobody asked to be forgotten."""

    def covers(self, member_id, instant):
        """Never."""
        return False


def new_book(*reactions, forgotten=None, **more):
    """A book that logs runs, with what follows a change of one."""
    forgotten = forgotten or NobodyForgotten()
    return RunBook(reactions=reactions, forgotten=forgotten, defaults=Defaults(), **more)


class Runner:
    """One member of one club, who logs by form; everything that features tell of a run is told."""

    club_id, member_id = 1, 11

    def __init__(self, tx, now):
        self.tx = tx
        self.now = now
        self.posts = 0
        self.book = new_book(joys.follow, rewards.follow, tellers=TELLERS, joys=joys)

    def log(
        self,
        day,
        metres=None,
        seconds=None,
        *,
        private=False,
        member_id=None,
        kind=None,
        note=None,
    ):
        """A run of that day; gives what its answer is made of."""
        self.posts += 1
        post = Post(
            self.club_id,
            "Owls",
            member_id or self.member_id,
            "Ana",
            f"interaction:{self.posts}",
            self.now,
            private=private,
        )
        form = Form(
            distance=f"{metres} m" if metres else None,
            time=f"{seconds} s" if seconds else None,
            when=day.isoformat(),
            kind=kind,
            note=note,
        )
        return self.book.log_form(self.tx, post, form, now=self.now)

    def told(self, logged, name):
        """What is said of a logged run under that name."""
        return [fact.value for fact in logged.facts if fact.name == name]

    def told_now(self, logged, name):
        """The same, asked anew."""
        return self.told(self.book.view(self.tx, logged.post.post_id, now=self.now), name)

    def withdraw(self, logged):
        """The run is taken back."""
        return self._with(Mending(self.book).withdraw, logged)

    def restore(self, logged):
        """The run is brought back."""
        return self._with(Mending(self.book).restore, logged)

    def edit(self, logged, **fields):
        """The run is changed by hand."""
        return self._with(Mending(self.book).edit, logged, Form(**fields))

    def _with(self, change, logged, *more):
        run_id = logged.post.post_id  # one run a post, so both count alike
        return change(self.tx, self.club_id, logged.post.member_id, run_id, *more, now=self.now)
