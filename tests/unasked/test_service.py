"""Whether something unasked may come now."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.members import service as members
from bot.schedule import ledger, occurrences
from bot.schedule import service as schedules
from bot.schedule.model import DAYS, LEASE, ONCE, Failed, Plan, Sent, Skipped, Waits
from bot.unasked import service as unasked
from bot.unasked.model import ENOUGH, PATIENT, PAUSED, QUIET, UNCLEAR, Manner

CLUB, ANA = 1, 11
YIELDING, ASKED = Manner(yields=True), Manner(asked_for=True)
EVERY_DAY = frozenset(range(7))
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def club(tx):
    """The club in which all of this happens; its clocks go by UTC."""
    clubs.ensure(tx, CLUB, "Owls", now=NOON - timedelta(days=9), defaults=Defaults())


def due(tx, kind="words", at=12, *, now=NOON, member_id=ANA):
    """Something that is due, claimed; a club's own without a member."""
    plan = Plan(DAYS, time(at), "UTC", EVERY_DAY)
    owner = member_id or CLUB
    before = now - timedelta(minutes=1)
    schedules.put(tx, kind, CLUB, owner, plan, now=before, member_id=member_id)
    (claimed,) = ledger.claim(tx, now=now)
    assert claimed.kind == kind
    return claimed


def hold(tx, occurrence, manner=PATIENT, *, direct=True, now=NOON):
    return unasked.hold(tx, occurrence, manner, direct=direct, looked=True, now=now)


def choose(tx, **chosen):
    members.choose(tx, ANA, now=NOON, **chosen)


def club_is_quiet(tx, hours):
    wishes = Wishes(quiet_hours=hours)
    clubs.choose(tx, CLUB, "Owls", wishes, now=NOON, defaults=Defaults())


def test_without_any_choice_everything_comes(tx):
    """Nothing holds back what a member asked for and never limited."""
    assert hold(tx, due(tx)) is None


def test_quiet_hours_of_a_member_hold_what_is_theirs(tx):
    """It comes at their end by the member's own clock."""
    choose(tx, quiet_hours="20-22", zone="Asia/Tokyo")  # 21:00 there
    assert hold(tx, due(tx)) == Waits(QUIET, NOON + timedelta(hours=1))
    assert hold(tx, due(tx, "more"), direct=False) == Waits(QUIET, NOON + timedelta(hours=1))


def test_quiet_hours_of_a_club_hold_what_it_posts(tx):
    """They are no matter of direct messages, which are the member's own."""
    club_is_quiet(tx, "11-13")
    until = Waits(QUIET, NOON + timedelta(hours=1))
    assert hold(tx, due(tx, "recap", member_id=None), direct=False) == until
    assert hold(tx, due(tx)) is None
    assert hold(tx, due(tx, "in the channel"), direct=False) == until


def test_both_hold_what_a_member_says_in_the_channel(tx):
    """The one that ends later."""
    club_is_quiet(tx, "11-13")
    choose(tx, quiet_hours="10-15")
    assert hold(tx, due(tx), direct=False) == Waits(QUIET, NOON + timedelta(hours=3))


@pytest.mark.parametrize("manner", [PATIENT, YIELDING, ASKED])
def test_a_pause_is_over_all(tx, manner):
    """Whatever was asked for, and wherever it goes, a pause leaves it out."""
    members.pause(tx, ANA, 7, None, today=NOON.date(), now=NOON)
    occurrence = due(tx)
    assert hold(tx, occurrence, manner) == Skipped(PAUSED)
    assert hold(tx, occurrence, manner, direct=False) == Skipped(PAUSED)


def sent_directly(tx, kind="first", *, at=12, now=NOON):
    """Something that came to the member directly."""
    occurrence = due(tx, kind, at, now=now)
    ledger.settle(tx, {occurrence: Sent(5, 77, direct=True)}, now=now)


def test_the_second_of_a_day_waits_or_is_left_out(tx):
    """Words of motivation yield; the rest comes the next day at its hour; what was asked for comes now."""
    sent_directly(tx)
    second = due(tx, "second")
    assert hold(tx, second, YIELDING) == Skipped(ENOUGH)
    assert hold(tx, second) == Waits(ENOUGH, NOON + timedelta(days=1), unsent=True)
    assert hold(tx, second, ASKED) is None and hold(tx, second, direct=False) is None


