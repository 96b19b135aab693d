"""Who may run the club's affairs, asked in one place for commands, buttons and forms."""

import discord

from bot import texts
from bot.clubs import service as clubs
from bot.clubs.model import Club, is_organizer
from bot.clubs.refusals import NotAnOrganizer
from cogs import edge
from cogs.edge import Interaction


async def admit(interaction: Interaction) -> Club:
    """The club as its organizer finds it. Raises NotAnOrganizer, which names who the organizers are."""
    parts = edge.parts_of(interaction)
    club = await edge.read(
        interaction, clubs.find_or_new, interaction.guild_id or 0, defaults=parts.defaults
    )
    member = interaction.user
    roles = [role.id for role in member.roles] if isinstance(member, discord.Member) else []
    manages = interaction.permissions.manage_guild
    if not is_organizer(club, manages_server=manages, role_ids=roles):
        raise NotAnOrganizer(organizers=named(club, interaction.guild))
    return club


def named(club: Club, guild: discord.Guild | None) -> str:
    """Who the organizers are, as mentions that do not ping."""
    role = f"<@&{club.organizer_role_id}>" if club.organizer_role_id else None
    owner = f"<@{guild.owner_id}>" if guild and guild.owner_id else None
    known = [name for name in (role, owner) if name]
    return " · ".join([*known, texts.say("clubs.managers")])
