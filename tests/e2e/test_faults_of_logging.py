"""Whatever becomes of a call that logging makes: the run is there once, and nobody is told twice."""

import pytest

KINDS = ["400", "403", "404", "429", "500", "limited", "lost", "never"]
"""How a call goes wrong: Discord's word, a long rate limit, its answer lost after the effect, no answer at all."""

SAYS = "/channels/*/messages"
MESSAGE = "/channels/*/messages/*"
REACTION = "/channels/*/messages/*/reactions/*"
ANSWER = "/interactions/*/*/callback"
TWIN, FAST, WALK = "5k in 24:30", "ran 400 km in 50:00:00", "walked 4 km with the dog, 50 min"


@pytest.fixture(params=KINDS)
def kind(request):
    """One way in which a call goes wrong."""
    return request.param


@pytest.fixture(autouse=True)
def quiet_log(club, caplog):
    """In the end nothing unexpected stands in the log, and no error was left to anybody."""
    yield
    assert "unexpected" not in caplog.text and "Traceback" not in caplog.text
    assert list(club.env.errors) == []


@pytest.fixture
def trouble(club, kind):
    """Lets the next call of a kind go wrong."""

    def begin(method, path):
        wires = {
            "limited": club.wire.limit,
            "lost": club.wire.lose_answer,
            "never": club.wire.hang,
        }
        if kind in wires:
            wires[kind](method, path)
            return
        club.env.inject_error(method, path, status=int(kind), code=0, message="no", times=1)

    return begin


async def over(club):
    """The trouble is over, whoever waited for an answer has given up, and the bot was started anew."""
    await club.travel(minutes=6)
    club.wire.calm()
    club.env.backend.faults.clear()
    await club.restart()


def answers(club, text):
    """The bot's messages in any channel that hold these words."""
    return [message for message in club.world.posts() if text in message.content]


def mine(club, text):
    """The newest post of a member with these words."""
    return next(m for m in reversed(club.room.history()) if m.content == text)


async def test_the_answer(club, trouble, kind):
    """The run has its ✅, whatever became of its answer."""
    trouble("POST", SAYS)
    await club.ana.send(club.room, TWIN)
    await over(club)
    assert await club.figures() == [(5000, 1470)] and club.marks(mine(club, TWIN)) == ["✅"]
    assert len(answers(club, "**5 km in 24:30**")) == (1 if kind == "lost" else 0)


async def test_the_mark_of_a_run(club, trouble):
    """The answer stands whatever became of the ✅, which is there at the latest after the next start."""
    trouble("PUT", REACTION)
    await club.ana.send(club.room, TWIN)
    await over(club)
    assert await club.figures() == [(5000, 1470)] and len(answers(club, "**5 km in 24:30**")) == 1
    assert club.marks(mine(club, TWIN)) == ["✅"]


async def test_a_question(club, trouble):
    """It is there once at the latest after the next start, and works."""
    await club.ana.send(club.room, TWIN)
    trouble("POST", SAYS)
    await club.ana.send(club.room, TWIN)
    await over(club)
    (question,) = answers(club, "Looks like the run")
    await club.ana.click(question, label="Log it again")
    assert await club.figures() == [(5000, 1470)] * 2 and answers(club, "Looks like") == []
    assert len(answers(club, "**5 km in 24:30**")) == 2


async def test_a_question_that_changes(club, trouble):
    """What is logged is what the post says when its author answers."""
    await club.ana.send(club.room, FAST)
    trouble("PATCH", MESSAGE)
    await club.ana.edit(mine(club, FAST), "ran 390 km in 50:00:00")
    await over(club)
    (question,) = answers(club, "beyond any run")
    await club.ana.click(question, label="Yes, count it")
    assert (
        await club.figures() == [(390_000, 180_000)]
        and len(answers(club, "**390 km in 50:00:00**")) == 1
    )


@pytest.mark.parametrize("label", ["Yes, count it", "No"])
async def test_the_end_of_a_question(club, trouble, kind, label):
    """A question that could not be taken away goes later, and its buttons are over."""
    await club.ana.send(club.room, FAST)
    (question,) = answers(club, "beyond any run")
    trouble("DELETE", MESSAGE)
    await club.ana.click(question, label=label)
    await over(club)
    assert await club.figures() == ([(400_000, 180_000)] if label != "No" else [])
    assert kind == "404" or answers(club, "beyond any run") == []  # 404 says that it is gone


async def test_reading_the_post_that_was_asked_about(club, trouble):
    """Whoever pressed in vain presses once more, and is logged once."""
    await club.ana.send(club.room, FAST)
    (question,) = answers(club, "beyond any run")
    trouble("GET", MESSAGE)
    await club.ana.click(question, label="Yes, count it")
    await over(club)
    for left in answers(club, "beyond any run"):
        await club.ana.click(left, label="Yes, count it")
    assert (
        await club.figures() == [(400_000, 180_000)]
        and len(answers(club, "**400 km in 50:00:00**")) == 1
    )


