"""Runs told in a scrap: by a time and its ground, by what that was, by where somebody went and how it felt."""

import pytest


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("55 min on the moor, socks soaked, happy", 3300),
        ("45 minutes loose running in the forest", 2700),
        ("42 mins in the wood, mud to the knees", 2520),
        ("bog road again, 40 mins or so", 2400),
        ("river path and back, 41 mins, windy", 2460),
        ("usual lanes, 45 mins, saw a hare", 2700),
        ("25 mins of run/walk with the group", 1500),
        ("Day 20. 35 mins, no walking, not even on the hill", 2100),
        ("25 mins slow jog, rest day mood", 1500),
        ("38 mins today in the snow with trainers on", 2280),
    ],
)
def test_a_time_with_the_ground_people_run_on_is_a_run(read, text, seconds):
    """A moor, a way that is run often, walk breaks, a mood or shoes say what a time was spent on."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (None, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "50 min on the moor in the car, saw nothing",
        "45 mins on the hills with the drone, soaked",
        "canal road again, 40 mins of traffic",
        "ring road again, 40 mins or so",
        "forest road again, 2 hours",
        "same queue again, 40 mins or so",
        "20 mins of walk/talk with the new manager",
        "25 mins slow drive home, monday mood",
        "30 min steady running, that's what coach wants on Sunday",
    ],
)
def test_a_time_on_a_way_may_be_of_anything_else(read, text):
    """What rode or flew along, traffic, hours of it and plans leave a time open."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds", "day"),
    [
        ("20 mins out and back in my lunch break, counts right?", 1200, None),
        ("only 20 mins today between calls, still counts no?", 1200, 0),
        ("25 mins jog this morning, does that count?", 1500, 0),
    ],
)
def test_who_asks_whether_a_run_counts_has_run(read, text, seconds, day):
    """To ask for a yes asks nothing of others."""
    (run,) = read(text).runs
    assert (run.duration_s, run.date_offset_days) == (seconds, day)


@pytest.mark.parametrize(
    "text",
    [
        "does 20 mins out and back count?",
        "5k slow, does that count?",
        "20 mins walk in my lunch break, counts right?",
        "20 mins yoga this morning, counts right?",
        "anyone know if 5k on the treadmill counts?",
    ],
)
def test_whether_something_counts_is_asked(read, text):
    """A rule that is asked after, a walk or another sport is no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("that was 6k", 6000),
        ("3 miles and then straight to bed at 9am", 4828),
        ("8k OUTSIDE finally, 24 degrees at 5am and I still melted", 8000),
        ("5,2 km, slow. How you say, side stings", 5200),
        ("Mile. Dog came along.", 1609),
        ("Mile. Kid on the scooter came along.", 1609),
    ],
)
def test_a_distance_is_over_by_what_is_told_with_it(read, text, metres):
    """Bed behind it, the air at its hour, a word looked for and who came along are told of what is over."""
    (run,) = read(text).runs
    assert run.distance_m == pytest.approx(metres, abs=1)


@pytest.mark.parametrize(
    "text",
    [
        "that was 6k too much for a sofa",
        "that was 5k, thanks insurance",
        "5k and then brunch at 11am",
        "8k, 24 degrees at 5am, who's in",
        "5,2 km. How do you say this in miles",
        "Mile. Such a strange unit.",
    ],
)
def test_a_distance_that_may_be_anything_is_asked_about(read, text):
    """Money, an hour to come, a question and a unit are no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("new 5k best 20:59 (prev 21:20)", 5000, 1259),
        ("new mile best 5:50 (prev 5:58)", 1609, 350),
        ("5k best 23:30 today (prev 24:05)", 5000, 1410),
    ],
)
def test_a_new_best_is_a_run(read, text, metres, seconds):
    """A best that is new, or of a day, was just run."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (pytest.approx(metres, abs=1), seconds)


@pytest.mark.parametrize("text", ["8k best: 44:10", "new club 5k best 20:59 (prev 21:20)"])
def test_a_best_that_stands_is_no_run(read, text):
    """What is best over a distance may be years old, or a club's."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "went out without the watch, it was glorious",
        "out round the lake before milking, legs heavy",
    ],
)
def test_who_went_out_and_says_how_it_felt_has_run(read, text):
    """A watch left at home and heavy legs tell a run without figures."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "went out without the kids, it was glorious",
        "out round the shops before work, legs heavy",
        "out round the lake on the bike before milking, legs heavy",
        "out round the lake with the kids, legs heavy",
        "Ed do you ever just run without the watch",
    ],
)
def test_who_only_went_out_is_no_runner(read, text):
    """Shops, wheels, children and a question are no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("commute home 8k 44:10", True),
        ("8k commute home", False),
        ("8k commute, 24:10", False),
        ("8k commute, 44:10, on the bus as the bike has a flat", False),
    ],
)
def test_a_commute_is_run_by_the_time_it_took(read, text, is_run):
    """To the second, as fast as people run and with nothing to ride."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Dropped kid number 1 at band and legged it, 8k 44:10", True),
        ("Left child one at ballet, 10k in 52:00 along the river", True),
        ("kid number 1: 5k 31:10", False),
        ("child 2 did 5k in 31:10", False),
    ],
)
def test_a_number_may_be_what_a_child_is_called_by(read, text, is_run):
    """A child that was dropped somewhere has not run the number it is called by."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("1h10 with no music. Just me and my thoughts", None, 4200),
        ("28:30 on the dreadmill, the display was broken so who knows how far", None, 1710),
        ("33 min shakeout w the visiting cousins", None, 1980),
        ("I managed forty-five minutes at a steady effort", None, 2700),
        ("week 6 run 1 today, 25 minutes with walk breaks, felt like nothing??", None, 1500),
        ("soft lil 6k in the rain, soggy but healed", 6000, None),
        ("5k barefoot on the sand, bliss", 5000, None),
        ("5 miles between the school run and the school assembly", 8047, None),
        ('Four km on a treadmill in a hotel "fitness suite"', 4000, None),
    ],
)
def test_what_stands_around_a_scrap_makes_a_run_of_it(read, text, metres, seconds):
    """No music, a clock that is no hour, an effort, a marvel, a state and two errands tell of a run."""
    (run,) = read(text).runs
    assert run.distance_m == (metres and pytest.approx(metres, abs=1))
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        "an hour without my phone, bliss",
        "45 mins on the bus with no music",
        "18:45 at the fountain, 8 km",
        "40 minutes at a steady effort painting the fence",
        "6 miles in the snow?? respect",
        "2k alone on catering",
        "5 miles between my house and the meeting",
        'watch recorded a 12k "run" while I was on the train to Leeds lol',
    ],
)
def test_what_stands_around_may_be_of_no_run(read, text):
    """Round hours, an hour of the day, chores, praise, costs and two places leave it open."""
    assert not read(text).is_run


