"""Posts: which messages are read, and what becomes of them."""

import discord
from discord.ext import commands

from bot import texts
from bot.errors import Refusal
from bot.messages import service as messages
from bot.parts import Parts
from bot.runs.model import Logged, Post
from bot.runs.parse import may_tell
from bot.runs.refusals import Questionable
from cogs import faults, trying
from cogs.runs import answers
from cogs.runs.bookmarks import Bookmarks
from cogs.runs.direct import Direct, reply, tells_of_a_run
from cogs.runs.doubts import Doubts
from cogs.runs.pacing import Pace
from cogs.runs.posting import post_of
from cogs.runs.questions import Questions
from cogs.runs.reading import is_heard, is_written
from cogs.runs.turns import Turns


class Chat(commands.Cog):
    """Listens in the run channels, to mentions everywhere, and to direct messages."""

    def __init__(
        self,
        client: commands.Bot,
        parts: Parts,
        turns: Turns,
        bookmarks: Bookmarks,
        questions: Questions,
        doubts: Doubts,
        direct: Direct,
    ) -> None:
        self._client = client
        self._parts = parts
        self._questions = questions
        self._doubts = doubts
        self._direct = direct
        self._turns = turns
        self._pace = Pace(parts.clock)
        self._bookmarks = bookmarks

    async def cog_load(self) -> None:
        """Listens in place of the bot itself, which would look for commands by prefix."""
        self._client.event(self.on_message)

    async def on_message(self, message: discord.Message) -> None:
        """Logs the runs that a post surely tells of; everything else is left in peace."""
        if not self._is_read(message):
            return
        if message.guild is not None and self._is_followed(message):
            await self._follow(message, message.guild)
        elif message.guild is None or may_tell(message.content):
            await self._pace.wait(message.author.id)
            async with self._turns.of(message.id):
                await self._take(message)

    def _is_followed(self, message: discord.Message) -> bool:
        parent_id = getattr(message.channel, "parent_id", None)
        return self._parts.listening.is_run_channel(message.channel.id, parent_id)

    async def _follow(self, message: discord.Message, guild: discord.Guild) -> None:
        """Talk leaves no trace but the bookmark up to which its channel was followed."""
        if may_tell(message.content):
            # A post that waits holds the bookmark back: after a stop it is read again.
            with self._bookmarks.handling(message.channel.id, message.id) as followed_to:
                await self._pace.wait(message.author.id)
                async with self._turns.of(message.id):
                    await self._take(message, followed_to)
            return
        self._bookmarks.pass_by(message.channel.id, message.id)
        if due := self._bookmarks.due():
            own = {
                room: bookmark
                for room, bookmark in due.items()
                if guild.get_channel_or_thread(room)
            }
            saving = self._parts.database.write(messages.handled, guild.id, own)
            await trying.attempt(saving, "saving bookmarks", guild=guild.id)

    async def _take(self, message: discord.Message, followed_to: int | None = None) -> None:
        try:
            if message.guild is None:
                await self._direct.take(message)
            else:
                await self._public(message, message.guild, followed_to)
        except Refusal as refusal:
            await self._refuse(message, refusal)
        except Exception as error:
            await self._own_up(message, error)

    def _is_read(self, message: discord.Message) -> bool:
        if not is_written(message):
            return False
        if message.guild is None:
            return True
        return is_heard(self._parts, self._client.user, message)

    async def _public(
        self, message: discord.Message, guild: discord.Guild, followed_to: int | None
    ) -> None:
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        logged = await self._log_or_ask(message, post, followed_to)
        if logged is not None:
            await self._answer(message, logged)

    async def _log_or_ask(
        self, message: discord.Message, post: Post, followed_to: int | None
    ) -> Logged | None:
        """What a post counts as; its author is asked where that is for them to say."""
        try:
            logged = await self._parts.database.write(
                self._parts.following.written,
                post,
                message.content,
                now=self._parts.clock(),
                followed_to=followed_to,
            )
        except Questionable as doubt:
            await self._questions.ask(message, post, doubt)
            return None
        if logged is None:
            await trying.attempt(self._doubts.ask(message, post), "a question", message=message.id)
        return logged

    async def _answer(self, message: discord.Message, logged: Logged) -> None:
        answering = answers.answer_message(self._client, self._parts, message, logged)
        await trying.afterwards(answering, "an answer", message.id, member=message.author.id)

    async def _refuse(self, message: discord.Message, refusal: Refusal) -> None:
        """A doubtful post in chat gets silence, not a lecture; whoever writes to the bot itself hears why."""
        if message.guild is None:
            await reply(message, texts.say(refusal.key, **refusal.values))

    async def _own_up(self, message: discord.Message, error: Exception) -> None:
        """One kind sentence with a number; the log has the number and ids, and no word of the post.

        Talk that tells of no run is left in peace even then.
        """
        guild_id = message.guild.id if message.guild else None
        sentence = faults.sentence(error, message.id, guild=guild_id, member=message.author.id)
        if tells_of_a_run(message):
            await reply(message, sentence)
