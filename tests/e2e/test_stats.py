"""`/my stats`, `/my pause` and `/board`, as members use them."""

import pytest

PNG = b"\x89PNG"


def menu(message, label):
    """Whether a button of that name stands under a message."""
    return any(
        item.get("label") == label for row in message.components for item in row["components"]
    )


async def test_stats_tell_and_show(club):
    """Words and a picture with a text for who does not see it, for the member alone."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ana, "10k in 52:10 yesterday")
    result = await club.ana.slash(club.room, "my stats", period="all")
    told = result.response
    assert result.ephemeral and "15 km in 2 runs" in told.content
    assert "5k: **24:30**" in told.content and "Longest run: **10 km**" in told.content
    assert "Next: 10 runs, 2 so far" in told.content
    (picture,) = told.attachments
    assert picture.filename.endswith(".png") and "15 km" in picture.description


async def test_no_run_yet(club):
    """Whoever has none is told how to begin, without a picture."""
    told = (await club.ana.slash(club.room, "my stats")).response
    assert "No runs here yet" in told.content and not told.attachments


async def test_without_a_picture_the_words_stay(club, monkeypatch):
    """When no picture can be drawn, the text says it all."""

    async def nothing(_):
        return None

    await club.post(club.ana, "5k in 24:30")
    monkeypatch.setattr(club.bot.parts.pictures, "png", nothing)
    told = (await club.ana.slash(club.room, "my stats")).response
    assert "5 km" in told.content and not told.attachments


async def test_sharing_posts_public_runs(club):
    """*Share* posts in the channel what everybody could know, and nothing of a private run."""
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "run log", distance="30 km", private=True)
    panel = (await club.ana.slash(club.room, "my stats", period="all")).response
    assert "35 km" in panel.content
    posted = await club.heard(club.ana.click(panel, label="Share"))
    (public,) = [message for message in posted if "Bests" in message.content]
    assert "5 km, one run" in public.content and "30 km" not in public.content


async def test_whoever_is_not_named_does_not_share(club):
    """*Don't name me* holds for the button, too."""
    await club.post(club.ana, "5k in 24:30")
    panel = (await club.ana.slash(club.room, "my stats")).response
    await club.ana.slash(club.room, "my settings", named=False)
    result = await club.ana.click(panel, label="Share")
    assert result.ephemeral and "left out everywhere" in result.response.content


async def test_private_runs_alone_are_not_shared(club):
    """Without a public run there is nothing that everybody may see, and nothing is posted."""
    await club.ana.slash(club.room, "run log", distance="30 km", private=True)
    panel = (await club.ana.slash(club.room, "my stats")).response
    result = await club.ana.click(panel, label="Share")
    assert result.ephemeral and "All your runs here are private" in result.response.content
    assert club.room.history(viewer=club.ben) == []


async def test_a_week_without_a_run_is_not_shared(club):
    """What is posted tells no week of silence; one's own stats tell the rhythm."""
    await club.post(club.ana, "5k in 24:30")
    await club.travel(days=15)
    await club.post(club.ana, "6k in 30:30")
    panel = (await club.ana.slash(club.room, "my stats", period="all")).response
    assert "last four weeks" in panel.content and "on 2 days" in panel.content
    posted = await club.heard(club.ana.click(panel, label="Share"))
    (public,) = [message for message in posted if "Bests" in message.content]
    assert "last four weeks" not in public.content


async def test_another_period_is_picked(club):
    """The select shows the same for another time, also after a restart."""
    await club.post(club.ana, "10k in 52:10 yesterday")
    panel = (await club.ana.slash(club.room, "my stats")).response
    await club.restart()
    result = await club.ana.select(panel, ["all"], custom_id="my:period:0")
    assert "10 km" in result.response.content


async def test_a_pause_is_nobodys_business(club):
    """A paused member's run gets its ✅ and no word, and after the pause all is as before."""
    told = await club.ana.slash(club.room, "my pause", days=3, reason="knee")
    assert told.ephemeral and "left in peace until" in told.response.content
    assert await club.post(club.ana, "5k in 24:30") == []
    assert club.marks(club.room.last_message) == ["✅"]
    await club.travel(days=4)
    (answer,) = await club.post(club.ana, "6k in 30:30")
    assert "6 km" in answer.content and "pause" not in answer.content


