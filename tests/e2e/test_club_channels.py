"""Organizers choose where runs are read, and hear what stands in the way."""

import pytest

from bot.settings import Settings
from tests.e2e.organizing import chosen, hears, pick, told

PERMISSIONS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "add_reactions": "Add Reactions",
    "read_message_history": "Read Message History",
}


@pytest.fixture
def settings(tmp_path, request):
    """With `@without_reading` the host has turned reading along off."""
    return Settings(database=tmp_path / "club.sqlite", read_chat=getattr(request, "param", True))


without_reading = pytest.mark.parametrize("settings", [False], indirect=True)


async def test_the_option_makes_exactly_one_run_channel(club):
    """`/club channels runs:` reads there from now on, and nowhere else any more."""
    content = await told(club.boss.slash(club.lobby, "club channels", runs=club.lobby))
    assert f"<#{club.lobby.id}>" in content
    assert f"<#{club.room.id}>" not in content
    assert hears(club, club.lobby)
    assert not hears(club, club.room)
    assert len(await club.post(club.ana, "5k in 24:30", club.lobby)) == 1
    assert await club.post(club.ana, "6k in 24:30", club.room) == []


async def test_the_panel_chooses_several_and_none(fresh):
    """The picker shows what is chosen, takes several channels, and takes none."""
    panel = await fresh.boss.slash(fresh.lobby, "club channels")
    assert panel.ephemeral
    assert chosen(panel, "runs") == []
    content = await pick(fresh, fresh.boss, panel, "runs", [fresh.room, fresh.lobby])
    assert f"<#{fresh.room.id}>" in content
    assert f"<#{fresh.lobby.id}>" in content
    assert hears(fresh, fresh.room)
    assert hears(fresh, fresh.lobby)
    assert set(chosen(panel, "runs")) == {fresh.room.id, fresh.lobby.id}
    content = await pick(fresh, fresh.boss, panel, "runs", [])
    assert "where I am mentioned" in content
    assert not hears(fresh, fresh.room)


async def test_panels_work_after_a_restart(club):
    """A panel that was opened before a restart still saves, and what was saved is still there."""
    channels = await club.boss.slash(club.lobby, "club channels")
    settings = await club.boss.slash(club.lobby, "club settings")
    await club.restart()
    assert hears(club, club.room)
    assert f"<#{club.lobby.id}>" in await pick(club, club.boss, channels, "runs", [club.lobby])
    assert "miles" in await pick(club, club.boss, settings, "units", ["mi"])
    await club.restart()
    assert hears(club, club.lobby)
    assert not hears(club, club.room)


@pytest.mark.parametrize("missing", PERMISSIONS)
async def test_a_channel_the_bot_cannot_use_is_named_with_what_is_missing(fresh, missing):
    """The choice is saved, and the sentence names channel, permission and what to do."""
    fresh.world.forbid(fresh.room, missing)
    content = await told(fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room))
    assert f"- <#{fresh.room.id}>: {PERMISSIONS[missing]}" in content.splitlines()
    assert "channel's settings" in content
    fresh.world.forbid(fresh.room)
    content = await told(fresh.boss.slash(fresh.lobby, "club channels"))
    assert f"<#{fresh.room.id}>" in content
    assert PERMISSIONS[missing] not in content


async def test_a_panel_names_what_is_missing_too(fresh):
    """Each of the chosen channels has its own line, and those that are well have none."""
    fresh.world.forbid(fresh.room, "send_messages", "add_reactions")
    panel = await fresh.boss.slash(fresh.lobby, "club channels")
    content = await pick(fresh, fresh.boss, panel, "runs", [fresh.room, fresh.lobby])
    assert f"- <#{fresh.room.id}>: Send Messages, Add Reactions" in content
    assert f"- <#{fresh.lobby.id}>" not in content


async def test_cards_need_one_permission_more(club):
    """Embed Links is asked for where the club chose cards, and only there."""
    club.world.forbid(club.room, "embed_links")
    content = await told(club.boss.slash(club.lobby, "club settings", replies="short"))
    assert "Embed Links" not in content
    content = await told(club.boss.slash(club.lobby, "club settings", replies="cards"))
    assert f"- <#{club.room.id}>: Embed Links" in content


async def test_the_longest_answers_fit(fresh):
    """Ten channels that all lack everything are told in one message, and once."""
    rooms = [fresh.guild.create_text_channel(f"room-{n}") for n in range(10)]
    for room in rooms:
        fresh.world.forbid(room, *PERMISSIONS, "embed_links")
    await fresh.boss.slash(fresh.lobby, "club settings", replies="cards")
    panel = await fresh.boss.slash(fresh.lobby, "club channels")
    content = await pick(fresh, fresh.boss, panel, "runs", rooms)
    settings = await fresh.boss.slash(fresh.lobby, "club settings")
    for told_in in (content, settings.response.content):
        missing = told_in.partition("Permissions:")[2]
        assert missing.count("Embed Links") == 1
        assert all(f"<#{room.id}>" in missing for room in rooms)


@without_reading
async def test_without_reading_along_the_answer_says_so(fresh):
    """Where the host lets the bot read mentions only, choosing a channel promises no more."""
    content = await told(fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room))
    assert "mention me" in content
    assert "read_chat" in content
    panel = await fresh.boss.slash(fresh.lobby, "club channels")
    await fresh.boss.click(panel.response, label="Introduce me")
    (introduction,) = [m for m in fresh.world.posts() if "What is read" in m.content]
    assert "only what mentions me" in introduction.content
