"""`/motivation now` and `/notfeelingit`, as members ask for them."""

import pytest

from bot import texts

WARM, PLAYFUL = (
    {
        words
        for chapter in texts.motivation(tone).values()
        for said in chapter.values()
        for words in said
    }
    for tone in ("warm", "playful")
)


async def asked(club, member):
    """What a member is told who asks for motivation."""
    result = await member.slash(club.room, "motivation now")
    assert result.ephemeral and result.response.content
    return result.response


async def test_a_message_comes_at_once_and_to_the_one_who_asked(club):
    """It is one of the club's tone, private, with *Not feeling it* below, and nobody else sees anything."""
    before = club.room.history(viewer=club.ben)
    message = await asked(club, club.ana)
    assert message.content in WARM
    assert message.components[0]["components"][0]["label"] == "Not feeling it"
    assert club.room.history(viewer=club.ben) == before


async def test_no_message_comes_twice_in_a_row_of_thirty(club):
    """Thirty-five times asked, thirty-five messages, also over a restart."""
    said = []
    for number in range(35):
        if number == 20:
            await club.restart()
        said.append((await asked(club, club.ana)).content)
    assert len(set(said)) == 35


async def test_the_week_so_far_is_told_where_there_is_one(club):
    """Runs of the week stand below the message, private ones too, since it is for the member alone."""
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "run log", distance="3k", private=True)
    message, week = (await asked(club, club.ana)).content.split("\n")
    assert message in WARM and week == "-# Your week so far: 8 km, 2 runs"


async def test_the_tone_is_the_members_own(club):
    """Playful has messages of its own; plain has the facts alone, and an empty week is a good week."""
    await club.ana.slash(club.room, "my settings", tone="playful")
    assert (await asked(club, club.ana)).content in PLAYFUL
    await club.ana.slash(club.room, "my settings", tone="plain")
    assert (
        await asked(club, club.ana)
    ).content == "Your week is a blank page so far. It may stay one."
    await club.post(club.ana, "ran 30 min")
    assert (await asked(club, club.ana)).content == "Your week so far: one run."


async def test_it_works_in_a_direct_message(club):
    """There the only club is meant, or none is named."""
    await club.ana.slash(club.room, "my settings", tone="plain")
    told = await club.ana.user.slash("motivation now")
    assert "I don't know which of your clubs" in told.response.content
    await club.post(club.ana, "5k in 24:30")
    told = await club.ana.user.slash("motivation now")
    assert told.response.content == "Your week so far: 5 km, one run."


@pytest.mark.parametrize(
    ("label", "choice"),
    [("A 10-minute walk", "walk"), ("Once round the block", "block"), ("Rest on purpose", "rest")],
)
async def test_each_small_way_is_answered_warmly_and_seen_by_nobody(club, label, choice):
    """Three ways, rest among them; the answer is private, and only that it was said is kept for a few days."""
    before = club.room.history(viewer=club.ben)
    offered = await club.ana.slash(club.room, "notfeelingit")
    assert offered.ephemeral and "Three small ways" in offered.response.content
    await club.ana.click(offered.response, label=label)
    assert offered.response.content in texts.small(choice)
    assert club.room.history(viewer=club.ben) == before
    assert await club.rows("motivation_told") == 0 and await club.rows("club_members") == 0
    assert await club.rows("not_feeling_it") == 1
    await club.travel(days=4)
    assert await club.rows("not_feeling_it") == 0


async def test_the_button_below_a_message_leads_there_too(club):
    """*Not feeling it* offers the small ways and leaves the message where it is."""
    message = await asked(club, club.ana)
    kept = message.content
    offered = await club.ana.click(message, label="Not feeling it")
    assert offered.ephemeral and "Three small ways" in offered.response.content
    assert message.content == kept


async def test_a_small_way_that_does_not_exist_is_answered_kindly(club, forge):
    """A forged number leads nowhere."""
    offered = await club.ana.slash(club.room, "notfeelingit")
    forge(custom_id="motivation:small:3")
    result = await club.ana.click(offered.response, label="Rest on purpose")
    assert "no longer leads anywhere" in result.response.content


async def test_rest_on_purpose_is_kept_as_a_day_and_a_walk_as_nothing(club):
    """The day of rest keeps the member's own weeks in a row; chosen twice it is one day, and nobody else sees it."""
    for label in ("A 10-minute walk", "Rest on purpose", "Rest on purpose"):
        offered = await club.ana.slash(club.room, "notfeelingit")
        buttons = [b["label"] for row in offered.response.components for b in row["components"]]
        assert label in buttons
        await club.ana.click(offered.response, label=label)
    assert await club.rows("rests") == 1
    assert club.room.history(viewer=club.ben) == []
