"""What the database and the disk say of the house and its clubs; nothing is changed, and a running bot goes on."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot import almanac
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.db import backup
from bot.db.aside import open_beside
from bot.db.connect import worded
from bot.db.copying import first_fault
from bot.db.opening import beside
from bot.db.schema import MIGRATIONS, examine, migration_files
from bot.doctor.model import TOLD_FOR, House, Unsent
from bot.messages import service as messages
from bot.removals import service as removals
from bot.rewards import service as rewards
from bot.schedule import duties
from bot.schedule import service as schedule
from bot.schedule.model import MISSED
from bot.unasked.model import QUIET


@dataclass(frozen=True, slots=True)
class Chart:
    """What the database knows of the clubs and their channels."""

    clubs: tuple[Club, ...]
    """Those whose servers have the bot."""
    bookmarks: Mapping[int, int]
    """Channel -> the last message of it that was handled."""
    removals: tuple[int, ...]
    """For each message or mark of the bot's that should be gone, the channel where it stands."""
    unsent: Mapping[int, tuple[Unsent, ...]] = field(default_factory=dict)
    """Club -> what should have come on its own lately, and did not."""
    rewards: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Club -> the roles that it gives for milestones."""


def chart(tx: sqlite3.Connection, *, now: datetime) -> Chart:
    """Everything that a look at the clubs needs."""
    waiting = tuple(removal.channel_id for removal in removals.due(tx))
    present = tuple(clubs.present(tx))
    unsent = {club.club_id: _unsent(tx, club.club_id, now) for club in present}
    given = {
        club.club_id: tuple(one.role_id for one in rewards.rewards_of(tx, club.club_id))
        for club in present
    }
    return Chart(present, messages.bookmarks(tx), waiting, unsent, given)


def _unsent(tx: sqlite3.Connection, club_id: int, now: datetime) -> tuple[Unsent, ...]:
    """What failed, was missed, or waits; what somebody switched off is no trouble."""
    return tuple(
        Unsent(one.kind, one.key, is_retried=one.state == "due")
        for one in schedule.noted(tx, club_id)
        if one.reason != QUIET
        and one.at >= now - TOLD_FOR
        and (one.state in ("due", "failed") or one.reason == MISSED)
    )


def look(database: Path, backups: Path, now: datetime) -> tuple[House, Chart]:
    """The house and the chart of its clubs, seen beside a bot that may be running; may wait for the disk.

    Raises DatabaseMissing, DatabaseUnreadable and DatabaseTooNew.
    """
    known = len(migration_files(MIGRATIONS))
    with closing(open_beside(database)) as connection, worded(database):
        schema, fault = examine(connection, database, known=known), first_fault(connection)
        # Before an update the tables are not those that this version reads.
        readable = fault is None and schema == known
        house = House(
            now=now,
            size=database.stat().st_size,
            free=shutil.disk_usage(database.resolve().parent).free,
            log=_size(beside(database.resolve())[0]),
            fault=fault,
            schema=schema,
            known=known,
            backup_at=backup.newest_at(backups),
            retried=tuple(duties.retried(connection)) if readable else (),
            zones=almanac.zones_version(),
        )
        return house, chart(connection, now=now) if readable else Chart((), {}, ())


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
