"""The ledger: what is due is claimed and committed, then sent, then settled; each key of a plan ends once.

Units of work for the one process that delivers. A plan stands at the key that comes next and moves past a key only
when its occurrence ended, so that no restart, change of settings or jump of the clock repeats or drops one.
"""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.schedule import occurrences, store
from bot.schedule.model import (
    CAUGHT_UP,
    DAY,
    DAYS,
    LATE,
    LEASE,
    MISSED,
    MONTH,
    NOTED,
    RETRIES,
    SUPERSEDED,
    SWITCHED_OFF,
    WEEK,
    YEAR,
    Failed,
    Occurrence,
    Outcome,
    Scheduled,
    Sent,
    Skipped,
    Waits,
    wait_after,
)

STEPS = 500
"""So many missed ones of a plan are passed in one unit of work."""
KEPT_SENT = 14
GAVE_UP = "not possible for two days"
CLOCK_WRONG = "the clock was wrong"

# How far ahead the next due instant of a plan can be; one that lies farther was reached by a clock that was wrong.
_AHEAD = {DAYS: timedelta(days=8), WEEK: timedelta(days=8), MONTH: timedelta(days=40)}
_AHEAD[YEAR] = timedelta(days=375)


def claim(
    tx: sqlite3.Connection, *, now: datetime, busy: Collection[int] = ()
) -> list[Occurrence] | None:
    """Takes what waits longest, of no lane that is `busy`: one occurrence, or several late ones of one club.

    An empty list says that something old was noted and there may be more; None that nothing is due.
    """
    schedule = store.first_awake(tx, now, busy)
    if schedule is None:
        return None
    claimed = _take(tx, schedule, now)
    if claimed is None or claimed.member_id is not None or not claimed.is_late(now):
        return [claimed] if claimed else []
    others = store.awake_in_club(tx, claimed.club_id, now)
    taken = (_take(tx, other, now) for other in others if _is_late(other, now))
    return [claimed, *filter(None, taken)]


def _is_late(schedule: Scheduled, now: datetime) -> bool:
    return schedule.due_at is not None and now - schedule.due_at > LATE


def lane(occurrence: Occurrence) -> int:
    """Within one lane, a club or a member, things are sent one after the other."""
    return occurrence.member_id or occurrence.club_id


def _take(tx: sqlite3.Connection, schedule: Scheduled, now: datetime) -> Occurrence | None:
    begun = occurrences.open_of(tx, schedule)
    if begun is None:
        return _take_next(tx, schedule, now)
    if not schedule.active:
        _end(tx, schedule, begun, "skipped", SWITCHED_OFF, now)
    elif begun.wanted_at < now - CAUGHT_UP:
        _end(tx, schedule, begun, "failed", GAVE_UP, now)
    else:
        store.set_wake(tx, schedule.schedule_id, now + LEASE)
        return occurrences.claim_again(tx, schedule, begun)
    return None


def _take_next(tx: sqlite3.Connection, schedule: Scheduled, now: datetime) -> Occurrence | None:
    passed = _pass_missed(tx, schedule, now)
    if passed.due_at is None or passed.due_at > now or _why_passed(tx, passed, now):
        _stand(tx, passed)
        return None
    store.set_next(tx, passed.schedule_id, passed.key, passed.due_at, now + LEASE)
    return occurrences.begin(tx, passed, now=now)


def _pass_missed(tx: sqlite3.Connection, schedule: Scheduled, now: datetime) -> Scheduled:
    """The plan behind everything that is not sent any more; what is passed is noted."""
    for _ in range(STEPS):
        if schedule.due_at is None or schedule.key is None:
            break
        reason = _why_passed(tx, schedule, now)
        if reason is None:
            break
        if schedule.due_at > now - NOTED:
            occurrences.note_skipped(tx, schedule, reason, now=now)
        schedule = _advanced(schedule, schedule.key)
    return schedule


def _why_passed(tx: sqlite3.Connection, schedule: Scheduled, now: datetime) -> str | None:
    """Why the next occurrence is passed over, or None when it is to come."""
    assert schedule.key is not None
    if _too_old(schedule, now) or occurrences.has(tx, schedule.schedule_id, schedule.key):
        return MISSED
    if schedule.plan.every == DAYS:
        after = _advanced(schedule, schedule.key).due_at
        if after is not None and after <= now:
            return SUPERSEDED
    return None


def _too_old(schedule: Scheduled, now: datetime) -> bool:
    return schedule.due_at is not None and schedule.due_at < now - CAUGHT_UP


def claim_early(
    tx: sqlite3.Connection, kind: str, club_id: int, key: date, *, now: datetime
) -> Occurrence | None:
    """What comes next of a club's own plan, claimed before its time: it is due now, and comes no second time.

    One that waits for its next try, or for the end of quiet hours, is taken up. None when another key is next, when
    it may just be on its way, or when the plan is off.
    """
    schedule = store.find(tx, kind, club_id, club_id)
    if schedule is None or not schedule.active or schedule.key != key:
        return None
    if occurrences.waits(tx, schedule.schedule_id, key):
        begun = occurrences.open_of(tx, schedule)
        assert begun is not None
        store.set_wake(tx, schedule.schedule_id, now + LEASE)
        return occurrences.claim_again(tx, schedule, begun)
    if occurrences.has(tx, schedule.schedule_id, key):
        return None
    early = replace(schedule, due_at=now)
    store.set_next(tx, early.schedule_id, early.key, early.due_at, now + LEASE)
    return occurrences.begin(tx, early, now=now)


