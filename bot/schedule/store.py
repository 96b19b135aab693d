"""The SQL of plans and occurrences."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from bot import almanac
from bot.almanac import Weeks
from bot.schedule.model import Ended, Occurrence, Plan, Scheduled, Sent

_ENDED = (
    "SELECT occurrence_id, kind, club_id, owner_id, key, state, reason, occurrences.due_at,"
    " coalesce(ended_at, wake_at, occurrences.due_at) AS at, channel_id, message_id, digest"
    " FROM occurrences JOIN schedules USING (schedule_id)"
)


def find(tx: sqlite3.Connection, kind: str, club_id: int, owner_id: int) -> Scheduled | None:
    """The owner's plan of that kind, or None when there never was one."""
    row = tx.execute(
        "SELECT * FROM schedules WHERE club_id = ? AND kind = ? AND owner_id = ?",
        (club_id, kind, owner_id),
    ).fetchone()
    return _scheduled(row) if row else None


def of_club(tx: sqlite3.Connection, club_id: int) -> list[Scheduled]:
    """The plans of a club itself, without those of its members."""
    rows = tx.execute("SELECT * FROM schedules WHERE club_id = ? AND member_id IS NULL", (club_id,))
    return [_scheduled(row) for row in rows]


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
        (key.isoformat() if key else None, _ms(due_at), _ms(wake_at), schedule_id),
    )


def set_wake(tx: sqlite3.Connection, schedule_id: int, wake_at: datetime | None) -> None:
    """When the ledger next has something to do."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE schedule_id = ?", (_ms(wake_at), schedule_id)
    )


def delete(tx: sqlite3.Connection, schedule_id: int) -> None:
    """The plan and its occurrences."""
    tx.execute("DELETE FROM schedules WHERE schedule_id = ?", (schedule_id,))


def first_awake(tx: sqlite3.Connection, now: datetime, busy: Collection[int]) -> Scheduled | None:
    """The plan that waits longest for something to be done, of lanes that are not `busy`."""
    marks = ", ".join("?" * len(busy))
    row = tx.execute(
        "SELECT * FROM schedules WHERE wake_at <= ?"
        f" AND coalesce(member_id, club_id) NOT IN ({marks}) ORDER BY wake_at, schedule_id LIMIT 1",
        (almanac.to_ms(now), *busy),
    ).fetchone()
    return _scheduled(row) if row else None


def awake_in_club(tx: sqlite3.Connection, club_id: int, now: datetime) -> list[Scheduled]:
    """The club's own plans for which there is something to do, in the order of their waking."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE club_id = ? AND member_id IS NULL AND wake_at <= ?"
        " ORDER BY wake_at, schedule_id",
        (club_id, almanac.to_ms(now)),
    )
    return [_scheduled(row) for row in rows]


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
    return [_scheduled(row) for row in rows]


