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


@pytest.mark.parametrize(
    "text",
    [
        "Programme\n08:30 registration\n10:00 half marathon\n10:20 10k",
        "Pace chart\n8:00/mi 5k 24:51 10k 49:43\n9:00/mi 5k 27:58 10k 55:56",
        "Cut offs: 10k 1:20:00, 20k 2:40:00, finish 5:30:00",
        "Records\n5k 22:10\n10k 46:12",
        "Start times\n9:00 5k\n9:30 10k",
        "Monthly challenge\nGoal 100 km\nSo far 62.4 km",
        "A: 10k 44:10\nB: 10k 45:00\nC: 10k 46:00",
        "Programm\n9:00 Bambini 1 km\n10:00 10 km\n11:00 Halbmarathon",
    ],
)
def test_a_list_is_no_run(read, text):
    """What stands under a programme, a start list, a chart or letters for groups was not run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text", ["Results: 10k 52:11, 88th", "Race results: 23rd, 44:08 for the 10k"]
)
def test_a_result_of_ones_own_is_a_run(read, text):
    """A single row is what its author ran."""
    assert read(text).is_run


def test_a_person_above_figures_ran_them(read):
    """Only who it was stands there: it was not the author, as long as they tell nothing of themselves."""
    assert not read("My sister\nDistance: 21.1 km\nTime: 1:58:22\nSo proud").is_run
    assert read("Mum came along\n5k\n33:10").is_run


@pytest.mark.parametrize(
    "text",
    [
        "Trail: Pentland skyline\nLength: 26 km\nAscent: 1700 m",
        "Route details\nDistance: 12.4 km\nEstimated time: 1:10:20",
        "Komoot\n12.4 km\n1:22\nDifficulty moderate",
    ],
)
def test_a_description_of_a_route_is_no_run(read, text):
    """What has a length and a difficulty is a way, unless a watch tells that it was run."""
    assert not read(text).is_run
    assert read("Surface: mud\nDistance: 8k\nTime: 44:12").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Out: 26:10\nBack: 25:01\n10 km", 10000, 3071),
        ("26:10 out, 25:01 back, 10k in the wind", 10000, 3071),
        ("7.6 km in 44:02\nZone 1 2:10\nZone 2 30:12\nZone 3 11:40", 7600, 2642),
        ("WU 2.1k 13:05\nMain 8k 38:40\nCD 1.9k 12:10\n12k total 1:03:55", 12000, 3835),
        ("Weather: 3°C\nWind: 18 mph\nDistance: 10k\nTime: 56:40", 10000, 3400),
    ],
)
def test_times_beside_that_of_the_run_are_not_it(read, text, metres, seconds):
    """Ways add up, zones and parts are in it, and the wind runs at a pace of its own."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


def test_an_hour_to_go_and_come_back_is_no_time(read):
    """Out and back "at" are hours of the day."""
    assert read("out at 6:10, back at 7:01, 10k").runs[0].duration_s is None


@pytest.mark.parametrize(
    "text", ["Event: Leith parkrun\nPosition: 112\nTime: 22:47", "T: 48:11\nD: 9.3 km\nP: 5:11"]
)
def test_a_label_is_nobodys_name(read, text):
    """A word or letter with a colon among others is a label."""
    assert read(text).is_run
    assert not read("Nico: Leith parkrun\nPosition: 112\nTime: 22:47").is_run


def test_what_is_called_the_plan_of_a_day_is_one(read):
    """A distance with a time to aim for is a plan where the post ends by saying so."""
    assert not read("Tempo 40:00, 8 km, that is what the plan has for Thursday").is_run
    assert read("8k 45:10, that's the plan for today done").is_run


@pytest.mark.parametrize("text", ["6.1 / 54:12 / 8:53 / 149", "6.1, 54:12, 8:53"])
def test_a_time_and_its_pace_make_a_number_a_distance(read, text):
    """A number that the pace takes to the time is how far it was, in the author's unit, which is asked else."""
    run = read(text, units="mi").runs[0]
    assert (run.distance_m, run.duration_s) == (9817, 3252)
    assert read(text).reason == "unit"


def test_clocks_that_do_not_fit_confirm_nothing(read):
    """Hours of a day beside a number are none of a run."""
    assert not read("8.30 bus, 9:10 call, 10:25 dentist", units="km").is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5k in 25m:03s", 1503),
        ("5k in 25' 03", 1503),
        ("marathon 4h 02' 11\"", 14531),
        ("half 118 mins", 7080),
    ],
)
def test_old_notations_of_time_are_read_to_their_end(read, text, seconds):
    """Parts that a colon or a space sets apart are one time, and minutes may be those of a half."""
    assert read(text).runs[0].duration_s == seconds


def test_half_of_so_many_minutes_is_no_race(read):
    """Half of something else is none."""
    assert read("half 20 mins, half 30 mins").runs[0].distance_m is None


def test_a_question_may_be_only_a_label_for_its_answer(read):
    """Who asks and answers reports; what others are asked, or a limit, is no run."""
    assert read("How far? 8k\nHow long? 44:10\nHow was it? Grim").is_run
    assert not read("How far is it? 8k. How long does it take you? 44:10").is_run
    assert not read("What's the distance? 10k. What's the cut off? 1:20:00").is_run
