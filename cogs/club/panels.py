"""The pickers of a club's settings, with what is chosen now."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import SelectDefaultValue, SelectDefaultValueType

from bot import texts
from bot.clubs.model import MAX_RUN_CHANNELS, REPLIES, TONES, UNITS, Club
from cogs import router
from cogs.club import reach


def hello_view(club: Club, guild: discord.Guild) -> discord.ui.View:
    """What stands under the hello: *Introduce me*, and the picker of run channels."""
    return router.view(_introduce(club.club_id, row=0), _run_channels(club, guild, row=1))


def channels_view(club: Club, guild: discord.Guild) -> discord.ui.View:
    """The picker of run channels, and what may follow when they are chosen."""
    back = router.button("club:backlog", club.club_id, texts.say("backlog.button"), row=1)
    return router.view(_run_channels(club, guild, row=0), _introduce(club.club_id, row=1), back)


def introduced_view(club: Club, guild: discord.Guild) -> discord.ui.View:
    """What is left under the hello once the bot has introduced itself."""
    return router.view(_run_channels(club, guild, row=0))


def settings_view(club: Club, guild: discord.Guild) -> discord.ui.View:
    """Pickers for units, replies, tone and the organizer role, and the way to roles for milestones; a zone is typed."""
    return router.view(
        _units(club),
        _pick("replies", REPLIES, club.replies, club),
        _pick("tone", TONES, club.tone, club),
        _role(club, guild),
        router.button("club:rewards", club.club_id, texts.say("rewards.button")),
    )


def _introduce(club_id: int, *, row: int) -> discord.ui.Button[Any]:
    label = texts.say("clubs.introduce_button")
    style = discord.ButtonStyle.primary
    return router.button("club:introduce", club_id, label, style=style, row=row)


def _run_channels(club: Club, guild: discord.Guild, *, row: int) -> discord.ui.ChannelSelect[Any]:
    chosen = [
        SelectDefaultValue(id=channel_id, type=SelectDefaultValueType.channel)
        for channel_id in reach.still_there(guild, club.run_channels)
    ]
    return discord.ui.ChannelSelect(
        custom_id=router.identity("club:runs", club.club_id),
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        placeholder=texts.say("clubs.pick_channels"),
        min_values=0,
        max_values=MAX_RUN_CHANNELS,
        default_values=chosen,
        row=row,
    )


def _units(club: Club) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=texts.say(f"clubs.units_{units}"), value=units, default=units == club.units
        )
        for units in UNITS
    ]
    return discord.ui.Select(custom_id=router.identity("club:units", club.club_id), options=options)


def _pick(what: str, values: Sequence[str], chosen: str, club: Club) -> discord.ui.Select[Any]:
    """Replies or tone, each value with a few words about it."""
    options = [
        discord.SelectOption(
            label=texts.say(f"clubs.{what}_{value}"),
            value=value,
            description=texts.say(f"clubs.{what}_{value}_about"),
            default=value == chosen,
        )
        for value in values
    ]
    custom_id = router.identity(f"club:{what}", club.club_id)
    return discord.ui.Select(custom_id=custom_id, options=options)


def _role(club: Club, guild: discord.Guild) -> discord.ui.RoleSelect[Any]:
    role = guild.get_role(club.organizer_role_id or 0)
    chosen = [SelectDefaultValue(id=role.id, type=SelectDefaultValueType.role)] if role else []
    return discord.ui.RoleSelect(
        custom_id=router.identity("club:role", club.club_id),
        placeholder=texts.say("clubs.pick_role"),
        min_values=0,
        default_values=chosen,
    )