async def test_a_pause_looks_like_not_being_named(club):
    """Earlier answers that name the member go, exactly as with *don't name me*."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    (other,) = await club.post(club.ben, "8k in 45:00")
    await club.ana.slash(club.room, "my pause", days=3)
    await club.ben.slash(club.room, "my settings", named=False)
    assert club.seen(answer) is None and club.seen(other) is None


async def test_a_guest_is_ranked_by_name(club):
    """Who has no Discord stands on the board by the name that organizers know."""
    await club.boss.slash(club.lobby, "club settings", rankings=True)
    await club.boss.slash(club.lobby, "club log-for", guest="Aunt May", distance="7 km")
    board = (await club.ana.slash(club.room, "board", metric="distance")).response.content
    assert "1. Aunt May · 7 km" in board and "<@" not in board


async def test_a_guest_has_a_name(club):
    """A name of which nothing can be seen is asked for again, and nothing is counted."""
    told = await club.boss.slash(club.lobby, "club log-for", guest="\u200b \u200b", distance="7 km")
    club.env.errors.clear()
    assert "needs a name" in told.response.content and await club.rows() == 0


async def test_the_pause_panel(club):
    """Without options a panel begins and ends a pause."""
    panel = (await club.ana.slash(club.room, "my pause")).response
    await club.ana.click(panel, label="14 days")
    assert "left in peace until" in panel.content
    await club.ana.click(panel, label="End it now")
    assert "not pausing" in panel.content
    assert len(await club.post(club.ana, "5k in 24:30")) == 1


@pytest.mark.parametrize("days", [-1, 10_000])
async def test_an_endless_pause_is_answered_kindly(club, days):
    """A pause of years is refused with what is possible."""
    told = await club.ana.slash(club.room, "my pause", days=days)
    club.env.errors.clear()
    assert told.ephemeral and "366 days" in told.response.content


async def test_the_week_is_a_members_own(club):
    """Active days and planned rest are chosen by name; a word that is no weekday is told."""
    told = await club.ana.slash(club.room, "my settings", weekly_days=3, rest_days="Mon, friday")
    assert "3 active days make it count, with rest on Monday, Friday" in told.response.content
    told = await club.ana.slash(club.room, "my settings", rest_days="Someday")
    club.env.errors.clear()
    assert "no weekday called “someday”" in told.response.content
    told = await club.ana.slash(club.room, "my settings", rest_days="none", rankings=False)
    assert "rest on" not in told.response.content and "without you" in told.response.content


async def test_the_board_is_what_we_did_together(club):
    """One answer for everybody, without a ranking as long as no organizer turned it on."""
    assert "Nobody has been out" in (await club.ana.slash(club.room, "board")).response.content
    await club.post(club.ana, "5k in 24:30")
    await club.ben.slash(club.room, "run log", distance="8 km", private=True)
    result = await club.ana.slash(club.room, "board")
    assert (
        not result.ephemeral
        and "**13 km** in 2 runs, 24 min on our feet, by 2 of us: 2 active days"
        in result.response.content
    )
    assert "<@" not in result.response.content


async def test_a_ranking_that_was_turned_on(club):
    """Public runs are ranked, and the settings say so."""
    told = await club.boss.slash(club.lobby, "club settings", rankings=True, week_start="sunday")
    assert "Sunday" in told.response.content and "with a ranking" in told.response.content
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "8k in 45:00")
    board = (await club.ana.slash(club.room, "board", metric="distance")).response.content
    assert f"1. <@{club.ben.id}> · 8 km" in board and f"2. <@{club.ana.id}> · 5 km" in board


NAMES = {
    "emoji": "🏃🏽‍♀️" * 32,
    "Arabic": "محمد عبد الله بن عبد العزيز آل سعود الطويل",
    "Thai": "สวัสดีครับนักวิ่งตอนเช้า",
    "CJK": "東京朝ラン部の山田太郎と申します",
    "zalgo": "Z͑ͫ̓͊a̴̵̶l̵̷g̷̸o҉͜" * 6,
    "markup": "**@everyone** <@&1> `x` [y](http://z)",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_any_name_is_shown(club, name):
    """Stats and their picture come with every name, shared too, and a name calls nobody."""
    runner = club.guild.add_member(club.env.create_user("runner", global_name=name))
    await club.post(runner, "5k in 24:30")
    panel = (await runner.slash(club.room, "my stats", period="all")).response
    (picture,) = panel.attachments
    assert (await picture.read()).startswith(PNG) and len(picture.description) <= 1024
    posted = await club.heard(runner.click(panel, label="Share"))
    (public,) = [message for message in posted if "Bests" in message.content]
    assert len(public.attachments) == 1
    assert not public.mention_everyone and not public.role_mentions
    assert "](http" not in public.content


async def test_a_run_of_before_joining_counts(club):
    """Whoever joins later may bring a run of long ago, and it stands on its day."""
    await club.ana.slash(club.room, "run log", distance="10 km", time="55:00", when="2023-05-14")
    told = (await club.ana.slash(club.room, "my stats", period="all")).response.content
    assert "10 km, one run" in told and "**55:00**, 14 May 2023" in told
    assert "Most in a month: **10 km**, May 2023" in told
    week = (await club.ana.slash(club.room, "my stats", period="week")).response.content
    assert "No run in this time yet" in week


async def test_two_runs_in_the_same_second(club):
    """Both count, each with its own answer, and are one active day."""
    answers = [await club.post(club.ana, text) for text in ("5k in 24:30", "6k in 30:30")]
    first, second = (answer.created_at for (answer,) in answers)
    assert first.replace(microsecond=0) == second.replace(microsecond=0)
    told = (await club.ana.slash(club.room, "my stats", period="all")).response.content
    assert "11 km in 2 runs, 55 min on the move, on one day" in told


async def test_a_run_of_350_km(club):
    """The longest that is believed is told and drawn like any other."""
    await club.ana.slash(club.room, "run log", distance="350 km")
    told = (await club.ana.slash(club.room, "my stats", period="all")).response
    assert "Longest run: **350 km**, today" in told.content and len(told.attachments) == 1


async def test_a_zone_where_it_is_still_yesterday(club):
    """A run of today stays today's in the total when its runner moves to where today has not begun."""
    await club.ana.slash(club.room, "my settings", zone="Pacific/Kiritimati")
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my settings", zone="Pacific/Pago_Pago")
    told = (await club.ana.slash(club.room, "my stats", period="all")).response
    assert "5 km, one run" in told.content and len(told.attachments) == 1
