"""Tells whether a person only came along in a run of the author's, or stayed away from it."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import MEASURED, Item, Measure, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_AWAY = any_of("out_of_the_way")
_ALONG = any_of("accompanied")
_WHOSE = any_of("determiner", "article")
_NUMBERED, _COUNTED = any_of("numbered"), MEASURED[Measure.NUMBER]
_TIMED = MEASURED[Measure.CLOCK] | MEASURED[Measure.DURATION]
_OF_RUNS = _TIMED | MEASURED[Measure.DISTANCE]


def is_of_who_came_along(clause: Clause) -> bool:
    """Whether a "he" is who came along in a run whose time is told before: "3k with my son 22 min he beat me"."""
    he = clause.place("third_person")
    if not is_distance(clause.items[clause.start]) or not clause.measured:
        return False
    led = clause.items[clause.start : he]
    beside = next((at for at, item in enumerate(led) if item.labels & _ALONG), len(led))
    timed = any(item.labels & _TIMED for item in led[beside:])
    return timed and not any(item.labels & _OF_RUNS for item in clause.items[he : clause.end])


def is_out_of_the_way(clause: Clause, at: int) -> bool:
    """Whether it only says who did not come along in a run that is over: "kid free 5 miles this morning"."""
    if at + 1 >= clause.end or not clause.items[at + 1].labels & _AWAY:
        return False
    days = clause.quantities(Measure.DAY)
    return clause.measured or any("day" in day.meanings and day.value <= 0 for day in days)


def behind_its_number(items: Sequence[Item]) -> Sequence[Item]:
    """What follows a person but for the number they are called by: "kid number 1 at band", "child two"."""
    at = int(bool(items) and items[0].labels & _NUMBERED != 0)
    counted = items[at] if at < len(items) else None
    return items[at + 1 :] if counted is not None and counted.labels & _COUNTED else items


def is_looked_after(clause: Clause) -> bool:
    """Whether a child is told to be where it belongs by some hour: "kids dropped 8:50", but "kids dropped a minute"."""
    first = clause.start + (clause.items[clause.start].labels & _WHOSE != 0)
    if not clause.opening or clause.place("person") != first:
        return False
    if clause.place("handed_over") != first + 1 or clause.has("self", "subject"):
        return False
    return len(clause.quantities()) == len(clause.quantities(Measure.CLOCK, Measure.DAY))
