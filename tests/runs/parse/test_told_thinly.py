"""Runs told with little, or beside words of another matter: an hour without its article, a stroll at a run's pace."""

import pytest


def logged(reading):
    """What was logged: distance and time of the only run, or None."""
    if not reading.is_run:
        return None
    (run,) = reading.runs
    return run.distance_m, run.duration_s


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("hour's plod in the fog", (None, 3600)),
        ("last night hour easy", (None, 3600)),
        ("hour on the trails", (None, 3600)),
        ("hour of easy running", (None, 3600)),
        ("hour's delay on the ring road", None),
        ("rush hour run", None),
        ("hour round the allotments", None),
    ],
)
def test_an_hour_needs_no_article_before_a_run(read, text, figures):
    """An hour that opens what is said, with a run or its ground behind it, is how long that took."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2:41 for the 800", (800, 161)),
        ("4:41 in the 1500 at the league meeting", (1500, 281)),
        ("2:41 for the 800 words", None),
        ("we meet 19:30 for the 800", None),
        ("ran the mile, 6:10", (1609, 370)),
        ("the mile, 6:30 at the track tonight", None),
        ("10k round a 400m track, 55:19", (10000, 3319)),
        ("400m track closed until the 10k on Sunday", None),
    ],
)
def test_a_track_tells_its_metres(read, text, figures):
    """A time may stand before the metres of a track, behind a mark after a mile, and a lap is no run of its own."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("22 clicks 2:09:30", (22000, 7770)),
        ("did 12 clicks this morning", (12000, None)),
        ("did 12 clicks in the settings", None),
        ("8 of the windiest kilometres ever, 46:30", (8000, 2790)),
        ("7 of the club kilometres are on road", None),
        ("parky in 28:40", (5000, 1720)),
        ("bit parky out, 28:40", None),
    ],
)
def test_units_and_races_are_told_in_odd_ways(read, text, figures):
    """Clicks before a clock or a day, a unit praised behind its number and a parkrun by its nickname are distances."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("third from last in the 10k, 1:02:17", (10000, 3737)),
        ("last in the queue for 10k entries", None),
        ("knocked 5k out in 25:55", (5000, 1555)),
        ("knocked 10k off the price", None),
        ("5k on Monday, then 12.5 hours, then bed", (5000, None)),
        ("5k, then 29:10", (5000, 1750)),
        ("Friday's 5 miles were 44:50", (8047, 2690)),
        ("miles were 8:10 8:05 8:00", None),
    ],
)
def test_places_and_what_came_then_leave_a_distance_whole(read, text, figures):
    """Who came last ran all of it, what is knocked out is no difference, and no run takes a shift's hours."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "kind", "is_run"),
    [
        ("gentle stroll 5k 29:10", "easy", True),
        ("a wander along the river, 5.3 km, 32:30", None, True),
        ("stroll 5k 55:10", "walk", False),
        ("walk 5 km 32:30", None, False),
        ("back on my feet, 5k 29:10", None, True),
        ("8 hours on my feet at work, 9 km", "walk", False),
    ],
)
def test_a_stroll_at_a_runs_pace_is_a_run(read, text, kind, is_run):
    """Who calls a stroll what nobody walks so fast has run, and being on one's feet again is no walk."""
    reading = read(text)
    assert reading.is_run is is_run
    assert [run.kind for run in reading.runs] == [kind]


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("7.5 km 41:12 9 kudos 2 comments", True),
        ("20 kudos to Anna for her 10k 42:10", False),
        ("NRC: well done, 10k 52:10", True),
        ("well done, 10k 52:10", False),
        ("10k 51:11 that's a club point", True),
        ("10k 50:00 that's a club point", False),
        ("26.2 miles 3:05:00 that's a 7:03 mile", False),
        ("Strava cut off the last bit, 5.6 miles", True),
        ("cut off is 2 hours, 21k", False),
        ("6k 35:30 with a 5 yr old on a bike", True),
        ("20k 55:30 with a mate on a bike", False),
        ("Boxing Day 5k 23:23", True),
        ("boxing 5k 23:23", False),
        ("6.1k in the hotel gym", True),
        ("hotel gym, 10k bike", False),
        ("5k at the course starts 19:40, numbers from the clubhouse", False),
    ],
)
def test_words_of_another_matter_take_no_run_away(read, text, is_run):
    """Counted kudos, a program's praise, a remark, a child's bike and a holiday's name swallow nothing."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("20 minutes without stopping, my longest ever", (None, 1200)),
        ("20 minutes without stopping, my longest nap ever", None),
        ("managed half an hour between bath and bed", (None, 1800)),
        ("half an hour between bath and bed is chaos", None),
        ("40 minutes of zone 2 being overtaken by prams", (None, 2400)),
        ("40 minutes of zone 2 on the rower", None),
        ("50 mins on the treddy watching the cricket", (None, 3000)),
        ("50 mins watching the cricket", None),
        ("40 minutes around the botanic gardens", (None, 2400)),
        ("an hour round the botanic gardens", None),
    ],
)
def test_a_time_alone_is_known_by_what_stands_beside_it(read, text, figures):
    """One's longest without a stop, what was managed between duties, a zone and its ground tell of a run."""
    assert logged(read(text)) == figures
