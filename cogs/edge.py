"""Between Discord and the rooms: answers that come in time, errors with one home, buttons that last."""

import asyncio
import hashlib
import logging
import sqlite3
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import aiohttp
import discord
from discord.utils import MISSING

from bot import logs, texts
from bot.care import service as care
from bot.corrections import service as corrections
from bot.db.failures import StorageFailed
from bot.errors import Refusal
from bot.named import service as named
from bot.parts import Parts
from bot.unasked import service as unasked
from cogs import corrected

if TYPE_CHECKING:
    from bot.app import SecondWind

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_S = 1.5
"""Discord wants an answer, or word that one will come, within 3 s."""
TOO_MANY = 429

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
        await _attempt(_defer(interaction))
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


UNDELIVERED = (
    discord.HTTPException,
    discord.RateLimited,
    aiohttp.ClientError,
    StorageFailed,
    OSError,
)
"""What comes of a Discord, a network or a disk that does not take something just now."""


async def attempt(call: Awaitable[T], what: str, **ids: int | None) -> T | None:
    """A call whose failure loses nothing: gives its result, or None when Discord or the disk did not take it."""
    return (await tried(call, what, **ids))[0]


async def tried(call: Awaitable[T], what: str, **ids: int | None) -> tuple[T | None, bool]:
    """As `attempt`, and whether Discord refused it, so that it surely had no effect."""
    try:
        return await call, False
    except UNDELIVERED as failure:
        _warn(failure, what, **ids)
        return None, isinstance(failure, discord.HTTPException) and failure.status < 500


async def taken(change: Awaitable[object], what: str, **ids: int | None) -> bool | None:
    """Whether Discord took a change of what stands there; False where it refused, None where it may take it later."""
    try:
        await change
    except UNDELIVERED as failure:
        _warn(failure, what, **ids)
        if not isinstance(failure, discord.HTTPException):
            return None
        return None if failure.status >= 500 or failure.status == TOO_MANY else False
    return True


async def insisted(
    call: Callable[[], Awaitable[T]], what: str, **ids: int | None
) -> tuple[T | None, bool]:
    """As `tried`, for a message with a nonce: where its end is not known it is sent again, and stands once.

    What stands without the bot's knowing could not go with the name in it.
    """
    result, refused = await tried(call(), what, **ids)
    if result is not None or refused:
        return result, refused
    return await tried(call(), what, **ids)


async def afterwards(work: Awaitable[None], what: str, event_id: int, **ids: int | None) -> bool:
    """What follows a saved change; whether it came to its end. Nothing is raised, whatever goes wrong.

    An error here must not ask anybody to try again what is saved already.
    """
    try:
        await work
    except UNDELIVERED as failure:
        _warn(failure, what, **ids)
    except Exception as error:
        report(error, reference_of(event_id), **ids)
    else:
        return True
    return False


def _warn(failure: BaseException, what: str, **ids: int | None) -> None:
    why = type(failure).__name__
    if isinstance(failure, discord.HTTPException):
        why = f"{failure.status} ({failure.code})"
    log.warning("%s failed: %s", what, why, extra=logs.ids(**ids))


async def _attempt(call: Awaitable[None]) -> None:
    await attempt(call, "an answer to an interaction")


def nonce(key: str) -> str:
    """What makes Discord take a message once even when it is sent again within minutes."""
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


_PAST_ANSWERING = {10062, 40060}
"""Discord's codes for an interaction whose member gave up waiting, and for one that was answered before."""


async def take(interaction: Interaction, error: BaseException) -> None:
    """The one home of errors: a refusal words itself, anything else gets a number that is in the log."""
    cause = getattr(error, "original", error)
    if isinstance(cause, discord.HTTPException) and cause.code in _PAST_ANSWERING:
        return  # whatever was saved is saved
    ids = {"guild": interaction.guild_id, "member": interaction.user.id}
    if _is_of_a_mind(cause):
        ids = {}  # that somebody did not feel like it is in no log either
    told = sentence(cause, interaction.id, **ids)
    await _attempt(tell(interaction, told))


_OF_MINDS = "OF_MINDS"
"""What a cog declares as true of which nobody else is to know that a member used it at all."""


def _is_of_a_mind(error: BaseException) -> bool:
    """Whether an error came up in something of which not even the log may know whose it was."""
    steps = traceback.walk_tb(error.__traceback__)
    return any(frame.f_globals.get(_OF_MINDS) is True for frame, _ in steps)


def sentence(error: BaseException, event_id: int, **ids: int | None) -> str:
    """What a member is told about an error; one that is no refusal is logged with the number told."""
    if isinstance(error, Refusal):
        return texts.say(error.key, **error.values)
    reference = reference_of(event_id)
    report(error, reference, **ids)
    key = "errors.not_saved" if isinstance(error, StorageFailed) else "errors.unexpected"
    return texts.say(key, reference=reference)


def reference_of(event_id: int) -> str:
    """A short number for the event with that id, to be told and to be found in the log."""
    return hashlib.sha256(str(event_id).encode()).hexdigest()[:6].upper()


def report(error: BaseException, reference: str, **ids: int | None) -> None:
    """Logs an unexpected error under its reference: where it happened and to whom, never what was written.

    An exception's message may quote what a member wrote, so only its type and the places are logged. What the disk
    does is worded for the host, with no value in it.
    """
    about = {"reference": reference, "places": places(error), **logs.ids(**ids)}
    what = error if isinstance(error, StorageFailed) else f"unexpected {type(error).__name__}"
    log.error("%s", what, extra=about)


def places(error: BaseException) -> str:
    """File, line and function of each step that led to the error, and nothing of its values."""
    steps, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(steps)
