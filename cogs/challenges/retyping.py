"""A form that was refused comes back with what was typed: nothing is lost, not even by a restart."""

import discord

from bot import texts
from bot.challenges import retyping, standing
from bot.challenges.model import Shown, Typed
from bot.errors import Refusal
from cogs import edge, router
from cogs.challenges import forms
from cogs.challenges.forms import say
from cogs.club import choosing
from cogs.edge import Interaction
from cogs.router import Handler, Press


def kept(form: str, handler: Handler) -> Handler:
    """The handler of a form that, when it refuses, tells why with a button that opens the form as it was typed."""

    async def served(interaction: Interaction, press: Press) -> None:
        try:
            await handler(interaction, press)
        except Refusal as refusal:
            await _offer(interaction, Typed(form, press.number, press.fields), refusal)
        else:
            where = interaction.guild_id or 0, interaction.user.id
            await edge.write(interaction, retyping.drop, *where, form, press.number)

    return served


async def _offer(interaction: Interaction, typed: Typed, refusal: Refusal) -> None:
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    form_id = await edge.write(
        interaction,
        retyping.keep,
        guild.id,
        guild.name,
        interaction.user.id,
        typed,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    style = discord.ButtonStyle.primary
    again = router.button("challenge:again", form_id, say("try_again"), style=style)
    told = texts.say(refusal.key, **refusal.values)
    await edge.tell(interaction, told, view=router.view(again))


async def again(interaction: Interaction, press: Press) -> None:
    """*Try again*: the form, with what was typed."""
    parts, club_id = edge.parts_of(interaction), interaction.guild_id or 0
    # Not by the edge's own reading: a form cannot open after "thinking".
    typed = await parts.database.read(retyping.find, club_id, interaction.user.id, press.number)
    if typed is None:
        await edge.tell(interaction, texts.say("errors.outdated"))
        return
    shown = None
    if typed.number:
        shown = await parts.database.read(standing.show, club_id, typed.number, now=parts.clock())
    await edge.open_form(interaction, _form(typed, shown))


def _form(typed: Typed, shown: Shown | None) -> discord.ui.Modal:
    begun = dict(typed.fields)
    if shown is None:
        return forms.new_form(begun)
    return forms.OF_CHALLENGE[typed.form](shown, begun)
