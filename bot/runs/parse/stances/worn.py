"""Tells whether a distance is what shoes have run so far, or what was run in them."""

from bot.runs.parse.figures.quantities import Measure, Quantity, is_day, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_IN, _DESCRIBING = any_of("in_time"), any_of("determiner", "adjective", "fresh")
_CALLED = _DESCRIBING | any_of("price", "thing")
_MY, _FOR = any_of("self"), any_of("for_lead")
_MY_OR_A = any_of("self", "article")
_WITH, _ON = any_of("accompanied"), any_of("on")
_FIRST = any_of("split_first")
_MUCH_FOR_SHOES = 60_000
_FAR_IN_SHOES = 25_000


def shoes(clause: Clause) -> bool:
    """Whether a distance is what shoes have run so far, and not what was run in them."""
    distances = [quantity.value for quantity in clause.quantities(Measure.DISTANCE)]
    if clause.place("taken_out") == clause.place("shoe") < clause.place("way_out") < clause.end:
        return max(distances, default=0) > _FAR_IN_SHOES  # "took the new shoes out for 8k"
    if distances and clause.has("shoe_worn") and not (clause.has("run_past") or clause.measured):
        return True
    if not clause.has("shoe") or _is_passed_on_a_run(clause):
        return False
    if any(metres >= _MUCH_FOR_SHOES for metres in distances):
        return True
    if clause.has("wore") and _is_worn_for_a_run_of_ones_own(clause):
        return False
    worn = _is_run_in(clause) or _is_dated_before(clause, clause.place("shoe"))
    if worn and max(distances, default=0) <= _FAR_IN_SHOES:
        return False
    told = clause.has("run_past", "tags.first", "tags.comeback", "strong_did", "kinds.easy")
    return bool(distances) and not (told or clause.measured)


def _is_passed_on_a_run(clause: Clause) -> bool:
    """Whether "on" leads to the run that it took: "shoes hit 500km on tonight's 10k"."""
    for far in clause.measured_at:
        way, led = clause.items[far], clause.items[max(clause.start, far - 2) : far]
        if not is_distance(way) or way.value > _FAR_IN_SHOES or len(led) < 2:
            continue
        the = is_day(led[1]) or led[1].labels & _MY_OR_A
        if led[0].labels & _ON and the:
            return clause.place("shoe") < far
    return False


def _is_worn_for_a_run_of_ones_own(clause: Clause) -> bool:
    """Whether it is told for which run they were worn: "I wore the old Pegasus for my 8k"."""
    return any(
        is_distance(clause.items[far])
        and clause.items[far - 1].labels & _MY
        and clause.items[far - 2].labels & _FOR
        for far in clause.measured_at
        if far - 2 > clause.place("wore")
    )


def _is_run_in(clause: Clause) -> bool:
    """Whether shoes are only what a run was run in: "seven k in borrowed shoes"."""
    place = clause.place("shoe")
    lead = place - 1
    while lead > clause.start and clause.items[lead].labels & _CALLED:
        lead -= 1
    led = clause.items[max(clause.start, min(lead, place - 2)) : place]
    first = clause.start + (clause.items[clause.start].labels & _FIRST != 0)
    if not isinstance(clause.items[min(first, place)], Quantity):
        return False
    behind = clause.items[place + 1 : clause.end]
    if any(item.labels & _WITH for item in led) and len(behind) == 1 and behind[0].labels & _ON:
        return True  # "10k with odd shoes on"
    return any("in_time" in item.meanings for item in led)


def _is_dated_before(clause: Clause, shoe: int) -> bool:
    """Whether a day that is over leads to what was worn on it: "2k yesterday in the new shoes"."""
    at = shoe - 1
    while at > clause.start and clause.items[at].labels & _DESCRIBING:
        at -= 1
    if at <= clause.start or not clause.items[at].labels & _IN:
        return False
    day = clause.items[at - 1]
    return isinstance(day, Quantity) and day.is_over
