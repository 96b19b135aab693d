"""Whole posts: what is logged, what is asked, what is left alone."""

import pytest

from bot.runs.parse import ParsedRun, explain, parse


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("5k in 24:30", 5000, 1470),
        ("8k in 1:12", 8000, 4320),
        ("10k 50:12", 10000, 3012),
        ("24.30 for parkrun", 5000, 1470),
        ("half in 1:45", 21097, 6300),
        ("1:12:30 for 13k", 13000, 4350),
        ("100 miles in 24:00", 160934, 86400),
        ("5k 25", 5000, 1500),
        ("five k in twenty-six", 5000, 1560),
    ],
)
def test_pace_settles_what_a_clock_says(read, text, metres, seconds):
    """Minutes or hours: the one at which people run is meant."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "ran without a watch, lovely",
        "just ran",
        "went for a run",
        "c25k w5d1 done!!",
        "run done ✅",
    ],
)
def test_a_run_without_figures_is_a_run(read, text):
    """The freedom run is logged with nothing but what was said about it."""
    reading = read(text)
    assert reading.is_run
    (run,) = reading.runs
    assert (run.distance_m, run.duration_s, run.pace_s_per_km) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10k tomorrow morning", "plan"),
        ("is 24:30 good for a 5k?", "question"),
        ("who's in for 10k on Sunday?", "invitation"),
        ("my goal is a 5k in 24:30", "goal"),
        ("my daughter ran 5k in 24:30", "other_person"),
        ("Kipchoge ran 42 km in 2:01:09", "other_person"),
        ("@someone 5k in 24 min is amazing!! congrats", "reply"),
        ("40 km ride in 1:20", "other_sport"),
        ("my shoes hit 800 km", "shoes"),
        ("my 5k PB is 21:30", "personal_best"),
        ("I usually run 5k", "habit"),
        ("ran 5k in 18 minutes at school", "past"),
        ("Weekly total: 43 km", "total"),
        ("the script ran for 45 minutes", "software"),
        ("volunteering on Saturday, who joins?", "volunteer"),
        ("no run today", "no_run"),
        ("if I ran 5k every day", "hypothetical"),
    ],
)
def test_a_refusal_says_why(read, text, reason):
    """A post that surely holds no run of the author's has no runs and the reason."""
    reading = read(text)
    assert (reading.is_run, reading.runs) == (False, ())
    if reason != "software":
        assert reading.reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("walked 12km around the lake, 2h30", "walk"),
        ("ran 5 today", "unit"),
        ("5k, 6k and 8k this week", "period"),
        ("10 km in 10:00", "pace"),
        ("31 February 10k", "date"),
        ("5k in 61:61", "figure"),
    ],
)
def test_a_doubt_keeps_its_runs(read, text, reason):
    """A doubtful post is not logged, but what it would hold is there to be asked about."""
    reading = read(text)
    assert not reading.is_run
    assert reading.runs
    assert reading.reason == reason
    assert 0 < reading.confidence < 0.65


def test_a_sprint_that_nobody_runs_is_asked_about(read):
    """A time too short for its metres is no time of another run."""
    reading = read("did 100m in 0:05")
    assert (reading.is_run, reading.reason) == (False, "pace")


@pytest.mark.parametrize("text", ["ran 100m in 0 s", "did 100m in 0:00", "ran 200 m in 0 min"])
def test_a_sprint_in_no_time_is_read(read, text):
    """A few metres in no time raise nothing, and are no run."""
    assert not read(text).is_run


@pytest.mark.parametrize("text", ["3k easy, 3k fast, 0k 48min", "5k easy 5k steady 0k in 48 min"])
def test_a_last_part_of_nothing_is_read(read, text):
    """A part of no length before the time of the whole raises nothing."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "0 km",
        "-5 km",
        "- 0k in 10:00",
        "99999999999 km in 10 min",
        "NaN km",
        "ran 1e9 km",
        "5k€",
        "$5k",
    ],
)
def test_absurd_figures_are_no_run(read, text):
    """Nothing, less than nothing, more than anybody, and money are not run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "<@123456789012345678>",
        "<:run:123456789012345678>",
        "https://www.strava.com/activities/1234567890",
        "<t:1700000000:R>",
        "<#123456789012345678> </run log:123456789012345678>",
        "> ran 10k in 50:12\nnice one!!",
        ">>> 5k 24:30\n10k 50:00",
        "~~5k in 24:30~~",
    ],
)
def test_markup_holds_no_figures(read, text):
    """Ids, links, time stamps, quotes and struck words are never read as figures."""
    assert not read(text).is_run