def begun_ahead(tx: sqlite3.Connection, now: datetime) -> list[Scheduled]:
    """Plans with an occurrence that has begun though it is yet to be due."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE schedule_id IN (SELECT schedule_id FROM occurrences"
        " WHERE ended_at IS NULL AND due_at > ?)",
        (almanac.to_ms(now),),
    )
    return [_scheduled(row) for row in rows]


def single_without_end(tx: sqlite3.Connection) -> list[Scheduled]:
    """Plans for one day that are past it, though nothing says what became of it."""
    rows = tx.execute(
        "SELECT * FROM schedules WHERE every = 'once' AND active = 1 AND next_key IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM occurrences"
        " WHERE occurrences.schedule_id = schedules.schedule_id AND key = day)"
    )
    return [_scheduled(row) for row in rows]


def open_of(tx: sqlite3.Connection, schedule: Scheduled) -> Occurrence | None:
    """The occurrence of a plan that has begun and not ended, or None."""
    row = tx.execute(
        "SELECT * FROM occurrences WHERE schedule_id = ? AND ended_at IS NULL",
        (schedule.schedule_id,),
    ).fetchone()
    return _occurrence(schedule, row) if row else None


def has(tx: sqlite3.Connection, schedule_id: int, key: date) -> bool:
    """Whether the ledger knows the occurrence by that key."""
    row = tx.execute(
        "SELECT 1 FROM occurrences WHERE schedule_id = ? AND key = ?",
        (schedule_id, key.isoformat()),
    ).fetchone()
    return row is not None


def begin(tx: sqlite3.Connection, schedule: Scheduled, *, now: datetime) -> Occurrence:
    """The next occurrence of a plan, claimed."""
    assert schedule.key is not None and schedule.due_at is not None
    row = tx.execute(
        "INSERT INTO occurrences (schedule_id, member_id, key, last, due_at, state, attempts,"
        " maybe_sent, since) VALUES (?, ?, ?, ?, ?, 'claimed', 1, 0, ?) RETURNING *",
        (
            schedule.schedule_id,
            schedule.member_id,
            schedule.key.isoformat(),
            schedule.plan.last(schedule.key).isoformat(),
            almanac.to_ms(schedule.due_at),
            almanac.to_ms(now),
        ),
    ).fetchone()
    return _occurrence(schedule, row)


def claim_again(tx: sqlite3.Connection, schedule: Scheduled, occurrence: Occurrence) -> Occurrence:
    """One more try; an earlier claim that nobody ended may have sent something."""
    row = tx.execute(
        "UPDATE occurrences SET attempts = attempts + 1, maybe_sent = max(maybe_sent,"
        " state = 'claimed'), state = 'claimed' WHERE occurrence_id = ? RETURNING *",
        (occurrence.occurrence_id,),
    ).fetchone()
    return _occurrence(schedule, row)


def note_skipped(
    tx: sqlite3.Connection, schedule: Scheduled, reason: str, *, now: datetime
) -> None:
    """The next occurrence of a plan ends before it began."""
    assert schedule.key is not None and schedule.due_at is not None
    tx.execute(
        "INSERT OR IGNORE INTO occurrences (schedule_id, member_id, key, last, due_at, state, reason,"
        " attempts, maybe_sent, since, ended_at) VALUES (?, ?, ?, ?, ?, 'skipped', ?, 0, 0, ?, ?)",
        (
            schedule.schedule_id,
            schedule.member_id,
            schedule.key.isoformat(),
            schedule.plan.last(schedule.key).isoformat(),
            almanac.to_ms(schedule.due_at),
            reason,
            almanac.to_ms(now),
            almanac.to_ms(now),
        ),
    )


def end(
    tx: sqlite3.Connection,
    occurrence_id: int,
    state: str,
    *,
    now: datetime,
    reason: str | None = None,
    message: Sent | None = None,
) -> None:
    """The occurrence ended; `message` is what was sent."""
    sent = (message.channel_id, message.message_id, message.digest) if message else (None,) * 3
    tx.execute(
        "UPDATE occurrences SET state = ?, reason = ?, ended_at = ?, channel_id = ?, message_id = ?,"
        " digest = ? WHERE occurrence_id = ?",
        (state, reason, almanac.to_ms(now), *sent, occurrence_id),
    )


def set_digest(tx: sqlite3.Connection, occurrence_id: int, digest: str) -> None:
    """What was posted was corrected."""
    tx.execute("UPDATE occurrences SET digest = ? WHERE occurrence_id = ?", (digest, occurrence_id))


def postpone(tx: sqlite3.Connection, occurrence_id: int, reason: str, *, maybe_sent: bool) -> None:
    """The occurrence waits for its next try."""
    tx.execute(
        "UPDATE occurrences SET state = 'due', reason = ?, maybe_sent = max(maybe_sent, ?)"
        " WHERE occurrence_id = ?",
        (reason, maybe_sent, occurrence_id),
    )


def schedule_with_claim(
    tx: sqlite3.Connection, occurrence_id: int, attempts: int
) -> Scheduled | None:
    """The plan of an occurrence that is claimed with this very try; None when it is not any more."""
    row = tx.execute(
        "SELECT schedules.* FROM occurrences JOIN schedules USING (schedule_id)"
        " WHERE occurrence_id = ? AND attempts = ? AND state = 'claimed'",
        (occurrence_id, attempts),
    ).fetchone()
    return _scheduled(row) if row else None


def release_claims(tx: sqlite3.Connection, now: datetime) -> None:
    """What a process that is no more had claimed is to be looked at now."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE schedule_id IN"
        " (SELECT schedule_id FROM occurrences WHERE ended_at IS NULL AND state = 'claimed')",
        (almanac.to_ms(now),),
    )


