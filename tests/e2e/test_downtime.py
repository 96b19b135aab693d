"""What happens in chat while the bot is away is followed when it comes back."""

from datetime import timedelta

import pytest

from bot.db.failures import StorageFull
from bot.runs.following import Following


async def test_posts_written_meanwhile_count(club):
    """Posts of the time without the bot are counted with ✅ alone, and one line sums them up."""
    await club.post(club.ana, "3k in 18:00")
    (summary,) = await club.away(
        (club.ana, "send", club.room, "5k in 24:30"),
        (club.ben, "send", club.room, "who runs on Sunday?"),
        (club.ben, "send", club.room, "8k in 45:00, lovely"),
    )
    assert "2 runs" in summary.content and summary.channel.id == club.room.id
    assert "5 km in 24:30" in await club.listed(club.ana)
    assert "8 km in 45:00" in await club.listed(club.ben)
    marks = [club.marks(m) for m in club.posts_of(club.ben)]
    assert marks == [[], ["✅"]]


async def test_a_channel_without_any_post_before_is_followed_too(club):
    """The time without the bot counts from the moment the channel was chosen."""
    (summary,) = await club.away((club.ana, "send", club.room, "5k in 24:30"))
    assert "One run" in summary.content


async def test_nothing_is_counted_twice(club):
    """A second start finds nothing new and says nothing."""
    await club.away((club.ana, "send", club.room, "5k in 24:30"))
    assert await club.away() == []
    assert await club.rows() == 1


async def test_nothing_new_says_nothing(club):
    """A restart in a quiet club is not noticed by anybody."""
    await club.post(club.ana, "5k in 24:30")
    assert await club.away((club.ben, "send", club.room, "nice")) == []


async def test_edits_and_deletions_meanwhile_are_followed(club):
    """An edit changes the run, a deletion takes it back with its answer."""
    (first,) = await club.post(club.ana, "5k in 24:30")
    (second,) = await club.post(club.ben, "8k in 45:00")
    ana, ben = club.posts_of(club.ana)[-1], club.posts_of(club.ben)[-1]
    await club.away((club.ana, "edit", ana, "5k in 25:00"), (club.ben, "delete", ben))
    assert "25:00" in club.seen(first).content
    assert club.seen(second) is None
    assert "8 km" not in (await club.listed(club.ben)).split("bring back")[0]


async def test_an_edit_that_makes_a_run_meanwhile_counts(club):
    """Talk that was edited into a run while the bot was away is counted."""
    await club.post(club.ana, "lovely day")
    talk = club.posts_of(club.ana)[-1]
    await club.away((club.ana, "edit", talk, "lovely day, ran 5k in 24:30"))
    assert await club.rows() == 1


async def test_many_missing_posts_were_moderated(club):
    """More than five posts of a channel that are gone keep their runs."""
    for at in range(6):
        await club.post(club.ana, f"{5 + at}k in 50:00")
    gone = [(club.ana, "delete", post) for post in club.posts_of(club.ana)]
    await club.away(*gone)
    assert len(await club.figures()) == 6


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
    await club.away()
    assert len(await club.figures()) == 1


async def test_a_channel_that_could_not_be_read_is_read_at_the_next_start(club):
    """A failed look at a channel is made up for."""
    await club.post(club.ana, "3k in 18:00")
    club.env.inject_error(
        "GET", f"/channels/{club.room.id}/messages", status=403, code=0, message="no", times=1
    )
    await club.away((club.ana, "send", club.room, "5k in 24:30"))
    assert await club.rows() == 1
    (live,) = await club.post(club.ana, "8k in 50:00")
    assert "8 km" in live.content
    await club.away()
    assert await club.rows() == 3


async def test_threads_are_followed(club):
    """Posts in a thread of the run channel count after a stop as well."""
    await club.post(club.ana, "3k in 18:00")
    root = club.posts_of(club.ana)[-1]
    opening = club.bot.get_channel(club.room.id).get_partial_message(root.id)
    await club.world.owned(opening.create_thread(name="sunday"))
    thread = club.room.threads[0]
    await club.post(club.ana, "4k in 22:00", thread)
    await club.away((club.ana, "send", thread, "5k in 24:30"))
    assert await club.rows() == 3


async def test_whoever_is_not_read_is_not_caught_up_with(club):
    """Posts of a member who is not read stay unread."""
    await club.ana.slash(club.room, "my settings", read_posts=False)
    assert await club.away((club.ana, "send", club.room, "5k in 24:30")) == []


async def test_a_stop_between_any_two_events_changes_nothing(club):
    """Wherever the bot is stopped in a busy hour, the same runs are there in the end."""
    for at in range(12):
        member = (club.ana, club.ben)[at % 2]
        if at % 3 == 1:
            await club.world.go_offline()
        await member.send(club.room, f"{5 + at}k in 5{at % 10}:00")
        if at % 4 == 3:
            await member.edit(club.posts_of(member)[-1], f"{5 + at}k in 5{at % 10}:30")
        if at % 3 == 1:
            await club.restart()
    times = await club.bot.database.read(
        lambda tx: [r[0] for r in tx.execute("SELECT duration_s FROM runs ORDER BY distance_m")]
    )
    assert times == [3000 + 60 * (at % 10) + 30 * (at % 4 == 3) for at in range(12)]


