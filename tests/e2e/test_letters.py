"""Letters from a year, as members meet them."""

import pytest
import pytest_asyncio

from bot.recaps import letters
from bot.recaps.model import KINDS
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, YEAR

pytestmark = pytest.mark.usefixtures("sketched")


@pytest_asyncio.fixture
async def running(club):
    """Ana ran in public and in private, Ben in public, on the second of January."""
    await club.travel(days=1)
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "run log", distance="7 km", private=True)
    await club.post(club.ben, "8 km")
    return club


async def until(club, kind, owner):
    """Travels to when that is due; gives what was posted then."""
    found = await club.bot.database.read(schedules.find, kind, club.guild.id, owner)
    return await club.until(found.due_at)


async def test_ones_own_letter_is_private_until_it_is_shared(running):
    """With every run and a picture; what others see of it is public, and pings nobody."""
    mine = await running.ana.slash(running.room, "recap", mine="year", week="2026")
    assert mine.ephemeral and "**12 km**" in mine.response.content
    (picture,) = mine.response.attachments
    assert picture.filename == "year-2026.png" and "12 km" in picture.description
    (shared,) = [
        m
        for m in await running.heard(running.ana.click(mine.response, label="Share it here"))
        if "A letter from" in m.content
    ]
    assert "**5 km**" in shared.content and "12 km" not in shared.content
    assert "12 km" not in shared.attachments[0].description


async def test_without_a_name_nothing_is_shared(running):
    """The answer says why, and nothing is posted."""
    mine = await running.ana.slash(running.room, "recap", mine="year", week="2026")
    await running.ana.slash(running.room, "my settings", named=False)
    posted = await running.heard(running.ana.click(mine.response, label="Share it here"))
    assert [m for m in posted if "letter from" in m.content] == []
    running.errors_seen()


async def test_a_year_without_a_run_has_no_letter(running):
    """A kind line instead, and a year that is none is asked for again."""
    mine = await running.ana.slash(running.room, "recap", mine="year", week="2025")
    assert "that is fine" in mine.response.content and not mine.response.attachments
    refused = await running.ana.slash(running.room, "recap", mine="year", week="soon")
    assert "2025" in refused.response.content
    running.errors_seen()


async def test_the_letter_comes_by_direct_message_to_whoever_asked(running):
    """On the first morning of the next year, with its picture, once."""
    await running.ana.slash(running.room, "my settings", dms="recap")
    await until(running, letters.KIND, running.ana.id)
    await running.tick()
    (mine,) = [m for m in running.world.inbox(running.ana.user) if "A letter from" in m.content]
    assert "**12 km**" in mine.content and len(mine.attachments) == 1
    assert [m for m in running.world.inbox(running.ben.user) if "letter" in m.content] == []


async def test_a_club_reads_its_month_and_its_year_where_it_chose_to(running):
    """Each with a picture and everyone who ran; neither comes unless it was switched on."""
    assert await running.rows("schedules WHERE kind != 'weekly recap'") == 0
    await running.boss.slash(running.lobby, "club recap set", kinds="yearly")
    month = await until(running, KINDS[MONTH], running.guild.id)
    (told,) = [m for m in month if "Our month" in m.content]
    assert "**20 km**" in told.content and told.attachments[0].filename.endswith(".png")
    year = await until(running, KINDS[YEAR], running.guild.id)
    (told,) = [m for m in year if "A letter from our year" in m.content]
    assert running.ben.mention in told.content and len(told.attachments) >= 1
