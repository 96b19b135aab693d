"""A run posted in chat counts and is answered."""

import discord
import pytest


async def test_a_posted_run_is_answered_and_marked(club):
    """A run in the run channel gets ✅ and one line with distance, time, pace and the week so far."""
    (answer,) = await club.post(club.ana, "5k in 24:30, felt great")
    assert "**5 km in 24:30** · 4:54/km" in answer.content
    assert f"<@{club.ana.id}>" in answer.content
    assert "5 km this week, one run" in answer.content
    post = club.room.history()[-2]
    assert club.marks(post) == ["✅"]
    assert answer.reference.message_id == post.id


async def test_an_answer_costs_one_call_beyond_the_reaction_and_pings_nobody(club):
    """Two calls go out for a run; what is sent mentions nobody and cannot be doubled by a retry."""
    with club.world.calls() as calls:
        await club.post(club.ana, "5k in 24:30")
    assert [call.split()[0] for call in calls] == ["PUT", "POST"]
    sent = club.env.http_requests[-1].json
    assert sent["allowed_mentions"]["parse"] == []
    assert len(sent["nonce"]) <= 25 and sent["enforce_nonce"] is True


@pytest.mark.parametrize(
    "text",
    [
        "who runs on Sunday?",
        "lovely weather",
        "tomorrow I will run 10k",
        "rode 40 km in 1:30",
        "",
        "🎉",
    ],
)
async def test_other_talk_costs_nothing(club, text):
    """Talk, plans, questions and other sports get silence: no call, nothing stored."""
    with club.world.calls() as calls:
        await club.post(club.ana, text or "​")
    assert calls == []
    assert await club.rows() == 0 and await club.rows("club_members") == 0


async def test_another_channel_is_not_read(club):
    """Where no organizer chose to read, a run without a mention is left alone."""
    assert await club.post(club.ana, "5k in 24:30", club.lobby) == []
    assert await club.rows() == 0


async def test_several_runs_in_one_post_have_one_answer(club):
    """Two runs are two lines in one answer, each with its day."""
    (answer,) = await club.post(club.ana, "5k yesterday in 26:40 and 12k today in 1:08:30")
    assert "5 km in 26:40" in answer.content and "yesterday" in answer.content
    assert "12 km in 1:08:30" in answer.content
    assert await club.rows() == 2 and await club.rows("posts") == 1


async def test_a_thread_of_the_run_channel_is_read(club):
    """A run posted in a thread counts like one above it."""
    opener = await club.ana.send(club.room, "long runs here")
    await club.world.owned(
        club.bot.get_channel(club.room.id).get_partial_message(opener.id).create_thread(name="long")
    )
    (answer,) = await club.post(club.ben, "12k in 1:08:30", club.room.threads[0])
    assert "12 km" in answer.content


async def test_a_member_reads_miles_and_their_own_day(club):
    """Units are the member's, and a week is told as the one the run was in."""
    await club.ana.slash(club.room, "my settings", units="mi")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "3.11 mi in 24:30** · 7:53/mi" in answer.content


async def test_a_run_of_last_week_tells_of_that_week(club):
    """A back-dated run never leads to "0 runs this week"."""
    (answer,) = await club.post(club.ana, "10k in 55:00 on 2025-12-20")
    assert "20 Dec" in answer.content and "10 km that week, one run" in answer.content


async def test_an_unnamed_member_gets_the_mark_alone(club):
    """Whoever is not named is not worded about in public, and counts all the same."""
    await club.ana.slash(club.room, "my settings", named=False)
    assert await club.post(club.ana, "5k in 24:30") == []
    assert await club.rows() == 1


def test_the_intent_is_asked_for_only_when_chat_is_read():
    """`read_chat = false` asks for no privileged intent at all."""
    from bot.app import intents

    assert intents(read_chat=True).message_content
    quiet = intents(read_chat=False)
    assert not (quiet.message_content or quiet.members or quiet.presences)
    assert isinstance(quiet, discord.Intents)
