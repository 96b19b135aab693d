"""A post with words of crisis is counted without a word, and help is offered to its author alone."""

import pytest

from bot.members.forget import forget, holdings

CRISIS = "5k in 31:00. I don't want to live anymore"
SUPPORT = "you deserve a real person to talk to"


def public(club):
    written = club.world.posts()
    return [m for m in written if m.channel.id == club.room.id and not m.flags.ephemeral]


async def test_the_channel_sees_nothing_but_the_mark(club):
    """✅ is all that anybody can see, and the run counts."""
    assert await club.post(club.ana, CRISIS) == []
    post = club.room.history()[-1]
    assert club.marks(post) == ["✅"]
    assert "5 km in 31:00" in await club.listed(club.ana)


async def follow_ups(club, member, command, **options):
    """Everything private that a command of a member brings."""
    result = await member.slash(club.room, command, **options)
    assert all(message.flags.ephemeral for message in result.followups)
    return [message.content for message in result.followups]


async def test_the_next_private_answer_offers_help_once(club):
    """The author's next private answer brings the support text, and no later one does."""
    await club.post(club.ana, CRISIS)
    (told,) = await follow_ups(club, club.ana, "run list")
    assert SUPPORT in told
    assert await follow_ups(club, club.ana, "run list") == []
    assert await club.rows("support_due") == 0


async def test_nobody_else_is_told(club):
    """Others' private answers, and the log, know nothing."""
    await club.post(club.ana, CRISIS)
    assert await follow_ups(club, club.ben, "run list") == []
    assert await follow_ups(club, club.boss, "club settings") == []


async def test_it_survives_a_restart(club):
    """Help that is due is offered by the next bot as well."""
    await club.post(club.ana, CRISIS)
    await club.restart()
    (told,) = await follow_ups(club, club.ana, "run list")
    assert SUPPORT in told


async def test_after_three_days_it_is_over(club):
    """What was not shown within 72 hours is never shown, and its row goes."""
    await club.post(club.ana, CRISIS)
    await club.travel(days=4)
    assert await follow_ups(club, club.ana, "run list") == []
    assert await club.rows("support_due") == 0


async def test_a_note_is_heard_at_once(club):
    """Such words in a note bring the text with the very answer, which stays private."""
    before = len(public(club))
    told = await follow_ups(club, club.ana, "run log", distance="5 km", note="I wish I was dead")
    assert SUPPORT in told[0]
    assert len(public(club)) == before
    assert "5 km" in await club.listed(club.ana)


async def test_a_direct_message_is_answered_in_place(club):
    """In private the text comes at once, without the usual cheer."""
    await club.post(club.ana, "3k in 20:00")
    written = await club.heard(club.ana.user.send_dm(CRISIS))
    (told,) = [message.content for message in written]
    assert SUPPORT in told
    assert await follow_ups(club, club.ana, "run list") == []


async def test_a_direct_message_without_a_run_is_heard_too(club):
    """Whoever writes such words to the bot is not told how to write a run, also where it may be one."""
    for words in (
        "I want to kill myself",
        "walked 4 km with the dog, 50 min. I want to kill myself",
    ):
        (told,) = await club.heard(club.ana.user.send_dm(words))
        assert SUPPORT in told.content and "5k" not in told.content
    assert await club.rows() == 0 and await club.rows("support_due") == 0


async def test_a_direct_message_that_comes_to_it_by_an_edit_is_heard_too(club):
    """Whether it told of no run before, or of one that counted."""
    for words in ("hello there", "5k in 31:00"):
        post = await club.ana.user.send_dm(words)
        told = await club.heard(club.ana.user.edit(post, "I wish I was dead"))
        assert [SUPPORT in message.content for message in told] == [True]


async def test_an_edit_is_heard_too(club):
    """Such words that come with an edit take the public answer away."""
    (answer,) = await club.post(club.ana, "5k in 31:00")
    post = club.room.history()[-2]
    await club.ana.edit(post, CRISIS)
    assert club.seen(answer) is None
    (told,) = await follow_ups(club, club.ana, "run list")
    assert SUPPORT in told


async def test_what_is_no_run_is_not_listened_to(club):
    """Other chat is neither read for such words nor remembered."""
    await club.post(club.ana, "I don't want to live anymore")
    assert await club.rows("support_due") == 0


@pytest.mark.parametrize(
    "text", ["5k in 31:00, this hill is killing me", "10k in 58:00, dead legs"]
)
async def test_runners_talk_is_answered_as_ever(club, text):
    """Hills that kill and legs that are dead are talk of runners."""
    (answer,) = await club.post(club.ana, text)
    assert "km in" in answer.content


async def test_it_is_exported_and_forgotten(club):
    """The one row is its member's: it stands in the export, and goes when they ask to be forgotten."""
    await club.post(club.ana, CRISIS)
    held = await club.bot.database.read(holdings, club.ana.id)
    assert held.rows["support_due"] == 1
    await club.bot.database.write(forget, club.ana.id, until=2**60)
    assert await club.rows("support_due") == 0


async def test_a_direct_message_edited_so_is_answered_once(club):
    """Such words that come into a post together with its run bring the support text a single time."""
    await club.post(club.ana, "3k in 20:00")
    await club.ana.user.send_dm("5k in 31:00")
    dm = [m for m in club.ana.user.dm_channel.history() if m.author.id == club.ana.id][-1]
    await club.ana.user.edit(dm, "hello")
    written = await club.heard(club.ana.user.edit(dm, CRISIS))
    assert [SUPPORT in message.content for message in written] == [True]


