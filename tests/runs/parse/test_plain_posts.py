"""Short plain posts: a few words beside a figure tell whose run it was, and whether it was one at all."""

import pytest


def figures(reading):
    """The distance and time of each run that is read without a question."""
    return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ran 10k. in my dreams", []),
        ("ran 10k in my sleep", []),
        ("10k with a song stuck in my head, 58:20", [(10000, 3500)]),
        ("in my navy days we ran 15k in boots", []),
        ("in my rest days I ran 5k", [(5000, None)]),
        ("stuck at 52 for the 10k since spring", []),
        ("been stuck at 25 mins for 5k", []),
        ("stuck at work till 7, 5k in 27:10", [(5000, 1630)]),
        ("physio says 2 more weeks before I can jog 5 minutes", []),
    ],
)
def test_what_was_dreamt_or_is_long_over_is_no_run(read, text, runs):
    """A dream, days long gone, the time that one never beats and what is not allowed yet are no runs."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("25 laps. 10k. 62 min. why", [(10000, 3720)]),
        ("25 laps. 10k. 62 min. who", []),
        ("6k. wanted 10. body said no", [(6000, None)]),
        ("5k. was meant to be 8", [(5000, None)]),
        ("10k. was meant to be in May", []),
    ],
)
def test_what_was_wished_for_and_a_mere_why_leave_a_run(read, text, runs):
    """A wish for another distance and a lone "why" behind a run take nothing from it."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("@coach 8k easy as ordered, 51:20", [(8000, 3080)]),
        ("@coach ran 8k in 38:20", []),
        ("14k at 6:15/km with the slow group, good craic", [(14000, None)]),
        ("8k at 6:00/km with the slow group, leaving from the shop", []),
        ("Sunday: 14k at 6:15/km with the slow group", []),
        ("8k at 6:00/km with the slow group, 10k at 5:30 with the fast group", []),
    ],
)
def test_who_is_called_or_ran_along_takes_no_run_away(read, text, runs):
    """A coach who is only called did not run, and a pace told with one's group is no plan of a day."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("8K Sunday, hungover", [(8000, None)]),
        ("Got out for 35 mins today between feeds", [(None, 2100)]),
        ("got 35 mins between trains", []),
        ("squeezed in 20 mins reading between feeds", []),
        ("one hour easy in thick fog, never saw anyone", [(None, 3600)]),
        ("one hour in thick fog", []),
    ],
)
def test_what_nobody_plans_tells_that_a_run_is_over(read, text, runs):
    """A sorry state, what a run was fitted between and fog are told of what lies behind."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5k out 26:40, 5k back 26:00. 52:40", [(10000, 3160)]),
        ("9k progression, last one in 4:02", [(9000, None)]),
        ("10k, the last one of the year in 52:10", [(10000, 3130)]),
        ("15 laps of the 400m track = 6k, very boring", [(6000, None)]),
        ("Turkey trot trial run, 10k, 48:09", [(10000, 2889)]),
        ("trial run of the new boiler, 10k litres, 48:09", []),
        ("10k. 52 min. where are my legs", [(10000, 3120)]),
        ("10k. 52 min. where are you", []),
    ],
)
def test_figures_of_parts_are_of_their_whole(read, text, runs):
    """A sum, the last kilometre, laps and a trial tell of the run they belong to."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Entered a 10k for a dare and somehow finished it", [(10000, None)]),
        ("Signed up for a 10k and my sister finished it", []),
        ("Signed up for the 10k and finished the form", []),
        ("You completed a 5.6km run in 34:09 with Runkeeper", [(5600, 2049)]),
        ("You completed a 5.6km run in 34:09, amazing!", []),
    ],
)
def test_what_was_entered_and_run_or_told_by_a_program_is_a_run(read, text, runs):
    """An entry that was finished and what a program says to its runner are runs of the author."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15.11.26 - 12km - 1h09", [-3]),
        ("1.11.26 for the half marathon", [None]),
        ("14th: 5k\n16th: 7k", [-4, -2]),
        ("2nd: 5k 25:10", [None]),
    ],
)
def test_a_line_may_begin_with_its_date(read, text, days):
    """Day, month and year with dots, or an ordinal before a colon, are dates unless they tell a time or a place."""
    assert [run.date_offset_days for run in read(text).runs] == days
