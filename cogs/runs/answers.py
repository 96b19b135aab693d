"""Sends, changes and removes the bot's answer to a logged run; whatever Discord refuses, the run is kept."""

from typing import Any

import discord

from bot import texts
from bot.kudos import service as kudos
from bot.parts import Parts
from bot.runs import service as runs
from bot.runs.model import Logged
from cogs import edge, router
from cogs.edge import Interaction, attempt
from cogs.runs import removals, wording

COUNTED = "✅"
CLAP = "👏"
MORE = "⋯"


async def answer_message(parts: Parts, message: discord.Message, logged: Logged) -> None:
    """✅ on the post, and the answer below it as the club likes it.

    A post that was seen before only gets its ✅ again: nobody is answered twice.
    """
    if logged.runs:
        await _mark(message, None, counted=True)
    if not logged.is_new or not is_worded(logged):
        return
    call = message.channel.send(
        reference=message.to_reference(fail_if_not_exists=False),
        nonce=edge.nonce(f"answer:{message.id}"),
        **rendered(logged),
    )
    sent = await attempt(call, "an answer", message=message.id)
    if sent is not None:
        await _note_answer(parts, logged, sent.channel.id, sent.id)


async def answer_interaction(interaction: Interaction, logged: Logged) -> None:
    """The answer to a command or a form: in the channel, or private for a private run or an unnamed member.

    Whatever Discord refuses here, the run is kept: nothing is raised.
    """
    if not logged.is_new:
        call = edge.tell(interaction, wording.counted_before(logged))
    elif logged.post.private or not is_worded(logged):
        view = buttons(logged.post.post_id, claps=None)
        call = edge.tell(interaction, wording.answer(logged), view=view)
    else:
        call = _in_the_channel(interaction, logged)
    await attempt(call, "an answer to an interaction", post=logged.post.post_id)


async def _in_the_channel(interaction: Interaction, logged: Logged) -> None:
    parts, channel_id = edge.parts_of(interaction), interaction.channel_id or 0
    if (
        interaction.response.is_done()
    ):  # "thinking" was private: the club's answer is a message of its own
        channel = interaction.client.get_partial_messageable(channel_id)
        key = edge.nonce(f"answer:{interaction.id}")
        sent = await channel.send(nonce=key, **rendered(logged))
        await _note_answer(parts, logged, channel_id, sent.id)
        await edge.tell(interaction, texts.say("runs.counted"))
        return
    response = await interaction.response.send_message(**rendered(logged))
    if response.message_id is not None:
        await _note_answer(parts, logged, channel_id, response.message_id)


async def answer_menu(
    interaction: Interaction, message: discord.Message, logged: Logged | None
) -> None:
    """The answer to *Log this as a run*, with ✅ on the message itself."""
    if logged is None:
        await edge.tell(interaction, texts.say("runs.menu_not_read"))
        return
    await answer_interaction(interaction, logged)
    if logged.runs:
        await _mark(message, None, counted=True)


async def refresh(parts: Parts, client: discord.Client, logged: Logged) -> None:
    """Brings ✅ and the public answer up to date after a change, and takes both away with the last run."""
    post = logged.post
    if post.channel_id is None:
        return
    channel = client.get_partial_messageable(post.channel_id)
    if post.message_id is not None:
        message = channel.get_partial_message(post.message_id)
        await _mark(message, client.user, counted=bool(logged.runs))
    if post.answer_id is not None and logged.runs:
        answer = channel.get_partial_message(post.answer_id)
        await _bring_up_to_date(parts, answer, logged)
    await removals.work_off(client, parts)


async def _mark(
    message: discord.Message | discord.PartialMessage,
    us: discord.ClientUser | None,
    *,
    counted: bool,
) -> None:
    if counted:
        await attempt(message.add_reaction(COUNTED), "a reaction", message=message.id)
    elif us is not None:
        removal = message.remove_reaction(COUNTED, us)
        await attempt(removal, "a reaction's removal", message=message.id)


async def _bring_up_to_date(parts: Parts, answer: discord.PartialMessage, logged: Logged) -> None:
    """Words the answer anew; one that would name somebody who is named no longer goes instead."""
    if not is_worded(logged):
        await parts.database.write(runs.drop_answer, logged.post.post_id)
        return
    claps = await parts.database.read(kudos.count, logged.post.post_id)
    changed = {"embed": None, **rendered(logged, claps=claps)}
    await attempt(answer.edit(**changed), "an edit", message=answer.id)


def rendered(logged: Logged, *, claps: int = 0) -> dict[str, Any]:
    """What an answer is made of, for sending or editing it."""
    post, words = logged.post, wording.answer(logged)
    view = buttons(post.post_id, claps=None if post.private else claps)
    if logged.replies == "cards" and not post.private:
        return {"content": None, "embed": wording.card(logged), "view": view}
    return {"content": words, "view": view}


def buttons(post_id: int, *, claps: int | None) -> discord.ui.View:
    """👏 with its count, bare as long as there is none and absent for None; and ⋯ for the runner."""
    more = router.button("run:more", post_id, MORE)
    if claps is None:
        return router.view(more)
    clap = router.button("kudos:give", post_id, str(claps) if claps else None, emoji=CLAP)
    return router.view(clap, more)


def is_worded(logged: Logged) -> bool:
    """Whether the club sees more than ✅; a member who is not named is never worded about in public."""
    return logged.post.private or (logged.named and logged.replies != "reaction")


async def _note_answer(parts: Parts, logged: Logged, channel_id: int, answer_id: int) -> None:
    """The run is safe already: what goes wrong here costs only the answer's later upkeep."""
    noted = parts.database.write(runs.answered, logged.post.post_id, channel_id, answer_id)
    await attempt(noted, "noting an answer", post=logged.post.post_id)
