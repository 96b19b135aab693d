"""What we add to simcord behaves as Discord does."""

import asyncio
from datetime import timedelta

import discord
import pytest

pytestmark = pytest.mark.usefixtures("simcord_env")


def texts(world):
    return [m.content for m in world.room.history() if m.author.bot]


async def test_a_repeated_nonce_returns_the_first_message(world):
    """Two sends with one nonce make one message, and the second answer is the first message."""
    await world.ana.send(world.room, "say one")
    first = world.bot.card
    await world.ana.send(world.room, "say one")
    assert world.bot.card.id == first.id
    assert world.bot.card.nonce == "one"
    assert texts(world) == ["one"]


async def test_a_repeated_nonce_counts_as_a_call(world):
    """The wire lists a call that Discord answered from memory."""
    await world.ana.send(world.room, "say one")
    with world.calls() as calls:
        await world.ana.send(world.room, "say one")
    assert calls == [f"POST /channels/{world.room.id}/messages"]


async def test_a_nonce_is_forgotten_after_five_minutes(world):
    """The same nonce makes a second message once five minutes have passed."""
    await world.ana.send(world.room, "say one")
    world.skip(timedelta(minutes=5))
    await world.ana.send(world.room, "say one")
    assert texts(world) == ["one", "one"]


async def test_a_nonce_holds_in_its_channel_only(world):
    """Another channel may use the same nonce."""
    other = world.room.guild.create_text_channel("other")
    await world.ana.send(world.room, "say one")
    await world.ana.send(other, "say one")
    assert len(world.posts()) == 2


async def test_an_answer_lost_on_a_message(world):
    """The message is there although the bot sees a server error, once."""
    world.wire.lose_answer("POST", "/channels/*/messages")
    await world.ana.send(world.room, "say one")
    assert [type(e) for e in world.bot.failures] == [discord.DiscordServerError]
    assert texts(world) == ["one"]
    await world.ana.send(world.room, "say two")
    assert len(world.bot.failures) == 1


async def test_a_resent_message_with_a_nonce_stays_one(world):
    """The library's own second try finds the first message, and the bot sees no error."""
    world.wire.resend("POST", "/channels/*/messages")
    with world.calls() as calls:
        await world.ana.send(world.room, "say one")
    assert len(calls) == 2
    assert texts(world) == ["one"]
    assert world.bot.failures == []


async def test_a_resent_private_message_stays_one(world):
    """discord.py gives every message a nonce of its own, so its second try is harmless."""
    world.wire.resend("POST", "/channels/*/messages")
    await world.ana.send(world.room, "whisper psst")
    assert [m.content for m in world.inbox(world.ana)] == ["psst"]


async def test_an_answer_lost_on_a_reaction(world):
    """The reaction is there although the bot sees a server error."""
    world.wire.lose_answer("PUT", "/channels/*/messages/*/reactions/*")
    await world.ana.send(world.room, "tick")
    assert [str(r.emoji) for r in world.room.last_message.reactions] == ["✅"]
    assert [e.status for e in world.bot.failures] == [502]


async def test_an_answer_lost_on_an_interaction(world):
    """The member has the answer although the bot sees a server error."""
    world.wire.lose_answer("POST", "/interactions/*/callback")
    result = await world.ana.slash(world.room, "tongue")
    assert result.response.content == "ok"
    assert [type(e.original) for e in world.env.errors] == [discord.DiscordServerError]


async def test_injected_server_errors_are_those_of_discord_py(world):
    """A 5xx from simcord's own faults arrives as DiscordServerError, without an effect."""
    world.env.inject_error("POST", "/channels/*/messages", status=503)
    await world.ana.send(world.room, "say one")
    assert [type(e) for e in world.bot.failures] == [discord.DiscordServerError]
    assert texts(world) == []


async def test_a_long_rate_limit(world):
    """The bot sees discord.py's RateLimited and nothing was posted, until the wire is calm."""
    world.wire.limit("POST", "/channels/*/messages", times=None)
    await world.ana.send(world.room, "say one")
    await world.ana.send(world.room, "say one")
    assert [type(e) for e in world.bot.failures] == [discord.RateLimited] * 2
    world.wire.calm()
    await world.ana.send(world.room, "say one")
    assert texts(world) == ["one"]


async def test_a_call_that_hangs(world):
    """It has no effect and keeps nobody else; after five minutes the bot sees a timeout."""
    world.wire.hang("POST", "/channels/*/messages")
    await world.ana.send(world.room, "say one")
    await world.ana.send(world.room, "say two")
    assert texts(world) == ["two"] and world.bot.failures == []
    await world.env.advance_time(301)
    assert [type(e) for e in world.env.errors] == [TimeoutError] and texts(world) == ["two"]


