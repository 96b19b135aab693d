"""A recap as a message: on its day, on demand, and corrected for two days after."""

import io
from dataclasses import replace
from datetime import datetime, timedelta

import discord
from discord.abc import Messageable
from discord.utils import MISSING

from bot import texts
from bot.clubs.refusals import NotPosted
from bot.named import service as named
from bot.named.model import ToldWeek
from bot.parts import Parts
from bot.recaps import service as recaps
from bot.recaps.model import CORRECTED, CORRECTED_EVERY, EVERY, Recap, looked_at
from bot.schedule import service as schedules
from bot.schedule.duties import Turn
from bot.schedule.model import YEAR, Ended, Failed, Occurrence, Sent
from bot.schedule.schedule import Duty
from cogs import rereading, router, trying
from cogs.delivery.letter import Kind, Letter, digest_of
from cogs.delivery.reach import may_attach, may_have_arrived, worded
from cogs.delivery.sending import Delivery
from cogs.recaps import letters, picture, wording

AT_MOST = timedelta(minutes=2)
"""So long corrections go on at one time; what is left comes first the next time, and other duties have their turn."""
ALT_LIMIT = 1024


def kinds(client: discord.Client, parts: Parts) -> dict[str, Kind]:
    """The recaps that come on their own."""

    async def letter(occurrence: Occurrence, recap: Recap) -> Letter:
        number, words = occurrence.occurrence_id, told(recap)
        return Letter(
            words,
            (router.button("recap:more", number, texts.say("recaps.button_more")),),
            known_by=router.identity("recap:more", number),
            picture=await drawn(parts, recap),
            alt=alt(recap),
        )

    async def heed(recap: Recap) -> Recap:
        return await heeded(client, parts, recap)

    return {kind: Kind(recaps.due, letter, heed=heed) for kind in EVERY}


async def heeded(client: discord.Client, parts: Parts, recap: Recap) -> Recap:
    """A recap without what rests on a post that is not to be told of, or can't be read just now."""
    hushed = await rereading.hushed(client, parts.calm, recap.rests_on.values())
    return recap.without(hushed) if hushed else recap


async def drawn(parts: Parts, recap: Recap) -> bytes | None:
    """A recap as a picture; None for an empty one, and when none can be drawn now."""
    if recap.is_empty:
        return None
    drawn = letters.club_card(recap) if recap.every == YEAR else picture.card(recap)
    return await parts.pictures.png(drawn)


def alt(recap: Recap) -> str:
    """What the picture shows, without anybody's name."""
    return wording.totals(recap)[:ALT_LIMIT]


def told(recap: Recap) -> str:
    """The words of a recap, the same wherever it is told."""
    return wording.worded(recap, wording.dice(recap))


def look_button(recap: Recap) -> discord.ui.View:
    """*More* under a week that was posted on demand."""
    number = int(f"{recap.first:%Y%m%d}")
    return router.view(router.button("recap:look", number, texts.say("recaps.button_more")))


async def file(parts: Parts, recap: Recap, place: object = None) -> discord.File | None:
    """The picture of a recap that is told on demand; None where there is none, or none may stand."""
    png = await drawn(parts, recap) if may_attach(place) else None
    return discord.File(io.BytesIO(png), "1.png", description=alt(recap)) if png else None


async def note(parts: Parts, club_id: int, message: discord.Message, recap: Recap) -> None:
    """Keeps in mind where a week was told on demand, so that names can be taken out of it."""
    told = ToldWeek(message.id, message.channel.id, club_id, recap.first, digest_of(recap))
    noting = parts.database.write(named.note_week, told, now=parts.clock())
    await trying.attempt(noting, "noting a told week", guild=club_id)