@pytest.mark.parametrize("mark", ["# ", "## ", "### ", "-# ", "- ", "* ", "1. ", "- [x] ", "# **"])
@pytest.mark.parametrize("text", ["5k in 24:30", "5k", "8k easy this morning", "24:30 5k"])
def test_the_markup_of_a_line_changes_no_reading(read, mark, text):
    """A heading, small print or a list says what its line says."""
    assert read(mark + text) == read(text)
    assert read("what a morning\n" + mark + text) == read("what a morning\n" + text)


def test_a_unit_hint_settles_a_bare_number(read):
    """A number without a unit is logged as soon as the member's unit is known."""
    assert not read("ran 5 today").is_run
    assert read("ran 5 today", units="km").runs[0].distance_m == 5000
    assert read("ran 5 today", units="mi").runs[0].distance_m == 8047


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("6.9, nice", 6900),
        ("11 in the bank", 11000),
        ("recovery 6, legs on loan", 6000),
        ("15.3 on trails", 15300),
        ("friday's 8.9 with a hangover", 8900),
        ("long one was 16 on Sunday", 16000),
        ("did an 8 at lunch with Jo", 8000),
        ("11 today", 11000),
        ("7 with the girls, mostly gossip", 7000),
        ("a steady 8 along the canal", 8000),
    ],
)
def test_a_number_alone_is_a_run_in_the_members_unit(read, text, metres):
    """A lone number with its kind, day, company or end is logged in the member's unit, else asked about."""
    assert read(text, units="km").runs[0].distance_m == metres
    assert read(text, units="km").is_run
    assert (read(text).is_run, read(text).reason) == (False, "unit")


@pytest.mark.parametrize(
    "text",
    [
        "7 tonight then, usual spot",
        "10 easy songs",
        "8 last night, 3 wake ups, thanks teething",
        "9 before me in the queue",
        "50 today! thanks for all the wishes",
        "12 this morning, finally shorts weather",
        "10 today with the new strava update",
        "saturday's 10 is full",
        "the 8.9 from Leeds was late again",
        "7.30 at the car park",
    ],
)
def test_a_number_of_something_else_is_no_run(read, text):
    """Hours, ages, degrees, songs and trains are neither logged nor asked about, whatever the unit."""
    assert not read(text, units="km").is_run
    assert read(text).reason != "unit"


def test_numbers_of_miles_are_kilometres_to_who_counts_in_them(read):
    """6.2 is 10 km told in miles, but 6.2 km of a member who counts in kilometres."""
    assert read("6.2 done").runs[0].distance_m == 10000
    assert read("6.2 done", units="km").runs[0].distance_m == 6200


def test_a_post_of_another_unit_lends_it(read):
    """A number without a unit takes the one that the post names elsewhere."""
    text = "watch died at 7k, full loop is 10k so calling it 10 in about 56"
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s) == (10000, 3360)


def test_parts_add_up_and_a_total_wins(read):
    """Warm-up, main part and cool-down are summed unless the whole is told."""
    assert read("2k wu, 6k @ 4:40, 2k cd").runs[0].distance_m == 10000
    assert read("2k wu, 6k @ 4:40, 2k cd, 10.4k total").runs[0].distance_m == 10400
    assert read("6x800m, 9k total").runs[0].distance_m == 9000


def test_splits_are_no_runs(read):
    """A part of the way is not told as the run, nor is its time."""
    (run,) = read("10k in 50:12, last km in 4:20, first 5k in 26:00").runs
    assert (run.distance_m, run.duration_s) == (10000, 3012)


def test_everything_said_is_kept(read):
    """Kind, mood, climb, time of day, day and tags come with the figures."""
    text = (
        "yesterday evening: trail run with friends in the rain, 12 km, 1:20:00, 300 m up, loved it"
    )
    assert read(text).runs == (
        ParsedRun(
            distance_m=12000,
            duration_s=4800,
            date_offset_days=-1,
            kind="trail",
            mood="positive",
            climb_m=300,
            time_of_day="evening",
            tags=frozenset({"with_others", "rain"}),
        ),
    )


