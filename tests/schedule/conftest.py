"""Plans in a club, and a ledger to keep them in."""

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults

CLUB = 7


@pytest.fixture
def club(tx, now):
    """A club that plans can belong to."""
    clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())
    return CLUB
