"""`/my forget`: asked once, gone for good, and a new post starts afresh."""

import pytest

from tests.e2e.forgetting import TYPED, asked, forget, in_room, traces


def labels(message):
    """What the buttons under a message say."""
    return [item["label"] for row in message.components for item in row["components"]]


def clap_of(message):
    """The id of the 👏 under an answer."""
    return message.components[0].children[0].custom_id


def more_of(message):
    """The id of the ⋯ under an answer."""
    return message.components[0].children[1].custom_id


async def test_the_question_says_what_goes_and_what_stays(club):
    """Counts of runs and kudos, settings, what stays, and that posting again starts afresh; nothing is gone yet."""
    await club.post(club.ana, TYPED)
    await club.ana.slash(club.room, "run log", distance="3 km", private=True, note="mine")
    (answer,) = await club.post(club.ben, TYPED)
    await club.ana.click(answer, custom_id=clap_of(answer))
    await club.ana.slash(club.room, "my settings", units="mi")
    before = await traces(club, club.ana)
    question = await asked(club, club.ana)
    assert "2 runs with their notes" in question.content
    assert "one 👏 that you gave" in question.content and "your settings" in question.content
    assert "stays where it is" in question.content and "starts afresh" in question.content
    assert labels(question) == ["Forget me", "Stay"]
    assert await traces(club, club.ana) == before


async def test_what_is_not_there_is_not_named(club):
    """Somebody with one run is told of that run alone."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    assert "one run with its note" in question.content and "👏" not in question.content


async def test_of_a_stranger_there_is_nothing_to_forget(club):
    """Nothing held is a sentence without a button."""
    question = await asked(club, club.ana)
    assert "nothing to forget" in question.content and question.components == []


async def test_staying_changes_nothing(club):
    """The question goes, everything else stays."""
    await club.post(club.ana, TYPED)
    before = await traces(club, club.ana)
    question = await asked(club, club.ana)
    await club.ana.click(question, label="Stay")
    assert "stays as it is" in question.content and question.components == []
    assert await traces(club, club.ana) == before


async def test_yes_leaves_nothing(club):
    """No table holds the member, the answers are gone from the channel, what others have is untouched."""
    await club.post(club.ana, TYPED)
    (theirs,) = await club.post(club.ben, TYPED)
    await club.ana.click(theirs, custom_id=clap_of(theirs))
    await club.ana.slash(club.room, "run log", distance="3 km", note="mine")
    await club.ana.slash(club.room, "my settings", units="mi", read_posts=False)
    ben = await traces(club, club.ben)
    question = await forget(club, club.ana)
    assert "you are forgotten" in question.content and question.components == []
    assert await traces(club, club.ana) == {}
    assert await traces(club, club.ben) == ben
    assert [m.id for m in in_room(club)] == [theirs.id]
    assert [m.author.id for m in club.room.history()][:1] == [club.ana.id]


async def test_it_works_in_private(club):
    """In a direct message the same question forgets in every club."""
    await club.post(club.ana, TYPED)
    result = await club.ana.user.slash("my forget")
    await club.ana.user.click(result.response, label="Forget me")
    assert await traces(club, club.ana) == {}


async def test_buttons_under_an_old_answer_say_gently_that_it_is_gone(club):
    """An answer that could not be removed has a 👏 and a ⋯ that lead nowhere and change nothing."""
    (answer,) = await club.post(club.ana, TYPED)
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await forget(club, club.ana)
    clap = await club.ben.click(answer, custom_id=clap_of(answer))
    assert clap.ephemeral and "nothing left to clap for" in clap.response.content
    more = await club.ana.click(answer, custom_id=more_of(answer))
    assert more.ephemeral and "can't find that run" in more.response.content
    assert await traces(club, club.ana) == await traces(club, club.ben) == {}


async def test_buttons_under_an_old_answer_never_mean_another_run(club):
    """The number under a forgotten answer is not given to the next post."""
    (answer,) = await club.post(club.ana, TYPED)
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await forget(club, club.ana)
    club.wire.calm()
    (newer,) = await club.post(club.ben, TYPED)
    assert clap_of(newer) != clap_of(answer)


@pytest.mark.parametrize("restart", [False, True])
async def test_an_old_post_yields_nothing_any_more(club, restart):
    """The same event again, the menu on an older message and an old open form of one yield no run."""
    await club.post(club.ana, TYPED)
    old = club.room.history()[0]
    unclear = await club.ana.send(club.lobby, "what a morning")
    form = await club.ana.context_menu(club.lobby, "Log this as a run", unclear)
    await forget(club, club.ana)
    if restart:
        await club.restart()
    club.bot.dispatch("message", old)
    await club.world.settle()
    menu = await club.ana.context_menu(club.room, "Log this as a run", old)
    assert menu.ephemeral and "before you asked me to forget you" in menu.response.content
    sent = await club.ana.submit_modal(form, {"distance": "5 km"})
    assert sent.ephemeral and "before you asked me to forget you" in sent.response.content
    assert len(club.env.errors) <= 1  # the simulator notes the menu's refusal
    assert await traces(club, club.ana) == {} and in_room(club) == []


@pytest.mark.parametrize("restart", [False, True])
async def test_posting_again_starts_afresh(club, restart):
    """The next post counts and is answered like a first one, and stays after a restart."""
    await club.ana.slash(club.room, "my settings", read_posts=False, named=False)
    await club.ana.slash(club.room, "run log", distance="5 km")
    await forget(club, club.ana)
    if restart:
        await club.restart()
    (answer,) = await club.post(club.ana, TYPED)
    assert "one run" in answer.content
    await club.restart()
    assert (await traces(club, club.ana))["runs"] == 1


async def test_a_second_press_is_harmless(club):
    """Pressing the button of the same question again finds nothing and says the same."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    custom_id = question.components[0]["components"][0]["custom_id"]
    await club.ana.click(question, custom_id=custom_id)
    again = await asked(club, club.ana)
    assert "nothing to forget" in again.content
    await press(club, club.ana, question, custom_id)
    assert "you are forgotten" in question.content and await traces(club, club.ana) == {}


async def press(club, member, message, custom_id):
    """Press a button that the simulator no longer shows, as a slow client may."""
    stored = club.env.backend.messages[message.channel_id][message.id]
    stored.components = [
        {"type": 1, "components": [{"type": 2, "style": 4, "label": "x", "custom_id": custom_id}]}
    ]
    return await member.click(message, custom_id=custom_id)


async def test_an_old_question_means_now(club):
    """A button pressed days later forgets up to the press, and not only up to the question."""
    await club.post(club.ana, TYPED)
    question = await asked(club, club.ana)
    await club.travel(days=3)
    await club.post(club.ana, "6k in 30:00")
    custom_id = question.components[0]["components"][0]["custom_id"]
    await press(club, club.ana, question, custom_id)
    assert await traces(club, club.ana) == {} and in_room(club) == []


async def test_it_forgets_whoever_presses(club):
    """The button is about its presser, whoever saw it."""
    await club.post(club.ana, TYPED)
    await club.post(club.ben, TYPED)
    before = await traces(club, club.ana)
    await forget(club, club.ben)
    assert await traces(club, club.ben) == {} and await traces(club, club.ana) == before
