"""What members asked for goes along with what their club chose, a few of them at a time."""

from bot.recaps import personal
from cogs import edge
from cogs.edge import Interaction


async def follow_club(interaction: Interaction) -> None:
    """After a change of day, time, zone or first day of the week; other work comes between."""
    club_id, now = interaction.guild_id or 0, edge.parts_of(interaction).clock()
    last: int | None = 0
    while last is not None:
        last = await edge.write(interaction, personal.follow_club, club_id, after=last, now=now)
