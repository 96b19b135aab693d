"""`/help`: what counts, how to correct, how to be left out, and who the organizers are."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.clubs.model import Club
from bot.parts import Parts
from cogs import edge, organizers
from cogs.club import choosing, wording
from cogs.edge import Interaction

TOPICS = ("posting", "correcting", "running", "challenges", "privacy", "club")


class Help(commands.Cog):
    """Answers privately, in a server and in a direct message."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @app_commands.command(name="help", description="How to log a run, correct it, or be left out")
    @app_commands.describe(topic="What you would like to know")
    @app_commands.choices(
        topic=[
            app_commands.Choice(name=texts.say(f"help.topic_{topic}"), value=topic)
            for topic in TOPICS
        ]
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def help_(self, interaction: Interaction, topic: str = "overview") -> None:
        """The text of a topic, with the club's own channels and organizers where it is asked in a server."""
        topic = topic if topic in TOPICS else "overview"
        guild = interaction.guild
        if guild is None:
            told = {"where": texts.say("help.where_dm"), "who": texts.say("help.who_dm")}
        else:
            told = self._of(await choosing.club_of(interaction), guild)
        await edge.tell(interaction, texts.say(f"help.{topic}", **told))

    def _of(self, club: Club, guild: discord.Guild) -> dict[str, str]:
        read_chat = self._parts.settings.read_chat
        named = organizers.named(club, guild)
        return {
            "where": wording.where_read(club, guild, read_chat=read_chat),
            "who": texts.say("help.who", organizers=named),
        }
