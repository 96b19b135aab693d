"""Weeks in a row: what keeps them, what they are told as, and the calendar under them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import almanac
from bot.almanac import Weeks
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.consistency import service as consistency
from bot.consistency.model import PLAIN, Habit, rhythm, streak
from bot.members import service as members
from bot.members.model import Pause
from bot.runs.model import Form, Post
from tests.rooms import TODAY

"""A Wednesday; its week began on the 16th."""
MONDAYS = Weeks()


def weeks_ago(*weeks):
    """A day in each of these weeks, the newest first."""
    return sorted((TODAY - timedelta(weeks=n) for n in weeks), reverse=True)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], 0),
        (weeks_ago(0), 1),
        (weeks_ago(0, 1, 2), 3),
        (weeks_ago(1, 2, 3), 3),
        (weeks_ago(2, 3), 0),
        (weeks_ago(0, 1, 3, 4), 2),
        ([TODAY + timedelta(days=7), *weeks_ago(0, 1)], 2),
    ],
)
def test_weeks_in_a_row(days, expected):
    """The running week counts once it can, and ends nothing before it is over."""
    assert streak(days, MONDAYS, PLAIN, today=TODAY) == expected


def test_a_member_asks_as_much_as_they_like():
    """With two days a week, a week with one day does not count."""
    days = [TODAY, TODAY - timedelta(days=1), *weeks_ago(1)]
    assert streak(days, MONDAYS, Habit(weekly_days=2), today=TODAY) == 1


def test_planned_rest_asks_for_less():
    """Six days a week with two of planned rest are five."""
    week = [date(2026, 11, 16) + timedelta(days=n) for n in (4, 3, 2, 1, 0)]
    habit = Habit(weekly_days=6, rest_days=frozenset({5, 6}))
    assert streak(week, MONDAYS, habit, today=date(2026, 11, 22)) == 1
    assert streak(week, MONDAYS, Habit(weekly_days=6), today=date(2026, 11, 22)) == 0


def test_rest_on_purpose_keeps_a_week():
    """A day of rest on purpose counts like an active one."""
    habit = Habit(rests=frozenset(weeks_ago(1)))
    assert streak(weeks_ago(0, 2), MONDAYS, habit, today=TODAY) == 3


def test_a_day_of_rest_and_of_a_run_is_one_day():
    """Who rested on purpose and ran after all did not have two active days."""
    habit = Habit(weekly_days=2, rests=frozenset({TODAY}))
    assert streak([TODAY], MONDAYS, habit, today=TODAY) == 0
    assert streak([TODAY, TODAY - timedelta(days=1)], MONDAYS, habit, today=TODAY) == 1


def test_a_pause_keeps_the_streak():
    """Weeks that a pause touches neither count nor end it; a run meanwhile counts its week."""
    pause = Pause(TODAY - timedelta(weeks=3), TODAY - timedelta(weeks=1))
    habit = Habit(pauses=(pause,))
    assert streak(weeks_ago(0, 4, 5), MONDAYS, habit, today=TODAY) == 3
    assert streak(weeks_ago(0, 2, 4, 5), MONDAYS, habit, today=TODAY) == 4
    assert streak(weeks_ago(0, 5), MONDAYS, habit, today=TODAY) == 1


def test_a_pause_over_new_year():
    """The weeks of a turning year are weeks like others."""
    pause = Pause(date(2026, 12, 20), date(2027, 1, 9))
    days = [date(2027, 1, 12), date(2026, 12, 16)]
    assert streak(days, MONDAYS, Habit(pauses=(pause,)), today=date(2027, 1, 13)) == 2


def test_a_lengthened_week_is_one_week():
    """After a change of the week's start, its thirteen days count once."""
    weeks = MONDAYS.starting_on(almanac.SUNDAY, today=TODAY)
    days = [date(2026, 11, 27), TODAY, date(2026, 11, 10)]
    assert streak(days, weeks, PLAIN, today=date(2026, 11, 28)) == 2


def test_the_rhythm_of_four_weeks():
    """Active days of the last four whole weeks, the oldest first, without the running one."""
    active = {
        date(2026, 11, 16): 1,
        date(2026, 11, 9): 2,
        date(2026, 10, 26): 1,
        date(2026, 9, 7): 5,
    }
    assert rhythm(active, MONDAYS, today=TODAY) == (0, 1, 0, 2)


def naive(days, habit, today):
    """The same, week by week over everything."""
    first, total = almanac.week_of(today), 0
    while days and first + timedelta(days=6) >= min(days):
        last = first + timedelta(days=6)
        active = [day for day in days if first <= day <= last]
        rested = [day for day in habit.rests if first <= day <= last]
        wanted = max(1, min(habit.weekly_days, 7 - len(habit.rest_days)))
        if len({*active, *rested}) >= wanted:
            total += 1
        elif first != almanac.week_of(today) and not habit.excuses(first, last):
            return total
        first -= timedelta(days=7)
    return total


@given(
    ago=st.sets(st.integers(0, 90)),
    aim=st.integers(1, 7),
    rest=st.frozensets(st.integers(0, 6)),
    paused=st.tuples(st.integers(0, 90), st.integers(0, 30)),
    rests=st.sets(st.integers(0, 90), max_size=4),
)
def test_a_streak_equals_the_plain_count(ago, aim, rest, paused, rests):
    """Taking days one after the other gives what counting every week gives."""
    begin = TODAY - timedelta(days=paused[0])
    habit = Habit(
        aim,
        rest,
        (Pause(begin, begin + timedelta(days=paused[1])),),
        frozenset(TODAY - timedelta(days=n) for n in rests),
    )
    days = [TODAY - timedelta(days=n) for n in sorted(ago)]
    assert streak(days, MONDAYS, habit, today=TODAY) == naive(days, habit, TODAY)


