"""A discord.py bot without a gateway: real payloads go in, REST calls go to a server nearby or to a stub."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord.ext import commands

from benchmarks.payloads import US, Payload, author, guild, message

ROUNDS, POSTS = 15, 60
QUIET_S = 0.004


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
        self.posts = 0
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
        self.posts += 1
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


@dataclass
class Costs:
    """CPU microseconds of one post, a figure a round: until the answer was sent, and what came after it."""

    answer: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)

    def add(self, answer: float, after: float) -> None:
        self.answer.append(answer)
        self.after.append(after)


async def cpu_per_post(
    feeds: Sequence[Callable[[], Awaitable[None]]], *, rounds: int = ROUNDS, posts: int = POSTS
) -> list[Costs]:
    """The CPU time of all threads for one post of each feed, which comes back with the sent answer.

    The feeds take turns, so that whatever else the machine does meets all of them alike. Each post
    begins in quiet, as in a club, and what follows its answer is counted apart.
    """
    costs = [Costs() for _ in feeds]
    for _ in range(rounds):
        for feed, cost in zip(feeds, costs, strict=True):
            answer = after = 0.0
            for _ in range(posts):
                began = time.process_time()
                await feed()
                sent = time.process_time()
                await asyncio.sleep(QUIET_S)
                answer += sent - began
                after += time.process_time() - sent
            cost.add(answer / posts * 1e6, after / posts * 1e6)
    return costs


async def cpu_in_a_row(
    feeds: Sequence[Callable[[], Awaitable[None]]], *, rounds: int = ROUNDS, posts: int = POSTS
) -> list[Costs]:
    """The same for posts that come without a pause, each with what follows the answer to the one before it."""
    costs = [Costs() for _ in feeds]
    for _ in range(rounds):
        for feed, cost in zip(feeds, costs, strict=True):
            began = time.process_time()
            for _ in range(posts):
                await feed()
            cost.add((time.process_time() - began) / posts * 1e6, 0.0)
            await asyncio.sleep(QUIET_S)
    return costs
