"""Times told alone: what they were spent on, what they add up to, and days and parts in few letters."""

import pytest


@pytest.mark.parametrize(
    ("text", "seconds", "day"),
    [
        ("an hour in the woods", 3600, None),
        ("out for an hour in the sun", 3600, None),
        ("36 minutes in the woods, saw a deer", 2160, None),
        ("the usual loop, 52 min", 3120, None),
        ("50 mins last night with the torch. Saw a badger", 3000, -1),
        ("Sunday 1h12' in the hills, the heart very low, the view very high.", 4320, -3),
        ("wk 9, half an hour-ish, nope, exactly 30 minutes, checked it twice", 1800, None),
        ("55' with 6 accelerations. It's cold but dry.", 3300, None),
    ],
)
def test_a_time_spent_where_people_run_is_a_run(read, text, seconds, day):
    """Woods, the usual loop, a torch at night or a week of a programme say what a time was spent on."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (None, seconds, day)


@pytest.mark.parametrize(
    "text",
    [
        "an hour in the woods, built a den",
        "an hour in the woods with the scouts",
        "an hour in the forest with the dog",
        "an hour in the sun",
        "three hours in the mountains",
        "lights out for an hour in the fog",
        "out for an hour in the sun with the kids",
        "the usual loop takes 52 min",
        "usual route, 52 min, traffic was awful",
        "50 mins last night with the torch looking for the cat",
        "50 mins last night with the torch in the loft",
        "Sunday 1h30 in the hills, who's in?",
        "Week 9: 30 minutes",
        "wk 9, 30 minutes of homework",
        "50 mins on the phone to the bank",
        "half an hour late",
    ],
)
def test_a_time_that_may_be_of_anything_is_no_run(read, text):
    """Company that walks, a chore, a way driven or a lesson still ahead leave it open."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("W4D1 done 25 min total, the 5 min run was ok", 1500),
        ("W5D1 done!! 5 min runs with 3 min walks between, 27 mins in total", 1620),
    ],
)
def test_a_lesson_takes_its_total(read, text, seconds):
    """The runs and walks of a lesson are in what it took in total."""
    (run,) = read(text).runs
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("20 miles, two hours fifty-one by the kitchen clock", 32187, 10260),
        ("3k in, 5k tempo, 3k out", 11000, None),
        ("2 km in, 6 km in marathon tempo, 2 km out", 10000, None),
    ],
)
def test_minutes_in_words_and_ways_in_and_out_count(read, text, metres, seconds):
    """Minutes behind hours need no unit, and who runs in and out has run both."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


def test_a_little_ytd_is_of_yesterday(read):
    """So Singapore says yesterday; hundreds are a year to date, and so is any sum that opens one."""
    (run,) = read("3km ytd at west coast").runs
    assert (run.distance_m, run.date_offset_days) == (3000, -1)
    assert not read("412 km ytd").is_run
    assert not read("20 miles ytd").is_run
    assert not read("only 20 km ytd").is_run
    assert not read("ytd: 3 km").is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("an hour and ten with the Tuesday crew, lost the trail twice", 4200),
        ("45ish minutes with the office crowd", 2700),
        ("C25K week 5 run 2 done, 30 min with the walks, that last 8 min was a beast", 1800),
    ],
)
def test_a_time_with_those_who_ran_along_is_a_run(read, text, seconds):
    """A group beside a time that is no round hour has run it, and its last minutes are a part of it."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert run.duration_s == seconds


@pytest.mark.parametrize(
    "text", ["an hour with the lads at the pub", "100 miler crew needed, 24-30 hrs, bring coffee"]
)
def test_an_hour_of_company_or_a_call_for_some_is_no_run(read, text):
    """A round hour may be spent anyhow, and who is wanted has not run yet."""
    assert not read(text).is_run


def test_what_was_met_there_tells_a_run(read):
    """In a time that is no round half hour, with hardly an unknown word."""
    assert read("1hr10 in the woods, saw a deer").is_run
    assert read("1 hr 10 min in the pines. quiet").is_run
    assert read("three quarters of an hour in the fog, saw nothing and nobody").is_run
    assert not read("40 mins in the woods, saw the school play").is_run
    assert not read("50 mins in the pines, collecting cones").is_run


def test_a_body_that_complains_along_the_way_does_no_other_thing(read):
    """Other verbs behind the way do."""
    assert read("21 mins around the block w/ shin splints barking").is_run
    assert not read("21 mins around the block w/ the baby howling").is_run


def test_a_time_fitted_around_a_duty_is_a_run_under_its_sky(read):
    """Or where somebody slipped out for it, or it did them good after work."""
    for text in (
        "25 mins before handover, dark and drizzly",
        "20 mins before breakfast, frost everywhere",
        "35 mins after my shift. needed that",
        "nipped out for 22 mins before the school run",
    ):
        assert read(text).is_run
    for text in (
        "25 mins before handover and the printer dies",
        "20 mins after my shift ended, still here",
        "30 mins before kickoff, freezing",
        "nipped out for 20 mins at lunch for a sandwich",
    ):
        assert not read(text).is_run
