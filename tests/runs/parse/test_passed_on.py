"""Runs passed on, told of by a name, suggested or fallen through, beside runs of one's own."""

import pytest


def logs(read, text):
    """Whether a text is read as a run that needs no question."""
    return read(text).is_run


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("Kelly finally got out for a run", "finally got out for a run with Kelly"),
        ("our Janice were out for 3 mile Saturday", "we were out for 3 mile Saturday, Janice too"),
        ("Oli was pushed round parkrun in 28:10", "Oli was at parkrun. 28:10 for me"),
        ("my husband's gone for a run", "my husband's home so I went for a run"),
        ("Sal's on the treadmill, 30 mins in", "I'm on the treadmill, ran 30 mins"),
        ("Tom and the Welsh lot did 18k on Sunday in 1:40", "Tom and I did 18k on Sunday in 1:40"),
        ("Freya (10) ran the 3k in 14:40", "Freya (10) and I ran 3k in 14:40"),
        ("3rd finisher was a 13 yr old girl, 17:40", "3rd finisher, 17:40 for my 5k"),
        ("5k in 27:30 they did", "5k in 27:30 we did"),
    ],
)
def test_who_opens_a_sentence_by_name_has_run(read, theirs, own):
    """A name before a verb of going out for a run says whose it was, but for who was joined by the author."""
    assert not logs(read, theirs)
    assert logs(read, own)


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("posting on behalf of my dad: 5k, 31:20", "posting for accountability: 5k, 31:20"),
        ("24:58 for her first ever 5k!!", "24:58 for my first ever 5k!!"),
        ("10000m: heat A won by Constance, 36:51", "10000m: won by a whisker, 36:51"),
        ("Winner Tobias in 36:12, 10k", "10k in 36:12, winner!"),
        ("tracked you all day!! 4:02:02 marathon", "thanks for tracking me! 4:02:02 marathon"),
        ("Your friend Tess ran 12.8 km in 1:14:26", "My friend and I ran 12.8 km in 1:14:26"),
        ("my mate sent a pic from Rome, 16k in 1h36", "sent a pic from my run, 16k in 1h36"),
        ("Wilf's watch 51:02 for 9.5k", "Wilf's watch 51:02 for 9.5k, mine 51:04 for 9.5k"),
        (
            "dad's first run since the op! 3 miles, 28 mins",
            "first run since the op! 3 miles, 28 mins",
        ),
        ('"just a little 7 miler" says Norma, 81', '"just a little 7 miler". 1:08:10'),
        ("@coach_val she did it!!! 28:59 for 5k", "@coach_val did it!!! 28:59 for 5k"),
        ("ekiden total 2:58:40 for 42.195", "total 2:58:40 for 42.195"),
        ("Beth is back! 4k, 23 min, go Beth", "back! 4k, 23 min, go me"),
    ],
)
def test_what_is_passed_on_is_no_run_of_the_authors(read, theirs, own):
    """Whoever posts for somebody, tells who won, whose picture or watch it was, or "her 5k", tells of their run."""
    assert not logs(read, theirs)
    assert logs(read, own)


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("Sal's on the treadmill, 30 mins in", "telly's on the treadmill, 30 mins in"),
        ("Sal's gone for a run, 30 mins", "30 mins on Sal's treadmill"),
        ("Kelly finally got out for a run", "Brrrr finally got out for a run past Kelly"),
        ("Kelly finally got out for a run", "Kelly finally got out for a run with me"),
        ("my husband's gone for a run", "my husband's gone for a run with me"),
        ("our Jaxxon were out for 3 mile Saturday", "our legs were out for 3 mile Saturday"),
        ("Tom and the Welsh lot did 18k in 1:40", "Rain and the Welsh hills did 18k in 1:40"),
        (
            "Tom and the Welsh lot did 18 on Sunday in 1:40, I was at a christening",
            "Tom and me did 18 on Sunday in 1:40",
        ),
        (
            "Tom and the Welsh lot did 18 on Sunday in 1:40, I was at a christening",
            "Tom and the Welsh rain for 18k in 1:40",
        ),
        (
            "Freya (10) ran faster than half the club on Saturday, 24:40",
            "Freya (yes) ran faster than half the club on Saturday, 24:40",
        ),
        (
            "Freya (10) ran faster than half the club on Saturday, 24:40",
            "Saturday (10) ran faster than half the club, 24:40",
        ),
    ],
)
def test_only_a_name_or_an_owner_before_the_verb_has_run(read, theirs, own):
    """What owns a thing, is no known name or stands beside no age does not run in place of the author."""
    assert not logs(read, theirs)
    assert logs(read, own)


