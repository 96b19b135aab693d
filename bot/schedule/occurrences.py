"""The SQL of occurrences: what was due, and what became of it."""

import sqlite3
from collections.abc import Collection
from datetime import date, datetime

from bot import almanac
from bot.schedule.model import Ended, Occurrence, Scheduled, Sent, Waits
from bot.schedule.store import instant_of, scheduled_of

_ENDED = (
    "SELECT occurrence_id, kind, club_id, owner_id, key, state, reason, occurrences.due_at,"
    " coalesce(ended_at, wake_at, occurrences.due_at) AS at, channel_id, message_id, digest"
    " FROM occurrences JOIN schedules USING (schedule_id)"
)


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


def waits(tx: sqlite3.Connection, schedule_id: int, key: date) -> bool:
    """Whether the occurrence by that key waits for its next try, and surely has not arrived."""
    row = tx.execute(
        "SELECT 1 FROM occurrences WHERE schedule_id = ? AND key = ? AND state = 'due'"
        " AND maybe_sent = 0",
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
    direct: bool = False,
) -> None:
    """The occurrence ended; `message` is what was sent, `direct` says that it came, or may have, to a member alone."""
    sent = (message.channel_id, message.message_id, message.digest) if message else (None,) * 3
    tx.execute(
        "UPDATE occurrences SET state = ?, reason = ?, ended_at = ?, channel_id = ?, message_id = ?,"
        " digest = ?, direct = max(direct, ?) WHERE occurrence_id = ?",
        (
            state,
            reason,
            almanac.to_ms(now),
            *sent,
            direct,
            occurrence_id,
        ),
    )


def delete(tx: sqlite3.Connection, occurrence_id: int) -> None:
    """The occurrence never began."""
    tx.execute("DELETE FROM occurrences WHERE occurrence_id = ?", (occurrence_id,))


def set_digest(tx: sqlite3.Connection, occurrence_id: int, digest: str) -> None:
    """What was posted was corrected."""
    tx.execute("UPDATE occurrences SET digest = ? WHERE occurrence_id = ?", (digest, occurrence_id))


def postpone(
    tx: sqlite3.Connection, occurrence_id: int, reason: str, *, maybe_sent: bool, direct: bool
) -> None:
    """The occurrence waits for its next try."""
    tx.execute(
        "UPDATE occurrences SET state = 'due', reason = ?, maybe_sent = max(maybe_sent, ?),"
        " direct = max(direct, ?) WHERE occurrence_id = ?",
        (reason, maybe_sent, direct, occurrence_id),
    )


def hold(tx: sqlite3.Connection, occurrence_id: int, held: Waits) -> None:
    """The occurrence is held back until an instant."""
    tx.execute(
        "UPDATE occurrences SET state = 'due', reason = ?, held_until = ?,"
        " maybe_sent = min(maybe_sent, ?) WHERE occurrence_id = ?",
        (held.reason, almanac.to_ms(held.until), not held.unsent, occurrence_id),
    )


def direct_since(tx: sqlite3.Connection, member_id: int, instant: datetime, *, but: int) -> bool:
    """Whether another one came, or may have come, to the member directly and ended at an instant or later."""
    row = tx.execute(
        "SELECT 1 FROM occurrences WHERE member_id = ? AND occurrence_id != ? AND direct = 1"
        " AND ended_at >= ? AND (state = 'sent' OR maybe_sent = 1)",
        (member_id, but, almanac.to_ms(instant)),
    ).fetchone()
    return row is not None


def is_unclear(tx: sqlite3.Connection, member_id: int, *, but: int) -> bool:
    """Whether it is to be seen first if an earlier try of another one of the member has arrived."""
    row = tx.execute(
        "SELECT 1 FROM occurrences WHERE member_id = ? AND occurrence_id != ? AND ended_at IS NULL"
        " AND (state = 'claimed' OR maybe_sent = 1)",
        (member_id, but),
    ).fetchone()
    return row is not None


def held_for(
    tx: sqlite3.Connection, member_id: int, reason: str, until: datetime, *, but: int
) -> bool:
    """Whether another one of the member is held back for that reason, to come before an instant."""
    row = tx.execute(
        "SELECT 1 FROM occurrences WHERE member_id = ? AND occurrence_id != ? AND reason = ?"
        " AND ended_at IS NULL AND held_until < ?",
        (member_id, but, reason, almanac.to_ms(until)),
    ).fetchone()
    return row is not None


def release_claims(tx: sqlite3.Connection, now: datetime) -> None:
    """What a process that is no more had claimed is to be looked at now."""
    tx.execute(
        "UPDATE schedules SET wake_at = ? WHERE schedule_id IN"
        " (SELECT schedule_id FROM occurrences WHERE ended_at IS NULL AND state = 'claimed')",
        (almanac.to_ms(now),),
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


def sent_of_club(tx: sqlite3.Connection, club_id: int, kinds: Collection[str]) -> list[Ended]:
    """What of these kinds was posted in a club, the earliest first."""
    places = ", ".join("?" * len(kinds))
    rows = tx.execute(
        f"{_ENDED} WHERE club_id = ? AND kind IN ({places}) AND state = 'sent'"
        " AND message_id IS NOT NULL ORDER BY occurrence_id",
        (club_id, *kinds),
    )
    return [_ended(row) for row in rows]


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
    return _occurrence(scheduled_of(schedule), row)


def purge(tx: sqlite3.Connection, before: datetime, *, kept: int) -> None:
    """Deletes what ended before an instant, but never the last `kept` sent of a plan."""
    tx.execute(
        "DELETE FROM occurrences WHERE ended_at < ? AND EXISTS (SELECT 1 FROM occurrences AS newer"
        " WHERE newer.schedule_id = occurrences.schedule_id AND newer.key > occurrences.key"
        " AND newer.state = 'sent' LIMIT 1 OFFSET ?)",
        (almanac.to_ms(before), kept - 1),
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
        ended_at=instant_of(row["ended_at"]),
        held_until=instant_of(row["held_until"]),
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
