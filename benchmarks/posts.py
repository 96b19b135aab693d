"""What a post costs: one that is logged, against a bare listener that makes the same calls; and other chat.

    python -m benchmarks.posts

CPU time of all threads of the bot's process, from the gateway's payload to the sent answer. REST
calls go through discord.py's own client to a server in another process, and once more end in a
stub. "fsync apart" means synchronous = OFF for the measurement, which leaves everything but the
disk's own wait and its kernel time.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import discord
from discord.ext import commands

from benchmarks.offline import Offline, Wired, bare_bot, cpu_per_post
from benchmarks.payloads import ROOM
from benchmarks.wire import rest_side
from bot.app import SecondWind, create_bot
from bot.settings import Settings

CHAT = "see you all at the bakery, the sun is out again :)"
LISTENED = 2000
WARMING = 20

Listener = Callable[[discord.Client, discord.Message], Awaitable[None]]


def run_of(number: int) -> str:
    """A post as people write them; none of a member is like another, which would be asked about."""
    return f"{5 + number // 12 / 100:.2f} km in 28:{number % 60:02}, felt great"


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


@asynccontextmanager
async def floor_bot(on_message: Listener) -> AsyncIterator[commands.Bot]:
    """A bare bot that does this with every message."""
    bot = bare_bot(on_message=on_message)
    await bot._async_setup_hook()
    yield bot
    await bot.close()


async def logged(bot: commands.Bot, kind: type[Offline]) -> tuple[float, float]:
    """CPU microseconds and REST calls of one logged post."""
    if kind is Wired:
        await bot.http.static_login("token")
    offline = kind(bot)
    for number in range(WARMING):
        await offline.post(run_of(number), answered=True)
    await offline.rest()
    before, posts = offline.calls, WARMING

    async def feed(_: int) -> None:
        nonlocal posts
        await offline.post(run_of(posts), answered=True)
        posts += 1

    cpu = await cpu_per_post(feed, offline.rest)
    return cpu, (offline.calls - before) / (posts - WARMING)


async def listened(bot: commands.Bot) -> float:
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


async def report_logged() -> None:
    """Prints what a logged post costs, with REST calls over a socket and with a stub in their place."""
    with rest_side():
        async with floor_bot(same_calls) as bare:
            floor, _ = await logged(bare, Wired)
        async with our_bot(fsync=False) as bot:
            apart, calls = await logged(bot, Wired)
        async with our_bot(fsync=True) as bot:
            whole, _ = await logged(bot, Wired)
    async with floor_bot(same_calls) as bare:
        cut_floor, _ = await logged(bare, Offline)
    async with our_bot(fsync=False) as bot:
        cut, _ = await logged(bot, Offline)
    print("one logged post, CPU                         us     x floor")
    print(f"  bare listener, same calls           {floor:9.0f}        1.0")
    print(f"  ours, fsync apart                   {apart:9.0f}   {apart / floor:8.1f}   (goal 2.5)")
    print(f"  ours, everything                    {whole:9.0f}   {whole / floor:8.1f}")
    print(f"  REST calls beyond the reaction      {calls - 1:9.0f}              (goal 1)")
    print("our own work, REST calls cut away")
    print(f"  bare listener                       {cut_floor:9.0f}        1.0")
    print(f"  ours, fsync apart                   {cut:9.0f}   {cut / cut_floor:8.1f}")


async def report_chat() -> None:
    """Prints what other chat costs."""
    async with our_bot(fsync=False) as bot:
        chat = await listened(bot)
    async with floor_bot(nothing) as empty:
        idle = await listened(empty)
    print("chat that is no run, 50 characters           us")
    print(f"  empty listener                      {idle:9.2f}")
    print(f"  ours                                {chat:9.2f}   +{chat - idle:7.2f}   (goal +10)")


async def report() -> None:
    """Prints everything, each figure beside its floor."""
    await report_logged()
    await report_chat()


if __name__ == "__main__":
    asyncio.run(report())
