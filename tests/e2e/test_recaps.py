"""The weekly recap, as members and organizers meet it."""

from datetime import timedelta

import pytest
import pytest_asyncio
from simcord.backend import serializers

from bot import almanac
from bot.members import forget, naming
from bot.recaps.model import KINDS
from bot.schedule import service as schedules
from bot.schedule.model import WEEK
from cogs.delivery.sending import Delivery


async def weekly(club):
    return await club.bot.database.read(schedules.find, KINDS[WEEK], club.guild.id, club.guild.id)


async def to_monday(club):
    """Travels to the next due recap and lets it be posted; gives what was written."""

    async def travel():
        due = (await weekly(club)).due_at
        await club.travel(seconds=(due - club.bot.clock()).total_seconds() + 5)

    return [m for m in await club.heard(travel()) if "Our week" in m.content]


@pytest_asyncio.fixture
async def running(club):
    """A club with runs of Ana and Ben, older and newer ones."""
    await club.post(club.ana, "5k in 24:30")
    await club.travel(days=7)
    await club.post(club.ana, "10k in 52:00")
    await club.post(club.ben, "8 km")
    return club


async def test_on_monday_the_club_reads_its_week(running, undrawn):
    """One post in the run channel: totals, who ran, who is new; pinging nobody, and no second one."""
    (recap,) = await to_monday(running)
    assert recap.channel.id == running.room.id
    assert "**18 km**" in recap.content and "**2 runs**" in recap.content
    assert running.ben.mention in recap.content and "2 of us" in recap.content
    assert await running.heard(running.tick()) == []
    await running.restart()
    assert await running.heard(running.tick()) == []


async def test_more_shows_ones_own_part_in_private(running, undrawn):
    """Also after a restart."""
    (recap,) = await to_monday(running)
    await running.restart()
    result = await running.ben.click(recap, label="More")
    assert result.ephemeral and "8 km" in result.response.content
    assert running.ana.mention in result.response.content


async def test_a_run_that_arrives_later_corrects_it(running, undrawn):
    """Within two days the post is edited; after that it stays as it was."""
    (recap,) = await to_monday(running)
    await running.boss.slash(running.lobby, "club settings", units="km")
    await running.ana.slash(running.room, "run log", distance="4 km", when="yesterday")
    await running.travel(minutes=16)
    assert "**22 km**" in running.seen(recap).content
    await running.travel(hours=50)
    await running.ana.slash(running.room, "run log", distance="4 km", when="3 days ago")
    await running.travel(minutes=16)
    assert "**22 km**" in running.seen(recap).content


async def test_whoever_is_forgotten_goes_from_it(running, undrawn):
    """The name is taken out by the next correction."""
    (recap,) = await to_monday(running)
    asked = await running.ben.slash(running.room, "my forget")
    await running.ben.click(asked.response, custom_id="my:forget:0")
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content


async def test_hours_late_says_so_and_days_late_is_skipped(running, undrawn):
    """After a day away it comes late; after three it is noted as missed."""
    due = (await weekly(running)).due_at
    await running.world.go_offline()
    running.world.skip(due - running.env.now() + timedelta(hours=20))
    late = await running.heard(_back(running))
    assert [m.content.startswith("⏰") for m in late if "Our week" in m.content] == [True]
    await running.world.go_offline()
    running.world.skip(timedelta(days=7 + 2))
    assert [m for m in await running.heard(_back(running)) if "Our week" in m.content] == []
    noted = await running.bot.database.read(schedules.noted, running.guild.id)
    assert noted[0].reason == "missed" and noted[0].at >= due + timedelta(days=7)


async def _back(club):
    await club.restart()
    await club.tick()


async def test_an_organizer_sets_day_and_time(running, undrawn):
    """The answer shows how it is now, and the recap comes then."""
    told = await running.boss.slash(
        running.lobby, "club recap set", day="2", time="6:30 pm", kinds="monthly"
    )
    assert told.ephemeral and "Wednesday at 18:30" in told.response.content
    due = (await weekly(running)).due_at
    assert (due.weekday(), due.hour, due.minute) == (2, 18, 30)
    refused = await running.boss.slash(running.lobby, "club recap set", time="24:00")
    assert "23:59" in refused.response.content
    list(running.env.errors)  # the simulator also notes what was answered with a sentence


