"""Gives a distance its role: of the run, of a part or a split, a climb, a point on the way, or none."""

from collections.abc import Sequence

from bot.runs.parse.casting import Role
from bot.runs.parse.cut_short import is_only_a_stop
from bot.runs.parse.labels import any_of
from bot.runs.parse.pacing import duration_over
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity, is_distance
from bot.runs.parse.surroundings import View

_TURNING = (
    any_of("split_lead", "passing", "split_first", "of_it", "including", "delta", "remaining")
    | any_of("delta_lead", "becomes", "of", "out_of", "intent", "instead", "negation", "between")
    | any_of("bound", "under_way", "map", "route", "course_is")
    | any_of("leads_to_named", "leads_to_point", "into", "total", "part", "updown", "cut_short")
    | any_of("section", "turned_at", "thing", "for_lead")
    | MEASURED[Measure.REPS]
)
"""Labels without any of which in a post its distances are of the run, whatever else it says."""

_OUT_OF = frozenset(("of", "out_of"))
_OVER_TO_LEAD = frozenset(("determiner", "split_first"))
_RACES = frozenset((5000, 10_000, 15_000, 21_097, 42_195))
_JOINS = any_of("and", "in_time")
_A_PART = any_of("part")
_A_TIME = MEASURED[Measure.DURATION] | MEASURED[Measure.CLOCK]
_TOTAL = any_of("total")
_CUT_SHORT = any_of("cut_short")
_COURSE = any_of("map", "route")
_COURSE_IS = any_of("course_is")
_WAS = any_of("looks_back", "copula")
_UNDER_WAY = any_of("under_way")
_A_RUN = any_of("run_noun", "run_word", "run_thing", "kinds")
_BETWEEN = any_of("between")
_AND = any_of("and")
_TOLD = any_of("run_past", "strong_did")
_PASSED_ON = any_of("passing")
_EFFORTS = any_of("did", "run_past", "guess.past")
_WHOSE = any_of("determiner")
_BEFORE_A_WISH = any_of("determiner", "unmet")
_BEFORE = any_of("before_after")
_RESTS = any_of("no_run", "named", "kinds.race")
_CHANGES = any_of("changes")
_INTO = any_of("into")
_JOG = any_of("run_word")
_JOGGED_TO = any_of("updown", "further", "there")
_REPEATS = MEASURED[Measure.REPS]
_COUNTED = any_of("thing")
_MEASURES = any_of("measure_lead")
_FOR = any_of("for_lead")
_CLOCK = MEASURED[Measure.CLOCK]
_LONG_UNIT = 1000
_NO_UNIT = 3000
"""Metres from which a distance is no unit that a time is told for."""


def role_of_distance(view: View) -> Role:
    """What a distance is to the run, by what stands around it."""
    quantity = view.quantity
    if not 0 < quantity.value <= 1_000_000:
        return Role.OTHER
    if 0 < quantity.unit <= 1:
        return _short_distance(view)
    if not view.told & _TURNING:
        return Role.POINT if _is_reached(view) else Role.DISTANCE
    if _is_where_it_turned(view) or ("vague" in quantity.meanings and view.after("section")):
        return Role.POINT
    if view.distances > 1 and _is_felt_for(view):
        return Role.POINT
    if view.distances > 1 and _is_under_way(view):
        return Role.POINT
    if _is_a_count(view) or _is_of_the_course(view):
        return Role.OTHER
    if "vague" in quantity.meanings and not view.clause.has("part"):
        return Role.OTHER if _is_of_a_range(view) else Role.DISTANCE
    if _is_got_through(view):
        return Role.DISTANCE
    if _is_split(view):
        return Role.SPLIT
    if _is_disposed_of(view):
        return Role.DISTANCE
    if _is_difference(view):
        return Role.DIFFERENCE
    if _is_another(view):
        return Role.OTHER
    if _is_point(view):
        return Role.POINT
    if view.before("total") or view.after("total") or _is_total_with_its_time(view):
        return Role.TOTAL
    if _holds_its_parts(view):
        return Role.DISTANCE
    if view.clause.has("part") or (view.distances > 1 and _is_up_or_down(view)):
        return Role.PART
    return Role.DISTANCE


def _is_total_with_its_time(view: View) -> bool:
    """Whether distance and time are told in total: "6k and 41 min in total"."""
    behind = view.items[view.at + 1 : view.at + 4]
    if len(behind) < 3 or not isinstance(behind[1], Quantity):
        return False
    joined = behind[0].text == "," or behind[0].labels & _JOINS != 0
    return joined and behind[1].labels & _A_TIME != 0 and behind[2].labels & _TOTAL != 0


