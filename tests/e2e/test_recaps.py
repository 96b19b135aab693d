"""The weekly recap, as members and organizers meet it."""

from datetime import timedelta

from bot.schedule import service as schedules
from tests.e2e import inviting
from tests.e2e.recapping import post_now, to_monday, weekly, weeks


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


async def test_hours_late_says_so_and_days_late_is_skipped(running, undrawn):
    """After a day away it comes late; after three it is noted as missed."""
    due = (await weekly(running)).due_at
    await running.world.go_offline()
    running.world.skip(due - running.env.now() + timedelta(hours=20))
    late = await running.heard(_back(running))
    assert [m.content.startswith("⏰") for m in weeks(late)] == [True]
    await running.world.go_offline()
    running.world.skip(timedelta(days=7 + 2))
    assert weeks(await running.heard(_back(running))) == []
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
    running.errors_seen()


async def test_recaps_can_be_switched_off(running):
    """Then Monday is quiet."""
    due = (await weekly(running)).due_at
    await running.boss.slash(running.lobby, "club recap set", active=False)
    posts = await running.until(due, minutes=1)
    assert weeks(posts) == []


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


async def test_recap_is_private_until_it_is_shared(running, sketched):
    """Any past week; the button tells it to everybody."""
    result = await running.ana.slash(running.room, "recap", week="this")
    assert result.ephemeral and "**18 km**" in result.response.content
    assert len(result.response.attachments) == 1
    sharing = running.ana.click(result.response, label="Share it here")
    (shared,) = weeks(await running.heard(sharing))
    assert "**18 km**" in shared.content and len(shared.attachments) == 1
    assert (await running.ben.click(shared, label="More")).ephemeral
    refused = await running.ana.slash(running.room, "recap", week="someday")
    assert "can't tell" in refused.response.content
    running.errors_seen()


async def test_a_club_that_just_began_has_nothing_to_tell(club):
    """No recap of a first day."""
    due = (await weekly(club)).due_at
    await club.until(due, hours=-1)
    await club.post(club.ana, "5k in 24:30")
    posts = await club.heard(club.travel(hours=2))
    assert weeks(posts) == []


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
    (late,) = weeks(await running.heard(running.travel(hours=2)))
    assert late.content.startswith("⏰")


async def test_a_server_that_left_and_returned_goes_on(running, undrawn):
    """Nothing is sent to it meanwhile; the weeks after its return come again."""
    await inviting.kick(running)
    assert await to_monday(running) == []
    await running.travel(days=3)
    await inviting.shown(running, invited=True)
    assert len(await to_monday(running)) == 1


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
    _, (posted,) = await post_now(running)
    assert not posted.attachments
