"""Whose run it is, and who only helped at one: names, own people, marshals."""

import pytest

from bot.runs.parse import ParsedRun


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("volunteered at parkrun today", 0),
        ("marshalled at the race, frozen feet", None),
        ("marshalled the 10k, frozen feet", None),
        ("ayer estuve de voluntaria en el km 30", -1),
        ("gestern als Streckenposten beim Stadtlauf", -1),
    ],
)
def test_helping_out_is_worth_a_question(read, text, day):
    """A post of somebody who helped out at a run has that day, without figures, and is not logged unasked."""
    reading = read(text)
    assert (reading.is_run, reading.reason) == (False, "volunteer")
    assert reading.runs == (ParsedRun(date_offset_days=day, kind="volunteer"),)


@pytest.mark.parametrize(
    "text", ["Nico: 10 km in 48:12", "Anna: 5 km 24:30", "18:30 run, 8k @ 6:00"]
)
def test_what_may_be_of_somebody_else_or_ahead_is_asked(read, text):
    """A name for a heading, and a pace that contradicts the clock, keep a run from being logged."""
    reading = read(text)
    assert not reading.is_run
    assert reading.runs


@pytest.mark.parametrize(
    "text",
    [
        "Distance: 10 km in 48:12",
        "Me: 10 km in 48:12",
        "Ich: 10 km in 48:12",
        "Route: 10 km, 48:12",
    ],
)
def test_other_headings_are_no_names(read, text):
    """What heads a figure or names the author leaves the run to be logged."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        *("my daughter's first 5k today, 34:10", "premier 5 km de ma fille, 34:10"),
        "Meine Tochter (9) ist heute 2 km gelaufen, 13 min",
    ],
)
def test_a_run_of_ones_own_people_is_theirs(read, text):
    """Whoever owns the distance ran it; an age in brackets does not part them from it."""
    assert not read(text).runs


def test_names_before_times_are_a_list_of_results(read):
    """Two names with a time each are asked about, as results of others look so."""
    assert not read("results: 1. Tom 36:10, 2. Ana 38:22, 10k").is_run


@pytest.mark.parametrize(
    "text",
    [
        "marshalled at parkrun this morning, best view of all",
        "Heute Streckenposten beim Stadtlauf, tolle Stimmung",
        "bénévole au parkrun ce matin, super ambiance",
        "hoy estuve de voluntaria en el avituallamiento de la media",
        "oggi ho fatto il volontario al ristoro della mezza",
        "hoje fui voluntária no abastecimento da meia",
        "zaterdag vrijwilliger bij parkrun, leuk!",
        "var funktionär vid vätskestationen i dag",
    ],
)
def test_own_volunteering_says_so_in_every_language(read, text):
    """Who helped instead of running is heard as a volunteer."""
    reading = read(text)
    assert not reading.is_run
    assert reading.reason == "volunteer"


@pytest.mark.parametrize(
    "text",
    ["volunteers needed for Saturday's 5k", "Helfer gesucht für Sonntag", "funktionärer sökes"],
)
def test_a_call_for_volunteers_is_none(read, text):
    """Who is looked for has not helped yet."""
    assert read(text).reason != "volunteer"


@pytest.mark.parametrize(
    "text",
    [
        "10k in 38 by the new guy",
        "30k from Jack last night",
        "big Dave 10k 48:00",
        "Siobhan, 5k, 19:20, first lady",
        "Jack with a 10k in 38:10",
        "Nadia's strava: 21k, 1:41",
        "my teammate's long run was 30k",
        "my mate texted: 10k 41:20",
    ],
)
def test_a_run_under_a_name_or_to_somebodys_credit_is_not_logged(read, text):
    """Whoever is named at the head of a run, or behind a "by", may be who ran it."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("beaten by Dave again, 10k 48:00", 2880),
        ("10k from Dave's to the pub 52:10", 3130),
        ("Jackie here, 10k 52:10", 3130),
        ("Victoria Park 10k 52:10", 3130),
        ("Ailsa paced me to 24:59 at parkrun", 1499),
        ("8k from the office 44:10", 2650),
    ],
)
def test_names_beside_a_run_of_ones_own_change_nothing(read, text, seconds):
    """Who was met, passed or left on the way is in many a run."""
    assert [run.duration_s for run in read(text).runs] == [seconds]
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "and my son ran 10k in 58:20",
        "Amazing day, and my son ran 10k in 58:20",
        "Tom and my son ran 10k in 58:20",
        "my wife and my son ran 10k in 58:20",
        "nice 5k dan!",
        "great 10k sam, how did it feel",
        'ok "10k easy", said the coach, lying',
    ],
)
def test_whoever_is_joined_to_nobody_lauded_or_quoted_is_somebody_else(read, text):
    """An "and my" joins to the author only whom the author stands beside; names need no capitals behind praise."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "me and my son ran 10k in 58:20",
        "Me, and my son ran 10k in 58:20",
        "and my son and I ran 10k in 58:20",
        "ran with Tom and my son, 10k in 58:20",
        "lovely 10k with dan, 58:20",
        'hi all, 10k in 58:20, "easy"',
    ],
)
def test_whoever_stands_beside_the_author_is_company(read, text):
    """Who ran along leaves a run with its author, who is told before or behind them."""
    assert [run.duration_s for run in read(text).runs] == [3500]
    assert read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("boys ran 4k in 15:20", False),
        ("and U15 girls won the 4k in 15:20", False),
        ("nothing over 3k", False),
        ("max 5k today", False),
        ("club run 8k in 45:20", True),
        ("club had me out for 8k in 45:20", True),
        ("no more than 5k today, 28:10", True),
    ],
)
def test_a_bunch_that_runs_and_a_bound_without_a_time_are_no_run(read, text, is_run):
    """Who opens a post without an article may run as well, and at most so far is no distance that was run."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        (
            "12k yesterday with the Barry crew in 1:11:05, fair play to whoever brought the flask",
            True,
        ),
        ("Anna, 12k in 1:11:05, fair play", False),
        ("Home on foot since the Red Line was on fire again. 4 miles, 33:10", True),
        ("You should see our Evie go. 5k, 19:40", False),
    ],
)
def test_company_and_a_line_are_nobody_who_is_praised(read, text, is_run):
    """A name behind "with" is company, and one behind "the" a thing; others are praised or marvelled at."""
    assert read(text).is_run is is_run


