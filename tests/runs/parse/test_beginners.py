"""Runs as beginners tell them: minutes of a lesson, no stop, parts that were walked, laps, the first in weeks."""

import pytest


@pytest.mark.parametrize(
    ("text", "seconds", "day"),
    [
        ("w4d2 28 min on the canal w temi. swan situation at portobello", 1680, None),
        ("w4d3 sunday 28 min w gloves. game changer", 1680, -3),
        ("w6d3 tues 25 min, gloves off by the bridge", 1500, -1),
        ("W5D3!!! THE BIG ONE!!! 20 MINUTES!!! I'm crying on a bench", 1200, None),
    ],
)
def test_minutes_behind_a_lesson_are_its_time(read, text, seconds, day):
    """Whatever else is told, and on a weekday where something is told of it."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (None, seconds, day)


@pytest.mark.parametrize(
    "text",
    [
        "Sunday: w5d3, 20 min, bring gloves",
        "w5d3 sunday 20 min. scary stuff",
        "w5d3 sunday 20 min by the river",
        "w6d3 sunday 25 min, who's coming",
        "W9D1 30 minutes!!! How am I meant to do that",
        "the one that scares me is w5d3, 20 min",
    ],
)
def test_minutes_of_a_lesson_to_come_are_no_run(read, text):
    """A weekday, what is to be brought, a question or a fear leave them ahead."""
    assert not read(text).is_run


def test_what_a_run_is_called_is_no_number(read):
    """ "The big one" is the lesson, and "one" behind a verb of running stays a number."""
    assert read("W5D3, the big one, 20 minutes").runs[0].distance_m is None
    assert read("ran one in 12 minutes").runs[0].distance_m == 1000


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Non stop 2 km first time in my life!!! Please nobody tell my husband", 2000, None),
        ("3k non stop for the first time ever", 3000, None),
        ("30 MINUTES NON STOP!!! couch to 5k can do one", None, 1800),
        ("Finally ran a whole mile non stop", 1609, None),
    ],
)
def test_who_never_stopped_has_run(read, text, metres, seconds):
    """A figure and that there was no stop is a run; of a time also that it was new or of a programme."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "2 km non stop queue at the border",
        "30 minutes non stop rain",
        "20 minutes without stopping, that's all they ask",
        "Kept a plank for 2 minutes non stop first time in my life",
        "I want to run 2 km without stopping",
    ],
)
def test_what_else_never_stops_is_no_run(read, text):
    """A queue, rain, a plank and a wish go without a stop as well."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("my very first parkrun, 41:25, walked two bits, nobody minded", 5000, 2485),
        ("First go since September. 20 mins, walked some of it. Didnt die", None, 1200),
        ("First time out since August. 20 mins, half of it walking. Survived", None, 1200),
        ("managed 4 laps of the rec today, walked the fifth", None, None),
    ],
)
def test_a_part_that_was_walked_leaves_a_run(read, text, metres, seconds):
    """Two bits, half of it or the fifth lap are breaks of what was run."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s, run.kind in (None, "race")) == (metres, seconds, True)


@pytest.mark.parametrize(
    "text",
    [
        "5k, walked most of it",
        "5k 48 min walked the river path",
        "walked 20 mins, half of it uphill",
    ],
)
def test_a_walk_with_parts_stays_one(read, text):
    """Walking most of it is a walk, and so is one of which a part is told."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text", ["ran 3 laps of the park", "Three laps of the park without stopping!!"]
)
def test_laps_that_were_run_need_no_figure(read, text):
    """A verb of running or that there was no stop tells laps from those of a walk."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "did 3 laps of the park looking for my keys",
        "the kids ran 3 laps of the field",
        "my son did 3 laps of the park on his bike without stopping",
        "three laps of the park is 5k",
    ],
)
def test_other_laps_are_no_run(read, text):
    """Of somebody else, on wheels or only counted."""
    assert not read(text).is_run


def test_the_first_run_in_weeks_is_no_day_ahead(read):
    """So many weeks are how long it was since the last; a race and a first 5k in as many lie ahead."""
    run = read("Went for my first run in 5 weeks yesterday. Tiny").runs[0]
    assert (run.date_offset_days, run.tags >= {"comeback"}) == (-1, True)
    assert read("first parkrun in 6 weeks, 28:10").is_run
    for ahead in (
        "my first 5k in 3 weeks!",
        "my first marathon in 5 weeks",
        "first run in 5 weeks tomorrow",
        "My first run in 5 weeks is on Saturday",
    ):
        assert not read(ahead).is_run


