"""What was told on demand and names somebody: kept in mind, and taken out of chat when the name is to go."""

from datetime import date, timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.named import service as named
from bot.named.model import KEPT, ToldWeek
from bot.removals import service as removals

OWLS, HARES = 1, 2
ANA, BEN, GUEST = 11, 12, -3
ROOM = 70
WEEK = date(2026, 11, 9)


@pytest.fixture
def told(tx, now):
    """Two clubs; Ana acted in both, Ben in one."""
    for club_id in (OWLS, HARES):
        clubs.ensure(tx, club_id, "Owls", now=now, defaults=Defaults())
        members.act(tx, club_id, ANA, "Ana", now=now)
    members.act(tx, OWLS, BEN, "Ben", now=now)
    return tx


def going(tx):
    """The ids of the messages that are to go from chat."""
    return sorted(removal.message_id for removal in removals.due(tx))


def test_what_names_a_member_goes_with_the_name(told, now):
    """A message of theirs alone and a board with others both go, once; what names others alone stays."""
    named.note(told, [ANA], ROOM, 1, now=now)
    named.note(told, [ANA, BEN], ROOM, 2, now=now)
    named.note(told, [BEN], ROOM, 3, now=now)
    named.take_away(told, ANA)
    assert going(told) == [1, 2]
    named.take_away(told, BEN)
    assert going(told) == [1, 2, 3]  # the board is gone already and not removed again


def test_a_message_noted_twice_is_one(told, now):
    """The same message that comes in again names the same members."""
    for _ in range(2):
        named.note(told, [ANA], ROOM, 1, now=now)
    named.take_away(told, ANA)
    assert going(told) == [1]


def test_guests_choose_nothing(told, now):
    """Nobody can ask that a guest is not named, so nothing is kept for it."""
    named.note(told, [GUEST], ROOM, 1, now=now)
    assert told.execute("SELECT count(*) FROM told_names").fetchone()[0] == 0


def test_weeks_that_were_told_are_known_by_club(told, now):
    """The oldest message first; one that is told anew says something else from then on."""
    for message_id, club_id in ((5, OWLS), (4, OWLS), (6, HARES)):
        named.note_week(told, ToldWeek(message_id, ROOM, club_id, WEEK, "before"), now=now)
    named.note_week(told, ToldWeek(5, ROOM, OWLS, WEEK, "after"), now=now)
    found = [(week.message_id, week.digest) for week in named.weeks(told, OWLS)]
    assert found == [(4, "before"), (5, "after")]


def test_recaps_are_told_anew_in_every_club_of_the_member(told):
    """Where they acted; a wish that comes in while that is done stands."""
    named.take_away(told, BEN)
    assert named.to_tell_anew(told) == {OWLS: 1}
    named.take_away(told, ANA)
    assert named.to_tell_anew(told) == {OWLS: 2, HARES: 1}
    named.told_anew(told, OWLS, 1)
    assert named.to_tell_anew(told) == {OWLS: 2, HARES: 1}
    named.told_anew(told, OWLS, 2)
    assert named.to_tell_anew(told) == {HARES: 1}


def test_what_is_long_past_is_let_go(told, now):
    """After ninety days nothing can be put right any more, and nothing of it is kept."""
    named.note(told, [ANA], ROOM, 1, now=now)
    named.note_week(told, ToldWeek(2, ROOM, OWLS, WEEK, "told"), now=now)
    named.purge(told, now=now + KEPT)
    assert len(named.weeks(told, OWLS)) == 1
    named.purge(told, now=now + KEPT + timedelta(seconds=1))
    named.take_away(told, ANA)
    assert named.weeks(told, OWLS) == [] and going(told) == []
