"""`/club doctor` and the visit from the terminal: what is wrong in a club, and how to mend it."""

from types import SimpleNamespace

import discord
import pytest

from bot.doctor import service
from cogs.club import visiting


@pytest.fixture(autouse=True)
def room_on_the_disk(monkeypatch):
    """However full the disk of this machine is."""
    monkeypatch.setattr(
        service, "shutil", SimpleNamespace(disk_usage=lambda _: SimpleNamespace(free=10**12))
    )


@pytest.fixture(autouse=True)
def flags(monkeypatch):
    """Lets the application have these flags, of which the simulator knows none."""

    def have(**flags):
        owned = discord.ApplicationFlags(**flags)
        monkeypatch.setattr(discord.AppInfo, "flags", property(lambda _: owned))

    have(gateway_message_content_limited=True)
    return have


async def told(club, member=None):
    """What the doctor says, over all its messages."""
    result = await (member or club.boss).slash(club.lobby, "club doctor")
    assert result.ephemeral
    return "\n".join(message.content for message in [result.response, *result.followups])


async def visited(club):
    """What the doctor finds over the web API alone, by key, and its notes."""
    chart = await club.bot.database.read(service.chart, now=club.bot.clock())
    visit = await club.world.owned(visiting.look(club.bot, chart, read_chat=True))
    findings = [finding.key for section in visit.sections for finding in section.findings]
    return findings, " ".join(visit.notes)


async def test_all_is_well(club):
    """A club in order gets one calm line, with up to when its channel was followed."""
    await club.tick()
    await club.post(club.ana, "5k in 24:30")
    content = await told(club)
    assert content.startswith("All is well.") and "\n" not in content
    assert f"<#{club.room.id}>" in content and "<t:" in content


async def test_what_is_wrong_comes_with_its_mend(fresh):
    """Without a run channel and without a backup, both are found, each with what to do."""
    content = await told(fresh)
    assert content.startswith("2 things")
    assert "`/club channels`" in content and "`python -m bot backup`" in content


@pytest.mark.parametrize(
    ("permission", "name"),
    [
        ("send_messages", "Send Messages"),
        ("add_reactions", "Add Reactions"),
        ("read_message_history", "Read Message History"),
        ("view_channel", "View Channel"),
    ],
)
async def test_a_missing_permission_is_found_by_name(club, permission, name):
    """In Discord and from the terminal, the permission that is missing in a channel is named."""
    await club.tick()
    club.world.forbid(club.room, permission)
    content = await told(club)
    assert f"In <#{club.room.id}> I am missing {name}." in content
    assert (await visited(club))[0] == ["closed"]


async def test_a_channel_that_is_gone_is_found(club):
    """A run channel deleted while nobody looked is told."""
    await club.world.go_offline()
    club.env.backend.delete_channel(club.room.id)
    await club.restart()
    await club.tick()
    assert "no longer exists" in await told(club)
    assert "gone" in (await visited(club))[0]


async def test_a_channel_that_was_not_caught_up_with_is_found(club):
    """Where Discord showed no history at the last start, the doctor says that something is left to read."""
    await club.post(club.ana, "5k in 24:30")
    club.env.inject_error(
        "GET", f"/channels/{club.room.id}/messages", status=500, code=0, message="no", times=9
    )
    await club.restart()
    await club.tick()
    assert "have not read to the end" in await told(club)


async def test_what_could_not_be_removed_is_found(club):
    """An answer that Discord did not let the bot delete is counted."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await club.remove(club.ana)
    await club.tick()
    assert "still there: 1" in await told(club)
    assert "undelivered" in (await visited(club))[0]
    assert club.seen(answer) is not None


async def test_only_organizers_are_told(club):
    """A member hears who the organizers are, and nothing of the house."""
    result = await club.ana.slash(club.lobby, "club doctor")
    assert list(club.env.errors)
    assert "for the organizers" in result.response.content


async def test_the_visit_finds_a_club_in_order(club):
    """Over the web API alone a club in order has no finding, and its channel is named."""
    await club.post(club.ana, "5k in 24:30")
    findings, notes = await visited(club)
    assert findings == []
    assert "#runs: followed up to 2026-01-01" in notes


async def test_the_visit_finds_a_server_that_is_gone(club):
    """A server that Discord does not show is told, and the others are still looked at."""
    club.env.inject_error(
        "GET", f"/guilds/{club.guild.id}", status=404, code=10004, message="Unknown Guild"
    )
    assert (await visited(club))[0] == ["away"]


async def test_the_visit_finds_that_posts_may_not_be_read(club, flags):
    """Where the application may not read messages and the host wants it to, that is told."""
    flags(gateway_presence=True)
    assert (await visited(club))[0] == ["intent"]