async def test_the_mark_of_a_doubt(club, trouble, kind):
    """Without its 🏃 a doubtful post is left in peace, and can be logged by its menu."""
    trouble("PUT", REACTION)
    await club.ana.send(club.room, WALK)
    await over(club)
    assert await club.figures() == []
    assert club.marks(mine(club, WALK)) == (["🏃"] if kind == "lost" else [])


async def test_the_removal_of_the_bots_own_mark(club, trouble):
    """The run counts once, and 🏃 is gone after the next start at the latest."""
    await club.ana.send(club.room, WALK)
    trouble("DELETE", REACTION + "/*")
    await club.ana.react(mine(club, WALK), "🏃")
    await over(club)
    assert await club.figures() == [(4000, 3000)] and len(answers(club, "**4 km in 50:00**")) == 1
    reactions = club.seen(mine(club, WALK)).reactions
    assert not any(one.me for one in reactions if str(one.emoji) == "🏃")


async def test_the_opening_of_a_form(club, trouble, kind):
    """Whoever got none asks again; nothing is logged by opening one."""
    trouble("POST", ANSWER)
    await club.ana.slash(club.room, "run log")
    await over(club)
    form = await club.ana.slash(club.room, "run log")
    await club.ana.submit_modal(form, {"distance": "5k"})
    assert await club.figures() == [(5000, None)]


async def test_the_answer_to_a_form(club, trouble):
    """The run is there once, and nobody is asked to send it again."""
    form = await club.ana.slash(club.room, "run log")
    trouble("POST", ANSWER)
    await club.ana.submit_modal(form, {"distance": "5k"})
    await over(club)
    assert await club.figures() == [(5000, None)] and answers(club, "try again") == []
    assert len(answers(club, "**5 km**")) <= 1


async def test_a_question_about_a_form(club, trouble, kind):
    """One that did not get through leaves nothing behind; one that did works."""
    await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    trouble("POST", ANSWER)
    await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    await over(club)
    assert await club.rows("held_runs") == (1 if kind == "lost" else 0)
    asked = await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    await club.ana.click(asked.response, label="Log it again")
    assert await club.figures() == [(5000, 1470)] * 2


async def test_the_answer_after_a_yes(club, trouble, kind):
    """The run is counted once; its answer stands, or its runner hears that it counts."""
    await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    asked = await club.ana.slash(club.room, "run log", distance="5k", time="24:30")
    trouble("POST", SAYS)
    await club.ana.click(asked.response, label="Log it again")
    await over(club)
    assert await club.figures() == [(5000, 1470)] * 2 and await club.rows("held_runs") == 0
    assert len(answers(club, "**5 km in 24:30**")) <= 2


async def test_the_line_after_downtime(club, trouble):
    """It is said once or not at all, and every run is there once."""
    await club.world.go_offline()
    await club.ana.send(club.room, TWIN)
    trouble("POST", SAYS)
    await club.restart()
    await over(club)
    assert await club.figures() == [(5000, 1470)] and club.marks(mine(club, TWIN)) == ["✅"]
    assert len(answers(club, "came in meanwhile")) <= 1


async def test_the_mark_of_a_run_that_is_caught_up_with(club, trouble):
    """It takes neither the run nor the line along."""
    await club.world.go_offline()
    await club.ana.send(club.room, TWIN)
    await club.ben.send(club.room, "6k in 33:00")
    trouble("PUT", REACTION)
    await club.restart()
    await over(club)
    assert await club.figures() == [(5000, 1470), (6000, 1980)]
    assert len(answers(club, "came in meanwhile")) == 1 and answers(club, "**5 km") == []


async def test_reading_what_was_written_meanwhile(club, trouble):
    """A channel that could not be read is read at a later start; nothing is taken for deleted."""
    await club.ben.send(club.room, "6k in 33:00")
    await club.world.go_offline()
    await club.ana.send(club.room, TWIN)
    trouble("GET", SAYS)
    await club.restart()
    await over(club)
    assert await club.figures() == [(6000, 1980), (5000, 1470)]


async def test_an_answer_that_changes(club, trouble):
    """The run has its new figures, and no second answer."""
    await club.ana.send(club.room, TWIN)
    trouble("PATCH", MESSAGE)
    await club.ana.edit(mine(club, TWIN), "5k in 25:00")
    await over(club)
    assert await club.figures() == [(5000, 1500)]
    assert len(answers(club, "**5 km in")) == 1


async def test_an_answer_that_goes(club, trouble, kind):
    """With its post it is gone, after the next start at the latest."""
    await club.ana.send(club.room, TWIN)
    trouble("DELETE", MESSAGE)
    await club.ana.delete(mine(club, TWIN))
    await over(club)
    assert await club.figures() == []
    assert kind == "404" or answers(club, "**5 km in") == []  # 404 says that it is gone


async def test_others_are_answered_while_a_call_hangs(club):
    """Nobody waits for somebody else's answer."""
    club.wire.hang("POST", SAYS)
    await club.ana.send(club.room, TWIN)
    (answer,) = await club.post(club.ben, "6k in 33:00")
    assert "6 km in 33:00" in answer.content
    await club.travel(minutes=6)
