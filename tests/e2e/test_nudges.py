"""A nudge for whoever asked for one, as a direct message, once."""

from bot import texts


async def pass_days(club, days):
    for _ in range(days):
        await club.travel(days=1)


async def test_a_nudge_comes_to_who_asked_and_to_nobody_else(club):
    """After the quiet days it greets, says how it ends, offers *Not feeling it*, and stays silent then."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "5k in 25:30")
    await club.ana.slash(club.room, "my settings", nudge_days=3)
    before = club.room.history()
    await club.travel(hours=18)
    await pass_days(club, 3)
    (said,) = club.letters(club.ana)
    words, end = said.split("\n")
    assert words in texts.nudges("warm") and end == texts.say("unasked.nudge_end")
    offered = await club.ana.user.click(
        club.ana.user.dm_channel.last_message, label="Not feeling it"
    )
    assert "Three small ways" in offered.response.content
    await pass_days(club, 10)
    assert len(club.letters(club.ana)) == 1
    assert club.letters(club.ben) == []
    assert club.room.history()[: len(before)] == before


async def test_one_message_a_day(club):
    """Words in the morning push the nudge to the next evening, and these words make room for it."""
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", nudge_days=3)
    await club.ana.slash(club.room, "motivation set", days="every day", time="8")
    by_day = []
    for _ in range(6):
        for hours in (9, 9, 6):
            await club.travel(hours=hours)
        by_day.append(len(club.letters(club.ana)))
    assert by_day == [1, 2, 3, 4, 5, 6]
    nudged = [
        said for said in club.letters(club.ana) if said.endswith(texts.say("unasked.nudge_end"))
    ]
    assert len(nudged) == 1


async def test_a_pause_holds_no_nudge_for_later(club):
    """Who is paused when it is due is left in peace."""
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", nudge_days=3)
    await club.ana.slash(club.room, "my pause", days=5)
    await pass_days(club, 9)
    assert club.letters(club.ana) == []