async def settle(parts: Parts, place: Messageable, recap: Recap, occurrence: Occurrence) -> str:
    """Posts a recap before its day; says what came of it. Raises NotPosted where Discord surely did not take it."""
    number, database = occurrence.occurrence_id, parts.database
    sending = place.send(
        told(recap),
        view=router.view(router.button("recap:more", number, texts.say("recaps.button_more"))),
        file=await file(parts, recap, place) or MISSING,
        nonce=trying.nonce(f"occurrence:{number}"),
    )
    try:
        sent = await sending
    except trying.UNDELIVERED as failure:
        unsure = may_have_arrived(failure)
        outcome = Failed(worded(failure), maybe_sent=True) if unsure else None
        await database.write(schedules.settle, occurrence, outcome, now=parts.clock())
        if not unsure:
            raise NotPosted from failure
        return texts.say("recaps.posted_unsure")
    posted = Sent(sent.channel.id, sent.id, digest_of(recap))
    await database.write(schedules.settle, occurrence, posted, now=parts.clock())
    return texts.say("recaps.posted_early", channel=f"<#{sent.channel.id}>")


def place_of(guild: discord.Guild, channel_ids: tuple[int, ...]) -> Messageable | None:
    """The first of the channels that is there."""
    channels = (guild.get_channel_or_thread(channel_id) for channel_id in channel_ids)
    return next((channel for channel in channels if isinstance(channel, Messageable)), None)


class Corrections:
    """Runs that arrive, change or go within two days after a recap was posted are put right in it.

    Names that are to go are taken out of older ones, too, and of weeks that were told on demand.
    """

    def __init__(self, client: discord.Client, parts: Parts, delivery: Delivery) -> None:
        self._client = client
        self._parts = parts
        self._delivery = delivery
        self._reached = 0

    def duty(self) -> Duty:
        """What the schedule is to do every quarter of an hour."""
        return Duty("recap corrections", CORRECTED_EVERY, self._correct, awaited=False)

    async def _correct(self, _: Turn) -> None:
        """Looks at each recap posted lately, and edits those whose facts have changed."""
        now = self._parts.clock()
        await self._put_right(now)
        anew = await self._parts.database.read(named.to_tell_anew)
        for club_id, wishes in anew.items():
            if await self._tell_anew(club_id, now):
                await self._parts.database.write(named.told_anew, club_id, wishes)

    async def _put_right(self, now: datetime) -> None:
        """Goes on behind the one that was reached last, so that a slow Discord keeps none waiting for ever."""
        read, lately = self._parts.database.read, list[Ended]()
        for kind in looked_at(now):
            lately += await read(schedules.ended_since, kind, now - CORRECTED)
        lately.sort(key=lambda one: (one.occurrence_id <= self._reached, one.occurrence_id))
        for ended in lately:
            if self._parts.clock() - now > AT_MOST:
                return
            self._reached = ended.occurrence_id
            if ended.state == "sent" and await self._delivery.has_changed(ended):
                await self._delivery.correct(ended)

    async def _tell_anew(self, club_id: int, now: datetime) -> bool:
        """Somebody is not to be named in the club any more: whatever told a period of it is told anew.

        Whether that is done with; what Discord did not take for a moment is tried again.
        """
        database, done = self._parts.database, True
        for ended in await database.read(schedules.sent_of_club, club_id, tuple(EVERY)):
            if await self._delivery.has_changed(ended):
                done = await self._delivery.correct(ended) and done
        for told in await database.read(named.weeks, club_id):
            found = await database.read(recaps.told_then, told.club_id, told.first, now=now)
            recap = None if found is None else await heeded(self._client, self._parts, found)
            if recap is not None and digest_of(recap) != told.digest:
                done = await self._rewrite(told, recap, now) and done
        return done

    async def _rewrite(self, before: ToldWeek, recap: Recap, now: datetime) -> bool:
        channel = self._client.get_partial_messageable(before.channel_id)
        place = self._client.get_channel(before.channel_id)
        picture = await file(self._parts, recap, place)
        editing = channel.get_partial_message(before.message_id).edit(
            content=told(recap), attachments=[picture] if picture else []
        )
        edited = await trying.taken(editing, "a week told anew", channel=before.channel_id)
        if edited:
            after = replace(before, digest=digest_of(recap))
            await self._parts.database.write(named.note_week, after, now=now)
        return edited is not None
