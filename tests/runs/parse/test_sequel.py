"""What comes behind a distance that is told alone: the life around a run, or something about the distance."""

import pytest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8k this morning. okay who's up for tacos, I can fit 5 in the Corolla", 0),
        ("8k last night. does anyone know whose kitten this is", -1),
        ("10k yesterday. the gym bloke gave me a towel", -1),
        ("6 miles this morning. thanks for the route tip @Joao", 0),
        ("5k this morning. let's not talk about what the dog ate", 0),
        ("10k today. the bakery was sold out, of course", 0),
        ("8k this morning. parking was £14, robbery", 0),
        ("8k gestern. Braucht jemand einen alten Rucksack?", -1),
    ],
)
def test_a_run_of_a_day_gone_stays_one_whatever_is_asked_behind_it(read, text, day):
    """A later sentence that calls for something else takes nothing back."""
    reading = read(text)
    assert [run.date_offset_days for run in reading.runs] == [day]
    assert reading.is_run


@pytest.mark.parametrize(
    "text",
    [
        "8k this morning. who's in?",
        "8k this morning. anyone free",
        "8k this morning. anyone fancy it",
        "8k today. meet outside the gym, half six",
        "8k this morning. anyone want my place?",
        "8k this morning. how did it go?",
        "8k tonight. does anyone have a spare torch",
        "10k this morning. results are up",
        "8k gestern. Wer ist dabei?",
        "8k heute. Treffpunkt am See",
        "8 km ayer. ¿quién se apunta?",
    ],
)
def test_a_call_to_run_takes_the_distance_before_it_along(read, text):
    """Who asks others along, or how it was, tells no run of their own."""
    assert not read(text).is_run


def test_luck_wished_for_something_else_makes_no_plan_of_a_run(read):
    """A run told by a watch is over; a day ahead, or no more than the wish, is of the run."""
    assert read("8k 44:10. midterm in 3 hrs wish me luck").is_run
    assert read("8k 44:10. wish me luck").reason == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "8k. the geese (19 of them) have formed a government",
        "8k. hip flexors made of old rope",
        "5 miles. kangkong and rice then nap, in that order",
        "7 km. Bus driver beeped a love song at me",
        "10k. Socks now legally a swamp",
        "8k\n12 dogs\n3 prams\n1 swan with a grudge",
        "8k. That's what I call a hill",
        "8k. Signed up for the half",
        "8k. Same again tomorrow",
        "10 km. For a loaf of bread. Worth it",
        "10 km. Sleet in both ears. Would still choose it over the budget meeting",
        "8 km. Los gansos mandan en el parque y nadie protesta",
        "9 km. could somebody get the outside tap fixed please",
        "10k. anyone else's phone die under 5 degrees",
    ],
)
def test_a_distance_alone_with_life_behind_it_is_a_run(read, text):
    """Words of other things count against a distance only in its own sentence."""
    assert read(text).is_run


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("21k. That's the plan", "plan"),
        ("21k. In April. My sister's idea", "plan"),
        ("10k. Signed up. What have I done", "plan"),
        ("8 km. Demain", "plan"),
        ("10k. For a car that old!", "doubtful"),
        ("10k. That's what the roofer wants", "doubtful"),
        ("4k. They charged my nan that for a driveway", "doubtful"),
        ("20k. Steps! My watch did a dance", "doubtful"),
        ("6 km. The length of the new tunnel", "doubtful"),
        ("5k. How do you train for that?", "question"),
        ("6 miles. Is that far for a first go?", "question"),
        ("8 km. Is it pram friendly?", "question"),
        ("10k. can anyone recommend a plan for an old man", "question"),
        ("10k. My nephew! First one ever, we screamed", "other_person"),
        ("10k. My dad ran that at 70", "other_person"),
        ("10k. You legend. Cake is on me", "reply"),
        ("10k. Nope. Not with my chest", "no_run"),
        ("9 miles. On the bike, my knees needed it", "other_sport"),
        ("8 km. Mit dem Rad", "other_sport"),
    ],
)
def test_a_distance_that_the_next_sentence_is_about_is_asked_about(read, text, reason):
    """Plans, prices, counts, questions and praise may be made of one distance and a sentence behind it."""
    reading = read(text)
    assert not reading.is_run
    assert reading.reason in (reason, "plan")


@pytest.mark.parametrize("text", ["8k\n44:10\n+63m", "8k +63m 44:10", "8k 44:10\n↑63m"])
def test_metres_behind_a_plus_or_an_arrow_are_climbed(read, text):
    """They are neither minutes nor more of the distance."""
    run = read(text).runs[0]
    assert (run.distance_m, run.duration_s, run.climb_m) == (8000, 2650, 63)


def test_a_plus_of_few_minutes_is_no_climb(read):
    """ "+2m" is how much longer it took."""
    assert read("10k 50:00 (+2m)").runs[0].climb_m is None


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("8k\n520 cal", True),
        ("10k = 700 kcal", False),
        ("8k\nweek: 31k", True),
        ("8k\ntarget 50:00", False),
        ("8k\nwalked the dog back", True),
        ("8k\nwalk", False),
    ],
)
def test_lines_behind_a_distance_are_read_by_what_they_count(read, text, logged):
    """A watch counts food burnt and weeks; a goal or a walk makes the distance another."""
    reading = read(text)
    assert (reading.is_run, len(reading.runs) <= 1) == (logged, True)
