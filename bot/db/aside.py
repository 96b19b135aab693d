"""A look at a database beside the bot that may be running on it: changes nothing, checkpoints nothing."""

import sqlite3
from pathlib import Path

from bot.db.connect import closed_on_error, open_plain, set_up, worded
from bot.errors import DatabaseMissing


def open_beside(path: Path) -> sqlite3.Connection:
    """A connection that can only read; the caller closes it.

    `mode=ro` also keeps it from folding the write-ahead log into the file when it is the last to
    close. Raises DatabaseMissing and DatabaseUnreadable.
    """
    if not path.exists():
        raise DatabaseMissing(path)
    with worded(path):
        connection = open_plain(path, "ro", sqlite3.Connection)
        with closed_on_error(connection):
            set_up(connection)
            connection.execute("PRAGMA query_only = ON")
            return connection
