"""A member's own recap, as it reaches whoever asked for it."""

import pytest
import pytest_asyncio

from bot.members import service as members
from bot.recaps.own import KIND
from bot.schedule import service as schedules

pytestmark = pytest.mark.usefixtures("undrawn")


@pytest_asyncio.fixture
async def asking(club):
    """Ana asked for hers; she and Ben ran."""
    await club.ana.slash(club.room, "my settings", dms="recap")
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "run log", distance="7 km", private=True)
    await club.post(club.ben, "8 km")
    return club


async def to_monday(club):
    """Travels to the next due recap; gives what came to Ana and to Ben."""
    found = await club.bot.database.read(schedules.find, KIND, club.guild.id, club.ana.id)
    await club.until(found.due_at)
    return [club.world.inbox(member.user) for member in (club.ana, club.ben)]


async def test_it_comes_once_to_whoever_asked(asking):
    """With private runs in it, by direct message, and to nobody else; a restart brings no second one."""
    (mine,), theirs = await to_monday(asking)
    assert "**2 times**, **12 km**" in mine.content and theirs == []
    await asking.restart()
    await asking.tick()
    assert len(asking.world.inbox(asking.ana.user)) == 1


async def test_helping_out_alone_is_told_too(club):
    """Whoever ran nothing that week and helped others hears of it; whoever did neither hears nothing."""
    await club.ana.slash(club.room, "my settings", dms="recap")
    await club.ben.slash(club.room, "my settings", dms="recap")
    await club.ana.slash(club.room, "run log", kind="volunteer")
    (mine,), theirs = await to_monday(club)
    assert "You helped out once" in mine.content and "went out" not in mine.content
    assert theirs == []


async def test_one_press_ends_it(asking):
    """For good, until it is asked for again."""
    (mine,), _ = await to_monday(asking)
    answer = await asking.ana.user.click(mine, label="No more of these")
    assert "No more recaps" in answer.response.content
    mine = await asking.bot.database.read(members.preferences_of, asking.ana.id)
    assert mine.dms == "off"
    await asking.post(asking.ana, "5k in 24:30")
    await asking.travel(days=8)
    assert "Your week" not in asking.world.inbox(asking.ana.user)[-1].content


async def test_closed_messages_switch_it_off(asking):
    """Nothing is tried again."""
    asking.wire.close_messages(asking.ana.user)
    assert (await to_monday(asking))[0] == []
    mine = await asking.bot.database.read(members.preferences_of, asking.ana.id)
    assert mine.dms == "off"


async def test_whoever_is_forgotten_gets_none(asking):
    """Nothing is left of it."""
    asked = await asking.ana.slash(asking.room, "my forget")
    await asking.ana.click(asked.response, custom_id="my:forget:0")
    await asking.travel(days=14)
    assert asking.world.inbox(asking.ana.user) == []
    assert await asking.rows("schedules WHERE member_id IS NOT NULL") == 0


async def test_ones_own_week_is_shown_on_demand(asking):
    """In private, also a week of which nothing is there."""
    mine = await asking.ana.slash(asking.room, "recap", mine="week", week="this")
    assert mine.ephemeral and "**12 km**" in mine.response.content
    before = await asking.ana.slash(asking.room, "recap", mine="week", week="last")
    assert "that is fine" in before.response.content


async def test_ones_own_month_is_shown_on_demand(asking):
    """By its name, or as the last or the running one; what names none is told so."""
    mine = await asking.ana.slash(asking.room, "recap", mine="month", week="this")
    assert mine.ephemeral and "**12 km**" in mine.response.content
    name = f"{asking.bot.clock():%B}"
    named = await asking.ana.slash(asking.room, "recap", mine="month", week=name)
    assert named.response.content == mine.response.content
    last = await asking.ana.slash(asking.room, "recap", mine="month")
    assert "Nothing of yours in that month" in last.response.content
    unread = await asking.ana.slash(asking.room, "recap", mine="month", week="<@1> soon")
    assert "which month" in unread.response.content and "<@1>" not in unread.response.content
    asking.errors_seen()


async def test_the_month_comes_after_its_last_day(asking):
    """Once, with private runs in it, and never on a day on which something else came."""
    for _ in range(35):
        await asking.travel(days=1)
    told = [m for m in asking.world.inbox(asking.ana.user) if "Your month" in m.content]
    assert len(told) == 1 and "**2 times**, **12 km**" in told[0].content
    days = [m.created_at.date() for m in asking.world.inbox(asking.ana.user)]
    assert len(days) == len(set(days))


async def test_it_follows_the_day_that_organizers_choose(asking):
    """And the time zone of the club, where its member chose none."""
    await asking.boss.slash(asking.lobby, "club recap set", day="2", time="18:00")
    await asking.boss.slash(asking.lobby, "club settings", zone="Asia/Tokyo")
    found = await asking.bot.database.read(schedules.find, KIND, asking.guild.id, asking.ana.id)
    assert (found.due_at.weekday(), found.due_at.hour) == (2, 9)
