"""✅ on posts that count, and on no other: what Discord does not take for the moment is done later."""

from collections.abc import Awaitable
from datetime import timedelta

import discord

from bot.parts import Parts
from bot.runs import counted
from bot.schedule.duties import Turn
from bot.schedule.schedule import Duty
from cogs import trying

COUNTED = "✅"
AGAIN = timedelta(minutes=5)

Post = discord.Message | discord.PartialMessage


async def mark(parts: Parts, message: Post) -> bool:
    """✅ on a post; False where Discord does not take it for the moment, which is kept in mind."""
    return await _changed(parts, message, message.add_reaction(COUNTED), "a reaction")


async def unmark(parts: Parts, message: Post, us: discord.ClientUser) -> bool:
    """Takes it away from a post that counts no more; False, and kept in mind, as with `mark`."""
    removal = message.remove_reaction(COUNTED, us)
    return await _changed(parts, message, removal, "a reaction's removal")


async def _changed(parts: Parts, message: Post, change: Awaitable[None], what: str) -> bool:
    if await trying.taken(change, what, message=message.id) is None:
        parts.mismarked[message.id] = message.channel.id
        return False
    parts.mismarked.pop(message.id, None)
    return True


def is_marked(message: discord.Message) -> bool:
    """Whether the bot's ✅ stood on it when it was read."""
    return any(each.me and str(each.emoji) == COUNTED for each in message.reactions)


async def work_off(client: discord.Client, parts: Parts) -> None:
    """Gives ✅ to the posts that count and takes it from the others, until Discord takes nothing again."""
    for message_id, channel_id in list(parts.mismarked.items()):
        parts.mismarked.pop(message_id, None)  # if it fails again, it waits behind the others
        message = client.get_partial_messageable(channel_id).get_partial_message(message_id)
        if await parts.database.read(counted.counts, message_id):
            is_done = await mark(parts, message)
        else:
            is_done = client.user is None or await unmark(parts, message, client.user)
        if not is_done:
            return


def duty(client: discord.Client, parts: Parts) -> Duty:
    """What the schedule is to do every five minutes."""

    async def perform(_: Turn) -> None:
        await work_off(client, parts)

    return Duty("missing marks", AGAIN, perform, awaited=False)
