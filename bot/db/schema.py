"""The schema and its versions: numbered SQL files, each applied wholly or not at all."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.db.connect import UnitConnection
from bot.db.failures import storage_failure
from bot.errors import DatabaseTooNew, DatabaseUnreadable, MigrationFailed

MIGRATIONS = Path(__file__).with_name("migrations")

_BEGIN = "BEGIN IMMEDIATE -- migration"
_COMMIT = "COMMIT -- migration"


def migration_files(folder: Path) -> list[Path]:
    """The files `NNNN_name.sql`, where the n-th leads to schema n; raises MigrationFailed on a gap."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    for version, file in enumerate(files, start=1):
        if int(file.name[:4]) != version:
            raise MigrationFailed(version, f"found {file.name} in its place")
    if not files:
        raise MigrationFailed(1, f"no migration in {folder}")
    return files


def version_of(connection: sqlite3.Connection) -> int:
    """The schema a database has; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def examine(connection: sqlite3.Connection, path: Path, known: int) -> int:
    """The schema found, having changed nothing.

    Raises DatabaseTooNew above `known`, DatabaseUnreadable for a database of another program.
    """
    found = version_of(connection)
    if found > known:
        raise DatabaseTooNew(path, found, known)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found < 0 or (found == 0 and tables):
        raise DatabaseUnreadable(path, "it holds the tables of another program")
    return found


def migrate(
    connection: UnitConnection,
    folder: Path,
    *,
    before_upgrade: Callable[[int], object] | None = None,
) -> None:
    """Bring the schema to the newest version in `folder`; at most one file fails, and leaves no trace.

    `before_upgrade` gets the version found and is called when a database that has a schema is
    about to change. Raises MigrationFailed.
    """
    files = migration_files(folder)
    found = version_of(connection)
    if before_upgrade and 0 < found < len(files):
        before_upgrade(found)
    connection.execute("PRAGMA foreign_keys = OFF")  # a table may be rebuilt; checked at the end
    try:
        for version, file in enumerate(files[found:], start=found + 1):
            _apply(connection, version, file.read_text(encoding="utf-8"))
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def statements(sql: str) -> Iterator[str]:
    """The single statements of a file; the semicolons of strings, comments and triggers split nothing."""
    pending = ""
    for piece in re.split("(?<=;)", sql):
        pending += piece
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def _apply(connection: UnitConnection, version: int, sql: str) -> None:
    connection.execute(_BEGIN)
    try:
        connection.sealed(lambda tx: _run(tx, sql))
        _refuse_orphans(connection)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(_COMMIT)
    except sqlite3.Error as error:
        raise MigrationFailed(version, storage_failure(error) or error) from error
    finally:
        connection.rollback()  # nothing to do after COMMIT


def _run(tx: sqlite3.Connection, sql: str) -> None:
    for statement in statements(sql):
        tx.execute(statement).close()


def _refuse_orphans(connection: sqlite3.Connection) -> None:
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if orphan is not None:
        raise sqlite3.IntegrityError(f"a row of {orphan['table']} would refer to nothing")
