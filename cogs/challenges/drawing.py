"""Draws the living card of a challenge."""

from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import discord
from discord.ext import commands

from bot.cards.model import Card
from bot.challenges import carding, occasions, recounting, standing
from bot.challenges.drafting import draft_teams
from bot.challenges.model import Shown
from bot.challenges.refusals import NoSuchChallenge
from bot.parts import Parts
from bot.schedule import service as schedules
from bot.schedule.model import Ended
from cogs import router
from cogs.challenges import picturing, wording
from cogs.challenges.wording import say
from cogs.living import Drawn

OPEN = ("announced", "running")
COUNTINGS = 2
"""So often runs are counted aside; should each be overtaken, they are counted in the writers' own turn."""


class Drawing:
    """Draws a card anew from what is true now.

    `correct` brings the thanks of the end up to date, `random` drafts teams once a challenge has begun.
    """

    def __init__(
        self,
        client: commands.Bot,
        parts: Parts,
        correct: Callable[[Ended], Awaitable[bool]],
        random: Random,
    ) -> None:
        self._client = client
        self._parts = parts
        self._correct = correct
        self._random = random

    async def progress(self, card: Card) -> Drawn | None:
        """The living card of a challenge; what was reached on the way is passed on to the ledger."""
        database, now = self._parts.database, self._parts.clock()
        await self._count(card.number)
        try:
            shown = await database.read(standing.show, card.club_id, card.number, now=now)
        except NoSuchChallenge:
            return None
        if _is_undrafted(shown):
            await database.write(draft_teams, shown.challenge, self._random.getrandbits(32))
            await self._count(card.number)
            shown = await database.read(standing.show, card.club_id, card.number, now=now)
        if await database.read(occasions.has_news, shown):
            await database.write(occasions.reached, shown, now=now)
        if shown.phase in ("ended", "closed"):  # names go from thanks of long ago, too
            await self._correct_thanks(shown)
        guild = self._client.get_guild(card.club_id)
        return await drawn(
            self._parts, shown, stands=card.picture, attach=may_attach(guild, card.channel_id)
        )

    async def _count(self, challenge_id: int) -> None:
        """Counts everybody's runs anew where rules changed: while others write, but not in their way."""
        database, now = self._parts.database, self._parts.clock()
        for _ in range(COUNTINGS):
            found = await database.read(recounting.count, challenge_id)
            if found is None or await database.write(recounting.keep, found, now=now):
                return
        await database.write(recounting.settle, challenge_id, now=now)

    async def _correct_thanks(self, shown: Shown) -> None:
        """Brings them up to date, or has the card drawn again where Discord takes no edit just now."""
        challenge = shown.challenge
        since = challenge.ends_at(shown.zone)
        for ended in await self._parts.database.read(schedules.ended_since, occasions.END, since):
            is_ours = ended.owner_id == challenge.challenge_id and ended.message_id is not None
            if is_ours and not await self._correct(ended):
                await self._parts.database.write(carding.refresh, challenge.challenge_id)


def _is_undrafted(shown: Shown) -> bool:
    """Whether it runs, and those who joined wait for their teams."""
    rules, progress = shown.challenge.rules, shown.progress
    waiting = progress.participants and not any(team.heads for team in progress.teams)
    return bool(shown.phase == "running" and rules.teams and not rules.picked and waiting)


async def drawn(
    parts: Parts,
    shown: Shown,
    *,
    attach: bool,
    stands: str | None = None,
    at_once: bool = False,
) -> Drawn:
    """The living card as it is now: a picture with few words beneath, or words alone where there is none to be had.

    `stands` is the picture that the message has already; `at_once` waits for a new one no longer than a press can.
    """
    card = picturing.card(shown)
    key = picturing.key(card)
    file = None
    if attach and stands != key:
        file = await picturing.file_of(parts, card, at_once=at_once)
    has_picture = attach and (stands == key or file is not None)
    body = {"embed": wording.card(shown, pictured=has_picture), "view": view(shown)}
    return Drawn(body, key if has_picture else None, file)


def may_attach(guild: discord.Guild | None, channel_id: int | None) -> bool:
    """Whether the bot may send files in that channel."""
    channel = guild.get_channel_or_thread(channel_id or 0) if guild else None
    return bool(guild and channel and channel.permissions_for(guild.me).attach_files)


def view(shown: Shown) -> discord.ui.View:
    """*Board*, with *Join* and *Leave* as long as somebody can."""
    number = shown.challenge.challenge_id
    items: list[discord.ui.Item[Any]] = [router.button("challenge:board", number, say("board"))]
    if shown.phase in OPEN:
        style = discord.ButtonStyle.primary
        items.insert(0, router.button("challenge:join", number, say("join"), style=style))
        items.append(router.button("challenge:leave", number, say("leave")))
    return router.view(*items)
