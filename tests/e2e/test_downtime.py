"""What happens in chat while the bot is away is followed when it comes back."""

from datetime import timedelta

import pytest


async def away(club, *actions):
    """Stop the bot, let members act without it, and start it again; returns what the bot wrote then."""
    before = {message.id for message in club.world.posts()}
    await club.world.go_offline()
    for member, act, *what in actions:
        await getattr(member, act)(*what)
    await club.restart()
    return [message for message in club.world.posts() if message.id not in before]


def posts_of(club, member, channel=None):
    return [m for m in (channel or club.room).history() if m.author.id == member.id]


async def test_posts_written_meanwhile_count(club):
    """Posts of the time without the bot are counted with ✅ alone, and one line sums them up."""
    await club.post(club.ana, "3k in 18:00")
    (summary,) = await away(
        club,
        (club.ana, "send", club.room, "5k in 24:30"),
        (club.ben, "send", club.room, "who runs on Sunday?"),
        (club.ben, "send", club.room, "8k in 45:00, lovely"),
    )
    assert "2 runs" in summary.content and summary.channel.id == club.room.id
    assert "5 km in 24:30" in await club.listed(club.ana)
    assert "8 km in 45:00" in await club.listed(club.ben)
    marks = [club.marks(m) for m in posts_of(club, club.ben)]
    assert marks == [[], ["✅"]]


async def test_a_channel_without_any_post_before_is_followed_too(club):
    """The time without the bot counts from the moment the channel was chosen."""
    (summary,) = await away(club, (club.ana, "send", club.room, "5k in 24:30"))
    assert "One run" in summary.content


async def test_nothing_is_counted_twice(club):
    """A second start finds nothing new and says nothing."""
    await away(club, (club.ana, "send", club.room, "5k in 24:30"))
    assert await away(club) == []
    assert await club.rows() == 1


async def test_nothing_new_says_nothing(club):
    """A restart in a quiet club is not noticed by anybody."""
    await club.post(club.ana, "5k in 24:30")
    assert await away(club, (club.ben, "send", club.room, "nice")) == []


async def test_edits_and_deletions_meanwhile_are_followed(club):
    """An edit changes the run, a deletion takes it back with its answer."""
    (first,) = await club.post(club.ana, "5k in 24:30")
    (second,) = await club.post(club.ben, "8k in 45:00")
    ana, ben = posts_of(club, club.ana)[-1], posts_of(club, club.ben)[-1]
    await away(club, (club.ana, "edit", ana, "5k in 25:00"), (club.ben, "delete", ben))
    assert "25:00" in club.seen(first).content
    assert club.seen(second) is None
    assert "8 km" not in (await club.listed(club.ben)).split("bring back")[0]


async def test_an_edit_that_makes_a_run_meanwhile_counts(club):
    """Talk that was edited into a run while the bot was away is counted."""
    await club.post(club.ana, "lovely day")
    talk = posts_of(club, club.ana)[-1]
    await away(club, (club.ana, "edit", talk, "lovely day, ran 5k in 24:30"))
    assert await club.rows() == 1


async def test_many_missing_posts_were_moderated(club):
    """More than five posts of a channel that are gone keep their runs."""
    for at in range(6):
        await club.post(club.ana, f"{5 + at}k in 50:00")
    gone = [(club.ana, "delete", post) for post in posts_of(club, club.ana)]
    await away(club, *gone)
    assert await visible(club) == 6


async def visible(club):
    return await club.bot.database.read(
        lambda tx: tx.execute("SELECT count(*) FROM runs WHERE withdrawn_at IS NULL").fetchone()[0]
    )


async def test_old_posts_are_left_alone(club):
    """What was written more than seven days ago is not read any more."""
    await club.post(club.ana, "3k in 18:00")
    await club.world.go_offline()
    await club.ana.send(club.room, "5k in 24:30")
    club.world.skip(timedelta(days=8))
    await club.restart()
    assert await club.rows() == 1


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_channel_that_cannot_be_read_loses_nothing(club, status):
    """Where Discord shows no history, nothing is taken for deleted."""
    await club.post(club.ana, "5k in 24:30")
    club.env.inject_error(
        "GET", f"/channels/{club.room.id}/messages", status=status, code=0, message="no", times=9
    )
    await away(club)
    assert await visible(club) == 1


