"""Private milestones, as their member meets them: told to them alone, shared by them alone."""

import pytest
import pytest_asyncio

BACK = "Good to have you out there"


@pytest_asyncio.fixture
async def quiet_weeks(club):
    """Ana ran four times, and then three weeks went by."""
    for distance in ("5k", "6k", "7k", "8k"):
        await club.post(club.ana, f"{distance} today")
    await club.travel(days=22)
    return club


async def told(club, member):
    """What the member reads in private after their next private answer."""
    listed = await member.slash(club.room, "run list")
    return [m for m in listed.followups if "🌱" in m.content]


async def test_a_comeback_is_told_in_private(quiet_weeks):
    """Nothing of it stands in the channel; the runner's next private answer has it, once, and no length of time."""
    club = quiet_weeks
    (answer,) = await club.post(club.ana, "3 km in 20:00")
    assert "🌱" not in answer.content
    (joy,) = await told(club, club.ana)
    assert BACK in joy.content and joy.flags.ephemeral
    assert not any(word in joy.content for word in ("week", "day", "month", "long"))
    assert await told(club, club.ana) == []


async def test_after_a_command_it_comes_at_once(quiet_weeks):
    """Below the public answer, for the runner's eyes alone."""
    result = await quiet_weeks.ana.slash(quiet_weeks.room, "run log", distance="3 km")
    assert not result.ephemeral and BACK not in result.response.content
    (joy,) = [m for m in result.followups if BACK in m.content]
    assert joy.flags.ephemeral


async def test_in_a_direct_message_it_follows_the_answer(quiet_weeks):
    """What is private already needs no second tap."""
    said = await quiet_weeks.heard(quiet_weeks.ana.send_dm("3 km in 20:00"))
    assert [BACK in m.content for m in said] == [False, True]


async def test_it_waits_for_its_member_over_a_restart(quiet_weeks):
    """Who is still to be told stands in the database."""
    await quiet_weeks.post(quiet_weeks.ana, "3 km in 20:00")
    await quiet_weeks.restart()
    assert await told(quiet_weeks, quiet_weeks.ben) == []
    assert len(await told(quiet_weeks, quiet_weeks.ana)) == 1


async def test_its_member_may_share_it(quiet_weeks):
    """The channel reads exactly what was announced, without a ping, and it goes with its run."""
    club = quiet_weeks
    post = await club.ana.send(club.room, "3 km in 20:00")
    (joy,) = await told(club, club.ana)
    announced = joy.content
    (shared,) = await club.heard(club.ana.click(joy, label="Share"))
    assert shared.content == f"🌱 {club.ana.mention} is back on the road."
    assert shared.content in announced
    await club.ana.delete(post)
    assert club.seen(shared) is None


async def test_a_shared_one_goes_with_a_run_that_is_taken_back(quiet_weeks):
    """And its run cannot be shared a second time."""
    club = quiet_weeks
    result = await club.ana.slash(club.room, "run log", distance="3 km")
    (joy,) = [m for m in result.followups if BACK in m.content]
    (shared,) = await club.heard(club.ana.click(joy, label="Share"))
    await club.remove(club.ana, run="5")
    assert club.seen(shared) is None
    assert await club.rows("joys") == 1


async def test_words_of_crisis_leave_no_joy(quiet_weeks):
    """The run counts, help is offered, and nothing else is said of it."""
    club = quiet_weeks
    await club.post(club.ana, "3 km in 20:00, I want to kill myself")
    assert await told(club, club.ana) == []
    assert await club.rows("joys") == 0


@pytest.mark.parametrize("by_note", [True, False])
async def test_nor_do_they_once_they_come_later(quiet_weeks, by_note):
    """Neither with the answer that brings the support text, nor after it."""
    club = quiet_weeks
    post = await club.ana.send(club.room, "3 km in 20:00")
    if by_note:
        wrote = club.ana.slash(club.room, "run edit", run="5", note="I want to kill myself")
    else:
        wrote = club.ana.edit(post, "3 km in 20:00, I want to kill myself")
    heard = await club.heard(wrote)
    assert not any("🌱" in message.content for message in heard)
    assert await told(club, club.ana) == []


async def test_showing_up_anyway_is_told_in_private(club):
    """Whoever did not feel like it and went out after all hears so, once and alone; another run is none of it."""
    offered = await club.ana.slash(club.room, "notfeelingit")
    assert offered.ephemeral
    (answer,) = await club.post(club.ana, "2 km in 20:00")
    assert "🌱" not in answer.content
    (joy,) = await told(club, club.ana)
    assert "did not feel like it" in joy.content and joy.flags.ephemeral
    await club.post(club.ben, "2 km in 21:00")
    assert await told(club, club.ben) == []
    (shared,) = await club.heard(club.ana.click(joy, label="Share"))
    assert shared.content == f"🌱 {club.ana.mention} did not feel like it, and showed up anyway."
