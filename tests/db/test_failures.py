"""What SQLite's and the system's errors mean to us."""

import errno
import sqlite3

import pytest

from bot.db import failures
from bot.db.failures import StorageFailed, file_failure, storage_failure
from bot.errors import HostError


def sqlite_error(name, code=None, kind=sqlite3.OperationalError):
    error = kind("near 'secret': INSERT INTO notes VALUES ('secret')")
    error.sqlite_errorname = name
    error.sqlite_errorcode = getattr(sqlite3, name) if code is None else code
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", failures.StorageFull),
        ("SQLITE_BUSY", failures.StorageBusy),
        ("SQLITE_BUSY_SNAPSHOT", failures.StorageBusy),
        ("SQLITE_LOCKED", failures.StorageBusy),
        ("SQLITE_READONLY", failures.StorageReadOnly),
        ("SQLITE_READONLY_DBMOVED", failures.StorageReadOnly),
        ("SQLITE_CORRUPT", failures.StorageDamaged),
        ("SQLITE_NOTADB", failures.StorageDamaged),
        ("SQLITE_IOERR_FSYNC", failures.StorageBroken),
        ("SQLITE_CANTOPEN", failures.StorageBroken),
        ("SQLITE_NOMEM", StorageFailed),
    ],
)
def test_each_cause_has_its_kind(name, kind):
    """Each trouble with the storage is one of the family, with SQLite's name and no SQL."""
    failure = storage_failure(sqlite_error(name))
    assert type(failure) is kind
    assert failure.name == name
    assert name in str(failure)
    assert "secret" not in str(failure)


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error("SQLITE_ERROR"),
        sqlite_error("SQLITE_CONSTRAINT_UNIQUE", kind=sqlite3.IntegrityError),
        sqlite3.ProgrammingError("raised by Python itself"),
        ValueError(),
        OSError(errno.ENOSPC, "no space"),
    ],
)
def test_a_fault_of_the_work_is_no_failure_of_storage(error):
    """Wrong SQL, a broken constraint and other exceptions are somebody else's affair."""
    assert storage_failure(error) is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, failures.StorageFull),
        (errno.EROFS, failures.StorageReadOnly),
        (errno.EACCES, failures.StorageReadOnly),
        (errno.EIO, failures.StorageBroken),
    ],
)
def test_errors_of_the_system(number, kind):
    """What the system says about a file falls into the same family."""
    failure = file_failure(OSError(number, "text"))
    assert type(failure) is kind
    assert failure.name == errno.errorcode[number]


def test_an_error_of_the_system_without_a_number():
    """An OSError that gives no number is named after its class."""
    assert file_failure(TimeoutError()).name == "TimeoutError"


def test_every_failure_words_itself():
    """Each of the family is a sentence for the host."""
    kinds = [StorageFailed, *StorageFailed.__subclasses__()]
    sentences = {str(kind("SQLITE_X")) for kind in kinds}
    assert len(sentences) == len(kinds) == 7
    assert all(sentence.endswith(".") and "SQLITE_X" in sentence for sentence in sentences)
    assert issubclass(StorageFailed, HostError)
