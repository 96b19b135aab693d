"""👏 and ⋯ under an answer."""

import asyncio
from datetime import timedelta

import pytest

from bot.kudos import service as kudos


def claps(club, answer):
    """The number on the 👏 button."""
    message = next(m for m in club.world.posts() if m.id == answer.id)
    return message.components[0].children[0].label


@pytest.fixture
async def answer(club):
    (answer,) = await club.post(club.ana, "5k in 24:30")
    return answer


async def test_kudos_count_once_and_can_be_taken_back(club, answer):
    """Each member counts once; a second press takes it back."""
    await club.ben.click(answer, custom_id="kudos:give:1")
    await club.boss.click(answer, custom_id="kudos:give:1")
    assert claps(club, answer) == "2"
    await club.ben.click(answer, custom_id="kudos:give:1")
    assert claps(club, answer) == "1"


async def test_two_presses_at_the_same_moment_both_count(club, answer):
    """Nobody's press is lost when two come at once."""
    database, now = club.bot.database, club.bot.clock()

    async def press(member):
        return await database.write(
            kudos.press, 1, member.id, "name", club_id=club.guild.id, now=now
        )

    async def both():
        return await asyncio.gather(press(club.ben), press(club.boss))

    assert sorted(await club.world.owned(both())) == [1, 2]


async def test_nobody_claps_for_their_own_run(club, answer):
    """The runner is told privately, and the count stays."""
    told = await club.ana.click(answer, custom_id="kudos:give:1")
    assert told.ephemeral and "yours" in told.response.content
    assert claps(club, answer) is None


async def test_buttons_work_after_months_and_a_restart(club, answer):
    """Nothing about a button is held in memory."""
    club.world.skip(timedelta(days=200))
    await club.restart()
    await club.ben.click(answer, custom_id="kudos:give:1")
    assert claps(club, answer) == "1"
    panel = await club.ana.click(answer, custom_id="run:more:1")
    assert panel.ephemeral and "5 km in 24:30" in panel.response.content


async def test_more_is_for_the_runner_alone(club, answer):
    """Another member is told whose button it is, and sees nothing of the panel."""
    told = await club.ben.click(answer, custom_id="run:more:1")
    assert told.ephemeral and "whoever ran" in told.response.content


async def test_an_edit_changes_run_and_answer_and_keeps_the_claps(club, answer):
    """The public answer follows, with its 👏."""
    await club.ben.click(answer, custom_id="kudos:give:1")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    edited = await club.ana.submit_modal(form, {"distance": "6 km", "time": "29:00"})
    assert edited.ephemeral and "6 km in 29:00" in edited.response.content
    message = next(m for m in club.world.posts() if m.id == answer.id)
    assert "6 km in 29:00" in message.content and "6 km this week" in message.content
    assert claps(club, answer) == "1"


async def test_an_edit_leaves_alone_what_was_not_touched(club):
    """A half marathon stays one to the metre when only its note changes; an emptied note is gone."""
    (answer,) = await club.post(club.ana, "half marathon in 2:05:10")
    panel = await club.ana.click(answer, label="⋯")

    async def edit(**fields):
        form = await club.ana.click(panel.response, label="Edit")
        await club.ana.submit_modal(form, {"distance": "21.1 km", **fields})
        return await club.bot.database.read(
            lambda tx: tuple(tx.execute("SELECT distance_m, note FROM runs").fetchone())
        )

    assert await edit(note="legs") == (21097, "legs")
    assert await edit(note="") == (21097, None)


async def test_an_edit_of_a_run_taken_back_is_refused(club, answer):
    """A form that was open while its run was removed changes nothing."""
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    asked = await club.ana.click(panel.response, label="Remove")
    await club.ana.click(asked.response, label="Yes, remove it")
    told = await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "can't find that run" in told.response.content
    shown = await club.ana.slash(club.room, "run list")
    assert "5 km" in str(shown.response.components)


async def test_dont_name_me_holds_for_an_older_answer(club, answer):
    """After *don't name me*, an edit takes the answer away instead of naming anew."""
    await club.ana.slash(club.room, "my settings", named=False)
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert answer.id not in {m.id for m in club.world.posts()}


async def test_a_card_becomes_a_line_when_the_club_changes_its_mind(club):
    """An edit after a change of style leaves no card behind."""
    await club.boss.slash(club.lobby, "club settings", replies="cards")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await club.boss.slash(club.lobby, "club settings", replies="short")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    message = next(m for m in club.world.posts() if m.id == answer.id)
    assert not message.embeds and "6 km" in message.content


async def test_an_unnamed_member_can_still_mend_a_run_logged_by_hand(club):
    """The private answer has ⋯."""
    await club.ana.slash(club.room, "my settings", named=False)
    result = await club.ana.slash(club.room, "run log", distance="5k")
    assert result.ephemeral
    panel = await club.ana.click(result.response, label="⋯")
    assert "5 km" in panel.response.content