async def test_recaps_can_be_switched_off(running):
    """Then Monday is quiet."""
    due = (await weekly(running)).due_at
    await running.boss.slash(running.lobby, "club recap set", active=False)
    away = due - running.bot.clock()
    posts = await running.heard(running.travel(seconds=away.total_seconds() + 60))
    assert [m for m in posts if "Our week" in m.content] == []


async def test_they_go_to_the_channel_chosen_for_them(running, undrawn):
    """Else they would stand in the run channel."""
    told = await running.boss.slash(running.lobby, "club channels", recaps=running.lobby)
    assert running.lobby.mention in told.response.content
    (recap,) = await to_monday(running)
    assert recap.channel.id == running.lobby.id


async def test_the_preview_is_what_is_posted(running, sketched):
    """Word for word and dot for dot, for the organizer alone."""
    shown = await running.boss.slash(running.lobby, "club recap preview", week="this")
    (recap,) = await to_monday(running)
    assert shown.ephemeral
    assert shown.response.content.rpartition("\n")[0] == recap.content
    (picture,), (drawn,) = shown.response.attachments, recap.attachments
    assert len(set(sketched)) == 1 and picture.description == drawn.description


async def now(club):
    """Lets the organizer post at once; gives what was said to them, and what was posted."""
    told = []

    async def post():
        told.append(await club.boss.slash(club.lobby, "club recap now"))

    posts = await club.heard(post())
    return told[0].response.content, [m for m in posts if "Our week" in m.content]


async def midweek(club):
    """Recaps come on Thursday at noon, and it is the Monday before: last week's is yet to come."""
    await to_monday(club)
    await club.boss.slash(club.lobby, "club recap set", day="3", time="12:00")
    await club.travel(days=7)


async def test_now_posts_at_once(running, sketched):
    """In the recap's place, for everybody, with its picture and its own button."""
    told, (posted,) = await now(running)
    assert posted.channel.id == running.room.id and running.room.mention in told
    result = await running.ana.click(posted, label="More")
    assert result.ephemeral


async def test_now_is_the_one_that_was_to_come(running, sketched):
    """The week has no second post on its day; runs that arrive correct this one; the week after comes."""
    await running.ana.slash(running.room, "run log", distance="9 km")
    await midweek(running)
    await running.post(running.ana, "3k in 18:00 yesterday")
    told, (posted,) = await now(running)
    assert "none comes on its day" in told and "**3 km**" in posted.content
    assert len(posted.attachments) == 1
    await running.ben.slash(running.room, "run log", distance="4 km", when="yesterday")
    await running.travel(minutes=16)
    assert "**7 km**" in running.seen(posted).content
    assert [m for m in await running.heard(running.travel(days=4)) if "Our week" in m.content] == []
    assert len(await to_monday(running)) == 1


async def test_now_again_is_a_second_one_by_wish(running, undrawn):
    """And takes nothing from the week after."""
    await midweek(running)
    await now(running)
    told, (again,) = await now(running)
    assert "none comes" not in told and "Our week" in again.content
    assert len(await to_monday(running)) == 1


async def test_now_that_discord_refused_comes_on_its_day(running, undrawn):
    """The organizer is told, and nothing is lost."""
    await midweek(running)
    where = f"/channels/{running.room.id}/messages"
    running.env.inject_error("POST", where, status=400, code=50035, message="no", times=1)
    told, posts = await now(running)
    list(running.env.errors)  # the simulator also notes what was answered with a sentence
    assert posts == [] and "could not post" in told
    assert len(await to_monday(running)) == 1


async def test_now_whose_answer_was_lost_is_posted_once(running, undrawn):
    """A minute later the bot finds its own message, and the ledger knows it."""
    await midweek(running)
    running.wire.lose_answer("POST", "/channels/*/messages", times=1)
    told, posts = await now(running)
    assert "I look again" in told and len(posts) == 1
    again = await running.boss.slash(running.lobby, "club recap now")
    assert "on its way" in again.response.content
    list(running.env.errors)  # the simulator also notes what was answered with a sentence
    await running.travel(minutes=6)
    later = [m for m in await running.heard(running.travel(days=4)) if "Our week" in m.content]
    assert later == []
    ended = await running.bot.database.read(schedules.of_message, posts[0].id)
    assert [one.state for one in ended] == ["sent"]


