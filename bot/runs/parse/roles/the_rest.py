"""Tells whether the rest of a run is said to have been run as well: "8 of my 10 miles with Bev, the rest alone"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_AND = MARK | any_of("and", "then")
_THE, _REST, _LAST = any_of("determiner", "article"), any_of("rest"), any_of("split_lead")
_RAN = any_of("run_past", "alone", "kinds.easy")


def goes_on_with_the_rest(items: Sequence[Item], whole: int) -> bool:
    """Whether the rest of the distance at `whole` was run, too, alone or easily."""
    behind = items[whole + 1 :]
    return any(
        and_.labels & _AND
        and the.labels & _THE
        and rest.labels & (_REST | _LAST)
        and how.labels & _RAN
        for and_, the, rest, how in zip(behind, behind[1:], behind[2:], behind[3:], strict=False)
    )
