"""A whole, verified copy of a database file, as it was at one moment, beside whoever writes to it."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.db.connect import open_plain, worded
from bot.db.schema import version_of
from bot.errors import DatabaseMissing, DatabaseUnreadable

_COMPANIONS = ("-wal", "-shm", "-journal")


def copy_verified(source: Path, target: Path) -> Path:
    """A copy of `source` on disk, owner-only, under a temporary name; the caller renames it to `target`.

    Raises DatabaseMissing, DatabaseUnreadable when the source is unsound, and a HostError when the
    copy cannot be written; nothing is left behind then.
    """
    if not source.exists():
        raise DatabaseMissing(source)
    with worded(target.parent):
        descriptor, name = tempfile.mkstemp(".partial", f"{target.name}.", target.parent)
        os.close(descriptor)
    partial = Path(name)
    with removed_on_error(partial):
        _pour(source, partial)
        fault = fault_of(partial)
        if fault is not None:
            raise DatabaseUnreadable(source, fault)
        with worded(partial):
            flush(partial)
    return partial


@contextmanager
def removed_on_error(partial: Path) -> Iterator[None]:
    """Remove a file that is not whole yet when the block fails."""
    try:
        yield
    except BaseException:
        remove(partial)
        raise


def fault_of(path: Path) -> str | None:
    """The first fault of a database file, or None when it is sound and of Second Wind."""
    try:
        with closing(open_plain(path, "ro", sqlite3.Connection)) as connection:
            return first_fault(connection)
    except sqlite3.Error as error:
        return str(error)


def first_fault(connection: sqlite3.Connection) -> str | None:
    """The same over an open connection."""
    # Not quick_check: up to SQLite 3.40 it finds NULLs where a key of a table without rowid is reordered.
    if version_of(connection) < 1:
        return "it is no database of Second Wind"
    answer: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if answer != "ok":
        return answer
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"a row of {orphan[0]} refers to nothing" if orphan else None


def flush(path: Path) -> None:
    """Have the system write `path`, a file or a folder, to disk."""
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a database file of which no connection is open, and its companions."""
    for file in (path, *companions(path)):
        file.unlink(missing_ok=True)


def companions(path: Path) -> list[Path]:
    """The names of what SQLite may keep beside `path`."""
    return [path.with_name(path.name + suffix) for suffix in _COMPANIONS]


def _pour(source: Path, target: Path) -> None:
    with (
        worded(source),
        closing(open_plain(source, "ro", sqlite3.Connection)) as origin,
        closing(open_plain(target, "rw", sqlite3.Connection)) as copy,
    ):
        # A read transaction first: it waits for a lock as long as we say, `backup` for ever.
        origin.execute("BEGIN")
        origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
