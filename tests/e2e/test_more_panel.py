"""⋯ under an answer: the runner's own panel, to edit and remove."""

from datetime import timedelta

import pytest


async def test_the_panel_works_after_months_and_a_restart(club, answer):
    """Nothing about a button is held in memory."""
    club.world.skip(timedelta(days=200))
    await club.restart()
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
    message = club.seen(answer)
    assert "6 km in 29:00" in message.content and "6 km this week" in message.content
    assert club.claps(answer) == "1"


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
    """After *don't name me*, an edit from a panel that is still open brings no answer back."""
    panel = await club.ana.click(answer, label="⋯")
    await club.ana.slash(club.room, "my settings", named=False)
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert club.seen(answer) is None and answers_in(club) == []


def answers_in(club):
    return [m for m in club.room.history() if m.author.id == club.bot.user.id]


async def test_a_card_becomes_a_line_when_the_club_changes_its_mind(club):
    """An edit after a change of style leaves no card behind."""
    await club.boss.slash(club.lobby, "club settings", replies="cards")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await club.boss.slash(club.lobby, "club settings", replies="short")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    message = club.seen(answer)
    assert not message.embeds and "6 km" in message.content


async def test_an_unnamed_member_can_still_mend_a_run_logged_by_hand(club):
    """The private answer has ⋯."""
    await club.ana.slash(club.room, "my settings", named=False)
    result = await club.ana.slash(club.room, "run log", distance="5k")
    assert result.ephemeral
    panel = await club.ana.click(result.response, label="⋯")
    assert "5 km" in panel.response.content


async def test_a_panel_of_several_runs_has_numbers(club):
    """Of seven runs in one post each has its own two buttons, and a number tells which is which."""
    told = ", ".join(f"{km}k in {km * 6}:00" for km in range(4, 11))
    (answer,) = await club.post(club.ana, told)
    panel = await club.ana.click(answer, label="⋯")
    assert "7\\. **10 km in 1:00:00**" in panel.response.content
    form = await club.ana.click(panel.response, label="Edit 7")
    await club.ana.submit_modal(form, {"distance": "11 km"})
    asked = await club.ana.click(panel.response, label="Remove 2")
    await club.ana.click(asked.response, label="Yes, remove it")
    shown = club.seen(answer).content
    assert "11 km in 1:00:00" in shown and "10 km" not in shown and "5 km in 30:00" not in shown


async def test_removing_the_last_run_takes_answer_and_mark_away(club):
    """As long as one run of a post is left, its answer stays."""
    (answer,) = await club.post(club.ana, "5k yesterday in 26:40 and 12k today in 1:08:30")
    post = club.room.history()[-2]
    await club.remove(club.ana, "1")
    assert "5 km" not in club.seen(answer).content and club.marks(post) == ["✅"]
    await club.remove(club.ana, "2")
    assert club.seen(answer) is None and club.marks(post) == []


async def test_a_run_can_be_brought_back_from_the_removal_itself(club, answer):
    """The private word of a removal has a way back, and the post gets its ✅ again."""
    post = club.room.history()[-2]
    removed = await club.remove(club.ana)
    assert club.marks(post) == []
    back = await club.ana.click(removed, label="Bring it back")
    assert back.acknowledged and club.marks(post) == ["✅"]
    assert "One run, 5 km" in await club.listed(club.ana)


async def test_a_run_taken_back_can_not_come_back_after_thirty_days(club, answer):
    """An old way back leads to a kind sentence."""
    removed = await club.remove(club.ana)
    club.world.skip(timedelta(days=31))
    told = await club.ana.click(removed, label="Bring it back")
    assert "can't find that run" in told.response.content
    assert "No runs here yet" in await club.listed(club.ana)


async def test_a_run_of_tomorrow_by_another_zone_can_be_edited(club):
    """Whoever logged east of here changes a note without a word about days to come."""
    await club.ana.slash(club.room, "my settings", zone="Pacific/Kiritimati")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", zone="Pacific/Pago_Pago")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    edited = await club.ana.submit_modal(form, {"note": "windy"})
    assert "Changed" in edited.response.content


@pytest.mark.parametrize(
    "verb", ["run:edit", "run:edited", "run:remove", "run:removed", "run:restore"]
)
async def test_a_run_is_changed_by_its_runner_alone(club, answer, forge, verb):
    """Whoever sends the id of another's run is refused, and run, answer and ✅ are as they were."""
    post, before = club.room.history()[-2], answer.content
    forge(custom_id=f"{verb}:1")
    told = await club.ben.click(answer, custom_id="kudos:give:1")
    assert told.ephemeral and "can't find that run among yours" in told.response.content
    assert club.seen(answer).content == before and club.marks(post) == ["✅"]


async def test_the_answer_comes_back_with_its_run(club, answer):
    """What is brought back is answered again, with its 👏, and has one answer."""
    removed = await club.remove(club.ana)
    assert club.seen(answer) is None
    again = await club.heard(club.ana.click(removed, label="Bring it back"))
    (new,) = [message for message in again if not message.flags.ephemeral]
    assert club.ana.mention in new.content and "5 km" in new.content
    await club.ben.click(new, custom_id="kudos:give:1")
    assert club.claps(new) == "1"
