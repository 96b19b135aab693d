"""What a post costs: one that is logged, against a bare listener that makes the same calls; and other chat.

    python -m benchmarks.posts

CPU time of all threads of the bot's process, from the gateway's payload to the sent answer, the
bots in turns. Each post comes in quiet, as in a club, and what follows its answer (the note where
that stands) is counted apart; posts that come without a pause are a row of their own. REST calls go
through discord.py's own client to a server in another process, and once more end in a
stub. "fsync apart" means synchronous = OFF for the measurement, which leaves everything but the
disk's own wait and its kernel time.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from statistics import median

import discord
from discord.ext import commands

from benchmarks.offline import (
    POSTS,
    ROUNDS,
    Costs,
    Offline,
    Wired,
    bare_bot,
    cpu_in_a_row,
    cpu_per_post,
)
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


async def answered(
    bots: Sequence[commands.Bot], kind: type[Offline]
) -> tuple[list[Costs], list[Costs], list[float]]:
    """What one logged post costs each bot, alone and in a row, and the REST calls that it makes."""
    sides = [await _warm(bot, kind) for bot in bots]
    before = [side.calls for side in sides]
    feeds = [partial(_log_one, side) for side in sides]
    costs = await cpu_per_post(feeds)
    calls = [side.calls - calls for side, calls in zip(sides, before, strict=True)]
    return costs, await cpu_in_a_row(feeds), [made / (ROUNDS * POSTS) for made in calls]


async def _warm(bot: commands.Bot, kind: type[Offline]) -> Offline:
    if kind is Wired:
        await bot.http.static_login("token")
    side = kind(bot)
    for _ in range(WARMING):
        await _log_one(side)
    await side.rest()
    return side


async def _log_one(side: Offline) -> None:
    await side.post(run_of(side.posts), answered=True)


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
    async with (
        floor_bot(same_calls) as bare,
        our_bot(fsync=False) as apart,
        our_bot(fsync=True) as ours,
    ):
        with rest_side():
            costs, in_a_row, calls = await answered([bare, apart, ours], Wired)
    floor, without, whole = costs
    print("one logged post, gateway event to sent answer, CPU       us     x floor")
    _row("bare listener, same calls", floor, floor)
    _row("ours, fsync apart", without, floor, "   (goal 2.5)")
    _row("ours, everything", whole, floor)
    _row("fsync apart, posts without a pause, all counted", in_a_row[1], in_a_row[0])
    print(f"  what follows the answer: {median(floor.after):.0f}, {median(without.after):.0f}")
    print(f"  REST calls beyond the reaction: {calls[1] - 1:.0f}   (goal 1)")
    async with floor_bot(same_calls) as bare, our_bot(fsync=False) as apart:
        costs, _, _ = await answered([bare, apart], Offline)
    print("the same with REST calls cut away")
    _row("bare listener", costs[0], costs[0])
    _row("ours, fsync apart", costs[1], costs[0])


def _row(name: str, cost: Costs, floor: Costs, goal: str = "") -> None:
    """Median of the rounds, and of each round's ratio to the floor of the same round."""
    ratio = median(mine / least for mine, least in zip(cost.answer, floor.answer, strict=True))
    print(f"  {name:<47}{median(cost.answer):9.0f}   {ratio:8.2f}{goal}")


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
