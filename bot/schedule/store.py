"""The SQL of plans: when what of whom is due next."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from bot import almanac
from bot.almanac import Weeks
from bot.schedule.model import Plan, Scheduled


def find(tx: sqlite3.Connection, kind: str, club_id: int, owner_id: int) -> Scheduled | None:
    """The owner's plan of that kind, or None when there never was one."""
    row = tx.execute(
        "SELECT * FROM schedules WHERE club_id = ? AND kind = ? AND owner_id = ?",
        (club_id, kind, owner_id),
    ).fetchone()
    return scheduled_of(row) if row else None


def of_club(tx: sqlite3.Connection, club_id: int) -> list[Scheduled]:
    """The plans of a club itself, without those of its members."""
    rows = tx.execute("SELECT * FROM schedules WHERE club_id = ? AND member_id IS NULL", (club_id,))
    return [scheduled_of(row) for row in rows]


def insert(
    tx: sqlite3.Connection,
    kind: str,
    club_id: int,
    owner_id: int,
    member_id: int | None,
    plan: Plan,
    *,
    at: datetime,
) -> int:
    """A new plan, of which nothing is next yet; gives its number."""
    cursor = tx.execute(
        "INSERT INTO schedules (kind, club_id, owner_id, member_id, every, weekdays, day, at, zone,"
        " week_turns, active, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
        (kind, club_id, owner_id, member_id, *_plan_columns(plan), almanac.to_ms(at)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def update(
    tx: sqlite3.Connection, schedule_id: int, plan: Plan, *, active: bool, at: datetime
) -> None:
    """The owner chose anew."""
    tx.execute(
        "UPDATE schedules SET every = ?, weekdays = ?, day = ?, at = ?, zone = ?, week_turns = ?,"
        " active = ?, changed_at = ? WHERE schedule_id = ?",
        (*_plan_columns(plan), active, almanac.to_ms(at), schedule_id),
    )


def set_next(
    tx: sqlite3.Connection,
    schedule_id: int,
    key: date | None,
    due_at: datetime | None,
    wake_at: datetime | None,
) -> None:
    """What comes next, and when the ledger has something to do for it."""
    tx.execute(
        "UPDATE schedules SET next_key = ?, due_at = ?, wake_at = ? WHERE schedule_id = ?",
        (key.isoformat() if key else None, ms_of(due_at), ms_of(wake_at), schedule_id),
    )


def set_wake(tx: sqlite3.Connection, schedule_id: int, wake_at: datetime | None) -> None:
    """When the ledger next has something to do."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE schedule_id = ?", (ms_of(wake_at), schedule_id)
    )


def delete(tx: sqlite3.Connection, schedule_id: int) -> None:
    """The plan and its occurrences."""
    tx.execute("DELETE FROM schedules WHERE schedule_id = ?", (schedule_id,))


def first_awake(tx: sqlite3.Connection, now: datetime, busy: Collection[int]) -> Scheduled | None:
    """The plan that waits longest for something to be done, of lanes that are not `busy`."""
    places = ", ".join("?" * len(busy))
    row = tx.execute(
        "SELECT * FROM schedules WHERE wake_at <= ?"
        f" AND coalesce(member_id, club_id) NOT IN ({places}) ORDER BY wake_at, schedule_id LIMIT 1",
        (almanac.to_ms(now), *busy),
    ).fetchone()
    return scheduled_of(row) if row else None


def awake_in_club(tx: sqlite3.Connection, club_id: int, now: datetime) -> list[Scheduled]:
    """The club's own plans for which there is something to do, in the order of their waking."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE club_id = ? AND member_id IS NULL AND wake_at <= ?"
        " ORDER BY wake_at, schedule_id",
        (club_id, almanac.to_ms(now)),
    )
    return [scheduled_of(row) for row in rows]


def next_wake(tx: sqlite3.Connection) -> datetime | None:
    """The earliest instant at which there is something to do for any plan."""
    row = tx.execute(
        "SELECT wake_at FROM schedules WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1"
    ).fetchone()
    return almanac.from_ms(row["wake_at"]) if row else None


def waking_after(tx: sqlite3.Connection, every: str, instant: datetime) -> list[Scheduled]:
    """Plans of one sort that sleep beyond an instant."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE wake_at > ? AND every = ?", (almanac.to_ms(instant), every)
    )
    return [scheduled_of(row) for row in rows]


def begun_ahead(tx: sqlite3.Connection, now: datetime) -> list[Scheduled]:
    """Plans with an occurrence that has begun though it is yet to be due."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE schedule_id IN (SELECT schedule_id FROM occurrences"
        " WHERE ended_at IS NULL AND due_at > ?)",
        (almanac.to_ms(now),),
    )
    return [scheduled_of(row) for row in rows]


