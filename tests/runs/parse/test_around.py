"""What stands around a distance: where, with whom and in what it was run, and what else so many are said of."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "8k under the flyover",
        "6 km in my nan's gardening gloves",
        "9k on nothing but a cold samosa",
        "8k between two thunderstorms",
        "10k to the dentist and home again",
        "8k past the petrol station",
        "8k with views across the bay",
    ],
)
def test_what_was_around_tells_a_run(read, text):
    """A distance that opens a post and goes on with where, in what or with whom is a run."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "10k in parking fines",
        "10k in parking fines today",
        "2k on new tyres today",
        "4 miles on the subway with no air con",
        "it's 3 miles between the villages",
        "14 km to the nearest petrol station",
        "10k with VAT",
        "5k in two left wellies, you legend",
    ],
)
def test_what_else_so_many_are_said_of_is_no_run(read, text):
    """Money, rides, work and distances between places are asked about, on whatever day."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("8k with my kid on her scooter beside me this morning", None),
        ("10k with my brother on his skateboard, 55:12", 3312),
        ("8k past the swimming pool, 46:02", 2762),
        ("5k on the gravel that ate my last pair of shoes, 28:40", 1720),
        ("9k in my dad's 1986 rugby shirt, 52:30", 3150),
        ("8k in Karura with the monkeys watching today", None),
    ],
)
def test_a_word_aside_takes_no_run_away(read, text, seconds):
    """What only stood around a distance speaks against no run that a time or a day backs."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == seconds


@pytest.mark.parametrize(
    "text",
    [
        "8k on the bike today",
        "12k by bus this morning",
        "10 miles with my mother in the car today",
        "8k along the canal cycling with my son this morning",
        "8k with Tom on the rower, 33:10",
        "30k on these shoes today and they squeak",
        "8k with my brother in 2018, 44:10",
        "10k with my sister who won it in 41:20",
        "8k with Dave next Sunday, sub 44:10",
    ],
)
def test_what_bore_the_author_or_dates_the_run_is_no_aside(read, text):
    """Bikes and cars that carried the author, shoes that ran so far, years and other winners still count."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "Because the gym was shut, 8k 44:10",
        "While my wife swam her lengths, 8k 44:10",
        "With the whole football team watching from the bus, 8k 44:10",
        "The dog sat on my laptop, so 8k, 44:10",
    ],
)
def test_what_led_to_a_run_is_not_what_was_done(read, text):
    """A clause that only says why, or beside what, leaves the run behind it its own."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s == 2650


@pytest.mark.parametrize("text", ["With the bike, 8k 44:10", "Because of my sister's 8k, 8k 44:10"])
def test_what_was_done_is_not_what_led_to_a_run(read, text):
    """A sport alone behind a "with", and somebody's own figures, are no mere reason."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "ran 8k with Chidi and his 4 endless voice notes in 44:10",
        "ran 8k through Old Town without one tourist in 44:10",
        "ran 8k along the ridge under cable car no 6 in 44:10",
        "8k while the boys had soccer practice, 44:10",
    ],
)
def test_a_time_is_of_its_distance_whatever_stands_between(read, text):
    """The time that ends a sentence is that of its only distance."""
    runs = read(text).runs
    assert [(run.distance_m, run.duration_s) for run in runs] == [(8000, 2650)]


@pytest.mark.parametrize(
    "text",
    [
        "ran 8k with Jo and she finished in 44:10",
        "ran 8k with the second half in 21:40",
        "ran 8k and sat in the car for 40 minutes",
    ],
)
def test_a_time_of_another_is_not_of_the_distance(read, text):
    """A time told for somebody else, for a part or for a rest is not that of the run."""
    assert [run.duration_s for run in read(text).runs] == [None]


def test_how_long_came_before_is_no_time_of_the_run(read):
    """What something took that a run came after is none of its figures."""
    assert read("After 3 hrs of church, 8k this morning").runs[0].duration_s is None
    assert read("After 52 min of running 8k done").runs[0].duration_s == 3120


def test_nothing_around_is_no_aside(read):
    """A word that leads to a time and nothing behind it leaves the clause as it is."""
    assert read("my son 8k in chip time").reason == "other_person"


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8k in my muddy cycling jacket this morning", True),
        ("8k behind a man on a bike this morning", True),
        ("8k with Dave on a bike this morning", False),
        ("8k past 4 barking terriers today", True),
    ],
)
def test_what_is_for_a_ride_bears_nobody(read, text, is_run):
    """Kit for a ride, and whoever rode ahead, carried the author nowhere; company on a bike may have."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    "text",
    [
        "I will never understand gels. 16k, 1:35:20",
        "That should be on our shirts. 8k for me, 44:10",
        "8k, 44:10, forestry. Anyone selling a size 9?",
        "I used to hate this hill. 8k, 44:10",
        "Took me 44:10 to do 8k in the snow",
        "8k along the canal he used to fish, 44:10",
    ],
)
def test_what_is_said_of_something_else_leaves_a_timed_run_alone(read, text):
    """Neither what somebody will never understand, nor a thing for sale, makes a plan of a run and its time."""
    assert [run.distance_m for run in read(text).runs if read(text).is_run] == pytest.approx(
        [16000 if "gels" in text else 8000]
    )


@pytest.mark.parametrize(
    "text",
    [
        "We'll do the lighthouse loop. 8k, 44 min",
        "Want to do this on Friday. 8k, 44 min",
        "Anyone selling a place for Leeds? 8k, 44 min",
        "It takes me 44 min to do 8k",
        "8k along the canal every Tuesday, 44 min",
        "8k, 44 min. Every Saturday without fail",
    ],
)
def test_what_is_said_of_runs_ahead_takes_their_figures_along(read, text):
    """A way, a day or a habit that is spoken of may well be what the figures are of."""
    assert not read(text).is_run
