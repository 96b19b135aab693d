"""What is said and logged of errors: a refusal words itself, anything else has a number, and no log quotes a member."""

import hashlib
import logging
import traceback

from bot import logs, texts
from bot.db.failures import StorageFailed
from bot.errors import Refusal

log = logging.getLogger(__name__)


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


_OF_MINDS = "OF_MINDS"
"""What a cog declares as true of which nobody else is to know that a member used it at all."""


def is_of_a_mind(error: BaseException) -> bool:
    """Whether an error came up in something of which not even the log may know whose it was."""
    steps = traceback.walk_tb(error.__traceback__)
    return any(frame.f_globals.get(_OF_MINDS) is True for frame, _ in steps)
