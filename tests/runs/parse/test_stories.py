"""What is told around a distance without a time: what makes it a run, and what it is no run with."""

import pytest


@pytest.fixture
def metres(read):
    """How far the runs are that are logged from a post."""

    def logged(text):
        reading = read(text)
        return [run.distance_m for run in reading.runs] if reading.is_run else []

    return logged


def test_what_is_so_for_the_first_time_this_week_is_of_one_run(metres):
    """A week or month behind "for the first time" makes no sum of what was run."""
    assert metres("three miles and my head is quiet for the first time this week") == [4828]
    assert metres("12k this week, quiet") == []


def test_shoes_are_worn_where_a_day_that_is_over_leads_to_them(metres):
    """Shoes behind a day that is over are those of a run, shoes alone may have run so far."""
    assert metres("2k yesterday in the new shoes. shins reinstalled") == [2000]
    assert metres("60k in the new shoes. soles reinstalled") == []


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("9km with my daughter on her bike yelling at me", [9000]),
        ("9km with my daughter on her bike and me on mine", []),
        ("60km with my daughter on her bike yelling at me", []),
        ("my daughter 9km on her bike yelling at me", []),
    ],
)
def test_who_came_along_by_bike_leaves_the_run_to_the_author(metres, post, found):
    """A bike is that of who came along, unless both rode or nobody runs so far."""
    assert metres(post) == found


def test_then_a_run_begins_anew_behind_an_idiom(metres):
    """A run behind "then" does not go on with the idiom before it."""
    assert metres("20 floors at the tower, then a 5km jog home") == [5000]
    assert metres("ran out of milk, then 5km to the shop") == []


def test_what_somebody_asked_is_no_wish(metres):
    """An "if" behind "asked" leads to a question of others, and what was run stays as it was."""
    assert metres("9km of hills. Two walkers asked me if I was alright") == [9000]
    assert metres("9km of hills if I was alright") == []


def test_how_far_one_was_later_than_said_is_what_was_run(metres):
    """A distance "later" answers what was said of it before, and is a plan alone."""
    assert metres('Wife said "be back in an hour". 13k later. Dinner was cold') == [13000]
    assert metres("Told myself just 3k. Ha. 7.1k later...") == [7100]
    assert metres("Porridge first. 13k later.") == []


def test_brackets_may_set_right_what_was_backwards(metres):
    """A "not me" in brackets behind a thing is of that thing, behind a person of them."""
    assert metres("7 mile loop backwards (direction, not me)") == [11265]
    assert metres("7 mile loop in 51:10 (my brother, not me)") == []


def test_clicks_are_kilometres_where_nothing_else_is_said_with_them(metres):
    """Clicks that end what is said are kilometres, those on something are of a mouse."""
    assert metres("11 clicks, roos everywhere") == [11000]
    assert metres("11 clicks on my advert") == []


def test_out_leads_on_to_where_a_run_went(metres):
    """An "out" before a way belongs to it, but what there is at a place tells how far that is."""
    assert metres("9k out past the wind farm, headwind both ways, who designed this") == [9000]
    assert metres("9km out past the wind farm there's a shop") == []


def test_only_what_stands_in_quotes_is_quoted(metres):
    """A figure before a quote is the author's, one within it or with its run in quotes is not."""
    assert metres('4k on a treadmill in a "fitness suite", Swindon') == [4000]
    assert metres('"4k on a treadmill in a suite" they say in Swindon') == []
    assert metres('watch recorded a 4k "run" on the sofa') == []


def test_a_distance_that_is_like_something_is_spoken_of_as_such(metres):
    """What a distance with something is like is said of any, what the day's was like of one."""
    assert metres("one mile with a sick baby is like 9") == []
    assert metres("one mile with a sick baby. like 9") == [1609]


def test_wondering_leads_on_to_what_was_wondered(metres):
    """A "you" behind "wondering" is nobody addressed."""
    assert metres("9km of hills, wondering which of you set the fire. Legs like sausages") == [9000]
    assert metres("wondering which of you did 9km") == []


def test_who_comes_back_so_much_later_has_run_so_far(metres):
    """A distance later, behind who came back, is of a run, and one that is only later a plan."""
    assert metres("went for milk, came back 6k later without milk") == [6000]
    assert metres("milk first, 6k later without milk") == []


