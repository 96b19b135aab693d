"""The SQL of runs: stored, changed, found again and picked from; what they come to is in `history.py`."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot import almanac
from bot.runs.model import VOID, Draft, Pick, Run, Sought, StoredPost

_RUN = (
    "run_id, post_id, club_id, member_id, day, distance_m, duration_s, kind, note, private,"
    " logged_at, withdrawn_at, position, by_hand, withdrawn_by, voided_at"
)


def insert_run(
    tx: sqlite3.Connection, post: StoredPost, position: int, draft: Draft, *, logged_at: int
) -> Run:
    """Stores one run of a post."""
    cursor = tx.execute(
        "INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
        " kind, note, private, logged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            post.post_id,
            position,
            post.club_id,
            post.member_id,
            draft.day.isoformat(),
            draft.distance_m,
            draft.duration_s,
            draft.kind,
            draft.note,
            post.private,
            logged_at,
        ),
    )
    assert cursor.lastrowid is not None
    return Run(
        run_id=cursor.lastrowid,
        post_id=post.post_id,
        club_id=post.club_id,
        member_id=post.member_id,
        day=draft.day,
        distance_m=draft.distance_m,
        duration_s=draft.duration_s,
        kind=draft.kind,
        note=draft.note,
        private=post.private,
        logged_at=almanac.from_ms(logged_at),
        withdrawn_at=None,
        position=position,
    )


def twin_of(tx: sqlite3.Connection, post: StoredPost, draft: Draft) -> int | None:
    """When a run with the same day, distance and time was logged by another post of the same member, or None.

    For a public post, by another public one.
    """
    row = tx.execute(
        "SELECT max(logged_at) FROM runs WHERE club_id = ? AND member_id = ? AND day = ?"
        " AND distance_m = ? AND duration_s = ? AND private <= ? AND withdrawn_at IS NULL"
        " AND post_id != ?",
        (
            post.club_id,
            post.member_id,
            draft.day.isoformat(),
            draft.distance_m,
            draft.duration_s,
            post.private,
            post.post_id,
        ),
    ).fetchone()
    return None if row is None else row[0]


def set_positions(tx: sqlite3.Connection, places: Mapping[int, int]) -> None:
    """Run -> its place in its post; no two runs of a post may share one, not even on the way."""
    for sign in (-1, 1):
        tx.executemany(
            "UPDATE runs SET position = ? WHERE run_id = ?",
            [(place if sign > 0 else -1 - place, run_id) for run_id, place in places.items()],
        )


def update_run(
    tx: sqlite3.Connection, run_id: int, draft: Draft, *, by_hand: frozenset[str]
) -> None:
    """Changes the figures of a run; `by_hand` are the fields that its message no longer decides."""
    figures = (draft.day.isoformat(), draft.distance_m, draft.duration_s, draft.kind, draft.note)
    tx.execute(
        "UPDATE runs SET day = ?, distance_m = ?, duration_s = ?, kind = ?, note = ?, by_hand = ?"
        " WHERE run_id = ?",
        (*figures, " ".join(sorted(by_hand)), run_id),
    )


def set_withdrawn(
    tx: sqlite3.Connection, run_id: int, at: int | None, *, by: str | None = None
) -> None:
    """Hides a run from everything and says why, or with None brings it back."""
    is_void = by == VOID
    tx.execute(
        "UPDATE runs SET withdrawn_at = ?, withdrawn_by = ?, voided_at = ? WHERE run_id = ?",
        (at, None if is_void else by, at if is_void else None, run_id),
    )


def set_gone_by(tx: sqlite3.Connection, run_id: int, by: str | None) -> None:
    """Notes of a void run what would hide it besides."""
    tx.execute(
        "UPDATE runs SET withdrawn_by = ? WHERE run_id = ? AND voided_at IS NOT NULL", (by, run_id)
    )


def run_of(tx: sqlite3.Connection, club_id: int | None, member_id: int, run_id: int) -> Run | None:
    """That member's run in that club (None: in any), withdrawn or not, or None."""
    row = tx.execute(
        f"SELECT {_RUN} FROM runs WHERE run_id = ? AND member_id = ? AND club_id = ifnull(?, club_id)",
        (run_id, member_id, club_id),
    ).fetchone()
    return _run(row) if row else None


def runs_of_post(tx: sqlite3.Connection, post_id: int) -> tuple[Run, ...]:
    """The runs of a post that are not withdrawn, in the order they were told."""
    rows = tx.execute(
        f"SELECT {_RUN} FROM runs WHERE post_id = ? AND withdrawn_at IS NULL ORDER BY position",
        (post_id,),
    )
    return tuple(map(_run, rows))


def all_runs_of_post(tx: sqlite3.Connection, post_id: int) -> list[Run]:
    """The runs of a post, withdrawn ones too, in the order they were told."""
    rows = tx.execute(f"SELECT {_RUN} FROM runs WHERE post_id = ? ORDER BY position", (post_id,))
    return [_run(row) for row in rows]


def runs_between(
    tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date, *, limit: int
) -> list[Run]:
    """The member's runs from `first` to `last`, newest first."""
    rows = tx.execute(
        f"SELECT {_RUN} FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ?"
        " AND withdrawn_at IS NULL ORDER BY day DESC, run_id DESC LIMIT ?",
        (club_id, member_id, first.isoformat(), last.isoformat(), limit),
    )
    return [_run(row) for row in rows]