def give_back(tx: sqlite3.Connection, occurrence: Occurrence) -> None:
    """What was claimed early was surely not sent: it comes at its time."""
    schedule = store.schedule_with_claim(tx, occurrence.occurrence_id, occurrence.attempts)
    if schedule is not None:
        occurrences.delete(tx, occurrence.occurrence_id)
        _stand(tx, replace(schedule, due_at=schedule.plan.due_at(occurrence.key)))


def settle(
    tx: sqlite3.Connection, outcomes: Mapping[Occurrence, Outcome], *, now: datetime
) -> None:
    """Writes down what became of claimed occurrences; one that was claimed anew meanwhile is left alone."""
    for occurrence, outcome in outcomes.items():
        schedule = store.schedule_with_claim(tx, occurrence.occurrence_id, occurrence.attempts)
        if schedule is not None:
            _settle(tx, schedule, occurrence, outcome, now)


def _settle(
    tx: sqlite3.Connection,
    schedule: Scheduled,
    occurrence: Occurrence,
    outcome: Outcome,
    now: datetime,
) -> None:
    match outcome:
        case Sent():
            occurrences.end(
                tx,
                occurrence.occurrence_id,
                "sent",
                now=now,
                message=outcome,
                direct=outcome.direct,
            )
            _go_on(tx, schedule, occurrence)
        case Skipped(reason):
            _end(tx, schedule, occurrence, "skipped", reason, now)
        case Failed(reason, _, for_good=True, direct=direct):
            _end(tx, schedule, occurrence, "failed", reason, now, direct=direct)
        case Waits():
            occurrences.hold(tx, occurrence.occurrence_id, outcome)
            store.set_wake(tx, schedule.schedule_id, outcome.until)
        case Failed(reason, maybe_sent, direct=direct):
            occurrences.postpone(
                tx, occurrence.occurrence_id, reason, maybe_sent=maybe_sent, direct=direct
            )
            store.set_wake(tx, schedule.schedule_id, now + wait_after(occurrence.attempts))


def _end(
    tx: sqlite3.Connection,
    schedule: Scheduled,
    occurrence: Occurrence,
    state: str,
    reason: str,
    now: datetime,
    *,
    direct: bool = False,
) -> None:
    number = occurrence.occurrence_id
    occurrences.end(tx, number, state, now=now, reason=reason, direct=direct)
    _go_on(tx, schedule, occurrence)


def _go_on(tx: sqlite3.Connection, schedule: Scheduled, ended: Occurrence) -> None:
    """That occurrence ended: the plan stands at the one after, unless it is farther already."""
    if schedule.key != ended.key:
        _stand(tx, schedule)
    elif schedule.plan.is_of_periods:
        after = ended.last + DAY  # also when the week was lengthened since it was claimed
        _stand(tx, replace(schedule, key=after, due_at=schedule.plan.due_at(after)))
    else:
        _stand(tx, _advanced(schedule, ended.key))


def _advanced(schedule: Scheduled, key: date) -> Scheduled:
    after = schedule.plan.following(key)
    return replace(schedule, key=after, due_at=schedule.plan.due_at(after) if after else None)


def _stand(tx: sqlite3.Connection, schedule: Scheduled) -> None:
    wake_at = schedule.due_at if schedule.active else None
    store.set_next(tx, schedule.schedule_id, schedule.key, schedule.due_at, wake_at)


def resume(tx: sqlite3.Connection, *, now: datetime) -> None:
    """At the start: what the process before had claimed is looked at now, and a clock that was wrong is put right."""
    occurrences.release_claims(tx, now)
    rewind(tx, now=now)


def rewind(tx: sqlite3.Connection, *, now: datetime) -> None:
    """After the clock jumped back: what is yet to come is neither noted as missed nor waited for in vain.

    What was sent ahead of its time stays sent.
    """
    occurrences.delete_missed_after(tx, MISSED, now)
    for schedule in store.begun_ahead(tx, now):
        begun = occurrences.open_of(tx, schedule)
        if begun is not None:  # it may have been sent, by a clock that was wrong
            _end(tx, schedule, begun, "failed", CLOCK_WRONG, now)
    store.wake_far_retries(tx, now, now + RETRIES[-1], held_beyond=now + CAUGHT_UP)
    for every, ahead in _AHEAD.items():
        for schedule in store.waking_after(tx, every, now + ahead):
            key = schedule.plan.upcoming(now)
            if key and schedule.key and key < schedule.key:
                _back_to(tx, schedule, key)
    for schedule in store.single_without_end(tx):
        day = schedule.plan.day
        _stand(tx, replace(schedule, key=day, due_at=schedule.plan.due_at(day) if day else None))


def _back_to(tx: sqlite3.Connection, schedule: Scheduled, key: date) -> None:
    while occurrences.has(tx, schedule.schedule_id, key):
        after = schedule.plan.following(key)
        if after is None or (schedule.key and after >= schedule.key):
            return
        key = after
    _stand(tx, replace(schedule, key=key, due_at=schedule.plan.due_at(key)))


def next_wake(tx: sqlite3.Connection) -> datetime | None:
    """The earliest instant at which something is due or tried again; None when nothing is planned."""
    return store.next_wake(tx)


def sent_since(tx: sqlite3.Connection, instant: datetime) -> list[str]:
    """The kinds of what was sent at `instant` or later."""
    return occurrences.kinds_ended_since(tx, instant)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Deletes what ended more than 90 days ago, all but the last of each plan."""
    occurrences.purge(tx, now - NOTED, kept=KEPT_SENT)
