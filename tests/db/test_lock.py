"""The lock of a database."""

import errno
import sys

import pytest

from bot.db import lock
from bot.db.lock import Lock, lock_file
from bot.errors import DatabaseInUse, DatabaseReadOnly, DatabaseUnreadable


def test_one_at_a_time(path):
    """A lock that is held is refused, and free again once released."""
    path.parent.mkdir()
    with Lock.acquire(path), pytest.raises(DatabaseInUse):
        Lock.acquire(path)
    again = Lock.acquire(path)
    again.release()
    again.release()


def test_the_file_stays(path):
    """The lock file lies beside the database and is not removed."""
    path.parent.mkdir()
    Lock.acquire(path).release()
    assert lock_file(path).name == "second wind.sqlite.lock"
    assert lock_file(path).exists()


def test_no_folder(path):
    """Where no file can be made, the host is told."""
    with pytest.raises(DatabaseReadOnly):
        Lock.acquire(path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_a_file_system_without_locks(path, monkeypatch):
    """A file system that knows no locks is named, and no descriptor stays open."""

    def refuse(descriptor):
        raise OSError(errno.ENOLCK, "No locks available")

    path.parent.mkdir()
    monkeypatch.setattr(lock, "_lock", refuse)
    with pytest.raises(DatabaseUnreadable, match="No locks available"):
        Lock.acquire(path)
