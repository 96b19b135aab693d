"""What was to be run and what was: a plan and its outcome in one post."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Target was 60 mins today, felt fresh so added 4, total 64 mins. 9.1 km", 9100, 3840),
        ("The plan was 5 with some tempo. The dog came. 2.5 miles and a lot of posts", 4023, None),
        ("Should have been 12. Overslept. 7k", 7000, None),
        ("Supposed to meet Liz at 7. Liz did not appear. 9k solo, 51:20", 9000, 3080),
        (
            "The plan is 5 with some tempo. The dog is coming. 2.5 miles and a lot of posts",
            None,
            None,
        ),
        ("Tomorrow should be fun. The dog is coming. 2.5 miles", None, None),
        ("Next race is Leeds. 10k in May", None, None),
    ],
)
def test_what_came_of_a_plan_is_the_run(read, text, metres, seconds):
    """Behind a plan that was, a distance of another sentence or an outcome is the run's; behind one that is, none."""
    reading = read(text)
    assert reading.is_run is (metres is not None)
    if metres is not None:
        assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("supposed to be easy 4k. It was 6.", 6000, None),
        ("coach said 50 min, I did 55", None, 3300),
        ("aimed for 30 mins without stopping. did 32!! so happy", None, 1920),
        ("program says 30 min, body says 22. 3.5k", 3500, 1320),
        ("supposed to be a 20 min wait. It was 40.", None, None),
        ("coach said 50 min, I did 55 squats", None, None),
        ("my delivery was supposed to be 30 min. It was 55", None, None),
    ],
)
def test_a_number_behind_a_wish_has_its_unit(read, text, metres, seconds):
    """A bare number told as what was done is measured as the wish was, unless it may be of something else."""
    reading = read(text)
    assert reading.is_run is not (metres is seconds is None)
    if reading.is_run:
        assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("13.1 was meant to be 10, got lost", 21097),
        ("14k today that was supposed to be 10, wrong turn at the quarry", 14000),
        ("14k tomorrow that was supposed to be 10", None),
        ("the 14k was meant to be fun", None),
    ],
)
def test_what_a_run_was_to_be_stands_behind_it(read, text, metres):
    """A distance that opens a clause is the run's, and what it was meant to be is none."""
    reading = read(text)
    assert [run.distance_m for run in reading.runs if reading.is_run] == [metres] * bool(metres)


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        (
            "26.2 on Saturday and I could do stairs on Sunday. Half an hour off my best but still",
            True,
        ),
        ("26.2 on Saturday. Half an hour off my best would be nice", False),
    ],
)
def test_who_compares_to_a_best_has_run(read, text, logged):
    """By how much a time differs from a best is known only after the run."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("The fast ones did an hour five and then k reps. Animals", False),
        ("the slow lot ran 8k tonight", False),
        ("the usual with the slow ones, ran 8k tonight", True),
    ],
)
def test_others_are_called_by_how_fast_they_are(read, text, logged):
    """Who are told as the fast or slow ones are others, unless the author is with them."""
    assert read(text).is_run is logged
