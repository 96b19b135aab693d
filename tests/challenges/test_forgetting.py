"""What becomes of a challenge when a member is forgotten."""

from datetime import timedelta

import pytest

from bot import almanac
from bot.challenges import service, standing, tallies
from bot.challenges.brought import brought
from bot.challenges.recounting import all_shares
from bot.members.forget import forget

from .conftest import ANA, BEN, CLUB


@pytest.fixture
def play(tx, now, new_play):
    """A club whose runs count."""
    return new_play(tx, now, brought)


def test_a_running_challenge_counts_on_without_a_forgotten_member(play):
    """Their runs are gone, and so is what these brought; the sums are those of who is left."""
    challenge = play.begin(kind="each", goal="100 km")
    for member_id in (ANA, BEN):
        play.join(challenge, member_id)
        play.log(member_id, "5 km")
    forget(play.tx, ANA, until=almanac.to_ms(play.now))
    found = play.progress(challenge)
    assert (found.counted, found.participants) == (5_000, 1)
    assert tallies.totals(play.tx, challenge.challenge_id) == {0: (5_000, 1)}


def test_who_comes_back_counts_from_then_on(play):
    """Forgotten up to an instant, a member has what they ran and joined after it."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "5 km")
    until = play.now
    play.wait(hours=1)
    play.log(ANA, "3 km")
    forget(play.tx, ANA, until=almanac.to_ms(until))
    assert play.progress(challenge).counted == 3_000
    assert all_shares(play.tx, play.find(challenge))[ANA].counted == 3_000


def test_a_closed_challenge_keeps_its_totals(play):
    """The club still ran as far as it did, and somebody without a name was there."""
    challenge = play.begin(kind="each", goal="100 km")
    for member_id in (ANA, BEN):
        play.join(challenge, member_id)
        play.log(member_id, "5 km")
    play.wait(days=30)
    service.close_due(play.tx, now=play.now)
    forget(play.tx, ANA, until=almanac.to_ms(play.now + timedelta(days=1)))
    found = play.progress(challenge)
    assert (found.counted, found.participants, found.percent) == (10_000, 2, 5)
    board = standing.board(play.tx, CLUB, challenge.challenge_id, now=play.now)
    assert ([row.name for row in board.rows], board.former) == (["Ben"], 1)


def test_an_organizer_who_is_forgotten_leaves_no_trace(play):
    """Nobody is told any more who began or opened a challenge."""
    draft = play.draft(by=ANA, goal="1 km")
    forget(play.tx, ANA, until=almanac.to_ms(play.now))
    assert play.edit(draft, by=BEN, goal="2 km").rules.goal == 2_000
