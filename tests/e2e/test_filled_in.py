"""What is asked about a command or a form: the same as about a post, where its author alone sees it."""

import pytest

from bot.questions.model import OPEN_FOR

pytestmark = pytest.mark.usefixtures("chosen_units")


async def logged(club, member=None, **options):
    """What a member is told to `/run log` with these options."""
    told = await (member or club.ana).slash(club.room, "run log", **options)
    return told.response


async def sent(club, fields, **options):
    """What Ben is told to the form of a new run, sent with these fields."""
    opened = await club.ben.slash(club.room, "run log", **options)
    return (await club.ben.submit_modal(opened, fields)).response


async def twin(club, **options):
    """The question about a run that Ben logs a second time."""
    await logged(club, club.ben, distance="5k", time="24:30")
    return await logged(club, club.ben, distance="5.0 km", time="24:30", **options)


async def test_the_same_run_again_is_asked_about_in_private(club):
    """The words are those of a post's question, and nobody else reads them."""
    question = await twin(club)
    assert "Looks like the run you logged at " in question.content
    assert question.flags.ephemeral and await club.rows() == 1


async def test_a_yes_logs_it_and_answers_in_the_channel(club):
    """After it there is one answer more, and nothing left of the question."""
    question = await twin(club)
    heard = await club.heard(club.ben.click(question, label="Log it again"))
    assert ["5 km in 24:30" in m.content for m in heard if not m.flags.ephemeral] == [True]
    assert await club.figures() == [(5000, 1470)] * 2
    assert await club.rows("held_runs") == 0


async def test_a_no_logs_nothing(club):
    """What was filled in is gone with the question, and pressing again says that it is settled."""
    question = await twin(club, note="by the river")
    await club.ben.click(question, label="No, it is that one")
    assert await club.rows() == 1 and await club.rows("held_runs") == 0


@pytest.mark.parametrize(
    ("options", "said", "stored"),
    [
        ({"distance": "5k", "time": "12:00"}, "**5 km in 12:00** would be beyond", (5000, 720)),
        ({"distance": "400 km"}, "would be beyond any run", (400_000, None)),
        ({"distance": "3 km", "time": "4:00:00"}, "are the units as you meant", (3000, 14_400)),
    ],
)
async def test_figures_that_may_be_a_slip_are_asked_back(club, options, said, stored):
    """Options and form alike: never silently stored, and what their author vouches for counts."""
    question = await logged(club, club.ben, **options)
    assert question.flags.ephemeral and said in question.content
    assert "edit your post" not in question.content and await club.rows() == 0
    await club.ben.click(question, label="Yes, count it")
    assert await club.figures() == [stored]
    question = await sent(club, {**options, "distance": options["distance"] + " "})
    assert question.flags.ephemeral and await club.rows() == 1


async def test_every_field_is_kept_until_the_answer(club):
    """Day, kind and note, also over a restart; a private run stays private."""
    fields = {"distance": "5k", "time": "12:00", "when": "yesterday", "kind": ["race"]}
    question = await sent(club, {**fields, "note": "downhill"}, private=True)
    await club.restart()
    heard = await club.heard(club.ben.click(question, label="Yes, count it"))
    assert all(m.flags.ephemeral for m in heard)
    row = await club.bot.database.read(
        lambda tx: tuple(tx.execute("SELECT day, kind, note, private FROM runs").fetchone())
    )
    assert row == ("2025-12-31", "race", "downhill", 1)


async def test_yesterday_is_the_day_before_it_was_sent(club):
    """An answer after midnight moves no run."""
    question = await logged(club, club.ben, distance="5k", time="12:00", when="yesterday")
    day = (
        await club.bot.database.read(lambda tx: tx.execute("SELECT day FROM held_runs").fetchone())
    )[0]
    await club.world.travel(OPEN_FOR / 2)
    await club.ben.click(question, label="Yes, count it")
    assert day == "2025-12-31" and await club.figures() == [(5000, 720)]


async def test_a_bare_distance_is_asked_about_once(club):
    """The answer logs the run, and is remembered for all that come."""
    question = await logged(club, distance="5", time="40:00")
    assert "kilometres or miles" in question.content and await club.rows() == 0
    await club.ana.click(question, label="Miles")
    assert await club.figures() == [(8047, 2400)]
    assert "6 mi" in (await logged(club, distance="6")).content


async def test_a_distance_that_nobody_names_is_in_the_units_of_the_club(club):
    """After an hour it counts, with an answer in the channel, and the member is asked no more."""
    await logged(club, distance="5", time="24:30")
    (answer,) = await club.heard(club.travel(hours=1, seconds=2))
    assert "5 km in 24:30" in answer.content and not answer.flags.ephemeral
    assert "6 km" in (await logged(club, distance="6")).content


async def test_a_distance_that_was_meant_privately_is_counted_without_a_word(club):
    """After an hour as well."""
    await logged(club, distance="5", private=True)
    assert await club.heard(club.travel(hours=1, seconds=2)) == []
    assert await club.figures() == [(5000, None)]


async def test_an_unanswered_question_leaves_nothing_behind(club):
    """Neither the figures nor the note outlive the hour, and a late press says so."""
    question = await twin(club, note="by the river")
    await club.travel(hours=1, seconds=2)
    assert await club.rows("held_runs") == 0
    told = await club.ben.click(question, label="Log it again")
    assert "settled already" in told.response.content and await club.rows() == 1


