"""The board: together first, ranked only where it was turned on."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.boards import service
from bot.boards.model import SHOWN, Standing, ranking
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.members import service as members
from tests.rooms import TODAY

ANA, BEN, CARA = 11, 12, 13


def board(runner, metric="distance", period="week", member_id=ANA):
    return service.board(
        runner.tx,
        runner.club_id,
        member_id,
        period=period,
        metric=metric,
        now=runner.now,
        defaults=Defaults(),
    )


def turn_rankings_on(runner):
    wishes = Wishes(rankings=True)
    clubs.choose(runner.tx, runner.club_id, "Owls", wishes, now=runner.now, defaults=Defaults())


@pytest.fixture
def three(runner):
    """Ana ran 5 km, Ben 8, Cara 5 in public and 20 in private."""
    runner.log(TODAY, 5000, 1500)
    runner.log(TODAY, 8000, 3000, member_id=BEN)
    runner.log(TODAY, 5000, 1800, member_id=CARA)
    runner.log(TODAY, 20_000, 7200, member_id=CARA, private=True)
    return runner


def test_helping_out_is_an_active_day_and_no_run(three):
    """It makes the club's active days more, and its runs not."""
    three.log(TODAY - timedelta(days=1), kind="volunteer")
    turn_rankings_on(three)
    found = board(three)
    assert (found.together.sums.runs, found.together.sums.days) == (4, 4)
    for metric, figure in (("runs", 1), ("days", 2)):
        places = board(three, metric).places
        assert [p.standing.value for p in places if p.standing.member_id == ANA] == [figure]


def test_everything_counts_together(three):
    """Private runs are in what the club did; nobody is ranked unless an organizer wished it."""
    found = board(three)
    assert (found.together.sums.distance, found.together.people) == (38_000, 3)
    assert (found.together.sums.runs, found.together.sums.days) == (4, 3)
    assert found.places == ()


def test_a_ranking_knows_public_runs_alone(three):
    """Ana and Cara share the second place, whatever Cara ran in private."""
    turn_rankings_on(three)
    places = board(three).places
    assert [(p.rank, p.standing.member_id) for p in places] == [(1, BEN), (2, ANA), (2, CARA)]


@pytest.mark.parametrize(
    "away", [{"named": False}, {"rankings": False}], ids=["not named", "opted out"]
)
def test_whoever_wishes_is_left_out(three, away):
    """Not to be named and not to be ranked both leave a member out; their runs count together."""
    turn_rankings_on(three)
    members.choose(three.tx, BEN, now=three.now, **away)
    found = board(three)
    assert BEN not in {place.standing.member_id for place in found.places}
    assert found.together.people == 3


def test_a_pause_looks_the_same(three):
    """A paused member is left out like one who is not named, and back after it."""
    turn_rankings_on(three)
    members.pause(three.tx, BEN, 1, None, today=TODAY, now=three.now)
    assert BEN not in {place.standing.member_id for place in board(three).places}
    three.now += timedelta(days=1)
    assert BEN in {place.standing.member_id for place in board(three).places}


def test_metrics_rank_differently(three):
    """By runs all are equal, by time Ben leads."""
    turn_rankings_on(three)
    assert {place.rank for place in board(three, "runs").places} == {1}
    assert board(three, "time").places[0].standing.member_id == BEN
    assert board(three, "days", "all").places[0].rank == 1


@given(
    values=st.lists(st.integers(0, 9), min_size=1, max_size=60),
    mine=st.integers(0, 59),
)
def test_a_member_finds_themselves(values, mine):
    """Whoever has a rank is on their own board, equals share it, and it never shows more than it should."""
    standings = [Standing(n, value) for n, value in enumerate(values)]
    places = ranking(standings, around=mine)
    shown = {place.standing.member_id for place in places}
    assert len(places) == len(shown) <= SHOWN
    if mine < len(values) and values[mine]:
        assert mine in shown
    for place in places:
        assert place.rank == 1 + sum(value > place.standing.value for value in values)
