"""Calls for cheers at the edge: asked for in private, posted in the run channel, and brought back."""

import functools
from datetime import datetime, timedelta

import discord

from bot import texts
from bot.calls import service as calls
from bot.calls.model import CHEERS_BACK, KEPT, Begun, CheersBack, Unplaced
from bot.calls.refusals import OwnCall
from bot.clubs import service as clubs
from bot.clubs.refusals import NotPosted
from bot.members import service as members
from bot.milestones import service as milestones
from bot.parts import Parts
from bot.schedule import service as schedules
from bot.schedule.duties import Turn
from bot.schedule.model import Occurrence
from bot.schedule.schedule import Duty
from bot.texts import clean
from bot.unasked.model import Manner
from cogs import edge, router, trying
from cogs.delivery.letter import Kind, Letter
from cogs.delivery.reach import CLOCK_ERROR, SEARCHED, can_look_back, ids_of
from cogs.delivery.sending import Delivery
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import removals

OF_MINDS = True
"""That somebody used this is in no log."""

LOOKED_AFTER = timedelta(minutes=5)
NAME_SHOWN = 40
NAMES_SHOWN = 20


async def ask(interaction: Interaction, press: Press) -> None:
    """Asks whether the call is to carry the name, where it may."""
    club_id, member_id = edge.whose(interaction)
    parts = edge.parts_of(interaction)
    now = parts.clock()
    named = await edge.read(interaction, calls.may_be_named, club_id, member_id, now=now)
    meant = club_id or await edge.read(interaction, members.club_meant, member_id)
    club = await edge.read(interaction, clubs.find_or_new, meant or 0, defaults=parts.defaults)
    channel = f"<#{club.run_channels[0]}>" if club.run_channels else texts.say("calls.channel")
    buttons = [router.button("call:hidden", 0, texts.say("calls.without_name"))]
    if named:
        buttons.insert(0, router.button("call:named", 0, texts.say("calls.with_name")))
    told = texts.say("calls.how" if named else "calls.how_hidden", channel=channel)
    await edge.replace(interaction, told, view=router.view(*buttons))


async def with_name(interaction: Interaction, press: Press) -> None:
    """The club is asked, with the caller's name if that may be said."""
    await _call(interaction, named=True)


async def without_name(interaction: Interaction, press: Press) -> None:
    """The club is asked for somebody."""
    await _call(interaction, named=False)


async def _call(interaction: Interaction, *, named: bool) -> None:
    await edge.acknowledge(interaction)  # posting may have to wait for Discord
    parts = edge.parts_of(interaction)
    begun = await edge.write(
        interaction,
        calls.begin,
        *edge.whose(interaction),
        named=named,
        defaults=parts.defaults,
        now=parts.clock(),
    )
    message = await _posted(interaction, begun)
    if message is None:
        await edge.write(interaction, calls.take_back, begun.call_id)
        raise NotPosted
    place, now = (message.channel.id, message.id), parts.clock()
    await edge.write(interaction, calls.posted, begun.call_id, *place, now=now)
    await removals.work_off(interaction.client, parts)
    await edge.replace(interaction, texts.say("calls.called"), view=None)


async def _posted(interaction: Interaction, begun: Begun) -> discord.Message | None:
    """In the first run channel that takes it; whose call it is stands nowhere but in its words, if at all."""
    who = f"<@{interaction.user.id}>"
    content = texts.say("calls.call_named" if begun.named else "calls.call_hidden", who=who)
    for channel_id in begun.channel_ids:
        channel = interaction.client.get_partial_messageable(channel_id)
        sending = functools.partial(
            channel.send,
            content,
            view=_button(begun.call_id, 0),
            nonce=trying.nonce(f"call:{begun.call_id}"),
        )
        message, refused = await trying.insisted(sending, "a call for cheers", channel=channel_id)
        if message is not None or not refused:  # it may stand there: not in a second channel, too
            return message
    return None


def _button(call_id: int, count: int) -> discord.ui.View:
    label = texts.say("calls.cheer")
    return router.view(
        router.button("call:cheer", call_id, f"{label} {count}" if count else label, emoji="📣")
    )


