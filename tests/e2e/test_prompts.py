"""Club prompts, as organizers choose them and members meet them."""

import pytest

from bot.prompts.model import KINDS, MILES, QUESTION
from bot.schedule import service as schedules

pytestmark = pytest.mark.usefixtures("undrawn")

DAYS = "prompts:days"


async def opened(club):
    """The panel as the organizer sees it."""
    result = await club.boss.slash(club.lobby, "club prompts")
    assert result.ephemeral
    return result.response


async def due(club, prompt=QUESTION):
    found = await club.bot.database.read(
        schedules.find, KINDS[prompt], club.guild.id, club.guild.id
    )
    return found.due_at


async def until(club, prompt, **more):
    """Travels to the next prompt; gives what was written."""
    return await club.until(await due(club, prompt), **more)


async def test_the_panel_says_how_it_is_and_both_begin_switched_off(club):
    """With days, times, and where it would stand."""
    panel = await opened(club)
    assert panel.content.count("off") == 2 and club.room.mention in panel.content
    assert await club.rows("schedules WHERE kind IN ('monday miles', 'question of the day')") == 0


async def test_a_question_comes_on_its_days_once(club):
    """In the run channel, in a message that pings nobody; a restart brings no second one."""
    panel = await opened(club)
    chosen = await club.boss.select(panel, [str(day) for day in range(7)], custom_id=f"{DAYS}:1")
    assert "every day at 12:00" in chosen.response.content
    (asked,) = await until(club, QUESTION)
    assert asked.channel.id == club.room.id and "Question of the day" in asked.content
    await club.restart()
    assert await club.heard(club.tick()) == []
    (again,) = await until(club, QUESTION)
    assert again.content != asked.content


async def test_after_hours_away_it_says_that_it_is_late(club):
    """And after days it is left out."""
    await club.boss.select(await opened(club), ["2"], custom_id=f"{DAYS}:1")
    (late,) = await until(club, QUESTION, hours=20)
    assert late.content.startswith("⏰") and "Question of the day" in late.content
    assert await until(club, QUESTION, hours=60) == []
    noted = await club.bot.database.read(schedules.noted, club.guild.id)
    assert [one.reason for one in noted if one.kind == KINDS[QUESTION]] == ["missed"]


async def test_one_just_for_me_is_private(club):
    """Another question, for the presser alone, also after a restart."""
    await club.boss.select(await opened(club), ["2"], custom_id=f"{DAYS}:1")
    (asked,) = await until(club, QUESTION)
    await club.restart()
    mine = await club.ana.click(asked, label="One just for me")
    assert mine.ephemeral and mine.response.content.splitlines()[1] not in asked.content


async def test_monday_miles_show_ones_own_weeks_in_private(club):
    """Private runs too, since only their runner sees it."""
    await club.ana.slash(club.room, "run log", distance="7 km", private=True)
    await club.boss.click(await opened(club), label="Monday miles on")
    (asked,) = [m for m in await until(club, MILES) if "Monday miles" in m.content]
    mine = await club.ana.click(asked, label="My weeks, for me alone")
    assert mine.ephemeral and "7 km" in mine.response.content
    none = await club.ben.click(asked, label="My weeks, for me alone")
    assert "7 km" not in none.response.content and "blank page" in none.response.content


async def test_on_other_days_they_have_another_name(club):
    """Nobody is told on a Thursday that it is Monday."""
    await club.boss.select(await opened(club), ["3"], custom_id=f"{DAYS}:0")
    (asked,) = [m for m in await until(club, MILES) if "Miles of the week" in m.content]
    assert "Monday" not in asked.content


async def test_times_are_typed_into_a_form(club):
    """What can't be read changes nothing and says how to write it."""
    panel = await opened(club)
    await club.boss.click(panel, label="Question on")
    form = await club.boss.click(panel, label="Times")
    saved = await club.boss.submit_modal(form, {"miles": "8:15", "question": "6 pm"})
    assert "18:00" in saved.response.content
    assert (await due(club)).hour == 18
    form = await club.boss.click(panel, label="Times")
    refused = await club.boss.submit_modal(form, {"miles": "8:15", "question": "24:00"})
    assert "23:59" in refused.response.content and (await due(club)).hour == 18
    club.errors_seen()


async def test_switched_off_nothing_comes(club):
    """At once, and it can be switched on again with its days."""
    panel = await opened(club)
    await club.boss.click(panel, label="Question on")
    instant = await due(club)
    shown = await club.boss.click(panel, custom_id="prompts:off:1")
    assert "Question on" in str(shown.response.components)
    posts = await club.until(instant, minutes=1)
    assert [m for m in posts if "Question" in m.content] == []


async def test_they_go_to_the_channel_chosen_for_them(club):
    """`/club channels prompts` says where, and the panel shows it; with others chosen, too."""
    told = await club.boss.slash(club.lobby, "club channels", prompts=club.lobby, recaps=club.lobby)
    assert "Prompts and words of motivation are posted in" in told.response.content
    assert "Recaps are posted in" in told.response.content
    assert club.lobby.mention in (await opened(club)).content
    await club.boss.click(await opened(club), label="Question on")
    (asked,) = await until(club, QUESTION)
    assert asked.channel.id == club.lobby.id


async def test_a_forged_choice_changes_nothing(club, forge):
    """Neither a day that no week has nor a third prompt."""
    panel = await opened(club)
    forge(custom_id="prompts:on:2")
    refused = await club.boss.click(panel, label="Question on")
    assert refused.ephemeral
    forge(values=["9"], custom_id=f"{DAYS}:1")
    await club.boss.select(panel, ["2"], custom_id=f"{DAYS}:1")
    assert await club.rows("schedules WHERE kind = 'question of the day'") == 0
    club.errors_seen()