def test_a_copula_asks_nothing(read):
    """A number of today is how far somebody ran, though the next clause tells of something that is."""
    text = "Quick 5 in the rain today, towel situation on 3rd floor is dire"
    assert read(text, units="km").runs[0].distance_m == 5000
    assert not read("14 today, is she taller than you").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("52 minutes of mud", None, 3120),
        ("33 mins in the fog, couldn't see my feet", None, 1980),
        ("35 mins on tired legs", None, 2100),
        ("50 min ish up the valley and back", None, 3000),
        ("25 min with Sana, slow, gossip all round", None, 1500),
        ("29 minutes and not a step more", None, 1740),
        ("twenty minutes. all I had", None, 1200),
        ("5k round the block 8 times because the path is flooded", 5000, None),
        ("went for a trundle, no stats, happy", None, None),
        ("loop of the park after work, legs like jelly, glad I went", None, None),
    ],
)
def test_a_scrap_of_a_run_is_read(read, text, metres, seconds):
    """Mud, fog, legs, a way and back, how fast it was and a reason say that it was one."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "52 minutes of mud wrestling on telly",
        "33 mins in the fog at the bus stop",
        "35 mins on tired old wifi",
        "50 min up the valley on the bus and back",
        "40 min on the phone, slow",
        "48 mins tonight, film was rubbish",
        "10k before tax",
        "just 3k, but in euros",
        "went for a curry, no stats, happy",
        "loop of the shops after work, legs like jelly",
        "lost: one glove, 3k loop",
    ],
)
def test_a_scrap_of_anything_else_is_no_run(read, text):
    """Telly, a stop, a bus, a phone, a film, money and shops are none."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "units", "metres"),
    [
        ("3 up, 8 at tempo (36:30), 2 down. all km", None, 13000),
        ("3 wu, 8 at tempo, 2 cd", "km", 13000),
        ("2 up, 5 tempo, 2 down, km", None, 9000),
    ],
)
def test_the_legs_of_a_session_need_no_unit_each(read, text, units, metres):
    """A warm-up, what was run hard and a cool-down are one run in the unit of the post or of its author."""
    (run,) = read(text, units=units).runs
    assert run.distance_m == metres


@pytest.mark.parametrize("text", ["3 up, 2 down. Crossword", "3 down, 2 to go. exams"])
def test_ups_and_downs_alone_are_no_session(read, text):
    """Nothing was run hard between them."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(
    "text",
    [
        "60 mins in the wood, collecting sticks, soaked",
        "woods again, 45 mins, foraging",
        "41 mins in the dark",
        "Broadband 25 min, slow",
        "25 min call, slow",
        "8k alone on rent",
    ],
)
def test_what_else_was_done_there_leaves_it_open(read, text):
    """Who collects sticks, sits in the dark, calls or pays has not run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("14k, anyone know why my left foot goes numb?", True),
        ("5k, will my knee hold?", False),
        ("7.5k 45:20 avg hr 162?? strap is broken or me", True),
        ("10k avg hr 130?? how do you do it", False),
        ("sub 60? no. 65 minutes. 10k though", True),
        ("10k? no", False),
        ("8k. 47 min. Question: gloves or mitts for the hills?", True),
        ("Question: 10k or half on Sunday?", False),
        ("hungover 5k. do not talk to me", True),
        ("5k Sunday 9am. do not leave without me", False),
    ],
)
def test_what_ails_its_author_is_asked_of_no_run(read, text, logged):
    """A foot, a pulse, a mark that was missed and what follows on "Question:" leave a run that is told as it is."""
    assert read(text).is_run is logged
