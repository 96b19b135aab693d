"""Gives each quantity its role: the run's distance, its time, its pace, a split, a rest, or none."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeGuard

from bot.runs.parse.clauses import Clause
from bot.runs.parse.lexicon import NOTHING, Lexeme
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.stances import OWN, Stance
from bot.runs.parse.surroundings import View
from bot.runs.parse.tokens import Shape

_LONGEST_STRETCH = 900
_MANY_HOURS = 5 * 3600
_TIMES = (Measure.CLOCK, Measure.DURATION)
_OUT_OF = frozenset(("of", "out_of"))
_OVER_TO_LEAD = frozenset(("determiner", "split_first"))
_NO_UNIT = 3000
_DAY_OF_MINUTES = 24 * 60
_SLOWEST = 1500
"""Seconds per kilometre that no run of many hours takes."""
_ROLES_IN = OWN | {Stance.SUM, Stance.WALK}
_SLOWEST_BARE_PACE = 900
"""A clock behind "at" that would be slower than 15 minutes for a kilometre is an hour of the day."""


class Role(StrEnum):
    """What a quantity is to the run; only the first group reaches it."""

    DISTANCE = "distance"
    TOTAL = "total distance"
    TIME = "time"
    PACE = "pace"
    DAY = "day"
    PART = "part"  # warm-up, main part, cool-down: summed
    REPS = "repeats"
    CLIMB = "climb"
    OPEN = "number without unit"
    SPLIT = "split"
    BOUND = "bound"  # sub 25
    DIFFERENCE = "difference"
    REST = "rest"
    POINT = "point on the way"
    OTHER = "something else"
    DENIED = "not of a run"


class Cast(NamedTuple):
    """A quantity in its role; `place` is its index among the items, `stance` that of its clause."""

    quantity: Quantity
    role: Role
    place: int
    clause: int
    stance: Stance


def assign(
    items: Sequence[Item], clauses: Sequence[Clause], stances: Sequence[Stance]
) -> list[Cast]:
    """Every quantity of the post with its role, in order."""
    distances = sum([len(clause.quantities(Measure.DISTANCE)) for clause in clauses])
    cast: list[Cast] = []
    for number, (clause, stance) in enumerate(zip(clauses, stances, strict=True)):
        if not clause.measured_items:
            continue
        for at in range(clause.start, clause.end):
            item = items[at]
            if isinstance(item, Quantity):
                role = _role(items, at, clause, item, distances, stance)
                cast.append(Cast(_timed(items, at, item), role, at, number, stance))
    return _quiet_splits(cast)


def _timed(items: Sequence[Item], at: int, quantity: Quantity) -> Quantity:
    """The time with the mark that "in" stands before it, which makes it a time and no pace.

    A word that may lead to a pace as well ("på") leaves it to what fits.
    """
    if quantity.measure not in _TIMES or not at:
        return quantity
    lead = items[at - 1].meanings
    if "in_time" in lead and "at" not in lead:
        return quantity._replace(meanings={"in_time": 0.0})
    return quantity


def _role(
    items: Sequence[Item],
    at: int,
    clause: Clause,
    quantity: Quantity,
    distances: int,
    stance: Stance,
) -> Role:
    if quantity.measure is Measure.DAY:
        return Role.DAY
    if stance not in _ROLES_IN:
        return Role.DENIED
    if _negative(items, at, quantity):
        return Role.OTHER
    return _BY_MEASURE[quantity.measure](View(items, at, clause, quantity, distances))


def _negative(items: Sequence[Item], at: int, quantity: Quantity) -> bool:
    """Whether a minus is glued to the number."""
    if quantity.spaced or not at:
        return False
    before = items[at - 1]
    return before.text == "-" and before.spaced


def _distance(view: View) -> Role:
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


def _time(view: View) -> Role:
    if view.before("bound") or _names_a_group(view):
        return Role.BOUND
    if view.before("measure_lead"):
        return Role.OTHER
    if view.after("delta", "remaining") or view.before("delta_lead"):
        return Role.DIFFERENCE
    if view.items[min(view.at + 1, len(view.items) - 1)].meanings.keys() & {"until"}:
        return Role.DIFFERENCE
    if _is_rest(view):
        return Role.REST
    if _in_split_clause(view):
        return Role.SPLIT
    if _is_walk_break(view):
        return Role.REST
    if view.before("elapsed"):
        return Role.OTHER
    if view.clause.has("life") and not (view.clause.has("run_past", "run_noun") or _led(view)):
        return Role.OTHER
    if view.clause.has("part"):
        return Role.PART
    return Role.TIME


def _names_a_group(view: View) -> bool:
    """Whether it is what a group is called by: "the 30 min group"."""
    return view.before("determiner") and view.after("tags.group")


def _led(view: View) -> bool:
    """Whether it is an exact time behind "in": "6k after the night shift in 40:11"."""
    clock = view.quantity.measure is Measure.CLOCK
    return clock and view.at > 0 and "in_time" in view.items[view.at - 1].meanings


def _is_rest(view: View) -> bool:
    """Whether it is a rest; "recovery jog" is one between repeats only."""
    if not (view.after("rest") or view.before("rest")):
        return False
    alone = view.before("kinds.recovery") or view.after("kinds.recovery")
    return not alone or any(_is_repeat(item) for item in view.items)


def _is_repeat(item: Item) -> bool:
    return isinstance(item, Quantity) and item.measure is Measure.REPS


def _is_walk_break(view: View) -> bool:
    """Whether it is a stretch of a walk-run: "8 min running, 2 min walking"."""
    short = view.quantity.measure is Measure.DURATION and view.quantity.value <= _LONGEST_STRETCH
    walks = view.clause.has("walk", "run_walk")
    return short and walks and view.clause.has("run_word", "run_noun", "run_verb", "run_past")


def _clock(view: View) -> Role:
    role = _time(view)
    if role is not Role.TIME:
        return role
    if _is_hour_at_a_place(view):
        return Role.OTHER
    if view.before("split_pace") and _paceable(view.quantity):
        return Role.SPLIT
    if view.after("pace_word") and _paceable(view.quantity):
        return Role.PACE
    lead = view.items[view.at - 1].meanings if view.at else NOTHING
    either = "at" in lead and "in_time" in lead and view.distances
    if view.before("at") and not either and _paceable(view.quantity):
        return Role.PACE if view.quantity.options[0] <= _SLOWEST_BARE_PACE else Role.OTHER
    return Role.TIME


def _is_hour_at_a_place(view: View) -> bool:
    """Whether it is when to meet: "8k, 6:30 at the clubhouse"."""
    minutes = view.quantity.options[0]
    if minutes % 5 or minutes >= _DAY_OF_MINUTES or view.at + 2 >= len(view.items):
        return False
    led = view.at > 0 and "in_time" in view.items[view.at - 1].meanings
    place = view.items[view.at + 2]
    somewhere = "determiner" in place.meanings or not place.meanings
    somewhere = somewhere and isinstance(place, Lexeme) and place.shape is Shape.WORD
    return not led and "place_lead" in view.items[view.at + 1].meanings and somewhere


def _paceable(quantity: Quantity) -> bool:
    """Whether the value could be minutes and seconds for a kilometre or a mile."""
    seconds = quantity.options[0] if quantity.options else quantity.value
    return 150 <= seconds <= 1200


def _in_split_clause(view: View) -> bool:
    """Whether the clause speaks of a part only: "last km in 4:20", "6x800m in 3:10"."""
    if view.clause.has("split") or view.clause.place("passing") < view.at:
        return True
    for item in view.items[view.clause.start : view.at]:
        if isinstance(item, Quantity):
            if item.measure is Measure.REPS and not view.clause.has("total"):
                return True
        elif "distance_unit" in item.meanings and view.clause.has("split_lead", "split_first"):
            return True
    if not view.clause.has("split_lead"):
        return False
    lead = view.clause.place("split_lead")
    if lead >= view.at or _is_day(view.items[lead + 1]):  # "last Sunday"
        return False
    return bool(view.clause.quantities(Measure.DISTANCE))


def _is_day(item: Item) -> bool:
    return isinstance(item, Quantity) and item.measure is Measure.DAY


def _duration(view: View) -> Role:
    if view.after("pace_word") and 150 <= view.quantity.value <= 1200:
        return Role.PACE
    return Role.OTHER if _is_hour(view) else _time(view)


def _is_hour(view: View) -> bool:
    """Whether it is an hour of the day: nobody takes six hours over 10 km ("samedi 6h, 10 km")."""
    hours = view.quantity.value
    if hours < _MANY_HOURS or hours % 3600:
        return False
    told = [item.value for item in view.items if _is_distance(item)]
    return bool(told) and hours * 1000 / max(told) > _SLOWEST


def _is_distance(item: Item) -> TypeGuard[Quantity]:
    return isinstance(item, Quantity) and item.measure is Measure.DISTANCE


def _pace(view: View) -> Role:
    if view.before("bound"):
        return Role.BOUND
    if _in_split_clause(view):
        return Role.SPLIT
    return Role.PART if view.clause.has("part") else Role.PACE


def _speed(view: View) -> Role:
    return Role.OTHER if view.clause.has("weather", "tags.wind") else Role.PACE


def _number(view: View) -> Role:
    role = _time(view)
    if role is not Role.TIME:
        return role
    lead = view.items[view.at - 1] if view.at else None
    if isinstance(lead, Lexeme) and lead.meanings.keys() & {"distance_unit", "month", "software"}:
        return Role.POINT
    return Role.OPEN


def _always(role: Role) -> Callable[[View], Role]:
    return lambda _: role


_BY_MEASURE: dict[Measure, Callable[[View], Role]] = {
    Measure.DISTANCE: _distance,
    Measure.DURATION: _duration,
    Measure.CLOCK: _clock,
    Measure.PACE: _pace,
    Measure.SPEED: _speed,
    Measure.NUMBER: _number,
    Measure.REPS: _always(Role.REPS),
    Measure.OTHER: _always(Role.OTHER),
}


def _is_sum(clocks: Sequence[Quantity]) -> bool:
    """Whether the first of some times is the whole of the others: 49:44, 25:10, 24:34."""
    first, *others = (clock.options[0] for clock in clocks)
    return abs(first - sum(others)) <= 5


def _quiet_splits(cast: list[Cast]) -> list[Cast]:
    """Three clocks (24:30) in a row, with nothing else measured between them, are splits."""
    result = list(cast)
    row: list[int] = []
    for at, member in enumerate([*cast, None]):
        if member is not None and member.role is Role.TIME and len(member.quantity.options) == 2:
            row.append(at)
            continue
        if len(row) >= 3:
            if _is_sum([cast[place].quantity for place in row]):
                row = row[1:]
            for place in row:
                result[place] = cast[place]._replace(role=Role.SPLIT)
        row = []
    return result
