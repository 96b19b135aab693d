"""Edits and deletions in chat: runs and answers follow."""

import pytest


async def edit(club, member, message, text):
    """Let a member edit a message; returns what the bot wrote because of it."""
    return await club.heard(member.edit(message, text))


async def posted(club, text="5k in 24:30"):
    """Ana's post and the bot's answer to it."""
    (answer,) = await club.post(club.ana, text)
    return club.room.history()[-2], answer


async def test_an_edit_changes_the_run_and_its_answer(club):
    """Correcting a post corrects the run, and the answer that stands already."""
    post, answer = await posted(club)
    assert await edit(club, club.ana, post, "5k in 25:30") == []
    assert "25:30" in club.seen(answer).content
    assert "25:30" in await club.listed(club.ana)


async def test_an_edit_can_make_a_run(club):
    """Talk that becomes a post about a run is counted and answered."""
    await club.post(club.ana, "lovely evening")
    talk = club.room.history()[-1]
    (answer,) = await edit(club, club.ana, talk, "lovely evening, ran 5k in 24:30")
    assert "24:30" in answer.content
    assert club.marks(talk) == ["✅"]


async def test_an_edit_can_take_the_run_away_and_bring_it_back(club):
    """A post that no longer tells of a run loses run, ✅ and answer, and gets them again."""
    post, answer = await posted(club)
    assert await edit(club, club.ana, post, "what a day") == []
    assert club.seen(answer) is None
    assert club.marks(post) == []
    assert "5 km" not in await club.listed(club.ana)
    (again,) = await edit(club, club.ana, post, "ran 6k in 30:00, what a day")
    assert "6 km" in again.content
    assert club.marks(post) == ["✅"]
    assert "6 km" in await club.listed(club.ana)


async def test_an_edit_can_change_how_many_runs_there_are(club):
    """A second run in the same post is added, and goes again."""
    post, answer = await posted(club)
    await edit(club, club.ana, post, "5k in 24:30 today, and 8k in 45:00 yesterday")
    assert "8 km" in club.seen(answer).content
    assert "8 km" in await club.listed(club.ana)
    await edit(club, club.ana, post, "5k in 24:30 today")
    assert "8 km" not in club.seen(answer).content


async def test_what_was_set_by_hand_stays(club):
    """An edit of the message leaves the time alone that was corrected in the form, and changes the rest."""
    post, answer = await posted(club)
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"time": "23:59"})
    await edit(club, club.ana, post, "6k in 24:30")
    listed = await club.listed(club.ana)
    assert "6 km" in listed and "23:59" in listed


async def test_a_run_taken_back_by_hand_stays_away(club):
    """An edit does not bring back a run that its member removed."""
    post, _ = await posted(club)
    await club.remove(club.ana)
    assert await edit(club, club.ana, post, "6k in 31:00") == []
    assert "6 km" not in await club.listed(club.ana)


async def test_old_messages_are_left_alone(club):
    """A message older than seven days neither changes nor loses its run."""
    post, _ = await posted(club)
    await club.travel(days=8)
    await edit(club, club.ana, post, "9k in 50:00")
    await club.ana.delete(post)
    assert "5 km in 24:30" in await club.listed(club.ana)


async def test_a_post_is_read_as_of_its_own_day(club):
    """An edit days later leaves "yesterday" where it was."""
    post, _ = await posted(club, "5k in 24:30 yesterday")
    before = await club.bot.database.read(days)
    await club.travel(days=3)
    await edit(club, club.ana, post, "5k in 24:40 yesterday")
    assert await club.bot.database.read(days) == before


def days(tx):
    return [row[0] for row in tx.execute("SELECT day FROM runs ORDER BY run_id")]


async def test_deleting_takes_run_and_answer_along(club):
    """A deleted post hides its run at once, and it can come back from the list."""
    post, answer = await posted(club)
    await club.ana.delete(post)
    assert club.seen(answer) is None
    result = await club.ana.slash(club.room, "run list")
    (back,) = result.response.components[0]["components"]
    await club.ana.click(result.response, label=back["label"])
    assert "5 km in 24:30" in await club.listed(club.ana)


async def test_a_deleted_talk_is_nothing(club):
    """Deleting other chat, and messages that the bot never saw, changes nothing."""
    await club.post(club.ana, "hello")
    await club.ana.delete(club.room.history()[-1])
    assert await club.rows() == 0


async def many_posts(club, number):
    answers = []
    for at in range(number):
        answers += await club.post(club.ana, f"{5 + at}k in 50:0{at}")
    return club.posts_of(club.ana), answers


async def test_the_sixth_deletion_gives_all_back(club):
    """More than five deletions within ten seconds are moderation: every run and answer is there in the end."""
    posts, _ = await many_posts(club, 7)
    for post in posts[:5]:
        await club.ana.delete(post)
    assert len(await club.figures()) == 2
    written = await club.heard(club.ana.delete(posts[5]))
    assert len(written) == 5
    await club.ana.delete(posts[6])
    assert len(await club.figures()) == 7
    answered = [m for m in club.world.posts() if "50:0" in m.content]
    assert len(answered) == 7


async def test_slow_deletions_are_meant(club):
    """Six deletions over half a minute are their author's own."""
    posts, _ = await many_posts(club, 6)
    for post in posts:
        await club.ana.delete(post)
        await club.travel(seconds=5)
    assert len(await club.figures()) == 0


