"""Marks that were beaten and bests that are cheered: a finished run without an exact time."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("broke 30 at parkrun and cried on a marshal 🎉", 5000),
        ("finally cracked 25 at parkrun", 5000),
        ("beat 28 at parkrun at last, barcode kid high-fived me", 5000),
        ("sub-25 parkrun at last, waiting for the official time", 5000),
        ("under 50 for 10k at last", 10_000),
        ("sub 22 parkrun, I can retire now", 5000),
        ("Sub-90 half yesterday, ugly cried at the finish", 21_097),
        ("sub 40 10k!!! who even am i", 10_000),
        ("broke 2 hours for the half yesterday, still can't do stairs", 21_097),
    ],
)
def test_a_mark_that_was_beaten_is_a_run(read, text, metres):
    """At last, a verb of the past, a day gone or a cheer make a run of a mark."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s) == (pytest.approx(metres, abs=1), None)


@pytest.mark.parametrize(
    "text",
    [
        "Dave finally broke 40 for 10k!",
        "broke 30 at parkrun, first time for my daughter",
        "at last a sub 25 parkrun for my daughter",
        "sub 4 marathon in London yesterday by my sister",
        "Finally! A sub 25 pacer at parkrun!",
        "sub 50 10k by Christmas, I can do it!",
        "sub 25 parkrun before summer, I feel strong!",
        "sub 25 parkrun in the new year! 💪",
        "sub 22 parkrun and I can retire",
        "under 50 for 10k at last year's pace should be fine",
        "beat 50 for 10k and win a mug!",
        "broke 50 for 10k in my head this morning",
        "broke 2 toes at parkrun and cried on a marshal",
        "broke 25 once at parkrun, long ago",
        "Broke 40 for 10k at 19, can't break 50 now",
        "is a sub 25 parkrun hard? at last I dare ask",
    ],
)
def test_a_mark_of_others_or_ahead_is_no_run(read, text):
    """A mark under a name, with a day to be kept by, or that makes something else, is not beaten."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("parkrun pb!", 5000),
        ("PB at parkrun!! cake for breakfast", 5000),
        ("half marathon PB! legs gone, worth it", 21_097),
    ],
)
def test_a_best_that_is_cheered_is_a_run(read, text, metres):
    """A best over a distance by its name stands for its run where nothing else is said."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert run.distance_m == pytest.approx(metres, abs=1)


@pytest.mark.parametrize(
    "text",
    [
        "parkrun pb?",
        "parkrun pb is 24:10",
        "my parkrun pb!!! I want it back",
        "what's your parkrun pb!",
        "parkrun pb please!",
        "10k pb attempt on Sunday!",
        "10k pb attempts welcome!",
    ],
)
def test_a_best_that_is_only_spoken_of_is_no_run(read, text):
    """A best that is asked for, owned or to be tried for is none of a run just done."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        (
            "the goal for the half was 1:39:59. the clock said 1:40:06. I'm fine.",
            21_097,
            6006,
        ),
        ("The target for parkrun was 24:59. Watch said 25:02. Of course it did.", 5000, 1502),
        ("aim for the marathon was 3:59:59, the clock said 3:58:20", 42_195, 14_300),
    ],
)
def test_what_came_of_a_goal_for_a_distance_is_a_run(read, text, metres, seconds):
    """A goal that is told as one that was lends its distance to the time behind it."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s) == (pytest.approx(metres, abs=1), seconds)


@pytest.mark.parametrize(
    "text",
    [
        "the goal for the half is 1:39:59",
        "the goal for the half was 1:39:59. the clock in my kitchen says bedtime",
        "the goal was 1:39:59 for the half. the doctor said no",
        "goal for 10k was 50:00, now it's 48:00",
    ],
)
def test_a_goal_without_an_outcome_is_no_run(read, text):
    """A goal stays one until a time is told that came of it."""
    assert not read(text).is_run
