"""How fast the pickers of runs answer, from the keystroke to the choices, in a club with 5,000 runs.

python -m benchmarks.autocomplete
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from bot import almanac
from bot.clubs.model import Defaults
from bot.db.database import Database
from bot.runs.listing import RunLists
from bot.runs.model import Choices
from cogs.runs import picking

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
CLUB, RUNS, MEMBERS, KEYS = 1, 5000, 200, 300
TYPED = ("", "5", "5 km", "member 17", "12 nov", "8.5 km member 1", "no such run", "24:30")
GOAL_MS = 20
Unit = Callable[..., Choices]


def fill(tx: sqlite3.Connection) -> None:
    """Runs of everybody, and as many of member 1 in another club."""
    chance = Random(1)
    for club in (CLUB, 2):
        tx.execute(
            "INSERT INTO clubs (club_id, name, zone, units, joined_at) VALUES (?, '', 'UTC', 'km', 0)",
            (club,),
        )
    for member in range(1, MEMBERS + 1):
        name = f"Member {member}"
        tx.execute("INSERT INTO club_members VALUES (?, ?, ?, 0)", (CLUB, member, name))
    for number in range(1, 2 * RUNS + 1):
        club = CLUB if number <= RUNS else 2
        member = chance.randint(1, MEMBERS) if club == CLUB else 1
        day = date(2026, 11, 18) - timedelta(days=chance.randint(0, 900))
        tx.execute(
            "INSERT INTO posts (post_id, club_id, member_id, source, private, posted_at)"
            " VALUES (?, ?, ?, ?, 0, 0)",
            (number, club, member, f"message:{number}"),
        )
        tx.execute(
            "INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
            " private, logged_at) VALUES (?, 0, ?, ?, ?, ?, ?, 0, ?)",
            (
                number,
                club,
                member,
                day.isoformat(),
                chance.randint(300, 2200) * 10,
                chance.randint(900, 9000),
                almanac.to_ms(NOW),
            ),
        )


async def measured(name: str, database: Database, unit: Unit, *ids: int) -> None:
    """Prints the median and the 99th of a hundred for keystrokes of all sorts, and the CPU of the dearest."""
    walls, cpu = [], dict[str, list[float]]()
    for key in range(KEYS):
        typed, before, used = TYPED[key % len(TYPED)], time.perf_counter(), time.process_time()
        choose = picking.chooser(typed)
        await picking.offered(database.read(unit, *ids, choose, typed=typed, now=NOW))
        walls.append((time.perf_counter() - before) * 1000)
        cpu.setdefault(typed, []).append((time.process_time() - used) * 1000)
    walls.sort()
    p50, p99 = walls[len(walls) // 2], walls[int(len(walls) * 0.99)]
    print(f"{name:40} p50 {p50:5.1f}, p99 {p99:5.1f} ms (goal < {GOAL_MS})")
    for typed, spent in sorted(cpu.items(), key=lambda one: -median(one[1])):
        print(f"    “{typed}”".ljust(40), f"CPU {median(spent):5.1f}, at most {max(spent):5.1f} ms")


async def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder, "club.sqlite"), now=NOW, copies=Path(folder))
        try:
            await database.write(fill)
            lists = RunLists(defaults=Defaults())
            await measured(
                f"an organizer, {RUNS} runs of the club", database, lists.picks_of_club, CLUB, 1
            )
            await measured(f"a member, {RUNS} runs of their own", database, lists.picks, 2, 1)
        finally:
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
