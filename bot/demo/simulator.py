"""A simulated Discord around the whole bot, for the tests and the demo alike.

Private names of simcord are used here, in `wire` and in `page`, and nowhere else.
"""

from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from typing import Any, Generic, Self, TypeVar, cast

import discord
import simcord
from simcord.backend import serializers
from simcord.backend.models import Message as StoredMessage
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType
from simcord.results import to_discord_message

from bot.demo import wire
from bot.demo.wire import Person, Wire

B = TypeVar("B", bound=discord.Client)
T = TypeVar("T")

NAME = "Second Wind"
JUMP_SECONDS = 300.0  # real seconds that one jump in time may take
IDLE = 0.002  # simcord waits 50 ms after each quiet action; 25 times less gives the same results

cast("dict[str, float]", simcord.Env._settle_internal.__kwdefaults__)["idle"] = IDLE
wire.install()


class World(Generic[B]):
    """One bot on a simulated Discord; `build` makes a fresh one for every start of it."""

    def __init__(
        self,
        build: Callable[[], B],
        *,
        start: datetime | None = None,
        check_errors: bool = True,
        approved_intents: discord.Intents | None = None,
    ) -> None:
        self._build = build
        self._context = ExitStack()
        self.env = simcord.Env(
            build(), check_errors=check_errors, approved_intents=approved_intents
        )
        self.env.backend.edit_bot_profile(NAME)
        self.wire = Wire(self.env.backend)
        if start is not None:
            self.skip(start - self.env.now())

    @property
    def bot(self) -> B:
        """The bot that runs now; another object after each restart."""
        return cast("B", self.env.bot)

    async def start(self) -> None:
        """Log the bot in and wait until it is ready."""
        await self.env.start()

    async def stop(self) -> None:
        """Close bot and world; raises what the bot left uncaught and nobody asked about."""
        try:
            await self.bot.close()
        finally:
            await self.env.shutdown()
        if self.env.check_errors:
            self.env._raise_errors_since(self.env._errors_acknowledged)

    async def __aenter__(self) -> Self:
        await self.start()
        self._context.enter_context(self.env.time_context())
        return self

    async def __aexit__(self, *error: object) -> None:
        with self._context:
            await self.stop()

    async def settle(self) -> None:
        """Wait until the bot has nothing left to do."""
        await self.env.settle(idle=IDLE)

    async def go_offline(self) -> None:
        """Close the bot; the world goes on without it until `restart`."""
        await self.settle()
        self.env.backend.subscribers.clear()
        await self.bot.close()

    async def restart(self) -> None:
        """Close the bot, if it still runs, and start a new one in the same world."""
        await self.go_offline()
        await self.env.restart_bot(self._build())

    def skip(self, span: timedelta) -> None:
        """Move the clock alone: no timer of the bot fires on the way."""
        self.env.backend.clock.advance(span.total_seconds())

    async def travel(self, span: timedelta) -> None:
        """Let time pass, with everything in the bot that waits for it."""
        kept, self.env.settle_timeout = self.env.settle_timeout, JUMP_SECONDS
        try:
            await self.env.advance_time(span.total_seconds())
        finally:
            self.env.settle_timeout = kept

    async def owned(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine as the bot's own work and wait until the bot is quiet again."""
        loop = self.env._loop
        assert loop is not None, "the world has not started"
        with self.env._bot_scope():
            task = loop.create_task(work)
        await self.settle()
        return await task

    @asynccontextmanager
    async def joining(
        self, name: str, owner: simcord.UserHandle | None = None
    ) -> AsyncIterator[simcord.GuildHandle]:
        """A server that is arranged first and then invites the bot (`on_guild_join`)."""
        backend = self.env.backend
        listeners, backend.subscribers[:] = backend.subscribers[:], []
        try:
            guild = self.env.create_guild(name, owner=owner)
            yield guild
        finally:
            backend.subscribers[:] = listeners
        payload = dict(serializers.guild_create_payload(backend, backend.get_guild(guild.id)))
        payload.pop("unavailable")  # its absence is how discord.py knows a new server
        backend.emit("GUILD_CREATE", payload)
        await self.settle()

    def set_system_channel(self, channel: simcord.ChannelHandle) -> None:
        """Make this the channel in which the server itself speaks."""
        assert channel.guild is not None, "a direct message has no server"
        self.env.backend.edit_guild(channel.guild.id, {"system_channel_id": channel.id})

    def forbid(self, channel: simcord.ChannelHandle, *permissions: str) -> None:
        """Take rights from the bot in one channel; with none named, give all back."""
        bot_id = self.env.backend.bot_user.id
        others = [o for o in channel._channel.overwrites if o.target_id != bot_id]
        deny = discord.Permissions(**dict.fromkeys(permissions, True)).value
        mine = [Overwrite(bot_id, OverwriteType.MEMBER, deny=deny)] if permissions else []
        self.env.backend.edit_channel(channel.id, {}, overwrites=others + mine)

    async def sweep(self, messages: Sequence[discord.Message]) -> None:
        """Let messages of one channel go all at once, as moderation does."""
        backend, channel_id = self.env.backend, messages[0].channel.id
        for message in messages:
            backend.messages[channel_id].pop(message.id)
        ids = [str(message.id) for message in messages]
        guild = getattr(messages[0], "guild", None)
        swept = {
            "ids": ids,
            "channel_id": str(channel_id),
            "guild_id": str(guild.id) if guild else None,
        }
        backend.emit("MESSAGE_DELETE_BULK", swept)
        await self.settle()

    def posts(self, *, without: Collection[int] = ()) -> list[discord.Message]:
        """Everything the bot has written, in channels and in private, oldest first; `without` those ids."""
        mine = [m for m in self._written() if m.id not in without]
        return [to_discord_message(self.env, m) for m in sorted(mine, key=lambda m: m.id)]

    def post_ids(self) -> set[int]:
        """The ids of `posts()`, which cost far less."""
        return {m.id for m in self._written()}

    def seen(self, message: discord.Message) -> discord.Message | None:
        """The message as it is now, or None when it is gone."""
        stored = self.env.backend.messages.get(message.channel.id, {}).get(message.id)
        return None if stored is None else to_discord_message(self.env, stored)

    def _written(self) -> list[StoredMessage]:
        backend = self.env.backend
        found = (m for channel in backend.messages.values() for m in channel.values())
        return [m for m in found if m.author_id == backend.bot_user.id]

    def newest(
        self, channel: simcord.ChannelHandle, viewer: Person | None = None
    ) -> discord.Message:
        """The last message in a channel that the viewer sees; there has to be one."""
        stored = self.env.backend.messages[channel.id].values()
        viewer_id = viewer.id if viewer else None
        last = max((m for m in stored if m.visible_to(viewer_id)), key=lambda m: m.id)
        return to_discord_message(self.env, last)

    def inbox(self, person: Person) -> list[discord.Message]:
        """What the bot wrote to this person in private, oldest first."""
        channel_id = self.env.backend.dm_channels.get(person.id)
        return [m for m in self.posts() if m.channel.id == channel_id]

    @property
    def events(self) -> int:
        """How much has happened so far; the same number means that nothing has since."""
        return len(self.env.backend.transcript)

    @contextmanager
    def calls(self) -> Iterator[list[str]]:
        """The REST calls made inside the block, as "METHOD /path", once it has ended."""
        before, made = len(self.env.http_requests), list[str]()
        yield made
        made += [f"{call.method} {call.path}" for call in self.env.http_requests[before:]]
