"""Group challenges as organizers and members act: made on a phone, joined with a press, and the card moves."""

from datetime import timedelta

import discord
import pytest

JANUARY = {"name": "January 100", "goal": "100 km", "from": "1 Jan", "until": "31 Jan"}


async def begin(club, member=None, **fields):
    """Sends the form of a new challenge; gives the panel that comes of it."""
    member = member or club.boss
    form = await member.slash(club.lobby, "club challenge new")
    return await member.submit_modal(form, {**JANUARY, **fields})


async def start(club, **fields):
    """Posts a challenge; gives its card."""
    panel = await begin(club, **fields)
    await club.boss.click(panel.response, label="Post it")
    return cards(club)[-1]


def cards(club, channel=None):
    """The living cards in a channel, as they are now."""
    channel = channel or club.lobby
    posts = [m for m in club.world.posts() if m.channel.id == channel.id and m.embeds]
    return [m for m in posts if m.embeds[0].title and not m.flags.ephemeral]


def told(card):
    return card.embeds[0].description


def labels(message):
    return [item.label for row in message.components for item in row.children]


async def test_an_organizer_starts_a_challenge_with_one_form(club):
    """Form, preview and a press: the card stands there with what it is about, its days and its rules."""
    panel = await begin(club)
    assert panel.response.ephemeral and "nothing is posted yet" in panel.response.content
    assert panel.response.embeds[0].title == "January 100" and cards(club) == []
    await club.boss.click(panel.response, label="Post it")
    (card,) = cards(club)
    assert card.embeds[0].title == "January 100"
    assert "100 km as a club" in told(card) and "1 Jan to 31 Jan" in told(card)
    assert labels(card) == ["Join", "Board", "Leave"]


async def test_three_fields_suffice(club):
    """Without kind and start it is one total of the club from today on."""
    card = await start(club, **{"from": "", "kind": []})
    assert "as a club" in told(card) and "1 Jan to 31 Jan" in told(card)


async def test_runs_move_the_card(club):
    """A posted run, and one logged privately, count in the club's total; edits and removals count again."""
    card = await start(club)
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert "**5 of 100 km** · 5 %" in told(club.seen(card))
    await club.ben.slash(club.room, "run log", distance="10k", private=True)
    await club.travel(seconds=15)
    assert "**15 of 100 km**" in told(club.seen(card))
    await club.remove(club.ana)
    await club.travel(seconds=15)
    assert "**10 of 100 km**" in told(club.seen(card))


async def test_joining_refreshes_the_card_at_once(club):
    """A press on *Join* answers privately and shows in the card in the same moment."""
    card = await start(club, kind=["each"], goal="20 km")
    assert "Nobody is in yet" in told(card)
    result = await club.ana.click(card, label="Join")
    assert "You are in" in result.followups[0].content and result.followups[0].ephemeral
    assert "1 joined" in told(club.seen(card))
    await club.ben.click(card, label="Join")
    assert "2 joined" in told(club.seen(card))
    await club.ana.click(card, label="Leave")
    assert "1 joined" in told(club.seen(card))


async def test_joining_twice_at_once_is_joining_once(club, doubled):
    """A press that Discord delivers twice, and another one after it, leave one member in."""
    card = await start(club, kind=["each"], goal="20 km")
    doubled("INTERACTION_CREATE")
    await club.ana.click(card, label="Join")
    again = await club.ana.click(card, label="Join")
    assert "already" in again.followups[0].content
    assert "1 joined" in told(club.seen(card))


async def test_the_board_is_private_and_names_public_runs_alone(club):
    """Whoever presses sees everyone's public part and their own whole part."""
    card = await start(club, kind=["each"], goal="20 km")
    for member in (club.ana, club.ben):
        await member.click(card, label="Join")
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "run log", distance="3k", private=True)
    (mine,) = (await club.ana.click(card, label="Board")).followups
    (others,) = (await club.ben.click(card, label="Board")).followups
    assert mine.ephemeral and "You: 8 of 20 km" in mine.content
    assert "Ana · 5 of 20 km" in mine.content and "Ana · 5 of 20 km" in others.content
    assert "8" not in others.content


async def test_who_is_not_to_be_named_is_only_counted(club):
    """The board says that somebody runs unnamed, and no name."""
    await club.ana.slash(club.room, "my settings", named=False)
    card = await start(club, kind=["each"], goal="20 km")
    await club.ana.click(card, label="Join")
    await club.ana.slash(club.room, "run log", distance="5k")
    (seen,) = (await club.ben.click(card, label="Board")).followups
    assert "Ana" not in seen.content and "one who runs unnamed" in seen.content


