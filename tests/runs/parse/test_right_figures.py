"""Figures and days are those of the run: no speed, pace, place, point or chore beside it takes or gives them."""

import pytest


def told(reading):
    """The distance, time and day of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("45 on the treadmill at 10.5kph", [(None, 2700, None)]),
        ("30 on the treadmill, 12kph", [(None, 1800, None)]),
        ("10 on the treadmill at 12kph", [(10000, None, None)]),
        ("25 done. wind 20 kph", [(25000, None, None)]),
        ("ran 25 into a 40 kph wind", []),
    ],
)
def test_a_speed_is_told_for_minutes(read, text, runs):
    """Many of something at a treadmill's speed are minutes, but not beside the speed of the wind."""
    assert told(read(text, units="km")) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("16mi/2h24/920ft of gain", [(25750, 8640, None)]),
        ("20k/1h58/300m climb", [(20000, 7080, None)]),
        ("10k 14/11 52:00", [(10000, 3120, -4)]),
    ],
)
def test_a_slash_ends_hours_and_minutes(read, text, runs):
    """Minutes behind an "h" are no fraction and no date with what stands behind the next slash."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("1 mi jog, 6 mi @ half marathon effort, 1 mi jog", [(12875, None, None)]),
        ("8k at half marathon effort, 38:20", [(8000, 2300, None)]),
        ("solid half marathon effort, 1:45:00", [(21097, 6300, None)]),
    ],
)
def test_an_effort_is_no_distance(read, text, runs):
    """A race that only names an effort adds no distance, unless it was that effort."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("24:48 parkrun on saturday, 31st overall", [(5000, 1488, -4)]),
        ("parkrun on Saturday, 31st place, 24:48", [(5000, 1488, -4)]),
        ("24:48 parkrun Saturday, 31st of 200", [(5000, 1488, -4)]),
        ("24:48 at parkrun on Saturday, 31st of October", [(5000, 1488, -18)]),
    ],
)
def test_who_came_in_when_is_no_day(read, text, runs):
    """A place behind a race is no day of the month, unless the month follows."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("club run ended up at 10.4 km in 57:50", [(10400, 3470, None)]),
        ("clocked in at 10.4km, 57:50", [(10400, 3470, None)]),
        ("tired after 8k yesterday, 44:10", [(8000, 2650, -1)]),
        (
            "done in after 6k last night (34:30) and another 10k today",
            [(6000, 2070, -1), (10000, None, 0)],
        ),
        ("after 5k (24:10) I slowed, 10k in 50:20", [(10000, 3020, None)]),
        ("ended up at 3k with no signal", []),
        ("we're at 5k now, 28:00", []),
    ],
)
def test_where_a_run_ended_with_its_time(read, text, runs):
    """Where a run ended up, or what one came after, is its distance once its own time says so."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5 mile run then walked the dog for an hour", [(8047, None, None)]),
        ("8k run, then an hour walking the dog", [(8000, None, None)]),
        ("ran 10k, then cleaned the house for an hour", [(10000, None, None)]),
        ("drove to the lake then ran 8k for 45 min", [(8000, 2700, None)]),
    ],
)
def test_what_was_done_next_has_its_own_time(read, text, runs):
    """How long something else was done behind a run is no time of the run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5k 28min, 6k 34min this week", [(5000, 1680, None), (6000, 2040, None)]),
        ("10k 1:02:00, 5k 29:10 this week", [(10000, 3720, None), (5000, 1750, None)]),
        ("5k 28min, 20k this week", [(5000, 1680, None)]),
        ("5k 28min and 25k 2:20:00 this week", [(5000, 1680, None)]),
    ],
)
def test_the_last_run_of_a_week_is_no_sum(read, text, runs):
    """What hardly goes beyond the runs beside it is one of them, and not the sum of the week."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("four laps of the common, each one a mile", [(6437, None, None)]),
        ("3 laps of the lake, each 2.5k", [(7500, None, None)]),
        ("three loops, 4 miles each, 1:50:00", [(19312, 6600, None)]),
        ("five 1k laps", [(5000, None, None)]),
        ("3 laps of the park, last one 2k hard", [(2000, None, None)]),
    ],
)
def test_laps_are_added_up(read, text, runs):
    """Counted laps are as far as all of them, wherever the length of each stands."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("4k yesterday, ran the same again today", [(4000, None, -1), (4000, None, 0)]),
        ("5k yesterday, did it again today", [(5000, None, -1), (5000, None, 0)]),
        ("5k yesterday 27:40, same today 27:02", [(5000, 1660, -1), (5000, 1622, 0)]),
        ("27:40 yesterday 27:02 today both 5k", [(5000, 1660, -1), (5000, 1622, 0)]),
        ("5k yesterday, same today", [(5000, None, -1)]),
        ("5k yesterday, same time today", [(5000, None, -1)]),
        ("5k yesterday, ran again today", [(5000, None, -1)]),
        ("5k yesterday, she did the same today", []),
    ],
)
def test_as_much_on_another_day(read, text, runs):
    """As much as the day before is a run of its own where it is told as done or has its time."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("1st Nov, marathon, 4:21:09", [(42195, 15669, -17)]),
        ("2nd of November 10k 52:00", [(10000, 3120, -16)]),
        ("first 10k 52:00", [(10000, 3120, None)]),
    ],
)
def test_an_ordinal_before_its_month_is_a_day(read, text, runs):
    """The first three days of a month are told with an ordinal as all others are."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("paced the 2 hour bus at the half, came in 1:58:30", [(21097, 7110, None)]),
        ("5k 27:40, 10k 55:50, 15k 1:23:55, half 1:58:30", [(21097, 7110, None)]),
        ("10 mile race today, 5 in 40:05, 10 in 1:21:40", [(16093, 4900, 0)]),
        ("10k Sunday, 10k today 51:00", [(10000, None, -3), (10000, 3060, 0)]),
        ("PBs 5k 24:10, 10k 51:00, half 1:53:10", []),
    ],
)
def test_splits_and_paced_times_are_no_runs(read, text, runs):
    """Times on the way of a race, and what its pacer was to run, are told beside the one run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ran to work, 3 miles in, 3 miles home", [(4828, None, None)] * 2),
        ("4 laps of 6k for me", [(24000, None, None)]),
        ("4 laps of 6k, 2:10:00", [(24000, 7800, None)]),
        ("my knee whinged for 2k then shut up. 7.2k in 42 min", [(7200, 2520, None)]),
        ("3k warm up, 6k at threshold, 3k jog home. 6k bit was 4:18s", [(12000, None, None)]),
        ("6k at threshold, 3k home. 6k bit was 4:18s", [(9000, None, None)]),
        ("3k home after 6k tempo. The 6k section hurt", [(9000, None, None)]),
        ("8k: 5k easy, 3k at pace. 3k bit was 4:20s", [(8000, None, None)]),
        ("10k, 3k at threshold. 3k bit was hard", [(10000, None, None)]),
        ("6k today. 6k bit was hard", [(6000, None, 0)]),
        ("took him 20 min to find his lead. 5k", [(5000, None, None)]),
        ("took him 25:10, 5k pb", []),
        ("took them 50 min to find me. 8k", [(8000, None, None)]),
        ("only took them fifty minutes to get it up the stairs", []),
        ("3k in and it's raining", []),
    ],
)
def test_each_distance_is_what_it_was(read, text, runs):
    """A way in, laps for oneself, an ache and a part that is told again count for what they are."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ten thousand metres in 44:00", [(10000, 2640, None)]),
        ("ten thousand metres, done on a 333m track", [(10000, None, None)]),
        ("eight hundred metres in 2:21", [(800, 141, None)]),
        ("5km twentyseven forty", [(5000, 1660, None)]),
        ("a thousand people at the 5k", []),
    ],
)
def test_hundreds_and_thousands_in_words(read, text, runs):
    """Numbers in words count hundreds and thousands, and need no hyphen."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("6k in 38:20. no hang on, 7k", [(7000, 2300, None)]),
        ("10k 52:10 yesterday. oops, 11k", [(11000, 3130, -1)]),
        ("ran 23:04 for 5k tonight. EDIT 23:40", [(5000, 1420, 0)]),
        ("5k 28:00. No 10k tomorrow", [(5000, 1680, None)]),
    ],
)
def test_what_is_put_right_replaces_what_was_told(read, text, runs):
    """A distance or a time that takes back another is that of the run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("2 up, 6k tempo, 2 down", [(10000, None, None)]),
        ("1 mile up, 3 hard, 1 down", [(8047, None, None)]),
        ("3 miles down to the river, 4 hard along it, 3 back up", [(16093, None, None)]),
        ("3 coffees, 10k easy, 2 croissants", [(10000, None, None)]),
    ],
)
def test_legs_need_no_unit_beside_one(read, text, runs):
    """Warm-up and cool-down, or the way there and back, are in the unit of the leg that has one."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Sunday I ran 4 miles, Monday 6", [(6437, None, -3), (9656, None, -2)]),
        ("7 miles Saturday (1:01:30), 3 more on Sunday", [(11265, 3690, -4), (4828, None, -3)]),
        ("ran 4 miles Sunday, 6 on Friday", [(6437, None, -3)]),
        ("ran 10k on Sunday, Monday 5 off work", [(10000, None, -3)]),
        (
            "ran into Claire yesterday at km 4 and we did the rest, 11k, 1:00:30",
            [(11000, 3630, -1)],
        ),
        ("5k in 28:10, yesterday 29:10", [(5000, 1690, None)]),
        ("Mon: 5k 27:10 Tue: off Wed: 8k 44:00", [(5000, 1630, -2), (8000, 2640, 0)]),
        ("5k x2 today, 27:10 and 28:30", [(5000, 1630, 0), (5000, 1710, 0)]),
    ],
)
def test_each_run_has_its_own_weekday(read, text, runs):
    """A later weekday has a run of its own, and a day that another time has is none of this one."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("8.5km and 50:00 by the time I'd crawled home", [(8500, 3000, None)]),
        ("by the time I'd woken up they'd run 10k in 50:10", []),
    ],
)
def test_by_the_time_it_was_over(read, text, runs):
    """By the time somebody had done something looks back, and wishes nothing."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("10k: first half 26:10, second half 25:20", [(10000, 3090, None)]),
        ("10k: 1st half 33:10, 2nd half 32:20", [(10000, 3930, None)]),
        ("first 5k 26:10 second 5k 25:20, 10k 51:30", [(10000, 3090, None)]),
        ("10k 51:30, first half 26:10", [(10000, 3090, None)]),
        ("my first half in 1:52:10", [(21097, 6730, None)]),
    ],
)
def test_halves_of_a_time_are_summed(read, text, runs):
    """Both halves make the time of the run, and neither is a run of its own."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("did 3 miles, rest day tomorrow, 10 on Sunday", [(4828, None, None)]),
        ("8k done, 5k tomorrow and 10k on Sunday", [(8000, None, None)]),
        ("8k today, rest tomorrow, 10k Sunday", [(8000, None, 0)]),
        ("tomorrow is rest. Ran 8k on Sunday", [(8000, None, -3)]),
    ],
)
def test_a_weekday_behind_tomorrow_lies_ahead(read, text, runs):
    """A weekday that goes on from tomorrow is the day of no run that is over."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "ran 3k to parkrun (24:50) and 3k home",
            [(3000, None, None), (5000, 1490, None), (3000, None, None)],
        ),
        ("tri done, run split for the 10k 47:20", [(10000, 2840, None)]),
        ("half: 10k split 51:20, 1:52:10", [(21097, 6730, None)]),
    ],
)
def test_a_race_has_the_time_behind_it(read, text, runs):
    """A race at the end of a way, and the run of a triathlon, have the time that is told of them."""
    assert told(read(text)) == runs


def test_who_says_i_am_tells_no_hour(read):
    """The "am" of a clock or of a heading does."""
    assert read("10k in 52:10 and I am tired").runs[0].time_of_day is None
    assert read("8k this am, I am tired").runs[0].time_of_day == "morning"
