"""What stands beside a run and is of another matter takes no run along, and no run is made of that matter."""

import pytest


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Somehow did 12k in 1:05:10", 12000),
        ("Kimberly did 12k in 1:05:10", None),
        ("@coach done: 8k easy, 46:20", 8000),
        ("@coach did 8k 46:20", None),
        ("10k, 49:30, somebody fell over (not me)", 10000),
        ("10k in 31:10, a friend (not me)", None),
        ("Tom's update: poorly. My update: 8k, 46:10", 8000),
        ("Tom's update: 8k, 46:10", None),
        ("beaten by a dog at parkrun, 26:10", 5000),
        ("5k won by a lad in 15:59", None),
    ],
)
def test_whoever_else_stands_in_a_post_did_not_run_it(read, text, metres):
    """An adverb, who is called, who fell or overtook is not who ran; who is named with the figures is."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("did 6k instead of swimming today", True),
        ("swam 2k instead of the gym", False),
        ("6k, slower than I walk, 44:10", True),
        ("walked 5k, slower than usual", False),
        ("tuesday's 5k was slower than the bus, 34:10", True),
        ("the bus was slower than walking, 40 min", False),
        ("40 min easy today between the school run and the dentist", True),
        ("35 min between the school run and the dentist", False),
        ("Ran in a storm yesterday.", True),
        ("storm ran through town yesterday", False),
    ],
)
def test_what_was_not_done_takes_no_run(read, text, is_run):
    """What a run came instead of, was likened to or lay between, and its weather, are no matter of their own."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("running on fumes: 8k, 44:12", 2652),
        ("running on fumes: 8k of emails", None),
        ("2 hour drive, 10k in 48:32, pub", 2912),
        ("bus home, 12k in 40 min", None),
        ("closed the laptop, 5k 26:40", 1600),
        ("closed the laptop, 5k steps", None),
        ("never so glad to see a marshal. 10k 52:34", 3154),
        ("watching Tom. 10k 52:34", None),
        ("6k of ploughed mud, 33:10", 1990),
        ("6k of hoovering, 40 min", None),
        ("paid £20 to run a 10k in the rain, 52:10", 3130),
        ("paid £20 to run a 10k next month", None),
        ("8:30 start, 5k 24:10, freezing", 1450),
        ("18:30 start tonight, 8k, 48:00", None),
    ],
)
def test_what_a_watch_tells_is_a_run_behind_anything(read, text, seconds):
    """A distance with the time that a runner takes outweighs sayings, drives, work, prices and hours before it."""
    reading = read(text)
    assert (reading.runs[0].duration_s if reading.is_run else None) == seconds


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("ran into Steve on my 5k today", True),
        ("ran into Steve, he did 5k today", False),
        ("ran to the shop the long way round today, 6.5k for a pint of milk", True),
        ("ran to the shop, 2 pints of milk", False),
        ("while you were asleep, 10k in the bag", True),
        ("while you ran 10k I slept", False),
        ("lovely 8k, forgot my watch", True),
        ("lovely 8k Sam", False),
    ],
)
def test_a_saying_or_praise_may_be_of_a_run(read, text, is_run):
    """What happened on one's run, an errand the long way, and praise of a run without a watch are the author's."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("@Ali it was good last night! 10.5k in 59 min, you missed the pizza", 10500),
        ("@Ali you missed it, Sam did 10k in 41:20", None),
        ("@Lou you asked how it went: 8k, 46:10", 8000),
        ("@Lou you smashed it: 8k, 46:10", None),
        ("@Mo got 7k in before work, 38:20. you?", 7000),
        ("@Mo got 7k in before work, 38:20", None),
        ("@Mo did the hill loop, 7.1k, 44:12, you were right about the mud", 7100),
        ("@Mo did the hill loop, 7.1k, 44:12, you were flying", None),
        ("@Mo ran your route this morning, 9.8k, 55:30", 9800),
        ("@Mo ran your first 10k in 49:40!", None),
        ('He goes "you\'ll never do it". 5k 24:40', 5000),
        ('He goes "you can join". 5k tomorrow at 7:30', None),
    ],
)
def test_who_is_called_is_told_a_run(read, text, metres):
    """A run is the author's where who is called only missed it, asked, said so or owns the way; praise is of theirs."""
    reading = read(text)
    assert (reading.runs[0].distance_m if reading.is_run else None) == metres


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("results are up, 22:48 for me at parkrun", 1368),
        ("results are up, Sam 22:48 at parkrun", None),
        ("they've got me at 48:12 for the 10k", 2892),
        ("they've got Sam at 48:12 for the 10k", None),
        ("Weekend: 10k Sat 52:10, 5k Sun 26:40", 3130),
        ("Sam: 10k Sat 52:10, 5k Sun 26:40", None),
        ("Runkeeper: You ran 4.2 km in 26:12.", 1572),
        ("Dave: you ran 4.2 km in 26:12.", None),
    ],
)
def test_results_and_headings_may_be_of_the_author(read, text, seconds):
    """Results with a time for me, and a word that heads the runs of several days, name nobody else."""
    reading = read(text)
    assert (reading.runs[0].duration_s if reading.is_run else None) == seconds


def test_the_whole_of_its_parts_is_one_run(read):
    """Parts without a time before as much in one time are no runs of their own; those of several days are."""
    assert [run.distance_m for run in read("3k moaning, 3k laughing, so 6k in 40 min").runs] == [
        6000
    ]
    assert len(read("5k monday, 5k tuesday, 10k wednesday 52:10").runs) == 3


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("5k in my new shoes this morning", True),
        ("60k in the new shoes", False),
        ("shoes hit 500 miles on my 5k this morning", True),
        ("shoes hit 500 miles this morning", False),
        ("20k, no blisters. The shop had them at £95", True),
        ("10k entry, no blisters. £20 each", False),
    ],
)
def test_shoes_and_their_price_are_beside_a_run(read, text, is_run):
    """What a run was run in, and in a sentence of its own what that cost, leaves it a run."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("session is done 9k", True),
        ("session is finally done, 9k", True),
        ("workout is in the bag, 7k", True),
        ("tonight's session is done: 8k", True),
        ("tonight's session is 8k easy", False),
        ("session is 6x800, 7pm", False),
        ("start with a jog, end with a 9k", True),
        ("start with 5k and build up", False),
        ("rest up now. 8k", True),
        ("rest up and then 5k on Saturday", False),
        ("10k done kids on scooters beside me", True),
        ("10k on scooters", False),
        ("5 miles dodging buses", True),
        ("8k among the trams", True),
        ("9k past the buses", True),
        ("8k on the tram past the buses", False),
        ("buses 40 mins late", False),
        ("river was running fast, me less so, 6k", True),
        ("burn was running high, 6k", True),
        ("nose running the whole 8k", True),
        ("nose running since monday", False),
    ],
)
def test_words_beside_a_run_do_not_silence_it(read, text, logged):
    """A session that is done, advice without figures, those on wheels and what else runs take no run away."""
    assert read(text).is_run is logged
