"""A figure that stands nearly alone is a run, unless what leads to it speaks of something else."""

import pytest


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("found: two green hats, 900m from the pavilion", False),
        ("raffle tickets, tombola prizes, 10k start tent", False),
        ("school run took 35 minutes, for one mile", False),
        ("the podcast is 1h25, exactly as long as a 15k for me", False),
        ("canal, drizzle, 8k", True),
        ("8k before the raffle", True),
        ("8k, tombola and raffle after", True),
        ("School run done, then an 8k run in 45 minutes", True),
    ],
)
def test_what_leads_to_a_figure_speaks_against_it(read, text, logged):
    """Words without meaning, or another matter, before a bare figure make it dearer; what comes behind does not."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("choir 7:30 tonight, carols already", False),
        ("dark lanes, 27:30 tonight", True),
        ("27:30 run tonight", True),
    ],
)
def test_tonight_counts_once_beside_a_clock(read, text, logged):
    """The word that is the day of a clock alone says nothing of the light besides."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [("gloves by the 400m start", False), ("400m, done", True), ("10 x 400m", True), ("5k", True)],
)
def test_a_few_metres_alone_are_hardly_a_run(read, text, logged):
    """Less than a kilometre needs a word of running beside it, or a time."""
    assert read(text).is_run is logged