def single_without_end(tx: sqlite3.Connection) -> list[Scheduled]:
    """Plans for one day that are past it, though nothing says what became of it."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE every = 'once' AND active = 1 AND next_key IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM occurrences"
        " WHERE occurrences.schedule_id = schedules.schedule_id AND key = day)"
    )
    return [scheduled_of(row) for row in rows]


def schedule_with_claim(
    tx: sqlite3.Connection, occurrence_id: int, attempts: int
) -> Scheduled | None:
    """The plan of an occurrence that is claimed with this very try; None when it is not any more."""
    row = tx.execute(
        "SELECT schedules.* FROM occurrences JOIN schedules USING (schedule_id)"
        " WHERE occurrence_id = ? AND attempts = ? AND state = 'claimed'",
        (occurrence_id, attempts),
    ).fetchone()
    return scheduled_of(row) if row else None


def wake_held(
    tx: sqlite3.Connection, now: datetime, *, club_id: int | None, member_id: int | None
) -> None:
    """What is held back, of a club or of a member, is to be looked at now."""
    tx.execute(
        "UPDATE schedules SET wake_at = ?1 WHERE (club_id = ?2 OR member_id = ?3) AND wake_at > ?1"
        " AND EXISTS (SELECT 1 FROM occurrences WHERE occurrences.schedule_id ="
        " schedules.schedule_id AND ended_at IS NULL AND held_until > ?1)",
        (almanac.to_ms(now), club_id, member_id),
    )


def of_member(tx: sqlite3.Connection, member_id: int) -> list[Scheduled]:
    """The plans of a member's own."""
    rows = tx.execute("SELECT * FROM schedules WHERE member_id = ?", (member_id,))
    return [scheduled_of(row) for row in rows]


def wake_far_retries(
    tx: sqlite3.Connection, now: datetime, beyond: datetime, *, held_beyond: datetime
) -> None:
    """No try that waits, waits beyond an instant: the clock jumped back under it. What is held back may wait longer."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE wake_at > ? AND EXISTS (SELECT 1 FROM occurrences"
        " WHERE occurrences.schedule_id = schedules.schedule_id AND ended_at IS NULL"
        " AND NOT (coalesce(held_until, 0) = wake_at AND wake_at <= ?))",
        (almanac.to_ms(now), almanac.to_ms(beyond), almanac.to_ms(held_beyond)),
    )


def _plan_columns(plan: Plan) -> Sequence[str | None]:
    return (
        plan.every,
        "".join(map(str, sorted(plan.weekdays))),
        plan.day.isoformat() if plan.day else None,
        plan.at.isoformat("minutes"),
        plan.zone,
        " ".join(turn.isoformat() for turn in plan.weeks.turns),
    )


def scheduled_of(row: sqlite3.Row) -> Scheduled:
    """The plan in a whole row of `schedules`."""
    return Scheduled(
        schedule_id=row["schedule_id"],
        kind=row["kind"],
        club_id=row["club_id"],
        owner_id=row["owner_id"],
        member_id=row["member_id"],
        plan=Plan(
            every=row["every"],
            at=time.fromisoformat(row["at"]),
            zone=row["zone"],
            weekdays=frozenset(map(int, row["weekdays"])),
            day=date.fromisoformat(row["day"]) if row["day"] else None,
            weeks=Weeks(tuple(map(date.fromisoformat, row["week_turns"].split()))),
        ),
        active=bool(row["active"]),
        key=date.fromisoformat(row["next_key"]) if row["next_key"] else None,
        due_at=instant_of(row["due_at"]),
        wake_at=instant_of(row["wake_at"]),
    )


def ms_of(instant: datetime | None) -> int | None:
    """Milliseconds since 1970, or None for no instant."""
    return None if instant is None else almanac.to_ms(instant)


def instant_of(milliseconds: int | None) -> datetime | None:
    """The instant so many milliseconds after 1970 began, or None for none."""
    return None if milliseconds is None else almanac.from_ms(milliseconds)


def clubs_of_member(tx: sqlite3.Connection, member_id: int) -> list[int]:
    """The clubs in which a member has plans of their own."""
    rows = tx.execute(
        "SELECT DISTINCT club_id FROM schedules WHERE member_id = ? ORDER BY club_id", (member_id,)
    )
    return [row["club_id"] for row in rows]


def members_with(
    tx: sqlite3.Connection, kind: str, club_id: int, *, after: int, limit: int
) -> list[int]:
    """Members who have a plan of that kind in a club, and have it on: so many, by id, those behind one."""
    rows = tx.execute(
        "SELECT owner_id FROM schedules WHERE club_id = ? AND kind = ? AND owner_id > ?"
        " AND active = 1 AND member_id IS NOT NULL ORDER BY owner_id LIMIT ?",
        (club_id, kind, after, limit),
    )
    return [row["owner_id"] for row in rows]
