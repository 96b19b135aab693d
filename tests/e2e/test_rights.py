"""Who may call or press what: the table is complete, and it holds."""

import re
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


@pytest.mark.parametrize(
    "command", sorted(name for name, who in rights.COMMANDS.items() if who is Who.ORGANIZER)
)
async def test_organizers_commands_refuse_a_member_and_name_the_organizers(club, command):
    """A member is told kindly who the organizers are, and nothing changes."""
    result = await club.ana.slash(club.room, command, **NEEDED.get(command, {}))
    club.errors_seen()
    assert result.ephemeral and "for the organizers" in result.response.content
    assert f"<@{club.guild.owner.id}>" in result.response.content


ALOUD = {"kudos:give", "recap:share", "run:log", "club:introduce"}
"""What a press of these does is there for everybody to see."""


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_every_component_answers_a_stranger_kindly(club, forge, verb):
    """Whatever Ben sends under Ana's run is answered, most of it in private, and changes nothing of hers."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    forge(custom_id=f"{verb}:1")
    result = await club.ben.click(answer, custom_id="kudos:give:1")
    assert result.acknowledged and list(club.env.errors) == []
    listing = await club.bot.database.read(
        club.bot.parts.lists.listing, club.guild.id, club.ana.id, now=club.bot.clock()
    )
    assert [run.distance_m for run in listing.runs] == [5000]
    refused = "for the organizers" if rights.COMPONENTS[verb] is Who.ORGANIZER else ""
    if refused or verb not in ALOUD:
        assert refused in _sentence(result, answer)


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


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_a_former_organizer_is_a_member_like_any_other(club, forge, verb):
    """A panel that was opened while its owner was an organizer serves nobody else later; what is theirs still does."""
    panel = await club.boss.slash(club.lobby, "club settings")
    before = await club.bot.database.read(clubs.find, club.guild.id)
    role = club.guild.roles["Boss"]
    club.env.backend.remove_member_role(club.guild.id, club.boss.id, role.id)
    forge(custom_id=f"{verb}:0")
    told = await club.boss.select(panel.response, ["mi"], custom_id=f"club:units:{club.guild.id}")
    refused = "for the organizers" if rights.COMPONENTS[verb] is Who.ORGANIZER else ""
    if refused or verb not in ALOUD:
        assert refused in _sentence(told, panel.response)
    assert list(club.env.errors) == []
    assert await club.bot.database.read(clubs.find, club.guild.id) == before


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


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_an_organizer_of_another_server_changes_nothing_here(club, forge, verb):
    """Whatever number an organizer of Early Birds sends from there is answered, and this club keeps what it has."""
    await challenging.start(club)
    await club.post(club.ana, "5k in 24:30")
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        manager = other.create_role("Boss", permissions=discord.Permissions(manage_guild=True))
        olga = other.add_member(club.env.create_user("olga"), roles=[manager])
    (first,) = await club.post(olga, f"<@{club.bot.user.id}> 4k in 20:00", room)
    (second,) = await club.post(olga, f"<@{club.bot.user.id}> 5k in 25:00", room)
    await club.travel(minutes=1)
    before = await club.bot.database.read(_rows_of, club.guild.id)
    for answer, number in ((first, 1), (second, club.guild.id)):
        if club.seen(answer) is None:  # she forgot herself with the first press
            continue
        forge(custom_id=f"{verb}:{number}")
        clap = answer.components[0].children[0].custom_id
        result = await olga.click(answer, custom_id=clap)
        assert verb in ALOUD or result.modal is not None or _sentence(result, answer)
    assert await club.bot.database.read(_rows_of, club.guild.id) == before
    assert list(club.env.errors) == []


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_no_press_of_a_stranger_changes_what_all_can_read(club, forge, verb):
    """Whatever id Ben sends under Ana's answer, its words stay and its ✅, too."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    forge(custom_id=f"{verb}:1")
    await club.ben.click(answer, custom_id="kudos:give:1")
    assert club.seen(answer).content == answer.content and club.marks(post) == ["✅"]
    assert len(club.seen(answer).components[0].children) == 2
    assert list(club.env.errors) == []


@pytest.mark.parametrize("verb", sorted(rights.COMPONENTS))
async def test_every_component_answers_in_private_and_elsewhere(club, forge, verb):
    """Under a message of another server, or where there is no server, an id of this club brings a private sentence."""
    await club.post(club.ana, "5k in 24:30")
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        cleo, dora = (other.add_member(club.env.create_user(name)) for name in ("cleo", "dora"))
    (public,) = await club.post(dora, f"<@{club.bot.user.id}> 4k in 20:00", room)
    (private,) = await club.heard(cleo.user.send_dm("3k in 20:00"))
    forge(custom_id=f"{verb}:1")
    there = await dora.click(public, custom_id="kudos:give:2")
    here = await cleo.user.click(private, custom_id="run:more:3")
    refused = "for the organizers" if rights.COMPONENTS[verb] is Who.ORGANIZER else ""
    if refused or verb not in ALOUD:
        assert refused in _sentence(there, public)
    said = {each.content for each in (here.response, *here.followups) if each is not None}
    # Whoever is forgotten loses the answer under which this was sent, and what it said then.
    assert said - {"", private.content} or verb == "my:forget"
    assert list(club.env.errors) == []
    assert "One run, 5 km" in await _listed_plainly(club, forge)
    assert await club.rows("kudos") == 0


async def _listed_plainly(club, forge):
    forge()
    return await club.listed(club.ana)
