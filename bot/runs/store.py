"""The SQL of runs."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot import almanac
from bot.runs.model import VOID, Draft, Figures, Measure, Pick, Run, Sought, StoredPost, Totals

_RUN = (
    "run_id, post_id, club_id, member_id, day, distance_m, duration_s, kind, note, private,"
    " logged_at, withdrawn_at, position, by_hand, withdrawn_by, voided_at"
)
_COUNTED = "run_id, post_id, member_id, day, distance_m, duration_s, kind, private, logged_at"


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


def totals(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    first: date,
    last: date,
    *,
    public_only: bool,
) -> Totals:
    """Metres and number of the member's runs from `first` to `last`, and how often they helped out."""
    metres, logged, helped = tx.execute(
        "SELECT coalesce(sum(distance_m), 0), count(*), coalesce(sum(kind IS 'volunteer'), 0)"
        " FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ? AND private <= ?"
        " AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat(), 0 if public_only else 1),
    ).fetchone()
    return Totals(metres, logged - helped, helped)


def is_only(tx: sqlite3.Connection, run: Run) -> bool:
    """Whether the member has no other run in the club that is as public as this one."""
    two = tx.execute(
        "SELECT 1 FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL LIMIT 2",
        (run.club_id, run.member_id, run.private),
    ).fetchall()
    return len(two) < 2


def figures_of(
    tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date
) -> list[Figures]:
    """What counts of the member's runs from `first` to `last`."""
    rows = tx.execute(
        f"SELECT {_COUNTED} FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ?"
        " AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat()),
    )
    return [_figures(row) for row in rows]


def figures_of_club(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> list[Figures]:
    """What counts of everybody's runs from `first` to `last`."""
    rows = tx.execute(
        f"SELECT {_COUNTED} FROM runs WHERE club_id = ? AND day BETWEEN ? AND ?"
        " AND withdrawn_at IS NULL",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [_figures(row) for row in rows]


def added_up(
    tx: sqlite3.Connection,
    club_id: int,
    members: Iterable[tuple[int, date]],
    spans: Sequence[tuple[date, date]],
    measure: Measure,
    *,
    public_only: bool,
    apart: bool,
) -> list[tuple[int, date, int]]:
    """Member, first day of a span, and the sum of their runs of it where there is any; see the service."""
    of_day = _OF_DAY[measure.metric]
    statement = (_APART if apart else _TOGETHER).format(span=_OF_SPAN.format(of_day=of_day))
    caps = (measure.cap_run, measure.cap_day, measure.cap_span)
    cap_run, cap_day, cap_span = (_NO_CAP if cap is None else cap for cap in caps)
    rows = tx.execute(
        f"{_ASKED} {statement}",
        {
            "club_id": club_id,
            "members": json.dumps([(member, str(since)) for member, since in members]),
            "spans": json.dumps([(str(first), str(last)) for first, last in spans]),
            "kinds": json.dumps(measure.kinds) if measure.kinds else None,
            "private": 0 if public_only else 1,
            "cap_run": cap_run,
            "cap_day": cap_day,
            "cap_span": cap_span,
        },
    )
    return [(member, spans[place][0], amount) for member, place, amount in rows if amount]


_NO_CAP = 1 << 62
_OF_DAY = {
    "distance": "sum(min(distance_m, :cap_run))",
    "time": "sum(min(duration_s, :cap_run))",
    "runs": "sum(kind IS NOT 'volunteer')",
    "people": "max(kind IS NOT 'volunteer')",
    "days": "1",
}
# One look into the covering index for each member and span, which needs no sorting: 5,000 members with 100,000 runs
# take a tenth of a second, where GROUP BY member and week takes half of one.
_ASKED = """
WITH members (member_id, since) AS MATERIALIZED
        (SELECT value ->> 0, value ->> 1 FROM json_each(:members)),
    spans (place, first, last) AS MATERIALIZED
        (SELECT key, value ->> 0, value ->> 1 FROM json_each(:spans))
"""
_OF_SPAN = """
min(:cap_span, (
    SELECT sum(min(counted, :cap_day)) FROM (
        SELECT {of_day} AS counted FROM runs INDEXED BY runs_by_member_day
        WHERE club_id = :club_id AND member_id = m.member_id
            AND day BETWEEN max(s.first, m.since) AND s.last
            AND withdrawn_at IS NULL AND private <= :private
            AND (:kinds IS NULL OR coalesce(kind, '') IN (SELECT value FROM json_each(:kinds)))
        GROUP BY day)))
"""
_APART = "SELECT m.member_id, s.place, {span} FROM members AS m CROSS JOIN spans AS s"
_TOGETHER = "SELECT m.member_id, 0, (SELECT sum({span}) FROM spans AS s) FROM members AS m"


def runners(tx: sqlite3.Connection, club_id: int) -> list[int]:
    """Whoever has a run in the club: a look into the index for each, not one for each of their runs."""
    rows = tx.execute(
        "WITH RECURSIVE found (member_id) AS (SELECT min(member_id) FROM runs"
        "  WHERE club_id = ?1 AND withdrawn_at IS NULL"
        " UNION ALL SELECT (SELECT min(r.member_id) FROM runs AS r WHERE r.club_id = ?1"
        "  AND r.member_id > found.member_id AND r.withdrawn_at IS NULL)"
        "  FROM found WHERE found.member_id IS NOT NULL)"
        " SELECT member_id FROM found WHERE member_id IS NOT NULL",
        (club_id,),
    )
    return [row[0] for row in rows]


def private_runners(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> set[int]:
    """Whoever has a private run from `first` to `last`."""
    rows = tx.execute(
        "SELECT DISTINCT member_id FROM runs WHERE club_id = ? AND day BETWEEN ? AND ?"
        " AND private = 1 AND withdrawn_at IS NULL",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return {row[0] for row in rows}


def first_days(
    tx: sqlite3.Connection, club_id: int, member_id: int | None, *, public_only: bool
) -> dict[int, date]:
    """The day of the first run of that member, or (None) of each member, by id."""
    rows = tx.execute(
        "SELECT member_id, min(day) FROM runs WHERE club_id = ?1 AND private <= ?3"
        " AND kind IS NOT 'volunteer'"
        + (" AND member_id = ?2" if member_id is not None else " AND ?2 IS NULL")
        + " AND withdrawn_at IS NULL GROUP BY member_id",
        (club_id, member_id, 0 if public_only else 1),
    )
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def logged_since(tx: sqlite3.Connection, member_id: int, instant: int) -> bool:
    """Whether a run of the member counts that was logged at an instant or later."""
    row = tx.execute(
        "SELECT 1 FROM runs WHERE member_id = ? AND logged_at >= ? AND withdrawn_at IS NULL",
        (member_id, instant),
    ).fetchone()
    return row is not None


def last_day(tx: sqlite3.Connection, member_id: int) -> date | None:
    """The day of the member's last run in any club, or None."""
    (day,) = tx.execute(
        "SELECT max(day) FROM runs WHERE member_id = ? AND withdrawn_at IS NULL", (member_id,)
    ).fetchone()
    return date.fromisoformat(day) if day else None


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


def _figures(row: sqlite3.Row) -> Figures:
    run_id, post_id, member_id, day, distance_m, duration_s, kind, private, logged_at = row
    return Figures(
        run_id,
        post_id,
        member_id,
        date.fromisoformat(day),
        distance_m,
        duration_s,
        kind,
        private == 1,
        logged_at,
    )


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
