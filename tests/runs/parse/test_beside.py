"""What is only beside an own run: walking as a part of it, sports that name a place, who came along."""

import pytest


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("3.5k today, longest yet, only walked 3 times!!", True),
        ("4k this morning, walked twice and both times it was the hill", True),
        ("8k this morning, walked the steep bit and waved at a cow", True),
        ("5 miles today, walked most of the last one", True),
        ("3 miles yesterday and I only walked on the bridge", True),
        ("5k today with just one walk, proud as punch", True),
        ("4k today, walked most of it with the pram", False),
        ("5k today, walked twice round the loch", False),
        ("5k today, walked the second section of the Thames path", False),
        ("5k today, only walked on the treadmill", False),
        ("walked twice today, 4k", False),
        ("8k today with 2 walking mates", False),
        ("5k walk, only walked 3 times", False),
    ],
)
def test_walking_counted_or_of_a_part_is_a_break(read, text, logged):
    """Who says behind a distance how often or which part they walked ran the rest of it."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("2 mi. Monday. Rain. Walked none.", True),
        ("2 mi. Monday. Rain. Walked.", False),
        ("2 mi. Monday. Rain.", False),
    ],
)
def test_no_walking_tells_of_a_run_that_is_over(read, text, logged):
    """A sentence that opens with how it was puts the day before it behind."""
    assert read(text).is_run is logged


def test_the_walking_of_a_lesson_ends_its_clause(read):
    """Time told with the walking of a lesson is its time, whoever is spoken of next."""
    told = "week 5 run 1 on Monday, 28 minutes with the walking, my son came on his scooter"
    assert [run.duration_s for run in read(told).runs] == [1680]
    assert read(told).is_run
    assert not read("28 minutes with the walking group on Monday").is_run