def _is_of_the_course(view: View) -> bool:
    """Whether it is how long a course was, and how far it was run stands behind it."""
    lead = view.items[max(0, view.at - 2) : view.at]
    if len(lead) < 1 or not (
        lead[-1].labels & _COURSE_IS or (lead[0].labels & _COURSE and lead[-1].labels & _WAS)
    ):
        return False
    behind = view.items[view.at :]
    return any(
        behind[at - 1].labels & _TOLD and is_distance(behind[at]) for at in range(2, len(behind))
    )


def _is_under_way(view: View) -> bool:
    """Whether it is how far into a run something happened: "about two miles into my loop"."""
    behind = view.items[view.at + 1 : view.at + 3]
    return len(behind) > 1 and bool(behind[0].labels & _UNDER_WAY and behind[1].labels & _A_RUN)


def _is_where_it_turned(view: View) -> bool:
    """Whether the way back began there, where the whole is told as well: "turned back at 3k, so 6k"."""
    return view.distances > 1 and view.before("turned_at")


def _is_felt_for(view: View) -> bool:
    """Whether something was so for so far, before the whole is told: "felt rubbish for 3k, then 9k in 47:45"."""
    if view.at < 2 or not view.items[view.at - 1].labels & _FOR:
        return False
    if isinstance(view.items[view.at - 2], Quantity):
        return False  # "26 for 5k"
    later = [item.value for item in view.items[view.at + 1 :] if is_distance(item)]
    return (
        bool(later) and max(later) > view.quantity.value and view.clause.has("moods", "looks_back")
    )


def _is_a_count(view: View) -> bool:
    """Whether thousands of something are told behind what they are of: "steps 12k"."""
    lead = view.items[view.at - 1].labels if view.at else 0
    return lead & _COUNTED != 0 and lead & _MEASURES != 0


def _is_up_or_down(view: View) -> bool:
    """Whether it is a warm-up or cool-down by the mere word behind it: "2k up, 6k tempo, 2k jog down"."""
    at = view.at + 1
    if at < view.clause.end and view.items[at].labels & _JOG:
        if not view.told & _REPEATS:
            return False
        at += 1
        return at + 1 == view.clause.end and view.items[at].labels & _JOGGED_TO != 0
    return at + 1 == view.clause.end and "updown" in view.items[at].meanings


def _is_difference(view: View) -> bool:
    """Whether it is by how much something differs, or a mark that was outdone: "1 km further"."""
    if "delta" in view.quantity.meanings or view.after("delta", "remaining"):
        return True
    return view.before("delta_lead") or _is_outdone(view)


def _is_another(view: View) -> bool:
    """Whether it is a distance that was not run: aimed at, denied, or another was run in its place."""
    if view.after("becomes") or _is_aimed_at(view) or _is_replaced(view):
        return True
    if view.told & _CUT_SHORT and _is_given_up(view):
        return True
    return _is_denied(view) or _is_of_a_range(view)


def _is_aimed_at(view: View) -> bool:
    """Whether it is what so many are to make: "62 of 100 km done"."""
    at = view.at
    while at > 2 and view.items[at - 1].labels & _BEFORE_A_WISH:
        at -= 1
    before = view.items[max(0, at - 2) : at]
    if len(before) < 2 or not isinstance(before[0], Quantity):
        return False
    counted = before[0].measure is Measure.NUMBER and before[0].value < view.quantity.value
    return counted and not _OUT_OF.isdisjoint(before[1].meanings)


def _is_outdone(view: View) -> bool:
    """Whether it is a mark that the distance behind it is beyond: "first run above 16 km: 17 km"."""
    if view.distances < 2 or not view.before("bound"):
        return False
    later = [item for item in view.items[view.at + 1 :] if is_distance(item)]
    return bool(later) and later[0].value > view.quantity.value


def _is_denied(view: View) -> bool:
    """Whether it is what another distance was not: "5.4k not 5k"."""
    before = view.items[max(view.clause.start, view.at - 2) : view.at]
    return len(before) == 2 and is_distance(before[0]) and "negation" in before[1].meanings


def _is_of_a_range(view: View) -> bool:
    """Whether it bounds how far runs are: "between 8 and 12k"."""
    if view.told & _TOLD:
        return False
    if view.before("between"):
        return True
    lead = view.items[max(0, view.at - 3) : view.at]
    return len(lead) == 3 and bool(lead[0].labels & _BETWEEN and lead[2].labels & _AND)


def _is_replaced(view: View) -> bool:
    """Whether another distance was run instead: "went out for a 5k, did 10k"."""
    behind = view.items[view.at + 1 :]
    if view.before("intent") and any(_may_be_done(behind, at) for at in range(1, len(behind))):
        return True
    if _becomes_another(view.items, view.at):
        return True
    later = [at for at, item in enumerate(behind) if is_distance(item)]
    return any("instead" in item.meanings for at in later for item in behind[at + 1 : at + 2])


