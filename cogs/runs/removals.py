"""Takes the bot's own answers and marks out of chat; what is noted in the database is tried until it is gone."""

import logging
from collections.abc import Awaitable

import aiohttp
import discord
from discord.ext import commands

from bot import logs
from bot.parts import Parts
from bot.removals import service as removals
from bot.removals.model import ASKED, COUNTED, Removal
from cogs import trying

log = logging.getLogger(__name__)

MARKS = {COUNTED: "✅", ASKED: "🏃"}


class Removals(commands.Cog):
    """Goes on, after a start, with what was left to remove."""

    def __init__(self, client: commands.Bot, parts: Parts) -> None:
        self._client = client
        self._parts = parts

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What a stop or a refusal of Discord left is tried again."""
        await self._go_on()

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """A channel that is shown to the bot again may hold what it could not remove."""
        if before.overwrites != after.overwrites:
            await self._go_on()

    async def _go_on(self) -> None:
        work = work_off(self._client, self._parts)
        await trying.afterwards(work, "a removal", 0)


async def work_off(client: discord.Client, parts: Parts) -> None:
    """Removes all that is to go, one after the other; where the bot has no access, it waits for it.

    Of somebody who was forgotten that may be thousands: whoever comes meanwhile shares the work.
    """
    closed: set[int] = set()
    for removal in await parts.database.read(removals.due):
        channel_id, message_id = removal.channel_id, removal.message_id
        if channel_id in closed or message_id in parts.removing or _is_hidden(client, channel_id):
            continue
        parts.removing.add(message_id)
        try:
            if await _is_removed(_going(client, removal), message_id):
                await parts.database.write(removals.done, message_id)
        except discord.Forbidden:
            closed.add(channel_id)  # and Discord is not asked again for each of many
        finally:
            parts.removing.discard(message_id)


def _going(client: discord.Client, removal: Removal) -> Awaitable[None]:
    channel = client.get_partial_messageable(removal.channel_id)
    message = channel.get_partial_message(removal.message_id)
    if removal.mark is None:
        return message.delete()
    assert client.user is not None, "removed before the bot logged in"
    return message.remove_reaction(MARKS[removal.mark], client.user)


def _is_hidden(client: discord.Client, channel_id: int) -> bool:
    """Whether the bot is known not to see a channel."""
    channel = client.get_channel(channel_id)
    if not isinstance(channel, discord.abc.GuildChannel):
        return False
    return not channel.permissions_for(channel.guild.me).view_channel


async def is_gone(removal: Awaitable[None], message_id: int) -> bool:
    """Whether what was to be removed is not there any more, or out of the bot's reach for good."""
    try:
        return await _is_removed(removal, message_id)
    except discord.Forbidden:
        return True


async def _is_removed(removal: Awaitable[None], message_id: int) -> bool:
    """Whether what was to be removed is not there any more. Raises discord.Forbidden."""
    try:
        await removal
    except discord.NotFound:
        return True
    except discord.Forbidden:
        raise
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as failure:
        why = type(failure).__name__
        log.warning("a removal failed: %s", why, extra=logs.ids(message=message_id))
        return False
    return True
