"""A direct message is private logging, for the one club that is meant."""


def last(club, member):
    return club.world.inbox(member)[-1]


async def test_a_direct_message_logs_in_private(club):
    """The answer comes in private, and the club sees nothing."""
    await club.post(club.ana, "3k in 20:00")
    before = [m.content for m in club.room.history()]
    await club.ana.user.send_dm("5k in 24:30")
    assert "5 km in 24:30" in last(club, club.ana.user).content
    assert "8 km this week, 2 runs" in last(club, club.ana.user).content
    assert [m.content for m in club.room.history()] == before


async def test_a_private_run_can_be_edited_and_removed_in_private(club):
    """⋯ works where there is no server."""
    await club.ana.user.send_dm("5k in 24:30")
    panel = await club.ana.user.click(last(club, club.ana.user), label="⋯")
    form = await club.ana.user.click(panel.response, label="Edit")
    edited = await club.ana.user.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in edited.response.content
    asked = await club.ana.user.click(panel.response, label="Remove")
    removed = await club.ana.user.click(asked.response, label="Yes, remove it")
    assert removed.acknowledged
    listed = await club.ana.slash(club.room, "run list")
    assert "No runs here yet" in listed.response.content


async def test_what_is_no_run_gets_one_sentence(club):
    """Somebody who writes to the bot is not left without an answer, and nothing is stored."""
    await club.ana.user.send_dm("thanks!")
    assert "could not find a run" in last(club, club.ana.user).content


async def test_whoever_shares_no_club_is_told_so(club):
    """Nothing is stored for a stranger."""
    stranger = club.env.create_user("stranger")
    await stranger.send_dm("5k in 24:30")
    assert "share no club" in club.world.inbox(stranger)[-1].content
    count = await club.bot.database.read(
        lambda tx: tx.execute("SELECT count(*) FROM posts").fetchone()[0]
    )
    assert count == 0


async def test_with_several_clubs_it_asks_once(club):
    """The question has a button for each club; the answer is remembered and the waiting run logged."""
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        ana = other.add_member(club.ana.user)
    await club.post(club.ana, "3k in 20:00")
    await ana.send(room, f"<@{club.bot.user.id}> 4k in 25:00")
    await club.ana.user.send_dm("5k in 24:30")
    question = last(club, club.ana.user)
    assert "Which club" in question.content
    await club.restart()
    await club.ana.user.click(question, label="Early Birds")
    assert "5 km in 24:30" in last(club, club.ana.user).content
    await club.ana.user.send_dm("6k in 30:00")
    assert "6 km in 30:00" in last(club, club.ana.user).content
    listed = await ana.slash(room, "run list")
    assert "3 runs, 15 km" in listed.response.content
