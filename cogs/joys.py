"""Joys: told to their member in private, with a button that shares them where everybody reads."""

import functools
from collections.abc import Awaitable, Callable

import discord
from discord.ext import commands

from bot import texts
from bot.clubs import service as clubs
from bot.clubs.refusals import NotPosted
from bot.joys import service as joys
from bot.joys.model import Joy
from bot.parts import Parts
from cogs import edge, router, trying
from cogs.edge import Interaction
from cogs.router import Handler, Press

OF_MINDS = True
"""That somebody used this is in no log."""


class Joys(commands.Cog):
    """Tells what of a member's runs is a joy, after whatever private answer they just had."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @commands.Cog.listener()
    async def on_glad(self, interaction: Interaction) -> None:
        """The member had an answer, and there is something to tell them."""
        await self._tell(
            interaction.user.id,
            interaction.id,
            lambda words, view: interaction.followup.send(
                words, view=view, ephemeral=True, wait=True
            ),
        )

    @commands.Cog.listener()
    async def on_glad_here(self, message: discord.Message) -> None:
        """The member logged by direct message, which is private already."""
        if self._parts.glad.take(message.author.id):
            await self._tell(
                message.author.id,
                message.id,
                lambda words, view: message.channel.send(words, view=view),
            )

    async def _tell(
        self,
        member_id: int,
        event_id: int,
        send: Callable[[str, discord.ui.View], Awaitable[object]],
    ) -> None:
        if not await trying.afterwards(self._say(member_id, send), "a joy", event_id):
            self._parts.glad.add(member_id)

    async def _say(
        self, member_id: int, send: Callable[[str, discord.ui.View], Awaitable[object]]
    ) -> None:
        parts, now = self._parts, self._parts.clock()
        for joy in await parts.database.read(joys.untold, member_id, now=now):
            await send(worded(joy), _share_button(joy))
            await parts.database.write(joys.told, [joy.run_id], now=now)


def worded(joy: Joy) -> str:
    """What its member is told, and what sharing it would post."""
    said = texts.say(f"joys.{joy.kind}")
    return f"{said}\n{texts.say('joys.only_you', shared=_shared(joy))}"


def _shared(joy: Joy) -> str:
    return texts.say(f"joys.shared_{joy.kind}", who=f"<@{joy.member_id}>")


def _share_button(joy: Joy) -> discord.ui.View:
    return router.view(router.button("joy:share", joy.run_id, texts.say("joys.share")))


async def share(interaction: Interaction, press: Press) -> None:
    """Posts it in the channel; from a direct message, in the club's run channel. Raises NotPosted."""
    parts, now = edge.parts_of(interaction), edge.parts_of(interaction).clock()
    joy = await edge.read(interaction, joys.to_share, interaction.user.id, press.number, now=now)
    channel_id = await _channel(interaction, joy)
    await edge.acknowledge(interaction)
    channel = interaction.client.get_partial_messageable(channel_id)
    nonce = trying.nonce(f"joy:{joy.run_id}")
    sending = functools.partial(channel.send, _shared(joy), nonce=nonce)
    sent, _ = await trying.insisted(sending, "a shared joy")
    if sent is None:
        raise NotPosted
    await parts.database.write(joys.shared, joy, channel_id, sent.id)
    await edge.replace(interaction, texts.say("joys.shared"), view=None)


async def _channel(interaction: Interaction, joy: Joy) -> int:
    """Where to share: where it is pressed, or the club's run channel for a press in a direct message."""
    if interaction.guild_id is not None:
        return interaction.channel_id or 0
    club = await edge.read(interaction, clubs.find, joy.club_id)
    return next(iter(club.run_channels), 0) if club else 0


HANDLERS: dict[str, Handler] = {"joy:share": share}
