"""Finds what is measured: a number with its unit becomes a distance, a duration, a pace, a day or noise."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from bot.runs.parse.lexicon import NOTHING, Lexeme, Meanings
from bot.runs.parse.names import Names
from bot.runs.parse.numerals import Numeral, read_numeral
from bot.runs.parse.tokens import Shape

MOST_QUANTITIES = 30
"""More figures than this are a table, not a post about a run."""

_BEGINNINGS = frozenset(
    (
        *("number", "article", "fraction", "named", "bare_half", "time_unit", "duration"),
        *("day", "weekday", "month", "ago_lead", "last_week"),
    )
)
_NUMBER = Shape.NUMBER
_AROUND = 8
_NO_MEANINGS: list[Meanings] = [NOTHING] * _AROUND
_NO_TEXTS = [""] * _AROUND


class Measure(Names):
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

    def written(self, text: str, spaced: bool) -> "Quantity":
        """The same with the words that told it."""
        measure, value, width, _, unit, options, meanings, _ = self
        return Quantity(measure, value, width, text, unit, options, meanings, spaced)


Item = Lexeme | Quantity
Reader = Callable[["Source", int], Quantity | None]


class Source:
    """What the readers of quantities look at.

    `meanings` and `texts` may be asked a few places before the start and behind the end, where there
    is nothing.
    """

    __slots__ = ("_numerals", "capital_nouns", "lexemes", "meanings", "month_first", "now", "texts")

    def __init__(
        self,
        lexemes: Sequence[Lexeme],
        now: datetime,
        month_first: bool,
        capital_nouns: bool = False,
    ) -> None:
        self.lexemes = lexemes
        self.now = now
        self.month_first = month_first
        self.capital_nouns = capital_nouns
        self.meanings: Sequence[Meanings] = [lexeme.meanings for lexeme in lexemes] + _NO_MEANINGS
        self.texts: Sequence[str] = [lexeme.text for lexeme in lexemes] + _NO_TEXTS
        self._numerals: dict[int, Numeral | None] = {}

    def attached(self, at: int) -> bool:
        """Whether the lexeme at `at` follows the one before it without a space."""
        return 0 <= at < len(self.lexemes) and not self.lexemes[at].spaced

    def capital_unit(self, at: int) -> float:
        """The metres of a unit glued to its number in a capital letter, "10M", or 0."""
        if not self.attached(at) or not self.lexemes[at].capital:
            return 0.0
        return self.meanings[at].get("capital_unit", 0.0)

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at `at`, or None; each is read once."""
        if at not in self._numerals:
            inside = at < len(self.lexemes)
            self._numerals[at] = read_numeral(self.lexemes, at) if inside else None
        return self._numerals[at]


def measure(source: Source, readers: Sequence[Reader]) -> list[Item]:
    """The lexemes with everything measured put in the place of its words; the first reader wins.

    Stops when there are more than `MOST_QUANTITIES`.
    """
    items: list[Item] = []
    found = at = 0
    while found <= MOST_QUANTITIES and at < len(source.lexemes):
        lexeme = source.lexemes[at]
        quantity = None
        if lexeme.shape is _NUMBER or not _BEGINNINGS.isdisjoint(lexeme.meanings):
            quantity = _first(readers, source, at)
        if quantity is None:
            items.append(lexeme)
            at += 1
            continue
        found += 1
        text = " ".join(source.texts[at : at + quantity.width])
        items.append(quantity.written(text, lexeme.spaced))
        at += quantity.width
    return items


def _first(readers: Sequence[Reader], source: Source, at: int) -> Quantity | None:
    for reader in readers:
        quantity = reader(source, at)
        if quantity is not None:
            return quantity
    return None
