"""Plans: by which date an occurrence is known, which days it covers, and when it is due."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import Weeks
from bot.schedule.model import DAYS, MONTH, ONCE, WEEK, YEAR, Plan

MONDAY, WEDNESDAY, SATURDAY, SUNDAY = 0, 2, 5, 6
FIRST = date(2026, 11, 16)
"""A Monday."""
ZONES = ("UTC", "Europe/Berlin", "Pacific/Apia", "America/Santiago", "Pacific/Kiritimati")


def weekly(weekday=MONDAY, at=time(8), zone="UTC", weeks=None):
    return Plan(WEEK, at, zone, frozenset({weekday}), weeks=weeks or Weeks())


def at(day, hour=8):
    return datetime.combine(date.fromisoformat(day), time(hour), UTC)


@pytest.mark.parametrize(
    ("weekday", "hour", "due"),
    [
        (MONDAY, 8, "2026-11-23"),
        (WEDNESDAY, 20, "2026-11-25"),
        (SATURDAY, 8, "2026-11-28"),
        (SUNDAY, 12, "2026-11-22"),
        (SUNDAY, 11, "2026-11-29"),
    ],
)
def test_a_week_is_due_on_the_chosen_day_after_it(weekday, hour, due):
    """On the week's own last day only from noon on."""
    assert weekly(weekday, time(hour)).due_at(FIRST) == at(due, hour)


def test_a_lengthened_week_is_covered_as_a_whole():
    """A week that a new first day lengthens is due after its real end."""
    weeks = Weeks().starting_on(SUNDAY, today=date(2026, 11, 18))
    plan = weekly(SUNDAY, time(8), weeks=weeks)
    assert plan.last(FIRST) == date(2026, 11, 28)
    assert plan.due_at(FIRST) == at("2026-11-29")
    assert plan.following(FIRST) == date(2026, 11, 29)


def test_months_and_years_are_due_on_the_first_day_after():
    """November on 1 December, 2026 on 1 January."""
    assert Plan(MONTH, time(8), "UTC").due_at(date(2026, 11, 1)) == at("2026-12-01")
    assert Plan(MONTH, time(8), "UTC").following(date(2026, 12, 1)) == date(2027, 1, 1)
    assert Plan(YEAR, time(8), "UTC").due_at(date(2026, 1, 1)) == at("2027-01-01")


def test_one_day_is_due_once():
    """After a single day nothing follows."""
    plan = Plan(ONCE, time(8), "UTC", day=FIRST)
    assert (plan.upcoming(at("2026-11-18")), plan.following(FIRST)) == (FIRST, None)


def test_no_weekday_is_never_due():
    """A plan for no day at all has nothing upcoming."""
    assert Plan(DAYS, time(8), "UTC").upcoming(at("2026-11-18")) is None


def test_a_skipped_day_keeps_its_date_and_comes_once():
    """Samoa had no 30 December 2011: known by it, due on the 31st, and the 31st itself is the same instant."""
    plan = Plan(DAYS, time(8), "Pacific/Apia", frozenset(range(7)))
    skipped = date(2011, 12, 30)
    assert plan.due_at(skipped) == datetime(2011, 12, 30, 18, tzinfo=UTC)
    assert plan.following(skipped) == date(2012, 1, 1)


@pytest.mark.parametrize("hour", [0, 2, 8, 23])
def test_the_weekly_hour_stays_on_the_wall(hour):
    """Over every change of clocks the weekly occurrence is at the same wall time, or later by the gap."""
    plan = weekly(SUNDAY, time(hour, 30), zone="Europe/Berlin")
    key = date(2026, 1, 5)
    for _ in range(52):
        local = plan.due_at(key).astimezone(plan._zone)
        assert local.hour == (3 if (hour, local.date()) == (2, date(2026, 3, 29)) else hour)
        key = plan.following(key)


plans = st.one_of(
    st.builds(
        weekly, st.integers(0, 6), st.times().map(lambda t: t.replace(second=0, microsecond=0)),
        st.sampled_from(ZONES),
    ),
    st.builds(
        Plan, st.just(DAYS), st.just(time(7, 30)), st.sampled_from(ZONES),
        st.frozensets(st.integers(0, 6), min_size=1),
    ),
    st.builds(Plan, st.sampled_from([MONTH, YEAR]), st.just(time(0, 30)), st.sampled_from(ZONES)),
)  # fmt: skip
instants = st.datetimes(datetime(2008, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@given(plans, instants)
def test_upcoming_is_the_first_not_yet_past(plan, now):
    """What is upcoming is due now or later, and the one before it was due earlier."""
    key = plan.upcoming(now)
    assert plan.due_at(key) >= now
    before = plan.upcoming(now - timedelta(days=400))
    while plan.following(before) <= key and before != key:
        assert plan.due_at(before) < now
        before = plan.following(before)


@given(plans, instants)
def test_one_follows_the_other_without_a_gap(plan, now):
    """Later keys are due later; periods leave no day uncovered."""
    keys = [plan.upcoming(now)]
    for _ in range(30):
        keys.append(plan.following(keys[-1]))
    for earlier, later in pairwise(keys):
        assert plan.due_at(earlier) < plan.due_at(later)
        assert not plan.is_of_periods or plan.last(earlier) + timedelta(days=1) == later
