"""Without the right to read chat, a message whose words are kept from the bot says nothing about its run."""

import discord
import pytest
import pytest_asyncio

from bot.app import create_bot, intents
from bot.demo.simulator import World
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path):
    """A host who switched reading off."""
    return Settings(database=tmp_path / "club.sqlite", read_chat=False)


@pytest_asyncio.fixture
async def world(settings):
    """A Discord that shows the bot no words that are not for it, also where it asks for a message."""
    allowed = intents(read_chat=False)
    begun = World(
        lambda: create_bot(settings, clock=discord.utils.utcnow), approved_intents=allowed
    )
    await begun.start()
    yield begun
    await begun.stop()


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


async def test_what_the_bot_is_not_shown_is_not_told_of(club, undrawn):
    """A post that was logged from its menu can't be read again, so no recap names its milestone; a mention can."""
    us = f"<@{club.bot.user.id}>"
    post = await club.ana.send(club.room, "5k in 24:30")
    await club.ana.context_menu(club.room, "Log this as a run", post)
    await club.post(club.ben, f"{us} 5k in 24:30")
    result = await club.boss.slash(club.room, "club recap preview", week="this")
    (welcome,) = [line for line in result.response.content.split("\n") if "welcome" in line]
    assert club.ben.mention in welcome and club.ana.mention not in welcome
