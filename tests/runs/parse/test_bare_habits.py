"""Terse habits kept for years: numbers without a unit whose time, part, climb or way tells that they were run."""

import pytest

MILE = 1609.344


@pytest.mark.parametrize(
    ("text", "km", "seconds"),
    [
        ("8k. 42. Windy.", 8, 2520),
        ("6k. 33. Dark by the end.", 6, 1980),
        ("Monday. 7. 43.40. Hip stiff after.", 7, 2620),
        ("Steady 6 round by the chapel this morning. 34.12.", 6, 2052),
        ("A slow 5. 34.10.", 5, 2050),
        ("tues 8, 46.30", 8, 2790),
        ("8 easy. 50.", 8, 3000),
        ("4.2. 25. Dog refused the bridge.", 4.2, 1500),
    ],
)
def test_a_time_alone_between_marks_is_that_of_the_run_before_it(read, text, km, seconds):
    """Minutes, or minutes and seconds with a dot, that people mostly take so far."""
    run = read(text, units="km").runs[0]
    assert (run.distance_m, run.duration_s) == (km * 1000, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday. 7. 19.30. Usual table.",
        "7 tonight. 43 signed up.",
        "Dinner for 6. 34.12.",
        "Won 6. Lost 37.",
        "6. 36. 216. Powers.",
        "6 left. 36. Raffle over.",
        "day 7. 40. Fever, I mean.",
    ],
)
def test_hours_prices_and_counts_stand_alone_as_well(read, text):
    """What nobody runs in that time, or is not a run by itself, stays none with a number behind it."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize("text", ["10k. 12. Sold out.", "10k. 42 entries so far.", "8k. 42?"])
def test_a_number_that_is_no_usual_time_or_goes_on_is_not_one(read, text):
    """Too short for the distance, counted or asked, it is something else."""
    assert all(run.duration_s is None for run in read(text, units="km").runs)


@pytest.mark.parametrize(
    ("text", "miles", "seconds"),
    [
        ("same 8 this morning, 58 min, nobody about", 8, 3480),
        ("the usual 6, 54:20", 6, 3260),
        ("The big 20 on Saturday: 2:52:14, stomach fine", 20, 10334),
        ("The dreaded 18 on Sunday: 2:41:30", 18, 9690),
        ("8.02 in 1:07:30, wrote half a eulogy in my head", 8.02, 4050),
        ("12 on sunday, 1:29:05, pancakes (6)", 12, 5345),
    ],
)
def test_a_time_makes_a_run_of_a_number_by_the_name_of_its_habit(read, text, miles, seconds):
    """ "The usual 6" and "the big 20" are somebody's runs where a time fits them."""
    run = read(text, units="mi").runs[0]
    assert run.distance_m == pytest.approx(miles * MILE, abs=1)
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        "same 4 of us, 18:30",
        "usual 5 on the bus",
        "the usual 6 for dinner on Sunday",
        "The big 20 on Saturday: be at the bus by 7:15",
        "12 on sunday, 11:45 if you want parking, pancakes (6)",
        "same 8 people every week",
    ],
)
def test_a_habit_without_a_time_of_its_own_is_no_run(read, text):
    """The usual table and the usual hour are told alike."""
    assert all(run.distance_m is None for run in read(text, units="mi").runs)
    assert not read(text, units="mi").is_run


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("did 9 w 5@tempo, held on", 9),
        ("10 with 4 at tempo, wheels came off", 10),
        ("7 incl 5 hills", 7),
        ("6 + strides", 6),
        ("14 w/ 800 vert on Tiger. legs are jelly", 14),
        ("14 w/ 2800 vert on Tiger. legs are soup, the good kind", 14),
    ],
)
def test_a_part_or_a_climb_behind_a_number_tells_that_it_was_run(read, text, km):
    """Nobody counts anything else that has a tempo part or a climb in it."""
    assert [run.distance_m for run in read(text, units="km").runs] == [km * 1000]


