"""Days by their names: which runs of a list are over, and what stands for a day alone."""

from datetime import UTC, datetime

import pytest

from bot.runs.parse import explain, parse
from tests.runs.parse.scores import NOW


def figures(reading):
    """Distance, time and day of every run that was read."""
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in reading.runs]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10k ystrday, forgot watch", -1),
        ("5k 27:30 lst night", -1),
        ("tuseday 7k 41:20", -1),
        ("mondya 7k 41:20", -2),
        ("7k 41:20 this mornin'", 0),
        ("7k 41:20 tonigth", 0),
    ],
)
def test_a_day_is_known_when_it_is_mistyped(read, text, day):
    """A run has its day however hastily that is written."""
    reading = read(text)
    assert reading.is_run
    assert [run.date_offset_days for run in reading.runs] == [day]


@pytest.mark.parametrize("text", ["tomoro 10k", "2moro 10k", "thrusday 10k anyone?"])
def test_a_mistyped_day_may_lie_ahead(read, text):
    """What is planned stays a plan, however hastily it is written."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Mon 5k\nTue 8k\nWed 4k", [(5000, None, -2), (8000, None, -1), (4000, None, 0)]),
        ("Mon: 6k\nTue: rest\nWed: 8k", [(6000, None, -2), (8000, None, 0)]),
        ("Sunday 12k, Tuesday 7k", [(12_000, None, -3), (7000, None, -1)]),
        ("- Mon 5k\n- Mon 3k\n- Wed 4k", [(5000, None, -2), (3000, None, -2), (4000, None, 0)]),
        (
            "Sun 10k, Mon: nothing, Tue 4, today 6",
            [(10_000, None, -3), (4000, None, -1), (6000, None, 0)],
        ),
    ],
)
def test_a_list_of_days_that_ends_now_is_over(read, text, runs):
    """Days in their order, each with its distance and the last of them today or yesterday, are runs."""
    reading = read(text)
    assert reading.is_run
    assert figures(reading) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Saturday 10k",
        "Mon 5k\nTue 8k\nWed 4k\nThu rest\nFri 5k",
        "Thu 5k\nSat 8k\nSun 4k",
        "Wed 5k, Fri 8k, Sun 12k",
        "Thu 8k, Sat 6k, Mon 5k, Wed 9k",
        "Mon rest\nTue 5k easy\nWed intervals",
        "Mon 5k easy, Tue 8k steady, Wed 4k easy",
        "Mon 5k, Tue 8k, Wed 4k is what coach wrote",
        "club nights: Mon 5k, Tue 8k, Wed 6k",
        "Monday 10k or Tuesday 10k",
        "Tue 8k, Wed 4k, sign up below",
        "Mon 10k cancelled, Tue 8k on, Wed 4k on",
        "Mon 5k, Tue 8k, Wed 4k route",
    ],
)
def test_a_list_that_goes_on_beyond_today_is_asked_about(read, text):
    """A week that may as well lie ahead is not logged."""
    assert not read(text).is_run


def test_numbers_of_days_are_runs_where_the_unit_is_known(read):
    """Nothing but days and numbers is how far somebody ran, who counts in kilometres."""
    reading = read("Mon 5, Tue 8, Wed 4", units="km")
    assert reading.is_run
    assert figures(reading) == [(5000, None, -2), (8000, None, -1), (4000, None, 0)]
    assert not read("Mon 5, Tue 8, Wed 4").runs
    assert not read("Mon 16, Tue 17, Wed 18", units="km").runs
    assert not read("Mon 5, Tue 8, Wed 4 at the table", units="km").is_run


@pytest.mark.parametrize(
    "text", ["Mon 5k + Tue 8k + today 4k = 17k", "5k Mon, 8k Tue, 4k today, 40k total this year"]
)
def test_what_days_add_up_to_is_no_run(read, text):
    """Behind the runs of several days a total is of all of them, or of more."""
    assert figures(read(text)) == [(5000, None, -2), (8000, None, -1), (4000, None, 0)]


def test_a_week_that_is_added_up_is_asked_about(read):
    """What sums up a week may have been logged before; its runs are those to be asked about."""
    reading = read("week: Mon 5, Tue 8, Wed 4 = 17k")
    assert not reading.is_run
    assert figures(reading) == [(5000, None, -2), (8000, None, -1), (4000, None, 0)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5k yesterday and today", [-1, 0]),
        ("5k Sunday, Monday and today", [-3, -2, 0]),
        ("ran mon, tue and today, 5k each", [-2, -1, 0]),
        ("5k yesterday and today I can't walk", [-1]),
        ("ran mon, tue and today, 5k in total", [0]),
    ],
)
def test_a_distance_told_for_several_days_was_run_on_each(read, text, days):
    """Days in a row share the one distance beside them, unless the last begins another tale."""
    assert [run.date_offset_days for run in read(text).runs] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8k Thursday gone", -6),
        ("Thursday just gone, 8k", -6),
        ("8k this past Sunday", -3),
        ("8k the night before last", -2),
        ("8k day before yest", -2),
    ],
)
def test_a_day_that_is_gone_is_over(read, text, day):
    """A weekday called gone or past is the last one."""
    (run,) = read(text).runs
    assert (read(text).is_run, run.date_offset_days) == (True, day)


def test_a_way_past_something_leaves_the_day_open(read):
    """What is run past is no word of the day, so that only the wording may tell that it is over."""
    evidence = [what for what, _ in explain("Saturday past the mill, 8k", now=NOW).evidence]
    assert "doubt: plan" in evidence


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("4k to the lake + 6k back", 10_000, None),
        ("2k down to the river, 4k along it, 2k back up", 8000, None),
        ("2k to the park, 3k round it, 2k home, 41 min", 7000, 2460),
        ("10k race plus 1k before and 1k after", 12_000, None),
        ("5k with the group then 3k on my own, 51 min for the lot", 8000, 3060),
        ("6 with Jo, 4 without", 10_000, None),
    ],
)
def test_parts_of_a_run_are_added_up(read, text, metres, seconds):
    """There and back, before and after, in company and alone: one run each."""
    reading = read(text, units="km")
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == [(metres, seconds)]


@pytest.mark.parametrize(
    "text",
    [
        "5k race plus kids' 1k before and 2k after",
        "6 with chips, 4 without",
    ],
)
def test_what_only_looks_like_parts_is_asked_about(read, text):
    """A way described, ways to and from work, runs of others and what is counted are no parts."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("monday 9,5 km with my neighbour", 9500),
        ("10k on Monday with Sarah and her new dog", 10_000),
        ("13 on Monday with the Harriers", 13_000),
    ],
)
def test_company_on_a_day_just_over_tells_of_a_run(read, text, metres):
    """Hardly anybody names the day before yesterday, and who comes along, for next week's run."""
    reading = read(text, units="km")
    assert reading.is_run
    assert figures(reading) == [(metres, None, -2)]


