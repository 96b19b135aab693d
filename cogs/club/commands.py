"""`/club channels`, `/club settings` and `/club doctor`: the organizers' room."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.clubs.model import REPLIES, TONES, UNITS, WEEK_STARTS, Wishes
from bot.parts import Parts
from bot.texts import figures
from cogs import edge, organizers, zones
from cogs.club import choosing, doctor, panels, wording
from cogs.edge import Interaction
from cogs.runs.bookmarks import Bookmarks


@app_commands.guild_only()
class ClubCommands(
    commands.GroupCog, name="club", description="How this club is set up (for organizers)"
):
    """Settings of a club; without options each command opens its panel."""

    def __init__(self, parts: Parts, bookmarks: Bookmarks) -> None:
        super().__init__()
        self._parts = parts
        self._bookmarks = bookmarks

    @app_commands.command(description="Where I read runs; without options, a picker opens")
    @app_commands.describe(
        runs="The one channel to read; the picker takes several",
        challenges="Where cards of challenges stand",
        recaps="Where recaps are posted; without it, in the run channel",
        prompts="Where prompts and words of motivation are posted; without it, in the run channel",
    )
    async def channels(
        self,
        interaction: Interaction,
        runs: discord.TextChannel | None = None,
        challenges: discord.TextChannel | None = None,
        recaps: discord.TextChannel | None = None,
        prompts: discord.TextChannel | None = None,
    ) -> None:
        """Makes one channel the run channel, says where the rest stands, or shows what is read."""
        club = await organizers.admit(interaction)
        guild, read_chat = choosing.server_of(interaction), self._parts.settings.read_chat
        spoken = {"challenges": challenges, "recaps": recaps, "prompts": prompts}
        for purpose, channel in spoken.items():
            if channel is not None:
                club = await choosing.speak_in(interaction, purpose, channel)
        if runs is not None:
            club = await choosing.read_runs_in(interaction, [runs.id])
        if runs is None and not any(spoken.values()):
            told = wording.channels_panel(club, guild, read_chat=read_chat)
            await edge.tell(interaction, told, view=panels.channels_view(club, guild))
        else:
            told = wording.channels(club, guild, read_chat=read_chat)
            await edge.tell(interaction, wording.saved(told))

    @app_commands.command(
        description="Time zone, units, replies, tone, organizers; or open the panel"
    )
    @app_commands.describe(
        zone="Type a city and pick: it decides which day a run belongs to",
        units="Kilometres or miles, for members who chose nothing themselves",
        replies="How I answer a run",
        tone="How I speak to members who chose no tone themselves",
        week_start="The day weeks begin on; the running week is lengthened, never cut",
        rankings="Whether /board ranks; members can opt out",
        quiet_hours="When nothing comes unasked, by the club's clock, such as 22-7; or off",
        organizer_role="Who may change these settings besides the server's managers",
    )
    @app_commands.choices(
        units=[
            app_commands.Choice(name=texts.say(f"clubs.units_{units}"), value=units)
            for units in UNITS
        ],
        replies=[
            app_commands.Choice(name=texts.say(f"clubs.replies_{replies}"), value=replies)
            for replies in REPLIES
        ],
        tone=[
            app_commands.Choice(name=texts.say(f"clubs.tone_{tone}"), value=tone) for tone in TONES
        ],
    )
    @app_commands.choices(
        week_start=[
            app_commands.Choice(name=figures.weekday(day), value=name)
            for name, day in WEEK_STARTS.items()
        ]
    )
    @app_commands.autocomplete(zone=zones.suggest)
    async def settings(
        self,
        interaction: Interaction,
        zone: str | None = None,
        units: str | None = None,
        replies: str | None = None,
        tone: str | None = None,
        organizer_role: discord.Role | None = None,
        week_start: str | None = None,
        rankings: bool | None = None,
        quiet_hours: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        """Saves what was given, or shows everything when nothing was."""
        club = await organizers.admit(interaction)
        guild = choosing.server_of(interaction)
        now, read_chat = self._parts.clock(), self._parts.settings.read_chat
        role_id = organizer_role.id if organizer_role else None
        wishes = Wishes(zone, units, replies, role_id, week_start, rankings, tone, quiet_hours)
        if wishes == Wishes():
            told = wording.settings_panel(club, guild, now=now, read_chat=read_chat)
            await edge.tell(interaction, told, view=panels.settings_view(club, guild))
        else:
            club = await choosing.choose(interaction, wishes)
            told = wording.settings(club, guild, now=now, read_chat=read_chat)
            await edge.tell(interaction, wording.saved(told))

    @app_commands.command(name="doctor", description="What is wrong here, and how to mend it")
    async def doctor_(self, interaction: Interaction) -> None:
        """Looks at this club and at the house, and says what it found."""
        club = await organizers.admit(interaction)
        await doctor.answer(interaction, club, self._bookmarks)
