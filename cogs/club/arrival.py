"""The bot comes to a server, greets it once, leaves it, and finds everything when it returns."""

import logging

import discord
from discord.ext import commands

from bot import logs, texts
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.parts import Parts
from bot.recaps import service as recaps
from bot.rewards import service as rewards
from cogs import trying
from cogs.club import panels, reach

log = logging.getLogger(__name__)


class Arrival(commands.Cog):
    """Keeps clubs in step with the servers that have the bot."""

    def __init__(self, bot: commands.Bot, parts: Parts) -> None:
        self._bot = bot
        self._parts = parts

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Catches up with what happened while the bot was away; comes again after each new session."""
        present = [guild.id for guild in self._bot.guilds]
        await self._parts.database.write(clubs.note_presence, present, now=self._parts.clock())
        for guild in self._bot.guilds:
            if not guild.unavailable:
                await self._arrive(guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Somebody invited the bot, perhaps not for the first time."""
        await self._arrive(guild)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server that Discord could not show at the start is there after all."""
        if self._bot.is_ready():
            await self._arrive(guild)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The server removed the bot; an outage of Discord is no removal."""
        if guild.unavailable:
            return
        await self._parts.database.write(clubs.leave, guild.id, now=self._parts.clock())
        self._parts.listening.set_channels((channel.id for channel in guild.channels), ())

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A deleted channel is no run channel any more."""
        await self._parts.database.write(clubs.channel_gone, channel.id)
        self._parts.listening.set_channels((channel.id,), ())

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """A deleted role makes nobody an organizer, and is given for nothing."""
        await self._parts.database.write(clubs.role_gone, role.id)
        await self._parts.database.write(rewards.role_gone, role.id)

    async def _arrive(self, guild: discord.Guild) -> None:
        place = reach.greeting_place(guild)
        arrival = await self._parts.database.write(
            clubs.join,
            guild.id,
            guild.name,
            now=self._parts.clock(),
            defaults=self._parts.defaults,
            can_greet=place is not None,
        )
        await self._parts.database.write(recaps.begin, arrival.club, now=self._parts.clock())
        # A club that came back after its data were gone reads along nowhere, whatever is remembered.
        channels = (channel.id for channel in guild.channels)
        self._parts.listening.set_channels(channels, arrival.club.run_channels)
        if arrival.is_new and place is not None:
            await self._greet(place, arrival.club)
        elif arrival.is_new:
            log.warning("no channel to say hello in", extra=logs.ids(guild=guild.id))

    async def _greet(self, place: discord.TextChannel, club: Club) -> None:
        sent = await trying.attempt(
            place.send(
                texts.say("clubs.hello"),
                view=panels.hello_view(club, place.guild),
                nonce=trying.nonce(f"hello:{club.club_id}"),
            ),
            "the hello",
            guild=club.club_id,
            channel=place.id,
        )
        if sent is None:
            await self._parts.database.write(clubs.greeting_failed, club.club_id)
