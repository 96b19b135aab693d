"""An answer that comes late: announced in time, and never telling of what is gone by then."""

import asyncio

import pytest

from bot import almanac
from bot.db.database import Database
from bot.members.forget import forget
from bot.runs.listing import RunLists
from cogs import edge
from cogs.runs import answers


@pytest.fixture
def meanwhile(monkeypatch):
    """Lets something happen between an answer and the note of where it stands."""
    real = answers._note_answer

    def between(happening):
        async def noted(*args):
            await happening()
            return await real(*args)

        monkeypatch.setattr(answers, "_note_answer", noted)

    return between


@pytest.fixture
def taken_back(club):
    """Withdraws Ana's first run, as `/run delete` does."""

    async def withdraw():
        parts, now = club.bot.parts, club.bot.clock()
        await parts.database.write(parts.mending.withdraw, club.guild.id, club.ana.id, 1, now=now)

    return withdraw


@pytest.fixture
def forgotten(club):
    """Forgets Ana, as `/my forget` does."""

    async def forget_ana():
        until = almanac.to_ms(club.bot.clock())
        await club.bot.database.write(forget, club.ana.id, until=until)

    return forget_ana


@pytest.mark.parametrize("happening", ["taken_back", "forgotten"])
async def test_an_answer_to_a_run_that_went_meanwhile_goes(club, meanwhile, request, happening):
    """A run taken back, or forgotten, while its answer was on the way leaves neither answer nor ✅."""
    meanwhile(request.getfixturevalue(happening))
    assert await club.post(club.ana, "5k in 24:30") == []
    assert club.marks(club.room.history()[-1]) == []
    assert await club.rows("removals") == 0


@pytest.mark.parametrize("happening", ["taken_back", "forgotten"])
async def test_so_does_that_to_a_command(club, meanwhile, request, happening):
    """The public answer to `/run log` goes as well."""
    meanwhile(request.getfixturevalue(happening))
    await club.ana.slash(club.room, "run log", distance="5k")
    assert not [m for m in club.world.posts() if "5 km" in m.content]


@pytest.fixture
def slow_disk(club, monkeypatch):
    """Holds every `/run log` back until the bot has told Discord that an answer will come."""
    announced, real_defer, real_write = asyncio.Event(), edge._defer, Database.write

    async def defer(interaction):
        await real_defer(interaction)
        announced.set()

    async def write(self, unit, *args, **kwargs):
        if unit.__name__ == "log_form":
            await announced.wait()
        return await real_write(self, unit, *args, **kwargs)

    async def takes_long(task):
        return not announced.is_set()

    monkeypatch.setattr(edge, "_takes_long", takes_long)
    monkeypatch.setattr(edge, "_defer", defer)
    monkeypatch.setattr(Database, "write", write)
    return announced


async def test_patience_ends_before_discords_does():
    """Word that an answer will come is given when the work is not done after 1.5 of Discord's 3 s."""
    assert edge.PATIENCE_S == 1.5
    loop = asyncio.get_running_loop()
    never, done = loop.create_future(), loop.create_future()
    done.set_result(None)
    assert not await edge._takes_long(done)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edge, "PATIENCE_S", 0)
        assert await edge._takes_long(never)


async def test_a_slow_disk_is_announced_and_the_club_gets_its_answer(club, slow_disk):
    """While the disk is still busy Discord hears that an answer will come; it comes to the channel."""
    result = await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    assert slow_disk.is_set() and result.ephemeral and result.response.content == "Counted ✅"
    (answer,) = [m for m in club.room.history(viewer=club.ben) if "5 km in 24:30" in m.content]
    await club.remove(club.ana)
    assert club.seen(answer) is None


async def test_a_slow_form_is_announced_too(club, slow_disk):
    """A sent form waits as patiently as a command."""
    form = await club.ana.slash(club.room, "run log")
    result = await club.ana.submit_modal(form, {"distance": "5k"})
    assert slow_disk.is_set() and result.response.content == "Counted ✅"


async def test_a_form_about_a_message_is_announced_while_discord_looks_for_it(club, monkeypatch):
    """The message that a form completes may be long in coming, and still the run counts and gets its ✅."""
    announced, real_defer, real_get = asyncio.Event(), edge._defer, club.bot.http.get_message

    async def defer(interaction):
        await real_defer(interaction)
        announced.set()

    async def get_message(*args):
        await announced.wait()
        return await real_get(*args)

    async def takes_long(task):
        return not announced.is_set()

    post = await club.ana.send(club.lobby, "my usual loop")
    form = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    monkeypatch.setattr(edge, "_takes_long", takes_long)
    monkeypatch.setattr(edge, "_defer", defer)
    monkeypatch.setattr(club.bot.http, "get_message", get_message)
    result = await club.ana.submit_modal(form, {"distance": "5k"})
    assert result.response.content == "Counted ✅" and club.marks(post) == ["✅"]
    assert any("5 km" in m.content for m in club.lobby.history(viewer=club.ben))


async def test_a_slow_private_run_stays_private(club, slow_disk):
    """What was announced in private is told in private."""
    result = await club.ana.slash(club.room, "run log", distance="5k", private=True)
    assert result.ephemeral and "5 km" in result.response.content
    assert not any("5 km" in m.content for m in club.room.history(viewer=club.ben))


async def test_a_slow_refusal_replaces_the_announcement(club, slow_disk):
    """Whoever waited for a refusal gets its sentence."""

    result = await club.ana.slash(club.room, "run log", distance="5k", time="12:00")
    club.errors_seen()
    assert "beyond any run" in result.response.content


async def test_a_slow_answer_that_the_channel_refuses_is_private(club, slow_disk):
    """Nobody is left with "thinking" when the bot may not write where it was called."""
    club.world.forbid(club.room, "send_messages")
    result = await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    assert result.ephemeral and "5 km in 24:30" in result.response.content
    assert "One run, 5 km" in await club.listed(club.ana)


async def test_a_picker_without_a_disk_is_empty(club, monkeypatch):
    """A picker has no way to say that something went wrong, so it shows nothing."""

    def broken(*_, **__):
        raise OSError

    monkeypatch.setattr(RunLists, "listing", broken)
    assert await club.ana.autocomplete(club.room, "run delete", "run", "") == []
    assert list(club.env.errors) == []
