"""Where in a server the bot may act, and which permission it lacks elsewhere."""

import discord
from discord.abc import GuildChannel

from bot.invite import PERMISSIONS

FOR_CARDS = "embed_links"
FOR_PICTURES = "attach_files"
"""Not needed: where it is missing, words do alone."""
_FOR_LIVING = ("view_channel", "send_messages", FOR_CARDS, "read_message_history")


def missing(guild: discord.Guild, channel_id: int, *, replies: str) -> list[str]:
    """The permissions that the bot needs in a run channel and does not have there, by discord.py's names."""
    channel = guild.get_channel(channel_id)
    return ["view_channel"] if channel is None else lacking(channel, guild.me, replies=replies)


def lacking(channel: GuildChannel, me: discord.Member, *, replies: str) -> list[str]:
    """The same for a channel in hand."""
    # Not the channel's own method: that one counts everything as denied where the view is.
    granted = GuildChannel.permissions_for(channel, me)
    return [
        name
        for name in PERMISSIONS
        if not getattr(granted, name)
        and name != FOR_PICTURES
        and (name != FOR_CARDS or replies == "cards")
    ]


def missing_for_cards(guild: discord.Guild, channel_id: int) -> list[str]:
    """The permissions that the bot needs where a card is to stand and does not have there."""
    channel = guild.get_channel(channel_id)
    if not isinstance(channel, discord.TextChannel):
        return ["view_channel"]
    granted = GuildChannel.permissions_for(channel, guild.me)
    return [name for name in _FOR_LIVING if not getattr(granted, name)]


def why_not_given(role: discord.Role | None, me: discord.Member) -> str | None:
    """Why the bot cannot give that role: it is "gone", the "permission" is missing, it is "above"; None if it can."""
    if role is None:
        return "gone"
    if not me.guild_permissions.manage_roles:
        return "permission"
    return "above" if role >= me.top_role else None


def can_write(channel: discord.TextChannel) -> bool:
    """Whether the bot sees this channel and may write there."""
    granted = channel.permissions_for(channel.guild.me)
    return granted.view_channel and granted.send_messages


def greeting_place(guild: discord.Guild) -> discord.TextChannel | None:
    """The system channel, else the first text channel where the bot may write, or None."""
    first = [guild.system_channel] if guild.system_channel else []
    return next(filter(can_write, [*first, *guild.text_channels]), None)


def still_there(guild: discord.Guild, channel_ids: tuple[int, ...]) -> list[int]:
    """Those of the channels that were not deleted while nobody looked."""
    return [channel_id for channel_id in channel_ids if guild.get_channel(channel_id)]