async def test_a_run_that_comes_back_stays_without_a_word(club):
    """Taken back and brought back, its ✅ is all there is again."""
    await club.post(club.ana, CRISIS)
    post = club.room.history()[-1]
    removed = await club.remove(club.ana)
    assert club.marks(post) == []
    again = await club.heard(club.ana.click(removed, label="Bring it back"))
    assert [m for m in again if not m.flags.ephemeral] == [] and club.marks(post) == ["✅"]


async def test_one_whose_post_was_deleted_stays_so_too(club):
    """Nobody can read any more what it said, and an ordinary one beside it is answered again."""
    said = [await club.ana.send(club.room, text) for text in (CRISIS, "6k in 40:00")]
    for post in said:
        await club.ana.delete(post)
    assert public(club) == []
    for run_id in (1, 2):
        listed = await club.ana.slash(club.room, "run list")
        await club.ana.click(listed.response, custom_id=f"run:restore:{run_id}")
    assert ["6 km" in message.content for message in public(club)] == [True]


async def test_moderation_gives_it_no_word_either(club):
    """The sixth deletion brings back what the first five took, each as it was."""
    said = [await club.ana.send(club.room, CRISIS)]
    said += [await club.ben.send(club.room, f"{n}k in {6 * n}:00") for n in range(3, 8)]
    for post in said:
        await (club.ana if post.author.id == club.ana.id else club.ben).delete(post)
    assert await club.rows("runs WHERE withdrawn_at IS NULL") == 6
    assert all(club.ana.mention not in message.content for message in public(club))
    assert len(public(club)) == 5


async def test_words_that_came_with_an_edit_count_for_later_too(club):
    """The answer that went with them does not come back with the run."""
    await club.post(club.ana, "5k in 31:00")
    await club.ana.edit(club.room.history()[-2], CRISIS)
    removed = await club.remove(club.ana)
    await club.ana.click(removed, label="Bring it back")
    assert public(club) == []


async def test_a_note_that_is_added_is_heard(club):
    """The very answer brings the text, and the public one goes."""
    await club.post(club.ana, "5k in 31:00")
    told = await follow_ups(club, club.ana, "run edit", run="1", note="I wish I was dead")
    assert SUPPORT in told[0] and public(club) == []
    assert await follow_ups(club, club.ana, "run edit", run="1", note="better") == []


async def test_a_note_of_a_hard_hour_keeps_its_post_quiet(club):
    """An edit of the message brings no answer back as long as the note says so."""
    await club.post(club.ana, "5k in 31:00")
    post = club.room.history()[-2]
    await follow_ups(club, club.ana, "run edit", run="1", note="I wish I was dead")
    assert await club.heard(club.ana.edit(post, "6k in 36:00")) == []
    assert club.marks(post) == ["✅"] and "6 km" in await club.listed(club.ana)
    await club.ana.slash(club.room, "run edit", run="1", note="better")
    assert len(await club.heard(club.ana.edit(post, "6k in 35:00"))) == 1


async def test_a_first_number_without_a_unit_counts_unasked(club):
    """It is read as the club counts, which is what happens when nobody answers; a figure beyond belief waits."""
    post = await club.ana.send(club.room, "ran 5 today. I don't want to live anymore")
    assert club.marks(post) == ["✅"] and public(club) == []
    assert "5 km" in await club.listed(club.ana)
    post = await club.ana.send(club.room, "ran 5k in 5:00. I don't want to live anymore")
    assert club.marks(post) == [] and public(club) == [] and await club.rows() == 1


async def test_a_question_goes_when_such_words_come(club):
    """Below its post nothing else stands then."""
    (question,) = await club.post(club.ana, "ran 5k in 5:00")
    post = club.room.history()[-2]
    await club.ana.edit(post, "ran 5k in 5:00. I don't want to live anymore")
    assert club.seen(question) is None and public(club) == []
    (told,) = await follow_ups(club, club.ana, "run list")
    assert SUPPORT in told


async def test_a_reason_for_a_pause_is_heard(club):
    """The pause begins, and its very answer brings the text; another reason brings nothing."""
    told = await follow_ups(club, club.ana, "my pause", days=7, reason="I wish I was dead")
    assert [SUPPORT in message for message in told] == [True]
    assert await follow_ups(club, club.ana, "my pause", days=14, reason="dead legs") == []
    assert await club.rows("pauses") == 1 and await club.rows("support_due") == 0


async def test_a_completed_post_is_heard_after_an_edit(club):
    """Its answer goes, its run stays, and the text comes with the next private answer."""
    post = await club.ana.send(club.room, "Went out")
    form = await club.ana.context_menu(club.room, "Log this as a run", post)
    await club.ana.submit_modal(form, {"distance": "5k"})
    assert len(public(club)) == 1
    await club.ana.edit(post, "Went out. I don't want to live anymore")
    assert public(club) == [] and club.marks(post) == ["✅"]
    (told,) = await follow_ups(club, club.ana, "run list")
    assert SUPPORT in told


async def test_a_post_that_a_form_completes_is_heard(club):
    """What the message says counts, not what the form does."""
    post = await club.ana.send(club.room, "Went out. I don't want to live anymore")
    form = await club.ana.context_menu(club.room, "Log this as a run", post)
    sent = await club.ana.submit_modal(form, {"distance": "5k"})
    assert [SUPPORT in message.content for message in sent.followups] == [True]
    assert public(club) == [] and club.marks(post) == ["✅"]
