"""Tells what figures between slashes are: those of one run, which is planned as its last one is, or a choice.

So is a run that is told by its parts as planned as what these come to."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    DISTANCES,
    TIMES,
    Item,
    Measure,
    Quantity,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import Labels, any_of

_TOTAL, _DATED = any_of("total"), DAYS | TIMES
_FIGURES = TIMES | any_of("climb")
_METRE = 1
_MANY, _ROUND_S = 3, 30


def planned_along(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances with those before a slash as planned as what stands behind: "17k / 820m / 2h20 tomorrow"."""
    told = list(stances)
    for at in range(len(clauses) - 1, 0, -1):
        before = clauses[at - 1]
        if (
            told[at] is not Stance.PLAN
            or before.closed_by != "/"
            or not _begins_a_figure(clauses[at])
        ):
            continue
        if told[at - 1] is Stance.FRAGMENT and not (before.measured or before.labels & DAYS):
            told[at - 1] = Stance.PLAN
    return told


def planned_in_all(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances with parts as planned as their total is: "2k up, 5k hard, 3k down, 10k total tomorrow"."""
    for at, clause in enumerate(clauses):
        if stances[at] is not Stance.PLAN or not clause.labels & _TOTAL:
            continue
        if not any(day.value > 0 for day in clause.quantities(Measure.DAY)):
            continue
        parts = [n for n in range(at) if clauses[n].sentence == clause.sentence]
        if clause.labels & DISTANCES and all(_is_a_part(clauses[n], stances[n]) for n in parts):
            stances = [Stance.PLAN if n in parts else one for n, one in enumerate(stances)]
    return stances


def _is_a_part(clause: Clause, stance: Stance) -> bool:
    """Whether it tells how far, and nothing of when, how long or that it was done."""
    return stance is Stance.FRAGMENT and not clause.labels & _DATED


def _begins_a_figure(clause: Clause) -> bool:
    """Whether a time or a climb comes first, which is of the run before it."""
    first = clause.items[clause.start]
    return isinstance(first, Quantity) and bool(first.labels & _FIGURES or first.unit == _METRE)


def are_offered(_: Sequence[Draft], post: Post) -> bool:
    """Whether figures that grow between slashes are a choice: "5k/10k/HM 9:30", "paces 5:30 / 6:00 / 6:30"."""
    if sum([clause.closed_by == "/" for clause in post.clauses]) < _MANY - 1:
        return False
    far = _between_slashes(post.items, DISTANCES)
    if len(far) >= _MANY and far == sorted(set(far)):
        return True
    clocks = _between_slashes(post.items, CLOCKS)
    steps = {later - one for one, later in pairwise(clocks)}
    return len(clocks) >= _MANY and len(steps) == 1 and steps.pop() > 0 and not clocks[0] % _ROUND_S


def _between_slashes(items: Sequence[Item], measure: Labels) -> list[float]:
    """The figures of a measure that stand in a row with nothing but slashes between them."""
    row: list[float] = []
    for at, item in enumerate(items):
        if not (isinstance(item, Quantity) and item.labels & measure):
            continue
        goes_on = at > 1 and items[at - 1].text == "/" and items[at - 2].labels & measure
        if not goes_on and len(row) >= _MANY:
            break
        row = [*row, item.value] if goes_on else [item.value]
    return row
