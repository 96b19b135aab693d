"""After a stop or a broken connection: reads what was written, edited and deleted meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot import texts
from bot.clubs import service as clubs
from bot.errors import Refusal
from bot.messages import service as messages
from bot.messages.model import FOLLOWED
from bot.parts import Parts
from bot.runs import counted
from bot.runs.parse import may_tell
from bot.runs.refusals import Questionable
from cogs import care, trying
from cogs.runs import answers, marking
from cogs.runs.bookmarks import Bookmarks
from cogs.runs.direct import Direct
from cogs.runs.following import Following
from cogs.runs.posting import post_of
from cogs.runs.questions import Questions
from cogs.runs.reading import is_heard, is_written

Followed = discord.TextChannel | discord.Thread

WROTE_LATELY = timedelta(days=30)
WRITERS, LETTERS = 50, 100
"""At each start the direct messages of so many members are read, the last ones first: one call of Discord's each."""

AT_ONCE = 32
"""So many messages are in hand at the same moment: they share commits, and need not more memory than a page."""


class CatchingUp(commands.Cog):
    """Reads each followed channel on from where it was left, up to seven days back."""

    def __init__(
        self,
        client: commands.Bot,
        parts: Parts,
        following: Following,
        bookmarks: Bookmarks,
        questions: Questions,
        direct: Direct,
    ) -> None:
        self._direct = direct
        self._questions = questions
        self._client = client
        self._parts = parts
        self._following = following
        self._bookmarks = bookmarks
        self._busy = asyncio.Lock()

    @commands.Cog.listener()
    async def on_disconnect(self) -> None:
        """From now on messages may be missed."""
        self._bookmarks.hold()

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        """A resumed session delivers everything that was missed."""
        if not self._busy.locked():
            self._bookmarks.release_all()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """A new session: one channel after the other is caught up with, while live posts go on."""
        async with self._busy:
            rooms = [
                (guild, room, self._left_at(room))
                for guild in self._client.guilds
                for room in self._followed(guild)
            ]
            for _, room, bookmark in rooms:
                if bookmark is not None:
                    self._bookmarks.hold_at(room.id, bookmark)
            for guild, room, bookmark in rooms:
                work = self._catch_up(guild, room, bookmark)
                await trying.afterwards(work, "catching up", room.id, channel=room.id)
            await trying.afterwards(self._catch_up_privately(), "catching up", 0)
            self._client.dispatch("cards_changed")

    def _left_at(self, room: Followed) -> int | None:
        """Where a channel was left; a thread in which nothing was counted yet, where its channel was."""
        bookmark = self._bookmarks.held(room.id)
        parent_id = getattr(room, "parent_id", None)
        return self._bookmarks.held(parent_id) if bookmark is None and parent_id else bookmark

    def _followed(self, guild: discord.Guild) -> list[Followed]:
        us = self._client.user
        rooms: list[Followed] = [*guild.text_channels, *guild.threads]
        return [room for room in rooms if us and self._is_followed(room)]

    def _is_followed(self, room: Followed) -> bool:
        return self._parts.listening.is_run_channel(room.id, getattr(room, "parent_id", None))

    async def _catch_up(
        self, guild: discord.Guild, channel: Followed, bookmark: int | None
    ) -> None:
        now, may = self._parts.clock(), channel.permissions_for(guild.me)
        if not (may.view_channel and may.read_message_history):
            return  # Discord would show an empty history, and every post would seem deleted
        if bookmark is None:
            await self._begin(guild, channel, now)
            return
        since = max(now - FOLLOWED, discord.utils.snowflake_time(0))
        counting = await self._counting(channel, since)
        caught, seen = 0, set[int]()
        # Raises where Discord fails: then nothing in the channel is taken for deleted.
        async for handful in _handfuls(channel, since):
            seen.update(message.id for message in handful)
            self._miss_marks(handful, counting)
            caught += await self._read(guild, channel, handful, bookmark)
        await self._compare(channel, since, seen, now)
        await marking.work_off(self._client, self._parts)
        self._bookmarks.release(channel.id)
        if caught:
            await self._sum_up(channel, caught)

    async def _catch_up_privately(self) -> None:
        """Reads the direct messages of those who logged that way lately; Discord lists no others."""
        now, begun = self._parts.clock(), counted.written_privately
        first = discord.utils.time_snowflake(now - WROTE_LATELY)
        known = await self._parts.database.read(begun, first, limit=WRITERS)
        for club_id, member_id, channel_id in known:
            guild = self._client.get_guild(club_id)
            if guild is not None:
                work = self._catch_up_with(member_id, (club_id, guild.name), now)
                await trying.afterwards(work, "catching up", channel_id, channel=channel_id)

    async def _catch_up_with(self, member_id: int, club: tuple[int, str], now: datetime) -> None:
        channel = await trying.attempt(
            self._client.create_dm(discord.Object(member_id)), "direct messages", member=member_id
        )
        if channel is None:
            return
        since, seen = now - FOLLOWED, set[int]()
        counting = await self._counting(channel, since)
        async for message in channel.history(limit=LETTERS, after=since, oldest_first=False):
            seen.add(message.id)
            self._miss_marks([message], counting)
            if not is_written(message):
                continue
            if message.edited_at is not None:
                await self._following.follow_quietly(message, late=True)
            async with self._following.turn(message.id):
                with suppress(Refusal):
                    await self._direct.take_late(message, club)
        if len(seen) < LETTERS:  # else what is not seen may be there all the same
            await self._compare(channel, since, seen, now)
        await marking.work_off(self._client, self._parts)

    async def _read(
        self, guild: discord.Guild, channel: Followed, handful: list[discord.Message], bookmark: int
    ) -> int:
        """Handles messages in their order, with as few commits as can be; gives how many runs were new.

        Only when all is on disk does the bookmark move on: a stop in between has some of them read again.
        """
        works = [self._handle(message, bookmark) for message in handful]
        outcomes = await asyncio.gather(*works, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        reached = handful[-1].id
        if reached > bookmark:
            keeping = self._parts.database.write_behind
            await keeping(messages.handled, guild.id, {channel.id: reached})
            self._bookmarks.reach(channel.id, reached)
        return sum(outcome for outcome in outcomes if isinstance(outcome, int))

    async def _handle(self, message: discord.Message, bookmark: int) -> int:
        if message.id > bookmark:
            return await self._late(message)
        left_at = discord.utils.snowflake_time(bookmark)
        if message.edited_at is not None and message.edited_at >= left_at:
            await self._following.follow_quietly(message, late=True)
        return 0

    async def _begin(self, guild: discord.Guild, channel: Followed, now: datetime) -> None:
        """A channel that was never followed before is followed from now on."""
        bookmark = discord.utils.time_snowflake(now)
        self._bookmarks.start(channel.id, bookmark)
        await self._parts.database.write(messages.handled, guild.id, {channel.id: bookmark})

    async def _late(self, message: discord.Message) -> int:
        """Counts a post that was written meanwhile; its ✅ says so, and no answer of its own."""
        if not is_written(message) or not is_heard(self._parts, self._client.user, message):
            return 0
        guild = message.guild
        if guild is None or not may_tell(message.content):
            return 0
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        async with self._following.turn(message.id):
            try:
                logged = await self._parts.database.write_behind(
                    self._parts.following.written_meanwhile,
                    post,
                    message.content,
                    now=self._parts.clock(),
                )
            except Questionable as doubt:
                await self._questions.ask(message, post, doubt)
                return 0
            except Refusal:
                return 0
            if logged is None or not logged.runs:
                return 0
            # Of one that was counted before, a stop may have come before its ✅.
            if logged.is_new or not marking.is_marked(message):
                await marking.mark(self._parts, message)
            answers.note_joy(self._parts, logged)
            if logged.quiet:
                await care.offer(self._parts, message)
            return len(logged.runs) if logged.is_new else 0

    async def _counting(
        self, channel: Followed | discord.DMChannel, since: datetime
    ) -> frozenset[int]:
        first = discord.utils.time_snowflake(since)
        return frozenset(await self._parts.database.read(counted.counting_since, channel.id, first))

    def _miss_marks(self, handful: list[discord.Message], counting: frozenset[int]) -> None:
        """A message whose ✅ is not what was counted before has it put right, by what counts in the end."""
        for message in handful:
            if (message.id in counting) != marking.is_marked(message):
                self._parts.mismarked[message.id] = message.channel.id

    async def _compare(
        self, channel: Followed | discord.DMChannel, since: datetime, seen: set[int], now: datetime
    ) -> None:
        """Posts whose message is not there any more were deleted meanwhile."""
        first = discord.utils.time_snowflake(since)
        known = await self._parts.database.read(counted.messages_since, channel.id, first)
        gone = [message_id for message_id in known if message_id not in seen]
        if gone:
            aftermath = await self._parts.database.write(
                self._parts.following.missing, gone, channel.id, now=now
            )
            await self._following.tidy_up(aftermath)

    async def _sum_up(self, channel: Followed, counted: int) -> None:
        """One line, unless the club is quiet: the ✅ under each post says the same without a sound."""
        club = await trying.attempt(
            self._parts.database.read(clubs.find, channel.guild.id),
            "a club",
            guild=channel.guild.id,
        )
        if club is not None and club.quiet_until(self._parts.clock()) is not None:
            return
        key = "runs.caught_up_one" if counted == 1 else "runs.caught_up_many"
        told = channel.send(texts.say(key, runs=counted))
        await trying.attempt(told, "a summary", channel=channel.id)


async def _handfuls(channel: Followed, since: datetime) -> AsyncIterator[list[discord.Message]]:
    """What was written since, the oldest first, a few messages at a time."""
    handful: list[discord.Message] = []
    async for message in channel.history(limit=None, after=since, oldest_first=True):
        handful.append(message)
        if len(handful) == AT_ONCE:
            yield handful
            handful = []
    if handful:
        yield handful
