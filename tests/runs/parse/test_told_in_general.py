"""Figures of things, of anybody and of other days, each beside a run that is told with the same words."""

import pytest


def logs(read, text):
    """Whether a text is read as a run that needs no question."""
    return read(text).is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("these trainers have done 1,100 k and smell like it", False),
        ("RIP to my 8 year old Forerunner, 9,700 km together", False),
        ("the treadmill has 2,300 miles on it", False),
        ("my old watch did 9,000 km before the strap went", False),
        ("treadmill, 5 miles in 44:20", True),
        ("rip my legs, 30k in 2:51:00", True),
        ("12 km together with my sister, lovely", True),
        ("shoes have seen better days, 9k in 50:20", True),
    ],
)
def test_what_is_worn_has_a_whole_life_of_distance(read, text, is_run):
    """Thousands that shoes or a watch have gone are no run, but shoes may be told beside one."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("we've been running on generator power for 6 hours now", False),
        ("tights have a run in them, 20 minutes before the wedding", False),
        ("ran a 5k-row import this afternoon and prod fell over", False),
        ("it logged my ride as a 30km run, please remove", False),
        ("watch recorded my bus journey as a 6k run, lol", False),
        ("apple watch logged my hoovering as a 22 min outdoor run", False),
        ("watch logged my run as 22 min, 4k", True),
        ("ran a 3 hour workshop", False),
        ("ran a 40 min tempo", True),
        ("been running on the canal for 50 min", True),
        ("a run in tights for once, 5k 27:30", True),
        ("ran a 10k-ish loop this afternoon", True),
        ("watch logged it as a 9.8 km run, 51:20, it was 10", True),
    ],
)
def test_what_runs_as_machines_do_is_no_run(read, text, is_run):
    """What runs on power, a ladder in tights, rows of data and a ride that was taken for a run were not run."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("loving the new 3 km loop they've built", False),
        ("the coastal path section has 620 m of climb over 19 km", False),
        ("it's 2.5 laps of the green, two miles all in", False),
        ("from the car park to the summit it's 4 km, 380 m up", False),
        ("ran the new 3 km loop they've built", True),
        ("620 m of climb over 19 km today, legs gone", True),
        ("2.5 laps of the green, two miles all in", True),
    ],
)
def test_how_long_a_way_is_tells_of_no_run(read, text, is_run):
    """A loop that was built, a section that has a climb, and laps that "it is" may have been run by nobody."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("got my number for the 10 mile: 442", False),
        ("2 hour barrier is going in a proper race within 3 years, fight me", False),
        ("re the 23 min thing: yes it's chip time that counts", False),
        ("got my time for the 10 mile: 1:22:10", True),
        ("60 min barrier gone, 10k in 59:20", True),
        ("re the park loop: 5k in 27:10 today", True),
    ],
)
def test_what_is_only_called_by_a_figure_was_not_run(read, text, is_run):
    """A number to be worn is of a race to come, and a barrier or a thing only called by its time."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("the beginners do about 3 km, 35 min with breaks, no one gets dropped", False),
        ("the Tuesday group runs 8 km, about 55 min", False),
        ("beginners run 3k, everyone else 6k", False),
        ("31 min won the 10k, weak field", False),
        ("31:20 won me the 10k", True),
        ("the club run 8k, 45 min", True),
        ("ran with the beginners, about 3 km, 35 min with breaks", True),
        ("did 10 km with the fast group, 50:12", True),
    ],
)
def test_what_others_do_as_a_rule_is_no_run(read, text, is_run):
    """The present tense tells how far a group goes, not that its author went."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("off to bed, alarm set for 5:10, ten miles waiting for me", False),
        ("xmas run in fancy dress on the 19th, 4 miles, mince pies after", False),
        ("alarm 5:30, 8 miles, then work. night all", False),
        ("alarm 5:30, 8 miles, then work. knackered now", True),
        ("8k in 44:10, bath and a roast waiting for me at home", True),
        ("fancy dress run on the 15th, 4 miles, mince pies after, so much fun", True),
    ],
)
def test_what_waits_was_not_run(read, text, is_run):
    """A distance that waits, and one of a day whose number comes sooner than it last was, lie ahead."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("back then a 40 min 10k got you 150th, now it wins", False),
        ("personal worst for a half: 2:58, stomach bug, Lisbon, 2017", False),
        ("my first 5k took 41 min, everyone starts somewhere :)", False),
        ("40 min 10k got me 150th today", True),
        ("personal worst for a half: 2:58, stomach bug, oh well", True),
        ("my first 5k today took 41 min", True),
    ],
)
def test_what_was_so_in_other_days_is_no_run_of_today(read, text, is_run):
    """Other days, a year at the end and a first told as a comfort are of long ago."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("is it just me or has 10k got longer", False),
        ("who's got experience with shin pain? 3k in and my shin goes numb", False),
        ("what's the longest distance known to man? the last 400 m of parkrun", False),
        ("is it just me or was it hot today? 10k in 58:10", True),
        ("3k in and my shin went numb but finished, 8k in 47:10", True),
        ("what's that? a new 5k pb, 24:11", True),
    ],
)
def test_what_is_asked_or_answered_about_a_distance_is_no_run(read, text, is_run):
    """A distance in what others are to agree with, ask themselves or laugh at was run by nobody today."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("recalled", "own"),
    [
        ("new 10k course record is 29:40, unreal", "new 10k record for me, 39:40, unreal"),
        ("28:30 was the winning time at the county 10k", "48:30 at the county 10k"),
        ("marathon record fell again, 2:00:35", "marathon, fell again at 30k, 4:00:35"),
        ("47:02 is my 10k pb, set in 2017", "47:02, a 10k pb"),
        ("my 10k from 2014 was 43:30", "10k from the 2014 start line, 43:30"),
        ("On this day 3 years ago\n10.2 km 55:14", "Last year I was in hospital\n10.2 km 55:14"),
        ("that year I ran 3:29 in London", "ran 3:29 in London"),
        ("I was 40 mins for a 5k so don't worry", "5k in 40 mins, don't worry about me"),
    ],
)
def test_what_was_best_or_long_ago_is_no_run_of_today(read, recalled, own):
    """A record, a standing best, a memory and a comfort are told, and not run."""
    assert not read(recalled).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    ("other", "own"),
    [
        ("Scrabble marathon, 3 hours, nan won", "Boston marathon, 3 hours 40, nan cheered"),
        ("PB for the crossword tonight, 6:40", "PB for the 5k tonight, 26:40"),
        ("ran a mile when he mentioned burpees", "ran a mile when I got in, 8:50"),
        ("I run a 10k coaching business", "today I run 10k with my friend"),
        ("we met at the start of a 10k", "met Jo at the end of my 10k, 57:10"),
        ("the trams run every 20 min", "trams were off so I ran, 20 min"),
        ("it took them 40 min to find my number", "took them along, 40 min run"),
        ("6,50 euro for a coffee at the race", "10k for 5 euro, 52:10"),
        ("Helvellyn with the kids, 13 km, 6 hours", "13 km with the kids, 1:46:00"),
        ("8k on bikes with the boy", "8k with the boy on his bike, 48:10"),
        ("Runs: 4\nDistance: 38.6 km\nTime: 3:41:12", "Runs: 1\nDistance: 8.6 km\nTime: 41:12"),
        ("the long run was 22k, didn't make it", "the long run was 22k, made it home"),
        ("session was 6.4k, couldn't make it", "The run was 6.4k, couldn't make the last rep"),
        ("long run was 18k, didn't make it sadly", "Long run was 18k, didn't make it to the pub"),
        ("club run was 11k, skipped it", "Club run was 11k, skipped the pub"),
        ("the run was 8k, couldn't face it", "The run was 8k, couldn't face the last hill"),
        ("this morning's 4 miler didn't happen", "this morning's 4 miler nearly didn't happen"),
        ("half next april, 21k, gulp", "half this morning, 21.1k in 1:58:10, gulp"),
        (
            "@Hugo rest up, half an hour of sofa beats a run",
            "rested up, half an hour run on the beach",
        ),
        ("1st nov 2025 I did 4:21:09 in the marathon", "1st nov I did 4:21:09 in the marathon"),
        ("start with 20 min jogs and build up", "started with a 20 min jog this morning"),
        ("saw Dave's run, 21k in 1:38, show off", "saw Dave, 21k in 1:38"),
    ],
)
def test_figures_of_other_matters_are_no_run(read, other, own):
    """A pastime, an idiom, a timetable, a price, a walk's hours, a count and what did not happen are no run."""
    assert not read(other).is_run
    assert read(own).is_run


@pytest.mark.parametrize(
    "text",
    [
        "ran 10k today jk",
        "I did 10k today. just kidding, I ate pizza",
        "ran 10k today, said nobody in this weather",
        "i ran 10k today and other lies",
        "42k in 2:05, only joking",
    ],
)
def test_a_joke_is_no_run(read, text):
    """Whoever takes it back has not run it; who only denies to joke has."""
    assert not read(text).is_run
    assert read("10k in 52:10 and I am not joking").is_run
