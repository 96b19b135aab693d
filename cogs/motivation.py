"""`/motivation now` and `set`, and the words as they come."""

from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.challenges.model import Ahead
from bot.clubs import service as clubs
from bot.clubs.model import TONES
from bot.members import service as members
from bot.motivation import service as motivation
from bot.motivation.model import CHANNEL, KINDS, PLACES, Chosen, Motivation, Week
from bot.parts import Parts
from bot.schedule.model import Occurrence
from bot.texts import clean, figures
from bot.unasked.model import Manner
from cogs import edge, router
from cogs.challenges import figures as challenge_figures
from cogs.delivery.letter import Kind, Letter
from cogs.edge import Interaction
from cogs.notfeelingit import tired_button

NAME_SHOWN = 60


@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class MotivationCommands(
    commands.GroupCog, name="motivation", description="A few words worth keeping, for you alone"
):
    """The commands of motivation."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts

    @app_commands.command(description="A few words worth keeping, at once")
    async def now(self, interaction: Interaction) -> None:
        """One message, and the member's week so far."""
        found = await edge.write(
            interaction,
            motivation.now,
            *edge.whose(interaction),
            defaults=self._parts.defaults,
            now=self._parts.clock(),
        )
        await edge.tell(interaction, _worded(found), view=router.view(tired_button(0)))

    @app_commands.command(
        name="set", description="Days and time for such words; without options, how it is"
    )
    @app_commands.describe(
        days="weekdays, every day, Mon Wed Sat ..., or off",
        time="In your own time zone, such as 7:30 or 6pm",
        tone="How I speak to you, here and under your runs",
        where="A direct message, or the club's channel with your name",
    )
    @app_commands.choices(
        tone=[app_commands.Choice(name=texts.say(f"clubs.tone_{t}"), value=t) for t in TONES],
        where=[
            app_commands.Choice(name=texts.say(f"motivation.set_{place}"), value=place)
            for place in PLACES
        ],
    )
    async def set_(
        self,
        interaction: Interaction,
        days: str | None = None,
        time: str | None = None,
        tone: str | None = None,
        where: str | None = None,
    ) -> None:
        """Saves what was chosen, and says when the next ones come."""
        now = self._parts.clock()
        if (days, time, where) == (None, None, None):
            whose = edge.whose(interaction)
            found = await edge.read(interaction, motivation.chosen, *whose)
        else:
            found = await self._choose(interaction, days, time, where)
        if tone is not None:
            await edge.write(interaction, members.choose, interaction.user.id, now=now, tone=tone)
        await edge.tell(interaction, _told(found))

    async def _choose(
        self, interaction: Interaction, days: str | None, time: str | None, where: str | None
    ) -> Chosen | None:
        now, defaults = self._parts.clock(), self._parts.defaults
        if interaction.guild is not None:
            guild = interaction.guild
            await edge.write(
                interaction, clubs.ensure, guild.id, guild.name, now=now, defaults=defaults
            )
        return await edge.write(
            interaction,
            motivation.choose,
            *edge.whose(interaction),
            days=days,
            at=time,
            place=where,
            defaults=defaults,
            now=now,
        )


def kinds(parts: Parts) -> dict[str, Kind]:
    """How messages that come on their own are made."""

    async def render(occurrence: Occurrence, about: Motivation) -> Letter:
        await parts.database.write(motivation.note, occurrence, now=parts.clock())
        content = _worded(about)
        if occurrence.kind == KINDS[CHANNEL]:
            who = f"<@{occurrence.owner_id}>"
            content = texts.say("motivation.in_channel", who=who, words=content)
        button = tired_button(occurrence.occurrence_id)
        return Letter(content, (button,), known_by=button.custom_id or "")

    words = Manner(yields=True)
    return {kind: Kind(motivation.facts, render, words) for kind in KINDS.values()}


def _told(chosen: Chosen | None) -> str:
    if chosen is None:
        return texts.say("motivation.set_off")
    days = [texts.say(f"motivation.day_{day}") for day in sorted(chosen.weekdays)]
    return texts.say(
        "motivation.set",
        days=texts.say("motivation.every_day") if len(days) == 7 else ", ".join(days),
        time=f"{chosen.at:%H:%M}",
        zone=chosen.zone,
        place=texts.say(f"motivation.set_{chosen.place}"),
    )


def _worded(found: Motivation) -> str:
    """The message with week and challenge below it; in plain tone these alone."""
    if found.words is None:
        return _plain(found)
    week = _week("week", found.week) if found.week and found.week.runs else None
    ahead = f"-# {_ahead(found.ahead, found.units)}" if found.ahead else None
    return "\n".join(filter(None, (found.words, week, ahead)))


def _plain(found: Motivation) -> str:
    ahead = _ahead(found.ahead, found.units) if found.ahead else None
    if found.week is None:
        return ahead or texts.say("motivation.plain_nowhere")
    week = found.week
    told = _week("plain", week) if week.runs else texts.say("motivation.week_new")
    return "\n".join(filter(None, (told, ahead)))


def _ahead(ahead: Ahead, units: str) -> str:
    """What lies next in the challenge: a stop, what is left together, or for oneself."""
    which = "stop" if ahead.stop is not None else "own" if ahead.own else "club"
    return texts.say(
        f"motivation.ahead_{which}",
        name=clean.words(ahead.name, NAME_SHOWN),
        left=challenge_figures.amount(ahead.left, ahead.unit, units),
        stop=clean.words(ahead.stop or "", NAME_SHOWN),
        day=f"{ahead.last.day} {figures.MONTHS[ahead.last.month - 1]}",
    )


def _week(kind: str, week: Week) -> str:
    told = figures.distance(week.distance_m, week.units) if week.distance_m else ""
    distance = texts.say("motivation.distance", distance=told) if told else ""
    key = f"motivation.{kind}_one" if week.runs == 1 else f"motivation.{kind}_many"
    return texts.say(key, distance=distance, runs=week.runs)