async def cheer(interaction: Interaction, press: Press) -> None:
    """A cheer for whoever called; its giver alone is told that it is on its way."""
    try:
        cheered = await edge.write(
            interaction,
            calls.cheer,
            press.number,
            interaction.user.id,
            interaction.user.display_name,
            club_id=interaction.guild_id or 0,
            channel_id=interaction.channel_id,
            message_id=interaction.message.id if interaction.message else None,
            now=edge.parts_of(interaction).clock(),
        )
    except OwnCall as own:
        told = (texts.say(own.key), await back_to(interaction))
        await edge.tell(interaction, "\n".join(filter(None, told)))
        return
    await edge.replace(interaction, view=_button(press.number, cheered.count))
    sent = "named" if cheered.named else "hidden"
    said = texts.say(f"calls.sent_{sent}" if cheered.is_new else "calls.sent_before")
    earned = milestones.of_cheering(cheered.counted)
    await edge.tell(interaction, f"{said}\n{earned}" if earned else said)


async def back_to(interaction: Interaction) -> str | None:
    """Who cheers for the last call of whoever asks, as long as it stands; for their eyes alone."""
    now = edge.parts_of(interaction).clock()
    found = await edge.read(interaction, calls.back_to, interaction.user.id, now=now)
    return worded(found) if found else None


HANDLERS: dict[str, Handler] = {
    "call:ask": ask,
    "call:named": with_name,
    "call:hidden": without_name,
    "call:cheer": cheer,
}


def ask_button(*, row: int) -> discord.ui.Button[discord.ui.View]:
    """Opens the question how to call."""
    return router.button("call:ask", 0, texts.say("calls.ask"), emoji="📣", row=row)


def kinds() -> dict[str, Kind]:
    """How cheers come back to whoever called."""

    async def render(occurrence: Occurrence, about: CheersBack) -> Letter:
        number = occurrence.occurrence_id
        button = router.button("motivation:tired", number, texts.say("notfeelingit.button"))
        return Letter(worded(about), (button,), known_by=button.custom_id or "")

    return {CHEERS_BACK: Kind(calls.facts, render, Manner(asked_for=True))}


def worded(about: CheersBack) -> str:
    """Who cheers, by name as far as these may be said."""
    shown = [clean.words(name, NAME_SHOWN) for name in about.names[:NAMES_SHOWN]]
    rest = about.others + len(about.names) - len(shown)
    if rest:
        which = "somebody_else" if shown else "somebody"
        key = f"calls.{which}_one" if rest == 1 else f"calls.{which}_many"
        shown.append(texts.say(key, count=rest))
    who = shown[0]
    if len(shown) > 1:
        who = texts.say("calls.and", some=", ".join(shown[:-1]), last=shown[-1])
    several = len(about.names) + about.others > 1
    return texts.say("calls.back_many" if several else "calls.back", who=who)


class LookingAfter:
    """Cheers that come later are added to what their caller was told, and calls go from chat after a day."""

    def __init__(self, client: discord.Client, parts: Parts, delivery: Delivery) -> None:
        self._client = client
        self._parts = parts
        self._delivery = delivery

    def duty(self) -> Duty:
        """What the schedule is to do every five minutes."""
        return Duty("calls for cheers", LOOKED_AFTER, self._look, awaited=False)

    async def _look(self, _: Turn) -> None:
        database, now = self._parts.database, self._parts.clock()
        for lost in await database.read(calls.unplaced, now=now):
            await self._find(lost, now)
        for ended in await database.read(schedules.ended_since, CHEERS_BACK, now - KEPT):
            if ended.state == "sent" and await self._delivery.has_changed(ended):
                await self._delivery.correct(ended)
        await database.write(calls.tidy, now=now)
        await removals.work_off(self._client, self._parts)

    async def _find(self, lost: Unplaced, now: datetime) -> None:
        """The bot ended before it could note where a call stands: found, it goes as any; else it was never made."""
        found = await trying.attempt(self._found(lost), "finding a call for cheers")
        if found is None:
            return
        write = self._parts.database.write
        for message in found:
            await write(calls.posted, lost.call_id, message.channel.id, message.id, now=now)
        if not found:
            await write(calls.take_back, lost.call_id)

    async def _found(self, lost: Unplaced) -> list[discord.Message] | None:
        """The call's message, if there is one; None where that can't be seen."""
        known_by = router.identity("call:cheer", lost.call_id)
        for channel_id in lost.channel_ids:
            channel = self._client.get_channel(channel_id)
            if not isinstance(channel, discord.TextChannel) or not can_look_back(channel):
                return None
            since = lost.called_at - CLOCK_ERROR
            async for message in channel.history(limit=SEARCHED, after=since, oldest_first=True):
                if message.author == self._client.user and known_by in ids_of(message):
                    return [message]
        return []
