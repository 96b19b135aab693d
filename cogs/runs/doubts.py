"""A doubtful post gets a quiet 🏃; its author, and nobody else, logs it by adding theirs."""

import discord
from discord.ext import commands

from bot.errors import Refusal
from bot.parts import Parts
from bot.questions.model import DOUBT, MATTERS
from bot.runs.model import Post
from cogs import trying
from cogs.runs import answers
from cogs.runs.posting import post_of
from cogs.runs.questions import RUNNER, Questions
from cogs.runs.reading import is_written
from cogs.runs.turns import Turns


class Doubts(commands.Cog):
    """Asks whether a post tells of a run, and hears the author's 🏃."""

    def __init__(
        self, client: commands.Bot, parts: Parts, turns: Turns, questions: Questions
    ) -> None:
        self._client = client
        self._parts = parts
        self._turns = turns
        self._questions = questions

    async def ask(self, message: discord.Message, post: Post) -> None:
        """Asks with 🏃 whether a post that was not counted tells of a run, where that is in doubt."""
        if await self._parts.database.read(self._parts.runs.is_doubtful, post, message.content):
            await self._questions.ask(message, post, DOUBT)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """Somebody put a reaction on some message; only an author's 🏃 on their own is looked into."""
        us = self._client.user
        if event.emoji.name != RUNNER or us is None or event.user_id == us.id:
            return
        if event.message_author_id not in (None, event.user_id):
            return
        async with self._turns.of(event.message_id):
            work = self._confirm(event)
            await trying.afterwards(work, "a confirmed run", event.message_id, member=event.user_id)

    async def _confirm(self, event: discord.RawReactionActionEvent) -> None:
        channel = self._client.get_partial_messageable(event.channel_id, guild_id=event.guild_id)
        message = await channel.fetch_message(event.message_id)
        guild = self._client.get_guild(event.guild_id or 0)
        if guild is None or message.author.id != event.user_id or not is_written(message):
            return
        if not any(str(mark.emoji) == RUNNER and mark.me for mark in message.reactions):
            return
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        try:
            logged = await self._questions.log(post, message, MATTERS)
        except Refusal:
            return
        if logged is not None and logged.is_new:
            await answers.answer_message(self._client, self._parts, message, logged)
        elif logged is not None:
            await answers.follow(self._parts, self._client, message, logged)
        await self._questions.tidy_up()
