"""Who takes part: own baselines, pauses, comings and goings, and a club that turns its weeks."""

import pytest

from tests.e2e.challenging import begin, cards, end, newest, start, told


def private(result):
    """What one pair of eyes was told."""
    (message,) = result.followups or [result.response]
    assert getattr(message, "ephemeral", True)
    return message.content


async def ran(club, member, *days, km=10):
    """Runs logged for earlier days."""
    for day in days:
        await member.slash(club.room, "run log", distance=f"{km} km", when=day)


async def board(club, member):
    """What a member sees behind *Board*."""
    return private(await member.click(cards(club)[-1], label="Board"))


async def test_own_baseline_tells_who_joins_what_is_theirs(club):
    """A member with weeks behind them hears their own goal; one without hears of the middle of everyone's."""
    await club.travel(days=35)
    await ran(club, club.ana, "5 Jan", "12 Jan", "19 Jan", "26 Jan")
    await start(club, kind=["baseline"], goal="", **{"from": "today", "until": "4 weeks"})
    card = cards(club)[-1]
    mine = private(await club.ana.click(card, label="Join"))
    assert "You: 0 of 44 km" in mine and "middle" not in mine
    hers = private(await club.ben.click(card, label="Join"))
    assert "You: 0 of 44 km" in hers
    assert "Your own weeks are still few, so the middle of everyone's stands in for them." in hers


async def test_a_first_one_without_weeks_hears_that_a_goal_comes(club):
    """Where nobody has a usual week yet, joining works and says no figure that means nothing."""
    await start(club, kind=["baseline"], goal="", **{"from": "today", "until": "4 weeks"})
    told_alone = private(await club.ana.click(cards(club)[-1], label="Join"))
    assert "You are in" in told_alone and " of " not in told_alone


async def test_a_pause_ends_no_row_in_ones_own_eyes(club):
    """Weeks of pause are passed over for the member alone; others read what public weeks say."""
    kind = {"kind": ["weeks"], "goal": "3 weeks", "from": "today", "until": "5 weeks"}
    panel = await begin(club, **kind)
    number = await newest(club)
    await club.boss.select(panel.response, ["1"], custom_id=f"challenge:weekly:{number}")
    await club.boss.click(panel.response, label="Post it")
    await club.ana.click(cards(club)[-1], label="Join")
    await club.post(club.ana, "5k in 30:00")
    await club.travel(days=7)
    await club.ana.slash(club.room, "my pause", days=7)
    await club.travel(days=8)
    await club.post(club.ana, "6k in 40:00")
    assert "You: 2 of 3 weeks" in await board(club, club.ana)
    seen = await board(club, club.ben)
    assert "Ana · 1 of 3 weeks" in seen and "2 of 3" not in seen and "pause" not in seen


async def test_leaving_and_coming_back_dodges_no_cap(club):
    """The day's cap is what it was, and runs from before the first joining stay out."""
    panel = await begin(club, kind=["each"], goal="50 km")
    form = await club.boss.click(panel.response, label="Limits")
    await club.boss.submit_modal(form, {"cap_day": "10 km"})
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    for label in ("Join", "Leave", "Join"):
        await club.ana.click(card, label=label)
        await club.post(club.ana, f"{5 + len(label)}k in 50:00")
    assert "You: 10 of 50 km" in await board(club, club.ana)


async def test_a_member_who_left_the_server_stays_counted(club):
    """Their runs are the club's, their name pings nobody, and thanks and board go on as before."""
    card = await start(club, kind=["each"], goal="20 km")
    for member in (club.ana, club.ben):
        await member.click(card, label="Join")
    await club.post(club.ben, "8k in 50:00")
    club.env.backend.remove_member(club.guild.id, club.ben.id)
    await club.world.settle()
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert "2 joined" in told(club.seen(card))
    assert "Ben · 8 of 20 km" in await board(club, club.ana)
    final = await end(club)
    assert "**13 km**" in final.content and "Ben" in final.content and "<@" not in final.content