def test_it_is_told_once_a_week(runner):
    """With the first run of a week, from the second week on."""
    assert runner.told(runner.log(*weeks_ago(1), 5000), "streak") == []
    assert runner.told(runner.log(TODAY, 5000), "streak") == ["2 weeks in a row"]
    assert runner.told(runner.log(TODAY, 5000), "streak") == []
    assert runner.told(runner.log(*weeks_ago(2), 5000), "streak") == []


def test_the_first_day_of_a_week_counts_for_it(runner):
    """Who ran on Monday was told then, and not again on Wednesday."""
    runner.log(*weeks_ago(1), 5000)
    assert runner.told(runner.log(date(2026, 11, 16), 5000), "streak") == ["2 weeks in a row"]
    assert runner.told(runner.log(TODAY, 5000), "streak") == []


def test_in_public_only_what_everybody_could_count(runner):
    """Own aims, a pause and private runs change nothing in public, and everything in private."""
    runner.log(*weeks_ago(2), 5000)
    members.pause(
        runner.tx, runner.member_id, 3, "flu", today=TODAY - timedelta(days=9), now=runner.now
    )
    public = runner.log(TODAY, 5000)
    assert runner.told(public, "streak") == []
    runner.withdraw(public)
    assert runner.told(runner.log(TODAY, 5000, private=True), "streak") == ["2 weeks in a row"]


def test_rest_on_purpose_is_ones_own(runner):
    """It keeps the private streak and is nothing in public."""
    runner.log(*weeks_ago(2), 5000)
    consistency.rest_on_purpose(runner.tx, runner.member_id, *weeks_ago(1), now=runner.now)
    consistency.rest_on_purpose(runner.tx, runner.member_id, *weeks_ago(1), now=runner.now)
    assert runner.told(runner.log(TODAY, 5000, private=True), "streak") == ["3 weeks in a row"]
    assert runner.told(runner.log(TODAY, 5000), "streak") == []


def test_the_weeks_are_the_clubs(runner):
    """Sunday and the Monday after are one week where weeks begin on Sunday."""
    runner.log(date(2026, 11, 15), 5000)
    assert runner.told(runner.log(date(2026, 11, 16), 5000), "streak") == ["2 weeks in a row"]
    clubs.choose(
        runner.tx,
        runner.club_id,
        "Owls",
        Wishes(week_start="sunday"),
        now=runner.now - timedelta(weeks=4),
        defaults=Defaults(),
    )
    assert runner.told_now(runner.log(date(2026, 11, 17), 5000), "streak") == []


BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("zone", "posted", "weeks"),
    [
        # The clocks go back at 01:00 UTC on Sunday 25 October: 00:30 and 23:30 UTC are Sunday and Monday there.
        (BERLIN, ["2026-10-25T00:30", "2026-10-25T23:30"], 2),
        # They go forward on Sunday 29 March: 22:30 UTC is Monday already.
        (BERLIN, ["2026-03-29T00:30", "2026-03-29T22:30"], 2),
        (BERLIN, ["2026-03-28T23:30", "2026-03-29T21:30"], 1),
        # Over New Year, with a week that has days of both years.
        ("UTC", ["2026-12-24T12:00", "2026-12-31T12:00", "2027-01-04T12:00"], 3),
        ("UTC", ["2026-12-31T12:00", "2027-01-01T12:00"], 1),
    ],
)
def test_weeks_are_counted_by_local_days(runner, zone, posted, weeks):
    """Neither a night of 23 or 25 hours nor New Year makes a week more or less."""
    choose_zone(runner, zone)
    told = [log_at(runner, instant) for instant in posted]
    expected = [f"{weeks} weeks in a row"] if weeks > 1 else []
    assert told[-1] == expected


def test_a_changed_zone_leaves_the_days_of_runs(runner):
    """Runs keep the days they had; from then on days are those of the new zone."""
    choose_zone(runner, "Pacific/Auckland")
    log_at(runner, "2026-11-08T12:00")  # Monday 9 November there
    choose_zone(runner, "America/Los_Angeles")
    assert log_at(runner, "2026-11-16T05:00") == []  # still Sunday 15 November: the same week
    assert log_at(runner, "2026-11-16T20:00") == ["2 weeks in a row"]


def test_a_day_of_next_week_says_nothing_of_this_one(runner):
    """Who ran where Monday had begun, and then where it is Sunday still, is told of the week that ends."""
    log_at(runner, "2026-11-10T12:00")
    choose_zone(runner, "Pacific/Auckland")
    log_at(runner, "2026-11-22T12:00")  # Monday 23 November there
    choose_zone(runner, "America/Los_Angeles")
    assert log_at(runner, "2026-11-22T20:00") == ["2 weeks in a row"]


def choose_zone(runner, zone):
    """The club's zone, and so that of its members."""
    clubs.choose(
        runner.tx, runner.club_id, "Owls", Wishes(zone=zone), now=runner.now, defaults=Defaults()
    )


def log_at(runner, instant):
    """A run posted at an instant in UTC, of that day; gives what is told of weeks."""
    runner.now = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    runner.posts += 1
    source = f"interaction:{runner.posts}"
    post = Post(runner.club_id, "Owls", runner.member_id, "Ana", source, runner.now)
    logged = runner.book.log_form(runner.tx, post, Form(distance="5 km"), now=runner.now)
    return runner.told(logged, "streak")


def test_helping_out_is_an_active_day(runner):
    """A week of helping out counts like one with a run."""
    runner.log(*weeks_ago(2), 5000)
    runner.log(*weeks_ago(1), kind="volunteer")
    assert runner.told(runner.log(TODAY, kind="volunteer"), "streak") == ["3 weeks in a row"]
