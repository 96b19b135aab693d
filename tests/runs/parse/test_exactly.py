"""Distance, time, day and number of runs are read as they were told, however oddly a figure is told."""

import pytest


def told(reading):
    """The distance, time and day of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("18 miles, five minutes short of 3 hours", [(28968, 10500, None)]),
        ("seven miles a second inside the hour", [(11265, 3599, None)]),
        ("11 km. thirty seconds over the hour", [(11000, 3630, None)]),
        ("11k under the hour 58:59", [(11000, 3539, None)]),
        ("30 seconds off my pb, 10k in 45:10", [(10000, 2710, None)]),
        ("bus was 5 minutes short of an hour", []),
    ],
)
def test_a_time_is_told_by_a_round_one(read, text, runs):
    """Minutes or seconds over or under hours or minutes are one time with them."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("11km hour ish", [(11000, 3600, None)]),
        ("hour bang on for 9k, yes I ran it", [(9000, 3600, None)]),
        ("hour's plod in the fog", [(None, 3600, None)]),
        ("rush hour dead in town", []),
    ],
)
def test_an_hour_needs_no_article(read, text, runs):
    """An hour is a time of its own where it is told how exact it is or what it was."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ten miles, 1 hour 47 and a half minutes", [(16093, 6450, None)]),
        ("my 5k, and the time was 25 minutes 45 and I'm talking to my phone", [(5000, 1545, None)]),
        ("46-something for 10k", [(10000, 2760, None)]),
    ],
)
def test_minutes_have_what_is_told_behind_them(read, text, runs):
    """Half a minute behind hours, seconds before an "and I" and a "something" belong to the minutes."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("7k this aft. 42 42. nice when they line up", [(7000, 2562, 0)]),
        ("9 miles on tired legs, 1 21 45, never again", [(14484, 4905, None)]),
        ("twelve k, one ten", [(12000, 4200, None)]),
        ("nineteen. fifty. eight. saturday. 5k", [(5000, 1198, -4)]),
        ("10k, 12 15 year olds passed me", [(10000, None, None)]),
        ("ten. twenty. thirty. press ups done", []),
    ],
)
def test_a_time_has_no_colons(read, text, runs):
    """Numbers that are all of a phrase, or a sentence each, are the time that fits the distance."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("4:49 for 1500, legs were there lungs weren't", [(1500, 289, None)]),
        ("track 5000 19:31", [(5000, 1171, None)]),
        ("400 flat out, 61 secs", [(400, 61, None)]),
        ("3000 on grass in 14:10", [(3000, 850, None)]),
        ("club 3000 last night. 12:30", [(3000, 750, -1)]),
        ("400 hard squats, 61 secs rest", []),
        ("anyone doing 1500 at the track tonight, 7:30 start", []),
        ("5:00 for 1000", []),
    ],
)
def test_a_race_on_the_track_is_told_by_its_metres(read, text, runs):
    """A bare number of the track is so many metres by its time, behind a "for" as well."""
    assert told(read(text, units="km")) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("13 even, 1:50:30. no i didn't do the .1 leave me alone", [(13000, 6630, None)]),
        ("18 on Sunday with Pip, 1:44:10, she bonked at 14", [(18000, 6250, -3)]),
        ("did me seven, 38:38, dodged three scooters", [(7000, 2318, None)]),
        ("otherwise uneventful 7, 37:15", [(7000, 2235, None)]),
        ("all say 11.2. Time 1:02:59", [(11200, 3779, None)]),
        ("stopped the watch at 9.9 because I am a monster. 55:55", [(9900, 3355, None)]),
        ("treadmill again, 6.0 on the display, 36 minutes", [(6000, 2160, None)]),
        ("watch says 9.4 battery hours", []),
        ("20 minutes on the display until departure", []),
    ],
)
def test_a_number_is_how_far_by_its_time(read, text, runs):
    """A number beside its time is the distance, whatever it is called and whatever else is counted."""
    assert told(read(text, units="km")) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("12 devilish kilometres, 1:06:06", [(12000, 3966, None)]),
        ("12 angry jurors, 1:36:00", []),
        ("road mile 5:58", [(1609, 358, None)]),
        ("ran my first mile without walking. 9:15", [(1609, 555, None)]),
        ("tenk 58:20", [(10000, 3500, None)]),
        ("twelve kms in and the only casualty was a glove. 1:05:00", [(12000, 3900, None)]),
        ("3k in and it's raining", []),
    ],
)
def test_a_distance_may_be_called_something(read, text, runs):
    """A strange word before its unit, a road, a first or a word for the figure take no distance away."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("7mi 1:04:30 steady away", [(11265, 3870, None)]),
        ("knocked 5k out in 25:55 between call outs", [(5000, 1555, None)]),
        ("5 mi 44:20 left", [(8047, None, None)]),
        ("lost 6k in 36 days", []),
    ],
)
def test_a_pair_that_fits_is_no_difference(read, text, runs):
    """A distance and its time are no difference, though a word for one stands beside."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("9k w dad while he's visiting!! he's 67!! 52 min!!", [(9000, 3120, None)]),
        ("Parkrun, tail walker passed me near enough. 33:10", [(5000, 1990, None)]),
        ("long course at parkrun, they reckon 5.3, my time was 25:30", [(5000, 1530, None)]),
        ("my sister ran 10k with her club. she's 40. 52:10", []),
        ("he did parkrun, tail walker clapped. 33:10", []),
    ],
)
def test_a_time_alone_is_the_authors(read, text, runs):
    """A sentence with nothing but a time goes on from the run, not from who was there."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("My daughter beat me at parkrun, I got 33:20, she got 31:58", [(5000, 2000, None)]),
        ("brought my bf to parkrun!! we jogged it together, 35:10", [(5000, 2110, None)]),
        ("bet me I couldn't do 5k under 27. 26:20", [(5000, 1580, None)]),
        ("1:41:17, wanted 1:38 for the half", [(21097, 6077, None)]),
        ("47:31. want to do a 10k next", []),
        ("my mum took me to parkrun, she got 41:20", []),
    ],
)
def test_a_time_is_lent_the_distance_spoken_of(read, text, runs):
    """One's own time is that of the parkrun others were at, of the bet, and of what was wanted."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("the sitter could only do an hour: 4 miles, 35:30", [(6437, 2130, None)]),
        (
            "listened to that one, 48 mins, and had 4 minutes left. 6 miles 52:20",
            [(9656, 3140, None)],
        ),
        ("30 mins running done as 10 easy 10 hard 10 easy", [(None, 1800, None)]),
        (
            "17k. podcast on Rome lasted 1:20. Silence lasted 16 min. Total 1:36:00",
            [(17000, 5760, None)],
        ),
        ("1:58:44. first half. sobbing", [(21097, 7124, None)]),
        ("found a note at km 4 of 6 (34:50)", [(6000, 2090, None)]),
        ("phone says 9.87k but i ran the whole 10k, 54 min", [(10000, 3240, None)]),
        ("[7.8km | 45:02] also did the mortgage go up", [(7800, 2702, None)]),
        ("2 up 5 tempo 2 down, km", [(9000, None, None)]),
        ("ran the 8k home in 42", [(8000, 2520, None)]),
        ("hit 22:22 at 4k so I just stopped there", [(4000, 1342, None)]),
        ("the watch foretells 46:10 at 10k, dreamer", []),
        ("1 up, 4 miles @ 7:15, 1 down", [(9656, None, None)]),
    ],
)
def test_the_watch_has_the_last_word(read, text, runs):
    """The time beside a distance is its own, and what the parts of a run add up to is the run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "3 mi last night in 25:00 + 20 min shakeout this morning",
            [(4828, 1500, -1), (None, 1200, 0)],
        ),
        (
            "25:40 for 5k today after 30 min easy yesterday",
            [(5000, 1540, 0), (None, 1800, -1)],
        ),
        ("4 miles Monday, 38:50, and then 6 tonight 58:15", [(6437, 2330, -2), (9656, 3495, 0)]),
        (
            "3 miles this morning 27 mins then 5 more after work in 46",
            [(4828, 1620, 0), (8047, 2760, 0)],
        ),
        (
            "doubled up: 6k, 35:50, then four with the beginners",
            [(6000, 2150, None), (4000, None, None)],
        ),
        ("5k this morning then 6 more tonight in 33:20", [(5000, None, 0), (6000, 2000, 0)]),
        ("5k today after 30 min in traffic yesterday", [(5000, None, 0)]),
        ("4 miles 38:50 and then 6 pancakes", [(6437, 2330, None)]),
        ("doubled up on pasta: 6k, 35:50, then four with extra cheese", [(6000, 2150, None)]),
    ],
)
def test_a_second_run_has_its_own_figures(read, text, runs):
    """Minutes with a day of their own, and a number with a time or company of its own, are a run more."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("forgot to post last Tuesday (10th), 6k easy", [(6000, None, -8)]),
        ("Half last Sunday week (8th): 1:55:07", [(21097, 6907, -10)]),
        ("did a 5k on Halloween, 25:40", [(5000, 1540, -18)]),
        ("Halloween 5k, 25:40", [(5000, 1540, None)]),
        ("Friday's effort never got posted, so: 7 km, 41:00", [(7000, 2460, -5)]),
        ("saturday volunteered then did 7k after, 43:20", [(7000, 2600, -4)]),
        ("parkrun 24:08, then 16k Sunday in 1:33:00", [(5000, 1448, -4), (16000, 5580, -3)]),
        ("junior parkrun Sunday, 11:10, then 5k home", [(2000, 670, -3), (5000, None, -3)]),
        ("saturday volunteered. today 7k in 43:20", [(7000, 2600, 0)]),
    ],
)
def test_a_day_is_taken_up(read, text, runs):
    """A date in brackets says which weekday it was, and the day of what led to a run is its own."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("splits 5k 30:10, 10k 59:50, 15k 1:29:30, done at 17k in 1:41:00", [(17000, 6060, None)]),
        ("5k 30:10, 10k 59:50, 12k in 1:12:10", [(12000, 4330, None)]),
        ("5k 25:10, 10k 52:30, half 1:55:20", []),
        ("k1 5:40 k2 5:36 k3 5:31, 16:47 all in", [(3000, 1007, None)]),
        ("8k: km1 5:40, km2 5:36, last 5:10, 43:20", [(8000, 2600, None)]),
        ("mile 20 3:01:10, mile 26 4:05:00, never again", []),
    ],
)
def test_splits_are_of_one_run(read, text, runs):
    """Times of single kilometres, or of growing distances at one pace, tell of one run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("went out for 8 mi, came back w 6. 55:31", [(9656, 3331, None)]),
        ("went for 10k but only managed 8, 46:10", [(8000, 2770, None)]),
        ("headed out for 5 miles, got 3, 28:10", [(4828, 1690, None)]),
        ("squeezed in 5 miles, managed 3 with Jo, 28:10", [(8047, None, None), (4828, 1690, None)]),
        (
            "headed out for 5 miles today, did 3 yesterday, 28:10",
            [(8047, None, 0), (4828, 1690, -1)],
        ),
    ],
)
def test_what_somebody_set_out_for_is_no_run(read, text, runs):
    """A distance that was set out for is not run beside the shorter one that came of it."""
    assert told(read(text)) == runs


def test_no_kilometres_take_no_time(read):
    """However they are described."""
    assert read("12 devilish kilometres, 1:06:06").runs[0].distance_m == 12_000
    assert read("zero devilish kilometres, 1:06:06").runs[0].distance_m is None


def test_a_strange_word_describes_kilometres_only_beside_a_time_that_fits(read):
    """Of other things there may be as many, and of other distances."""
    for other in ("12 devilish kilometres, 10:06", "12 devilish kilometres, 3:10:00"):
        assert [run.distance_m for run in read(other).runs] in ([], [None])