@pytest.mark.parametrize(
    "text",
    [
        "14 w/ 2 dogs and a paddling pool in one garden",
        "6 + 2 for the meal",
        "7 incl the driver",
        "10 w 6 spare, bibs I mean",
    ],
)
def test_with_joins_more_to_things_as_well(read, text):
    """Dogs, guests and spares are no part of a run."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize("text", ["km=4.8 t=29:06 // laces again", "km = 4.8, t: 29:06"])
def test_a_letter_with_a_sign_behind_it_is_a_label(read, text):
    """It is what the next figure is called, and counts nothing."""
    run = read(text, units="km").runs[0]
    assert (run.distance_m, run.duration_s) == (4800, 1746)


@pytest.mark.parametrize(
    "text",
    [
        "7 on the towpath, chased by a goose",
        "10 on the old railway, saw nobody",
        "6 out and back to the lighthouse",
    ],
)
def test_a_way_that_people_run_on_tells_a_run(read, text):
    """Seven on a towpath are kilometres."""
    assert [run.distance_m for run in read(text, units="km").runs] == [int(text.split()[0]) * 1000]


@pytest.mark.parametrize(
    "text",
    [
        "8 on the prom committee",
        "7 on the guest list, 2 in the car",
        "8 round the reservoir if you cut the corner",
        "6 out and 3 in, the squad changes",
        "10 on the path to sainthood",
    ],
)
def test_what_only_begins_like_a_way_is_none(read, text):
    """Lists and committees are not run on."""
    assert not read(text, units="km").is_run


def test_an_alarm_rings_at_an_hour(read):
    """ "5.20 alarm" is no time of a run."""
    assert all(run.duration_s is None for run in read("6 today. 5.20 alarm.", units="km").runs)


@pytest.mark.parametrize(
    ("text", "km", "seconds"),
    [
        ("43:30 for the usual 7", 7, 2610),
        ("41:10 for 7", 7, 2470),
        ("8 | 46:20 | 5:47 | 151", 8, 2780),
        ("7.5 // 41:22 // 142 avg", 7.5, 2482),
        ("forest 9, 58:11", 9, 3491),
        ("6 again. 35.50. again.", 6, 2150),
        ("5 during lunch, 27.15", 5, 1635),
        ("quick 5. 23.58. chuffed", 5, 1438),
    ],
)
def test_a_time_tells_a_run_however_it_stands_to_its_number(read, text, km, seconds):
    """Before it, with its pace and its pulse, behind a way, or behind how it was."""
    run = read(text, units="km").runs[0]
    assert (run.distance_m, run.duration_s) == (km * 1000, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "43.30 for the usual 7 pizzas",
        "2:30 for 7",
        "8 | 46 | 20 | bingo",
        "lane 4, 31:20",
        "nice 8.8. 42 next time!",
    ],
)
def test_a_time_that_does_not_fit_tells_no_run(read, text):
    """Pizzas, an hour for seven people, numbers of a lottery and lanes have no fitting time."""
    assert all(run.distance_m is None for run in read(text, units="km").runs)


@pytest.mark.parametrize(
    ("text", "miles"),
    [
        ("15 long, last 3 @ MP", 15),
        ("12, last 4 quick", 12),
        ("9 w/ last 2 fast", 9),
        ("8 solo", 8),
    ],
)
def test_the_last_part_of_a_number_tells_that_it_was_run(read, text, miles):
    """Nothing else has a last part that was quick."""
    assert [run.distance_m for run in read(text, units="mi").runs] == [round(miles * MILE)]


@pytest.mark.parametrize(
    "text",
    ["12, last 4 reserved", "9 w/ last 2 unopened", "15 left, last 3 @ 9:30", "8 solo tickets"],
)
def test_the_last_of_anything_else_is_no_part(read, text):
    """The last seats, tins and appointments are no part of a run."""
    assert not read(text, units="mi").is_run


def test_days_in_a_row_may_have_their_times(read):
    """Each number of a list of days takes the time behind it, in the unit that ends the list."""
    runs = read("4 yesterday (37:20), 6 today (55:02). Miles.", units="km").runs
    told = [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]
    assert told == [(round(4 * MILE), 2240, -1), (round(6 * MILE), 3302, 0)]


def test_a_name_that_is_a_day_in_another_language_stays_a_name(read):
    """Sam came along on an English run, though a French "sam" is a Saturday."""
    (run,) = read("5 easy w sam", units="mi").runs
    assert (run.distance_m, run.date_offset_days) == (round(5 * MILE), None)
    assert read("footing sam 10 km, 52:10").runs[0].date_offset_days == -4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mon 5 27.31, Wed 7 40.18", [(5, 1651, -2), (7, 2418, 0)]),
        ("Sat: 8 / 46:10\nSun: 12 / 1:11:20", [(8, 2770, -4), (12, 4280, -3)]),
    ],
)
def test_days_with_numbers_and_their_times_lie_behind(read, text, told):
    """A time to the second is no plan, wherever its day stands in the week."""
    runs = read(text, units="km").runs
    assert [(run.distance_m / 1000, run.duration_s, run.date_offset_days) for run in runs] == told


@pytest.mark.parametrize(
    "text",
    [
        "Mon 5 27, Wed 7 40, train times",
        "Sat: 8 / 10\nSun: 12 / 1\nopening hours",
        "Mon 16 27.31",
        "8 with two stops, the 49 bus",
    ],
)
def test_numbers_on_days_without_a_fitting_time_are_none(read, text):
    """Trains and hours are listed alike."""
    assert all(run.distance_m is None for run in read(text, units="km").runs)


def test_stops_on_the_way_are_no_run_of_their_own(read):
    """How often somebody stood still leaves the time to the run."""
    (run,) = read("8 with two stops. 49.31.", units="km").runs
    assert (run.distance_m, run.duration_s) == (8000, 2971)


@pytest.mark.parametrize(
    "text",
    [
        "6 + strides tomorrow",
        "6 + strides on Thursday?",
        "12, last 4 slow to arrive",
        "10, last 2 hard ones were about opera",
        "8 with 3 at the back",
        "41:10 for 7 would be nice",
        "target 7, 41.10",
        "same 5 jokes, 40 min set",
        "9 on the canal boat",
        "8 out and back by 5",
    ],
)
def test_wishes_and_boats_take_the_same_words(read, text):
    """A plan or a part of anything else leaves no run."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(("units", "metres"), [("km", 800), ("mi", 244)])
def test_a_climb_without_a_unit_is_in_that_of_its_author(read, units, metres):
    """Who counts in miles climbs in feet."""
    assert read("14 w/ 800 vert on Tiger", units=units).runs[0].climb_m == metres
