"""Offers help to somebody in a hard hour, where nobody else sees it."""

import discord

from bot import texts
from bot.care import service as care
from bot.parts import Parts
from cogs import edge, trying
from cogs.edge import Interaction


async def answer_quietly(interaction: Interaction) -> None:
    """The run counts, and the support text follows in private."""
    parts = edge.parts_of(interaction)
    parts.waiting.add(interaction.user.id, parts.clock())
    await edge.tell(interaction, texts.say("runs.counted"))


async def hear(interaction: Interaction, note: str) -> None:
    """A note was kept for its member alone: to words of crisis the very answer brings the support text."""
    parts, member_id = edge.parts_of(interaction), interaction.user.id
    hearing = parts.database.write(care.heard, member_id, note, now=parts.clock())
    if await trying.attempt(hearing, "hearing a note"):
        parts.waiting.add(member_id, parts.clock())


async def offer(parts: Parts, message: discord.Message) -> None:
    """In a direct message the support text comes at once; elsewhere with the author's next private answer."""
    member_id = message.author.id
    if message.guild is not None:
        parts.waiting.add(member_id, parts.clock())
        return
    told = message.channel.send(
        texts.say("care.support"), nonce=trying.nonce(f"support:{message.id}")
    )
    if await trying.attempt(told, "the support text") is None:
        parts.waiting.add(member_id, parts.clock())
    else:
        await trying.attempt(parts.database.write(care.shown, member_id), "noting the support text")
