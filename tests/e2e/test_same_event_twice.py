"""Whatever Discord delivers twice counts once and is answered once."""

import asyncio

import pytest


async def test_a_post_delivered_twice(club, doubled):
    """Two deliveries at the same moment yield one run and one answer."""
    doubled("MESSAGE_CREATE")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "one run" in answer.content
    assert await club.rows() == 1 and await club.rows("posts") == 1


async def test_a_post_delivered_again_after_a_restart(club):
    """A new start knows the post; its ✅, had it got lost, comes back."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    await club.restart()

    async def again():
        await asyncio.gather(*(club.bot.get_cog("Chat").on_message(post) for _ in range(3)))

    assert await club.heard(club.world.owned(again())) == []
    assert await club.rows() == 1 and club.marks(post) == ["✅"]


async def test_a_post_taken_back_stays_taken_back(club):
    """A late second delivery of its post does not bring a run or its ✅ back."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    await club.remove(club.ana)
    await club.world.owned(club.bot.get_cog("Chat").on_message(post))
    assert "No runs here yet" in await club.listed(club.ana) and club.marks(post) == []


async def test_a_direct_message_delivered_twice(club, doubled):
    """In private, too, there is one answer."""
    await club.post(club.ana, "3k in 20:00")
    doubled("MESSAGE_CREATE")
    heard = await club.heard(club.ana.user.send_dm("5k in 24:30"))
    assert len(heard) == 1 and await club.rows() == 2


async def test_a_command_delivered_twice(club, doubled):
    """The second delivery of `/run log` stores and says nothing."""
    doubled("INTERACTION_CREATE")
    heard = await club.heard(club.ana.slash(club.room, "run log", distance="5k"))
    assert len(heard) == 1 and await club.rows() == 1
    assert list(club.env.errors) == []


async def test_a_form_delivered_twice(club, doubled):
    """The same for a sent form."""
    form = await club.ana.slash(club.room, "run log")
    doubled("INTERACTION_CREATE")
    heard = await club.heard(club.ana.submit_modal(form, {"distance": "5k"}))
    assert len(heard) == 1 and await club.rows() == 1
    assert list(club.env.errors) == []


@pytest.mark.parametrize("label", ["Yes, remove it", "Keep it"])
async def test_an_answer_to_a_question_delivered_twice(club, doubled, label):
    """A removal is one removal."""
    await club.post(club.ana, "5k in 24:30")
    asked = await club.ana.slash(club.room, "run delete", run="1")
    doubled("INTERACTION_CREATE")
    await club.ana.click(asked.response, label=label)
    doubled(None)
    assert list(club.env.errors) == []
    assert ("No runs" in await club.listed(club.ana)) is (label == "Yes, remove it")


async def test_other_commands_delivered_twice_are_answered_once(club, doubled, caplog):
    """The second answer, which Discord refuses, is no error that anybody needs to look at."""
    doubled("INTERACTION_CREATE")
    heard = await club.heard(club.ana.slash(club.room, "run list"))
    assert len(heard) == 1 and "unexpected" not in caplog.text
    club.errors_seen()
