"""What members asked for goes along with what their club chose, a few of them at a time; other work comes between."""

from collections.abc import Callable

from bot.recaps import personal
from bot.unasked import service as unasked
from cogs import edge
from cogs.edge import Interaction


async def follow_week(interaction: Interaction) -> None:
    """After a change of day, time, zone or first day of the week: recaps of their own."""
    await _in_turns(interaction, personal.follow_club)


async def follow_zone(interaction: Interaction) -> None:
    """After a change of zone: what comes by the club's clock."""
    for kind in unasked.FOLLOWING:
        await _in_turns(interaction, unasked.follow_club, kind)


async def _in_turns(
    interaction: Interaction, follow: Callable[..., int | None], *kind: str
) -> None:
    club_id, now = interaction.guild_id or 0, edge.parts_of(interaction).clock()
    last: int | None = 0
    while last is not None:
        last = await edge.write(interaction, follow, *kind, club_id, after=last, now=now)
