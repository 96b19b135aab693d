"""A member's own week and month: as direct messages for whoever asked for them, and shown in private."""

import functools
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import discord
from discord.utils import MISSING

from bot import texts
from bot.parts import Parts
from bot.recaps import letters as own_letters
from bot.recaps import personal
from bot.recaps.letters import OwnLetter
from bot.recaps.own import KIND, MONTH_KIND, OwnRecap
from bot.schedule.model import MONTH, WEEK, YEAR, Occurrence
from bot.texts import figures
from cogs import edge, router
from cogs.club import choosing
from cogs.delivery.letter import Kind, Letter
from cogs.edge import Interaction
from cogs.recaps import letters
from cogs.router import Handler, Press
from cogs.sharing import share_here

PERIODS = (WEEK, MONTH, YEAR)
"""Of what a member may ask for their own."""
CLOSINGS = {WEEK: 6, MONTH: 4}


def kinds(parts: Parts) -> dict[str, Kind]:
    """The recaps that come to members: of their week and month, and a letter from their year."""

    async def recap(occurrence: Occurrence, found: OwnRecap) -> Letter:
        return Letter(worded(found), *_stop(occurrence))

    async def year(occurrence: Occurrence, found: OwnLetter) -> Letter:
        drawn = await parts.pictures.png(letters.card(found)) if found.runs else None
        return Letter(letters.worded(found), *_stop(occurrence), drawn, letters.alt(found))

    return {
        KIND: Kind(personal.due, recap),
        MONTH_KIND: Kind(personal.due, recap),
        own_letters.KIND: Kind(own_letters.due, year),
    }


def _stop(occurrence: Occurrence) -> tuple[tuple[discord.ui.Item[Any], ...], str]:
    """The button that ends it, by which the message is known again."""
    number = occurrence.occurrence_id
    button = router.button("recap:stop", number, texts.say("own.stop"))
    return (button,), router.identity("recap:stop", number)


async def show(interaction: Interaction, every: str, typed: str | None) -> None:
    """The asking member's own week or month, in private."""
    parts = edge.parts_of(interaction)
    found = await edge.read(
        interaction,
        personal.asked_for,
        interaction.guild_id or 0,
        interaction.user.id,
        every,
        typed or "",
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await edge.tell(interaction, worded(found))


async def show_year(interaction: Interaction, typed: str | None) -> None:
    """The asking member's letter from a year, in private, with a way to share what others may know of it."""
    found = await _letter(interaction, own_letters.asked_for, typed)
    if not found.runs:  # nothing to draw, and nothing to share
        await edge.tell(interaction, letters.worded(found))
        return
    if not interaction.response.is_done():  # drawing takes its time
        await interaction.response.defer(ephemeral=True, thinking=True)
    share = router.button("recap:give", found.year, texts.say("letters.button_share"))
    told = f"{letters.worded(found)}\n{texts.say('letters.own_for_you')}"
    file = await _picture(interaction, found) or MISSING
    await edge.tell(interaction, told, view=router.view(share), file=file)


async def give(interaction: Interaction, press: Press) -> None:
    """Tells everybody in this channel what others may know of the presser's year. Raises NotPosted."""
    found = await _letter(interaction, own_letters.asked_for_others, str(press.number))
    picture = functools.partial(_picture, interaction, found)
    await share_here(interaction, letters.worded(found), picture, "a shared letter")
    await edge.tell(interaction, texts.say("letters.shared"))


async def _letter(
    interaction: Interaction, asked: Callable[..., OwnLetter], typed: str | None
) -> OwnLetter:
    parts = edge.parts_of(interaction)
    found = await edge.read(
        interaction,
        asked,
        choosing.server_of(interaction).id,
        interaction.user.id,
        typed,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    return replace(found, name=interaction.user.display_name)


async def _picture(interaction: Interaction, found: OwnLetter) -> discord.File | None:
    """The letter as a picture, or nothing where none can be drawn now."""
    drawn = await edge.parts_of(interaction).pictures.png(letters.card(found))
    if drawn is None:
        return None
    name = texts.say("letters.file", year=found.year)
    return discord.File(io.BytesIO(drawn), name, description=letters.alt(found))


async def stop(interaction: Interaction, press: Press) -> None:
    """No more of them, for whoever pressed."""
    parts = edge.parts_of(interaction)
    await edge.write(interaction, personal.decline, interaction.user.id, now=parts.clock())
    await edge.tell(interaction, texts.say("own.stopped"))


HANDLERS: dict[str, Handler] = {"recap:stop": stop, "recap:give": give}


def worded(recap: OwnRecap) -> str:
    """The week or month in a few lines; only what is good to hear."""
    every = recap.every
    title = texts.say(f"own.title_{every}", span=figures.span(recap.first, recap.last))
    if recap.is_empty:
        return f"{title}\n{texts.say(f'own.none_{every}')}"
    # The same whenever it is told.
    closing = Random(f"{recap.first}").randrange(CLOSINGS[every])
    out = _out(recap) if recap.runs else ""
    told = (title, out, *_joys(recap), texts.say(f"own.closing_{every}_{closing}"))
    return "\n".join(filter(None, told))


def _out(recap: OwnRecap) -> str:
    distance = figures.distance(recap.metres, recap.units) if recap.metres else ""
    days = "own.days_one" if recap.days == 1 else "own.days_many"
    return texts.say(
        "own.out_one" if recap.runs == 1 else "own.out_many",
        number=recap.runs,
        distance=texts.say("own.distance", distance=distance) if distance else "",
        days=texts.say(days, number=recap.days),
        day=_day(recap, recap.last_day),
    )


def _joys(recap: OwnRecap) -> list[str]:
    told = []
    if recap.longest is not None:
        told.append(
            texts.say(
                "own.farthest" if recap.is_farthest else "own.longest",
                distance=figures.distance(recap.longest.distance_m or 0, recap.units),
                day=_day(recap, recap.longest.day),
            )
        )
    if recap.is_fullest:
        told.append(texts.say(f"own.fullest_{recap.every}"))
    if recap.streak:
        told.append(texts.say("own.streak", weeks=recap.streak))
    if recap.helped:
        key = "own.helped_one" if recap.helped == 1 else "own.helped_many"
        told.append(texts.say(key, days=recap.helped))
    if recap.kudos:
        key = "own.kudos_one" if recap.kudos == 1 else "own.kudos_many"
        told.append(texts.say(key, number=f"{recap.kudos:,}"))
    return told


def _day(recap: OwnRecap, day: date) -> str:
    """A day of it: of a week by its name, of a month by its number."""
    if recap.every == WEEK:
        return figures.weekday(day.weekday())
    return figures.date_of(day, today=recap.last)
