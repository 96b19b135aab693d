"""A direct message is private logging, for the one club that is meant."""

import asyncio

import discord

from cogs.runs import direct


def last(club, member):
    return club.world.inbox(member)[-1]


async def test_a_direct_message_logs_in_private(club):
    """The answer comes in private, and the club sees nothing."""
    await club.post(club.ana, "3k in 20:00")
    before = [m.content for m in club.room.history()]
    await club.ana.user.send_dm("5k in 24:30")
    assert "5 km in 24:30" in last(club, club.ana.user).content
    assert "8 km this week, 2 runs" in last(club, club.ana.user).content
    assert [m.content for m in club.room.history()] == before


async def test_a_private_run_can_be_edited_and_removed_in_private(club):
    """⋯ works where there is no server."""
    await club.ana.user.send_dm("5k in 24:30")
    panel = await club.ana.user.click(last(club, club.ana.user), label="⋯")
    form = await club.ana.user.click(panel.response, label="Edit")
    edited = await club.ana.user.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in edited.response.content
    asked = await club.ana.user.click(panel.response, label="Remove")
    removed = await club.ana.user.click(asked.response, label="Yes, remove it")
    assert removed.acknowledged
    listed = await club.ana.slash(club.room, "run list")
    assert "No runs here yet" in listed.response.content


async def test_what_is_no_run_gets_one_sentence(club):
    """Somebody who writes to the bot is not left without an answer, and nothing is stored."""
    await club.ana.user.send_dm("thanks!")
    assert "could not find a run" in last(club, club.ana.user).content


async def test_whoever_shares_no_club_is_told_so(club):
    """Nothing is stored for a stranger."""
    stranger = club.env.create_user("stranger")
    await stranger.send_dm("5k in 24:30")
    assert "no club that we share" in club.world.inbox(stranger)[-1].content
    count = await club.bot.database.read(
        lambda tx: tx.execute("SELECT count(*) FROM posts").fetchone()[0]
    )
    assert count == 0


async def test_a_stranger_is_looked_for_in_a_few_servers_at_once(club, monkeypatch):
    """Whoever no club knows waits neither for one server after the other nor makes the bot ask all at once."""
    for n in range(direct.AT_ONCE + 2):
        async with club.world.joining(f"Club {n}") as other:
            other.create_text_channel("runs")
    real, under_way, most = discord.Guild.fetch_member, [], []

    async def fetch_member(guild, member_id):
        under_way.append(guild.id)
        most.append(len(under_way))
        await asyncio.sleep(0)
        under_way.remove(guild.id)
        return await real(guild, member_id)

    monkeypatch.setattr(discord.Guild, "fetch_member", fetch_member)
    await club.ben.user.send_dm("5k in 24:30")
    assert "5 km in 24:30" in last(club, club.ben.user).content
    assert len(most) == direct.AT_ONCE + 3 and max(most) == direct.AT_ONCE


async def test_with_several_clubs_it_asks_once(club):
    """The question has a button for each club; the answer is remembered and the waiting run logged."""
    async with club.world.joining("Early Birds") as other:
        room = other.create_text_channel("runs")
        ana = other.add_member(club.ana.user)
    await club.post(club.ana, "3k in 20:00")
    await ana.send(room, f"<@{club.bot.user.id}> 4k in 25:00")
    await club.ana.user.send_dm("5k in 24:30")
    question = last(club, club.ana.user)
    assert "Which club" in question.content
    await club.restart()
    await club.ana.user.click(question, label="Early Birds")
    assert "5 km in 24:30" in last(club, club.ana.user).content
    await club.ana.user.send_dm("6k in 30:00")
    assert "6 km in 30:00" in last(club, club.ana.user).content
    listed = await ana.slash(room, "run list")
    assert "3 runs, 15 km" in listed.response.content


async def test_with_several_clubs_a_doubt_is_asked_after_the_club(club):
    """First which club is meant, then whether it counts there."""
    async with club.world.joining("Early Birds") as other:
        other.create_text_channel("runs")
        other.add_member(club.ana.user)
    (which,) = await club.heard(club.ana.user.send_dm("helped at parkrun this morning"))
    assert "Which club" in which.content
    (question,) = await club.heard(club.ana.user.click(which, label="Early Birds"))
    assert "helping out" in question.content and await club.rows() == 0
    (answer,) = await club.heard(club.ana.user.click(question, label="Yes, count it"))
    assert "helped out" in answer.content and await club.rows() == 1


async def test_a_bare_number_is_read_in_the_members_units(club):
    """A direct message is read as the same words in the run channel are."""
    await club.post(club.ana, "3k in 20:00")
    await club.ana.slash(club.room, "my settings", units="km")
    await club.ana.user.send_dm("ran 5 in 40:30")
    assert "5 km in 40:30" in last(club, club.ana.user).content


