"""The schedule and the recaps: an idle tick at 100,000 plans, and a thousand recaps due at once.

    python -m benchmarks.schedule

Sending, and reading as many posts again as a recap can name, are stand-ins, so that the figures are
the bot's own. What the facts of one recap cost is in `stats`.
"""

import asyncio
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from types import SimpleNamespace
from typing import Any, cast

import discord

from bot.care.calm import Calm
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.db.database import Database
from bot.members import service as members
from bot.messages.model import Written
from bot.recaps import service as recaps
from bot.recaps.model import NAMED
from bot.schedule import service as schedules
from bot.schedule.model import WEEK, Occurrence, Outcome, Plan, Sent
from bot.schedule.schedule import Schedule
from cogs import rereading

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PLANS = 100_000
DUE = 1_000
DISCORD_S = 0.05
POSTS = range(2 * NAMED)
"""Read again for each recap: as many as can be named, milestones and newcomers."""
WORDS = "10k in 52:00 along the river, cold hands, felt strong on the way home"


class _Reading:
    """Shows every message after as long as Discord takes."""

    def get_channel(self, _: int) -> None:
        """Nothing is known of any channel."""

    def get_partial_messageable(self, _: int) -> "_Reading":
        """Every message stands here."""
        return self

    async def fetch_message(self, _: int) -> SimpleNamespace:
        """A message whose words are to be looked at."""
        await asyncio.sleep(DISCORD_S)
        return SimpleNamespace(content=WORDS)


_READING = cast("discord.Client", cast("Any", _Reading()))


def main() -> None:
    """Prints every figure."""
    asyncio.run(_monday())  # first, or the peak of memory would be that of the other
    asyncio.run(_idle())


async def _idle() -> None:
    async def idle(database: Database) -> None:
        await database.write(_plan, PLANS)
        schedule = Schedule(database, lambda: NOW, ())
        schedule.deliver_with(_send)
        begun = perf_counter()
        await schedule.send_due()
        first = perf_counter() - begun
        ticks = await _times(schedule.send_due, 200)
        _say(f"first tick after a start, {PLANS:,} plans", f"{1000 * first:.0f} ms")
        _say(f"tick with nothing due, {PLANS:,} plans", f"p50 {1000 * median(ticks):.2f} ms")

    await _on_disk(idle)


async def _monday() -> None:
    async def monday(database: Database) -> None:
        await database.write(_plan, DUE)
        schedule, calm = Schedule(database, lambda: MONDAY, ()), Calm()

        async def deliver(claimed: Sequence[Occurrence]) -> Mapping[Occurrence, Outcome]:
            for occurrence in claimed:
                await database.read(recaps.due, occurrence, MONDAY)
                asked = [Written(occurrence.club_id, 100 * occurrence.club_id + n) for n in POSTS]
                assert not await rereading.hushed(_READING, calm, asked)
            return await _send(claimed)

        schedule.deliver_with(deliver)
        ended, lags, answers = asyncio.Event(), list[float](), list[float]()
        quiet = [await _interaction(database) for _ in range(30)]
        weight, begun = _megabytes(), perf_counter()
        async with asyncio.TaskGroup() as beside:
            beside.create_task(_watch(ended, lags))
            beside.create_task(_press(ended, database, answers))
            await schedule.send_due()
            ended.set()
        lag = f"loop lag p99 {1000 * quantiles(lags, n=100)[-1]:.1f} ms"
        _say(f"{DUE:,} clubs due in the same minute", f"{perf_counter() - begun:.1f} s, {lag}")
        _say("  memory more than before", f"{_megabytes() - weight:.1f} MB")
        worst = 1000 * quantiles(answers, n=100)[-1]
        figure = f"p50 {1000 * median(answers):.1f} ms, p99 {worst:.1f} ms"
        _say("  an interaction's reading and writing", f"p50 {1000 * median(quiet):.1f} ms")
        _say("  the same meanwhile, ten a second", figure)

    await _on_disk(monday)


async def _on_disk(work: Callable[[Database], Awaitable[None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder, "bench.sqlite"), now=NOW)
        try:
            await work(database)
        finally:
            await database.close()


async def _times(act: Callable[[], Awaitable[None]], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        begun = perf_counter()
        await act()
        times.append(perf_counter() - begun)
    return times


async def _send(claimed: Sequence[Occurrence]) -> Mapping[Occurrence, Outcome]:
    await asyncio.sleep(DISCORD_S)
    return {occurrence: Sent(1, occurrence.occurrence_id) for occurrence in claimed}


async def _interaction(database: Database) -> float:
    """Seconds that a member who asks for a week and changes a setting waits for the database."""
    begun = perf_counter()
    await database.read(recaps.week, 1, "last", now=MONDAY, defaults=Defaults())
    await database.write(members.choose, 1, now=MONDAY, tone="warm")
    return perf_counter() - begun


async def _press(ended: asyncio.Event, database: Database, answers: list[float]) -> None:
    while not ended.is_set():
        answers.append(await _interaction(database))
        await asyncio.sleep(0.1)


def _megabytes() -> float:
    """Of memory that this process has had at most."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


async def _watch(ended: asyncio.Event, lags: list[float]) -> None:
    while not ended.is_set():
        begun = perf_counter()
        await asyncio.sleep(0.01)
        lags.append(perf_counter() - begun - 0.01)


def _plan(tx: sqlite3.Connection, number: int) -> None:
    plan = Plan(WEEK, time(8), "UTC", frozenset({0}))
    for club_id in range(1, number + 1):
        clubs.ensure(tx, club_id, "Owls", now=NOW, defaults=Defaults())
        schedules.put(tx, "weekly recap", club_id, club_id, plan, now=NOW)


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what}: {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
