"""Reads posts line by line, one JSON object in and one out, for scoring and for other programs."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from bot.runs.parse.explain import parse
from bot.runs.parse.reading import ParsedRun, Reading

_UNITS = (None, "km", "mi")
_FIELDS = (
    *("distance_m", "duration_s", "pace_s_per_km", "date_offset_days", "kind", "mood"),
    *("climb_m", "time_of_day"),
)


class _BadLine(ValueError):
    """What is wrong with a line, in words."""


def answer_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """An answer to each line, in order and as it comes.

    A line is `{"id", "text", "now"[, "units", "locale"]}`, `now` being the author's local time in
    ISO 8601 with an offset; the answer has the id, is_run, confidence, runs and reason. A line that
    is none gets `{"id", "error"}` in its place.
    """
    for line in lines:
        yield json.dumps(_answer(line))


def _answer(line: bytes) -> dict[str, Any]:
    post: dict[str, Any] = {}
    try:
        post = _object(line)
        hints = {"units": _units(post), "locale": _optional_text(post, "locale")}
        return {"id": post.get("id"), **_told(parse(_text(post), now=_now(post), **hints))}
    except _BadLine as error:
        return {"id": post.get("id"), "error": str(error)}


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise _BadLine("the line is not UTF-8") from None
    except RecursionError:
        raise _BadLine("the line is nested too deeply") from None
    except ValueError as error:
        raise _BadLine(f"the line is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise _BadLine('the line is no object; write {"id": 1, "text": "...", "now": "..."}')
    return found


def _text(post: dict[str, Any]) -> str:
    if not isinstance(post.get("text"), str):
        raise _BadLine("text is missing or no string")
    return str(post["text"])


def _now(post: dict[str, Any]) -> datetime:
    example = "such as 2026-11-18T20:00:00+00:00"
    try:
        now = datetime.fromisoformat(post["now"])
    except (KeyError, TypeError, ValueError):
        raise _BadLine(f"now is missing or no ISO 8601 time, {example}") from None
    if now.tzinfo is None:
        raise _BadLine(f"now has no offset; write it {example}")
    return now


def _units(post: dict[str, Any]) -> str | None:
    units = post.get("units")
    if units not in _UNITS:
        raise _BadLine("units is neither km nor mi")
    return units


def _optional_text(post: dict[str, Any], key: str) -> str | None:
    value = post.get(key)
    if value is not None and not isinstance(value, str):
        raise _BadLine(f"{key} is no string")
    return value


def _told(reading: Reading) -> dict[str, Any]:
    runs = [{name: getattr(run, name) for name in _FIELDS} | _tags(run) for run in reading.runs]
    return {
        "is_run": reading.is_run,
        "confidence": reading.confidence,
        "runs": runs if reading.is_run else [],
        "reason": reading.reason,
    }


def _tags(run: ParsedRun) -> dict[str, list[str]]:
    return {"tags": sorted(run.tags)}