async def test_a_channel_that_could_not_be_read_is_read_at_the_next_start(club):
    """A failed look at a channel is made up for."""
    await club.post(club.ana, "3k in 18:00")
    club.env.inject_error(
        "GET", f"/channels/{club.room.id}/messages", status=403, code=0, message="no", times=1
    )
    await away(club, (club.ana, "send", club.room, "5k in 24:30"))
    assert await club.rows() == 1
    (live,) = await club.post(club.ana, "8k in 50:00")
    assert "8 km" in live.content
    await away(club)
    assert await club.rows() == 3


async def test_threads_are_followed(club):
    """Posts in a thread of the run channel count after a stop as well."""
    await club.post(club.ana, "3k in 18:00")
    root = posts_of(club, club.ana)[-1]
    opening = club.bot.get_channel(club.room.id).get_partial_message(root.id)
    await club.world.owned(opening.create_thread(name="sunday"))
    thread = club.room.threads[0]
    await club.post(club.ana, "4k in 22:00", thread)
    await away(club, (club.ana, "send", thread, "5k in 24:30"))
    assert await club.rows() == 3


async def test_whoever_is_not_read_is_not_caught_up_with(club):
    """Posts of a member who is not read stay unread."""
    await club.ana.slash(club.room, "my settings", read_posts=False)
    assert await away(club, (club.ana, "send", club.room, "5k in 24:30")) == []


async def test_a_stop_between_any_two_events_changes_nothing(club):
    """Wherever the bot is stopped in a busy hour, the same runs are there in the end."""
    for at in range(12):
        member = (club.ana, club.ben)[at % 2]
        if at % 3 == 1:
            await club.world.go_offline()
        await member.send(club.room, f"{5 + at}k in 5{at % 10}:00")
        if at % 4 == 3:
            await member.edit(posts_of(club, member)[-1], f"{5 + at}k in 5{at % 10}:30")
        if at % 3 == 1:
            await club.restart()
    times = await club.bot.database.read(
        lambda tx: [r[0] for r in tx.execute("SELECT duration_s FROM runs ORDER BY distance_m")]
    )
    assert times == [3000 + 60 * (at % 10) + 30 * (at % 4 == 3) for at in range(12)]


async def test_a_channel_without_history_withdraws_nothing(club):
    """Where the bot may not read history, an empty one is not taken for deletions."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    club.world.forbid(club.room, "read_message_history")
    await away(club)
    assert await visible(club) == 1
    assert club.seen(answer) is not None


async def test_what_was_written_unread_stays_unread(club):
    """Posts from a time in which their author was not read are not read later."""
    await club.post(club.ben, "3k in 18:00")
    await club.ana.slash(club.room, "my settings", read_posts=False)
    await club.ana.send(club.room, "5k in 24:30, not for the bot")
    club.world.skip(timedelta(hours=1))
    await club.ana.slash(club.room, "my settings", read_posts=True)
    assert await away(club) == []
    assert await club.rows() == 1


async def test_what_was_written_before_a_channel_was_chosen_stays_uncounted(fresh):
    """Edited talk from before the channel was read is not logged at a later start."""
    await fresh.ana.send(fresh.room, "5k in 24:30")
    early = posts_of(fresh, fresh.ana)[-1]
    await fresh.ana.edit(early, "5k in 24:31")
    fresh.world.skip(timedelta(minutes=1))
    await fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room)
    assert await away(fresh) == []
    assert await fresh.rows() == 0


async def test_a_thread_with_mere_talk_is_followed_as_well(club):
    """A thread in which nothing was counted yet is read on from where its channel was left."""
    await club.post(club.ana, "3k in 18:00")
    root = posts_of(club, club.ana)[-1]
    opening = club.bot.get_channel(club.room.id).get_partial_message(root.id)
    await club.world.owned(opening.create_thread(name="sunday"))
    await away(club, (club.ana, "send", club.room.threads[0], "5k in 24:30"))
    assert await club.rows() == 2
