"""Who may call or press what: the table is complete, and it holds."""

import re
from itertools import groupby
from pathlib import Path

import discord
import pytest
from discord import app_commands

from bot.clubs import service as clubs
from cogs import rights, router
from cogs.rights import Who
from tests.e2e import challenging


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
    assert club.bot.get_cog("Router").verbs == set(rights.COMPONENTS)


NEEDED = {
    "club run edit": {"run": "1"},
    "club run void": {"run": "1", "reason": "twice"},
    "club log-for": {"guest": "Grandpa", "distance": "5k"},
}
"""What has to be filled in before Discord sends a command."""


async def test_organizers_commands_refuse_a_member_and_name_the_organizers(club):
    """A member is told kindly who the organizers are, whichever of their commands was called."""
    for command in sorted(name for name, who in rights.COMMANDS.items() if who is Who.ORGANIZER):
        result = await club.ana.slash(club.room, command, **NEEDED.get(command, {}))
        club.errors_seen()
        assert result.ephemeral and "for the organizers" in result.response.content, command
        assert f"<@{club.guild.owner.id}>" in result.response.content, command


ALOUD = {"kudos:give", "recap:share", "run:log", "club:introduce"}
"""What a press of these does is there for everybody to see."""


VERBS = {
    room: list(verbs)
    for room, verbs in groupby(sorted(rights.COMPONENTS), lambda verb: verb.partition(":")[0])
}
every_room = pytest.mark.parametrize("verbs", VERBS.values(), ids=VERBS)
"""The verbs of a room are pressed in one world, one after the other, each by somebody whom no press has changed yet."""


def newcomer(club, guild=None, **more):
    """Somebody who has done nothing so far."""
    return (guild or club.guild).add_member(club.env.create_user("newcomer"), **more)


