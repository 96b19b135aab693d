"""Runs told by a verb of running alone, which says a hundred other things as well."""

import pytest

from bot.runs.parse import parse
from tests.runs.parse.scores import NOW


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
        ("ran with the hash on Monday", "ran with the idea"),
        ("ran the whole way", "ran the whole show"),
        ("ran a bit, walked a bit", "ran a stall, sold a cake"),
        ("ran through Leith last night", "ran through Ikea last night"),
        ("legs heavy, ran anyway", "phone ran hot"),
        ("ran on tired legs", "ran on custard creams"),
        ("did a run to the pier and back", "did a run to the charity shop"),
        ("went for a run in the fog", "went for a run in the new car"),
        ("first run of the year done", "first run of the chairlift done"),
        ("had a run in the rain", "had a run-in with a goose"),
        ("did a lap of the reservoir, legs heavy", "did a lap of the shops, legs heavy"),
        ("did the usual loop, no watch", "did the usual loop in the car, no watch"),
        ("last night's run: lost the path", "last night's run: who lost a glove"),
        ("best run in weeks this morning", "best run in weeks for United"),
        ("back from the trails, mud", "back from the trails with a boot full of mushrooms"),
        ("back from my first plod round the lake", "back from my first run of bad luck"),
        ("laced up and went. rain", "went and laced up the parcel. rain"),
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
    """What somebody had off was run, but not what they missed a mark by."""
    (run,) = read("45 minutes off radio. Ran. Stood down.").runs
    assert run.duration_s == 2700
    assert all(run.duration_s is None for run in read("10 minutes off my best. Ran. Cried.").runs)
    assert not read("45 minutes off radio. Sat. Stood down.").is_run


def test_who_came_along_and_what_was_done_make_a_named_run_one(read):
    """A run of an hour of the day is over where a verb goes on about it."""
    assert read("Evening jog with my brother, talked the whole way").is_run
    assert not read("Evening jog with my brother, anyone else?").is_run


def test_a_time_beside_a_lay_off_is_asked_about(read):
    """Who will not be running for a bit tells of something else."""
    assert not read("Baby girl, born 5:10 this morning. I won't be running for a bit").is_run
    assert read("Ran 42:10 this morning. I won't be running for a bit").is_run


def test_a_thing_that_only_or_finally_ran_is_one_that_ran(read):
    """What stands between a thing and its verb changes nothing."""
    assert not read("the export finally ran through, 3 h 12 min").is_run
    assert not read("the download only ran for 40 min").is_run
    assert read("I finally ran for 40 min").is_run


def test_a_run_of_this_morning_told_in_the_evening_is_over(read):
    """A morning lies behind whoever posts after noon; a run of a club may still be anybody's."""
    assert read("run this morning: cold, dark").is_run
    assert not read("club run this morning, thanks for coming").is_run
    assert not read("run tonight: cold, dark").is_run


def test_a_way_that_people_run_on_is_what_was_run(read):
    """A wall by the sea, a railway, dunes; but not what is held or put there."""
    for way in ("seawall", "old railway", "embankment"):
        assert read(f"ran the {way}, sang out loud, scared a cyclist").is_run
    for thing in ("river festival stall", "beach clean", "railway museum shop"):
        assert not read(f"ran the {thing}, sang out loud").is_run


def test_a_run_that_was_somehow_counts_by_how_it_is_worded(read):
    """It may have been cold, or eaten by meetings."""
    for came_about in (
        "my run was soup. Something happened",
        "last night's jog had fireworks in it",
    ):
        assert read(came_about).is_run
    for came_to_nothing in ("eaten by meetings", "binned off", "a no from me"):
        assert not read(f"my run was {came_to_nothing}").runs


def test_a_time_before_another_sport_alone_is_asked_about(read):
    """An hour on the bike is easy, too; a sport after it is another thing."""
    assert read("hour easy, zwift").reason == "other_sport"
    for run in ("hour easy run, then yoga", "hour easy run, yoga"):
        assert read(run).is_run


def test_what_happened_this_morning_is_over_at_breakfast():
    """A run of this morning without a word of the past may still be to come."""
    breakfast = NOW.replace(hour=8)
    assert parse("Went out at dawn today, head torch, saw a badger!!", now=breakfast).is_run
    assert not parse("Out at dawn today, head torch, a badger run!!", now=breakfast).runs
