"""What happens in chat while the bot is away is followed when it comes back."""

from datetime import timedelta

import pytest

from bot.db.failures import StorageFull
from bot.runs.following import Following


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
    await away(club)
    assert len(await club.figures()) == 1


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
            (post,) = posts_of(club, member)[-1:]
            metres = max(d for d in expected if (d - 3000) // 100 % 2 == at % 2)
            await member.edit(post, f"{metres / 1000:.1f}k in 49:59")
            expected[metres] = 2999
        else:
            post = posts_of(club, member)[-1]
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
    assert all(club.marks(post) == ["✅"] for post in posts_of(club, club.ana))


async def test_a_mark_that_could_not_be_set_comes_at_a_later_start(club):
    """A post that was counted without its ✅ gets it when its channel is read again, and counts once."""
    club.env.inject_error(
        "PUT", "/channels/*/messages/*/reactions/*", status=500, code=0, message="no", times=2
    )
    await club.world.go_offline()
    await club.ana.send(club.room, "5k in 24:30")
    post = posts_of(club, club.ana)[-1]
    await club.restart()
    assert club.marks(post) == [] and await club.rows() == 1
    await club.restart()
    assert club.marks(post) == ["✅"] and await club.rows() == 1


async def test_other_settings_keep_nothing_unread(club):
    """Whoever chose units before their channel could be read again is caught up with all the same."""
    await club.post(club.ben, "3k in 18:00")
    path = f"/channels/{club.room.id}/messages"
    club.env.inject_error("GET", path, status=403, code=0, message="no", times=1)
    await away(club, (club.ana, "send", club.room, "5k in 24:30"))
    club.world.skip(timedelta(minutes=5))
    await club.ana.slash(club.room, "my settings", units="mi")
    assert await club.rows() == 1
    await club.restart()
    assert await club.rows() == 2


async def test_a_channel_without_history_withdraws_nothing(club):
    """Where the bot may not read history, an empty one is not taken for deletions."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    club.world.forbid(club.room, "read_message_history")
    await away(club)
    assert len(await club.figures()) == 1
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


async def private(club):
    """What Ana was told in her direct messages, the newest last."""
    return [message.content for message in club.world.inbox(club.ana.user)]


async def told_privately(club, *texts):
    """Stops the bot, lets Ana write to it, and starts it again; returns what she is told then."""
    before = len(club.world.inbox(club.ana.user))
    await club.world.go_offline()
    for text in texts:
        await club.ana.user.send_dm(text)
    await club.restart()
    return club.world.inbox(club.ana.user)[before:]


async def test_direct_messages_written_meanwhile_count(club):
    """Whoever logs by direct message is answered there; talk gets no sentence so late."""
    await club.post(club.ana, "3k in 20:00")
    await club.ana.user.send_dm("4k in 22:00")
    said = await told_privately(club, "thanks!", "5k in 24:30")
    answers = [m.content for m in said if m.author.id == club.bot.user.id]
    assert len(answers) == 1 and "5 km in 24:30" in answers[0] and "only you" in answers[0]
    assert [metres for metres, _ in sorted(await club.figures())] == [3000, 4000, 5000]
    assert not any("5 km" in m.content for m in club.room.history())


async def test_direct_messages_are_counted_and_answered_once(club):
    """A second start says nothing, and what was taken back stays so."""
    await club.ana.user.send_dm("4k in 22:00")
    await told_privately(club, "5k in 24:30")
    await club.remove(club.ana, run="2")
    assert await told_privately(club) == []
    assert [metres for metres, _ in sorted(await club.figures())] == [4000]


async def test_direct_messages_edited_and_deleted_meanwhile_are_followed(club):
    """As in a run channel."""
    await club.ana.user.send_dm("4k in 22:00")
    await club.ana.user.send_dm("5k in 24:30")
    mine = [m for m in club.ana.user.dm_channel.history() if m.author.id == club.ana.id]
    await club.world.go_offline()
    await club.ana.user.edit(mine[0], "4k in 23:00")
    await club.ana.user.delete(mine[1])
    await club.restart()
    assert sorted(await club.figures()) == [(4000, 1380)]


async def test_a_question_about_a_direct_message_is_asked_late(club):
    """A slip of the time without the bot is asked about, once."""
    await club.ana.user.send_dm("4k in 22:00")
    said = await told_privately(club, "ran 400 km in 50:00:00")
    questions = [m for m in said if "beyond any run" in m.content]
    assert len(questions) == 1
    await club.ana.user.click(questions[0], label="No")
    assert await told_privately(club) == []


async def test_direct_messages_that_cannot_be_read_lose_nothing(club):
    """Nothing is taken for deleted, and the rest of the start goes on."""
    await club.ana.user.send_dm("4k in 22:00")
    path = f"/channels/{club.ana.user.dm_channel.id}/messages"
    club.env.inject_error("GET", path, status=500, code=0, message="no", times=9)
    await told_privately(club, "5k in 24:30")
    assert [metres for metres, _ in sorted(await club.figures())] == [4000]
    await club.restart()


async def test_in_quiet_hours_the_marks_say_it_alone(club):
    """What came in meanwhile counts and has its ✅; no line breaks the club's night."""
    await club.boss.slash(club.lobby, "club settings", quiet_hours="23-7")
    assert await away(club, (club.ana, "send", club.room, "5k in 24:30")) == []
    assert await club.rows() == 1
    assert club.marks(posts_of(club, club.ana)[-1]) == ["✅"]


REACTION = "/channels/*/messages/*/reactions/*"


@pytest.mark.parametrize("status", [429, 500])
async def test_a_mark_that_discord_does_not_take_just_then_comes_later(club, status):
    """Within minutes, for what was caught up with as for a live post; a post that counts no more gets none."""
    club.env.inject_error("PUT", REACTION, status=status, code=0, message="no", times=None)
    await away(club, (club.ana, "send", club.room, "5k in 24:30"))
    await club.post(club.ben, "6k in 40:00")
    await club.post(club.ben, "7k in 45:00")
    await club.ben.delete(next(m for m in posts_of(club, club.ben) if "7k" in m.content))
    await club.travel(minutes=6)
    posts = [*posts_of(club, club.ana), *posts_of(club, club.ben)]
    assert [club.marks(post) for post in posts] == [[], []]
    club.env.backend.faults.clear()
    with club.world.calls() as calls:
        await club.travel(minutes=6)
    assert [club.marks(post) for post in posts] == [["✅"], ["✅"]]
    assert len([call for call in calls if call.startswith("PUT")]) == 2


@pytest.mark.parametrize("stops", [False, True])
async def test_a_mark_that_discord_does_not_take_away_just_then_goes_later(club, stops):
    """Within minutes, or with the next start: ✅ stands on what counts, and on nothing else."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ana, "6k in 40:00")
    club.env.inject_error("DELETE", REACTION, status=500, code=0, message="no", times=None)
    await club.remove(club.ana, run="1")
    assert club.marks(posts_of(club, club.ana)[0]) == ["✅"]
    if stops:
        await club.restart()
    club.env.backend.faults.clear()
    await (away(club) if stops else club.travel(minutes=6))
    assert [club.marks(post) for post in posts_of(club, club.ana)] == [[], ["✅"]]


async def test_a_mark_that_is_missing_comes_with_the_next_start(club):
    """Also where Discord had refused it; a run that was taken back has none."""
    club.env.inject_error("PUT", REACTION, status=403, code=0, message="no", times=3)
    for text in ("5k in 24:30", "6k in 40:00"):
        await club.post(club.ana, text)
    await club.remove(club.ana, run="2")
    club.env.backend.faults.clear()
    await away(club)
    assert [club.marks(post) for post in posts_of(club, club.ana)] == [["✅"], []]
    with club.world.calls() as calls:
        await away(club)
    assert [call for call in calls if "reactions" in call] == []
