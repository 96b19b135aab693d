"""Each kind of challenge from its form to its card, as an organizer makes it and members run it."""

import pytest

from tests.e2e.challenging import begin, cards, end, labels, newest, start, told


async def pick(club, panel, verb, value):
    """Chooses on a panel."""
    number = await newest(club)
    await club.boss.select(panel.response, value.split(), custom_id=f"challenge:{verb}:{number}")


async def fill(club, panel, label, fields):
    """Opens a form of a panel and sends it."""
    form = await club.boss.click(panel.response, label=label)
    return await club.boss.submit_modal(form, fields)


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("january_100", "January 100"),
        ("couch_to_5k", "Couch to 5k together"),
        ("weeks_in_a_row", "Weeks in a row"),
        ("across_the_country", "Run across the country"),
    ],
)
async def test_a_template_needs_nothing_else(club, template, title):
    """Chosen in the form with every other field empty, it can be posted as it is."""
    empty = {"name": "", "goal": "", "from": "", "until": ""}
    panel = await begin(club, kind=[template], **empty)
    assert panel.response.embeds[0].title == title, panel.response.content
    await club.boss.click(panel.response, label="Post it")
    assert cards(club)[-1].embeds[0].title == title


async def test_miles_for_a_cause_ask_for_the_cause(club):
    """The template says what is missing, and a run may be what is sponsored."""
    empty = {"name": "", "goal": "", "from": "", "until": ""}
    panel = await begin(club, kind=["for_a_cause"], **empty)
    assert panel.response.embeds[0].title == "Miles for a cause"
    assert "It has no cause yet" in panel.response.content
    refused = await club.boss.click(panel.response, label="Post it")
    assert "no cause" in refused.response.content and "no promise" in refused.response.content
    pledge = {"cause": "the food bank", "rate": "2 CHF", "per": ["run"]}
    await fill(club, panel, "Cause, pledge", pledge)
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    assert "every run brings 2 CHF" in told(card)
    await club.post(club.ana, "10k in 60:00")
    await club.post(club.ben, "5k in 30:00")
    await club.travel(seconds=15)
    assert "**4 CHF** raised so far" in told(club.seen(card))


async def test_a_cap_holds_what_is_raised(club):
    """However far the club runs, no more than the sponsors' most is raised, on card, thanks and statement."""
    panel = await begin(club, kind=["charity"], goal="")
    pledge = {"cause": "Trees", "rate": "€2", "per": ["km"], "pledge_cap": "€15"}
    await fill(club, panel, "Cause, pledge", pledge)
    await club.boss.click(panel.response, label="Post it")
    await club.post(club.ana, "10k in 60:00")
    await club.travel(seconds=15)
    assert "**€15** raised so far, of €15 at most" in told(club.seen(cards(club)[-1]))
    final = await end(club)
    assert "**€15** for Trees" in final.content
    statement = await club.boss.click(final, label="Statement")
    content = (await statement.response.attachments[0].read()).decode("utf-8-sig")
    assert '"at most","15.00"' in content and '"raised","15.00"' in content


async def test_teams_are_drafted_and_counted_per_head(club):
    """Whoever joins is put into a team, and the card shows each team's mean."""
    panel = await begin(club, kind=["teams"], goal="")
    await pick(club, panel, "teams", "2")
    await fill(club, panel, "Team names", {"team_names": "Foxes\nOwls"})
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    for member in (club.ana, club.ben):
        await member.click(card, label="Join")
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=40)
    shown = told(club.seen(card))
    assert "Foxes 5 km · 1 runner" in shown or "Owls 5 km · 1 runner" in shown
    assert "0 m · 1 runner" in shown and "**5 km**" not in shown


async def test_members_pick_their_team_where_they_may(club):
    """*Join* asks for the team first."""
    panel = await begin(club, kind=["teams"], goal="")
    await pick(club, panel, "teams", "2")
    await fill(club, panel, "Team names", {"team_names": "Hares\nTortoises"})
    await pick(club, panel, "switches", "picked late_joining")
    await club.boss.click(panel.response, label="Post it")
    asked = await club.ana.click(cards(club)[-1], label="Join")
    assert asked.ephemeral and "Which team" in asked.response.content
    number = await newest(club)
    joined = await club.ana.select(asked.response, ["2"], custom_id=f"challenge:team:{number}")
    said = (joined.followups or [joined.response])[-1].content
    assert "You are in" in said and "Tortoises" in said


async def test_a_journey_shows_where_the_club_is(club):
    """A route of the club's own: the card names the place and what comes next."""
    panel = await begin(club, kind=["journey"], goal="")
    route = "To the sea\n0 Home\n12 Bridge: half of it\n30 Sea"
    await fill(club, panel, "Own route", {"own_route": route})
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    assert "just set out from Home, next **Bridge** in 12 km" in told(card)
    await club.post(club.ana, "15k in 90:00")
    await club.travel(seconds=15)
    assert "at Bridge, next **Sea** in 15 km" in told(club.seen(card))
    await club.tick()
    assert any("we are at **Bridge**" in m.content for m in club.world.posts())


async def test_stops_out_of_order_are_refused(club):
    """The answer says what is wrong, and the draft stays as it was."""
    panel = await begin(club, kind=["journey"], goal="")
    refused = await fill(club, panel, "Own route", {"own_route": "Loop\n0 Home\n20 Hill\n10 Lake"})
    assert refused.response.ephemeral and "put right first" in refused.response.content


async def test_a_charity_ends_with_a_statement(club):
    """Pledge, sponsors and what was raised stand on the card, and in a file at the end."""
    panel = await begin(club, kind=["charity"], goal="")
    assert "put right first" in panel.response.content
    pledge = {
        "cause": "the food bank",
        "rate": "€0.50",
        "per": ["km"],
        "sponsors": "=Bakery\nBike shop",
        "pledge_cap": "€500",
    }
    await fill(club, panel, "Cause, pledge", pledge)
    await club.boss.click(panel.response, label="Post it")
    card = cards(club)[-1]
    await club.post(club.ana, "10k in 60:00")
    await club.travel(seconds=15)
    assert "every kilometre brings €0.50" in told(card)
    assert "**€5** raised so far, of €500 at most" in told(club.seen(card))
    final = await end(club)
    assert "€5** for the food bank" in final.content and "Statement" in labels(final)
    statement = await club.boss.click(final, label="Statement")
    (file,) = statement.response.attachments
    content = (await file.read()).decode("utf-8-sig")
    assert '"raised","5.00"' in content and '"sponsor","\'=Bakery"' in content
    assert "Ana" not in content


async def test_a_monthly_challenge_comes_again(club):
    """When its month is over, the next one has a card of its own."""
    panel = await begin(club, kind=["each"], goal="20 km", until="31 Jan")
    await pick(club, panel, "switches", "repeat")
    await club.boss.click(panel.response, label="Post it")
    for _ in range(33):
        await club.travel(days=1)
    await club.travel(seconds=40)
    titles = [told(card) for card in cards(club)]
    assert len(titles) == 2 and "1 Feb to 28 Feb" in titles[-1]


async def test_a_ranking_names_places_only_where_it_was_chosen(club):
    """*Most* ranks in the board and in the end; ties share a place."""
    await start(club, kind=["most"], goal="")
    for member in (club.ana, club.ben):
        await member.click(cards(club)[-1], label="Join")
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ben, "8k in 50:00")
    (board,) = (await club.ana.click(cards(club)[-1], label="Board")).followups
    assert board.content.index("1\\. Ben · 8 km") < board.content.index("2\\. Ana · 5 km")
