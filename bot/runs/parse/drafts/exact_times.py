"""Tells the time of a run from one told before it, roughly or of something else: "just over the hour, 61 mins"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item, Measure
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

_PAIR, _ROUND_S, _NEARLY = 2, 300, 0.15
"""What a time told roughly is a multiple of, and by what share of it the exact one may differ."""

_ABOUT, _EXACT = any_of("about", "bound", "exact"), any_of("exact", "chip")
_WELL = any_of("interjection")
_PARTS = frozenset((",", "(", ":", "-", "."))


def is_told_better(run: Draft, time: Cast, items: Sequence[Item]) -> bool:
    """Whether the time of a run that was told before another is not the one, or was only told roughly."""
    return len(run.times) == 1 and (
        _is_told_exactly(run, time, items) or _was_of_something_else(run, time)
    )


def _was_of_something_else(run: Draft, time: Cast) -> bool:
    """Whether a clock behind a distance is its time, not what led to it: "two hours to prove. 10 miles, 1:29:00"."""
    before, exact = run.times[0], time.quantity
    if (
        run.distance is None
        or before.measure is not Measure.DURATION
        or exact.measure is not Measure.CLOCK
    ):
        return False
    apart = len(set(run.clauses)) == _PAIR and run.clauses[0] < run.clauses[1]
    return apart and exact.to_the_second and duration_over(exact, run.distance) is not None


def _is_told_exactly(run: Draft, time: Cast, items: Sequence[Item]) -> bool:
    """Whether the time of a run, told roughly before, is told once more as it was: "just over the hour, 61 mins"."""
    about, exact = run.times[0], time.quantity
    said = _about_so_long(run)
    place = time.place - (items[time.place - 1].labels & _WELL != 0)
    if not said or said % _ROUND_S or place != run.last + 2:
        return False
    at = next((place for place in run.places if items[place] is about), 0)
    led = at > 0 and items[at - 1].labels & _ABOUT != 0
    behind = items[time.place + 1 : time.place + 4]
    ends = (
        not behind or joined([item.labels for item in behind]) & _EXACT or behind[0].labels & MARK
    )
    if items[place - 1].text not in _PARTS:
        return False
    if not (led or exact.measure is Measure.CLOCK) or not ends:
        return False
    seconds = exact.options[0] if exact.options else exact.value
    took = duration_over(exact, run.distance) if run.distance else seconds
    return took is not None and abs(took - said) <= _NEARLY * said


def _about_so_long(run: Draft) -> float:
    """Seconds that were told roughly, in minutes or as a bare number of them: "10k in 50"; 0 where by a clock."""
    about = run.times[0]
    if about.measure is Measure.NUMBER and run.distance:
        return duration_over(about, run.distance) or 0.0
    return about.value if about.measure is Measure.DURATION else 0.0
