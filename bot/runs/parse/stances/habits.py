"""Tells whether a clause speaks of what its author always does."""

from bot.runs.parse.figures.quantities import Measure, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_ALONG, _WHO = any_of("ground_lead", "circuit", "way"), any_of("person", "subject", "name")
_FELT = any_of("moods.positive", "moods.negative")
_OF = any_of("of")
_DETERMINERS = frozenset(("determiner", "article"))


def habit(clause: Clause) -> bool:
    """Whether it is what somebody always does: "I do 10k every Sunday"."""
    days = clause.quantities(Measure.DAY)
    if clause.has("i_do") and not days and _is_done_always(clause):
        return True
    if clause.has("i_run") and clause.has("roughly") and not days:
        return True  # "I run 5k in about 30 min"
    if clause.has("i_run") and clause.has("business"):
        return True  # "I run a 5k training plan business"
    if not clause.has("habit") or _is_of_its_way(clause) or _is_what_it_felt_like(clause):
        return False
    if _is_full_of_something(clause):
        return False
    return not days or (not clause.measured and all("habit" in day.meanings for day in days))


def _is_full_of_something(clause: Clause) -> bool:
    """Whether a day is told by what it was full of: "25k on Sunday and then a day of stairs"."""
    at = clause.place("habit")
    return at + 1 < clause.end and clause.items[at + 1].labels & _OF != 0


def _is_of_its_way(clause: Clause) -> bool:
    """Whether it is told of a place behind a distance: "4k along the canal he used to fish"."""
    at = clause.place("habit")
    far = clause.measured_at[0] if clause.measured_at else at
    if far >= at or not is_distance(clause.items[far]):
        return False
    led = clause.items[far + 1 : at]
    return any(i.labels & _ALONG for i in led[:1]) and bool(led[-1].labels & _WHO)


def _is_what_it_felt_like(clause: Clause) -> bool:
    """Whether only what its author felt was a habit: "I used to hate this hill"."""
    at = clause.place("habit")
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    felt = behind is not None and behind.labels & _FELT != 0
    return felt and not (clause.measured_items or clause.has("weekday", "day"))


def _is_done_always(clause: Clause) -> bool:
    """Whether a figure follows "I do": "I do 2:01 for a half", "I do a 10k in about an hour"."""
    behind = clause.items[clause.place("i_do") + 1 : clause.end]
    while behind and not _DETERMINERS.isdisjoint(behind[0].meanings):
        behind = behind[1:]
    return bool(behind) and isinstance(behind[0], Quantity)
