"""Takes the bot's own answers out of chat; what is noted in the database is tried until it is gone."""

import logging
from collections.abc import Awaitable

import aiohttp
import discord
from discord.ext import commands

from bot.parts import Parts
from bot.removals import service as removals
from cogs import edge

log = logging.getLogger(__name__)


class Removals(commands.Cog):
    """Goes on, after a start, with what was left to remove."""

    def __init__(self, client: commands.Bot, parts: Parts) -> None:
        self._client = client
        self._parts = parts

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What a stop or a refusal of Discord left is tried again."""
        work = work_off(self._client, self._parts)
        await edge.afterwards(work, "a removal", 0)


async def work_off(client: discord.Client, parts: Parts) -> None:
    """Removes every message that is to go, one after the other."""
    for channel_id, message_id in await parts.database.read(removals.due):
        channel = client.get_partial_messageable(channel_id)
        message = channel.get_partial_message(message_id)
        if await is_gone(message.delete(), message_id):
            await parts.database.write(removals.done, message_id)


async def is_gone(removal: Awaitable[None], message_id: int) -> bool:
    """Whether what was to be removed is not there any more, or out of the bot's reach for good."""
    try:
        await removal
    except (discord.NotFound, discord.Forbidden):
        return True
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as failure:
        log.warning("a removal failed: %s %s", type(failure).__name__, {"message": message_id})
        return False
    return True