def picks(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int | None,
    sought: Sequence[Sought],
    *,
    unit_m: float,
) -> Iterator[Pick]:
    """Runs that may hold all that is sought, the newest first: a member's own, or with None the public ones."""
    ours = "private = 0" if member_id is None else "member_id = :member"
    values: dict[str, object] = {"club": club_id, "member": member_id, "unit": unit_m}
    # Figures are dear to word: what else rules a run out is asked before, the longest figure first.
    dear = sorted(sought, key=lambda word: (word.figure is not None, -len(word.figure or "")))
    tests = [_test(at, word, values) for at, word in enumerate(dear)]
    # Bare tuples cost half of named rows.
    cursor = tx.cursor()
    cursor.row_factory = None
    return cursor.execute(
        "SELECT run_id, member_id, day, distance_m, duration_s, kind IS 'volunteer' FROM runs"
        " WHERE club_id = :club"
        f" AND {' AND '.join([ours, *tests])} AND withdrawn_at IS NULL ORDER BY day DESC, run_id DESC",
        values,
    )


def _test(at: int, word: Sought, values: dict[str, object]) -> str:
    """The condition under which a run may hold a word; its values join the others."""
    if word.any_figures:
        return "1"
    tests = []
    if word.days:
        values[f"days{at}"] = json.dumps(word.days)
        tests.append(f"day IN (SELECT value FROM json_each(:days{at}))")
    if word.member_ids:
        values[f"members{at}"] = json.dumps(word.member_ids)
        tests.append(f"member_id IN (SELECT value FROM json_each(:members{at}))")
    if word.no_figures:
        tests.append("distance_m IS NULL AND duration_s IS NULL")
    if word.helped:
        tests.append("kind IS 'volunteer'")
    if word.figure:
        values[f"figure{at}"] = word.figure
        tests.append(f"instr({_figures_in(word.figure)}, :figure{at}) > 0")
    return f"({' OR '.join(tests) or '0'})"


def _figures_in(word: str) -> str:
    """The figures of a run in which a word may stand: a colon is only in times, a point in none."""
    if ":" in word:
        return _TIME
    if "." in word:
        return "printf('%.2f', distance_m / :unit)"
    return f"printf('%d %.2f', distance_m, distance_m / :unit) || {_TIME}"


_TIME = "printf(' %d:%02d:%02d', duration_s / 3600, duration_s / 60 % 60, duration_s % 60)"


def first_and_last_day(
    tx: sqlite3.Connection, club_id: int, member_id: int | None
) -> tuple[date, date] | None:
    """Between which days somebody in the club, or that member, ran; None when they never did."""
    ours = "" if member_id is None else " AND member_id = :member"
    runs = f"FROM runs WHERE club_id = :club{ours} AND withdrawn_at IS NULL"
    # Each by itself is the first or last entry of an index; both in one question would read it all.
    first, last = tx.execute(
        f"SELECT (SELECT min(day) {runs}), (SELECT max(day) {runs})",
        {"club": club_id, "member": member_id},
    ).fetchone()
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else None


def run_in(tx: sqlite3.Connection, club_id: int, run_id: int) -> Run | None:
    """The run in that club, whoever ran it, withdrawn or not, or None."""
    row = tx.execute(
        f"SELECT {_RUN} FROM runs WHERE run_id = ? AND club_id = ?", (run_id, club_id)
    ).fetchone()
    return _run(row) if row else None


def withdrawn_runs(
    tx: sqlite3.Connection, club_id: int, member_id: int, *, since: int, limit: int
) -> list[Run]:
    """The member's runs taken back since an instant, the last taken back first."""
    rows = tx.execute(
        f"SELECT {_RUN} FROM runs WHERE club_id = ? AND member_id = ? AND withdrawn_at >= ?"
        " AND voided_at IS NULL ORDER BY withdrawn_at DESC, run_id DESC LIMIT ?",
        (club_id, member_id, since, limit),
    )
    return [_run(row) for row in rows]


def purge_withdrawn(tx: sqlite3.Connection, *, before: int) -> int:
    """Deletes runs taken back before an instant, and posts left without any; gives how many runs."""
    gone = tx.execute("DELETE FROM runs WHERE withdrawn_at < ? RETURNING post_id", (before,))
    post_ids = [row[0] for row in gone]
    tx.executemany(
        "DELETE FROM posts WHERE post_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.post_id = posts.post_id)",
        [(post_id,) for post_id in set(post_ids)],
    )
    return len(post_ids)


def _run(row: sqlite3.Row) -> Run:
    return Run(
        run_id=row["run_id"],
        post_id=row["post_id"],
        club_id=row["club_id"],
        member_id=row["member_id"],
        day=date.fromisoformat(row["day"]),
        distance_m=row["distance_m"],
        duration_s=row["duration_s"],
        kind=row["kind"],
        note=row["note"],
        private=bool(row["private"]),
        logged_at=almanac.from_ms(row["logged_at"]),
        withdrawn_at=None if row["withdrawn_at"] is None else almanac.from_ms(row["withdrawn_at"]),
        position=row["position"],
        by_hand=frozenset(row["by_hand"].split()),
        withdrawn_by=VOID if row["voided_at"] is not None else row["withdrawn_by"],
        gone_by=row["withdrawn_by"] if row["voided_at"] is not None else None,
    )
