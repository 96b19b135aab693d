"""Tells what figures between slashes are: those of one run, which is planned as its last one is, or a choice."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import CLOCKS, DAYS, DISTANCES, TIMES, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import Labels, any_of

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
