"""What is asked about a post: below it, with buttons for its author alone, gone when answered or in an hour."""

import pytest

from bot.questions.model import OPEN_FOR

pytestmark = pytest.mark.usefixtures("chosen_units")

TWIN = "5k in 24:30"
FAST = "5k in 12:00"
APART = "ran 42 km in 1:30:00"
SLOW = "ran 3 km in 4 hours"
BARE = "ran 5 in 40:30"


async def asked(club, text, member=None):
    """The question that a post was answered with, and the post."""
    (question,) = await club.post(member or club.ana, text)
    post = next(m for m in reversed(club.room.history()) if m.content == text)
    assert question.reference.message_id == post.id
    return question, post


async def twin(club):
    await club.post(club.ana, TWIN)
    return await asked(club, TWIN)


async def test_the_same_run_again_is_asked_about(club):
    """Day, distance and time of a run that counts already: the question says when that was logged."""
    question, post = await twin(club)
    assert "Looks like the run you logged at " in question.content
    assert club.marks(post) == [] and await club.rows() == 1


async def test_a_yes_logs_it_and_the_question_goes(club):
    """The answer stands where the question stood."""
    question, post = await twin(club)
    (answer,) = await club.heard(club.ana.click(question, label="Log it again"))
    assert "5 km in 24:30" in answer.content and answer.reference.message_id == post.id
    assert club.seen(question) is None and club.marks(post) == ["✅"] and await club.rows() == 2


async def test_a_no_logs_nothing_and_is_not_asked_twice(club):
    """The question goes, and the same words delivered once more are left alone."""
    question, post = await twin(club)
    assert await club.heard(club.ana.click(question, label="No, it is that one")) == []
    assert club.seen(question) is None and await club.rows() == 1
    chat = club.bot.get_cog("Chat")
    assert await club.heard(club.world.owned(chat.on_message(post))) == []


@pytest.mark.parametrize(
    ("text", "said", "stored"),
    [
        (FAST, "**5 km in 12:00** would be beyond any run", (5000, 720)),
        ("ran 400 km in 50:00:00", "would be beyond any run", (400_000, 180_000)),
        (APART, "bring that time and **42 km** together", (42_000, None)),
        (SLOW, "are the units as you meant them", (3000, 14_400)),
    ],
)
async def test_figures_that_may_be_a_slip_are_asked_back(club, text, said, stored):
    """Never silently stored; what its author vouches for counts."""
    question, _ = await asked(club, text)
    assert said in question.content and await club.rows() == 0
    (answer,) = await club.heard(club.ana.click(question, label="Yes, count it"))
    assert club.seen(question) is None and answer.reference is not None
    row = await club.bot.database.read(
        lambda tx: tx.execute("SELECT distance_m, duration_s FROM runs").fetchone()
    )
    assert tuple(row) == stored


@pytest.mark.parametrize("text", ["ran 3 km in 2:00:00", "walked 5 km in 1:45:00, ran a bit"])
async def test_slow_is_never_questioned(club, text):
    """Up to three quarters of an hour for a kilometre, nobody is asked whether that is right."""
    for message in await club.post(club.ana, text):
        assert not any(word in message.content for word in ("units", "together", "beyond"))


async def test_a_number_without_a_unit_is_asked_about_once(club):
    """The answer logs the run, and is remembered for all that come."""
    question, post = await asked(club, BARE)
    assert "kilometres or miles" in question.content
    (answer,) = await club.heard(club.ana.click(question, label="Miles"))
    assert "5 mi in 40:30" in answer.content and club.marks(post) == ["✅"]
    (answer,) = await club.post(club.ana, "ran 6 in 40:00")
    assert "6 mi in 40:00" in answer.content


async def test_whoever_chose_units_is_not_asked_for_them(club):
    """A bare number of somebody who counts in kilometres is kilometres."""
    (answer,) = await club.post(club.ben, BARE)
    assert "5 km in 40:30" in answer.content


