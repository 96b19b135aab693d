"""Which answer a club sees: a line, a card, ✅ alone, and what a member who is not named gets."""

import pytest


@pytest.fixture
def style(club):
    """Chooses how the club's runs are answered."""

    async def choose(replies):
        await club.boss.slash(club.lobby, "club settings", replies=replies)

    return choose


async def test_a_line_names_pings_and_embeds_nothing(club, style):
    """`short` is a line with figures, one for what was earned, if anything, and one with the week, under its post."""
    await style("short")
    (answer,) = await club.post(club.ana, "10k in 55:00")
    first, earned, second = answer.content.split("\n")
    assert first.startswith(f"<@{club.ana.id}> **10 km in 55:00** · 5:30/km")
    assert earned == "✨ your first run here"
    assert second == "-# 10 km this week, one run" and not answer.embeds
    assert answer.reference.message_id == club.room.history()[-2].id


async def test_a_card_says_the_same(club, style):
    """`cards` has the facts in an embed, with the same buttons."""
    await style("cards")
    (answer,) = await club.post(club.ana, "10k in 55:00")
    assert not answer.content and "**10 km in 55:00** · 5:30/km" in answer.embeds[0].description
    assert [button.custom_id for button in answer.components[0].children] == [
        "kudos:give:1",
        "run:more:1",
    ]


async def test_a_mark_alone_is_one_call(club, style):
    """`reaction` sends ✅ and nothing else."""
    await style("reaction")
    with club.world.calls() as calls:
        assert await club.post(club.ana, "10k in 55:00") == []
    assert [call.split()[0] for call in calls] == ["PUT"]
    assert club.marks(club.room.history()[-1]) == ["✅"]


async def test_a_command_in_a_club_of_marks_is_answered_in_private(club, style):
    """Nobody is left without an answer to a command."""
    await style("reaction")
    result = await club.ana.slash(club.room, "run log", distance="5k")
    assert result.ephemeral and "5 km" in result.response.content


async def test_an_edit_in_a_club_of_marks_takes_an_older_answer_away(club, style):
    """The run stays marked; the words go as the club wished."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await style("reaction")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert club.seen(answer) is None and club.marks(club.room.history()[-1]) == ["✅"]
    assert "6 km" in await club.listed(club.ana)


async def test_an_unnamed_member_is_answered_in_private_by_every_command(club):
    """No public word names them, from `/run log`, its form or the menu; a post gets its ✅."""
    await club.ana.slash(club.room, "my settings", named=False)
    post = await club.ana.send(club.lobby, "7k in 40:00")
    by_option = await club.ana.slash(club.room, "run log", distance="5k")
    by_form = await club.ana.submit_modal(await club.ana.slash(club.room, "run log"), {})
    by_menu = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    assert by_option.ephemeral and by_form.ephemeral and by_menu.ephemeral
    assert "7 km in 40:00" in by_menu.response.content and club.marks(post) == ["✅"]
    assert not [
        m
        for channel in (club.room, club.lobby)
        for m in channel.history(viewer=club.ben)
        if m.author.id == club.bot.user.id and f"<@{club.ana.id}>" in m.content
    ]


@pytest.mark.parametrize("style_", ["short", "cards"])
async def test_very_many_runs_fit_an_answer(club, style, style_):
    """Of fifteen runs in one post the first ten are told, and how many more there are."""
    await style(style_)
    told = ", ".join(f"{km}k in {km * 6}:00" for km in range(3, 18))
    answers = await club.post(club.ana, told)
    shown = "".join(m.content or m.embeds[0].description for m in answers)
    assert len(answers) == 1 and shown.count(" km in ") == 10 and "and 5 more" in shown
    assert await club.rows() == 15
