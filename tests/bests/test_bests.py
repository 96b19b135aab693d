"""Bests, told of a run against those logged before it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bests import service as bests
from bot.bests.model import STANDARDS, standard_of
from tests.bests.naive import WEEKS, naive
from tests.rooms import TODAY

"""Of a club whose weeks begin on Sundays since July."""


@pytest.mark.parametrize(
    ("metres", "key"),
    [
        (4974, None),
        (4975, "5k"),
        (5000, "5k"),
        (5050, "5k"),
        (5051, None),
        (1000, "1k"),
        (1010, "1k"),
        (1609, "mile"),
        (21_097, "half"),
        (21_100, "half"),
        (20_991, None),
        (42_200, "marathon"),
        (None, None),
    ],
)
def test_a_run_counts_for_the_standard_it_is_close_to(metres, key):
    """From half a percent below to one percent above, to the metre."""
    assert standard_of(metres) == key


def test_the_fastest_so_far_is_told(runner):
    """Faster than every 5k before, whatever its day; as fast is no best, and a first has none to beat."""
    first = runner.log(TODAY - timedelta(days=9), 5000, 1500)
    assert runner.told(first, "best") == []
    assert runner.told(runner.log(TODAY, 5010, 1499), "best") == ["your fastest 5k so far"]
    assert runner.told(runner.log(TODAY, 5000, 1499), "best") == []
    assert runner.told(runner.log(TODAY, 4000, 900), "best") == []


def test_since_a_month(runner):
    """Not the fastest ever, but since May, over others run between."""
    runner.log(date(2026, 5, 13), 5000, 1400)
    for days in (50, 40):
        runner.log(TODAY - timedelta(days=days), 5000, 1550)
    assert runner.told(runner.log(TODAY, 5000, 1450), "best") == ["your fastest 5k since May"]


def test_since_last_year_names_the_year(runner):
    """A month of another year is told with it."""
    runner.log(date(2025, 5, 13), 5000, 1400)
    runner.log(TODAY - timedelta(days=50), 5000, 1550)
    runner.log(TODAY - timedelta(days=40), 5000, 1550)
    assert runner.told(runner.log(TODAY, 5000, 1450), "best") == ["your fastest 5k since May 2025"]


def test_a_silence_is_no_achievement(runner):
    """Without others between, "since May" would only name how long somebody was away: nothing is said."""
    runner.log(date(2026, 5, 13), 5000, 1400)
    assert runner.told(runner.log(TODAY, 5000, 1450), "best") == []


def test_the_longest_so_far_is_told(runner):
    """Farther by a hundred metres than at least three runs before; without a distance, longer in time."""
    for days in (5, 4, 3):
        runner.log(TODAY - timedelta(days=days), 8000, 3000)
    assert runner.told(runner.log(TODAY, 8050), "best") == []
    assert runner.told(runner.log(TODAY, 8200), "best") == ["your longest run so far"]
    assert runner.told(runner.log(TODAY, None, 3600), "best") == [
        "your longest time on your feet so far"
    ]


def test_a_public_best_rests_on_public_runs(runner):
    """A private run neither takes a public best away nor becomes one in public."""
    runner.log(TODAY - timedelta(days=9), 5000, 1500)
    private = runner.log(TODAY - timedelta(days=5), 5000, 1200, private=True)
    assert runner.told(private, "best") == ["your fastest 5k so far"]
    assert runner.told(runner.log(TODAY, 5000, 1450), "best") == ["your fastest 5k so far"]
    assert runner.told(runner.log(TODAY, 5000, 1300, private=True), "best") == []


def test_what_was_told_follows_the_runs(runner):
    """When the run before goes, or comes back, or is edited, the answer says what is true then."""
    runner.log(TODAY - timedelta(days=9), 5000, 1500)
    faster = runner.log(TODAY - timedelta(days=2), 5000, 1400)
    run = runner.log(TODAY, 5000, 1450)
    assert runner.told_now(run, "best") == []
    runner.withdraw(faster)
    assert runner.told_now(run, "best") == ["your fastest 5k so far"]
    runner.restore(faster)
    assert runner.told_now(run, "best") == []
    runner.edit(faster, time="26:00")
    assert runner.told_now(run, "best") == ["your fastest 5k so far"]


def test_the_biggest_week_and_month(runner):
    """With the run that makes it the biggest of at least four; more in the same week is not said again."""
    for weeks in (8, 7, 6):
        runner.log(TODAY - timedelta(weeks=weeks), 9000, 3000)
        runner.log(TODAY - timedelta(weeks=weeks, days=1), 9000, 3000)
    runner.log(TODAY, 9000, 3000)
    first = runner.log(TODAY - timedelta(days=1), 9001, 3001)
    assert runner.told(first, "best") == ["your biggest week so far"]
    assert runner.told(runner.log(TODAY - timedelta(days=2), 4000), "best") == []
    for month in (7, 6, 5):
        runner.log(date(2026, month, 1), 3000)
    big = runner.log(date(2026, 11, 2), 9000, 3100)
    assert runner.told(big, "best") == []
    small = runner.log(date(2026, 11, 3), 8000)
    assert runner.told(small, "best") == ["your biggest month so far"]
    runner.withdraw(small)
    again = runner.log(date(2026, 11, 4), 8000, 3100)
    assert runner.told(again, "best") == ["your biggest month so far"]
    runner.edit(again, distance="3 km")
    assert runner.told_now(again, "best") == []


def test_the_biggest_week_since_a_month(runner):
    """Not of all, but of all since May, over others between."""
    runner.log(date(2026, 5, 13), 30_000)
    for weeks in (5, 4, 3):
        runner.log(TODAY - timedelta(weeks=weeks), 10_000)
    assert runner.told(runner.log(TODAY, 9000), "best") == []
    assert runner.told(runner.log(TODAY, 2000), "best") == ["your biggest week since May"]
    assert runner.told(runner.log(TODAY, 2000), "best") == []
    assert runner.told(runner.log(TODAY, 9000), "best") == []
    assert runner.told(runner.log(TODAY, 9000), "best") == ["your biggest week so far"]


def test_a_private_run_makes_no_public_week(runner):
    """What others read of the week knows of public runs alone."""
    for weeks in (4, 3, 2):
        runner.log(TODAY - timedelta(weeks=weeks), 10_000)
    private = runner.log(TODAY, 10_050, private=True)
    assert runner.told(private, "best") == ["your biggest week so far"]
    assert runner.told(runner.log(TODAY, 9000), "best") == []


RUNS = st.tuples(
    st.integers(0, 400),
    st.sampled_from([None, 3000, 4980, 5000, 5040, 9990, 10_000]),
    st.sampled_from([None, 1700, 1800, 1900, 3500]),
    st.booleans(),
)
CHANGES = st.tuples(st.integers(0, 30), st.sampled_from(["withdraw", "restore", "edit"]))


@settings(max_examples=40)
@given(runs=st.lists(RUNS, min_size=1, max_size=18), changes=st.lists(CHANGES, max_size=6))
def test_bests_equal_those_of_all_runs(new_runner, runs, changes):
    """Whatever was logged, edited, withdrawn and restored, each answer says what all runs say."""
    with new_runner() as runner:
        logged = [
            runner.log(TODAY - timedelta(days=back), metres, seconds, private=private)
            for back, metres, seconds, private in runs
        ]
        for index, change in changes:
            one = logged[index % len(logged)]
            gone = not runner.book.view(runner.tx, one.post.post_id, now=runner.now).runs
            if change == "edit" and not gone:
                runner.edit(one, distance="5 km", time="26:00")
            elif change != "edit":
                getattr(runner, change)(one)
        views = [runner.book.view(runner.tx, one.post.post_id, now=runner.now) for one in logged]
        present = [run for view in views for run in view.runs]
        for run in present:
            earlier = [
                r for r in present if r.run_id < run.run_id and (run.private or not r.private)
            ]
            assert bests.bests_of(runner.tx, run, WEEKS) == naive(run, earlier)


def test_every_standard_has_a_name(runner):
    """Each standard distance can be told."""
    for metres in STANDARDS.values():
        runner.log(TODAY - timedelta(days=3), metres, metres // 2)
        (told, *_) = runner.told(runner.log(TODAY, metres, metres // 2 - 5), "best")
        assert told.startswith("your fastest ")
