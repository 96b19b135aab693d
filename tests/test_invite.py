"""The invite link and the permissions it asks for."""

from urllib.parse import parse_qs, urlsplit

import discord

from bot.invite import PERMISSIONS, invite_link


def test_bits_are_discords():
    """Each permission has the number that discord.py knows for its name, and a reason."""
    for name, permission in PERMISSIONS.items():
        assert discord.Permissions(1 << permission.bit) == discord.Permissions(**{name: True})
        assert permission.why


def test_asks_for_what_is_needed():
    """The link names the application, both scopes and exactly the permissions of the table."""
    link = urlsplit(invite_link(42))
    query = parse_qs(link.query)
    assert (link.netloc, link.path) == ("discord.com", "/oauth2/authorize")
    assert query["client_id"] == ["42"]
    assert query["scope"] == ["bot applications.commands"]
    asked = discord.Permissions(int(query["permissions"][0]))
    assert asked == discord.Permissions(**dict.fromkeys(PERMISSIONS, True))
