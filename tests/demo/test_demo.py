"""The demo as a whole: the club it seeds, the tour through it, its page, and its ways out."""

import asyncio
import contextlib
import socket
from datetime import UTC, datetime, timedelta
from unittest.mock import MagicMock
from urllib.parse import urlsplit

import aiohttp
import discord
import pytest

from bot import texts
from bot.demo.club import ZONE
from bot.demo.page import address, open_page
from bot.demo.people import SHY
from bot.demo.run import PortTaken, main, play
from bot.demo.tour import STEPS, tour
from bot.demo.travel import DONE
from bot.render.service import Pictures
from bot.schedule import duties
from cogs import house

NOW = datetime(2026, 11, 25, 16, 10, tzinfo=UTC)


@pytest.fixture
def visit(tmp_path):
    """Seeds the club, one week of it, and runs a coroutine function with it; gives what that returns."""

    async def visit(act, now=NOW, weeks=1):
        return await play(tmp_path, act, now=now, weeks=weeks)

    return visit


@pytest.fixture
def undrawn(monkeypatch):
    """The club is seeded without pictures, where a test does not look at them."""

    async def none(*_):
        return None

    monkeypatch.setattr(Pictures, "png", none)


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2026, 11, 23, 0, 10, tzinfo=UTC),  # a Monday, shortly after midnight
        datetime(2027, 1, 1, 9, tzinfo=UTC),
        datetime(2027, 3, 28, 0, 55, tzinfo=UTC),  # five minutes before summer time
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),  # the hour that London has twice
    ],
)
async def test_the_tour_succeeds_on_any_day(visit, now):
    """Every step sees what it should, and each is told with what was seen."""
    said = []

    async def act(club, traveller):
        return await tour(club, traveller, said.append)

    assert await visit(act, now) == 0
    assert len([line for line in said if line.startswith("✓")]) == len(STEPS)
    assert any("24:30" in line for line in said)


async def test_the_tour_names_what_is_missing(visit, undrawn):
    """A step that does not see what it should ends the tour with 1 and says which and what."""
    said = []

    async def act(club, traveller):
        club.world.forbid(club.runs, "send_messages")
        return await tour(club, traveller, said.append)

    assert await visit(act) == 1
    assert said[-1].startswith('✗ Ben posts "5k in 24:30, felt great"')


async def test_the_seeded_club_is_complete(visit, undrawn):
    """Every run of the plan is stored, the shy one has no public line, and kudos were given."""

    def count(tx):
        (runs,) = tx.execute("SELECT count(*) FROM runs").fetchone()
        (kudos,) = tx.execute("SELECT count(*) FROM kudos").fetchone()
        return runs, kudos

    async def act(club, traveller):
        runs, kudos = await club.world.bot.database.read(count)
        assert runs > 200
        assert kudos > 30
        posts = [m for m in club.runs.history() if m.author.bot]
        assert 30 < len(posts) < 100
        shy = club.members[SHY.name]
        assert not [m for m in posts if shy.mention in m.content]
        assert club.world.inbox(shy)
        assert timedelta() <= discord.utils.utcnow() - posts[-1].created_at < timedelta(hours=1)
        assert club.world.env.errors == []
        return 0

    assert await visit(act, weeks=10) == 0


async def test_time_moves_to_what_is_due_and_says_so(visit, undrawn):
    """/demo forward goes to the next due instant, does what is due, and tells it in the channel."""

    async def act(club, traveller):
        due = await club.world.bot.schedule.next_due()
        going = await club.organizer.slash(club.runs, "demo forward")
        assert "what is due next" in going.response.content
        await traveller.keep_up(club.world)
        assert club.world.env.now() >= due
        assert "backup" in club.world.newest(club.runs).content
        return 0

    assert await visit(act) == 0


async def test_time_never_passes_what_comes_due_on_the_way(visit, undrawn):
    """What the bot is still busy with when time is to move is waited for: nothing comes late in the demo."""

    async def act(club, traveller):
        for member in list(club.members.values())[:6]:
            await member.send(club.runs, "42.2k in 4:10:00")
        await club.organizer.slash(club.runs, "demo forward")
        await traveller.keep_up(club.world)
        told = "\n".join(m.content for m in club.world.posts())
        assert "told how far a challenge has come" in told
        assert texts.say("schedule.late") not in told
        return 0

    assert await visit(act) == 0


def test_whatever_comes_on_its_own_has_words():
    """/demo forward says of each kind of thing what it was."""
    parts = MagicMock()
    assert set(house.kinds(MagicMock(), parts)) <= set(DONE)
    assert all(words[0].islower() and words[-1] not in ".!" for words in DONE.values())


async def test_every_duty_has_words(visit, undrawn):
    """So does what the bot does for itself."""

    async def act(club, traveller):
        await club.world.travel(timedelta(days=2))
        await club.world.owned(club.world.bot.schedule.tick())
        done = await club.world.bot.database.read(duties.done_since, NOW)
        assert done and set(done) <= set(DONE)
        return 0

    assert await visit(act) == 0


async def test_a_full_inbox_shows_the_newest_letters_whole(visit, undrawn):
    """As many letters as one message has room for, and no line of them cut in the middle."""

    async def act(club, traveller):
        shy = club.members[SHY.name]
        for number in range(1, 12):
            await shy.user.send_dm(f"{number}.5 km in 1:40:00")
        result = await shy.slash(club.runs, "demo inbox")
        told = result.response.content
        assert len(told) <= 2000 and "11.5 km" in told and "10.5 km" in told
        sent = {f"> {line}" for m in club.world.inbox(shy) for line in m.content.splitlines()}
        assert {line for line in told.splitlines() if line.startswith("> ")} <= sent | {"> …"}
        return 0

    assert await visit(act) == 0


async def test_an_empty_inbox_says_why(visit, undrawn):
    """/demo inbox is private, and kind when there is nothing in it."""

    async def act(club, traveller):
        result = await club.organizer.slash(club.runs, "demo inbox")
        assert result.ephemeral
        assert "empty" in result.response.content
        return 0

    assert await visit(act) == 0


async def test_the_page_is_ours(visit, undrawn):
    """The page opens at its bare address, has our name, no tools of the simulator, and follows new posts."""

    async def act(club, traveller):
        viewers = list(club.members.values())
        page = open_page(club.world, club.runs, viewers, port=0, zone=ZONE, turn=asyncio.Lock())
        async with page as shown, aiohttp.ClientSession() as browser:
            home = address(shown)
            assert urlsplit(home).fragment == ""
            index = await text_of(browser, home)
            assert "Second Wind demo" in index
            assert "SimCord Preview" not in index
            assert "#inspector-toggle" in await text_of(browser, f"{home}preview.css")
            assert "clientHeight <= 160" in await text_of(browser, f"{home}timeline.js")
            assert 'slice(1) : "demo"' in await text_of(browser, f"{home}app.js")
        return 0

    assert await visit(act) == 0


async def text_of(browser, address):
    async with browser.get(address) as answer:
        return await answer.text()


async def test_a_cancelled_demo_closes_quietly(visit, undrawn):
    """Whatever ends the demo from outside ends it without an error and closes the bot."""
    bots = []

    async def act(club, traveller):
        bots.append(club.world.bot)
        asyncio.current_task().cancel()
        await asyncio.sleep(60)

    assert await visit(act) == 0
    assert bots[0].is_closed()


def test_a_taken_port_is_refused_at_once(capsys):
    """The refusal names the port and how to choose another one."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"Port {port} is in use.*PORT=.*demo --port "):
            main(port, check=False)
    assert capsys.readouterr().out == ""
