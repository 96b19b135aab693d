"""How long the bot takes to be ready, and what it weighs then, on a simulated Discord.

python -m benchmarks.start
"""

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = "floor"


def weight() -> float:
    """Megabytes of memory this process has had at most."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


async def ready(kind: str) -> None:
    """Starts a bot in a fresh process and prints seconds from start to ready, and megabytes."""
    began = time.perf_counter()
    import discord
    from discord.ext import commands

    from bot.demo.simulator import World

    simulator = weight()
    with tempfile.TemporaryDirectory() as folder:
        if kind == FLOOR:

            def build() -> commands.Bot:
                return commands.Bot((), intents=discord.Intents(guilds=True))
        else:
            from bot.app import create_bot
            from bot.settings import Settings

            def build() -> commands.Bot:
                return create_bot(Settings(database=Path(folder) / "club.sqlite"))

        world = World(build)
        starting = time.perf_counter()
        await world.start()
        now = time.perf_counter()
        print(f"{now - began:.2f} {now - starting:.2f} {weight():.1f} {simulator:.1f}")
        await world.stop()


def report() -> None:
    """Prints both kinds side by side."""
    print(
        "start to ready on the simulated Discord    process  start   MB   (MB before: simulator, discord.py)"
    )
    for kind, name in ((FLOOR, "bare discord.py bot"), ("ours", "Second Wind")):
        command = [sys.executable, "-m", "benchmarks.start", kind]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        whole, starting, megabytes, simulator = told.split()
        print(f"  {name:38} {whole:>7} s {starting:>5} s {megabytes:>4}   ({simulator})")
    print("  goals                                    1.5 s               75")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(ready(sys.argv[1]))
    else:
        report()
