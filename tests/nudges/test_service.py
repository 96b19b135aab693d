"""When a nudge is due, and when none is."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import almanac
from bot.members import forget
from bot.members import service as members
from bot.nudges import service as nudges
from bot.nudges.model import NUDGE, is_quiet, next_day
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import Ready, Sent, Skipped
from tests.rooms import TODAY, new_book

ANA, CLUB = 11, 1


@pytest.fixture
def ana(runner):
    """A member whose runs move nudges."""
    runner.book = new_book(nudges.ran)
    return runner


def choose(tx, now, **chosen):
    members.choose(tx, ANA, now=now, **chosen)
    nudges.follow(tx, CLUB, ANA, now=now)


def planned(tx):
    """The day of the standing nudge, None without one."""
    plan = schedules.find(tx, NUDGE, CLUB, ANA)
    return plan.key if plan and plan.active else None


def sent(tx, now):
    """Let what is due be sent; gives the words, or why none."""
    claimed = ledger.claim(tx, now=now)
    if not claimed:
        return None
    (occurrence,) = claimed
    found = nudges.facts(tx, occurrence, now)
    if isinstance(found, Ready):
        nudges.note(tx, occurrence, found.about)
        assert nudges.facts(tx, occurrence, now) == found
    outcome = Sent(5, 7, direct=True) if isinstance(found, Ready) else found
    ledger.settle(tx, {occurrence: outcome}, now=now)
    return found.about.words if isinstance(found, Ready) else found.reason


def evening(day):
    return datetime.fromisoformat(f"{day}T17:31+00:00")


def test_it_comes_once_after_so_many_quiet_days_and_then_never(tx, now, ana):
    """Seven days after the last run, once; silence until the next run, and then again."""
    ana.log(TODAY, 5000)
    choose(tx, now, dms="nudge")
    assert planned(tx) == TODAY + timedelta(days=7)
    first = sent(tx, evening("2026-11-25"))
    assert first and sent(tx, evening("2026-12-25")) is None
    ana.now = evening("2027-01-02")
    ana.log(date(2027, 1, 2), 3000)
    assert planned(tx) == date(2027, 1, 9)
    second = sent(tx, evening("2027-01-09"))
    assert second and second != first


def test_a_run_moves_it(tx, now, ana):
    """Also a private one, a back-dated one, and one in another club; an older run moves nothing back."""
    choose(tx, now, dms="nudge")
    ana.log(TODAY, 5000)
    for days, run_day in ((2, 2), (4, 1)):
        ana.now = now + timedelta(days=days)
        ana.log(TODAY + timedelta(days=run_day), 5000, private=True)
        assert planned(tx) == TODAY + timedelta(days=days + 7)
    ana.club_id, ana.now = 2, now + timedelta(days=6)
    ana.log(TODAY + timedelta(days=6), 5000)
    assert planned(tx) is None  # it goes on in the club where the run was
    plan = schedules.find(tx, NUDGE, 2, ANA)
    assert plan.active and plan.key == TODAY + timedelta(days=13)


def test_who_asked_for_none_gets_none(tx, now, ana):
    """Neither without a choice, nor after it was taken back, nor for recaps alone."""
    ana.log(TODAY, 5000)
    assert planned(tx) is None
    choose(tx, now, dms="nudge")
    choose(tx, now, dms="recap")
    assert planned(tx) is None and sent(tx, evening("2026-11-25")) is None
    ana.log(TODAY, 4000)
    assert planned(tx) is None


@pytest.mark.parametrize(("before", "after"), [("off", "nudge"), ("recap", "all"), ("all", "all")])
def test_saying_after_how_many_days_asks_for_it(tx, now, ana, before, after):
    """A number of days is the wish for a nudge."""
    ana.log(TODAY, 5000)
    choose(tx, now, dms=before)
    choose(tx, now, nudge_days=10)
    assert members.preferences_of(tx, ANA).dms == after
    assert planned(tx) == TODAY + timedelta(days=10)


def test_choosing_again_after_it_came_brings_no_second_one(tx, now, ana):
    """Silence until the next run holds whatever is chosen meanwhile."""
    ana.log(TODAY, 5000)
    choose(tx, now, dms="nudge")
    assert sent(tx, evening("2026-11-25"))
    choose(tx, evening("2026-11-26"), nudge_days=3)
    choose(tx, evening("2026-11-26"), zone="Asia/Tokyo")
    assert planned(tx) is None


def test_out_again_while_it_waited(tx, now, ana):
    """A nudge that was held back does not come after a run."""
    ana.log(TODAY, 5000)
    choose(tx, now, dms="nudge")
    (occurrence,) = ledger.claim(tx, now=evening("2026-11-25"))
    ana.now = evening("2026-11-25") + timedelta(hours=1)
    ana.log(date(2026, 11, 25), 5000)
    found = nudges.facts(tx, occurrence, ana.now)
    assert found == Skipped("out again since")
    ledger.settle(tx, {occurrence: found}, now=ana.now)
    assert planned(tx) == date(2026, 12, 2)


def test_after_a_run_long_ago_it_counts_from_the_choice(tx, now, ana):
    """Whoever ran long ago does not hear of it at once."""
    ana.log(date(2026, 9, 1), 1000)
    choose(tx, now, nudge_days=5)
    assert planned(tx) == TODAY + timedelta(days=5)


def test_it_goes_with_its_member(tx, now, ana):
    """Forgotten, nothing is planned any more."""
    ana.log(TODAY, 5000)
    choose(tx, now, dms="nudge")
    forget.forget(tx, ANA, until=almanac.to_ms(now))
    assert planned(tx) is None and sent(tx, evening("2026-11-25")) is None


@pytest.mark.parametrize("tone", ["warm", "playful", "plain"])
def test_every_tone_has_words_and_none_comes_twice_in_a_dozen(tx, now, ana, tone):
    """Twelve nudges are twelve lines."""
    choose(tx, now, dms="nudge", nudge_days=3, tone=tone)
    said, day = [], TODAY
    for _ in range(12):
        ana.now = evening(day)
        ana.log(day, 5000)
        day += timedelta(days=3)
        said.append(sent(tx, evening(day)))
    assert len(set(said)) == 12 and None not in said


@given(
    last=st.none() | st.dates(date(2020, 1, 1), date(2026, 12, 1)),
    quiet=st.integers(3, 60),
    today=st.dates(date(2020, 1, 1), date(2026, 12, 1)),
)
def test_it_is_never_due_today_and_never_before_it_is_quiet(last, quiet, today):
    """The next day is one to come, within the days that were chosen after the later of run and choice."""
    day = next_day(last, quiet, today=today)
    assert today < day and is_quiet(last, quiet, day)
    assert day <= max(today, last or today) + timedelta(days=quiet)
