"""A short form of the years that `make soak` plays."""

from datetime import UTC, datetime

import pytest

from tests.schedule.simulation import play


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_week_of_every_club_ends_once(seed):
    """Crashes, downtimes and changed settings: no week twice, none dropped, none missed while the bot was up."""
    ended = play(0.7, seed, start=datetime(2011, 9, 7, tzinfo=UTC))
    assert ended["sent "] > 200
