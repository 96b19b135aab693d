"""`/my forget`: asked once, gone for good, and a new post starts afresh."""

import asyncio
import errno
import os
from datetime import timedelta

import pytest

from bot.db import backup
from bot.members import forget as forgetting
from bot.runs.refusals import NoSuchRun

TYPED = "5k in 24:30"


def held(tx, member_id):
    """How many rows of each table hold the member, in whatever column."""
    names = [n for (n,) in tx.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {n: [tuple(row) for row in tx.execute(f"SELECT * FROM {n}")] for n in names}
    found = {n: sum(member_id in row for row in rows[n]) for n in names}
    return {n: count for n, count in found.items() if count}


async def traces(club, member):
    """The same, asked of the running bot."""
    return await club.world.owned(club.bot.database.read(held, member.id))


async def asked(club, member, channel=None):
    """The question that `/my forget` puts."""
    result = await member.slash(channel or club.lobby, "my forget")
    assert result.ephemeral
    return result.response


async def forget(club, member):
    """Ask and say yes; a millisecond passes, since the simulated clock stands still by itself."""
    question = await asked(club, member)
    await member.click(question, label="Forget me")
    club.world.skip(timedelta(milliseconds=1))
    return question


def labels(message):
    """What the buttons under a message say."""
    return [item["label"] for row in message.components for item in row["components"]]


def clap_of(message):
    """The id of the 👏 under an answer."""
    return message.components[0].children[0].custom_id


def more_of(message):
    """The id of the ⋯ under an answer."""
    return message.components[0].children[1].custom_id


def in_room(club):
    """What the bot has written in the run channel and is still there."""
    return [m for m in club.room.history() if m.author.id == club.bot.user.id]


async def test_the_question_says_what_goes_and_what_stays(club):
    """Counts of runs and kudos, settings, what stays, and that posting again starts afresh; nothing is gone yet."""
    await club.post(club.ana, TYPED)
    await club.ana.slash(club.room, "run log", distance="3 km", private=True, note="mine")
    (answer,) = await club.post(club.ben, TYPED)
    await club.ana.click(answer, custom_id=clap_of(answer))
    await club.ana.slash(club.room, "my settings", units="mi")
    before = await traces(club, club.ana)
    question = await asked(club, club.ana)
    assert "2 runs with their notes" in question.content
    assert "one 👏 that you gave" in question.content and "your settings" in question.content
    assert "stays where it is" in question.content and "starts afresh" in question.content
    assert labels(question) == ["Forget me", "Stay"]
    assert await traces(club, club.ana) == before


async def test_what_is_not_there_is_not_named(club):
    """Somebody with one run is told of that run alone."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    assert "one run with its note" in question.content and "👏" not in question.content


async def test_of_a_stranger_there_is_nothing_to_forget(club):
    """Nothing held is a sentence without a button."""
    question = await asked(club, club.ana)
    assert "nothing to forget" in question.content and question.components == []


async def test_staying_changes_nothing(club):
    """The question goes, everything else stays."""
    await club.post(club.ana, TYPED)
    before = await traces(club, club.ana)
    question = await asked(club, club.ana)
    await club.ana.click(question, label="Stay")
    assert "stays as it is" in question.content and question.components == []
    assert await traces(club, club.ana) == before


async def test_yes_leaves_nothing(club):
    """No table holds the member, the answers are gone from the channel, what others have is untouched."""
    await club.post(club.ana, TYPED)
    (theirs,) = await club.post(club.ben, TYPED)
    await club.ana.click(theirs, custom_id=clap_of(theirs))
    await club.ana.slash(club.room, "run log", distance="3 km", note="mine")
    await club.ana.slash(club.room, "my settings", units="mi", read_posts=False)
    ben = await traces(club, club.ben)
    question = await forget(club, club.ana)
    assert "you are forgotten" in question.content and question.components == []
    assert await traces(club, club.ana) == {}
    assert await traces(club, club.ben) == ben
    assert [m.id for m in in_room(club)] == [theirs.id]
    assert [m.author.id for m in club.room.history()][:1] == [club.ana.id]


async def test_no_mark_stays_on_their_posts(club):
    """✅ goes from each post that counted, 🏃 and a question from those that asked; the marks of others stay."""
    for text in ("6k in 36:00", "6k in 36:00", "we ran a bit 5 km?"):
        await club.post(club.ana, text)
    theirs = await club.ben.send(club.room, "7k in 42:00")
    asked_before = [m.id for m in in_room(club) if "Log it again?" in m.content]
    posts = [m for m in club.room.history() if m.author.id == club.ana.id]
    assert len(asked_before) == 1 and any(club.marks(post) for post in posts)
    await forget(club, club.ana)
    assert [club.marks(post) for post in posts] == [[], [], []]
    assert club.marks(theirs) == ["✅"]
    assert not [m for m in in_room(club) if m.id in asked_before]
    assert await club.rows("removals") == 0


async def test_a_mark_that_stays_is_tried_again(club):
    """Discord refuses for a while: the mark goes when the bot connects again."""
    post = await club.ana.send(club.room, TYPED)
    club.wire.limit("DELETE", "/channels/*/reactions/*")
    await forget(club, club.ana)
    assert club.marks(post) == ["✅"]
    await club.restart()
    assert club.marks(post) == [] and await club.rows("removals") == 0


async def test_it_works_in_private(club):
    """In a direct message the same question forgets in every club."""
    await club.post(club.ana, TYPED)
    result = await club.ana.user.slash("my forget")
    await club.ana.user.click(result.response, label="Forget me")
    assert await traces(club, club.ana) == {}


async def test_the_answers_go_after_the_word_and_newest_first(club):
    """The member is told before the channel is tidied, and an answer that Discord keeps harms nothing."""
    answers = [(await club.post(club.ana, f"{n}k in 1:00:00"))[0] for n in (7, 8, 9)]
    kept = f"/channels/{club.room.id}/messages/{answers[1].id}"
    club.wire.limit("DELETE", kept)
    question = await asked(club, club.ana)
    with club.world.calls() as calls:
        await club.ana.click(question, label="Forget me")
    removed = [call for call in calls if call.startswith("DELETE")]
    assert [c.rpartition("/")[2] for c in removed[:3]] == [str(m.id) for m in reversed(answers)]
    assert all("/reactions/" in call for call in removed[3:])
    told = next(n for n, call in enumerate(calls) if call.startswith("PATCH /webhooks"))
    assert told < next(n for n, call in enumerate(calls) if call.startswith("DELETE"))
    assert "you are forgotten" in question.content and await traces(club, club.ana) == {}
    assert [m.id for m in in_room(club)] == [answers[1].id]


async def test_many_answers_keep_nobody_waiting(club, monkeypatch):
    """While old answers are being removed, the bot goes on counting."""
    for n in (7, 8, 9):
        await club.post(club.ana, f"{n}k in 1:00:00")
    question = await asked(club, club.ana)
    club.env.settle_timeout = 2
    real, slow = club.bot.http.delete_message, []

    async def wait_first(*args, **kwargs):
        slow.append(args)
        await asyncio.sleep(60)
        return await real(*args, **kwargs)

    monkeypatch.setattr(club.bot.http, "delete_message", wait_first)
    await club.ana.click(question, label="Forget me")
    assert len(slow) == 1
    assert len(await club.post(club.ben, TYPED)) == 1
    await club.travel(minutes=5)
    assert len(slow) == 3 and len(in_room(club)) == 1


async def test_buttons_under_an_old_answer_say_gently_that_it_is_gone(club):
    """An answer that could not be removed has a 👏 and a ⋯ that lead nowhere and change nothing."""
    (answer,) = await club.post(club.ana, TYPED)
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await forget(club, club.ana)
    clap = await club.ben.click(answer, custom_id=clap_of(answer))
    assert clap.ephemeral and "nothing left to clap for" in clap.response.content
    more = await club.ana.click(answer, custom_id=more_of(answer))
    assert more.ephemeral and "can't find that run" in more.response.content
    assert await traces(club, club.ana) == await traces(club, club.ben) == {}


async def test_buttons_under_an_old_answer_never_mean_another_run(club):
    """The number under a forgotten answer is not given to the next post."""
    (answer,) = await club.post(club.ana, TYPED)
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await forget(club, club.ana)
    club.wire.calm()
    (newer,) = await club.post(club.ben, TYPED)
    assert clap_of(newer) != clap_of(answer)


@pytest.mark.parametrize("restart", [False, True])
async def test_an_old_post_yields_nothing_any_more(club, restart):
    """The same event again, the menu on an older message and an old open form of one yield no run."""
    await club.post(club.ana, TYPED)
    old = club.room.history()[0]
    unclear = await club.ana.send(club.lobby, "what a morning")
    form = await club.ana.context_menu(club.lobby, "Log this as a run", unclear)
    await forget(club, club.ana)
    if restart:
        await club.restart()
    club.bot.dispatch("message", old)
    await club.world.settle()
    menu = await club.ana.context_menu(club.room, "Log this as a run", old)
    assert menu.ephemeral and "before you asked me to forget you" in menu.response.content
    sent = await club.ana.submit_modal(form, {"distance": "5 km"})
    assert sent.ephemeral and "before you asked me to forget you" in sent.response.content
    assert len(club.env.errors) <= 1  # the simulator notes the menu's refusal
    assert await traces(club, club.ana) == {} and in_room(club) == []


@pytest.mark.parametrize("restart", [False, True])
async def test_posting_again_starts_afresh(club, restart):
    """The next post counts and is answered like a first one, and stays after a restart."""
    await club.ana.slash(club.room, "my settings", read_posts=False, named=False)
    await club.ana.slash(club.room, "run log", distance="5 km")
    await forget(club, club.ana)
    if restart:
        await club.restart()
    (answer,) = await club.post(club.ana, TYPED)
    assert "one run" in answer.content
    await club.restart()
    assert (await traces(club, club.ana))["runs"] == 1


async def test_a_second_press_is_harmless(club):
    """Pressing the button of the same question again finds nothing and says the same."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    custom_id = question.components[0]["components"][0]["custom_id"]
    await club.ana.click(question, custom_id=custom_id)
    again = await asked(club, club.ana)
    assert "nothing to forget" in again.content
    await press(club, club.ana, question, custom_id)
    assert "you are forgotten" in question.content and await traces(club, club.ana) == {}


async def press(club, member, message, custom_id):
    """Press a button that the simulator no longer shows, as a slow client may."""
    stored = club.env.backend.messages[message.channel_id][message.id]
    stored.components = [
        {"type": 1, "components": [{"type": 2, "style": 4, "label": "x", "custom_id": custom_id}]}
    ]
    return await member.click(message, custom_id=custom_id)


async def test_an_old_question_means_now(club):
    """A button pressed days later forgets up to the press, and not only up to the question."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    await club.travel(days=3)
    await club.post(club.ana, "6k in 30:00")
    custom_id = question.components[0]["components"][0]["custom_id"]
    await press(club, club.ana, question, custom_id)
    assert await traces(club, club.ana) == {} and in_room(club) == []


async def test_it_forgets_whoever_presses(club):
    """The button is about its presser, whoever saw it."""
    await club.post(club.ana, TYPED)
    await club.post(club.ben, TYPED)
    before = await traces(club, club.ana)
    await forget(club, club.ben)
    assert await traces(club, club.ben) == {} and await traces(club, club.ana) == before


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


async def test_answers_in_private_go_too(club):
    """What the bot wrote under a run told in a direct message goes with the run."""
    (answer,) = await club.heard(club.ana.send_dm(TYPED))
    await forget(club, club.ana)
    assert club.seen(answer) is None


async def test_an_answer_in_a_hidden_channel_waits(club):
    """An answer that the bot cannot get at is not taken for gone: it goes once the channel is shown again."""
    (answer,) = await club.post(club.ana, TYPED)
    club.world.forbid(club.room, "view_channel")
    await forget(club, club.ana)
    assert club.seen(answer) is not None and await club.rows("removals") == 2  # with ✅
    club.world.forbid(club.room)
    await club.world.settle()
    assert club.seen(answer) is None and await club.rows("removals") == 0


async def test_a_refusal_in_one_channel_keeps_no_other_waiting(club):
    """A channel that refuses is asked once, and what stands elsewhere goes."""
    kept = [(await club.post(club.ana, f"{n}k in 1:00:00"))[0] for n in (7, 8, 9)]
    (gone,) = await club.post(club.ana, f"<@{club.bot.user.id}> {TYPED}", club.lobby)
    club.env.inject_error(
        "DELETE",
        f"/channels/{club.room.id}/messages/*",
        status=403,
        code=50001,
        message="Missing Access",
        times=None,
    )
    question = await asked(club, club.ana)
    with club.world.calls() as calls:
        await club.ana.click(question, label="Forget me")
    assert club.seen(gone) is None and all(map(club.seen, kept))
    asked_of = [call.split("/")[2] for call in calls if call.startswith("DELETE")]
    assert sorted(map(int, asked_of)) == sorted([club.room.id, club.lobby.id, club.lobby.id])


async def test_no_id_of_a_message_is_left(club):
    """Ids of edited and deleted posts go with the member."""
    await club.post(club.ana, TYPED)
    post = club.room.history()[0]
    await club.ana.edit(post, "6k in 30:00")
    await forget(club, club.ana)
    assert await club.rows("messages where message_id = " + str(post.id)) == 0
