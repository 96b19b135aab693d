"""What the log may hold, as text or JSON lines: events and ids, no token, no member's words."""

import json
import logging
import re
import sys
import time
import traceback
from collections.abc import Iterator
from typing import TextIO

from bot.errors import HostError

_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{5,8}\.[\w-]{25,}")  # id, instant and signature, in base64


def set_up(
    level: str, style: str, *, token: str | None = None, stream: TextIO | None = None
) -> None:
    """Send everything at `level` or above to `stream` (stderr) as "text" or "json"."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter(style, token))
    logging.basicConfig(handlers=[handler], force=True)
    ours = logging.getLevelNamesMapping()[level]
    for name in ("bot", "cogs"):
        logging.getLogger(name).setLevel(ours)
    # Libraries stop at INFO: at DEBUG discord.py logs each gateway event with the message in it, and
    # aiosqlite each call with its values.
    logging.getLogger().setLevel(max(ours, logging.INFO))
    # It would tell of each time the timer wakes.
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


def formatter(style: str, token: str | None = None) -> logging.Formatter:
    """What words a record as "text" or "json", its ids as fields, with tokens blacked out."""
    return Redacted(_Json() if style == "json" else _Text(), token)


def ids(**found: int | None) -> dict[str, int]:
    """The `extra` of a record: which member, club, message … it is about, as fields of their own."""
    return {f"{name}_id": number for name, number in found.items() if number is not None}


def without_tokens(text: str, token: str | None = None) -> str:
    """`text` with `token`, and whatever is shaped like a bot's token, blacked out."""
    return _TOKEN.sub("[token]", text.replace(token, "[token]") if token else text)


class Redacted(logging.Formatter):
    """Takes tokens out of what another formatter wrote, tracebacks included."""

    def __init__(self, inner: logging.Formatter, token: str | None = None) -> None:
        super().__init__()
        self._inner = inner
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return without_tokens(self._inner.format(record), self._token)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        ids = "".join(f" {name}={value}" for name, value in _ids(record))
        line = f"{_instant(record)} {record.levelname} {record.name}: {record.getMessage()}{ids}"
        return "\n".join([line, *_trace(record)])


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **dict(_ids(record)),
        }
        if trace := _trace(record):
            line["error"] = "\n".join(trace)
        return json.dumps(line, ensure_ascii=False)


def _instant(record: logging.LogRecord) -> str:
    seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    return f"{seconds}.{int(record.msecs):03}Z"


def _ids(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """The extras that a line may carry: a reference number, an occurrence, and ids."""
    for name, value in vars(record).items():
        if name in {"reference", "occurrence"} or name.endswith("_id"):
            yield name, value


def _trace(record: logging.LogRecord) -> list[str]:
    """The frames of an error and of what led to it, the first cause first; or the `places` a record brings."""
    if isinstance(places := getattr(record, "places", None), str):
        return places.splitlines()
    if str(record.msg).startswith("Attempting a reconnect"):  # discord.py's word for a lost network
        return []
    error = record.exc_info[1] if record.exc_info else None
    chain: list[BaseException] = []
    while error and error not in chain:
        chain.insert(0, error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [line for link in chain for line in _told(link)]


def _told(error: BaseException) -> Iterator[str]:
    """An error's frames and name; of its words only numbers, since they may quote a member."""
    yield from "".join(traceback.format_tb(error.__traceback__)).splitlines()
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    yield f"{kind}: {error}" if isinstance(error, HostError) else f"{kind}{_numbers(error)}"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _told(inner)


def _numbers(error: BaseException) -> str:
    names = ("status", "code", "errno", "strerror", "sqlite_errorname")
    found = {name: getattr(error, name, None) for name in names}
    said = ", ".join(f"{name} {value}" for name, value in found.items() if value is not None)
    return f" ({said})" if said else ""
