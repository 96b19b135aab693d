"""Runs that nobody measured: what was left at home or not looked at makes a run of what is only named."""

import pytest

from bot.runs.parse import explain
from bot.runs.parse.drafts.freedom import freedom_run
from bot.runs.parse.posts.post import Post


@pytest.fixture
def freedom(now):
    """Asks grammar alone whether a run is told without figures."""

    def tells(text):
        seen = explain(text, now=now)
        post = Post(seen.items, seen.clauses, seen.stances, seen.cast, hour=now.hour)
        return freedom_run(post)

    return tells


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("bit of a plod this morning, didnt even bother with the watch", 0),
        ("bit of a jog last night, couldn't tell you how long, the moon was out", -1),
        ("easy plod with the dog this morning, not a clue how far, he picked the route", 0),
        ("short jog after work. Didn't take the Garmin. Birds were loud.", None),
        ("run this afternoon without looking at my pace once", 0),
        ("Evening run, god knows how far, grand all the same", None),
        ("couple of laps of the field this evening, never looked at the time once", 0),
        ("four laps of the park, no idea how far", None),
        ("nice little run in before tea, no watch", None),
        ("Trail run in the woods with the girls, no watches allowed", None),
        ("Little leg-stretch run this morning, not recorded", 0),
        ("did the hill loop today, no watch, just me and the sheep", 0),
        ("Ran to the shops and back. Strava will never know.", None),
        (
            "Yesterday's run: out past the church. Forgot to press start, so it will live on in my heart",
            -1,
        ),
        ("running without the watch today was so freeing", 0),
        ("footing sous la pluie, pas de montre", None),
    ],
)
def test_a_run_that_nobody_measured_is_one(read, text, day):
    """Who says what was not measured has run, though no verb says so."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (None, None, day)


@pytest.mark.parametrize(
    "text",
    [
        "no phone signal at the run start",
        "no idea how far the run is on sunday",
        "long run sunday, no idea how far yet",
        "couldn't tell you how far the club run is",
        "I like running without a watch",
        "run club tonight, no watches, just cake",
        "short run on bikes after work, no idea how far",
        "quick run to the tip this morning, no idea how far it is now",
        "bit of a run on toilet roll today, no idea how long it'll last",
        "little run out in the car today, no idea how far we went",
        "easy run tonight, leaving the watch at home",
        "lovely run by Tilly this morning, no watch, 6 years old",
        "running is not for me today, no watch either",
        "had a good run on the slots last night, no idea how far down I am",
        "left my phone at the run club bench",
        "forgot my watch, can someone time my run?",
    ],
)
def test_what_is_only_said_of_a_watch_is_no_run(read, text):
    """A run has to open what is told, or a verb to tell it, and nothing may lead it elsewhere."""
    assert not read(text).is_run


def test_a_run_of_luck_is_none(read):
    """A run of something is no way of running, whatever verb leads to it."""
    assert not read("had a run of bad luck, no idea how long it will last").is_run
    assert read("had a run this morning, no idea how long").is_run


def test_what_was_chosen_is_not_announced(read):
    """A route that somebody picked was gone; one that is told of may still be."""
    assert read("easy plod this morning, loved it, she picked the route").is_run
    assert read("easy run, the route is on the page").reason == "announcement"


def test_what_was_not_taken_is_no_invitation(read):
    """A denied word of inviting invites nobody: "didn't take the watch"."""
    assert read("5k this morning, didn't take the dog. 28:10").is_run
    assert not read("take the 5k on sunday with us, 28 min").is_run


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Good run with the Running Room group, pretty icy by the river", None),
        ("Tough jog with my sister, hail the whole way", None),
        ("this evening's run was mostly puddles", 0),
        ("Had a cracker of a run along the beach with the dog, no worries", None),
        ("ran to my nan's this morning instead of getting the bus", 0),
        ("Today I ran in the rain from Kilburn to town", 0),
    ],
)
def test_company_weather_and_a_ride_that_was_spared_tell_a_run(read, text, day):
    """What was met with people, what a run "was", what it is likened to, and a way from place to place."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (None, None, day)


@pytest.mark.parametrize(
    "text",
    [
        "Nice run with the ball from the winger, icy pitch",
        "Good run with the beginners tonight, meet at 7, it might be icy",
        "tonight's run was Sam's idea",
        "tonight's run was moved to seven",
        "had a shocker of a run of results",
        "ran for mayor instead of taking the bus",
        "ran from Dave",
    ],
)
def test_a_run_of_something_else_or_of_others_does_not(read, text):
    """A ball, a meeting, an idea, results, an office and somebody one flees from."""
    assert not read(text).is_run


