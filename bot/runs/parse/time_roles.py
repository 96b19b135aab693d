"""Gives a time, a pace or a bare number its role: of the run, of a split or a rest, a bound, or none."""

from itertools import pairwise

from bot.runs.parse.breaks import (
    is_of_a_repeat,
    is_of_what_came_before,
    is_rest,
    is_stretch_between_walks,
    is_walk_break,
)
from bot.runs.parse.casting import Role
from bot.runs.parse.cut_short import is_only_a_stop
from bot.runs.parse.labels import NOTHING, any_of
from bot.runs.parse.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.pacing import duration_over
from bot.runs.parse.people import is_known_name
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity, is_distance
from bot.runs.parse.surroundings import View
from bot.runs.parse.tokens import Shape

_TURNING = (
    any_of("bound", "tags.group", "measure_lead", "delta", "remaining", "delta_lead", "until")
    | any_of("rest", "split", "passing", "split_lead", "split_first", "walk", "run_walk")
    | any_of("elapsed", "life", "part", "place_lead", "split_pace", "pace_word", "at")
    | any_of("ago_lead", "ago_behind", "stay", "hour_of", "track_repeats", "piecemeal", "gives_out")
    | MEASURED[Measure.REPS]
)
"""Labels without any of which in a post its clocks are times of the run, whatever else it says."""

_A_BEST = any_of("pb_list")
_FOR, _PERSON, _SELF = any_of("for_lead"), any_of("person"), any_of("self")
_GIVES_OUT, _MACHINE = any_of("gives_out"), any_of("kinds.treadmill")
_A_CLOCK = MEASURED[Measure.CLOCK]
_RAN = any_of("run_past")
_OWN_DOING = any_of("run_past", "run_noun", "self", "did", "strong_did", "looks_back", "way_back")
_TRACK_REPEATS = any_of("track_repeats")
_WALKED = any_of("walk", "run_walk")
_HOUR_OF = any_of("hour_of")
_THE = any_of("determiner")
_APPOINTMENT = any_of("life", "travel")
_APPOINTMENT_OR_UNKNOWN = _APPOINTMENT | UNKNOWN
_MOVING = any_of("run_past", "run_noun") | MEASURED[Measure.DISTANCE] | MEASURED[Measure.REPS]
_REPEATS = MEASURED[Measure.REPS]
_LONGEST_STRETCH_S = 900
_BODY = any_of("body")
_TOTAL = any_of("total")
_LESSON = any_of("lesson", "lesson_day")
_SHORTEST_S = 60
_SHORTEST_M = 1500
_WITH, _HEARD = any_of("accompanied"), any_of("media", "watching")
_ALONG = any_of("companion")
_MANY_HOURS_S = 5 * 3600
_DAY_MIN = 24 * 60
_SLOWEST = 1500
"""Seconds per kilometre that no run of many hours takes."""

_SLOWEST_BARE_PACE = 900
"""A clock behind "at" that would be slower than 15 minutes for a kilometre is an hour of the day."""


def _time(view: View) -> Role:
    if view.before("bound") or _names_a_group(view):
        return Role.BOUND
    if view.before("measure_lead"):
        return Role.OTHER
    if _is_left_over(view) or view.before("delta_lead"):
        return Role.DIFFERENCE
    if view.items[min(view.at + 1, len(view.items) - 1)].meanings.keys() & {"until"}:
        return Role.DIFFERENCE
    if is_rest(view):
        return Role.REST
    if view.after("piecemeal") or (view.told & _GIVES_OUT and _is_a_machines(view)):
        return Role.OTHER  # "ten minutes at a time"
    if _in_split_clause(view):
        return Role.SPLIT
    if is_walk_break(view) or is_stretch_between_walks(view):
        return Role.REST
    if view.before("elapsed", "ago_lead") or view.after("ago_behind") or _is_a_moment(view):
        return Role.OTHER
    if view.clause.has("stay") and not view.clause.labels & _MOVING:
        return Role.OTHER  # "then an hour in the cafe"
    if view.clause.has("life") and not (
        view.clause.has("run_past", "run_noun", "excluding")
        or _led(view)
        or view.before("watching")
        or _is_of_its_distance(view)
        or _is_listened_through(view)
    ):
        return Role.OTHER
    if view.clause.has("part"):
        return Role.PART
    if view.told & _REPEATS and is_of_a_repeat(view):
        return Role.SPLIT
    return Role.TIME


