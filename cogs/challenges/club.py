"""`/club challenge new`, `edit`, `end` and `cancel`, for organizers."""

from collections.abc import Sequence

import discord
from discord import app_commands

from bot import texts
from bot.challenges import carding, service, standing
from bot.challenges.model import Challenge
from bot.challenges.refusals import BeingEdited
from bot.parts import Parts
from cogs import edge, organizers, router, trying
from cogs.challenges import figures, forms, organizing, wording
from cogs.challenges.commands import choices, number_in
from cogs.challenges.forms import say
from cogs.edge import Interaction
from cogs.router import Handler, Press

DRAFTS_SHOWN = 3


class ClubChallenges(app_commands.Group):
    """What organizers decide; each command asks first who calls."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(name="challenge", description="Challenges of this club")
        self._parts = parts

    @app_commands.command(description="Start a challenge: one form, then a preview")
    async def new(self, interaction: Interaction) -> None:
        """Opens the form; what was begun and not posted is offered first."""
        await organizers.admit(interaction)
        drafts = await self._parts.database.read(service.drafts, interaction.guild_id or 0)
        if drafts:
            await _offer(interaction, drafts)
        else:
            await edge.open_form(interaction, forms.new_form({}))

    @app_commands.command(description="Change a challenge, or let it run longer")
    @app_commands.describe(challenge="Pick the challenge")
    async def edit(self, interaction: Interaction, challenge: str | None = None) -> None:
        """Opens the panel of a challenge."""
        await organizers.admit(interaction)
        if (number := await _meant(interaction, challenge)) is not None:
            await _open(interaction, number)

    @app_commands.command(description="End a challenge today, with thanks to everybody")
    @app_commands.describe(challenge="Pick the challenge")
    async def end(self, interaction: Interaction, challenge: str | None = None) -> None:
        """Asks, and ends it when the answer is yes."""
        await _ask(interaction, challenge, "end")

    @app_commands.command(description="Call a challenge off")
    @app_commands.describe(challenge="Pick the challenge")
    async def cancel(self, interaction: Interaction, challenge: str | None = None) -> None:
        """Asks, and calls it off when the answer is yes."""
        await _ask(interaction, challenge, "cancel")

    @edit.autocomplete("challenge")
    @end.autocomplete("challenge")
    @cancel.autocomplete("challenge")
    async def _pick(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await trying.attempt(_open_ones(interaction), "a picker")
        return choices(found or (), typed)


async def _open_ones(interaction: Interaction) -> Sequence[Challenge]:
    parts = edge.parts_of(interaction)
    return await edge.read(
        interaction, service.open_ones, interaction.guild_id or 0, now=parts.clock()
    )


async def _meant(interaction: Interaction, typed: str | None) -> int | None:
    """The challenge that was picked, or the only one there is; else says which to pick."""
    if typed is not None:
        return number_in(typed)
    found = await _open_ones(interaction)
    if len(found) == 1:
        return found[0].challenge_id
    await edge.tell(interaction, say("which" if found else "none_open"))
    return None


async def _offer(interaction: Interaction, drafts: Sequence[Challenge]) -> None:
    """What was begun: by whom it is being shaped, and buttons to go on or to start another."""
    parts, club_id = edge.parts_of(interaction), interaction.guild_id or 0
    lines, buttons = [], [router.button("challenge:new", 0, say("start_anew"))]
    for draft in drafts[:DRAFTS_SHOWN]:
        shown = await edge.read(
            interaction, standing.show, club_id, draft.challenge_id, now=parts.clock()
        )
        editor, name = shown.editor, wording.name(draft)
        if editor is not None and editor.member_id != interaction.user.id:
            since = figures.moment(editor.since)
            who = f"<@{editor.member_id}>"
            lines.append(say("other_draft", who=who, name=name, since=since))
        else:
            lines.append(say("own_draft", name=name))
        label = say("go_on", name=draft.name)[:80]
        buttons.append(router.button("challenge:resume", draft.challenge_id, label))
    await edge.tell(interaction, "\n".join(lines), view=router.view(*buttons))


async def _open(interaction: Interaction, challenge_id: int, *, take_over: bool = False) -> None:
    """Opens the panel; where another organizer has it open, says who, with a button to take it over."""
    try:
        await edge.write(
            interaction,
            service.open_for,
            interaction.guild_id or 0,
            challenge_id,
            interaction.user.id,
            now=edge.parts_of(interaction).clock(),
            take_over=take_over,
        )
    except BeingEdited as refusal:
        told = texts.say(refusal.key, **refusal.values)
        button = router.button("challenge:takeover", challenge_id, say("take_over"))
        await edge.tell(interaction, told, view=router.view(button))
    else:
        await organizing.shape(interaction, challenge_id)


async def _ask(interaction: Interaction, typed: str | None, what: str) -> None:
    await organizers.admit(interaction)
    number = await _meant(interaction, typed)
    if number is None:
        return
    challenge = await edge.read(interaction, standing.find, interaction.guild_id or 0, number)
    style = discord.ButtonStyle.danger
    yes = router.button(f"challenge:{what}", number, say(f"yes_{what}"), style=style)
    no = router.button("challenge:keep", 0, say("no"))
    told = say(f"ask_{what}", name=wording.name(challenge))
    await edge.tell(interaction, told, view=router.view(yes, no))


async def new(interaction: Interaction, press: Press) -> None:
    """*Start another one*: opens the form."""
    await edge.open_form(interaction, forms.new_form({}))


async def resume(interaction: Interaction, press: Press) -> None:
    """Goes on with a draft."""
    await _open(interaction, press.number)


async def take_over(interaction: Interaction, press: Press) -> None:
    """Goes on with what another organizer has open."""
    await _open(interaction, press.number, take_over=True)


async def ended(interaction: Interaction, press: Press) -> None:
    """Yes: it ends today, and the card of the end follows."""
    now = edge.parts_of(interaction).clock()
    challenge = await edge.write(
        interaction, carding.end, interaction.guild_id or 0, press.number, now=now
    )
    interaction.client.dispatch("cards_changed")
    told = say("ended", name=wording.name(challenge))
    await edge.replace(interaction, told, view=None)


async def cancelled(interaction: Interaction, press: Press) -> None:
    """Yes: it is called off, and its card says so."""
    challenge = await edge.write(
        interaction,
        carding.cancel,
        interaction.guild_id or 0,
        press.number,
        now=edge.parts_of(interaction).clock(),
    )
    interaction.client.dispatch("cards_changed")
    told = say("cancelled", name=wording.name(challenge))
    await edge.replace(interaction, told, view=None)


async def keep(interaction: Interaction, press: Press) -> None:
    """No: nothing changes."""
    await edge.replace(interaction, say("kept"), view=None)


HANDLERS: dict[str, Handler] = {
    "challenge:new": new,
    "challenge:resume": resume,
    "challenge:takeover": take_over,
    "challenge:end": ended,
    "challenge:cancel": cancelled,
    "challenge:keep": keep,
}
