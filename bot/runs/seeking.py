"""What a typed word may stand for in a list of runs, so that the database passes over the rest; pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from bot.runs.model import Sought
from bot.texts import figures

_FIGURE = re.compile(r"[0-9.:]+")


def sought(
    word: str,
    *,
    days: Iterable[str],
    names: Mapping[int, str],
    today: date,
    beside: str,
    instead: str,
) -> Sought:
    """Where a folded word may stand; `beside` are folded words that go with figures, `instead` those without any."""
    return Sought(
        days=tuple(day for day in days if word in _day(day, today)),
        member_ids=tuple(number for number, name in names.items() if word in name.casefold()),
        figure=word if _FIGURE.fullmatch(word) else None,
        any_figures=word in beside or "," in word,
        no_figures=word in instead,
    )


def _day(day: str, today: date) -> str:
    return figures.day(date.fromisoformat(day), today=today).casefold()
