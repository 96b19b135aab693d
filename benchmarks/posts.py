"""What a post costs: one that is logged, against a bare listener that makes the same calls; and other chat.

    python -m benchmarks.posts

CPU time of all threads. "fsync apart" means synchronous = OFF for the measurement, which leaves everything but the
disk's own wait and its kernel time.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import discord

from benchmarks.offline import ROOM, Offline, bare_bot, cpu_per_post
from bot.app import SecondWind, create_bot
from bot.settings import Settings

CHAT = "see you all at the bakery, the sun is out again :)"
LISTENED = 2000


def run_of(number: int) -> str:
    """A post as people write them."""
    return f"5k in 24:{number % 60:02}, felt great"


async def same_calls(self: discord.Client, message: discord.Message) -> None:
    """The same reaction and answer, with no work."""
    await message.add_reaction("✅")
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(custom_id="a:b:1", emoji="👏"))
    view.add_item(discord.ui.Button(custom_id="a:c:1", label="⋯"))
    view.stop()
    await message.channel.send(
        f"<@{message.author.id}> **5 km in 24:30** · 4:54/km · Steady does it.\n-# 5 km this week",
        reference=message.to_reference(fail_if_not_exists=False),
        nonce="0123456789abcdef",
        view=view,
    )


async def nothing(self: discord.Client, message: discord.Message) -> None:
    """An empty listener."""


@asynccontextmanager
async def our_bot(*, fsync: bool) -> AsyncIterator[SecondWind]:
    """The whole bot on a file of its own, with the room read for runs."""
    with tempfile.TemporaryDirectory() as folder:
        bot = create_bot(Settings(database=Path(folder) / "club.sqlite"))
        await bot._async_setup_hook()
        bot.tree.sync = _no_sync
        await bot.setup_hook()
        bot.parts.listening.set_channels([], [ROOM])
        if not fsync:
            await bot.database._writer.run(lambda tx: tx.execute("PRAGMA synchronous = OFF"))
        yield bot
        await bot.close()


async def _no_sync(**_: object) -> list[object]:
    return []


async def logged(bot: discord.Client) -> tuple[float, float]:
    """CPU microseconds and REST calls of one logged post."""
    offline = Offline(bot)
    for number in range(20):
        await offline.post(run_of(number), answered=True)
    await offline.rest()
    before, posts = offline.calls, 0

    async def feed(number: int) -> None:
        nonlocal posts
        posts += 1
        await offline.post(run_of(number), answered=True)

    cpu = await cpu_per_post(feed, offline.rest)
    return cpu, (offline.calls - before) / posts


async def listened(bot: discord.Client) -> float:
    """Microseconds that a message which is no run takes in the listener itself."""
    offline, seen = Offline(bot), []
    listener = next(iter(bot.extra_events.get("on_message", [])), None) or bot.on_message

    async def keep(message: discord.Message) -> None:
        seen.append(message)

    bot.add_listener(keep, "on_message")
    await offline.post(CHAT, answered=False)
    await offline.rest()
    rounds = []
    for _ in range(9):
        started = time.perf_counter()
        for _ in range(LISTENED):
            await listener(seen[0])
        rounds.append((time.perf_counter() - started) / LISTENED * 1e6)
    return median(rounds)


async def report() -> None:
    """Prints both figures, each beside its floor."""
    bare = bare_bot(on_message=same_calls)
    await bare._async_setup_hook()
    floor, _ = await logged(bare)
    async with our_bot(fsync=False) as bot:
        apart, calls = await logged(bot)
    async with our_bot(fsync=True) as bot:
        whole, _ = await logged(bot)
        chat = await listened(bot)
    empty = bare_bot(on_message=nothing)
    await empty._async_setup_hook()
    idle = await listened(empty)
    print("one logged post, CPU                         us     x floor")
    print(f"  bare listener, same calls           {floor:9.0f}        1.0")
    print(f"  ours, fsync apart                   {apart:9.0f}   {apart / floor:8.1f}   (goal 2.5)")
    print(f"  ours, everything                    {whole:9.0f}   {whole / floor:8.1f}")
    print(f"  REST calls beyond the reaction      {calls - 1:9.0f}              (goal 1)")
    print("chat that is no run, 50 characters           us")
    print(f"  empty listener                      {idle:9.2f}")
    print(f"  ours                                {chat:9.2f}   +{chat - idle:7.2f}   (goal +10)")


if __name__ == "__main__":
    asyncio.run(report())
