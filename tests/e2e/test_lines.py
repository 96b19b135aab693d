"""The line of encouragement under a run, as members and organizers meet it."""

from bot import texts

ALL = {
    tone: {line for said in texts.lines(tone).values() for line in said}
    for tone in ("warm", "playful")
}


def line_of(message):
    """The line under a run, or None: what stands behind the figures."""
    said = message.content.split("\n")[0].rpartition(" · ")[2]
    return said if said in ALL["warm"] | ALL["playful"] else None


async def test_a_run_has_one_warm_line(club):
    """Where nobody chose a tone, a run is answered with a warm line that fits it."""
    (first,) = await club.post(club.ana, "5k in 24:30")
    (rainy,) = await club.post(club.ana, "8k in 45:00, pouring rain all the way")
    assert line_of(first) in texts.lines("warm")["first"]
    assert line_of(rainy) in texts.lines("warm")["rain"]


async def test_a_member_chooses_the_tone(club):
    """Playful has other lines, plain has none, and only for the member who chose."""
    await club.ana.slash(club.room, "my settings", tone="playful")
    await club.ben.slash(club.room, "my settings", tone="plain")
    (playful,) = await club.post(club.ana, "5k in 24:30")
    (plain,) = await club.post(club.ben, "5k in 24:30")
    assert line_of(playful) in texts.lines("playful")["first"]
    assert line_of(plain) is None and "**5 km in 24:30** · 4:54/km\n" in plain.content


async def test_the_club_chooses_the_tone_of_whoever_chose_none(club):
    """The organizers' choice holds until a member makes one, and again when the member gives it back."""
    told = await club.boss.slash(club.lobby, "club settings", tone="plain")
    assert "Tone: **plain**, the facts alone" in told.response.content
    (plain,) = await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", tone="warm")
    (warm,) = await club.post(club.ana, "6k in 30:30")
    await club.ana.slash(club.room, "my settings", tone="club")
    (plain_again,) = await club.post(club.ana, "7k in 36:30")
    assert [line_of(answer) is None for answer in (plain, warm, plain_again)] == [True, False, True]


async def test_panels_choose_the_tone(club):
    """Both panels have it among their pickers."""
    panel = (await club.ana.slash(club.room, "my settings")).response
    await club.ana.select(panel, ["playful"], custom_id="my:tone:0")
    assert "Tone: **playful**" in panel.content
    panel = (await club.boss.slash(club.lobby, "club settings")).response
    await club.boss.select(panel, ["playful"], custom_id=f"club:tone:{club.guild.id}")
    assert "Tone: **playful**, a line with a wink" in panel.content


async def test_an_answer_that_is_worded_anew_says_the_same_line(club):
    """An edit changes the figures, the line stays."""
    post = await club.ana.send(club.room, "5k in 24:30")
    answer = club.room.last_message
    said = line_of(answer)
    await club.ana.edit(post, "6k in 30:30")
    assert "6 km" in club.seen(answer).content and line_of(club.seen(answer)) == said


async def test_a_private_run_has_a_line_too_and_changes_none_in_public(club):
    """The first public run is the first one for the club, whatever was logged in private."""
    private = await club.ana.slash(club.room, "run log", distance="5k", private=True)
    assert line_of(private.response) in texts.lines("warm")["first"]
    (public,) = await club.post(club.ana, "5k in 24:30")
    assert line_of(public) in texts.lines("warm")["first"]
