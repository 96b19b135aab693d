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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("this mornings run was lovely", (None, None)),
        ("today's run was powered by rage", (None, None)),
        ("Sunday's run was lovely", (None, None)),
        ("nicest run I've had in months, got out at dawn", (None, None)),
        ("today's run was a bike ride", None),
        ("Sunday's run was led by Kev", None),
        ("today's run was binned", None),
        ("best run I've had in years was the 2019 half", None),
    ],
)
def test_a_run_of_a_day_is_told_by_how_it_was(read, text, figures):
    """A run of a day that is over is one by what it ran on, how it felt, or which runs it outdid."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("got my miles in before work", (None, None)),
        ("got those miles done in the dark", (None, None)),
        ("took the new shoes for a gentle run, they squeak", (None, None)),
        ("took the new vest for an easy run tonight", (None, None)),
        ("ran til I ran out of road", (None, None)),
        ("jogged until the podcast ran out", (None, None)),
        ("got my miles in Avios", None),
        ("got my miles in the car this week", None),
        ("took the new bike for a run to the coast", None),
        ("ran the tap until the hot water ran out", None),
        ("the generator ran until the diesel ran out", None),
    ],
)
def test_a_run_is_told_by_what_it_was_for_or_what_ended_it(read, text, figures):
    """Miles that were got in, kit that was taken for a run, and what ran out at its end tell of a run."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("so 6.4 instead of the planned 9k", (6400, None)),
        ("got lost, 14 instead of 10 miles", (22531, None)),
        ("I'd the ten k done today before work", (10000, None)),
        ("got a stitch half way through my 6k yesterday", (6000, None)),
        ("that's 4.5 km on the clock", (4500, None)),
        ("10k done, three weeks till Malaga", (10000, None)),
        ("would've been an hour but my knee went so 25 minutes", (None, 1500)),
        ("8 guests instead of the planned 13", None),
        ("should I do 6 instead of 10k?", None),
        ("I'd a 10k to do but no", None),
        ("always get hungry halfway through my 10k", None),
        ("8k on the clock and it already rattles", None),
    ],
)
def test_the_distance_that_was_run_is_told_from_the_other(read, text, figures):
    """A number takes its unit from what it came in place of, and weeks to go or what would have been are no run."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("well done all, 28:28 for me", (None, 1708)),
        ("Dave 24:10, Sam 26:31, me 28:28", (None, 1708)),
        ("great running everyone at parkrun. 28:28 here", (5000, 1708)),
        ("He proposed at 9k. I said ask me at 10. 51:15, yes", (None, 3075)),
        ("Crossword: Dave 24:10, me 28:28", None),
        ("44:10 on the rower for me", None),
        ("hold music, 41:10 here", None),
        ("halfway at 5k. 24:50", None),
        ("we're at 5k now, 28:00", None),
    ],
)
def test_an_exact_time_is_a_run_by_who_is_beside_it_or_its_way(read, text, figures):
    """An exact time is a run where others' are told or praised beside it, or where something happened on the way."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Seed times: Kate 45:00, Ian 43:30, me 47:00", None),
        ("Lap times at the karting: Kate 45:10, Ian 43:30, me 47:00", None),
        ("Escape room: Kate's team 45:10, Ian's 43:30, me 47:00", None),
        ("Kate 24:10, Jo 26:31, me 28:28 before baby", None),
        ("Kate 24:10, Ian 26:30, me 28:28. Swim done", None),
        ("Jo guessed 24:10, Sam 26:31, me 28:28, Ian got 27:12", None),
        ("Kate 10k, Ian 12k, me 8k (the plan for Saturday)", None),
        ("Dave 24:10, Sam 26:31, me 28:28 before breakfast", (None, 1708)),
        ("10k today: Kate 41:02, Ian 43:50, me 47:15", (10000, 2835)),
    ],
)
def test_a_list_of_others_is_of_runs_by_what_heads_and_follows_it(read, text, figures):
    """Seed times, guesses, laps in a kart and times from before a child end in "me" as results do."""
    assert logged(read(text)) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("saw a fox 5k into my 10k this morning", (10000, None)),
        ("needed the loo 4k into an 8k run, 46 min", (8000, 2760)),
        ("turned my 5k into a 10k, 58:10", (10000, 3490)),
        ("10k ended up as 12", (12000, None)),
        ("10k tonight ended up as 12 when we missed the bridge", (12000, None)),
        ("60 mins ended up as 65 and 12k", (12000, 3900)),
        ("10 miles became 11 after a wrong turn", (17703, None)),
        ("went out for 5 miles, came back with 7", (11265, None)),
        ("water table 3k into the 10k route", None),
        ("the 5k became 3 laps", None),
    ],
)
def test_what_a_run_came_to_is_the_run(read, text, figures):
    """How far into a run something happened and how far it was to be are none, and what it became has their unit."""
    assert logged(read(text)) == figures


def test_a_run_that_was_set_out_for_on_another_day_stays(read):
    """Two runs of two days are two."""
    assert len(read("went out for 5k this morning, did 8k tonight").runs) == 2


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("mum of two here, 5k in 33", (5000, 1980)),
        ("you could smell the bonfires. 7k, 42:30", (7000, 2550)),
        ("vo2max says 46 and my 5k says 23:18", (5000, 1398)),
        ("not quite a pb, 26:51", (None, 1611)),
        ("58:40. That's a 10k I can live with", (10000, 3520)),
        ("took the new starters through 3 miles, 38:10", (4828, 2290)),
        ("24:58. That's a sub 25 5k for Jo!!", None),
        ("30:00. That's a 5k for most people", None),
        ("took the bus through 5k of traffic, 40 min", None),
        ("10k, 55 min, should I have gone slower?", (10000, 3300)),
        ("my mum of two here ran 5k in 33", None),
        ("dad of two here, looking for a 5k group", None),
        ("you can feel proud of that 5k", None),
        ("no pb yet, 27:40 is the target", None),
        ("no pb for Sam, 27:40", None),
        ("10k, 55 min, should I have a go at sub 50?", None),
    ],
)
def test_who_posts_and_what_a_watch_says_take_no_run_along(read, text, figures):
    """Who its author is, what was seen, what else a watch says, a best missed and an idle question stand apart."""
    assert logged(read(text)) == figures
