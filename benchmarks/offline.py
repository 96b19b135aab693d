"""A discord.py bot without a gateway: real payloads go in, REST calls go to a server nearby or to a stub."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord.ext import commands

from benchmarks.payloads import US, Payload, author, guild, message

ROUNDS, POSTS = 9, 200


def bare_bot(**rest: Any) -> commands.Bot:  # noqa: ANN401
    """A bot with the caches and intents of ours, and nothing else."""
    return type("Bare", (commands.Bot,), rest)(
        command_prefix=(),
        help_command=None,
        intents=discord.Intents(guilds=True, guild_messages=True, message_content=True),
        max_messages=None,
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
        allowed_mentions=discord.AllowedMentions.none(),
    )


class Offline:
    """Feeds one bot with messages and counts the calls it makes, which end in a stub."""

    def __init__(self, bot: commands.Bot) -> None:
        self._bot = bot
        self._number = 0
        self._answered = asyncio.Event()
        self.calls = 0
        state = bot._connection
        state.user = discord.ClientUser(state=state, data=author(US, bot=True))
        state._add_guild(discord.Guild(data=guild(), state=state))
        self._send = bot.http.request
        bot.http.request = self._request

    async def _request(self, route: discord.http.Route, **content: object) -> Payload | None:
        self.calls += 1
        answer = await self._reach(route, **content)
        if route.method == "POST":
            self._answered.set()
        return answer

    async def _reach(self, route: discord.http.Route, **_: object) -> Payload | None:
        if route.method != "POST":
            return None
        return message(self._next(), "answer", author(US, bot=True))

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def post(self, text: str, *, answered: bool) -> None:
        """A message of one of many members; with `answered`, waits until the bot has answered."""
        number = self._next()
        self._answered.clear()
        written = message(number, text, author(10**16 + number % 100_003))
        self._bot._connection.parse_message_create(written)
        if answered:
            await self._answered.wait()

    async def rest(self) -> None:
        """Lets everything the bot has begun come to its end."""
        for _ in range(20):
            await asyncio.sleep(0.001)


class Wired(Offline):
    """The same with discord.py's own HTTP client, down to the socket; the bot must be logged in."""

    async def _reach(self, route: discord.http.Route, **content: object) -> Payload | None:
        return await self._send(route, **content)


async def cpu_per_post(
    feed: Callable[[int], Awaitable[None]], rest: Callable[[], Awaitable[None]]
) -> float:
    """Median over rounds of the CPU time of one post in microseconds, all threads included."""
    rounds = []
    for _ in range(ROUNDS):
        before = time.process_time()
        for number in range(POSTS):
            await feed(number)
        await rest()
        rounds.append((time.process_time() - before) / POSTS * 1e6)
    return statistics.median(rounds)