async def test_one_matter_after_the_other(club):
    """What is settled is not asked again, even when something else is."""
    question = await logged(club, club.ben, distance="5k", time="12:00")
    await club.ben.click(question, label="Yes, count it")
    question = await logged(club, club.ben, distance="5k", time="12:00")
    pressed = await club.ben.click(question, label="Yes, count it")
    again = pressed.followups[-1]
    assert "Looks like the run" in again.content and again.flags.ephemeral
    await club.ben.click(again, label="Log it again")
    assert await club.figures() == [(5000, 720)] * 2 and await club.rows("held_runs") == 0


async def test_nobody_else_can_answer(club, forge):
    """An id that another member sends changes nothing."""
    question = await twin(club)
    (answer, *_) = [m for m in club.room.history() if m.components]
    forge(custom_id="ask:yes:1")
    told = await club.ana.click(answer, custom_id="kudos:give:1")
    forge()
    assert told.ephemeral and await club.rows() == 1
    await club.ben.click(question, label="Log it again")
    assert await club.rows() == 2


async def test_two_presses_log_one_run(club, forge):
    """The second finds the question settled."""
    question = await twin(club)
    await club.ben.click(question, label="Log it again")
    answer = next(m for m in club.room.history() if m.components)
    forge(custom_id="ask:yes:1")
    told = await club.ben.click(answer, custom_id="run:more:1")
    assert "settled already" in told.response.content and await club.rows() == 2


async def test_a_private_run_is_compared_with_all_and_a_public_one_with_what_all_could_see(club):
    """A public question never tells of a private run."""
    await logged(club, club.ben, distance="5k", time="24:30", private=True)
    answer = await logged(club, club.ben, distance="5k", time="24:30")
    assert "Looks like" not in answer.content
    again = await logged(club, club.ben, distance="5k", time="24:30", private=True)
    assert "Looks like" in again.content


async def edited(club, **fields):
    """What Ben is told when he changes his first run."""
    return (await club.ben.slash(club.room, "run edit", run="1", **fields)).response


async def test_an_edit_beyond_any_run_is_asked_back(club):
    """The run stays as it was until its member vouches for the new figures, also after a restart."""
    (answer,) = await club.post(club.ben, "5k in 24:30")
    question = await edited(club, time="12:00")
    assert "beyond any run" in question.content and await club.figures() == [(5000, 1470)]
    await club.restart()
    await club.ben.click(question, label="Yes, count it")
    assert await club.figures() == [(5000, 720)]
    assert "5 km in 12:00" in club.seen(answer).content


async def test_an_edit_whose_run_is_gone_meanwhile_says_so(club):
    """A yes to figures of a run that was taken back changes nothing."""
    await club.post(club.ben, "5k in 24:30")
    question = await edited(club, time="12:00")
    await club.remove(club.ben)
    told = await club.ben.click(question, label="Yes, count it")
    assert "can't find that run" in told.followups[-1].content
    assert await club.rows("held_runs") == 0 and list(club.env.errors) == []


async def test_a_form_about_a_message_keeps_to_it(club):
    """Its ✅ comes with the yes, and the message is counted once."""
    await club.ben.send(club.lobby, "what a race")
    message = club.lobby.history()[-1]
    opened = await club.ben.context_menu(club.lobby, "Log this as a run", message)
    asked = await club.ben.submit_modal(opened, {"distance": "5k", "time": "12:00"})
    await club.ben.click(asked.response, label="Yes, count it")
    assert club.marks(message) == ["✅"] and await club.figures() == [(5000, 720)]


async def test_words_of_crisis_bring_the_support_text_with_the_question(club):
    """Nobody waits for an answer in a hard hour."""
    told = await club.ben.slash(
        club.room, "run log", distance="5k", time="12:00", note="I want to kill myself"
    )
    assert "beyond" in told.response.content and told.followups
    heard = await club.heard(club.ben.click(told.response, label="Yes, count it"))
    assert all(m.flags.ephemeral for m in heard) and await club.figures() == [(5000, 720)]


async def test_what_waits_is_exported_and_forgotten(club):
    """A member finds it in their export, and nothing of it is left after they are forgotten."""
    await twin(club, note="by the river")
    assert await club.rows("held_runs") == 1
    asked = await club.ben.slash(club.room, "my forget")
    await club.ben.click(asked.response, label="Forget me")
    assert await club.rows("held_runs") == 0


async def test_a_direct_message_is_asked_about_in_the_same_words(club):
    """Beyond any run, also after a restart; the answer stays between the two."""
    await club.post(club.ben, "3k in 20:00")
    (question,) = await club.heard(club.ben.user.send_dm("ran 400 km in 50:00:00"))
    assert "beyond any run" in question.content
    await club.restart()
    (answer,) = await club.heard(club.ben.user.click(question, label="Yes, count it"))
    assert "400 km in 50:00:00" in answer.content and "only you can see" in answer.content


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
async def test_a_question_that_is_refused_leaves_nothing_open(club, status):
    """Whoever sends it once more is asked then."""
    await logged(club, club.ben, distance="5k", time="24:30")
    path = "/interactions/*/*/callback"
    club.env.inject_error("POST", path, status=status, code=0, message="no", times=1)
    await club.ben.slash(club.room, "run log", distance="5k", time="24:30")
    assert await club.rows("held_runs") == 0 and list(club.env.errors) == []
    question = await logged(club, club.ben, distance="5k", time="24:30")
    await club.ben.click(question, label="Log it again")
    assert await club.rows() == 2


async def test_a_question_whose_answer_got_lost_stands(club):
    """Sent, and Discord's word of it lost: its buttons work."""
    await logged(club, club.ben, distance="5k", time="24:30")
    club.wire.lose_answer("POST", "/interactions/*/*/callback")
    await club.ben.slash(club.room, "run log", distance="5k", time="24:30")
    assert await club.rows("held_runs") == 1 and list(club.env.errors) == []
