"""Tells whether a run was where another sport is at home, or only past it: "via the hockey fields"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.commutes import is_timed_as_a_run
from bot.runs.parse.words.labels import any_of

_VENUE, _PATH = any_of("venue"), any_of("sports_path")
_ALONG_IT = any_of("adjunct")
"""What "on the bike path" is as well, in one."""

_THERE = any_of("amid")
_BY_IT = any_of(
    "way", "leads_to_named", "scenery", "ground_lead", "place_lead", "adjunct", "copula"
)
_IS_ONE = any_of("resembles", "looks_back", "settled")
_OF_A_PLACE = any_of("determiner", "article", "adjective", "number")


def is_at_its_venue(clause: Clause) -> bool:
    """Whether it was where another sport is at home, and not past or repeats there: "2k in the swimming pool"."""
    if clause.quantities(Measure.REPS):
        return False
    homes = _VENUE | _PATH if clause.quantities(Measure.DISTANCE) else _VENUE
    items = clause.items[clause.start : clause.end]
    return any(
        item.labels & homes and not (_is_beside(items[:at]) or _is_run_along(clause, item))
        for at, item in enumerate(items)
    )


def _is_run_along(clause: Clause, path: Item) -> bool:
    """Whether a path for bikes was run along, by the time it took: "13.1 on the bike path, 1:55:20"."""
    return path.labels & _ALONG_IT != 0 and is_timed_as_a_run(clause.items)


def _is_beside(led: Sequence[Item]) -> bool:
    """Whether a place is only passed, or what some ground is like: "past the ski lift", "are a skating rink"."""
    while led and led[-1].labels & _OF_A_PLACE:
        led = led[:-1]
    if not led or led[-1].labels & _THERE:
        return False
    return led[-1].labels & (_BY_IT | _IS_ONE) != 0
