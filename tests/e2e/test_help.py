"""`/help` answers privately, in a server and in a direct message."""

import pytest

TOPICS = ("posting", "correcting", "running", "challenges", "privacy", "club")


@pytest.mark.parametrize("topic", [None, *TOPICS])
async def test_every_topic_answers_in_a_server_and_in_private(club, topic):
    """Each text is private, short enough for Discord and complete."""
    options = {"topic": topic} if topic else {}
    there = await club.ana.slash(club.lobby, "help", **options)
    alone = await club.ana.user.slash("help", **options)
    for result in (there, alone):
        assert result.ephemeral
        assert 0 < len(result.response.content) <= 2000
        assert "{" not in result.response.content


async def test_the_overview_names_the_topics(club):
    """Without a topic the answer says how to post and what else can be asked."""
    content = (await club.ana.slash(club.lobby, "help")).response.content
    assert "5k in 24:30" in content
    assert all(topic in content for topic in TOPICS)


@pytest.mark.parametrize(
    ("topic", "needed"),
    [
        ("posting", ["5k in 24:30", "✅", "mention", "Log this as a run", "/run log", "private"]),
        ("correcting", ["⋯", "/run list", "/run delete", "30 days"]),
        ("running", ["/my stats", "/my pause", "weekly_days", "/board"]),
        ("privacy", ["read_posts", "named", "/my export", "/my forget", "not kept"]),
        ("challenges", ["/challenge list", "Join", "Board", "private", "/club challenge new"]),
        ("club", ["/club channels", "/club settings"]),
    ],
)
async def test_a_topic_says_what_it_is_about(club, topic, needed):
    """What a member has to know of a topic is in its text."""
    content = (await club.ana.slash(club.lobby, "help", topic=topic)).response.content
    for words in needed:
        assert words in content


async def test_in_a_server_the_organizers_and_run_channels_are_named(club):
    """Owner, organizer role and run channels are links that ping nobody."""
    captains = club.guild.create_role("Captains")
    await club.boss.slash(club.lobby, "club settings", organizer_role=captains)
    content = (await club.ana.slash(club.lobby, "help", topic="club")).response.content
    assert f"<@&{captains.id}>" in content
    assert f"<@{club.guild.owner.id}>" in content
    content = (await club.ana.slash(club.lobby, "help", topic="posting")).response.content
    assert f"<#{club.room.id}>" in content
    for request in club.env.http_requests:
        if "callback" in request.path and "content" in str(request.json):
            assert request.json["data"]["allowed_mentions"] == {"parse": []}


async def test_without_a_run_channel_help_says_what_works(fresh):
    """A club where nobody has set anything gets the ways that work already."""
    content = (await fresh.ana.slash(fresh.lobby, "help", topic="posting")).response.content
    assert "where I am mentioned" in content


async def test_in_private_help_points_to_the_server(club):
    """A direct message knows no club, and says where its organizers are named."""
    content = (await club.ana.user.slash("help", topic="club")).response.content
    assert "in the server" in content


async def test_help_works_after_a_restart_and_for_whoever_shares_no_club(club):
    """It needs no club and no earlier act."""
    await club.restart()
    stranger = club.env.create_user("stranger")
    assert (await stranger.slash("help")).ephemeral
