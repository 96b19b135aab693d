"""The ledger of occurrences: claimed, sent, settled, and never twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.almanac import Weeks
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import DAYS, ONCE, WEEK, Failed, Plan, Sent, Skipped

MONDAY, FRIDAY, SUNDAY = 0, 4, 6
WEEKLY = Plan(WEEK, time(8), "UTC", frozenset({MONDAY}))
DUE = datetime(2026, 11, 23, 8, tzinfo=UTC)
KEY = date(2026, 11, 16)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def claim(tx, now, busy=()):
    """What is to be sent now, past everything that is only noted."""
    while (claimed := ledger.claim(tx, now=now, busy=busy)) == []:
        pass
    return claimed or []


def one(tx, now):
    (occurrence,) = claim(tx, now)
    return occurrence


def settle(tx, occurrence, outcome, now):
    ledger.settle(tx, {occurrence: outcome}, now=now)


def send(tx, now):
    """Claims one and settles it as sent; gives its key."""
    occurrence = one(tx, now)
    settle(tx, occurrence, Sent(5, 6), now)
    return occurrence.key


def weekly(tx, club, now, plan=WEEKLY):
    schedules.put(tx, "recap", club, club, plan, now=now)


def states(tx):
    rows = tx.execute("SELECT key, state, reason FROM occurrences ORDER BY key")
    return [tuple(row) for row in rows]


def test_nothing_is_claimed_before_it_is_due(tx, club, now):
    """At the due instant, not a second sooner, and once."""
    weekly(tx, club, now)
    assert claim(tx, DUE - timedelta(seconds=1)) == []
    assert send(tx, DUE) == KEY
    assert claim(tx, DUE + 6 * DAY) == []
    assert send(tx, DUE + 7 * DAY) == KEY + 7 * DAY


def test_what_is_claimed_is_taken_by_nobody_else(tx, club, now):
    """A claim holds for minutes; a crashed one is taken up again, knowing that it may have been sent."""
    weekly(tx, club, now)
    first = one(tx, DUE)
    assert not first.maybe_sent and claim(tx, DUE + timedelta(minutes=4)) == []
    again = one(tx, DUE + timedelta(minutes=5))
    assert (again.occurrence_id, again.attempts, again.maybe_sent) == (first.occurrence_id, 2, True)
    assert again.since == DUE


def test_a_new_process_takes_up_at_once_what_the_old_one_left(tx, club, now):
    """After a crash nobody waits for the claim to run out."""
    weekly(tx, club, now)
    one(tx, DUE)
    ledger.resume(tx, now=DUE + timedelta(seconds=10))
    assert one(tx, DUE + timedelta(seconds=10)).maybe_sent


def test_an_outcome_that_comes_too_late_changes_nothing(tx, club, now):
    """Who lost the claim has no say any more."""
    weekly(tx, club, now)
    old = one(tx, DUE)
    new = one(tx, DUE + timedelta(minutes=6))
    settle(tx, old, Skipped("late"), DUE + timedelta(minutes=7))
    settle(tx, new, Sent(1, 2), DUE + timedelta(minutes=7))
    assert [state for _, state, _ in states(tx)] == ["sent"]


def test_a_failure_waits_longer_each_time_and_ends_after_two_days(tx, club, now):
    """1, 5, 15, then every 60 minutes; after 48 hours it has failed, and the next week comes."""
    weekly(tx, club, now)
    instant, waits = DUE, []
    while instant < DUE + 3 * DAY and (claimed := claim(tx, instant)):
        settle(tx, claimed[0], Failed("Discord said 500 (0)"), instant)
        waits.append((ledger.next_wake(tx) - instant) // timedelta(minutes=1))
        instant = ledger.next_wake(tx)
    assert waits[:5] == [1, 5, 15, 60, 60]
    assert states(tx) == [("2026-11-16", "failed", ledger.GAVE_UP)]
    assert send(tx, DUE + 7 * DAY) == KEY + 7 * DAY


def test_a_failure_that_surely_sent_nothing_needs_no_search(tx, club, now):
    """Only after an answer was lost is the next try a doubtful one."""
    weekly(tx, club, now)
    settle(tx, one(tx, DUE), Failed("Discord said 403 (50013)"), DUE)
    sure = one(tx, DUE + HOUR)
    settle(tx, sure, Failed("no answer", maybe_sent=True), DUE + HOUR)
    assert not sure.maybe_sent and one(tx, DUE + 3 * HOUR).maybe_sent


def test_one_that_fails_holds_no_other(tx, club, now):
    """The other club's recap does not wait."""
    clubs.ensure(tx, 8, "Others", now=now, defaults=Defaults())
    weekly(tx, club, now)
    weekly(tx, 8, now)
    settle(tx, one(tx, DUE), Failed("no"), DUE)
    assert one(tx, DUE).club_id == 8


