"""A look at the house beside the bot that lives in it."""

import sqlite3
from contextlib import closing
from datetime import time, timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.db import backup
from bot.db.database import Database
from bot.db.schema import MIGRATIONS, migration_files
from bot.doctor import service
from bot.doctor.model import Unsent
from bot.errors import DatabaseMissing, DatabaseTooNew, DatabaseUnreadable
from bot.messages import service as messages
from bot.removals import service as removals
from bot.schedule import duties, ledger
from bot.schedule import service as schedule
from bot.schedule.model import WEEK, Failed, Plan


@pytest.fixture
async def database(tmp_path, now):
    """An open database with the schema as it is shipped."""
    database = await Database.open(tmp_path / "club.sqlite", now=now)
    yield database
    await database.close()


def fill(tx, now):
    clubs.ensure(tx, 1, "Night Owls", now=now, defaults=Defaults())
    clubs.read_runs_in(tx, 1, "Night Owls", [10], now=now, defaults=Defaults())
    messages.handled(tx, 1, {10: 77})
    removals.remove(tx, 10, 78)
    occurrence = duties.claim(tx, "backup", timedelta(days=1), now=now)
    duties.mark_failed(tx, occurrence, now=now)


async def test_it_sees_what_the_running_bot_wrote(database, tmp_path, now):
    """Clubs, bookmarks, what is to be removed, a failed duty and the newest backup are read beside the bot."""
    await database.write(fill, now)
    backup.back_up(database.path, tmp_path / "kept", now)
    house, chart = service.look(database.path, tmp_path / "kept", now + timedelta(hours=1))
    assert house.fault is None
    assert [club.run_channels for club in chart.clubs] == [(10,)]
    assert (dict(chart.bookmarks), chart.removals) == ({10: 77}, (10,))
    assert house.retried == ("backup",) and house.backup_at == now
    assert house.fault is None and house.schema == house.known == len(migration_files(MIGRATIONS))
    assert house.size > 0 and house.free > 0 and house.log > 0 and house.zones[:2] == "20"


def plan_weeks(tx, now):
    """A weekly thing that fails on the Monday on which it was planned; gives the day it was for."""
    plan = Plan(WEEK, time(8), "UTC", frozenset({0}))
    schedule.put(tx, "recap", 1, 1, plan, now=now)
    monday = now + timedelta(days=4, hours=13)
    (begun,) = ledger.claim(tx, now=monday) or []
    ledger.settle(tx, {begun: Failed("no permission")}, now=monday)
    return begun.key


async def test_what_did_not_come_on_its_own_is_seen_for_a_week(database, tmp_path, now):
    """A planned thing that waits for its next try is on the chart of its club, and not for ever."""
    await database.write(fill, now)
    day = await database.write(plan_weeks, now)
    seen = service.look(database.path, tmp_path, now + timedelta(days=5))[1].unsent
    assert seen == {1: (Unsent("recap", day, is_retried=True),)}
    assert service.look(database.path, tmp_path, now + timedelta(days=30))[1].unsent == {1: ()}


async def test_a_club_that_removed_the_bot_is_left_out(database, tmp_path, now):
    """Nobody is asked about a server that has no bot."""
    await database.write(fill, now)
    await database.write(clubs.leave, 1, now=now)
    assert service.look(database.path, tmp_path, now)[1].clubs == ()


async def test_an_older_schema_is_seen_and_not_read(database, tmp_path, now):
    """A database from before an update is looked at, and its tables are left alone."""
    older = backup.back_up(database.path, tmp_path / "kept", now)
    set_schema(older, 1)
    house, chart = service.look(older, tmp_path, now)
    assert house.schema == 1 and chart.clubs == ()


def set_schema(path, version):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


async def test_a_later_database_is_refused(database, tmp_path, now):
    """A database of a later version is told, as at a start."""
    await database.close()
    set_schema(database.path, 999)
    with pytest.raises(DatabaseTooNew):
        service.look(database.path, tmp_path, now)


def test_no_database_is_told(tmp_path, now):
    """A file that is not there is told, and none is made."""
    with pytest.raises(DatabaseMissing):
        service.look(tmp_path / "none.sqlite", tmp_path, now)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told(tmp_path, now):
    """What is no database is told in a sentence."""
    (tmp_path / "odd.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(DatabaseUnreadable):
        service.look(tmp_path / "odd.sqlite", tmp_path, now)
