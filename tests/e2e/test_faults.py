"""Whatever Discord or the disk refuses: a confirmed run is there, and nobody is told twice."""

import logging
from contextlib import suppress
from datetime import timedelta

import aiohttp
import discord
import pytest

from bot.db.failures import StorageFull


def refuse(club, method, path, status, *, times=None):
    club.env.inject_error(method, path, status=status, code=0, message="no", times=times)


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
async def test_an_answer_that_is_refused_takes_nothing_along(club, status):
    """The run has its ✅ and is in the list, and no error is left behind."""
    refuse(club, "POST", f"/channels/{club.room.id}/messages", status)
    assert await club.post(club.ana, "5k in 24:30") == []
    assert [str(r.emoji) for r in club.room.history()[-1].reactions] == ["✅"]
    assert "5 km in 24:30" in await club.listed(club.ana)
    assert list(club.env.errors) == []


@pytest.mark.parametrize("status", [403, 404, 429, 500])
async def test_a_mark_that_is_refused_leaves_the_answer(club, status):
    """Without the right to react, the answer still comes."""
    refuse(club, "PUT", "/channels/*/messages/*/reactions/*", status)
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km" in answer.content and list(club.env.errors) == []


async def test_an_answer_lost_after_its_effect_is_not_repeated(club):
    """A server error after the message was made yields no second message."""
    club.wire.lose_answer("POST", "/channels/*/messages")
    assert len(await club.post(club.ana, "5k in 24:30")) == 1
    club.wire.resend("POST", "/channels/*/messages")
    assert len(await club.post(club.ana, "8k in 40:00")) == 1


async def test_a_long_rate_limit_loses_nothing(club):
    """The run is stored while Discord takes no message."""
    club.wire.limit("POST", "/channels/*/messages")
    assert await club.post(club.ana, "5k in 24:30") == []
    assert "5 km" in await club.listed(club.ana)


async def test_a_command_whose_answer_is_refused_is_not_told_as_unsaved(club):
    """A member is never asked to log again what is stored."""
    refuse(club, "POST", "/interactions/*/*/callback", 503, times=1)
    await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    assert not any("try again" in m.content for m in club.world.posts())
    assert "One run, 5 km" in await club.listed(club.ana)


async def test_a_full_disk_is_told_kindly_and_stores_nothing(club, monkeypatch, caplog):
    """The member hears that it was not saved, with a number that is in the log, and no word of the post."""
    original = type(club.bot.database).write

    async def full(self, unit, *args, **kwargs):
        if getattr(unit, "__name__", "") == "written":
            raise StorageFull("SQLITE_FULL")
        return await original(self, unit, *args, **kwargs)

    with monkeypatch.context() as patch, caplog.at_level(logging.DEBUG):
        patch.setattr(type(club.bot.database), "write", full)
        (told,) = await club.post(club.ana, "5k in 24:30 with my secret friend")
    number = told.content.partition("(")[2].partition(")")[0]
    assert "could not save" in told.content and number in caplog.text
    assert "secret" not in caplog.text and "24:30" not in caplog.text
    assert "No runs here yet" in await club.listed(club.ana)


async def test_an_unexpected_error_is_one_kind_sentence(club, monkeypatch, caplog):
    """The sentence has a number, the log has the number and ids, and nothing of what was written."""

    def broken(*_, **__):
        raise RuntimeError("5k in 24:30 secret")

    with monkeypatch.context() as patch:
        patch.setattr("bot.runs.service.posts.insert", broken)
        (told,) = await club.post(club.ana, "5k in 24:30")
        answered = await club.ana.slash(club.room, "run log", distance="5k", note="secret note")
    assert "that's on me" in told.content and "that's on me" in answered.response.content
    assert told.content.rsplit(" ", 1)[1].rstrip(".") in caplog.text
    assert "secret" not in caplog.text and str(club.ana.id) in caplog.text
    assert len(list(club.env.errors)) <= 1  # the command's, which the simulator notes by itself