def test_a_busy_club_keeps_its_order(tx, club, now):
    """While one thing of a club is under way, its next one waits."""
    weekly(tx, club, now)
    schedules.put(tx, "prompt", club, club, replace(WEEKLY, every=DAYS), now=now)
    first = one(tx, DUE)
    assert claim(tx, DUE, busy={ledger.lane(first)}) == []
    assert one(tx, DUE).kind != first.kind


def test_within_two_days_it_is_caught_up_with_as_late(tx, club, now):
    """47 hours later it comes and says that it is late."""
    weekly(tx, club, now)
    assert one(tx, DUE + 47 * HOUR).is_late(DUE + 47 * HOUR)


def test_what_is_older_is_noted_and_not_sent(tx, club, now):
    """After ten days away: one week missed, the one due two days ago or less is sent."""
    weekly(tx, club, now)
    back = DUE + 8 * DAY
    assert send(tx, back) == KEY + 7 * DAY
    assert states(tx)[0] == ("2026-11-16", "skipped", "missed")
    noted = schedules.noted(tx, club)
    assert [(each.kind, each.reason) for each in noted] == [("recap", "missed")]


def test_several_missed_things_of_a_club_are_claimed_together(tx, club, now):
    """So that they can be one message; a member's own go alone."""
    weekly(tx, club, now)
    schedules.put(tx, "prompt", club, club, replace(WEEKLY, every=DAYS), now=now)
    plan = replace(WEEKLY, every=DAYS)
    schedules.put(tx, "motivation", club, 5, plan, now=now, member_id=5)
    kinds = [sorted(each.kind for each in claim(tx, DUE + 3 * HOUR)) for _ in range(2)]
    assert sorted(kinds) == [["motivation"], ["prompt", "recap"]]


def test_of_several_missed_days_the_last_comes(tx, club, now):
    """Two questions of the day at once would be one too many."""
    daily = replace(WEEKLY, every=DAYS, weekdays=frozenset(range(7)))
    schedules.put(tx, "prompt", club, club, daily, now=DUE)
    assert send(tx, DUE + DAY + 3 * HOUR) == date(2026, 11, 24)
    assert states(tx) == [("2026-11-23", "skipped", "superseded"), ("2026-11-24", "sent", None)]


@pytest.mark.parametrize(
    ("changed_at", "weekday", "due"),
    [
        (
            DUE + 30 * HOUR,
            FRIDAY,
            DUE + 11 * DAY,
        ),  # Monday's came: the week after is due on a Friday
        (DUE - 12 * HOUR, FRIDAY, DUE + 4 * DAY),  # on Sunday: this week's recap moves to Friday
        (DUE - 12 * HOUR, SUNDAY, DUE + 6 * DAY),
    ],
)
def test_a_new_day_neither_repeats_nor_drops_a_week(tx, club, now, changed_at, weekday, due):
    """The week that is not told yet comes on the new day."""
    weekly(tx, club, now)
    if changed_at > DUE:
        send(tx, DUE)
    weekly(tx, club, changed_at, replace(WEEKLY, weekdays=frozenset({weekday})))
    assert schedules.find(tx, "recap", club, club).due_at == due
    expected = KEY + 7 * DAY if changed_at > DUE else KEY
    assert send(tx, due) == expected


def test_a_new_day_that_has_passed_makes_it_due_now(tx, club, now):
    """From Friday to Monday on a Tuesday: the week before is told at once, and is not late."""
    weekly(tx, club, now, replace(WEEKLY, weekdays=frozenset({FRIDAY})))
    tuesday = DUE + 24 * HOUR
    assert send(tx, datetime(2026, 11, 20, 8, tzinfo=UTC)) == date(2026, 11, 9)
    weekly(tx, club, tuesday)
    occurrence = one(tx, tuesday)
    assert occurrence.key == KEY and not occurrence.is_late(tuesday)


