"""Gives a distance its role: of the run, of a part or a split, a climb, a point on the way, or none."""

from collections.abc import Sequence

from bot.runs.parse.casting import Role
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.surroundings import View

_OUT_OF = frozenset(("of", "out_of"))
_OVER_TO_LEAD = frozenset(("determiner", "split_first"))
_NO_UNIT = 3000
"""Metres from which a distance is no unit that a time is told for."""


def role_of_distance(view: View) -> Role:
    """What a distance is to the run, by what stands around it."""
    quantity = view.quantity
    if not 0 < quantity.value <= 1_000_000:
        return Role.OTHER
    if 0 < quantity.unit <= 1:
        return _short_distance(view)
    if (view.before("split_lead", "passing") and not _is_timed_per(view)) or (
        view.distances > 1 and _ordinal_split(view)
    ):
        return Role.SPLIT
    if view.distances > 1 and view.after("of_it"):
        return Role.SPLIT
    if view.distances > 1 and view.before("including") and not view.clause.has("part"):
        return Role.SPLIT
    if "delta" in quantity.meanings or view.after("delta", "remaining"):
        return Role.DIFFERENCE
    if view.before("delta_lead"):
        return Role.DIFFERENCE
    if view.after("becomes") or _is_aimed_at(view):
        return Role.OTHER
    if _is_point(view):
        return Role.POINT
    if view.before("total") or view.after("total"):
        return Role.TOTAL
    return Role.PART if view.clause.has("part") else Role.DISTANCE


def _is_aimed_at(view: View) -> bool:
    """Whether it is what so many are to make: "62 of 100 km done"."""
    before = view.items[max(0, view.at - 2) : view.at]
    if len(before) < 2 or not isinstance(before[0], Quantity):
        return False
    counted = before[0].measure is Measure.NUMBER and before[0].value < view.quantity.value
    return counted and not _OUT_OF.isdisjoint(before[1].meanings)


def _is_timed_per(view: View) -> bool:
    """Whether a distance behind "per" is the whole: "42 min per 8 km"."""
    return view.before("per") and view.quantity.value >= _NO_UNIT


def _short_distance(view: View) -> Role:
    """Metres, feet and yards: climb where so said, rest between repeats, or a distance."""
    if "climb" in view.quantity.meanings or view.before("climb") or view.after("climb"):
        return Role.CLIMB
    if view.items[view.at - 1].text == "+":
        return Role.CLIMB
    if view.after("descent") or view.before("descent"):
        return Role.OTHER
    if view.quantity.unit < 1:
        return Role.CLIMB if view.distances > 1 and view.quantity.value >= 15 else Role.OTHER
    if view.after("rest"):
        return Role.REST
    if view.quantity.value < 300:
        return Role.OTHER
    return Role.PART if view.clause.has("part") else Role.DISTANCE


def _ordinal_split(view: View) -> bool:
    return view.before("split_first") and not view.before("self")


def _is_point(view: View) -> bool:
    """Whether it tells where something happened ("died at 7k", "mile 20")."""
    if view.clause.has("cut_short"):  # "had to stop after 9 km"
        return False
    at = view.at - 1
    named = "said" in view.quantity.meanings
    while at >= 0 and view.items[at].meanings.keys() & _OVER_TO_LEAD:
        at -= 1
    if at < 0 or (at and "then" in view.items[at].meanings and _done(view.items[at - 1])):
        return False  # "sprang sedan 5 km"
    if _lists_points(view.items, at):
        return True
    return ("leads_to_named" if named else "leads_to_point") in view.items[at].meanings


def _lists_points(items: Sequence[Item], at: int) -> bool:
    """Whether an "and" at `at` goes on from another point: "water at 5k and 8k"."""
    if at < 2 or "and" not in items[at].meanings or not isinstance(items[at - 1], Quantity):
        return False
    return "leads_to_point" in items[at - 2].meanings


def _done(item: Item) -> bool:
    return "run_past" in item.meanings or "strong_did" in item.meanings