def _is_a_machines(view: View) -> bool:
    """Whether it is how long a treadmill lets people run: "the treadmill at my gym stops after 60 min"."""
    led = [item.labels for item in view.items[max(0, view.at - 3) : view.at]]
    if not any(labels & _GIVES_OUT for labels in led):
        return False
    return any(item.labels & _MACHINE for item in view.items[: view.at])


def _is_listened_through(view: View) -> bool:
    """Whether something to listen to came along for so long: "48 mins w podcast"."""
    behind = view.items[view.at + 1 : min(view.at + 4, view.clause.end)]
    if not behind or not behind[0].labels & _WITH:
        return False
    return any(item.labels & _HEARD for item in behind[1:])


def _names_a_group(view: View) -> bool:
    """Whether it is what a group is called by: "the 30 min group"."""
    return view.before("determiner") and view.after("tags.group")


def _is_a_moment(view: View) -> bool:
    """Whether it is too short for a run: "4 seconds!!!!"; a sprint is told with an "in"."""
    if view.quantity.measure is not Measure.DURATION:
        return False
    if view.before("in_time"):
        return view.quantity.value <= _LONGEST_STRETCH_S and _is_until_then(view)
    return view.quantity.value < _SHORTEST_S


def _is_until_then(view: View) -> bool:
    """Whether something else begins in so long, behind a run that is over: "Run done. Camera on in 3 minutes"."""
    clause = view.clause
    if not (clause.start and clause.opening and view.told & _RAN) or view.distances:
        return False
    return not clause.labels & _OWN_DOING


def _led(view: View) -> bool:
    """Whether it is an exact time behind "in": "6k after the night shift in 40:11"."""
    clock = view.quantity.measure is Measure.CLOCK
    return clock and view.at > 0 and "in_time" in view.items[view.at - 1].meanings


def _is_left_over(view: View) -> bool:
    """Whether it is by how much something differs, or what is left; "8k 49:15 with the late shift" is neither."""
    if _led(view) or not view.after("delta", "remaining"):
        return False
    behind = view.items[min(view.at + 1, len(view.items) - 1)]
    return not (behind.labels & _ALONG and _is_of_its_distance(view))


def _is_of_its_distance(view: View) -> bool:
    """Whether it stands right behind a distance that it fits: "5 mi 44:20 in the park where they film"."""
    before = view.items[view.at - 1] if view.at > view.clause.start else None
    if not is_distance(before) or before.value < _SHORTEST_M:
        return False
    return duration_over(view.quantity, before.value) is not None


def role_of_clock(view: View) -> Role:
    """What a figure like 24:30 is: a time, a pace, an hour of the day."""
    if view.told & _APPOINTMENT_OR_UNKNOWN and _is_hour_of_some_thing(view):
        return Role.OTHER
    if view.told & _FOR and _is_of_another(view):
        return Role.OTHER
    if view.told & _A_BEST and view.distances and _is_the_best_before(view):
        return Role.OTHER
    if not view.told & _TURNING:
        return Role.TIME
    if view.told & _TRACK_REPEATS and not view.distances and _paceable(view.quantity):
        return Role.SPLIT  # "800s, all between 3:28 and 3:34"
    role = _time(view)
    if role is not Role.TIME:
        return role
    if _is_hour_at_a_place(view) or _is_hour_to_rise(view):
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


def _is_of_another(view: View) -> bool:
    """Whether it is somebody else's beside the author's: "10k in 41:03 for Tom, 46:50 for me"."""
    behind = view.items[view.at + 1 : view.at + 4]
    if len(behind) < 2 or not behind[0].labels & _FOR:
        return False
    who = behind[-1] if behind[1].labels & _THE else behind[1]
    if not (is_known_name(who) or who.labels & _PERSON):
        return False
    return any(
        time.labels & _A_CLOCK and mine.labels & _SELF
        for time, mine in pairwise(view.items[view.at + 1 :])
    )


def _is_the_best_before(view: View) -> bool:
    """Whether it is a best that has been, told apart from the distance: "PB was 24:30. Was. 5k in 24:05"."""
    return view.before("pb_list") and not view.clause.quantities(Measure.DISTANCE)


def _is_hour_of_some_thing(view: View) -> bool:
    """Whether it is when something begins: "the 1:30 call", "my 9:15 meeting", "the 7:42 train"."""
    lead = view.items[view.at - 1] if view.at else None
    behind = view.items[view.at + 1] if view.at + 1 < view.clause.end else None
    if lead is None or not lead.labels & _THE or not isinstance(behind, Lexeme):
        return False
    if view.quantity.options[0] >= _DAY_MIN or len(view.quantity.options) < 2:
        return False
    unknown = behind.labels & UNKNOWN and not view.quantity.options[0] % 5
    return bool(unknown or behind.labels & _APPOINTMENT)


