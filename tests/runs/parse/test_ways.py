"""Figures of a way, a thing, an ache or a question, beside runs that sound like them."""

import pytest


def logs(read, text):
    """Whether a text is read as one run that needs no question."""
    reading = read(text)
    return reading.is_run and len(reading.runs) == 1


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("There's a 4k loop and a 9k loop, both from the church", False),
        ("2.9 km a lap, toilets by the cafe", False),
        ("got lost, ended up 9 km from the hotel", False),
        ("ran 6 miles of cable under the floor", False),
        ("did the 9k loop from the church", True),
        ("3 laps at 2k a lap, 6k, 33:10", True),
        ("ended up 9 km from the hotel and back, 55:10", True),
        ("ran 6 miles of towpath", True),
    ],
)
def test_how_long_a_way_or_thing_is_is_no_run(read, text, is_run):
    """What is on offer, how long a lap is, how far away a place and how much cable was laid are no runs."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("legs still sore from Saturday's half", False),
        ("aching from Sunday's 20 miler, stairs are evil", False),
        ("legs still sore from Saturday's half but managed 5k today", True),
        ("Saturday's half in 1:52:30, legs still sore", True),
        ("tired from yesterday's 20k, easy 5k today, 30:10", True),
        ("shin sore after about 4k, any tips?", False),
        ("shin sore after 4k but finished the 8k, any tips?", True),
    ],
)
def test_a_run_that_is_still_felt_was_told_before(read, text, is_run):
    """A run of some day that only aches, or after which something does, is asked about."""
    reading = read(text)
    assert reading.is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("2:10 for a half, is that slow?", False),
        ("4:30 for the marathon, is that allowed at Leeds", False),
        ("1:52:30 for the half, is that any good?", True),
        ("24:30 for a 5k, is that any good", True),
    ],
)
def test_round_hours_over_a_long_race_may_only_be_asked_about(read, text, is_run):
    """Hours and minutes over "a half" of which is asked whether they are slow are anybody's."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("ran 30 samples through the machine, 4 hours", False),
        ("run it under the cold tap, 20 min, then cling film", False),
        ("nails done, hair done, 3 hours, £120", False),
        ("left the treadmill running 20 min by accident", False),
        ("release went out at 02:40, rollback 03:10", False),
        ("left the house running, 40 min", True),
        ("1 mile in 05:10 on the track", True),
        ("run 12k, they said. flat, they said", False),
        ("ran 30 laps of the track, 1:02:10", True),
        ("ran 40 min, then a coffee for £3", True),
        ("ran 12k, they said I'd hate it", True),
    ],
)
def test_things_that_were_run_or_paid_leave_no_time_to_a_run(read, text, is_run):
    """Counted things, recipes, services and what others said to run are no runs."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("It's six km to my sister's and I ran it, she had cake", 6000),
        ("ran to the pier and back, which Google Maps says is 4.2 km", 4200),
        ("It's six km to my sister's and I ran it by her first", None),
        ("I ran for the bus which google says is 2 km away", None),
    ],
)
def test_a_way_that_is_so_long_and_was_run(read, text, metres):
    """Its author ran "it" and nothing else, or a map says behind how far that was."""
    reading = read(text)
    assert reading.is_run is (metres is not None)
    assert [run.distance_m for run in reading.runs] == [metres] * reading.is_run