async def test_an_interaction_that_hangs(world):
    """Its member sees no answer."""
    world.wire.hang("POST", "/interactions/*/callback")
    result = await world.ana.slash(world.room, "tongue")
    assert not result.acknowledged
    await world.env.advance_time(301)
    assert [type(e.original) for e in world.env.errors] == [TimeoutError]


async def test_a_rate_limit_on_an_interaction(world):
    """Interaction answers know no RateLimited: they end as a plain 429."""
    world.wire.limit("POST", "/interactions/*/callback")
    result = await world.ana.slash(world.room, "tongue")
    assert not result.acknowledged
    assert [e.original.status for e in world.env.errors] == [429]


async def test_closed_direct_messages(world):
    """A person with closed messages gives 50007 until they open them again."""
    world.wire.close_messages(world.ana)
    await world.ana.send(world.room, "whisper psst")
    assert [e.code for e in world.bot.failures] == [50007]
    world.wire.open_messages(world.ana)
    await world.ana.send(world.room, "whisper psst")
    assert [m.content for m in world.inbox(world.ana)] == ["psst"]


async def test_edits_of_old_messages_are_limited(world):
    """After so many edits within an hour an old message answers 429 with code 30046."""
    await world.ana.send(world.room, "say one")
    world.wire.limit_old_edits(2)
    await world.ana.send(world.room, "edit young")
    world.skip(timedelta(hours=1, seconds=1))
    for word in ("edit a", "edit b", "edit c"):
        await world.ana.send(world.room, word)
    assert [(e.status, e.code) for e in world.bot.failures] == [(429, 30046)]
    assert texts(world) == ["b"]
    world.skip(timedelta(hours=1))
    await world.ana.send(world.room, "edit d")
    assert texts(world) == ["d"]


async def test_joining_a_server(world):
    """The bot hears of a new server once, complete with its system channel."""
    async with world.joining("New") as guild:
        lobby = guild.create_text_channel("lobby")
        world.set_system_channel(lobby)
    assert world.bot.joined == ["New"]
    assert lobby.last_message.content == "hello"


async def test_a_known_server_is_not_joined_again(world):
    """After a restart the servers are available, not new."""
    async with world.joining("New") as guild:
        world.set_system_channel(guild.create_text_channel("lobby"))
    await world.restart()
    assert world.bot.joined == []
    assert world.bot.get_guild(guild.id).name == "New"


async def test_a_person_has_a_language(world):
    """An interaction carries the language of the person's Discord."""
    await world.ana.slash(world.room, "tongue")
    world.wire.speak(world.ana, "de")
    await world.ana.slash(world.room, "tongue")
    assert world.bot.locales == ["en-US", "de"]


async def test_a_right_taken_in_one_channel(world):
    """Without the right the bot gets 50013, and nothing else changes for the members."""
    world.forbid(world.room, "send_messages")
    await world.ana.send(world.room, "say one")
    await world.ana.send(world.room, "tick")
    assert [e.code for e in world.bot.failures] == [50013]
    world.forbid(world.room)
    await world.ana.send(world.room, "say one")
    assert texts(world) == ["one"]


async def test_a_restart_builds_a_new_bot_and_closes_the_old(world):
    """The new bot hears what follows; the old one is closed before the new one starts."""
    old = world.bot
    await world.restart()
    assert old.closed
    assert world.bot is not old
    await world.ana.send(world.room, "say one")
    assert texts(world) == ["one"]


async def test_the_world_goes_on_while_the_bot_is_offline(world):
    """Nobody hears a message written meanwhile, but it stands in the channel."""
    await world.go_offline()
    await world.ana.send(world.room, "say one")
    assert texts(world) == []
    await world.restart()
    assert [m.content for m in world.room.history()] == ["say one"]


async def test_time_that_passes_wakes_the_bot(world):
    """Travelling ends the bot's own sleeps on the way."""
    woken = []

    async def nap():
        await asyncio.sleep(3600)
        woken.append(discord.utils.utcnow())

    async def lie_down():
        world.nap = asyncio.ensure_future(nap())

    begin = discord.utils.utcnow()
    await world.owned(lie_down())
    await world.travel(timedelta(days=1))
    assert woken == [begin + timedelta(hours=1)]


async def test_the_bot_knows_its_own_reactions(world):
    """In a message that it asks for, its own are told apart from others'."""
    post = await world.ana.send(world.room, "say one")
    answer = world.newest(world.room)
    for message, emoji in ((post, "🎉"), (answer, "👏")):
        await world.ana.react(message, emoji)
    channel = world.bot.get_partial_messageable(world.room.id)
    await world.owned(channel.get_partial_message(post.id).add_reaction("✅"))
    told = await world.owned(channel.fetch_message(post.id))
    assert {str(each.emoji): each.me for each in told.reactions} == {"🎉": False, "✅": True}
