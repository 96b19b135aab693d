"""How a club's settings are worded for its organizers and members."""

from collections.abc import Iterable
from datetime import datetime

import discord

from bot import almanac, texts
from bot.clubs.model import Club
from bot.texts import figures
from cogs import organizers
from cogs.club import reach


def mentions(channel_ids: Iterable[int]) -> str:
    """Channels as links that ping nobody."""
    return ", ".join(f"<#{channel_id}>" for channel_id in channel_ids)


def where_read(club: Club, guild: discord.Guild, *, read_chat: bool) -> str:
    """In which channels runs are read, or what counts where none is."""
    channels = mentions(reach.still_there(guild, club.run_channels))
    if not channels:
        return texts.say("clubs.read_nowhere")
    return texts.say("clubs.read_in" if read_chat else "clubs.read_mentions", channels=channels)


def where_said(club: Club, guild: discord.Guild) -> str:
    """What the bot says in a channel of its own, a line each; empty where none was chosen."""
    return "\n".join(
        texts.say(f"clubs.says_{purpose}", channel=f"<#{channel_id}>")
        for purpose, channel_id in club.places
        if guild.get_channel(channel_id)
    )


def closed(club: Club, guild: discord.Guild) -> str:
    """The run channels where the bot lacks a permission, and what to do; empty where all is well."""
    lacking: dict[tuple[str, ...], list[int]] = {}
    for channel_id in reach.still_there(guild, club.run_channels):
        names = tuple(reach.missing(guild, channel_id, replies=club.replies))
        lacking.setdefault(names, []).append(channel_id)
    lines = [
        texts.say("clubs.closed_line", channel=mentions(channel_ids), missing=permissions(names))
        for names, channel_ids in lacking.items()
        if names
    ]
    return texts.say("clubs.closed", lines="\n".join(lines)) if lines else ""


def permissions(names: Iterable[str]) -> str:
    """Permissions as Discord's own settings call them."""
    return ", ".join(texts.say(f"clubs.may_{name}") for name in names)


def channels(club: Club, guild: discord.Guild, *, read_chat: bool) -> str:
    """What is read now, and what stands in its way."""
    read = where_read(club, guild, read_chat=read_chat)
    return _paragraphs(read, where_said(club, guild), closed(club, guild))


def channels_panel(club: Club, guild: discord.Guild, *, read_chat: bool) -> str:
    """The same, above the picker."""
    told = channels(club, guild, read_chat=read_chat)
    return _paragraphs(texts.say("clubs.channels_title"), told, texts.say("clubs.channels_pick"))


def settings(club: Club, guild: discord.Guild, *, now: datetime, read_chat: bool) -> str:
    """Every setting as it is, and what stands in the way of one."""
    zone = almanac.zone_named(club.zone)
    told = texts.say(
        "clubs.settings",
        zone=club.zone,
        time=now.astimezone(zone).strftime("%H:%M"),
        units=texts.say(f"clubs.units_{club.units}"),
        replies=texts.say(f"clubs.replies_{club.replies}"),
        about=texts.say(f"clubs.replies_{club.replies}_about"),
        tone=texts.say(f"clubs.tone_{club.tone}"),
        tone_about=texts.say(f"clubs.tone_{club.tone}_about"),
        week=figures.weekday(club.weeks.start),
        rankings=texts.say("clubs.ranked" if club.rankings else "clubs.unranked"),
        quiet=quiet_hours(club),
        organizers=organizers.named(club, guild),
        read=where_read(club, guild, read_chat=read_chat),
    )
    return _paragraphs(told, closed(club, guild))


def quiet_hours(club: Club) -> str:
    """When nothing is posted unasked."""
    if club.quiet_hours is None:
        return texts.say("clubs.quiet_off")
    return texts.say("clubs.quiet", hours=club.quiet_hours)


def settings_panel(club: Club, guild: discord.Guild, *, now: datetime, read_chat: bool) -> str:
    """The same, above the pickers."""
    told = settings(club, guild, now=now, read_chat=read_chat)
    return _paragraphs(texts.say("clubs.settings_title"), told)


def saved(told: str) -> str:
    """What is now, after a change."""
    return _paragraphs(texts.say("clubs.saved"), told)


def introduction(club: Club, guild: discord.Guild, *, read_chat: bool) -> str:
    """What members should know: what counts, what is read, how to be left out, how to correct."""
    channels = mentions(reach.still_there(guild, club.run_channels))
    reads = channels and read_chat
    return texts.say(
        "clubs.introduction",
        where=texts.say(
            "clubs.intro_channels" if reads else "clubs.intro_mention", channels=channels
        ),
        read=texts.say("clubs.intro_read" if reads else "clubs.intro_unread"),
    )


def _paragraphs(*told: str) -> str:
    return "\n".join(filter(None, told))
