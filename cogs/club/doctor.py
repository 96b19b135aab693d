"""`/club doctor`: what is wrong here and how to mend it, for the organizers' eyes."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import discord

from bot import texts
from bot.clubs.model import Club
from bot.doctor import report, service
from bot.doctor.model import Channel, Finding, Ward, examine_house, examine_ward, plain
from bot.doctor.report import Section
from bot.errors import HostError
from bot.parts import Parts
from cogs import edge
from cogs.club import choosing, examining
from cogs.club.examining import Place
from cogs.edge import Interaction
from cogs.runs.bookmarks import Bookmarks

LONGEST = 1900
"""A message holds 2,000 characters."""


async def answer(interaction: Interaction, club: Club, bookmarks: Bookmarks) -> None:
    """Tells what was found, in several messages where one is too short for it."""
    await interaction.response.defer(ephemeral=True, thinking=True)  # the disk takes its time
    parts, guild = edge.parts_of(interaction), choosing.server_of(interaction)
    ward = await _ward(parts, club, guild, bookmarks)
    findings, notes = await _house(parts)
    sections = [
        Section("", examine_ward(ward)),
        Section(texts.say("doctor.for_host"), findings),
    ]
    notes = [
        *examining.followed(ward, _when),
        examining.chat_note(read_chat=parts.settings.read_chat),
        *notes,
    ]
    for message in _messages(report.lines(sections, notes)):
        await edge.tell(interaction, message)


async def _ward(parts: Parts, club: Club, guild: discord.Guild, bookmarks: Bookmarks) -> Ward:
    followed = {room: bookmarks.followed_to(room) for room in club.run_channels}
    places = {room.id for room in (*guild.channels, *guild.threads)}
    chart = await parts.database.read(service.chart, now=parts.clock())
    return examining.ward_of(
        club,
        Place(
            {channel.id: channel for channel in guild.channels},
            guild.me,
            {role.id: role for role in guild.roles},
        ),
        replace(
            chart, bookmarks={room: bookmark for room, bookmark in followed.items() if bookmark}
        ),
        named=lambda channel_id: f"<#{channel_id}>",
        behind=lambda channel_id: bookmarks.held(channel_id) is not None,
        undelivered=sum(room in places for room in chart.removals),
    )


async def _house(parts: Parts) -> tuple[list[Finding], list[str]]:
    """What is wrong in the house, and what is noted about it."""
    settings = parts.settings
    looking = asyncio.to_thread(
        service.look, settings.database, settings.backup_folder, parts.clock()
    )
    try:
        house, _ = await looking
    except HostError as error:
        return [plain(error)], []
    return examine_house(house), report.notes(house)


def _when(channel: Channel) -> str:
    return discord.utils.format_dt(channel.followed_to, "R") if channel.followed_to else ""


def _messages(lines: list[str]) -> Iterator[str]:
    """The lines, as many to a message as it holds."""
    taken: list[str] = []
    for line in lines:
        if taken and sum(map(len, taken)) + len(taken) + len(line) > LONGEST:
            yield "\n".join(taken)
            taken = []
        taken.append(line)
    yield "\n".join(taken)
