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


def post_by_hand(
    interaction: Interaction, guild: discord.Guild, *, private: bool, message_id: int = 0
) -> Post:
    """A command or a sent form; one about a message is that message, and happened when it was written."""
    about = message_id or interaction.id
    return Post(
        club_id=guild.id,
        club_name=guild.name,
        member_id=interaction.user.id,
        member_name=interaction.user.display_name,
        source=f"message:{about}" if message_id else f"interaction:{about}",
        posted_at=discord.utils.snowflake_time(about),
        private=private,
        channel_id=interaction.channel_id,
        message_id=message_id or None,
    )
