"""What is said of a challenge on its way and at its end: once each, and kept true."""

from datetime import timedelta

import pytest

from tests.e2e.challenging import end, labels, said, start, told


async def test_ending_early_thanks_everyone_by_name(club):
    """The card says that it is done, a message names everybody, and later corrections still count."""
    card = await start(club)
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "8k in 50:00")
    final = await end(club)
    assert "**13 km**" in final.content
    assert "Ana" in final.content and "Ben" in final.content
    assert "<@" not in final.content
    assert labels(final) == ["All names", "Board"] and labels(club.seen(card)) == ["Board"]
    await club.remove(club.ana)
    await club.travel(seconds=40)
    assert "**8 km**" in club.seen(final).content


@pytest.mark.parametrize("command", [("my settings", {"named": False}), ("my pause", {"days": 3})])
async def test_thanks_name_nobody_who_is_not_to_be_named(club, command):
    """Whoever chooses so after the end, or pauses, is in the thanks no longer; the run still counts."""
    await start(club)
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "8k in 50:00")
    final = await end(club)
    name, options = command
    await club.ana.slash(club.room, name, **options)
    await club.travel(seconds=40)
    content = club.seen(final).content
    assert "Ana" not in content and "Ben" in content and "**13 km**" in content


async def test_nobody_at_the_goal_is_no_news(club):
    """Where no one reached what they wanted, card and thanks leave it at that."""
    card = await start(club, kind=["each"], goal="50 km")
    await club.ana.click(card, label="Join")
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert "there already" not in told(club.seen(card))
    assert "0 of" not in (await end(club)).content


async def test_late_thanks_beside_another_message_follow_what_changes(club):
    """Two said late in one message: when the moment of one is over, the other is still put right."""
    await start(club, name="First", until="3 Jan")
    await start(club, name="Second", until="4 Jan")
    await club.post(club.ana, "5k in 24:30")
    await club.world.go_offline()
    club.world.skip(timedelta(days=3, hours=10))
    await club.restart()
    await club.tick()
    (both,) = [m for m in club.world.posts() if "done, together" in m.content]
    assert "last day" in both.content and "Ana" in both.content
    await club.travel(days=1)
    await club.ana.slash(club.room, "my settings", named=False)
    await club.travel(seconds=40)
    assert "Ana" not in club.seen(both).content and "last day" in club.seen(both).content


async def test_all_names_are_told_in_private_pages(club):
    """Everyone who took part is in the list, a page at a time."""
    people = [club.guild.add_member(club.env.create_user(f"runner{n:02}")) for n in range(25)]
    card = await start(club, kind=["each"], goal="20 km")
    for person in people:
        await person.click(card, label="Join")
    names = await club.ana.click(await end(club), label="All names")
    assert names.ephemeral and "runner00" in names.response.content
    assert "Page 1 of 2" in names.response.content and "runner24" not in names.response.content
    after = await club.ana.click(names.response, label="More")
    assert "runner24" in after.response.content and "Page 2 of 2" in after.response.content


async def test_calling_off_asks_first(club, forge):
    """*No* changes nothing, *yes* takes the buttons away and says so on the card."""
    card = await start(club)
    asked = await club.boss.slash(club.lobby, "club challenge cancel")
    await club.boss.click(asked.response, label="No, let it run")
    assert "Join" in labels(club.seen(card))
    asked = await club.boss.slash(club.lobby, "club challenge cancel")
    await club.boss.click(asked.response, label="Yes, call it off")
    await club.travel(seconds=15)
    assert "called off" in told(club.seen(card)) and "Join" not in labels(club.seen(card))
    forge(custom_id="challenge:join:1")
    refused = await club.ana.click(club.seen(card), label="Board")
    assert "cannot be joined" in refused.response.content


async def test_the_way_is_announced_once(club):
    """A quarter, half and the goal are said once each, the farthest alone when several are passed at once."""
    await start(club, goal="20 km")
    await club.post(club.ana, "11k in 60:00")
    await club.travel(seconds=15)
    assert len(said(club, "half of the way")) == 1 and said(club, "quarter") == []
    await club.remove(club.ana)
    await club.travel(seconds=15)
    await club.post(club.ana, "12k in 70:00")
    await club.travel(seconds=15)
    await club.post(club.ben, "9k in 60:00")
    await club.travel(seconds=15)
    await club.tick()
    assert len(said(club, "half of the way")) == 1
    (reached,) = said(club, "goal is reached")
    assert "21 km" in reached and "discord.com/channels" in reached


