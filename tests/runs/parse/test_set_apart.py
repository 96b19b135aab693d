"""Sentences that tell a run beside others, which speak of something else."""

import pytest


def logs(read, text):
    """Whether a text is read as one run that needs no question."""
    reading = read(text)
    return reading.is_run and len(reading.runs) == 1


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("My boss wants the report by Friday. 9k, 52 min", True),
        ("Every pub quiz team needs somebody who knows rivers. 18k, 1:45, along one", True),
        ("Nobody tells you that teething lasts forever. 10k, 61 min", True),
        ("The library closes at five on Wednesdays. 9k, 52 min", True),
        ("The car failed its inspection. 9k, 52 min", True),
        ("Has anyone seen my keys. 8k this morning", True),
        ("9k, 52 min. Who left the freezer open", True),
        ("My boss wants to run with me on Friday. 9k, 52 min", False),
        ("Every relay team needs somebody for leg two. 18k, 1:46", False),
        ("Nobody tells you how to do this one. 10k, 61 min", False),
        ("Usually before the market opens. 9k, 52 min", False),
        ("Caught the ferry to the island. 9k, 52 min", False),
        ("Who wants to do the canal. 8k this morning", False),
        ("9k, 52 min. Who wants to do the canal", False),
        ("You looked great in that new singlet. 9k, 52 min", False),
    ],
)
def test_a_run_in_a_sentence_of_its_own_is_not_what_others_speak_of(read, text, is_run):
    """A distance with a time nobody plans by, or of a morning gone, is apart from a sentence on another matter."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Yesterday: 6 km, 37 min. Guess which one hurts", True),
        ("6 km, 37 min. Guess which one", False),
    ],
)
def test_nothing_asked_behind_it_undoes_a_timed_run_of_a_day_gone(read, text, is_run):
    """A run with its time and a day before today is told, whatever is asked behind it."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8k in 47:12 past the house we want to buy", True),
        ("9k in 52 min behind a man who will never wear a shirt", True),
        ("8k in 47:12 in a headwind that should be illegal", True),
        ("8k in 47:12 on a path the council will never grit", True),
        ("8k in 47:12 past the school where I used to teach", True),
        ("8k this morning with a dog that wants to be a horse", True),
        ("8k in 47:12 at the pace I'd like", False),
        ("8k in 47:12 at the speed we want to hold", False),
        ("9k in 52 min for the group that wants a slower pace", False),
        ("9k in 50 min past the house we want to buy", False),
        ("8k in 47:12 on the train I should have missed", False),
        ("8k on Sunday with the group that will be back", False),
    ],
)
def test_what_a_noun_beside_a_run_will_do_is_not_what_the_run_is(read, text, is_run):
    """A relative clause says of its noun what it wants, will or used to do, beside a run surely over."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("10K BABYYY 54:30 🔥🔥🔥 work can wait", True),
        ("5k 27:12 😅 should be asleep", True),
        ("5k 27:12 🤞 tomorrow", False),
        ("5k 🔥 tomorrow", False),
        ("my plan 🔥 5k 27:12", False),
    ],
)
def test_a_face_behind_a_timed_run_ends_what_is_said_of_it(read, text, is_run):
    """What stands behind a face, as behind a comma, speaks of something else, unless the face hopes."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("10k 55:02 into a 40 km/h westerly", None),
        ("10k 55:02 with a 25 km/h crosswind", None),
        ("10k in 55:02, a 11 km/h average", 327),
    ],
)
def test_how_fast_a_thing_is_behind_an_article_is_no_pace(read, text, pace):
    """Kilometres an hour that a run was against are those of the wind."""
    reading = read(text)
    assert reading.is_run
    assert reading.runs[0].pace_s_per_km == pace


