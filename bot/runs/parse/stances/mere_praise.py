"""Tells a post that only praises what somebody ran: "nice 5k!", "great run Sam", "@jo nice 10k"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_name, is_only_a_name
from bot.runs.parse.stances.spoken_to import but_called
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.tokens import Shape

_WAY = any_of("way")
_OF_A_RUN, _PRECISE = any_of("in_time", "pb", "effort_of"), any_of("times", "kinds")
_OF_THE_AUTHOR = any_of("self", "run_past", "body", "moods.negative", "looks_back", "free")
_CALLED = any_of("person", "you", "crowd")


def is_mere_praise(clauses: Sequence[Clause]) -> bool:
    """Whether the post is "nice 5k!" or "great run Sam": praise that tells nothing of its own."""
    first = clauses[0]
    items = but_called(first.items[first.start : first.end])
    if len(items) < 2 or "adjective_praise" not in items[0].meanings:
        return False
    runs = isinstance(items[1], Quantity) or "run_noun" in items[1].meanings
    if any(clause.labels & _OF_THE_AUTHOR for clause in clauses) or not runs:
        return False
    while len(items) > 2 and items[2].labels & _OF_A_RUN:
        items = [*items[:2], *items[3:]]  # "cracking 10k time Ben"
    if is_name(items[-1]) and len(items) > 2 and not items[-2].labels & _WAY:
        return True
    if len(items) == 3 and is_only_a_name(items[2]):
        return True  # "nice 5k dan"
    if any(map(_precise, clauses)) or any(map(_is_a_time_alone, clauses[1:])):
        return False
    return all(_calls_somebody(item) for item in items[2:])


def _precise(clause: Clause) -> bool:
    times = (Measure.DURATION, Measure.CLOCK, Measure.PACE, Measure.DAY)
    return (
        bool(clause.quantities(*times))
        or any(
            item.labels & _PRECISE and not isinstance(item, Quantity)  # "nice 10 miler mate"
            for item in clause.items[clause.start : clause.end]
        )
    )


def _is_a_time_alone(clause: Clause) -> bool:
    """Whether minutes and seconds with a dot stand alone: "quick 5. 23.58. Happy."."""
    told = clause.items[clause.start]
    if clause.end - clause.start > 1 or not isinstance(told, Quantity):
        return False
    return told.measure is Measure.NUMBER and len(told.options) == 2


def _calls_somebody(item: Item) -> bool:
    if isinstance(item, Quantity):
        return False
    return item.shape in (Shape.MENTION, Shape.MARK) or is_name(item) or bool(item.labels & _CALLED)