async def test_start_last_day_and_end_are_announced_once(club):
    """Each in the morning of its day, and the card follows."""
    card = await start(club, **{"from": "3 Jan", "until": "6 Jan"})
    assert "begins <t:" in told(card) and said(club, "begins today") == []
    for _ in range(8):
        await club.travel(hours=12)
    await club.tick()
    assert len(said(club, "begins today")) == 1
    assert "ends <t:" in told(club.seen(card))
    for _ in range(10):
        await club.travel(hours=12)
    assert len(said(club, "last day")) == 1 and len(said(club, "done, together")) == 1
    assert "it is done" in told(club.seen(card))
    await club.restart()
    await club.travel(days=1)
    assert len(said(club, "last day")) == 1 and len(said(club, "done, together")) == 1


async def test_after_downtime_there_is_one_message(club):
    """What was due while the bot was away is said in one message, or not at all when its moment is over."""
    await start(club, name="First", until="2 Jan")
    await start(club, name="Second", until="2 Jan")
    await club.world.go_offline()
    club.world.skip(timedelta(days=3))
    await club.restart()
    await club.tick()
    (told_once,) = said(club, "done, together")
    assert "First" in told_once and "Second" in told_once


async def test_of_a_challenge_that_went_by_there_is_one_word(club):
    """Start, way, last day and end all fell into the downtime: the club hears its thanks alone."""
    await start(club, goal="5 km", **{"from": "2 Jan", "until": "5 Jan"})
    await club.world.go_offline()
    club.world.skip(timedelta(days=1, hours=12))
    await club.ana.send(club.room, "6k in 40:00")
    club.world.skip(timedelta(days=3, hours=20))
    await club.restart()
    await club.tick()
    await club.travel(seconds=40)
    words = [m for m in said(club, "January 100") if "link" not in m]
    assert len(words) == 1 and "done, together" in words[0] and "6 km" in words[0]


async def test_changes_are_told_once(club):
    """*Done* tells the club what it is now; when nothing changed, nobody is told."""
    await start(club)
    panel = await club.boss.slash(club.lobby, "club challenge edit")
    assert (
        "Nothing changed" in (await club.boss.click(panel.response, label="Done")).response.content
    )
    for until in ("7 Feb", "8 Feb"):
        panel = await club.boss.slash(club.lobby, "club challenge edit")
        form = await club.boss.click(panel.response, label="Name, goal, days")
        await club.boss.submit_modal(form, {"name": "January 100", "until": until})
    await club.boss.click(panel.response, label="Done")
    await club.tick()
    await club.travel(minutes=30)
    (change,) = said(club, "has changed")
    assert "1 Jan to 8 Feb" in change


async def test_changes_are_told_even_without_done(club):
    """Ten minutes after the last change the club hears of it."""
    await start(club)
    panel = await club.boss.slash(club.lobby, "club challenge edit")
    form = await club.boss.click(panel.response, label="Name, goal, days")
    await club.boss.submit_modal(form, {"name": "January 100", "goal": "120 km"})
    await club.tick()
    assert said(club, "has changed") == []
    await club.travel(minutes=11)
    assert len(said(club, "has changed")) == 1


async def test_calling_off_is_told(club):
    """The club hears it once, and nothing else of that challenge any more."""
    await start(club, **{"from": "3 Jan", "until": "6 Jan"})
    asked = await club.boss.slash(club.lobby, "club challenge cancel")
    await club.boss.click(asked.response, label="Yes, call it off")
    for _ in range(16):
        await club.travel(hours=12)
    assert len(said(club, "is called off")) == 1
    assert said(club, "begins today") == said(club, "done, together") == []


async def test_an_announcement_lost_on_the_way_is_not_repeated(club):
    """Discord took it without saying so: the bot finds its own message again."""
    await start(club, goal="20 km")
    await club.post(club.ana, "11k in 60:00")
    club.wire.lose_answer("POST", f"/channels/{club.lobby.id}/messages")
    await club.travel(seconds=15)
    await club.travel(minutes=10)
    await club.restart()
    await club.travel(minutes=10)
    assert len(said(club, "half of the way")) == 1


async def test_the_board_opens_from_an_announcement(club):
    """Its button shows the same board."""
    await start(club, goal="20 km")
    await club.post(club.ana, "11k in 60:00")
    await club.travel(seconds=15)
    message = [m for m in club.world.posts() if "half of the way" in m.content][-1]
    board = await club.ben.click(message, label="Board")
    assert board.ephemeral and "Ana · 11 km" in board.response.content


async def test_a_challenge_is_closed_after_its_corrections(club):
    """Two days after the end its totals stay, whatever becomes of the runs."""
    await start(club, goal="20 km", until="2 Jan")
    await club.post(club.ana, "5k in 24:30")
    for _ in range(6):
        await club.travel(days=1)
    state = await club.bot.database.read(
        lambda tx: tx.execute("SELECT state FROM challenges").fetchone()[0]
    )
    assert state == "closed"
    await club.remove(club.ana)
    shown = await club.ben.slash(club.room, "challenge show", challenge="1")
    assert "**5 of 20 km**" in told(shown.response)