async def test_commands_do_what_buttons_do(club):
    """`/challenge` lists, shows, joins and leaves; the picker knows names."""
    card = await start(club, kind=["each"], goal="20 km")
    (choice,) = await club.ana.autocomplete(club.room, "challenge join", "challenge", "jan")
    assert choice["name"] == "January 100"
    joined = await club.ana.slash(club.room, "challenge join", challenge=choice["value"])
    assert joined.ephemeral and "You are in" in joined.response.content
    await club.travel(seconds=15)
    assert "1 joined" in told(club.seen(card))
    await club.post(club.ana, "5k in 24:30")
    listed = await club.ana.slash(club.room, "challenge list")
    assert listed.ephemeral and "✓ **January 100** · 5 km · you 5 km" in listed.response.content
    shown = await club.ana.slash(club.room, "challenge show", challenge=choice["value"])
    assert not shown.ephemeral and "1 joined" in told(shown.response)
    await club.ana.slash(club.room, "challenge leave", challenge=choice["value"])
    assert "✓" not in (await club.ana.slash(club.room, "challenge list")).response.content


async def test_the_challenge_channel_is_chosen_once(club):
    """`/club channels challenges:` is where cards stand from then on."""
    chosen = await club.boss.slash(club.lobby, "club channels", challenges=club.room)
    assert f"<#{club.room.id}>" in chosen.response.content
    panel = await begin(club)
    await club.boss.click(panel.response, label="Post it")
    assert len(cards(club, club.room)) == 1 and cards(club) == []


async def test_a_channel_that_takes_no_card_is_named(club):
    """Nothing is posted, the draft stays, and the missing permission is said by its name."""
    await club.boss.slash(club.lobby, "club channels", challenges=club.room)
    club.world.forbid(club.room, "embed_links")
    panel = await begin(club)
    refused = await club.boss.click(panel.response, label="Post it")
    assert "Embed Links" in refused.response.content and cards(club, club.room) == []
    club.world.forbid(club.room)
    await club.boss.click(panel.response, label="Post it")
    assert len(cards(club, club.room)) == 1


