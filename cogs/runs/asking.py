"""Questions that stand between a wish and its effect."""

import discord

from bot import texts
from bot.questions import service as questions
from bot.questions.model import DUPLICATE, MATTERS, UNIT, Question
from bot.runs.model import Logged, Post
from bot.runs.refusals import Questionable
from cogs import edge, router, trying
from cogs.edge import Interaction
from cogs.runs import wording


async def ask_to_remove(interaction: Interaction, *, run_id: int) -> None:
    """The question before a run is removed, with the run in it."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    listing = await edge.read(
        interaction, parts.lists.one, club_id, member_id, run_id, now=parts.clock()
    )
    line = wording.run_line(listing.runs[0], listing.units, listing.today)
    yes = router.button(
        "run:removed",
        run_id,
        texts.say("runs.remove_yes"),
        style=discord.ButtonStyle.danger,
    )
    no = router.button("run:keep", run_id, texts.say("runs.remove_no"))
    await edge.tell(interaction, texts.say("runs.remove_ask", run=line), view=router.view(yes, no))


async def ask_to_log(interaction: Interaction, post: Post, doubt: Questionable) -> Logged | None:
    """Asks about a run that was filled in; what it counts as, if its author said no to that before."""
    parts, now = edge.parts_of(interaction), edge.parts_of(interaction).clock()
    opened = await edge.write(
        interaction,
        parts.holding.ask,
        post,
        doubt.draft,
        doubt.matter,
        key=interaction.id,
        now=now,
    )
    if opened.hard_hour:
        parts.waiting.add(interaction.user.id, now)  # the question brings the support text along
    if opened.question is not None:
        await put(interaction, opened.question, doubt)
        return None
    logging = parts.runs.log_draft
    return await edge.write(interaction, logging, post, doubt.draft, now=now, agreed=MATTERS)


async def ask_to_change(interaction: Interaction, run_id: int, doubt: Questionable) -> None:
    """Asks about figures that a run is to have."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    listing = await edge.read(
        interaction, parts.lists.one, club_id, member_id, run_id, now=parts.clock()
    )
    question = await edge.write(
        interaction,
        parts.holding.ask_to_change,
        listing.runs[0],
        doubt.draft,
        doubt.matter,
        channel_id=interaction.channel_id or 0,
        key=interaction.id,
        now=parts.clock(),
    )
    if question is not None:
        await put(interaction, question, doubt)


async def put(interaction: Interaction, question: Question, doubt: Questionable) -> None:
    """Asks where nobody else sees it; a question that did not reach its author is over, and they ask again."""
    parts = edge.parts_of(interaction)
    interaction.client.dispatch("asked_privately")
    words = wording.question(doubt, interaction.created_at, filled_in=True)
    telling = edge.tell(interaction, words, view=answers_to(question))
    if await trying.afterwards(telling, "a question", interaction.id):
        return
    if await trying.attempt(interaction.original_response(), "finding a question") is None:
        await parts.database.write(questions.close, question, now=parts.clock())


def answers_to(question: Question) -> discord.ui.View:
    """The answers to a question."""
    number, no = question.question_id, "runs.ask_no"
    if question.matter == UNIT:
        yes = [
            router.button("ask:km", number, texts.say("runs.ask_km")),
            router.button("ask:mi", number, texts.say("runs.ask_mi")),
        ]
        no = "runs.ask_no_unit"
    elif question.matter == DUPLICATE:
        yes = [router.button("ask:yes", number, texts.say("runs.ask_yes_duplicate"))]
        no = "runs.ask_no_duplicate"
    else:
        yes = [router.button("ask:yes", number, texts.say("runs.ask_yes"))]
    return router.view(*yes, router.button("ask:no", number, texts.say(no)))
