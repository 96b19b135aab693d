"""Weekdays: what tells that the one named is just over, and whose day it is."""

import pytest


def _figures(reading):
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in reading.runs]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Sunday my wife said go, so I went: 5k in 29:59", -3),
        ("On Friday the dentist cancelled so I got 6k in, 35:40", -5),
        ("saturday parkrun? no, we have the lake. 5 km 24:10", -4),
        ("My marathon is done. Sunday was the hardest race of my life but 4:31:09", -3),
        ("This Saturday I ran 8k", -4),
        ("parkrun: 22:19 this Saturday past", -4),
        ("Slept in Sunday so only 7k", -3),
        ("plan for yesterday said 10, I ran 7k of it", -1),
        ("6.4k for me at last night's relay, 31:20", -1),
    ],
)
def test_a_run_has_the_day_that_its_tale_begins_with(read, text, day):
    """The day of what led to a run is that of the run, whoever else is spoken of there."""
    reading = read(text)
    assert reading.is_run
    assert [run.date_offset_days for run in reading.runs] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Saturday is race day so I only ran 5k, 28:30",
        "On Sunday my sister runs the half so I ran 5k in 25:10",
        "My sister ran the half on Sunday! I did 5k in 25:10",
        "Car is off the road till Friday so ran 5k 28:10",
    ],
)
def test_a_run_has_no_day_of_another_matter(read, text):
    """A race to come and somebody else's run give a run no day."""
    assert [run.date_offset_days for run in read(text).runs] == [None]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "Day 1,409 (Sunday). 3k.\nDay 1,410 (Monday). 5k. 30:30.",
            [(3000, None, -3), (5000, 1830, -2)],
        ),
        (
            "Mon 6.00 / 33:00, today 9.00 / 50:30. Both in km. Reconciles to Strava.",
            [(6000, 1980, -2), (9000, 3030, 0)],
        ),
        ("Sat 5.2 Sun 8.1 (mi) both on grass", [(8369, None, -4), (13_036, None, -3)]),
        ("Sat: gym. Sun: 8k, 45:50. Mon: sofa.", [(8000, 2750, -3)]),
        ("BQ!!!!! 3:29:44 at Richmond on Sunday", [(42_195, 12_584, -3)]),
    ],
)
def test_days_are_over_when_a_watch_has_measured_them(read, text, runs):
    """What only a watch tells is over on whatever days, with whatever is remarked behind it."""
    reading = read(text)
    assert reading.is_run
    assert _figures(reading) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Saturday 6 miles w/ the dog (he quit at 4)",
        "Sunday 17k w the Tuesday lot, they dropped me at 12",
        "Monday 10k under the floodlights, could see my breath",
        "Sun 20 miles. Never doing that route again.",
        "Fri 4 miles, nothing to report",
        "sun 10mi ez. HR 138. coffee.",
        "w4d3 sunday 28 min w gloves. game changer",
        "35 min easy Sunday, felt heavy",
        "7 miles on Sunday with the Newbies, everyone finished smiling",
        "Sunday long run, 14k, rains from km 9, full soaked",
        "10 miles at 8:29s on Sunday",
        "Saturday tempo 8k @ 4:31",
        "Backlog: Sat 5k, Sun 10k, Mon 5k. All slow.",
        "Sunday 20k, two gels, no wall",
        "sun 15k. Wind in my face the entire way",
        "9 miles on Sunday then didn't run since, cold",
        "sunday 10k. slept till monday",
    ],
)
def test_a_run_of_a_weekday_that_is_judged_is_over(read, text):
    """What company did, what could be seen, a verdict, a pulse or an odd pace tell that a weekday is behind."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "Sunday, 14 miles, pub finish",
        "Sunday 11 miles, turn left at the church then follow the arrows",
        "sunday 7 miles, the hilly one, don't say I didn't warn you",
        "Sunday 21.1k, 480m of climbing, I'm not ready",
        "PB Sunday for our Lucy! 10k 44:58",
        "10k Saturday, forecast says hail, oh joy",
        "Sunday 12 miles. Carry water.",
        "Saturday's 10 miler was won in 48:20 in that mud",
        "Sat: bike 30k. Sun: 20k, 1:30:00",
        "BQ is 3:30:00 for my age",
        "Sunday 10k PB attempt, 46:56 to beat",
        "Sunday 20 miles at 6:52 pace",
        "Saturday 10k at 5:12 with the club",
        "Forgot to mention Sunday, 6 miles, same place",
        "Three of ours ran Sunday: 1:22, 1:35, 1:58 for the half",
        "sunday long run 18 km at nandi hills who all are coming",
        "I usually do 10k on a Sunday in about 55 min",
        "Big shout to Priya, 10k Sunday in 58!",
        "Sunday 20k, two gels, one bottle",
        "Sunday 12k. Rain forecast",
        "Sunday 18k then no run until Wednesday",
        "20 miles Sunday and I haven't slept",
    ],
)
def test_a_run_of_a_weekday_that_may_lie_ahead_is_asked_about(read, text):
    """What is offered, directed, dreaded or set tells nothing of a run that is over."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Sunday's 14 took me past the mill", 14_000),
        ("Saturday's 10 nearly broke me", 10_000),
        ("Friday's 7 was windy", 7000),
        ("Sat. was a fat-ass 31 w Wes around Walker Ranch", 31_000),
    ],
)
def test_a_number_is_called_by_its_day(read, text, metres):
    """A number that a day owns, or was, is how far its author ran where it is told how it was."""
    reading = read(text, units="km")
    assert reading.is_run
    assert [run.distance_m for run in reading.runs] == [metres]


