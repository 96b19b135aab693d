"""Organizers put right what the whole club could see, with a reason; the runner is told kindly, and once."""

import discord
import pytest

from bot import almanac
from bot.members.forget import forget


async def edit(club, run="1", **options):
    result = await club.boss.slash(club.room, "club run edit", run=run, **options)
    club.errors_seen()
    return result


async def void(club, run="1", reason="told twice"):
    result = await club.boss.slash(club.room, "club run void", run=run, reason=reason)
    club.errors_seen()
    return result


async def offered(club, member, command, typed=""):
    return [c["name"] for c in await member.autocomplete(club.room, command, "run", typed)]


async def history(club):
    return (await club.boss.slash(club.room, "club history")).response.content


async def tidings(club, member):
    """What a member hears beside their next private answer."""
    result = await member.slash(club.room, "run list")
    return [m.content for m in result.followups]


async def test_an_organizer_puts_a_run_right(club):
    """The run and its answer change; the organizer alone sees that it was them."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    told = await edit(club, time="25:30", reason="the clock of the race")
    assert told.ephemeral and "5 km in 25:30" in told.response.content
    assert "5 km in 25:30" in club.seen(answer).content
    assert str(club.boss.id) not in club.seen(answer).content


async def test_the_runner_is_told_once_in_their_next_private_answer(club):
    """With what it was, what it is, and why; a restart in between loses nothing."""
    await club.post(club.ana, "5k in 24:30")
    await edit(club, time="25:30", reason="the **clock** of the race @everyone")
    await club.restart()
    (told,) = await tidings(club, club.ana)
    assert "5 km · 24:30 is 5 km · 25:30 now" in told and "clock" in told
    assert "**" not in told and "@everyone" not in told
    assert await tidings(club, club.ana) == [] and await tidings(club, club.ben) == []


async def test_a_void_run_counts_nowhere(club):
    """Answer and ✅ go, the list forgets it, and its runner hears why."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    told = await void(club)
    assert "Taken out of the count" in told.response.content
    assert club.seen(answer) is None and club.marks(post) == []
    listing = await club.ana.slash(club.room, "run list")
    assert "No runs here yet" in listing.response.content
    assert not listing.response.components
    assert any("told twice" in m.content for m in listing.followups)


async def test_a_void_run_stays_void(club):
    """Neither an edit of its post, nor its runner, nor a deletion that was moderation brings it back."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    panel = await club.ana.slash(club.room, "run delete", run="1")
    await void(club)
    await club.ana.click(panel.response, label="Yes, remove it")
    assert await club.heard(club.ana.edit(post, "6k in 30:00")) == []
    await club.ana.delete(post)
    assert "No runs here yet" in await club.listed(club.ana)
    rows = await club.bot.database.read(
        lambda tx: tx.execute("SELECT withdrawn_by, voided_at FROM runs").fetchone()
    )
    assert rows["voided_at"] is not None


async def test_a_forged_press_does_not_bring_a_void_run_back(club, forge):
    """Its runner hears that an organizer took it out."""
    await club.post(club.ana, "8k in 45:00")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await void(club, run="1")
    forge(custom_id="run:restore:1")
    told = await club.ana.click(answer, custom_id="run:more:2")
    forge()
    assert "organizer took that run out" in told.response.content
    assert "One run, 5 km" in await club.listed(club.ana)


async def test_an_organizer_brings_a_void_run_back(club):
    """The button under the confirmation does, also after a restart; the history has both."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    told = await void(club)
    await club.restart()
    back = await club.boss.click(told.response, label="Bring it back")
    assert back.acknowledged and club.marks(post) == ["✅"]
    assert "One run, 5 km" in await club.listed(club.ana)
    assert "counts again" in await history(club) and "taken out" in await history(club)