def test_a_new_zone_moves_the_instant_and_keeps_the_week(tx, club, now):
    """The plan follows its club: the same Monday, eight o'clock there."""
    weekly(tx, club, now)
    clubs.choose(tx, club, "Owls", Wishes(zone="Asia/Tokyo"), now=now, defaults=Defaults())
    assert send(tx, DUE - 9 * HOUR) == KEY
    assert claim(tx, DUE) == []


def test_a_new_first_day_lengthens_the_running_week(tx, club, now):
    """No day is told twice or left out."""
    weekly(tx, club, now)
    wishes = Wishes(week_start="sunday")
    clubs.choose(tx, club, "Owls", wishes, now=now, defaults=Defaults())
    occurrence = one(tx, datetime(2026, 11, 30, 8, tzinfo=UTC))
    assert (occurrence.key, occurrence.last) == (KEY, date(2026, 11, 28))


def test_a_week_told_on_its_last_day_is_not_told_again_when_it_is_lengthened(tx, club, now):
    """What the longer week adds is the next occurrence."""
    weekly(tx, club, now, Plan(WEEK, time(18), "UTC", frozenset({SUNDAY})))
    sunday = datetime(2026, 11, 22, 18, tzinfo=UTC)
    assert send(tx, sunday) == KEY
    weeks = Weeks().starting_on(SUNDAY, today=sunday.date())
    schedules.follow_club(tx, club, zone="UTC", weeks=weeks, now=sunday + HOUR)
    after = one(tx, sunday + 7 * DAY)
    assert (after.key, after.last) == (date(2026, 11, 23), date(2026, 11, 28))


def test_while_off_its_weeks_are_noted(tx, club, now):
    """Switched on again, it goes on with the week that is still to come."""
    weekly(tx, club, now)
    schedules.stop(tx, "recap", club, club, now=now)
    assert claim(tx, DUE + DAY) == []
    weekly(tx, club, DUE + DAY)
    assert states(tx) == [("2026-11-16", "skipped", "switched off")]
    assert send(tx, DUE + 7 * DAY) == KEY + 7 * DAY


def test_a_try_that_waits_ends_when_it_is_switched_off(tx, club, now):
    """Nothing comes after an organizer said stop."""
    weekly(tx, club, now)
    settle(tx, one(tx, DUE), Failed("no"), DUE)
    schedules.stop(tx, "recap", club, club, now=DUE)
    assert claim(tx, DUE + HOUR) == []
    assert states(tx) == [("2026-11-16", "skipped", "switched off")]


@pytest.mark.parametrize("years", [1, 4, 30])
def test_a_clock_that_jumps_years_ahead_and_back_posts_nothing_twice(tx, club, now, years):
    """What came before the jump stays, and next Monday is as if nothing had been."""
    weekly(tx, club, now)
    sent = [send(tx, DUE)]
    ahead = DUE + 365 * years * DAY
    sent += [each.key for each in claim(tx, ahead)]
    ledger.purge(tx, now=ahead)
    ledger.resume(tx, now=DUE + DAY)
    instant = DUE + DAY
    while instant < DUE + 30 * DAY:
        for occurrence in claim(tx, instant):
            sent.append(occurrence.key)
            settle(tx, occurrence, Sent(1, 2), instant)
        instant += 6 * HOUR
    near = [key for key in sent if key < KEY + 40 * DAY]
    assert near == [KEY + week * 7 * DAY for week in range(5)]


def test_a_clock_that_jumps_back_repeats_nothing(tx, club, now):
    """What was sent on Monday is not sent on a second Monday morning."""
    weekly(tx, club, now)
    send(tx, DUE)
    ledger.rewind(tx, now=DUE - HOUR)
    assert claim(tx, DUE) == []


def test_a_single_day_that_a_wrong_clock_passed_comes_after_all(tx, club, now):
    """The end of a challenge is not lost to an hour in the wrong year."""
    once = Plan(ONCE, time(8), "UTC", day=DUE.date())
    schedules.put(tx, "end", club, 3, once, now=now)
    assert claim(tx, DUE + 400 * DAY) == []
    ledger.rewind(tx, now=now)
    assert send(tx, DUE) == DUE.date()


def test_a_single_day_can_be_moved_until_it_came(tx, club, now):
    """A challenge that is extended ends later, and once."""
    once = Plan(ONCE, time(8), "UTC", day=DUE.date())
    schedules.put(tx, "end", club, 3, once, now=now)
    later = replace(once, day=DUE.date() + DAY)
    schedules.put(tx, "end", club, 3, later, now=now)
    assert claim(tx, DUE) == [] and send(tx, DUE + DAY) == later.day
    schedules.put(tx, "end", club, 3, replace(later, at=time(9)), now=DUE + DAY)
    assert claim(tx, DUE + 3 * DAY) == []


