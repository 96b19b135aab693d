"""Reads one field of a form: a distance, a duration, a day."""

from datetime import UTC, date, datetime, timedelta

from bot.runs.parse.figures.days import DATED
from bot.runs.parse.figures.measures import NUMBERED
from bot.runs.parse.figures.pacing import STROLLING, duration_over
from bot.runs.parse.figures.quantities import Item, Measure, Quantity, Readers, Source, measure
from bot.runs.parse.figures.times import WORDED_DURATIONS
from bot.runs.parse.figures.unnumbered import UNNUMBERED
from bot.runs.parse.words.lexicon import Lexeme, lexemes
from bot.runs.parse.words.normalize import normalize
from bot.runs.parse.words.tokens import Shape, tokenize
from bot.runs.parse.words.tongue import TONGUES

_ANY_DAY = datetime(2000, 1, 3, 12, tzinfo=UTC)
_OF_DAYS = Readers(DATED)
_OF_FIGURES = Readers(NUMBERED, UNNUMBERED, WORDED_DURATIONS)
_METRES = {"km": 1000.0, "mi": 1609.344}
_LONGEST = 1_000_000
_LONGEST_TIME = 100 * 86400


def _words(text: str) -> list[Lexeme]:
    tokens = tokenize(normalize(text))
    return lexemes(tokens, TONGUES.choose(tokens))


def _items(text: str, now: datetime, *, days: bool) -> list[Item]:
    words = _words(text)
    return measure(Source(words, now, False), _OF_DAYS if days else _OF_FIGURES)


def _only(text: str) -> Quantity | None:
    """The one quantity in a field; None when there is none, more than one, or a minus."""
    items = _items(text, _ANY_DAY, days=False)
    found = [item for item in items if isinstance(item, Quantity)]
    return found[0] if len(found) == 1 and items[0].text != "-" else None


def parse_distance(text: str, *, units: str) -> int | None:
    """Metres from a form field such as "5k", "3.1 mi", "half"; a bare "5" is in `units`.

    None for an empty field and for anything that is not one distance above zero.
    """
    words = _words(text)
    if len(words) == 1 and "bare_half" in words[0].meanings:
        return int(words[0].meanings["bare_half"])
    quantity = _only(text)
    if quantity is None:
        return None
    metres = quantity.value
    if "known_number" in quantity.meanings:
        metres = float(quantity.text) * _METRES[units]
    elif quantity.measure is Measure.NUMBER:
        metres *= _METRES[units]
    elif quantity.measure is not Measure.DISTANCE:
        return None
    return int(metres + 0.5) if 0.5 <= metres <= _LONGEST else None


def parse_duration(text: str, *, metres: int | None = None) -> int | None:
    """Seconds from a form field such as "24:30", "1h12", "45 min", "45'", "1:02:03".

    A bare number is minutes. "24:30" is minutes and seconds, unless only hours and minutes can be right
    over the `metres` that were run. None for an empty field and for anything that is not one duration
    above zero.
    """
    quantity = _only(text)
    if quantity is None:
        return None
    if quantity.measure is Measure.DURATION:
        seconds = int(quantity.value)
    elif quantity.measure in (Measure.CLOCK, Measure.NUMBER) and quantity.options:
        fitting = duration_over(quantity, metres, STROLLING) if metres else None
        seconds = quantity.options[0] if fitting is None else fitting
    else:
        return None
    return seconds if 0 < seconds <= _LONGEST_TIME else None


def parse_day(text: str, *, now: datetime) -> date | None:
    """The date that a form field such as "yesterday", "on Monday", "12 Nov" names, seen from `now`.

    None for an empty field and for what names no date; a future date comes back as it is.
    """
    items = _items(text, now, days=True)
    days = [item for item in items if isinstance(item, Quantity) and item.measure is Measure.DAY]
    rest = [item for item in items if not isinstance(item, Quantity)]
    if len(days) != 1 or any(item.shape is Shape.NUMBER for item in rest):
        return None
    return now.date() + timedelta(days=int(days[0].value))