async def test_a_unit_that_nobody_names_is_that_of_the_club(club):
    """After an hour the run counts as the club counts, and the member is asked no more."""
    question, post = await asked(club, BARE)
    await club.travel(hours=1, seconds=2)
    assert club.seen(question) is None and club.marks(post) == ["✅"]
    assert "5 km in 40:30" in await club.listed(club.ana)
    (answer,) = await club.post(club.ana, "ran 6 in 40:00")
    assert "6 km in 40:00" in answer.content


async def test_nobody_else_can_answer(club):
    """Another member is told so privately, and the question stays."""
    question, _ = await twin(club)
    told = await club.ben.click(question, label="Log it again")
    assert told.ephemeral and club.seen(question) is not None and await club.rows() == 1


async def test_an_unanswered_question_goes_within_the_hour(club):
    """It leaves nothing behind, and its button, pressed too late, says so."""
    question, post = await twin(club)
    await club.world.travel(OPEN_FOR / 2)
    assert club.seen(question) is not None
    await club.world.travel(OPEN_FOR)
    assert club.seen(question) is None and club.marks(post) == [] and await club.rows() == 1


async def test_so_does_the_mark_of_a_doubt(club):
    """🏃 under a doubtful post is gone after an hour, too."""
    await club.post(club.ana, "walked 4 km with the dog, 50 min")
    post = club.room.history()[-1]
    assert club.marks(post) == ["🏃"]
    await club.travel(hours=1, seconds=2)
    assert club.marks(post) == []


async def test_questions_work_after_a_restart_and_go_in_time(club):
    """Nothing about a question is held in memory."""
    question, _ = await twin(club)
    other, _ = await asked(club, FAST, club.ben)
    await club.restart()
    (answer,) = await club.heard(club.ana.click(question, label="Log it again"))
    assert "5 km" in answer.content and club.seen(question) is None
    await club.travel(hours=2)
    assert club.seen(other) is None


async def test_a_question_that_went_overdue_while_the_bot_was_away_goes_at_its_start(club):
    """A stop keeps no question in chat."""
    question, _ = await twin(club)
    await club.world.go_offline()
    club.world.skip(OPEN_FOR)
    await club.restart()
    assert club.seen(question) is None


async def test_an_edit_answers_the_question(club):
    """Figures put right in the post are logged, and the question goes."""
    question, post = await asked(club, FAST)
    (answer,) = await club.heard(club.ana.edit(post, "5k in 22:00"))
    assert "5 km in 22:00" in answer.content and club.seen(question) is None
    assert club.marks(post) == ["✅"]


async def test_an_edit_changes_the_question(club):
    """Another slip is asked about in the same message; talk ends the question."""
    question, post = await asked(club, FAST)
    assert await club.heard(club.ana.edit(post, "6k in 13:00")) == []
    assert "6 km in 13:00" in club.seen(question).content
    await club.ana.edit(post, "lovely evening")
    assert club.seen(question) is None and await club.rows() == 0


async def test_editing_an_answered_no_asks_again(club):
    """Other words are another matter."""
    question, post = await asked(club, FAST)
    await club.ana.click(question, label="No")
    (again,) = await club.heard(club.ana.edit(post, "5k in 12:10"))
    assert "12:10" in again.content


async def test_an_edit_of_a_counted_run_to_a_slip_is_asked_about(club):
    """The run stays as it was until its author vouches for the new figures."""
    (answer,) = await club.post(club.ana, "5k in 22:00")
    post = club.room.history()[-2]
    (question,) = await club.heard(club.ana.edit(post, FAST))
    assert "beyond any run" in question.content and "22:00" in await club.listed(club.ana)
    await club.ana.click(question, label="Yes, count it")
    assert "5 km in 12:00" in club.seen(answer).content and await club.rows() == 1
    assert club.seen(question) is None


async def test_a_deleted_post_takes_its_question_along(club):
    """Nobody is asked about what is not there any more."""
    question, post = await asked(club, FAST)
    await club.ana.delete(post)
    assert club.seen(question) is None
    question, post = await asked(club, FAST)
    club.env.backend.bulk_delete_messages(club.room.id, [post.id])
    await club.env.settle()
    assert club.seen(question) is None