async def test_an_answer_can_go_after_the_channel_is_gone(club):
    """Removing a run whose channel was deleted still removes the run."""
    await club.post(club.ana, "5k in 24:30")
    club.env.backend.delete_channel(club.room.id)
    await club.env.settle()
    asked = await club.ana.slash(club.lobby, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")
    assert "No runs here yet" in await club.listed(club.ana, club.lobby)


async def test_an_answer_that_could_not_be_removed_goes_after_a_restart(club):
    """A removal that Discord refuses is remembered and tried again."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    refuse(club, "DELETE", f"/channels/*/messages/{answer.id}", 500, times=1)
    asked = await club.ana.slash(club.room, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")
    assert answer.id in club.world.post_ids()
    await club.restart()
    assert answer.id not in club.world.post_ids()


@pytest.mark.parametrize("trouble", ["timeout", "reset", "limited"])
async def test_a_network_that_fails_takes_nothing_along(club, monkeypatch, trouble):
    """A timeout, a broken connection or a long rate limit costs the answer and not the run."""
    error = {
        "timeout": TimeoutError(),
        "reset": aiohttp.ClientOSError(104, "reset"),
        "limited": discord.RateLimited(60.0),
    }[trouble]

    async def failing(*_, **__):
        raise error

    monkeypatch.setattr(club.bot.http, "send_message", failing)
    monkeypatch.setattr(club.bot.http, "add_reaction", failing)
    assert await club.post(club.ana, "5k in 24:30") == []
    assert "5 km in 24:30" in await club.listed(club.ana) and list(club.env.errors) == []


async def test_a_channel_deleted_under_a_post_loses_no_run(club, monkeypatch):
    """The run of a channel that is gone before its answer is in the list."""
    real = club.bot.http.add_reaction

    async def gone(*args):
        club.env.backend.delete_channel(club.room.id)
        return await real(*args)

    monkeypatch.setattr(club.bot.http, "add_reaction", gone)
    with suppress(KeyError):  # the simulator's, which looks for the post
        await club.ana.send(club.room, "5k in 24:30")
    assert "5 km in 24:30" in await club.listed(club.ana, club.lobby)
    assert list(club.env.errors) == []


async def test_a_command_whose_answer_got_lost_is_known_later(club):
    """The public answer that Discord took without saying so follows an edit and a removal all the same."""
    club.wire.lose_answer("POST", "/interactions/*/*/callback")
    (answer,) = await club.heard(club.ana.slash(club.room, "run log", distance="5k"))
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in club.seen(answer).content
    await club.remove(club.ana)
    assert club.seen(answer) is None


@pytest.mark.parametrize("label", ["Yes, remove it", "Bring it back"])
async def test_a_press_whose_answer_is_refused_has_its_whole_effect(club, label):
    """Answer and ✅ follow the run, even if the presser cannot be told."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    asked = await club.ana.slash(club.room, "run delete", run="1")
    if label == "Bring it back":
        await club.ana.click(asked.response, label="Yes, remove it")
    refuse(club, "POST", "/interactions/*/*/callback", 503, times=1)
    await club.ana.click(asked.response, label=label)
    assert club.marks(post) == (["✅"] if label == "Bring it back" else [])
    assert (club.seen(answer) is None) and list(club.env.errors) == []


async def test_an_error_in_the_answer_asks_nobody_to_log_again(club, monkeypatch, caplog):
    """What is stored is told as counted; the error is in the log with its number alone."""

    def broken(*_, **__):
        raise RuntimeError("5k in 24:30 secret")

    with monkeypatch.context() as patch:
        patch.setattr("cogs.runs.wording.answer", broken)
        assert await club.post(club.ana, "5k in 24:30 secret") == []
        told = await club.ana.slash(club.room, "run log", distance="6k")
    assert told.ephemeral and told.response.content == "Counted ✅"
    assert "unexpected RuntimeError" in caplog.text and "secret" not in caplog.text
    assert "2 runs, 11 km" in await club.listed(club.ana) and list(club.env.errors) == []


async def test_one_unexpected_error_is_told_once_however_often_the_event_comes(
    club, monkeypatch, doubled
):
    """A second delivery of a post that fails is no second sentence."""

    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr("bot.runs.service.posts.insert", broken)
    doubled("MESSAGE_CREATE")
    (told,) = await club.post(club.ana, "5k in 24:30")
    assert "that's on me" in told.content


async def test_a_flood_of_one_member_is_slowed_and_loses_nothing(club):
    """Others are answered at once meanwhile, and in the end every post of the flood counts."""
    for metres in range(1000, 1030):
        await club.ana.send(club.room, f"ran {metres} m in 6:00")
    read = await club.rows()
    (answer,) = await club.post(club.ben, "5k in 24:30")
    assert read == 20 and "5 km in 24:30" in answer.content
    await club.world.travel(timedelta(minutes=1))
    assert await club.rows() == 31 and list(club.env.errors) == []


async def test_a_flood_that_a_stop_interrupts_is_read_at_the_next_start(club):
    """What still waited for its turn was not handled, and is caught up with."""
    for metres in range(1000, 1025):
        await club.ana.send(club.room, f"ran {metres} m in 6:00")
    assert await club.rows() == 20
    await club.restart()
    assert await club.rows() == 25
