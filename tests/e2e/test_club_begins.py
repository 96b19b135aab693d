"""The bot comes to a server, says hello once, and introduces itself."""

import logging

import discord

from tests.e2e.inviting import HELLO, hellos, ready_again
from tests.e2e.organizing import hears

INTRODUCTION = "I keep the running log here"


def introductions(world):
    return [m for m in world.posts() if INTRODUCTION in m.content]


def labels(message):
    items = [item for row in message.components for item in row.children]
    return [item.label for item in items if isinstance(item, discord.Button)]


async def refusal(action):
    """What a member is told privately who may not do this."""
    result = await action
    assert result.ephemeral
    return result.response.content


async def test_hello_is_said_once_in_the_system_channel(fresh):
    """A new server gets one hello that says what to do, and pings nobody."""
    (hello,) = hellos(fresh.world)
    assert hello.channel.id == fresh.lobby.id
    assert "5k in 24:30" in hello.content
    assert "mention me" in hello.content
    assert "/run log" in hello.content
    assert len(hello.content) < 500
    assert labels(hello) == ["Introduce me"]
    (sent,) = [r for r in fresh.env.http_requests if HELLO in str(r.json)]
    assert sent.json["allowed_mentions"] == {"parse": []}
    assert len(sent.json["nonce"]) == 16
    assert sent.json["enforce_nonce"]


async def test_hello_is_not_said_again(fresh):
    """Neither a restart nor a new session nor a long time brings a second hello."""
    await fresh.restart()
    await ready_again(fresh)
    await ready_again(fresh)
    await fresh.travel(days=40)
    await fresh.restart()
    assert len(hellos(fresh.world)) == 1


async def test_hello_goes_to_the_first_channel_that_takes_it(world, simcord_env):
    """Where the system channel is closed, the topmost text channel that is open is taken."""
    async with world.joining("Quiet Club") as guild:
        system = guild.create_text_channel("system")
        hidden = guild.create_text_channel("hidden")
        silent = guild.create_text_channel("silent")
        guild.create_voice_channel("talk")
        open_one = guild.create_text_channel("open")
        guild.create_text_channel("later")
        world.set_system_channel(system)
        world.forbid(system, "send_messages")
        world.forbid(hidden, "view_channel")
        world.forbid(silent, "send_messages")
    (hello,) = hellos(world)
    assert hello.channel.id == open_one.id


async def test_a_server_without_a_writable_channel_is_greeted_when_there_is_one(
    world, caplog, simcord_env
):
    """Nothing is sent and the log says so; a later start finds the channel that has opened."""
    with caplog.at_level(logging.WARNING, logger="cogs.club.arrival"):
        async with world.joining("Closed Club") as guild:
            room = guild.create_text_channel("room")
            world.forbid(room, "send_messages")
    assert world.posts() == []
    assert str(guild.id) in caplog.text
    world.forbid(room)
    await world.restart()
    assert len(hellos(world)) == 1


async def test_a_hello_that_discord_refuses_harms_nothing(world, simcord_env):
    """The club works though its hello got lost."""
    world.wire.limit("POST", "/channels/*/messages")
    async with world.joining("Unlucky Club") as guild:
        room = guild.create_text_channel("room")
        ana = guild.add_member(world.env.create_user("ana"))
    assert hellos(world) == []
    assert (await ana.slash(room, "help")).ephemeral


async def test_a_hello_whose_answer_is_lost_is_one_hello(world, simcord_env):
    """Discord took it, the bot saw an error, and does not say it again."""
    world.wire.resend("POST", "/channels/*/messages")
    async with world.joining("Lossy Club") as guild:
        guild.create_text_channel("room")
    await world.restart()
    assert len(hellos(world)) == 1


async def test_an_organizer_needs_no_typing(fresh):
    """The picker under the hello makes channels the run channels, and the hello stays for all."""
    (hello,) = hellos(fresh.world)
    result = await fresh.boss.select(
        hello, [fresh.room, fresh.lobby], custom_id=f"club:runs:{fresh.guild.id}"
    )
    assert result.ephemeral
    assert f"<#{fresh.room.id}>" in result.response.content
    assert hears(fresh, fresh.room)
    assert hears(fresh, fresh.lobby)
    assert len(hellos(fresh.world)) == 1


async def test_members_cannot_choose_under_the_hello(fresh):
    """Whoever is no organizer is told who is, and nothing changes."""
    (hello,) = hellos(fresh.world)
    pick = fresh.ana.select(hello, [fresh.room], custom_id=f"club:runs:{fresh.guild.id}")
    told = await refusal(pick)
    assert f"<@{fresh.guild.owner.id}>" in told
    assert "manage this server" in told
    assert not hears(fresh, fresh.room)
    told = await refusal(fresh.ana.click(hello, label="Introduce me"))
    assert "organizers" in told
    assert introductions(fresh.world) == []


async def test_the_bot_introduces_itself_once(fresh):
    """One message tells members what counts, what is read, how to be left out and how to correct."""
    await fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room)
    (hello,) = hellos(fresh.world)
    result = await fresh.boss.click(hello, label="Introduce me")
    assert result.acknowledged
    (message,) = introductions(fresh.world)
    assert message.channel.id == fresh.lobby.id
    assert len(message.content) <= 2000
    for needed in ("5k in 24:30", f"<#{fresh.room.id}>", "Never your message", "read_posts", "⋯"):
        assert needed in message.content
    (hello,) = hellos(fresh.world)
    assert labels(hello) == []
    picked = await fresh.boss.select(hello, [], custom_id=f"club:runs:{fresh.guild.id}")
    assert picked.ephemeral


async def test_two_organizers_at_once_get_one_introduction(fresh):
    """A press on a hello that still shows the button posts nothing twice."""
    (hello,) = hellos(fresh.world)
    fresh.world.wire.lose_answer("POST", f"/channels/{fresh.lobby.id}/messages")
    result = await fresh.boss.click(hello, label="Introduce me")
    assert "press again" in result.followups[-1].content
    await fresh.boss.click(hello, label="Introduce me")
    assert len(introductions(fresh.world)) == 1


async def test_an_introduction_works_after_a_restart(fresh):
    """The button under an old hello lasts."""
    await fresh.restart()
    (hello,) = hellos(fresh.world)
    await fresh.boss.click(hello, label="Introduce me")
    assert len(introductions(fresh.world)) == 1


async def test_an_introduction_that_cannot_be_posted_names_the_permission(fresh):
    """The organizer is told which channel lacks what, and can press again."""
    (hello,) = hellos(fresh.world)
    fresh.world.forbid(fresh.lobby, "send_messages")
    result = await fresh.boss.click(hello, label="Introduce me")
    told = result.followups[-1]
    assert told.ephemeral
    assert f"<#{fresh.lobby.id}>" in told.content
    assert "Send Messages" in told.content
    fresh.world.forbid(fresh.lobby)
    await fresh.boss.click(hello, label="Introduce me")
    assert len(introductions(fresh.world)) == 1


async def test_an_introduction_can_be_had_from_the_panel(club):
    """`/club channels` offers it too, for the channel in which it is asked."""
    panel = await club.boss.slash(club.room, "club channels")
    result = await club.boss.click(panel.response, label="Introduce me")
    assert result.followups[-1].ephemeral
    (message,) = introductions(club.world)
    assert message.channel.id == club.room.id
