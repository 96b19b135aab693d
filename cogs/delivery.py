"""Sends what the schedule claimed: facts, words, place, one message; never a second one for the same occurrence."""

import asyncio
import hashlib
import io
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord
from discord.abc import Messageable

from bot import texts
from bot.named import service as named
from bot.parts import Parts
from bot.schedule import service as schedules
from bot.schedule.model import Ended, Failed, Occurrence, Outcome, Ready, Sent, Skipped, Waits
from bot.unasked import service as unasked
from bot.unasked.model import PATIENT, Manner
from cogs import edge, router

log = logging.getLogger(__name__)

MAX_CONTENT = 2000
MAX_BUTTONS = 25
MAX_FILES = 10
SEARCHED = 2000
"""So many messages after the claim are looked through for an own one."""
CLOCK_ERROR = timedelta(hours=1)
ROUNDS = 3
DMS_CLOSED = (50007, 50278)
"""Discord's codes for a member who takes none, and for one with whom the bot shares no server any more."""

LEFT = "not in the server"
NO_CHANNEL = "no channel to post in"
CLOSED = "takes no direct messages"
UNKNOWN_KIND = "unknown kind"
NO_MORE = "no longer wanted"
UNREAD = "not known whether it was posted, and the channel's history can't be read"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be posted for one occurrence."""

    content: str
    items: tuple[discord.ui.Item[Any], ...]
    mark: str
    """The id of one of the items, by which the bot knows this very message of its own again."""
    picture: bytes | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of occurrence becomes a message: its facts from bot/, its words from cogs/."""

    facts: Callable[[sqlite3.Connection, Occurrence, datetime], Ready[Any] | Skipped]
    render: Callable[[Occurrence, Any], Awaitable[Letter]]
    manner: Manner = PATIENT
    """How it behaves among what comes unasked."""
    heed: Callable[[Any], Awaitable[Any]] | None = None
    """Its facts without what Discord has to be asked about, and does not let be told."""


@dataclass(frozen=True, slots=True)
class _Addressed:
    """A letter with its facts, and the place it goes to."""

    occurrence: Occurrence
    ready: Ready[Any]
    letter: Letter
    place: Messageable
    place_id: int