def test_a_forgotten_owner_is_no_longer_due(tx, club, now):
    """Between claim and send everything of a member may go."""
    schedules.put(tx, "motivation", club, 5, replace(WEEKLY, every=DAYS), now=now, member_id=5)
    occurrence = one(tx, DUE)
    assert schedules.still_due(tx, occurrence)
    tx.execute("DELETE FROM schedules WHERE member_id = 5")
    assert not schedules.still_due(tx, occurrence)
    settle(tx, occurrence, Sent(1, 2), DUE)
    assert states(tx) == []


def test_old_rows_go_and_the_last_sent_stay(tx, club, now):
    """Of a year of weeks the last fourteen sent are kept, so that no jump of the clock repeats one."""
    weekly(tx, club, now)
    for week in range(52):
        send(tx, DUE + 7 * week * DAY)
    ledger.purge(tx, now=DUE + 700 * DAY)
    assert len(states(tx)) == ledger.KEPT_SENT


def test_an_idle_tick_reads_one_row_of_an_index(tx, club):
    """However many plans there are, the next due instant is the first entry of an index."""
    plan = tx.execute(
        "EXPLAIN QUERY PLAN SELECT wake_at FROM schedules WHERE wake_at IS NOT NULL"
        " ORDER BY wake_at LIMIT 1"
    ).fetchall()
    assert all("schedules_awake" in step["detail"] for step in plan)


def early(tx, club, now, key=KEY):
    return schedules.bring_forward(tx, "recap", club, key, now=now)


def test_what_is_brought_forward_comes_no_second_time(tx, club, now):
    """Its key is settled, and the next one comes at its time."""
    weekly(tx, club, now)
    brought = early(tx, club, DUE - HOUR)
    assert (brought.key, brought.due_at) == (KEY, DUE - HOUR)
    assert schedules.is_under_way(tx, "recap", club, KEY)
    assert early(tx, club, DUE - HOUR) is None and claim(tx, DUE - HOUR) == []
    schedules.settle(tx, brought, Sent(5, 6), now=DUE - HOUR)
    assert claim(tx, DUE) == [] and send(tx, DUE + 7 * DAY) == KEY + 7 * DAY


def test_what_was_surely_not_sent_comes_in_time(tx, club, now):
    """As if it had never been brought forward."""
    weekly(tx, club, now)
    schedules.settle(tx, early(tx, club, DUE - HOUR), None, now=DUE - HOUR)
    assert states(tx) == [] and claim(tx, DUE - HOUR) == []
    assert send(tx, DUE) == KEY


def test_a_crash_after_it_was_brought_forward_is_looked_into(tx, club, now):
    """The next process takes it up at once, knowing that it may have been sent."""
    weekly(tx, club, now)
    brought = early(tx, club, DUE - HOUR)
    ledger.resume(tx, now=DUE - HOUR)
    again = one(tx, DUE - HOUR)
    assert again.occurrence_id == brought.occurrence_id and again.maybe_sent


def test_what_waits_for_its_next_try_is_taken_up(tx, club, now):
    """Unless it may have arrived; and it is given back to wait as before."""
    weekly(tx, club, now)
    settle(tx, one(tx, DUE), Failed("Discord said 403 (50013)"), DUE)
    assert not schedules.is_under_way(tx, "recap", club, KEY)
    brought = early(tx, club, DUE)
    assert brought.key == KEY and not brought.maybe_sent
    assert schedules.is_under_way(tx, "recap", club, KEY) and early(tx, club, DUE) is None
    schedules.settle(tx, brought, None, now=DUE)
    again = one(tx, DUE + HOUR)
    settle(tx, again, Failed("no answer", maybe_sent=True), DUE + HOUR)
    assert early(tx, club, DUE + HOUR) is None
    assert schedules.is_under_way(tx, "recap", club, KEY)


def test_only_what_comes_next_is_brought_forward(tx, club, now):
    """Neither another week, nor anything of a plan that is off."""
    weekly(tx, club, now)
    assert early(tx, club, now, KEY + 7 * DAY) is None
    schedules.stop(tx, "recap", club, club, now=now)
    assert early(tx, club, now) is None