async def test_a_hundred_events_with_a_stop_between_any_two(club):
    """Written, edited and deleted, each once while the bot listens or once while it does not: the end is the same."""
    expected = {}
    for at in range(100):
        member = (club.ana, club.ben)[at % 2]
        is_away = at % 3 == 0
        if is_away:
            await club.world.go_offline()
        if at % 5 < 3:
            await member.send(club.room, f"{3 + at / 10:.1f}k in 5{at % 10}:00")
            expected[round(3000 + at * 100)] = 3000 + 60 * (at % 10)
        elif at % 5 == 3:
            (post,) = club.posts_of(member)[-1:]
            metres = max(d for d in expected if (d - 3000) // 100 % 2 == at % 2)
            await member.edit(post, f"{metres / 1000:.1f}k in 49:59")
            expected[metres] = 2999
        else:
            post = club.posts_of(member)[-1]
            metres = max(d for d in expected if (d - 3000) // 100 % 2 == at % 2)
            await member.delete(post)
            del expected[metres]
        club.world.skip(timedelta(seconds=11))  # single deletions, not a sweep
        await club.restart()
    assert sorted(await club.figures()) == sorted(expected.items())


@pytest.mark.parametrize("broken", [1, 5, 33, 39])
async def test_a_stop_in_the_middle_of_catching_up_is_made_up_for(club, monkeypatch, broken):
    """Whatever was under way, the next start counts each post once and gives each its ✅."""
    await club.world.go_offline()
    for at in range(40):
        await club.ana.send(club.room, f"{3 + at / 10:.1f}k in 50:00")
    real, calls = Following.written_meanwhile, []

    def failing(*arguments, **named):
        calls.append(1)
        if len(calls) >= broken:
            raise StorageFull("SQLITE_FULL")
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Following, "written_meanwhile", failing)
        await club.restart()
    assert len(sorted(await club.figures())) < 40
    await club.restart()
    assert [metres for metres, _ in sorted(await club.figures())] == [
        3000 + at * 100 for at in range(40)
    ]
    assert all(club.marks(post) == ["✅"] for post in club.posts_of(club.ana))


async def test_other_settings_keep_nothing_unread(club):
    """Whoever chose units before their channel could be read again is caught up with all the same."""
    await club.post(club.ben, "3k in 18:00")
    path = f"/channels/{club.room.id}/messages"
    club.env.inject_error("GET", path, status=403, code=0, message="no", times=1)
    await club.away((club.ana, "send", club.room, "5k in 24:30"))
    club.world.skip(timedelta(minutes=5))
    await club.ana.slash(club.room, "my settings", units="mi")
    assert await club.rows() == 1
    await club.restart()
    assert await club.rows() == 2


async def test_a_channel_without_history_withdraws_nothing(club):
    """Where the bot may not read history, an empty one is not taken for deletions."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    club.world.forbid(club.room, "read_message_history")
    await club.away()
    assert len(await club.figures()) == 1
    assert club.seen(answer) is not None


async def test_what_was_written_unread_stays_unread(club):
    """Posts from a time in which their author was not read are not read later."""
    await club.post(club.ben, "3k in 18:00")
    await club.ana.slash(club.room, "my settings", read_posts=False)
    await club.ana.send(club.room, "5k in 24:30, not for the bot")
    club.world.skip(timedelta(hours=1))
    await club.ana.slash(club.room, "my settings", read_posts=True)
    assert await club.away() == []
    assert await club.rows() == 1


async def test_what_was_written_before_a_channel_was_chosen_stays_uncounted(fresh):
    """Edited talk from before the channel was read is not logged at a later start."""
    await fresh.ana.send(fresh.room, "5k in 24:30")
    early = fresh.posts_of(fresh.ana)[-1]
    await fresh.ana.edit(early, "5k in 24:31")
    fresh.world.skip(timedelta(minutes=1))
    await fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room)
    assert await fresh.away() == []
    assert await fresh.rows() == 0


async def test_a_thread_with_mere_talk_is_followed_as_well(club):
    """A thread in which nothing was counted yet is read on from where its channel was left."""
    await club.post(club.ana, "3k in 18:00")
    root = club.posts_of(club.ana)[-1]
    opening = club.bot.get_channel(club.room.id).get_partial_message(root.id)
    await club.world.owned(opening.create_thread(name="sunday"))
    await club.away((club.ana, "send", club.room.threads[0], "5k in 24:30"))
    assert await club.rows() == 2


async def test_in_quiet_hours_the_marks_say_it_alone(club):
    """What came in meanwhile counts and has its ✅; no line breaks the club's night."""
    await club.boss.slash(club.lobby, "club settings", quiet_hours="23-7")
    assert await club.away((club.ana, "send", club.room, "5k in 24:30")) == []
    assert await club.rows() == 1
    assert club.marks(club.posts_of(club.ana)[-1]) == ["✅"]