def test_the_day_comes_from_the_clock_of_the_author(now):
    """A weekday is the last one there was, seen from the author's own date."""
    before_midnight = now.replace(day=16, hour=23)
    after_midnight = now.replace(day=17, hour=0)
    for moment, offset in ((before_midnight, 0), (after_midnight, -1)):
        reading = explain("ran 5k on Monday in 25:00", now=moment).reading
        assert reading.runs[0].date_offset_days == offset


def test_an_explanation_shows_each_stage(now):
    """Tokens, quantities, stances, roles and evidence can be shown to a contributor."""
    told = explain("5k in 24:30, last km in 4:20", now=now)
    assert told.plain == "5k in 24:30, last km in 4:20"
    assert [str(stance) for stance in told.stances] == ["fragment", "fragment"]
    assert [(c.quantity.text, str(c.role)) for c in told.cast] == [
        ("5 k", "distance"),
        ("24:30", "time"),
        ("4:20", "split"),
    ]
    assert told.evidence
    assert told.reading.is_run


def test_a_table_is_not_read(read):
    """A post of more figures than a run can have is left alone."""
    reading = read("5k 24:30\n" * 40)
    assert (reading.is_run, reading.reason) == (False, "too_much")


@pytest.mark.parametrize(
    "text",
    ["10k at 19:00, who's in", "5k at 6:30 this evening, meet at the park", "10k at 19:00"],
)
def test_an_hour_is_no_time_of_a_run(read, text):
    """When somebody says at which hour to meet, nothing was run."""
    assert not read(text).is_run


def test_half_a_marathon_may_be_one_character(read):
    """½ marathon is a half marathon."""
    assert read("½ marathon in 2:05:00").runs[0].distance_m == 21097


@pytest.mark.parametrize(
    "text",
    ["le tour du lac fait 8 km", "die Runde um den See hat 7,2 km", "Wär schön, 10 km zu laufen"],
)
def test_how_long_a_way_is_and_what_would_be_nice_are_no_runs(read, text):
    """A way has its length and a wish its distance without anybody having run them."""
    assert not read(text).runs


def test_a_word_for_in_and_at_leaves_time_and_pace_to_what_fits(read):
    """Swedish "på" leads to a time where that can be, and to a pace where it cannot."""
    assert read("5 km på 19:30, nytt pers").runs[0].duration_s == 1170
    assert read("10 km på 5:30, lugnt och fint").runs[0].pace_s_per_km == 330


def test_kilometres_and_metres_make_one_distance(read):
    """ "12 km e 300 metros" are 12,300 metres, and a climb behind an "and" is not added."""
    assert read("corri 12 km e 300 metros em 1:10:05").runs[0].distance_m == 12300
    assert read("corri 12 km e 300 metros de subida em 1:10:05").runs[0].distance_m == 12000


