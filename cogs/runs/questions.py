"""Questions about a post, for its author alone: asked below it, settled by their answer, gone in an hour."""

import asyncio
from contextlib import suppress

import discord
from discord.ext import commands

from bot.errors import Refusal
from bot.parts import Parts
from bot.questions import service as asked
from bot.questions.model import ASKED, DOUBT, MATTERS, PRIVATELY, UNIT, Question
from bot.runs.model import Logged, Post
from bot.runs.refusals import Questionable
from cogs import care, edge, router, trying
from cogs.edge import Interaction
from cogs.runs import answers, asking, filled_in, removals, wording
from cogs.runs.posting import post_of

RUNNER = "🏃"
LOOKED_BACK = 50
"""Among so many messages below a post the bot looks for a question that it may have asked before a stop."""


class Questions(commands.Cog):
    """Asks, settles what was answered, and tidies up; what is open stands in the database alone."""

    def __init__(self, client: commands.Bot, parts: Parts) -> None:
        self._client = client
        self._parts = parts
        self._waiting: asyncio.Task[None] | None = None

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What a stop left half done is done: a question that was not asked, one that is over."""
        for question in await self._parts.database.read(asked.unasked):
            await trying.afterwards(self._ask_late(question), "a question", question.question_id)
        await trying.afterwards(self.tidy(), "tidying questions", 0)
        self._wait()

    async def cog_unload(self) -> None:
        """Nothing waits any more; the next start goes on from the database."""
        if self._waiting is not None:
            self._waiting.cancel()

    async def ask(self, message: discord.Message, post: Post, doubt: Questionable | str) -> bool:
        """Asks the author of a message about it, once a matter; a mark asks where words would be too many.

        False when it was asked before, or is not to be asked.
        """
        matter = doubt if isinstance(doubt, str) else doubt.matter
        opened = await self._parts.database.write(
            self._parts.asking.ask,
            post,
            message.content,
            matter,
            now=self._parts.clock(),
            edited_at=message.edited_at,
        )
        if opened.is_quiet:
            await self._count_quietly(message, post, matter)
        if opened.question is not None:
            await self._put(message, opened.question, doubt)
            self._wait()
        await self.tidy_up()
        return opened.question is not None

    async def _count_quietly(self, message: discord.Message, post: Post, matter: str) -> None:
        """In a hard hour nothing is asked: what counts is what counts when nobody answers."""
        logged = None
        if matter == UNIT:
            with suppress(Refusal):
                logged = await self.log(post, message, frozenset({UNIT}))
        if logged is None:
            await care.offer(self._parts, message)
        else:
            await trying.afterwards(self._show(message, logged), "an answer", message.id)

    @commands.Cog.listener()
    async def on_asked_privately(self) -> None:
        """A question about a command or a form is open, and goes in time like the others."""
        self._wait()

    async def ask_privately(
        self, interaction: Interaction, message: discord.Message, post: Post, doubt: Questionable
    ) -> None:
        """Asks whoever wants their own message logged; one that was asked about before is logged at their word."""
        opened = await edge.write(
            interaction,
            self._parts.asking.ask,
            post,
            message.content,
            doubt.matter,
            now=self._parts.clock(),
        )
        question = opened.question
        if question is None:
            logged = await self.log(post, message, MATTERS)
            await answers.answer_by_hand(interaction, message, logged)
            return
        await self._note(question, PRIVATELY)
        self._wait()
        words = wording.question(doubt, message.created_at)
        await edge.tell(interaction, words, view=asking.answers_to(question))

    async def _put(
        self, message: discord.Message, question: Question, doubt: Questionable | str
    ) -> None:
        if question.by_mark:
            await trying.attempt(message.add_reaction(RUNNER), "a question", message=message.id)
            return
        words, view = wording.question(doubt, message.created_at), asking.answers_to(question)
        if question.asked_with is not None:
            channel = self._client.get_partial_messageable(question.channel_id)
            standing = channel.get_partial_message(question.asked_with)
            await trying.attempt(standing.edit(content=words, view=view), "a question")
            return
        call = message.channel.send(
            words,
            view=view,
            reference=message.to_reference(fail_if_not_exists=False),
            nonce=trying.nonce(f"question:{question.question_id}"),
        )
        sent = await trying.attempt(call, "a question", message=message.id)
        if sent is not None:
            await self._note(question, sent.id)

    async def _note(self, question: Question, message_id: int) -> None:
        noting = self._parts.database.write(
            asked.asked, question.question_id, question.channel_id, message_id
        )
        await trying.attempt(noting, "noting a question", question=question.question_id)

    async def _ask_late(self, question: Question) -> None:
        """Asks what a stop kept from being asked, or finds it asked already."""
        message = await self.message_of(question)
        if message is None:
            return
        async for below in message.channel.history(after=message, limit=LOOKED_BACK):
            if _asks(below, question):
                await self._note(question, below.id)
                return
        if question.matter in (ASKED, DOUBT):
            await self._put(message, question, question.matter)
        else:
            await self._read_again(question, message, frozenset())

    async def settle(
        self, question: Question, message: discord.Message, *, units: str | None = None
    ) -> None:
        """The author said yes: the message is read as it is now, and counts."""
        post = self._post_of(message, question)
        if post is None:
            await self.close(question)
            return
        agreeing = self._parts.asking.agree
        agreed = await self._parts.database.write(
            agreeing, question, post, message.content, units=units, now=self._parts.clock()
        )
        await self._read_again(question, message, agreed)

    async def _read_again(
        self, question: Question, message: discord.Message, agreed: frozenset[str]
    ) -> None:
        """Counts a message with what its author agreed to; what else is to be asked is asked now."""
        post = self._post_of(message, question)
        if post is None:
            await self.close(question)
            return
        try:
            logged = await self.log(post, message, agreed)
        except Questionable as doubt:
            if doubt.matter != question.matter:
                await self.close(question)
            await self.ask(message, post, doubt)
        except Refusal:
            await self.close(question)
        else:
            if logged is not None:
                await trying.afterwards(self._show(message, logged), "an answer", message.id)

    async def log(
        self, post: Post, message: discord.Message, agreed: frozenset[str]
    ) -> Logged | None:
        """Reads a message with what its author agreed to. Raises Refusal, and among them Questionable."""
        vouched = self._parts.following.vouched
        return await self._parts.database.write(
            vouched, post, message.content, now=self._parts.clock(), agreed=agreed
        )

    async def _show(self, message: discord.Message, logged: Logged) -> None:
        if logged.is_new:
            await answers.answer_message(self._client, self._parts, message, logged)
        else:
            await answers.follow(self._parts, self._client, message, logged)

    async def close(self, question: Question) -> None:
        """Nothing more is asked about these words."""
        await self._parts.database.write(asked.close, question, now=self._parts.clock())

    async def message_of(self, question: Question) -> discord.Message | None:
        """The message that is asked about, or None when it is gone or not to be read."""
        guild_id = None if question.private else question.club_id
        channel = self._client.get_partial_messageable(question.channel_id, guild_id=guild_id)
        return await trying.attempt(channel.fetch_message(question.message_id), "reading a message")

    def _post_of(self, message: discord.Message, question: Question) -> Post | None:
        guild = self._client.get_guild(question.club_id)
        if guild is None or message.author.id != question.member_id:
            return None
        return post_of(message, club_id=guild.id, club_name=guild.name, private=question.private)

    def _wait(self) -> None:
        """One timer for all that is open; it decides nothing, the database does."""
        if self._waiting is None or self._waiting.done():
            self._waiting = asyncio.create_task(self._tidy_in_time())

    async def _tidy_in_time(self) -> None:
        while (due := await self._parts.database.read(asked.next_overdue)) is not None:
            await asyncio.sleep(max(1.0, (due - self._parts.clock()).total_seconds()))
            await trying.afterwards(self.tidy(), "tidying questions", 0)

    async def tidy(self) -> None:
        """Ends what nobody answered within the hour; a number without a unit is then read as the club counts."""
        for question in await self._parts.database.read(asked.overdue, now=self._parts.clock()):
            await self._end(question)
        await self.tidy_up()

    async def _end(self, question: Question) -> None:
        reading = question.agreed or question.matter == UNIT
        find = self._parts.holding.find
        held = await self._parts.database.read(find, question.question_id)
        if held is not None and reading:
            await filled_in.count_late(self._client, self._parts, question)
        elif held is None and reading and (message := await self.message_of(question)) is not None:
            await self.settle(question, message)
        else:
            await self.close(question)

    async def tidy_up(self) -> None:
        """Takes out of chat whatever asked about something that is settled."""
        for question in await self._parts.database.read(asked.marks_to_take):
            if await self._unmarked(question):
                await self._parts.database.write(asked.mark_taken, question.question_id)
        await removals.work_off(self._client, self._parts)

    async def _unmarked(self, question: Question) -> bool:
        us, channel = self._client.user, self._client.get_partial_messageable(question.channel_id)
        message = channel.get_partial_message(question.message_id)
        return us is None or await removals.is_gone(message.remove_reaction(RUNNER, us), message.id)


def _asks(message: discord.Message, question: Question) -> bool:
    """Whether a message of the bot asks this question."""
    ids = {
        getattr(part, "custom_id", None)
        for row in message.components
        for part in getattr(row, "children", ())
    }
    return router.identity("ask:no", question.question_id) in ids
