"""Edits and deletions in chat: the runs follow, and so do the bot's answers."""

import contextlib
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager

import discord
from discord.ext import commands

from bot.errors import Refusal
from bot.members import service as members
from bot.messages.model import message_source
from bot.parts import Parts
from bot.runs import counted
from bot.runs.model import Aftermath, Post
from bot.runs.refusals import Questionable
from cogs import trying
from cogs.runs import answers, removals
from cogs.runs.direct import Direct
from cogs.runs.doubts import Doubts
from cogs.runs.posting import post_of
from cogs.runs.questions import Questions
from cogs.runs.reading import is_heard, is_written
from cogs.runs.turns import Turns


class Following(commands.Cog):
    """Hears of every edit and deletion, also of messages that were written before the bot started."""

    def __init__(
        self,
        client: commands.Bot,
        parts: Parts,
        turns: Turns,
        questions: Questions,
        doubts: Doubts,
        direct: Direct,
    ) -> None:
        self._client = client
        self._parts = parts
        self._turns = turns
        self._questions = questions
        self._doubts = doubts
        self._direct = direct

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """The author changed a message; embeds that load are no change."""
        message = event.message
        if message.edited_at is not None:
            await self.follow_quietly(message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """One message was deleted, by its author or by somebody who may."""
        async with self._turns.of(event.message_id):
            await self._quietly(self._deleted(event), event.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages went at once, which is moderation: no run is touched."""
        work = self._swept(sorted(event.message_ids), event.channel_id)
        await trying.afterwards(work, "a bulk deletion", event.channel_id)

    def turn(self, message_id: int) -> AbstractAsyncContextManager[None]:
        """Waits until nobody else handles this message."""
        return self._turns.of(message_id)

    async def follow_quietly(self, message: discord.Message, *, late: bool = False) -> None:
        """Follows a message that was edited, without a word on trouble; `late`: while nobody listened."""
        if is_written(message):
            async with self.turn(message.id):
                await self._quietly(self.follow(message, late=late), message.id)

    async def follow(self, message: discord.Message, *, late: bool = False) -> None:
        """Reads a message in its newest version, and brings runs and answer in line with it."""
        if not message.content and not self._parts.settings.read_chat:
            return  # its words are kept from us, which does not mean that there are none
        post = await self._post_of(message)
        if post is None and message.guild is None:
            await self._direct.take_edited(message)
        if post is None or message.edited_at is None:
            return
        try:
            logged = await self._parts.database.write(
                self._parts.following.edited,
                post,
                message.content,
                edited_at=message.edited_at,
                now=self._parts.clock(),
                late=late,
            )
        except Questionable as doubt:
            await self._questions.ask(message, post, doubt)
            return
        if logged is not None and logged.is_new:
            await answers.answer_message(self._client, self._parts, message, logged)
        elif logged is not None:
            await answers.follow(self._parts, self._client, message, logged)
        if logged is None or not logged.runs:
            await self._may_count_no_more(message, post)
        await self._questions.tidy_up()

    async def _may_count_no_more(self, message: discord.Message, post: Post) -> None:
        if await self._parts.database.read(counted.counts, message.id):
            return  # as it was told before, or by a form
        if message.guild is None:
            await self._direct.take_emptied(message, post)
        else:
            await self._doubts.ask(message, post)

    async def _post_of(self, message: discord.Message) -> Post | None:
        """The message as a post, if it is read or was counted before."""
        guild = message.guild
        if guild is None:
            return await self._private_post(message)
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        if is_heard(self._parts, self._client.user, message):
            return post
        known = await self._parts.database.read(counted.is_counted, guild.id, post.source)
        return post if known else None

    async def _private_post(self, message: discord.Message) -> Post | None:
        """A direct message goes on counting for the club that it counted for."""
        source = message_source(message.id, message.author.id)
        clubs = dict(await self._parts.database.read(members.clubs_of, message.author.id))
        for club_id, name in clubs.items():
            if await self._parts.database.read(counted.is_counted, club_id, source):
                return post_of(message, club_id=club_id, club_name=name, private=True)
        return None

    async def _deleted(self, event: discord.RawMessageDeleteEvent) -> None:
        aftermath = await self._parts.database.write(
            self._parts.following.deleted,
            event.message_id,
            event.channel_id,
            now=self._parts.clock(),
        )
        await self.tidy_up(aftermath)

    async def _swept(self, message_ids: list[int], channel_id: int) -> None:
        aftermath = await self._parts.database.write(
            self._parts.following.swept, message_ids, channel_id, now=self._parts.clock()
        )
        await self.tidy_up(aftermath)

    async def tidy_up(self, aftermath: Aftermath) -> None:
        """Takes answers out of chat, and answers anew to posts whose deletion was moderation."""
        if aftermath.taken or aftermath.back:
            self._client.dispatch("cards_changed")
        if aftermath.taken:
            await removals.work_off(self._client, self._parts)
        for logged in aftermath.back:
            if logged.post.answered:
                await answers.answer_again(self._client, self._parts, logged)

    async def _quietly(self, work: Awaitable[None], message_id: int) -> None:
        """Trouble goes to the log; an unlikely figure in chat gets silence."""
        await trying.afterwards(_unless_refused(work), "following a message", message_id)


async def _unless_refused(work: Awaitable[None]) -> None:
    with contextlib.suppress(Refusal):
        await work