@pytest.mark.parametrize("text", ["samedi 6h, 10 km", "10k in 2 weeks", "om 3 veckor 10 km"])
def test_hours_of_days_and_weeks_ahead_are_plans(read, text):
    """Six hours are no time over 10 km, and what lies weeks ahead was not run."""
    reading = read(text)
    assert not reading.is_run
    assert all(run.duration_s is None for run in reading.runs)


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("6k after the night shift in 40:11", 6000, 2411),
        ("recovery jog 30'", None, 1800),
        ("42 min per 8 km", 8000, 2520),
        ("saí às 6:30, 9 km em 51 min", 9000, 3060),
        ("5 km in 19:30 gelopen", 5000, 1170),
        ("onder de 50!!! 49:58 op de 10", 10000, 2998),
        ("26 for 5k, happy with that", 5000, 1560),
        ("heute 12 gelaufen, 1:05:00", 12000, 3900),
        ("10M 1:19:59", 16093, 4799),
        ("4x1k, 6.5 total", 6500, None),
        ("5.5k w/ the missus, 35ish mins", 5500, 2100),
        ("5k treadmill 35 min watching the football", 5000, 2100),
    ],
)
def test_figures_are_found_where_they_stand(read, text, metres, seconds):
    """Hours of the day, rests and small words beside them take no figure from a run."""
    reading = read(text)
    assert reading.is_run
    assert (reading.runs[0].distance_m, reading.runs[0].duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "Lisas 10 km gick fort, 48:10",
        "el 10k de Lucía: 48:10, un cohete",
        "my mum, 71, first parkrun, 44:10!",
        '"5k in 20 minutes" they said',
        "tempo limite 10 km: 1h30",
        "saw 10k on the sign",
        "5k in 10 minutes",
        "5k in 12 min",
        "2 km, 2 hours, one museum",
        "12 seconds off a 45 min 10k, argh",
        "8 k, 6:30 at the clubhouse, headtorches please",
        "20 miles on Sunday with a 3:45 group, wish me luck",
        "lost my keys somewhere on the 5k loop",
        "new trainers, done 60k in them",
        "day 9, 61 km in total",
        "water station at 5k and 8k",
        "körde 12 mil till mormor",
        "6k of hoovering",
        "une pizza = 1200 kcal = 18 km de course",
    ],
)
def test_what_only_looks_like_a_run_is_never_logged(read, text):
    """Other people's figures, places, wishes, chores and jokes are asked about at most."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("ran 10 km instead of 12 in 55 min", 10000, 3300),
        ("ran 5k instead of the planned 10k", 5000, None),
        ("couru 10 km au lieu de 12 en 55 min", 10000, 3300),
        ("corsi 10 km invece di 12 in 55 min", 10000, 3300),
        ("corrí 10 km en vez de 12 en 55 min", 10000, 3300),
        ("corri 10 km em vez de 12 em 55 min", 10000, 3300),
        ("8 km gelopen in plaats van 10 in 50 min", 8000, 3000),
        ("sprang 8 km i stället för 10 på 50 min", 8000, 3000),
    ],
)
def test_what_a_run_came_in_place_of_is_no_second_one(read, text, metres, seconds):
    """The distance behind an "instead of" was not run, and takes no time from the one that was."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == [(metres, seconds)]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        *(("ran five point two miles", 8369), ("five point two five km in thirty minutes", 5250)),
        *(("fünf komma zwei km gelaufen", 5200), ("couru cinq virgule deux km", 5200)),
        *(("corsi cinque virgola due km", 5200), ("sprang fem komma två km", 5200)),
        *(("half a marathon, done", 21097), ("ran half a marathon in 1:55:00", 21097)),
        *(("ran 5k to the point two friends wait", 5000), ("at that point two stopped, 8k", 8000)),
    ],
)
def test_a_distance_in_words_is_whole(read, text, metres):
    """Digits behind a spoken point belong to the number before it, and half a marathon is no marathon."""
    assert [run.distance_m for run in read(text).runs] == [metres]


@pytest.mark.parametrize("text", ["5k 28C heat", "5k in 82F", "5k, 28 C", "5k, 85 humidity"])
def test_what_the_air_was_like_is_no_time(read, text):
    """Degrees and moisture without a sign for them are numbers of their own."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == [(5000, None)]


@pytest.mark.parametrize(
    "text",
    [
        *("brick: 20k bike 5k run 25:00", "tri: 1.5k swim 40k bike 10k run 48:00"),
        "750m swim 20k bike 5k run in 1:20:00",
    ],
)
def test_parts_of_a_triathlon_are_asked_about(read, text):
    """Where other sports stand right behind the figures, nobody knows which of them was run."""
    assert not read(text).is_run


def test_a_run_that_goes_on_is_none_yet(read):
    """Whoever is out there tells of it later."""
    assert not read("currently running 10k").is_run
    assert read("currently on week 3, ran 5k").is_run


@pytest.mark.parametrize(
    ("hour", "text"),
    [(8, "10k tonight"), (7, "8k after work"), (9, "lunch run, 5k"), (11, "10 km heute Abend")],
)
def test_a_time_of_day_that_has_not_come_makes_a_plan(now, hour, text):
    """What is said at breakfast of the evening lies ahead; said at night, or with its time, it is over."""
    early = parse(text, now=now.replace(hour=hour))
    assert (early.is_run, early.reason) == (False, "plan")
    assert parse(text, now=now.replace(hour=22)).is_run
    assert parse(f"{text}, 52:10", now=now.replace(hour=hour)).is_run
