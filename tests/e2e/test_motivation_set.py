"""`/motivation set`: messages that come on the days a member asked for, and to nobody else."""

import pytest

from bot import texts
from tests.e2e.challenging import start

WARM = {
    words
    for chapter in texts.motivation("warm").values()
    for said in chapter.values()
    for words in said
}


async def chosen(club, member, **options):
    """What the member is told who chooses days and time."""
    result = await member.slash(club.room, "motivation set", **options)
    assert result.ephemeral
    return result.response.content


async def test_without_options_it_says_how_it_is(club):
    """Nothing comes as long as nobody asked; afterwards days, time, zone and place are told."""
    assert "Nothing comes on its own" in await chosen(club, club.ana)
    await club.ana.slash(club.room, "my settings", zone="Europe/Berlin")
    told = await chosen(club, club.ana, days="Mon Wed", time="6:30pm")
    assert told == await chosen(club, club.ana)
    assert "Monday, Wednesday at 18:30 (Europe/Berlin), as a direct message" in told
    await club.travel(days=2)
    assert club.letters(club.ben) == []


async def test_messages_come_on_their_days_and_no_others(club):
    """A week of Mondays and Wednesdays has two messages, each once, each another, with the way out below."""
    await chosen(club, club.ana, days="monday, wednesday", time="7:30")
    for _ in range(7 * 24):
        await club.travel(hours=1)
    said = club.letters(club.ana)
    assert len(said) == len(set(said)) == 2 and set(said) <= WARM
    offered = await club.ana.user.click(
        club.ana.user.dm_channel.last_message, label="Not feeling it"
    )
    assert "Three small ways" in offered.response.content


async def test_off_ends_it(club):
    """After `off` nothing comes any more."""
    await chosen(club, club.ana, days="every day", time="8")
    assert "Nothing comes on its own" in await chosen(club, club.ana, days="off")
    await club.travel(days=2)
    assert club.letters(club.ana) == []


async def test_another_zone_moves_the_hour(club):
    """The time is the member's own, also where they move to later."""
    await chosen(club, club.ana, days="every day", time="20:00")
    await club.ana.slash(club.room, "my settings", zone="Asia/Tokyo")
    await club.travel(hours=11, minutes=5)  # 20:05 in Tokyo, for it begins at midnight UTC
    assert len(club.letters(club.ana)) == 1


async def test_the_week_so_far_comes_along_in_private_alone(club):
    """A direct message has the member's week; in the channel nobody reads of it."""
    await chosen(club, club.ana, days="every day", time="8")
    await club.ana.slash(club.room, "run log", distance="5k", private=True)
    await club.travel(hours=9)
    assert club.letters(club.ana)[0].endswith("-# Your week so far: 5 km, one run")
    await chosen(club, club.ana, where="channel")
    before = len(club.letters(club.ana))
    await club.travel(days=1)
    said = club.room.last_message.content
    assert said.removeprefix(f"<@{club.ana.id}> ") in WARM and "5 km" not in said
    assert len(club.letters(club.ana)) == before


async def test_nobody_is_named_in_the_channel_who_does_not_want_to(club):
    """*Don't name me* holds for motivation, too."""
    await chosen(club, club.ana, days="every day", time="8", where="channel")
    await club.ana.slash(club.room, "my settings", named=False)
    before = club.room.history()
    await club.travel(hours=9)
    assert club.room.history() == before


async def test_closed_direct_messages_end_it(club):
    """Discord's 50007 stops the messages until days are chosen again."""
    await chosen(club, club.ana, days="every day", time="8")
    dm = club.ana.user.dm_channel
    club.env.inject_error(
        "POST", f"/channels/{dm.id}/messages", status=403, code=50007, message="no"
    )
    await club.travel(hours=9)
    await club.travel(days=2)
    assert club.letters(club.ana) == []
    assert "Nothing comes on its own" in await chosen(club, club.ana)
    await chosen(club, club.ana, days="every day", time="8")
    await club.travel(days=1)
    assert len(club.letters(club.ana)) == 1


