"""A run that a command or a form tells of: logged, or asked about first."""

import discord

from bot import texts
from bot.care import service as care
from bot.questions.model import MATTERS, NOTHING
from bot.runs.model import MAX_NOTE, Form, Logged, Post
from bot.runs.refusals import Questionable
from cogs import edge, trying
from cogs.edge import Interaction
from cogs.runs import answers, asking
from cogs.runs.posting import post_by_hand, post_of


async def log(
    interaction: Interaction,
    form: Form,
    *,
    private: bool,
    message_id: int = 0,
    about: discord.Message | None = None,
) -> None:
    """Logs what the form says, and answers.

    `message_id` is the message it completes, and `about` that message if it could be read.
    """
    guild = interaction.guild
    if guild is None:
        await edge.tell(interaction, texts.say("errors.server_only"))
        return
    if about is None:
        post = post_by_hand(interaction, guild, private=private, message_id=message_id)
    else:
        post = post_of(about, club_id=guild.id, club_name=guild.name)
    logged = await _logged(interaction, post, form, about.content if about else "")
    if logged is None:
        return
    await answers.answer_by_hand(interaction, about, logged)
    if form.has_long_note and logged.is_new:
        told = edge.tell(interaction, texts.say("runs.note_cut", kept=MAX_NOTE))
        await trying.attempt(told, "telling of a long note", post=logged.post.post_id)


async def _logged(interaction: Interaction, post: Post, form: Form, words: str) -> Logged | None:
    """What it counts as; None where its author is asked about it first. A hard hour is asked nothing."""
    parts, agreed = edge.parts_of(interaction), MATTERS if care.is_hard(words) else NOTHING
    try:
        return await edge.write(
            interaction,
            parts.runs.log_form,
            post,
            form,
            now=parts.clock(),
            agreed=agreed,
            words=words,
        )
    except Questionable as doubt:
        return await asking.ask_to_log(interaction, post, doubt)
