"""Finds what is measured: a number with its unit becomes a distance, a duration, a pace, a day or noise."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple, TypeGuard

from bot.runs.parse.figures.numerals import Numeral, read_numeral
from bot.runs.parse.words.labels import NOTHING, Labels, any_of, joined, labels_in
from bot.runs.parse.words.lexicon import Lexeme
from bot.runs.parse.words.names import Names
from bot.runs.parse.words.remembered import Remembered

MOST_QUANTITIES = 30
"""More figures than this are a table, not a post about a run."""

_AROUND = 8
_NO_LABELS, _NO_MEANINGS, _NO_TEXTS = [0] * _AROUND, [NOTHING] * _AROUND, [""] * _AROUND


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


@dataclass(slots=True)
class Quantity:
    """Something measured.

    `value` is in metres, seconds, seconds per kilometre (per unit as long as `unit` is 0) or days
    from today. `options` are the durations that a clock or a bare number may stand for. `unit` holds
    the metres of the unit that was said; `led` says that an "in" makes a time of it.
    """

    measure: Measure
    value: float
    width: int
    unit: float = 0.0
    options: tuple[int, ...] = ()
    meanings: Mapping[str, float] = NOTHING
    text: str = ""
    spaced: bool = True
    labels: Labels = 0
    led: bool = False

    @property
    def to_the_second(self) -> bool:
        """Whether it is a clock with hours, minutes and seconds, as only a watch tells them."""
        return self.measure is Measure.CLOCK and self.text.count(":") == 2

    @property
    def is_over(self) -> bool:
        """Whether it is today or a day before by its own name; a weekday may be the next as well, but for its date."""
        return ("day" in self.meanings and self.value <= 0) or "over" in self.meanings

    @property
    def decimals(self) -> str:
        """The digits behind the point of a number, or behind its comma."""
        return self.text.replace(",", ".").partition(".")[2]

    def complete(self, text: str, spaced: bool) -> None:
        """Add the words that told it, and the labels of what it measures and means."""
        self.text, self.spaced = text, spaced
        self.labels = MEASURED[self.measure] | labels_in(self.meanings)


MEASURED = {measure: any_of(f"measured.{measure}") for measure in Measure}
"""What a quantity carries beside the labels of its meanings."""

DISTANCES, REPEATS = MEASURED[Measure.DISTANCE], MEASURED[Measure.REPS]
DURATIONS, CLOCKS = MEASURED[Measure.DURATION], MEASURED[Measure.CLOCK]
TIMES, PACES = DURATIONS | CLOCKS, MEASURED[Measure.PACE]
NUMBERS, DAYS = MEASURED[Measure.NUMBER], MEASURED[Measure.DAY]
"""The same as masks: what may say how long something took is a duration or a clock."""

Item = Lexeme | Quantity


def in_unit(number: Quantity, metres: float, text: str = "") -> Quantity:
    """A number as so much of a unit of so many metres; `text` is what told it, if more than itself."""
    far = replace(
        number,
        measure=Measure.DISTANCE,
        value=number.value * metres,
        unit=metres,
        options=(),
        meanings={"distance_unit": metres},
    )
    far.complete(text or number.text, number.spaced)
    return far


def is_distance(item: Item | None) -> TypeGuard[Quantity]:
    """Whether a distance was read there."""
    return isinstance(item, Quantity) and item.measure is Measure.DISTANCE


def is_day(item: Item | None) -> TypeGuard[Quantity]:
    """Whether a day was read there."""
    return isinstance(item, Quantity) and item.measure is Measure.DAY


def is_clock(item: Item | None) -> TypeGuard[Quantity]:
    """Whether a clock was read there: "24:30", whatever it tells."""
    return isinstance(item, Quantity) and item.measure is Measure.CLOCK


_Read = Callable[["Source", int], "Quantity | None"]


class Reader(NamedTuple):
    """What finds quantities, worth asking only where a lexeme carries one of the labels."""

    labels: Labels
    read: _Read


class Readers:
    """Readers in the order in which they are asked, and the labels of all of them.

    `asked` gives those worth asking where a lexeme carries certain of these labels.
    """

    __slots__ = ("asked", "labels", "readers")

    def __init__(self, *readers: Reader) -> None:
        self.readers = readers
        self.labels = joined(reader.labels for reader in readers)
        self.asked = Remembered(self._worth_asking, 256)

    def _worth_asking(self, carried: Labels) -> tuple[_Read, ...]:
        return tuple(reader.read for reader in self.readers if carried & reader.labels)


class Source:
    """What the readers of quantities look at.

    `labels`, `meanings` and `texts` may be asked a few places before the start and behind the end, where there
    is nothing.
    """

    __slots__ = (
        *(
            "_answers",
            "_numerals",
            "capital_nouns",
            "labels",
            "lexemes",
            "meanings",
            "month_first",
            "now",
        ),
        *("dotted_dates", "in_miles", "texts"),
    )

    def __init__(
        self,
        lexemes: Sequence[Lexeme],
        now: datetime,
        month_first: bool,
        capital_nouns: bool = False,
        dotted_dates: bool = True,
        in_miles: bool = False,
    ) -> None:
        self.lexemes = lexemes
        self.now = now
        self.month_first = month_first
        self.capital_nouns = capital_nouns
        self.dotted_dates = dotted_dates
        self.in_miles = in_miles
        self.labels = [lexeme.labels for lexeme in lexemes] + _NO_LABELS
        self.meanings = [lexeme.meanings for lexeme in lexemes] + _NO_MEANINGS
        self.texts = [lexeme.text for lexeme in lexemes] + _NO_TEXTS
        self._numerals: dict[int, Numeral | None] = {}
        self._answers: dict[Callable[[Source], int], int] = {}

    def attached(self, at: int) -> bool:
        """Whether the lexeme at `at` follows the one before it without a space."""
        return 0 <= at < len(self.lexemes) and not self.lexemes[at].spaced

    def capital_unit(self, at: int) -> float:
        """The metres of a unit glued to its number in a capital letter, "10M", of a longer one in "10 EM", or 0."""
        glued_or_long = self.attached(at) or len(self.texts[at]) > 1
        if not glued_or_long or at >= len(self.lexemes) or not self.lexemes[at].capital:
            return 0.0
        return self.meanings[at].get("capital_unit", 0.0)

    def once(self, question: Callable[["Source"], int]) -> int:
        """The answer to a question about the whole text, which is asked once, however many words wonder."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return self._answers[question]

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at `at`, or None; each is read once."""
        if at in self._numerals:
            return self._numerals[at]
        numeral = read_numeral(self.lexemes, at) if at < len(self.lexemes) else None
        self._numerals[at] = numeral
        return numeral


def measure(source: Source, readers: Readers) -> list[Item]:
    """The lexemes with everything measured put in the place of its words.

    Stops when there are more than `MOST_QUANTITIES`.
    """
    items: list[Item] = []
    found = past = 0
    beginnings, asked = readers.labels, readers.asked
    for at, lexeme in enumerate(source.lexemes):
        if at < past:
            continue
        carried = lexeme.labels & beginnings
        if not carried or (quantity := _first(asked[carried], source, at)) is None:
            items.append(lexeme)
            continue
        past = at + quantity.width
        quantity.complete(" ".join(source.texts[at:past]), lexeme.spaced)
        items.append(quantity)
        found += 1
        if found > MOST_QUANTITIES:
            break
    return items


def _first(asked: Iterable[_Read], source: Source, at: int) -> Quantity | None:
    """What the first of some readers that finds something at `at` makes of it."""
    for read in asked:
        if (quantity := read(source, at)) is not None:
            return quantity
    return None
