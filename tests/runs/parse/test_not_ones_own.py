"""What trains, records, others and conditions do with the words of runs, each beside a run told with the same words."""

import pytest


def logs(read, text):
    """Whether a text is read as a run that needs no question."""
    return read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("the trains aren't running until 10:15 apparently", False),
        ("buses running every 20 min today", False),
        ("the lift isn't running until 12:30", False),
        ("trains aren't running so ran home, 8k", True),
        ("ran home, trains weren't running, 10k", True),
        ("trains not running, 8k home on foot in 44:10", True),
    ],
)
def test_buses_and_trains_run_without_their_riders(read, text, is_run):
    """That trains run or don't is no run, but one may be told that was run in their place."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Last night's talk ran for 1:15, very good though", False),
        ("today's lecture ran for 1:50", False),
        ("ran for 1:15 last night", True),
        ("last night's run was 1:15, very good though", True),
        ("today's 10k ran long, 10.4", True),
    ],
)
def test_what_ran_on_some_evening_may_be_a_talk(read, text, is_run):
    """A thing of last night's ran as things do, and a run of last night's is one."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("49:58 is the 10k record in our office and it belongs to a woman of 61", False),
        ("10k record here 28:59, held by a postman", False),
        ("2:51 is the club marathon record", False),
        ("49:58 is my new 10k record and I'm 61", True),
        ("10k in 49:58, office record", True),
    ],
)
def test_a_record_belongs_to_whoever_holds_it(read, text, is_run):
    """A time that is called the record is nobody's run of today."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("3rd finisher at parkrun was a 12 yr old in 19:58, I give up", False),
        ("6 year old ran a mile in 7:50", False),
        ("3rd finisher at parkrun today, 19:58", True),
        ("62 years young just ran 10k", True),
        ("10k in 52:10, first one home was a lad of 16", True),
    ],
)
def test_who_it_was_may_be_told_with_their_time(read, text, is_run):
    """A person behind "was" or an age before "ran" is whose time it is."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("13 of us at the pub, none of us ran", False),
        ("kid at practice asked me if I ran in the first olympics", False),
        ("only thing I ran today was a bath", False),
        ("dentist asked how far I ran, 8k", True),
        ("kids asked if I ran today, yes 5k", True),
        ("nobody else ran tonight so 6k alone", True),
    ],
)
def test_nobody_and_whoever_was_asked_ran_nothing(read, text, is_run):
    """That none ran, or somebody asked whether, tells no run, but the figures beside it do."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("had I started the watch it'd say 10k, but I turned back at the gate", False),
        ("DNS. 10k in the sideways hail is not for me", False),
        ("9k sounded nice from the sofa", False),
        ("sub 60 10k by 71, that is the whole ambition. Goal for now", False),
        ("had I known the wind I'd have stayed in. 8k in 44:10", True),
        ("10k in the sideways hail, not for the faint hearted", True),
        ("6k, my breathing sounded like gravel", True),
    ],
)
def test_what_would_have_been_was_not_run(read, text, is_run):
    """A condition without an "if", and what is not for somebody or sounds nice, is no run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("when did 5k get so hard", False),
        ("@lea how did the 10k go", False),
        ("4 months postpartum, when did you lot go back to 10k", False),
        ("what pace for a first 10k", False),
        ("has anyone done yasso 800s? is 10x too many first time", False),
        ("how did I do 10k today", True),
        ("yasso 800s, 10x, legs gone", True),
        ("when did hills get steeper, 9k", True),
        ("6 miles in 50 mins!! where did that come from", True),
        ("4 months postpartum, 5k done, when did I get so unfit", True),
    ],
)
def test_what_others_did_may_be_asked_without_a_mark(read, text, is_run):
    """A word of asking before "did" and somebody else asks about a distance."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("@Priya 6 miles in 50 mins!! where did that come from", False),
        ("@Tom 10k in 44! what are they feeding you", False),
        ("@amy 1:52 half!! buzzing for you", False),
        ("@Mel 6 miles in 50 mins, thanks for waiting for me", True),
        ("@coach 10k done!!", True),
        ("6 miles in 50 mins @Priya where did that come from", True),
    ],
)
def test_figures_cried_to_somebody_are_theirs(read, text, is_run):
    """Who is called first and then marvelled at ran the figures between."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("total 2026: 1,104 km. goal was 1000", False),
        ("treadmill at my gym maxes at 30 min, so annoying", False),
        ("garmin update took 40 min, missed my run window", False),
        ("number pick up from 8, race 9:30, kids mile 11", False),
        ("5k medals turned up and they spelled it wrong", False),
        ("total: 10.4 km in 58:10", True),
        ("treadmill at my gym, 30 min, so hot", True),
        ("update: 10k took 58 min", True),
        ("race 9:30 off, 10k, 52:10", True),
        ("5k medal round my neck, 27:10", True),
    ],
)
def test_years_machines_and_desks_have_figures_of_their_own(read, text, is_run):
    """The sum of a year, what a treadmill allows and when numbers are given out is no run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("26.2 on a sticker, that's all I want out of life", False),
        ("sub 60 10k before I turn 71, that is the whole ambition", False),
        ("8k today, 6k yesterday, 12k on Sunday. That's the plan my coach wrote", False),
        ("10k with a sticker on my back", True),
        ("10k. That's all I had", True),
        ("8k today, 6k yesterday. That's the plan ticked off", True),
    ],
)
def test_what_is_wanted_or_written_is_not_yet_run(read, text, is_run):
    """What is all that somebody wants, an ambition or what a coach wrote is no run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("the film's 90 mins, back before the 8k crowd lol", False),
        ("big ups to the 5k beginners, all 14 finished", False),
        ("44 mins with the 8k crowd", True),
        ("Took the 9k group out tonight, no drop outs, 52 mins", True),
        ("8k with the 44 min crowd", True),
    ],
)
def test_a_crowd_is_called_by_how_far_it_runs(read, text, is_run):
    """The ones who run so far are others, unless somebody ran with them."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("cheeky nandos or cheeky 6k", False),
        ("10k or 10 pints, easy choice", False),
        ("sofa > 10k", False),
        ("🎂 + 🍺 > 10k", False),
        ("cheeky 6k then cheeky nandos", True),
        ("8k or so", True),
        ("home > park > home, 8k", True),
        ("5k > sofa, 27:10", True),
        ("10k > 5k", False),
        ("5k > wine", True),
        ("7k > sleep", True),
        ("5k or 10 laps", True),
        ("10k or 6 laps of the lake", True),
    ],
)
def test_a_distance_set_against_something_is_only_weighed(read, text, is_run):
    """What is better than a run, or may be done in its place, makes no run of it."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("mile test tonight 7.15 at the track, bring spikes", False),
        ("treasure hunt run tonight 7, about 5k, bring a torch", False),
        ("two weeks until the xmas pudding run, 5k, costumes compulsory", False),
        ("xmas pudding run, 5k, costume itchy", True),
        ("5k tonight, coffee essential", True),
        ("mile test tonight 7:15, new spikes", True),
        ("5k colour run, white t-shirts compulsory", False),
        ("5k, costumes compulsory, two weeks to go", False),
        ("8k, head torch essential", True),
        ("9k, gloves mandatory", True),
        ("6k, sunglasses required. in November!", True),
    ],
)
def test_what_is_to_be_brought_or_worn_is_still_ahead(read, text, is_run):
    """Who is told what to bring or wear is told of a run to come, tonight's as well."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("10k loop has moved btw, they've fenced off the quay", False),
        ("7 miler meets at the church, not the hall", False),
        ("5k loop still flooded fyi", False),
        ("No hills within 30 km of here, how do I train for a fell race", False),
        ("10 kays of esplanade closed for the triathlon so no long run there sat", False),
        ("10k loop with a detour, they've fenced off the quay", True),
        ("10k loop, two prams moved over for me", True),
        ("10 kays along the esplanade", True),
    ],
)
def test_where_a_way_leads_and_what_became_of_it_is_no_run(read, text, is_run):
    """A loop that moved, a group that meets, a shut way and what is not near are no run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("5 years of parkrun, fastest 20:58, slowest 44", False),
        ("1:41 was my half time before two children", False),
        ("20:58 was my parkrun time at 25, now look", False),
        ("55 min was my 10k before the injury", False),
        ("5 years of parkrun and today a 20:58!", True),
        ("20:58 was my parkrun time today", True),
    ],
)
def test_what_years_brought_is_not_of_today(read, text, is_run):
    """The sum of years, and one's own time at an age or before children, is no run of today."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("hotel treadmill broken, did stairs 20 min", False),
        ("no treadmill free, did 25 min stairs", False),
        ("elden ring marathon tonight, 8 hours minimum", False),
        ("hotel treadmill, 20 min, then stairs", True),
        ("Boston marathon, 4 hours", True),
    ],
)
def test_hours_of_stairs_or_games_are_no_run(read, text, is_run):
    """A time of stairs and a marathon of something else are not run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("ran after the bus, lost", False),
        ("ran my first committee meeting", False),
        ("loads of you ran brilliantly", False),
        ("how did the run go", False),
        ("week 7 has a 15 miler, help", False),
        ("ran after work", True),
        ("ran my first 10k", True),
        ("me and you ran brilliantly", True),
        ("15 miler done, week 7, help", True),
    ],
)
def test_meetings_buses_and_weeks_are_no_runs(read, text, is_run):
    """What is led, run for, done by some of the readers, asked after or in a plan is no run of the author's."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("10k in 50 means 5:00 a km", False),
        ("parkrun in 25 is 5 min kms", False),
        ("20k to the airport in 55 min", False),
        ("1:59:40 for a marathon. I can't drive that fast", False),
        ("fastest 5k tonight was 17:40, slowest 41:00, both legends", False),
        ("20 years ago today I ran 5k in 17:40 and was disappointed", False),
        ("10k in 44:10 by March, that's the deal", False),
        ("10k in 50:10, 5:00 a km", True),
        ("20k past the airport in 1:55", True),
        ("my fastest 5k, tonight, 17:40", True),
        ("a year ago today I couldn't run a mile. 10k today, 58:10", True),
    ],
)
def test_a_fitting_time_may_be_worked_out_driven_or_long_over(read, text, is_run):
    """A time that fits is no run where it is turned into a pace, a champion's, everybody's or of years ago."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Kate wanted 12k but only got 9", False),
        ("Poor Kate wanted 12k but only got 9", False),
        ("My dog wanted 12k but only got 9", False),
        ("Our newbie wanted 12k but only got 9", False),
        ("Jo meant to do 10k, did 14", False),
        ("Meant to be 10k for Jo but only got 7", False),
        ("Wanted 12k, legs said 0", False),
        ("Wanted 12k but only got 9", True),
        ("Coach wanted 12k but only got 9", True),
        ("Kate wanted 12k but I only did 9", True),
        ("Wanted 12k, legs said 9", True),
    ],
)
def test_who_wished_for_a_run_ran_what_came_of_it(read, text, is_run):
    """What came of somebody's wish is theirs, unless they coach the author, who says who ran."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("The trail half turned into 23k, says Ian", False),
        ("The race 10k ended up being 10.3 on everyone's watch, they're remeasuring it", False),
        ("My 10k pledge ended up as 12, thanks to all the donors", False),
        ("10k ended up as 12 for group 2, sorry all", False),
        ("Sunday's 10k ended up as 12 for Jo and Kate, I stayed home", False),
        ("Beginners' 5k ended up as 6 tonight, they did great", False),
        ("Sunday's group run ended up at 14k for the fast lot", False),
        ("Route planning: 10k ended up as 12", False),
        ("The marathon ended up 42.8k on my friend's watch", False),
        ("Measured the 10k with the wheel, ended up as 10.3", False),
        ("my easy 10k ended up as 12", True),
        ("10k ended up as 12 for me", True),
        ("The marathon ended up 42.8k on my watch", True),
        ("Sunday's long run ended up at 14k", True),
    ],
)
def test_what_others_ways_and_pledges_ended_up_as_is_no_run(read, text, is_run):
    """What a distance ended up as is the author's, but for one of others, of a way, a race or a pledge."""
    assert logs(read, text) is is_run
