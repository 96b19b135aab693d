"""Starts the demo: a temporary database, the seeded club, and a page or the tour; leaves nothing behind."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import discord
import simcord
from simcord.preview import Preview

from bot.app import SecondWind, create_bot
from bot.clock import system_clock
from bot.demo import challenges
from bot.demo.club import ZONE, Club, beginning, found
from bot.demo.page import address, open_page
from bot.demo.people import WEEKS
from bot.demo.simulator import World
from bot.demo.tour import tour
from bot.demo.travel import Traveller, commands_of
from bot.errors import HostError
from bot.render.model import ChallengeCard
from bot.settings import Settings

SEED = 1896
BREATH_S = 0.5
HOST = "127.0.0.1"
WELCOME = """
Second Wind is running on a simulated Discord: {url}

  1. Write "5k in 24:30, felt great", and press 👏 under somebody else's run.
  2. Type / for the commands: /run log, /run list, /my settings, /help. "Viewing as" makes you another member.
  3. /demo forward moves time on, /demo inbox shows what the bot wrote to you in private.

Ctrl-C ends it and leaves nothing behind."""

Act = Callable[[Club, Traveller], Awaitable[int]]


class PortTaken(HostError):
    """The page cannot have this port: something else has it, or the system keeps it."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is in use or not yours to open. Choose another one: `make demo "
            f"PORT={_next(port)}`, or `python -m bot demo --port {_next(port)}`."
        )


def _next(port: int) -> int:
    return max(port % 65535 + 1, 8001)


def main(port: int, check: bool) -> int:
    """Show the demo until Ctrl-C, or with `check` play its tour; gives the exit code.

    Raises PortTaken.
    """
    if not check:
        _refuse_taken(port)
    with contextlib.suppress(KeyboardInterrupt), TemporaryDirectory(prefix="second-wind-") as path:
        act = _toured if check else partial(_shown, port)
        return asyncio.run(play(Path(path), act, now=system_clock()))
    return 0


async def play(folder: Path, act: Act, *, now: datetime, weeks: int = WEEKS) -> int:
    """Seed the club on a database in `folder` and let `act` go on from `now`; gives the exit code."""
    traveller = Traveller(ZONE)
    settings = Settings(database=folder / "demo.sqlite")

    def build() -> SecondWind:
        bot = create_bot(settings, clock=discord.utils.utcnow)
        bot.tree.add_command(commands_of(traveller))
        return bot

    _stop_on_sigterm()
    try:
        async with World(build, start=beginning(now), check_errors=False) as world:
            # The process that draws starts now, with nobody waiting: on a busy machine that takes seconds.
            await world.bot.parts.pictures.png(ChallengeCard("", "", ""))
            club = await found(world, Random(SEED), now, weeks=weeks)
            await challenges.begin(club, now)
            await traveller.keep_up(world)
            return await act(club, traveller)
    except asyncio.CancelledError:
        return 0


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise PortTaken(port) from None


def _stop_on_sigterm() -> None:
    task = asyncio.current_task()
    assert task is not None
    with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM to wait for
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def _toured(club: Club, traveller: Traveller) -> int:
    return await tour(club, traveller, _say)


async def _shown(port: int, club: Club, traveller: Traveller) -> int:
    turn, viewers = asyncio.Lock(), list(club.members.values())
    page = open_page(club.world, club.runs, viewers, port=port, zone=ZONE, turn=turn)
    async with contextlib.AsyncExitStack() as stack:
        try:
            shown = await stack.enter_async_context(page)
        except simcord.SetupError as error:
            raise PortTaken(port) from error
        _say(WELCOME.format(url=address(shown)))
        await _live(club, traveller, shown, turn)
    return 0


async def _live(club: Club, traveller: Traveller, page: Preview, turn: asyncio.Lock) -> None:
    """Let the simulated time go on as the real one does, and show what it brings."""
    world, loop = club.world, asyncio.get_running_loop()
    before, shown = loop.time(), 0
    while True:
        async with turn:
            seen, (elapsed, before) = world.events, (loop.time() - before, loop.time())
            await world.travel(timedelta(seconds=elapsed))
            await traveller.keep_up(world)
            if world.events != seen:
                await page.refresh()
            if world.events != shown:  # so that a reload opens at the newest post
                shown = world.events
                await page.show(world.newest(club.runs, club.organizer))
        await asyncio.sleep(BREATH_S)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
