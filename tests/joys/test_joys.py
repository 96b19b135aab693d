"""Comebacks: what they are by all runs, noted once, told while true, never in a pause."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clubs.model import Defaults
from bot.joys import service as joys
from bot.joys.model import ANYWAY, BEFORE, COMEBACK, GAP
from bot.joys.refusals import JoyGone, JoyShared
from bot.members import service as members
from bot.notfeelingit import service as notfeelingit
from bot.removals import service as removals
from bot.stats.refusals import NotToBeNamed
from tests.rooms import TODAY, days_ago


@pytest.fixture
def gone_quiet(runner):
    """Ana, who ran four times until three weeks ago."""
    for days in (40, 35, 30, 21):
        runner.log(days_ago(days), 5000, 1500 + days)
    return runner


def untold(runner):
    """What is to be told to Ana now."""
    return [joy.kind for joy in joys.untold(runner.tx, runner.member_id, now=runner.now)]


def test_a_run_after_three_weeks_is_a_comeback(gone_quiet):
    """The first one alone, and said in the facts of its post so that its member hears of it."""
    first = gone_quiet.log(TODAY, 3000)
    assert gone_quiet.told(first, joys.JOY) == [COMEBACK]
    assert gone_quiet.told(gone_quiet.log(TODAY, 3100), joys.JOY) == []
    assert untold(gone_quiet) == [COMEBACK]
    joys.told(gone_quiet.tx, [first.runs[0].run_id], now=gone_quiet.now)
    assert untold(gone_quiet) == []


def test_three_weeks_are_not_twenty_days(gone_quiet):
    """A day less, or three runs before, is none."""
    assert gone_quiet.told(gone_quiet.log(days_ago(1), 3000), joys.JOY) == []


def test_a_beginner_comes_back_to_nothing(runner):
    """After three runs, a gap is just a gap."""
    for days in (40, 35, 30):
        runner.log(days_ago(days), 5000)
    assert runner.told(runner.log(TODAY, 3000), joys.JOY) == []


def test_helping_out_is_no_run(gone_quiet):
    """It neither ends the time without runs nor is a comeback."""
    assert gone_quiet.told(gone_quiet.log(days_ago(2), kind="volunteer"), joys.JOY) == []
    assert gone_quiet.told(gone_quiet.log(TODAY, 3000), joys.JOY) == [COMEBACK]


def test_in_a_pause_nothing_is_said(gone_quiet):
    """The pause leaves its member in peace; a run after it is a comeback like any other."""
    members.pause(gone_quiet.tx, gone_quiet.member_id, 3, None, today=TODAY, now=gone_quiet.now)
    assert gone_quiet.told(gone_quiet.log(TODAY, 3000), joys.JOY) == []
    assert untold(gone_quiet) == []


def test_a_pause_begun_later_keeps_it_unsaid(gone_quiet):
    """What was noted before a pause is not told in it."""
    gone_quiet.log(TODAY, 3000)
    members.pause(gone_quiet.tx, gone_quiet.member_id, 3, None, today=TODAY, now=gone_quiet.now)
    assert untold(gone_quiet) == []


def test_a_guest_is_told_nothing(gone_quiet):
    """Nobody would read it."""
    for days in (60, 50, 45, 40, 0):
        logged = gone_quiet.log(days_ago(days), 5000, member_id=-7)
    assert gone_quiet.told(logged, joys.JOY) == []


@pytest.mark.parametrize("how", ["withdraw", "back-dated", "moved"])
def test_a_wrong_one_disappears_quietly(gone_quiet, how):
    """A run taken back, one logged later for the time between, or another day: nothing is told."""
    logged = gone_quiet.log(TODAY, 3000)
    if how == "withdraw":
        gone_quiet.withdraw(logged)
    elif how == "back-dated":
        gone_quiet.log(days_ago(10), 4000)
    else:
        gone_quiet.edit(logged, when=days_ago(5).isoformat())
    assert untold(gone_quiet) == []
    with pytest.raises(JoyGone):
        share(gone_quiet, logged)


def share(runner, logged):
    run_id = logged.runs[0].run_id
    return joys.to_share(runner.tx, runner.member_id, run_id, now=runner.now)


def test_sharing_is_for_its_member_once(gone_quiet):
    """Nobody else has it, a second time is refused, and whoever is not named shares nothing."""
    logged = gone_quiet.log(TODAY, 3000)
    with pytest.raises(JoyGone):
        joys.to_share(gone_quiet.tx, 12, logged.runs[0].run_id, now=gone_quiet.now)
    members.choose(gone_quiet.tx, gone_quiet.member_id, named=False, now=gone_quiet.now)
    with pytest.raises(NotToBeNamed):
        share(gone_quiet, logged)
    members.choose(gone_quiet.tx, gone_quiet.member_id, named=True, now=gone_quiet.now)
    joys.shared(gone_quiet.tx, share(gone_quiet, logged), 5, 77)
    with pytest.raises(JoyShared):
        share(gone_quiet, logged)


def test_what_was_shared_goes_with_its_run(gone_quiet):
    """The message is to go as soon as all runs no longer say it."""
    logged = gone_quiet.log(TODAY, 3000)
    joys.shared(gone_quiet.tx, share(gone_quiet, logged), 5, 77)
    gone_quiet.log(TODAY, 4000)
    assert removals.due(gone_quiet.tx) == []
    gone_quiet.log(days_ago(10), 4000)
    assert [(one.channel_id, one.message_id) for one in removals.due(gone_quiet.tx)] == [(5, 77)]


def test_what_is_long_ago_goes(gone_quiet):
    """After two weeks it is told no more, and its row is gone unless it was shared."""
    gone_quiet.log(TODAY, 3000)
    later = gone_quiet.now + timedelta(days=15)
    assert joys.untold(gone_quiet.tx, gone_quiet.member_id, now=later) == []
    joys.purge(gone_quiet.tx, now=later)
    assert gone_quiet.tx.execute("SELECT count(*) FROM joys").fetchone()[0] == 0


def test_a_run_in_spite_of_it_is_a_joy(runner):
    """Once for a day on which *Not feeling it* was said, and gone when the run is moved to another day."""
    runner.log(days_ago(1), 4000)
    tell_of_no_mood(runner)
    anyway = runner.log(TODAY, 3000)
    assert runner.told(anyway, joys.JOY) == [ANYWAY]
    assert runner.told(runner.log(TODAY, 3100), joys.JOY) == []
    assert untold(runner) == [ANYWAY]
    runner.edit(anyway, when=days_ago(3).isoformat())
    assert untold(runner) == []


def test_a_walk_the_day_after_is_one_too(runner):
    """Whoever said it in the evening may go in the morning."""
    tell_of_no_mood(runner)
    runner.now += timedelta(hours=12)
    assert runner.told(runner.log(TODAY + timedelta(days=1), kind="walk"), joys.JOY) == [ANYWAY]


def tell_of_no_mood(runner):
    """*Not feeling it*, a few hours before."""
    earlier = runner.now - timedelta(hours=3)
    notfeelingit.say(runner.tx, runner.club_id, runner.member_id, now=earlier, defaults=Defaults())


def naive(run, present):
    """Whether a run is a comeback, from all runs the plain way."""
    gap = run.day - GAP
    others = [r for r in present if r.run_id != run.run_id]
    within = [r for r in others if gap < r.day < run.day]
    within += [r for r in others if r.day == run.day and r.run_id < run.run_id]
    return not within and sum(r.day <= gap for r in others) >= BEFORE


@settings(max_examples=50)
@given(
    back=st.lists(
        st.tuples(st.one_of(st.integers(0, 6), st.integers(0, 90)), st.booleans()),
        min_size=5,
        max_size=14,
    ),
    changes=st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(["withdraw", "restore", "edit"])), max_size=6
    ),
)
def test_what_is_told_is_what_all_runs_say(new_runner, back, changes):
    """Whatever was logged in whatever order, moved, withdrawn and restored: what is told of it holds."""
    with new_runner() as runner:
        logged = [runner.log(days_ago(n), 5000, private=private) for n, private in back]
        noted = {
            one.runs[0].run_id: one.runs[0].day for one in logged if runner.told(one, joys.JOY)
        }
        for index, change in changes:
            one = logged[index % len(logged)]
            gone = not runner.book.view(runner.tx, one.post.post_id, now=runner.now).runs
            if change == "edit" and not gone:
                runner.edit(one, when=days_ago(index).isoformat())
            elif change != "edit":
                getattr(runner, change)(one)
        views = [runner.book.view(runner.tx, one.post.post_id, now=runner.now) for one in logged]
        present = [run for view in views for run in view.runs]
        expected = [
            run.run_id
            for run in present
            if noted.get(run.run_id) == run.day and naive(run, present)
        ]
        told = joys.untold(runner.tx, runner.member_id, now=runner.now)
        assert [joy.run_id for joy in told] == sorted(expected)
