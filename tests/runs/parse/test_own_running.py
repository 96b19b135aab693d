"""Runs told by a verb of running alone, which says a hundred other things as well."""

import pytest


@pytest.mark.parametrize(
    ("run", "none"),
    [
        ("ran through the woods at lunch", "ran through the slides at lunch"),
        ("ran up the hill this morning", "ran up a huge bill this morning"),
        ("ran my favourite loop last night", "ran the whole meeting last night"),
        ("ran in the rain", "the paint ran in the rain"),
        ("ran past the vicar this morning", "nurse ran off with my pen this morning"),
        ("ran after work", "ran after the toddler"),
        ("jogged to the postbox and back", "ran back for my lunch"),
        ("ran on Monday with the old crew", "been running on fumes"),
        ("ran in the dark", "ran in my dream"),
        ("ran badly", "ran errands"),
        ("shuffled round the park", "shuffled into the meeting"),
        ("plodded through the mud", "plodded through the tax return"),
        ("went for a run", "went for a run in my head"),
        ("club run is finished", "chicken run is finished"),
        ("went for a wee shuffle", "went for a shuffle of the deck"),
    ],
)
def test_a_verb_of_running_has_a_runner_and_no_object(read, run, none):
    """Who ran, and over what, decides whether somebody was out running."""
    assert read(run).is_run
    assert not read(none).is_run


def test_where_nothing_says_so_the_post_may(read):
    """A way that may be anything is one where a post tells of weather or of no watch."""
    assert read("ran up to the trig, no watch").is_run
    assert not read("ran up to the attic").is_run


def test_how_long_there_was_no_run_is_no_day_ahead(read):
    """What sounds like a day to come behind a first run looks back."""
    (run,) = read("went for my first run in 5 weeks yesterday. Tiny").runs
    assert run.date_offset_days == -1
    assert not read("went for a run, race in 5 weeks, a 10k").runs[0].date_offset_days


def test_a_bare_wrist_makes_going_out_a_run(read):
    """Who went out without what measures, and needed it, ran."""
    assert read("went out tonight with nothing on my wrist. needed it").is_run
    assert not read("went out tonight with nothing on. needed it").is_run


def test_a_verb_in_a_sentence_of_its_own_outweighs_a_time_of_something_else(read):
    """A time beside it is not its own."""
    (run,) = read("45 minutes off radio. Ran. Stood down.").runs
    assert run.duration_s is None
    assert not read("45 minutes off radio. Sat. Stood down.").is_run
