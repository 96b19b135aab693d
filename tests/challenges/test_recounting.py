"""Changed rules are counted by readers, out of the way of whoever writes, and never over something newer."""

import pytest

from bot.challenges import recounting, service, standing, store, tallies
from bot.challenges.brought import brought
from bot.challenges.telling import tell

from .conftest import ANA, BEN, CLUB


@pytest.fixture
def play(tx, now, new_play):
    """A club whose runs count and are told."""
    return new_play(tx, now, brought, tellers=(tell,))


@pytest.fixture
def begun(play):
    """A challenge with a cap, in which Ana ran 8 km and Ben 5."""
    challenge = play.begin(goal="100 km", cap_run="6 km")
    play.log(ANA, "8 km")
    play.log(BEN, "5 km")
    return challenge


def stored(play, challenge):
    """What is stored of all shares."""
    rows = tallies.standings(play.tx, challenge.challenge_id)
    return {row.member_id: row.counted for row in rows}


def test_an_edit_leaves_the_shares_to_readers(play, begun):
    """Nothing is counted while the organizer's change is saved, and whoever looks sees the new figures at once."""
    play.change(begun, cap_run="")
    assert stored(play, begun) == {ANA: 6_000, BEN: 5_000}
    assert play.progress(begun).counted == 13_000 and play.board(begun)["Ana"] == 8_000
    assert play.own(begun, ANA).counted == 8_000
    (listed,) = standing.listing(play.tx, CLUB, ANA, now=play.now)
    assert (listed.own, listed.counted) == (8_000, 13_000)
    play.settle()
    assert stored(play, begun) == {ANA: 8_000, BEN: 5_000}
    assert recounting.count(play.tx, begun.challenge_id) is None


@pytest.mark.parametrize("what", ["log", "join", "leave", "edit", "turn"])
def test_a_count_that_was_overtaken_is_not_kept(play, begun, what):
    """Whatever happens between counting and keeping is in the next count."""
    play.change(begun, cap_run="")
    found = recounting.count(play.tx, begun.challenge_id)
    happens = {
        "log": lambda: play.log(BEN, "2 km"),
        "join": lambda: play.join(begun, ANA),
        "leave": lambda: play.leave(begun, BEN),
        "edit": lambda: play.change(begun, cap_run="7 km"),
        "turn": lambda: play.begin_weeks_on("sunday"),
    }
    happens[what]()
    assert not recounting.keep(play.tx, found, now=play.now)
    right = play.progress(begun)
    play.settle()
    assert play.progress(begun) == right
    assert store.outdated(play.tx) == []


def test_an_answer_waits_for_no_count(play, begun):
    """A run logged just then is told with what it brought, and without a total that would take counting."""
    play.change(begun, cap_run="7 km")
    logged = play.log(ANA, "9 km")
    told = [fact.value for fact in logged.facts if fact.name == "challenge"]
    assert told == ["+7 km of 9 km for **Autumn**"]
    play.settle()
    assert play.progress(begun).counted == 19_000


def test_what_has_no_card_is_counted_in_the_end(play, begun):
    """A challenge is never closed by figures that hold no more."""
    play.change(begun, cap_run="")
    play.wait(days=30)
    (closed,) = service.close_due(play.tx, now=play.now)
    assert closed.outcome.counted == 13_000


def test_weeks_that_begin_on_another_day_are_counted_anew(play):
    """A cap a week is one of the club's weeks, in what is stored, too."""
    challenge = play.begin(goal="100 km", cap_week="10 km")
    play.log(ANA, "9 km", day="2026-11-18")
    play.begin_weeks_on("sunday")
    play.wait(days=5)  # Monday, in a week that lasts until Saturday
    play.log(ANA, "8 km")
    play.settle()
    assert stored(play, challenge) == {ANA: 10_000}
    play.begin_weeks_on("monday")
    assert play.progress(challenge).counted == 17_000
    play.settle()
    assert stored(play, challenge) == {ANA: 17_000}