@pytest.mark.parametrize(
    "text",
    [
        "Sunday's 14 was cancelled",
        "Sunday's 14 is off, the mill road is flooded",
        "Sunday's 10 was a draw",
        "Saturday's 6 was painful to watch",
        "Sat. was a long 14 w Mum around IKEA",
        "Sat. was a hot 31 w Wes around the pool",
        "Sunday: 18. Pub after.",
        "Monday: 9, back to school",
        "Sat 5.2 Sun 8.1, blood sugar all over",
    ],
)
def test_a_number_of_a_day_may_be_no_run(read, text):
    """What else a day has numbers of stays none."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Sunday 10 miles off call!! 1:41", (16093, 6060, -3)),
        ("5.5 miles, 1:01:20, my dog quit at 2", (8851, 3680, None)),
        ("mile race Saturday night under the lights, 5:29", (1609, 329, -4)),
    ],
)
def test_a_distance_is_kept_beside_what_is_no_part_of_it(read, text, figures):
    """A state, a dog's distance and a place between it and its time take nothing from a distance."""
    reading = read(text)
    assert reading.is_run
    assert _figures(reading) == [figures]


def test_how_long_something_seemed_is_no_time_of_a_run(read):
    """Minutes for which something was like something else are not how long a run took."""
    text = "Sunday I ran 6 miles and there was FROST, felt like Colorado for 11 minutes"
    assert _figures(read(text)) == [(9656, None, -3)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "watch flat at 6k, whole thing is 9k, about 50 min by the church clock",
            (9000, 3000, None),
        ),
        (
            "garmin packed in at 4k sunday but its a 10k loop and the church clock says 58 min",
            (10_000, 3480, -3),
        ),
        ("no GPS under the trees, but it's a 5k loop, 27:30", (5000, 1650, None)),
    ],
)
def test_a_loop_is_as_long_as_it_is_known_to_be(read, text, figures):
    """Where a device gave out, the length that is told of a loop is how far its author ran in the time told."""
    reading = read(text)
    assert reading.is_run
    assert _figures(reading) == [figures]


@pytest.mark.parametrize(
    "text",
    [
        "Garmin's down again. Sunday's route is 12k, about 1:10 at club pace",
        "No GPS needed, the loop is 5k, 30 min tops",
        "my watch froze on the bike, it's a 20k loop, 48 min",
    ],
)
def test_a_loop_may_only_be_described(read, text):
    """How long a loop is and takes tells of no run where nothing gave out on one."""
    assert not read(text).is_run


def test_what_a_run_started_as_is_not_run(read):
    """Only what a run came to is run."""
    assert _figures(read("Sunday started as 5k and ended as 13k")) == [(13_000, None, -3)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tuesday's open meeting: raced the 400m in 1:08 and then the 800m in 2:39", [-1, -1]),
        ("8k Saturday, 14k Sunday. Legs are wood", [-4, -3]),
        ("8k Saturday and 14k Sunday, both in the rain", [-4, -3]),
        ("On call all weekend so no runs. Before that: Sun 8th 4k, Thu 12th 5k", [-10, -6]),
        ("8k on Saturday, 14k on Sunday. Bring lights", None),
        ("Sat 10k, Sun 16k. The forecast hates us", None),
    ],
)
def test_days_in_their_order_are_over_when_something_is_told_of_them(read, text, days):
    """What happened, the weather that was met and dates that are gone tell it; from tomorrow on, a plan begins."""
    reading = read(text)
    assert ([run.date_offset_days for run in reading.runs] if reading.is_run else None) == days


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Monday 8k with Jo, she broke me. I'd like new legs please", True),
        ("Sunday 18k, froze to death. I need a hotter shower", True),
        ("Saturday 18k and nothing since", True),
        ("12k Friday, not been out since", True),
        ("Sunday 16k, hills. I'll bring cake", False),
        ("Sunday 18k easy. I'll do the last bit slow", False),
        ("Thursday 8k, felt like a plan. I'll drive", False),
        ("Friday 12k since it's dry", False),
    ],
)
def test_what_else_is_to_come_tells_nothing_of_a_weekday(read, text, is_run):
    """As long as the run's own sentence tells how it was, or that there was none since."""
    assert read(text).is_run is is_run
