"""Between Discord and the rooms: work that is done and answered in time, and errors with one home."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import discord
from discord.utils import MISSING

from bot import texts
from bot.care import service as care
from bot.corrections import service as corrections
from bot.named import service as named
from bot.parts import Parts
from bot.unasked import service as unasked
from cogs import corrected, faults
from cogs.trying import attempt

if TYPE_CHECKING:
    from bot.app import SecondWind

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_S = 1.5
"""Discord wants an answer, or word that one will come, within 3 s."""

Interaction = discord.Interaction[Any]


def parts_of(interaction: Interaction) -> Parts:
    """The parts of the bot that received this interaction."""
    return cast("SecondWind", interaction.client).parts


def whose(interaction: Interaction) -> tuple[int | None, int]:
    """Club and member of an interaction; in a direct message the club is None, whichever one is meant."""
    return interaction.guild_id, interaction.user.id


async def write(
    interaction: Interaction,
    unit: Callable[Concatenate[sqlite3.Connection, P], T],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """One unit of work for an interaction; says "thinking" to Discord when it takes long."""
    return await in_time(interaction, parts_of(interaction).database.write(unit, *args, **kwargs))


async def read(
    interaction: Interaction,
    unit: Callable[Concatenate[sqlite3.Connection, P], T],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """As `write`, for a unit that only reads."""
    return await in_time(interaction, parts_of(interaction).database.read(unit, *args, **kwargs))


async def in_time(interaction: Interaction, work: Coroutine[Any, Any, T]) -> T:
    """The result of some work; says "thinking" to Discord when it takes long."""
    task = asyncio.ensure_future(work)
    if await _takes_long(task) and not interaction.response.is_done():
        await attempt(_defer(interaction), "an answer to an interaction")
    return await task


async def _takes_long(task: asyncio.Future[Any]) -> bool:
    done, _ = await asyncio.wait({task}, timeout=PATIENCE_S)
    return not done


async def _defer(interaction: Interaction) -> None:
    if interaction.type is discord.InteractionType.component:
        await interaction.response.defer()
    elif interaction.type is not discord.InteractionType.autocomplete:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def tell(
    interaction: Interaction,
    content: str | None = None,
    *,
    view: discord.ui.View = MISSING,
    embed: discord.Embed = MISSING,
    file: discord.File = MISSING,
) -> None:
    """Answers so that only the member sees it, whether or not something was answered before."""
    if interaction.response.is_done():
        await interaction.followup.send(
            content or MISSING, view=view, embed=embed, file=file, ephemeral=True
        )
    else:
        await interaction.response.send_message(
            content, view=view, embed=embed, file=file, ephemeral=True
        )
    await _offer_support(interaction)
    await _tell_corrections(interaction)
    await _tell_closed(interaction)
    gladden(interaction)


async def _tell_closed(interaction: Interaction) -> None:
    """Adds to a private answer, once, that direct messages did not get through and were switched off."""
    parts, member_id = parts_of(interaction), interaction.user.id
    if not parts.unreached.take(member_id):
        return
    if not await attempt(parts.database.read(unasked.is_unreached, member_id), "closed messages"):
        return
    told = interaction.followup.send(texts.say("unasked.closed"), ephemeral=True, wait=True)
    if await attempt(told, "closed messages") is None:
        parts.unreached.add(member_id)
    else:
        await attempt(parts.database.write(unasked.told, member_id), "noting closed messages")


async def open_form(interaction: Interaction, form: discord.ui.Modal) -> None:
    """Opens a form; whoever got none hears that they may try again: also where "thinking" was said before it."""
    opening = None
    if not interaction.response.is_done():
        opening = await attempt(
            interaction.response.send_modal(form), "opening a form", member=interaction.user.id
        )
    if opening is None:
        await attempt(tell(interaction, texts.say("errors.no_form")), "telling of a form")


def gladden(interaction: Interaction) -> None:
    """After an answer: has the member told in private what of their runs is a joy, where something is."""
    if parts_of(interaction).glad.take(interaction.user.id):
        interaction.client.dispatch("glad", interaction)


async def _tell_corrections(interaction: Interaction) -> None:
    """Adds to a private answer what an organizer put right in the member's runs, once."""
    parts, member_id = parts_of(interaction), interaction.user.id
    if not parts.untold.take(member_id):
        return
    found = await attempt(
        parts.database.read(parts.corrections.untold, member_id, now=parts.clock()), "tidings"
    )
    words = "\n".join(corrected.told(told) for told in found or ())
    if not words:
        return
    if (
        await attempt(interaction.followup.send(words, ephemeral=True, wait=True), "tidings")
        is None
    ):
        parts.untold.add(member_id)
        return
    ids = [told.correction.correction_id for told in found or ()]
    noting = parts.database.write(corrections.told, ids, now=parts.clock())
    await attempt(noting, "noting tidings", member=member_id)


async def _offer_support(interaction: Interaction) -> None:
    """Adds the support text to a private answer when it is due to the member, and only then."""
    parts, member_id = parts_of(interaction), interaction.user.id
    since = parts.waiting.take(member_id, parts.clock())
    if since is None:
        return
    told = interaction.followup.send(texts.say("care.support"), ephemeral=True, wait=True)
    if await attempt(told, "the support text") is None:
        parts.waiting.add(member_id, since)
    else:
        await attempt(parts.database.write(care.shown, member_id), "noting the support text")


async def replace(
    interaction: Interaction,
    content: str | None = MISSING,
    *,
    view: discord.ui.View | None = MISSING,
) -> None:
    """Changes the message whose button was pressed; `view=None` takes its buttons away.

    Words that everybody sees are never replaced: under a public message they are told privately instead.
    """
    if content is not MISSING and _is_public(interaction):
        await tell(interaction, content, view=view or MISSING)
    elif interaction.response.is_done():
        await interaction.edit_original_response(content=content, view=view)
    else:
        await interaction.response.edit_message(content=content, view=view)


async def note_names(
    interaction: Interaction, member_ids: Iterable[int], channel_id: int, message_id: int
) -> None:
    """Keeps in mind whom a message on demand names, so that it goes when they are not to be named any more."""
    parts = parts_of(interaction)
    noting = parts.database.write(
        named.note, list(member_ids), channel_id, message_id, now=parts.clock()
    )
    await attempt(noting, "noting names", guild=interaction.guild_id)


async def acknowledge(interaction: Interaction) -> None:
    """Tells Discord that a press was taken, where nothing changes under it."""
    if not interaction.response.is_done():
        await interaction.response.defer()


def _is_public(interaction: Interaction) -> bool:
    """Whether what was pressed stands where everybody reads it."""
    message = interaction.message
    return interaction.guild_id is not None and bool(message and not message.flags.ephemeral)


_PAST_ANSWERING = {10062, 40060}
"""Discord's codes for an interaction whose member gave up waiting, and for one that was answered before."""


async def take(interaction: Interaction, error: BaseException) -> None:
    """The one home of errors: a refusal words itself, anything else gets a number that is in the log."""
    cause = getattr(error, "original", error)
    if isinstance(cause, discord.HTTPException) and cause.code in _PAST_ANSWERING:
        return  # whatever was saved is saved
    ids = {"guild": interaction.guild_id, "member": interaction.user.id}
    if faults.is_of_a_mind(cause):
        ids = {}  # that somebody did not feel like it is in no log either
    told = faults.sentence(cause, interaction.id, **ids)
    await attempt(tell(interaction, told), "an answer to an interaction")
