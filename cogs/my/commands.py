"""`/my settings`, `/my export`, `/my forget`: each about one's own data alone, in a server and in private."""

import asyncio
import io
from datetime import date

import discord
from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.members import export, service
from bot.members.model import AS_CLUB, DMS, Choices
from bot.parts import Parts
from bot.runs.model import PERIODS
from cogs import edge, zones
from cogs.edge import Interaction
from cogs.my import forgetting, pausing, settings, stats

MAX_REASON = 200
CHOICES_SHOWN = 25
"""Discord shows no more."""


@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class MyCommands(commands.GroupCog, name="my", description="Your settings and your data"):
    """The commands of what belongs to a member alone."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts

    @app_commands.command(
        name="settings",
        description="Your units, time zone, tone, name and posts; without options, all of them",
    )
    @app_commands.describe(
        units="How you read distances",
        zone="Type a city, and pick your time zone",
        named="Whether your name is shown with your runs",
        read_posts="Whether your posts in run channels are read for runs",
        weekly_days="How many active days make a week count for you",
        rest_days="Weekdays on which you plan to rest, such as Mon, Fri; or none",
        rankings="Whether you stand in rankings, where a club has any",
        dms="Which direct messages come on their own; words of motivation have /motivation set",
        nudge_days="After how many quiet days a nudge comes, where you want nudges",
        quiet_hours="When nothing comes unasked, by your clock, such as 22-7; or off",
        tone="How I speak to you; plain has no line under a run, only the facts",
    )
    @app_commands.choices(
        units=[
            app_commands.Choice(name=texts.say(name), value=units)
            for units, name in settings.UNITS.items()
        ],
        tone=[
            app_commands.Choice(name=texts.say(name), value=tone)
            for tone, name in settings.TONE_KEYS.items()
        ],
        dms=[app_commands.Choice(name=texts.say(f"members.dms_{dms}"), value=dms) for dms in DMS],
    )
    async def settings_(
        self,
        interaction: Interaction,
        units: str | None = None,
        zone: str | None = None,
        named: bool | None = None,
        read_posts: bool | None = None,
        tone: str | None = None,
        weekly_days: app_commands.Range[int, 1, 7] | None = None,
        rest_days: app_commands.Range[str, 1, 80] | None = None,
        rankings: bool | None = None,
        dms: str | None = None,
        nudge_days: app_commands.Range[int, 3, 60] | None = None,
        quiet_hours: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        """Saves what was chosen, and shows everything as it is then."""
        rest = None if rest_days is None else settings.weekdays_named(rest_days)
        chosen = Choices(
            units=units,
            zone=zone,
            named=named,
            read_posts=read_posts,
            tone=tone,
            weekly_days=weekly_days,
            rest_days=rest,
            rankings=rankings,
            dms=dms,
            nudge_days=nudge_days,
            quiet_hours=quiet_hours,
        )
        if all(choice is None for choice in chosen.values()):
            now = await edge.read(interaction, service.preferences_of, interaction.user.id)
        else:
            now = await settings.choose(interaction, **chosen)
        await edge.tell(interaction, settings.told(now), view=settings.panel(now))
        if named is False:
            await settings.after_unnaming(interaction)

    @settings_.autocomplete("zone")
    async def _zones(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        as_club = texts.say("members.zone_club")
        suited = await zones.suggest(interaction, typed)
        if typed.casefold() not in as_club:
            return suited
        return [app_commands.Choice(name=as_club, value=AS_CLUB), *suited][:CHOICES_SHOWN]

    @app_commands.command(description="Your running at a glance, in words and as a picture")
    @app_commands.describe(period="This week, month or year, or all of it")
    @app_commands.choices(
        period=[
            app_commands.Choice(name=texts.say(f"runs.period_{period}"), value=period)
            for period in PERIODS
        ]
    )
    async def stats(self, interaction: Interaction, period: str = "month") -> None:
        """Shows the member's own stats."""
        await stats.show(interaction, period)

    @app_commands.command(description="Be left in peace for a while; nobody else hears of it")
    @app_commands.describe(
        days="From today on; 0 ends it", reason="For yourself alone; only your export has it"
    )
    async def pause(
        self,
        interaction: Interaction,
        days: int | None = None,
        reason: app_commands.Range[str, 1, MAX_REASON] | None = None,
    ) -> None:
        """Begins or ends a pause, or opens its panel."""
        if days is None:
            await pausing.show(interaction)
        else:
            await pausing.begin(interaction, days, reason)

    @app_commands.command(name="export", description="Everything I hold about you, as a file")
    async def export_(self, interaction: Interaction) -> None:
        """Hands out the member's own data, in several files where one would be too large for Discord."""
        await interaction.response.defer(ephemeral=True, thinking=True)  # uploading takes its time
        now = self._parts.clock()
        tables = await self._parts.database.read(export.gather, interaction.user.id)
        if not any(tables.values()):
            await edge.tell(interaction, texts.say("members.export_nothing"))
            return
        files = await asyncio.to_thread(
            export.archives, tables, now=now, limit=interaction.filesize_limit
        )
        for number, content in enumerate(files, start=1):
            file = discord.File(io.BytesIO(content), _called(now.date(), number, len(files)))
            await edge.tell(interaction, _handed(number, len(files)), file=file)

    @app_commands.command(name="forget", description="Delete everything I hold about you")
    async def forget(self, interaction: Interaction) -> None:
        """Shows what would go, and asks."""
        await forgetting.ask(interaction)


def _called(day: date, number: int, count: int) -> str:
    part = f"-{number}-of-{count}" if count > 1 else ""
    return f"second-wind-{day.isoformat()}{part}.zip"


def _handed(number: int, count: int) -> str:
    if count == 1:
        return texts.say("members.export")
    return texts.say("members.export_part", number=number, count=count)
