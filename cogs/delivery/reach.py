"""What Discord lets the bot see and do in a place, and what a failure of it means for a message."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import aiohttp
import discord
from discord.abc import Messageable

SEARCHED = 2000
"""So many messages after the claim are looked through for an own one."""
CLOCK_ERROR = timedelta(hours=1)
DMS_CLOSED = (50007, 50278)
"""Discord's codes for a member who takes none, and for one with whom the bot shares no server any more."""


def can_look_back(place: Messageable) -> bool:
    """Whether the history shows what was sent; without the permission Discord shows an empty one."""
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return True
    may = place.permissions_for(place.guild.me)
    return may.view_channel and may.read_message_history


def may_attach(place: object) -> bool:
    """Whether pictures may stand there; without the permission Discord refuses words that come with one."""
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return True
    return place.permissions_for(place.guild.me).attach_files


def ids_of(message: discord.Message) -> Iterator[str]:
    """The ids of what can be pressed under a message."""
    for row in message.components:
        for item in getattr(row, "children", ()):
            yield getattr(item, "custom_id", None) or ""


def are_closed(failure: BaseException) -> bool:
    """Whether somebody takes no direct messages of the bot's."""
    return getattr(failure, "code", None) in DMS_CLOSED


def may_have_arrived(failure: BaseException) -> bool:
    """Whether Discord may have taken a message all the same: not when it answered that it did not."""
    if isinstance(failure, discord.HTTPException):
        return failure.status >= 500
    return isinstance(failure, aiohttp.ClientError | OSError | asyncio.TimeoutError)


def worded(failure: BaseException) -> str:
    """Why something was not sent, for the ledger: never anybody's words."""
    if isinstance(failure, discord.HTTPException):
        return f"Discord said {failure.status} ({failure.code})"
    return "Discord could not be reached" if may_have_arrived(failure) else "Discord asked to wait"
