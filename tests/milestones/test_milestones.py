"""Milestones: each belongs to the one run that earned it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.milestones import service as milestones
from bot.milestones import store
from bot.milestones.model import Counted, SoFar, a_month_after, earned_by, next_ones
from tests.milestones.naive import earned
from tests.rooms import TODAY, days_ago


def test_the_first_and_the_tenth(runner):
    """The first run and the tenth are told, those between are not."""
    told = [
        runner.told(runner.log(days_ago(12 - n), None, 1200), "milestone") for n in range(1, 11)
    ]
    assert told == [["your first run here"], *[[]] * 8, ["your 10th run"]]


def test_kilometres_add_up(runner):
    """The run that reaches a hundred kilometres has them."""
    for n in range(4):
        runner.log(days_ago(20 - n), 24_000)
    assert runner.told(runner.log(TODAY, 4000), "milestone") == ["100 km in all"]


def test_a_distance_reached_first(runner):
    """The first half marathon is told as one and not as the first 10k as well; a second is not."""
    runner.log(days_ago(9), 3000)
    assert runner.told(runner.log(days_ago(8), 5000), "milestone") == ["your first 5k here"]
    half = runner.log(days_ago(7), 21_100)
    assert runner.told(half, "milestone") == ["your first half marathon here"]
    assert runner.told(runner.log(TODAY, 21_100), "milestone") == []
    assert runner.told(runner.log(TODAY, 10_000), "milestone") == []


def test_a_first_run_is_just_that(runner):
    """Whoever begins with a marathon may have run others before: it is the first run here."""
    assert runner.told(runner.log(TODAY, 42_195), "milestone") == ["your first run here"]


def test_a_first_month(runner):
    """With the fifth run or a later one, on the same day of the next month or after it."""
    for day in (date(2026, 10, 18), date(2026, 10, 30), days_ago(5), days_ago(4)):
        runner.log(day, None, 1200)
    assert runner.told(runner.log(days_ago(1), None, 1200), "milestone") == []
    assert runner.told(runner.log(TODAY, None, 1200), "milestone") == [
        "your first month of running here"
    ]
    assert runner.told(runner.log(TODAY, None, 1200), "milestone") == []


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 24), date(2027, 1, 24)),
        (date(2026, 2, 28), date(2026, 3, 28)),
    ],
)
def test_a_month_after_a_day(day, later):
    """The same day of the next month, also over New Year; its last one where it is shorter."""
    assert a_month_after(day) == later


def test_a_wrong_one_disappears_quietly(runner):
    """When a run goes, the tenth is the ninth again; when it comes back, all is as it was."""
    logged = [runner.log(days_ago(12), None, 1200) for _ in range(10)]
    assert runner.told_now(logged[9], "milestone") == ["your 10th run"]
    runner.withdraw(logged[3])
    assert runner.told_now(logged[9], "milestone") == []
    runner.restore(logged[3])
    assert runner.told_now(logged[9], "milestone") == ["your 10th run"]


def test_a_public_milestone_rests_on_public_runs(runner):
    """Nine public runs and a private one: the next public run is the tenth in public."""
    for _ in range(9):
        runner.log(days_ago(12), None, 1200)
    assert runner.told(runner.log(days_ago(3), None, 1200, private=True), "milestone") == [
        "your 10th run"
    ]
    assert runner.told(runner.log(TODAY, None, 1200), "milestone") == ["your 10th run"]


def test_helping_out_has_milestones_of_its_own(runner):
    """The first day and the tenth, each day once; it is no run, and a run no day of helping out."""
    first = runner.log(days_ago(20), kind="volunteer")
    assert runner.told(first, "milestone") == ["your first time helping out here"]
    assert runner.told(runner.log(days_ago(20), kind="volunteer"), "milestone") == []
    for n in range(19, 11, -1):
        assert runner.told(runner.log(days_ago(n), kind="volunteer"), "milestone") == []
    tenth = runner.log(days_ago(1), kind="volunteer")
    assert runner.told(tenth, "milestone") == ["your 10th day of helping out"]
    assert runner.told(runner.log(TODAY, 5000), "milestone") == ["your first run here"]
    runner.withdraw(first)
    assert runner.told_now(tenth, "milestone") == ["your 10th day of helping out"]
    runner.edit(tenth, kind="easy", distance="5 km")
    assert runner.told_now(tenth, "milestone") == ["your first run here"]


@settings(max_examples=40)
@given(
    runs=st.lists(
        st.tuples(
            st.integers(0, 60),
            st.sampled_from([None, 5000, 10_000, 40_000, "volunteer"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=14,
    ),
    gone=st.sets(st.integers(0, 13), max_size=5),
)
def test_each_is_earned_once(new_runner, runs, gone):
    """What each run is told to have earned is what all runs together earn, each milestone once."""
    with new_runner() as runner:
        logged = [
            runner.log(days_ago(back), private=private, kind=m)
            if m == "volunteer"
            else runner.log(days_ago(back), m, None if m else 1200, private=private)
            for back, m, private in runs
        ]
        for index in gone & set(range(len(logged))):
            runner.withdraw(logged[index])
        views = [runner.book.view(runner.tx, one.post.post_id, now=runner.now) for one in logged]
        present = [run for view in views for run in view.runs]
        for scope in (True, False):
            seen = [run for run in present if scope or not run.private]
            counted = [
                Counted(run.run_id, run.day, run.distance_m or 0, not run.is_run) for run in seen
            ]
            found = [one.milestone for one in earned(counted)]
            assert len(found) == len(set(found))
            by_run = [
                milestone
                for run, one in zip(seen, counted, strict=True)
                if run.private == scope
                for milestone in earned_by(
                    one,
                    (store.before if run.is_run else store.helped_before)(
                        runner.tx, run.club_id, run.member_id, run.run_id, private=run.private
                    ),
                )
            ]
            expected = {one.run_id: run.private for one, run in zip(counted, seen, strict=True)}
            assert by_run == [
                one.milestone for one in earned(counted) if expected[one.run_id] == scope
            ]


@settings(max_examples=50)
@given(
    runs=st.lists(
        st.tuples(
            st.sampled_from([11, 12, 13]),
            st.integers(0, 40),
            st.sampled_from([None, 5000, 10_000, 40_000, "volunteer"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=20,
    ),
    gone=st.sets(st.integers(0, 19), max_size=4),
    span=st.tuples(st.integers(0, 30), st.integers(0, 12)),
)
def test_what_some_days_earned_is_what_each_run_earned(new_runner, runs, gone, span):
    """Read at once for a club, the milestones of a period are those of its runs, in the order of logging."""
    last = days_ago(span[0])
    first = last - timedelta(days=span[1])
    with new_runner() as runner:
        logged = [
            runner.log(
                days_ago(back),
                None if of == "volunteer" else of,
                None if of else 1200,
                private=private,
                member_id=member_id,
                kind="volunteer" if of == "volunteer" else None,
            )
            for member_id, back, of, private in runs
        ]
        for index in gone & set(range(len(logged))):
            runner.withdraw(logged[index])
        views = [runner.book.view(runner.tx, one.post.post_id, now=runner.now) for one in logged]
        public = [run for view in views for run in view.runs if not run.private]
        expected = []
        for member_id in (11, 12, 13):
            mine = [
                Counted(run.run_id, run.day, run.distance_m or 0, not run.is_run)
                for run in public
                if run.member_id == member_id
            ]
            expected += [(one, member_id) for one in earned(mine) if first <= one.day <= last]
        expected.sort(key=lambda pair: pair[0].run_id)
        found = milestones.earned_between(runner.tx, runner.club_id, first, last)
        assert found == [(member_id, one) for one, member_id in expected]


def test_what_comes_next():
    """The nearer of the next milestones stands first; beyond the last there is none."""
    runs, distance = SoFar(runs=9, metres=20_000), SoFar(runs=2, metres=99_000)
    assert [one.kind for one in next_ones(runs)] == ["runs", "distance"]
    assert [one.kind for one in next_ones(distance)] == ["distance", "runs"]
    assert next_ones(SoFar(runs=9999, metres=10**9)) == []
