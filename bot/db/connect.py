"""How a connection is opened and set up; the only place that knows our pragmas."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeVar

from bot.db.failures import (
    StorageBroken,
    StorageDamaged,
    StorageFailed,
    StorageReadOnly,
    file_failure,
    storage_failure,
)
from bot.errors import DatabaseReadOnly, DatabaseUnreadable, HostError, SqliteTooOld

C = TypeVar("C", bound=sqlite3.Connection)
T = TypeVar("T")

BUSY_SECONDS = 5.0
CHECKPOINT_PAGES = 4000  # of 4 KiB; hot pages go into the file once in 16 MB, not in 4
LOG_KEPT_BYTES = 24 * 1024 * 1024  # above it, or each round of the log would grow it anew
LOG_FOLDED_BYTES = 18 * 1024 * 1024  # by then the checkpoint of 16 MB found somebody reading
LOG_STEP_BYTES = 1024 * 1024
LOG_UNWEIGHED_COMMITS = 8  # so many in a row are not worth a look at the size of the log
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables


class UnitConnection(sqlite3.Connection):
    """A connection on which a piece of work cannot begin or end the transaction it is part of.

    `with tx:`, `tx.commit()` or `executescript` in a unit would make the half-done work of its
    neighbours durable, so SQLite answers them with "not authorized". SQLite asks when it prepares
    a statement: our own BEGIN and COMMIT carry a comment, or a unit would find them prepared.
    """

    _is_sealed = False

    def sealed(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` returns of this connection; meanwhile no transaction begins or ends."""
        self._is_sealed = True
        try:
            return work(self)
        finally:
            self._is_sealed = False

    def may(self, action: int, *_: str | None) -> int:
        """Our answer to SQLite, which asks about every action of a statement it prepares."""
        refused = self._is_sealed and action == sqlite3.SQLITE_TRANSACTION
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


def require_sqlite(found: tuple[int, int, int] = sqlite3.sqlite_version_info) -> None:
    """Raise SqliteTooOld below 3.37."""
    if found < _OLDEST_SQLITE:
        raise SqliteTooOld(".".join(map(str, found)))


def open_plain(path: Path, mode: Literal["ro", "rw"], factory: type[C]) -> C:
    """A connection to an existing file, with our patience and nothing set up yet.

    Any thread may use it, one at a time. A write outside of a transaction begins one, so that
    nothing is ever committed by accident.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level="IMMEDIATE",
        check_same_thread=False,
        factory=factory,
    )


def set_up(connection: sqlite3.Connection) -> None:
    """What every connection of ours has in common."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def set_up_writer(connection: UnitConnection, path: Path) -> None:
    """Durable at COMMIT; raises DatabaseUnreadable where the folder cannot hold a WAL."""
    set_up(connection)
    connection.set_authorizer(connection.may)
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise DatabaseUnreadable(path, "its folder cannot hold a write-ahead log")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS keeps a plain fsync in the drive's cache
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA journal_size_limit = {LOG_KEPT_BYTES}")
    connection.execute("PRAGMA secure_delete = ON")  # what a member deletes leaves the file


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close `connection` when the block fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says while `path` is opened into an error for the host."""
    try:
        yield
    except sqlite3.Error as error:
        raise _worded(path, error, storage_failure(error)) from error
    except OSError as error:
        raise _worded(path, error.strerror, file_failure(error)) from error


def _worded(path: Path, cause: object, failure: StorageFailed | None) -> HostError:
    if isinstance(failure, StorageReadOnly):
        return DatabaseReadOnly(path, cause)
    if failure and _lacks_place_for_wal_index(path, failure):
        return DatabaseReadOnly(path, cause)
    if failure is None or isinstance(failure, StorageDamaged | StorageBroken):
        return DatabaseUnreadable(path, cause)
    return failure


def _lacks_place_for_wal_index(path: Path, failure: StorageFailed) -> bool:
    """Whether SQLite can't open the file, not even to read it, because it may put nothing beside it."""
    cannot_open = failure.name.startswith("SQLITE_CANTOPEN")
    return cannot_open and path.is_file() and not os.access(path.parent, os.W_OK)
