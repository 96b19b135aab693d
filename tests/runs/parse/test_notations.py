"""Short notations: figures of a run with hardly more than marks between them."""

import pytest


def figures(reading):
    """Distance, time and day of every run that was read."""
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in reading.runs]


@pytest.mark.parametrize(
    ("text", "metres", "seconds", "climb"),
    [
        ("17k / 820m / 2h20, Swampy Summit was swampy", 17_000, 8400, 820),
        ("11k | 480m | 1:05:20", 11_000, 3920, 480),
        ("sat: 21k / 900 vert w/ Hana", 21_000, None, 900),
        ("24k / 1250D+ / 3h40", 24_000, 13_200, 1250),
    ],
)
def test_metres_between_distance_and_time_were_climbed(read, text, metres, seconds, climb):
    """The climb of a run stands among its figures, with a mark or a word for one."""
    reading = read(text)
    assert reading.is_run
    run = reading.runs[0]
    assert (run.distance_m, run.duration_s, run.climb_m) == (metres, seconds, climb)


@pytest.mark.parametrize("text", ["17k / 820m tomorrow", "17k / 820m / 2h20 tomorrow"])
def test_what_is_planned_between_slashes_is_no_run(read, text):
    """A day ahead behind the last figure is that of all of them."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("3000 in 10.52.4 at the open meeting", (3000, 652, None)),
        ("5000m 17.42.8 on the track last night", (5000, 1062, -1)),
        ("17.42.8 for 5000m last night", (5000, 1062, -1)),
    ],
)
def test_tenths_may_stand_behind_a_second_dot(read, text, run):
    """A time of the track is told with dots alone."""
    reading = read(text)
    assert reading.is_run
    assert figures(reading) == [run]


@pytest.mark.parametrize("text", ["iOS 17.42.8 update", "watch on 10.15.7 now"])
def test_a_version_is_no_time(read, text):
    """Numbers with two dots tell nothing where no distance stands beside them."""
    assert read(text).reason == "nothing"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("yesterday 6.0 / 31:10", (6000, 1870, -1)),
        ("31:10 / 6.0 yesterday", (6000, 1870, -1)),
        ("today 7.5 / 40:12 / 150bpm", (7500, 2412, 0)),
        ("12.4km | 54:48 | 4:25/km | Tuesday tempo", (12_400, 3288, -1)),
    ],
)
def test_a_day_stands_among_the_figures(read, text, run):
    """A slash ends a figure as a comma does, and a day behind a bar is the run's."""
    reading = read(text, units="km")
    assert reading.is_run
    assert figures(reading) == [run]


@pytest.mark.parametrize(
    ("text", "day"),
    [("Mon 16/11. 5M easy.", -2), ("Sun 15/11: 18k", -3), ("Sat 14/11 6M steady.", -4)],
)
def test_a_weekday_is_dated_in_figures(read, text, day):
    """A weekday whose date agrees with it can't be the next one."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].date_offset_days == day


@pytest.mark.parametrize("text", ["Mon 23/11. 5M easy.", "Sun 22/11 10k"])
def test_a_dated_weekday_may_lie_ahead(read, text):
    """A date in the coming week is a plan's."""
    assert not read(text).is_run


def test_a_rating_behind_a_weekday_is_no_date(read):
    """Where weekday and figures disagree, the weekday alone counts."""
    assert read("Sun 8/10 effort, 12k in 1:05:00").runs[0].date_offset_days == -3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19:31 at parkrun Sat, 7th.", -4),
        ("19:31 at parkrun Sat 7th", -11),
        ("19:31 at parkrun Sat, 7th November", -11),
    ],
)
def test_a_place_in_the_result_is_no_date(read, text, day):
    """Behind a comma, an ordinal ends what is told of a race with its time."""
    assert read(text).runs[0].date_offset_days == day


