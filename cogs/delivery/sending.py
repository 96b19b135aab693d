"""Sends what the schedule claimed: one message in its place, and never a second one for the same occurrence."""

import logging
from collections.abc import Awaitable, Mapping, Sequence

import discord

from bot.parts import Parts
from bot.schedule import service as schedules
from bot.schedule.model import Ended, Failed, Occurrence, Outcome, Sent
from bot.unasked import service as unasked
from cogs import faults, router, trying
from cogs.delivery.deciding import Deciding, note_name
from cogs.delivery.letter import (
    Addressed,
    Kind,
    Letter,
    by_message,
    content,
    digest_of,
    files,
    items,
)
from cogs.delivery.reach import are_closed, may_attach, may_have_arrived, worded

log = logging.getLogger(__name__)

CLOSED = "takes no direct messages"


class Delivery:
    """Delivers occurrences of all kinds; handed to the schedule."""

    def __init__(self, client: discord.Client, parts: Parts, kinds: Mapping[str, Kind]) -> None:
        self._client = client
        self._parts = parts
        self._deciding = Deciding(client, parts, kinds)

    async def __call__(self, claimed: Sequence[Occurrence]) -> Mapping[Occurrence, Outcome]:
        """What became of each. Those for one channel go as one message, as far as it holds them."""
        outcomes: dict[Occurrence, Outcome] = {}
        letters: list[Addressed] = []
        for occurrence in claimed:
            prepared = await self._tried(self._deciding.prepared(occurrence), occurrence)
            if isinstance(prepared, Addressed):
                letters.append(prepared)
            else:
                outcomes[occurrence] = prepared
        for together in by_message(letters):
            outcomes.update(await self._send(together))
        return outcomes

    async def _send(self, together: list[Addressed]) -> Mapping[Occurrence, Outcome]:
        """One message for all of them, with facts of this very moment."""
        current: list[Addressed] = []
        outcomes: dict[Occurrence, Outcome] = {}
        for addressed in together:
            refreshing = self._deciding.refreshed(addressed)
            fresh = await self._tried(refreshing, addressed.occurrence)
            if isinstance(fresh, Addressed):
                current.append(fresh)
            else:
                outcomes[addressed.occurrence] = fresh
        for batch in by_message(current):
            outcomes.update(await self._post(batch))
        return outcomes

    async def _post(self, batch: list[Addressed]) -> Mapping[Occurrence, Outcome]:
        now = self._parts.clock()
        numbers = ",".join(str(each.occurrence.occurrence_id) for each in batch)
        late = any(each.occurrence.is_late(now) for each in batch)
        letters = [each.letter for each in batch]
        try:
            message = await batch[0].place.send(
                content(letters, late=late),
                view=router.view(*items(letters)),
                files=files(letters) if may_attach(batch[0].place) else [],
                nonce=trying.nonce(f"occurrence:{numbers}"),
            )
        except trying.UNDELIVERED as failure:
            return {
                each.occurrence: await self._failed(failure, each.occurrence, direct=each.counts)
                for each in batch
            }
        for each in batch:
            await note_name(self._parts, each, message.channel.id, message.id)
        return {each.occurrence: _sent(each, message) for each in batch}

    async def _tried(
        self, work: Awaitable[Addressed | Outcome], occurrence: Occurrence
    ) -> Addressed | Outcome:
        """The result of work that sends nothing; what goes wrong in it is tried again later."""
        try:
            return await work
        except trying.UNDELIVERED as failure:
            return await self._failed(failure, occurrence, sent=False)
        except Exception as error:
            faults.report(
                error, faults.reference_of(occurrence.occurrence_id), club=occurrence.club_id
            )
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
        if member_id is not None and are_closed(failure):
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
        ready = await self._deciding.facts_now(occurrence)
        return ready is not None and digest_of(ready.about) != ended.digest

    async def correct(self, ended: Ended) -> bool:
        """Edits a message whose facts have changed since it was posted.

        Whether that is done with, also since there is nothing to edit; False where Discord may take it another time.
        """
        if ended.message_id is None or ended.channel_id is None:
            return True
        parts, deciding = self._parts, self._deciding
        letters, digests = list[Letter](), dict[int, str]()
        late = False
        for each in await parts.database.read(schedules.of_message, ended.message_id):
            occurrence = await parts.database.read(schedules.occurrence, each.occurrence_id)
            ready = await deciding.facts_now(occurrence) if occurrence else None
            if occurrence is None or ready is None:
                return True
            letters.append(await deciding.rendered(occurrence, ready))
            digests[each.occurrence_id] = digest_of(ready.about)
            late = late or occurrence.is_late(each.at)
        edited = await self._edit(ended, letters, late=late)
        if not edited:
            return edited is not None
        for number, digest in digests.items():
            await parts.database.write(schedules.corrected, number, digest)
        return True

    async def _edit(self, ended: Ended, letters: list[Letter], *, late: bool) -> bool | None:
        channel = self._client.get_partial_messageable(ended.channel_id or 0)
        place = self._client.get_channel(ended.channel_id or 0)
        editing = channel.get_partial_message(ended.message_id or 0).edit(
            content=content(letters, late=late),
            attachments=files(letters) if may_attach(place) else [],
        )
        return await trying.taken(editing, "a correction", channel=ended.channel_id)


def _sent(addressed: Addressed, message: discord.Message) -> Sent:
    digest = digest_of(addressed.ready.about)
    return Sent(message.channel.id, message.id, digest, direct=addressed.counts)