def test_a_day_is_the_members_own(tx):
    """What came before midnight where they are belongs to the day before."""
    choose(tx, zone="Asia/Tokyo")  # midnight is at 15:00
    sent_directly(tx)
    sooner = NOON.replace(hour=14)
    second = due(tx, "second", 14, now=sooner)
    held = hold(tx, second, now=sooner)
    assert held == Waits(ENOUGH, sooner + timedelta(days=1), unsent=True)
    ledger.settle(tx, {second: held}, now=sooner)
    later = NOON.replace(hour=15)
    assert hold(tx, due(tx, "third", 15, now=later), now=later) is None


def test_posts_and_skipped_ones_take_nobodys_turn(tx):
    """Only what came directly counts, and what may have come though its answer got lost."""
    for kind, outcome in (("a", Sent(5, 77)), ("b", Skipped("nothing to say"))):
        ledger.settle(tx, {due(tx, kind): outcome}, now=NOON)
    other = due(tx, "c")
    assert hold(tx, other) is None
    ledger.settle(tx, {other: Failed("no answer", maybe_sent=True, direct=True)}, now=NOON)
    another = due(tx, "d")
    assert hold(tx, another, YIELDING) == Waits(UNCLEAR, NOON + LEASE, unsent=True)
    (again,) = ledger.claim(tx, now=NOON + timedelta(minutes=1))
    ledger.settle(tx, {again: Failed("unread", for_good=True)}, now=NOON)
    assert hold(tx, another, YIELDING) == Skipped(ENOUGH)


def test_one_that_waited_a_day_goes_before_what_yields(tx):
    """The next morning's words make room for what waits for noon, which is not late then."""
    sent_directly(tx)
    schedules.stop(tx, "first", CLUB, ANA, now=NOON)
    second = due(tx, "recap")
    ledger.settle(tx, {second: hold(tx, second)}, now=NOON)
    morning = NOON + timedelta(hours=20)
    words = due(tx, "words", 8, now=morning)
    assert hold(tx, words, YIELDING, now=morning) == Skipped(ENOUGH)
    ledger.settle(tx, {words: Skipped(ENOUGH)}, now=morning)
    noon = NOON + timedelta(days=1)
    (again,) = ledger.claim(tx, now=noon)
    assert again.occurrence_id == second.occurrence_id
    assert hold(tx, again, now=noon) is None and not again.is_late(noon)


def test_what_may_have_come_is_looked_for_before_it_waits(tx):
    """A try whose answer got lost is no second one until it is known not to have arrived."""
    ledger.settle(tx, {due(tx): Failed("no answer", maybe_sent=True, direct=True)}, now=NOON)
    sent_directly(tx, "first", at=12)
    (again,) = ledger.claim(tx, now=NOON + timedelta(minutes=1))
    assert again.maybe_sent
    asked = {"direct": True, "now": NOON}
    assert unasked.hold(tx, again, PATIENT, looked=False, **asked) is None
    held = unasked.hold(tx, again, PATIENT, looked=True, **asked)
    ledger.settle(tx, {again: held}, now=NOON)
    (later,) = [
        one
        for one in iter(lambda: (ledger.claim(tx, now=NOON + timedelta(days=1)) or [None])[0], None)
        if one.kind == "words"
    ]
    assert later.occurrence_id == again.occurrence_id and not later.maybe_sent


def test_what_was_held_is_not_late_and_ends_once(tx):
    """Held over night it comes as if due then; an hour after that it is late, as ever."""
    choose(tx, quiet_hours="11-19")
    occurrence = due(tx)
    ledger.settle(tx, {occurrence: hold(tx, occurrence)}, now=NOON)
    assert ledger.claim(tx, now=NOON + timedelta(hours=6)) is None
    end = NOON.replace(hour=19)
    (again,) = ledger.claim(tx, now=end)
    assert again.occurrence_id == occurrence.occurrence_id and not again.maybe_sent
    assert not again.is_late(end) and again.is_late(end + timedelta(hours=2))
    assert hold(tx, again, now=end) is None
    ledger.settle(tx, {again: Sent(5, 77, direct=True)}, now=end)
    assert ledger.claim(tx, now=end) is None
    ((key, state),) = tx.execute("SELECT key, state FROM occurrences").fetchall()
    assert (key, state) == ("2026-11-18", "sent")


