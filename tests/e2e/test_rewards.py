"""Roles for milestones: chosen in the panel, given by running, and never at the cost of a run."""

import discord
import pytest_asyncio

FIRST, TENTH = 2, 20
"""The numbers of the first run and of the tenth in the panel."""


async def allow(club, *, may=True, position=20):
    """The bot's own role may give roles, or not, and stands where it stands."""
    own = club.guild.roles["Second Wind"]
    stored = club.env.backend.get_role(club.guild.id, own.id)
    permissions = discord.Permissions(stored.permissions)
    permissions.update(manage_roles=may)
    changes = {"permissions": permissions.value, "position": position}
    club.env.backend.edit_role(club.guild.id, own.id, changes)
    await club.env.settle()


async def panel_of(club):
    """The panel of roles for milestones, as an organizer opens it."""
    settings = await club.boss.slash(club.room, "club settings")
    return (await club.boss.click(settings.response, label="Roles for milestones")).response


async def choose(club, role, milestone=FIRST):
    """The organizer picks a role for a milestone; gives what the panel says then."""
    panel = await panel_of(club)
    await club.boss.select(panel, [str(milestone)], custom_id=f"club:rewardfor:{club.guild.id}")
    picked = [role] if role else []
    chosen = await club.boss.select(panel, picked, custom_id=f"club:rewardrole:{milestone}")
    return panel.content, chosen


def has(club, member, role):
    """Whether the member has the role now."""
    guild = club.env.backend.get_guild(club.guild.id)
    return role.id in guild.members[member.id].role_ids


@pytest_asyncio.fixture
async def starter(club):
    """A role for the first run, in a club where the bot may give it."""
    role = club.guild.create_role("Starter")
    await allow(club)
    await choose(club, role)
    return role


async def test_a_first_run_has_its_role(club, starter):
    """Given with the run, taken back when it goes, and given again when it comes back."""
    await club.post(club.ana, "5k in 24:30")
    assert has(club, club.ana, starter) and not has(club, club.ben, starter)
    await club.remove(club.ana)
    assert not has(club, club.ana, starter)
    listed = await club.ana.slash(club.room, "run list")
    await club.ana.click(listed.response, custom_id="run:restore:1")
    assert has(club, club.ana, starter)


async def test_a_private_run_earns_nothing(club, starter):
    """A role would tell everybody."""
    await club.ana.slash(club.room, "run log", distance="5k", private=True)
    assert not has(club, club.ana, starter)


async def test_whoever_ran_before_has_it_soon(club):
    """A role that is chosen later reaches those who earned it, and leaves them when it is given no more."""
    await club.post(club.ana, "5k in 24:30")
    await allow(club)
    role = club.guild.create_role("Starter")
    told, _ = await choose(club, role)
    assert f"first run: <@&{role.id}>" in told and has(club, club.ana, role)
    told, _ = await choose(club, None)
    assert "No role is given yet" in told and not has(club, club.ana, role)


async def test_a_role_given_by_hand_stays(club, starter):
    """Only what was earned and given here is taken back."""
    club.env.backend.add_member_role(club.guild.id, club.ben.id, starter.id)
    await choose(club, None)
    assert has(club, club.ben, starter)


async def test_without_the_right_the_run_counts_and_the_doctor_says_so(club):
    """The answer comes as ever, `/club doctor` knows the mend, and after it the role follows by itself."""
    role = club.guild.create_role("Starter")
    await allow(club, may=False)
    told, _ = await choose(club, role)
    assert "missing *Manage Roles*" in told
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km in 24:30" in answer.content
    doctor = await club.boss.slash(club.room, "club doctor")
    said = "".join(m.content for m in [doctor.response, *doctor.followups])
    assert "missing Manage Roles" in said and "Switch it on" in said
    await allow(club)
    assert has(club, club.ana, role)
    doctor = await club.boss.slash(club.room, "club doctor")
    assert "Manage Roles" not in doctor.response.content


async def test_a_role_above_the_bots_own(club):
    """Said in the panel and by the doctor; nothing is asked of Discord that it would refuse."""
    role = club.guild.create_role("Starter", position=9)
    await allow(club, position=1)
    told, _ = await choose(club, role)
    assert f"<@&{role.id}> stands above my own role" in told
    await club.post(club.ana, "5k in 24:30")
    assert not any("/roles/" in str(call.path) for call in club.env.http_requests)
    doctor = await club.boss.slash(club.room, "club doctor")
    said = "".join(m.content for m in [doctor.response, *doctor.followups])
    assert "Starter stands above my own" in said
    await allow(club)
    assert has(club, club.ana, role)


async def test_what_discord_refuses_costs_no_run(club, starter):
    """The run is kept, and the role is tried again later."""
    club.env.inject_error(
        "PUT", "/guilds/*/members/*/roles/*", status=500, code=0, message="no", times=None
    )
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km in 24:30" in answer.content and not has(club, club.ana, starter)
    club.env.backend.faults.clear()
    await club.restart()
    assert has(club, club.ana, starter)


