"""Sends, changes and removes the bot's answer to a logged run; whatever Discord refuses, the run is kept."""

import re
from typing import Any

import discord

from bot import texts
from bot.care import service as hard_hours
from bot.challenges.model import ON_CARDS
from bot.joys.service import JOY
from bot.kudos import service as kudos
from bot.parts import Parts
from bot.rewards.service import ROLES_DUE
from bot.runs import answers as places
from bot.runs.model import Logged, StoredPost
from cogs import care, edge, router, trying
from cogs.edge import Interaction
from cogs.runs import marking, removals, wording

CLAP = "👏"
MORE = "⋯"


async def answer_message(
    client: discord.Client, parts: Parts, message: discord.Message, logged: Logged
) -> None:
    """✅ on the post, and the answer below it as the club likes it.

    A post that was seen before only gets its ✅ again: nobody is answered twice.
    """
    told = {fact.name for fact in logged.facts}
    if ON_CARDS in told:
        client.dispatch("cards_changed")
    if ROLES_DUE in told:
        client.dispatch("roles_due")
    note_joy(parts, logged)
    if logged.runs:
        await marking.mark(parts, message)
    if logged.quiet:
        await care.offer(parts, message)
    if not logged.is_new or not logged.runs or not logged.is_worded:
        return
    call = message.channel.send(
        reference=message.to_reference(fail_if_not_exists=False),
        nonce=trying.nonce(f"answer:{message.id}"),
        **rendered(logged),
    )
    sent = await trying.attempt(call, "an answer", message=message.id)
    if logged.post.private:
        client.dispatch("glad_here", message)
    if sent is None or await _note_answer(client, parts, logged, sent.channel.id, sent.id):
        return
    if client.user is not None:
        await marking.unmark(parts, message, client.user)


async def follow(
    parts: Parts, client: discord.Client, message: discord.Message, logged: Logged
) -> None:
    """After an edit: ✅ and the answer change, go with the last run, or come when runs came back."""
    await refresh(parts, client, logged)
    if logged.quiet:
        await care.offer(parts, message)
    elif logged.post.answer_id is None:
        await answer_again(client, parts, logged)


async def come_back(parts: Parts, client: discord.Client, logged: Logged) -> None:
    """After a run was brought back, or came late: ✅, and an answer where the first one went with the run."""
    await refresh(parts, client, logged)
    wanted = logged.is_new or logged.post.answered
    if wanted and logged.post.answer_id is None and not logged.post.private:
        await answer_again(client, parts, logged)


async def answer_again(client: discord.Client, parts: Parts, logged: Logged) -> None:
    """Answers anew to a post whose first answer is gone, with the kudos that it has."""
    post = logged.post
    if post.channel_id is None or not logged.runs or not logged.is_worded or _is_hard(logged):
        return
    claps = await parts.database.read(kudos.count, post.post_id)
    channel = client.get_partial_messageable(post.channel_id)
    key = trying.nonce(f"again:{post.post_id}:{parts.clock().timestamp()}")
    call = channel.send(nonce=key, **_below(post), **rendered(logged, claps=claps))
    sent = await trying.attempt(call, "an answer", post=post.post_id)
    if sent is not None:
        await _note_answer(client, parts, logged, post.channel_id, sent.id)


def _is_hard(logged: Logged) -> bool:
    """Whether a note of one of its runs tells of a hard hour: then it keeps its bare ✅."""
    return any(hard_hours.is_hard(run.note or "") for run in logged.runs)


def _below(post: StoredPost) -> dict[str, Any]:
    """Puts an answer below the message it is about, if that still stands."""
    if post.message_id is None or post.channel_id is None:
        return {}
    reference = discord.MessageReference(
        message_id=post.message_id, channel_id=post.channel_id, fail_if_not_exists=False
    )
    return {"reference": reference}


async def answer_interaction(interaction: Interaction, logged: Logged) -> None:
    """The answer to a command or a form: in the channel, or private for a private run or an unnamed member.

    Whatever goes wrong here, the run is kept and nobody is asked to log it again: nothing is raised.
    """
    ids = {"post": logged.post.post_id, "member": interaction.user.id}
    interaction.client.dispatch("cards_changed")
    note_joy(edge.parts_of(interaction), logged)
    answering = _answer(interaction, logged)
    if not await trying.afterwards(answering, "an answer to a run", interaction.id, **ids):
        counted = edge.tell(interaction, texts.say("runs.counted"))
        await trying.attempt(counted, "an answer to an interaction", **ids)
    edge.gladden(interaction)


def note_joy(parts: Parts, logged: Logged) -> None:
    """What a new run is worth to its member in private is told with their next private answer."""
    if not logged.quiet and any(fact.name == JOY for fact in logged.facts):
        parts.glad.add(logged.post.member_id)


