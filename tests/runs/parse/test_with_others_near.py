"""Who is near, rides along, is called or lets a run be is beside a run of the author's, and takes none of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("daughter at ballet, 6k in 31:31", True),
        ("daughter at rowing, 2k in 8:10", False),
        ("hubby cycled alongside, 10k in 55:40", True),
        ("cycled alongside the canal, 10k in 55:40", False),
        ("my son on his bike kept me company, 6k 35:10", True),
        ("my son on his bike, 6k in 18:10", False),
    ],
)
def test_the_sport_of_whoever_is_near_is_not_the_authors(read, text, is_run):
    """Who is at a sport, or rides along with the author, does it while the author runs."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("first run since my husband went back to sea, 6k", True),
        ("my husband went back to sea, ran 6k first", False),
        ("7k hills, 44:30, her idea not mine", True),
        ("5k 22:10, his result not mine", False),
        ("husband works till 9 so treadmill 5k, 30:20", True),
        ("husband ran 9 so far, 5k in 30:20", False),
        ("the wife went out so I snuck out for a run last night", True),
        ("the wife went out so she snuck out for a run last night", False),
    ],
)
def test_what_somebody_only_did_beside_a_run_takes_none(read, text, is_run):
    """Since when, whose idea, until what hour and what it left time for says nothing of whose run it was."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("knee let me do 5k, 29:00", True),
        ("knee will let me do 5k, 29:00 hopefully", False),
        ("physio let me do 5k today, 31:20", True),
        ("physio let me do 10k next week", False),
        ("let me do 5k tomorrow", False),
    ],
)
def test_what_the_body_or_a_medic_let_one_do_is_done(read, text, is_run):
    """A body that let its author run did; who asks to be let do it did not."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("@lenny you'd have caught me today, 22:48 5k", 1368),
        ("@lenny you'd have loved it, 51:20 10k", 3080),
        ("@lenny you ran a blinder, 22:48 5k", None),
        ("@lenny you can try it on Sunday, 8k 44:10", None),
        ("go on then, 10k 48:50", 2930),
        ("go on then Dave, 5k in 22:10!", None),
        ("12.2 km 1:05:10 kudos welcome", 3910),
        ("kudos please for Tom, 10k in 44:10", None),
    ],
)
def test_what_is_said_to_somebody_beside_a_run_takes_none(read, text, seconds):
    """Whoever is called, asked for kudos or given in to is told the run, unless it is theirs."""
    reading = read(text)
    assert (reading.runs[0].duration_s if reading.is_run else None) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10k done, couldn't speak for five minutes", None),
        ("ran six miles to my appointment and the nurse made me sit for ten minutes", None),
        ("8k, on my feet for 45 minutes", 2700),
    ],
)
def test_how_long_something_else_went_on_is_no_time_of_the_run(read, text, seconds):
    """A time that no run of the distance takes is of what it is told of, and raises no doubt."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == seconds


def test_a_table_or_a_place_by_a_vehicles_name_is_no_sport_and_no_ride(read):
    """Who starts from the back row does not row, and nobody takes a tram along its line."""
    assert read("hello from the back row: 6.5k, 40:00").is_run
    assert not read("back row, 2k on the rower 7:40").is_run
    assert read("4 miles along the bus route home").is_run
    assert not read("4 miles home on the bus").is_run
