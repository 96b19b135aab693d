"""Odd words beside figures: other tongues, letters that slip, marks out of ten, zeros that are spoken, shoes."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("ECP 10k 55min shiok, then prata two piece, net calories negative can", 10000, 3300),
        ("8k ya leo, 45 min. Matope kila mahali lakini tumesonga", 8000, 2700),
        ("tidy one of 3 miles, 26 mins", 4828, 1560),
        ("sevn k 42 mins tyrd", 7000, 2520),
        ("tewlve k 71 mins", 12000, 4260),
    ],
)
def test_odd_words_leave_a_pair_alone(read, text, metres, seconds):
    """A distance and a time at a runner's pace are a run, whatever the words around them."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "ECP 10k tabs open, 55min to go, then prata",
        "30 essays, 46 minutes each, 8 km of red pen",
        "12k followers, 55 min podcast, shiok content",
        "sevn days till payday, 42 quid left",
    ],
)
def test_odd_words_beside_other_figures_are_no_run(read, text):
    """So many of a thing, minutes of each and a part of the whole stay what they are."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("twelve point four miles, one forty-six oh five. podcasts consumed: 2", 6365),
        ("park run on Saturday thirty four oh six the voice on my watch was rude", 2046),
        ("5k in twenty six oh five calves are gone", 1565),
    ],
)
def test_a_zero_may_be_spoken(read, text, seconds):
    """A spoken zero stands before seconds below ten."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == seconds


@pytest.mark.parametrize(
    "text",
    ["thirty four oh six is the code for the side gate", "bus thirty one oh seven was late again"],
)
def test_a_spoken_number_is_no_time(read, text):
    """A code or a bus told in the same words is no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("5k no watch, ten out of ten", 5000),
        ("8 km in fog, nine outta ten would get lost again", 8000),
        ("ran 5 out of 10 km, knee said no", 5000),
    ],
)
def test_a_mark_out_of_ten_is_no_figure_of_a_run(read, text, metres):
    """How good it was is no number of kilometres, but how much of them was run is."""
    (run,) = read(text).runs
    assert run.distance_m == metres


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Today\nDistance: 5.1 km\nTime: 31:18\nAvg pace: 6:08\nShoes: 417 km", 5100),
        ("Distance: 10.1 km\nTime: 58:40\nGear: Pegasus 40 (340 km)", 10100),
        ("new shoes: 6 km, 33 min", 6000),
    ],
)
def test_how_far_shoes_have_come_is_no_run(read, text, metres):
    """The line of the shoes tells of no run, unless it is the only distance."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert run.distance_m == metres


