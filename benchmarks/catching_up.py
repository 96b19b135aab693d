"""Catching up with 10,000 posts: how fast, in how much memory, and what live posts notice of it.

    python -m benchmarks.catching_up

The history is made up page by page and REST calls end in a stub. Our own work is the CPU time of all threads,
less that of a bare client that reads the same history and sets the same reactions. Live posts come every 50 ms;
how long they wait for their answer is compared with a quiet bot.
"""

import asyncio
import resource
import time
from collections.abc import Mapping
from statistics import median, quantiles
from typing import Any

import discord
from discord.ext import commands

from benchmarks.offline import Offline
from benchmarks.payloads import GUILD, ROOM, US, Payload, author, guild, message
from benchmarks.posts import floor_bot, nothing, our_bot
from bot.app import SecondWind

POSTS = 10_000
MEMBERS = 200
APART_MS = 30_000
LIVE_EVERY_S = 0.05
LIVE_ALONE = 60
_EPOCH_MS = 1420070400000


class History(Offline):
    """A bot without a gateway whose run channel holds posts of the last three and a half days."""

    def __init__(self, bot: commands.Bot) -> None:
        super().__init__(bot)
        state = bot._connection
        us = {"user": author(US, bot=True), "roles": [], "joined_at": None, "flags": 0}
        us |= {"deaf": False, "mute": False}
        owned = guild() | {"owner_id": str(US), "members": [us]}
        state._add_guild(discord.Guild(data=owned, state=state))
        self._began = int(time.time() * 1000) - POSTS * APART_MS - _EPOCH_MS

    def id_of(self, number: int) -> int:
        """The id of the `number`-th post."""
        return (self._began + number * APART_MS) << 22

    async def _reach(
        self, route: discord.http.Route, **content: object
    ) -> Payload | list[Payload] | None:
        asked = content.get("params")
        if route.method == "GET" and route.path.endswith("/messages") and isinstance(asked, dict):
            return self._page(asked)
        return await super()._reach(route, **content)

    def _page(self, asked: Mapping[str, Any]) -> list[Payload]:
        """A hundred posts after the one asked for, the newest first, as Discord gives them."""
        last = (int(asked["after"]) >> 22) - self._began
        first = max(0, last // APART_MS + 1)
        return [self._post(number) for number in range(min(first + 100, POSTS) - 1, first - 1, -1)]

    def _post(self, number: int) -> Payload:
        kilometres, seconds = 5 + number // 600 / 100, 1500 + number % 600
        # No two are alike, or the second would be asked about.
        text = f"{kilometres:.2f} km in {seconds // 60}:{seconds % 60:02}, felt great"
        payload = message(number, text, author(10**15 + number % MEMBERS))
        return payload | {"id": str(self.id_of(number))}


async def live(offline: History, waits: list[float], done: asyncio.Event, *, limit: int) -> None:
    """Posts every 50 ms until `done` or so many; notes how long each waits for its answer, in ms."""
    while not done.is_set() and len(waits) < limit:
        started = time.perf_counter()
        await offline.post(f"8k in 45:{len(waits) % 60:02}, lovely", answered=True)
        waits.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(LIVE_EVERY_S)


async def bare(offline: History, bot: commands.Bot) -> float:
    """Reads the same history and sets the same reactions, and does nothing else; CPU seconds."""
    room = bot.get_guild(GUILD).get_channel(ROOM)
    after = discord.Object(offline.id_of(0) - 1)
    started = time.process_time()
    async for post in room.history(limit=None, after=after, oldest_first=True):
        await post.add_reaction("✅")
    return time.process_time() - started


async def caught_up(bot: SecondWind, offline: History) -> float:
    """Catches up with everything; seconds."""
    cog = bot.get_cog("CatchingUp")
    room = bot.get_guild(GUILD).get_channel(ROOM)
    bookmark = offline.id_of(0) - 1
    cog._bookmarks.start(ROOM, bookmark)
    cog._bookmarks.hold()
    started = time.perf_counter()
    await cog._catch_up(room.guild, room, bookmark)
    return time.perf_counter() - started


def memory() -> float:
    """The most that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def report() -> None:
    """Prints every figure."""
    async with floor_bot(nothing) as quiet:
        floor = await bare(History(quiet), quiet)
    async with our_bot(fsync=True) as bot:
        offline, done = History(bot), asyncio.Event()
        alone: list[float] = []
        await live(offline, alone, done, limit=LIVE_ALONE)
        before = memory()
        cpu = time.process_time()
        seconds = await caught_up(bot, offline)
        cpu = time.process_time() - cpu
        grown = memory() - before
        stored = await bot.database.read(
            lambda tx: tx.execute("SELECT count(*) FROM runs").fetchone()[0]
        )
    async with our_bot(fsync=True) as bot:
        offline, meanwhile = History(bot), []
        posting = asyncio.create_task(live(offline, meanwhile, done, limit=POSTS))
        await caught_up(bot, offline)
        done.set()
        await posting
    print(f"catching up with {POSTS} posts")
    print(f"  posts a second of our own work      {POSTS / (cpu - floor):9.0f}   (goal 500)")
    print(f"  its CPU, ms a post                  {(cpu - floor) / POSTS * 1000:9.2f}")
    print(f"  a bare client's, ms a post          {floor / POSTS * 1000:9.2f}")
    print(f"  posts a second by the clock, fsync  {POSTS / seconds:9.0f}")
    print(f"  runs stored                         {stored - len(alone):9.0f}")
    print(f"  memory more at the most, MB         {grown:9.1f}")
    print("a live post waits for its answer, ms       p50       p95")
    for name, waits in (("a quiet bot", alone), ("while it catches up", meanwhile)):
        print(f"  {name:35} {median(waits):7.1f}   {quantiles(waits, n=20)[-1]:7.1f}")


if __name__ == "__main__":
    asyncio.run(report())