async def test_now_takes_up_what_waits_for_its_next_try(running, undrawn):
    """The channel was forbidden on the day; once it is allowed, nobody has to wait."""
    running.world.forbid(running.room, "send_messages")
    assert await to_monday(running) == []
    running.world.forbid(running.room)
    told, posts = await now(running)
    assert "none comes on its day" in told and len(posts) == 1
    later = [m for m in await running.heard(running.travel(days=4)) if "Our week" in m.content]
    assert later == []


async def test_now_and_a_crash_bring_one_message(running, sketched, monkeypatch):
    """The bot stops right after the send: the next process finds what was posted."""
    await midweek(running)
    with monkeypatch.context() as patch:
        patch.setattr("bot.schedule.ledger.settle", _failing)
        _, posts = await now(running)
    list(running.env.errors)
    await running.restart()
    later = [m for m in await running.heard(running.travel(days=4)) if "Our week" in m.content]
    assert len(posts) == 1 and later == []


def _failing(*_, **__):
    raise RuntimeError


async def test_recap_is_private_until_it_is_shared(running, sketched):
    """Any past week; the button tells it to everybody."""
    result = await running.ana.slash(running.room, "recap", week="this")
    assert result.ephemeral and "**18 km**" in result.response.content
    assert len(result.response.attachments) == 1
    sharing = running.ana.click(result.response, label="Share it here")
    (shared,) = [m for m in await running.heard(sharing) if "Our week" in m.content]
    assert "**18 km**" in shared.content and len(shared.attachments) == 1
    assert (await running.ben.click(shared, label="More")).ephemeral
    refused = await running.ana.slash(running.room, "recap", week="someday")
    assert "can't tell" in refused.response.content
    list(running.env.errors)  # the simulator also notes what was answered with a sentence


async def test_a_club_that_just_began_has_nothing_to_tell(club):
    """No recap of a first day."""
    due = (await weekly(club)).due_at
    await club.travel(seconds=(due - club.bot.clock()).total_seconds() - 3600)
    await club.post(club.ana, "5k in 24:30")
    posts = await club.heard(club.travel(hours=2))
    assert [m for m in posts if "Our week" in m.content] == []


async def test_a_forged_week_leads_nowhere(running, forge, sketched):
    """A button with a week at the end of time is answered like any other."""
    (recap,) = await to_monday(running)
    forge(custom_id="recap:look:99991231")
    result = await running.ben.click(recap, label="More")
    assert result.ephemeral and "Nothing of yours" in result.response.content


async def test_the_recap_has_a_picture(running, monkeypatch):
    """With a text for who does not see it that names nobody."""
    # Also on a machine that is busy.
    monkeypatch.setattr(running.bot.parts.pictures, "_patience_s", 60)
    running.env.settle_timeout = 60
    (recap,) = await to_monday(running)
    (picture,) = recap.attachments
    assert picture.filename.endswith(".png") and "18 km" in picture.description
    assert "Ana" not in picture.description and "<@" not in picture.description


async def unnamed(club, member):
    """The member is not to be named any more, and the bot has had time to follow."""
    await member.slash(club.room, "my settings", named=False)
    await club.travel(minutes=16)


async def test_names_go_from_older_recaps_too(running, sketched):
    """After the two days in which runs correct it; the figures stay."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    await unnamed(running, running.ben)
    after = running.seen(recap)
    assert running.ben.mention not in after.content and running.ana.mention in after.content
    assert "**18 km**" in after.content and len(after.attachments) == 1


async def test_names_go_from_weeks_told_on_demand(running, undrawn):
    """Shared ones, and those an organizer posted; also when the member is forgotten."""
    asked = await running.ana.slash(running.room, "recap", week="this")
    sharing = running.ana.click(asked.response, label="Share it here")
    (shared,) = [m for m in await running.heard(sharing) if "Our week" in m.content]
    await to_monday(running)
    _, (posted,) = await now(running)
    await running.travel(days=3)
    question = await running.ben.slash(running.room, "my forget")
    await running.ben.click(question.response, custom_id="my:forget:0")
    await running.travel(minutes=16)
    for message in (shared, posted):
        assert running.ben.mention not in running.seen(message).content
        assert running.ana.mention in running.seen(message).content
    assert await running.rows("recaps_anew") == 0


async def test_whoever_pauses_goes_from_them_in_the_same_way(running, undrawn):
    """Nobody can tell a pause from *don't name me*."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    await running.ben.slash(running.room, "my pause", days=7)
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content


