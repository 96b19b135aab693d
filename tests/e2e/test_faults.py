"""Whatever Discord or the disk refuses: a confirmed run is there, and nobody is told twice."""

import logging

import pytest

from bot.db.failures import StorageFull


async def runs_of(club, member):
    """What the member sees in their own list."""
    return (await member.slash(club.room, "run list")).response.content


def refuse(club, method, path, status, *, times=None):
    club.env.inject_error(method, path, status=status, code=0, message="no", times=times)


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
async def test_an_answer_that_is_refused_takes_nothing_along(club, status):
    """The run has its ✅ and is in the list, and no error is left behind."""
    refuse(club, "POST", f"/channels/{club.room.id}/messages", status)
    assert await club.post(club.ana, "5k in 24:30") == []
    assert [str(r.emoji) for r in club.room.history()[-1].reactions] == ["✅"]
    assert "5 km in 24:30" in await runs_of(club, club.ana)
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
    assert "5 km" in await runs_of(club, club.ana)


async def test_a_command_whose_answer_is_refused_is_not_told_as_unsaved(club):
    """A member is never asked to log again what is stored."""
    refuse(club, "POST", "/interactions/*/*/callback", 503, times=1)
    await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    assert not any("try again" in m.content for m in club.world.posts())
    assert "One run, 5 km" in await runs_of(club, club.ana)


async def test_a_full_disk_is_told_kindly_and_stores_nothing(club, monkeypatch, caplog):
    """The member hears that it was not saved, with a number that is in the log, and no word of the post."""
    original = type(club.bot.database).write

    async def full(self, unit, *args, **kwargs):
        if getattr(unit, "__name__", "") == "log_text":
            raise StorageFull("SQLITE_FULL")
        return await original(self, unit, *args, **kwargs)

    with monkeypatch.context() as patch, caplog.at_level(logging.DEBUG):
        patch.setattr(type(club.bot.database), "write", full)
        (told,) = await club.post(club.ana, "5k in 24:30 with my secret friend")
    number = told.content.partition("(")[2].partition(")")[0]
    assert "could not save" in told.content and number in caplog.text
    assert "secret" not in caplog.text and "24:30" not in caplog.text
    assert "No runs here yet" in await runs_of(club, club.ana)


async def test_an_unexpected_error_is_one_kind_sentence(club, monkeypatch, caplog):
    """The sentence has a number, the log has the number and ids, and nothing of what was written."""

    def broken(*_, **__):
        raise RuntimeError("5k in 24:30 secret")

    with monkeypatch.context() as patch:
        patch.setattr("bot.runs.service.store.insert_post", broken)
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
    assert "No runs here yet" in (await club.ana.slash(club.lobby, "run list")).response.content


async def test_an_answer_that_could_not_be_removed_goes_after_a_restart(club):
    """A removal that Discord refuses is remembered and tried again."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    refuse(club, "DELETE", f"/channels/*/messages/{answer.id}", 500, times=1)
    asked = await club.ana.slash(club.room, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")
    assert answer.id in {m.id for m in club.world.posts()}
    await club.restart()
    assert answer.id not in {m.id for m in club.world.posts()}


async def test_a_slow_disk_delays_and_loses_nothing(club, monkeypatch):
    """An answer that takes long is announced as coming, and then comes to the club."""
    monkeypatch.setattr("cogs.edge.PATIENCE_S", 0)
    heard = await club.heard(club.ana.slash(club.room, "run log", distance="5k", time="24:30"))
    assert any("5 km in 24:30" in m.content for m in heard)
