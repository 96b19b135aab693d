"""A doubtful post is asked about with a quiet 🏃, which only its author can answer."""

WALK = "walked 4 km with the dog, 50 min"


async def asked(club, text=WALK):
    """Ana's doubtful post, which got no answer but 🏃."""
    assert await club.post(club.ana, text) == []
    return club.room.history()[-1]


async def test_a_doubtful_post_gets_a_quiet_question(club):
    """🏃 is all that the channel sees, and nothing is logged unasked."""
    post = await asked(club)
    assert club.marks(post) == ["🏃"]
    assert await club.rows() == 0


async def test_the_author_confirms_with_the_same_reaction(club):
    """The author's own 🏃 logs the run, and the question tidies itself away."""
    post = await asked(club)
    (answer,) = await club.heard(club.ana.react(post, "🏃"))
    assert "4 km in 50:00" in answer.content
    assert "✅" in club.marks(post)
    assert not any(r.me for r in club.seen(post).reactions if str(r.emoji) == "🏃")
    assert "4 km" in await club.listed(club.ana)


async def test_nobody_else_can_confirm(club):
    """Another member's 🏃, or another reaction of the author's, logs nothing."""
    post = await asked(club)
    assert await club.heard(club.ben.react(post, "🏃")) == []
    assert await club.heard(club.ana.react(post, "❤️")) == []
    assert await club.rows() == 0


async def test_a_reaction_without_a_question_does_nothing(club):
    """🏃 on a post that was never asked about is just a reaction."""
    await club.post(club.ana, "lovely evening")
    assert await club.heard(club.ana.react(club.room.history()[-1], "🏃")) == []
    assert await club.rows() == 0


async def test_a_question_outlives_a_restart(club):
    """The author can answer the next bot as well."""
    post = await asked(club)
    await club.restart()
    (answer,) = await club.heard(club.ana.react(post, "🏃"))
    assert "4 km" in answer.content


async def test_after_the_answer_nothing_more_is_counted(club):
    """Once answered, the question is over: a stop and a start count nothing again."""
    post = await asked(club)
    await club.ana.react(post, "🏃")
    await club.restart()
    assert await club.rows() == 1


async def test_what_is_surely_no_run_is_not_asked_about(club):
    """Plans with a question mark, prices and other people's runs get silence."""
    for text in (
        "who runs 10k tomorrow?",
        "entry is £20 for the 10k",
        "my brother ran 10k in 45:00",
    ):
        assert await club.post(club.ana, text) == []
        assert club.marks(club.room.history()[-1]) == []


async def test_a_question_that_discord_refuses_loses_nothing(club):
    """A refused 🏃 is no trouble for anybody."""
    club.env.inject_error(
        "PUT", "/channels/*/messages/*/reactions/*", status=403, code=50013, message="no", times=1
    )
    assert await club.post(club.ana, WALK) == []
    assert await club.rows() == 0
