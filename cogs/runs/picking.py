"""Picking a run by typing: what is offered, and what was picked."""

import functools
import re
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any

from discord import app_commands

from bot import texts
from bot.runs.model import Choices, Picks
from bot.texts import figures
from cogs import trying

SHOWN = 25
"""What Discord shows of them at once."""
_LONGEST, _LONGEST_NAME = 100, 40


async def offered(finding: Coroutine[Any, Any, Choices]) -> list[app_commands.Choice[str]]:
    """What was found, for Discord; nothing where something went wrong."""
    found = await trying.attempt(finding, "a picker")
    return [app_commands.Choice(name=name, value=str(run_id)) for name, run_id in found or ()]


def number(typed: str) -> int:
    """What the picker filled in; anything else typed by hand is no run."""
    return int(typed) if re.fullmatch(r"[0-9]{1,18}", typed) else 0


def chooser(typed: str) -> Callable[[Picks], Choices]:
    """Takes the newest runs that are called what was typed, or else that hold words which begin as it has them."""
    phrase = " ".join(typed.casefold().split())
    words = [f" {word}" for word in phrase.split()]
    return functools.partial(_chosen, phrase, words if len(words) > 1 else [])


def _chosen(phrase: str, words: list[str], picks: Picks) -> Choices:
    called, holding = Choices(), Choices()
    name_of = _namer(picks)
    for run in picks.runs:
        name = name_of(run[1], run[2], run[3], run[4], run[5])
        folded = name.casefold()
        if phrase in folded:
            called.append((name[:_LONGEST], run[0]))
            if len(called) == SHOWN:
                break
        elif words and len(holding) < SHOWN:
            spaced = f" {folded}"
            if all(word in spaced for word in words):
                holding.append((name[:_LONGEST], run[0]))
    return called or holding


def _namer(picks: Picks) -> Callable[[int, str, int | None, int | None, int], str]:
    """How a run is called. Each name, day and figure is worded once; the rest is putting them together."""
    both = texts.say("runs.figures_both", distance="{0}", time="{1}").format
    free, helping = texts.say("runs.figures_free"), texts.say("runs.figures_helped")
    named, units = picks.name_of, picks.units

    @functools.cache
    def member(member_id: int) -> str:
        return f"{named(member_id)[:_LONGEST_NAME]} · " if named else ""

    @functools.cache
    def day(when: str) -> str:
        return figures.day(date.fromisoformat(when), today=picks.today)

    def name(
        member_id: int, when: str, metres: int | None, seconds: int | None, helped: int
    ) -> str:
        if metres and seconds:
            told = both(_distance(metres, units), _duration(seconds))
        elif metres:
            told = _distance(metres, units)
        elif seconds:
            told = _duration(seconds)
        else:
            told = helping if helped else free
        return f"{member(member_id)}{day(when)} · {told}"

    return name


_distance = functools.lru_cache(maxsize=8192)(figures.distance)
_duration = functools.lru_cache(maxsize=16384)(figures.duration)