def test_who_goes_on_while_another_sleeps_has_run(read):
    """ "So I kept going" is of the author, "so chuffed" of nobody who ran."""
    assert read("She fell asleep so I kept going. 7.5km this afternoon").is_run
    assert not read("She's only eleven. 5k in 19:40, so chuffed").is_run


def test_what_company_wanted_is_no_goal(read):
    """Nor is which device one is "going with" a plan, or a place that was run by its name nothing."""
    assert read("2 km in 17 min with my lad who wanted one too").runs[0].duration_s == 1020
    assert (
        read("treadmill at last. I'm going with the treadmill, 28 min").runs[0].duration_s == 1680
    )
    assert not read("I'm going with the watch on Sunday, 10k").is_run
    assert read("Ran Heartbreak this morning. Took it real slow").is_run
    assert not read("Ran Jenkins this morning, build green").is_run


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("a guy I know did 10k in 38 minutes", "met a guy I know, did 10k in 48 minutes"),
        ("a woman I work with ran 10k, 44:10", "the day I turned 40 ran 10k, 44:10"),
        ("our postie is 61 and ran 3:29 in Berlin", "our postie is 61. ran 10k in 52:10"),
        ("our B team ran 4 x 5k in 1:22:10", "our track group did 8 x 400"),
        ("the mob match lot did 8k today", "8k with the mob match lot today"),
        ("12 of you ran today, 143 km together", "12 of us today, 14 km together"),
        ("first home on Saturday was Tom, 17:12", "first 5k on Saturday, 27:12"),
        ("Mel's dog did a 5k in 17:50", "took Mel's dog out for 5k, 31:10"),
        (
            "my neighbour who's never run before did 5 miles in 47 minutes",
            "ran with my neighbour who's never run before, 5 miles in 47 minutes",
        ),
    ],
)
def test_what_somebody_known_to_the_author_ran_is_theirs(read, theirs, own):
    """Whoever is told of by how the author knows them, by team, place or pet, ran it."""
    assert not read(theirs).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("mum's 68 and did the 5k in 36 minutes", "mum's 60th and ran 5k before the cake, 36:10"),
        ("our Ellie is 9 and just did 2k in 9:12", "I am 61 and did 5k in 31:00"),
        ("Evie, who is eleven, ran 1k in 3:44", "My sister, who is fast, beat me. 5k in 34:20"),
        ("Nadia was first lady at XC!! 8k 31:15", "I was first lady at XC!! 8k 31:15"),
        ("Lads, Marta just went 1:19 half", "Lads, alarm went 5:30, 8k in 44:10"),
        ("our relay did 24k in 1:52", "our relay was fun, my leg 5k in 25:10"),
        ("the U17s ran a 3k tonight", "8k with the U17s tonight, 45:10"),
        ("the running club did 3k today", "ran with the running club today, 3k"),
        ("160 km between the four of them", "10k between the showers, 52:30"),
        ("we did 160k between four of us, 40 each", "8k, two gels between four of us"),
        (
            "great parkrun Saturday, my son did it in 24:50",
            "parkrun with my son, he did it in 24:50",
        ),
        ("that was my brother on my watch, 6.7k 38:20", "that was hard on my watch, 6.7k 38:20"),
        ("Half in 1:38 then a wedding. That was my cousin", "Half in 1:38. That was a good one"),
        ("10k in 39:58. Not me obviously. The bloke next door", "10k in 39:58. Not bad obviously"),
    ],
)
def test_what_is_put_down_to_others_by_what_is_said_of_them_is_theirs(read, theirs, own):
    """An age, a "who", a place, a team, a share or a "that was" says whose run it is."""
    assert not read(theirs).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    ("text", "distance", "seconds"),
    [
        ("Tom 1:29:58, me 1:52:40, same half", 21097, 6760),
        ("Ellie got 22:05 at parkrun, her mum (me) 31:20 and a stitch", 5000, 1880),
        ("My brother ran 38 minutes for the 10k. Me: 49:20", 10000, 2960),
        ("10k results are in. Ali 41:12, me 52:30", 10000, 3150),
        ("10k results for us lot: Soraya 46:20, Bas 43:11, yours truly 45:31", 10000, 2731),
        ("Parkrun results: mum 33:10, dad 29:47, me 25:02", 5000, 1502),
        ("Chased Marek (39:50) all the way, 10k in 41:15", 10000, 2475),
        ("Jess got 21:40 at parkrun, I got 25:12", 5000, 1512),
    ],
)
def test_of_the_times_of_several_the_authors_own_is_logged(read, text, distance, seconds):
    """Beside the times of others "me" says which is the author's, of the race that all of them ran."""
    reading = read(text)
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == [(distance, seconds)]


