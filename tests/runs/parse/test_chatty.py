"""What else is told in a post of several sentences, and what of it reaches the figures of its author's own run."""

import pytest


@pytest.fixture
def runs(read):
    """Metres and seconds of the runs that are logged from a post."""

    def logged(text):
        reading = read(text)
        return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []

    return logged


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("I'd been up since five. 6k along the river, 36:20", [(6000, 2180)]),
        ("6.3 km door to door, 36:44. I'd forgotten my gloves", [(6300, 2204)]),
        ("I'd do 6k along the river in 36:30", []),
        ("legs feel like I've just done a 10k", []),
        ("explain it like I've just done a marathon and had a pint", []),
    ],
)
def test_what_had_been_is_no_mere_thought(runs, post, found):
    """What its author had done before is told as it was, what something is only like is thought of."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("6.3 km door to door, 36:30 including waiting for a goose. Recommend.", [(6300, 2190)]),
        ("6.3 km door to door, 36:30, recommend a bakery?", []),
        ("seven k loop this evening, 43 mins, not saying a word to anybody", [(7000, 2580)]),
        ("seven k loop this evening, 43 mins, anybody?", []),
        ("8k in 50 minutes pushing what feels like a fridge", [(8000, 3000)]),
        ("8k in the van, 50 minutes of moving a fridge", []),
    ],
)
def test_words_that_ask_of_nobody_leave_a_run_alone(runs, post, found):
    """Praise in a word, nobody who was met and a thing that something is like take no figures along."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("rather than go to bed like a sane person I ran 8km on the beach", [(8000, None)]),
        ("instead of running 8km I had a nap on the beach", []),
        ("10k and 47:48 later I was back at the postbox", [(10_000, 2868)]),
        ("47 minutes later I was back at the postbox", []),
        ("Seventy minutes of running later I came out of the trees by the hill", [(None, 4200)]),
        ("Seventy minutes of cleaning later I came out of the shed", []),
    ],
)
def test_what_came_of_it_is_told(runs, post, found):
    """What was run rather than something else, or by a later moment, is neither denied nor planned."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("My other half ran the whole 10k in 48 minutes today", []),
        ("My first half of the 10k was 24:30, whole thing 48:10", [(10_000, 2890)]),
        ("The senior men did 10k in that mud", []),
        ("Did 10k in that mud behind the senior men", [(10_000, None)]),
        ("Squeezed 25 mins in on the physio gym treadmill today", [(None, 1500)]),
        ("My physio gym treadmill 25 mins today", []),
        ("20 mins round the playing field w/ my brother", [(None, 1200)]),
        ("20 mins w/ my brother", []),
    ],
)
def test_who_ran_is_told_by_how_they_are_called(runs, post, found):
    """Others are known by any word that describes them, and say of a place or of company nothing else."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("cross country at school today, 3 miles in 27 min through a bog", [(4828, 1620)]),
        ("cross country at school, 3 miles in 17 min through a bog", []),
        ("Long one done while the kids were at school, 1h05 nice and easy", [(None, 3900)]),
        ("When I was at school a long one was 1h05, nice and easy", []),
    ],
)
def test_a_school_of_today_is_not_long_ago(runs, post, found):
    """A school is long ago unless today is told with it, or who else is there."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("here goes: the 10k on Sunday, chip time 44:59", [(10_000, 2699)]),
        ("here goes: the 10k on Sunday, 44:59", []),
        ("Longest ever on Sunday, 18km! I was dreading it for weeks", [(18_000, None)]),
        ("Longest ever on Sunday, 18km! Dreading it", []),
    ],
)
def test_a_chip_and_past_fears_tell_a_race_that_is_over(runs, post, found):
    """A chip tells what was run whatever its seconds, and what somebody had feared is over."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("Saw a kingfisher halfway through my 8k. It still only took 46:10", [(8000, 2770)]),
        ("Took me 53:12 to get through my six-mile loop", [(9656, 3192)]),
        ("Halfway through my 8k in 23:10", []),
        ("Best 3.4 miles of the year, all over in 29:15", [(5472, 1755)]),
        ("Best 3.4 miles of the year, well over 29:15", [(5472, None)]),
    ],
)
def test_the_whole_may_be_told_by_what_it_was_halfway_through(runs, post, found):
    """The author's own distance that something was in the middle of is the whole, where a time is told apart."""
    assert runs(post) == found


