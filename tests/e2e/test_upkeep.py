"""What the bot does by itself, once a day."""

import asyncio
import sqlite3

import pytest

from bot.db import backup


def copies(settings):
    return sorted(settings.backup_folder.glob("*.sqlite"))


async def test_a_day_brings_one_checked_backup(club, settings):
    """The first tick makes a backup with the runs in it, and a second tick on that day none."""
    await club.post(club.ana, "5k in 24:30")
    await club.tick()
    await club.tick()
    (copy,) = copies(settings)
    backup.check(copy)
    with sqlite3.connect(copy) as found:
        assert found.execute("SELECT distance_m FROM runs").fetchall() == [(5000,)]
    found.close()


async def test_a_backup_is_due_a_day_after_the_last(club, settings):
    """The next due instant is a day after the backup, and then there are two."""
    await club.tick()
    due = await club.bot.schedule.next_due()
    await club.travel(hours=23)
    assert len(copies(settings)) == 1 and due > club.bot.clock()
    await club.travel(hours=2)
    assert len(copies(settings)) == 2


async def test_a_backup_that_fails_is_tried_again(club, settings, monkeypatch, caplog):
    """A full backup disk is logged, and a minute later the backup is there."""

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "back_up", full)
        await club.tick()
    assert "backup failed" in caplog.text and copies(settings) == []
    await club.travel(minutes=1)
    assert len(copies(settings)) == 1


async def test_a_restart_does_not_repeat_what_was_done(club, settings):
    """The ledger remembers over a restart."""
    await club.tick()
    await club.restart()
    await club.tick()
    assert len(copies(settings)) == 1


async def test_runs_taken_back_go_for_good_after_thirty_days(club):
    """Tidying deletes what can no longer be brought back, and nothing sooner."""
    await club.post(club.ana, "5k in 24:30")
    asked = await club.ana.slash(club.room, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")

    async def stored():
        return await club.bot.database.read(
            lambda tx: tx.execute("SELECT count(*) FROM runs").fetchone()[0]
        )

    await club.travel(days=29)
    assert await stored() == 1
    await club.travel(days=2)
    assert await stored() == 0


@pytest.mark.parametrize("ticks", [2, 3])
async def test_overlapping_ticks_do_each_thing_once(club, settings, ticks):
    """A timer that wakes twice at the same moment changes nothing."""

    async def several():
        await asyncio.gather(*(club.bot.schedule.tick() for _ in range(ticks)))

    await club.world.owned(several())
    assert len(copies(settings)) == 1
