"""A run posted in chat counts and is answered."""

import asyncio

import discord
import pytest


def marks(message):
    return [str(reaction.emoji) for reaction in message.reactions]


async def stored(club, table="runs"):
    """How many rows a table has."""
    return await club.bot.database.read(
        lambda tx: tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    )


async def test_a_posted_run_is_answered_and_marked(club):
    """A run in the run channel gets ✅ and one line with distance, time, pace and the week so far."""
    (answer,) = await club.post(club.ana, "5k in 24:30, felt great")
    assert "**5 km in 24:30** · 4:54/km" in answer.content
    assert f"<@{club.ana.id}>" in answer.content
    assert "5 km this week, one run" in answer.content
    post = club.room.history()[-2]
    assert marks(post) == ["✅"]
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
    assert await stored(club) == 0 and await stored(club, "club_members") == 0


async def test_another_channel_is_not_read(club):
    """Where no organizer chose to read, a run without a mention is left alone."""
    assert await club.post(club.ana, "5k in 24:30", club.lobby) == []
    assert await stored(club) == 0


async def test_several_runs_in_one_post_have_one_answer(club):
    """Two runs are two lines in one answer, each with its day."""
    (answer,) = await club.post(club.ana, "5k yesterday in 26:40 and 12k today in 1:08:30")
    assert "5 km in 26:40" in answer.content and "yesterday" in answer.content
    assert "12 km in 1:08:30" in answer.content
    assert await stored(club) == 2 and await stored(club, "posts") == 1


async def test_a_thread_of_the_run_channel_is_read(club):
    """A run posted in a thread counts like one above it."""
    opener = await club.ana.send(club.room, "long runs here")
    await club.world.owned(
        club.bot.get_channel(club.room.id).get_partial_message(opener.id).create_thread(name="long")
    )
    (answer,) = await club.post(club.ben, "12k in 1:08:30", club.room.threads[0])
    assert "12 km" in answer.content


@pytest.mark.parametrize("style", ["short", "cards", "reaction"])
async def test_the_club_chooses_the_style_of_answers(club, style):
    """One line, a card, or ✅ alone; the run counts in each."""
    await club.boss.slash(club.lobby, "club settings", replies=style)
    answers = await club.post(club.ana, "5k in 24:30")
    assert marks(next(m for m in club.room.history() if m.content == "5k in 24:30")) == ["✅"]
    if style == "reaction":
        assert answers == []
    elif style == "cards":
        assert "5 km in 24:30" in answers[0].embeds[0].description and not answers[0].content
    else:
        assert not answers[0].embeds
    assert await stored(club) == 1


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
    assert await stored(club) == 1


async def test_the_same_event_twice_counts_and_answers_once(club):
    """A second delivery, at the same moment, later and after a restart, changes nothing."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    before = len(club.world.posts())

    async def deliver_again(times=1):
        async def deliver():
            listener = club.bot.get_cog("Chat").on_message
            await asyncio.gather(*(listener(post) for _ in range(times)))

        await club.world.owned(deliver())

    await deliver_again(3)
    await club.restart()
    await deliver_again()
    assert len(club.world.posts()) == before and await stored(club) == 1


async def test_the_first_delivery_doubled_at_once_is_answered_once(club):
    """Two deliveries that race each other yield one run and one answer."""
    listener = club.bot.get_cog("Chat").on_message
    await club.ana.slash(club.room, "my settings", read_posts=False)
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", read_posts=True)
    post = next(m for m in club.room.history() if m.content == "5k in 24:30")

    async def race():
        await asyncio.gather(listener(post), listener(post))

    before = len(club.world.posts())
    await club.world.owned(race())
    assert len(club.world.posts()) == before + 1 and await stored(club) == 1


@pytest.mark.parametrize(
    "text",
    [
        "5k in 24:30 " + "x" * 1900,
        "٥ km in ٢٤:٣٠",
        "\u202e5k in 24:30\u202c",
        "5\u200bk in 24:30",
        "**5k** in ~~24:30~~ [link](https://example.org/10k) <@1> <@&2>",
        "1" * 1900,
        ":" * 1900,
        "(((" * 600,
    ],
)
async def test_strange_writing_never_upsets(club, text):
    """Whatever is written, there is no error, and any answer is safe to send."""
    for answer in await club.post(club.ana, text):
        assert "example.org" not in answer.content
    assert list(club.env.errors) == []


async def test_bots_and_webhooks_are_not_read(club):
    """Only people run."""

    async def send():
        channel = club.bot.get_channel(club.room.id)
        await channel.send("5k in 24:30")

    await club.world.owned(send())
    assert await stored(club) == 0


async def test_without_reading_chat_a_mention_still_counts(world, fresh):
    """A mention in any channel logs, without any set-up."""
    mention = f"<@{world.bot.user.id}> 5k in 24:30"
    (answer,) = await fresh.post(fresh.ana, mention, fresh.lobby)
    assert "5 km in 24:30" in answer.content
    assert await fresh.post(fresh.ana, "8k in 40:00", fresh.lobby) == []


def test_the_intent_is_asked_for_only_when_chat_is_read():
    """`read_chat = false` asks for no privileged intent at all."""
    from bot.app import intents

    assert intents(read_chat=True).message_content
    quiet = intents(read_chat=False)
    assert not (quiet.message_content or quiet.members or quiet.presences)
    assert isinstance(quiet, discord.Intents)
