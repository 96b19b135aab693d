"""How organizers make a challenge, and where its card and its words are found."""

import discord

JANUARY = {"name": "January 100", "goal": "100 km", "from": "1 Jan", "until": "31 Jan"}


async def organizer(club, name):
    """One more member who may manage the server."""
    manager = club.guild.create_role("Second", permissions=discord.Permissions(manage_guild=True))
    return club.guild.add_member(club.env.create_user(name), roles=[manager])


async def begin(club, member=None, **fields):
    """Sends the form of a new challenge; gives the panel that comes of it."""
    member = member or club.boss
    form = await member.slash(club.lobby, "club challenge new")
    return await member.submit_modal(form, {**JANUARY, **fields})


async def start(club, **fields):
    """Posts a challenge; gives its card."""
    panel = await begin(club, **fields)
    await club.boss.click(panel.response, label="Post it")
    return cards(club)[-1]


def cards(club, channel=None):
    """The living cards in a channel, as they are now."""
    channel = channel or club.lobby
    posts = [m for m in club.world.posts() if m.channel.id == channel.id and m.embeds]
    return [m for m in posts if m.embeds[0].title and not m.flags.ephemeral]


def told(card):
    """Everything that a card says, in its words and its picture."""
    pictures = [attachment.description or "" for attachment in card.attachments]
    return "\n".join([*pictures, card.embeds[0].description])


def labels(message):
    """What the buttons under a message say."""
    return [item.label for row in message.components for item in row.children]


async def end(club):
    """Ends the only challenge there is; gives the message that thanks everybody."""
    asked = await club.boss.slash(club.lobby, "club challenge end")
    await club.boss.click(asked.response, label="Yes, end it")
    await club.tick()
    await club.travel(seconds=15)
    return [m for m in club.world.posts() if "done, together" in m.content][-1]


async def newest(club):
    """The number of the challenge that was made last."""
    return await club.bot.database.read(
        lambda tx: tx.execute("SELECT max(challenge_id) FROM challenges").fetchone()[0]
    )


def said(club, words):
    """What was said in the lobby with these words, beside cards."""
    posts = [m for m in club.world.posts() if m.channel.id == club.lobby.id and not m.embeds]
    return [m.content for m in posts if words in m.content and not m.flags.ephemeral]
