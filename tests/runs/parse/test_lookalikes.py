"""Posts with figures like a run's that are none: results, forms, prices, long ago, what a distance is said to be."""

import pytest


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("1st: Tom, 10k, 34:10\n2nd: Raj, 10k, 35:02\n3rd: Lee, 10k, 35:40", False),
        ("Relay legs\nLeg 1 5.2 km 24:10 Jonas\nLeg 2 4.8 km 22:00 Sam", False),
        ("Men's first home 31:05, ladies 36:40 at the county 10k", False),
        ("Third lady at the county 10k, 41:40", True),
        ("Our over 60s team: 28:10, 29:45, 31:02 for the 5 miles", False),
        ("Juniors 1.5 km, 10:00. Seniors 6 km, 10:30", False),
    ],
)
def test_results_of_others_are_asked_about(read, text, logged):
    """Places with names, legs, categories and teams are a list of what others ran."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Name: Hill Loop\nDistance: 12 km\nSurface: trail\nDifficulty: moderate", False),
        ("Delivery\nDistance: 4.2 km\nTime: 22 min\nDriver: Ahmed", False),
        ("Swim\nDistance: 1.5 km\nTime: 31:10\nPace: 2:04/100m", False),
        ("Distance: 12.1 km\nTime: 1:04:31\nSurface: trail", True),
        ("When: yesterday\nWhere: the prom\nHow far: 8k\nHow long: 44:30", True),
    ],
)
def test_a_form_of_something_else_is_no_run(read, text, logged):
    """Lines that no run's summary has, or a sport at the head, say what it is of; beside an exact time they do not."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("15 quid for 5k round a retail park, no thanks", False),
        ("bought gels at 1.45 each for the half", False),
        ("10k, chip timed, medal, t-shirt, 25 quid. Sunday 6 December", False),
        ("10k this morning, 52:10, found a tenner", True),
        ("In 2015 I could run. 10k, 39:50. Look at me now", False),
        ("Back at school we had cross country. 5k in the mud", False),
        ("Back at work. 10k today, 52:10", True),
        ("Half the club did 10 miles on Sunday, I did a roast", False),
        ("the lad at work, 10k in 33. Says he doesn't train", False),
        ("Sam at his first half today, 2:11:30, grinning", False),
        ("parked 2 miles from the start and still got a ticket", False),
        ("ran the raffle last night, raised 1.2k", False),
        ("ran like the clappers for the 7:52, missed it", False),
        ("The new bypass: 4.2 miles, 3 years late", False),
        ("Battery 3%, 10k in 48 says the screen, I was on the bus", False),
        ("Aim was 2 hours of revision, managed 55 minutes", False),
        ("Aim was 2 hours of running, managed 55 minutes", True),
        ("10k: 10:15, 5k: 11:00, fun run: 12:00, all from the rugby club", False),
        ("8 miles in new shoes is a bad idea, says the shop", False),
        ("8 miles in new shoes, 1:10:20", True),
        ("0 to 5k on the sofa", False),
    ],
)
def test_what_only_looks_like_a_run_is_not_logged(read, text, logged):
    """Money, long ago, others and things that run, are so long or took so long."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("10k. Sub 50. By June. That's the dream", False),
        ("10k this morning. That's the goal ticked off", True),
        ("13.1. I signed up. What have I done", False),
        ("8k last night. Who went? I was stuck at work", False),
        ("5k. Anyone want my place? I've done my ankle", False),
        ("7 miles. To go. I felt sick when I saw the sign", False),
        ("20k. That's how many leaflets they made me fold", False),
        ("10k with a pushchair, you're a machine Ade", False),
        ("10k with a pushchair, I'm a machine", True),
    ],
)
def test_what_the_next_sentence_says_of_a_distance(read, text, logged):
    """A goal, a name put down, a question after it or what it counts make it no run."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("9.8m tonight with the club, 1hr 22mins", 15772),
        ("Sat: 6.5m ladder needed for the club hut, 1hr job", None),
        ("Drove to the coast with the kids. 10k along the front while they ate chips", 10000),
        ("Drove to the coast with the kids. 10k along the motorway", None),
        ("8k past the swimming pool and the car wash, 46:02", 8000),
        ("8k in the swimming pool, 46:02", None),
        ("9k last night. is anyone else's watch strap giving them a rash", 9000),
        ("cut my 18k to 12k, calf", 12000),
        ("cut the course from 18k to 12k because of flooding", None),
    ],
)
def test_what_stands_around_a_run_takes_nothing_from_it(read, text, metres):
    """A drive to where it was, a place that was passed, a strap or what it was to be leave the run as it is."""
    reading = read(text)
    assert reading.is_run is (metres is not None)
    if metres is not None:
        assert reading.runs[0].distance_m == metres


def test_a_lesson_is_over_where_its_programme_is(read):
    """A graduate has run, a relief or "behind me" tells it too; dread does not."""
    assert read("week 9 run 3!!!! I'm a graduate").is_run
    assert read("Took two goes but W5R3 is finally behind me").is_run
    assert not read("Week 5 Run 1: 5 minutes x 3. Not looking forward to that").is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Two more 10ks then done for the year", False),
        ("Go Bev! 30k in 2:41, looking strong on the tracker", False),
        ("Go me! 30k in 2:41", True),
        ("Steve, 68, 23:15 parkrun. I've nothing to add", False),
        ("it's 18 miles to the nearest parkrun from here and I complain", False),
        ("half the team out injured, 4 of us for a 6 leg relay, 5k each", False),
        ("36:40 for the 10k, on a bike, with a basket", False),
        ("36:40 for the 10k, on the track", True),
        ("Suunto pairing took 35 minutes, then died", False),
        ("10k in 40 minutes, says grandad", False),
        ("10k in 40 minutes, says my watch", True),
    ],
)
def test_whose_and_by_what_it_was(read, text, logged):
    """What is still to come, cheered on, far away, of each of a team, ridden, or what some thing took is no run."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("Anna was first in the 10k on Sunday, 41:20", False),
        ("Tom was 3rd, I was 9th, 10k in 44:20", True),
        ("Two of my lot finished the half on Sunday, 1:58:10 and 2:20:31", False),
        ("one of my better ones, ran 10k in 48:20", True),
        ("the session has 6x800 and a warm up", False),
        ("that session has left me dead. 6x800, 3:20 each", True),
        ("Somebody please take the B group, it's 8k by the canal", False),
        ("10k by the canal this morning, 55:10. Somebody please take the cake away", True),
        ("Today's 10k had rain and mud. I was only marshalling", False),
        ("6k by the river. I was watching the ducks", True),
        ("Weekend rides for me, 60k Sat and 45k Sun", False),
    ],
)
def test_what_others_ran_or_are_to_run_is_not_logged(read, text, logged):
    """Places of others, some of a group, what a session has, who is called on and who only looked on tell no run."""
    assert read(text).is_run is logged