def test_what_a_device_says_otherwise_is_no_run_of_its_own(metres):
    """A device that tells nearly the same of a run leaves it as its author told it."""
    assert metres("8.4k this morning, phone says 8.1, I choose love") == [8400]
    assert metres("8.4k this morning, 8.1k last night") == [8400, 8100]


def test_what_came_next_is_told_behind_a_run(metres):
    """A "then" without figures tells what came next, as of a run and of nothing that is so long."""
    assert metres("5 miles then straight into an exam, either genius or idiocy") == [8047]
    assert metres("5 miles of cable then straight into an exam, genius or idiocy") == []


def test_thoughts_may_be_what_a_run_was_full_of(metres):
    """So far of thinking is a run, so far of what is done with the hands is none."""
    assert metres("12 km of thinking about whether to quit my job. Legs say yes") == [12000]
    assert metres("12 km of hoovering. Say yes") == []


def test_a_quoted_you_is_not_the_reader(metres):
    """Who shouts at the author makes their run no praise of somebody else's."""
    assert metres('12k down by the docks. A man shouted "lift your knees"') == [12000]
    assert metres("12k down by the docks. Lift your knees") == []


@pytest.mark.parametrize(
    "post",
    [
        "I hate 5ks. Too fast. All lungs",
        "6.4k to the mill and back, more if you fall in",
        "first 5k since the op is the goal for spring",
        "5km radius, no pizza place, dying here",
    ],
)
def test_what_is_said_of_distances_as_such_is_no_run(metres, post):
    """Distances that are liked, described to the reader, aimed at or drawn round a place are asked about."""
    assert metres(post) == []


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("5ks. Too fast. All lungs", 5000),
        ("6.4k to the mill and back, more or less", 6400),
        ("first 5k since the op, goal for spring", 5000),
    ],
)
def test_what_is_nearly_said_of_distances_as_such_is_a_run(metres, post, found):
    """The same distances are logged where nothing but the run is told."""
    assert metres(post) == [found]


def test_how_old_who_came_along_is_says_nothing_of_the_distance(metres):
    """A number behind "who is" is of somebody, one behind "is" of what so far a run comes to."""
    assert metres("3 miles round the reservoir with my dad who is 68") == [4828]
    assert metres("5k on the track is 12.5 laps") == []


def test_a_part_that_was_left_out_makes_no_part_of_the_run(metres):
    """A run with no warm-up is a whole run."""
    assert metres("10k with no warm up like an animal") == [10000]
    assert metres("no warm up, no 10k") == []


def test_weather_right_behind_a_distance_outweighs_what_is_said_of_money(metres):
    """Who was out in the rain ran so far, whatever was heard on the way."""
    assert metres("5k in the rain with a man on the radio explaining pensions") == [5000]
    assert metres("5k in a pot with a man on the radio explaining pensions") == []


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("shin says max 2k, shin is a liar, resting anyway", []),
        ("shin says hi. 2k, shin is a liar, resting now", [2000]),
        ("club 5k on the 9th, bring a pen", []),
        ("did my 5k in the rain, bring a towel", [5000]),
    ],
)
def test_what_is_allowed_or_brought_along_is_still_to_come(metres, post, found):
    """How far one may go at most, or what to bring to it, is told of runs to come."""
    assert metres(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("10k with odd shoes on, noticed at the car", [10000]),
        ("10k on odd shoes, noticed at the car", []),
        ("8k in my wedding shirt because everything else is in the wash", [8000]),
        ("8k in my wedding fund because everything else is in the wash", []),
    ],
)
def test_what_was_worn_tells_a_run(metres, post, found):
    """Clothes and shoes that were worn are told of a run, whatever else they are for."""
    assert metres(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("apparently it's 4 miles round the island, never counted", []),
        ("4 miles round the island, never counted", [6437]),
        ("got 7k to do and zero will", []),
        ("got 7k done and zero will", [7000]),
        ("11k, mostly downhill, don't tell anyone", [11000]),
        ("11k, mostly downhill, anyone?", []),
    ],
)
def test_how_far_it_is_or_is_left_is_no_run(metres, post, found):
    """A way that is so long, or still to do, and an offer are asked about, and not what is only kept quiet."""
    assert metres(post) == found