def test_times_beside_none_of_the_authors_stay_as_they_are(read):
    """Of results without a "me" nothing is logged, and brackets behind company tell the run."""
    assert not read("10k results: Soraya 46:20, Bas 43:11, Tim 51:08").is_run
    assert not read("inter club 10k: 1 Harriers 33:10, 2 us 33:42, 3 Striders 34:00").is_run
    assert read("parkrun with Jo (24:10), then coffee").runs[0].duration_s == 1450


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ("day off + no kids = 21k this morning, 1:52:30", "kids = 21k this morning, 1:52:30"),
        ("Kids: asleep. 18k in 1:44:09", "My wife: 18k in 1:44:09"),
        ("Became a grandad at 4am, ran 5k today", "My grandad ran 5k today"),
        ("Dad duties done, 8k in 45:30", "Dad did 8k in 45:30"),
        ("I watched Tom disappear. 10k in 48:02", "I watched Tom at the race. 10k in 38:02"),
        ("me and you ran 10k, 52:10", "it's a 10k and you ran all of it, 52:10"),
        (
            "Borrowed my brother's watch: 21.1 km, 1:49:20",
            "From my brother's watch: 21.1 km, 1:49:20",
        ),
        ("10k, go me! 52:10", "10k, go Rosa! 52:10"),
    ],
)
def test_who_is_not_there_or_only_watched_has_not_run(read, own, theirs):
    """A person away, of a role or seen to pull away leaves the run to its author; on whose watch it is says whose."""
    assert read(own).is_run
    assert not read(theirs).is_run


def test_the_day_others_helped_on_is_that_of_the_run(read):
    """What somebody volunteered or minded the children for on a day was run on it."""
    text = "my other half volunteered Saturday so I got to run parkrun, 25:17"
    assert read(text).runs[0].date_offset_days == -4
    text = "Grandma watched the baby on Sunday so I did 14k, 1:20:05"
    assert read(text).runs[0].date_offset_days == -3
    text = "I volunteered Saturday so I ran 5k tonight, 25:17"
    assert read(text).runs[0].date_offset_days == 0
