"""Runs told inside of a conversation: who is spoken to takes none of them along, who is lauded takes theirs."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Challenge accepted Dave. 8k in 44:10. Your move",
        "You were right about the wind Jen. 8k in 44:10",
        "8k in 44:10. Your turn @Shaz",
        "8k, 44:10. Pint's on you Graham",
        "in case you're wondering, 8k, 44:10",
        "No you're not the only one out in that. 8k, 44:10",
    ],
)
def test_whose_turn_it_is_and_who_was_right_is_no_praise(read, text):
    """What is said of a bet, an answer or an agreement leaves the figures with their author."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s) == (8000, 2650)


@pytest.mark.parametrize(
    "text",
    [
        "Followed your advice. 8k in 44:10",
        "slower than both of you but happier, 8k in 44:10",
        "Saw you by the canal Ellie! 8k in 44:10",
    ],
)
def test_who_was_only_seen_or_beaten_did_not_run_it(read, text):
    """A "you" to whom something is done, and a thing of theirs, leave the run with its author."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "saw you ran 8k in 44:10",
        "your sister did 8k in 44:10",
        "8k in 44 gets you a biscuit",
        "Your best yet! 8k in 44:10",
        "@Sam 8k in 44:10 at your age is good",
    ],
)
def test_what_they_ran_is_theirs(read, text):
    """Beside what somebody spoken to did, or what theirs is of a run, nothing is logged."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "8k in 44:10! You're flying",
        "8k in 44:10. How did you do that?",
        "44:10 for 8k! you must be chuffed",
        "8k in 44:10 and you look fresh as a daisy",
        "8k in 44:10. I'm so jealous",
        "Great run Anil. 8k in 44:10",
        "8k in 44:10, congratulations @Jo",
        "8k in 44:10 with a buggy is mental @Sam",
    ],
)
def test_who_is_lauded_to_their_face_ran_it(read, text):
    """Figures beside praise of whoever is spoken to are theirs where their author says nothing of them."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "My 8k took 44:10. You're flying by the way Sam",
        "8k in 44:10. Well done to you too Sam, I was at the back",
        "Ran 8k in 44:10. So proud of you all",
        "8k in 44:10 (5:31/km). Brilliant Priya, what shoes in the end?",
        "8k in 44:10. Lovely morning Sam",
    ],
)
def test_praise_beside_a_run_of_ones_own_leaves_it_alone(read, text):
    """Who says that they ran it, at which pace, or lauds the others as well, has their own run."""
    assert read(text).is_run


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("Swap you! I'd take your treadmill over the 6k I've just done in sleet", 6000),
        ("@Vic did my 6k before the school run", 6000),
        ("@Coach both done: 6k yesterday in 38:12", 6000),
        ("no medal but I'll answer anyway: 6k, 33:30", 6000),
        ("33 min for 6k isn't like me Carl", 6000),
        ("hissed at by geese for two of my 6 km, 36 min", 6000),
        ("even had time for a shower after 6k in 33:10", 6000),
        ("my watch gave me 6k at 33:33", 6000),
        ("went straight through the rain. 41 minutes later: 6k run", 6000),
        ("I was doing my 6k, 33 min that day", 6000),
    ],
)
def test_a_run_answers_somebody(read, text, far):
    """What is offered, called or asked around it takes no run along that its author tells as theirs and over."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert run.distance_m == far


@pytest.mark.parametrize(
    "text",
    [
        "I'd take your treadmill over the 6k I should have done",
        "@Vic did 6k before the school run",
        "@Coach ran 6k in 38:12",
        "@Coach amazing: 6k in 30:12",
        "I'll do it anyway: 6k, 33:30",
        "done 2 of my 6 km this week",
        "coach gave me 6k at 5:30",
    ],
)
def test_a_run_of_others_or_to_come_answers_nothing(read, text):
    """The look-alikes: what others ran, what was not run, and what is to be."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "You promised otters. 8k in 44:10",
        "you'd have hated it Ben. 8k, 44:10, wind the whole way",
        "You lot are terrible. 44:10 for 8k",
        "Tracked by all of you apparently. 8k, 44:10 and I heard the shouting",
        "thinking I'd be alone out there. 8k, 44:10, waved at four of you",
    ],
)
def test_a_run_in_a_sentence_of_its_own_is_the_authors(read, text):
    """Behind what somebody says, may or should do, a distance with its time is no run of theirs."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert (run.distance_m, run.duration_s) == (8000, 2650)


@pytest.mark.parametrize(
    "text",
    [
        "You kept that quiet Phil. 8k in 44:10",
        "You made that look easy. 8k in 44:10",
        "You said. 8k",
        "new pb segment on the trail if you want it: 1.2k in 4:50",
        "Kevin, that is 9.5 km. You'll be on a chart.",
    ],
)
def test_a_run_behind_what_somebody_did_is_theirs(read, text):
    """What somebody did, a distance alone, and what a colon tells of take it along."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("I ran the 18 as well. K not miles. 1:45", 18_000),
        ("did 5 this morning, miles not km, 44 min", 8047),
        ("ran 18 today, km", 18_000),
    ],
)
def test_the_unit_that_is_not_meant_is_no_unit(read, text, far):
    """Of two units of which one is denied, the other measures the number told before."""
    (run,) = read(text).runs
    assert run.distance_m == far


@pytest.mark.parametrize(
    "text",
    [
        "42k! And you went to work after",
        "18 miles and you look like you've been to the shops, I'm jealous",
        "@Becca 8k in the dark, you're braver than me",
        "last I heard you did 6k and were off to the pub",
    ],
)
def test_what_somebody_did_besides_says_that_they_ran(read, text):
    """A run of nobody's beside what whoever is spoken to did, looks like or outdoes is theirs."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "29.15 on the watch and 5.2k done. You're a bad influence Gwen",
        "5.2k, 29:15. You owe me a pint",
        "5.2 km and 29 mins of not thinking about work",
        "Me and you did 5.2k in 29:15",
    ],
)
def test_what_is_said_of_somebody_beside_a_run_that_is_done_leaves_it_alone(read, text):
    """Debts and mild abuse are no praise, and who ran along is no other."""
    (run,) = read(text).runs
    assert read(text).is_run
    assert run.distance_m == 5200


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("what's everyone moaning about. 3 miles, 29 mins", True),
        ("can anyone take me round. 3 miles, 29 mins", False),
        ("who wants to run. 3 miles, 29 mins", False),
    ],
)
def test_a_question_of_nothing_that_is_run_leaves_a_run_behind_it_alone(read, text, logged):
    """Without a word of running, of a day or of who is asked along, a question asks nothing of the run behind it."""
    assert read(text).is_run == logged


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("@pat 1:42 for 13.1, get in!!", "1:42 for 13.1, get in!!"),
        ("nice 10 miler mate", "nice 10 miler, legs heavy"),
        ("brilliant 10 miler ladies", "brilliant 10 miler with the ladies"),
        ("@mo how did the 14k go??", "@mo 14k done today, how did yours go??"),
        ("5k today?? in this wind? you're all mad", "5k today in this wind, mad"),
        ("thx! 5k next time", "thx! 5k today"),
    ],
)
def test_what_is_only_said_to_somebody_is_no_run(read, said, own):
    """Praise that calls somebody, hails them or asks back is of their run."""
    assert not read(said).is_run
    assert read(own).is_run
