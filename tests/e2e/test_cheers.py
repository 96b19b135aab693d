"""`/cheer`, as a clubmate gives it and the club reads it."""

import pytest

from cogs import edge


async def cheered(club, giver, member, **options):
    """What comes of a cheer."""
    return await giver.slash(club.room, "cheer", member=member, **options)


def called(club):
    """Whom the last message that went out calls: ids, and nothing else."""
    said = [r.json for r in club.env.http_requests if r.path.endswith("/callback")][-1]
    mentions = said["data"]["allowed_mentions"]
    assert not mentions["parse"] and not mentions.get("roles")
    return [int(one) for one in mentions.get("users", ())]


async def test_a_cheer_stands_in_the_channel_and_calls_one_person(club):
    """The words are there as written, and nobody but the one cheered for is called, once a day."""
    told = await cheered(club, club.ana, club.ben, words="what a brave first hill!")
    assert not told.ephemeral
    assert (
        told.response.content
        == f"📣 <@{club.ana.id}> cheers for <@{club.ben.id}>: what a brave first hill!"
    )
    assert called(club) == [club.ben.id]
    again = await cheered(club, club.ana, club.ben)
    assert again.response.content == f"📣 <@{club.ana.id}> cheers for <@{club.ben.id}>!"
    assert called(club) == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("@everyone look", "\\@\u200beveryone look"),
        ("**loud**\nand [a](http://x.y)", r"\*\*loud\*\* and \[a\]\(http\://x\.y\)"),
        ("\u200b\u2060", None),
        ("a" * 300, "a" * 300),
    ],
)
async def test_words_are_shown_and_never_acted_on(club, words, shown):
    """Mentions, marks and links are letters; words of nothing are a cheer without words."""
    told = (await cheered(club, club.ana, club.ben, words=words)).response
    who = f"📣 <@{club.ana.id}> cheers for <@{club.ben.id}>"
    assert told.content == (f"{who}: {shown}" if shown else f"{who}!")
    assert called(club) == [club.ben.id]


async def test_a_pause_and_a_choice_are_answered_alike_and_in_private(club):
    """Whoever is not to be named is left in peace, and the words of the answer do not tell why."""
    said = []
    for options in ({"named": False}, {"named": True}):
        await club.ben.slash(club.room, "my settings", **options)
        told = await cheered(club, club.ana, club.ben, words="go!")
        club.errors_seen()
        said.append(told)
        await club.ben.slash(club.room, "my pause", days=7)
    told = await cheered(club, club.ana, club.ben, words="go!")
    club.errors_seen()
    unnamed, _, paused = said[0], said[1], told
    assert unnamed.ephemeral and paused.ephemeral
    assert unnamed.response.content == paused.response.content
    assert await club.rows("cheers") == 0


async def test_neither_oneself_nor_a_bot_nor_somebody_away(club):
    """Each is answered kindly in private, and nothing is kept."""
    robot = club.guild.add_member(club.env.create_user("robot", bot=True))
    for member, words in (
        (club.ana, "for somebody else"),
        (robot, "electricity"),
        (club.env.create_user("gone"), "not in this server"),
    ):
        told = await cheered(club, club.ana, member)
        club.errors_seen()
        assert told.ephemeral and words in told.response.content
    assert await club.rows("cheers") == 0


async def test_a_giver_who_is_not_named_is_not_made_public(club):
    """They are told how to, and nothing stands in the channel."""
    await club.ana.slash(club.room, "my settings", named=False)
    before = club.room.history()
    told = await cheered(club, club.ana, club.ben)
    club.errors_seen()
    assert told.ephemeral and "left out of public" in told.response.content
    assert club.room.history() == before


async def test_what_discord_does_not_take_was_not_given(club):
    """A refused post leaves no row; the next try calls as if it were the first."""
    refused = {"status": 503, "code": 0, "message": "try later", "times": 1}
    club.env.inject_error("POST", "/interactions/*/*/callback", **refused)
    told = await cheered(club, club.ana, club.ben)
    club.errors_seen()
    assert "could not post" in told.response.content and await club.rows("cheers") == 0
    await cheered(club, club.ana, club.ben)
    assert called(club) == [club.ben.id]


async def test_a_cheer_whose_answer_was_lost_is_given_once(club):
    """Where only the word of it got lost on the way, it stands, and nobody is told otherwise."""
    club.wire.lose_answer("POST", "/interactions/*/*/callback")
    heard = await club.heard(cheered(club, club.ana, club.ben))
    assert len(heard) == 1 and "cheers for" in heard[0].content
    assert await club.rows("cheers") == 1


async def test_a_cheer_that_took_long_to_keep_stands_in_the_channel(club, monkeypatch):
    """What was announced as coming can only be private; the cheer is a message of its own."""

    async def takes_long(task):
        return True

    monkeypatch.setattr(edge, "_takes_long", takes_long)
    heard = await club.heard(cheered(club, club.ana, club.ben, words="go!"))
    said = [m.content for m in heard if not m.flags.ephemeral]
    assert said == [f"📣 <@{club.ana.id}> cheers for <@{club.ben.id}>: go!"]


@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_a_cheer_goes_when_one_of_both_is_not_to_be_named_any_more(club, who):
    """*Don't name me* holds for what was said before, for giver and cheered alike."""
    said, _ = await club.heard(cheered(club, club.ana, club.ben))
    await getattr(club, who).slash(club.lobby, "my settings", named=False)
    assert club.seen(said) is None


async def test_cheering_has_milestones_of_its_own(club):
    """The first is told to its giver alone, a further one of that day is not counted, the tenth day is told again."""
    told = await cheered(club, club.ana, club.ben)
    (earned,) = [m for m in told.followups if "your first cheer here" in m.content]
    assert earned.flags.ephemeral and "first" not in told.response.content
    assert (await cheered(club, club.ana, club.boss)).followups == []
    for _ in range(8):
        await club.travel(days=1)
        assert (await cheered(club, club.ana, club.ben)).followups == []
    await club.travel(days=1)
    told = await cheered(club, club.ana, club.ben)
    assert ["10th day of cheering" in m.content for m in told.followups] == [True]