async def test_a_void_run_whose_post_was_deleted_stays_out(club):
    """The organizer is told why, and their runner can log it again."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    told = await void(club)
    await club.ana.delete(post)
    back = await club.boss.click(told.response, label="Bring it back")
    assert "stays out of the count" in back.response.content
    assert "No runs here yet" in await club.listed(club.ana)
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km in 24:30" in answer.content


async def test_the_history_tells_what_was_done_and_why(club):
    """The last one first, with who ran, who changed it, and both figures."""
    await club.post(club.ana, "5k in 24:30")
    await edit(club, time="25:30", when="yesterday", reason="a slip")
    await void(club)
    title, first, second = (await history(club)).split("\n")
    assert "put right" in title and "taken out" in first and "told twice" in first
    assert f"<@{club.ana.id}>" in second and f"<@{club.boss.id}>" in second
    assert "24:30 →" in second and "25:30" in second and "a slip" in second


async def test_a_long_history_has_pages(club):
    """*Older* leads on until there is no more."""
    await club.post(club.ana, "5k in 24:30")
    for second in range(12):
        await edit(club, time=f"25:{second + 10}")
    shown = await club.boss.slash(club.room, "club history")
    assert "25:21" in shown.response.content and "→ 5 km · 25:10" not in shown.response.content
    older = await club.boss.click(shown.response, label="Older")
    assert older.acknowledged
    page = older.response
    assert "→ 5 km · 25:10" in page.content and not page.components


async def test_what_the_club_cannot_see_does_not_exist_for_an_organizer(club):
    """Private runs, those of a direct message and of whoever is not named are in no picker, and cannot be changed."""
    await club.ana.slash(club.room, "run log", distance="3k", private=True)
    await club.ana.user.send_dm("4k in 24:30")
    await club.ben.slash(club.room, "run log", distance="6k", note="secret")
    await club.post(club.boss, "7k in 40:00")
    assert len(await offered(club, club.boss, "club run edit")) == 2
    await club.ben.slash(club.room, "my settings", named=False)
    (name,) = await offered(club, club.boss, "club run void")
    assert "7 km in 40:00" in name and "secret" not in name
    for run in ("1", "2", "3", "99"):
        told = await void(club, run=run)
        assert "can't find that run" in told.response.content
        told = await edit(club, run=run, distance="9k")
        assert "can't find that run" in told.response.content
    assert await club.rows("corrections") == 0


async def test_whoever_asks_not_to_be_named_leaves_the_history(club):
    """What was put right before is shown no more, either."""
    await club.post(club.ana, "5k in 24:30")
    await edit(club, time="25:30")
    await club.ana.slash(club.room, "my settings", named=False)
    assert "Nothing was put right" in await history(club)


async def test_a_note_is_no_organizers_business(club):
    """An edit by an organizer leaves it where it is."""
    result = await club.ana.slash(club.room, "run log", distance="5k", note="by the river")
    await edit(club, distance="6k")
    panel = await club.ana.click(result.response, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    assert "by the river" in str(form.modal)


async def test_pickers_find_by_every_word(club):
    """A name and a distance, in any order; another club's runs are never among them."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "5k in 25:30")
    await club.post(club.ben, "8k in 45:00")
    assert len(await offered(club, club.boss, "club run edit", "ben")) == 2
    (name,) = await offered(club, club.boss, "club run edit", "5 km ben")
    assert name == "Ben · today · 5 km in 25:30"
    assert await offered(club, club.boss, "club run edit", "marathon") == []
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        manager = other.create_role("Boss", permissions=discord.Permissions(manage_guild=True))
        boss = other.add_member(club.boss.user, roles=[manager])
    assert await boss.autocomplete(room, "club run edit", "run", "") == []


async def test_a_members_picker_shows_nobody_elses(club):
    """One's own private runs are in it, and no organizer's picker opens for a member."""
    await club.post(club.ben, "8k in 45:00")
    await club.ana.slash(club.room, "run log", distance="3k", private=True)
    (name,) = await offered(club, club.ana, "run edit")
    assert "3 km" in name
    assert await offered(club, club.ana, "club run edit") == []


