"""Gives a distance its role: of the run, of a part or a split, a climb, a point on the way, or none."""

from bot.runs.parse.casting import Role
from bot.runs.parse.labels import any_of
from bot.runs.parse.points import (
    is_a_point,
    is_felt_for,
    is_reached,
    is_under_way,
    is_where_it_turned,
)
from bot.runs.parse.quantities import MEASURED, Measure, Quantity, is_distance
from bot.runs.parse.surroundings import View
from bot.runs.parse.unrun import is_a_count, is_another, is_of_a_range, is_of_the_course, is_outdone

_TURNING = (
    any_of("split_lead", "passing", "split_first", "of_it", "including", "delta", "remaining")
    | any_of("delta_lead", "becomes", "of", "out_of", "intent", "instead", "negation", "between")
    | any_of("bound", "under_way", "map", "route", "course_is")
    | any_of("leads_to_named", "leads_to_point", "into", "total", "part", "updown", "cut_short")
    | any_of("section", "turned_at", "thing", "for_lead", "piecemeal", "was_to_be")
    | MEASURED[Measure.REPS]
)
"""Labels without any of which in a post its distances are of the run, whatever else it says."""

_JOINS = any_of("and", "in_time")
_A_PART = any_of("part")
_A_TIME = MEASURED[Measure.DURATION] | MEASURED[Measure.CLOCK]
_TOTAL = any_of("total")
_PASSED_ON = any_of("passing")
_EFFORTS = any_of("did", "run_past", "guess.past")
_BEFORE = any_of("before_after")
_RESTS = any_of("no_run", "named", "kinds.race")
_JOG = any_of("run_word")
_JOGGED_TO = any_of("updown", "further", "there")
_REPEATS = MEASURED[Measure.REPS]
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
        return Role.POINT if is_reached(view) else Role.DISTANCE
    if is_where_it_turned(view) or ("vague" in quantity.meanings and view.after("section")):
        return Role.POINT
    if view.distances > 1 and is_felt_for(view):
        return Role.POINT
    if view.distances > 1 and is_under_way(view):
        return Role.POINT
    if is_a_count(view) or is_of_the_course(view) or view.after("piecemeal"):
        return Role.OTHER  # "one km at a time"
    if "vague" in quantity.meanings and not view.clause.has("part"):
        return Role.OTHER if is_of_a_range(view) else Role.DISTANCE
    if _is_got_through(view):
        return Role.DISTANCE
    if _is_split(view):
        return Role.SPLIT
    if _is_disposed_of(view):
        return Role.DISTANCE
    if _is_difference(view):
        return Role.DIFFERENCE
    if is_another(view):
        return Role.OTHER
    if is_a_point(view):
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
    return view.before("delta_lead") or is_outdone(view)


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


def _holds_its_parts(view: View) -> bool:
    """Whether warm-up and cool-down are in it: "7k with wu/cd"."""
    behind = view.items[view.at + 1 : view.at + 3]
    return len(behind) > 1 and bool(
        "including" in behind[0].meanings and "part" in behind[1].meanings
    )