class Delivery:
    """Delivers occurrences of all kinds; handed to the schedule."""

    def __init__(self, client: discord.Client, parts: Parts, kinds: Mapping[str, Kind]) -> None:
        self._client = client
        self._parts = parts
        self._kinds = dict(kinds)

    async def __call__(self, claimed: Sequence[Occurrence]) -> Mapping[Occurrence, Outcome]:
        """What became of each. Those for one channel go as one message, as far as it holds them."""
        outcomes: dict[Occurrence, Outcome] = {}
        letters: list[_Addressed] = []
        for occurrence in claimed:
            prepared = await self._tried(self._prepare(occurrence), occurrence)
            if isinstance(prepared, _Addressed):
                letters.append(prepared)
            else:
                outcomes[occurrence] = prepared
        for together in _messages(letters):
            outcomes.update(await self._send(together))
        return outcomes

    async def _prepare(self, occurrence: Occurrence) -> _Addressed | Outcome:
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
        letter = await kind.render(occurrence, ready.about)
        addressed = _Addressed(occurrence, ready, letter, place, _id_of(place))
        if not occurrence.maybe_sent:
            return addressed
        found = await _found(addressed, direct=self._counts(addressed))
        if isinstance(found, Sent):
            await self._note_name(addressed, (found.channel_id, found.message_id))
        return found

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

    async def _send(self, together: list[_Addressed]) -> Mapping[Occurrence, Outcome]:
        """One message for all of them, with facts of this very moment."""
        current: list[_Addressed] = []
        outcomes: dict[Occurrence, Outcome] = {}
        for addressed in together:
            fresh = await self._tried(self._refreshed(addressed), addressed.occurrence)
            if isinstance(fresh, _Addressed):
                current.append(fresh)
            else:
                outcomes[addressed.occurrence] = fresh
        for batch in _messages(current):
            outcomes.update(await self._post(batch))
        return outcomes

    async def _refreshed(self, addressed: _Addressed) -> _Addressed | Outcome:
        """As it is now: a member may have been forgotten, or a run edited, while a picture was drawn."""
        occurrence, kind = addressed.occurrence, self._kinds[addressed.occurrence.kind]
        for _ in range(ROUNDS):
            ready = await self._facts(kind, occurrence)
            if not isinstance(ready, Ready) or ready == addressed.ready:
                return addressed if isinstance(ready, Ready) else ready
            letter = await kind.render(occurrence, ready.about)
            place, place_id = addressed.place, addressed.place_id
            addressed = _Addressed(occurrence, ready, letter, place, place_id)
        return Failed("the facts changed meanwhile")

    async def _post(self, batch: list[_Addressed]) -> Mapping[Occurrence, Outcome]:
        now = self._parts.clock()
        numbers = ",".join(str(each.occurrence.occurrence_id) for each in batch)
        late = any(each.occurrence.is_late(now) for each in batch)
        letters = [each.letter for each in batch]
        try:
            message = await batch[0].place.send(
                _content(letters, late=late),
                view=router.view(*_items(letters)),
                files=_files(letters) if may_attach(batch[0].place) else [],
                nonce=edge.nonce(f"occurrence:{numbers}"),
            )
        except edge.UNDELIVERED as failure:
            return {
                each.occurrence: await self._failed(
                    failure, each.occurrence, direct=self._counts(each)
                )
                for each in batch
            }
        for each in batch:
            await self._note_name(each, (message.channel.id, message.id))
        return {
            each.occurrence: Sent(
                message.channel.id,
                message.id,
                digest_of(each.ready.about),
                direct=self._counts(each),
            )
            for each in batch
        }

    async def _note_name(self, addressed: _Addressed, place: tuple[int, int]) -> None:
        """A member's own in a channel names them: it goes when they are not to be named any more."""
        member_id = addressed.occurrence.member_id
        if member_id is None or _is_direct(addressed.occurrence, addressed.ready):
            return
        now = self._parts.clock()
        noting = self._parts.database.write(named.note, [member_id], *place, now=now)
        await edge.attempt(noting, "noting a name", club=addressed.occurrence.club_id)

    def _counts(self, addressed: _Addressed) -> bool:
        """Whether it is the one direct message that may come to its member unasked that day."""
        kind = self._kinds[addressed.occurrence.kind]
        return _is_direct(addressed.occurrence, addressed.ready) and not kind.manner.asked_for

    async def _tried(
        self, work: Awaitable[_Addressed | Outcome], occurrence: Occurrence
    ) -> _Addressed | Outcome:
        """The result of work that sends nothing; what goes wrong in it is tried again later."""
        try:
            return await work
        except edge.UNDELIVERED as failure:
            return await self._failed(failure, occurrence, sent=False)
        except Exception as error:
            edge.report(error, edge.reference_of(occurrence.occurrence_id), club=occurrence.club_id)
            return Failed(f"an error in the bot: {type(error).__name__}")

    async def _failed(
        self,
        failure: BaseException,
        occurrence: Occurrence,
        *,
        sent: bool = True,
        direct: bool = False,
    ) -> Failed:
        member_id = occurrence.member_id
        if member_id is not None and getattr(failure, "code", None) in DMS_CLOSED:
            parts = self._parts
            await parts.database.write(unasked.closed, member_id, now=parts.clock())
            parts.unreached.add(member_id)
            return Failed(CLOSED, for_good=True)
        unsure = sent and may_have_arrived(failure)
        log.warning("%s was not sent: %s", occurrence.kind, worded(failure))
        return Failed(worded(failure), maybe_sent=unsure, direct=direct)

    async def has_changed(self, ended: Ended) -> bool:
        """Whether something that was posted would be about other facts now."""
        database = self._parts.database
        occurrence = await database.read(schedules.occurrence, ended.occurrence_id)
        if occurrence is None:
            return False
        ready = await self._facts(self._kinds[ended.kind], occurrence)
        return isinstance(ready, Ready) and digest_of(ready.about) != ended.digest

    async def correct(self, ended: Ended) -> bool:
        """Edits a message whose facts have changed since it was posted.

        Whether that is done with, also since there is nothing to edit; False where Discord may take it another time.
        """
        if ended.message_id is None or ended.channel_id is None:
            return True
        parts = self._parts
        letters, digests = list[Letter](), dict[int, str]()
        late = False
        for each in await parts.database.read(schedules.of_message, ended.message_id):
            occurrence = await parts.database.read(schedules.occurrence, each.occurrence_id)
            ready = await self._facts(self._kinds[each.kind], occurrence) if occurrence else None
            if occurrence is None or not isinstance(ready, Ready):
                return True
            letters.append(await self._kinds[each.kind].render(occurrence, ready.about))
            digests[each.occurrence_id] = digest_of(ready.about)
            late = late or occurrence.is_late(each.at)
        edited, refused = await self._edit(ended, letters, late=late)
        if not edited:
            return refused
        for number, digest in digests.items():
            await parts.database.write(schedules.corrected, number, digest)
        return True

    async def _edit(
        self, ended: Ended, letters: list[Letter], *, late: bool
    ) -> tuple[discord.Message | None, bool]:
        channel = self._client.get_partial_messageable(ended.channel_id or 0)
        place = self._client.get_channel(ended.channel_id or 0)
        files = _files(letters) if may_attach(place) else []
        edited = channel.get_partial_message(ended.message_id or 0).edit(
            content=_content(letters, late=late), attachments=files
        )
        return await edge.tried(edited, "a correction", channel=ended.channel_id)


