"""Whoever is not to be named any more goes from recaps, and from what else was told of them on demand."""

import pytest

from bot import almanac
from bot.members import forget, naming
from cogs.delivery.sending import Delivery
from tests.e2e.recapping import post_now, to_monday, weeks


async def unnamed(club, member):
    """The member is not to be named any more, and the bot has had time to follow."""
    await member.slash(club.room, "my settings", named=False)
    await club.travel(minutes=16)


async def test_names_go_from_older_recaps_too(running, sketched):
    """After the two days in which runs correct it; the figures stay."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    await unnamed(running, running.ben)
    after = running.seen(recap)
    assert running.ben.mention not in after.content and running.ana.mention in after.content
    assert "**18 km**" in after.content and len(after.attachments) == 1


async def test_names_go_from_weeks_told_on_demand(running, undrawn):
    """Shared ones, and those an organizer posted; also when the member is forgotten."""
    asked = await running.ana.slash(running.room, "recap", week="this")
    sharing = running.ana.click(asked.response, label="Share it here")
    (shared,) = weeks(await running.heard(sharing))
    await to_monday(running)
    _, (posted,) = await post_now(running)
    await running.travel(days=3)
    question = await running.ben.slash(running.room, "my forget")
    await running.ben.click(question.response, custom_id="my:forget:0")
    await running.travel(minutes=16)
    for message in (shared, posted):
        assert running.ben.mention not in running.seen(message).content
        assert running.ana.mention in running.seen(message).content
    assert await running.rows("recaps_anew") == 0


async def test_whoever_pauses_goes_from_them_in_the_same_way(running, undrawn):
    """Nobody can tell a pause from *don't name me*."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    await running.ben.slash(running.room, "my pause", days=7)
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content


async def test_a_message_that_is_gone_holds_nothing_up(running, undrawn):
    """Somebody deleted the recap: nothing is tried for ever."""
    (recap,) = await to_monday(running)
    running.env.backend.delete_message(recap.channel.id, recap.id)
    await unnamed(running, running.ben)
    assert await running.rows("recaps_anew") == 0


@pytest.mark.parametrize("status", [429, 500])
async def test_names_go_when_discord_can_be_reached_again(running, undrawn, status):
    """An edit that came to nothing for a moment is tried again, also long after the week was told."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    where = f"/channels/{running.room.id}/messages/{recap.id}"
    running.env.inject_error("PATCH", where, status=status, code=0, message="no", times=1)
    await unnamed(running, running.ben)
    assert running.ben.mention in running.seen(recap).content
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content
    assert await running.rows("recaps_anew") == 0


async def test_who_is_unnamed_while_recaps_are_told_anew_goes_too(running, undrawn, monkeypatch):
    """A second wish that comes in between is not taken for done."""
    (recap,) = await to_monday(running)
    await running.travel(days=4)
    real, unnaming = Delivery.correct, [running.ana.id]

    async def correct(self, ended):
        done = await real(self, ended)
        for member_id in unnaming:
            unnaming.clear()
            now = running.bot.clock()
            await running.bot.database.write(naming.choose, member_id, now=now, named=False)
        return done

    monkeypatch.setattr(Delivery, "correct", correct)
    await unnamed(running, running.ben)
    assert running.ana.mention in running.seen(recap).content
    await running.travel(minutes=16)
    assert running.ana.mention not in running.seen(recap).content


async def test_shared_stats_letters_and_boards_go(running, sketched):
    """At once, with the name that is not to be shown; those of others stay."""
    await running.boss.slash(running.lobby, "club settings", rankings=True)
    stats = await running.ben.slash(running.room, "my stats")
    theirs = await running.ana.slash(running.room, "my stats")
    letter = await running.ben.slash(running.room, "recap", mine="year", week="2026")

    async def act():
        await running.ben.click(stats.response, label="Share")
        await running.ana.click(theirs.response, label="Share")
        await running.ben.click(letter.response, label="Share it here")
        await running.ana.slash(running.room, "board")

    told = {m.id: m for m in await running.heard(act()) if not m.flags.ephemeral}
    of_ben = [m for m in told.values() if "ben" in m.content.casefold()]
    of_ben += [m for m in told.values() if running.ben.mention in m.content]
    assert len({m.id for m in of_ben}) == 3
    await running.ben.slash(running.room, "my settings", named=False)
    left = [m for m in told.values() if running.seen(m) is not None]
    assert len(left) == len(told) - 3
    assert all("ben" not in m.content.casefold() for m in left)


@pytest.mark.parametrize(
    ("command", "options", "label"),
    [("my stats", {}, "Share"), ("recap", {"mine": "year", "week": "2026"}, "Share it here")],
)
async def test_what_was_shared_and_whose_answer_was_lost_goes_too(
    running, sketched, command, options, label
):
    """It stands once, and is known to name its member."""
    shown = await running.ben.slash(running.room, command, **options)
    running.wire.lose_answer("POST", f"/channels/{running.room.id}/messages")
    sharing = running.ben.click(shown.response, label=label)
    (shared,) = [m for m in await running.heard(sharing) if not m.flags.ephemeral]
    await running.ben.slash(running.room, "my settings", named=False)
    assert running.seen(shared) is None


async def test_a_week_posted_again_whose_answer_was_lost_is_told_anew(running, undrawn):
    """It stands once, and whoever is not to be named any more goes from it."""
    await to_monday(running)
    running.wire.lose_answer("POST", f"/channels/{running.room.id}/messages")
    _, (posted,) = await post_now(running)
    await running.travel(days=3)
    await unnamed(running, running.ben)
    assert running.ben.mention not in running.seen(posted).content


async def test_a_ranking_whose_answer_was_lost_goes_with_the_name(running):
    """It is found again by the command that asked for it."""
    await running.boss.slash(running.lobby, "club settings", rankings=True)
    running.wire.lose_answer("POST", "/interactions/*/*/callback")
    asking = running.ana.slash(running.room, "board", period="all")
    (board,) = [m for m in await running.heard(asking) if not m.flags.ephemeral]
    assert running.ben.mention in board.content
    await running.ben.slash(running.room, "my settings", named=False)
    assert running.seen(board) is None


async def test_whoever_is_forgotten_goes_from_it(running, undrawn):
    """The name is taken out by the next correction."""
    (recap,) = await to_monday(running)
    asked = await running.ben.slash(running.room, "my forget")
    await running.ben.click(asked.response, custom_id="my:forget:0")
    await running.travel(minutes=16)
    assert running.ben.mention not in running.seen(recap).content


async def test_whoever_is_forgotten_while_it_is_drawn_is_not_in_it(running, sketched, monkeypatch):
    """Between claim and send the facts are looked at once more."""
    real, pictures = running.bot.parts.pictures.png, running.bot.parts.pictures

    async def slow(card):
        until = almanac.to_ms(running.bot.clock())
        await running.bot.database.write(forget.forget, running.ben.id, until=until)
        return await real(card)

    monkeypatch.setattr(pictures, "png", slow)
    (recap,) = await to_monday(running)
    assert running.ben.mention not in recap.content and "**10 km**" in recap.content
