"""What the bot does for itself: due, claimed and done."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.schedule import duties

DAY = timedelta(days=1)


def claim(tx, now):
    return duties.claim(tx, "backup", DAY, now=now)


def test_what_never_happened_is_due_at_once(tx, now):
    """The first occurrence is due now, and is claimed as the first attempt."""
    occurrence = claim(tx, now)
    assert (occurrence.due_at, occurrence.attempts) == (now, 1)


def test_what_is_done_is_due_again_a_day_later(tx, now):
    """Nothing is due within a day of the last success, and one occurrence after it."""
    duties.mark_done(tx, claim(tx, now), now=now)
    assert claim(tx, now + DAY - timedelta(seconds=1)) is None
    assert duties.next_due(tx, "backup", DAY, now=now) == now + DAY
    assert claim(tx, now + DAY).due_at == now + DAY


def test_after_a_month_away_it_happens_once(tx, now):
    """Missed days do not pile up."""
    duties.mark_done(tx, claim(tx, now), now=now)
    back = now + 30 * DAY
    duties.mark_done(tx, claim(tx, back), now=back)
    assert claim(tx, back) is None


def test_what_a_crash_left_open_is_taken_up_again(tx, now):
    """A claim without an end is the same occurrence, tried once more."""
    first = claim(tx, now)
    again = claim(tx, now + timedelta(minutes=3))
    assert (again.due_at, again.attempts) == (first.due_at, 2)


def test_a_failure_is_tried_after_1_5_15_and_60_minutes(tx, now):
    """Each failure waits longer, the last wait repeats."""
    waits = []
    for _ in range(5):
        occurrence = claim(tx, now)
        again = duties.mark_failed(tx, occurrence, now=now)
        waits.append((again - now) // timedelta(minutes=1))
        assert claim(tx, again - timedelta(seconds=1)) is None
        now = again
    assert waits == [1, 5, 15, 60, 60]


def test_kinds_do_not_wait_for_each_other(tx, now):
    """What one kind did says nothing of another."""
    duties.mark_done(tx, claim(tx, now), now=now)
    assert duties.claim(tx, "tidy", DAY, now=now) is not None


def test_what_was_done_is_told(tx, now):
    """The kinds done since an instant are known."""
    duties.mark_done(tx, claim(tx, now), now=now)
    assert duties.done_since(tx, now) == ["backup"]
    assert duties.done_since(tx, now + timedelta(seconds=1)) == []


def test_old_rows_are_cleared_away(tx, now):
    """Of what is done, ninety days stay."""
    duties.mark_done(tx, claim(tx, now), now=now)
    later = now + 91 * DAY
    duties.mark_done(tx, claim(tx, later), now=later)
    assert tx.execute("SELECT count(*) FROM duties").fetchone()[0] == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 5000), st.booleans()), max_size=60))
def test_successes_are_never_closer_than_a_day(tx, now, steps):
    """However the timer wakes and whatever fails, a day lies between two successes."""
    tx.execute("DELETE FROM duties")
    done = []
    for minutes, succeeds in steps:
        now += timedelta(minutes=minutes)
        occurrence = claim(tx, now)
        if occurrence and succeeds:
            duties.mark_done(tx, occurrence, now=now)
            done.append(now)
        elif occurrence:
            duties.mark_failed(tx, occurrence, now=now)
    assert all(later - earlier >= DAY for earlier, later in pairwise(done))
