"""What other rooms ask of the schedule: plan something, stop it, and see what became of it."""

import sqlite3
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from bot.almanac import Weeks
from bot.schedule import ledger, occurrences, store
from bot.schedule.model import SWITCHED_OFF, Ended, Occurrence, Outcome, Plan, Scheduled

NOTED_AT_MOST = 20
"""So much of what did not go as planned is told."""


def put(
    tx: sqlite3.Connection,
    kind: str,
    club_id: int,
    owner_id: int,
    plan: Plan,
    *,
    now: datetime,
    member_id: int | None = None,
) -> None:
    """Begins a plan, changes it, or switches it on again; `member_id` for what is a member's own.

    A change neither repeats nor drops a period: one whose new time has passed is due now. While a plan was off,
    its occurrences are noted as skipped.
    """
    before = store.find(tx, kind, club_id, owner_id)
    if before is None:
        number = store.insert(tx, kind, club_id, owner_id, member_id, plan, at=now)
        key = plan.upcoming(now)
        due_at = plan.due_at(key) if key else None
        store.set_next(tx, number, key, due_at, due_at)
    elif before.plan != plan or not before.active:
        store.update(tx, before.schedule_id, plan, active=True, at=now)
        _replan(tx, before, plan, now)


def stop(tx: sqlite3.Connection, kind: str, club_id: int, owner_id: int, *, now: datetime) -> None:
    """Nothing more of it comes until it is put again."""
    before = store.find(tx, kind, club_id, owner_id)
    if before is None or not before.active:
        return
    store.update(tx, before.schedule_id, before.plan, active=False, at=now)
    # What has begun is ended by the ledger, which sees that it is off.
    begun = occurrences.open_of(tx, before)
    store.set_wake(tx, before.schedule_id, before.wake_at if begun else None)


def forget(tx: sqlite3.Connection, kind: str, club_id: int, owner_id: int) -> None:
    """The plan and its occurrences are gone, as when its owner is."""
    before = store.find(tx, kind, club_id, owner_id)
    if before is not None:
        store.delete(tx, before.schedule_id)


def find(tx: sqlite3.Connection, kind: str, club_id: int, owner_id: int) -> Scheduled | None:
    """The owner's plan of that kind, switched off or not; None when there never was one."""
    return store.find(tx, kind, club_id, owner_id)


def clubs_of(tx: sqlite3.Connection, member_id: int) -> list[int]:
    """The clubs in which the member has, or had, plans of their own."""
    return store.clubs_of_member(tx, member_id)


def of_member(tx: sqlite3.Connection, member_id: int) -> list[Scheduled]:
    """The plans of a member's own, in every club, switched off or not."""
    return store.of_member(tx, member_id)


def came_directly_since(
    tx: sqlite3.Connection, occurrence: Occurrence, member_id: int, instant: datetime
) -> bool:
    """Whether something else came, or may have come, to the member directly and ended at an instant or later."""
    return occurrences.direct_since(tx, member_id, instant, but=occurrence.occurrence_id)


def is_unclear(tx: sqlite3.Connection, occurrence: Occurrence, member_id: int) -> bool:
    """Whether something else was tried for the member, and it is to be seen first whether that has arrived."""
    return occurrences.is_unclear(tx, member_id, but=occurrence.occurrence_id)


def waits_for(
    tx: sqlite3.Connection, occurrence: Occurrence, member_id: int, reason: str, until: datetime
) -> bool:
    """Whether something else of the member is held back for that reason, to come before an instant."""
    return occurrences.held_for(tx, member_id, reason, until, but=occurrence.occurrence_id)


def wake_held(
    tx: sqlite3.Connection,
    *,
    now: datetime,
    club_id: int | None = None,
    member_id: int | None = None,
) -> None:
    """What holds a club's or a member's own back was chosen anew: it is asked again whether it still does."""
    store.wake_held(tx, now, club_id=club_id, member_id=member_id)


def members_with(
    tx: sqlite3.Connection, kind: str, club_id: int, *, after: int, limit: int
) -> list[int]:
    """Members to whom something of that kind comes in the club: so many, by id, those behind one."""
    return store.members_with(tx, kind, club_id, after=after, limit=limit)


def follow_club(
    tx: sqlite3.Connection, club_id: int, *, zone: str, weeks: Weeks, now: datetime
) -> None:
    """The club chose another zone or another first day of the week: its own plans go by these."""
    for schedule in store.of_club(tx, club_id):
        plan = replace(schedule.plan, zone=zone, weeks=weeks)
        if plan != schedule.plan:
            store.update(tx, schedule.schedule_id, plan, active=schedule.active, at=now)
            if schedule.active:
                _replan(tx, schedule, plan, now)


