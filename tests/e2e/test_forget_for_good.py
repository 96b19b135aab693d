"""Whoever is forgotten stays so: after a crash, a full disk, a restored backup, and in the files themselves."""

import errno
import os

from bot.db import backup
from bot.members import forget as forgetting
from bot.runs.refusals import NoSuchRun
from tests.e2e.forgetting import TYPED, asked, forget, in_room, traces


async def test_a_disk_that_refuses_the_note_keeps_everything(club, monkeypatch):
    """When the wish cannot be put down nothing is deleted, the member is told, and may press again."""
    await club.post(club.ana, TYPED)
    before = await traces(club, club.ana)
    question = await asked(club, club.ana)

    def full(handle):
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        result = await club.ana.click(question, label="Forget me")
    (told,) = result.followups
    assert told.ephemeral and "could not save that just now" in told.content
    assert await traces(club, club.ana) == before and len(in_room(club)) == 1
    await club.restart()
    assert await traces(club, club.ana) == before
    await club.ana.click(question, label="Forget me")
    assert await traces(club, club.ana) == {}


async def test_a_crash_before_the_deletion_is_made_good_at_the_start(club, monkeypatch):
    """Once the wish is on disk, whatever comes between, the next start has forgotten."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)

    def crash(*_, **__):
        raise NoSuchRun

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, "forget", crash)
        await club.ana.click(question, label="Forget me")
    assert "runs" in await traces(club, club.ana)
    await club.restart()
    assert await traces(club, club.ana) == {}


async def restore(club, file):
    """The host puts a backup back while the bot is away."""
    database, now = club.bot.settings.database, club.env.now()
    await club.world.go_offline()
    backup.restore(file, database, now=now)
    await club.restart()


async def test_a_restored_backup_forgets_again(club, tmp_path):
    """What a backup brings back of the forgotten goes at the start, and its posts yield nothing; others' stays."""
    await club.post(club.ana, TYPED)
    old = club.room.history()[0]
    await club.ana.slash(club.room, "my settings", read_posts=False)
    await club.post(club.ben, TYPED)
    ben = await traces(club, club.ben)
    file = backup.back_up(club.bot.settings.database, tmp_path / "kept", club.env.now())
    await forget(club, club.ana)
    await restore(club, file)
    assert await traces(club, club.ana) == {} and await traces(club, club.ben) == ben
    club.bot.dispatch("message", old)
    await club.world.settle()
    assert await traces(club, club.ana) == {}
    assert len(await club.post(club.ana, TYPED)) == 1


async def test_a_restored_backup_keeps_what_is_younger(club, tmp_path):
    """Runs and settings from after the wish survive every restored backup; what it lacks is read from chat again."""
    await club.post(club.ana, TYPED)
    await forget(club, club.ana)
    await club.post(club.ana, "6k in 30:00")
    await club.ana.slash(club.room, "my settings", units="mi")
    after = await traces(club, club.ana)
    assert after == {"posts": 1, "runs": 1, "lines_told": 1, "club_members": 1, "members": 1}
    file = backup.back_up(club.bot.settings.database, tmp_path / "kept", club.env.now())
    await club.post(club.ana, "7k in 40:00")
    await restore(club, file)
    # What is read from chat again is answered by ✅ alone, so no line of it was told.
    assert await traces(club, club.ana) == {**after, "posts": 2, "runs": 2}


async def test_deleted_words_are_in_no_file_any_more(club):
    """After the yes, a note is neither in the database nor in its write-ahead log."""
    await club.ana.slash(club.room, "run log", distance="3 km", note="zanzibar-heartache")
    await forget(club, club.ana)
    database = club.bot.settings.database
    files = database.parent.glob(f"{database.name}*")
    assert not any(b"zanzibar-heartache" in file.read_bytes() for file in files)


async def test_no_id_of_a_message_is_left(club):
    """Ids of edited and deleted posts go with the member."""
    await club.post(club.ana, TYPED)
    post = club.room.history()[0]
    await club.ana.edit(post, "6k in 30:00")
    await forget(club, club.ana)
    assert await club.rows("messages where message_id = " + str(post.id)) == 0
