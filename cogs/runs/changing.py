"""Changing one's own run, from a button, a form or a command."""

from bot import texts
from bot.questions.model import NOTHING
from bot.runs.model import MAX_NOTE, Form, Logged
from bot.runs.refusals import Questionable
from cogs import edge, trying
from cogs.edge import Interaction
from cogs.runs import answers, asking, forms, wording


async def open_form(interaction: Interaction, run_id: int) -> None:
    """Opens the form of a run, filled with what it is."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    # A form cannot open after "thinking": this read does not defer.
    listing = await parts.database.read(
        parts.lists.one, club_id, member_id, run_id, now=parts.clock()
    )
    await edge.open_form(interaction, forms.edit_form(listing.runs[0], listing.units))


async def change(interaction: Interaction, run_id: int, form: Form) -> None:
    """The run and its answer change; its runner is told."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    try:
        logged = await edge.write(
            interaction,
            parts.mending.edit,
            club_id,
            member_id,
            run_id,
            form,
            now=parts.clock(),
            agreed=NOTHING,
        )
    except Questionable as doubt:
        await asking.ask_to_change(interaction, run_id, doubt)
        return
    await tell(interaction, run_id, logged, is_cut=form.has_long_note)


async def tell(
    interaction: Interaction, run_id: int, logged: Logged, *, is_cut: bool = False
) -> None:
    """Its runner hears how the run is now, and the answer follows; `is_cut`: the note was too long."""
    parts = edge.parts_of(interaction)
    if logged.quiet:
        parts.waiting.add(interaction.user.id, parts.clock())  # the answer brings the support text
    told = texts.say("runs.edited", run=named(logged, run_id))
    if is_cut:
        told = "\n".join([told, texts.say("runs.note_cut", kept=MAX_NOTE)])
    await trying.attempt(edge.tell(interaction, told), "telling of an edit", run=run_id)
    await answers.refresh(parts, interaction.client, logged)


def named(logged: Logged, run_id: int) -> str:
    """One run of a post in a line."""
    run = next(run for run in logged.runs if run.run_id == run_id)
    return wording.run_line(run, logged.units, logged.today)
