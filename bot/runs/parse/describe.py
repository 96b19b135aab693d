"""Tells what is said about a run beside its figures: kind, mood, time of day and tags."""

from collections.abc import Sequence

from bot.runs.parse.quantities import Item, Quantity

_KINDS = {
    f"kinds.{kind}": kind
    for kind in ("intervals", "treadmill", "trail", "recovery", "easy", "long", "tempo", "race")
}
_TIMES = {f"times.{time}": time for time in ("morning", "midday", "evening", "night")}


_NO_TAGS: frozenset[str] = frozenset()


def labels_of(items: Sequence[Item]) -> frozenset[str]:
    """Every label that stands among the items."""
    return frozenset().union(*[item.meanings for item in items])


def kind_of(labels: frozenset[str], *, reps: bool, walk: bool) -> str | None:
    """The kind said; repeats are intervals, and their rests are no recovery run."""
    if walk:
        return "walk"
    if reps:
        return "intervals"
    if "kinds" in labels:
        for label, kind in _KINDS.items():
            if label in labels:
                return kind
    return "race" if "tags.parkrun" in labels else None


def time_of_day_of(labels: frozenset[str]) -> str | None:
    """The first time of day that was said."""
    if "times" not in labels:
        return None
    return next((time for label, time in _TIMES.items() if label in labels), None)


def tags_of(labels: frozenset[str]) -> frozenset[str]:
    """Every tag said."""
    if "tags" not in labels:
        return _NO_TAGS
    return frozenset(label[5:] for label in labels if label.startswith("tags."))


def mood_of(items: Sequence[Item]) -> str | None:
    """The mood when it is clear; what stands behind a "but" outweighs what stands before."""
    found: list[str] = []
    denied = False
    for item in items:
        meanings = item.meanings
        if not meanings:
            denied = False
            continue
        if "turn" in meanings:
            found.clear()
        if isinstance(item, Quantity):
            continue
        if "moods" in meanings:
            mood = next(label[6:] for label in meanings if label.startswith("moods."))
            found.append(_denied(mood) if denied else mood)
        denied = "negation" in meanings
    if not found:
        return None
    kinds = set(found)
    if len(kinds) == 1:
        return found[0]
    kinds.discard("neutral")
    return kinds.pop() if len(kinds) == 1 else "neutral"


def _denied(mood: str) -> str:
    return "negative" if mood == "positive" else "neutral"
