"""A run and the sum that it went into are two things."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("6k easy, 37:15, that's 38k for the week", 6000, 2235),
        ("12 km in 58:00, 42 km this month", 12_000, 3480),
        ("two weeks off, 0 runs, 3 colds. today 5k, 31:02, lungs fine", 5000, 1862),
    ],
)
def test_a_timed_run_counts_beside_its_sum(read, text, metres, seconds):
    """The run is logged alone, whatever is added up behind it or was not run before it."""
    reading = read(text)
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == [(metres, seconds)]


@pytest.mark.parametrize(
    "text",
    [
        "this week 45 km, longest 20 km in 1:50:00",
        "week done: 52 km, 4h10",
        "38k for the week, 6k of it today",
        "45 km this week, 4 runs",
        "0 runs this week, 12k steps a day",
    ],
)
def test_a_sum_that_is_told_first_is_no_run(read, text):
    """A week with its longest run, which may be known already, is asked about at most."""
    assert not read(text).is_run
