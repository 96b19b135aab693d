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
from cogs.runs import wording

COUNTED = "✅"
CLAP = "👏"
MORE = "⋯"


async def answer_message(parts: Parts, message: discord.Message, logged: Logged) -> None:
    """✅ on the post, and the answer below it as the club likes it.

    A post that was seen before only gets its ✅ again: nobody is answered twice.
    """
    await attempt(message.add_reaction(COUNTED), "a reaction", message=message.id)
    if not logged.is_new or not _is_worded(logged):
        return
    sent = await attempt(
        message.channel.send(
            reference=message.to_reference(fail_if_not_exists=False),
            nonce=edge.nonce(f"answer:{message.id}"),
            **rendered(logged),
        ),
        "an answer",
        message=message.id,
    )
    if sent is not None:
        await _note_answer(parts, logged, sent.channel.id, sent.id)


async def answer_interaction(interaction: Interaction, logged: Logged) -> None:
    """The answer to a command or a form: in the channel, or private for a private run or an unnamed member."""
    if not logged.is_new:
        await edge.tell(interaction, wording.counted_before(logged))
    elif logged.post.private:
        await edge.tell(interaction, **rendered(logged))
    elif not _is_worded(logged) or interaction.response.is_done():
        # A deferred answer is private already; the run is counted all the same.
        await edge.tell(interaction, wording.answer(logged))
    else:
        response = await interaction.response.send_message(**rendered(logged))
        if response.message_id is not None and interaction.channel_id is not None:
            parts = edge.parts_of(interaction)
            await _note_answer(parts, logged, interaction.channel_id, response.message_id)


async def answer_menu(
    interaction: Interaction, message: discord.Message, logged: Logged | None
) -> None:
    """The answer to *Log this as a run*, with ✅ on the message itself."""
    if logged is None:
        await edge.tell(interaction, texts.say("runs.menu_not_read"))
        return
    await answer_interaction(interaction, logged)
    await attempt(message.add_reaction(COUNTED), "a reaction", message=message.id)


async def refresh(parts: Parts, client: discord.Client, logged: Logged) -> None:
    """Brings ✅ and the public answer up to date after a change, and takes both away with the last run."""
    post = logged.post
    if post.channel_id is None:
        return
    channel = client.get_partial_messageable(post.channel_id)
    if post.message_id is not None:
        message = channel.get_partial_message(post.message_id)
        await _mark(message, client.user, counted=bool(logged.runs))
    if post.answer_id is not None:
        answer = channel.get_partial_message(post.answer_id)
        await _bring_up_to_date(parts, answer, logged)


async def _mark(
    message: discord.PartialMessage, us: discord.ClientUser | None, *, counted: bool
) -> None:
    if counted:
        await attempt(message.add_reaction(COUNTED), "a reaction", message=message.id)
    elif us is not None:
        removal = message.remove_reaction(COUNTED, us)
        await attempt(removal, "a reaction's removal", message=message.id)


async def _bring_up_to_date(parts: Parts, answer: discord.PartialMessage, logged: Logged) -> None:
    if logged.runs:
        claps = await parts.database.read(kudos.count, logged.post.post_id)
        await attempt(answer.edit(**rendered(logged, claps=claps)), "an edit", message=answer.id)
    else:
        await attempt(answer.delete(), "a removal", message=answer.id)


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


def _is_worded(logged: Logged) -> bool:
    """Whether the club sees more than ✅; a member who is not named is never worded about in public."""
    return logged.post.private or (logged.named and logged.replies != "reaction")


async def _note_answer(parts: Parts, logged: Logged, channel_id: int, answer_id: int) -> None:
    await parts.database.write(runs.answered, logged.post.post_id, channel_id, answer_id)
