"""A member's own week: as a direct message for whoever asked for it, and shown in private."""

from random import Random

from bot import texts
from bot.recaps import personal
from bot.recaps.own import KIND, OwnWeek
from bot.schedule.model import WEEK, Occurrence
from bot.texts import figures
from cogs import edge, router
from cogs.delivery import Kind, Letter
from cogs.edge import Interaction
from cogs.router import Handler, Press

PERIODS = (WEEK,)
"""Of what a member may ask for their own."""
CLOSINGS = 6


def kinds() -> dict[str, Kind]:
    """The recaps that come to members."""

    async def letter(occurrence: Occurrence, week: OwnWeek) -> Letter:
        number = occurrence.occurrence_id
        button = router.button("recap:stop", number, texts.say("own.stop"))
        return Letter(worded(week), (button,), mark=router.identity("recap:stop", number))

    return {KIND: Kind(personal.due, letter)}


async def show(interaction: Interaction, typed: str) -> None:
    """The asking member's own week, in private."""
    parts = edge.parts_of(interaction)
    found = await edge.read(
        interaction,
        personal.asked_for,
        interaction.guild_id or 0,
        interaction.user.id,
        typed,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await edge.tell(interaction, worded(found))


async def stop(interaction: Interaction, press: Press) -> None:
    """No more of them, for whoever pressed."""
    parts = edge.parts_of(interaction)
    await edge.write(
        interaction,
        personal.decline,
        interaction.user.id,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await edge.tell(interaction, texts.say("own.stopped"))


HANDLERS: dict[str, Handler] = {"recap:stop": stop}


def worded(week: OwnWeek) -> str:
    """The week in a few lines; only what is good to hear."""
    title = texts.say("own.title", span=figures.span(week.first, week.last))
    if not week.runs:
        return f"{title}\n{texts.say('own.none')}"
    # The same whenever this week is told.
    closing = Random(f"{week.first}").randrange(CLOSINGS)
    told = (title, _out(week), *_joys(week), texts.say(f"own.closing_{closing}"))
    return "\n".join(filter(None, told))


def _out(week: OwnWeek) -> str:
    distance = figures.distance(week.metres, week.units) if week.metres else ""
    days = "own.days_one" if week.days == 1 else "own.days_many"
    return texts.say(
        "own.out_one" if week.runs == 1 else "own.out_many",
        number=week.runs,
        distance=texts.say("own.distance", distance=distance) if distance else "",
        days=texts.say(days, number=week.days),
        day=figures.weekday(week.last_day.weekday()),
    )


def _joys(week: OwnWeek) -> list[str]:
    told = []
    if week.longest is not None:
        told.append(
            texts.say(
                "own.farthest" if week.is_farthest else "own.longest",
                distance=figures.distance(week.longest.distance_m or 0, week.units),
                day=figures.weekday(week.longest.day.weekday()),
            )
        )
    if week.is_fullest:
        told.append(texts.say("own.fullest"))
    if week.streak:
        told.append(texts.say("own.streak", weeks=week.streak))
    if week.kudos:
        key = "own.kudos_one" if week.kudos == 1 else "own.kudos_many"
        told.append(texts.say(key, number=f"{week.kudos:,}"))
    return told