def _is_hour_at_a_place(view: View) -> bool:
    """Whether it is when to meet: "8k, 6:30 at the clubhouse"."""
    minutes = view.quantity.options[0]
    if minutes % 5 or minutes >= _DAY_MIN or view.at + 2 >= len(view.items):
        return False
    led = view.at > 0 and "in_time" in view.items[view.at - 1].meanings
    place = view.items[view.at + 2]
    somewhere = "determiner" in place.meanings or not place.meanings
    somewhere = somewhere and isinstance(place, Lexeme) and place.shape is Shape.WORD
    return not led and "place_lead" in view.items[view.at + 1].meanings and somewhere


def _is_hour_to_rise(view: View) -> bool:
    """Whether it is when the day began: "4:50 alarm, 5:15 out of the door"."""
    minutes, behind = view.quantity.options[0], view.items[view.at + 1 : view.at + 2]
    whole = minutes < _DAY_MIN and not minutes % 5 and len(view.quantity.options) > 1
    return whole and bool(behind) and behind[0].labels & _HOUR_OF != 0


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
    repeated = view.told & _REPEATS != 0  # "12x400, last one in 79"
    return repeated or bool(view.clause.quantities(Measure.DISTANCE))


def _is_day(item: Item) -> bool:
    return isinstance(item, Quantity) and item.measure is Measure.DAY


def role_of_duration(view: View) -> Role:
    """What a time with its unit is to the run."""
    if view.distances and is_of_what_came_before(view):
        return Role.OTHER
    if view.after("pace_word") and 150 <= view.quantity.value <= 1200:
        return Role.PACE
    if view.told & _LESSON and view.told & _TOTAL and (role := _role_in_a_lesson(view)):
        return role
    return Role.OTHER if _is_hour(view) else _time(view)


def _role_in_a_lesson(view: View) -> Role | None:
    """What a time is to a lesson that is told in total: "W4D1 done 25 min total, the 5 min run was ok"."""
    if view.after("total"):
        return Role.TIME
    longer = any(
        isinstance(time, Quantity)
        and time.measure is Measure.DURATION
        and time.value > view.quantity.value
        and beside.labels & _TOTAL
        for one, other in pairwise(view.items)
        for time, beside in ((one, other), (other, one))
    )
    return Role.SPLIT if longer else None


def _is_hour(view: View) -> bool:
    """Whether it is an hour of the day: nobody takes six hours over 10 km ("samedi 6h, 10 km")."""
    hours = view.quantity.value
    if hours < _MANY_HOURS_S or hours % 3600:
        return False
    told = [item.value for item in view.items if is_distance(item) and item.value > 0]
    return bool(told) and hours * 1000 / max(told) > _SLOWEST


def role_of_pace(view: View) -> Role:
    """What a time for a distance is to the run."""
    if view.before("bound"):
        return Role.BOUND
    if _in_split_clause(view):
        return Role.SPLIT
    return Role.PART if view.clause.has("part") else Role.PACE


def role_of_speed(view: View) -> Role:
    """What kilometres or miles an hour are to the run."""
    weather = view.clause.has("weather", "tags.wind") or view.before("weather", "tags.wind")
    return Role.OTHER if weather else Role.PACE


def role_of_number(view: View) -> Role:
    """What a number without a unit is to the run."""
    behind = view.items[min(view.at + 1, len(view.items) - 1)].labels
    if behind & _WALKED:
        return Role.REST  # "1 min walk", "10 min run, 3 walk"
    if behind & _BODY:
        return Role.OTHER  # "4 toenails remaining"
    if view.at and view.items[view.at - 1].labels & _TOTAL and view.clause.has("part"):
        return Role.OPEN  # "race 6.3 plus warm up = 10.9"
    if view.distances and view.before("was_to_be"):
        return Role.OTHER  # "13.1 was meant to be 10"
    role = _time(view)
    if role is not Role.TIME:
        return role
    if view.after("pace_word") and len(view.quantity.options) == 2 and _paceable(view.quantity):
        return Role.PACE
    lead = view.items[view.at - 1] if view.at else None
    if isinstance(lead, Lexeme) and lead.meanings.keys() & {"distance_unit", "month", "software"}:
        return Role.POINT
    if view.distances and is_only_a_stop(view.items, view.at):
        return Role.POINT
    if view.distances and view.before("turned_at"):
        return Role.POINT  # "turned back at 3, so 6k"
    return Role.OPEN
