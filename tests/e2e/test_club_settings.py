"""Organizers choose zone, units, replies and the organizer role, with effect at once."""

import pytest

from tests.e2e.organizing import chosen, pick, refused, told


async def test_the_panel_says_how_everything_is(club):
    """Without options the settings are shown in words, with pickers that stand at what is chosen."""
    panel = await club.boss.slash(club.lobby, "club settings")
    content = panel.response.content
    assert panel.ephemeral
    for needed in ("UTC", "kilometres", "short", f"<#{club.room.id}>", "manage this server"):
        assert needed in content
    assert chosen(panel, "units") == ["km"]
    assert chosen(panel, "replies") == ["short"]
    assert chosen(panel, "role") == []
    options = str(panel.response.components)
    for about in ("one line with buttons", "a small card", "only a ✅"):
        assert about in options


async def test_every_option_is_saved_and_shown(club):
    """The answer tells all settings as they are now; what was not given stays."""
    captains = club.guild.create_role("Captains")
    content = await told(
        club.boss.slash(
            club.lobby,
            "club settings",
            zone="America/New_York",
            units="mi",
            replies="cards",
            organizer_role=captains,
        )
    )
    for needed in ("America/New_York", "miles", "cards", f"<@&{captains.id}>"):
        assert needed in content
    await club.boss.slash(club.lobby, "club settings", units="km")
    panel = await club.boss.slash(club.lobby, "club settings")
    assert "America/New_York" in panel.response.content
    assert chosen(panel, "units") == ["km"]
    assert chosen(panel, "replies") == ["cards"]
    assert chosen(panel, "role") == [captains.id]


async def test_pickers_save_at_once(club):
    """Each picker saves its own setting and shows the panel as it is now."""
    captains = club.guild.create_role("Captains")
    panel = await club.boss.slash(club.lobby, "club settings")
    assert "miles" in await pick(club, club.boss, panel, "units", ["mi"])
    assert "only a ✅" in await pick(club, club.boss, panel, "replies", ["reaction"])
    assert f"<@&{captains.id}>" in await pick(club, club.boss, panel, "role", [captains])
    assert (chosen(panel, "units"), chosen(panel, "replies")) == (["mi"], ["reaction"])
    assert chosen(panel, "role") == [captains.id]
    assert "<@&" not in await pick(club, club.boss, panel, "role", [])
    assert chosen(panel, "role") == []


async def test_units_change_the_answers_at_once(club):
    """The next run is told in the club's new units."""
    await club.boss.slash(club.lobby, "club settings", units="mi")
    result = await club.ana.slash(club.lobby, "run log", distance="10k", time="50:00")
    assert "6.21 mi" in result.response.content


async def test_replies_change_the_answers_at_once(club):
    """The next post is answered as chosen: by a card, by ✅ alone, by a line."""
    await club.boss.slash(club.lobby, "club settings", replies="cards")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km" in answer.embeds[0].description
    await club.boss.slash(club.lobby, "club settings", replies="reaction")
    assert await club.post(club.ana, "6k in 30:30") == []
    assert [str(reaction.emoji) for reaction in club.room.history()[-1].reactions] == ["✅"]
    await club.boss.slash(club.lobby, "club settings", replies="short")
    (answer,) = await club.post(club.ana, "7k in 35:30")
    assert "7 km" in answer.content


async def test_the_zone_changes_the_day_of_new_runs(club):
    """What is today depends on the club's zone from the next run on; earlier runs keep their day."""
    await club.ana.slash(club.lobby, "run log", distance="5k")
    await club.boss.slash(club.lobby, "club settings", zone="America/New_York")
    await club.ana.slash(club.lobby, "run log", distance="6k")
    days = await club.bot.database.read(
        lambda tx: [row[0] for row in tx.execute("SELECT day FROM runs ORDER BY run_id")]
    )
    assert days == ["2026-01-01", "2025-12-31"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Berlin", "Europe/Berlin"),
        ("berl", "Europe/Berlin"),
        ("new york", "America/New_York"),
        (" new york ", "America/New_York"),
    ],
)
async def test_zones_are_found_by_city(club, typed, first):
    """A few letters of a city are enough."""
    offered = await club.boss.autocomplete(club.lobby, "club settings", "zone", typed)
    assert offered[0]["value"] == first
    assert len(offered) <= 25


async def test_nonsense_finds_no_zone_and_nothing_typed_finds_cities(club):
    """An empty field offers well-known cities, all of which can be chosen."""
    assert await club.boss.autocomplete(club.lobby, "club settings", "zone", "qwertz") == []
    offered = await club.boss.autocomplete(club.lobby, "club settings", "zone", "")
    assert 10 < len(offered) <= 25
    for choice in offered:
        content = await told(club.boss.slash(club.lobby, "club settings", zone=choice["value"]))
        assert f"`{choice['value']}`" in content


@pytest.mark.parametrize("typed", ["Atlantis", "@everyone", "Europe/Berlin; --", "x" * 6000])
async def test_a_zone_typed_by_hand_is_refused_kindly(club, typed):
    """What is no zone changes nothing, and the answer says what to do."""
    action = club.boss.slash(club.lobby, "club settings", zone=typed, units="mi")
    content = await refused(club, action)
    assert "pick one" in content
    assert "@everyone" not in content
    panel = await club.boss.slash(club.lobby, "club settings")
    assert chosen(panel, "units") == ["km"]


async def test_quiet_hours_of_the_club_are_chosen_and_taken_away(club):
    """They are read as people type them, shown, and off again; what cannot be read changes nothing."""
    told = await club.boss.slash(club.lobby, "club settings", quiet_hours="22-7")
    assert "Quiet hours: **22:00–07:00" in told.response.content
    told = await club.boss.slash(club.lobby, "club settings", quiet_hours="sometimes")
    club.errors_seen()
    assert "could not read “sometimes” as quiet hours" in told.response.content
    told = await club.boss.slash(club.lobby, "club settings")
    assert "Quiet hours: **22:00–07:00" in told.response.content
    told = await club.boss.slash(club.lobby, "club settings", quiet_hours="off")
    assert "Quiet hours: **none" in told.response.content
