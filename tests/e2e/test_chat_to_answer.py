"""A run posted in chat counts and is answered."""


async def test_a_posted_run_is_answered_and_marked(club):
    """A run in the run channel gets ✅ and one line with distance, time, pace and the week so far."""
    (answer,) = await club.post(club.ana, "5k in 24:30, felt great")
    assert "**5 km in 24:30** · 4:54/km" in answer.content
    assert f"<@{club.ana.id}>" in answer.content
    assert "5 km this week, one run" in answer.content
    post = club.room.history()[-2]
    assert [str(reaction.emoji) for reaction in post.reactions] == ["✅"]
