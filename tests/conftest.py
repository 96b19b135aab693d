"""What every room's tests share: an open transaction on the real schema, in memory."""

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from bot.db.schema import MIGRATIONS, migration_files

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
