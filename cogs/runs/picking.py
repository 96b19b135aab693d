"""Picking a run by typing: what is offered, and what was picked."""

import functools
import re
from collections.abc import Coroutine
from datetime import date
from typing import Any

from discord import app_commands

from bot.runs.model import Pick, Picks
from bot.texts import figures
from cogs import edge
from cogs.runs import wording

SHOWN = 25
"""What Discord shows of them at once."""
_LONGEST = 100


async def offered(
    finding: Coroutine[Any, Any, Picks], typed: str
) -> list[app_commands.Choice[str]]:
    """The newest runs that hold what was typed, or else whose words it begins; none where something went wrong."""
    picks = await edge.attempt(finding, "a picker")
    if picks is None:
        return []
    phrase = " ".join(typed.casefold().split())
    fitting = _fitting(picks, [phrase]) or _fitting(picks, [f" {word}" for word in phrase.split()])
    return [app_commands.Choice(name=name, value=str(pick.run_id)) for pick, name in fitting]


def number(typed: str) -> int:
    """What the picker filled in; anything else typed by hand is no run."""
    return int(typed) if re.fullmatch(r"[0-9]{1,18}", typed) else 0


def _fitting(picks: Picks, parts: list[str]) -> list[tuple[Pick, str]]:
    """The first runs whose names hold all these parts, with their names."""
    days: dict[str, str] = {}
    found: list[tuple[Pick, str]] = []
    for pick in picks.runs:
        day = days.get(pick.day)
        if day is None:
            days[pick.day] = day = figures.day(date.fromisoformat(pick.day), today=picks.today)
        name = _named(picks, pick, day)
        folded = f" {name}".casefold()
        if all(part in folded for part in parts):
            found.append((pick, name[:_LONGEST]))
            if len(found) == SHOWN:
                break
    return found


def _named(picks: Picks, pick: Pick, day: str) -> str:
    told = _told(pick.distance_m, pick.duration_s, picks.units)
    if not picks.names:
        return f"{day} · {told}"
    return f"{picks.names.get(pick.member_id, '')[:40]} · {day} · {told}"


@functools.lru_cache(maxsize=8192)
def _told(distance_m: int | None, duration_s: int | None, units: str) -> str:
    return wording.figures_of(distance_m, duration_s, units)
