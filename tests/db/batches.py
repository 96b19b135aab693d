"""What tests of shared commits stand on: a connection that can be made to fail, units, and their outcomes."""

import sqlite3

from bot.db import batch
from bot.db.batch import Returned
from bot.db.connect import UnitConnection


class Recording(UnitConnection):
    """Remembers the statements that begin and end transactions, and fails those it is told to."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.seen = []
        self.failing = {}
        self.rollback_fails = False

    def execute(self, sql, *parameters):
        word = sql.split()[0]
        self.seen.append(word)
        if self.failing.get(word, 0) > 0:
            self.failing[word] -= 1
            raise storage_error(sqlite3.SQLITE_IOERR, "SQLITE_IOERR_FSYNC")
        return super().execute(sql, *parameters)

    def rollback(self):
        if self.rollback_fails and self.in_transaction:
            self.rollback_fails = False
            raise storage_error(sqlite3.SQLITE_IOERR, "SQLITE_IOERR_WRITE")
        super().rollback()

    @property
    def commits(self):
        return self.seen.count("COMMIT")


class StopClock:
    """A timer that a test moves on, in seconds."""

    now = 0.0

    def __call__(self):
        return self.now


STANDING = StopClock()


def storage_error(code, name):
    """An error as SQLite raises it."""
    error = sqlite3.OperationalError("injected")
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


def begun(connect):
    """A connection with an empty table of numbers."""
    connection = connect(Recording)
    connection.execute("CREATE TABLE numbers (n INTEGER, filling BLOB) STRICT")
    connection.seen.clear()
    return connection


def run_batch(connection, units, timer=STANDING):
    """The batch on a clock that stands still, however slow the machine."""
    return batch.run_batch(connection, units, timer=timer)


def add(n, size=0):
    """A unit that adds a number, with a filling of so many bytes."""

    def unit(tx):
        tx.execute("INSERT INTO numbers VALUES (?, zeroblob(?))", (n, size))
        return n

    return unit


def numbers(connection):
    """The numbers that are kept, in the order in which they came."""
    return [row["n"] for row in connection.execute("SELECT n FROM numbers ORDER BY rowid")]


def results(outcomes):
    """What each unit returned, or the kind of its error."""
    return [o.value if isinstance(o, Returned) else type(o.error) for o in outcomes]


def errors(outcomes):
    """The errors as the callers see them."""
    seen = []
    for outcome in outcomes:
        try:
            outcome.unwrap()
        except Exception as error:
            seen.append(error)
    return seen


def leave_room_for(connection, pages):
    """Let the file grow by so many pages and no more, as on a disk that is nearly full."""
    used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {used + pages}")
