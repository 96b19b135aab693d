"""`/my settings`: how a member wants to be seen and read, chosen by options or on a panel."""

import pytest

from bot.clubs.refusals import UnknownZone
from bot.members import service as members

TYPED = "5k in 24:30"


def words(result):
    """What a private answer says."""
    assert result.ephemeral
    return result.response.content


def buttons(message):
    """Label -> id of every button under a message."""
    return {
        item["label"]: item["custom_id"]
        for row in message.components
        for item in row["components"]
        if item["type"] == 2
    }


def picked(message):
    """What the selects of a panel, units, tone and direct messages, show as chosen."""
    selects = [i for row in message.components for i in row["components"] if i["type"] == 3]
    return [o["value"] for select in selects for o in select["options"] if o.get("default")]


async def kept(club, member):
    """The member's settings as they are on disk."""
    return await club.world.owned(club.bot.database.read(members.preferences_of, member.id))


async def test_without_options_everything_is_shown(club):
    """The panel says in words what holds now, changes nothing, and says where the zone is chosen."""
    result = await club.ana.slash(club.lobby, "my settings")
    told = words(result)
    assert "Units: **as each club has it**" in told and "Time zone: **as each club has it**" in told
    assert "shown with your runs" in told and "those in a run channel are read" in told
    assert "Time zone, quiet hours and days before a nudge are options" in told
    assert "Direct messages on their own: **none**" in told and "Quiet hours: **none**" in told
    assert picked(result.response) == ["club", "club", "off"]
    assert set(buttons(result.response)) == {"Don't name me", "Don't read my posts"}
    rows = await club.world.owned(
        club.bot.database.read(lambda tx: tx.execute("SELECT count(*) FROM members").fetchone()[0])
    )
    assert rows == 0


async def test_options_choose(club):
    """Each option changes its own setting, and the answer shows them all."""
    await club.ana.slash(club.lobby, "my settings", units="mi", zone="Europe/Berlin")
    told = words(await club.ana.slash(club.lobby, "my settings", named=False, read_posts=False))
    assert "Units: **miles**" in told and "Time zone: **Europe/Berlin**" in told
    assert "left out" in told and "not read" in told
    chosen = await kept(club, club.ana)
    assert (chosen.units, chosen.zone) == ("mi", "Europe/Berlin")
    assert (chosen.named, chosen.read_posts) == (False, False)


async def test_the_panel_chooses(club):
    """Select and buttons change one setting each, and the panel shows how it is then."""
    panel = (await club.ana.slash(club.lobby, "my settings")).response
    await club.ana.select(panel, ["mi"], custom_id="my:units:0")
    await club.ana.click(panel, label="Don't name me")
    await club.ana.click(panel, label="Don't read my posts")
    assert "miles" in panel.content and "left out" in panel.content and "not read" in panel.content
    assert picked(panel) == ["mi", "club", "off"]
    assert set(buttons(panel)) == {"Name me", "Read my posts"}
    chosen = await kept(club, club.ana)
    assert (chosen.units, chosen.named, chosen.read_posts) == ("mi", False, False)
    await club.ana.select(panel, ["club"], custom_id="my:units:0")
    await club.ana.click(panel, label="Name me")
    await club.ana.click(panel, label="Read my posts")
    assert (await kept(club, club.ana)) == members.Preferences(club.ana.id)


async def test_an_old_panel_does_what_it_says(club):
    """A button of a panel that was left open changes to what its label says, not to the opposite of now."""
    old = (await club.ana.slash(club.lobby, "my settings")).response
    await club.ana.slash(club.lobby, "my settings", named=False)
    await club.ana.click(old, label="Don't name me")
    assert (await kept(club, club.ana)).named is False


async def test_a_panel_lasts(club):
    """After a restart and days later a panel still works."""
    panel = (await club.ana.slash(club.lobby, "my settings")).response
    await club.restart()
    await club.travel(days=9)
    await club.ana.click(panel, label="Don't read my posts")
    assert (await kept(club, club.ana)).read_posts is False


@pytest.mark.parametrize(
    ("typed", "first"), [("tokyo", "Asia/Tokyo"), ("new york", "America/New_York")]
)
async def test_a_city_finds_its_zone(club, typed, first):
    """What is typed as the zone is searched for among all zones."""
    found = await club.ana.autocomplete(club.lobby, "my settings", "zone", typed)
    assert found[0]["value"] == first


async def test_the_zone_can_be_given_back(club):
    """Before anything is typed the first choice is the club's own zone, and 25 are shown."""
    await club.ana.slash(club.lobby, "my settings", zone="Asia/Tokyo")
    found = await club.ana.autocomplete(club.lobby, "my settings", "zone", "")
    assert len(found) == 25
    await club.ana.slash(club.lobby, "my settings", zone=found[0]["value"])
    assert (await kept(club, club.ana)).zone is None


async def test_a_zone_that_does_not_exist_is_answered_kindly(club):
    """A typed zone that is none is told, escaped, and changes nothing."""
    told = words(
        await club.ana.slash(club.lobby, "my settings", zone="@everyone **x**", units="mi")
    )
    assert all(isinstance(error.original, UnknownZone) for error in club.env.errors)
    assert "no time zone called" in told and "@everyone" not in told and "**x" not in told
    assert (await kept(club, club.ana)).units is None


