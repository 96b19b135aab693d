"""Looks around a quantity: the words before and behind it, over the small ones in between."""

from collections.abc import Sequence, Set

from bot.runs.parse.clauses import Clause
from bot.runs.parse.lexicon import Meanings
from bot.runs.parse.quantities import Item, Quantity


class View:
    """One quantity with its surroundings, as the rules look at it."""

    __slots__ = ("_after", "_before", "at", "clause", "distances", "items", "quantity")

    def __init__(
        self, items: Sequence[Item], at: int, clause: Clause, quantity: Quantity, distances: int
    ) -> None:
        self.items = items
        self.at = at
        self.clause = clause
        self.quantity = quantity
        self.distances = distances
        self._before = _around(items, at, -1)
        self._after = _around(items, at, 1)

    def before(self, *labels: str) -> bool:
        """Whether a label stands before the quantity, with at most small words in between."""
        return not self._before.isdisjoint(labels)

    def after(self, *labels: str) -> bool:
        """Whether a label stands behind the quantity, with at most small words in between."""
        return not self._after.isdisjoint(labels)


def _around(items: Sequence[Item], at: int, step: int) -> Set[str]:
    """The labels to one side of a place, up to the first word that is not small."""
    seen: list[Meanings] = []
    for _ in range(3):
        at += step
        if not 0 <= at < len(items):
            break
        item = items[at]
        seen.append(item.meanings)
        if isinstance(item, Quantity) or not _small(item):
            break
    return seen[0].keys() if len(seen) == 1 else frozenset().union(*seen)


_SMALL_MARKS = {":", "=", "-", "~"}
_SMALL = frozenset(("small", "about", "adjective"))


def _small(item: Item) -> bool:
    return item.text in _SMALL_MARKS or not _SMALL.isdisjoint(item.meanings)
