"""What must be true of a file before the bot works on it: locked, private, ours, up to date."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from bot.db.connect import (
    UnitConnection,
    closed_on_error,
    open_plain,
    require_sqlite,
    set_up,
    set_up_writer,
    worded,
)
from bot.db.lock import Lock
from bot.db.schema import examine, migrate, migration_files
from bot.errors import DatabaseReadOnly, DatabaseUnreadable


def take(path: Path) -> tuple[Path, Lock]:
    """Lock `path` and make it a file that only its owner can read; the real path and its lock.

    Raises DatabaseInUse, DatabaseReadOnly, DatabaseUnreadable or SqliteTooOld.
    """
    require_sqlite()
    with worded(path):
        path = path.resolve()  # two names of one file share one lock
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = Lock.acquire(path)
    try:
        make_private(path)
    except BaseException:
        lock.release()
        raise
    return path, lock


def open_writer(
    path: Path, migrations: Path, before_upgrade: Callable[[int], object]
) -> UnitConnection:
    """The one writing connection, its schema up to date; `before_upgrade` as in `migrate`."""
    with worded(path):
        connection = open_plain(path, "rw", UnitConnection)
        with closed_on_error(connection):
            examine(connection, path, known=len(migration_files(migrations)))
            set_up_writer(connection, path)
            migrate(connection, migrations, before_upgrade=before_upgrade)
            return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """The bot's own reading connection."""
    with worded(path):
        connection = open_plain(path, "rw", sqlite3.Connection)
        with closed_on_error(connection):
            set_up(connection)
            connection.execute("PRAGMA query_only = ON")
            return connection


def make_private(path: Path) -> None:
    """See to it that `path` is a file only its owner can read; raises DatabaseReadOnly or -Unreadable.

    An existing file is never opened here: closing it again would drop the locks that another
    connection of this process holds.
    """
    with worded(path):
        if path.is_dir():
            raise DatabaseUnreadable(path, "it is a folder")
        _create(path)
        for file in (path, *beside(path)):
            if file.exists():
                _owner_only(file)
    for place in (path, path.parent):
        if not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise DatabaseReadOnly(path, f"no right to write {place.name}")


def beside(path: Path) -> tuple[Path, Path]:
    """The write-ahead log of `path` and its index."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _create(path: Path) -> None:
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _owner_only(file: Path) -> None:
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
