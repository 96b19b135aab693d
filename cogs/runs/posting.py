"""From a Discord message or interaction to the act of logging that the rooms understand."""

import discord

from bot.messages.model import message_source
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
        source=message_source(message.id, message.author.id),
        posted_at=message.created_at,
        private=private,
        channel_id=message.channel.id,
        message_id=message.id,
    )


def post_by_hand(
    interaction: Interaction, guild: discord.Guild, *, private: bool, message_id: int = 0
) -> Post:
    """A command or a sent form; `message_id` if it is about a message that cannot be read now."""
    member_id = interaction.user.id
    by_hand = f"interaction:{interaction.id}"
    return Post(
        club_id=guild.id,
        club_name=guild.name,
        member_id=member_id,
        member_name=interaction.user.display_name,
        source=message_source(message_id, member_id) if message_id else by_hand,
        posted_at=interaction.created_at,
        private=private,
        channel_id=interaction.channel_id,
    )
