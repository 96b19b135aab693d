"""`/my stats`: totals, calendar, weeks and bests, whole for oneself and public for others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import SUNDAY, Weeks
from bot.bests.model import Effort
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.stats import model, service
from bot.stats.refusals import NotToBeNamed

TODAY = date(2026, 11, 18)


def stats(runner, period="all", **more):
    return service.stats(
        runner.tx,
        runner.club_id,
        runner.member_id,
        period=period,
        now=runner.now,
        defaults=Defaults(),
        **more,
    )


def days_ago(days):
    return TODAY - timedelta(days=days)


def test_nobody_has_run_yet(runner):
    """A member without a run has empty stats, and the first run to come."""
    found = stats(runner)
    assert found.total == model.Totals() and found.longest is None and found.streak == 0
    assert found.best_week is None and (found.coming[0].goal, found.coming[0].done) == (1, 0)
    assert (
        set(found.calendar) == {None}
        and found.calendar_first + timedelta(days=len(found.calendar) - 1) == TODAY
    )


@pytest.mark.parametrize(
    ("period", "runs", "metres"),
    [("week", 1, 5000), ("month", 2, 15_000), ("year", 3, 18_000), ("all", 4, 39_100)],
)
def test_totals_of_a_period(runner, period, runs, metres):
    """Week, month and year are those of today."""
    runner.log(TODAY, 5000, 1500)
    runner.log(date(2026, 11, 3), 10_000, 3300)
    runner.log(date(2026, 3, 3), 3000)
    runner.log(date(2025, 12, 31), 21_100, 7200)
    total = stats(runner, period).total
    assert (total.runs, total.metres) == (runs, metres)


def test_bests_of_all_time(runner):
    """Fastest for each standard, the longest, and the most in a week and a month."""
    runner.log(days_ago(20), 5000, 1600)
    runner.log(days_ago(19), 5000, 1500)
    runner.log(TODAY, 8000, 3000)
    found = stats(runner, "week")
    assert found.fastest == {"5k": Effort(days_ago(19), 5000, 1500)}
    assert found.longest.distance_m == 8000
    assert found.best_week == model.Span(date(2026, 10, 26), 10_000)
    assert found.best_month == model.Span(date(2026, 10, 1), 10_000)


def test_the_last_weeks_end_with_this_one(runner):
    """Fourteen weeks, those without a run too."""
    runner.log(TODAY, 5000)
    runner.log(days_ago(14), 3000)
    weeks = stats(runner).weeks
    assert len(weeks) == 14 and weeks[-1] == model.Span(date(2026, 11, 16), 5000)
    assert [span.metres for span in weeks[-4:]] == [0, 3000, 0, 5000]


def test_a_day_without_figures_is_a_day(runner):
    """A freedom run colours its day."""
    runner.log(TODAY)
    assert stats(runner).calendar[-1] == 0 and stats(runner).calendar[-2] is None


def test_others_see_public_runs_alone(runner):
    """Private runs, aims and pauses are in one's own stats and in nothing that is shared."""
    runner.log(TODAY, 5000, 1500)
    shared = stats(runner, for_others=True)
    runner.log(TODAY, 30_000, 9000, private=True)
    runner.log(days_ago(7), 3000, private=True)
    members.choose(runner.tx, runner.member_id, weekly_days=3, now=runner.now)
    assert stats(runner, for_others=True) == shared
    assert stats(runner).total.runs == 3


def test_whoever_is_not_named_shares_nothing(runner):
    """Neither by their own choice nor during a pause."""
    runner.log(TODAY, 5000)
    members.pause(runner.tx, runner.member_id, 3, None, today=TODAY, now=runner.now)
    with pytest.raises(NotToBeNamed):
        stats(runner, for_others=True)
    members.pause(runner.tx, runner.member_id, 0, None, today=TODAY, now=runner.now)
    members.choose(runner.tx, runner.member_id, named=False, now=runner.now)
    with pytest.raises(NotToBeNamed):
        stats(runner, for_others=True)


RUNS = st.lists(st.tuples(st.integers(0, 400), st.sampled_from([None, 3000, 10_000])), max_size=40)


@given(RUNS)
def test_weeks_and_months_hold_every_metre(runs):
    """The sums of all weeks and of all months are the sum of all runs, also over a changed week."""
    efforts = sorted(
        (Effort(days_ago(back), metres, None) for back, metres in runs), key=lambda run: run.day
    )
    weeks = Weeks().starting_on(SUNDAY, today=days_ago(100))
    total = sum(run.distance_m or 0 for run in efforts)
    by_week = model.by_week(efforts, weeks)
    assert sum(span.metres for span in by_week) == total
    assert sum(span.metres for span in model.by_month(efforts)) == total
    assert len({span.first for span in by_week}) == len(by_week)
    assert all(weeks.first(span.first) == span.first for span in by_week)