def test_a_race_since_which_nothing_was_run_is_not_told(read):
    """Its name behind "since" is no distance of this run."""
    (run,) = read("First proper go since the marathon. 30 mins, legs like planks").runs
    assert (run.distance_m, run.duration_s) == (None, 1800)


@pytest.mark.parametrize(
    "text", ["ran to the fridge and back, that counts right", "ran to the loo"]
)
def test_a_way_through_the_house_is_no_run(read, text):
    """Jokes lead to the fridge, runs to the post box."""
    assert not read(text).is_run
    assert read("ran to the post box and back, that counts").is_run


def test_nothing_on_the_wrist_is_no_watch(read):
    """Who went out without one and needed it has run."""
    assert read("went out tonight with nothing on my wrist, just the dog's ghost. needed it").is_run
    assert not read("went out tonight with nothing on, freezing").is_run
    assert not read("went out tonight with nothing but a tenner, needed it").is_run


def test_a_mile_test_is_a_mile(read):
    """At school and in the army."""
    run = read("mile test in pe 6:12 and the teacher said not bad").runs[0]
    assert (run.distance_m, run.duration_s) == (1609, 372)
    assert not read("mile test in PE tomorrow, aiming for 7:00").is_run


@pytest.mark.parametrize(
    "text",
    [
        "sub 6 mile finally!! 5:58",
        "sub-6 mile finally!! 5:58",
        "sub-6 Meile geschafft, 5:58 gelaufen",
    ],
)
def test_a_number_behind_sub_is_the_minutes_of_one_mile(read, text):
    """With its hyphen as without, and not so many miles."""
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s) == (1609, 358)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45 minutes off radio. Ran. Stood down.", 2700),
        ("30 minutes between shifts. Ran. Ate toast.", 1800),
        ("40 mins on the compound, round and round and round, because it was too dark out", 2400),
        ("did forty five minutes on the trail behind the school no idea how far", 2700),
        ("30 mins, week 9, graduated, mascara everywhere", 1800),
    ],
)
def test_a_time_is_run_by_a_word_beside_it(read, text, seconds):
    """By "Ran." alone, in circles, how far nobody knows, or by the week of a programme."""
    reading = read(text)
    assert reading.is_run
    assert [run.duration_s for run in reading.runs] == [seconds]


@pytest.mark.parametrize(
    "text",
    [
        "45 minutes off the M25. Ran out of fuel.",
        "45 minutes off radio. Slept. Stood down.",
        "40 mins on the phone, round and round in circles",
        "40 mins round the car park, round and round, looking for a space",
        "did forty minutes in the queue no idea how far it went",
        "30 mins, week 9, still no parcel",
    ],
)
def test_a_time_that_was_spent_otherwise_is_not(read, text):
    """With fuel that ran out, asleep, on the phone, in a car or a queue."""
    assert not read(text).is_run


def test_a_day_of_a_programme_is_a_lesson(read):
    """Without its week, too, and the age of who ran it is no figure."""
    assert read("first session of couch to 5k tonight, survived, everyone nice").is_run
    assert read("Day 1 of couch to 5k done. I am 47 and I have bought a bra").is_run
    assert read("Did Week 5 Day 1 in the dark, felt about nine feet tall after").is_run
    assert not read("Day 1 of the new job done. I am 47").is_run


def test_miles_in_one_letter_may_be_a_recovery(read):
    """Of somebody who counts in miles, and no rest between repeats."""
    run = read("3m recovery today, hungover if im honest", units="mi").runs[0]
    assert (run.distance_m, run.duration_s) == (4828, None)
    assert all(run.distance_m != 4828 for run in read("6x800, 3m recovery today").runs)


def test_a_treadmill_during_a_nap_is_no_nap(read):
    """What is told as going on meanwhile is somebody else's."""
    text = "4 on the treadmill during nap, monitor propped on the cupholder"
    assert read(text, units="mi").runs[0].distance_m == 6437
    assert not read("4 hour nap on the sofa", units="mi").is_run


@pytest.mark.parametrize(
    "text",
    [
        "My sister graduated!! Ran the full 5k, 35:30",
        "My mum did it! Ran 5k in 40:12",
        "My husband finished couch to 5k! Ran the whole 5k in 33:10",
    ],
)
def test_who_did_it_ran_what_comes_next(read, text):
    """A sentence without an "I" goes on about them; who only came along leaves it to the author."""
    assert read(text).reason == "other_person"
    assert read("My sister came along. Ran 5k in 35:30").is_run
    assert read("My sister did it! I ran too, 5k in 35:30").is_run