async def test_a_member_edits_a_run_by_command(club):
    """With fields at once, without any in the form."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    told = await club.ana.slash(club.room, "run edit", run="1", distance="6k", when="yesterday")
    assert told.ephemeral and "6 km in 24:30" in told.response.content
    assert "6 km in 24:30" in club.seen(answer).content
    opened = await club.ana.slash(club.room, "run edit", run="1")
    assert opened.modal["custom_id"] == "run:edited:1"
    told = await club.ben.slash(club.room, "run edit", run="1", distance="7k")
    club.errors_seen()
    assert "can't find that run" in told.response.content


async def test_a_guests_run_counts_for_the_club(club):
    """Somebody without an account is known by name; the same name is the same guest."""
    told = await club.boss.slash(
        club.room, "club log-for", guest="Grandpa *Joe*", distance="5k", time="40:00"
    )
    assert told.ephemeral and "Counted for Grandpa \\*Joe\\*" in told.response.content
    await club.boss.slash(club.room, "club log-for", guest="grandpa  *joe*", distance="3k")
    assert await club.rows("guests") == 1 and await club.rows() == 2
    known = await club.boss.autocomplete(club.room, "club log-for", "guest", "jo")
    assert [choice["value"] for choice in known] == ["Grandpa *Joe*"]
    assert len(await offered(club, club.boss, "club run edit", "grandpa")) == 2
    assert "Grandpa" in await history(club) and "<@-" not in await history(club)


async def test_a_guest_without_runs_is_let_go(club):
    """A month after their last run was taken out, the name goes, too."""
    await club.boss.slash(club.room, "club log-for", guest="Grandpa", distance="5k")
    await void(club)
    await club.travel(days=31)
    assert await club.rows("guests") == 0 and await club.rows() == 0


async def test_what_a_guest_ran_is_checked_like_any_run(club):
    """A slip is told, and no guest begins with it."""
    told = await club.boss.slash(club.room, "club log-for", guest="Joe", distance="lots")
    club.errors_seen()
    assert "as a distance" in told.response.content and await club.rows("guests") == 0


async def test_an_organizer_who_is_forgotten_leaves_the_history(club):
    """What they did stays, their name does not."""
    await club.post(club.ana, "5k in 24:30")
    await edit(club, time="25:30")
    until = almanac.to_ms(club.bot.clock())
    await club.bot.database.write(forget, club.boss.id, until=until)
    assert f"<@{club.boss.id}>" not in await history(club)
    assert "by an organizer" in await history(club)


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
async def test_a_correction_whose_answer_is_refused_has_its_whole_effect(club, status):
    """The run, its answer in chat and the history are changed, whatever the organizer was told."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    club.env.inject_error(
        "POST", "/interactions/*/*/callback", status=status, code=0, message="no", times=1
    )
    await club.boss.slash(club.room, "club run edit", run="1", time="25:30")
    assert "25:30" in club.seen(answer).content and "25:30" in await history(club)


async def test_tidings_that_are_refused_come_with_the_next_answer(club):
    """Nobody misses what was changed in their book."""
    await club.post(club.ana, "5k in 24:30")
    await edit(club, time="25:30")
    club.env.inject_error("POST", "/webhooks/*/*", status=500, code=0, message="no", times=1)
    assert await tidings(club, club.ana) == []
    assert len(await tidings(club, club.ana)) == 1


@pytest.mark.parametrize(
    "typed", ["today", "5 km", "24:30", "24:3", "km today", "5 24", "5 km in 24:30", "4:3", "· 5"]
)
async def test_whatever_a_run_is_called_finds_it(club, typed):
    """Any part of its name, or the beginnings of its words."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ana, "800 m in 3:00")
    await club.ana.slash(club.room, "run log", when="2025-11-01")
    names = await offered(club, club.ana, "run edit", typed)
    assert "today · 5 km in 24:30" in names


@pytest.mark.parametrize("typed", ["no figures", "1 nov", "2025", "800 m", "3:00"])
async def test_other_runs_are_found_as_they_are_called(club, typed):
    """One without figures by its words, a short one by its metres."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ana, "800 m in 3:00")
    await club.ana.slash(club.room, "run log", when="2025-11-01")
    assert len(await offered(club, club.ana, "run edit", typed)) == 1
