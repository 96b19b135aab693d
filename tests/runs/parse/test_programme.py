"""Runs of those who follow a programme: a lesson told as over is a run without figures."""

from datetime import UTC, datetime

import pytest

from bot.runs.parse import explain, parse
from bot.runs.parse.figures.quantities import Quantity


def lessons(text, now):
    items = explain(text, now=now).items
    return [i.text for i in items if isinstance(i, Quantity) and "program_done" in i.meanings]


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("W5R3", "w 5 r 3"),
        ("wk5 run2", "wk 5 run 2"),
        ("Week 4, run 2", "week 4 , run 2"),
        ("week three run one", "week three run one"),
        ("couch to 5k: session 2 of week 3", "session 2 of week 3"),
        ("first run of week 4", "week 4"),
        ("day 3 of week 2", "day 3 of week 2"),
        ("week 3 day 2 of our running course", "week 3 day 2"),
        ("Woche 3, Lauf 2", "woche 3 , lauf 2"),
    ],
)
def test_a_lesson_is_known_however_it_is_counted(now, text, lesson):
    """Week and run may stand in either order, as figures or words, with a mark between."""
    assert lesson in lessons(text, now)


@pytest.mark.parametrize(
    "text",
    [
        "week 3 day 2 of the diet",
        "week 40 day 2",
        "week 4: run 5k",
        "the end of week 5",
        "weeks 2 and 3",
    ],
)
def test_weeks_of_something_else_hold_no_lesson(now, text):
    """A diet has weeks and days as well, and no programme has forty weeks."""
    assert lessons(text, now) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Couch to 5K\nWeek 3 Run 2\nCompleted 🎉", None),
        ("Week 4, run 2. Survived.", None),
        ("w3r1 - smashed it", None),
        ("Week 5 run 1, Monday. Rained.", -2),
        ("W3D3 yesterday. Easier", -1),
        ("w5d2 was tough today but I got round", 0),
        ("w4d1 today. Knees fine, ego less so", 0),
        ("Week 3, run 2. Lungs on fire", None),
        ("Finally got out for W2D3 tonight, dodging wheelie bins. But it's DONE", 0),
        ("Jo got me through week 3 run 3 today", 0),
        ("W5 D1 done. W5 D2 Thursday.", None),
    ],
)
def test_a_lesson_that_is_over_is_a_run(read, text, day):
    """It is done, it rained, the knees are fine: no verb of running is needed, nor a figure."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s, run.date_offset_days) == (None, None, day)


@pytest.mark.parametrize(
    "text",
    [
        "week 4 run 2 tomorrow",
        "anyone else on week 5?",
        "stuck on w5d3",
        "W3D1 looks scary",
        "W5R3 tonight, wish me luck",
        "W5R3 today, so excited",
        "W4R2 tonight. Finished work early so no excuse",
        "W5R3 tonight. My day was awful",
        "w7r2 didn't happen",
        "Week 6 run 2 was cancelled, lightning",
        "Tuesday: W4R1, Thursday: W4R2",
        "my mum finished week 9 run 3 today",
        "Week 3 day 2 of the diet done, I miss bread",
        "week 8 day 3 with no sugar, still alive",
        "W4R2",
    ],
)
def test_a_lesson_that_may_lie_ahead_is_none(read, text):
    """What is dreaded, planned or only named is not logged, nor are the days of a diet."""
    assert not read(text).is_run


def test_this_morning_lies_behind_in_the_afternoon_only():
    """A lesson of this morning may be a plan for as long as it is morning."""
    text = "W2R2 this morning before the school run. My dog thinks I've lost it"
    evening = datetime(2026, 11, 18, 20, tzinfo=UTC)
    assert parse(text, now=evening).is_run
    assert not parse(text, now=evening.replace(hour=6)).is_run


def test_figures_beside_a_lesson_are_those_of_its_run(read):
    """Neither the week nor the run is taken for a figure."""
    (run,) = read("W6R1 3.2k 27 min").runs
    assert (run.distance_m, run.duration_s) == (3200, 1620)


def test_a_weekday_behind_a_run_without_figures_is_that_of_the_next(read):
    """A run that is over has no day that is told of another sentence, but may have its own in one."""
    assert read("Did my run. Going again on Saturday").runs[0].date_offset_days is None
    assert read("No watch. Ran on Sunday").runs[0].date_offset_days == -3


def test_what_is_asked_is_no_figure_of_a_run(read):
    """A question that goes on behind a joining word is one from its first word on."""
    (run,) = read("did w3d2 today, is it normal to be purple for an hour after?").runs
    assert run.duration_s is None
    assert read("8k in 44 minutes today, is it me or was it hot?").runs[0].duration_s == 2640


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("I tried to run for the first time! 2 km with a lot of walking in between 😅", 2000),
        ("first go at running today. 1.8k with plenty of walking", 1800),
        ("w1d2 done. 2k in 20 mins with the walks", 2000),
    ],
)
def test_a_beginners_run_has_walks_in_it(read, text, metres):
    """Who learns to run and walks on the way has run so far."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].kind) == (metres, None)


@pytest.mark.parametrize(
    "text",
    [
        "12 km in Rome today with a lot of walking",
        "tried to run but ended up with a 3k walk",
        "too icy to run. 6k with a lot of walking",
        "3k with my walking group, still learning to run",
    ],
)
def test_a_walk_stays_one_beside_the_wish_to_run(read, text):
    """Without a try at running in it, so much walking is asked about."""
    assert not read(text).is_run


def test_who_helped_may_be_spoken_of_behind_a_run(read):
    """The tail walker of a run that has its time is not its author."""
    (run,) = read("first parkrun on saturday 37:50 the tail walker was so lovely").runs
    assert (run.distance_m, run.duration_s, run.kind) == (5000, 2270, "race")
    assert read("was the tail walker at parkrun on saturday, 52:10").reason == "volunteer"


@pytest.mark.parametrize("text", ["W4R2", "Couch to 5k\nWeek 4 Run 2 💪", "w4r2 tonight"])
def test_a_lesson_that_is_only_named_is_asked_about(read, text):
    """A bare lesson may be told or announced, so its author is asked whether it was a run."""
    reading = read(text)
    assert (reading.is_run, reading.reason, len(reading.runs)) == (False, "doubtful", 1)


@pytest.mark.parametrize("text", ["W4R2 Saturday", "W4R2?", "W5R3 today, so excited"])
def test_a_lesson_to_come_is_not_asked_about(read, text):
    """A weekday, a question or what is felt before leaves nothing to ask."""
    assert read(text).runs == ()


def test_what_is_done_may_head_its_lesson(read):
    """The word that says so stands before a colon or in the line above."""
    assert read("Completed\nCouch to 5k week 3 run 2").is_run
    assert read("Done: W4R2").is_run
    assert not read("To be done: W4R2").is_run


def test_minutes_of_a_lesson_that_is_dreaded_are_no_run(read):
    """How long the lesson will be is told before it as well."""
    assert not read("week 5 run 3, the big one, twenty minutes, terrifying").is_run
    assert not read("Week 5 Run 1: 5 minutes x 3. Not looking forward to that").is_run
    assert read("week 5 run 3, twenty minutes, terrifying but I did it").is_run