def test_shoes_that_head_a_line_have_run_their_distance_with_others(read):
    """In a summary by lines, what stands behind the shoes is how far they have gone."""
    reading = read("Distance: 12.2 km\nTime: 1:15:09\nShoes: 429 km")
    assert reading.is_run
    assert [run.distance_m for run in reading.runs] == [12200]


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Passed my driving test!! And celebrated by not driving: 5k this evening, 27:48", True),
        ("overtaken by a lad on a Lime bike. 5k 28:03", True),
        ("kids' swimming gala all morning so a late one, 10k, 57:40", True),
        ("drove my car. 10k, 57 min", False),
        ("on a bike behind a man on a scooter. 10k, 57 min", False),
        ("kids' swimming gala all morning, 1k, 27:40", False),
    ],
)
def test_driving_denied_and_the_sports_of_others_are_not_what_was_done(read, text, is_run):
    """A test for driving, a man on a bike and the gala of the kids leave the run behind them alone."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("meant to post this yesterday: 8k, 46 min", True),
        ("need to log this before I forget. 9k, 53 min", True),
        ("meant to log 8k, 46 min", False),
    ],
)
def test_what_was_to_be_told_is_no_goal(read, text, is_run):
    """Only telling of the run was still to come."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("The landlord comes tomorrow so 9k, 52 min", True),
        ("the library closes at five on Wednesdays, 9k, 52 min", True),
        ("Who left the freezer open. Anyway, 9k, 52 min", True),
        ("my boss wants the report by Friday but 9k, 52 min", True),
        ("my boss wants the report by Friday, 9k, 52 min", False),
        ("wanted to stay in bed, the cat had other ideas, 5k 29:20", True),
        ("I want to stay in bed, 9k, 52 min", False),
        ("If the harvest goes well, 9k, 52 min", False),
        ("The physio suggested the flat route so 9k, 52 min", False),
        ("the landlord comes tomorrow so 9k, 50 min", False),
    ],
)
def test_a_sentence_turns_to_its_run_by_a_word_or_a_mark(read, text, is_run):
    """Behind a "so", a "but" or a comma, and nobody who may have run it, a run may be told as well."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("10k, 59 min is the aim", False),
        ("5k, 29 min is on the plan", False),
        ("10k, 58 min, the aim was 59", True),
        ("10k, 52:10 was the time", True),
    ],
)
def test_a_distance_goes_along_with_the_time_wished_for_over_it(read, text, is_run):
    """What is said of a time alone is said of the distance before it as well."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8k easy, legs ok. who's on for track tuesday?", True),
        ("45 mins on the treadmill, bored stiff. how do people do this?", True),
        ("12k sunday, hurt everywhere. what do you lot do for calves?", True),
        ("10k, felt awful. is it the heat or am I ill?", True),
        ("Sunday 10k, tough hills. who's in?", False),
        ("10k sunday, came across this race. anyone fancy it?", False),
        ("5k, was thinking saturday. who's in?", False),
        ("is 33:40 ok for a first 5k? that's what I did and I'm dead", True),
        ("does 9k in 48 min count as tempo? that's what I ended up with tonight anyway", True),
        ("is 33:40 ok for a first 5k? that's what my wife ran", False),
        ("is 35 min for 5k slow? that's what I did last year", False),
        ("is 50 min for 10k ok? that's what I usually do", False),
    ],
)
def test_a_question_asks_of_what_was_felt_or_done(read, text, is_run):
    """What was felt is over, whatever is asked, and so is what the author says to have done of all that is asked."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Was it Sunday we did the 11k? yes. my legs say yes", True),
        ("BQ? no. 3:29:56 marathon? YES. Good enough for my nan", True),
        ("10k? yes. Fast? no. 58:20", True),
        ("8k? Yep. In the hail? Yep. Fun? Aye", True),
        ("are we doing 10k tonight? yes. meet at 7", False),
        ("did you run 10k? yes", False),
        ("10k tomorrow? yes", False),
        ("12k? no. 5k? no. sofa", False),
        ("sub 50 10k? no. never", False),
    ],
)
def test_who_answers_with_a_mere_yes_or_no_has_asked_nothing(read, text, is_run):
    """What is named, or what was, is told by a yes; nothing that is to be, and nothing that others did."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("Did I miss the 10k? Yes", "Did I run the 10k? Yes"),
        ("Did I watch the marathon? Yes, all 4 hours", "Did I do the marathon? Yes, 4:04:10"),
        ("Did I mention the 10k? Yes, Sunday 10am", "Did I do the 10k? Yes, Sunday"),
        ("Did I mention I've a 10k? Yes, Sunday", "Did I manage 10k? Yes, on Sunday"),
        ("Did we have fun? Yes, 40 of us, 5k social on Sunday again", "Did we run? Yes, 5k"),
        ("Did I enter? Yes, 10k", "Did I go? Yes, 10k"),
        ("Did we sign up? Yes, 10k in May", "Did we go out? Yes, 10k in the rain"),
        ("Did we raise enough? Yes, 10k!", "Did we make it? Yes, 10k!"),
        ("Did I run at school? Yes, 1500 in 4:40", "Did I run at lunch? Yes, 5k in 24:40"),
        ("Did Ian run? Yes, 10k in 48:10", "Did Ian and I run? Yes, 10k in 48:10"),
        ("Did he run today? Yes, 10k in 50:10", "Did I run today? Yes, 10k in 50:10"),
        ("Did my sister run? Yes, 10k in 48:10", "Did we enjoy it? Yes, 10k in 48:10"),
    ],
)
def test_a_yes_tells_a_run_where_its_author_asks_whether_they_ran(read, asked, own):
    """What else was done, by whom else or how long ago, is no run for being answered with a yes."""
    assert not read(asked).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("Sister at netball, 5k on her watch in 40:00", "Sister at netball, 5k in 30:10"),
        ("Son at football fitness test, 3k in 13:10", "Son at football, 3k in 13:10"),
        ("Nephew at tennis, 5k for him in 24:10", "Nephew at tennis, 5k for me in 24:10"),
        (
            "Brother at boxing, 5k in 23:10 as a warm up",
            "Son at football, 5k 27:10. Made dinner for him after",
        ),
        ("Wife at Hyrox, 8k in 45:00 plus the stations", "Wife at yoga, 8k in 45:10"),
        ("Daughter at hockey. 5k on her watch in 31:10", "Daughter at hockey. 5k in 31:10"),
    ],
)
def test_who_is_at_a_sport_may_run_as_a_part_of_it(read, theirs, own):
    """At a test, for a warm-up or by whose watch it was, a run behind a sport is of who is at it."""
    assert not read(theirs).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("The half has been cut to 10 miles due to storm damage, so frustrated", False),
        ("The marathon has been shortened to 20 miles because of the heat, gutted", False),
        ("The 10k course is being moved to the park, 8k now", False),
        ("The course was short, 9.8k in 50:10", True),
        ("2k up, 5k hard, 3k cool down, 10k total tomorrow", False),
        ("2k up, 5k hard, 3k cool down, 10k total today", True),
        ("did 2k up, 5k hard, 3k cool down, 10k total. same tomorrow", True),
        ("Was going to run 10k but ended up asleep by 8", False),
        ("Intended 10k, ended up in the pub at 5", False),
        ("Planned 10k, ended up at 8", True),
        ("Was going to run 10k but ended up bailing at 8", True),
    ],
)
def test_what_became_of_a_course_a_plan_or_an_evening_is_no_run(read, text, logged):
    """A course that was cut, parts that come to a plan, and the hour by which somebody was elsewhere."""
    assert read(text).is_run is logged
