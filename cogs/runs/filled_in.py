"""What comes of the answer to a question about a command or a form."""

import discord

from bot.errors import Refusal
from bot.parts import Parts
from bot.questions import service as asked
from bot.questions.model import UNIT, Question
from bot.runs.model import Logged
from bot.runs.refusals import HeldNoMore, Questionable
from cogs import edge
from cogs.edge import Interaction
from cogs.runs import answers, asking, changing
from cogs.trying import attempt


async def agree(interaction: Interaction, question: Question, *, units: str | None) -> None:
    """Yes: it counts, or the next thing about it is asked."""
    parts = edge.parts_of(interaction)
    await edge.acknowledge(interaction)
    waiting = await edge.read(interaction, parts.holding.find, question.question_id)
    if waiting is None:
        raise HeldNoMore
    now = parts.clock()
    chosen = units if question.matter == UNIT else None
    await edge.write(interaction, parts.holding.agree, question, units=chosen, now=now)
    try:
        logged = await _counted(parts, question)
    except Questionable as doubt:
        await _ask_on(interaction, question, doubt)
        return
    if waiting.run_id is not None:
        await changing.tell(interaction, waiting.run_id, logged)
    else:
        about = await _message(interaction, question, waiting.message_id)
        await answers.answer_by_hand(interaction, about, logged)


async def _ask_on(interaction: Interaction, question: Question, doubt: Questionable) -> None:
    parts = edge.parts_of(interaction)
    following = await edge.write(
        interaction, parts.holding.ask_on, question, doubt.matter, now=parts.clock()
    )
    if following is not None:
        await asking.put(interaction, following, doubt)


async def count_late(client: discord.Client, parts: Parts, question: Question) -> None:
    """Counts what nobody answered for, where that is the rule, or what a stop left without effect."""
    try:
        logged = await _counted(parts, question)
    except Refusal:
        await parts.database.write(asked.close, question, now=parts.clock())
    else:
        await answers.come_back(parts, client, logged)


async def _counted(parts: Parts, question: Question) -> Logged:
    """Raises Refusal; one that is no further question ends this one."""
    now = parts.clock()
    try:
        return await parts.database.write(parts.holding.count, question, now=now)
    except Questionable:
        raise
    except Refusal:
        await parts.database.write(asked.close, question, now=now)
        raise


async def _message(
    interaction: Interaction, question: Question, message_id: int | None
) -> discord.Message | None:
    if message_id is None:
        return None
    channel = interaction.client.get_partial_messageable(question.channel_id)
    return await attempt(channel.fetch_message(message_id), "reading a message")