async def test_the_bots_own_removals_are_nobodys_deletions(club):
    """Three deleted posts take three answers along, which are not counted as six."""
    posts, _ = await many_posts(club, 3)
    for post in posts:
        await club.ana.delete(post)
    assert len(await club.figures()) == 0


async def test_a_bulk_deletion_touches_no_run(club):
    """What a moderation bot sweeps away stays in everybody's book."""
    posts, _ = await many_posts(club, 3)
    await club.world.sweep(posts)
    assert len(await club.figures()) == 3


async def test_following_goes_on_after_a_restart(club):
    """Edits and deletions of messages from before a restart are followed."""
    post, answer = await posted(club)
    await club.restart()
    await edit(club, club.ana, post, "5k in 26:00")
    assert "26:00" in club.seen(answer).content
    await club.ana.delete(post)
    assert club.seen(answer) is None


async def test_a_private_post_follows(club):
    """A direct message that is edited changes the run that it logged."""
    await club.post(club.ana, "5k in 24:30")
    await club.heard(club.ana.user.send_dm("ran 8k in 45:00"))
    dm = [m for m in club.ana.user.dm_channel.history() if m.author.id == club.ana.id][-1]
    await edit(club, club.ana.user, dm, "ran 8k in 44:00")
    assert "44:00" in await club.listed(club.ana)


async def test_whoever_is_not_read_is_not_followed_into_a_run(club):
    """An edit never logs the run of a member whose posts are not read."""
    await club.ana.slash(club.room, "my settings", read_posts=False)
    await club.ana.send(club.room, "hello")
    assert await edit(club, club.ana, club.room.history()[-1], "ran 5k in 24:30") == []
    assert await club.rows() == 0


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_refused_edit_of_the_answer_loses_nothing(club, status):
    """Discord may refuse to change the answer: the run is changed all the same."""
    post, answer = await posted(club)
    club.env.inject_error(
        "PATCH", f"/channels/{club.room.id}/messages/{answer.id}", status=status, times=9
    )
    await edit(club, club.ana, post, "5k in 25:30")
    assert "25:30" in await club.listed(club.ana)


async def test_a_run_from_a_form_outlives_a_typo(club):
    """A post that its form completed keeps its run when its words are mended."""
    await club.post(club.ana, "my usual loop, felt graet")
    post = club.room.history()[-1]
    form = await club.ana.context_menu(club.room, "Log this as a run", post)
    await club.ana.submit_modal(form, {"distance": "7k", "time": "45:00"})
    await edit(club, club.ana, post, "my usual loop, felt great")
    assert "7 km in 45:00" in await club.listed(club.ana)


async def test_a_run_mended_by_hand_outlives_other_words(club):
    """A run whose figures were set by hand stays when its post speaks of something else."""
    post, answer = await posted(club)
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km", "time": "30:00"})
    await edit(club, club.ana, post, "great day out")
    assert "6 km in 30:00" in await club.listed(club.ana)


async def test_kudos_stand_under_a_new_answer(club):
    """An answer that is given anew shows the kudos that the first one had."""
    post, answer = await posted(club)
    await club.ben.click(answer, custom_id="kudos:give:1")
    await edit(club, club.ana, post, "what a day")
    (again,) = await edit(club, club.ana, post, "ran 6k in 30:00, what a day")
    assert club.claps(again) == "1"


async def test_kudos_stand_under_an_answer_that_moderation_took(club):
    """After the sixth deletion the answers come back with their kudos."""
    posts, answers = await many_posts(club, 6)
    await club.ben.click(answers[0], custom_id="kudos:give:1")
    for post in posts[:5]:
        await club.ana.delete(post)
    written = await club.heard(club.ana.delete(posts[5]))
    assert [club.claps(message) for message in written].count("1") == 1


async def test_what_was_set_by_hand_stays_with_its_run_when_the_order_changes(club):
    """A post that tells its runs the other way round takes note and figures along."""
    post, answer = await posted(club, "5k in 24:30, 8k in 45:00")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit 1")
    await club.ana.submit_modal(form, {"distance": "5.2 km", "note": "by the river"})
    await edit(club, club.ana, post, "8k in 45:00, 5k in 24:30")
    content = club.seen(answer).content
    assert content.index("8 km in 45:00") < content.index("5.2 km in 24:30")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit 2")
    assert "by the river" in str(form.modal)


async def test_a_run_taken_back_stays_away_when_the_order_changes(club):
    """The other run goes on counting."""
    post, _ = await posted(club, "5k in 24:30, 8k in 45:00")
    await club.remove(club.ana, run="1")
    await edit(club, club.ana, post, "8k in 45:00, 5k in 24:30")
    listed = await club.listed(club.ana)
    assert "One run, 8 km" in listed


async def test_hand_and_edit_together_are_checked(club):
    """A distance set by hand and a time from an edit that cannot both be right are asked about."""
    post, answer = await posted(club, "6k in 40:00")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "12 km"})
    (question,) = await edit(club, club.ana, post, "6k in 20:00")
    assert "12 km in 20:00" in question.content
    assert "12 km in 40:00" in await club.listed(club.ana)
