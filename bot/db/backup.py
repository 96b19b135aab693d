"""Backups: made beside a running bot, verified, thinned out by age, put back."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path

from bot.db.aside import open_beside
from bot.db.connect import open_plain, worded
from bot.db.copying import (
    companions,
    copy_verified,
    fault_of,
    flush,
    remove,
    removed_on_error,
)
from bot.db.failures import StorageBusy, storage_failure
from bot.db.lock import Lock
from bot.db.numbering import renumber
from bot.db.schema import MIGRATIONS, examine, migration_files
from bot.errors import BackupDamaged

_STAMP = "%Y-%m-%dT%H%M%SZ"
_STAMPED = r"(\d{4}-\d{2}-\d{2}T\d{6}Z)"
_BACKUP = re.compile(rf"second-wind-{_STAMPED}\.sqlite")
_UPGRADE_COPY = re.compile(rf"second-wind-schema-\d+-{_STAMPED}\.sqlite")
_UNFINISHED = re.compile(rf"second-wind-(?:schema-\d+-)?{_STAMPED}\.sqlite\..*\.partial")

KEPT_REPLACED = 3
"""So many databases that a restore replaced are kept at most."""

_Dated = list[tuple[datetime, Path]]


def back_up(database: Path, folder: Path, now: datetime) -> Path:
    """A verified copy of `database` as it is at this moment, in `folder` (made if missing); its path.

    Works beside a running bot. Raises a HostError, and leaves nothing behind then.
    """
    return _copy_into(database, folder, f"second-wind-{stamp(now)}.sqlite")


def copy_before_upgrade(database: Path, folder: Path, now: datetime, found: int) -> Path:
    """The same for a database about to leave schema `found`, under a name that says so."""
    return _copy_into(database, folder, f"second-wind-schema-{found}-{stamp(now)}.sqlite")


def check(path: Path) -> None:
    """Raise BackupDamaged with the first fault of a backup, if it has one."""
    fault = fault_of(path) if path.is_file() else "there is no such file"
    if fault is not None:
        raise BackupDamaged(path, fault)


def newest_at(folder: Path) -> datetime | None:
    """When the latest backup in `folder` was made, or None; each was checked before it got its name."""
    backups = _dated(folder, _BACKUP)
    return backups[-1][0] if backups else None


def prune(folder: Path, now: datetime, daily: int = 7, weekly: int = 4) -> list[Path]:
    """Remove what is needed no longer, and return it.

    Kept is the last backup of each of the `daily` latest days (at least one) that have one, and
    before those the last of each of the `weekly` latest weeks (UTC, from Monday). What is dated
    after `now` is neither counted nor removed. Copies made before an upgrade go after `weekly`
    weeks, what a crash left unfinished after a day.
    """
    past = [(at, path) for at, path in _dated(folder, _BACKUP) if at <= now]
    days = _last_of_each(_day, past, max(1, daily))
    earlier = [(at, path) for at, path in past if days and at.date() < days[0][0].date()]
    kept = days + _last_of_each(_week, earlier, weekly)
    gone = [path for at, path in past if (at, path) not in kept]
    gone += _before(now - timedelta(weeks=weekly), _dated(folder, _UPGRADE_COPY))
    gone += _before(now - timedelta(days=1), _dated(folder, _UNFINISHED))
    with worded(folder):
        for path in gone:
            remove(path)
    return gone


def prune_replaced(database: Path, now: datetime, weekly: int = 4) -> list[Path]:
    """Remove the databases that a restore replaced, but for the newest few of the last `weekly` weeks.

    Gives what was removed.
    """
    database = database.resolve()
    named = re.compile(
        rf"{re.escape(database.stem)}-replaced-{_STAMPED}(?:-\d+)?{re.escape(database.suffix)}"
    )
    replaced = _dated(database.parent, named)
    gone = [path for _, path in replaced[:-KEPT_REPLACED]]
    gone += _before(now - timedelta(weeks=weekly), replaced[-KEPT_REPLACED:])
    with worded(database):
        for path in gone:
            remove(path)
    return gone


def restore(
    backup: Path, database: Path, *, now: datetime, migrations: Path = MIGRATIONS
) -> Path | None:
    """Put a copy of `backup` in the place of `database`; where the replaced file is kept, if any.

    A crash at any moment leaves either the old database or the new one in its place. Raises
    BackupDamaged, DatabaseTooNew, DatabaseInUse, or another HostError, with nothing changed.
    Numbers that were given since the backup are not given again: old buttons carry them.
    """
    if backup.resolve() == database.resolve():
        raise BackupDamaged(backup, "it is the database itself")
    check(backup)
    with closing(open_beside(backup)) as connection:
        examine(connection, backup, known=len(migration_files(migrations)))
    with worded(database):
        database = database.resolve()
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Lock.acquire(database):
        fresh = copy_verified(backup, database)
        with removed_on_error(fresh):
            renumber(fresh, beyond=database)
            return _replace(database, fresh, now)


def stamp(now: datetime) -> str:
    """The instant `now` as our file names have it."""
    return now.astimezone(UTC).strftime(_STAMP)


def _copy_into(database: Path, folder: Path, name: str) -> Path:
    with worded(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / name
    partial = copy_verified(database, target)
    with worded(target):
        partial.replace(target)
        flush(folder)
    return target


def _dated(folder: Path, pattern: re.Pattern[str]) -> _Dated:
    """The files of one kind and the instants in their names, oldest first."""
    if not folder.is_dir():
        return []
    found = ((pattern.fullmatch(path.name), path) for path in folder.iterdir())
    dated = ((_instant(match[1]), path) for match, path in found if match)
    return sorted((at, path) for at, path in dated if at)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:  # the shape of an instant, but no day of any calendar
        return None


def _last_of_each(period: Callable[[datetime], object], past: _Dated, count: int) -> _Dated:
    last = list({period(at): (at, path) for at, path in past}.values())
    return last[max(0, len(last) - count) :]


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _before(limit: datetime, dated: _Dated) -> list[Path]:
    return [path for at, path in dated if at < limit]


def _replace(database: Path, fresh: Path, now: datetime) -> Path | None:
    with worded(database):
        kept = _set_aside(database, now)
        fresh.replace(database)
        flush(database.parent)
        return kept


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the old file under a second name, and leave nothing that SQLite would read into a new one."""
    kept = _unused(database.with_stem(f"{database.stem}-replaced-{stamp(now)}"))
    whole = database.exists() and _log_folded_in(database)
    if database.exists():
        _link(database, kept)
    for old, new in zip(companions(database), companions(kept), strict=True):
        if whole:
            old.unlink(missing_ok=True)
        elif old.exists():
            old.replace(new)
    return kept if kept.exists() else None


def _log_folded_in(database: Path) -> bool:
    """Whether the file is whole without its write-ahead log; a damaged one keeps it.

    Raises StorageBusy while another program reads it.
    """
    try:
        with closing(open_plain(database, "rw", sqlite3.Connection)) as connection:
            busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error as error:
        if isinstance(storage_failure(error), StorageBusy):
            raise
        return False
    if busy:
        raise StorageBusy("SQLITE_BUSY")
    return True


def _link(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        shutil.copy2(file, name)


def _unused(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return next(name for name in chain([path], names) if not name.exists())
