"""Posts that tell of several runs, or of one run in its parts."""

import pytest

MILE = 1609.344


def told(reading):
    """Distance, time and day of every run that was logged."""
    runs = reading.runs if reading.is_run else ()
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]


@pytest.mark.parametrize(
    ("text", "miles"),
    [
        ("4 yesterday (37:20), 6 today (55:02). Miles. The comeback is real", [4, 6]),
        ("5 miles just now, 8 yesterday, legs are filing a complaint", [5, 8]),
        ("3 miles last night & 3 more this morning", [3, 3]),
        ("ran 4 miles to work and 4 back", [4, 4]),
        ("4 miles today, 2 to go", [4]),
        ("4 miles with Jo, 9 yesterday", [4]),
        ("4 miles this morning, 6 tonight", [4]),
    ],
)
def test_a_number_goes_on_in_the_unit_of_the_run_before_it(read, text, miles):
    """A number with a day of its own, as the run before it has, a "more" or a way back is another run."""
    found = [metres for metres, _, _ in told(read(text, units="mi"))]
    assert found == [round(far * MILE) for far in miles]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("mile in 5:58, then 5k in 21:40 an hour later", [(1609, 358, None), (5000, 1300, None)]),
        ("mile in 5:41 and an hour later 5k in 21:40", [(1609, 341, None), (5000, 1300, None)]),
        ("mile at 6pm, then 5k an hour later", []),
        (
            "Weekend back to back for the ultra: 5 miles sat in 47 min, 8 miles sun in 1h19",
            [(8047, 2820, -4), (12_875, 4740, -3)],
        ),
        ("Weekend: 40 km in 4 h", []),
        (
            "3 runs this week: 5k Monday, 6k Tuesday, 4k today",
            [(5000, None, -2), (6000, None, -1), (4000, None, 0)],
        ),
        ("3 runs this week: 5k Monday, 6k Thursday, 4k Saturday", []),
        ("Did a 5k and then another 3k with the kids", [(5000, None, None), (3000, None, None)]),
    ],
)
def test_runs_of_one_evening_or_weekend_are_told_apart(read, text, runs):
    """How long after the first the second was is no plan, and days tell runs of a weekend from its sum."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "brick session today, 20k on the bike (41 min) then 5k off it in 26:00",
            [(5000, 1560, 0)],
        ),
        ("5k off the bike in 26:00, legs like jelly", [(5000, 1560, None)]),
        (
            "Duathlon Sunday: 5k run 22:10, 20k bike 38:40, 2.5k run 11:50",
            [(5000, 1330, -3), (2500, 710, -3)],
        ),
        ("10k in 41:30, 20 s off it", [(10_000, 2490, None)]),
        ("brick session Sunday: 20k on the bike then 5k off it", []),
    ],
)
def test_what_was_run_off_the_bike_counts_alone(read, text, runs):
    """Of an event of several sports only what was run is logged, on the day that heads it."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("9k: 2k easy, 5k tempo in 23:10, 2k easy", 9000, None),
        ("11k: 3k easy, 6k at threshold in 26:12, 2k easy", 11_000, None),
        ("10k: 3k easy, 7k hard, 47:10", 10_000, 2830),
        ("12k: 4k easy, 4k tempo, 4k easy in 1:02:10", 12_000, 3730),
        ("5k out in 26:00, 5k back in 24:40", 10_000, 3040),
        ("5k out in 26:00, 5k back", 10_000, None),
        ("3 up, 8 at tempo (36:30), 2 down. all km", 13_000, None),
        ("2 easy, 5 tempo (23:10), 2 easy. km", 9000, None),
        ("WU 2, 6 hard (24:10), CD 2. km", 10_000, None),
        ("15k as 5k to the club, 5k with them, 5k home", 15_000, None),
    ],
)
def test_a_time_of_a_part_is_none_of_the_whole(read, text, metres, seconds):
    """A time right behind a part is the part's, and those of all parts make that of the run."""
    assert [run[:2] for run in told(read(text))] == [(metres, seconds)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("10k in 49:30, then held on for 1:47:15 at the half", [(21_097, 6435, None)]),
        ("10k split 51:50, then hung on for 1:52:40 at the half", [(21_097, 6760, None)]),
        (
            "Saturday 10k in 49:30, Sunday 1:47:15 at the half",
            [(10_000, 2970, -4), (21_097, 6435, -3)],
        ),
        ("5k in 24:00, then 10k in 49:30", [(5000, 1440, None), (10_000, 2970, None)]),
    ],
)
def test_what_a_race_passed_is_no_run_of_its_own(read, text, runs):
    """Where a race is told to have ended, the time before it is a split, unless days tell them apart."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("4k run, then 3k walk home with shin at me", [(4000, None, None)]),
        ("3k walk, then 4k run", []),
        ("8k walk, then the bus home", []),
        ("twice out today: 4k with the dog, 7k without", [(4000, None, 0), (7000, None, 0)]),
        ("5k with the group, then 3k on my own", [(8000, None, None)]),
        ("5k for me 27:10, 2k for the little one", [(5000, 1630, None)]),
        ("5k for me 27:10, then 3k for fun", [(5000, 1630, None), (3000, None, None)]),
        ("5k with mum then 10k on my own next Sunday", []),
        ("Marathon block peaks at 32k then 35k", []),
        ("Thursday: 3 up, 8 at tempo, 2 down. all km", []),
        ("3 up, 2 hard to call, 4 down. Elections, miles off", []),
    ],
)
def test_what_follows_a_run_may_be_a_walk_or_another(read, text, runs):
    """A walk behind what is called a run is left out, two outings are two, and what is to come takes both along."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sat 6k, Mon 5k, that's me", [-4, -2]),
        ("Sun 12k, Tue 6k, that's the lot", [-3, -1]),
        ("Thu 6k, Sat 11k and that's me caught up", [-6, -4]),
        ("same loop Monday and Tuesday, 6 km each", [-2, -1]),
        ("Sunday 5k, Tuesday 8k, tomorrow hopefully 5k again", [-3, -1]),
        ("Sat 6k, Sun 10k, that's me", []),
        ("Sat 6k, Sun 10k, that's the programme, signups at the bar", []),
        ("same loop Monday and Tuesday, 6 km each, led by Ann", []),
        ("Sunday 5k, Tuesday 8k, tomorrow 5k again, who is in?", []),
    ],
)
def test_weekdays_lie_behind_by_what_ends_their_list(read, text, days):
    """Who says that this was all, or hopes for tomorrow alone, has run on the days before; an announcement has not."""
    assert [day for _, _, day in told(read(text))] == days


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Last week's stragglers: Th 4, F 5, Su 10", [(4, -6), (5, -5), (10, -3)]),
        ("Last week: Mon 5 miles 48:10, Thu 6 miles 55:00", [(5, -9), (6, -6)]),
        ("Mon 5, Tue 8, Wed 4 miles", [(5, -2), (8, -1), (4, 0)]),
        ("Last week's shifts: Th 4, F 5, Su 10", []),
        ("This week: Th 4, F 5, Su 10", []),
        ("Last week: 42 miles", []),
    ],
)
def test_days_of_last_week_are_read_under_its_head(read, text, runs):
    """A list of days under "last week" is of that week, where its head speaks of nothing else than runs."""
    found = [(metres, day) for metres, _, day in told(read(text, units="mi"))]
    assert found == [(round(miles * MILE), day) for miles, day in runs]


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("5k or 8k tonight, vote below", False),
        ("groups tonight: 5k with Al, 8k with Bev", False),
        ("5k tonight in 27:10, or so the watch says", True),
        ("two runs today: 5k with Al, 8k with Bev", True),
    ],
)
def test_distances_to_choose_from_are_no_runs(read, text, logged):
    """Who offers "5k or 8k", or heads distances as groups, has not run both."""
    assert read(text).is_run is logged


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("AM: 6k in 35:10. PM: 8k in 44:20 inc 6x400m", [(6000, 2110), (8000, 2660)]),
        ("6k this morning, 8k with 6x400 tonight", [(6000, None), (8000, None)]),
        ("Today was a double. AM: 5k. PM: 7k with 10 hill sprints", [(5000, None), (7000, None)]),
        (
            "Saturday 10k easy in 58:10. Sunday 2k warm up, 6x800, 2k cool down",
            [(10_000, 3490), (8800, None)],
        ),
        (
            "10k last night: 2k up, 6k tempo, 2k down. This morning 5k in 30:10",
            [(10_000, None), (5000, 1810)],
        ),
        ("10k this morning, 6 x 1k in the middle", [(10_000, None)]),
        ("2k warm up, 5k at tempo, 2k cool down this morning. Bed early tonight", [(9000, None)]),
        ("Sunday 10k race 41:30, yesterday 10k again", [(10_000, 2490), (10_000, None)]),
        ("10k yesterday, 41:30. 10k yesterday!!", [(10_000, 2490)]),
    ],
)
def test_a_session_and_a_run_of_another_time_are_two(read, text, runs):
    """Days and halves of a day tell runs apart though one is told by its parts, or is just as long."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == runs


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3000m on the track, 12:50. Laps 1:40 1:43 1:45 1:44 1:43 1:42 1:41", 770),
        ("5k 25:10 with splits of 5:00 5:02 5:03 5:02 5:03", 1510),
        ("3 x 1k on the track, 4:10 4:12 4:09", None),
    ],
)
def test_a_time_before_its_laps_is_that_of_the_run(read, text, seconds):
    """What fits the distance and is longer than all laps behind it is none of them."""
    assert [run.duration_s for run in read(text).runs] == [seconds]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("same 9k loop Monday and today, 48:00 then 47:10", [(9000, 2880, -2), (9000, 2830, 0)]),
        ("Monday and today the same 8k, once in shorts", [(8000, None, -2), (8000, None, 0)]),
        ("5k on Saturday and Sunday: 25:10, 24:50", [(5000, 1510, -4), (5000, 1490, -3)]),
        (
            "My 4k: Tue 10 Nov 24:24, Thu 12 Nov 24:02, Sun 15 Nov 23:40",
            [(4000, 1464, -8), (4000, 1442, -6), (4000, 1420, -3)],
        ),
        ("10k Sunday and Tuesday, 55:10", [(10_000, 3310, -3)]),
        ("Sat and Sun the same 10k, bring cake", []),
        (
            "sat: 10k\nsun: 16k\nmon: sofa\ntue: 7k",
            [(10_000, None, -4), (16_000, None, -3), (7000, None, -1)],
        ),
        ("thu: 10k\nfri: 16k\nsat: sofa\nsun: 7k", []),
        ("sat: 10k\nsun: 16k\ntue: 7k", []),
        (
            "Sat 5k 26:30\nSun 3k with kid on scooter\nTue 5k",
            [(5000, 1590, -4), (3000, None, -3), (5000, None, -1)],
        ),
    ],
)
def test_one_distance_is_run_on_each_of_its_days(read, text, runs):
    """Days in a row share a distance and have as many times; all days up to yesterday are over."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "run"),
    [
        (
            "four laps tonight, 2.5k each, 12:50 / 12:55 / 12:49 / 12:46, so 10k in 51:20",
            (10_000, 3080),
        ),
        ("So the half: 1:52:30. 10k in 52:10, 15k in 1:18:55, then the wall", (21_097, 6750)),
        ("HM 1:45:00, 5k 20:51, 10k 43:30", None),
        ("easy 3 out, 5 at threshold (4:20s), easy 3 back. 11k", (11_000, None)),
        (
            "Tuesday's session: 2k warm up, 5k tempo in 21:40, 2k cool-down",
            (9000, None),
        ),
        ("Session: 2k warm up, 5k tempo in 22:00, 2k cool down", None),
        (
            "Yesterday's session from the plan: 2k up, 3 x 3k, 2k down. 13k, 1:05:30",
            (13_000, 3930),
        ),
        ("Today's session from the plan: 2k up, 3 x 3k, 2k down", None),
    ],
)
def test_a_whole_is_told_with_its_parts(read, text, run):
    """Laps, legs and what a race passed are of one run; a session is over by its day or what a watch took of it."""
    reading = read(text)
    found = [(one.distance_m, one.duration_s) for one in reading.runs if reading.is_run]
    assert found == ([run] if run else [])


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("3 laps of the 3.2k loop, 50:10", (9600, 3010)),
        ("two laps of 5k in 51:20", (10_000, 3080)),
        ("4 laps, 2.5k each, 52 minutes in total", (10_000, 3120)),
        ("3 laps of the common yesterday, 3.2k a lap, 16:20 16:05 15:58", (9600, None)),
        ("5k loop twice, 51:20", (10_000, 3080)),
        ("two laps of the 5k course, 24:10", (5000, 1450)),
        ("two laps of the 5k course in 31 min", (5000, 1860)),
        ("three laps of the 5k in 50 min", (5000, 3000)),
        ("three laps of the park, 5k, 25:10", (5000, 1510)),
        ("4 laps of the park, 6k with a stop each lap", (6000, None)),
        ("12.5 laps of the track, 5000m, 19:20", (5000, 1160)),
    ],
)
def test_laps_of_so_far_each_are_one_run(read, text, run):
    """Laps that are counted make a run of them all, but for a course that is as long as its race."""
    assert [(one.distance_m, one.duration_s) for one in read(text).runs] == [run]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5k before work (26:50), 5k after work (27:40). 10k day", [(5000, 1610), (5000, 1660)]),
        ("3k 15:10, 4k 20:10. 7k on Friday", [(3000, 910), (4000, 1210), (7000, None)]),
        ("6k on Monday and another 6k today", [(6000, None), (6000, None)]),
        ("Morning 5k 27:10, lunch 3k walk, evening 6k 33:20", [(5000, 1630), (6000, 2000)]),
        ("Morning 5k walk, evening 6k", []),
    ],
)
def test_runs_of_a_day_are_no_sum_and_no_walk(read, text, runs):
    """What adds up the runs before it is none, and a walk between two takes neither along."""
    assert [(metres, seconds) for metres, seconds, _ in told(read(text))] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ran twice today, 4k to work and 4k back, 22 min each", [(4000, 1320, 0)] * 2),
        ("6k to work and 6k home, both 35 min", [(6000, 2100, None)] * 2),
        (
            "Managed two this week so far. Mon 5k 30:10, today 5k 29:40",
            [(5000, 1810, -2), (5000, 1780, 0)],
        ),
        ("45k this week, long run 18k in 1:40:10 on Sunday", []),
        (
            "Last week, since I never posted: Tue 6k, Sun 15k",
            [(6000, None, -8), (15_000, None, -3)],
        ),
        ("Track Tuesday: 5 x 1000, 4:10 4:08 4:09 4:05 3:59", [(5000, None, -1)]),
        ("Track Tuesday: 5 x 1000 in 4:10", []),
        ("Track Tuesday: 5 x 1000 at 4:10, 4:05, 4:00, 3:55, 3:50", []),
    ],
)
def test_runs_told_late_are_over_by_what_a_watch_took(read, text, runs):
    """Both ways with their time, days with theirs under the count of a week, and a time for each lap were run."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "10 miles Sunday, first 5 easy then 5 at MP, 1:19:40",
            [(round(10 * MILE), 4780, -3)],
        ),
        (
            "Sunday 10 miles, Monday nothing, Tuesday 4, today 6",
            [
                (round(10 * MILE), None, -3),
                (round(4 * MILE), None, -1),
                (round(6 * MILE), None, 0),
            ],
        ),
        (
            "7k on Saturday and then again on Monday, both about 41 minutes",
            [(7000, 2460, -4), (7000, 2460, -2)],
        ),
        ("10k yesterday and today, both hard", [(10_000, None, -1), (10_000, None, 0)]),
        (
            "Monday 5.2, Tuesday 6.1, Wednesday 5.0, all kilometres, all dull",
            [(5200, None, -2), (6100, None, -1), (5000, None, 0)],
        ),
        ("Fri 9, Sat 5, Sun 14, all tickets gone", []),
    ],
)
def test_what_is_told_of_all_holds_of_each(read, text, runs):
    """Numbers that add up are parts, "both" and "all" are of each."""
    assert told(read(text)) == runs


def test_me_among_names_tells_whose_run_it_is(read):
    """Each distance is told behind who ran it."""
    for text, metres in (
        ("nina 13k, jo 9k, me 10k. great turnout", 10_000),
        ("me 8k, Tom 5k, cake for all", 8000),
    ):
        assert [run.distance_m for run in read(text).runs] == [metres]
        assert read(text).is_run
    assert not read("Dave 5k, Sue 5k, well done both").is_run
