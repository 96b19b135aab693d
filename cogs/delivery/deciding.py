"""What is to be sent of what is due: its facts now, its words and its place, or why nothing is; sends nothing."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord
from discord.abc import Messageable

from bot.named import service as named
from bot.parts import Parts
from bot.schedule import service as schedules
from bot.schedule.model import NO_CHANNEL, Failed, Occurrence, Outcome, Ready, Sent, Skipped, Waits
from bot.unasked import service as unasked
from cogs import trying
from cogs.delivery.letter import Addressed, Kind, Letter, digest_of, is_direct
from cogs.delivery.reach import CLOCK_ERROR, SEARCHED, can_look_back, ids_of

ROUNDS = 3

LEFT = "not in the server"
UNKNOWN_KIND = "unknown kind"
NO_MORE = "no longer wanted"
UNREAD = "not known whether it was posted, and the channel's history can't be read"


class Deciding:
    """Decides over occurrences of all kinds."""

    def __init__(self, client: discord.Client, parts: Parts, kinds: Mapping[str, Kind]) -> None:
        self._client = client
        self._parts = parts
        self._kinds = dict(kinds)

    async def prepared(self, occurrence: Occurrence) -> Addressed | Outcome:
        """The letter with its place; or what became of it: nothing to send, or found where an earlier try left it."""
        kind = self._kinds.get(occurrence.kind)
        guild = self._client.get_guild(occurrence.club_id)
        if kind is None or guild is None:
            return Skipped(LEFT if kind else UNKNOWN_KIND)
        if guild.unavailable:
            return Failed("the server is not available")
        ready = await self._facts(kind, occurrence, looked=False)
        if not isinstance(ready, Ready):
            return ready
        place = await self._place(occurrence, ready, guild)
        if place is None:
            return Skipped(NO_CHANNEL)
        addressed = await _addressed(kind, occurrence, ready, place)
        if not occurrence.maybe_sent:
            return addressed
        found = await _found(addressed)
        if isinstance(found, Sent):
            await note_name(self._parts, addressed, found.channel_id, found.message_id)
        return found

    async def refreshed(self, addressed: Addressed) -> Addressed | Outcome:
        """As it is now: a member may have been forgotten, or a run edited, while a picture was drawn."""
        occurrence, kind = addressed.occurrence, self._kinds[addressed.occurrence.kind]
        for _ in range(ROUNDS):
            ready = await self._facts(kind, occurrence)
            if not isinstance(ready, Ready) or ready == addressed.ready:
                return addressed if isinstance(ready, Ready) else ready
            addressed = await _addressed(kind, occurrence, ready, addressed.place)
        return Failed("the facts changed meanwhile")

    async def facts_now(self, occurrence: Occurrence) -> Ready[Any] | None:
        """What something that was posted would be about now; None where it would not be posted."""
        ready = await self._facts(self._kinds[occurrence.kind], occurrence)
        return ready if isinstance(ready, Ready) else None

    async def rendered(self, occurrence: Occurrence, ready: Ready[Any]) -> Letter:
        """The letter about these facts."""
        return await self._kinds[occurrence.kind].render(occurrence, ready.about)

    async def _facts(
        self, kind: Kind, occurrence: Occurrence, *, looked: bool = True
    ) -> Ready[Any] | Skipped | Waits:
        now = self._parts.clock()
        found = await self._parts.database.read(_facts, kind, occurrence, now, looked=looked)
        if kind.heed is None or not isinstance(found, Ready):
            return found
        return replace(found, about=await kind.heed(found.about))

    async def _place(
        self, occurrence: Occurrence, ready: Ready[Any], guild: discord.Guild
    ) -> Messageable | None:
        if occurrence.member_id is not None and not ready.channel_ids:
            return await self._client.create_dm(discord.Object(occurrence.member_id))
        channels = (guild.get_channel_or_thread(channel_id) for channel_id in ready.channel_ids)
        return next((place for place in channels if isinstance(place, Messageable)), None)


def _facts(
    tx: sqlite3.Connection, kind: Kind, occurrence: Occurrence, now: datetime, *, looked: bool
) -> Ready[Any] | Skipped | Waits:
    """What it is to be about; held back where it may not come now. What was posted is not asked for that again."""
    if occurrence.ended_at is None and not schedules.still_due(tx, occurrence):
        return Skipped(NO_MORE)
    ready = kind.facts(tx, occurrence, now)
    if occurrence.ended_at is not None or isinstance(ready, Skipped):
        return ready
    direct = is_direct(occurrence, ready)
    held = unasked.hold(tx, occurrence, kind.manner, direct=direct, looked=looked, now=now)
    return held or ready


async def _addressed(
    kind: Kind, occurrence: Occurrence, ready: Ready[Any], place: Messageable
) -> Addressed:
    counts = is_direct(occurrence, ready) and not kind.manner.asked_for
    return Addressed(occurrence, ready, await kind.render(occurrence, ready.about), place, counts)


async def note_name(parts: Parts, addressed: Addressed, channel_id: int, message_id: int) -> None:
    """A member's own in a channel names them: it goes when they are not to be named any more."""
    member_id = addressed.occurrence.member_id
    if member_id is None or is_direct(addressed.occurrence, addressed.ready):
        return
    noting = parts.database.write(
        named.note, [member_id], channel_id, message_id, now=parts.clock()
    )
    await trying.attempt(noting, "noting a name", club=addressed.occurrence.club_id)


async def _found(addressed: Addressed) -> Addressed | Outcome:
    """The message of an earlier try, if there is one; sent again only where it surely is not."""
    since = addressed.occurrence.since - CLOCK_ERROR
    unread = Failed(UNREAD, for_good=True, direct=addressed.counts)
    looked_at = 0
    if not can_look_back(addressed.place):
        return unread
    try:
        async for message in addressed.place.history(
            limit=SEARCHED, after=max(since, discord.utils.snowflake_time(0)), oldest_first=True
        ):
            looked_at += 1
            if addressed.letter.known_by in ids_of(message):
                digest = digest_of(addressed.ready.about)
                return Sent(message.channel.id, message.id, digest, addressed.counts)
    except discord.Forbidden:
        return unread
    return addressed if looked_at < SEARCHED else unread
