"""Short posts: what is only said of a distance is told from a run, and figures in few words belong together."""

import pytest


def figures(reading):
    """The distance and time of each run that is read without a question."""
    return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("last year's turkey trot I ran 34:10, hoping for 32", []),
        ("I need an actual plan for a 10 miler", []),
        ("half a mile of the river trail is washed out past mile 4", []),
        ("400 followers on the club insta, 5k next", []),
        ("sorry about the extra 800m on Sunday", []),
        ("it's 1.6 to a mile", []),
        ("last year's shoes, 8k in 44:10", [(8000, 2650)]),
        ("need a nap, 10k in 52:10 done", [(10000, 3130)]),
        ("3 miles of the river trail, legs like lead", [(4828, None)]),
        ("5k next to the canal", [(5000, None)]),
        ("sorry for the late post, 10k in 52:10", [(10000, 3130)]),
    ],
)
def test_what_is_only_said_of_distances(read, text, runs):
    """What was last year, is needed, shut, next or excused is no run, but one may stand beside it."""
    assert figures(read(text)) == runs