@pytest.mark.parametrize("text", ["17k / month is the rent here", "5k/month habit", "5k/day"])
def test_so_much_in_so_long_is_no_run(read, text):
    """What is run or paid again and again was not run now."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("did 4k twice today 18:20 then 17:52", [(4000, 1100, 0), (4000, 1072, 0)]),
        ("5 monday 7 tuesday, resting now", [(5000, None, -2), (7000, None, -1)]),
        ("4.8 yesterday, 5 today, two in a row", [(4800, None, -1), (5000, None, 0)]),
        ("10K sat, 5K mon, both zone 2", [(10_000, None, -4), (5000, None, -2)]),
        ("Strava 9.0 Garmin 8.7, 54 minutes", [(8700, 3240, None)]),
    ],
)
def test_several_numbers_are_the_runs_they_tell_of(read, text, runs):
    """Days, times and devices tell how many runs there are."""
    reading = read(text, units="km")
    assert reading.is_run
    assert figures(reading) == runs


@pytest.mark.parametrize(
    "text",
    [
        "5 monday 7 tuesday, which suits you?",
        "Strava 9.0 is out, Garmin 8.7 too",
    ],
)
def test_numbers_that_may_be_something_else_are_no_runs(read, text):
    """A choice of days, a plan and two versions are none."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(
    ("text", "units"),
    [("16 sun. 4:05 av", "km"), ("10 @ 8:45 Sunday. new shoes rubbing", "mi")],
)
def test_a_weekday_is_over_by_its_average_and_by_what_shoes_do(read, text, units):
    """An average to the second is read off a watch, and shoes rub only in a run."""
    assert read(text, units=units).is_run


@pytest.mark.parametrize(
    "text",
    ["Sunday 10 miles, average pace 9:10", "10 @ 8:45 Sunday. trail shoes recommended"],
)
def test_a_round_average_and_advice_on_shoes_are_announced(read, text):
    """A group is told its pace and what to wear."""
    assert not read(text, units="mi").is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10k/52", 3120), ("Tue 8k / 41 / 148bpm", 2460), ("10k-52", 3120)],
)
def test_minutes_behind_a_slash_are_the_time(read, text, seconds):
    """A bare number behind a distance that takes so many minutes is its time."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        "5k/10k/HM 9:30",
        "paces 5:30 / 6:00 / 6:30",
        "10k 50:00 / 55:00 / 60:00 pacers",
        "10k 9:00-10:00",
    ],
)
def test_a_choice_between_slashes_is_no_run(read, text):
    """Figures that grow step by step are offered, and hours from and to are an appointment's."""
    assert not read(text, units="km").is_run


def test_kilometres_of_parts_between_slashes_are_no_choice(read):
    """Times that do not grow evenly are splits."""
    assert read("3k 4:10 / 4:05 / 4:01").is_run


def test_a_date_stands_between_distance_and_time(read):
    """A pair whose first is no month is a date there, and 24/7 is none."""
    assert read("18.2k 15/11 1:38:20").runs[0].date_offset_days == -3
    assert read("24/7 5k grind").runs[0].date_offset_days is None


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("7 this morning (km)", [7000]),
        ("20. MILES. I know you said it'd be fine", [32187]),
        ("AM 5, PM 4. Miles.", [8047, 6437]),
        ("ran 17 on Sunday and then 5 yesterday, both k, both in the rain", [17000, 5000]),
        ("8 tonight. Miles.", []),
        ("5 down, 3 to go. miles!", []),
        ("Chapter 7, miles better", []),
    ],
)
def test_a_unit_that_stands_alone_is_that_of_the_numbers_before_it(read, text, metres):
    """In brackets or as a clause of its own, but as a name below a post."""
    reading = read(text)
    assert [round(run.distance_m) for run in reading.runs if reading.is_run] == metres


def test_out_so_far_and_back_so_far_is_one_run(read):
    """As so far out and so far back is."""
    assert [run.distance_m for run in read("out 6k back 6k. windy").runs] == [12_000]


def test_what_a_dog_did_is_left_to_the_dog(read):
    """Where it is somebody's and did so far; who took it along ran."""
    assert [run.distance_m for run in read("6k with the gang, Mel's dog did about 11").runs] == [
        6000
    ]
    assert read("8k with Mel's dog").is_run


def test_nobody_knows_how_far_a_run_was(read):
    """Where nothing else is told of a time that is no round half hour."""
    assert read("42 min, no idea how far, phone stayed home").is_run
    assert not read("35 mins, no idea how far it is to the pub").is_run
    assert not read("35 mins, no idea how far, on hold with the bank").is_run


def test_reps_by_the_kilometre_are_no_thousands(read):
    """Repeats of so many metres, whatever they are called."""
    assert [run.distance_m for run in read("5x1k reps done").runs] == [5000]
    assert not read("4x1k reps tomorrow").is_run
