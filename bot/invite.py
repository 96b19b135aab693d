"""The link that invites the bot to a server: exactly the permissions it needs, each with its why.

*Manage Roles* is not among them: only clubs that give roles for milestones need it, and switch it on themselves.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Permission:
    """One permission as Discord numbers it, and what the bot cannot do without it."""

    bit: int
    why: str


PERMISSIONS = {
    "view_channel": Permission(10, "see the run channel and what is said to the bot"),
    "send_messages": Permission(11, "answer a run"),
    "send_messages_in_threads": Permission(38, "answer a run posted in a thread"),
    "embed_links": Permission(14, "answer with a card where the club chose cards"),
    "attach_files": Permission(15, "show recaps, challenges and statistics as pictures, too"),
    "add_reactions": Permission(6, "put the ✅ on a run that counted and the 🏃 on a doubtful one"),
    "read_message_history": Permission(
        16, "reply to a post, and find those written while it was away"
    ),
}
"""Keyed by the names discord.py gives them."""


def invite_link(application_id: int) -> str:
    """The address at which somebody with *Manage Server* adds this application to a server."""
    query = {
        "client_id": application_id,
        "permissions": sum(1 << permission.bit for permission in PERMISSIONS.values()),
        "scope": "bot applications.commands",
    }
    return "https://discord.com/oauth2/authorize?" + urlencode(query, quote_via=quote)