@pytest.fixture
def days(read):
    """The days of the runs that are logged from a post, from today."""

    def logged(text):
        reading = read(text)
        return [run.date_offset_days for run in reading.runs] if reading.is_run else []

    return logged


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("Took my dad to parkrun on Saturday. I did it in 28:19", [-4]),
        ("My dad ran parkrun on Saturday. I did 5k in 28:19", [None]),
        ("My sister cycled beside me on Sunday. 1:47 for the 12 miles I ran", [-3]),
        ("My sister cycled past Leeds on Sunday. 1:47 for the 12 miles I ran", [None]),
        ("Sunday was perfect running weather. Took me 53:12 to run six miles", [-3]),
        ("Sunday is perfect running weather. Took me 53:12 to run six miles", [None]),
        ("Was anyone else at parkrun on Saturday? 5k in 26:02", [-4]),
        ("Is parkrun on at all on Saturday? 5k in 26:02", [None]),
    ],
)
def test_what_was_around_a_run_tells_its_day(days, post, found):
    """The day of company, of the weather or of a race that is asked about is that of the run told behind it."""
    assert days(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("Did anyone get a photo from parkrun on Saturday? I got 26:02", [(5000, 1562)]),
        ("Is anyone at parkrun on Saturday? I got 26:02 today", [(None, 1562)]),
        ("Does a 9k with a stop still count? 51:51 of running", [(9000, 3111)]),
        ("Does your 9k with a stop still count? 51:51 of knitting", []),
        ("Is it bad that I only run for buns? 4.5 miles, 41:30", [(7242, 2490)]),
        ("Is it bad to ask who runs for buns? 4.5 miles, 41:30", []),
        ("Three miles, 27:30, and she talked the entire way?? Unfair", [(4828, 1650)]),
        ("Three miles, 27:30, and who talked the entire way? Unfair", [(4828, 1650)]),
    ],
)
def test_what_is_asked_of_a_run_that_was_leaves_it_told(runs, post, found):
    """A question about what was, or whether it counts, lends its distance and takes no run along."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ('Ran with my neighbour who says she "can\'t run". 5k in 30:59', [(5000, 1859)]),
        ("My neighbour ran all of it. 5k in 20:59", []),
        ("Mum came and cycled beside me. Ten miles, 1:31", [(16_093, 5460)]),
        ("Mum came and cycled past me. Ten miles, 1:31", []),
        ("A kid on a scooter overtook me. 5.6k, 36:36. Humbling", [(5600, 2196)]),
        ("A kid on a scooter beat me. He did 5.6k, 16:36. Humbling", []),
        ("Heard ten minutes of a podcast. Ran 6k last night in 36", [(6000, 2160)]),
        ("My legs said no. 6k easy, 37:30 instead", [(6000, 2250)]),
        ("My legs are no. 6 today, 37:30 they said", []),
        ("I get exactly half an hour. Ran 5k in 29 min today", [(5000, 1740)]),
        ("Half an hour and a bit. Ran 5k today, pancakes in 29 min", [(5000, 1800)]),
        ("Ran for 75 min up on the moor", [(None, 4500)]),
        ("5k in 24:10, 2 min up on the last one", [(5000, 1450)]),
        ("I stretch before I run in the park", []),
        ("I stretched, then I run in the park", [(None, None)]),
    ],
)
def test_the_figures_nearest_to_the_run_are_its_own(runs, post, found):
    """Company, a time for everything, the ground and what comes before are told apart from the run itself."""
    assert runs(post) == found


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("My daughter says I run like a penguin. 5 miles in 46:20", [(8047, 2780)]),
        ("My daughter says she runs like a penguin. 5 miles in 46:20", []),
        ("The kids did their homework. 10k, 51:10", [(10_000, 3070)]),
        ("The kids did their race. 10k, 51:10", []),
        ("My wife did a night shift. 10k, 51:10 before she woke", [(10_000, 3070)]),
        ("My wife did a night race. 10k, 51:10", []),
    ],
)
def test_what_somebody_does_at_home_is_apart_from_a_run(runs, post, found):
    """Who says something of the author, or is busy with daily life, is not who ran the distance told behind it."""
    assert runs(post) == found
