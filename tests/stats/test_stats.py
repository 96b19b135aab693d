"""`/my stats`: totals, calendar, weeks and bests, whole for oneself and public for others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.consistency import service as consistency
from bot.consistency.model import PLAIN, Habit
from bot.members import service as members
from bot.stats import model, service
from bot.stats.refusals import NothingToShare, NotToBeNamed
from tests.rooms import NOW, TODAY, Runner, days_ago
from tests.stats import naive


def stats(runner, period="all", *, for_others=False):
    asked = service.stats_for_others if for_others else service.stats
    return asked(
        runner.tx,
        runner.club_id,
        runner.member_id,
        period=period,
        now=runner.now,
        defaults=Defaults(),
    )


def test_nobody_has_run_yet(runner):
    """A member without a run has empty stats, and the first run to come."""
    found = stats(runner)
    assert found.total == model.Totals() and found.longest is None and found.streak == 0
    assert found.best_week is None and (found.coming[0].goal, found.coming[0].done) == (1, 0)
    assert (
        set(found.calendar) == {None}
        and found.calendar_first + timedelta(days=len(found.calendar) - 1) == TODAY
    )


def test_helping_out_is_an_active_day_and_no_run(runner):
    """It stands in the calendar and in the active days, and in no number of runs."""
    runner.log(days_ago(1), kind="volunteer")
    runner.log(TODAY, 5000, 1500)
    found = stats(runner)
    assert (found.total, found.ever) == (model.Totals(5000, 1, 1500, 2), 1)
    assert found.calendar[-2:] == (0, 5000) and found.coming[0].done == 1


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


TURNS = st.lists(
    st.tuples(st.integers(0, 300), st.sampled_from(["monday", "sunday", "saturday"])), max_size=3
)
RUNS = st.lists(
    st.builds(
        naive.Logged,
        st.integers(-1, 420).map(days_ago) | st.integers(0, 20).map(days_ago),
        st.sampled_from([None, 1000, 3000, 4980, 5000, 5050, 9990, 10_000, 21_097, 42_195]),
        st.sampled_from([None, 300, 1500, 1501, 3600]),
    ),
    max_size=30,
)
FLAGS = st.lists(st.sampled_from(["", "", "", "private", "withdrawn", "other"]), min_size=30)


@given(
    runs=RUNS,
    flags=FLAGS,
    turns=TURNS,
    period=st.sampled_from(["week", "month", "year", "all"]),
    aim=st.integers(1, 4),
    rests=st.lists(st.integers(0, 60).map(days_ago), max_size=4),
    for_others=st.booleans(),
)
def test_stats_are_those_of_all_runs(new_tx, runs, flags, turns, period, aim, rests, for_others):
    """What SQL sums is what counting every run gives, whatever weeks, rest, private and withdrawn runs there are."""
    with new_tx() as tx:
        runner = Runner(tx, NOW)
        seen = log_all(runner, runs, flags, for_others=for_others)
        weeks = turn_weeks(runner, turns)
        members.choose(tx, runner.member_id, weekly_days=aim, now=NOW)
        for day in rests:
            consistency.rest_on_purpose(tx, runner.member_id, day, now=NOW)
        habit = PLAIN if for_others else Habit(aim, rests=frozenset(rests))
        if for_others and not seen:
            with pytest.raises(NothingToShare):
                stats(runner, period, for_others=True)
            return
        found = stats(runner, period, for_others=for_others)
    assert found.ever == len(seen)
    assert found.total == naive.totals(seen, naive.first_day(period, weeks, TODAY))
    assert found.calendar == naive.calendar(seen, weeks, TODAY)
    assert [(one.first, one.metres) for one in found.weeks] == naive.chart(seen, weeks, TODAY)
    told = {key: (one.day, one.duration_s) for key, one in found.fastest.items()}
    assert told == naive.fastest(seen)
    best = found.longest
    assert (best and (best.distance_m, best.day)) == naive.longest(seen)
    assert pair(found.best_week) == naive.most(seen, weeks.first, weeks.last)
    assert pair(found.best_month) == naive.most(seen, naive.month_first, naive.month_last)
    assert found.streak == naive.streak(seen, weeks, habit, TODAY)
    assert found.rhythm == naive.rhythm(seen, weeks, TODAY)
    assert {one.done for one in found.coming} == {len(seen), sum(run.metres or 0 for run in seen)}


def log_all(runner, runs, flags, *, for_others):
    """Logs them in their order; gives those that stats are to know of."""
    seen = []
    for run, flag in zip(runs, flags, strict=False):
        member_id = 99 if flag == "other" else runner.member_id
        insert(runner, run, member_id, private=flag == "private", withdrawn=flag == "withdrawn")
        if flag == "" or (flag == "private" and not for_others):
            seen.append(run)
    return seen


def insert(runner, run, member_id, *, private, withdrawn):
    """Straight into the table: whether the book would have asked first is no matter here."""
    clubs.ensure(runner.tx, runner.club_id, "Owls", now=runner.now, defaults=Defaults())
    runner.posts += 1
    post_id = runner.tx.execute(
        "INSERT INTO posts (club_id, member_id, source, private, posted_at) VALUES (?, ?, ?, ?, 0)",
        (runner.club_id, member_id, f"test:{runner.posts}", private),
    ).lastrowid
    figures = (run.day.isoformat(), run.metres, run.seconds, private, 1 if withdrawn else None)
    runner.tx.execute(
        "INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
        " private, withdrawn_at, logged_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, 0)",
        (post_id, runner.club_id, member_id, *figures),
    )


def turn_weeks(runner, turns):
    """The club changes the start of its week so many days ago; gives its weeks."""
    for days, start in sorted(turns, reverse=True):
        clubs.choose(
            runner.tx,
            runner.club_id,
            "Owls",
            Wishes(week_start=start),
            now=runner.now - timedelta(days=days),
            defaults=Defaults(),
        )
    club = clubs.find(runner.tx, runner.club_id)
    return club.weeks if club else Weeks()


def pair(span):
    """A span as the naive count gives it."""
    return span and (span.first, span.metres)


def test_two_equal_bests_are_the_first(runner):
    """Of two runs that are equally good, the one of the earlier day is told."""
    for back in (3, 9, 5):
        runner.log(days_ago(back), 5000, 1500)
    found = stats(runner)
    assert found.fastest["5k"].day == found.longest.day == days_ago(9)


def test_twenty_thousand_runs(runner):
    """A member with more runs than anybody has sums, bests and weeks like everybody."""
    insert(
        runner, naive.Logged(TODAY, 5000, 1500), runner.member_id, private=False, withdrawn=False
    )
    runner.tx.execute(
        "WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 19999)"
        " INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
        " private, logged_at) SELECT post_id, n, club_id, member_id,"
        " date(day, '-' || (n / 5) || ' days'), 4000 + n % 1000, 1500 + n, 0, 0 FROM runs, more"
    )
    found = stats(runner)
    assert found.ever == found.total.runs == 20_000 and found.total.days == 4000
    assert found.fastest["5k"].duration_s == 1500 and found.longest.distance_m == 5000
    assert found.streak == 572


def test_one_run(runner):
    """A single run is a total, a week, a month, the longest, and a week in a row."""
    runner.log(TODAY, 5000, 1500)
    found = stats(runner)
    assert found.total == model.Totals(5000, 1, 1500, 1) and found.streak == 1
    assert found.best_week.metres == found.best_month.metres == found.longest.distance_m == 5000
