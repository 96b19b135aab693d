"""A small schema of its own, databases that are closed at the end, and a user without rights."""

import os
import shutil
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bot.db.connect import UnitConnection, open_plain, set_up_writer
from bot.db.database import Database

FIRST = """
-- Two tables that every unit of the tests fills alike; and a semicolon in a comment: ;
CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE TABLE echoes (note_id INTEGER NOT NULL REFERENCES notes DEFERRABLE INITIALLY DEFERRED) STRICT;
"""

NOBODY = 65534


@pytest.fixture
def migrations(tmp_path):
    """A folder with one migration."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first.sql").write_text(FIRST)
    return folder


@pytest.fixture
def path(tmp_path):
    """Where the database of a test lives; there is no file yet."""
    return tmp_path / "club" / "second wind.sqlite"


@pytest.fixture
async def open_database(path, migrations, now):
    """A function that opens the database; the fixture closes it."""
    opened = []

    async def open_one(**options):
        options = {"now": now, "migrations": migrations, **options}
        opened.append(await Database.open(options.pop("path", path), **options))
        return opened[-1]

    yield open_one
    for database in opened:
        await database.close()


@pytest.fixture
async def database(open_database):
    """An open database with an empty table of notes."""
    return await open_database()


@pytest.fixture
def connect(tmp_path):
    """A function that gives a writing connection, of any class, on one small file."""
    connections = []

    def one(factory=UnitConnection):
        file = tmp_path / "batch.sqlite"
        file.touch()
        connection = open_plain(file, "rw", factory)
        connections.append(closing(connection))
        set_up_writer(connection, file)
        return connection

    yield one
    for connection in connections:
        connection.__exit__()


@pytest.fixture
def threads():
    """A function that says which threads have come up since and still live."""
    before = set(threading.enumerate())
    return lambda: set(threading.enumerate()) - before


@pytest.fixture
def unprivileged(migrations):
    """A folder with `migrations` in it and, for the time of the test, an ordinary user's rights."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(migrations, folder / "migrations")
    user = os.geteuid()
    if user == 0:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o700)
    shutil.rmtree(folder)