async def _answer(interaction: Interaction, logged: Logged) -> None:
    if not logged.is_new:
        await edge.tell(interaction, wording.counted_before(logged))
    elif logged.quiet:
        await care.answer_quietly(interaction)
    elif logged.post.private or not logged.is_worded:
        await _answer_privately(interaction, logged)
    elif interaction.response.is_done():
        await _answer_late(interaction, logged)
    else:
        await _answer_in_the_channel(interaction, logged)


async def _answer_privately(interaction: Interaction, logged: Logged) -> None:
    view = buttons(logged.post.post_id, claps=None)
    await edge.tell(interaction, wording.answer(logged), view=view)


async def _answer_late(interaction: Interaction, logged: Logged) -> None:
    """What was announced as coming can only be private: the club's answer is a message of its own."""
    channel_id = interaction.channel_id or 0
    channel = interaction.client.get_partial_messageable(channel_id)
    call = channel.send(nonce=trying.nonce(f"answer:{interaction.id}"), **rendered(logged))
    sent, is_refused = await trying.tried(call, "an answer", post=logged.post.post_id)
    if is_refused:
        await _answer_privately(interaction, logged)
        return
    await edge.tell(interaction, texts.say("runs.counted"))
    if sent is None:  # it may stand there all the same
        return
    parts = edge.parts_of(interaction)
    await _note_answer(interaction.client, parts, logged, channel_id, sent.id)


async def _answer_in_the_channel(interaction: Interaction, logged: Logged) -> None:
    answer_id = await _responded(interaction, logged)
    if answer_id is None:
        await edge.tell(interaction, texts.say("runs.counted"))
        return
    parts, channel_id = edge.parts_of(interaction), interaction.channel_id or 0
    await _note_answer(interaction.client, parts, logged, channel_id, answer_id)


async def _responded(interaction: Interaction, logged: Logged) -> int | None:
    """Sends the answer and gives its id; looks for it where only the word of it got lost on the way."""
    call, post_id = interaction.response.send_message(**rendered(logged)), logged.post.post_id
    if (response := await trying.attempt(call, "an answer", post=post_id)) is not None:
        return response.message_id
    found = await trying.attempt(interaction.original_response(), "finding an answer", post=post_id)
    return found.id if found else None


async def answer_by_hand(
    interaction: Interaction, message: discord.Message | None, logged: Logged | None
) -> None:
    """The answer to what was logged by hand, with ✅ on the message that it is about."""
    if logged is None:
        await edge.tell(interaction, texts.say("runs.menu_not_read"))
        return
    await answer_interaction(interaction, logged)
    if message is not None and logged.runs:
        await marking.mark(edge.parts_of(interaction), message)
        await removals.work_off(interaction.client, edge.parts_of(interaction))


async def refresh(parts: Parts, client: discord.Client, logged: Logged) -> None:
    """Brings ✅ and the public answer up to date after a change, and takes both away with the last run.

    The change is saved: nothing is raised.
    """
    post = logged.post
    client.dispatch("cards_changed")
    await trying.afterwards(
        _refresh(parts, client, logged), "bringing an answer up to date", post.post_id
    )


async def _refresh(parts: Parts, client: discord.Client, logged: Logged) -> None:
    post = logged.post
    if post.channel_id is None:
        return
    channel = client.get_partial_messageable(post.channel_id)
    if post.message_id is not None:
        message = channel.get_partial_message(post.message_id)
        if logged.runs:
            await marking.mark(parts, message)
        elif client.user is not None:
            await marking.unmark(parts, message, client.user)
    if post.answer_id is not None and logged.runs:
        answer = channel.get_partial_message(post.answer_id)
        await _bring_up_to_date(parts, answer, logged)
    await removals.work_off(client, parts)


async def _bring_up_to_date(parts: Parts, answer: discord.PartialMessage, logged: Logged) -> None:
    """Words the answer anew; one that would name somebody who is named no longer goes instead."""
    if not logged.is_worded:
        await parts.database.write(places.drop_answer, logged.post.post_id)
        return
    claps = await parts.database.read(kudos.count, logged.post.post_id)
    changed = {"embed": None, **rendered(logged, claps=claps)}
    await trying.attempt(answer.edit(**changed), "an edit", message=answer.id)


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


def post_under(message: discord.Message) -> int | None:
    """The number of the post that a message of a bot's answers, by its ⋯; None for any other message."""
    for row in message.components:
        for part in getattr(row, "children", ()):
            match = re.fullmatch(r"run:more:([0-9]{1,18})", str(getattr(part, "custom_id", "")))
            if match and message.author.bot:
                return int(match[1])
    return None


async def _note_answer(
    client: discord.Client, parts: Parts, logged: Logged, channel_id: int, answer_id: int
) -> bool:
    """Notes where the answer stands; False when its run was taken back or forgotten meanwhile, and it went too.

    The run is safe already: a disk that fails here costs only the answer's later upkeep.
    """
    noting = parts.database.write(places.answered, logged.post.post_id, channel_id, answer_id)
    stays = await trying.attempt(noting, "noting an answer", post=logged.post.post_id)
    if stays is False:
        await removals.work_off(client, parts)
    return stays is not False
