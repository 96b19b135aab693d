"""Reads again in chat what something public would rest on: a run told of in a hard hour stays with its bare ✅.

That hour leaves no mark anywhere, so the message itself is asked, as it stands now.
"""

import asyncio
from collections.abc import Iterable
from contextlib import suppress

import discord
from discord.abc import Messageable
from discord.ext import commands

from bot.care import service as care
from bot.care.calm import Calm
from bot.messages.model import Written
from bot.parts import Parts
from cogs import trying
from cogs.delivery.reach import can_look_back

AT_A_TIME = 8
PATIENCE_S = 5
"""All messages of one recap are read within it; what is not read by then is not told of."""


class Rereading(commands.Cog):
    """Lets go of what was read, as soon as it may be otherwise."""

    def __init__(self, parts: Parts) -> None:
        self._calm = parts.calm

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """It may have other words now."""
        self._calm.drop(event.message_id)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """It can't be read any more."""
        self._calm.drop(event.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """As one that is deleted."""
        for message_id in event.message_ids:
            self._calm.drop(message_id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """A new session: edits may have been missed."""
        self._calm.clear()


async def hushed(
    client: discord.Client, calm: Calm, messages: Iterable[Written]
) -> frozenset[Written]:
    """Those of the messages that nothing may be told of: with words of crisis, or not to be read just now."""
    asked, told = frozenset(messages), set[Written]()
    turns = asyncio.Semaphore(AT_A_TIME)

    async def ask(written: Written) -> None:
        async with turns:
            if await may_be_told(client, calm, written):
                told.add(written)

    works = [
        trying.afterwards(
            ask(each), "reading a post again", each.message_id, channel=each.channel_id
        )
        for each in asked
    ]
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await asyncio.gather(*works)
    return asked - told


async def may_be_told(client: discord.Client, calm: Calm, written: Written) -> bool:
    """Whether the message can be read and has no words of crisis now.

    Raises what trying.UNDELIVERED lists, where Discord may show it another time.
    """
    channel_id, message_id = written
    place = client.get_channel(channel_id)
    if isinstance(place, Messageable) and not can_look_back(place):
        return False
    if message_id in calm:
        return True
    begun = calm.begin()
    try:
        message = await client.get_partial_messageable(channel_id).fetch_message(message_id)
    except (discord.Forbidden, discord.NotFound):
        return False
    # Of a message without words the bot is not shown what it says.
    if not message.content or care.is_hard(message.content):
        return False
    calm.keep(message_id, begun)
    return True
