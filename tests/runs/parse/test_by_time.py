"""Runs told by their time alone, as only runners tell one."""

import pytest


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("an hour easy on gravel", 3600),
        ("25 minutes nice and slow around the cemetery", 1500),
        ("one hour easy in thick fog, never saw anyone", 3600),
        ("Easy 45 minutes with the new first years", 2700),
    ],
)
def test_its_ease_and_its_ground_or_group_tell_a_run(read, text, seconds):
    """Whichever stands first."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == [(None, seconds)]
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "an hour easy on the plan",
        "an hour easy on gravel tomorrow",
        "45 minutes slow in traffic",
        "an hour slow in snow, M62",
        "45 min fast in silence",
        "20 minutes easy on the grass with the dog",
        "25 minutes easy around the shops",
    ],
)
def test_ease_without_ground_tells_none(read, text):
    """On a plan, ahead, in traffic, with a dog, in shops."""
    assert not read(text).is_run


def test_a_climb_tells_a_run(read):
    """Beside hardly anything else, in a time that is no day's hike."""
    (run,) = read("2h05 in the Gatineaus, 600 m of climbing").runs
    assert read("2h05 in the Gatineaus, 600 m of climbing").is_run
    assert (run.distance_m, run.duration_s, run.climb_m) == (None, 7500, 600)
    assert not read("1h, 300 m of climbing, skins on").is_run
    assert not read("2h, 800 m climb, granny gear all the way").is_run
    assert not read("3 hours in the Lakes, 900 m of ascent, boots wrecked").is_run


def test_hills_and_wet_kit_tell_a_run(read):
    """Where nothing else is told of the time."""
    assert read("Fifty five minutes, hilly, wet socks").is_run
    assert read("an hour in the rain, soaked socks").is_run
    assert read("50 minutes, muddy, wet feet").is_run
    assert not read("55 minutes, hilly, on the ebike").is_run
    assert not read("75 minutes, hilly, chain slipped").is_run
    assert not read("an hour in the rain waiting for the AA, soaked shoes").is_run


def test_a_pace_by_its_name_tells_a_run(read):
    """With the pace that it names behind it."""
    (run,) = read("40 mins at marathon pace (5:15)").runs
    assert read("40 mins at marathon pace (5:15)").is_run
    assert (run.duration_s, run.pace_s_per_km) == (2400, 315)
    assert not read("40 mins at the marathon expo (5:15)").is_run


def test_the_end_of_a_time_is_a_part_of_it(read):
    """When it is said how hard that was."""
    for text in ("45 min progressive, last ten minutes hard", "45 min progressive, last 10 hard"):
        assert read(text).is_run
        assert [run.duration_s for run in read(text).runs] == [2700]
    assert read("80 min, last 20 at marathon pace").is_run
    assert not read("45 min progressive relaxation, last ten minutes asleep").is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("1:15:00 by time, coach hid the distance from me", True),
        ("50 minutes by time I got served", False),
        ("ninety five minutes on feet, zero interest in how far", True),
        ("two hours on feet at the expo, quads fine", False),
        ("Got out for 35 mins today between feeds", True),
        ("got out for 25 minutes today to the shops", False),
        ("25 min nonstop with beginners grp 3, week 8!!", True),
        ("30 minutes nonstop with the kids", False),
    ],
)
def test_how_a_time_was_told_may_tell_a_run(read, text, is_run):
    """By time, on feet, got out for, or without a stop among beginners."""
    assert read(text).is_run == is_run


def test_what_was_got_out_of_is_no_run(read):
    """Though it is told after how long."""
    assert not read("Got out of the meeting after 35 mins today").is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("35 mins nice n slow", 2100),
        ("1h05 hilly", 3900),
        ("1h10 steady with Ade, he talked, I nodded", 4200),
        ("55 mins slow as a snail but happy", 3300),
    ],
)
def test_a_pace_that_ends_its_clause_tells_a_run(read, text, seconds):
    """Alone, with a runner by name, or as slow as something and felt."""
    assert [run.duration_s for run in read(text).runs] == [seconds]
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "50 mins slow, M6 shut",
        "45 min steady rain",
        "2 hours slow, download still going",
        "45 mins slow with Word, crashed twice",
        "35 mins slow with the slow cooker",
    ],
)
def test_a_pace_of_something_else_tells_none(read, text):
    """Of roads, rain, downloads, programs and pots."""
    assert not read(text).is_run
