"""What lies next in a challenge, for a member and for everybody's ears."""

from datetime import timedelta

import pytest

from bot.challenges import service as challenges
from bot.challenges.brought import brought
from bot.challenges.model import Ahead
from bot.clubs import service as clubs
from tests.challenges.conftest import ANA, BEN, CLUB, LAST
from tests.rooms import NOW


@pytest.fixture
def play(tx, new_play):
    """A club in which runs are counted for challenges."""
    return new_play(tx, NOW, brought)


def ahead(play, member_id=ANA, *, public=False):
    club = clubs.find(play.tx, CLUB)
    return challenges.next_for(play.tx, club, member_id, public=public, now=play.now)


def test_what_is_left_together(play):
    """All runs count for it, in public too, since the card shows the same."""
    challenge = play.begin(kind="together", goal="100 km")
    play.join(challenge, ANA)
    play.join(challenge, BEN)
    play.log(ANA, "10 km", private=True)
    play.log(BEN, "5 km")
    left = Ahead("Autumn", 85_000, "distance", LAST)
    assert ahead(play) == ahead(play, public=True) == left


def test_the_next_stop_of_a_journey(play):
    """The first stop that the club has not reached."""
    challenge = play.begin(kind="journey", own_route="Home\n0 Door\n10 Bridge\n30 Sea")
    play.join(challenge, ANA)
    play.join(challenge, BEN)
    assert ahead(play) == Ahead("Autumn", 10_000, "distance", LAST, stop="Bridge")
    play.log(ANA, "12 km")
    assert ahead(play) == Ahead("Autumn", 18_000, "distance", LAST, stop="Sea")


def test_a_goal_of_ones_own_is_told_by_public_runs_in_public(play):
    """What a member ran privately is in their own figure alone."""
    challenge = play.begin(kind="each", goal="20 km")
    play.join(challenge, ANA)
    play.log(ANA, "5 km")
    play.log(ANA, "7 km", private=True)
    assert ahead(play) == Ahead("Autumn", 8_000, "distance", LAST, own=True)
    assert ahead(play, public=True) == Ahead("Autumn", 15_000, "distance", LAST, own=True)


def test_nothing_lies_ahead_of_who_is_in_none(play):
    """Neither before it begins, nor for who did not join or left, nor once all is reached, nor after it."""
    challenge = play.begin(kind="each", goal="20 km")
    assert ahead(play) is None
    play.join(challenge, ANA)
    assert ahead(play) is not None
    play.log(ANA, "20 km")
    assert ahead(play) is None
    play.join(challenge, BEN)
    play.leave(challenge, BEN)
    assert ahead(play, BEN) is None
    play.wait(days=30)
    assert ahead(play) is None


def test_of_several_the_first_to_end_that_has_something_left(play):
    """A reached one makes room for the next."""
    late = play.begin(name="Later", kind="each", goal="50 km", last=LAST + timedelta(days=5))
    soon = play.begin(name="Sooner", kind="each", goal="5 km")
    for challenge in (late, soon):
        play.join(challenge, ANA)
    assert ahead(play).name == "Sooner"
    play.log(ANA, "6 km")
    assert ahead(play) == Ahead("Later", 44_000, "distance", LAST + timedelta(days=5), own=True)
