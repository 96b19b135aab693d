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


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        (
            "treadmill because sidewalks are a skating rink. 5k, 35 min, wanted to die at minute 6",
            True,
        ),
        ("10k to the rowing club and back, 58:12", True),
        ("12k yesterday via the hockey fields, 1:09:40", True),
        ("16x200 on the rugby pitch this morning, groundsman furious", True),
        ("10k at the rowing club, 42:10", False),
        ("2k in the swimming pool", False),
        ("skating rink tonight, 5k in circles", False),
        ("rode 10k to the tennis club", False),
    ],
)
def test_where_another_sport_is_at_home_is_only_a_place(read, text, logged):
    """What was passed, run to or likened to ice is no sport; at its own place it is."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6 miles on the bike path in 51:30 with DJ and them", 3090),
        ("5k on the cycle track this morning, 27:40", 1660),
        ("30k on the cycle path in 1:10:00", None),
        ("10 miles on the bike path, 40 min, new wheels", None),
        ("20k on the bike path today", None),
    ],
)
def test_a_path_for_bikes_is_run_on_at_a_runners_pace(read, text, seconds):
    """A distance on a path for bikes is a run where its time says so, else perhaps a ride."""
    assert [run.duration_s for run in read(text).runs] == ([seconds] if seconds else [])


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("TODDLER NAPPED THE WHOLE 3 MILES. I AM STILL IN AWE", True),
        ("Son snoozed the whole 5k in the buggy", True),
        ("TODDLER RAN THE WHOLE 3 MILES", False),
        ("Daughter slept the whole 40 miles", False),
        ("Daughter slept the whole 4 miles in the car", False),
        ("Toddler napped the whole 3 hours", False),
    ],
)
def test_who_slept_all_the_way_was_pushed(read, text, logged):
    """A distance that somebody slept through was run by who pushed them, where it is none to be driven."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("2k w my sister she complained 2k worth", [(2000, None)]),
        (
            "9k round the bay with Jo, we solved everything in about 50 minutes of it",
            [(9000, None)],
        ),
        ("8k today, 50 minutes of it in the rain", [(8000, None)]),
        ("8k, 48 min of it today", [(8000, 2880)]),
        ("4k round the Marina with my daughter, but sure we got a 99 after", [(4000, None)]),
    ],
)
def test_figures_of_what_went_on_beside_are_none_of_the_run(read, text, runs):
    """So much worth of moaning, a part of the time and a thing called by a number are no run of their own."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == runs
    assert read(text).is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Leaned into the wind for 2.5 then got blown home for 2.5, 5k total", True),
        ("12 for tea, 8 for lunch, 20k total", False),
        ("3 on Monday, 4 on Tuesday, 7k total", False),
    ],
)
def test_a_total_of_a_way_out_and_back_is_one_run(read, text, logged):
    """Two numbers, each behind a "for", that make up the total are its two halves."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("3k jog to get the car from the mechanics, $840", True),
        ("4k run to pick up the van from the garage, £310", True),
        ("5k run to get sponsored, £30", False),
        ("10k run, £40 to get in", False),
        ("3k to get the car from the mechanics, $840", False),
    ],
)
def test_what_was_paid_for_what_was_fetched_is_no_price_of_a_race(read, text, logged):
    """A jog to fetch something is a run, whatever that cost."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("golf this morning, 9k by the watch", False),
        ("football tonight, 6k by my watch", False),
        ("yoga this morning, 9k on the treadmill tonight", True),
    ],
)
def test_a_watch_measures_any_sport(read, text, logged):
    """What a watch says behind another sport is still of that, unlike a treadmill."""
    assert read(text).is_run is logged
