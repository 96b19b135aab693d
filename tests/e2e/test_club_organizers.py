"""Organizers are let in, everybody else is kindly refused, and nobody is pinged."""

from functools import partial

import pytest
from simcord import interactions

from tests.e2e.organizing import chosen, hears, pick, refused, told


async def test_strangers_are_refused_and_told_who_the_organizers_are(club):
    """Neither command does anything for a member, with or without options."""
    for command, options in (
        ("club channels", {}),
        ("club channels", {"runs": club.lobby}),
        ("club settings", {}),
        ("club settings", {"units": "mi"}),
    ):
        content = await refused(club, club.ana.slash(club.lobby, command, **options))
        assert f"<@{club.guild.owner.id}>" in content
        assert "organizers" in content
    assert hears(club, club.room)
    panel = await club.boss.slash(club.lobby, "club settings")
    assert chosen(panel, "units") == ["km"]


async def test_the_organizer_role_opens_the_room(club):
    """Whoever has the role may do all of it, and no longer once the role is taken away."""
    captains = club.guild.create_role("Captains")
    cleo = club.guild.add_member(club.env.create_user("cleo"), roles=[captains])
    await refused(club, cleo.slash(club.lobby, "club settings"))
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    panel = await cleo.slash(club.lobby, "club settings")
    assert "miles" in await pick(club, cleo, panel, "units", ["mi"])
    assert f"<@&{captains.id}>" in await refused(club, club.ana.slash(club.lobby, "club channels"))
    other = await club.boss.slash(club.lobby, "club settings")
    await pick(club, club.boss, other, "role", [])
    assert "organizers" in await refused(club, cleo.slash(club.lobby, "club settings"))


@pytest.mark.parametrize(
    ("command", "verb"),
    [
        ("club channels", "runs"),
        ("club settings", "units"),
        ("club settings", "replies"),
        ("club settings", "role"),
    ],
)
async def test_an_open_panel_does_not_outlive_the_right_to_it(club, command, verb):
    """Whoever is an organizer no longer is refused by every picker of an open panel."""
    captains = club.guild.create_role("Captains")
    cleo = club.guild.add_member(club.env.create_user("cleo"), roles=[captains])
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    panel = await cleo.slash(club.lobby, command)
    await club.boss.slash(club.lobby, "club settings", organizer_role=club.guild.create_role("New"))
    values = {"runs": [club.lobby], "units": ["mi"], "replies": ["cards"], "role": [captains]}[verb]
    result = await cleo.select(panel.response, values, custom_id=f"club:{verb}:{club.guild.id}")
    assert result.response.ephemeral
    assert "organizers" in result.response.content
    assert hears(club, club.room)
    after = await club.boss.slash(club.lobby, "club settings")
    assert (chosen(after, "units"), chosen(after, "replies")) == (["km"], ["short"])
    assert chosen(after, "role") != [captains.id]


async def test_introducing_from_an_open_panel_needs_the_right_too(club):
    """The button of an open panel is refused like its picker."""
    captains = club.guild.create_role("Captains")
    cleo = club.guild.add_member(club.env.create_user("cleo"), roles=[captains])
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    panel = await cleo.slash(club.lobby, "club channels")
    club.env.backend.delete_role(club.guild.id, captains.id)
    await club.world.settle()
    before = len(club.lobby.history())
    content = await told(cleo.click(panel.response, label="Introduce me"))
    assert "organizers" in content
    assert len(club.lobby.history()) == before


async def test_everybody_cannot_be_made_an_organizer(club):
    """The role that all members have is refused by the option and by the picker."""
    everyone = club.guild.default_role
    content = await refused(
        club, club.boss.slash(club.lobby, "club settings", organizer_role=everyone)
    )
    assert "everybody" in content
    panel = await club.boss.slash(club.lobby, "club settings")
    await club.boss.select(panel.response, [everyone], custom_id=f"club:role:{club.guild.id}")
    assert "organizers" in await refused(club, club.ana.slash(club.lobby, "club settings"))


async def test_nothing_an_organizer_does_pings(club):
    """Every answer of these commands goes out without any mention that pings."""
    captains = club.guild.create_role("Captains")
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    panel = await club.boss.slash(club.lobby, "club channels")
    await club.boss.click(panel.response, label="Introduce me")
    await pick(club, club.boss, panel, "runs", [club.lobby])
    bodies = [request.json for request in club.env.http_requests if isinstance(request.json, dict)]
    told = [body.get("data", body) for body in bodies if "content" in body.get("data", body)]
    assert len(told) >= 4
    assert all(body["allowed_mentions"] == {"parse": []} for body in told)


async def test_the_commands_do_not_exist_in_a_direct_message(club):
    """`/club` is for servers; every member of one finds it there, whatever their rights."""
    commands = {command.name: command for command in club.bot.tree.get_commands()}
    assert commands["club"].guild_only
    assert commands["club"].default_permissions is None


@pytest.fixture
def forge(monkeypatch):
    """Lets a member's client send other values than Discord offered."""

    def forge(*values):
        monkeypatch.setattr(interactions, "base_payload", partial(_forged, real, values))

    real = interactions.base_payload
    return forge


def _forged(real, values, backend, *, data, **rest):
    return real(backend, data={**data, "values": list(values)}, **rest)


async def test_a_channel_of_another_server_is_never_read(world, fresh, forge):
    """What a forged picker names outside of this server, or that is no channel, is left out."""
    async with world.joining("Other Club") as other:
        foreign = other.create_text_channel("secret")
    panel = await fresh.boss.slash(fresh.lobby, "club channels")
    forge(str(foreign.id), str(fresh.room.id), "12", "x", "٣", "", "9" * 40)
    content = await pick(fresh, fresh.boss, panel, "runs", [])
    assert hears(fresh, fresh.room)
    assert not hears(fresh, foreign)
    assert content.count("<#") == 1


@pytest.mark.parametrize(
    ("verb", "value"), [("units", "furlong"), ("replies", "loud"), ("units", None)]
)
async def test_a_forged_value_gets_a_sentence(club, forge, verb, value):
    """What no picker offers changes nothing and is no error."""
    panel = await club.boss.slash(club.lobby, "club settings")
    forge(*filter(None, [value]))
    result = await club.boss.select(
        panel.response,
        ["km" if verb == "units" else "cards"],
        custom_id=f"club:{verb}:{club.guild.id}",
    )
    assert "earlier time" in result.response.content
    after = await club.boss.slash(club.lobby, "club settings")
    assert (chosen(after, "units"), chosen(after, "replies")) == (["km"], ["short"])


@pytest.mark.parametrize("value", ["x", "9" * 40])
async def test_a_forged_role_makes_no_organizer(club, forge, value):
    """An id that no role here has changes nothing."""
    captains = club.guild.create_role("Captains")
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    panel = await club.boss.slash(club.lobby, "club settings")
    forge(value)
    result = await club.boss.select(panel.response, [], custom_id=f"club:role:{club.guild.id}")
    assert "earlier time" in result.response.content
    assert chosen(await club.boss.slash(club.lobby, "club settings"), "role") == [captains.id]
