"""Reads what is run on a track, where a bare number tells metres: "1500 in 4:41", "800s, 10 of them"."""

from bot.runs.parse.numerals import Form, Numeral
from bot.runs.parse.quantities import Measure, Quantity, Source

_TRACK = frozenset((200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000, 5000, 10_000))
"""Metres that are run on a track, where a bare number is one of them."""


def track_repeats(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """800s, 10 of them: repeats on the track, of which "s" makes a plural and no second."""
    end = at + numeral.width
    if numeral.value not in _TRACK or source.texts[end] != "s" or not source.attached(end):
        return None
    for behind in range(end + 1, end + 4):
        count = source.numeral(behind) if behind < len(source.lexemes) else None
        if count is not None and count.form is Form.WHOLE:
            after = behind + count.width
            if "of_it" in source.meanings[after] or "reps_word" in source.meanings[after]:
                return Quantity(Measure.REPS, numeral.value * count.value, after + 1 - at, unit=1.0)
    return None


def run_on_a_track(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A bare number before a time in which so many metres may well be run."""
    end = at + numeral.width
    if numeral.value not in _TRACK or "in_time" not in source.meanings[end]:
        return None
    time = source.numeral(end + 1)
    if time is None or time.form is not Form.CLOCK:
        return None
    if not 100 <= time.value * 1000 / numeral.value <= 600:
        return None
    return Quantity(Measure.DISTANCE, numeral.value, numeral.width, unit=1000.0)
