"""Finds what is measured: a number with its unit becomes a distance, a duration, a pace, a day or noise."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.runs.parse.lexicon import NOTHING, Lexeme, Meanings
from bot.runs.parse.tokens import Shape

MOST_QUANTITIES = 30
"""More figures than this are a table, not a post about a run."""

_BEGINNINGS = (
    *("number", "article", "fraction", "named", "bare_half", "time_unit", "duration"),
    *("day", "weekday", "month", "ago_lead", "last_week"),
)


class Measure(StrEnum):
    """What a quantity measures, as far as its own words tell."""

    DISTANCE = "distance"
    DURATION = "duration"
    CLOCK = "clock"  # 24:30, which may be minutes or hours, a pace or a time of day
    PACE = "pace"
    SPEED = "speed"
    NUMBER = "number"  # a number without a unit
    DAY = "day"
    REPS = "reps"
    OTHER = "other"  # heart beats, money, degrees, weeks, steps


class Quantity(NamedTuple):
    """Something measured.

    `value` is in metres, seconds, seconds per kilometre (per unit as long as `unit` is 0) or days
    from today. `options` are the durations that a clock or a bare number may stand for. `unit` holds
    the metres of the unit that was said.
    """

    measure: Measure
    value: float
    width: int
    text: str = ""
    unit: float = 0.0
    options: tuple[int, ...] = ()
    meanings: Meanings = NOTHING
    spaced: bool = True


Item = Lexeme | Quantity
Reader = Callable[["Source", int], Quantity | None]


class Source(NamedTuple):
    """What the readers of quantities look at."""

    lexemes: Sequence[Lexeme]
    now: datetime
    month_first: bool
    capital_nouns: bool = False

    def meanings(self, at: int) -> Meanings:
        """The meanings at `at`; none before the start and behind the end."""
        return self.lexemes[at].meanings if 0 <= at < len(self.lexemes) else NOTHING

    def text(self, at: int) -> str:
        """The text at `at`; empty before the start and behind the end."""
        return self.lexemes[at].text if 0 <= at < len(self.lexemes) else ""

    def attached(self, at: int) -> bool:
        """Whether the lexeme at `at` follows the one before it without a space."""
        return 0 <= at < len(self.lexemes) and not self.lexemes[at].spaced


def measure(source: Source, readers: Sequence[Reader]) -> list[Item]:
    """The lexemes with everything measured put in the place of its words; the first reader wins.

    Stops when there are more than `MOST_QUANTITIES`.
    """
    items: list[Item] = []
    found = at = 0
    while found <= MOST_QUANTITIES and at < len(source.lexemes):
        quantity = None
        lexeme = source.lexemes[at]
        if lexeme.shape is not Shape.NUMBER and lexeme.meanings.keys().isdisjoint(_BEGINNINGS):
            items.append(lexeme)
            at += 1
            continue
        for reader in readers:
            quantity = reader(source, at)
            if quantity is not None:
                break
        if quantity is None:
            items.append(lexeme)
            at += 1
            continue
        found += 1
        taken = source.lexemes[at : at + quantity.width]
        text = " ".join(lexeme.text for lexeme in taken)
        items.append(quantity._replace(text=text, spaced=taken[0].spaced))
        at += quantity.width
    return items
