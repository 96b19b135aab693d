"""`/club lines`: organizers look at the lines under runs, add their own and switch some off."""

import pytest

from bot import texts
from bot.encouragement.model import SITUATIONS

LONG = SITUATIONS.index("long") * 100


def options(message, verb):
    """What a select of the panel offers: value -> whether it is ticked."""
    (select,) = [
        item
        for row in message.components
        for item in row["components"]
        if item.get("custom_id", "").startswith(verb)
    ]
    return {option["value"]: bool(option.get("default")) for option in select["options"]}


async def opened(club, situation=None):
    """The panel, at a situation."""
    panel = (await club.boss.slash(club.lobby, "club lines")).response
    if situation:
        await club.boss.select(panel, [situation], custom_id=f"lines:situation:{_any()}")
    return panel


def _any():
    return SITUATIONS.index("any") * 100


async def written(club, panel, words):
    """What the organizer is told who writes a line into the form."""
    form = await club.boss.click(panel, label="Add a line")
    return await club.boss.submit_modal(form, {"words": words})


async def test_the_panel_shows_lines_as_they_look(club):
    """Situation, tone, how many are on, and three lines under an example."""
    panel = await opened(club)
    count = len(texts.lines("warm")["any"])
    assert f"any other run**, warm · {count} of {count} are on" in panel.content
    assert panel.content.count("> Ana **8 km in 45:00** · 5:38/km · ") == 3
    assert len(options(panel, "lines:ticked")) == 25 and all(
        options(panel, "lines:ticked").values()
    )


async def test_pages_and_tones_are_turned(club):
    """More lines than a picker holds have pages; the other tone is a press away."""
    panel = await opened(club)
    first = options(panel, "lines:ticked")
    await club.boss.click(panel, label="More of them")
    second = options(panel, "lines:ticked")
    assert not set(first) & set(second) and len(second) == len(texts.lines("warm")["any"]) - 25
    await club.boss.click(panel, label="Earlier ones")
    assert options(panel, "lines:ticked") == first
    await club.boss.click(panel, label="Show the playful ones")
    assert "any other run**, playful" in panel.content


async def test_a_line_of_ones_own_is_said(club):
    """What an organizer adds takes its turn, with its placeholders filled for whoever ran."""
    panel = await opened(club, "long")
    await club.boss.select(panel, [], custom_id=f"lines:ticked:{LONG}")
    await written(club, panel, "Bridge and back, {name}: {distance}! *Bravo*")
    assert "Added." in panel.content and "Bridge and back, Ana\\: 8 km" in panel.content
    assert "1 of 14 are on" in panel.content
    await club.post(club.ana, "24k in 2:24:30 yesterday")
    (answer,) = await club.post(club.ana, "20k in 2:00:00")
    assert f"Bridge and back, <@{club.ana.id}>\\: 20 km! \\*Bravo\\*" in answer.content


async def test_a_line_switched_off_is_said_no_more(club):
    """Unticked lines are off for the club, also after a restart, and can be ticked again."""
    panel = await opened(club, "first")
    shown = options(panel, "lines:ticked")
    kept = next(iter(shown))
    await club.boss.select(panel, [kept], custom_id="lines:ticked:0")
    assert "Saved." in panel.content and f"1 of {len(shown)} are on" in panel.content
    await club.restart()
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert texts.lines("warm")["first"][0] in answer.content
    await club.boss.select(panel, list(shown), custom_id="lines:ticked:0")
    assert f"{len(shown)} of {len(shown)} are on" in panel.content


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("go {runner}!", "could not read the curly braces"),
        ("{distance", "could not read the curly braces"),
        ("well done {0}", "could not read the curly braces"),
        ("x" * 3000, "3,000 characters"),
        ("hey @everyone look", "can't mention anybody"),
        ("ask <@123456789012345678>", "can't mention anybody"),
        ("   ", "nothing in it yet"),
        ("\u200b", "nothing in it yet"),
        (texts.lines("warm")["rain"][0].upper(), "here already"),
    ],
)
async def test_a_line_that_cannot_be_said_is_refused_kindly(club, forge, words, told):
    """Each fault has its own sentence, and nothing is kept."""
    panel = await opened(club)
    form = await club.boss.click(panel, custom_id=f"lines:add:{_any()}")
    label = {"type": 18, "component": {"type": 4, "custom_id": "words", "value": words}}
    forge(components=[label])
    result = await club.boss.submit_modal(form, {"words": "any words"})
    assert told in result.response.content and await club.rows("club_lines") == 0


async def test_a_full_shelf_makes_room_where_something_is_off(club):
    """The hundred-and-first line takes the place of one that is off; with all on it is refused."""
    panel = await opened(club)
    await written(club, panel, "The very first of ours")
    await club.world.owned(club.bot.database.write(_fill, club.guild.id))
    result = await written(club, panel, "One more of ours")
    assert "100 lines of its own" in result.response.content
    await club.world.owned(club.bot.database.write(_off, club.guild.id))
    await written(club, panel, "One more of ours")
    assert await club.rows("club_lines") == 100 and await club.rows("club_lines_off") == 0


def _fill(tx, club_id):
    rows = [(club_id, "any", f"our line {number}") for number in range(99)]
    tx.executemany("INSERT INTO club_lines (club_id, situation, words) VALUES (?, ?, ?)", rows)


def _off(tx, club_id):
    tx.execute("INSERT INTO club_lines_off VALUES (?, 'club:1')", (club_id,))


async def test_an_old_panel_switches_off_nothing_it_did_not_show(club, forge):
    """A line that was added after the panel was opened stays on when the panel is used."""
    old, new = await opened(club, "long"), await opened(club, "long")
    await written(club, new, "Around the whole lake")
    await club.boss.select(old, [], custom_id=f"lines:ticked:{LONG}")
    assert "1 of 14 are on" in old.content


@pytest.mark.parametrize("number", [2100, 20_000, 99])
async def test_a_forged_panel_leads_nowhere(club, forge, number):
    """A number that no panel carries is told kindly, and a page that is not there is empty."""
    panel = await opened(club)
    forge(custom_id=f"lines:show:{number}")
    result = await club.boss.click(panel, label="More of them")
    assert result.acknowledged and list(club.env.errors) == []
