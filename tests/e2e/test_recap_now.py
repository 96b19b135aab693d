"""`/club recap now`: the recap that was to come, at once and once."""

from bot.schedule import service as schedules
from tests.e2e.recapping import post_now, to_monday, weeks


async def midweek(club):
    """Recaps come on Thursday at noon, and it is the Monday before: last week's is yet to come."""
    await to_monday(club)
    await club.boss.slash(club.lobby, "club recap set", day="3", time="12:00")
    await club.travel(days=7)


async def test_now_posts_at_once(running, sketched):
    """In the recap's place, for everybody, with its picture and its own button."""
    told, (posted,) = await post_now(running)
    assert posted.channel.id == running.room.id and running.room.mention in told
    result = await running.ana.click(posted, label="More")
    assert result.ephemeral


async def test_now_is_the_one_that_was_to_come(running, sketched):
    """The week has no second post on its day; runs that arrive correct this one; the week after comes."""
    await running.ana.slash(running.room, "run log", distance="9 km")
    await midweek(running)
    await running.post(running.ana, "3k in 18:00 yesterday")
    told, (posted,) = await post_now(running)
    assert "none comes on its day" in told and "**3 km**" in posted.content
    assert len(posted.attachments) == 1
    await running.ben.slash(running.room, "run log", distance="4 km", when="yesterday")
    await running.travel(minutes=16)
    assert "**7 km**" in running.seen(posted).content
    assert weeks(await running.heard(running.travel(days=4))) == []
    assert len(await to_monday(running)) == 1


async def test_now_again_is_a_second_one_by_wish(running, undrawn):
    """And takes nothing from the week after."""
    await midweek(running)
    await post_now(running)
    told, (again,) = await post_now(running)
    assert "none comes" not in told and "Our week" in again.content
    assert len(await to_monday(running)) == 1


async def test_now_that_discord_refused_comes_on_its_day(running, undrawn):
    """The organizer is told, and nothing is lost."""
    await midweek(running)
    where = f"/channels/{running.room.id}/messages"
    running.env.inject_error("POST", where, status=400, code=50035, message="no", times=1)
    told, posts = await post_now(running)
    running.errors_seen()
    assert posts == [] and "could not post" in told
    assert len(await to_monday(running)) == 1


async def test_now_whose_answer_was_lost_is_posted_once(running, undrawn):
    """A minute later the bot finds its own message, and the ledger knows it."""
    await midweek(running)
    running.wire.lose_answer("POST", "/channels/*/messages", times=1)
    told, posts = await post_now(running)
    assert "I look again" in told and len(posts) == 1
    again = await running.boss.slash(running.lobby, "club recap now")
    assert "on its way" in again.response.content
    running.errors_seen()
    await running.travel(minutes=6)
    later = weeks(await running.heard(running.travel(days=4)))
    assert later == []
    ended = await running.bot.database.read(schedules.of_message, posts[0].id)
    assert [one.state for one in ended] == ["sent"]


async def test_now_takes_up_what_waits_for_its_next_try(running, undrawn):
    """The channel was forbidden on the day; once it is allowed, nobody has to wait."""
    running.world.forbid(running.room, "send_messages")
    assert await to_monday(running) == []
    running.world.forbid(running.room)
    told, posts = await post_now(running)
    assert "none comes on its day" in told and len(posts) == 1
    later = weeks(await running.heard(running.travel(days=4)))
    assert later == []


async def test_now_and_a_crash_bring_one_message(running, sketched, monkeypatch):
    """The bot stops right after the send: the next process finds what was posted."""
    await midweek(running)
    with monkeypatch.context() as patch:
        patch.setattr("bot.schedule.ledger.settle", _failing)
        _, posts = await post_now(running)
    running.errors_seen()
    await running.restart()
    later = weeks(await running.heard(running.travel(days=4)))
    assert len(posts) == 1 and later == []


def _failing(*_, **__):
    raise RuntimeError
