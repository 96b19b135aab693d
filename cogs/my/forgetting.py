"""Being forgotten: the question with what would go, and what follows the yes."""

import asyncio
from collections.abc import Iterator

import discord

from bot import almanac, texts
from bot.members import forget
from bot.members.forget import Holdings
from cogs import edge, rewarding, router
from cogs.edge import Interaction
from cogs.runs import removals
from cogs.trying import attempt


async def ask(interaction: Interaction) -> None:
    """Shows what would go and what stays, with the two ways to answer."""
    held = await edge.read(interaction, forget.holdings, interaction.user.id)
    if held.nothing:
        await edge.tell(interaction, texts.say("members.forget_nothing"))
        return
    yes = router.button(
        "my:forget", 0, texts.say("members.forget_yes"), style=discord.ButtonStyle.danger
    )
    no = router.button("my:stay", 0, texts.say("members.forget_no"))
    question = texts.say("members.forget_ask", going="\n".join(_going(held)))
    await edge.tell(interaction, question, view=router.view(yes, no))


def _going(held: Holdings) -> Iterator[str]:
    if held.runs:
        key = "members.forget_runs_one" if held.runs == 1 else "members.forget_runs_many"
        yield texts.say(key, count=held.runs)
    if held.kudos:
        key = "members.forget_kudos_one" if held.kudos == 1 else "members.forget_kudos_many"
        yield texts.say(key, count=held.kudos)
    if held.settings:
        yield texts.say("members.forget_settings")


async def carry_out(interaction: Interaction) -> None:
    """Forgets whoever pressed, up to now: first noted beside the database, then deleted, then tidied in chat.

    Should the bot end after the note, it deletes at its next start.
    """
    parts, member_id = edge.parts_of(interaction), interaction.user.id
    await attempt(interaction.response.defer(), "an answer to an interaction")
    # Posts carry Discord's time and everything else ours: the later of the two covers both.
    instant = max(parts.clock(), interaction.created_at)
    await asyncio.to_thread(parts.forgotten.remember, member_id, instant)
    await rewarding.take_all(interaction.client, parts, member_id)
    await edge.write(interaction, forget.forget, member_id, until=almanac.to_ms(instant))
    # What was deleted is still in the write-ahead log; where that is being read, the daily tidying folds it.
    await attempt(parts.database.fold_log(), "emptying the write-ahead log")
    parts.listening.set_member(member_id, read=True)
    done = edge.replace(interaction, texts.say("members.forgotten"), view=None)
    await attempt(done, "an answer to an interaction")
    interaction.client.dispatch("cards_changed")  # thanks may have named them
    await removals.work_off(interaction.client, parts)
