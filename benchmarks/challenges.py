"""What group challenges cost: a full recount, a log with 25 of them, few participants against many.

    python -m benchmarks.challenges [FOLDER]

Two clubs run the same days, one of 10 members and one of 5,000 with 100,000 runs. A log is measured inside its
transaction, without the commit, which is the same with and without challenges (see `durable_runs`). What is measured
is the time of the processor at its best, since the other work of a machine only adds to it.
"""

import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time

from bot import almanac
from bot.cards import service as cards
from bot.challenges import joining, recounting, service, standing
from bot.challenges.brought import brought
from bot.challenges.model import CARD, Challenge, Wishes
from bot.challenges.shares import FirstDays, share_of
from bot.challenges.telling import tell
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.db.forgotten import Forgotten
from bot.db.schema import MIGRATIONS, migration_files
from bot.runs import history
from bot.runs.model import Form, Post
from bot.runs.service import RunBook

SMALL, LARGE = 1, 2
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
LIVE = 25
CAPS = {"cap_run": "30 km", "cap_day": "40 km", "cap_week": "80 km"}


def connect(file: Path) -> sqlite3.Connection:
    """A writing connection with the schema as it is shipped."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    for migration in migration_files(MIGRATIONS):
        connection.executescript(migration.read_text("utf-8"))
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def fill(tx: sqlite3.Connection, club_id: int, members: int, runs: int) -> None:
    """A club whose members run twenty times in the month, every tenth run in private."""
    clubs.ensure(tx, club_id, "Owls", now=NOW, defaults=Defaults())
    random, at = Random(1), almanac.to_ms(NOW)
    for number in range(runs):
        member_id = club_id * 100_000 + number % members
        private = number % 10 == 0
        post_id = tx.execute(
            "INSERT INTO posts (club_id, member_id, source, private, posted_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (club_id, member_id, f"message:{number}", private, at),
        ).lastrowid
        day = (FIRST + timedelta(days=random.randrange(28))).isoformat()
        figures = (random.randrange(2_000, 20_000), random.randrange(600, 9_000))
        tx.execute(
            "INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
            " private, logged_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)",
            (post_id, club_id, member_id, day, *figures, private, at),
        )


def begin(tx: sqlite3.Connection, club_id: int, members: int, number: int) -> Challenge:
    """A challenge of the month with every cap; every other one is for those who join, and everybody does."""
    kind = "each" if number % 2 else "together"
    wishes = Wishes(f"No {number}", kind, "100 km", FIRST, LAST, **CAPS)
    draft = service.draft(tx, club_id, "Owls", 1, wishes, now=NOW, defaults=Defaults())
    challenge = service.publish(tx, club_id, draft.challenge_id, 1, now=NOW)
    if kind == "each":
        for member in range(members):
            member_id = club_id * 100_000 + member
            joining.join(tx, club_id, challenge.challenge_id, member_id, "Somebody", now=NOW)
    cards.place(tx, CARD, challenge.challenge_id, club_id, 1)
    recounting.settle(tx, challenge.challenge_id, now=NOW)
    return challenge


def cancel(tx: sqlite3.Connection, challenges: list[Challenge]) -> None:
    """The club has none any more."""
    for challenge in challenges:
        service.cancel(tx, challenge.club_id, challenge.challenge_id)


def log_ms(tx: sqlite3.Connection, club_id: int, folder: Path, *, times: int = 60) -> float:
    """Logging a run with everything its answer needs, at best, in milliseconds."""
    book = RunBook(
        reactions=(brought,),
        tellers=(tell,),
        forgotten=Forgotten(folder / "bench.sqlite"),
        defaults=Defaults(),
    )
    member_id, took = club_id * 100_000 + 3, []
    for number in range(times):
        tx.execute("SAVEPOINT log")
        source = f"bench:{number}"
        post = Post(club_id, "Owls", member_id, "Somebody", source, NOW)
        form = Form(f"{5000 + number} m", "30:00")
        began = process_time()
        book.log_form(tx, post, form, now=NOW)
        took.append((process_time() - began) * 1000)
        tx.execute("ROLLBACK TO log")
    return min(took)


def best_ms(work: Callable[[], object], times: int = 7) -> float:
    """The best of some rounds, in milliseconds."""
    took = []
    for _ in range(times):
        began = process_time()
        work()
        took.append((process_time() - began) * 1000)
    return min(took)


def one_by_one(tx: sqlite3.Connection, challenge: Challenge) -> int:
    """The score of everybody as the rules say it, run by run; gives the sum."""
    by_member = defaultdict(list)
    for run in history.figures_of_club(tx, LARGE, FIRST, LAST):
        by_member[run.member_id].append(run)
    found = (share_of(challenge, None, mine, FirstDays()) for mine in by_member.values())
    return sum(share.counted for share in found if share)


_FLOOR = (
    "SELECT sum(distance_m), min(day) FROM runs INDEXED BY runs_by_member_day"
    " WHERE club_id = ? AND withdrawn_at IS NULL"
)


def _commit(tx: sqlite3.Connection) -> None:
    """What was made ready is on disk, and the next unit of work begins."""
    tx.execute("COMMIT")
    tx.execute("BEGIN")


def measure(folder: Path) -> None:
    """Fill both clubs and print the table."""
    with closing(connect(folder / "bench.sqlite")) as tx:
        sizes = {SMALL: (10, 200), LARGE: (5_000, 100_000)}
        tx.execute("BEGIN")
        for club_id, (members, number) in sizes.items():
            fill(tx, club_id, members, number)
        _commit(tx)
        plain = {club_id: log_ms(tx, club_id, folder) for club_id in sizes}
        challenge = begin(tx, LARGE, 5_000, 0)
        _commit(tx)
        number = challenge.challenge_id
        recounting.outdate(tx, challenge)
        recount = best_ms(lambda: recounting.count(tx, number))
        found = recounting.count(tx, number)
        assert found is not None
        kept = best_ms(lambda: recounting.keep(tx, found, now=NOW), times=1)
        floor = best_ms(lambda: tx.execute(_FLOOR, (LARGE,)).fetchone())
        pure = best_ms(lambda: one_by_one(tx, challenge), times=3)
        card = best_ms(lambda: standing.show(tx, LARGE, challenge.challenge_id, now=NOW))
        one = log_ms(tx, LARGE, folder)
        cancel(tx, [challenge])
        full = {}
        for club_id, (members, _) in sizes.items():
            begun = [begin(tx, club_id, members, number) for number in range(LIVE)]
            _commit(tx)
            full[club_id] = log_ms(tx, club_id, folder)
            cancel(tx, begun)
            _commit(tx)
        tx.execute("ROLLBACK")
    print("challenges                                      ms      goal")
    print(f"  reading 100,000 runs of 5,000 members      {floor:6.0f}    the floor")
    print(f"  counting them, with every cap              {recount:6.0f}    <= 150")
    print(f"  the same by the rules, run by run          {pure:6.0f}")
    print(f"  keeping it, in the writers' turn           {kept:6.0f}")
    print(f"  what a card needs, 5,000 members           {card:6.1f}")
    print(f"  one challenge adds to a log                {one - plain[LARGE]:6.2f}")
    for club_id, (members, _) in sizes.items():
        added = full[club_id] - plain[club_id]
        print(f"  25 add to a log, {members:5,} participants       {added:6.2f}    <= 3.00")


def main() -> None:
    """Measure in the folder named, or in a temporary one."""
    place = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        measure(Path(folder))


if __name__ == "__main__":
    main()
