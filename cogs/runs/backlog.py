"""*Read the last 30 days too*: what was posted before the club had the bot, read in with progress shown."""

from collections.abc import AsyncIterator, Iterator

import discord
from discord.ext import commands

from bot import texts
from bot.backlog import service as backlogs
from bot.backlog.model import Backlog
from bot.backlog.refusals import NothingToReadBack
from bot.errors import Refusal
from bot.messages.model import is_followed
from bot.parts import Parts
from bot.runs.parse import may_tell
from cogs import care, edge, router, trying
from cogs.edge import Interaction
from cogs.router import Press
from cogs.runs import marking
from cogs.runs.posting import post_of
from cogs.runs.reading import is_heard, is_written
from cogs.runs.turns import Turns

PAGE = 100
"""What Discord gives at once; after each, the place is saved."""
SHOWN_EVERY = 5
"""After so many pages the progress is shown anew."""

Room = discord.TextChannel | discord.Thread


class ReadingBack(commands.Cog):
    """Reads run channels and their threads back, page by page; a stop of any kind is gone on from."""

    def __init__(self, client: commands.Bot, parts: Parts, turns: Turns) -> None:
        self._client = client
        self._parts = parts
        self._turns = turns
        self._under_way: set[int] = set()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What a stop interrupted goes on."""
        for backlog in await self._parts.database.read(backlogs.under_way):
            await self._go_on(backlog)

    async def begin(self, interaction: Interaction, press: Press) -> None:
        """Begins a reading. Raises NothingToReadBack."""
        guild = interaction.guild
        if guild is None or not any(self._rooms(guild)):
            raise NothingToReadBack
        backlog = await edge.write(
            interaction,
            backlogs.begin,
            guild.id,
            interaction.channel_id or 0,
            now=self._parts.clock(),
        )
        await edge.tell(interaction, texts.say("backlog.begun" if backlog else "backlog.under_way"))
        if backlog is not None:
            await self._go_on(backlog)

    async def stop(self, interaction: Interaction, press: Press) -> None:
        """Ends a reading after the page in hand; what was counted stays."""
        ended = await edge.write(interaction, backlogs.end, interaction.guild_id or 0)
        told = texts.say("backlog.stopping" if ended else "backlog.stopped_before")
        await edge.tell(interaction, told)
        if ended is not None:
            await self._show(ended, texts.say("backlog.stopped", runs=ended.counted))

    async def _go_on(self, backlog: Backlog) -> None:
        guild = self._client.get_guild(backlog.club_id)
        if guild is None or guild.unavailable or backlog.club_id in self._under_way:
            return
        self._under_way.add(backlog.club_id)
        try:
            work = self._read(guild, backlog)
            await trying.afterwards(work, "reading back", backlog.club_id, guild=backlog.club_id)
        finally:
            self._under_way.discard(backlog.club_id)

    async def _read(self, guild: discord.Guild, backlog: Backlog) -> None:
        """Raises where Discord fails; the place is saved, and the next start goes on from it."""
        rooms = sorted(self._rooms(guild), key=lambda room: room.id)
        channels = " ".join(
            f"<#{room.id}>" for room in rooms if isinstance(room, discord.TextChannel)
        )
        backlog = await self._shown(backlog, channels)
        for room in rooms:
            if room.id < backlog.room_id:
                continue
            number = 0
            async for page in _pages(room, backlog):
                for message in page:
                    await self._count(message)
                at = await self._parts.database.write(
                    backlogs.reached, guild.id, room.id, page[-1].id, seen=len(page)
                )
                if at is None:
                    return  # somebody pressed Stop
                backlog, number = at, number + 1
                if number % SHOWN_EVERY == 0:
                    await self._show(backlog, _progress(backlog, channels), stoppable=True)
        ended = await self._parts.database.write(backlogs.end, guild.id)
        if ended is not None:
            await self._show(ended, _summary(ended, channels))

    def _rooms(self, guild: discord.Guild) -> Iterator[Room]:
        """The run channels and their threads whose history the bot may read."""
        rooms: list[Room] = [*guild.text_channels, *guild.threads]
        for room in rooms:
            parent_id = getattr(room, "parent_id", None)
            may = room.permissions_for(guild.me)
            if self._parts.listening.is_run_channel(room.id, parent_id) and (
                may.view_channel and may.read_message_history
            ):
                yield room

    async def _count(self, message: discord.Message) -> None:
        """Counts a post as of its own time. No answer and no question: only what is younger than a week gets ✅."""
        guild = message.guild
        if guild is None or not is_written(message) or not may_tell(message.content):
            return
        if not is_heard(self._parts, self._client.user, message):
            return
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        now = self._parts.clock()
        async with self._turns.of(message.id):
            try:
                logged = await self._parts.database.write(
                    backlogs.count,
                    self._parts.following.written_before,
                    post,
                    message.content,
                    now=now,
                )
            except Refusal:
                return
            if logged is None or not logged.is_new or not logged.runs:
                return
            if is_followed(message.created_at, now):
                await marking.mark(self._parts, message)
            if logged.quiet:
                await care.offer(self._parts, message)

    async def _shown(self, backlog: Backlog, channels: str) -> Backlog:
        """The reading with a message that shows its progress; without one where Discord takes none."""
        if backlog.message_id is not None:
            return backlog
        channel = self._client.get_partial_messageable(backlog.channel_id)
        key = trying.nonce(f"backlog:{backlog.club_id}:{backlog.until.timestamp()}")
        told = channel.send(_progress(backlog, channels), view=_stop(backlog.club_id), nonce=key)
        sent = await trying.attempt(told, "showing progress", channel=backlog.channel_id)
        if sent is not None:
            await self._parts.database.write(backlogs.shown, backlog.club_id, sent.id)
        return await self._parts.database.read(backlogs.find, backlog.club_id) or backlog

    async def _show(self, backlog: Backlog, told: str, *, stoppable: bool = False) -> None:
        if backlog.message_id is None:
            return
        channel = self._client.get_partial_messageable(backlog.channel_id)
        view = _stop(backlog.club_id) if stoppable else None
        edit = channel.get_partial_message(backlog.message_id).edit(content=told, view=view)
        await trying.attempt(edit, "showing progress", message=backlog.message_id)


async def _pages(room: Room, backlog: Backlog) -> AsyncIterator[list[discord.Message]]:
    """What is left to read in a room, the oldest first, as many messages at once as Discord gives."""
    began = discord.Object(discord.utils.time_snowflake(backlog.since))
    after = discord.Object(backlog.reached) if room.id == backlog.room_id else began
    before = discord.Object(discord.utils.time_snowflake(backlog.until))
    page: list[discord.Message] = []
    async for message in room.history(limit=None, after=after, before=before, oldest_first=True):
        page.append(message)
        if len(page) == PAGE:
            yield page
            page = []
    if page:
        yield page


def _stop(club_id: int) -> discord.ui.View:
    return router.view(router.button("club:halt", club_id, texts.say("backlog.stop")))


def _progress(backlog: Backlog, channels: str) -> str:
    return texts.say("backlog.progress", channels=channels, seen=backlog.seen, runs=backlog.counted)


def _summary(backlog: Backlog, channels: str) -> str:
    key = {0: "backlog.done_none", 1: "backlog.done_one"}.get(backlog.counted, "backlog.done_many")
    return texts.say(key, channels=channels, runs=backlog.counted)
