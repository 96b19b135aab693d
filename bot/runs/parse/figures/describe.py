"""Tells what is said about a run beside its figures: kind, mood, time of day and tags."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Quantity
from bot.runs.parse.words.labels import Labels, any_of

Named = Sequence[tuple[Labels, str]]


def _by_bit(group: str, names: Sequence[str]) -> Named:
    return [(any_of(f"{group}.{name}"), name) for name in names]


_KINDS = _by_bit(
    "kinds", ("intervals", "treadmill", "trail", "recovery", "long", "easy", "tempo", "race")
)
_TIMES = _by_bit("times", ("morning", "midday", "evening", "night"))
_MOODS = _by_bit("moods", ("positive", "negative", "neutral"))
_TAGS = _by_bit(
    "tags",
    (
        *("rain", "snow", "heat", "cold", "wind", "dark", "hills", "parkrun"),
        *("with_others", "group", "volunteer", "first", "comeback"),
    ),
)
_A_KIND, _A_TIME, _A_TAG = any_of("kinds"), any_of("times"), any_of("tags")
_OF_MOODS = any_of("moods", "turn", "negation")
_TEMPO, _AROUND_IT = any_of("kinds.tempo"), any_of("part", "kinds.easy")
_TIMED_RACE = any_of("chip", "tags.parkrun")
_NO_TAGS: frozenset[str] = frozenset()


def kind_of(labels: Labels, *, reps: bool, walk: bool, marathon: bool = False) -> str | None:
    """The kind said; repeats are intervals, and their rests are no recovery run; a whole marathon is a race."""
    if walk:
        return "walk"
    if reps:
        return "intervals"
    if labels & _TEMPO and labels & _AROUND_IT:
        return "tempo"  # "easy" is its warm-up
    if labels & _A_KIND and (kind := _first_of(_KINDS, labels)):
        return kind
    return "race" if marathon or labels & _TIMED_RACE else None


def time_of_day_of(labels: Labels) -> str | None:
    """The first time of day that was said."""
    return _first_of(_TIMES, labels) if labels & _A_TIME else None


def _first_of(named: Named, labels: Labels) -> str | None:
    """The first of some names whose label is among these."""
    for label, name in named:
        if labels & label:
            return name
    return None


def tags_of(labels: Labels) -> frozenset[str]:
    """Every tag that the words of a post tell, as company or weather."""
    if not labels & _A_TAG:
        return _NO_TAGS
    return frozenset(tag for label, tag in _TAGS if labels & label)


def mood_of(items: Sequence[Item]) -> str | None:
    """The mood when it is clear; what stands behind a "but" outweighs what stands before."""
    found: list[str] = []
    denied = False
    for item in items:
        if not item.labels & _OF_MOODS:
            denied = denied and bool(item.meanings) and isinstance(item, Quantity)
            continue
        meanings = item.meanings
        if "turn" in meanings:
            found.clear()
        if isinstance(item, Quantity):
            continue
        if "moods" in meanings:
            mood = _first_of(_MOODS, item.labels) or "neutral"
            found.append(_denied(mood) if denied else mood)
        denied = "negation" in meanings
    if not found:
        return None
    if found.count(found[0]) == len(found):
        return found[0]
    kinds = {*found} - {"neutral"}
    return kinds.pop() if len(kinds) == 1 else "neutral"


def _denied(mood: str) -> str:
    return "negative" if mood == "positive" else "neutral"
