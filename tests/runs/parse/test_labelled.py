"""Pasted blocks: labelled lines, headlines, tables of splits, and times and units in odd notations."""

import pytest

MILES = 1609.344


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Route: the pub loop\nDistance: 4.96\nTime: 45:12\nMiles, before anyone asks", 7982, 2712),
        ("Distance: 16k\nTime: 1:34:20\nRoute: reservoir twice", 16000, 5660),
        ("Location: Leith\nDistance: 10.1k\nTime: 54:44", 10100, 3284),
        ("Course: two laps\nDistance 6k\nTime 33:19", 6000, 1999),
    ],
)
def test_a_summary_told_to_the_second_is_a_run(read, text, metres, seconds):
    """Beside distance and time behind their labels, a route or a place only tells of that run."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "Route: canal loop\nDistance: 8k\nMeet: 18:30 at the bridge",
        "Route: river\nDistance: 5k\nTime: 18:30",
        "Route: river\nDistance: 5k\nTime: 18:45",
        "Nico:\nDistance: 10k\nTime: 44:07",
    ],
)
def test_a_summary_may_be_of_what_is_to_come_or_of_another(read, text):
    """A route with an hour to meet, and lines under a name, are no run of the author's."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Kms - 7.7\nMins - 42", 7700, 2520),
        ("Distance (km): 8.4\nDuration (min): 47", 8400, 2820),
        ("Miles: 5.2\nTime: 47:31", 8369, 2851),
    ],
)
def test_a_unit_may_be_the_label(read, text, metres, seconds):
    """A number behind its unit as a label is in that unit."""
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "PBs\n5k 22:10\n10k 46:30",
        "Race predictor\n5k 24:10\n10k 50:20",
        "Goals\n5k 22:00\n10k 45:00",
        "November so far\nDistance: 88.4 km\nTime: 8h 12m",
        "Schedule\n7:15 warm up\n8:00 10k start",
    ],
)
def test_a_headline_says_what_stands_under_it(read, text):
    """A table under a line that says so is of bests, wishes or a month, and no run."""
    assert not read(text).is_run


def test_a_headline_of_one_run_heads_no_table(read):
    """A new best is one run, and a week with a line for each has its runs."""
    assert read("PB day!\n5k 22:10").is_run
    assert len(read("This week\n5k 25:10\n8k 44:20").runs) == 2


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("1k 5:12\n2k 5:10\n3k 5:08\n4k 5:11\n5k 4:59\n5k in 25:40", 5000, 1540),
        ("10k 52:00\n1k 5:12\n2k 5:10\n3k 5:08", 10000, 3120),
        ("1 mile 8:40\n2 mile 8:35\n3 mile 8:20\n3.1 miles 26:30", 4989, 1590),
    ],
)
def test_rows_of_splits_tell_the_run_again(read, text, metres, seconds):
    """Kilometres that are counted up beside their whole are no runs of their own."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


def test_rows_without_their_whole_are_asked_about(read):
    """What counts up and is summed up nowhere may be several runs."""
    assert read("1k 5:12\n2k 10:10\n3k 15:08").reason == "several"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("went down the hill in 9:02, back up in 9:38, so 2 miles and 18:40", 1120),
        ("10.2km in 59' 58\"", 3598),
        ("10k. Gun 51:40. Chip 50:58.", 3058),
    ],
)
def test_the_time_of_the_whole_is_taken(read, text, seconds):
    """The sum of its ways, minutes with their seconds, and the chip rather than the gun."""
    (run,) = read(text).runs
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    ("text", "miles"),
    [
        ("6.5m, 1100ft, 1hr 12", 6.5),
        ("3.1m in 27.45, legs like bricks", 3.1),
        ("6.2m @ 9:05", 6.2),
        ("ran 6.5m this morning", 6.5),
        ("easy 4.5m run", 4.5),
    ],
)
def test_an_m_behind_a_decimal_is_a_mile_where_it_fits(read, text, miles):
    """A letter that may be metres, minutes or miles is what was run in the time told."""
    assert read(text).runs[0].distance_m == int(miles * MILES + 0.5)


@pytest.mark.parametrize("text", ["The board is 6.5m by 1.2m, took 1hr 12", "fell 2.5m off a wall"])
def test_an_m_of_some_thing_is_no_mile(read, text):
    """What is so long or high was not run."""
    assert not read(text).is_run


def test_parts_may_come_to_a_bare_number(read):
    """What stands behind the sum is the whole; "n=1" is none."""
    assert read("race 6.3 plus warm up = 10.9", units="km").runs[0].distance_m == 10900
    assert not read("wrist or chest strap? n=1 but still").is_run


def test_a_run_is_dated_by_what_it_is_called(read):
    """A run called by its day was on that day; roast and legs of a day are not it."""
    assert read("10k, 52:10. Yesterday's effort.").runs[0].date_offset_days == -1
    assert read("10k, 52:10. Sunday's roast still sits there").runs[0].date_offset_days is None