@every_room
async def test_every_component_answers_a_stranger_kindly(club, forge, verbs):
    """Whatever a stranger sends under Ana's run is answered, most of it in private, and changes nothing of hers."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    (post,) = club.posts_of(club.ana)
    for verb in verbs:
        forge(custom_id=f"{verb}:1")
        result = await newcomer(club).click(answer, custom_id="kudos:give:1")
        assert result.acknowledged, verb
        assert_answered(club, verb, result, answer)
        assert await _distances_of_ana(club) == [5000], verb
        assert club.seen(answer).content == answer.content, verb
        assert len(club.seen(answer).components[0].children) == 2, verb
        assert club.marks(post) == ["✅"], verb


async def _distances_of_ana(club):
    lists, now = club.bot.parts.lists, club.bot.clock()
    listing = await club.bot.database.read(lists.listing, club.guild.id, club.ana.id, now=now)
    return [run.distance_m for run in listing.runs]


def assert_answered(club, verb, result, pressed):
    """Whoever may not do it reads why, all others something, and nothing went wrong."""
    refused = "for the organizers" if rights.COMPONENTS[verb] is Who.ORGANIZER else ""
    if refused or verb not in ALOUD:
        assert refused in _sentence(result, pressed), verb
    assert list(club.env.errors) == [], verb


def _sentence(result, pressed):
    """What the presser alone is told of what they pressed; there must be something."""
    messages = [result.response, *result.followups]
    told = [each for each in messages if each is not None and each.content]
    told = [each for each in told if each.id != pressed.id or each.flags.ephemeral]
    assert told and all(message.flags.ephemeral for message in told)
    return told[0].content


async def test_the_button_of_another_server_leads_nowhere(club, forge):
    """A post of one club cannot be clapped for, or looked into, from another."""
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        cleo = other.add_member(club.env.create_user("cleo"))
    await club.post(club.ana, "5k in 24:30")
    (answer,) = await club.post(cleo, f"<@{club.bot.user.id}> 4k in 20:00", room)
    forge(custom_id="kudos:give:1")
    result = await cleo.click(answer, custom_id="kudos:give:2")
    assert result.ephemeral and "taken back" in result.response.content


def verbs_in_code():
    """Every verb that stands in the code of the cogs, in a button, a form or a table of handlers."""
    for file in Path(rights.__file__).parent.rglob("*.py"):
        if file.name != "rights.py":
            rooms = {verb.partition(":")[0] for verb in rights.COMPONENTS}
            found = re.findall(r'"([a-z]+):([a-z]+)"', file.read_text("utf-8"))
            yield from (f"{room}:{verb}" for room, verb in found if room in rooms)


def test_every_verb_in_the_code_stands_in_the_table():
    """No button is built, and no press is served, without rights; and no rights are left over."""
    assert set(verbs_in_code()) == set(rights.COMPONENTS)


def test_a_component_without_rights_cannot_be_built():
    """A forgotten row is found by whoever builds the button, not by whoever presses it."""
    with pytest.raises(KeyError):
        router.button("run:explode", 1)


@every_room
async def test_a_former_organizer_is_a_member_like_any_other(club, forge, verbs):
    """A panel that was opened while its owner was an organizer serves nobody else later; what is theirs still does."""
    role = club.guild.roles["Boss"]
    for verb in verbs:
        boss = newcomer(club, roles=[role])
        panel = await boss.slash(club.lobby, "club settings")
        before = await club.bot.database.read(clubs.find, club.guild.id)
        club.env.backend.remove_member_role(club.guild.id, boss.id, role.id)
        forge(custom_id=f"{verb}:0")
        told = await boss.select(panel.response, ["mi"], custom_id=f"club:units:{club.guild.id}")
        forge()
        assert_answered(club, verb, told, panel.response)
        assert await club.bot.database.read(clubs.find, club.guild.id) == before, verb


def _rows_of(tx, club_id):
    """Everything that is kept of a club, table by table."""
    names = [row[0] for row in tx.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = [
        name
        for name in names
        if any(column[1] == "club_id" for column in tx.execute(f"PRAGMA table_info({name})"))
    ]
    return {
        name: [
            tuple(row) for row in tx.execute(f"SELECT * FROM {name} WHERE club_id = ?", (club_id,))
        ]
        for name in tables
    }


@every_room
async def test_an_organizer_of_another_server_changes_nothing_here(club, forge, verbs):
    """Whatever number an organizer of Early Birds sends from there is answered, and this club keeps what it has."""
    await challenging.start(club)
    await club.post(club.ana, "5k in 24:30")
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        manager = other.create_role("Boss", permissions=discord.Permissions(manage_guild=True))
    await club.travel(minutes=1)
    before = await club.bot.database.read(_rows_of, club.guild.id)
    for verb in verbs:
        olga = newcomer(club, other, roles=[manager])
        (first,) = await club.post(olga, f"<@{club.bot.user.id}> 4k in 20:00", room)
        (second,) = await club.post(olga, f"<@{club.bot.user.id}> 5k in 25:00", room)
        for answer, number in ((first, 1), (second, club.guild.id)):
            if club.seen(answer) is None:  # she forgot herself with the first press
                continue
            forge(custom_id=f"{verb}:{number}")
            clap = answer.components[0].children[0].custom_id
            result = await olga.click(answer, custom_id=clap)
            told = verb in ALOUD or result.modal is not None or _sentence(result, answer)
            assert told and list(club.env.errors) == [], verb
        assert await club.bot.database.read(_rows_of, club.guild.id) == before, verb


@every_room
async def test_every_component_answers_in_private_and_elsewhere(club, forge, verbs):
    """Under a message of another server, or where there is no server, an id of this club brings a private sentence."""
    await club.post(club.ana, "5k in 24:30")
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
    for verb in verbs:
        cleo, dora = newcomer(club, other), newcomer(club, other)
        (public,) = await club.post(dora, f"<@{club.bot.user.id}> 4k in 20:00", room)
        (private,) = await club.heard(cleo.user.send_dm("3k in 20:00"))
        clap, more = (each.components[0].children[0].custom_id for each in (public, private))
        forge(custom_id=f"{verb}:1")
        there = await dora.click(public, custom_id=clap)
        here = await cleo.user.click(private, custom_id=more)
        forge()
        assert_answered(club, verb, there, public)
        said = {each.content for each in (here.response, *here.followups) if each is not None}
        # Whoever is forgotten loses the answer under which this was sent, and what it said then.
        assert said - {"", private.content} or verb == "my:forget", verb
        assert "One run, 5 km" in await club.listed(club.ana), verb
        assert await club.rows("kudos") == 0, verb
