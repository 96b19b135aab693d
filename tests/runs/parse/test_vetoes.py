"""Words that only colour a run told with its time, and those that are about the figure itself."""

import pytest


def logs(read, text):
    """Whether a text is read as one run that needs no question."""
    reading = read(text)
    return reading.is_run and len(reading.runs) == 1


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("two hours of meetings, one sandwich, 10k in 51:09. send help", True),
        ("8k in 44:10, job interview at two, wish me luck", True),
        ("8k in 44:10, wish me luck for the stairs", True),
        ("wish me luck, 10k in 50:20 or bust", False),
        ("8k in 44:10, hope it's enough, wish me luck", False),
    ],
)
def test_luck_is_for_what_comes_behind_a_watched_run(read, text, is_run):
    """A cry for help behind a time to the second, or luck for what is told behind it, plans no run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("KID FREE 5 miles this morning!! 47 minutes of silence", True),
        ("KIDS ASLEEP 5k on the treadmill 29:33 yesss", True),
        ("3km with my son 22 min he beat me", True),
        ("kids free Sunday, 5k 9:30", False),
        ("my son 3km 14:20 he was flying", False),
    ],
)
def test_who_stayed_away_or_came_along_did_not_run_instead(read, text, is_run):
    """People who are asleep, away or only beaten the author leave a timed run with its author."""
    reading = read(text)
    assert (reading.is_run and reading.runs[0].duration_s != 860) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("50k done at Surf Coast on Saturday, 6h41, 3rd F40", True),
        ("8k in 44:10 on Ski Hill Road", True),
        ("8k in 44:10 past the swimming pool", True),
        ("sidewalks are a skating rink. 5k, 35 min", True),
        ("legs wrecked from football, 5k in 30:12 anyway", True),
        ("8k in 44:10 on the Ski Erg", False),
        ("8k in 44:10 in Kayak Number Two", False),
        ("10k at Rowing Lake in 41:20, new single scull", False),
        ("it's a bike ride. 10k in 44:10", False),
    ],
)
def test_a_sport_in_a_name_or_a_likeness_is_not_what_was_done(read, text, is_run):
    """A place called by a sport, and ground like a rink, bear nobody at a runner's pace."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("the marshals had jelly babies, 10k in 50:20", True),
        ("thank you volunteers!! 10k in 50:20", True),
        ("marshalled today, 10k in 34:20 for the winner", False),
        ("I was a marshal, 10k in 50:20", False),
    ],
)
def test_helpers_who_are_thanked_or_told_about_ran_nothing(read, text, is_run):
    """What is said of helpers leaves a timed run with its author, but not the author's own helping."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8k in 44:10 to see if the knee holds. It holds", True),
        ("4k jog just to see if the calf works. it works", True),
        ("8k in 44:10 just to see if I still could. I could", True),
        ("4k shuffle today to see if the legs still attach. They do, barely", True),
        ("8k in 44:10 watching the boats", True),
        ("8k in 44:10 to see if you qualify", False),
        ("4k jog just to see if the calf works, maybe", False),
        ("to see if 8k in 44:10 is possible I asked the coach", False),
        ("watching my neighbour do 8k in 44:10", False),
    ],
)
def test_what_a_run_found_out_is_not_only_thought_of(read, text, is_run):
    """A trial that a watch timed or the next sentence answers is over."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("7km of tempo at 4:35/km, on the limit", True),
        ("no goal, no watch until the end, 8k in 44:10", True),
        ("8k in 44:10 with the goal of getting out of the house", True),
        ("8k in 44:10 instead of the 12 planned", True),
        ("8k in 44:10, that was the goal", True),
        ("8k in 44:10, that's my goal smashed", True),
        ("8k in 44:10, that's the target for spring", False),
        ("8k in 44:10, that's what I need", False),
        ("the limit is 8k in 44:10", False),
        ("8k in 44:10 is my goal", False),
    ],
)
def test_a_goal_takes_only_the_figure_it_is_about(read, text, is_run):
    """What was aimed at besides is no reason against a run; a time that is called the target is."""
    assert logs(read, text) is is_run


def test_who_wonders_at_repeats_has_run_them(read):
    """A "why" about what was told before asks nobody; one about other days does."""
    assert logs(read, "hills: 10 x 300m up, jog down. why do we pay for this")
    assert not logs(read, "hills: 10 x 300m up, jog down. why do you skip them")
    assert logs(read, "8k in 44:10 what is wrong with me")


