"""Sentences that tell a run beside others, which speak of something else."""

import pytest


def logs(read, text):
    """Whether a text is read as one run that needs no question."""
    reading = read(text)
    return reading.is_run and len(reading.runs) == 1


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("My boss wants the report by Friday. 9k, 52 min", True),
        ("Every pub quiz team needs somebody who knows rivers. 18k, 1:45, along one", True),
        ("Nobody tells you that teething lasts forever. 10k, 61 min", True),
        ("The library closes at five on Wednesdays. 9k, 52 min", True),
        ("The car failed its inspection. 9k, 52 min", True),
        ("Has anyone seen my keys. 8k this morning", True),
        ("9k, 52 min. Who left the freezer open", True),
        ("My boss wants to run with me on Friday. 9k, 52 min", False),
        ("Every relay team needs somebody for leg two. 18k, 1:46", False),
        ("Nobody tells you how to do this one. 10k, 61 min", False),
        ("Usually before the market opens. 9k, 52 min", False),
        ("Caught the ferry to the island. 9k, 52 min", False),
        ("Who wants to do the canal. 8k this morning", False),
        ("9k, 52 min. Who wants to do the canal", False),
        ("You looked great in that new singlet. 9k, 52 min", False),
        ("The app has scheduled the following for Tuesday. 9k, 52 min", False),
    ],
)
def test_a_run_in_a_sentence_of_its_own_is_not_what_others_speak_of(read, text, is_run):
    """A distance with a time nobody plans by, or of a morning gone, is apart from a sentence on another matter."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Yesterday: 6 km, 37 min. Guess which one hurts", True),
        ("6 km, 37 min. Guess which one", False),
    ],
)
def test_nothing_asked_behind_it_undoes_a_timed_run_of_a_day_gone(read, text, is_run):
    """A run with its time and a day before today is told, whatever is asked behind it."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8k in 47:12 past the house we want to buy", True),
        ("9k in 52 min behind a man who will never wear a shirt", True),
        ("8k in 47:12 in a headwind that should be illegal", True),
        ("8k in 47:12 on a path the council will never grit", True),
        ("8k in 47:12 past the school where I used to teach", True),
        ("8k this morning with a dog that wants to be a horse", True),
        ("8k in 47:12 at the pace I'd like", False),
        ("8k in 47:12 at the speed we want to hold", False),
        ("9k in 52 min for the group that wants a slower pace", False),
        ("9k in 50 min past the house we want to buy", False),
        ("8k in 47:12 on the train I should have missed", False),
        ("8k on Sunday with the group that will be back", False),
    ],
)
def test_what_a_noun_beside_a_run_will_do_is_not_what_the_run_is(read, text, is_run):
    """A relative clause says of its noun what it wants, will or used to do, beside a run surely over."""
    assert logs(read, text) is is_run