def digest_of(about: object) -> str:
    """By which it is seen whether the facts have changed."""
    return hashlib.sha256(repr(about).encode()).hexdigest()[:16]


def _facts(
    tx: sqlite3.Connection, kind: Kind, occurrence: Occurrence, now: datetime, *, looked: bool
) -> Ready[Any] | Skipped | Waits:
    """What it is to be about; held back where it may not come now. What was posted is not asked for that again."""
    if occurrence.ended_at is None and not schedules.still_due(tx, occurrence):
        return Skipped(NO_MORE)
    ready = kind.facts(tx, occurrence, now)
    if occurrence.ended_at is not None or isinstance(ready, Skipped):
        return ready
    direct = _is_direct(occurrence, ready)
    held = unasked.hold(tx, occurrence, kind.manner, direct=direct, looked=looked, now=now)
    return held or ready


def _is_direct(occurrence: Occurrence, ready: Ready[Any]) -> bool:
    """Whether it goes to its member alone."""
    return occurrence.member_id is not None and not ready.channel_ids


async def _found(addressed: _Addressed, *, direct: bool) -> _Addressed | Outcome:
    """The message of an earlier try, if there is one; sent again only where it surely is not."""
    since = addressed.occurrence.since - CLOCK_ERROR
    looked_at = 0
    if not can_look_back(addressed.place):
        return Failed(UNREAD, for_good=True, direct=direct)
    try:
        async for message in addressed.place.history(
            limit=SEARCHED, after=max(since, discord.utils.snowflake_time(0)), oldest_first=True
        ):
            looked_at += 1
            if addressed.letter.mark in ids_of(message):
                digest = digest_of(addressed.ready.about)
                return Sent(message.channel.id, message.id, digest, direct)
    except discord.Forbidden:
        return Failed(UNREAD, for_good=True, direct=direct)
    return addressed if looked_at < SEARCHED else Failed(UNREAD, for_good=True, direct=direct)


def can_look_back(place: Messageable) -> bool:
    """Whether the history shows what was sent; without the permission Discord shows an empty one."""
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return True
    may = place.permissions_for(place.guild.me)
    return may.view_channel and may.read_message_history


def may_attach(place: object) -> bool:
    """Whether pictures may stand there; without the permission Discord refuses words that come with one."""
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return True
    return place.permissions_for(place.guild.me).attach_files


def ids_of(message: discord.Message) -> Iterator[str]:
    """The ids of what can be pressed under a message."""
    for row in message.components:
        for item in getattr(row, "children", ()):
            yield getattr(item, "custom_id", None) or ""


def _messages(letters: Iterable[_Addressed]) -> list[list[_Addressed]]:
    """The letters by message: those for one place together, as far as Discord takes them."""
    messages: list[list[_Addressed]] = []
    for letter in letters:
        fitting = (m for m in messages if m[0].place_id == letter.place_id and _fits(m, letter))
        message = next(fitting, None)
        if message is None:
            messages.append([letter])
        else:
            message.append(letter)
    return messages


def _fits(message: list[_Addressed], another: _Addressed) -> bool:
    letters = [each.letter for each in (*message, another)]
    return (
        len(_content(letters, late=True)) <= MAX_CONTENT
        and len(_items(letters)) <= MAX_BUTTONS
        and len([letter for letter in letters if letter.picture]) <= MAX_FILES
    )


def _content(letters: Sequence[Letter], *, late: bool) -> str:
    """The words of one message; a letter alone is never longer than Discord takes, even with the note."""
    told = "\n\n".join(letter.content for letter in letters)
    return f"{texts.say('schedule.late')}\n{told}" if late else told


def _items(letters: Sequence[Letter]) -> list[discord.ui.Item[Any]]:
    return [item for letter in letters for item in letter.items]


def _files(letters: Sequence[Letter]) -> list[discord.File]:
    return [
        discord.File(io.BytesIO(letter.picture), f"{number}.png", description=letter.alt)
        for number, letter in enumerate(letters, start=1)
        if letter.picture
    ]


def _id_of(place: Messageable) -> int:
    return int(getattr(place, "id", 0))


def may_have_arrived(failure: BaseException) -> bool:
    """Whether Discord may have taken a message all the same: not when it answered that it did not."""
    if isinstance(failure, discord.HTTPException):
        return failure.status >= 500
    return isinstance(failure, aiohttp.ClientError | OSError | asyncio.TimeoutError)


def worded(failure: BaseException) -> str:
    """Why something was not sent, for the ledger: never anybody's words."""
    if isinstance(failure, discord.HTTPException):
        return f"Discord said {failure.status} ({failure.code})"
    return "Discord could not be reached" if may_have_arrived(failure) else "Discord asked to wait"