def bring_forward(
    tx: sqlite3.Connection, kind: str, club_id: int, key: date, *, now: datetime
) -> Occurrence | None:
    """What comes next of a club's own plan, claimed to be sent now; None when another key is next, or it is off."""
    return ledger.claim_early(tx, kind, club_id, key, now=now)


def is_under_way(tx: sqlite3.Connection, kind: str, club_id: int, key: date) -> bool:
    """Whether a club's own occurrence may just be arriving: it is being sent, or it is to be seen whether it was."""
    schedule = store.find(tx, kind, club_id, club_id)
    begun = occurrences.open_of(tx, schedule) if schedule else None
    if schedule is None or begun is None or begun.key != key:
        return False
    return not occurrences.waits(tx, schedule.schedule_id, key)


def settle(
    tx: sqlite3.Connection, occurrence: Occurrence, outcome: Outcome | None, *, now: datetime
) -> None:
    """What became of an occurrence that was brought forward; None when it was surely not sent, and comes in time."""
    if outcome is None:
        ledger.give_back(tx, occurrence)
    else:
        ledger.settle(tx, {occurrence: outcome}, now=now)


def still_due(tx: sqlite3.Connection, occurrence: Occurrence) -> bool:
    """Whether a claimed occurrence is still to be sent: not forgotten, stopped, or claimed anew meanwhile."""
    schedule = store.schedule_with_claim(tx, occurrence.occurrence_id, occurrence.attempts)
    return schedule is not None and schedule.active


def occurrence(tx: sqlite3.Connection, occurrence_id: int) -> Occurrence | None:
    """An occurrence by its number, as a button carries it; None when it is gone."""
    return occurrences.occurrence(tx, occurrence_id)


def ended_since(tx: sqlite3.Connection, kind: str, instant: datetime) -> list[Ended]:
    """What of a kind ended at an instant or later: sent with its message, skipped or failed with the reason."""
    return occurrences.ended_since(tx, kind, instant)


def sent_of_club(tx: sqlite3.Connection, club_id: int, kinds: Collection[str]) -> list[Ended]:
    """What of these kinds was posted in a club, as far as it is noted, the earliest first."""
    return occurrences.sent_of_club(tx, club_id, kinds)


def of_message(tx: sqlite3.Connection, message_id: int) -> list[Ended]:
    """What one message was sent for: several things when the bot caught up."""
    return occurrences.of_message(tx, message_id)


def corrected(tx: sqlite3.Connection, occurrence_id: int, digest: str) -> None:
    """What was posted now says what the digest is of."""
    occurrences.set_digest(tx, occurrence_id, digest)


def noted(tx: sqlite3.Connection, club_id: int) -> list[Ended]:
    """What of a club's own was skipped, failed, or waits for its next try, the last first."""
    return occurrences.noted_of_club(tx, club_id, NOTED_AT_MOST)


def _replan(tx: sqlite3.Connection, before: Scheduled, plan: Plan, now: datetime) -> None:
    key = _next_key(tx, before, plan, now)
    due_at = _due_after_change(before, plan, key, now) if key else None
    begun = occurrences.open_of(tx, before)
    wake_at = before.wake_at if begun else due_at
    store.set_next(tx, before.schedule_id, key, due_at, wake_at or due_at)


def _next_key(tx: sqlite3.Connection, before: Scheduled, plan: Plan, now: datetime) -> date | None:
    """The key at which the plan goes on: periods go on where they were, days with the first still to come."""
    goes_on = plan.is_of_periods and plan.every == before.plan.every
    if before.key is None or not goes_on:
        return _unknown(tx, before, plan, plan.upcoming(now))
    return before.key if before.active else _past_the_pause(tx, before, plan, now)


def _unknown(
    tx: sqlite3.Connection, before: Scheduled, plan: Plan, key: date | None
) -> date | None:
    while key is not None and occurrences.has(tx, before.schedule_id, key):
        key = plan.following(key)
    return key


def _past_the_pause(
    tx: sqlite3.Connection, before: Scheduled, plan: Plan, now: datetime
) -> date | None:
    """The first key that is due at `now` or later; those before are noted as skipped."""
    key = before.key
    while key is not None and (due_at := plan.due_at(key)) < now:
        passed = replace(before, key=key, due_at=due_at, plan=plan)
        occurrences.note_skipped(tx, passed, SWITCHED_OFF, now=now)
        key = plan.following(key)
    return _unknown(tx, before, plan, key)


def _due_after_change(before: Scheduled, plan: Plan, key: date, now: datetime) -> datetime:
    due_at = plan.due_at(key)
    if due_at >= now or not plan.is_of_periods or before.due_at is None or before.key != key:
        return due_at
    return min(before.due_at, now)
