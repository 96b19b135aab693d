"""Cheers: who may give one to whom, and how they are counted."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import almanac
from bot.cheers import service as cheers
from bot.cheers.refusals import CheersOneself, CheersQuietOne, GiverUnnamed, TooManyCheers
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import export, forget
from bot.members import service as members

CLUB, ANA, BEN, CARA = 1, 11, 12, 13


@pytest.fixture(autouse=True)
def club(tx, now):
    """The club in which all of this happens."""
    return clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())


def give(tx, now, cheered_id=BEN, member_id=ANA, club_id=CLUB):
    return cheers.give(tx, club_id, member_id, "Ana", cheered_id, defaults=Defaults(), now=now)


def test_one_a_day_is_counted_and_one_a_day_calls(tx, now):
    """The second of a day counts for nothing more, and calls only whoever was not called yet."""
    told = [give(tx, now), give(tx, now), give(tx, now, CARA), give(tx, now + timedelta(days=1))]
    assert [one.counted for one in told] == [1, None, None, 2]
    assert [one.pings for one in told] == [True, False, True, True]
    assert cheers.given(tx, CLUB, ANA) == 2
    assert cheers.given(tx, CLUB, BEN) == cheers.given(tx, 2, ANA) == 0


def test_the_day_is_the_givers_own(tx, now):
    """Two cheers around midnight in Tokyo are of two days there."""
    members.choose(tx, ANA, now=now, zone="Asia/Tokyo")
    midnight = now.replace(hour=15)
    assert give(tx, midnight - timedelta(seconds=1)).counted == 1
    assert give(tx, midnight).counted == 2


@pytest.mark.parametrize("quiet", ["pause", "choice"])
def test_nobody_can_tell_a_pause_from_a_choice(tx, now, quiet):
    """Whoever is not to be named is neither cheered nor gives one, whatever the reason; nothing is kept."""
    for member_id in (BEN, CARA):
        if quiet == "pause":
            members.pause(tx, member_id, 7, None, today=now.date(), now=now)
        else:
            members.choose(tx, member_id, now=now, named=False)
    with pytest.raises(CheersQuietOne):
        give(tx, now)
    with pytest.raises(GiverUnnamed):
        give(tx, now, ANA, member_id=CARA)
    assert cheers.given(tx, CLUB, ANA) == cheers.given(tx, CLUB, CARA) == 0


def test_not_for_oneself_and_not_without_end(tx, now):
    """One's own cheer is refused, and so is the twenty-first of a day."""
    with pytest.raises(CheersOneself):
        give(tx, now, ANA)
    for number in range(cheers.PER_DAY):
        give(tx, now, 100 + number)
    with pytest.raises(TooManyCheers):
        give(tx, now)
    assert give(tx, now + timedelta(days=1)).counted == 2


def test_one_that_reached_nobody_was_not_given(tx, now):
    """What could not be said counts for nothing, and the next one calls as if it were the first."""
    cheers.take_back(tx, give(tx, now).cheer_id)
    assert cheers.given(tx, CLUB, ANA) == 0
    again = give(tx, now)
    assert again.pings and again.counted == 1


def test_what_was_given_is_the_givers(tx, now):
    """Their export has it without the other one, who has nothing of it and takes only their own id along."""
    give(tx, now)
    (row,) = export.gather(tx, ANA)["cheers"]
    assert row["day"] == "2026-11-18" and str(BEN) not in map(str, row.values())
    assert export.gather(tx, BEN)["cheers"] == []
    forget.forget(tx, BEN, until=almanac.to_ms(now))
    assert cheers.given(tx, CLUB, ANA) == 1
    assert [r["cheered_id"] for r in tx.execute("SELECT cheered_id FROM cheers")] == [None]
    forget.forget(tx, ANA, until=almanac.to_ms(now))
    assert tx.execute("SELECT count(*) FROM cheers").fetchone()[0] == 0


@settings(max_examples=60)
@given(hours=st.lists(st.integers(0, 100), max_size=15))
def test_counted_are_the_days(new_tx, hours):
    """However cheers fall, the count is that of the days with one, and each day counts with its first."""
    now = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
    with new_tx() as tx:
        clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())
        told = [give(tx, now + timedelta(hours=hour)).counted for hour in sorted(hours)]
        days = {(now + timedelta(hours=hour)).date() for hour in hours}
        assert cheers.given(tx, CLUB, ANA) == len(days)
        assert [one for one in told if one] == list(range(1, len(days) + 1))
