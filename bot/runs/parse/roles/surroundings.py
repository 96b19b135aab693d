"""Looks around a quantity: the words before and behind it, over the small ones in between."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import TIMES, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import ASKED, Labels, any_of

_DELTA, _THE, _OUTDOORS = any_of("delta"), any_of("determiner"), any_of("outdoors")
_IN = any_of("in_time")


class View:
    """One quantity with its surroundings, as the rules look at it; `told` are the labels of its post."""

    __slots__ = ("_after", "_before", "at", "clause", "distances", "items", "quantity", "told")

    def __init__(
        self,
        items: Sequence[Item],
        at: int,
        clause: Clause,
        quantity: Quantity,
        distances: int,
        told: Labels,
    ) -> None:
        self.items = items
        self.at = at
        self.clause = clause
        self.quantity = quantity
        self.distances = distances
        self.told = told
        self._before: Labels | None = None
        self._after: Labels | None = None

    def before(self, *labels: str) -> bool:
        """Whether a label stands before the quantity, with at most small words in between."""
        if self._before is None:
            self._before = _around(self.items, self.at, -1)
        return self._before & ASKED[labels] != 0

    def after(self, *labels: str) -> bool:
        """Whether a label stands behind the quantity, with at most small words in between."""
        if self._after is None:
            self._after = _around(self.items, self.at, 1)
        return self._after & ASKED[labels] != 0


_SMALL_MARKS = {":", "=", "-", "~"}
_SMALL = any_of("small", "about", "adjective")


def is_up_somewhere(view: View) -> bool:
    """Whether an "up on" leads to the ground, and not to what something differs from: "75 min up on the moor"."""
    behind = view.items[view.at + 1 : min(view.at + 4, view.clause.end)]
    if len(behind) < 3 or not (behind[0].labels & _DELTA and behind[1].labels & _THE):
        return False
    return behind[2].labels & _OUTDOORS != 0


def leads_to_its_time(view: View) -> bool:
    """Whether an "in" leads to a time that fits it: "knocked 5k out in 25:55", but not "knocked 1k off in a year"."""
    behind = view.items[view.at + 1 : min(view.at + 4, view.clause.end)]
    for lead, time in pairwise(behind):
        if isinstance(time, Quantity) and time.labels & TIMES:
            fits = duration_over(time, view.quantity.value) is not None
            return fits and lead.labels & _IN != 0
    return False


def _around(items: Sequence[Item], at: int, step: int) -> Labels:
    """The labels to one side of a place, up to the first word that is not small."""
    seen = 0
    for place in (at + step, at + 2 * step, at + 3 * step):
        if not 0 <= place < len(items):
            break
        item = items[place]
        seen |= item.labels
        if isinstance(item, Quantity) or not (item.labels & _SMALL or item.text in _SMALL_MARKS):
            break
    return seen
