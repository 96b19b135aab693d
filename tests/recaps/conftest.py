"""What every test of recaps begins with: a club that wants them, and runs in the database."""

from itertools import count

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.recaps import service as recaps
from bot.runs import posts
from bot.runs.model import Draft, Post
from bot.runs.store import insert_run

CLUB = 7


@pytest.fixture
def store_run(tx, now):
    """Stores a run of a member or a guest, as drafted, and gives its post."""
    sources = count()

    def add(club_id, member_id, draft, *, private=False, posted_at=now):
        post = Post(
            club_id=club_id,
            club_name="Owls",
            member_id=member_id,
            member_name="x",
            source=f"test:{next(sources)}",
            private=private,
            posted_at=posted_at,
        )
        stored = posts.insert(tx, post, zone="UTC", text_hash=None)
        insert_run(tx, stored, 0, draft, logged_at=0)
        if member_id > 0:
            members.act(tx, club_id, member_id, f"Member {member_id}", now=now)
        return stored

    return add


@pytest.fixture
def club(tx, now):
    """A club, with recaps as they come of themselves."""
    found = clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())
    recaps.begin(tx, found, now=now)
    return found


@pytest.fixture
def log(store_run, club):
    """Stores a run of a member."""

    def add(member_id, day, metres=5000, *, private=False, kind=None):
        return store_run(CLUB, member_id, Draft(day, metres, None, kind), private=private)

    return add
