"""What the bot wrote and left under the posts of whoever is forgotten goes from chat."""

import asyncio

from tests.e2e.forgetting import TYPED, asked, forget, in_room, traces


async def test_no_mark_stays_on_their_posts(club):
    """✅ goes from each post that counted, 🏃 and a question from those that asked; the marks of others stay."""
    for text in ("6k in 36:00", "6k in 36:00", "we ran a bit 5 km?"):
        await club.post(club.ana, text)
    theirs = await club.ben.send(club.room, "7k in 42:00")
    asked_before = [m.id for m in in_room(club) if "Log it again?" in m.content]
    posts = club.posts_of(club.ana)
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
