"""What commands and pickers of a club share: save what was chosen, with its effect at once."""

from collections.abc import Iterable

import discord

from bot.cards import service as cards
from bot.clubs import service as clubs
from bot.clubs.model import Club, Wishes
from bot.clubs.refusals import ChannelClosed, ServerOnly
from bot.messages import service as messages
from cogs import edge
from cogs.club import following, reach, wording
from cogs.edge import Interaction


def server_of(interaction: Interaction) -> discord.Guild:
    """The server in which something is asked. Raises ServerOnly elsewhere."""
    if interaction.guild is None:
        raise ServerOnly
    return interaction.guild


def read_chat(interaction: Interaction) -> bool:
    """Whether the host lets the bot read along at all."""
    return edge.parts_of(interaction).settings.read_chat


async def club_of(interaction: Interaction) -> Club:
    """The club of the server, as it is or would begin."""
    defaults = edge.parts_of(interaction).defaults
    guild = server_of(interaction)
    return await edge.read(interaction, clubs.find_or_new, guild.id, defaults=defaults)


async def choose(interaction: Interaction, wishes: Wishes) -> Club:
    """Saves what an organizer chose."""
    guild, parts = server_of(interaction), edge.parts_of(interaction)
    now, defaults = parts.clock(), parts.defaults
    club = await edge.write(
        interaction, clubs.choose, guild.id, guild.name, wishes, now=now, defaults=defaults
    )
    if wishes.zone is not None or wishes.week_start is not None:
        await following.follow_week(interaction)
    if wishes.zone is not None:
        await following.follow_zone(interaction)
    interaction.client.dispatch("cards_changed")  # days, weeks and units may stand on them
    return club


async def read_runs_in(interaction: Interaction, channel_ids: Iterable[int]) -> Club:
    """Saves which channels are read, and reads along there from now on; a channel of another server is left out."""
    guild, parts = server_of(interaction), edge.parts_of(interaction)
    changed = await edge.write(
        interaction,
        clubs.read_runs_in,
        guild.id,
        guild.name,
        [channel_id for channel_id in channel_ids if _is_ours(guild, interaction, channel_id)],
        now=parts.clock(),
        defaults=parts.defaults,
    )
    parts.listening.set_channels(changed.before.run_channels, changed.after.run_channels)
    # A channel is followed from the moment it was chosen, even when the bot stops right after.
    begun = dict.fromkeys(changed.after.run_channels, interaction.id)
    await edge.write(interaction, messages.handled, guild.id, begun)
    return changed.after


async def speak_in(interaction: Interaction, purpose: str, channel: discord.TextChannel) -> Club:
    """Saves where the bot speaks of something. Raises ChannelClosed where it may not write."""
    guild, parts = server_of(interaction), edge.parts_of(interaction)
    lacking = reach.missing_for_cards(guild, channel.id)
    if lacking:
        raise ChannelClosed(channel=channel.mention, missing=wording.permissions(lacking))
    club = await edge.write(
        interaction,
        clubs.speak_in,
        guild.id,
        guild.name,
        purpose,
        channel.id,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    if purpose == "challenges":
        await edge.write(interaction, cards.rehouse, guild.id, channel.id)
        interaction.client.dispatch("cards_changed")
    return club


def _is_ours(guild: discord.Guild, interaction: Interaction, channel_id: int) -> bool:
    channel = interaction.client.get_channel(channel_id)
    return isinstance(channel, discord.TextChannel) and channel.guild.id == guild.id
