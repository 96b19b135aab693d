"""What a club is asked, when, and which question takes its turn."""

from datetime import time, timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.clubs.refusals import TimeOfDayUnread
from bot.prompts import service as prompts
from bot.prompts.model import KINDS, MILES, QUESTION, When
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import NO_CHANNEL, Ready, Sent, Skipped

CLUB, ROOM, CORNER = 7 << 22, 70, 71
DEFAULTS = Defaults()


@pytest.fixture
def club(tx, now):
    """A club with a run channel."""
    clubs.ensure(tx, CLUB, "Owls", now=now, defaults=DEFAULTS)
    return clubs.read_runs_in(tx, CLUB, "Owls", [ROOM], now=now, defaults=DEFAULTS).after


def choose(tx, now, prompt=QUESTION, **wishes):
    prompts.choose(tx, CLUB, "Owls", prompt, now=now, defaults=DEFAULTS, **wishes)


def asked(tx, days, *, now, attempts=1):
    """Lets days go by; gives what was asked, each thing tried so many times."""
    said = []
    for _ in range(days * 24):
        now += timedelta(hours=1)
        for occurrence in ledger.claim(tx, now=now) or []:
            tries = []
            for _ in range(attempts):
                ready = prompts.due(tx, occurrence, now)
                prompts.note(tx, occurrence)
                tries.append(ready)
            assert len(set(tries)) == 1
            said.append(tries[0])
            ledger.settle(tx, {occurrence: Sent(ROOM, 1)}, now=now)
    return said


def test_nothing_is_asked_before_an_organizer_switches_it_on(tx, now, club):
    """Both are off, with days and a time suggested."""
    assert asked(tx, 14, now=now) == []
    assert [when.active for when in prompts.chosen(tx, CLUB).values()] == [False, False]
    choose(tx, now, active=True)
    assert prompts.chosen(tx, CLUB)[QUESTION] == When(frozenset({1, 2, 3, 4}), time(12))


def test_days_are_chosen_and_none_is_off(tx, now, club):
    """The days chosen before are remembered for when it is switched on again."""
    choose(tx, now, weekdays=[5, 6])
    assert prompts.chosen(tx, CLUB)[QUESTION] == When(frozenset({5, 6}), time(12))
    choose(tx, now, weekdays=[])
    assert prompts.chosen(tx, CLUB)[QUESTION] == When(frozenset({5, 6}), time(12), active=False)
    choose(tx, now, active=True)
    assert prompts.chosen(tx, CLUB)[QUESTION].active


def test_times_are_typed(tx, now, club):
    """What is left empty stays; what is no time changes nothing; what is off stays off."""
    choose(tx, now, active=True)
    typed = {MILES: "", QUESTION: "6:30 pm"}
    prompts.choose_times(tx, CLUB, "Owls", typed, now=now, defaults=DEFAULTS)
    found = prompts.chosen(tx, CLUB)
    assert (found[QUESTION].at, found[MILES].at, found[MILES].active) == (
        time(18, 30),
        time(9),
        False,
    )
    prompts.choose_times(tx, CLUB, "Owls", {MILES: "7"}, now=now, defaults=DEFAULTS)
    assert prompts.chosen(tx, CLUB)[MILES] == When(frozenset({0}), time(7), active=False)
    with pytest.raises(TimeOfDayUnread):
        prompts.choose_times(tx, CLUB, "Owls", {QUESTION: "24:00"}, now=now, defaults=DEFAULTS)


@pytest.mark.parametrize(("prompt", "weeks"), [(MILES, 53), (QUESTION, 21)])
def test_nothing_is_asked_twice_before_all_was_asked(tx, now, club, prompt, weeks):
    """Monday miles repeat within no year; questions on five days a week within no five months."""
    choose(tx, now, prompt, weekdays=[0] if prompt == MILES else range(5))
    words = [ready.about.words for ready in asked(tx, weeks * 7, now=now, attempts=2)]
    assert len(words) == len(set(words)) == weeks * (1 if prompt == MILES else 5)


def test_what_was_asked_longest_ago_takes_its_turn(tx, now, club):
    """After all of them the first comes again, then the second."""
    choose(tx, now, weekdays=range(7))
    words = [ready.about.words for ready in asked(tx, 2 * 105 + 1, now=now)]
    whole = len(prompts.shelf(QUESTION))
    assert words[whole:][:20] == words[:20]


def test_two_clubs_are_not_asked_the_same(tx, now, club):
    """Each begins somewhere else."""
    for number in range(1, 6):
        club_id = number << 22
        clubs.ensure(tx, club_id, "Owls", now=now, defaults=DEFAULTS)
        clubs.read_runs_in(tx, club_id, "Owls", [ROOM], now=now, defaults=DEFAULTS)
        prompts.choose(tx, club_id, "Owls", QUESTION, weekdays=range(7), now=now, defaults=DEFAULTS)
    firsts = {ready.about.words for ready in asked(tx, 1, now=now)}
    assert len(firsts) == 5


def test_they_stand_in_the_prompts_channel_else_in_the_run_channel(tx, now, club):
    """Without any channel nothing is asked, and the ledger says why."""
    choose(tx, now, weekdays=range(7))
    (ready,) = asked(tx, 1, now=now)
    assert ready.channel_ids == (ROOM,)
    clubs.speak_in(tx, CLUB, "Owls", "prompts", CORNER, now=now, defaults=DEFAULTS)
    (ready,) = asked(tx, 1, now=now + timedelta(days=1))
    assert isinstance(ready, Ready) and ready.channel_ids == (CORNER, ROOM)
    for channel in (CORNER, ROOM):
        clubs.channel_gone(tx, channel)
    (skipped,) = asked(tx, 1, now=now + timedelta(days=2))
    assert skipped == Skipped(NO_CHANNEL)


def test_prompts_follow_the_zone_of_their_club(tx, now, club):
    """Noon is noon where the club is."""
    choose(tx, now, weekdays=range(7))
    wishes = Wishes(zone="America/New_York")
    clubs.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    found = schedules.find(tx, KINDS[QUESTION], CLUB, CLUB)
    assert found.due_at.hour == 17 and found.plan.zone == "America/New_York"


def test_one_of_ones_own_stays_the_same_and_is_another(tx, now, club):
    """Under one message a member gets one more question, and not the one that stands there."""
    choose(tx, now, weekdays=range(7))
    at = now + timedelta(days=1)
    (occurrence,) = ledger.claim(tx, now=at)
    prompts.note(tx, occurrence)
    public = prompts.due(tx, occurrence, at).about.words
    number = occurrence.occurrence_id
    mine = {member: prompts.one_for(tx, CLUB, member, number) for member in range(200)}
    assert public not in mine.values() and len(set(mine.values())) > 50
    assert mine[3] == prompts.one_for(tx, CLUB, 3, number)
    assert prompts.one_for(tx, CLUB, 3, number + 1) is None
    assert prompts.one_for(tx, CLUB + 1, 3, number) is None
