"""What members write to the bot directly while it is away is followed when it comes back."""


async def told_privately(club, *texts):
    """Stops the bot, lets Ana write to it, and starts it again; returns what she is told then."""
    before = len(club.world.inbox(club.ana.user))
    await club.world.go_offline()
    for text in texts:
        await club.ana.user.send_dm(text)
    await club.restart()
    return club.world.inbox(club.ana.user)[before:]


async def test_direct_messages_written_meanwhile_count(club):
    """Whoever logs by direct message is answered there; talk gets no sentence so late."""
    await club.post(club.ana, "3k in 20:00")
    await club.ana.user.send_dm("4k in 22:00")
    said = await told_privately(club, "thanks!", "5k in 24:30")
    answers = [m.content for m in said if m.author.id == club.bot.user.id]
    assert len(answers) == 1 and "5 km in 24:30" in answers[0] and "only you" in answers[0]
    assert [metres for metres, _ in sorted(await club.figures())] == [3000, 4000, 5000]
    assert not any("5 km" in m.content for m in club.room.history())


async def test_direct_messages_are_counted_and_answered_once(club):
    """A second start says nothing, and what was taken back stays so."""
    await club.ana.user.send_dm("4k in 22:00")
    await told_privately(club, "5k in 24:30")
    await club.remove(club.ana, run="2")
    assert await told_privately(club) == []
    assert [metres for metres, _ in sorted(await club.figures())] == [4000]


async def test_direct_messages_edited_and_deleted_meanwhile_are_followed(club):
    """As in a run channel."""
    await club.ana.user.send_dm("4k in 22:00")
    await club.ana.user.send_dm("5k in 24:30")
    mine = [m for m in club.ana.user.dm_channel.history() if m.author.id == club.ana.id]
    await club.world.go_offline()
    await club.ana.user.edit(mine[0], "4k in 23:00")
    await club.ana.user.delete(mine[1])
    await club.restart()
    assert sorted(await club.figures()) == [(4000, 1380)]


async def test_a_question_about_a_direct_message_is_asked_late(club):
    """A slip of the time without the bot is asked about, once."""
    await club.ana.user.send_dm("4k in 22:00")
    said = await told_privately(club, "ran 400 km in 50:00:00")
    questions = [m for m in said if "beyond any run" in m.content]
    assert len(questions) == 1
    await club.ana.user.click(questions[0], label="No")
    assert await told_privately(club) == []


async def test_direct_messages_that_cannot_be_read_lose_nothing(club):
    """Nothing is taken for deleted, and the rest of the start goes on."""
    await club.ana.user.send_dm("4k in 22:00")
    path = f"/channels/{club.ana.user.dm_channel.id}/messages"
    club.env.inject_error("GET", path, status=500, code=0, message="no", times=9)
    await told_privately(club, "5k in 24:30")
    assert [metres for metres, _ in sorted(await club.figures())] == [4000]
    await club.restart()
