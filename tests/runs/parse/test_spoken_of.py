"""Figures that are told of no run: headed, in the name of a thing, counted up, converted, of a notice or a program."""

import pytest


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("plan for Friday: 8k in 44:10", False),
        ("8k best: 44:10", False),
        ("Age group winner: 44:10 for 10k aged 71", False),
        ("for the handicap list: 5k 20:51, 10k 43:30", False),
        ("open meeting results: Sam 9.21 for 3000m", False),
        ("season's best 5k: 21:40", False),
        ("my race list: Bath half, Leeds 10k, Loch Ness marathon", False),
        ("My record: 5k in 22:10 today", True),
        ("Results: 5k 24:10", True),
        ("new 8k PB: 44:10", True),
        ("Stuck to the plan: 8k, 45:10", True),
        ("plan for Friday: 8k. Did 10 in 52:10", True),
    ],
)
def test_a_heading_may_say_that_figures_are_of_no_run(read, text, is_run):
    """What stands behind a plan, a list, a best or somebody's win is asked about."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("1,000 km badge on Strava today", False),
        ("10k race t-shirt, size M, free to a good home", False),
        ("Dinner was 12 minutes late and the marathon chat lasted 2 hours", False),
        ("the treadmill broke 30 seconds into my 5k", False),
        ("no runs until then, bar a parkrun or two", False),
        ("10k chat run with Bex this morning", True),
        ("10k today, earned the badge", True),
    ],
)
def test_a_distance_may_be_only_named(read, text, is_run):
    """The distance of a thing, of a run that was only begun, or of who knows how many runs is asked about."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("5+5=10", False),
        ("6 + 4 = 10, I'm told", False),
        ("petrol 1.48 yesterday, 1.52 today", False),
        ("diesel 1.55 today", False),
        ("a 24:30 5k equals about 51 for a 10k", False),
        ("ran 5+5=10", True),
        ("5k out + 5k back = 10k", True),
        ("long run 1.48 today", True),
    ],
)
def test_figures_without_a_word_of_running_may_be_of_anything(read, text, is_run):
    """Sums, prices and times that are only worth another are asked about."""
    assert read(text, units="km").is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("corporate challenge: need 6 names by Friday, 5.6km in Battersea", False),
        ("Vest, number, 4 pins, 10k. See you Sunday", False),
        ("600 finishers in the 10k, fastest 29:50", False),
        ("5.6k in Battersea, need a nap", True),
        ("10k in 52:10. See you Sunday", True),
        ("needed 3 more by Sunday, got them: 3k done", True),
    ],
)
def test_a_notice_of_an_event_is_no_run(read, text, is_run):
    """Who is needed until when, when people meet and how many finished is told of an event."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("kicked off the import, it ran 35 minutes and fell over at row 12k", False),
        ("left the deploy going, it ran 40 minutes", False),
        ("left the laptop at work, ran 40 minutes to fetch it", True),
    ],
)
def test_what_a_program_did_is_no_run(read, text, is_run):
    """What "it" ran behind a program is the program."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("My mate Al, 10k in 36:10, on a hangover", False),
        ("a lad in our club. 10k, 32:15", False),
        ("Bex said 5k in 22:10 which is a lie", False),
        ("Mo at 58 does 8k in 44:10", False),
        ("Overheard: 5k in 17:00, off no sleep", False),
        ("with my mate Al, 10k in 36:10", True),
        ("Garmin said 5k in 22:10", True),
        ("A brother in tow. 5k 31:00", True),
    ],
)
def test_what_somebody_named_ran_or_said_is_no_run(read, text, is_run):
    """A friend by name, one of a club and what somebody said stand before runs of theirs."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Watch says 4.8k. I was in Ikea", False),
        ("Strava says 8k in 44:10 but I was on the tram", False),
        ("10k in 28 minutes. I drove.", False),
        ("Hoovering: 2.1 km says the watch", False),
        ("Back when I was 20: 10k in 38:00", False),
        ("Wedding speech ran 25 minutes", False),
        ("Strava says 8k in 44:10. I was knackered", True),
        ("school run: 4k there and back with the buggy, jogging", True),
        ("Sarah and me ran 25 minutes", True),
        ("8k easy. I swam after", True),
    ],
)
def test_figures_of_something_else_are_no_run(read, text, is_run):
    """Where the author was elsewhere, drove, cleaned or looks far back, figures are asked about."""
    assert read(text).is_run is is_run