async def test_a_restart_brings_no_second_one(club):
    """What was sent stays sent."""
    await chosen(club, club.ana, days="every day", time="8")
    await club.travel(hours=9)
    await club.restart()
    await club.tick()
    assert len(club.letters(club.ana)) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"days": "someday"}, "could not read “someday” as days"),
        ({"days": "t"}, "could not read “t” as days"),
        ({"days": "daily", "time": "25:00"}, "no time of day"),
        ({"days": "daily", "time": "@everyone"}, "no time of day"),
    ],
)
async def test_what_cannot_be_read_is_said_and_changes_nothing(club, options, told):
    """Each fault has its sentence, and what was chosen before stays."""
    before = await chosen(club, club.ana, days="weekdays", time="7")
    assert told in await chosen(club, club.ana, **options)
    club.errors_seen()
    assert await chosen(club, club.ana) == before


async def test_in_a_direct_message_it_asks_for_the_server(club):
    """Without a known club nothing can be planned."""
    told = await club.ana.user.slash("motivation set", days="daily")
    club.errors_seen()
    assert "which of your clubs" in told.response.content


async def test_without_a_channel_nothing_comes_in_its_place(fresh):
    """Words meant for a channel do not become a direct message where the club has no channel."""
    await chosen(fresh, fresh.ana, days="every day", time="8", where="channel")
    before = fresh.world.post_ids()
    await fresh.travel(days=1)
    assert fresh.world.post_ids() == before
    assert fresh.letters(fresh.ana) == []


async def test_plain_tone_in_the_channel_has_public_facts_alone(club):
    """Whoever wants facts gets those that everybody could see: public runs, and nothing of an empty week."""
    await club.ana.slash(club.room, "my settings", tone="plain")
    await chosen(club, club.ana, days="every day", time="8", where="channel")
    await club.ana.slash(club.room, "run log", distance="3k", private=True)
    before = len(club.room.history())
    await club.travel(hours=9)
    assert club.room.history()[before:] == []
    await club.post(club.ana, "5k in 24:30")
    before = len(club.room.history())
    await club.travel(days=1)
    (said,) = [m.content for m in club.room.history()[before:]]
    assert said == f"<@{club.ana.id}> Your week so far: 5 km, one run."


async def test_the_challenge_they_are_in_comes_along(club):
    """Below the words stands what lies next in it; in plain tone that is a fact like the week."""
    card = await start(club, name="Sea", goal="100 km")
    await club.ana.click(card, label="Join")
    await club.post(club.ana, "20k in 2:00:00")
    await chosen(club, club.ana, days="every day", time="8")
    await club.travel(hours=9)
    words, week, ahead = club.letters(club.ana)[-1].split("\n")
    assert ahead == "-# Sea: 80 km to go together, until 31 Jan."
    assert words and week == "-# Your week so far: 20 km, one run"
    await club.ana.slash(club.room, "my settings", tone="plain")
    told = await club.ana.slash(club.room, "motivation now")
    assert told.response.content == (
        "Your week so far: 20 km, one run.\nSea: 80 km to go together, until 31 Jan."
    )


async def test_words_with_a_name_go_when_it_is_not_to_be_told_any_more(club):
    """A pause takes them from the channel as *don't name me* does."""
    await chosen(club, club.ana, days="every day", time="8", where="channel")
    await club.travel(hours=9)
    said = club.room.last_message
    assert f"<@{club.ana.id}>" in said.content
    await club.ana.slash(club.lobby, "my pause", days=3)
    assert club.seen(said) is None


async def test_another_zone_of_the_club_moves_the_hour_of_who_has_none(club):
    """Eight in the morning is eight where the club is."""
    await chosen(club, club.ana, days="every day", time="20:00")
    await club.boss.slash(club.lobby, "club settings", zone="Asia/Tokyo")
    await club.travel(hours=11, minutes=5)  # 20:05 in Tokyo
    assert len(club.letters(club.ana)) == 1


async def test_words_in_the_channel_whose_answer_was_lost_go_with_the_name(club):
    """They are found again and stand once; whoever is not to be named any more goes from them, too."""
    await chosen(club, club.ana, days="every day", time="9:00", where="channel")
    club.wire.lose_answer("POST", f"/channels/{club.room.id}/messages")

    async def morning():
        for minutes in (9 * 60 + 1, 5, 5, 5):
            await club.travel(minutes=minutes)

    (said,) = await club.heard(morning())
    assert club.ana.mention in said.content
    await club.ana.slash(club.room, "my settings", named=False)
    assert club.seen(said) is None