@pytest.mark.parametrize(
    "text",
    [
        "8k in 44:10 by my daughter",
        "8k in 44:10, by my brother",
        "8k in 44:10 was my brother's time",
    ],
)
def test_a_time_by_somebody_is_theirs(read, text):
    """Figures put down to one of the family right behind are of no run of the author's."""
    assert read(text).reason == "other_person"
    assert read("8k in 44:10 was my brother's idea").is_run


@pytest.mark.parametrize(
    "text",
    [
        "New PB for Tom! 38:12 for 10k",
        "Huge PB for our Jess, 1:42 for the half",
    ],
)
def test_a_best_has_whom_it_is_of(read, text):
    """A best put down to somebody is of no run of the author's."""
    assert read(text).reason == "other_person"


def test_a_best_is_the_authors_where_nobody_else_has_it(read):
    """What a best is for may be a course, a distance, or the author."""
    assert logs(read, "New PB for Florence course, 38:12 for 10k")
    assert logs(read, "New PB for me! 38:12 for 10k")
    assert logs(read, "New PB for 10k! 38:12")


def test_what_a_sum_is_asked_for_is_not_run(read):
    """A price leads to a distance that was not run; what was raised or told with a time was."""
    assert not logs(read, "Race entry went up to £45 for a 10k, what happened")
    assert logs(read, "Paid £45 for a 10k and ran it in 45:10")
    assert logs(read, "Did it! 10k, £200 raised")


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Bike instead of a run, 18 km along the canal", False),
        ("Cycling instead of running today, 25 km", False),
        ("hike not run this time, 11 km over the tops", False),
        ("walked 5k instead of an easy run", False),
        ("walked 5k instead of my usual steady run", False),
        ("Bike instead of my usual run, 18 km along the canal", False),
        ("Bike instead of the Sunday long run, 18 km along the canal", False),
        ("walked home instead of an easy run on Friday. 8k today in 44:10", True),
        ("ran 5k instead of an easy spin", True),
        ("run instead of the gym, 5k along the canal", True),
        ("walk instead of a run yesterday. Ran 8k today", True),
        ("gym instead of a run, 5k on the treadmill", True),
        ("ran instead of cycling in, 9k", True),
    ],
)
def test_what_was_done_in_place_of_a_run_has_its_figures(read, text, is_run):
    """Another sport that opens a clause before "instead of a run" goes on to the end of its sentence."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("2 miles in 24 mins at the gym today", True),
        ("gym: 4k in 26:10, telly on mute", True),
        ("10k in 22 min at the gym", False),
        ("gym: 5k row in 24:40", False),
        ("gym, 45 min", False),
    ],
)
def test_a_gym_has_treadmills(read, text, is_run):
    """Distance and time are of a run there at the pace of one, and where nothing else is told of."""
    assert read(text).is_run is is_run


def test_a_walk_is_no_break_of_a_run_to_come(read):
    """Running that "can wait" was not what the walk was a break of."""
    assert not read("walk with the buggy, an hour, she slept. Running can wait till spring").is_run


def test_a_name_behind_the_is_of_a_place(read):
    """ "By the Charles" is along a river, and "by Charles" who ran it."""
    assert read("Seven miles down by the Charles this morning, 1:03:20").is_run
    assert not read("10k in 41:20 by Charles").is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Chased the 44 pacer for the whole of Sunday's 10k, 43:59", True),
        ("We need a pacer for Sunday's 10k, 50 min", False),
        ("25k yesterday and then a day of stairs backwards", True),
        ("10k a day is plenty", False),
        ("7k in 37:45 is in the log", True),
        ("Race recap: half in 1:28:59, 22nd", True),
        ("Weekly recap: 10k, 12k, 8k", False),
        ("Only one run since my last post, 13k Sunday on the moor", True),
        ("3k to the gym in 15 mins this morning and 6k the long way home", True),
        ("10k home the long way on the bike", False),
        ("3k with kid on a scooter", True),
        ("10k on a bike with my son", False),
    ],
)
def test_a_word_of_other_matters_takes_no_run_along(read, text, logged):
    """Who was chased, what a day was full of, a gym and a kid on wheels stand beside a run."""
    assert read(text).is_run is logged