def test_who_got_out_without_a_watch_ran(read):
    """In one sentence or two, with no music or a feeling; who was out for the night did not."""
    assert read("Got out. No watch, no music, just leaves everywhere").is_run
    assert read("went out in the dark, no watch, loved it").is_run
    assert read("easy run with the gang, frosty").is_run
    assert not read("got out of bed, no watch, no music, just birds").is_run
    assert not read("went out last night, no watch, lost my coat, lovely").is_run
    assert not read("easy run with the gang, pancakes promised").is_run


def test_a_picture_of_a_run_tells_of_it(read):
    """Of one's own or of a day that is over; not of a club's, of somebody's or of one to come."""
    for text in (
        "photo from my run this morning, gorgeous",
        "photo from my run past Anna's house",
        "view from this morning's run",
    ):
        assert read(text).is_run
    for text in (
        "photo from the club run, who is that in the back",
        "photo from my run club do",
        "photo from my run club's page",
        "photos from my brother's run",
        "view from my run tomorrow hopefully",
    ):
        assert not read(text).is_run


@pytest.mark.parametrize(
    ("run", "none"),
    [
        ("my legs are lead and my face froze. Great run", "I am so jealous. Great run"),
        ("I smell, I'm starving. Great run that", "Priya smells, she's starving. Great run that"),
        (
            "my glasses steamed up, rain. Lovely trail run",
            "I saw the photos from the beach. Lovely run",
        ),
        ("my face froze. good run though", "my face froze. good run though?"),
    ],
)
def test_praise_behind_what_was_felt_outside_is_of_ones_own_run(freedom, run, none):
    """What only answers somebody, or names them, is of theirs."""
    assert freedom(run)
    assert not freedom(none)


@pytest.mark.parametrize(
    ("run", "none"),
    [
        ("just back, no watch, lovely", "just back from the dentist, no watch, lovely"),
        ("been out, didn't look at the watch", "been out, didn't look at the menu"),
        ("back again, no clue how far", "back again, no watch in the lost property"),
    ],
)
def test_who_is_back_and_measured_nothing_ran(freedom, run, none):
    """Where nothing is said of where they were."""
    assert freedom(run)
    assert not freedom(none)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("did 14 of the 18k on Sunday, calf went", 14000),
        ("10 of the 12 miles on the schedule, called it when the sleet came", 16093),
        ("7 of the planned 10k tonight, calf", 7000),
        ("did 2 of the 10k challenges", None),
        ("did 5 of the 8k with Ola, then 3 alone", None),
        ("she managed 11 of the 15k", None),
        ("cycled 14 of the 18k", None),
    ],
)
def test_what_was_run_of_a_whole_has_its_unit(read, text, metres):
    """A number that was done of a longer distance is one, where no more is said of that."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("meant to do 10, dog had other ideas, 5k", 5000),
        ("wanted 12k but the wind on the front was brutal so 9", 9000),
        ("planned 16k, stomach said no, so 11", 11000),
        ("wanted to do 10k tomorrow, but rain so 8", None),
        ("wanted 12k, had to be home by 9", None),
        ("supposed to be 15k with the group, only 3 turned up, 5", None),
        ("the plan was 10k, kids were up at 5, so nothing", None),
    ],
)
def test_a_figure_alone_behind_what_came_between_is_what_came_of_a_wish(read, text, metres):
    """Whatever came between, without a figure; what was wished for tells the unit."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("streak mile done at 23:50 last night in crocs", 1609, None),
        ("Streak day 320, just the mile today", 1609, None),
        ("9:12 for my streak mile, 23:41 on the clock when I got in, day 301 safe", 1609, 552),
        ("2 miles done at 23:50 last night", 3219, None),
        ("5k done in 21:15 last night", 5000, 1275),
        ("streak is dead, missed the mile on sunday", None, None),
        ("streak mile tomorrow at 6", None, None),
        ("streak day 9, the mile marker is gone", None, None),
    ],
)
def test_a_streak_has_its_mile_and_its_hour(read, text, metres, seconds):
    """The mile of a streak needs no number, and what is done "at" a time of the night is done at that hour."""
    reading = read(text)
    run = reading.runs[0] if reading.is_run else None
    assert (run and (run.distance_m, run.duration_s)) == (metres and (metres, seconds))
