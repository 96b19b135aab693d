"""One bot per database: a file beside it, locked for as long as the bot lives."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.errors import DatabaseInUse, DatabaseReadOnly, DatabaseUnreadable

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    _HELD = (PermissionError, BlockingIOError)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    _HELD = (BlockingIOError,)


class Lock:
    """The lock of one database; the system drops it when the process dies, however it dies.

    A file of its own, because closing any descriptor of the database file itself would drop the
    locks SQLite holds on it. The file stays: removing it would let two processes lock two files.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, database: Path) -> Self:
        """Lock `database` (resolved already); DatabaseInUse when somebody else has it."""
        descriptor = _open(database)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if isinstance(error, _HELD):
                raise DatabaseInUse(database) from None
            raise DatabaseUnreadable(database, error) from error
        return cls(descriptor)

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def lock_file(database: Path) -> Path:
    """Where the lock of `database` lives."""
    return database.with_name(database.name + ".lock")


def _open(database: Path) -> int:
    try:
        return os.open(lock_file(database), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise DatabaseReadOnly(database, error.strerror) from error
