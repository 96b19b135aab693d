"""✅ on posts that count: one that Discord does not take for the moment comes later."""

from datetime import timedelta

import discord

from bot.parts import Parts
from bot.runs import counted
from bot.schedule.duties import Turn
from bot.schedule.schedule import Duty
from cogs import edge

COUNTED = "✅"
AGAIN = timedelta(minutes=5)
TOO_MANY = 429

Post = discord.Message | discord.PartialMessage


async def mark(parts: Parts, message: Post) -> bool:
    """✅ on a post; False where Discord does not take it for the moment, which is kept in mind."""
    try:
        await message.add_reaction(COUNTED)
    except edge.UNDELIVERED as failure:
        edge.warn(failure, "a reaction", message=message.id)
        if _passes(failure):
            parts.unmarked[message.id] = message.channel.id
            return False
    parts.unmarked.pop(message.id, None)
    return True


async def unmark(parts: Parts, message: Post, us: discord.ClientUser) -> None:
    """Takes it away from a post that counts no more."""
    parts.unmarked.pop(message.id, None)
    removal = message.remove_reaction(COUNTED, us)
    await edge.attempt(removal, "a reaction's removal", message=message.id)


def is_marked(message: discord.Message) -> bool:
    """Whether the bot's ✅ stood on it when it was read."""
    return any(each.me and str(each.emoji) == COUNTED for each in message.reactions)


def _passes(failure: BaseException) -> bool:
    """Whether Discord may take it another time: not where it has refused."""
    if not isinstance(failure, discord.HTTPException):
        return True
    return failure.status >= 500 or failure.status == TOO_MANY


async def work_off(client: discord.Client, parts: Parts) -> None:
    """Marks the posts whose ✅ is missing and that still count, until Discord takes none again."""
    for message_id, channel_id in list(parts.unmarked.items()):
        parts.unmarked.pop(message_id, None)  # if it fails again, it waits behind the others
        if not await parts.database.read(counted.counts, message_id):
            continue
        message = client.get_partial_messageable(channel_id).get_partial_message(message_id)
        if not await mark(parts, message):
            return


def duty(client: discord.Client, parts: Parts) -> Duty:
    """What the schedule is to do every five minutes."""

    async def perform(_: Turn) -> None:
        await work_off(client, parts)

    return Duty("missing marks", AGAIN, perform, awaited=False)