async def test_a_message_that_is_gone_holds_nothing_up(running, undrawn):
    """Somebody deleted the recap: nothing is tried for ever."""
    (recap,) = await to_monday(running)
    running.env.backend.delete_message(recap.channel.id, recap.id)
    await unnamed(running, running.ben)
    assert await running.rows("recaps_anew") == 0


@pytest.mark.parametrize("status", [429, 500])
async def test_names_go_when_discord_can_be_reached_again(running, undrawn, status):
    """An edit that came to nothing for a moment is tried again, also long after the week was told."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    where = f"/channels/{running.room.id}/messages/{recap.id}"
    running.env.inject_error("PATCH", where, status=status, code=0, message="no", times=1)
    await unnamed(running, running.ben)
    assert running.ben.mention in running.seen(recap).content
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content
    assert await running.rows("recaps_anew") == 0


async def test_who_is_unnamed_while_recaps_are_told_anew_goes_too(running, undrawn, monkeypatch):
    """A second wish that comes in between is not taken for done."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    real, unnaming = Delivery.correct, [running.ana.id]

    async def correct(self, ended):
        done = await real(self, ended)
        for member_id in unnaming:
            unnaming.clear()
            now = running.bot.clock()
            await running.bot.database.write(naming.choose, member_id, now=now, named=False)
        return done

    monkeypatch.setattr(Delivery, "correct", correct)
    await unnamed(running, running.ben)
    assert running.ana.mention in running.seen(recap).content
    await running.travel(minutes=16)
    assert running.ana.mention not in running.seen(recap).content


async def test_shared_stats_letters_and_boards_go(running, sketched):
    """At once, with the name that is not to be shown; those of others stay."""
    await running.boss.slash(running.lobby, "club settings", rankings=True)
    stats = await running.ben.slash(running.room, "my stats")
    theirs = await running.ana.slash(running.room, "my stats")
    letter = await running.ben.slash(running.room, "recap", mine="year", week="2026")

    async def act():
        await running.ben.click(stats.response, label="Share")
        await running.ana.click(theirs.response, label="Share")
        await running.ben.click(letter.response, label="Share it here")
        await running.ana.slash(running.room, "board")

    told = {m.id: m for m in await running.heard(act()) if not m.flags.ephemeral}
    of_ben = [m for m in told.values() if "ben" in m.content.casefold()]
    of_ben += [m for m in told.values() if running.ben.mention in m.content]
    assert len({m.id for m in of_ben}) == 3
    await running.ben.slash(running.room, "my settings", named=False)
    left = [m for m in told.values() if running.seen(m) is not None]
    assert len(left) == len(told) - 3
    assert all("ben" not in m.content.casefold() for m in left)


@pytest.mark.parametrize(
    ("command", "options", "label"),
    [("my stats", {}, "Share"), ("recap", {"mine": "year", "week": "2026"}, "Share it here")],
)
async def test_what_was_shared_and_whose_answer_was_lost_goes_too(
    running, sketched, command, options, label
):
    """It stands once, and is known to name its member."""
    shown = await running.ben.slash(running.room, command, **options)
    running.wire.lose_answer("POST", f"/channels/{running.room.id}/messages")
    sharing = running.ben.click(shown.response, label=label)
    (shared,) = [m for m in await running.heard(sharing) if not m.flags.ephemeral]
    await running.ben.slash(running.room, "my settings", named=False)
    assert running.seen(shared) is None


async def test_a_week_posted_again_whose_answer_was_lost_is_told_anew(running, undrawn):
    """It stands once, and whoever is not to be named any more goes from it."""
    await to_monday(running)
    running.wire.lose_answer("POST", f"/channels/{running.room.id}/messages")
    _, (posted,) = await now(running)
    await running.travel(days=3)
    await unnamed(running, running.ben)
    assert running.ben.mention not in running.seen(posted).content


