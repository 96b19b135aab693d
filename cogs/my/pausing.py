"""`/my pause`: being left in peace for a while; nobody else ever hears of it."""

from typing import Any

import discord

from bot import texts
from bot.members import naming
from bot.members import service as members
from bot.members.model import Pause
from bot.texts import figures
from cogs import care, edge, router
from cogs.edge import Interaction
from cogs.my import settings
from cogs.router import Handler, Press

OFFERED = (7, 14, 28, 90)
"""Days of the pauses on the panel."""


async def show(interaction: Interaction) -> None:
    """Whether the member is paused, with what can be done about it."""
    club_id, member_id = edge.whose(interaction)
    parts = edge.parts_of(interaction)
    standing = await edge.read(
        interaction,
        members.standing_pause,
        club_id,
        member_id,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await edge.tell(interaction, _told(standing), view=_panel(standing))


async def begin(interaction: Interaction, days: int, reason: str | None) -> None:
    """Begins a pause from today on; no days end it."""
    standing = await _begin(interaction, days, reason)
    if reason:
        await care.hear(interaction, reason)
    await edge.tell(interaction, _told(standing), view=_panel(standing))
    await settings.after_unnaming(interaction)


async def pressed(interaction: Interaction, press: Press) -> None:
    """A length from the panel, or its end: the days are in the id."""
    standing = await _begin(interaction, press.number, None)
    await edge.replace(interaction, _told(standing), view=_panel(standing))
    await settings.after_unnaming(interaction)


HANDLERS: dict[str, Handler] = {"my:pause": pressed}


async def _begin(interaction: Interaction, days: int, reason: str | None) -> Pause | None:
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    begun = await edge.write(
        interaction,
        naming.pause_from_today,
        club_id,
        member_id,
        days,
        reason,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    interaction.client.dispatch("roles_due")
    return begun


def _told(standing: Pause | None) -> str:
    if standing is None:
        return texts.say("members.pause_none")
    return texts.say(
        "members.pause_until", day=figures.date_of(standing.last, today=standing.first)
    )


def _panel(standing: Pause | None) -> discord.ui.View:
    buttons: list[discord.ui.Item[Any]] = [
        router.button("my:pause", days, texts.say("members.pause_days", days=days))
        for days in OFFERED
    ]
    if standing is not None:
        buttons.append(router.button("my:pause", 0, texts.say("members.pause_end")))
    return router.view(*buttons)
