"""Which messages are read for runs: where, from whom, and which kinds of message."""

import discord

from bot.parts import Parts

WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


def is_written(message: discord.Message) -> bool:
    """Whether a person wrote it here: no bot, no webhook, nothing forwarded or mirrored, no notice."""
    if message.author.bot or message.webhook_id or message.type not in WRITTEN:
        return False
    if message.message_snapshots or message.flags.is_crossposted:
        return False
    # A message of a server that is not known now has no guild either.
    return message.guild is not None or isinstance(message.channel, discord.DMChannel)


def is_heard(parts: Parts, us: discord.ClientUser | None, message: discord.Message) -> bool:
    """Whether a message of a server stands in a run channel, or speaks to the bot."""
    parent_id = getattr(message.channel, "parent_id", None)
    if parts.listening.hears(message.channel.id, parent_id, message.author.id):
        return True
    return us is not None and _mentions(us, message)


def _mentions(us: discord.ClientUser, message: discord.Message) -> bool:
    content = message.content
    if "<@" not in content:
        return False
    if f"<@{us.id}>" in content or f"<@!{us.id}>" in content:
        return True
    # The bot's own role has its name, too, and is picked by mistake.
    me = message.guild.me if message.guild and "<@&" in content else None
    return me is not None and any(r.managed and r.mention in content for r in me.roles)
