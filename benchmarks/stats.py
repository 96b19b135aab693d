"""What the facts of `/my stats` and of a recap cost, and that they cost the same however many runs there are.

    python -m benchmarks.stats [RUNS ...]

The member has 5,000 runs over eleven years with hardly a week without one, which is the worst case of a streak. The
recap is of a week of 300 runs by 100 members. Measured in the transaction, in milliseconds by the clock and of CPU.
The floor is one pass of SQLite over the member's runs, summed.
"""

import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks import seeded
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.recaps import service as recaps
from bot.stats import service as stats

ROUNDS = 40
STATS_GOAL, RECAP_GOAL = "< 15", "p50 < 6"


def main(sizes: Sequence[int] = seeded.SIZES) -> None:
    """Prints a line for each number of runs in the table, and how it grew."""
    found = []
    with seeded.folder_for() as folder:
        for runs in sizes:
            found.append(_measured(seeded.database_of(runs, Path(folder))))
            _say(runs, found[-1])
    for place, name in enumerate(("stats", "recap")):
        grown = found[-1][place][1] / found[0][place][1]
        print(f"  {name}: {grown:.2f} x from {sizes[0]:,} to {sizes[-1]:,} runs, of CPU")
    print(f"  goals: stats {STATS_GOAL} ms and <= 1.20 x, recap {RECAP_GOAL} ms and < 2 x")


Figures = tuple[tuple[float, float], ...]
"""Of stats, of a recap and of the floor: median by the clock, least CPU."""
_FLOOR = """SELECT count(*), sum(distance_m), sum(duration_s) FROM runs
WHERE club_id = ? AND member_id = ? AND private <= 1 AND withdrawn_at IS NULL"""


def _measured(file: Path) -> Figures:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as tx:
        tx.row_factory = sqlite3.Row
        club = clubs.find(tx, seeded.CLUB)
        assert club is not None
        told = recaps.of_week(tx, club, seeded.NOW.date(), now=seeded.NOW)
        assert told.runs == seeded.RUNS_A_WEEK and _stats(tx) == seeded.RUNNER_RUNS
        return (
            _ms(lambda: _stats(tx)),
            _ms(lambda: recaps.of_week(tx, club, seeded.NOW.date(), now=seeded.NOW)),
            _ms(lambda: tx.execute(_FLOOR, (seeded.RUNNER_CLUB, seeded.RUNNER)).fetchone()),
        )


def _stats(tx: sqlite3.Connection) -> int:
    found = stats.stats(
        tx, seeded.RUNNER_CLUB, seeded.RUNNER, period="all", now=seeded.NOW, defaults=Defaults()
    )
    return found.ever


def _ms(act: Callable[[], object]) -> tuple[float, float]:
    """Least CPU, since other work on the machine only ever adds to it."""
    walls, cpus = [], []
    for _ in range(ROUNDS):
        wall, cpu = perf_counter(), process_time()
        act()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return 1000 * median(walls), 1000 * min(cpus)


def _say(runs: int, found: Figures) -> None:
    figures = (f"{wall:.1f} ({cpu:.1f} CPU)" for wall, cpu in found)
    stats_figure, recap_figure, floor = figures
    print(
        f"  {runs:>10,} runs in the table: stats {stats_figure}, floor {floor}, recap {recap_figure} ms"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(runs) for runs in sys.argv[1:]] or seeded.SIZES)
