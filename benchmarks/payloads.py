"""What Discord sends, as far as a bot of ours looks at it."""

import time
from typing import Any

GUILD, ROOM, US = 10**17, 10**17 + 1, 10**17 + 2

Payload = dict[str, Any]


def author(user_id: int, *, bot: bool = False) -> Payload:
    """A member, or a bot."""
    name = f"runner{user_id % 100}"
    return {
        "id": str(user_id),
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
    }


def message(number: int, content: str, author: Payload) -> Payload:
    """The `number`-th message of the run channel, written now."""
    milliseconds = int(time.time() * 1000) - 1420070400000
    return {
        "id": str((milliseconds << 22) + number),
        "channel_id": str(ROOM),
        "guild_id": str(GUILD),
        "author": author,
        "member": {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0},
        "content": content,
        "timestamp": "2026-11-25T10:00:00.000000+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
    }


def guild() -> Payload:
    """A server with one channel."""
    room = {"id": str(ROOM), "type": 0, "name": "runs", "position": 0, "permission_overwrites": []}
    everyone = {
        "id": str(GUILD),
        "name": "@everyone",
        "permissions": "0",
        "position": 0,
        "color": 0,
    }
    return {
        "id": str(GUILD),
        "name": "Night Owls",
        "owner_id": "1",
        "member_count": 12,
        "preferred_locale": "en-US",
        "roles": [{**everyone, "hoist": False, "managed": False, "mentionable": False}],
        "channels": [room],
        "features": [],
        "emojis": [],
        "stickers": [],
        "members": [],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "afk_timeout": 60,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "nsfw_level": 0,
        "premium_progress_bar_enabled": False,
    }
