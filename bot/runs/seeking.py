"""What a typed word may stand for in a list of runs, so that the database passes over the rest; pure."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from bot.runs.model import Sought
from bot.texts import figures

_FIGURE = re.compile(r"[0-9.:]+")


def sought(
    word: str,
    *,
    days: tuple[date, date] | None,
    names: Mapping[int, str],
    today: date,
    beside: str,
    instead: str,
    helping: str,
) -> Sought:
    """Where a folded word may stand; `days` are the first and the last one on which there is a run.

    `beside` are folded words that go with figures, `instead` those without any, `helping` those of helping out.
    """
    theirs = tuple(number for number, name in names.items() if word in name.casefold())
    return Sought(
        days=tuple(day for day, called in _days(*days, today) if word in called) if days else (),
        member_ids=theirs,
        figure=word if _FIGURE.fullmatch(word) else None,
        any_figures=word in beside or "," in word or 0 < len(theirs) == len(names),
        no_figures=word in instead,
        helped=word in helping,
    )


@lru_cache(maxsize=64)
def _days(first: date, last: date, today: date) -> list[tuple[str, str]]:
    """Every day between two, and how it is called, folded; the same for each keystroke of a day."""
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [(day.isoformat(), figures.day(day, today=today).casefold()) for day in every]