async def test_an_unlikely_run_is_told_why_it_does_not_count(club):
    """In private nobody is left without an answer."""
    await club.post(club.ana, "3k in 20:00")
    for text in ("400 km in 20:00:00", "🏃", "", "who are you?"):
        heard = await club.heard(club.ana.user.send_dm(text or "\u200b"))
        assert len(heard) == 1 and heard[0].reference is not None
    told = [m.content for m in club.world.inbox(club.ana.user)]
    assert "beyond any run" in told[0] and await club.rows() == 1


async def test_a_member_who_never_acted_is_found_in_their_only_club(club):
    """No set-up and no earlier post is needed."""
    (told,) = await club.heard(club.ben.user.send_dm("5k in 24:30"))
    assert "5 km in 24:30" in told.content and "only you" in told.content


async def test_a_private_run_has_its_mark_in_private(club):
    """The message gets its ✅, loses it with the run, and gets it back."""
    post = await club.ana.user.send_dm("5k in 24:30")
    assert club.marks(post) == ["✅"]
    panel = await club.ana.user.click(last(club, club.ana.user), label="⋯")
    asked = await club.ana.user.click(panel.response, label="Remove")
    await club.ana.user.click(asked.response, label="Yes, remove it")
    assert club.marks(post) == []
    await club.ana.user.click(asked.response, label="Bring it back")
    assert club.marks(post) == ["✅"]


async def test_a_private_run_takes_no_kudos(club, forge):
    """Nobody claps for what nobody sees, not even with a forged button."""
    (public,) = await club.post(club.ana, "3k in 20:00")
    await club.ana.user.send_dm("5k in 24:30")
    forge(custom_id="kudos:give:2")
    told = await club.ben.click(public, custom_id="kudos:give:1")
    assert "nothing left to clap for" in told.response.content


async def test_a_club_that_was_left_meanwhile_cannot_be_chosen(club):
    """An old question leads to a sentence when its club has removed the bot."""
    async with club.world.joining("Early Birds") as other:
        other.create_text_channel("runs")
        other.add_member(club.ana.user)
    (question,) = await club.heard(club.ana.user.send_dm("5k in 24:30"))
    club.env.backend.remove_guild(other.id)
    await club.env.settle()
    told = await club.ana.user.click(question, label="Early Birds")
    assert "no club that we share" in told.response.content and await club.rows() == 0


async def test_a_choice_whose_answer_is_refused_still_logs(club):
    """The waiting run is logged and the club remembered, even if the question stays as it was."""
    async with club.world.joining("Early Birds") as other:
        other.create_text_channel("runs")
        other.add_member(club.ana.user)
    (question,) = await club.heard(club.ana.user.send_dm("5k in 24:30"))
    club.env.inject_error(
        "POST", "/interactions/*/*/callback", status=503, code=0, message="no", times=1
    )
    (told,) = await club.heard(club.ana.user.click(question, label="Early Birds"))
    assert "5 km in 24:30" in told.content


async def test_a_forged_choice_in_a_server_shows_nothing(club, forge):
    """The button of a private question, sent under a public answer, logs nothing there."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    forge(custom_id=f"run:club:{club.guild.id}")
    heard = await club.heard(club.ana.click(answer, custom_id="kudos:give:1"))
    assert all(m.flags.ephemeral for m in heard) and await club.rows() == 1


async def test_a_hiccup_of_discord_is_not_told_as_no_club(club):
    """When Discord does not say whether somebody is a member, they are asked to try again."""
    club.env.inject_error("GET", "/guilds/*/members/*", status=500, code=0, message="no", times=1)
    (told,) = await club.heard(club.ben.user.send_dm("5k in 24:30"))
    assert "try again" in told.content and await club.rows() == 0
    (told,) = await club.heard(club.ben.user.send_dm("5k in 24:30"))
    assert "5 km in 24:30" in told.content


async def test_a_message_of_a_server_that_is_not_known_now_is_no_private_one(club):
    """While a server is unavailable its posts are not taken for direct messages."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    post.guild = None
    assert await club.heard(club.world.owned(club.bot.get_cog("Chat").on_message(post))) == []
    assert await club.rows() == 0


async def test_a_direct_message_put_right_by_an_edit_counts(club):
    """What told of no run as it was first written is read again."""
    post = await club.ana.user.send_dm("ran the old loop in my new shoes, 5q")
    assert await club.rows() == 0
    (answer,) = await club.heard(club.ana.user.edit(post, "ran 5k in 24:30"))
    assert "5 km in 24:30" in answer.content and club.marks(post) == ["✅"]


async def test_an_edited_direct_message_without_a_run_is_left_in_peace(club):
    """Nobody is answered for every change of a word."""
    post = await club.ana.user.send_dm("thanks!")
    assert await club.heard(club.ana.user.edit(post, "many thanks!")) == []