async def test_who_left_is_let_go(club, starter):
    """Somebody who is no longer in the server has no role to take, and nothing waits for them."""
    await club.post(club.ana, "5k in 24:30")
    club.guild.remove_member(club.ana)
    await choose(club, None)
    assert await club.rows("roles_due") == 0 and await club.rows("roles_given") == 0


async def test_a_role_comes_back_with_its_member(club, starter):
    """Discord took it when they left; with their first word after the return they have it again."""
    await club.post(club.ana, "5k in 24:30")
    club.guild.remove_member(club.ana)
    await club.env.advance_time(60)
    club.guild.add_member(club.ana.user)
    assert not has(club, club.ana, starter)
    await club.ana.send(club.lobby, "hello again")
    assert has(club, club.ana, starter)
    club.env.backend.remove_member_role(club.guild.id, club.ana.id, starter.id)
    await club.ana.send(club.lobby, "nice day")
    assert not has(club, club.ana, starter)  # what an organizer took stays taken


async def test_a_pause_that_goes_over_gives_the_role_back(club, starter):
    """Within the hour, as it would without a pause; nothing has to be run or said for it."""
    await club.post(club.ana, "5k in 24:30")
    await club.ana.slash(club.room, "my pause", days=7)
    assert not has(club, club.ana, starter)
    await club.env.advance_time(6 * 86400)
    await club.bot.schedule.tick()
    assert not has(club, club.ana, starter)
    await club.env.advance_time(2 * 86400)
    await club.bot.schedule.tick()
    assert has(club, club.ana, starter)


async def test_who_asks_to_be_forgotten_gives_the_role_back(club, starter):
    """Nothing that tells of their running stays on them."""
    await club.post(club.ana, "5k in 24:30")
    asked = await club.ana.slash(club.room, "my forget")
    await club.ana.click(asked.response, label="Forget me")
    assert not has(club, club.ana, starter) and await club.rows("roles_given") == 0


async def test_roles_that_nobody_should_run_into(club):
    """The organizers' role, one that may change the server, and @everyone are refused kindly."""
    await allow(club)
    captains = club.guild.create_role("Captains")
    await club.boss.slash(club.room, "club settings", organizer_role=captains)
    mighty = club.guild.create_role("Mods", permissions=discord.Permissions(ban_members=True))
    for role, words in ((captains, "nobody should run into"), (mighty, "nobody should run into")):
        _, chosen = await choose(club, role)
        assert words in (chosen.followups or [chosen.response])[-1].content
    one = club.guild.create_role("Starter")
    await choose(club, one)
    _, chosen = await choose(club, one, TENTH)
    assert "for another milestone already" in (chosen.followups or [chosen.response])[-1].content
    assert await club.rows("rewards") == 1


async def test_a_deleted_role_is_said_no_more(club, starter):
    """Its milestone has none from then on."""
    club.env.backend.delete_role(club.guild.id, starter.id)
    await club.env.settle()
    assert "No role is given yet" in (await panel_of(club)).content


CRISIS = "5k in 31:00. I don't want to live anymore"


async def test_a_hard_hour_brings_no_role(club, starter):
    """The ✅ is all that anybody sees of such a post; the role comes with another run."""
    await club.post(club.ana, CRISIS)
    await club.ben.click((await club.post(club.ben, "5k in 30:00"))[0], label="⋯")
    assert has(club, club.ben, starter) and not has(club, club.ana, starter)
    await club.travel(days=1)
    assert not has(club, club.ana, starter)
    await club.post(club.ana, "6k in 40:00")
    assert has(club, club.ana, starter)


async def test_a_note_of_a_hard_hour_brings_none_either(club, starter):
    """A form has its words with it."""
    await club.ana.slash(club.room, "run log", distance="5k", note=CRISIS)
    assert not has(club, club.ana, starter)


async def test_a_run_whose_post_is_gone_brings_its_role_with_the_next(club, starter):
    """What it said can't be read any more."""
    await club.ana.delete(await club.ana.send(club.room, "5k in 24:30"))
    listed = await club.ana.slash(club.room, "run list")
    await club.ana.click(listed.response, custom_id="run:restore:1")
    assert not has(club, club.ana, starter)
    await club.post(club.ana, "6k in 40:00")
    assert has(club, club.ana, starter)


async def test_a_post_that_cannot_be_read_just_now_brings_it_later(club, starter):
    """A quarter of an hour after, when something is looked at again."""
    club.env.inject_error(
        "GET", "/channels/*/messages/*", status=500, code=0, message="no", times=None
    )
    await club.post(club.ana, "5k in 24:30")
    assert not has(club, club.ana, starter)
    club.env.backend.faults.clear()
    await club.travel(minutes=16)
    await club.post(club.ben, "5k in 30:00")
    assert has(club, club.ana, starter)
