"""Times with their race, target and session, and devices that disagree."""

import pytest


def figures(reading):
    """Metres and seconds of each run that is logged."""
    runs = reading.runs if reading.is_run else ()
    return [(run.distance_m, run.duration_s) for run in runs]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3000m in 9.21 at the open meeting", [(3000, 561)]),
        ("21.59 at parkrun!!!", [(5000, 1319)]),
        ("1500 in 4.41", [(1500, 281)]),
        ("half marathon 1hr 52.30", [(21097, 6750)]),
        ("3000m at 7.45 at the open meeting", []),
        ("parkrun starts at 9.00", []),
    ],
)
def test_a_dot_parts_minutes_from_seconds_beside_the_distance_they_fit(read, text, told):
    """Such a number is a time as a watch tells it; an hour of the day is none."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("21:59 at parkrun, finally starts with a 21", [(5000, 1319)]),
        ("parkrun starts with a briefing, 5k", []),
    ],
)
def test_how_a_time_begins_announces_nothing(read, text, told):
    """A time may start with its first figure, which is no start of a race."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("parkrunday! 31:45 and chatted the whole way", [(5000, 1905)]),
        ("24:48, not my day, but parkrun is parkrun", [(5000, 1488)]),
        ("happy parkrunday everyone", []),
        ("9:00, rain or shine, parkrun is parkrun", []),
    ],
)
def test_a_time_is_of_the_parkrun_that_is_only_named(read, text, told):
    """Its day, or that it is what it is, says which run a time belongs to."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sub 90 half. ten years of trying. sub 90.", [(21097, None)]),
        ("sub 90 half. ten years of trying. still no.", []),
        ("sub 90 half. six attempts. next one Saturday. sub 90.", []),
        ("sub 90 half. that's the dream. sub 90.", []),
    ],
)
def test_a_mark_told_again_after_years_is_beaten(read, text, told):
    """Who names it once more has done it; who only dreams of it has not."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("target was 50 flat, 10k took 51:19", [(10000, 3079)]),
        ("only 9k of the planned 14, stitch from hell", [(9000, None)]),
        ("11k of a planned 15k", [(11000, None)]),
        ("8.2k of the 10k I'd planned", [(8200, None)]),
        ("should have been 10 miles, was 6", [(9656, None)]),
        ("Goal: 1:50. Result: 1:48:37 half", [(21097, 6517)]),
        ("beat my target by a minute, 10k 43:58", [(10000, 2638)]),
        ("5k 23:40 against a target of 24", [(5000, 1420)]),
        ("Goal: 1:50 half. Hoping for sun", []),
        ("parkrun PB needed: 21:59", []),
        ("target is 50 flat, 10k took 51:19 last year", []),
        ("only 9k of the planned 14k is open", []),
        ("raised 9k of the planned 14", []),
        ("need 21:59 at parkrun", []),
        ("1500 in 4:41 needed for the county vest", []),
        ("10k 47:10 Goal was 48", [(10000, 2830)]),
        ("10k since the op. target was under 70, 68:20", [(10000, 4100)]),
        ("Ziel war 50, 10 km in 51:19", [(10000, 3079)]),
    ],
)
def test_what_came_of_a_wish_is_told_behind_it(read, text, told):
    """A target that was, and a plan that was cut short, have a run beside them; one to come has none."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9k incl 5x800m, 90s jog", [(9000, None)]),
        ("12 x 400 tonight with the club, 84s each", [(4800, None)]),
        ("5 x mile at 6:40, 2 min rest", [(8047, None)]),
        ("3 sets of 4x400, 75s jog", [(4800, None)]),
        ("12x400, last one in 79", [(4800, None)]),
        ("12x400 in 84s each is my nemesis", []),
        ("9k incl 5x800m, 90s jog, says the plan", []),
        ("12 x 400 in 84s each, too much for week 2?", []),
        ("12 x 400 tonight with the club, target 84s each", []),
        ("12 x 400 tonight, 84s each, bring lights", []),
        ("next session 9k incl 5x800m", []),
    ],
)
def test_what_each_repeat_took_is_no_time_of_the_run(read, text, told):
    """Repeats are told with their times and jogs; with a target or things to bring they are set."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("treadmill said 5k, watch said 4.6k. going with the treadmill. 31:02", [(5000, 1862)]),
        ("Garmin said 10.3k, treadmill said 9.8. trusting the watch. 57:40", [(10300, 3460)]),
        ("phone said 7.9k, watch said 8k. going with 8k. 46:20", [(8000, 2780)]),
        ("treadmill display: 8.0 km. watch: 7.3 km. 44:44. display wins", [(8000, 2684)]),
        ("Garmin 5.2k, treadmill 5.0k, 29:59", [(5000, 1799)]),
        ("treadmill said 7k, watch said 6.4. 41:15 either way", [(6400, 2475)]),
        ("watch says 8.2 km but my phone says 8.4", []),
        ("why does the treadmill say 4.2 miles and the watch 3.8", []),
        ("treadmill said 4.2 mph, watch said 3.8", []),
    ],
)
def test_two_devices_tell_of_one_run(read, text, told):
    """The one that its author goes with is right, else the one that the time stands with."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PB list: 5k 20:51, 10k 43:30", []),
        ("5k 20:51, 10k 43:30, HM 1:36", []),
        ("times to beat: 5k 20:51, 10k 43:30", []),
        ("me at 20: 5k 17:30, me at 50: 5k 24:10", []),
        ("results: Dave 19:21 for 5k", []),
        ("5k 20:51 today, PB list updated", [(5000, 1251)]),
    ],
)
def test_a_list_of_bests_is_no_run(read, text, told):
    """Neither under its heading, nor where each race stands with its time."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("trust the process, one km at a time", []),
        ("the treadmill at my gym stops after 60 min", []),
        ("treadmill broke after 2 min so no run", []),
        ("one km at a time today, 10k, 58:20", [(10000, 3500)]),
        ("60 min on the treadmill until it stopped", [(None, 3600)]),
    ],
)
def test_mottos_and_machines_tell_no_run(read, text, told):
    """So much at a time, and how long a treadmill lets people run, is nobody's run."""
    assert figures(read(text)) == told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("6:12 mile!!! sub 6 incoming", (1609, 372)),
        ("5:48 mile tonight on the track", (1609, 348)),
        ("4:19 1500, last in the fast heat", (1500, 259)),
        ("6:00 mile Tuesday", None),
        ("6:12 mile splits", None),
        ("6:12 mile, 6:20 mile, 6:25 mile", None),
        ("7:43 2000, erg", None),
    ],
)
def test_a_time_may_lead_to_a_mile(read, text, figures):
    """A time as a watch tells it opens a post with the one mile or race on the track that it is of."""
    reading = read(text)
    told = [(run.distance_m, run.duration_s) for run in reading.runs if reading.is_run]
    assert told == ([figures] if figures else [])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("old PB 23:50, new PB 23:31, 5k, same course", 1411),
        ("old pb 26:58, new 26:49, parkrun", 1609),
        ("PBs: 5k 22:10, 10k 48:00, new 1:45 half", None),
    ],
)
def test_a_new_best_is_told_behind_the_old_one(read, text, seconds):
    """The time that is called new is a run, and the one before it none; a list of bests stays one."""
    reading = read(text)
    assert [run.duration_s for run in reading.runs if reading.is_run] == [seconds] * bool(seconds)
