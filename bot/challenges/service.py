"""Use cases of an organizer: draft, edit, announce, end, cancel; and what a challenge does by itself."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import almanac
from bot.cards import service as cards
from bot.challenges import ahead, recounting, retyping, store, tallies
from bot.challenges.checking import faults_of, wished
from bot.challenges.kinds import KINDS
from bot.challenges.model import (
    CARD,
    CORRECTABLE,
    KEPT_DRAFT,
    MAX_LIVE,
    Ahead,
    Challenge,
    Fault,
    Rules,
    Wishes,
)
from bot.challenges.recounting import outdate
from bot.challenges.refusals import BeingEdited, ChallengeFaults, IsOver
from bot.challenges.repeating import next_month
from bot.challenges.shares import matters_from
from bot.challenges.standing import club_and_zone, find, progress
from bot.challenges.templates import filled
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults

OPENED = timedelta(minutes=10)
"""How long an organizer has a challenge to themselves after touching it."""
USUAL = timedelta(days=29)
_ASKED_LATER = ("challenges.cause_missing", "challenges.rate_missing")
"""What a draft may still lack, since its first form has no field for it."""
_ABOUT_DAYS = ("challenges.end_before_start", "challenges.end_is_past", "challenges.too_long")
"""What cannot be said as long as one of the days is not known."""


def draft(
    tx: sqlite3.Connection,
    club_id: int,
    club_name: str,
    member_id: int,
    wishes: Wishes,
    *,
    now: datetime,
    defaults: Defaults,
) -> Challenge:
    """Begins a challenge that nobody sees yet; the kind wished for may be a template's key.

    Raises ChallengeFaults with everything that is wrong with it.
    """
    club = clubs.ensure(tx, club_id, club_name, now=now, defaults=defaults)
    _, zone = club_and_zone(tx, club_id)
    today = almanac.local_day(now, zone)
    wishes = filled(wishes, today=today)
    first = wishes.first or today
    kind = next(iter(KINDS.values()))
    blank = Challenge(
        0, club_id, "", kind.name, first, first + USUAL, Rules(everyone=kind.everyone)
    )
    challenge, faults = wished(blank, wishes, units=club.units)
    passed = {*_ASKED_LATER, *(_ABOUT_DAYS if wishes.unread else ())}
    passed |= {"challenges.goal_missing"} if wishes.goal else set()
    checked = faults_of(challenge, today=today, is_new=True)
    faults += [fault for fault in checked if fault[0] not in passed]
    _refuse(faults + _crowd_faults(tx, club_id, now))
    at = almanac.to_ms(now)
    challenge_id = store.insert(tx, challenge, since=matters_from(challenge), at=at)
    for did in ("created", "opened"):
        store.set_editor(tx, challenge_id, did, member_id, at=at)
    return replace(challenge, challenge_id=challenge_id)


def open_for(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    *,
    now: datetime,
    take_over: bool = False,
) -> Challenge:
    """An organizer begins, or goes on, to edit. Raises NoSuchChallenge, IsOver, and BeingEdited unless `take_over`."""
    challenge = find(tx, club_id, challenge_id)
    if challenge.state not in ("draft", "live"):
        raise IsOver
    other = store.editor(tx, challenge_id, "opened")
    is_open = other is not None and other.member_id != member_id and now - other.since < OPENED
    if is_open and other is not None and not take_over:
        raise BeingEdited(who=f"<@{other.member_id}>")
    store.set_editor(tx, challenge_id, "opened", member_id, at=almanac.to_ms(now))
    return challenge


def edit(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    wishes: Wishes,
    *,
    now: datetime,
) -> Challenge:
    """Changes what the wishes name, a later last day among it; what counts is counted anew.

    Of a draft only what cannot be read is refused now; the rest when it is announced (see `faults`).
    Raises NoSuchChallenge, IsOver, BeingEdited, ChallengeFaults.
    """
    before = open_for(tx, club_id, challenge_id, member_id, now=now)
    club, zone = club_and_zone(tx, club_id)
    today = almanac.local_day(now, zone)
    after, unread = wished(before, wishes, units=club.units)
    if before.state == "draft":
        _refuse(unread)
    else:
        if before.phase(now, zone) == "ended":
            raise IsOver
        _refuse(
            unread
            + _fixed_faults(before, after, today)
            + faults_of(after, today=today, is_new=False)
        )
    store.update(tx, after, since=matters_from(after))
    if after.state == "live" and _counts_otherwise(before, after):
        outdate(tx, after)
    return after


def _fixed_faults(before: Challenge, after: Challenge, today: date) -> list[Fault]:
    faults: list[Fault] = []
    if after.kind != before.kind:
        faults.append(("challenges.kind_is_fixed", {}))
    if after.first != before.first and before.first <= today:
        faults.append(("challenges.start_is_fixed", {}))
    return faults


def _counts_otherwise(before: Challenge, after: Challenge) -> bool:
    return (before.first, before.last, before.rules) != (after.first, after.last, after.rules)


def faults(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> list[Fault]:
    """Everything that keeps a draft from being announced."""
    _, zone = club_and_zone(tx, challenge.club_id)
    today = almanac.local_day(now, zone)
    crowd = _crowd_faults(tx, challenge.club_id, now)
    return faults_of(challenge, today=today, is_new=True) + crowd


def publish(
    tx: sqlite3.Connection, club_id: int, challenge_id: int, member_id: int, *, now: datetime
) -> Challenge:
    """The draft becomes a challenge; runs of its days that are there already count at once.

    A second time changes nothing. Raises NoSuchChallenge, IsOver, BeingEdited, ChallengeFaults.
    """
    challenge = open_for(tx, club_id, challenge_id, member_id, now=now)
    if challenge.state == "live":
        return challenge
    _refuse(faults(tx, challenge, now=now))
    challenge = replace(challenge, state="live")
    store.update(tx, challenge, since=matters_from(challenge))
    store.clear_editor(tx, challenge_id, member_id)
    outdate(tx, challenge)
    return challenge


def done_editing(tx: sqlite3.Connection, challenge_id: int, member_id: int) -> None:
    """The organizer has no more to change."""
    store.clear_editor(tx, challenge_id, member_id)


def end(tx: sqlite3.Connection, club_id: int, challenge_id: int, *, now: datetime) -> Challenge:
    """Ends a running challenge today, and its monthly repetition; today's runs still count.

    Raises NoSuchChallenge, IsOver.
    """
    challenge = find(tx, club_id, challenge_id)
    _, zone = club_and_zone(tx, club_id)
    if challenge.phase(now, zone) != "running":
        raise IsOver
    ended = replace(challenge, last=almanac.local_day(now, zone), ended_at=now, repeat=False)
    store.update(tx, ended, since=matters_from(ended))
    outdate(tx, ended)
    return ended


def cancel(tx: sqlite3.Connection, club_id: int, challenge_id: int) -> Challenge:
    """Calls a challenge off, or throws a draft away. Raises NoSuchChallenge, IsOver."""
    challenge = find(tx, club_id, challenge_id)
    if challenge.state == "draft":
        store.delete_draft(tx, challenge_id)
        return replace(challenge, state="cancelled")
    if challenge.state != "live":
        raise IsOver
    cancelled = replace(challenge, state="cancelled")
    store.update(tx, cancelled, since=matters_from(cancelled))
    return cancelled


def drafts(tx: sqlite3.Connection, club_id: int) -> list[Challenge]:
    """What organizers of the club have begun and not announced."""
    return store.of_club(tx, club_id, ("draft",))


def open_ones(tx: sqlite3.Connection, club_id: int, *, now: datetime) -> list[Challenge]:
    """The club's challenges that are announced or running, the one that ends first at the top."""
    _, zone = club_and_zone(tx, club_id)
    live = store.of_club(tx, club_id, ("live",))
    return [one for one in live if one.phase(now, zone) in ("announced", "running")]


