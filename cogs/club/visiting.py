"""The doctor's visit from the terminal: asks Discord over its web API, beside a bot that may be connected."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
import discord

from bot import texts
from bot.clubs.model import Club
from bot.doctor.model import Channel, Finding, examine_ward
from bot.doctor.report import Section
from bot.doctor.service import Chart
from cogs.club import examining
from cogs.club.examining import Place

UNREACHABLE = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)


@dataclass(frozen=True, slots=True)
class Visit:
    """What Discord said: findings, notes, and the application, if it told."""

    sections: list[Section]
    notes: list[str]
    application_id: int | None = None


async def visit(token: str, chart: Chart, *, read_chat: bool) -> Visit:
    """Logs in without connecting, looks at every club, and leaves; trouble on the way is a finding."""
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
            return await look(client, chart, read_chat=read_chat)
        except discord.LoginFailure:
            return Visit([Section("", [Finding("token")])], [])
        except UNREACHABLE:
            return Visit([Section("", [Finding("unreachable")])], [])


async def look(client: discord.Client, chart: Chart, *, read_chat: bool) -> Visit:
    """The same for a client that is logged in. Raises what Discord fails with."""
    application = await client.application_info()
    flags = application.flags
    may_read = flags.gateway_message_content or flags.gateway_message_content_limited
    sections = [Section("", [Finding("intent")] if read_chat and not may_read else [])]
    notes = [examining.chat_note(read_chat=read_chat)]
    for club in chart.clubs:
        section, noted = await _club(client, club, chart)
        sections.append(section)
        notes += noted
    return Visit(sections, notes, application.id)


async def _club(client: discord.Client, club: Club, chart: Chart) -> tuple[Section, list[str]]:
    title = texts.say("doctor.club", club=club.name)
    try:
        place = await _place(client, club.club_id)
    except (discord.NotFound, discord.Forbidden):
        return Section(title, [Finding("away")]), []
    ward = examining.ward_of(
        club,
        place,
        chart,
        named=lambda channel_id: _named(place.channels, channel_id),
        undelivered=sum(room in place.channels for room in chart.removals),
    )
    return Section(title, examine_ward(ward)), list(examining.followed(ward, _when))


async def _place(client: discord.Client, club_id: int) -> Place:
    guild = await client.fetch_guild(club_id, with_counts=False)
    channels = {channel.id: channel for channel in await guild.fetch_channels()}
    assert client.user is not None, "the client is logged in"
    me = await guild.fetch_member(client.user.id)
    return Place(channels, me, {role.id: role for role in guild.roles})


def _named(channels: Mapping[int, discord.abc.GuildChannel], channel_id: int) -> str:
    channel = channels.get(channel_id)
    return f"#{channel.name}" if channel else f"channel {channel_id}"


def _when(channel: Channel) -> str:
    return f"{channel.followed_to:%Y-%m-%d %H:%M} UTC" if channel.followed_to else ""
