"""From a Discord message or interaction to the act of logging that the rooms understand."""

import discord

from bot.runs.model import Post
from cogs.edge import Interaction


def post_of(
    message: discord.Message, *, club_id: int, club_name: str, private: bool = False
) -> Post:
    """A written message; however it comes to us, its id makes it the same post."""
    return Post(
        club_id=club_id,
        club_name=club_name,
        member_id=message.author.id,
        member_name=message.author.display_name,
        source=f"message:{message.id}",
        posted_at=message.created_at,
        private=private,
        channel_id=message.channel.id,
        message_id=message.id,
    )


def post_by_hand(interaction: Interaction, guild: discord.Guild, *, private: bool) -> Post:
    """A command or a sent form."""
    return Post(
        club_id=guild.id,
        club_name=guild.name,
        member_id=interaction.user.id,
        member_name=interaction.user.display_name,
        source=f"interaction:{interaction.id}",
        posted_at=interaction.created_at,
        private=private,
        channel_id=interaction.channel_id,
    )
