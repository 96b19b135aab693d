"""What every test of runs begins with: a post of Ana's."""

import pytest

from bot.runs.model import Post


@pytest.fixture
def post(now):
    """A message in the run channel, not logged yet."""
    return Post(1, "Owls", 11, "Ana", "message:1", now, channel_id=5, message_id=1)
