"""What comes unasked keeps to quiet hours, and to doors that are open."""

import re

import pytest

from bot import texts
from bot.members import forget
from cogs import house
from tests.e2e import inviting

CLOSED = texts.say("unasked.closed")


async def wishes(club, **options):
    """Ana has words of motivation come; the world begins at midnight UTC."""
    await club.ana.slash(club.room, "motivation set", **options)


@pytest.fixture(params=[50007, 50278])
async def shut_out(club, request):
    """Ana wanted words every day, and her direct messages are closed."""
    await wishes(club, days="every day", time="8")
    path = f"/channels/{club.ana.user.dm_channel.id}/messages"
    club.env.inject_error("POST", path, status=403, code=request.param, message="no")
    await club.travel(hours=9)
    assert club.letters(club.ana) == []


async def test_words_due_in_quiet_hours_come_at_their_end(club):
    """They wait, are not late, and come once, also over a restart."""
    await wishes(club, days="every day", time="8")
    await club.ana.slash(club.room, "my settings", quiet_hours="22-10")
    await club.travel(hours=8, minutes=5)
    assert club.letters(club.ana) == []
    await club.restart()
    await club.tick()
    assert club.letters(club.ana) == []
    await club.travel(hours=2)
    (said,) = club.letters(club.ana)
    assert texts.say("schedule.late") not in said
    await club.tick()
    assert len(club.letters(club.ana)) == 1
    await club.travel(days=1)
    assert len(club.letters(club.ana)) == 2


async def test_quiet_hours_taken_away_let_come_what_waited(club):
    """Nobody has to wait for the end of hours that are no more."""
    await wishes(club, days="every day", time="8")
    await club.ana.slash(club.room, "my settings", quiet_hours="22-20")
    await club.travel(hours=9)
    await club.ana.slash(club.room, "my settings", quiet_hours="off")
    await club.tick()
    assert len(club.letters(club.ana)) == 1


async def test_a_club_is_quiet_in_its_hours(club):
    """The club's week waits for their end, words in the channel with it, and doctor takes that for no trouble."""
    await club.boss.slash(club.lobby, "club settings", quiet_hours="20-9")
    await club.post(club.ana, "5k in 24:30")
    await club.travel(days=3)
    await wishes(club, days="Mon", time="8", where="channel")
    before = len(club.room.history())
    await club.travel(days=1, hours=8, minutes=30)  # a Monday morning
    assert club.room.history()[before:] == []
    found = await club.boss.slash(club.lobby, "club doctor")
    assert "recap" not in found.response.content
    await club.travel(minutes=40)
    said = [m.content for m in club.room.history()[before:]]
    assert len(said) == 2 and not any(texts.say("schedule.late") in words for words in said)


async def test_closed_direct_messages_are_said_with_any_private_answer(club, shut_out):
    """Whatever Ana asks next, privately, says so once, also after a restart; nobody else hears of it."""
    await club.restart()
    told = await club.ben.slash(club.lobby, "help")
    assert told.followups == []
    told = await club.ana.slash(club.lobby, "run list")
    assert [m.content for m in told.followups] == [CLOSED] and told.followups[0].ephemeral
    told = await club.ana.slash(club.lobby, "help")
    assert told.followups == [] and await club.rows("dms_closed") == 0


async def test_whoever_was_forgotten_is_not_told_of_closed_messages(club, shut_out):
    """Nothing is left of it, in memory neither."""
    until = 2**53
    await club.bot.database.write(forget.forget, club.ana.id, until=until)
    told = await club.ana.slash(club.lobby, "help")
    assert told.followups == []


async def test_a_pause_leaves_out_what_is_due_in_it(club):
    """Nothing comes on a day of the pause; afterwards the next one does."""
    await wishes(club, days="every day", time="8")
    await club.ana.slash(club.room, "my pause", days=2)
    await club.travel(hours=9)
    await club.travel(days=1)
    assert club.letters(club.ana) == []
    await club.travel(days=1)
    assert len(club.letters(club.ana)) == 1


async def test_the_table_of_what_comes_unasked_is_the_code(club, pytestconfig):
    """docs/unasked.md has a row for each kind that the bot delivers, and no kind that it does not."""
    table = (pytestconfig.rootpath / "docs" / "unasked.md").read_text("utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    listed = [name for row in rows if len(row) == 5 for name in re.findall(r"`([^`]+)`", row[1])]
    assert sorted(listed) == sorted(house.kinds(club.bot, club.bot.parts))
    assert all(all(row) for row in rows if len(row) == 5)


async def test_an_hour_without_discord_delays_words_and_doubles_none(club):
    """After an hour of 503 they come once, and say that they are late."""
    await wishes(club, days="every day", time="8")
    path = f"/channels/{club.ana.user.dm_channel.id}/messages"
    club.env.inject_error("POST", path, status=503, times=4)
    await club.travel(hours=8)
    for _ in range(16):
        await club.travel(minutes=10)
    (said,) = club.letters(club.ana)
    assert said.startswith(texts.say("schedule.late"))


@pytest.mark.parametrize("trouble", ["lose_answer", "resend", "limit"])
async def test_words_whose_answer_is_lost_or_late_come_once(club, trouble):
    """A lost answer, a retried request and a long rate limit leave one message, with the others of its day held."""
    await wishes(club, days="every day", time="8")
    await club.ana.slash(club.room, "my settings", quiet_hours="22-10")
    getattr(club.wire, trouble)("POST", f"/channels/{club.ana.user.dm_channel.id}/messages")
    await club.travel(hours=10, minutes=5)
    await club.travel(minutes=2)
    await club.travel(minutes=10)
    assert len(club.letters(club.ana)) == 1
    await club.travel(days=1)
    assert len(club.letters(club.ana)) == 2


async def test_a_server_that_left_and_came_back_goes_on(club):
    """While the bot is not in the server nothing comes; afterwards the next words do, once each."""
    await wishes(club, days="every day", time="8")
    await inviting.kick(club)
    await club.travel(days=1, hours=9)
    assert club.letters(club.ana) == []
    await inviting.shown(club, invited=True)
    await club.travel(days=1)
    assert len(club.letters(club.ana)) == 1
