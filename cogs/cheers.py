"""`/cheer`: a kind word in public to somebody who may be named there."""

import functools

import discord
from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.cheers import service as cheers
from bot.cheers.refusals import CheersAway, CheersBot
from bot.cheers.service import Given
from bot.clubs import service as clubs
from bot.clubs.refusals import NotPosted
from bot.milestones import service as milestones
from bot.parts import Parts
from bot.texts import clean
from cogs import edge, trying
from cogs.edge import Interaction

MAX_WORDS = 300


class CheerCommand(commands.Cog):
    """Cheers, given by name."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @app_commands.command(description="A kind word for a clubmate, in this channel")
    @app_commands.describe(member="Who it is for", words="What you would like to say to them")
    @app_commands.guild_only()
    async def cheer(
        self,
        interaction: Interaction,
        member: discord.User,
        words: app_commands.Range[str, 1, MAX_WORDS] | None = None,
    ) -> None:
        """Cheers in the channel; why it cannot be is told in private."""
        if member.bot:
            raise CheersBot
        if not isinstance(member, discord.Member):
            raise CheersAway
        given = await self._give(interaction, member)
        message_id = await _said(interaction, member, words or "", given)
        if message_id is None:
            await edge.write(interaction, cheers.take_back, given.cheer_id)
            raise NotPosted
        both, channel_id = (interaction.user.id, member.id), interaction.channel_id or 0
        await edge.note_names(interaction, both, channel_id, message_id)
        if earned := milestones.of_cheering(given.counted):
            await trying.attempt(
                edge.tell(interaction, earned), "a milestone", member=interaction.user.id
            )

    async def _give(self, interaction: Interaction, member: discord.Member) -> Given:
        guild, now, defaults = member.guild, self._parts.clock(), self._parts.defaults
        await edge.write(
            interaction, clubs.ensure, guild.id, guild.name, now=now, defaults=defaults
        )
        return await edge.write(
            interaction,
            cheers.give,
            guild.id,
            interaction.user.id,
            interaction.user.display_name,
            member.id,
            defaults=defaults,
            now=now,
        )


async def _said(
    interaction: Interaction, member: discord.Member, words: str, given: Given
) -> int | None:
    """The message in the channel, or None; whoever it is for is called once a day, nobody else ever."""
    content = worded(interaction.user.id, member.id, words)
    mentions = discord.AllowedMentions(
        everyone=False, roles=False, replied_user=False, users=[member] if given.pings else False
    )
    if interaction.response.is_done():
        return await _said_late(interaction, content, mentions, given)
    call = interaction.response.send_message(content, allowed_mentions=mentions)
    response = await trying.attempt(call, "a cheer")
    if response is not None and response.message_id is not None:
        return response.message_id
    # Only the word of it may have been lost on the way.
    found = await trying.attempt(interaction.original_response(), "finding a cheer")
    return found.id if found else None


async def _said_late(
    interaction: Interaction, content: str, mentions: discord.AllowedMentions, given: Given
) -> int | None:
    """What was announced as coming can only be private: the cheer is a message of its own."""
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    nonce = trying.nonce(f"cheer:{given.cheer_id}")
    sending = functools.partial(channel.send, content, allowed_mentions=mentions, nonce=nonce)
    sent, _ = await trying.insisted(sending, "a cheer")
    if sent is None:
        return None
    await edge.tell(interaction, texts.say("cheers.said"))
    return int(sent.id)


def worded(giver_id: int, member_id: int, words: str) -> str:
    """The cheer as the channel reads it."""
    who, whom = f"<@{giver_id}>", f"<@{member_id}>"
    said = clean.words(words, MAX_WORDS)
    if not said:
        return texts.say("cheers.cheer", who=who, whom=whom)
    return texts.say("cheers.cheer_words", who=who, whom=whom, words=said)