@pytest.mark.parametrize(
    "text",
    [
        "Monday 8k with the beginners group",
        "Monday 10k with pacers and medals",
        "Monday 9.5 km with my neighbour, weather permitting",
        "13 on Sunday with a unicorn cake",
        "Monday 10k with Beth and whoever else turns up",
        "Monday 10k with Sam leading",
    ],
)
def test_company_on_a_day_that_may_lie_ahead_is_asked_about(read, text):
    """An hour, a group, a day farther off or a condition make a plan of it."""
    assert not read(text, units="km").is_run


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("Sat: 6.5m, 1100ft, 1hr 12. Clag down all day.", 10_461, 4320),
        ("Mon: 4.5m, 39 min, drizzle", 7242, 2340),
    ],
)
def test_miles_by_their_letter_are_known_by_climb_and_time(read, text, metres, seconds):
    """Feet of climb or a time that fits make miles of an m."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (metres, seconds)


def test_an_m_beside_other_minutes_is_a_minute(read):
    """Where no time fits so many miles, they are minutes."""
    assert all(run.distance_m is None for run in read("2.5m run, 1m walk").runs)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("two 5ks today, 28:00 and 27:10", [(5000, 1680, 0), (5000, 1630, 0)]),
        ("did two 3ks today", [(3000, None, 0), (3000, None, 0)]),
        ("2 5k runs yesterday", [(5000, None, -1), (5000, None, -1)]),
    ],
)
def test_runs_that_are_counted_are_so_many(read, text, runs):
    """A number before a distance in the plural says how many runs there were."""
    reading = read(text)
    assert reading.is_run
    assert figures(reading) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "last night 3.5k in 20 min, tonight 30 min nice and slow",
            [(3500, 1200, -1), (None, 1800, 0)],
        ),
        ("5k yesterday. 20 min today", [(5000, None, -1), (None, 1200, 0)]),
        ("30 min today, 5k yesterday", [(None, 1800, 0), (5000, None, -1)]),
        ("10k yesterday, today 30 min yoga", [(10_000, None, -1)]),
        ("10k yesterday, today 45 min on the sofa", [(10_000, None, -1)]),
    ],
)
def test_minutes_of_another_day_are_a_run_of_their_own(read, text, runs):
    """A time told with nothing but its day never becomes that of the run of another day."""
    reading = read(text)
    assert reading.is_run
    assert figures(reading) == runs


def test_what_comes_tonight_is_no_run_at_breakfast():
    """Beside a run that is over, one of this evening is logged only when it can be over."""
    post = "yesterday 5k in 25:00, tonight 8k easy"
    runs = [figures(parse(post, now=datetime(2026, 11, 18, hour, tzinfo=UTC))) for hour in (8, 20)]
    assert runs == [[(5000, 1500, -1)], [(5000, 1500, -1), (8000, None, 0)]]


@pytest.mark.parametrize("text", ["11k Sunday, rained the whole way", "5k Monday, never stopped"])
def test_what_happened_on_a_weekday_tells_that_it_is_over(read, text):
    """A verb of the past behind a weekday makes it the last one."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "sat: 21k w/ Hana, she drops me on every climb",
        "Friday 8k, goose on the bridge again",
        "11k Sunday, hail the size of peas",
        "Sunday 12k, freezing, then tea and cake",
        "Monday 8k, still stiff",
        "Tuesday 9k, Jo talked me into the hills",
    ],
)
def test_a_run_of_a_weekday_that_is_told_about_is_over(read, text):
    """Who only announces a run says nothing of how it was."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].date_offset_days in (-1, -2, -3, -4, -5)


@pytest.mark.parametrize(
    "text",
    [
        "Saturday 10k",
        "12k on Sunday along the river, who's bringing cake",
        "8k with hubby on Saturday if his knee holds",
        "Saturday 12k with Tom, he's buying the coffees after",
        "got the kit laid out, parkrun Saturday",
        "Sunday 12k, prizes for all",
        "Sunday 12k from Mario's, spaces left",
        "Sunday 12k, rain or shine",
        "Sunday 12k, whoever fancies it",
        "Sunday 12k, tea and cake",
        "Sunday 18k, gels provided, cake at the end",
        "Saturday 16k trail, mud guaranteed",
    ],
)
def test_a_run_of_a_weekday_that_is_to_come_is_asked_about(read, text):
    """What others are to bring, when it leaves and whether it will be are told of runs to come."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon 5k ✅ Tue 8k ✅ today 4k ✅ Thu 6k Sat 10k", [-2, -1, 0]),
        ("5k today, Saturday 10k", [0]),
        ("10k today, Sunday was 18k", [0, -3]),
        ("Mon 5k 25:00 / Wed 8k / Sat parkrun 24:10", [-2, 0, -4]),
        ("10k today, 8k Monday, 6k Sunday", [0, -2, -3]),
        ("did 5k Mon, 8k Tue and 6k Sunday", [-2, -1, -3]),
    ],
)
def test_the_rest_of_a_week_is_no_run_yet(read, text, days):
    """A weekday told behind a later one is the next, unless a time, a verb or the order says otherwise."""
    reading = read(text)
    assert reading.is_run
    assert [run.date_offset_days for run in reading.runs] == days


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ran two 5k loops", [(10_000, None)]),
        ("two 5k loops of the park, 58:10", [(10_000, 3490)]),
        ("two 5k loops, 28:00 and 29:00", [(5000, 1680), (5000, 1740)]),
        ("did two 5k races on Saturday", [(5000, None), (5000, None)]),
    ],
)
def test_laps_are_counted_as_one_run_and_races_as_several(read, text, runs):
    """What a number counts decides whether its distances are added up."""
    reading = read(text)
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == runs


