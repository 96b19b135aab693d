"""Reads the goal that an organizer types, such as "100 km" or "20 hours", or says what to write instead; pure."""

import re
from dataclasses import dataclass

from bot.challenges.model import Fault
from bot.texts import clean
from bot.texts.figures import MILE_M

WEEKS = "weeks"
MOST = {
    "distance": 1_000_000_000,
    "time": 3_600_000_000,
    "runs": 1_000_000,
    "days": 1_000_000,
    "people": 100_000,
    WEEKS: 52,
}
"""More than this is no goal of a club but a slip; in metres, seconds and counts."""

TYPED_SHOWN = 40

_UNITS: dict[str, tuple[str, float]] = {
    word: (metric, size)
    for words, metric, size in (
        ("km kms k kilometer kilometers kilometre kilometres", "distance", 1000),
        ("m meter meters metre metres", "distance", 1),
        ("mi mile miles", "distance", MILE_M),
        ("h hr hrs hour hours", "time", 3600),
        ("min mins minute minutes", "time", 60),
        ("run runs", "runs", 1),
        ("day days", "days", 1),
        ("person persons people member members runner runners", "people", 1),
        ("week weeks", WEEKS, 1),
    )
    for word in words.split()
}
_EACH = re.compile(r"\b(?:(?:per|by) (?:person|member|head|runner)|each|a head|everyone)\b")
_GOAL = re.compile(r"(?P<number>\d[\d.,'’ ]*)\s*(?P<active>active )?(?P<unit>[a-z]*)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+")


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted: metres, seconds or a count, of which metric (or "weeks")."""

    amount: int
    metric: str
    per_person: bool = False


def read(text: str, *, metric: str | None, units: str) -> Goal | Fault:
    """The goal that was typed, or what is wrong with it; a bare number is meant in `metric`, else in km or miles."""
    words = " ".join(text.casefold().split())
    bare, each = _EACH.subn("", words)
    found = _GOAL.fullmatch(bare.strip())
    value = _number(found["number"]) if found else None
    if found is None or value is None:
        return _unread(text)
    unit = found["unit"] or _usual_unit(metric, units)
    if unit not in _UNITS:
        return _unread(text)
    meant, size = _UNITS[unit]
    amount = round(value * size)
    if amount <= 0:
        return "challenges.goal_zero", {}
    if amount > MOST[meant]:
        return "challenges.goal_absurd", {"text": shown(text)}
    return Goal(amount, meant, bool(each))


def _usual_unit(metric: str | None, units: str) -> str:
    if metric == "time":
        return "h"
    return units if metric in (None, "distance") else str(metric)


def _number(written: str) -> float | None:
    """1,000 and 1.000 are a thousand, 10.5 and 10,5 are ten and a half; None for anything else."""
    written = written.strip()
    if _GROUPED.fullmatch(written):
        return float(re.sub(r"\D", "", written))
    plain = written.replace(",", ".")
    try:
        return float(plain) if " " not in plain else None
    except ValueError:
        return None


def shown(text: str) -> str:
    """What was typed, safe to show and short."""
    return clean.words(text, TYPED_SHOWN)


def _unread(text: str) -> Fault:
    return "challenges.goal_unread", {"text": shown(text)}
