"""What every test of recaps begins with: runs in the database."""

from itertools import count

import pytest

from bot.members import service as members
from bot.runs import posts
from bot.runs.model import Post
from bot.runs.store import insert_run


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