def wake_far_retries(tx: sqlite3.Connection, now: datetime, beyond: datetime) -> None:
    """No try that waits, waits beyond an instant: the clock jumped back under it."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE wake_at > ? AND EXISTS (SELECT 1 FROM occurrences"
        " WHERE occurrences.schedule_id = schedules.schedule_id AND ended_at IS NULL)",
        (almanac.to_ms(now), almanac.to_ms(beyond)),
    )


def delete_missed_after(tx: sqlite3.Connection, reason: str, now: datetime) -> None:
    """What is noted as missed and yet to come was not missed: the clock jumped back."""
    tx.execute(
        "DELETE FROM occurrences WHERE state = 'skipped' AND reason = ? AND due_at > ?",
        (reason, almanac.to_ms(now)),
    )


def ended_since(tx: sqlite3.Connection, kind: str, instant: datetime) -> list[Ended]:
    """What of a kind ended at an instant or later, the earliest first."""
    rows = tx.execute(
        f"{_ENDED} WHERE ended_at >= ? AND kind = ? ORDER BY ended_at, occurrence_id",
        (almanac.to_ms(instant), kind),
    )
    return [_ended(row) for row in rows]


def kinds_ended_since(tx: sqlite3.Connection, instant: datetime) -> list[str]:
    """The kinds of what was sent at an instant or later."""
    rows = tx.execute(
        "SELECT DISTINCT kind FROM occurrences JOIN schedules USING (schedule_id)"
        " WHERE ended_at >= ? AND state = 'sent' ORDER BY kind",
        (almanac.to_ms(instant),),
    )
    return [row["kind"] for row in rows]


def of_message(tx: sqlite3.Connection, message_id: int) -> list[Ended]:
    """What one message was sent for, in order."""
    rows = tx.execute(f"{_ENDED} WHERE message_id = ? ORDER BY occurrence_id", (message_id,))
    return [_ended(row) for row in rows]


def noted_of_club(tx: sqlite3.Connection, club_id: int, limit: int) -> list[Ended]:
    """What of a club's own was not sent, or waits, the last first."""
    rows = tx.execute(
        f"{_ENDED} WHERE club_id = ? AND schedules.member_id IS NULL AND state != 'sent'"
        " ORDER BY occurrences.due_at DESC, occurrence_id DESC LIMIT ?",
        (club_id, limit),
    )
    return [_ended(row) for row in rows]


def occurrence(tx: sqlite3.Connection, occurrence_id: int) -> Occurrence | None:
    """An occurrence by its number, or None."""
    row = tx.execute(
        "SELECT * FROM occurrences WHERE occurrence_id = ?", (occurrence_id,)
    ).fetchone()
    if row is None:
        return None
    schedule = tx.execute(
        "SELECT * FROM schedules WHERE schedule_id = ?", (row["schedule_id"],)
    ).fetchone()
    return _occurrence(_scheduled(schedule), row)


def purge(tx: sqlite3.Connection, before: datetime, *, kept: int) -> None:
    """Deletes what ended before an instant, but never the last `kept` sent of a plan."""
    tx.execute(
        "DELETE FROM occurrences WHERE ended_at < ? AND EXISTS (SELECT 1 FROM occurrences AS newer"
        " WHERE newer.schedule_id = occurrences.schedule_id AND newer.key > occurrences.key"
        " AND newer.state = 'sent' LIMIT 1 OFFSET ?)",
        (almanac.to_ms(before), kept - 1),
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


def _scheduled(row: sqlite3.Row) -> Scheduled:
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
        due_at=_instant(row["due_at"]),
        wake_at=_instant(row["wake_at"]),
    )


def _occurrence(schedule: Scheduled, row: sqlite3.Row) -> Occurrence:
    return Occurrence(
        occurrence_id=row["occurrence_id"],
        kind=schedule.kind,
        club_id=schedule.club_id,
        owner_id=schedule.owner_id,
        member_id=schedule.member_id,
        key=date.fromisoformat(row["key"]),
        last=date.fromisoformat(row["last"]),
        due_at=almanac.from_ms(row["due_at"]),
        attempts=row["attempts"],
        since=almanac.from_ms(row["since"]),
        maybe_sent=bool(row["maybe_sent"]),
        ended_at=_instant(row["ended_at"]),
    )


def _ended(row: sqlite3.Row) -> Ended:
    return Ended(
        occurrence_id=row["occurrence_id"],
        kind=row["kind"],
        club_id=row["club_id"],
        owner_id=row["owner_id"],
        key=date.fromisoformat(row["key"]),
        state=row["state"],
        reason=row["reason"],
        due_at=almanac.from_ms(row["due_at"]),
        at=almanac.from_ms(row["at"]),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        digest=row["digest"],
    )


def _ms(instant: datetime | None) -> int | None:
    return None if instant is None else almanac.to_ms(instant)


def _instant(milliseconds: int | None) -> datetime | None:
    return None if milliseconds is None else almanac.from_ms(milliseconds)


def clubs_of_member(tx: sqlite3.Connection, member_id: int) -> list[int]:
    """The clubs in which a member has plans of their own."""
    rows = tx.execute(
        "SELECT DISTINCT club_id FROM schedules WHERE member_id = ? ORDER BY club_id", (member_id,)
    )
    return [row["club_id"] for row in rows]
