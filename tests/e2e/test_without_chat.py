"""Without the right to read chat, a message whose words are kept from the bot says nothing about its run."""

import pytest

from bot.settings import Settings


@pytest.fixture
def settings(tmp_path):
    """A host who switched reading off."""
    return Settings(database=tmp_path / "club.sqlite", read_chat=False)


async def test_an_unreadable_edit_takes_no_run_away(club):
    """A post that was logged from its menu keeps its run and ✅ when it is edited."""
    post = await club.ana.send(club.room, "5k in 24:30")
    await club.ana.context_menu(club.room, "Log this as a run", post)
    await club.ana.edit(post, "5k in 24:30, felt great")
    assert club.marks(post) == ["✅"]
    assert "5 km in 24:30" in await club.listed(club.ana)


async def test_a_mention_is_followed_all_the_same(club):
    """Where the words reach the bot, an edit changes the run."""
    us = f"<@{club.bot.user.id}>"
    await club.post(club.ana, f"{us} 5k in 24:30")
    post = club.room.history()[-2]
    await club.ana.edit(post, f"{us} 5k in 24:31")
    assert "24:31" in await club.listed(club.ana)
