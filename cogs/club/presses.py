"""What the pickers and buttons of a club do, for organizers alone; the router has asked who presses."""

import discord

from bot import texts
from bot.clubs.model import Club, Wishes
from bot.clubs.refusals import ChannelClosed, NoSuchChoice, NotPosted
from cogs import edge, trying
from cogs.club import choosing, panels, reach, wording
from cogs.edge import Interaction
from cogs.router import Handler, Press


async def runs(interaction: Interaction, press: Press) -> None:
    """The chosen channels are read from now on; the private panel changes, the public hello stays."""
    club = await choosing.read_runs_in(interaction, _ids(press))
    guild, read_chat = choosing.server_of(interaction), choosing.read_chat(interaction)
    if _on_panel(interaction):
        told = wording.channels_panel(club, guild, read_chat=read_chat)
        view = panels.channels_view(club, guild)
        await edge.replace(interaction, wording.saved(told), view=view)
    else:
        told = wording.channels(club, guild, read_chat=read_chat)
        await edge.tell(interaction, wording.saved(told))


async def units(interaction: Interaction, press: Press) -> None:
    """Kilometres or miles for whoever chose nothing themselves."""
    await _settle(interaction, Wishes(units=_one(press)))


async def replies(interaction: Interaction, press: Press) -> None:
    """How runs are answered."""
    await _settle(interaction, Wishes(replies=_one(press)))


async def tone(interaction: Interaction, press: Press) -> None:
    """How members are spoken to who chose no tone themselves."""
    await _settle(interaction, Wishes(tone=_one(press)))


async def role(interaction: Interaction, press: Press) -> None:
    """Whose role makes an organizer; nothing chosen takes it away. Raises NoSuchChoice for no role of this server."""
    guild = choosing.server_of(interaction)
    roles = [role.id for role in map(guild.get_role, _ids(press)) if role]
    if press.values and not roles:
        raise NoSuchChoice
    await _settle(interaction, Wishes(organizer_role_id=roles[0] if roles else 0))


async def introduce(interaction: Interaction, press: Press) -> None:
    """Posts one message for the members in this channel, and takes the button off the hello."""
    if not interaction.response.is_done():
        await interaction.response.defer()  # posting may have to wait for Discord
    guild, club = choosing.server_of(interaction), await choosing.club_of(interaction)
    await _post_introduction(interaction, club, guild)
    if _on_panel(interaction):
        await edge.tell(interaction, texts.say("clubs.introduced"))
    else:
        await edge.replace(interaction, view=panels.introduced_view(club, guild))


HANDLERS: dict[str, Handler] = {
    "club:runs": runs,
    "club:units": units,
    "club:replies": replies,
    "club:tone": tone,
    "club:role": role,
    "club:introduce": introduce,
}


async def _post_introduction(interaction: Interaction, club: Club, guild: discord.Guild) -> None:
    """One message, however many press at once. Raises ChannelClosed or NotPosted."""
    channel_id = interaction.channel_id or 0
    origin = interaction.message.id if interaction.message else interaction.id
    told = wording.introduction(club, guild, read_chat=choosing.read_chat(interaction))
    sent = await trying.attempt(
        interaction.client.get_partial_messageable(channel_id).send(
            told, nonce=trying.nonce(f"introduction:{origin}")
        ),
        "an introduction",
        channel=channel_id,
    )
    if sent is None:
        parent_id = getattr(interaction.channel, "parent_id", None) or channel_id
        lacking = reach.missing(guild, parent_id, replies=club.replies)
        if not lacking:
            raise NotPosted
        raise ChannelClosed(channel=f"<#{channel_id}>", missing=wording.permissions(lacking))


async def _settle(interaction: Interaction, wishes: Wishes) -> None:
    """Saves, and shows the panel as it is now."""
    club = await choosing.choose(interaction, wishes)
    guild, now = choosing.server_of(interaction), edge.parts_of(interaction).clock()
    read_chat = choosing.read_chat(interaction)
    told = wording.settings_panel(club, guild, now=now, read_chat=read_chat)
    view = panels.settings_view(club, guild)
    await edge.replace(interaction, wording.saved(told), view=view)


def _on_panel(interaction: Interaction) -> bool:
    """Whether a private panel was pressed, and not the hello that everybody sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _one(press: Press) -> str:
    """The one thing chosen. Raises NoSuchChoice for a press without any."""
    if not press.values:
        raise NoSuchChoice
    return press.values[0]


def _ids(press: Press) -> list[int]:
    return [int(value) for value in press.values if value.isascii() and value.isdecimal()]
