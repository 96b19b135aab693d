"""A discord.py bot without a network: real gateway payloads go in, REST calls end in a stub."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord.ext import commands

GUILD, ROOM, US = 10**17, 10**17 + 1, 10**17 + 2
ROUNDS, POSTS = 7, 150

Payload = dict[str, Any]


def bare_bot(**rest: Any) -> commands.Bot:  # noqa: ANN401
    """A bot with the caches and intents of ours, and nothing else."""
    return type("Bare", (commands.Bot,), rest)(
        command_prefix=(),
        help_command=None,
        intents=discord.Intents(guilds=True, guild_messages=True, message_content=True),
        max_messages=None,
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
        allowed_mentions=discord.AllowedMentions.none(),
    )


class Offline:
    """Feeds one bot with messages and counts the calls it makes."""

    def __init__(self, bot: commands.Bot) -> None:
        self._bot = bot
        self._number = 0
        self._answered = asyncio.Event()
        self.calls = 0
        state = bot._connection
        state.user = discord.ClientUser(state=state, data=_author(US, bot=True))
        state._add_guild(discord.Guild(data=_guild(), state=state))
        bot.http.request = self._request

    async def _request(self, route: discord.http.Route, **_: object) -> Payload | None:
        self.calls += 1
        if route.method != "POST":
            return None
        self._answered.set()
        return _message(self._next(), "answer", _author(US, bot=True))

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def post(self, text: str, *, answered: bool) -> None:
        """One message of one of twelve members; with `answered`, waits until the bot has answered."""
        number = self._next()
        self._answered.clear()
        author = _author(10**16 + number % 12)
        self._bot._connection.parse_message_create(_message(number, text, author))
        if answered:
            await self._answered.wait()

    async def rest(self) -> None:
        """Lets everything the bot has begun come to its end."""
        for _ in range(20):
            await asyncio.sleep(0.001)


async def cpu_per_post(
    feed: Callable[[int], Awaitable[None]], rest: Callable[[], Awaitable[None]]
) -> float:
    """Median over rounds of the CPU time of one post in microseconds, all threads included."""
    rounds = []
    for _ in range(ROUNDS):
        before = time.process_time()
        for number in range(POSTS):
            await feed(number)
        await rest()
        rounds.append((time.process_time() - before) / POSTS * 1e6)
    return statistics.median(rounds)


def _author(user_id: int, *, bot: bool = False) -> Payload:
    name = f"runner{user_id % 100}"
    return {
        "id": str(user_id),
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
    }


def _message(number: int, content: str, author: Payload) -> Payload:
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


def _guild() -> Payload:
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
