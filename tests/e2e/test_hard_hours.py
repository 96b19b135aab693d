"""A post with words of crisis keeps its bare ✅: nothing public tells of its run on its own later either."""

from datetime import timedelta

import pytest
import pytest_asyncio

from bot.recaps.model import NAMED
from cogs.recaps import posting
from tests.e2e.recapping import to_monday

CRISIS = "I don't want to live anymore"
FIRST, TENTH = 2, 20
"""The numbers of the first run and of the tenth in the panel of roles."""


@pytest_asyncio.fixture
async def nine(club, undrawn):
    """A club in which Ana and Ben ran nine times each, the week before."""
    for number in range(9):
        for member in (club.ana, club.ben):
            await club.post(member, f"{number + 2} km")
    await club.travel(days=7)
    return club


async def tenths(club, words):
    """Both run for the tenth time, Ana with these words; gives her post."""
    await club.post(club.ben, "4k in 30:00")
    return await club.ana.send(club.room, f"4k in 31:00. {words}")


async def told_on_monday(club):
    """Lets the weekly recap come; gives the message."""
    (recap,) = await to_monday(club)
    return recap


def tenth(member):
    return f"{member.mention}: 10th run"


def where(post):
    return f"/channels/{post.channel.id}/messages/{post.id}"


async def test_its_milestone_is_in_no_recap(nine):
    """Everybody else's is; the runner has it in their own stats, and is among those who ran."""
    await tenths(nine, CRISIS)
    recap = await told_on_monday(nine)
    assert tenth(nine.ben) in recap.content and tenth(nine.ana) not in recap.content
    assert nine.ana.mention in recap.content and "**2 runs**" in recap.content
    own = await nine.ana.slash(nine.room, "my stats")
    assert "10 runs" in own.response.content


async def test_nor_in_one_that_somebody_asks_for(nine):
    """Looked at, shared, previewed, and posted at an organizer's wish."""
    await tenths(nine, CRISIS)
    looked = await nine.ben.slash(nine.room, "recap", week="this")
    sharing = nine.ben.click(looked.response, label="Share it here")
    (shared,) = [m for m in await nine.heard(sharing) if "Our week" in m.content]
    preview = await nine.boss.slash(nine.room, "club recap preview", week="this")
    await nine.travel(days=7)
    posted = await nine.heard(nine.boss.slash(nine.room, "club recap now"))
    (again,) = [m for m in posted if "Our week" in m.content and not m.flags.ephemeral]
    for told in (looked.response, shared, preview.response, again):
        assert tenth(nine.ben) in told.content and tenth(nine.ana) not in told.content


async def test_other_words_leave_the_milestone(nine):
    """A deadly hill is no hard hour."""
    await tenths(nine, "That hill nearly killed me")
    assert tenth(nine.ana) in (await told_on_monday(nine)).content


async def test_nor_is_its_runner_welcomed_for_it(club, undrawn):
    """The first run with the club is one, too; whoever else is new is welcomed."""
    await club.post(club.ana, f"5k in 31:00. {CRISIS}")
    await club.post(club.ben, "5k in 30:00")
    await club.travel(days=7)
    result = await club.boss.slash(club.room, "club recap preview")
    (welcome,) = [line for line in result.response.content.split("\n") if "welcome" in line]
    assert club.ben.mention in welcome and club.ana.mention not in welcome


async def test_what_stands_there_now_decides(nine):
    """Words that were taken out hide nothing; words that come within two days take it out of the recap."""
    post = await tenths(nine, CRISIS)
    await nine.ana.edit(post, "4k in 31:00")
    recap = await told_on_monday(nine)
    assert tenth(nine.ana) in recap.content
    await nine.ana.edit(post, f"4k in 31:00. {CRISIS}")
    await nine.travel(minutes=16)
    assert tenth(nine.ana) not in nine.seen(recap).content
    assert tenth(nine.ben) in nine.seen(recap).content


@pytest.mark.parametrize("status", [403, 404, 429, 500])
async def test_what_cannot_be_read_is_not_told(nine, status):
    """The recap comes all the same, and says it within two days if it can be read then."""
    post = await tenths(nine, "lovely")
    nine.env.inject_error("GET", where(post), status=status, code=0, message="no", times=None)
    recap = await told_on_monday(nine)
    assert tenth(nine.ben) in recap.content and tenth(nine.ana) not in recap.content
    nine.env.backend.faults.clear()
    await nine.travel(minutes=16)
    assert tenth(nine.ana) in nine.seen(recap).content