async def test_one_matter_after_the_other(club):
    """What is settled is not asked again, even when something else is."""
    await club.post(club.ana, "5k in 12:00")
    (question,) = [m for m in club.room.history() if "beyond" in m.content]
    await club.ana.click(question, label="Yes, count it")
    (question,) = await club.post(club.ana, "5k in 12:00")
    (again,) = await club.heard(club.ana.click(question, label="Yes, count it"))
    assert "Looks like the run" in again.content
    (answer,) = await club.heard(club.ana.click(again, label="Log it again"))
    assert "5 km in 12:00" in answer.content and await club.rows() == 2


async def test_whoever_is_not_named_is_asked_with_a_mark(club):
    """No word stands in public about them; their own 🏃 is the yes."""
    await club.ana.slash(club.room, "my settings", named=False)
    assert await club.post(club.ana, FAST) == []
    post = club.room.history()[-1]
    assert club.marks(post) == ["🏃"]
    await club.ana.react(post, "🏃")
    assert "✅" in club.marks(post) and "5 km in 12:00" in await club.listed(club.ana)


async def test_a_private_run_is_never_told_by_a_question_in_public(club):
    """A public post is compared with what all could see; a private one with everything."""
    await club.ana.user.send_dm(TWIN)
    (answer,) = await club.post(club.ana, TWIN)
    assert "Looks like" not in answer.content
    (question,) = await club.heard(club.ana.user.send_dm(TWIN))
    assert "Looks like the run" in question.content
    await club.ana.user.click(question, label="Log it again")
    assert await club.rows() == 3 and club.seen(question) is None


async def test_words_of_crisis_are_asked_nothing(club):
    """A hard hour is no time for figures."""
    assert await club.post(club.ana, "5k in 12:00, I want to kill myself") == []
    assert await club.rows("questions") == 0 and await club.rows("support_due") == 1


async def test_two_runs_of_one_post_are_no_duplicates(club):
    """There and back in the same time are two runs."""
    (answer,) = await club.post(club.ana, "5k in 25:00 this morning and 5k in 25:00 this evening")
    assert "Looks like" not in answer.content


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
async def test_a_question_that_is_refused_loses_nothing(club, status):
    """It is put at the next start, once, and works then."""
    await club.post(club.ana, TWIN)
    path = f"/channels/{club.room.id}/messages"
    club.env.inject_error("POST", path, status=status, code=0, message="no", times=1)
    assert await club.post(club.ana, TWIN) == []
    before = club.world.post_ids()
    await club.restart()
    (question,) = club.world.posts(without=before)
    await club.ana.click(question, label="Log it again")
    assert await club.rows() == 2 and list(club.env.errors) == []


async def test_a_question_whose_answer_got_lost_is_not_asked_twice(club):
    """Sent, and Discord's word of it lost: the next start finds it where it stands."""
    await club.post(club.ana, TWIN)
    club.wire.lose_answer("POST", "/channels/*/messages")
    question, _ = await asked(club, TWIN)
    await club.restart()
    await club.ana.click(question, label="No, it is that one")
    left = [m for m in club.world.posts() if "Looks like" in m.content]
    assert left == [] and await club.rows() == 1


@pytest.mark.parametrize("status", [403, 404, 429, 500])
async def test_a_post_that_cannot_be_read_again_can_be_answered_later(club, status):
    """The author is told, and presses once more."""
    question, post = await twin(club)
    path = f"/channels/*/messages/{post.id}"
    club.env.inject_error("GET", path, status=status, code=0, message="no", times=1)
    told = await club.ana.click(question, label="Log it again")
    assert "could not read your post" in told.followups[-1].content
    await club.ana.click(question, label="Log it again")
    assert await club.rows() == 2 and list(club.env.errors) == []


async def test_a_question_that_cannot_be_removed_goes_later(club):
    """A removal that Discord refuses is tried again at the next start."""
    question, _ = await twin(club)
    path = f"/channels/*/messages/{question.id}"
    club.env.inject_error("DELETE", path, status=500, code=0, message="no", times=1)
    await club.ana.click(question, label="No, it is that one")
    assert club.seen(question) is not None
    await club.restart()
    assert club.seen(question) is None
