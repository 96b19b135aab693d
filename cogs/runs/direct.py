"""Direct messages: private logging, for the one club that is meant."""

import discord
from discord.ext import commands

from bot import texts
from bot.members import service as members
from bot.parts import Parts
from bot.texts import clean
from cogs import edge, router
from cogs.edge import Interaction, attempt
from cogs.router import Press
from cogs.runs import answers
from cogs.runs.posting import post_of

LOOKED_UP = 25
"""In how many servers a member whom no club knows yet is looked for."""

SharedClub = tuple[int, str]


async def clubs_shared(client: discord.Client, parts: Parts, member_id: int) -> list[SharedClub]:
    """Id and name of the clubs that the member shares with the bot: those where they acted, else the servers."""
    known = await parts.database.read(members.clubs_of, member_id)
    if known:
        return known
    guilds = client.guilds[:LOOKED_UP]
    return [(guild.id, guild.name) for guild in guilds if await _is_in(guild, member_id)]


async def club_shared(
    client: discord.Client, parts: Parts, member_id: int, club_id: int
) -> SharedClub | None:
    """That club, if the member shares it with the bot."""
    known = dict(await parts.database.read(members.clubs_of, member_id))
    if club_id in known:
        return club_id, known[club_id]
    guild = client.get_guild(club_id)
    return (guild.id, guild.name) if guild and await _is_in(guild, member_id) else None


async def _is_in(guild: discord.Guild, member_id: int) -> bool:
    try:
        await guild.fetch_member(member_id)
    except (discord.NotFound, discord.Forbidden):
        return False
    return True


def club_buttons(shared: list[SharedClub]) -> discord.ui.View:
    """A button for each club, as many as a message holds."""
    return router.view(
        *(router.button("run:club", club_id, name[:80]) for club_id, name in shared[:25])
    )


class Direct:
    """Answers the question which club a direct message is for."""

    def __init__(self, client: commands.Bot, parts: Parts) -> None:
        self._client = client
        self._parts = parts

    async def choose_club(self, interaction: Interaction, press: Press) -> None:
        """Remembers the club and logs the message that the question was about."""
        member_id, now = interaction.user.id, self._parts.clock()
        club = await club_shared(self._client, self._parts, member_id, press.number)
        if club is None or interaction.guild_id is not None:
            await edge.tell(interaction, texts.say("runs.dm_no_club"))
            return
        await edge.write(interaction, members.choose, member_id, home_club_id=club[0], now=now)
        chosen = texts.say("runs.dm_club_chosen", club=clean.words(club[1]))
        await attempt(edge.replace(interaction, chosen, view=None), "telling of a choice")
        if (message := await _asked_about(interaction)) is not None:
            await self._log(interaction, message, club)

    async def _log(
        self, interaction: Interaction, message: discord.Message, club: SharedClub
    ) -> None:
        post = post_of(message, club_id=club[0], club_name=club[1], private=True)
        logged = await self._parts.database.write(
            self._parts.following.written, post, message.content, now=self._parts.clock()
        )
        if logged is None:
            await edge.tell(interaction, texts.say("runs.dm_not_read"))
            return
        answering = answers.answer_message(self._client, self._parts, message, logged)
        await edge.afterwards(answering, "an answer", message.id, member=message.author.id)


async def _asked_about(interaction: Interaction) -> discord.Message | None:
    """The presser's own message under which the question stands, if it is still there."""
    question = interaction.message
    if question is None or question.reference is None or not question.reference.message_id:
        return None
    reading = question.channel.fetch_message(question.reference.message_id)
    message = await attempt(reading, "reading a message")
    return message if message and message.author.id == interaction.user.id else None
