"""Living cards are brought up to date: one edit a channel in 15 seconds, and the last state always gets there.

What waits is a row in the database, so a restart loses nothing; a task lives only while its channel has work.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import discord
from discord.ext import commands

from bot import logs, texts
from bot.cards import service as cards
from bot.cards.model import Card
from bot.clubs import service as clubs
from bot.parts import Parts
from cogs import faults, organizers, trying
from cogs.club import reach

log = logging.getLogger(__name__)

APART = timedelta(seconds=15)
"""So much time lies between two edits in one channel."""

PATIENCE = (timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=5))
"""After each refusal in a row; edits of messages older than an hour have a limit of their own (code 30046)."""

LOOKED_THROUGH = 100
_UNKNOWN_CHANNEL = 10003


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a card is made of now; its first button or select says whose it is."""

    body: Mapping[str, Any]
    """Content or embed, and view."""
    picture: str | None = None
    """By which its picture is known; where `file` is None, the one that stands there already stays."""
    file: discord.File | None = None

    def sent(self) -> dict[str, Any]:
        """As a new message."""
        return {**self.body, **({"file": self.file} if self.file else {})}

    def edited(self) -> dict[str, Any]:
        """As an edit: a picture that still shows what is true is not sent again."""
        changed = {"content": None, "embed": None, **self.body}
        if self.picture is not None and self.file is None:
            return changed
        return {**changed, "attachments": [self.file] if self.file else []}


Draw = Callable[[Card], Awaitable[Drawn | None]]
"""Draws a card, or gives None when there is nothing to show any more."""


@dataclass(slots=True)
class _Channel:
    """One channel's pace."""

    edited_at: datetime | None = None
    refused: int = 0
    task: asyncio.Task[None] | None = None

    def pause(self, now: datetime) -> float:
        """Seconds until the next edit may go out."""
        if self.edited_at is None:
            return 0.0
        wait = PATIENCE[min(self.refused, len(PATIENCE)) - 1] if self.refused else APART
        return max((self.edited_at + wait - now).total_seconds(), 0.0)


class Living(commands.Cog):
    """Keeps every living card true; `draw` knows each kind of them."""

    def __init__(self, client: commands.Bot, parts: Parts, draw: Mapping[str, Draw]) -> None:
        self._client = client
        self._parts = parts
        self._draw = dict(draw)
        self._channels: dict[int, _Channel] = {}

    async def cog_unload(self) -> None:
        """What still waits is in the database."""
        for channel in self._channels.values():
            if channel.task is not None:
                channel.task.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Goes on with what a stop has left."""
        await self.catch_up()

    @commands.Cog.listener()
    async def on_cards_changed(self) -> None:
        """Something was saved that a card may show."""
        await self.catch_up()

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """The cards of a deleted channel need another one."""
        await self._channel_gone(channel.id)

    async def catch_up(self) -> None:
        """Brings every card that waits up to date, each channel at its own pace."""
        for channel_id in await self._parts.database.read(cards.channels_waiting):
            channel = self._channels.setdefault(channel_id, _Channel())
            if channel.task is None or channel.task.done():
                channel.task = asyncio.create_task(self._work(channel_id, channel))

    async def _work(self, channel_id: int, channel: _Channel) -> None:
        try:
            while await self._parts.database.read(cards.next_waiting, channel_id):
                await asyncio.sleep(channel.pause(self._parts.clock()))
                await self._next(channel_id, channel)
        except Exception as error:  # the next change, or the next tick, begins anew
            faults.report(error, faults.reference_of(channel_id), channel=channel_id)

    async def _next(self, channel_id: int, channel: _Channel) -> None:
        card = await self._parts.database.read(cards.next_waiting, channel_id)
        if card is None:
            return
        drawn = await self._draw[card.kind](card)
        channel.edited_at = self._parts.clock()
        try:
            await self._show(card, drawn)
            channel.refused = 0
        except discord.NotFound as gone:
            await self._gone(card, gone)
        except trying.UNDELIVERED as failure:
            channel.refused += 1
            why = type(failure).__name__
            log.info("a card waits: %s", why, extra=logs.ids(channel=channel_id))

    async def _show(self, card: Card, drawn: Drawn | None) -> None:
        write, now = self._parts.database.write, self._parts.clock()
        if drawn is None:
            await write(cards.shown, card, now=now, picture=card.picture)
        elif card.message_id is None:
            await self._post(card, drawn)
        else:
            message = self._place(card).get_partial_message(card.message_id)
            await message.edit(**drawn.edited())
            await write(cards.shown, card, now=now, picture=drawn.picture)

    async def _post(self, card: Card, drawn: Drawn) -> None:
        """Posts the card, unless an attempt whose end is unknown has done so."""
        write, now = self._parts.database.write, self._parts.clock()
        if card.claimed and (found := await self._own(card, drawn)) is not None:
            await write(cards.posted, card, found, now=now, picture=drawn.picture)
            return
        await write(cards.posting, card, now=now)
        key = f"card:{card.kind}:{card.number}:{card.reposted}:{card.channel_id}"
        try:
            message = await self._place(card).send(nonce=trying.nonce(key), **drawn.sent())
        except discord.HTTPException as refusal:
            if refusal.status < 500:
                await write(cards.not_posted, card)
            raise
        await write(cards.posted, card, message.id, now=now, picture=drawn.picture)
        await self._pin(card, message)

    async def _own(self, card: Card, drawn: Drawn) -> int | None:
        """The message of an earlier attempt, known by the id of its first button."""
        wanted = _key_of(drawn)
        async for message in self._place(card).history(limit=LOOKED_THROUGH):
            us = self._client.user
            if us is not None and message.author.id == us.id and wanted in _keys(message):
                return message.id
        return None

    async def _pin(self, card: Card, message: discord.Message) -> None:
        guild = self._client.get_guild(card.club_id)
        channel = guild.get_channel(card.channel_id or 0) if guild else None
        if guild and channel and channel.permissions_for(guild.me).pin_messages:
            await trying.attempt(message.pin(), "a pin", message=message.id)

    async def _gone(self, card: Card, gone: discord.NotFound) -> None:
        if gone.code == _UNKNOWN_CHANNEL and card.channel_id is not None:
            await self._channel_gone(card.channel_id)
        else:
            await self._parts.database.write(cards.message_gone, card)

    async def _channel_gone(self, channel_id: int) -> None:
        self._channels.pop(channel_id, None)
        for club_id in await self._parts.database.write(cards.channel_gone, channel_id):
            await self._tell_organizers(club_id)

    async def _tell_organizers(self, club_id: int) -> None:
        guild = self._client.get_guild(club_id)
        place = reach.greeting_place(guild) if guild else None
        if guild is None or place is None:
            log.warning("no channel to tell organizers in", extra=logs.ids(guild=club_id))
            return
        club = await self._parts.database.read(
            clubs.find_or_new, club_id, defaults=self._parts.defaults
        )
        told = texts.say("cards.channel_gone", organizers=organizers.named(club, guild))
        await trying.attempt(place.send(told), "telling organizers", guild=club_id)

    def _place(self, card: Card) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(card.channel_id or 0, guild_id=card.club_id)


def _key_of(drawn: Drawn) -> str:
    return next(str(getattr(item, "custom_id", "")) for item in drawn.body["view"].children)


def _keys(message: discord.Message) -> list[str]:
    rows = (row.children for row in message.components if isinstance(row, discord.ActionRow))
    return [str(getattr(item, "custom_id", "")) for row in rows for item in row]
