"""Plain posts: who reads along is called, a slip is put right, an hour of this morning lies behind."""

import pytest

from bot.runs.parse import parse


def figures(reading):
    """The distance and time of each run that is read without a question."""
    return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5k 35.15 lads, stopped for the train", [(5000, 2115)]),
        ("Dromore on Sunday, 7k lads, I wheezed all the way", [(7000, None)]),
        ("5k girls, in the rain!", [(5000, None)]),
        ("20 lads, 5 vans", []),
        ("5.5k people at the gig", []),
    ],
)
def test_who_is_called_is_not_counted(read, text, runs):
    """A distance or a time before "lads" is no number of them."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10k in 49:12. sorry 59:12 😂", 3552),
        ("10k in 49:12 sorry i mean 59:12", 3552),
        ("10k, 49:12. Oops, 59:12", 3552),
        ("10k in 49:12. sorry for the late post", 2952),
        ("10k in 59:12, first half 29:12", 3552),
    ],
)
def test_a_time_that_is_put_right_is_the_last(read, text, seconds):
    """A time behind "sorry" or "I mean" takes the place of the one before it."""
    assert read(text).runs[0].duration_s == seconds


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("4k at 4am today on my break, round the trailer bays", True),
        ("5k before the 8am call today, joined it with the camera off", True),
        ("4 miles with the dogs. this was 5 am today and i'm still tired", True),
        ("5k at 9pm today", False),
        ("5k at 7am saturday", False),
        ("5k at 7am today, who's in?", False),
        ("10k at 7am", False),
    ],
)
def test_an_hour_of_this_morning_lies_behind(read, text, is_run):
    """A run told with an hour of today that is gone is over, unless others are asked to it."""
    assert read(text).is_run is is_run


def test_before_its_hour_a_run_is_to_come(read, now):
    """The same words tell a plan as long as their hour has not come."""
    text = "4k at 6am today round the trailer bays"
    assert not parse(text, now=now.replace(hour=5)).is_run
    assert parse(text, now=now.replace(hour=8)).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("ran home from the pub, 3km maybe", 3000),
        ("jogged round the block a few times last night, 4k maybe", 4000),
        ("8:02 for the mile last night", 1609),
        ("ran a half on no training, would not recommend", 21097),
        ("ran a 400 in 71 sec, pulled nothing", 400),
        ("4 taper miles this morning", 6437),
        ("5k today to see how the knee is", 5000),
    ],
)
def test_how_far_is_told_in_few_words(read, text, metres):
    """A guess behind a run, a timed mile, half a marathon, a lap and miles of a taper are distances."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].distance_m == metres


