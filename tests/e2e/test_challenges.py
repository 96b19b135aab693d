"""Group challenges as organizers and members act: made on a phone, joined with a press, and the card moves."""

from datetime import timedelta

import pytest

from tests.e2e.challenging import JANUARY, begin, cards, labels, newest, organizer, start, told


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
    assert "**5 of 100 km** · 5\N{NO-BREAK SPACE}%" in told(club.seen(card))
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


async def test_a_shown_copy_refreshes_under_a_press(club):
    """*Join* under what `/challenge show` posted shows there at once, and on the living card as ever."""
    card = await start(club, kind=["each"], goal="20 km")
    shown = await club.ana.slash(club.room, "challenge show", challenge=str(await newest(club)))
    (copy,) = [m for m in club.world.posts() if m.id == shown.response.id]
    result = await club.ben.click(copy, label="Join")
    assert "You are in" in result.followups[0].content
    assert "1 joined" in told(club.seen(copy))
    await club.travel(seconds=15)
    assert "1 joined" in told(club.seen(card))


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
    refused = await begin(club, goal="0")
    assert "The goal is 0" in refused.response.content and "Embed Links" in refused.response.content
    panel = await begin(club)
    assert "Embed Links" in panel.response.content
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
        ("until", "29 February", "no 29 Feb in 2026"),
        ("from", "1/2", "write the month as a word"),
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


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("100 miles", "160.93 km as a club"), ("100km per person", "100 km for everyone who joins")],
)
async def test_goals_are_understood_as_people_write_them(club, typed, shown):
    """Miles become the club's kilometres, and a goal for each person makes it one of each."""
    assert shown in told(await start(club, goal=typed, kind=[]))


async def test_a_club_has_room_for_25(club):
    """The next one is refused in the form, beside whatever else is wrong with it."""
    for number in range(25):
        await start(club, name=f"No {number}")
    refused = await begin(club, goal="0")
    assert "25 challenges going on" in refused.response.content
    assert "The goal is 0" in refused.response.content


async def test_after_the_end_nobody_joins(club):
    """The old button is gone, and a forged press or a command is refused kindly."""
    await start(club, until="2 Jan")
    number = str(await newest(club))
    await club.travel(days=3)
    refused = await club.ana.slash(club.room, "challenge join", challenge=number)
    assert refused.ephemeral and "cannot be joined" in refused.response.content
    assert "Join" not in labels(club.seen(cards(club)[-1]))
    assert len(club.env.errors) == 1  # the refusal, which the simulator counts


async def test_an_answer_tells_how_much_of_a_run_counted(club):
    """With a cap a day the second run of the day counts in part, and the answer says so."""
    panel = await begin(club, kind=["each"], goal="50 km")
    form = await club.boss.click(panel.response, label="Limits")
    await club.boss.submit_modal(form, {"cap_day": "14 km"})
    await club.boss.click(panel.response, label="Post it")
    await club.ana.click(cards(club)[-1], label="Join")
    await club.post(club.ana, "4k in 24:30")
    (answer,) = await club.post(club.ana, "14k in 84:00")
    assert "+10 km of 14 km for" in answer.content and "14 km of 50 km" in answer.content


async def test_a_challenge_across_the_change_of_clocks(club):
    """Days are the club's own: a run in the last hour of the last day counts, one after it does not."""
    await club.boss.slash(club.lobby, "club settings", zone="Europe/London")
    await club.travel(days=86)  # Saturday 28 March 2026, the night before summer time
    card = await start(club, **{"from": "28 March", "until": "29 March"})
    assert "28 Mar to 29 Mar" in told(card) and "ends <t:1774825200:R>" in told(card)
    await club.travel(hours=46, minutes=30)  # 23:30 in London, 22:30 UTC
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert "**5 of 100 km**" in told(club.seen(card))
    await club.travel(hours=1)
    await club.post(club.ana, "7k in 44:30")
    await club.travel(seconds=15)
    assert "**5 of 100 km**" in told(club.seen(card))


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


async def test_a_long_list_of_challenges_fits(club):
    """Of 25 with long names as many are listed as a message holds, and the rest is counted."""
    for number in range(25):
        card = await start(club, name=f"{number:02} {'a long way together ' * 3}"[:51])
        await club.ana.click(card, label="Join")
    result = await club.ana.slash(club.lobby, "challenge list")
    assert len(result.response.content) <= 2000 and "more" in result.response.content


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


async def test_an_answer_tells_what_the_run_brought(club):
    """One line under the run's own names the challenge and how far it is, beside what the run earned."""
    await start(club)
    (answer,) = await club.post(club.ana, "5k in 24:30")
    lines = answer.content.split("\n")
    assert any("January 100" in line and "100 km" in line for line in lines[1:])
    assert "/channels/" in answer.content
    assert any("your first run here" in line for line in lines)