def settle(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Counts what no drawing of a card has counted."""
    recounting.settle_all(tx, now=now)


def close_due(tx: sqlite3.Connection, *, now: datetime) -> list[Challenge]:
    """Closes what has been over for 48 hours: its totals stay as they are. Gives what was closed."""
    closed = []
    for challenge in store.live(tx):
        _, zone = club_and_zone(tx, challenge.club_id)
        if challenge.ends_at(zone) + CORRECTABLE <= now:
            recounting.settle(tx, challenge.challenge_id, now=now)
            outcome = progress(tx, challenge)
            store.set_outcome(tx, challenge.challenge_id, outcome)
            closed.append(replace(challenge, state="closed", outcome=outcome))
    return closed


def repeat_due(tx: sqlite3.Connection, *, now: datetime) -> list[Challenge]:
    """Begins next month's of every monthly challenge that has ended, once each; gives those, which need a card.

    A challenge so far behind that its next one would be over, too, is followed by the first that is not.
    """
    begun = []
    for challenge in store.live(tx):
        _, zone = club_and_zone(tx, challenge.club_id)
        is_due = challenge.repeat and challenge.phase(now, zone) == "ended"
        if is_due and not store.has_follower(tx, challenge.challenge_id):
            today = almanac.local_day(now, zone)
            begun.append(_repeated(tx, challenge, today=today, at=almanac.to_ms(now)))
    return begun


def _repeated(tx: sqlite3.Connection, before: Challenge, *, today: date, at: int) -> Challenge:
    # One that was ended early lasts as long as it was meant to: its month starts with its first day.
    first, last = next_month(before.first, before.last)
    while last < today:
        first, last = next_month(first, last)
    after = replace(before, first=first, last=last, ended_at=None, outcome=None)
    challenge_id = store.insert(tx, after, since=matters_from(after), at=at)
    after = replace(after, challenge_id=challenge_id)
    store.set_follows(tx, challenge_id, before.challenge_id)
    outdate(tx, after)
    return after


def purge_drafts(tx: sqlite3.Connection, *, now: datetime) -> int:
    """Throws away drafts that nobody touched for a week, and refused forms as old; gives how many drafts."""
    retyping.purge(tx, before=now - KEPT_DRAFT)
    return store.delete_drafts(tx, before=almanac.to_ms(now - KEPT_DRAFT))


def recount_member(tx: sqlite3.Connection, member_id: int) -> None:
    """Counts anew what the member brought wherever that may still change: some of their runs went another way."""
    recounting.recount_member(tx, member_id)


def show_anew(tx: sqlite3.Connection, member_id: int) -> None:
    """Cards and thanks that may name the member, those of long ago too, are to show what is true now."""
    cards.changed(tx, CARD, tallies.posted_with(tx, member_id))


def on_the_way(
    tx: sqlite3.Connection, club_id: int, first: date, last: date, *, limit: int
) -> list[tuple[str, int]]:
    """Name and percent of the challenges of those days that know how far they are, those that end first."""
    live = [one for one in store.of_club(tx, club_id, ("live",)) if one.overlaps(first, last)]
    shares = [(one.name, progress(tx, one).percent) for one in live[:limit]]
    return [(name, percent) for name, percent in shares if percent is not None]


def announced(tx: sqlite3.Connection, challenge_id: int) -> set[str]:
    """What was announced already, or passed over in favour of something later."""
    return store.announced(tx, challenge_id)


def note_announced(
    tx: sqlite3.Connection, challenge_id: int, what: Iterable[str], *, now: datetime
) -> None:
    """These are announced, or passed over, from now on."""
    store.add_announced(tx, challenge_id, what, at=almanac.to_ms(now))


def next_for(
    tx: sqlite3.Connection, club: Club, member_id: int, *, public: bool, now: datetime
) -> Ahead | None:
    """What lies next for the member in the challenge they are in, in public by what everybody can see; or None."""
    return ahead.next_for(tx, club, member_id, public=public, now=now)


def _crowd_faults(tx: sqlite3.Connection, club_id: int, now: datetime) -> list[Fault]:
    if len(open_ones(tx, club_id, now=now)) < MAX_LIVE:
        return []
    return [("challenges.too_many", {"most": MAX_LIVE})]


def _refuse(found: list[Fault]) -> None:
    if found:
        raise ChallengeFaults(found)
