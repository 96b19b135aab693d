"""What sounds like a reason against a run, and is none, each beside a look-alike that is one."""

import pytest


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Cruised 3 miles at 7:00/mi, 21:00. Will pay", True),
        ("Will Greg run 8k", False),
        ("10k in the rain. Do not care", True),
        ("10k in the rain. Do not forget your lights", False),
        ("12k, 1:08. Can not feel my toes", True),
        ("Can not do 12k tomorrow", False),
        ("What the wife said. 6 miles around the lake", True),
        ("What did the wife say about 6 miles", False),
        ("When they told me to rest I laughed. 6 miles round the lake", True),
        ("When do they start the 6 miles", False),
        ("6 miles around the lake. how lovely", True),
        ("6 miles around the lake. how far is it", False),
        ("Left at 6:15, back by 6:42, 5k. Do the maths, I can't", True),
        ("Do the maths: 5:30 pace, 27:30 for 5k", False),
    ],
)
def test_the_order_of_a_statement_asks_nothing(read, text, is_run):
    """A word of asking asks nothing where a subject stands behind it, or the "I" was left out before it."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("5000m at the indoor meet last night, 18:00 flat", True),
        ("1500 at the open meet, 4:42, boxed in the whole way", True),
        ("5000m at the open meet on Friday, 19:30", False),
        ("Meet 7:15 at the gate for 8k", False),
        ("5000m on the track at uni, 19:44, lost a lens", True),
        ("At uni I ran 5000m on the track in 19:44", False),
        ("13.1 on the bike path, 1:55:20", True),
        ("20k on the bike path today", False),
        ("13 miles on the bike path on the new bike, 1:55:20", False),
    ],
)
def test_where_a_run_was_is_no_reason_against_it(read, text, is_run):
    """A meet, a school's track and a path for bikes may be where somebody ran."""
    assert read(text).is_run is is_run


def test_a_bare_number_at_a_meet_is_of_metres(read):
    """The race of a meet or of the track is told in metres without a unit."""
    assert read("1500 at the open meet, 4:42").runs[0].distance_m == 1500
    assert read("Track 5000 last night: 25:21").runs[0].distance_m == 5000


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("kids dropped 8:50, ran 5k 28:44, showered", True),
        ("u17 boys yesterday 6k 27:20, came 31st", True),
        ("U15 girls won the 4k in 15:20", False),
        ("Did a gentle 5k round the field with Year 9 watching", True),
        ("Watching the 5k with Year 9", False),
    ],
)
def test_others_who_are_told_beside_a_run_did_not_run_it(read, text, is_run):
    """Children handed over, an age group and those who looked on leave a run to its author."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("8K 45:50 HILLS ARE JUST STAIRS WITH BAD TEXTURES", True),
        ("8k 45:50 is just jogging", False),
        ("10k 50:00 pace is 5:00/km", False),
        ("Celebrated by not driving: 5k this evening, 27:48", True),
        ("Celebrated by driving 5k this evening, 27:48", False),
        ("I thought it was a taxi. 6 km today, 38:10", True),
        ("It was a taxi for 6 km today, 38:10", False),
        ("Marathon yesterday 3:58:51, can't walk down the stairs", True),
        ("5k walk downstairs and back, 1:02:10", False),
        ("Monday I could do only 4 kms in 28 minutes", True),
        ("Could do 4 kms in 28 minutes if the path was dry", False),
        ("Commute home via the canal: 8.04 mi, 58:22 (7:15/mi), 112 ft", True),
        ("Commute home via the canal: 8.04 mi, 31:22, 112 ft", False),
    ],
)
def test_what_is_only_said_beside_a_run_takes_nothing_from_it(read, text, is_run):
    """Another subject's "is", a drive that was none, stairs and what could just be done leave the run alone."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("sunday, 7k, 36 min, the old guys (like 40) are actually fast??", True),
        ("Easy six miles through the park looking at christmas lights already up??", True),
        ("the 10k is already full??", False),
        ("8k already??", False),
    ],
)
def test_what_is_marvelled_at_is_not_asked(read, text, is_run):
    """Two marks behind what was seen, in the order of a statement, ask nothing."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Took my twins to the parkrun on Saturday, 33:05 with both of them complaining", True),
        ("Took my nephew to his first parkrun on Saturday, 31:00 and he beat me", True),
        ("Took my twins to the parkrun, they did 33:05", False),
        ("Took my twins to the parkrun, 33:05", False),
        ("Gym then 3 miles round the park in 27 mins", True),
        ("Gym then 3 miles in 12 mins", False),
        ("I repeated day one this morning, 22 minutes in total with the walking", True),
        ("22 minutes in total with the walking group", False),
        ("JPM Challenge, 5.6k, starts 18:45", False),
    ],
)
def test_who_and_what_came_along_is_told_from_what_was_run(read, text, is_run):
    """Somebody taken to a race, a sport before a run and the walking in it leave the run to its author."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("6 miles 52:10 my watch says I should rest for 48 hours", True),
        ("5k 28:20 who wants my legs", True),
        ("8k 45:10 could not have gone further", True),
        ("10k 54:20 if anyone is counting", True),
        ("10k 54:20 if the wind drops", False),
        ("10k 54:20 would be nice", False),
        ("10k 54:20 I hope", False),
        ("10k 54:20 will be the target", False),
        ("10k 41:20 she is flying", False),
    ],
)
def test_a_remark_needs_no_mark_behind_a_watched_run(read, text, is_run):
    """What is remarked right behind distance and time is another clause, unless it wishes for them."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Boss called at mile 2. 5 miles, 44:10, phone now on silent", True),
        ("My teacher ran past me. 3k, 18:20", True),
        ("My teacher ran past the 3k mark, 18:20", False),
        ("My son passed 4k in 18:20", False),
        ("Gym shut. 5k outside, 26:10", True),
        ("Who needs a gym. 6k along the sea wall, 35:10", True),
        ("Pool closed, bike 20k", False),
        ("Walked out of the door at 6. 5k, 28:10", True),
        ("Walked into town, 5k, 58:10", False),
    ],
)
def test_who_is_met_and_what_is_shut_ran_nothing(read, text, is_run):
    """Somebody met on the way, a sport that did not take place and a door walked through are asides of a run."""
    assert read(text).is_run is is_run


@pytest.mark.parametrize(
    "text",
    [
        "10 km today at Marine Drive, 58 min. Sunrise was lovely",
        "15 km. 1:41:12. Route: the lake, three times and a bit. Fuel: coconut water",
        "8k tethered to Tom, 48:30. He hit a bollard, I didn't.",
    ],
)
def test_a_name_or_a_heading_takes_no_timed_run_along(read, text):
    """The Drive is a street, a route behind the figures is theirs, and Tom is no thing that is so long."""
    assert read(text).is_run


@pytest.mark.parametrize(
    "text",
    [
        "10 km drive today, 58 min",
        "Sunday: 15 km. Route: the lake, three times",
        "8k to Tom's, 48 min drive",
    ],
)
def test_a_drive_and_a_route_without_a_run_stay_none(read, text):
    """What was driven, or is only described, is not logged."""
    assert not read(text).is_run
