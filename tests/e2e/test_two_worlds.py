"""Two worlds that differ in private runs alone: whatever others can read about a named member is the same in both.

Everything the simulator saw in public is compared, and every command that needs no option is tried by another member,
so that a new feature is swept in by being there. Club totals may differ: they count everything and name nobody.
"""

import re

import discord
from discord import app_commands

LEFT_OUT = {"my forget"}
"""What would end the story."""
_NUMBER = re.compile(r"(?<=:)\d+$")


async def story(club, *, private):
    """Ten days of two members; with `private`, Ana also runs where nobody is to notice."""
    await club.post(club.ana, "5k in 24:30, felt great")
    if private:
        await run_privately(club)
    await club.post(club.ana, "8k in 45:00")
    (answer,) = await club.post(club.ben, "4k in 25:00")
    await club.ana.click(answer, custom_id=answer.components[0].children[0].custom_id)
    await club.travel(days=1)
    if private:
        await run_privately(club)
    first, second = club.posts_of(club.ana)[:2]
    await club.ana.edit(first, "6k in 30:00")
    await club.ana.send(club.room, "10k in 58:00, rainy")
    await club.ana.delete(second)
    await club.travel(days=9)
    if private:
        await run_privately(club)
    await club.restart()
    await club.ana.send(club.room, "3k in 19:00")
    await club.tick()


async def run_privately(club):
    """Every way of running that is nobody's business, of lengths that would be firsts and bests."""
    for distance in ("21 km", "42.2 km", "50 km"):
        await club.ana.slash(club.room, "run log", distance=distance, private=True, note="mine")
    await club.ana.send_dm("30k in 2:30:00")
    await club.ana.send_dm("1k in 3:30")


def commands_of(tree):
    """Every command that can be called without an option."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            needed = any(parameter.required for parameter in command.parameters)
            if not needed and command.qualified_name not in LEFT_OUT:
                yield command.qualified_name


async def answers_to(club, member):
    """What every command tells a member, by its name; what it refuses, as well."""
    found = {}
    for name in sorted(commands_of(club.bot.tree)):
        result = await member.slash(club.lobby, name)
        club.errors_seen()
        if result.acknowledged and result.modal is None:
            shown = [result.response, *result.followups]
            found[name] = [line for message in shown for line in named_lines(club, message)]
    return found


def in_public(club):
    """Everything in the channels of the server, as it is in the end: who wrote it, what names somebody, every mark."""
    return [
        (
            channel.name,
            message.author.id,
            bool(message.reference),
            named_lines(club, message),
            sorted((str(mark.emoji), mark.count) for mark in message.reactions),
            buttons(message),
        )
        for channel in (club.room, club.lobby)
        for message in channel.history(viewer=club.ben)
    ]


def named_lines(club, message):
    """The lines of a message that name somebody, and every line of an answer to one member."""
    texts = [message.content, *(str(embed.to_dict()) for embed in message.embeds)]
    lines = [line for text in texts for line in text.splitlines()]
    if getattr(message, "reference", None) is not None:
        return lines
    names = [str(member.id) for member in (club.ana, club.ben)] + ["ana", "ben"]
    return [line for line in lines if any(name in line.casefold() for name in names)]


def buttons(message):
    """What stands on the buttons; the numbers of posts that they carry mean nothing to anybody."""
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return [
        (getattr(item, "label", None), _NUMBER.sub("", item.custom_id or ""))
        for row in rows
        for item in row.children
    ]


async def seen_in(another, name, *, private):
    async with another(name) as club:
        await story(club, private=private)
        answered = {who.id: await answers_to(club, who) for who in (club.ben, club.boss)}
        runs = await club.rows()
        return in_public(club), answered, runs


async def test_private_runs_change_nothing_that_others_read(another):
    """With and without fifteen private runs, nobody but their runner reads anything else about anybody."""
    public, answered, runs = await seen_in(another, "open", private=False)
    also_public, also_answered, more = await seen_in(another, "secret", private=True)
    assert more == runs + 15
    assert also_public == public
    assert also_answered == answered
    assert any(lines for _, _, _, lines, *_ in public)