async def test_an_organizer_who_left_blocks_nobody(club):
    """What they had open can be taken over."""
    panel = await begin(club)
    form = await club.boss.click(panel.response, label="Limits")
    await club.boss.submit_modal(form, {"cap_run": "12 km"})
    captains = club.guild.create_role("Captains")
    cleo = club.guild.add_member(club.env.create_user("cleo"), roles=[captains])
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    club.env.backend.remove_member(club.guild.id, club.boss.id)
    await club.world.settle()
    offered = await cleo.slash(club.lobby, "club challenge new")
    refused = await cleo.click(offered.response, label="Go on with “January 100”")
    taken = await cleo.click(refused.response, label="Take it over")
    await cleo.click(taken.response, label="Post it")
    assert "at most 12 km a run" in told(cards(club)[-1])


async def test_another_beginning_of_the_week_counts_anew(club):
    """A cap a week follows the club's weeks, on the card and in the stored figures, without a run coming in."""
    panel = await begin(club, goal="100 km")
    form = await club.boss.click(panel.response, label="Limits")
    await club.boss.submit_modal(form, {"cap_week": "10 km"})
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    await club.travel(days=9)  # Saturday the 10th
    await club.post(club.ana, "10k in 60:00")
    await club.travel(days=2)  # Monday
    await club.post(club.ana, "9k in 60:00")
    await club.travel(seconds=15)
    assert "**19 of 100 km**" in told(club.seen(card))
    await club.boss.slash(club.lobby, "club settings", week_start="sunday")
    await club.travel(days=7)  # Monday again, in a week that lasts until Saturday
    await club.post(club.ana, "8k in 60:00")
    await club.travel(seconds=15)
    assert "**20 of 100 km**" in told(club.seen(card))
    await club.boss.slash(club.lobby, "club settings", week_start="monday")
    await club.travel(seconds=15)
    assert "**27 of 100 km**" in told(club.seen(card))


async def test_cards_follow_the_clubs_units(club):
    """Miles chosen by an organizer stand on the card without a run coming in."""
    card = await start(club)
    await club.post(club.ana, "10 km in 60:00")
    await club.travel(seconds=15)
    await club.boss.slash(club.lobby, "club settings", units="mi")
    await club.travel(seconds=15)
    assert "**6.21 of 62.14 mi**" in told(club.seen(card))


@pytest.mark.parametrize("days", [0, 3])
@pytest.mark.parametrize("is_forgotten", [True, False])
async def test_names_go_from_the_thanks_of_the_end(club, days, is_forgotten):
    """Of whoever is forgotten or not to be named any more, also when the challenge is closed; all others stay."""
    card = await start(club, kind=["each"], goal="20 km", **{"from": "today", "until": "4 weeks"})
    for member in (club.ana, club.ben):
        await member.click(card, label="Join")
        await club.post(member, "8k in 50:00")
    thanks = await end(club)
    assert "Ben" in thanks.content
    await club.travel(days=days)
    if is_forgotten:
        asked = await club.ben.slash(club.room, "my forget")
        await club.ben.click(asked.response, label="Forget me")
    else:
        await club.ben.slash(club.room, "my settings", named=False)
    await club.travel(seconds=20)
    after = club.seen(thanks).content
    assert "Ben" not in after and "Ana" in after


async def test_names_go_from_the_thanks_when_discord_takes_edits_again(club):
    """What could not be edited is tried again."""
    card = await start(club, kind=["each"], goal="20 km", **{"from": "today", "until": "4 weeks"})
    await club.ben.click(card, label="Join")
    await club.post(club.ben, "8k in 50:00")
    thanks = await end(club)
    path = f"/channels/{thanks.channel.id}/messages/{thanks.id}"
    club.env.inject_error("PATCH", path, status=503, times=2)
    await club.ben.slash(club.room, "my settings", named=False)
    await club.travel(seconds=20)
    assert "Ben" in club.seen(thanks).content
    for _ in range(4):
        await club.travel(minutes=1)
    assert "Ben" not in club.seen(thanks).content