def test_a_start_at_night_leaves_what_waits_for_its_hour(tx):
    """A stop and a start after midnight bring no message out of bed; a clock that was far ahead holds none back."""
    sent_directly(tx)
    schedules.stop(tx, "first", CLUB, ANA, now=NOON)
    second = due(tx, "second")
    ledger.settle(tx, {second: hold(tx, second)}, now=NOON)
    night, ahead = NOON + timedelta(hours=15), NOON + timedelta(days=1)
    ledger.resume(tx, now=night)
    assert ledger.claim(tx, now=night) is None
    (again,) = ledger.claim(tx, now=ahead)
    assert again.occurrence_id == second.occurrence_id and not again.maybe_sent
    ledger.settle(tx, {again: Waits(ENOUGH, ahead + timedelta(days=9))}, now=ahead)
    ledger.rewind(tx, now=ahead)
    assert second.occurrence_id in {one.occurrence_id for one in ledger.claim(tx, now=ahead) or ()}


def test_hours_chosen_anew_are_asked_again_at_once(tx):
    """What was held by longer hours does not wait for their old end."""
    choose(tx, quiet_hours="11-19")
    occurrence = due(tx)
    ledger.settle(tx, {occurrence: hold(tx, occurrence)}, now=NOON)
    choose(tx, quiet_hours="off")
    schedules.wake_held(tx, member_id=ANA, now=NOON)
    (again,) = ledger.claim(tx, now=NOON)
    assert hold(tx, again) is None


def test_a_club_that_chooses_anew_is_asked_again_at_once(tx):
    """The same for what a club posts."""
    club_is_quiet(tx, "11-19")
    occurrence = due(tx, "recap", member_id=None)
    ledger.settle(tx, {occurrence: hold(tx, occurrence, direct=False)}, now=NOON)
    club_is_quiet(tx, "off")
    (again,) = ledger.claim(tx, now=NOON)
    assert hold(tx, again, direct=False) is None


def test_closed_messages_end_all_that_is_direct(tx):
    """Every plan of the member's own stops but words for a channel, and so does what they had chosen."""
    choose(tx, dms="all")
    plan = Plan(ONCE, time(12), "UTC", day=date(2026, 11, 20))
    for kind in ("motivation_dm", "motivation_channel", "nudge"):
        schedules.put(tx, kind, CLUB, ANA, plan, now=NOON, member_id=ANA)
    unasked.closed(tx, ANA, now=NOON)
    active = {p.kind for p in schedules.of_member(tx, ANA) if p.active}
    assert active == {"motivation_channel"}
    assert members.preferences_of(tx, ANA).dms == "off"
    assert unasked.unreached(tx) == [ANA] and unasked.is_unreached(tx, ANA)
    unasked.told(tx, ANA)
    assert unasked.unreached(tx) == []


def test_what_comes_by_the_clubs_clock_follows_it(tx, monkeypatch):
    """Members without a zone of their own go along, however many; who has one stays."""
    monkeypatch.setattr(unasked, "TOGETHER", 2)
    plan = Plan(DAYS, time(8), "UTC", EVERY_DAY)
    for member_id in range(20, 25):
        schedules.put(tx, "motivation_dm", CLUB, member_id, plan, now=NOON, member_id=member_id)
    members.choose(tx, 22, now=NOON, zone="UTC")
    clubs.choose(tx, CLUB, "Owls", Wishes(zone="Asia/Tokyo"), now=NOON, defaults=Defaults())
    after = 0
    while after is not None:
        after = unasked.follow_club(tx, "motivation_dm", CLUB, after=after, now=NOON)
    zones = [
        schedules.find(tx, "motivation_dm", CLUB, member_id).plan.zone
        for member_id in range(20, 25)
    ]
    assert zones == ["Asia/Tokyo", "Asia/Tokyo", "UTC", "Asia/Tokyo", "Asia/Tokyo"]


def test_what_a_member_had_held_goes_with_them(tx):
    """Nothing of it is left when they are forgotten."""
    choose(tx, quiet_hours="11-19")
    occurrence = due(tx)
    ledger.settle(tx, {occurrence: hold(tx, occurrence)}, now=NOON)
    schedules.forget(tx, "words", CLUB, ANA)
    assert occurrences.occurrence(tx, occurrence.occurrence_id) is None
    assert ledger.claim(tx, now=NOON.replace(hour=19)) is None
