"""What the buttons and selects of `/my` do, always to whoever pressed."""

from bot import texts
from bot.members.model import Preferences
from cogs import edge
from cogs.edge import Interaction
from cogs.my import forgetting, pausing, settings, stats
from cogs.router import Handler, Press


async def units(interaction: Interaction, press: Press) -> None:
    """The units that were picked."""
    await _show(interaction, await settings.choose(interaction, units=next(iter(press.values), "")))


async def tone(interaction: Interaction, press: Press) -> None:
    """The tone that was picked."""
    await _show(interaction, await settings.choose(interaction, tone=next(iter(press.values), "")))


async def dms(interaction: Interaction, press: Press) -> None:
    """The direct messages that were picked."""
    await _show(interaction, await settings.choose(interaction, dms=next(iter(press.values), "")))


async def named(interaction: Interaction, press: Press) -> None:
    """Whether the member is named: 1 or 0 in the id."""
    await _show(interaction, await settings.choose(interaction, named=press.number != 0))
    if press.number == 0:
        await settings.after_unnaming(interaction)


async def read(interaction: Interaction, press: Press) -> None:
    """Whether the member's posts are read: 1 or 0 in the id."""
    await _show(interaction, await settings.choose(interaction, read_posts=press.number != 0))


async def forget(interaction: Interaction, press: Press) -> None:
    """Yes: the member is forgotten, up to this press, however old the question is."""
    await forgetting.carry_out(interaction)


async def stay(interaction: Interaction, press: Press) -> None:
    """No: nothing changes."""
    await edge.replace(interaction, texts.say("members.stayed"), view=None)


HANDLERS: dict[str, Handler] = {
    **pausing.HANDLERS,
    **stats.HANDLERS,
    "my:units": units,
    "my:tone": tone,
    "my:dms": dms,
    "my:named": named,
    "my:read": read,
    "my:forget": forget,
    "my:stay": stay,
}


async def _show(interaction: Interaction, now: Preferences) -> None:
    await edge.replace(interaction, settings.told(now), view=settings.panel(now))
