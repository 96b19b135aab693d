"""What is asked of Discord, a network or a disk and may come to nothing: tried, and no worse for it."""

import hashlib
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

from bot import logs
from bot.db.failures import StorageFailed
from cogs import faults

log = logging.getLogger(__name__)

T = TypeVar("T")

TOO_MANY = 429

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
        faults.report(error, faults.reference_of(event_id), **ids)
    else:
        return True
    return False


def _warn(failure: BaseException, what: str, **ids: int | None) -> None:
    why = type(failure).__name__
    if isinstance(failure, discord.HTTPException):
        why = f"{failure.status} ({failure.code})"
    log.warning("%s failed: %s", what, why, extra=logs.ids(**ids))


def nonce(key: str) -> str:
    """What makes Discord take a message once even when it is sent again within minutes."""
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
