"""Posts of people with firm habits: dictated, dotted, in as few letters as can be, told as what had been done."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("and before I knew it I'd done 6k in 35 minutes", 6000),
        ("We'd done 6k before anyone spoke, 38:10", 6000),
        ("for most of my 5.5k I'd thought it was a swan. 34 min", 5500),
        ("I wish I'd done 5k today", None),
        ("I'd have done 10k", None),
        ("I'd do 5k tomorrow", None),
        ("If I'd done 10k in 50 minutes I'd be happy", None),
        ("they said I'd done 10k in 50:10", None),
    ],
)
def test_what_had_been_done_was_run(read, text, metres):
    """An "I'd" before a participle tells what had been, one before an infinitive what would be."""
    runs = read(text).runs if read(text).is_run else ()
    assert [run.distance_m for run in runs] == [metres] * (metres is not None)


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("right just walking back to the car did ten k this morning in fifty eight minutes", True),
        ("driving home now did ten k in fifty eight minutes felt all right", True),
        ("just sitting in the car did 8k in 45 minutes", True),
        ("just walking the dog did 3k in 40 minutes", False),
        ("walking back to the car did 5k in 60 min", False),
        ("driving home now did 60k in 58 minutes", False),
    ],
)
def test_what_somebody_does_now_ends_where_their_run_is_told(read, text, logged):
    """Who walks or drives home by now tells of a run, if it took as long as one takes."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("bike broke so I walked home, 6 km in work shoes", False),
        ("walked back, 5k in the rain", False),
        ("ran there and walked home, 6k", True),
        ("parkrun 27:10, walked home", True),
    ],
)
def test_a_way_home_that_was_walked_is_no_run(read, text, logged):
    """A distance behind a walk home is that of the walk, unless a run is told before."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("dads parkrun 31:02 🥹", False),
        ("my brothers 10k pb 38:10", False),
        ("daughters first parkrun 34:10", False),
        ("out with my sisters, 5k 31:02", True),
    ],
)
def test_kin_without_an_apostrophe_own_a_run(read, text, logged):
    """A "dads" that opens a clause before a distance says whose run it was."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("out of the door at 7.01 and back 53 minutes later with 8.5k", 3180),
        ("and home 40 mins later with 7k", 2400),
        ("10k, 52:10 if you ignore the gate", 3130),
        ("To my surprise the parkrun went by in 28:52", 1732),
        ("3k b4 work 17:10", 1030),
        ("5.1k…28:02…ok", 1682),
        ("4 miles bc I'm in holiday mode, 33:20", 2000),
        ("belated entry for Thursday: 8k with the improvers, 48:30", 2910),
        ("Day 301 was the bare minimum: one mile, 9:50", 590),
        ("new loop found behind the golf club, 6.4k 36:10", 2170),
        ("14 km trails no falls 1:31:10", 5470),
    ],
)
def test_a_time_is_kept_whatever_odd_words_stand_beside_it(read, text, seconds):
    """Words that sound of plans, habits or other sports lose nothing of a run."""
    (run,) = read(text).runs
    assert run.duration_s == seconds
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "I'll be back 40 mins later with 6k",
        "10k in 50 if you believe the watch",
        "9 b4 the bell",
        "10k on Sunday? I'm in",
        "tennis behind the golf club, 45 min",
        "late entry for Sunday's 10k available",
        "minimum is one mile, 9:50 or so",
    ],
)
def test_what_only_sounds_alike_is_not_logged(read, text):
    """The same words without a run that is over are no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("did 8.2... no, 8.4k. looked at the wrong line", 8400),
        ("5k... sorry, 6k. 38:10", 6000),
        ("ran 5k, make that 5.5k", 5500),
        ("6k. no wait, 6.2k", 6200),
    ],
)
def test_a_distance_that_is_taken_back_is_not_logged(read, text, metres):
    """The figure behind a "no" or "sorry" is the one that was run."""
    (run,) = read(text).runs
    assert run.distance_m == metres
    assert read(text).is_run


@pytest.mark.parametrize("text", ["8k, no 10k for me tomorrow", "5k today, sorry, 6k tomorrow"])
def test_two_distances_of_two_days_take_nothing_back(read, text):
    """A "no" before another day's run does not make it that of today."""
    assert [run.distance_m for run in read(text).runs] in ([8000], [5000], [])


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Barn owl, so low I ducked. That was about halfway through 6 km (38:20).", 6000),
        ("saw a hare halfway through my 10k, 52:10", 10_000),
        ("halfway through my 10k training", None),
        ("halfway through 10k in 24:10, dying", None),
    ],
)
def test_what_something_was_halfway_through_is_the_whole(read, text, metres):
    """A distance that something happened halfway through is that of the run, if its time stands apart."""
    runs = read(text).runs if read(text).is_run else ()
    assert [run.distance_m for run in runs] == [metres] * (metres is not None)


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Streak run, 20 minutes, nothing to see. 317 and counting.", True),
        ("streak day 300, 10 minutes", False),
        ("done 5:30", False),
        ("✅ 5:30", False),
        ("done 28:10", True),
    ],
)
def test_a_time_alone_is_of_a_run_that_is_told(read, text, logged):
    """A streak of runs tells what minutes were of; a clock that may be minutes or hours tells nothing."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "far"),
    [("10 🏃✅", [10_000]), ("🏃‍♂️ 8", [8000]), ("10 🏃 signed up", []), ("8,42 47:13", [8420])],
)
def test_a_number_in_signs_is_how_far_somebody_ran(read, text, far):
    """A runner beside a number, and a comma for its point, tell as much as words would."""
    reading = read(text, units="km")
    assert [run.distance_m for run in reading.runs if reading.is_run] == far


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Husband took both of them to soft play on Sunday (hero) and I ran 10k. 1:02:15", -3),
        ("Sister came over yesterday so I snuck out, 6k 34:10", -1),
        ("Mum came on Sunday and I made lunch. 5k 28:10", None),
        ("Sam ran the half on Sunday and I ran 5k, 28:10", None),
    ],
)
def test_the_day_on_which_others_made_room_is_that_of_the_run(read, text, day):
    """Who ran while others did something ran on their day."""
    (run,) = read(text).runs
    assert run.date_offset_days == day


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("10k entered 😬", False),
        ("8k done, entered the park at dawn", True),
        ("10k signed up", False),
        ("half entered, 8k done 45:10", True),
        ("10k entered, 52:10", True),
        ("we sat in the cafe for one hour ten talking about the ten k", False),
        ("spent forty minutes talking about the 10k", False),
        ("10k talking about work, 58:10", True),
    ],
)
def test_a_distance_that_is_only_entered_or_spoken_of_is_no_run(read, text, logged):
    """Who puts their name down, or talks about a race, has not run it."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7k meh 43", 2580),
        ("7k hot 43", 2580),
        ("5k 27 xx", 1620),
        ("10k 52 bye", 3120),
        ("7k cold 2 layers", None),
        ("7k hot 43 degrees", None),
    ],
)
def test_minutes_stand_behind_how_a_run_was(read, text, seconds):
    """A mood or weather in one word does not part a distance from its minutes."""
    (run,) = read(text).runs
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("this is day nineteen two miles nineteen minutes", True),
        ("today is day 100 5k 28:10", True),
        ("day 60 of the streak, just the one mile because hangover", True),
        ("streak is at 60 days, just the 5k route again tomorrow", False),
        ("this is a 5k in 28 minutes route", False),
        ("it is 2 miles to town 19 minutes", False),
    ],
)
def test_the_day_of_a_streak_states_no_fact(read, text, logged):
    """Which day it is only heads the run of that day."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("twelve k one hour ten thirty", 4230),
        ("half marathon two hours four thirty so happy", 7470),
        ("10k in one hour two thirty felt great", 3750),
        ("20k two hours ten five of us", 7200),
        ("twelve k one hour ten 30 degrees", 4200),
    ],
)
def test_hours_minutes_and_seconds_may_be_spoken(read, text, seconds):
    """Behind hours in a dictated time come minutes and seconds, unless they count what follows."""
    (run,) = read(text).runs
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("15 ✅ 5:30/km", [15_000]),
        ("8 done, 4:50/km", [8000]),
        ("bib 15, 5:30/km", []),
        ("3 of us, 5:30/km", []),
    ],
)
def test_a_pace_behind_a_mark_says_that_a_number_is_a_distance(read, text, far):
    """A number that opens a post and its pace are a run, whatever sign stands between them."""
    reading = read(text, units="km")
    assert [run.distance_m for run in reading.runs if reading.is_run] == far
