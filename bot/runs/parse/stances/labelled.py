"""Reads what stands behind a label, mostly on a line of its own: "Distance: 4.96", "Mins - 47", "KM: 10.4"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DISTANCES,
    NUMBERS,
    TIMES,
    Item,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import Lexeme

_DISTANCE_WORD, _TIME_WORD = any_of("distance_word"), any_of("in_time")
_FAR = DISTANCES | NUMBERS
_SMALL = any_of("determiner", "about")
_HEADING = frozenset((":", "-", "=", ")"))
_OF_A_ROUTE = any_of("of_a_route")
_LONGEST_LABEL = 3
_MOST_MINUTES = 600
_MINUTE = 60
_DAY_MIN = 24 * 60
_UNITS = (1000.0, 1609.344)


def label_before(items: Sequence[Item], place: int) -> Item | None:
    """The item before `place`, over words like "about" and the marks that part a label from its figure."""
    at = place - 1
    while at >= 0 and (
        items[at].text in (",", ":", "-", "=")
        or (items[at].labels & _SMALL and not items[at].labels & _TIME_WORD)
    ):
        at -= 1
    return items[at] if at >= 0 else None


def is_called_a_distance(items: Sequence[Item], member: Cast) -> bool:
    """Whether a number is called the distance: "Distance: 5.01"."""
    lead = label_before(items, member.place)
    called = lead is not None and lead.labels & _DISTANCE_WORD != 0
    return called and 0 < member.quantity.value <= 100


def unit_of_label(items: Sequence[Item], place: int) -> float:
    """The metres or seconds of a unit that is the label of the number at `place`, or 0: "Kms - 7.7", "Mins: 9"."""
    at = place - 1
    if at < 1 or items[at].text not in _HEADING:
        return 0.0
    while at and items[at].text in _HEADING:
        at -= 1
    unit = items[at]
    if not isinstance(unit, Lexeme) or len(unit.text) < 2:
        return 0.0
    if at and items[at - 1].text not in ("\n", "(", ",", "|"):
        return 0.0
    return unit.meanings.get("distance_unit", 0.0) or unit.meanings.get("time_unit", 0.0)


def is_in_minutes(items: Sequence[Item], member: Cast) -> bool:
    """Whether the label of a number says that it is minutes: "Mins - 47"."""
    quantity = member.quantity
    if not quantity.options or not 0 < quantity.value <= _MOST_MINUTES:
        return False
    return unit_of_label(items, member.place) == _MINUTE


def is_a_summary(clauses: Sequence[Clause]) -> bool:
    """Whether distance and time stand behind their labels on lines of their own, the time to the second.

    Whatever stands behind other labels is then only told of that run: "Route: canal", "Location: Leith".
    """
    far = long = None
    for label, value in _fields(clauses):
        if label & _DISTANCE_WORD and value.labels & _FAR:
            far = far or value
        elif label & _TIME_WORD and value.labels & TIMES:
            long = long or value
    return far is not None and long is not None and _took(far, long)


def describes_a_route(clauses: Sequence[Clause]) -> bool:
    """Whether a line has a label that only a way has ("Surface: gravel"), and no watch tells that it was run."""
    lines = (one for one in clauses if one.opening and one.labels & _OF_A_ROUTE)
    return any(_is_a_label_of(one) for one in lines) and not is_a_summary(clauses)


def _is_a_label_of(clause: Clause) -> bool:
    """Whether the label opens its line, and its value stands behind a colon or is all that follows."""
    first = clause.items[clause.start].labels & _OF_A_ROUTE
    return bool(first) and (clause.closed_by == ":" or clause.end - clause.start <= _LONGEST_LABEL)


def _fields(clauses: Sequence[Clause]) -> Iterator[tuple[Labels, Quantity]]:
    """What the label on each line says, with the figure behind it: "Time: 45:12", "Distance 8.02 km"."""
    for at, clause in enumerate(clauses):
        named = clause.labels & (_DISTANCE_WORD | _TIME_WORD)
        if not clause.opening or not named or clause.labels & _OF_A_ROUTE:
            continue
        value = clause.items[clause.end - 1]
        if clause.closed_by in _HEADING and clause.end - clause.start <= _LONGEST_LABEL:
            behind = clauses[at + 1 : at + 2]
            same = bool(behind) and behind[0].sentence == clause.sentence
            value = clause.items[behind[0].start] if same else value
        elif clause.end - clause.start > _LONGEST_LABEL:
            continue
        if isinstance(value, Quantity):
            yield clause.items[clause.start].labels, value


def _took(far: Quantity, long: Quantity) -> bool:
    """Whether so far may have been run in such a time, which is no round one."""
    if len(long.options) > 1 and long.options[0] < _DAY_MIN and not long.options[0] % 5:
        return False  # "Time: 18:45" is when to meet
    metres = [far.value] if is_distance(far) else [far.value * unit for unit in _UNITS]
    told = [duration_over(long, one) for one in metres if one]
    return any(one is not None and one % 60 not in ROUND_SECONDS for one in told)


def as_results(clauses: Sequence[Clause], stances: Sequence[Stance]) -> list[Stance]:
    """The stances, none for results with the author's time behind: "parkrun results up, 24:56 for me"."""
    told = list(stances)
    for at, (last, clause) in enumerate(pairwise(clauses)):
        mine = clause.sentence == last.sentence and clause.has("for_me") and clause.labels & CLOCKS
        if mine and stances[at] is Stance.ANNOUNCEMENT and not last.labels & TIMES:
            told[at] = Stance.FRAGMENT
    return told
