"""`/recap` for any week that has been, and what stands under a recap."""

import io
from datetime import date

import discord
from discord import app_commands
from discord.ext import commands
from discord.utils import MISSING

from bot import texts
from bot.clubs.refusals import NotPosted
from bot.parts import Parts
from bot.recaps import service as recaps
from bot.recaps.model import Look
from bot.schedule.model import MONTH, WEEK, YEAR
from cogs import edge, router, trying
from cogs.club import choosing
from cogs.edge import Interaction
from cogs.recaps import own, posting, wording
from cogs.router import Handler, Press


class RecapCommands(commands.Cog):
    """Answers privately; the button under it shares."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @app_commands.command(name="recap", description="What the club did together in a week")
    @app_commands.describe(
        week="last, this, or any day in the week, such as 12 Nov; for your own also a month or a year",
        mine="Your own, of all your runs, instead of the club's",
    )
    @app_commands.choices(
        mine=[
            app_commands.Choice(name=texts.say(f"recaps.mine_{period}"), value=period)
            for period in own.PERIODS
        ]
    )
    @app_commands.guild_only()
    async def recap(
        self, interaction: Interaction, week: str | None = None, mine: str | None = None
    ) -> None:
        """Shows the club's week, or one's own, to whoever asks."""
        guild, parts = choosing.server_of(interaction), self._parts
        if mine in (WEEK, MONTH):
            await own.show(interaction, mine, week)
            return
        if mine == YEAR:
            await own.show_year(interaction, week)
            return
        found = await edge.read(
            interaction,
            recaps.week,
            guild.id,
            week or "last",
            now=parts.clock(),
            defaults=parts.defaults,
        )
        heeding = posting.heeded(interaction.client, parts, found)
        found = await edge.in_time(interaction, heeding)
        share = router.button(
            "recap:share", int(f"{found.first:%Y%m%d}"), texts.say("recaps.button_share")
        )
        if not found.is_empty and not interaction.response.is_done():  # drawing takes its time
            await interaction.response.defer(ephemeral=True, thinking=True)
        file = await posting.file(parts, found) or MISSING
        await edge.tell(interaction, posting.told(found), view=router.view(share), file=file)


NOBODY_RAN = date(1970, 1, 1)


async def share(interaction: Interaction, press: Press) -> None:
    """Tells the week to everybody in this channel. Raises NotPosted."""
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    if not interaction.response.is_done():
        await interaction.response.defer()  # drawing takes its time
    found = await edge.read(
        interaction,
        recaps.week,
        guild.id,
        _day(press.number).isoformat(),
        now=parts.clock(),
        defaults=parts.defaults,
    )
    found = await posting.heeded(interaction.client, parts, found)
    sharing = interaction.followup.send(
        posting.told(found),
        view=posting.look_button(found),
        file=await posting.file(parts, found) or MISSING,
        wait=True,
    )
    sent = await trying.attempt(sharing, "a shared recap", guild=guild.id)
    if sent is None:
        raise NotPosted
    await posting.note(parts, guild.id, sent, found)


async def more(interaction: Interaction, press: Press) -> None:
    """The presser's own part, and everyone who ran, in private."""
    guild, now = choosing.server_of(interaction), edge.parts_of(interaction).clock()
    look = await edge.read(
        interaction, recaps.looked_into, guild.id, interaction.user.id, press.number, now=now
    )
    await _show(interaction, look)


async def look(interaction: Interaction, press: Press) -> None:
    """The same under a week that was posted on demand."""
    guild, now = choosing.server_of(interaction), edge.parts_of(interaction).clock()
    found = await edge.read(
        interaction,
        recaps.looked_into_week,
        guild.id,
        interaction.user.id,
        _day(press.number),
        now=now,
    )
    await _show(interaction, found)


HANDLERS: dict[str, Handler] = {
    **own.HANDLERS,
    "recap:share": share,
    "recap:more": more,
    "recap:look": look,
}


async def _show(interaction: Interaction, look: Look | None) -> None:
    if look is None:
        await edge.tell(interaction, texts.say("recaps.gone"))
        return
    told = wording.looked_into(look, wording.dice(look.recap))
    if wording.is_folded(look.recap):
        names = io.BytesIO(
            "\n".join(sorted((*look.names, *look.recap.guests), key=str.casefold)).encode()
        )
        told = f"{told}\n{texts.say('recaps.more_file')}"
        await edge.tell(interaction, told, file=discord.File(names, "everyone.txt"))
    else:
        await edge.tell(interaction, told)


def _day(number: int) -> date:
    """The day that a button's number writes, or a day on which nobody ran for a forged one."""
    try:
        day = date.fromisoformat(f"{number:08}")
    except ValueError:
        return NOBODY_RAN
    return day if 1970 <= day.year <= 2200 else NOBODY_RAN
