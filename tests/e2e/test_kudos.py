"""👏 under an answer."""

import asyncio
from datetime import timedelta

from bot.kudos import service as kudos
from cogs import edge


async def clap(club, member, answer):
    return await member.click(answer, custom_id="kudos:give:1")


async def test_kudos_count_once_and_can_be_taken_back(club, answer):
    """Each member counts once; a second press takes it back."""
    await clap(club, club.ben, answer)
    await clap(club, club.boss, answer)
    assert club.claps(answer) == "2"
    await clap(club, club.ben, answer)
    assert club.claps(answer) == "1"
    await clap(club, club.boss, answer)
    assert club.claps(answer) is None


async def test_a_press_leaves_the_words_of_the_answer_alone(club, answer):
    """Only the number on the button changes, and nobody is written to."""
    heard = await club.heard(clap(club, club.ben, answer))
    assert heard == [] and club.seen(answer).content == answer.content


async def test_two_presses_at_the_same_moment_both_count(club, answer):
    """Nobody's press is lost when two come at once."""
    database, now = club.bot.database, club.bot.clock()

    async def press(member):
        pressed = await database.write(
            kudos.press,
            1,
            member.id,
            "name",
            club_id=club.guild.id,
            answer_id=answer.id,
            now=now,
        )
        return pressed.count

    async def both():
        return await asyncio.gather(press(club.ben), press(club.boss))

    assert sorted(await club.world.owned(both())) == [1, 2]


async def test_a_count_that_arrives_late_does_not_stay(club, answer, monkeypatch):
    """When another press comes between a press and its answer, the button shows both in the end."""
    real, database, now = edge.replace, club.bot.database, club.bot.clock()
    others = [(club.boss.id, "Boss")]

    async def overtaken(interaction, *args, **kwargs):
        while others:
            member = others.pop()
            where = {"club_id": club.guild.id, "answer_id": answer.id}
            await database.write(kudos.press, 1, *member, **where, now=now)
        await real(interaction, *args, **kwargs)

    monkeypatch.setattr(edge, "replace", overtaken)
    await clap(club, club.ben, answer)
    assert club.claps(answer) == "2"


async def test_nobody_claps_for_their_own_run(club, answer):
    """The runner is told privately, and the count stays."""
    told = await clap(club, club.ana, answer)
    assert told.ephemeral and "yours" in told.response.content
    assert club.claps(answer) is None and await club.rows("kudos") == 0


async def test_kudos_work_after_months_and_a_restart(club, answer):
    """Nothing about a button is held in memory."""
    await clap(club, club.ben, answer)
    club.world.skip(timedelta(days=200))
    await club.restart()
    await clap(club, club.boss, answer)
    assert club.claps(answer) == "2"


async def test_kudos_come_under_cards_and_threads_too(club):
    """A card keeps its words when its count changes."""
    await club.boss.slash(club.lobby, "club settings", replies="cards")
    (answer,) = await club.post(club.ana, "5k in 24:30")
    await clap(club, club.ben, answer)
    assert club.claps(answer) == "1"
    assert club.seen(answer).embeds[0].description == answer.embeds[0].description


async def test_an_answer_that_outlived_its_run_takes_no_kudos(club, answer):
    """The presser hears that the run was taken back."""
    club.env.inject_error(
        "DELETE", f"/channels/*/messages/{answer.id}", status=500, code=0, message="no", times=1
    )
    await club.remove(club.ana)
    told = await clap(club, club.ben, answer)
    assert told.ephemeral and "taken back" in told.response.content
    assert await club.rows("kudos") == 0


async def test_a_press_whose_answer_is_refused_still_counts(club, answer):
    """The presser is not asked to press again, which would take the 👏 back."""
    club.env.inject_error(
        "POST", "/interactions/*/*/callback", status=503, code=0, message="no", times=1
    )
    told = await clap(club, club.ben, answer)
    assert not told.acknowledged and list(club.env.errors) == []
    await clap(club, club.boss, answer)
    assert club.claps(answer) == "2"


async def test_a_press_delivered_twice_counts_once(club, answer, doubled):
    """A retried event is no second press."""
    doubled("INTERACTION_CREATE")
    await clap(club, club.ben, answer)
    assert club.claps(answer) == "1" and await club.rows("kudos") == 1


async def test_a_forged_button_leaves_another_answer_alone(club, answer, forge):
    """A 👏 for one run, sent under the answer to another, counts for neither and changes no button."""
    (other,) = await club.post(club.ana, "8k in 45:00")
    forge(custom_id="kudos:give:2")
    told = await club.ben.click(answer, custom_id="kudos:give:1")
    assert told.ephemeral and await club.rows("kudos") == 0
    assert club.seen(answer).components[0].children[0].custom_id == "kudos:give:1"
    assert club.claps(other) is None


async def test_a_press_before_the_answer_is_in_the_book_counts(club, monkeypatch):
    """Where it is not yet known which message answers, the press counts and no button is rewritten."""

    async def unnoted(*_, **__):
        return True

    with monkeypatch.context() as patch:
        patch.setattr("cogs.runs.answers._note_answer", unnoted)
        (answer,) = await club.post(club.ana, "5k in 24:30")
    told = await clap(club, club.ben, answer)
    assert told.acknowledged and await club.rows("kudos") == 1
    assert club.claps(answer) is None
