"""A day told of something else before a run is that of the run, or of nothing."""

import pytest


def days(reading):
    """The day of each run that is read without a question."""
    return [run.date_offset_days for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("My mate Col rang me on Saturday and dragged me out, 10k in 55:20", -4),
        ("you beat me on Saturday Tom. 25:10 for me at parkrun", -4),
        ("Kids kept me up on Sunday. 8k in 46:10", -3),
        ("My mum wants me to come over on Sunday. 8k in 44", None),
        ("10k, 50:10. A dog chased me on Sunday", None),
        ("A dog chased me yesterday. 8k in 46:10", -1),
    ],
)
def test_what_befell_the_author_tells_the_day(read, text, day):
    """Where somebody did something to the author that day, and the run is told behind it."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Didn't hit sub 44 on Sunday. 10k in 44:08", -3),
        ("Rest day yesterday, not hit the gym either. 10k in 52:10", None),
        ("Didn't hit the gym on Sunday. 10k in 44:08", None),
    ],
)
def test_a_mark_is_missed_on_the_day_of_its_run(read, text, day):
    """A day without a run is none of it."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The match was rained off on Saturday, and since I was there I ran 8k in 44:10", -4),
        ("Boiler packed in on Saturday and while I waited I did 5k in 27:10", -4),
        ("Sam ran the half on Sunday and I ran 5k, 28:10", None),
        ("My brother got married on Saturday and I'm still recovering. 5k in 30:10", None),
    ],
)
def test_a_sentence_goes_on_from_a_day_to_its_run(read, text, day):
    """From what happened, but not from what somebody else ran."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anyone else out in that fog yesterday? I did my 14k in 1:18:30", -1),
        ("Was there club last night? I turned up, nobody there, did my own 5k", -1),
        ("Anyone else watching the match last night? I did 8k in 44:10", None),
        ("Who else is racing on Sunday? I did 8k in 44:10", None),
    ],
)
def test_who_asks_for_others_of_a_day_ran_on_it(read, text, day):
    """Where it is asked who was out, too."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("thanks @lucy for waiting at the finish yesterday. 2:08:33, HM number six", -1),
        ("thanks for the cake and for waiting on Friday! 10k in 50 min", None),
        ("24:10 at parkrun. thanks for waiting at the finish on Sunday, 30:10 then", None),
        ("thanks @lucy for waiting at the finish on Sunday. 10k today", 0),
        ("thanks @lucy for waiting at the finish on Sunday. Did 10k", None),
        ("no cheers while waiting at the finish yesterday. 2:08:33, HM number six", None),
    ],
)
def test_thanks_for_a_race_tell_its_day(read, text, day):
    """Where the time comes next."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5k 25:00, first since Sunday", None),
        ("10k in 52:10, first since the half on Sunday", None),
        ("5k in 25:00, haven't run since Friday", None),
        ("Recovering since Sunday, 10k in 50:00", None),
        ("10k in 50:00, better than yesterday", None),
        ("10k in 50:00, quicker than Sunday", None),
        ("felt better yesterday, 10k in 50:00", -1),
        ("half marathoner since Saturday! 2:29:10", -4),
        ("my 25th parkrun, 25:00", None),
        ("the 25th parkrun for me, 25:00", None),
        ("the 15th: 5k 25:00", -3),
    ],
)
def test_a_day_since_which_nothing_was_run_is_not_that_of_the_run(read, text, day):
    """Nor is the number of somebody's parkruns a day of the month."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Race on Sunday! 5k shakeout in 27:10", None),
        ("Half marathon on Sunday so just an easy 5k, 30:10", None),
        ("Good luck to everyone racing Sunday! 5k 27:10 for me", None),
        ("Last one before Sunday's half. 4k, 24:10", None),
        ("Race on Sunday! 10k in 44:10", -3),
        ("Sunday I turned back at 4k, so 8k total", -3),
        ("8k before Sunday lunch, 44:10", -3),
    ],
)
def test_a_day_that_is_waited_for_is_not_that_of_the_run(read, text, day):
    """A race for which somebody runs easily, and what luck is wished for, are still to come."""
    assert days(read(text)) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9/10 would recommend the new 5k route, 25:10", None),
        ("8/10 would run again, 10k in 52:10", None),
        ("9/11 5k in 25:10", -9),
    ],
)
def test_marks_out_of_ten_tell_no_day(read, text, day):
    """Where it is said what somebody would do for them."""
    assert days(read(text)) == [day]
