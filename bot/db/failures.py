"""What the disk or the file did to us, as one small family of errors; a fault of the SQL itself is none of them.

StorageFailed           anything below, and what has no name of its own
├── StorageFull         the disk, or the quota, is full
├── StorageBusy         another program keeps the file locked
├── StorageReadOnly     the file or its folder cannot be written
├── StorageDamaged      the file is corrupt or no database
├── StorageBroken       the disk failed to read or write
└── StorageClosed       the database was closed before
"""

import errno
import sqlite3
from typing import ClassVar

from bot.errors import HostError


class StorageFailed(HostError):
    """The database could not do its work; `name` is SQLite's or the system's name for the cause.

    `str()` is a sentence for the host's log and holds neither SQL nor values.
    """

    sentence: ClassVar = "The database could not finish its work ({name})."

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(self.sentence.format(name=name))


class StorageFull(StorageFailed):
    sentence = "The disk is full ({name}), nothing more can be saved. Make room on it."


class StorageBusy(StorageFailed):
    sentence = (
        "Another program keeps the database locked ({name}). Close what has the file open: "
        "a database browser, a copy in progress."
    )


class StorageReadOnly(StorageFailed):
    sentence = (
        "The database cannot be written ({name}). Give the bot's user the right to write the "
        "file and its folder."
    )


class StorageDamaged(StorageFailed):
    sentence = (
        "The database is damaged ({name}). Stop the bot and restore the newest backup with "
        "`python -m bot restore FILE`."
    )


class StorageBroken(StorageFailed):
    sentence = "The disk failed while the database was in use ({name}). Check the disk."


class StorageClosed(StorageFailed):
    sentence = "The database is closed ({name}): the bot is shutting down."


_BY_SQLITE_CODE: dict[int, type[StorageFailed]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_PROTOCOL: StorageBusy,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_CORRUPT: StorageDamaged,
    sqlite3.SQLITE_NOTADB: StorageDamaged,
    sqlite3.SQLITE_IOERR: StorageBroken,
    sqlite3.SQLITE_CANTOPEN: StorageBroken,
    sqlite3.SQLITE_NOMEM: StorageFailed,
}

_BY_ERRNO: dict[int, type[StorageFailed]] = {
    errno.ENOSPC: StorageFull,
    errno.EDQUOT: StorageFull,
    errno.EACCES: StorageReadOnly,
    errno.EPERM: StorageReadOnly,
    errno.EROFS: StorageReadOnly,
}


def storage_failure(error: BaseException) -> StorageFailed | None:
    """What an error of SQLite means for the caller, or None when storage is not to blame."""
    if isinstance(error, StorageFailed):
        return error
    code = getattr(error, "sqlite_errorcode", None)  # absent when Python itself raised it
    if not isinstance(error, sqlite3.Error) or code is None:
        return None
    kind = _BY_SQLITE_CODE.get(code & 0xFF)  # the low byte; the rest says which of its kind
    return kind(error.sqlite_errorname) if kind else None


def file_failure(error: OSError) -> StorageFailed:
    """What an error of the system means when a file of ours is copied, moved or made."""
    code = error.errno or 0
    return _BY_ERRNO.get(code, StorageBroken)(errno.errorcode.get(code, type(error).__name__))
