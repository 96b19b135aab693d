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


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("2028 calendar: March half, May 10 miler, October the big one", False),
        ("Jan half, June 10k, Sept full", False),
        ("2028 races: Bath half, Leeds 10k", False),
        ("March: 10k in 52:10 this morning", True),
    ],
)
def test_a_calendar_is_no_run(read, text, logged):
    """Distances behind months, or behind the head of a year, are what is ahead or long over."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Narnia marathon Saturday, 7 hours, bring crisps", False),
        ("Narnia marathon Saturday, 4:12:30, legs gone", True),
        ("finished the marathon, 5 hours", True),
        ("Boston marathon, 4 hours", True),
    ],
)
def test_a_sitting_called_a_marathon_is_no_run(read, text, logged):
    """A marathon of something unknown that took whole hours may be watched."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("A38 again, 1h20 for 9 miles", False),
        ("M5 tonight, 2h for 15 miles", False),
        ("M45 again, 10k in 41:20", True),
        ("M45 again, 10k, 41 min", True),
        ("A10 loop run, 50 min for 6 miles", True),
        ("sauna 3 x 10 min, bliss", False),
        ("the school run: 20 minutes, one mile", False),
        ("triathlon in May: 750 m swim, 20 km bike, 5 km run", False),
        ("3 x 10 min tempo, bliss", True),
    ],
)
def test_what_was_driven_or_sat_out_is_no_run(read, text, logged):
    """A road by its number, a chore before a figure, and sports in a list say what the figures are of."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Got a PB of 22:10, want 21 something by June", False),
        ("PB of 22:10 at parkrun today, want 21 something by June", True),
        ("longest I've ever done is 14k so 21 is scary", False),
        ("longest I've ever done, 14k", True),
        ("that's 3 years since my first marathon, 4:52, cried at the end", False),
    ],
)
def test_what_was_best_so_far_is_no_run(read, text, logged):
    """A best that is to be beaten, and what was furthest or first, stand in a book already."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("never go out faster than that in the first 5k", False),
        ("60 days to Vienna, 42 km, no legs", False),
        ("12 days to Manchester, 10k easy", True),
        ("it's 8:45 at the bridge, 9k, about 1 hr, coffee after", False),
        ("my watch runs fine, 3 min to sync", False),
        ("my young one ran 3k with the school", False),
        ("never a doubt, 5k in 25:10", True),
    ],
)
def test_what_is_advised_ahead_or_of_others_is_no_run(read, text, logged):
    """Advice, days that are counted down, an hour to meet, a device and a child are not the author's run."""
    assert read(text).is_run is logged
