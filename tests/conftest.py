"""What every room's tests share: an open transaction on the real schema, in memory."""

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from bot.app import TELLERS
from bot.clubs.model import Defaults
from bot.db.schema import MIGRATIONS, migration_files
from bot.joys import service as joys
from bot.rewards import service as rewards
from bot.runs.model import Form, Post
from bot.runs.service import RunBook

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
"""A Wednesday evening."""


@pytest.fixture
def now():
    """The present of the rooms' tests."""
    return NOW


@contextmanager
def _transaction():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    for file in migration_files(MIGRATIONS):
        connection.executescript(file.read_text("utf-8"))
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN")
    yield connection
    connection.close()


@pytest.fixture
def tx():
    """A transaction on a fresh database with the schema as it is shipped."""
    with _transaction() as connection:
        yield connection


@pytest.fixture(scope="session")
def new_tx():
    """Opens transactions of one's own, for property tests, which need one for each example."""
    return _transaction


class NobodyForgotten:
    """Nobody asked to be forgotten."""

    def covers(self, member_id, instant):
        """Never."""
        return False


class Runner:
    """One member of one club, who logs by form; everything that features tell of a run is told."""

    club_id, member_id = 1, 11

    def __init__(self, tx, now):
        self.tx = tx
        self.now = now
        self.posts = 0
        self.book = RunBook(
            reactions=(joys.follow, rewards.follow),
            tellers=TELLERS,
            joys=joys,
            forgotten=NobodyForgotten(),
            defaults=Defaults(),
        )

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
        return self._with(self.book.withdraw, logged)

    def restore(self, logged):
        """The run is brought back."""
        return self._with(self.book.restore, logged)

    def edit(self, logged, **fields):
        """The run is changed by hand."""
        return self._with(self.book.edit, logged, Form(**fields))

    def _with(self, change, logged, *more):
        run_id = logged.post.post_id  # one run a post, so both count alike
        return change(self.tx, self.club_id, logged.post.member_id, run_id, *more, now=self.now)


@pytest.fixture
def runner(tx, now):
    """A member who logs runs."""
    return Runner(tx, now)


@pytest.fixture(scope="session")
def new_runner():
    """Gives members with a database of their own, for property tests, which need one for each example."""

    @contextmanager
    def opened():
        with _transaction() as connection:
            yield Runner(connection, NOW)

    return opened