async def test_a_ranking_whose_answer_was_lost_goes_with_the_name(running):
    """It is found again by the command that asked for it."""
    await running.boss.slash(running.lobby, "club settings", rankings=True)
    running.wire.lose_answer("POST", "/interactions/*/*/callback")
    asking = running.ana.slash(running.room, "board", period="all")
    (board,) = [m for m in await running.heard(asking) if not m.flags.ephemeral]
    assert running.ben.mention in board.content
    await running.ben.slash(running.room, "my settings", named=False)
    assert running.seen(board) is None


async def test_without_pictures_it_is_told_in_words(running, monkeypatch):
    """The drawing process is dead: the recap comes all the same, and so do preview and letter."""

    async def dead(_):
        return None

    monkeypatch.setattr(running.bot.parts.pictures, "png", dead)
    (recap,) = await to_monday(running)
    assert "**18 km**" in recap.content and not recap.attachments
    shown = await running.boss.slash(running.lobby, "club recap preview")
    assert shown.response.content.startswith(recap.content) and not shown.response.attachments
    letter = await running.ana.slash(running.room, "recap", mine="year", week="2026")
    assert "A letter from your year" in letter.response.content


async def test_a_deleted_channel_gives_way_to_the_run_channel(running, undrawn):
    """Nobody has to notice first."""
    await running.boss.slash(running.lobby, "club channels", recaps=running.lobby)
    running.env.backend.delete_channel(running.lobby.id)
    await running.world.settle()
    (recap,) = await to_monday(running)
    assert recap.channel.id == running.room.id


async def test_a_forbidden_channel_is_tried_again_and_told_to_doctor(running, undrawn):
    """Once it is allowed, the recap comes, late; until then doctor says what waits."""
    running.world.forbid(running.room, "send_messages")
    assert await to_monday(running) == []
    found = await running.boss.slash(running.lobby, "club doctor")
    assert "weekly recap" in found.response.content
    noted, *_ = await running.bot.database.read(schedules.noted, running.guild.id)
    assert noted.state == "due" and "403" in noted.reason
    running.world.forbid(running.room)
    (late,) = [m for m in await running.heard(running.travel(hours=2)) if "Our week" in m.content]
    assert late.content.startswith("⏰")


async def test_a_server_that_left_and_returned_goes_on(running, undrawn):
    """Nothing is sent to it meanwhile; the weeks after its return come again."""
    backend = running.env.backend
    backend.emit("GUILD_DELETE", {"id": str(running.guild.id)})
    await running.world.settle()
    assert await to_monday(running) == []
    await running.travel(days=3)
    payload = dict(serializers.guild_create_payload(backend, backend.get_guild(running.guild.id)))
    payload.pop("unavailable")
    backend.emit("GUILD_CREATE", payload)
    await running.world.settle()
    assert len(await to_monday(running)) == 1


async def test_whoever_is_forgotten_while_it_is_drawn_is_not_in_it(running, sketched, monkeypatch):
    """Between claim and send the facts are looked at once more."""
    real, pictures = running.bot.parts.pictures.png, running.bot.parts.pictures

    async def slow(card):
        until = almanac.to_ms(running.bot.clock())
        await running.bot.database.write(forget.forget, running.ben.id, until=until)
        return await real(card)

    monkeypatch.setattr(pictures, "png", slow)
    (recap,) = await to_monday(running)
    assert running.ben.mention not in recap.content and "**10 km**" in recap.content


async def test_where_no_picture_may_stand_the_words_come(running, sketched):
    """On its day, corrected, at once and shared: Discord would refuse words that come with a file."""
    running.world.forbid(running.room, "attach_files")
    letter = await running.ana.slash(running.room, "recap", mine="year", week="2026")
    shared = await running.heard(running.ana.click(letter.response, label="Share it here"))
    stats = await running.ana.slash(running.room, "my stats")
    shared += await running.heard(running.ana.click(stats.response, label="Share"))
    told = [m for m in shared if not m.flags.ephemeral]
    assert len(told) == 2 and not any(m.attachments for m in told)
    (recap,) = await to_monday(running)
    assert not recap.attachments
    await running.ana.slash(running.room, "run log", distance="4 km", when="yesterday")
    await running.travel(minutes=16)
    assert "**22 km**" in running.seen(recap).content
    _, (posted,) = await now(running)
    assert not posted.attachments
