"""A run and the sum that it went into are two things."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("6k easy, 37:15, that's 38k for the week", 6000, 2235),
        ("12 km in 58:00, 42 km this month", 12_000, 3480),
        ("two weeks off, 0 runs, 3 colds. today 5k, 31:02, lungs fine", 5000, 1862),
    ],
)
def test_a_timed_run_counts_beside_its_sum(read, text, metres, seconds):
    """The run is logged alone, whatever is added up behind it or was not run before it."""
    reading = read(text)
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == [(metres, seconds)]


@pytest.mark.parametrize(
    "text",
    [
        "this week 45 km, longest 20 km in 1:50:00",
        "week done: 52 km, 4h10",
        "38k for the week, 6k of it today",
        "45 km this week, 4 runs",
        "0 runs this week, 12k steps a day",
    ],
)
def test_a_sum_that_is_told_first_is_no_run(read, text):
    """A week with its longest run, which may be known already, is asked about at most."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("15k today which makes 41 for the week", 15_000),
        ("12k brings me to 1,203 for the year", 12_000),
        ("9k today takes me to 1000 km for the year!!", 9000),
        ("6 miles this morning to hit 1,000 miles for the year", 9656),
        ("8k today takes me to 2000 miles for the year", 8000),
        ("10k today, 1000 km for the year done", 10_000),
        ("5k in 27:10, that's 1000 km for 2026!", 5000),
        ("5k a day takes me to 1825 km for the year", None),
        ("just need a 10k to hit 1000 km for the year", None),
        ("1000 miles for the year!!", None),
        ("10k today and that's 100k for the month", 10_000),
        ("10k to make it 50 for the week", None),
        ("8k sunday makes it 30 for the week", None),
        ("38k for the week", None),
    ],
)
def test_a_run_may_lead_to_its_sum(read, text, metres):
    """A distance before what it brings a week, month or year to is a run, unless it may be to come."""
    reading = read(text)
    logged = reading.runs if reading.is_run else ()
    assert [run.distance_m for run in logged] == ([metres] if metres else [])


@pytest.mark.parametrize(
    ("text", "miles"),
    [("8m stdy", 8), ("7m, 58 mins", 7), ("8 @ 7.45s", 8), ("W/U 1, 4M @ 7s, C/D 1", 6)],
)
def test_old_hands_write_miles_as_they_always_did(read, text, miles):
    """Of somebody who counts in miles an "8m" is no time, and a number with its pace needs no unit."""
    (run,) = read(text, units="mi").runs
    assert run.distance_m == pytest.approx(miles * 1609.344, abs=1)
    assert run.duration_s in (None, 58 * 60)


@pytest.mark.parametrize("text", ["ran 20m, felt ok", "5k, 28m", "10m w/u, 5m tempo, 10m c/d"])
def test_an_m_beside_a_distance_or_a_verb_is_minutes(read, text):
    """An "m" stays minutes where a distance, a verb or the parts of a session stand beside it."""
    assert not any((run.distance_m or 0) > 5000 for run in read(text, units="mi").runs)


def test_so_many_hill_reps_are_no_distance(read):
    """Eight hill reps are a session whose distance was not said, also for somebody with a unit of their own."""
    (run,) = read("8 hill reps, dead", units="km").runs
    assert (run.distance_m, run.kind) == (None, "intervals")


@pytest.mark.parametrize(
    "text", ["first half marathon done!! 2:08:33", "2nd half marathon, 2:08:33"]
)
def test_a_first_half_marathon_is_no_half_of_a_marathon(read, text):
    """The ordinal counts half marathons, and does not part a marathon."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (21097, 7713)


@pytest.mark.parametrize(
    ("text", "miles"), [("4 @ 9:40. Knees say howdy.", 4), ("8 steady", 8), ("slow 4", 4)]
)
def test_a_number_with_its_pace_or_manner_is_how_far(read, text, miles):
    """Of somebody whose unit is known a number needs no more than its pace or how it went."""
    (run,) = read(text, units="mi").runs
    assert run.distance_m == pytest.approx(miles * 1609.344, abs=1)


@pytest.mark.parametrize("text", ["meet 6 @ 7:20", "table for 4 @ 7:30", "12 long weeks to go"])
def test_a_number_with_an_hour_or_of_things_is_no_run(read, text):
    """An hour of the clock and whatever is counted stay what they are."""
    assert not read(text, units="mi").is_run


def test_a_pulse_and_a_count_are_none_of_a_run(read):
    """HR stands for the heart behind an easy zone, stops are counted, and the sun that is out is no Sunday."""
    easy, long, sunny = (
        read(text).runs[0]
        for text in (
            "6.6 km easy Z2 HR 138",
            "17km long slow, three stops for toilets",
            "9k, 5:40 pace, sun out",
        )
    )
    assert (easy.distance_m, easy.duration_s) == (6600, None)
    assert (long.distance_m, long.duration_s) == (17000, None)
    assert (sunny.pace_s_per_km, sunny.date_offset_days) == (340, None)


@pytest.mark.parametrize("text", ["since 1 November only 22 km, shame on me", "since Monday 22k"])
def test_what_was_run_since_a_day_is_a_sum(read, text):
    """All that there was since a day is asked about, and no run of that day."""
    assert read(text).reason == "period"


@pytest.mark.parametrize(
    ("one_run", "who_knows"),
    [
        ("12k total, last 3 quick", "12k total, last week 3"),
        ("9km all told inc the hills, quads gone", "9km all told, quads gone"),
        ("11k total, 5 of it at marathon pace", "110k total, 5 of it at marathon pace"),
        ("1 up 4 steady 1 down, 6k all told", "Mon 1 Wed 4 Fri 1, 6k all told"),
        ("8 miles total, first 2 with the dog", "8 miles total, first 2 days of the trip"),
        ("14k all in, middle 6 at tempo", "session: 14k total, middle 6 at tempo"),
    ],
)
def test_a_total_told_with_its_parts_is_of_one_run(read, one_run, who_knows):
    """A stretch of it, what it went over, or efforts that make it up; days and weeks are parts of no run."""
    assert read(one_run).is_run
    assert not read(who_knows).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("last year 54:10, this year 50:30. Same 10k, same shirt", 3030),
        ("5k 24:10, last year 26:30", 1450),
        ("10k 59:10 — last month 1:03, month before 1:07", 3550),
        ("always 10k on a Wednesday, today 52:16", 3136),
        ("my usual 6k normally takes 33, this morning 31:50", 1910),
        ("last month 3:40:10, this month 3:10:12. 35k", None),
        ("last year 100 runs, this year 2:10:12 in the half", None),
        ("5k, 24:10, last year", None),
        ("10k 48:20. Last year", None),
        ("always 5k on Wednesdays, today 18:30", None),
        ("usually 10k in 53:10, today nothing", None),
    ],
)
def test_a_time_beside_that_of_before_is_of_today(read, text, seconds):
    """A race of last year or what one always runs only compares, where it has a time of its own, and so has the run."""
    reading = read(text)
    assert (reading.runs[0].duration_s if reading.is_run else None) == seconds
