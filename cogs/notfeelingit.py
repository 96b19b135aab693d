"""`/notfeelingit` and what follows from it: small ways, a call for cheers, one question later; all of it private."""

from typing import Any

import discord
from discord import app_commands

from bot import texts
from bot.clubs.refusals import NoSuchChoice
from bot.consistency import service as consistency
from bot.notfeelingit import service as notfeelingit
from bot.notfeelingit.model import DID_YOU_GO, REST, SMALL
from bot.schedule.model import Occurrence
from bot.unasked.model import Manner
from cogs import calls, edge, router
from cogs.delivery.letter import Kind, Letter
from cogs.edge import Interaction
from cogs.router import Handler, Press

OF_MINDS = True
"""That somebody used this is in no log."""


@app_commands.command(
    name="notfeelingit", description="Three small ways, rest among them; nobody else is told"
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
async def not_feeling_it(interaction: Interaction) -> None:
    """Offers the small ways."""
    await _offer(interaction)


async def tired(interaction: Interaction, press: Press) -> None:
    """The button under what comes to a member."""
    await _offer(interaction)


async def _offer(interaction: Interaction) -> None:
    """The small ways; that it was said stays the member's own."""
    parts = edge.parts_of(interaction)
    await edge.write(
        interaction,
        notfeelingit.say,
        *edge.whose(interaction),
        now=parts.clock(),
        defaults=parts.defaults,
    )
    ways = [
        router.button("motivation:small", number, texts.say(f"notfeelingit.small_{way}"))
        for number, way in enumerate(SMALL)
    ]
    view = router.view(*ways, *_more())
    told = (await calls.back_to(interaction), texts.say("notfeelingit.small"))
    await edge.tell(interaction, "\n".join(filter(None, told)), view=view)


async def small(interaction: Interaction, press: Press) -> None:
    """One of the small ways was chosen; only of rest on purpose the day is kept. Raises NoSuchChoice."""
    if press.number >= len(SMALL):
        raise NoSuchChoice
    way, parts = SMALL[press.number], edge.parts_of(interaction)
    now = parts.clock()
    if way == REST:  # the day keeps the member's own weeks in a row
        await edge.write(
            interaction,
            consistency.rest_today,
            *edge.whose(interaction),
            now=now,
            defaults=parts.defaults,
        )
    answer = notfeelingit.small(way, day_number=now.toordinal())
    await edge.replace(interaction, answer, view=router.view(*_more(rests=way == REST)))


def _more(*, rests: bool = False) -> list[discord.ui.Item[Any]]:
    """What one may ask for besides; whoever rests is not asked whether they went."""
    later = router.button("feeling:later", 0, texts.say("notfeelingit.later"), row=1)
    call = calls.ask_button(row=1)
    return [call] if rests else [call, later]


async def later(interaction: Interaction, press: Press) -> None:
    """The member wants to be asked once whether they went."""
    parts = edge.parts_of(interaction)
    at = await edge.write(
        interaction,
        notfeelingit.ask_later,
        *edge.whose(interaction),
        defaults=parts.defaults,
        now=parts.clock(),
    )
    told = texts.say("notfeelingit.later_asked")
    if at is not None:
        told = texts.say("notfeelingit.later_at", when=discord.utils.format_dt(at, "t"))
    await edge.replace(interaction, told, view=router.view(calls.ask_button(row=0)))


async def went(interaction: Interaction, press: Press) -> None:
    """The answer to the one question."""
    await edge.replace(interaction, texts.say("notfeelingit.went_told"), view=None)


async def stayed(interaction: Interaction, press: Press) -> None:
    """The other answer to it, which is as good."""
    await edge.replace(interaction, texts.say("notfeelingit.stayed_told"), view=None)


HANDLERS: dict[str, Handler] = {
    "motivation:tired": tired,
    "motivation:small": small,
    "feeling:later": later,
    "feeling:went": went,
    "feeling:stayed": stayed,
}


def kinds() -> dict[str, Kind]:
    """The one question, for whoever asked to be asked."""

    async def render(occurrence: Occurrence, about: str) -> Letter:
        number = occurrence.occurrence_id
        yes = router.button("feeling:went", number, texts.say("notfeelingit.went"))
        no = router.button("feeling:stayed", number, texts.say("notfeelingit.stayed"))
        return Letter(texts.say("notfeelingit.did_you_go"), (yes, no), known_by=yes.custom_id or "")

    return {DID_YOU_GO: Kind(notfeelingit.facts, render, Manner(asked_for=True))}


def tired_button(number: int) -> discord.ui.Button[Any]:
    """*Not feeling it*, with the number of the occurrence it stands under, or 0."""
    return router.button("motivation:tired", number, texts.say("notfeelingit.button"))
