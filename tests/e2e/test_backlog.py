"""An organizer has the last 30 days read in: every run counts once, quietly, whatever comes between."""

from datetime import timedelta

import pytest

BUTTON = "Read the last 30 days too"


async def written_before(fresh, *texts, member=None, days=0):
    """Posts in the room that nobody reads yet, `days` before the present."""
    posts = [await (member or fresh.ana).send(fresh.room, text) for text in texts]
    fresh.world.skip(timedelta(days=days, minutes=1))
    return posts


async def chosen(fresh):
    await fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room)


async def read_back(club, member=None):
    """Press the button in the channels panel; what the presser is told."""
    panel = await (member or club.boss).slash(club.lobby, "club channels")
    result = await (member or club.boss).click(panel.response, label=BUTTON)
    assert result.ephemeral
    return result.response.content


def shown(club):
    """The message that shows the progress, as it is now."""
    return [
        m for m in club.lobby.history() if "last 30 days of" in m.content or "Stopped" in m.content
    ]


def said_in_the_room(club):
    """What the bot wrote in the run channel."""
    return [m for m in club.room.history() if m.author.id == club.bot.user.id]


async def test_runs_from_before_the_bot_count_once(fresh):
    """Every run of the last 30 days counts on its own day, one line sums up, and a second reading finds nothing new."""
    await written_before(fresh, "10k in 55:00", days=40)
    await written_before(fresh, "5k in 24:30", "who runs on Sunday?", days=20)
    await written_before(fresh, "3k in 18:00 and 4k in 25:00", member=fresh.ben, days=1)
    await chosen(fresh)
    assert "show here how far" in await read_back(fresh)
    (line,) = shown(fresh)
    assert "3 runs count from now on" in line.content and line.components == []
    assert said_in_the_room(fresh) == []
    assert "5 km in 24:30" in await fresh.listed(fresh.ana)
    days = await fresh.bot.database.read(
        lambda tx: [r[0] for r in tx.execute("SELECT day FROM runs ORDER BY run_id")]
    )
    today = fresh.env.now().date()
    assert days[0] == str(today - timedelta(days=21))
    await read_back(fresh)
    assert await fresh.rows() == 3
    assert "counts already" in shown(fresh)[-1].content


async def test_only_what_is_younger_than_a_week_gets_its_mark(fresh):
    """Old posts are left as they are, so that a channel is not flooded with reactions."""
    (old,) = await written_before(fresh, "5k in 24:30", days=20)
    (young,) = await written_before(fresh, "6k in 30:00", days=1)
    await chosen(fresh)
    await read_back(fresh)
    assert fresh.marks(old) == [] and fresh.marks(young) == ["✅"]


async def test_nobody_is_asked_about_an_old_post(fresh):
    """Doubt, a second telling, and figures beyond belief get silence."""
    await written_before(fresh, "5k in 24:30", "5k in 24:30", "42k in 0:45:00", days=10)
    await chosen(fresh)
    await read_back(fresh)
    assert said_in_the_room(fresh) == [] and await fresh.rows("questions") == 0


async def test_an_unread_member_stays_unread(fresh):
    """Whoever is not read, or was not when they wrote, is not read back either."""
    await written_before(fresh, "5k in 24:30")
    await fresh.ana.slash(fresh.lobby, "my settings", read_posts=False)
    await chosen(fresh)
    await read_back(fresh)
    assert await fresh.rows() == 0


async def test_it_goes_on_after_trouble_and_a_restart(fresh, monkeypatch):
    """Discord fails in the middle: the next start goes on from there, in the same message, and counts nothing twice."""
    monkeypatch.setattr("cogs.runs.backlog.PAGE", 2)
    await written_before(fresh, *(f"{5 + at}k in 5{at}:00" for at in range(6)), days=10)
    await chosen(fresh)
    real, calls = fresh.bot.parts.following.written_before, []

    def breaking(*args, **kwargs):
        calls.append(args)
        if len(calls) == 4:
            raise OSError
        return real(*args, **kwargs)

    monkeypatch.setattr(fresh.bot.parts.following, "written_before", breaking)
    await read_back(fresh)
    assert await fresh.rows() == 3 and await fresh.rows("backlogs") == 1
    (line,) = shown(fresh)
    assert "so far" in line.content
    await fresh.restart()
    assert await fresh.rows() == 6 and await fresh.rows("backlogs") == 0
    (line,) = shown(fresh)
    assert "6 runs count from now on" in line.content


async def test_it_can_be_stopped(fresh, monkeypatch):
    """Stop ends the reading, what was counted stays, and nothing goes on by itself."""
    await written_before(fresh, "5k in 24:30", "6k in 30:00", days=10)
    await chosen(fresh)
    fresh.env.inject_error(
        "GET", f"/channels/{fresh.room.id}/messages", status=403, code=0, message="no", times=1
    )
    await read_back(fresh)
    assert await read_back(fresh) == "I am at it already; its message shows how far I am."
    (line,) = shown(fresh)
    told = await fresh.boss.click(line, label="Stop")
    assert told.ephemeral and "stays counted" in told.response.content
    (line,) = shown(fresh)
    assert "Stopped" in line.content and line.components == []
    await fresh.restart()
    assert await fresh.rows() == 0 and await fresh.rows("backlogs") == 0


async def test_a_reading_that_was_stopped_in_between_ends(fresh, monkeypatch):
    """A press on Stop while a page is read ends the reading after it."""
    monkeypatch.setattr("cogs.runs.backlog.PAGE", 2)
    await written_before(fresh, *(f"{5 + at}k in 5{at}:00" for at in range(6)), days=10)
    await chosen(fresh)
    real = fresh.bot.parts.following.written_before

    def stopping(tx, *args, **kwargs):
        tx.execute("DELETE FROM backlogs")
        return real(tx, *args, **kwargs)

    monkeypatch.setattr(fresh.bot.parts.following, "written_before", stopping)
    await read_back(fresh)
    assert await fresh.rows() == 2


async def test_without_a_channel_there_is_nothing_to_read(fresh):
    """Before a channel is chosen, the button says what is missing."""
    assert "no run channel that I can read back" in await read_back(fresh)
    assert list(fresh.env.errors) == []


@pytest.mark.parametrize("days", [1, 10])
async def test_an_hour_long_over_offers_nothing(fresh, days):
    """Words of crisis in a post of three days or less are answered as ever; older ones offer nothing."""
    await written_before(fresh, "5k in 24:30, I want to kill myself", days=days)
    await chosen(fresh)
    await read_back(fresh)
    assert await fresh.rows() == 1
    assert await fresh.rows("support_due") == (days == 1)
