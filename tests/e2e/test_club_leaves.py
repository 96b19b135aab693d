"""A server removes the bot, takes it back, or is away for a while; channels and roles go."""

import pytest

from tests.e2e.inviting import hellos, kick, outage, ready_again, shown
from tests.e2e.organizing import hears


async def stored(club, sql, *values):
    """The first column of what the database says."""
    return await club.bot.database.read(lambda tx: [row[0] for row in tx.execute(sql, values)])


async def test_a_club_that_returns_finds_everything(club):
    """Within 30 days a return has the settings and runs of before, reads again, and is not greeted anew."""
    await club.boss.slash(club.lobby, "club settings", zone="Europe/Berlin")
    await club.ana.slash(club.lobby, "run log", distance="5k", time="24:30")
    before = len(club.world.posts())
    await kick(club)
    assert not hears(club, club.room)
    await club.travel(days=29)
    assert len(club.world.posts()) == before
    await shown(club, invited=True)
    assert len(hellos(club.world)) == 1
    assert hears(club, club.room)
    settings = await club.boss.slash(club.lobby, "club settings")
    assert "Europe/Berlin" in settings.response.content
    assert "5 km" in (await club.ana.slash(club.lobby, "run list")).response.content
    await club.travel(days=60)
    assert await stored(club, "SELECT count(*) FROM runs") == [1]


async def test_a_club_that_stays_away_is_forgotten(club):
    """After 30 days its data go; a return begins anew, greets, and reads nowhere."""
    await club.ana.slash(club.lobby, "run log", distance="5k", time="24:30")
    await kick(club)
    await club.travel(days=29)
    assert await stored(club, "SELECT count(*) FROM runs") == [1]
    await club.travel(days=2)
    for table in ("clubs", "club_channels", "club_members", "posts", "runs"):
        assert await stored(club, f"SELECT count(*) FROM {table}") == [0], table
    await shown(club, invited=True)
    assert len(hellos(club.world)) == 2
    assert not hears(club, club.room)


async def test_a_removal_while_the_bot_was_away_is_noticed(club):
    """At the start a club whose server is gone counts as left."""
    await club.world.go_offline()
    club.env.backend.remove_guild(club.guild.id)
    await club.restart()
    assert await stored(club, "SELECT count(*) FROM clubs WHERE left_at NOT NULL") == [1]
    await club.travel(days=31)
    assert await stored(club, "SELECT count(*) FROM clubs") == [0]


async def test_an_outage_of_discord_is_no_removal(club):
    """A server that cannot be shown for a while keeps its data, and its hello stays the only one."""
    await outage(club)
    await ready_again(club)
    await club.travel(days=40)
    await shown(club, invited=False)
    assert await stored(club, "SELECT left_at FROM clubs") == [None]
    assert hears(club, club.room)
    assert len(hellos(club.world)) == 1


async def test_a_server_that_was_unavailable_at_the_start_is_greeted_later(fresh):
    """What Discord could not show at the start is greeted when it is there."""

    def never_greeted(tx):
        tx.execute("UPDATE clubs SET greeted_at = NULL")

    await fresh.world.owned(fresh.bot.database.write(never_greeted))
    await outage(fresh)
    await ready_again(fresh)
    assert len(hellos(fresh.world)) == 1
    await fresh.travel(hours=1)
    await shown(fresh, invited=False)
    assert len(hellos(fresh.world)) == 2


async def test_a_deleted_channel_is_read_no_longer(club):
    """The settings name the channels that are left."""
    await club.world.owned(_delete(club))
    assert not hears(club, club.room)
    assert await stored(club, "SELECT count(*) FROM club_channels") == [0]
    panel = await club.boss.slash(club.lobby, "club channels")
    assert f"<#{club.room.id}>" not in panel.response.content


@pytest.mark.parametrize("kind", ["channel", "role"])
async def test_what_was_deleted_while_the_bot_was_away_breaks_no_panel(club, kind):
    """A channel or role that is gone is neither named nor offered as the present choice."""
    role = club.guild.create_role("Captains")
    await club.boss.slash(club.lobby, "club settings", organizer_role=role)
    await club.world.go_offline()
    if kind == "channel":
        club.env.backend.delete_channel(club.room.id)
    else:
        club.env.backend.delete_role(club.guild.id, role.id)
    await club.restart()
    for command in ("club channels", "club settings"):
        panel = (await club.boss.slash(club.lobby, command)).response
        offered = [
            item.get("default_values") for row in panel.components for item in row["components"]
        ]
        gone = club.room.id if kind == "channel" else role.id
        assert str(gone) not in str(offered)


async def _delete(club):
    club.env.backend.delete_channel(club.room.id)