def test_the_distance_of_shoes_alone_is_no_run(read):
    """Shoes that have come far tell of no run today."""
    assert not read("Shoes: 612 km, time for new ones").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        (
            "Week 8 day 1. 28 minutes was the ask and I did 30. 4.1 km. Don't tell my mother.",
            4100,
            1800,
        ),
        ("w8d3, asked for 28 min, did 30, 4 km", 4000, 1800),
        ("5 km in Victoria Park and then one hour of gossip with Niamh", 5000, None),
        ("12 km, two hours of mud", 12000, 7200),
    ],
)
def test_minutes_are_of_the_run_or_of_what_came_next(read, text, metres, seconds):
    """What was done of minutes asked for is the time; what something else took afterwards is not."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "20 minutes was the ask and I did 22. Plank class.",
        "Week 8 day 1. 28 minutes is the ask. Tomorrow.",
        "10k was the plan, 6 was the outcome of the vote",
    ],
)
def test_a_wish_for_something_else_is_no_run(read, text):
    """Another sport, a day to come or a vote makes no run of a wish."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "quick 20 min run on my break, scrubs and all",
        "short 15 min run between shifts",
        "one hour and 3 minutes, slow slow, around Tempelhof",
    ],
)
def test_minutes_called_a_run_are_one(read, text):
    """A run in one breath with its minutes, or how slow it was in a clause of its own."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "quick 20 min nap on my break, scrubs and all",
        "30 min run time on the battery",
        "quick 25 min run through of the slides on my lunch",
        "easy 30 min recipe before handover",
        "one hour and 3 minutes, slow service on the line to Tempelhof",
    ],
)
def test_minutes_of_a_thing_are_no_run(read, text):
    """A nap, a battery, slides and a recipe take minutes as well."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "same 8k loop two days in a row. yesterday 45:20, today 44:50. Progress!!",
            [(8000, 2720, -1), (8000, 2690, 0)],
        ),
        (
            "two loops of the same 5 miles, before work 41:30, after work 42:10",
            [(8047, 2490, None), (8047, 2530, None)],
        ),
        ("5k today 25:10, last Saturday 25:40", [(5000, 1510, 0)]),
    ],
)
def test_times_with_their_own_days_are_as_many_runs(read, text, runs):
    """One distance is run again where a second time has its day or part of one; an earlier time is only compared."""
    reading = read(text)
    assert reading.is_run
    told = [(run.distance_m, run.duration_s, run.date_offset_days) for run in reading.runs]
    assert told == runs


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("3m recovery today, hungover if im honest", 4828, None),
        ("10m easy, still tired", 16093, None),
        ("5k ish, 28 ish", 5000, 1680),
        ("10k or so, 58 or so", 10000, 3480),
        ("34 km. Rain the whole way. The rain was also 34 km.", 34000, None),
    ],
)
def test_units_left_out_are_found(read, text, metres, seconds):
    """An easy "m" is a mile where nothing else is told in figures; about so many are minutes beside a distance."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize("text", ["5m easy, 10m hard, 5m easy", "5k ish people, 28 ish stalls"])
def test_sessions_and_crowds_have_no_such_units(read, text):
    """Minutes by turns are no miles, and stalls no minutes."""
    assert all(run.distance_m is None or not read(text).is_run for run in read(text).runs)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Yesterday last train missed. So 5km run home in leather shoes, 25:30", -1),
        ("friday my day off po, 5k at Al Barsha park 38:20", -5),
        ("Yesterday my train was late. 5km today, 25:30", 0),
    ],
)
def test_the_day_of_what_led_to_a_run_is_its_day(read, text, day):
    """A sentence that begins with "so" goes on with the day before it; a day of its own comes first."""
    (run,) = read(text).runs
    assert run.date_offset_days == day


def test_a_talk_of_two_is_no_run(read):
    """Minutes one on one with somebody are no run."""
    assert not read("1 on 1 with my boss yesterday, 25 min altogether").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("10k 55:02 into a 40 km/h westerly both ways somehow", 10000, 3302),
        (
            "cardamom buns, 3.20 each. Discovered at the end of 8k, 49 minutes this morning",
            8000,
            2940,
        ),
        ("first half of my 10k today was 28:10, whole thing 53:44", 10000, 3224),
        ("Did the Tan this morning, 19:30 for the 3.8. Bloody Anderson St.", 3800, 1170),
        ("today five k thirty minutes twenty so thats good isnt it", 5000, 1820),
        ("8K 45:50 HILLS ARE JUST STAIRS WITH BAD TEXTURES", 8000, 2750),
        ("my own return to run, 1 min on 1 min off yesterday, 25 min altogether", None, 1500),
    ],
)
def test_a_figure_of_something_else_leaves_the_run_alone(read, text, metres, seconds):
    """A gale, a price, half of a race, what the hills are and stretches by turns are no figures of the run."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "10k 15:02 at 40 km/h",
        "first half of the match was 48:10, whole thing 1:54",
        "10k 45:50 pace is 4:35",
        "5k 18:59 record is safe",
        "4:10 for the 3.2 version",
    ],
)
def test_figures_that_belong_to_the_run_still_count_against_it(read, text):
    """A speed that nobody runs, a match, a pace as such and a record are no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "Post nights 7km, no idea how long, watch was flat and so was I",
        "selfies were essential!! 7k for me too, same thing, same stops",
    ],
)
def test_a_distance_with_its_author_is_a_run(read, text):
    """Who says that it was theirs, or that no time was taken, ran it."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "10k for me is too far",
        "7k for me tomorrow",
        "5k for us please, and 2 pints",
        "3 miles of cable, no idea how long it takes",
    ],
)
def test_a_distance_for_its_author_is_no_run_yet(read, text):
    """A limit, a plan, an order and a cable are no run."""
    assert not read(text).is_run
