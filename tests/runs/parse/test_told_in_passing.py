"""What is told beside a run in passing: school, a bus, a guess, what there was time for."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Three mile time trial in the rain: 21:10", 4828, 1270),
        ("old fashioned two mile tt with the lads, 12:30", 3219, 750),
        ("mile time trial at the track, 6:20", 1609, 380),
    ],
)
def test_a_time_trial_is_over_so_many_miles(read, text, metres, seconds):
    """A number before a mile's time trial tells how many miles it was over."""
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("50 miler booked for April. I've told my mum it's 30", False),
        ("10k in Leeds booked", False),
        ("In my day we ran in plimsolls", False),
        ("10k this morning, physio booked", True),
        ("12k done, half booked for May", True),
    ],
)
def test_what_is_entered_or_long_ago_is_no_run(read, text, is_run):
    """A race that is booked, and what was run in one's day, is not logged."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("a run of 5 km, hands frozen", True),
        ("a loop of 5 km", False),
        ("Had to do 6k on the treadmill, 31:20", True),
        ("never had to do 10k", False),
        ("I only had time to run 3 miles today", True),
        ("never had time to run 5k today", False),
        ("I wish I had time to run 10k", False),
    ],
)
def test_what_there_was_time_for_was_run(read, text, is_run):
    """What somebody had to do, or had time for, was done, unless it is denied."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("missed the bus then ran the long way home, 4k ish??", 4000),
        ("Dropped the kids at school this morning and kept running. 6km.", 6000),
        ("dropped my son at school and ran 5k home", 5000),
        ("Missed the 11:15 so I ran home, 4k in 24:10", 4000),
        ("who ran yesterday, 5k?", None),
        ("ran 5k at school in 20 min", None),
        ("collected the kids, they'd run 2k", None),
    ],
)
def test_a_guess_and_a_school_hide_no_run(read, text, metres):
    """How far it may have been, who was left at school and which bus was missed take nothing from a run."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


def test_a_bus_is_no_time_of_a_run(read):
    """The hour of what was missed is not how long a run took."""
    assert read("Missed the 11:15 so I ran home").runs[0].duration_s is None
    assert read("Missed the 11:15 so I ran home, 4k in 24:10").runs[0].duration_s == 1450


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("6 mile tempo with Jo shouting from her bike: 44:10", 9656),
        ("10k with my wife alongside on the bike, 58:10", 10000),
        ("half marathon with Dave cycling alongside, 1:48:20", 21097),
        ("20k with my wife out on the bike, 58:10", None),
        ("8k with Sue on her bike and me on mine", None),
        ("rode 10k with Jo shouting from her bike", None),
    ],
)
def test_who_rides_beside_a_runner_rides_alone(read, text, metres):
    """A bike is that of who came along beside the author, unless both rode."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("nice run out this morning, 5k", True),
        ("ran out as far as the lighthouse and back", True),
        ("run out of milk, 5k to the next shop", False),
        ("ran out of steam at 8k", False),
    ],
)
def test_a_run_out_is_a_run(read, text, is_run):
    """What is called a run out led somewhere; what has run out is gone."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Saturday 8k, one hill too many", True),
        ("Saturday 8k, two places left", False),
        ("Long run Sunday. 16k. Boring.", True),
        ("Monday's 7k took more out of me than I care to say", True),
        ("Sunday's 12k felt easier than it should", True),
        ("Sunday 20k, need gels", False),
    ],
)
def test_a_weekday_with_what_was_met_is_over(read, text, is_run):
    """What was met, what it took and how dull it was is told of a run that is over."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("had to stop twice in my 4k, stitch", True),
        ("just the 4k today, legs gone", True),
        ("dishes, laundry and then 9k", True),
        ("30 mins of running on the treadmill watching someone do pull ups", True),
        ("half an hour out along the lanes, trying not to think about the bill", True),
        ("what do you eat in my 10k", False),
        ("just the 10k loop", False),
        ("two emails and then 10k of paperwork", False),
        ("an hour watching my son run", False),
    ],
)
def test_what_happened_in_a_run_makes_it_one(read, text, is_run):
    """What happened in it, and chores or people beside it, take nothing from a run."""
    assert read(text).is_run is is_run


def test_what_felt_good_is_only_a_part(read):
    """How much of a run felt good is not how far it was."""
    run = read("felt strong for 9 of the 10k this morning, 52:10").runs[0]
    assert (run.distance_m, run.duration_s) == (10000, 3130)


def test_a_day_may_be_a_sentence(read):
    """A day that is all that a sentence says is that of the run told beside it."""
    assert read("Ran 10 miles. On a Sunday.").runs[0].date_offset_days == -3
    assert read("10k on a Sunday in about 55 min").runs[0].date_offset_days is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday's staff meeting was cancelled so I got 7k in before dark", -2),
        ("12k in 1:04:11. Sunday's run, for the record", -3),
        ("Sunday's race is cancelled so I ran 10k, 52:10", None),
        ("10k in 52:10. Sunday's race is 10k", None),
    ],
)
def test_what_was_called_off_gives_its_day(read, text, day):
    """A run has the day of what was called off for it, or by which it is named behind its figures."""
    assert read(text).runs[0].date_offset_days == day


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Only a little trot round the estate tonight, back's too sore for owt else", True),
        ("easy jog tonight in the rain, don't forget a coat", False),
        ("easy jog tonight? legs sore", False),
    ],
)
def test_what_aches_tells_of_an_evening_run(read, text, is_run):
    """A plod of this evening is over where the body says so, and to come where something is to be brought."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("two and three quarter miles round the lanes", 4426, None),
        ("8 and a bit miles in 1:12:30", 12875, 4350),
        ("a hundred and five minutes, ten miles", 16093, 6300),
        ("nine k and some hills, 52:10", 9000, 3130),
    ],
)
def test_a_number_goes_on_behind_an_and(read, text, metres, seconds):
    """Quarters, what is beyond a hundred and a bit more belong to the number before their "and"."""
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s) == (metres, seconds)