@pytest.mark.parametrize(
    "text", ["Six miles Friday up the quarry, 1100 ft, then chips", "lazy 3km, new vest ok not bad"]
)
def test_a_climb_or_what_it_is_called_tells_of_a_run(read, text):
    """Nobody tells the climb of a plan, or calls a distance lazy that they did not run."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    ["pls can we do a flat 10k for once", "seen my glove on the tuesday 5 mile route, pls look"],
)
def test_a_wish_or_a_route_with_such_words_is_no_run(read, text):
    """What is wished for and what a route is called by tell of no run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "5k after night shift today 34:33 hehe",
        "27:30 for the 5k yesterday, a minute off last month",
        "longest run so far: 12k 1:27:40",
    ],
)
def test_a_time_beside_a_day_is_of_its_run(read, text):
    """No hour of a day is 34:33, and what is measured against last month or so far was run all the same."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].duration_s is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday before last, 10k 52:10", -11),
        ("Sunday before last I did a half in 1:41:19", -10),
    ],
)
def test_the_weekday_before_last_is_a_week_farther_back(read, text, day):
    """Where it ends what is said of the day."""
    assert read(text).runs[0].date_offset_days == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("no dia 15 fiz 10 km em 52:10", -3),
        ("10 km dia 13 em 55 min, com a malta", -5),
        ("Dia 3: fiz 5 km em 30 min", None),
        ("10 km feitos no dia 40 da dieta", None),
    ],
)
def test_a_day_of_the_month_may_stand_behind_the_word_for_it(read, text, day):
    """The "dia 3" that a line begins with is rather the third of a challenge."""
    assert [run.date_offset_days for run in read(text).runs] == [day]