def _becomes_another(items: Sequence[Item], at: int) -> bool:
    """Whether the distance at `at` was made another: "stretched the 12k to 16k"."""
    if at < 1 or not (
        items[at - 1].labels & _CHANGES
        or (at > 1 and items[at - 1].labels & _WHOSE and items[at - 2].labels & _EFFORTS)
    ):
        return False
    behind = items[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].labels & _INTO != 0 and is_distance(behind[1])


def _is_given_up(view: View) -> bool:
    """Whether it is how far a run was to be that ended before: "10k today, bailed at 7"."""
    unit = view.quantity.unit or 1000.0
    for at in range(view.at + 2, len(view.items)):
        reached = view.items[at]
        if not isinstance(reached, Quantity) or not view.items[at - 1].labels & _CUT_SHORT:
            continue
        metres = reached.value * (1 if is_distance(reached) else unit)
        counted = is_distance(reached) or reached.measure is Measure.NUMBER
        return counted and metres < view.quantity.value and not is_only_a_stop(view.items, at)
    return False


def _may_be_done(items: Sequence[Item], at: int) -> bool:
    """Whether a distance stands at `at`, or a bare number that is told as done."""
    item = items[at]
    if not isinstance(item, Quantity) or item.measure is not Measure.NUMBER:
        return is_distance(item)
    return "strong_did" in items[at - 1].meanings


def _is_whole(view: View) -> bool:
    """Whether a distance behind a word for parts is the whole: "42 min per 8 km", "slowest 5k of the year"."""
    if view.quantity.value < _NO_UNIT:
        return False
    return view.before("per") or (view.distances == 1 and view.before("superlative"))


def _is_last_before(view: View) -> bool:
    """Whether it is the last run before a race or a rest: "last 10k before the taper"."""
    if view.distances > 1 or view.quantity.value < _NO_UNIT:
        return False
    behind = view.items[view.at + 1 : view.at + 5]
    return len(behind) > 1 and bool(
        behind[0].labels & _BEFORE and any(item.labels & _RESTS for item in behind[1:])
    )


def _is_disposed_of(view: View) -> bool:
    """Whether it was got out of the way: "knocked 10k out of the way", "put ten k away"."""
    return view.at > view.clause.start and (
        "disposes" in view.items[view.at - 1].meanings and view.after("disposed")
    )


def _is_got_through(view: View) -> bool:
    """Whether a verb of effort and its way lead to the only distance: "limped through 3 miles"."""
    if view.distances > 1 or view.at - 2 < view.clause.start:
        return False
    verb, way = view.items[view.at - 2 : view.at]
    return way.labels & _PASSED_ON != 0 and verb.labels & _EFFORTS != 0


def _short_distance(view: View) -> Role:
    """Metres, feet and yards: climb where so said, rest between repeats, or a distance."""
    if "climb" in view.quantity.meanings or view.before("climb") or view.after("climb"):
        return Role.CLIMB
    signed = view.items[view.at - 1].text == "+" or _is_plus_glued(view)
    if signed or _is_climb_beside(view):
        return Role.CLIMB
    if view.after("descent") or view.before("descent"):
        return Role.OTHER
    if view.quantity.unit < 1:
        return Role.CLIMB if view.distances > 1 and view.quantity.value >= 15 else Role.OTHER
    if view.after("rest"):
        return Role.REST
    if view.quantity.value < 300 and not _is_sprinted(view):
        return Role.OTHER
    return Role.PART if view.clause.has("part") else Role.DISTANCE


def _is_sprinted(view: View) -> bool:
    """Whether a time for so few metres is told with it: "ran 100m in 12 s"."""
    if view.distances > 1 or not view.clause.has("run_past", "strong_did"):
        return False
    behind = view.items[view.at + 1 : view.at + 3]
    if len(behind) < 2 or "in_time" not in behind[0].meanings:
        return False
    time = behind[1]
    timed = isinstance(time, Quantity) and time.measure in (Measure.DURATION, Measure.CLOCK)
    return timed and isinstance(time, Quantity) and 2 <= view.quantity.value / time.value <= 10


def _is_plus_glued(view: View) -> bool:
    """Whether a plus makes metres of climb: "1200m+"."""
    behind = view.items[view.at + 1 : view.at + 2]
    return bool(behind) and behind[0].text == "+" and not behind[0].spaced