async def test_words_that_the_bot_is_not_shown_are_not_told_of(nine, monkeypatch):
    """Without the right to read messages Discord sends them empty, which says nothing of what stands there."""
    post = await tenths(nine, "lovely")
    shown = nine.bot.http.get_message

    async def get_message(channel_id, message_id):
        found = await shown(channel_id, message_id)
        return {**found, "content": ""} if message_id == post.id else found

    monkeypatch.setattr(nine.bot.http, "get_message", get_message)
    recap = await told_on_monday(nine)
    assert tenth(nine.ben) in recap.content and tenth(nine.ana) not in recap.content


async def test_a_discord_that_hangs_holds_no_recap_up(nine):
    """After a few seconds it comes without what was not read by then."""
    post = await tenths(nine, "lovely")
    nine.wire.hang("GET", where(post), times=None)
    recap = await told_on_monday(nine)
    assert tenth(nine.ben) in recap.content and tenth(nine.ana) not in recap.content


async def test_a_channel_closed_to_the_bot_is_not_asked(nine):
    """What stands there is not told elsewhere, and Discord need not refuse it."""
    post = await tenths(nine, "lovely")
    await nine.boss.slash(nine.lobby, "club channels", recaps=nine.lobby)
    nine.world.forbid(nine.room, "read_message_history")
    with nine.world.calls() as calls:
        recap = await told_on_monday(nine)
    assert recap.channel.id == nine.lobby.id and "10th run" not in recap.content
    assert f"GET {where(post)}" not in calls


async def test_a_post_is_read_once_until_it_changes(nine):
    """The corrections of two days ask Discord for nothing that was fine and is as it was."""
    post = await tenths(nine, "lovely")
    recap = await told_on_monday(nine)
    with nine.world.calls() as calls:
        await nine.travel(hours=5)
    assert f"GET {where(post)}" not in calls
    await nine.ana.edit(post, "4k in 31:00, really lovely")
    with nine.world.calls() as calls:
        await nine.travel(minutes=16)
    assert f"GET {where(post)}" in calls and tenth(nine.ana) in nine.seen(recap).content


async def test_a_note_of_a_hard_hour_counts_as_the_post_does(nine):
    """A form has no message in chat; its note is asked, and whoever wrote none is told of."""
    await nine.ana.slash(nine.room, "run log", distance="4 km", note=CRISIS)
    await nine.ben.slash(nine.room, "run log", distance="4 km")
    recap = await told_on_monday(nine)
    assert tenth(nine.ben) in recap.content and tenth(nine.ana) not in recap.content


async def test_a_great_club_has_as_many_posts_read_as_are_named(club, undrawn):
    """The others are counted."""
    people = [club.guild.add_member(club.env.create_user(f"p{n}")) for n in range(NAMED + 5)]
    for member in people:
        await club.post(member, "5 km")
    with club.world.calls() as calls:
        result = await club.boss.slash(club.room, "club recap preview", week="this")
    (welcome,) = [line for line in result.response.content.split("\n") if "welcome" in line]
    shown = welcome.count("<@")
    assert f"and {len(people) - shown} more" in welcome
    assert len([call for call in calls if call.startswith("GET /channels")]) == NAMED


async def test_posts_that_are_slow_to_read_keep_no_other_duty_waiting(nine, monkeypatch):
    """Corrections stop after a while and go on the next time; whoever is not to be named goes at once."""
    await nine.post(nine.ana, "4k in 30:00")
    recap = await told_on_monday(nine)
    with monkeypatch.context() as patch:
        patch.setattr(posting, "AT_MOST", timedelta(seconds=-1))
        await nine.ben.slash(nine.room, "run log", distance="4 km", when="yesterday")
        await nine.travel(minutes=16)
        assert nine.ben.mention not in nine.seen(recap).content
        await nine.ana.slash(nine.room, "my settings", named=False)
        await nine.travel(minutes=16)
        assert nine.ana.mention not in nine.seen(recap).content
    await nine.ben.slash(nine.room, "run log", distance="7 km", when="yesterday")
    await nine.travel(minutes=16)
    assert "**15 km**" in nine.seen(recap).content
