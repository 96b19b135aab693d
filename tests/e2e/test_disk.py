"""A database that is locked, full or read-only: a kind sentence with a number, and nothing half stored."""

import re
import sqlite3
from datetime import timedelta

import pytest

TABLES = ("clubs", "members", "club_members", "posts", "runs", "kudos", "removals")
POSTS = 200


async def rows(club):
    return [await club.rows(table) for table in TABLES]


def numbered(content, log):
    """Whether a sentence says that something was not saved, under a number that is in the log."""
    (number,) = re.findall(r"\(([0-9A-F]{6})\)", content)
    return "could not save" in content and number in log


@pytest.fixture(params=["locked", "read-only"])
async def stuck(club, request):
    """A database that takes nothing: another program keeps it locked, or it may only be read."""
    other = sqlite3.connect(club.bot.database.path, isolation_level=None)
    if request.param == "locked":
        await club.bot.database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 10") and None)
        other.execute("BEGIN IMMEDIATE")
    else:
        await club.bot.database.write(lambda tx: tx.execute("PRAGMA query_only = ON") and None)
    yield
    other.close()


async def test_a_post_is_told_not_to_be_saved(club, stuck, caplog):
    """Its author hears it once, under the post, which gets no ✅; the log has no word of it."""
    before = await rows(club)
    (told,) = await club.post(club.ana, "5k in 24:30 with my secret friend")
    post = club.room.history()[-2]
    assert numbered(told.content, caplog.text) and told.reference.message_id == post.id
    assert club.marks(post) == [] and await rows(club) == before
    assert "secret" not in caplog.text and list(club.env.errors) == []


async def test_the_host_reads_what_to_do(club, stuck, caplog):
    """The line in the log is the sentence about the disk, not only the name of an error."""
    await club.post(club.ana, "5k in 24:30")
    assert "keeps the database locked" in caplog.text or "right to write the file" in caplog.text


async def test_talk_is_left_in_peace(club, stuck):
    """What is no run is not answered with news of the disk."""
    for text in ("who runs 5k on Sunday?", "see you at 8", "rode 40 km in 1:30"):
        assert await club.post(club.ana, text) == []
    assert list(club.env.errors) == []


async def test_a_command_a_form_and_a_direct_message_are_told_as_well(club, stuck, caplog):
    """Whichever way a run comes in, its member knows that it is not saved."""
    form = await club.ana.slash(club.room, "run log")
    by_option = await club.ana.slash(club.room, "run log", distance="5k", note="secret")
    by_form = await club.ana.submit_modal(form, {"distance": "5k", "note": "secret"})
    (by_message,) = await club.heard(club.ana.user.send_dm("5k in 24:30 secret"))
    club.errors_seen()
    for told in (by_option.response, by_form.response, by_message):
        assert numbered(told.content, caplog.text)
    assert by_option.ephemeral and by_form.ephemeral and "secret" not in caplog.text
    assert await club.rows("posts") == 0


async def test_the_author_may_simply_post_again(club):
    """Once the disk is free, the same words count."""
    other = sqlite3.connect(club.bot.database.path, isolation_level=None)
    await club.bot.database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 10") and None)
    other.execute("BEGIN IMMEDIATE")
    await club.post(club.ana, "5k in 24:30")
    other.close()
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km in 24:30" in answer.content and await club.rows() == 1


async def test_every_run_up_to_a_full_disk_is_there_and_no_part_of_another(club):
    """Those with a ✅ are stored with their posts, those that were told are not."""

    def no_more(tx):
        used = tx.execute("PRAGMA page_count").fetchone()[0]
        tx.execute(f"PRAGMA max_page_count = {used}")

    await club.bot.database.write(no_more)
    counted = 0
    for second in range(POSTS):
        six = ", ".join(f"{km}k in {km * 6}:{second % 60:02}" for km in range(4, 10))
        club.world.skip(timedelta(minutes=1))
        (told,) = await club.post(club.ana if second < 60 else club.ben, six)
        if "could not save" in told.content:
            break
        counted += 1
    assert "could not save" in told.content and list(club.env.errors) == []
    assert (await club.rows("posts"), await club.rows("runs")) == (counted, 6 * counted)


async def test_an_edit_that_was_saved_is_never_told_as_unsaved(club, monkeypatch):
    """A disk that fails when the answer is brought up to date takes nothing back."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")

    def broken(*_):
        raise sqlite3.OperationalError

    monkeypatch.setattr("cogs.runs.answers.kudos.count", broken)
    edited = await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "Changed" in edited.response.content and edited.followups == []
    assert "6 km" in await club.listed(club.ana)
