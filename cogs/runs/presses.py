"""What the buttons and forms of a run do. Each acts on the presser's own runs alone; the services refuse others."""

from collections.abc import Iterator
from typing import Any

import discord

from bot import texts
from bot.runs.model import RUNS_TOLD, Logged
from cogs import edge, router, trying
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import answers, asking, by_hand, changing, forms, wording

RUNS_A_ROW = 2
"""A message holds five rows of buttons, and each run has two."""


async def more(interaction: Interaction, press: Press) -> None:
    """⋯: the runner's own panel."""
    await show_panel(interaction, press.number)


async def show_panel(interaction: Interaction, post_id: int) -> None:
    """The runner's own panel, to edit or remove each run of the post."""
    parts = edge.parts_of(interaction)
    logged = await edge.read(interaction, parts.runs.view, post_id, now=parts.clock())
    if logged.post.member_id != interaction.user.id:
        await edge.tell(interaction, texts.say("errors.not_yours"))
    elif not logged.runs:
        await edge.tell(interaction, texts.say("runs.taken_back"))
    else:
        view = router.view(*_changes(logged))
        await edge.tell(interaction, wording.numbered(logged), view=view)


async def edit(interaction: Interaction, press: Press) -> None:
    """Opens the form of a run, filled with what it is."""
    await changing.open_form(interaction, press.number)


async def edited(interaction: Interaction, press: Press) -> None:
    """The form of a run came back: the run and its answer change."""
    await changing.change(interaction, press.number, forms.sent(press))


async def remove(interaction: Interaction, press: Press) -> None:
    """Asks whether a run is to go."""
    await asking.ask_to_remove(interaction, run_id=press.number)


async def removed(interaction: Interaction, press: Press) -> None:
    """Yes: the run is hidden at once, with the bot's answer."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    logged = await edge.write(
        interaction, parts.mending.withdraw, club_id, member_id, press.number, now=parts.clock()
    )
    back = router.button("run:restore", press.number, texts.say("runs.list_restore"))
    told = edge.replace(interaction, texts.say("runs.removed"), view=router.view(back))
    await trying.attempt(told, "telling of a removal", run=press.number)
    await answers.refresh(parts, interaction.client, logged)


async def keep(interaction: Interaction, press: Press) -> None:
    """No: nothing changes."""
    await edge.replace(interaction, texts.say("runs.kept"), view=None)


async def restore(interaction: Interaction, press: Press) -> None:
    """Brings a run back from those that were taken back."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    logged = await edge.write(
        interaction, parts.mending.restore, club_id, member_id, press.number, now=parts.clock()
    )
    words = texts.say("runs.restored", run=changing.named(logged, press.number))
    told = edge.replace(interaction, words, view=None)
    await trying.attempt(told, "telling of a return", run=press.number)
    await answers.come_back(parts, interaction.client, logged)


async def filled(interaction: Interaction, press: Press) -> None:
    """The form of a new run came back."""
    about = await edge.in_time(interaction, _own_message(interaction, press.number))
    await by_hand.log(
        interaction, forms.sent(press), private=False, message_id=press.number, about=about
    )


async def filled_privately(interaction: Interaction, press: Press) -> None:
    """The form of a new private run came back."""
    await by_hand.log(interaction, forms.sent(press), private=True)


HANDLERS: dict[str, Handler] = {
    "run:more": more,
    "run:edit": edit,
    "run:edited": edited,
    "run:remove": remove,
    "run:removed": removed,
    "run:keep": keep,
    "run:restore": restore,
    "run:log": filled,
    "run:private": filled_privately,
}


async def _own_message(interaction: Interaction, message_id: int) -> discord.Message | None:
    """The message that a form is about, if it is there and its author sent the form."""
    channel = interaction.channel
    if not message_id or not isinstance(channel, discord.abc.Messageable):
        return None
    message = await trying.attempt(channel.fetch_message(message_id), "reading a message")
    return message if message and message.author.id == interaction.user.id else None


def _changes(logged: Logged) -> Iterator[discord.ui.Button[Any]]:
    """Two buttons for each run, with its number when there are several."""
    several = len(logged.runs) > 1
    for place, run in enumerate(logged.runs[:RUNS_TOLD]):
        number, row = f" {place + 1}" if several else "", place // RUNS_A_ROW if several else 0
        edit_label = texts.say("runs.edit_button", number=number)
        remove_label = texts.say("runs.remove_button", number=number)
        yield router.button("run:edit", run.run_id, edit_label, row=row)
        yield router.button("run:remove", run.run_id, remove_label, row=row)
