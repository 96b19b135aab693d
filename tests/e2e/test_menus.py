"""The menus of a message: an organizer has its author asked, and a runner finds their own run."""

import pytest

LOG, MINE = "Log this as a run", "My run…"


@pytest.fixture
async def post(club):
    """Ana's post in a channel that is not read."""
    return await club.ana.send(club.lobby, "5k in 24:30")


async def ask(club, post):
    """The organizer's wish, and the question it led to."""
    (told, question) = await club.heard(club.boss.context_menu(club.lobby, LOG, post))
    return (told, question) if told.flags.ephemeral else (question, told)


async def test_an_organizer_has_the_author_asked(club, post):
    """Nothing counts before its author says so, with a button that is theirs alone."""
    told, question = await ask(club, post)
    assert "asked its author" in told.content and question.reference.message_id == post.id
    assert await club.rows() == 0
    refused = await club.boss.click(question, label="Yes, count it")
    assert refused.ephemeral and await club.rows() == 0
    (answer,) = await club.heard(club.ana.click(question, label="Yes, count it"))
    assert "5 km in 24:30" in answer.content and club.marks(post) == ["✅"]
    assert club.seen(question) is None


async def test_an_author_who_says_no_is_left_in_peace(club, post):
    """The question goes, and is not put a second time."""
    _, question = await ask(club, post)
    await club.ana.click(question, label="No")
    assert club.seen(question) is None and await club.rows() == 0
    (told,) = await club.heard(club.boss.context_menu(club.lobby, LOG, post))
    assert "leave them in peace" in told.content


async def test_a_yes_to_words_without_figures_opens_the_form(club):
    """What was run is for the author to say."""
    post = await club.ana.send(club.lobby, "my usual loop")
    _, question = await ask(club, post)
    opened = await club.ana.click(question, label="Yes, count it")
    await club.ana.submit_modal(opened, {"distance": "7k"})
    assert "One run, 7 km" in await club.listed(club.ana) and club.marks(post) == ["✅"]
    assert club.seen(question) is None


async def test_whoever_is_not_named_is_asked_with_a_mark(club, post):
    """No word stands below the post of somebody who is not to be named."""
    await club.ana.slash(club.lobby, "my settings", named=False)
    (told,) = await club.heard(club.boss.context_menu(club.lobby, LOG, post))
    assert "asked its author" in told.content and club.marks(post) == ["🏃"]
    await club.ana.react(post, "🏃")
    assert "5 km in 24:30" in await club.listed(club.ana)


async def test_what_counts_or_was_written_by_nobody_is_not_asked_about(club):
    """The organizer hears that, and nobody else anything."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    counted = club.room.history()[-2]
    (told,) = await club.heard(club.boss.context_menu(club.room, LOG, counted))
    assert "counts already" in told.content
    (told,) = await club.heard(club.boss.context_menu(club.room, LOG, answer))
    assert "not written by a member" in told.content


async def test_a_former_organizer_has_nobody_asked(club, post):
    """Whoever lost the right to manage the server is any member."""
    role = club.guild.roles["Boss"]
    club.env.backend.remove_member_role(club.guild.id, club.boss.id, role.id)
    (told,) = await club.heard(club.boss.context_menu(club.lobby, LOG, post))
    assert "Only its author" in told.content and await club.rows("questions") == 0


async def test_ones_own_twin_is_asked_about_in_private(club, post):
    """The menu asks back as chat does, and the question goes with its answer."""
    await club.post(club.ana, "5k in 24:30")
    (asked,) = await club.heard(club.ana.context_menu(club.lobby, LOG, post))
    assert asked.flags.ephemeral and "Looks like the run" in asked.content
    (answer,) = await club.heard(club.ana.click(asked, label="Log it again"))
    assert "5 km in 24:30" in answer.content and await club.rows() == 2
    assert club.seen(asked) is None and await club.rows("removals") == 0


async def test_the_menu_reads_an_edited_message_as_it_stands(club):
    """What was edited in a channel that is not read counts in its newest version."""
    post = await club.ana.send(club.room, "lovely evening")
    await club.ana.edit(post, "what an evening")
    await club.boss.slash(club.lobby, "club channels", runs=club.lobby)
    edited = await club.ana.edit(post, "5k in 24:30")
    result = await club.ana.context_menu(club.room, LOG, edited or club.seen(post))
    assert "5 km in 24:30" in result.response.content and club.marks(post) == ["✅"]


@pytest.mark.parametrize("where", ["post", "answer"])
async def test_my_run_opens_the_runners_panel(club, where):
    """From one's own post as from the answer to it."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    message = answer if where == "answer" else club.room.history()[-2]
    panel = await club.ana.context_menu(club.room, MINE, message)
    assert panel.ephemeral and "5 km in 24:30" in panel.response.content
    form = await club.ana.click(panel.response, label="Edit")
    edited = await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in edited.response.content


@pytest.mark.parametrize("where", ["post", "answer", "talk"])
async def test_my_run_is_for_its_runner(club, where):
    """Nobody else gets more than a sentence, and nobody anything of mere talk."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    talk = await club.ben.send(club.room, "nice")
    message = {"answer": answer, "post": club.room.history()[-3], "talk": talk}[where]
    told = await club.ben.context_menu(club.room, MINE, message)
    assert told.ephemeral and "5 km" not in told.response.content
    assert "yours" in told.response.content.lower()
