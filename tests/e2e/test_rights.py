"""Who may call or press what: the table is complete, and it holds."""

import discord
import pytest
from discord import app_commands
from simcord import interactions

from cogs import house, rights
from cogs.rights import Who


def called(command):
    return command.qualified_name


def commands_of(tree):
    """Every command that can be called, groups unfolded, menus included."""
    for command in tree.walk_commands():
        if not isinstance(command, app_commands.Group):
            yield called(command)
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        for command in tree.get_commands(type=kind):
            yield called(command)


async def test_every_command_stands_in_the_table(club):
    """No command is without rights, and no rights are without a command."""
    assert set(commands_of(club.bot.tree)) == set(rights.COMMANDS)


async def test_every_component_stands_in_the_table(club):
    """Every verb has a handler and rights, and nothing else has."""
    assert set(house.handlers(club.bot, club.bot.parts)) == set(rights.COMPONENTS)


@pytest.mark.parametrize(
    "command", sorted(name for name, who in rights.COMMANDS.items() if who is Who.ORGANIZER)
)
async def test_organizers_commands_refuse_a_member_and_name_the_organizers(club, command):
    """A member is told kindly who the organizers are, and nothing changes."""
    result = await club.ana.slash(club.room, command)
    list(club.env.errors)
    assert result.ephemeral and "for the organizers" in result.response.content
    assert f"<@{club.guild.owner.id}>" in result.response.content


@pytest.fixture
def forge(monkeypatch):
    """Lets the next press carry any id, as somebody with a tampered client would send it."""
    real = interactions.base_payload

    def forging(custom_id):
        def payload(backend, *, data, **rest):
            return real(backend, data={**data, "custom_id": custom_id}, **rest)

        monkeypatch.setattr(interactions, "base_payload", payload)

    yield forging
    monkeypatch.setattr(interactions, "base_payload", real)


async def pressed(club, forge, member, custom_id):
    """What the presser is told when the 👏 of Ana's run comes in under another id."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    forge(custom_id)
    return await member.click(answer, custom_id="kudos:give:1")


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_every_component_answers_a_stranger_kindly(club, forge, verb):
    """Whatever Ben sends under Ana's run is answered, privately unless it is a 👏, and changes nothing of hers."""
    result = await pressed(club, forge, club.ben, f"{verb}:1")
    assert result.acknowledged and list(club.env.errors) == []
    listing = await club.bot.database.read(
        club.bot.parts.runs.listing, club.guild.id, club.ana.id, now=club.bot.clock()
    )
    assert [run.distance_m for run in listing.runs] == [5000]
    if rights.COMPONENTS[verb] is Who.ORGANIZER:
        assert "for the organizers" in result.response.content


@pytest.mark.parametrize(
    "custom_id",
    [
        "kudos:give:99999999999999999999",
        "run:more:9223372036854775808",
        "run:more:9223372036854775807",
        "run:removed:0",
        "nobody:knows:1",
        "run:more:1; DROP TABLE runs",
        "run:more:١",
        "x",
    ],
)
async def test_a_forged_or_outdated_id_leads_nowhere(club, forge, custom_id):
    """An id that nobody gave out gets a private sentence and no error."""
    result = await pressed(club, forge, club.ben, custom_id)
    assert result.acknowledged and result.ephemeral
    assert list(club.env.errors) == []


async def test_the_button_of_another_server_leads_nowhere(club, forge):
    """A post of one club cannot be clapped for, or looked into, from another."""
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        cleo = other.add_member(club.env.create_user("cleo"))
    await club.post(club.ana, "5k in 24:30")
    (answer,) = await club.post(cleo, f"<@{club.bot.user.id}> 4k in 20:00", room)
    forge("kudos:give:1")
    result = await cleo.click(answer, custom_id="kudos:give:2")
    assert result.ephemeral and "taken back" in result.response.content