@pytest.mark.parametrize(
    "text",
    [
        "W6D3 sounds brutal. 25 MINUTES",
        "first run in 4 weeks tonight, be gentle",
        "no walking for 30 minutes after the injection",
        "W5R3 conquered by my husband",
        "our beginners group did week 3 run 1 tonight, well done all",
        "Group did 8 x 1 min tonight, great effort everyone",
    ],
)
def test_what_is_feared_forbidden_or_anothers_is_not_logged(read, text):
    """A lesson seen from afar, an advice, a husband and a group of which all are praised."""
    assert not read(text).is_run
    assert read("did 8 x 1 min with the group tonight, great effort everyone").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("5k 38:10 on Sunday, walked only twice, fourth go", 5000, 2290),
        ("parkrun number three! 44:10, walked less", 5000, 2650),
        ("25 minutes, walked twice, felt ok", None, 1500),
        ("Two laps of the park, ran one, walked one", None, None),
        ("did forty min along the prom, phone in my bag the whole time", None, 2400),
        ("third session of the beginners course last night, did all of it", None, None),
        ("jogged to the post office, that counts", None, None),
        ("first little jog in about a year today, up to the church and back", None, None),
    ],
)
def test_little_runs_are_runs(read, text, metres, seconds):
    """With so much walking in it, on a course, by what counts or as the first in a year."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "parkrun number three! walked it",
        "25 minutes on hold, walked twice round the desk",
        "signed up for the first session of the beginners course",
        "the tap ran all night, that counts as a leak",
    ],
)
def test_little_else_is(read, text):
    """A walk, a wait, a course to come and water are no runs."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("25 mins round and round the compound because the gate was shut", 1500),
        ("35 mins around the base, round and round, sentry counted my laps", 2100),
        ("35 mins run walk round the harbour, two herons, one couple breaking up", 2100),
        ("Been for my first run since having flu! Short but been", None),
    ],
)
def test_where_and_how_tells_a_run(read, text, seconds):
    """In circles on fenced ground, by turns with walking, or been for."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        "my physio says 15 mins run walk, no more",
        "went for my first run club social in 5 weeks yesterday, two pints",
        "nearly went for my first run in 5 weeks, then it snowed",
        "been for my first pint since flu",
    ],
)
def test_what_is_prescribed_or_nearly_done_does_not(read, text):
    """A physio, a social, a run that came to nothing and a pint."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("got my first non stop mile today, 13:05, framing it", 1609, 785),
        ("ran 25 minutes till the belt started to smell", None, 1500),
        ("Nervous one today. Two kilometres, fourteen minutes, no twinge", 2000, 840),
        ("two miles. Calf grumbled at the start, quiet by the bridge", 3219, None),
        ("Three months off and I was able to do 7km in 40 mins", 7000, 2400),
    ],
)
def test_how_a_run_began_and_ended_leaves_its_figures(read, text, metres, seconds):
    """A mile without a stop, nerves and a start that were, and what one was able to do."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "20 min till the train",
        "nervous! 10k on Saturday, 55 minutes hopefully",
        "8k, at the start, it's raining",
        "if I was able to do 5k in 20 min I would join",
    ],
)
def test_what_is_still_before_one_is_no_run(read, text):
    """Waiting, nerves, the start itself and a mere thought."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("W1R1 done, the one minute runs were fine", None, None),
        ("w9d3 done, the 30 min run, no stops", None, 1800),
        ("w4d2 ✅ 28 min start to finish incl the warm up walk", None, 1680),
        ("27:00 and 3.3 km and only one walk", 3300, 1620),
        ("Tue night, four kay, walked whenever Graham talked", 4000, None),
        ("Ran a whole hour on the treadmill!!! Never again", None, 3600),
        ("3.8km in 32 min which is my best so far", 3800, 1920),
    ],
)
def test_pieces_and_walks_leave_the_whole(read, text, metres, seconds):
    """The stretches of a lesson are not its time, walks that are counted no walk, and a best is what it became."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    ["waited a whole hour for the bus", "a walk, 3k, only one", "my best so far is 5k in 31:20"],
)
def test_a_wait_a_walk_and_a_best_that_stands_are_none(read, text):
    """An hour may be waited, a walk be the only one, and a best of any day."""
    assert not read(text).is_run


def test_parts_of_no_time_add_up_to_none(read):
    """A nought beside a word for a part of a run is no time that anybody ran."""
    assert not any(run.duration_s == 0 for run in read("warmup 0 ran 00").runs)