def _is_climb_beside(view: View) -> bool:
    """Whether metres right behind the kilometres are those climbed: "13k 900m 1:45"."""
    before = view.items[view.at - 1] if view.at else None
    if not is_distance(before) or view.quantity.unit != 1:
        return False
    far = before.value if before.unit >= _LONG_UNIT else 0.0
    return 0.005 * far <= view.quantity.value <= 0.15 * far and not view.quantity.value % 10


def _is_split(view: View) -> bool:
    """Whether it is a stretch of the run: "last 2k", "10k, 3 of it at tempo"."""
    if view.before("split_lead", "passing") and not (_is_whole(view) or _is_last_before(view)):
        return "kinds.long" not in view.quantity.meanings  # "last 22 miler of the block"
    if view.distances < 2:
        return False
    if (view.after("of_it") and not (view.before("whole") or view.told & _A_PART)) or (
        view.before("split_first") and not view.before("self")
    ):
        return True
    return view.before("including") and not view.clause.has("part")


def _is_point(view: View) -> bool:
    """Whether it tells where something happened ("died at 7k", "mile 20")."""
    if view.clause.has("cut_short"):  # "had to stop after 9 km", but "12k, stopped at 5k for water"
        return view.distances > 1 and is_only_a_stop(view.items, view.at)
    at = view.at - 1
    named = "said" in view.quantity.meanings
    while at >= 0 and view.items[at].meanings.keys() & _OVER_TO_LEAD:
        at -= 1
    if _is_reached(view):
        return True
    if at < 0 or (at and "then" in view.items[at].meanings and _done(view.items[at - 1])):
        return False  # "sprang sedan 5 km"
    if _lists_points(view.items, at):
        return True
    if view.distances == 1 and _is_an_event(view, at):
        return False
    if view.distances == 1 and _is_timed_race(view, at):
        return False
    return ("leads_to_named" if named else "leads_to_point") in view.items[at].meanings


def _holds_its_parts(view: View) -> bool:
    """Whether warm-up and cool-down are in it: "7k with wu/cd"."""
    behind = view.items[view.at + 1 : view.at + 3]
    return len(behind) > 1 and bool(
        "including" in behind[0].meanings and "part" in behind[1].meanings
    )


def _is_reached(view: View) -> bool:
    """Whether it is how far somebody is by now: "3k in and it's raining"."""
    behind = view.at + 1
    if behind + 1 != view.clause.end or view.clause.has("did", "run_past"):
        return False
    timed = view.items[view.clause.end + 1 : view.clause.end + 2]
    if view.distances > 1 and timed and timed[0].labels & _CLOCK:
        return False  # "7.2k in, 41:15, 5k home, 29:30"
    return "so_far" in view.items[behind].meanings


def _is_an_event(view: View, lead: int) -> bool:
    """Whether a race is where something was done: "crossed the line at the 10k on Sunday"."""
    if lead != view.at - 2:
        return False
    if view.clause.has("bound") and view.quantity.value >= _NO_UNIT and not view.after("section"):
        return True  # "got under 80 at the ten mile race"
    if view.quantity.value not in _RACES:
        return False
    return view.clause.has("strong_did") and view.clause.has("kinds.race")


def _is_timed_race(view: View, lead: int) -> bool:
    """Whether the time of a race stands right beside it: "50:04 at the 10k", "after that 10k (44:50)"."""
    if view.quantity.value not in _RACES or lead == view.at - 1:
        return False
    beside = (view.items[max(0, lead - 1)], view.items[min(view.at + 2, len(view.items) - 1)])
    clocks = [one for one in beside if isinstance(one, Quantity) and one.measure is Measure.CLOCK]
    return any(duration_over(clock, view.quantity.value) is not None for clock in clocks)


def _lists_points(items: Sequence[Item], at: int) -> bool:
    """Whether it goes on from another point: "water at 5k and 8k", "aid at 5k, 10k, 15k"."""
    behind = items[at + 2 : at + 3]
    if at >= 0 and items[at].text == "," and behind and not _goes_on_listing(behind[0]):
        return False  # "stopped at 5k, 10k total"
    while at >= 2 and _goes_on_listing(items[at]) and _is_listed(items[at - 1]):
        if "leads_to_point" in items[at - 2].meanings:
            return True
        at -= 2
    return False


def _is_listed(item: Item) -> bool:
    """Whether it may be one of the points of a list; "4k @ 4:25 + 1k" goes on behind a pace."""
    return isinstance(item, Quantity) and item.measure in (Measure.DISTANCE, Measure.NUMBER)


def _goes_on_listing(item: Item) -> bool:
    return item.text == "," or "and" in item.meanings


def _done(item: Item) -> bool:
    return "run_past" in item.meanings or "strong_did" in item.meanings
