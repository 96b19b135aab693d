"""A member shows everybody in a channel what is theirs to show; it goes again when they are not to be named."""

from collections.abc import Awaitable, Callable

import discord

from bot.clubs.refusals import NotPosted
from cogs import edge, trying
from cogs.edge import Interaction


async def share_here(
    interaction: Interaction,
    words: str,
    picture: Callable[[], Awaitable[discord.File | None]],
    what: str,
) -> None:
    """Posts the words, with the picture where one may stand, in the channel of a press. Raises NotPosted.

    `what` is shared stands in the log when Discord does not take it.
    """
    await edge.acknowledge(interaction)  # drawing takes its time
    may_attach = interaction.app_permissions.attach_files
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    nonce = trying.nonce(f"share:{interaction.id}")

    async def post() -> discord.Message:
        file = await picture() if may_attach else None
        message: discord.Message = await channel.send(
            words, nonce=nonce, file=file or discord.utils.MISSING
        )
        return message

    sent, _ = await trying.insisted(post, what, member=interaction.user.id)
    if sent is None:
        raise NotPosted
    await edge.note_names(interaction, [interaction.user.id], sent.channel.id, sent.id)