async def test_forged_units_change_nothing(club):
    """A choice that no panel offers is refused gently."""
    panel = (await club.ana.slash(club.lobby, "my settings")).response
    club.env.backend.messages[panel.channel_id][panel.id].components[0]["components"][0]["options"][
        0
    ]["value"] = "furlongs"
    result = await club.ana.select(panel, ["furlongs"], custom_id="my:units:0")
    assert result.ephemeral and "earlier time" in result.response.content
    assert (await kept(club, club.ana)).units is None


async def test_settings_work_in_private(club):
    """In a direct message the same settings are the same."""
    await club.ana.user.slash("my settings", units="mi")
    told = words(await club.ana.slash(club.lobby, "my settings"))
    assert "miles" in told


async def test_settings_hold_in_the_answers(club):
    """A member's own units and day are in the answer to the next post."""
    await club.ana.slash(club.lobby, "my settings", units="mi")
    (answer,) = await club.post(club.ana, TYPED)
    assert "3.11 mi" in answer.content
    (answer,) = await club.post(club.ben, TYPED)
    assert "5 km" in answer.content


async def test_whoever_is_not_named_gets_the_mark_alone(club):
    """The run counts with its ✅, and nothing is said in public."""
    await club.ana.slash(club.lobby, "my settings", named=False)
    assert await club.post(club.ana, TYPED) == []
    post = club.room.last_message
    assert [str(reaction.emoji) for reaction in post.reactions] == ["✅"]
    assert "One run" in words(await club.ana.slash(club.room, "run list"))


async def runs_of(club, member):
    """How many runs of the member are stored."""
    query = "SELECT count(*) FROM runs WHERE member_id = ?"
    return await club.world.owned(
        club.bot.database.read(lambda tx: tx.execute(query, (member.id,)).fetchone()[0])
    )


@pytest.mark.parametrize("restart", [False, True])
async def test_posts_that_are_not_to_be_read_are_not(club, restart):
    """From the answer on, and after a restart, a post in the run channel leaves no mark, no answer and no run."""
    await club.ana.slash(club.lobby, "my settings", read_posts=False)
    if restart:
        await club.restart()
    assert await club.post(club.ana, TYPED) == []
    assert club.room.last_message.reactions == [] and await runs_of(club, club.ana) == 0
    assert len(await club.post(club.ben, TYPED)) == 1


async def test_what_is_not_read_can_still_be_logged(club):
    """Mention, menu, command and direct message log as ever."""
    await club.ana.slash(club.lobby, "my settings", read_posts=False)
    await club.ana.send(club.room, f"{club.bot.user.mention} {TYPED}")
    assert await runs_of(club, club.ana) == 1
    post = await club.ana.send(club.room, "10k in 55:00")
    await club.ana.context_menu(club.room, "Log this as a run", post)
    assert await runs_of(club, club.ana) == 2
    await club.ana.slash(club.room, "run log", distance="3 km")
    assert await runs_of(club, club.ana) == 3
    await club.ana.send_dm("7k in 40:00")
    assert await runs_of(club, club.ana) == 4


async def test_posts_can_be_read_again(club):
    """Changing one's mind holds from the next post on."""
    await club.ana.slash(club.lobby, "my settings", read_posts=False)
    await club.ana.slash(club.lobby, "my settings", units="km")
    assert await club.post(club.ana, TYPED) == []
    await club.ana.slash(club.lobby, "my settings", read_posts=True)
    assert len(await club.post(club.ana, TYPED)) == 1


async def test_earlier_answers_stop_naming(club):
    """Answers that named somebody go with their wish for it; runs, ✅ and the answers of others stay."""
    first, second = [(await club.post(club.ana, text))[0] for text in (TYPED, "6k in 30:00")]
    post = club.room.history()[0]
    (theirs,) = await club.post(club.ben, TYPED)
    (private,) = await club.heard(club.ana.send_dm("7k in 40:00"))
    panel = (await club.ana.slash(club.lobby, "my settings")).response
    await club.ana.click(panel, label="Don't name me")
    assert club.seen(first) is None and club.seen(second) is None
    assert club.seen(theirs) is not None and club.seen(private) is not None
    assert club.marks(post) == ["✅"] and await runs_of(club, club.ana) == 3


async def test_direct_messages_and_quiet_hours_are_chosen(club):
    """Which messages come unasked, after how many quiet days a nudge, and when nothing comes; all of it goes again."""
    told = words(
        await club.ana.slash(
            club.lobby, "my settings", dms="all", nudge_days=10, quiet_hours="10pm-7"
        )
    )
    assert "**my own recaps, and a nudge when it gets quiet (after 10 days)**" in told
    assert "Quiet hours: **22:00–07:00**" in told
    panel = await club.ana.slash(club.lobby, "my settings")
    chosen = await club.ana.select(panel.response, ["recap"], custom_id="my:dms:0")
    assert "Direct messages on their own: **my own recaps**" in panel.response.content
    assert chosen.acknowledged
    told = words(await club.ana.slash(club.lobby, "my settings", dms="off", quiet_hours="off"))
    assert "on their own: **none**" in told and "Quiet hours: **none**" in told


@pytest.mark.parametrize("typed", ["7-7", "late", "22-24:00", "@everyone"])
async def test_hours_that_cannot_be_read_change_nothing(club, typed):
    """They are quoted with what would do, and what was chosen before stays."""
    await club.ana.slash(club.lobby, "my settings", quiet_hours="22-7")
    told = words(await club.ana.slash(club.lobby, "my settings", quiet_hours=typed, units="mi"))
    club.errors_seen()
    assert "as quiet hours" in told and "`22-7`" in told
    chosen = await kept(club, club.ana)
    assert str(chosen.quiet_hours) == "22:00–07:00" and chosen.units is None