async def test_all_faults_are_told_at_once(club):
    """A goal of nothing and an end before the start are named in one answer, and nothing is stored."""
    refused = await begin(club, goal="0", **{"from": "10 Jan", "until": "2026-01-03"})
    assert "The goal is 0" in refused.response.content
    assert "end before it starts" in refused.response.content
    assert await club.rows("challenges") == 0


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("from", "29 February 2027", "no 29 Feb in 2027"),
        ("until", "soon", "which day"),
        ("until", "2025-12-31", "end before it starts"),
        ("goal", "1e9", "could not read"),
        ("goal", "ten thousand", "could not read"),
        ("goal", "9999999 km", "farther than a club can go"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_a_sentence(club, field, typed, said):
    """Dates and goals that mean nothing say what works instead."""
    refused = await begin(club, **{field: typed})
    assert refused.response.ephemeral and said in refused.response.content
    assert await club.rows("challenges") == 0


async def test_names_are_shown_safely(club):
    """A name with a mention and markdown pings nobody and formats nothing."""
    card = await start(club, name="@everyone **win** <@1>")
    title = card.embeds[0].title
    assert "@everyone" not in title and "**win**" not in title
    for request in club.env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        body = body.get("data", body) or {}
        if "embeds" in body or "content" in body:
            assert body["allowed_mentions"] == {"parse": []}


async def test_pickers_shape_the_rules(club):
    """Metric, run kinds, switches and limits chosen on the panel stand on the card."""
    panel = await begin(club, kind=["each"], goal="20 km")
    number = await newest(club)
    message = panel.response
    await club.boss.select(message, ["easy", "long"], custom_id=f"challenge:kinds:{number}")
    await club.boss.select(
        message, ["late_joining", "repeat"], custom_id=f"challenge:switches:{number}"
    )
    form = await club.boss.click(message, label="Limits")
    await club.boss.submit_modal(form, {"cap_day": "14 km"})
    await club.boss.click(message, label="Post it")
    rules = told(cards(club)[-1]).splitlines()[-1]
    assert "counts: easy, long" in rules and "at most 14 km a day" in rules
    assert "from the day of joining" in rules and "every month" in rules


async def test_a_draft_survives_a_restart(club):
    """What was begun is offered again, and the old panel works."""
    panel = await begin(club)
    await club.restart()
    offered = await club.boss.slash(club.lobby, "club challenge new")
    assert "“January 100” is unfinished" in offered.response.content
    resumed = await club.boss.click(offered.response, label="Go on with “January 100”")
    assert "nothing is posted yet" in resumed.response.content
    await club.boss.click(panel.response, label="Post it")
    assert len(cards(club)) == 1


async def organizer(club, name):
    manager = club.guild.create_role("Second", permissions=discord.Permissions(manage_guild=True))
    return club.guild.add_member(club.env.create_user(name), roles=[manager])


async def test_another_organizer_is_told_who_is_editing(club):
    """Two at once do not overwrite each other: the second is told, and may take it over."""
    cleo = await organizer(club, "cleo")
    panel = await begin(club)
    offered = await cleo.slash(club.lobby, "club challenge new")
    assert f"<@{club.boss.id}> is working on" in offered.response.content
    refused = await cleo.click(offered.response, label="Go on with “January 100”")
    assert f"<@{club.boss.id}>" in refused.response.content
    taken = await cleo.click(refused.response, label="Take it over")
    assert "nothing is posted yet" in taken.response.content
    late = await club.boss.click(panel.response, label="Post it")
    assert f"<@{cleo.id}>" in late.response.content and cards(club) == []


async def test_a_role_lost_on_the_way_is_refused_kindly(club):
    """Whoever is no organizer any more when the form comes back stores nothing."""
    captains = club.guild.create_role("Captains")
    cleo = club.guild.add_member(club.env.create_user("cleo"), roles=[captains])
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    form = await cleo.slash(club.lobby, "club challenge new")
    club.env.backend.delete_role(club.guild.id, captains.id)
    await club.world.settle()
    refused = await cleo.submit_modal(form, JANUARY)
    assert "for the organizers" in refused.response.content
    assert await club.rows("challenges") == 0


async def end(club):
    """Ends the only challenge there is; gives the message that thanks everybody."""
    asked = await club.boss.slash(club.lobby, "club challenge end")
    await club.boss.click(asked.response, label="Yes, end it")
    await club.tick()
    await club.travel(seconds=15)
    return [m for m in club.world.posts() if "done, together" in m.content][-1]


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


async def test_a_long_list_of_challenges_fits(club):
    """Of 25 with long names as many are listed as a message holds, and the rest is counted."""
    for number in range(25):
        card = await start(club, name=f"{number:02} {'a long way together ' * 3}"[:51])
        await club.ana.click(card, label="Join")
    result = await club.ana.slash(club.lobby, "challenge list")
    assert len(result.response.content) <= 2000 and "more" in result.response.content


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


async def test_editing_lets_it_run_longer(club):
    """A later last day stands on the card."""
    card = await start(club)
    panel = await club.boss.slash(club.lobby, "club challenge edit")
    form = await club.boss.click(panel.response, label="Name, goal, days")
    await club.boss.submit_modal(form, {"name": "January 100", "until": "7 Feb"})
    await club.travel(seconds=15)
    assert "1 Jan to 7 Feb" in told(club.seen(card))


@pytest.mark.parametrize("verb", ["join", "leave", "board", "page", "names", "statement", "team"])
async def test_a_forged_number_leads_nowhere(club, forge, verb):
    """A card of another club, or of none, cannot be joined or looked into."""
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        cleo = other.add_member(club.env.create_user("cleo"))
    card = await start(club)
    number = await newest(club)
    (answer,) = await club.post(cleo, f"<@{club.bot.user.id}> 4k in 20:00", room)
    for forged in (number, number * 1000, 2**62):
        forge(custom_id=f"challenge:{verb}:{forged}")
        result = await cleo.click(answer, custom_id=answer.components[0].children[0].custom_id)
        said = (result.followups or [result.response])[-1]
        assert "January" not in said.content, forged
        assert "can't find" in said.content
        forge()
    assert "Join" in labels(club.seen(card))


async def newest(club):
    return await club.bot.database.read(
        lambda tx: tx.execute("SELECT max(challenge_id) FROM challenges").fetchone()[0]
    )


async def test_a_deleted_card_comes_back_when_a_run_comes_in(club):
    """Once; after a second deletion it stays away."""
    for expected in (1, 0):
        card = cards(club)[-1] if cards(club) else await start(club)
        club.env.backend.delete_message(card.channel.id, card.id)
        await club.world.settle()
        await club.post(club.ana, f"{5 + expected}k in 40:00")
        await club.travel(seconds=60)
        assert len(cards(club)) == expected


async def test_a_run_while_the_bot_was_away_moves_the_card(club):
    """What is caught up with after a stop shows on the card."""
    card = await start(club)
    await club.world.go_offline()
    await club.ana.send(club.room, "5k in 24:30")
    await club.restart()
    club.world.skip(timedelta(seconds=15))
    await club.tick()
    await club.travel(seconds=15)
    assert "**5 of 100 km**" in told(club.seen(card))


def said(club, words):
    """What was said in the lobby with these words, beside cards."""
    posts = [m for m in club.world.posts() if m.channel.id == club.lobby.id and not m.embeds]
    return [m.content for m in posts if words in m.content and not m.flags.ephemeral]


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


async def test_an_answer_tells_what_the_run_brought(club):
    """One line under the run's own names the challenge and how far it is, beside what the run earned."""
    await start(club)
    (answer,) = await club.post(club.ana, "5k in 24:30")
    lines = answer.content.split("\n")
    assert any("January 100" in line and "100 km" in line for line in lines[1:])
    assert any("your first run here" in line for line in lines)