def test_a_name_joined_to_our_crew_is_no_run_of_others_alone(read):
    """The author is asked where the author is among those who did it."""
    assert read("Tom and our crew did 18k in 1:40").reason != "other_person"


def test_any_name_behind_our_is_anothers(read):
    """Nobody is asked about a run of somebody that only "our" tells to be one of the family."""
    assert read("our Jaxxon were out for 3 mile Saturday").reason == "other_person"


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("ekiden total 2:58:40 for 42.195", "ran the last leg of the relay in 25:10, 5k"),
        ("10k won by Constance in 36:51", "10k won by Constance. I ran 10k in 44:10"),
        ("10k in 36:51, won by Constance", "10k in 36:51, won by Constance, I was 40th"),
        ("10k in 36:51, won by Constance", "Race won by Constance. 10k in 36:51"),
        ("10k in 36:51, won by Constance", "10k in 36:51, cheered by Constance. Who won?"),
        ("10k in 36:51, won by Constance", "10k in 36:51, won a Constance mug"),
        ("10k in 36:51, won by Constance", "10k in 36:51, won by strides"),
        ("10k in 36:51, winner Tobias", "Winner Tobias in 36:12. My 10k 44:10"),
        ("10k in 36:51, winner Tobias", "10k in 36:51, winner today"),
        ("10k in 36:51, winner Tobias", "10k in 36:51, quiz Tobias about it"),
        ("10k in 36:51, winner Tobias", "10k in 36:51 past coach Tobias, best day"),
        ("tracked you all day!! 4:02:02 marathon", "tracked your route! 4:02:02 marathon"),
        (
            "tracked you all day!! 4:02:02 marathon",
            "tracked you all day!! I ran a 4:02:02 marathon",
        ),
        ("tracked you all day!! 4:02:02 marathon", "beat you all and Jo!! 4:02:02 marathon"),
        ("ekiden total 2:58:40 for 42.195", "my total 2:58:40 for 42.195, no relay"),
        ("my mate sent a pic, 16k in 1:36", "my mate sent a pic, I ran 16k in 1:36"),
        ("my mate sent a pic, 16k in 1:36", "my mate sent my pic, 16k in 1:36"),
        ("my mate sent a pic, 16k in 1:36", "16k in 1:36 then my mate sent a pic"),
        ("my mate sent a pic, 16k in 1:36", "my mate carried the map, 16k in 1:36"),
        ("wife sent a selfie, 10k 52:10", "wife ruined the selfie, 10k 52:10"),
        ("my mate sent a pic from Rome, 10k 52:10", "my mate sent a pic of me, 10k 52:10"),
        ("coach sent the photo, 10k 50:10", "coach sent the map, 10k 50:10 in the rain"),
        ("my mate sent a pic from Rome, 16k in 1:36", "just sent a pic from Rome, 16k in 1:36"),
    ],
)
def test_a_winner_a_picture_or_a_relay_beside_ones_own_run(read, theirs, own):
    """Only a relay's total, who won in the run's own words and a picture sent of others tell of others' runs."""
    assert not logs(read, theirs)
    assert logs(read, own)


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("24:58 in the rain for her 5k", "24:58 in the rain for my 5k"),
        ("24:58 for her first 5k", "24:58, beat her first 5k by 3s"),
        ("24:58 for her 5k", "24:58 for her club, 5k"),
        ("24:58 for her 5k", "24:58 for my 5k in her shoes"),
        ("24:58 for her 5k", "I got 24:58 for her 5k"),
        ("24:58 for her 5k", "24:58 with my daughter for her 5k"),
        ("posted this for my dad: 5k, 31:20", "posted this for accountability: 5k, 31:20"),
        ("Passing this on from Jim: 10k in 52:10", "Passing this on from the shower: 10k in 52:10"),
        ("Sarah asked me to post this: 5k in 29:40", "nobody asked me to post this: 5k in 29:40"),
        ("Jo texted: 10k, 49:58!!", "Legs protested: 10k with Jo, 49:58!!"),
        ("Jo texted: 10k, 49:58!!", "Jo vibes: 10k, 49:58!!"),
        ("Jo texted: 10k, 49:58!!", "Jo texted: fancy it? 10k, 49:58!!"),
        ("For Bev: 8k in 51:00", "For science: 8k with Bev in 51:00"),
        ("For Bev: 8k in 51:00", "Thanks Bev: 8k in 51:00"),
        ("For Bev: 8k in 51:00", "For Bev, 8k in 51:00"),
        ('"7 miler in 70 min" says Norma', "7 miler in 70 min, says Polarflow"),
        ('"7 miler in 70 min" says Norma', '"7 miler in 70 min" with Beth'),
        ('"7 miler in 70 min" says Norma', '"7 miler" says Norma. 1:03:00. I hung off her bumbag'),
        ('"7 miler in 70 min" says Norma', '"7 miler in 70 min" says the watch'),
    ],
)
def test_for_whom_it_is_posted_and_who_said_it_are_named(read, theirs, own):
    """Whose distance, who asked for the post and who is quoted must be told, or the run is the author's."""
    assert not logs(read, theirs)
    assert logs(read, own)


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("Wilf's watch 51:02 for 9.5k", "Wilf's hill 51:02 for 9.5k"),
        ("Wilf's run 51:02 for 9.5k", "Wilf's group run 51:02 for 9.5k"),
        ("Wilf's run: 3 miles, 28 mins", "Wilf's watch strap broke! 3 miles, 28 mins"),
        (
            "dad's first run since the op! 3 miles",
            "dad's first run since the op! I kept close, 3 miles",
        ),
    ],
)
def test_anothers_watch_or_run_heads_the_figures(read, theirs, own):
    """A watch or a run is told of as somebody's where nothing of the author's stands beside it."""
    assert not logs(read, theirs)
    assert logs(read, own)


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("my 5k stands at 22:58", False),
        ("stands to reason: 5k, 22:58", True),
        ("watch says run 39 min easy", False),
        ("watch says 39 min, easy run", True),
        ("physio said yes to 4km on Friday", False),
        ("4km on Friday, physio said yes, felt great", True),
        ("physio said yes and 4km yesterday", True),
        ("knee says 4km, physio happy", True),
        ("still got the medal for the virtual 21k", False),
        ("ran the virtual 21k for the medal", True),
        ("800s next Tuesday, 6 of them, 2 min rest", False),
        ("800s, 6 of them, 2 min rest", True),
        ("I'm faster on treadmill than road by 30s a km", False),
        ("10/10 would recommend the new 10k route", False),
        ("10/10 8k in 44:10", True),
        ("yomped 10k in 1:30:00", True),
        ("10k yomp in 1:50:00 with the lads", False),
        ("10k walk with the in-laws instead of a long run", False),
        ("the 10k in Leeds on Sunday went off without me", False),
        ("no one came to the club long run 😭", False),
        ("fell run Sunday got pulled because of the clag", False),
        ("fell run Sunday, got pulled along by the dog, 6k", True),
        ("my first ever race was a dash in 2009. 29 something for the 5k", False),
        ("2k wu, 10 x 2min on/1min off, 1k cd. Post your results by sunday", False),
        ("2k wu, 10 x 2min on/1min off, 1k cd. Posting from the bath", True),
    ],
)
def test_what_stands_is_suggested_or_fell_through_is_no_run(read, text, is_run):
    """Bests that stand, medals, what a watch or physio suggests and what did not come off are no runs."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("took both dogs out for four miles this morning", False),
        ("took both dogs out for four miles this morning, 36:20", True),
        ("took the dogs for an easy four miles this morning", True),
        ("the beginners all made it round 5k today", False),
        ("made it round 5k with the beginners today", True),
        ("got talking to an old gent who'd paced Ron Hill up to 15 miles", False),
        ("ran 15 miles with an old gent who'd paced Ron Hill", True),
        ("9.9 km and I'm not a person who does laps for the last 100 m. 55:00", True),
    ],
)
def test_dogs_are_walked_and_beginners_run_for_themselves(read, text, is_run):
    """A dog taken out so far, a group that made it round and whom somebody met are no runs of the author's."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Bev just back from 8k, looked fresh", False),
        ("Ian back from 20k, soaked", False),
        ("Bev just back from the half, 2:05", False),
        ("Jo and I back from 8k", True),
        ("Jo, just back from 8k", True),
        ("5k 24:10 this morning, her run not mine", False),
        ("5k 24:10 this morning, not mine", False),
        ("5k 24:10 this morning, his idea not mine", True),
    ],
)
def test_who_is_back_by_name_and_whose_run_it_was_not(read, text, is_run):
    """A run that somebody by name is back from, or that is said not to be the author's, is never logged."""
    assert logs(read, text) is is_run