@pytest.mark.parametrize(
    "text",
    [
        "ran out of milk, 3km maybe",
        "5k tomorrow, 3km maybe",
        "ran a half at the pub",
        "ran a half day workshop",
        "200 jog, roughly 75 sec.",
        "8:02 for the mile split",
        "watched the 10k to see how Tom did",
        "taper, 4 days in",
    ],
)
def test_what_sounds_like_so_far_is_no_run(read, text):
    """What is only hoped for, a half of something else and a moment alone are no runs."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("my fastest ever parkrun was 20:02. TWO seconds", False),
        ("my quickest 10k was 48:10", False),
        ("my fastest ever parkrun today 20:02", True),
        ("my fastest parkrun yet: 20:02", True),
        ("January to now: 840 km", False),
        ("January to today, 840 km", False),
        ("January 10k done, 52:10", True),
    ],
)
def test_what_was_the_fastest_or_the_sum_is_no_run(read, text, is_run):
    """The fastest there was, without a day, and all since a month are told of no one run."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("first run of the panto was 2h40, needs cutting", False),
        ("payslip run took 45 min", False),
        ("first run of the year was 2h40, legs need work", True),
        ("evening run took 40 min", True),
        ("rest tomorrow if you ran today", False),
        ("asking before I run in, not after", False),
        ("rested yesterday, ran today", True),
    ],
)
def test_what_something_or_somebody_else_ran(read, text, is_run):
    """The run of a play, of a program or of those who are spoken to is none of the author's."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("6k to site in 34 min and another 4k home", [(6000, 2040), (4000, None)]),
        ("same 7k loop: 42 min yesterday, 40 min today", [(7000, 2520), (7000, 2400)]),
        ("5k done 34.10", [(5000, 2050)]),
        ("6k in 34 min or another 4k home", []),
        ("same 7k loop: 42 min yesterday, 40 min with Jo", [(7000, 2520)]),
    ],
)
def test_a_second_run_is_told_with_less(read, text, runs):
    """A way home needs no verb behind a timed run, and a second day no distance of its own."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("6k plod, slow if im honest, 40 min", 6000, 2400),
        ("1:58:20 half, 1:55 was the dream", 21097, 7100),
        ("3 miles with the hi vis on, 27 minutes", 4828, 1620),
        ("jsut did 5k in 26mins", 5000, 1560),
        ("7.3 mi on the Bluff segment, 1:28, hiked the steep bits", 11748, 5280),
        ("7k b4 work, 42:11", 7000, 2531),
    ],
)
def test_small_words_leave_a_pair_alone(read, text, metres, seconds):
    """What is only said in passing, worn or misspelt beside a distance and its time changes neither."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Monday, 8 kms with the advanced class, I could not breathe", True),
        ("6km with Tom yesterday, he walked the hills", True),
        ("yesterday 5km in 31:10 chasing bus 36", True),
        ("Hill reps?? No thank you. 2.5km flat as a pancake today, 19 mins", True),
        ("an hour easy in Hyde Park", True),
        ("first parkrun! no idea what my time was", True),
        ("Week 5 again today. 24 mins with two sneaky walks, calling it a win", True),
        ("could not run my 5k today", False),
        ("6km yesterday, he walked it", False),
        ("the bus took 31:10 for 5km", False),
        ("5k anyone? nope. 27 min is plenty", False),
        ("an hour in Hyde Park", False),
        ("no idea what time parkrun starts", False),
        ("40 min with two walks round the lake", False),
        ("27 for 5, all out by tea", False),
    ],
)
def test_what_stands_around_a_run_does_not_take_it(read, text, is_run):
    """Company that walked, a bus that was chased, a refusal and a park stand only around a run."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds", "day"),
    [
        ("11/12 - 5 mi - 43:40", 8047, 2620, -6),
        ("14/11 - 5k - 26:10", 5000, 1570, -4),
        ("Gang out yesterday, 4km, I'd 31:20 and Phil waited", 4000, 1880, -1),
        ("FM completed in 4:41", 42195, 16860, None),
    ],
)
def test_dates_and_letters_are_read_as_their_author_means_them(read, text, metres, seconds, day):
    """A month may come first where miles are told, "I'd" may be "I had", and FM a full marathon."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (metres, seconds, day)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("ran to the office and back, 6.5k each way", [6500, 6500]),
        ("ran in this morning and ran home tonight, 2 miles each way", [3219, 3219]),
        ("ran out and back, 5k each way", [5000]),
        ("drove to work and back, 6k each way", []),
    ],
)
def test_each_way_of_two_is_a_run(read, text, metres):
    """So far each way is run twice where somebody ran there and home again."""
    assert [far for far, _ in figures(read(text))] == metres


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("1:50:20 of running in mud, no idea how far", [(None, 6620)]),
        ("1:12:40 on the trails, no distance", [(None, 4360)]),
        ("5k today with my son on a scooter", [(5000, None)]),
        ("5k yesterday with a six year old on a bike", [(5000, None)]),
        ("18:45 at the fountain, 8 km", []),
        ("1:19:58 at the ten mile race, so proud of her", []),
        ("1:12:40 of meetings", []),
        ("5k today on a scooter with my son", []),
        ("5k with my son on a bike ride", []),
    ],
)
def test_hours_with_seconds_and_who_rode_along(read, text, runs):
    """Seconds make no hour of the day of what opens a post, and who came along may be on any wheels."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("16 km later (1:33:20) I was lying on the grass", [(16000, 5600)]),
        ("12 km later (1:05:30) the moon came up", [(12000, 3930)]),
        ("Water stop is 5 km later at the church", []),
        ("hotel treadmill in doha gave me 40 mins and 7 km", [(7000, 2400)]),
        ("my physio gave me 20 min a day on the treadmill", []),
        ("8 km down to the ferry and back, 46:20", [(8000, 2780)]),
        ("8 km on the ferry and back, 46:20", []),
        ("11k on marine drive in 1:03:10", [(11000, 3790)]),
        ("11k drive in 14:10", []),
        ("5k with the beginners, nobody walked", [(5000, None)]),
        ("5k with the beginners, everybody walked", []),
    ],
)
def test_words_of_other_things_beside_a_run(read, text, runs):
    """What was later, given by a treadmill, called a drive, turned at or not walked takes no run away."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("watch said 15.9km, the real route is 15.2km, 1:21:09", [(15200, 4869)]),
        ("phone said 8.3k but the loop is 8k, 44:05", [(8000, 2645)]),
        ("watch froze at 6, the course is 10k, wall clock says 65 min", [(10000, 3900)]),
        ("phone says 8.3k, the loop is 12k, be there for 9:30", []),
        ('"Just an easy 8k," said Ingrid. We did 13km, 1:16:10', [(13000, 4570)]),
        ('"10k in 50:00," said the man at the desk', []),
    ],
)
def test_what_a_watch_or_somebody_said_is_put_right(read, text, runs):
    """A run told with its time outweighs what a device or somebody made of it before."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("50 min easy, last 10 min at tempo", [(None, 3000)]),
        ("45 minute call, last ten minutes about nothing", []),
        ("doubles: 5k 25:00 am, 5k 24:10 pm", [(5000, 1500), (5000, 1450)]),
        ("5k 6:30 pm at the pier", []),
        ("1500 tonight in the junior open, 4:47", [(1500, 287)]),
        ("1500 people in the masters open, starts 4:45", []),
        ("Mile trial 5:32, flat spot on lap 3", [(1609, 332)]),
        ("mile trial next week, want 5:32", []),
    ],
)
def test_times_of_parts_of_the_day_and_of_the_track(read, text, runs):
    """The last minutes are a part of a time, 24:10 is no hour of the day, and 1500 beside a track are metres."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("22:50 5k off 2 pints and a kebab", [(5000, 1370)]),
        ("25:20 5k treadmill idk if it counts", [(5000, 1520)]),
        ("I'd run 5k if that counts", []),
        ("14k this was meant to be 10. missed the turn", [(14_000, None)]),
        ("meant to do 8, took a wrong turn, 8.8k", [(8800, None)]),
        ("meant to do 8, took the kids out, 8k tomorrow", []),
        ("run commute both ways, 10k total", [(10_000, None)]),
        ("school run both ways, 10k total", []),
        ("did 3 loops of the park = 7.8 km according to my watch", [(7800, None)]),
        ("3 loops this week = 20k", []),
        ("11k, 1:03:30, am I dead?", [(11_000, 3810)]),
        ("10k on Sunday, am I mad", []),
        ("27 minutes for my 5k, used to be 21", [(5000, 1620)]),
        ("10k pb 41, used to be 38", []),
        ("streak day 412, a token 1.6k round the block at 6am", [(1600, None)]),
        ("run streak day 20. 5k at 6am who's in", []),
        ("8k at 5am, never again", [(8000, None)]),
        ("hoping for 55, 10k in 53:20", [(10_000, 3200)]),
        ("hoping for sub 55 on Sunday, 10k in 53:20", []),
        ("HM pace would be 5:11, so 10k splits at 51:50", []),
        ("Garmin thinks it was 9.8k, 51:20", [(9800, 3080)]),
        ("Garmin thinks I can run 10k in 48:20", []),
        ("8k at 5am, never too early", []),
        ("easy 5k yesterday just to see if the legs still work. they do", [(5000, None)]),
        ("easy 5k tomorrow just to see if the legs still work. they do", []),
    ],
)
def test_what_is_said_beside_a_run_is_no_wish(read, text, runs):
    """What a run rests on, was to be, came to, or used to be takes nothing from it; what is to come stays so."""
    assert figures(read(text)) == runs


def test_a_time_that_fits_outweighs_what_a_distance_may_be_of(read):
    """In minutes as on a clock; without a time the same words leave it to be asked about."""
    assert read("8k in 47 min with the accounts team, pizza after").is_run
    assert read("so kitchen clock: 52 min for the 10k river loop").is_run
    assert not read("8k with the accounts team, invoices").is_run


def test_recovery_miles_are_miles(read):
    """Whatever stands between a number and its unit."""
    (run,) = read("3 recovery miles, shins moaning").runs
    assert (round(run.distance_m), run.kind) == (4828, "recovery")
    assert not read("easy recovery miles tomorrow").is_run
