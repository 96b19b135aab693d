"""What is only spoken of inside of a conversation is no run of its author's."""

import pytest

ANSWERED = [
    "the ski machine isn't running. 15k on it, well done, still isn't",
    "ok 10k it is, well done, still not doing it with you",
    "18 miles in 2:41 in that heat is outrageous @Fin, go and lie down",
    '"ran 6k after a curry" that\'s all I needed to know thanks',
    "8 miles at 7:30s and she's moaning about it",
    "while you were running 10 miles I was asleep",
    "12k Sam! Twelve!",
    "ooh 8 miles, get you",
    "13 miles, 13 stone, you do you",
    "Jeff Galloway did it to about 2:16 with it so",
]
LONG_AGO = [
    "my first parkrun was 41:55 and i cried at the finish, that's 2017, it gets better",
    "I did the 10k there before lockdown, 56ish, nice medal",
    "ran it in jeans once for a bet, 31 min",
]
SET = [
    "I think it was 5x1000 off 90 secs",
    "session was 8x2 min hills, half of you missed a good one",
    "I'll take the third leg, 4.2 miles, no cow fields please",
    "Two groups tonight, 6 miles at 9s or 4 at 10s, shout if you can lead",
    "10k by March, that's the deal with my sister",
    "we did have a 0 to 5k course, it's back on Jan 11th",
]
OF_THINGS = [
    "Sorry I bailed, meeting ran til 7:15 and by then you'd be at the canal",
    "that's rubbish after all those 20 milers too",
    "it's 3.1 miles to the bridge and 3.1 back, hence everyone turning there",
    "nobody runs a mile on our track",
    "I'm 2:10ish for the half so I'll stand with the 2:15 balloon",
]
RUNS = [
    "8k easy, well done",
    "6 slow miles, the sort you don't tell anyone about, telling you",
    "broke 50 minutes for 10k. I'm not crying, you're crying",
    "10k done, well done me, kettle on",
    "8k with the group this morning, well done everyone, lovely to see new faces",
    "7k 42:00 this morning and she's still asleep upstairs so nobody's even noticed",
    "while you were sleeping I ran 10k",
    "Cheers Ravi! First half since 2018 and a 1:47:30 on Sunday, chuffed",
    "It was 8x400 tonight and I managed all 8 @Bev",
    "meeting ran til 6 so just a short one, 6k in 33:10 tonight",
    "ran it once round, 31 min",
    "nobody came so I ran 10k",
    "I'm chuffed with 52:10 for the 10k",
    "It's 5.7k to the lock so there and back 11.4k this morning, lovely",
    "5K @ 6:10/km after 2 weeks of viral, lungs are crying",
]


@pytest.mark.parametrize("text", ANSWERED + LONG_AGO + SET + OF_THINGS)
def test_what_is_spoken_of_in_a_conversation_is_not_logged(read, text):
    """Figures that are answered, remembered, set or of some thing are never taken for a run just told."""
    assert not read(text).is_run


@pytest.mark.parametrize("text", RUNS)
def test_an_own_run_told_in_a_conversation_is_logged(read, text):
    """Praise, a year, a meeting or somebody asleep beside an own run leave it one."""
    assert read(text).is_run
