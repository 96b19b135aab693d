"""Gives a time, a pace or a bare number its role: of the run, of a split or a rest, a bound, or none."""

from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    REPEATS,
    Measure,
    Quantity,
    is_day,
    is_distance,
)
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.roles.among_several import counts_laps_done
from bot.runs.parse.roles.breaks import is_of_what_came_next
from bot.runs.parse.roles.other_times import in_split_clause, role_of_time
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.roles.unrun import ends_up_as_another
from bot.runs.parse.stances.cut_short import is_only_a_stop
from bot.runs.parse.stances.people import is_known_name
from bot.runs.parse.words.labels import NOTHING, any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_TURNING = (
    any_of("bound", "tags.group", "measure_lead", "delta", "remaining", "delta_lead", "until")
    | any_of("rest", "split", "passing", "split_lead", "split_first", "walk", "run_walk")
    | any_of("elapsed", "life", "part", "place_lead", "place_or_past", "split_pace")
    | any_of("pace_word", "at", "at_a_pace", "start_word")
    | any_of("ago_lead", "ago_behind", "stay", "hour_of", "track_repeats", "piecemeal", "gives_out")
    | any_of("then")
    | REPEATS
)
"""Labels without any of which in a post its clocks are times of the run, whatever else it says."""

_A_BEST = any_of("pb_list")
_FOR, _PERSON, _SELF = any_of("for_lead"), any_of("person"), any_of("self")
_TRACK_REPEATS = any_of("track_repeats")
_WALKED = any_of("walk", "run_walk")
_AM, _AFTER_AN_AGE, _ADULT = any_of("am_old"), MARK | any_of("join", "self", "day"), 15
_THE, _AN = any_of("determiner"), any_of("article", "resembles", "accompanied")
_APPOINTMENT = any_of("life", "travel")
_APPOINTMENT_OR_UNKNOWN = _APPOINTMENT | UNKNOWN
_BODY, _BACK = any_of("body"), any_of("way_back")
_FURTHER, _DELTA, _ON = any_of("further"), any_of("delta"), any_of("on")
_CLIMB = any_of("climb")
_LAPS = any_of("lap_each")
_SUBJECT, _LOOKS_BACK = any_of("subject"), any_of("looks_back")
_HAPPENED, _AFTER = any_of("guess.past", "looks_back"), any_of("before_after")
_LEAST_CLIMB = 50
_TOTAL, _LATER, _TIMES = any_of("total"), any_of("later"), any_of("times")
_LESSON = any_of("lesson", "lesson_day")
_EACH, _AT_A_PACE = any_of("both"), any_of("at_a_pace")
_FASTEST_PACE = 140
"""Seconds per kilometre in less than which nobody runs; it is rather the wind that does."""

_MANY_HOURS_S = 5 * 3600
_DAY_MIN = 24 * 60
_SLOWEST = 1500
"""Seconds per kilometre that no run of many hours takes."""

_SLOWEST_BARE_PACE = 900
"""A clock behind "at" that would be slower than 15 minutes for a kilometre is an hour of the day."""


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
    if view.told & _AT_A_PACE and not view.distances and _is_that_pace(view):
        return Role.PACE
    role = role_of_time(view)
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
    if not view.before("at") or either:
        return Role.TIME
    if _paceable(view.quantity):
        return Role.PACE if view.quantity.options[0] <= _SLOWEST_BARE_PACE else Role.OTHER
    hour = view.quantity.options[0] < _DAY_MIN and len(view.quantity.options) > 1
    return Role.OTHER if hour and view.after("times") else Role.TIME  # "at 23:50 last night"


def _is_of_another(view: View) -> bool:
    """Whether it is somebody else's beside the author's: "10k in 41:03 for Tom, 46:50 for me"."""
    behind = view.items[view.at + 1 : view.at + 4]
    if len(behind) < 2 or not behind[0].labels & _FOR:
        return False
    who = behind[-1] if behind[1].labels & _THE else behind[1]
    if not (is_known_name(who) or who.labels & _PERSON):
        return False
    return any(
        time.labels & CLOCKS and mine.labels & _SELF
        for time, mine in pairwise(view.items[view.at + 1 :])
    )


def _is_the_best_before(view: View) -> bool:
    """Whether it is a best that has been, told apart from the distance: "PB was 24:30. Was. 5k in 24:05"."""
    return view.before("pb_list") and not view.clause.quantities(Measure.DISTANCE)


def _is_hour_of_some_thing(view: View) -> bool:
    """Whether it is when something begins: "the 1:30 call", "my 9:15 meeting", "the 7:42 train", "missed the 7:42"."""
    lead = view.items[view.at - 1] if view.at else None
    behind = view.items[view.at + 1] if view.at + 1 < view.clause.end else None
    if lead is None or not lead.labels & _THE:
        return False
    if view.quantity.options[0] >= _DAY_MIN or len(view.quantity.options) < 2:
        return False
    if not isinstance(behind, Lexeme) or behind.labels & _AFTER:
        verb = view.items[view.at - 2].labels if view.at > 1 else 0
        return bool(verb & _HAPPENED) and not view.clause.quantities(Measure.DISTANCE)
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


def _is_that_pace(view: View) -> bool:
    """Whether it stands right behind the name of a pace, or in brackets there: "40 min at marathon pace (5:15)"."""
    at = view.at - 1
    at -= at > 0 and view.items[at].labels & MARK != 0
    return at >= 0 and view.items[at].labels & _AT_A_PACE != 0 and _paceable(view.quantity)


def _paceable(quantity: Quantity) -> bool:
    """Whether the value could be minutes and seconds for a kilometre or a mile."""
    seconds = quantity.options[0] if quantity.options else quantity.value
    return 150 <= seconds <= 1200


def role_of_duration(view: View) -> Role:
    """What a time with its unit is to the run."""
    if view.distances and is_of_what_came_next(view):
        return Role.OTHER
    if view.told & _LATER and view.told & CLOCKS and view.after("later"):
        return Role.OTHER  # "a mile in 5:41, and an hour later 5k in 21:40"
    if view.after("pace_word") and 150 <= view.quantity.value <= 1200:
        return Role.PACE
    if view.told & _LESSON and view.told & _TOTAL and (role := _role_in_a_lesson(view)):
        return role
    return Role.OTHER if _is_hour(view) else role_of_time(view)


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
    if in_split_clause(view):
        return Role.SPLIT
    return Role.PART if view.clause.has("part") else Role.PACE


def role_of_speed(view: View) -> Role:
    """What kilometres or miles an hour are to the run."""
    weather = view.clause.has("weather", "tags.wind") or view.before("weather", "tags.wind")
    return Role.OTHER if weather or _is_of_some_thing(view) else Role.PACE


def _is_of_some_thing(view: View) -> bool:
    """Whether it is how fast some thing is: "into a 40 km/h westerly", but not "a 12 km/h pace"."""
    if view.quantity.value < _FASTEST_PACE and view.before("into", "resembles"):
        return True
    lead, behind = view.items[view.at - 1 : view.at], view.items[view.at + 1 : view.clause.end]
    return bool(lead and behind) and bool(lead[0].labels & _AN and behind[0].labels & UNKNOWN)


def _are_metres_climbed(view: View) -> bool:
    """Whether a number without a unit tells the climb of a run told in kilometres: "21k / 900 vert"."""
    climbed = view.quantity.value
    if climbed < _LEAST_CLIMB or climbed % 10:
        return False
    return any(is_distance(item) and item.unit == 1000 for item in view.items)


def _is_on_another_time(view: View) -> bool:
    """Whether a day is told behind so many more: "3 miles last night & 3 more this morning"."""
    behind = view.items[view.at + 2 : view.at + 4]
    if behind and behind[0].labels & _TIMES:
        return True  # "then 5 more after work in 46"
    return any(map(is_day, behind[: 1 + (len(behind) > 1 and behind[0].labels & _ON != 0)]))


def _is_an_age(view: View) -> bool:
    """Whether it is how old its author says to be."""
    behind = view.items[view.at + 1 : view.at + 2]
    ends = not behind or behind[0].labels & _AFTER_AN_AGE
    return bool(ends and view.items[view.at - 1].labels & _AM)


def _counts_us(view: View) -> bool:
    """Whether it is how many "we were"."""
    we, were = view.items[view.at - 2 : view.at]
    return were.labels & _LOOKS_BACK != 0 and we.labels & _SUBJECT != 0


def role_of_number(view: View) -> Role:
    """What a number without a unit is to the run."""
    behind = view.items[min(view.at + 1, len(view.items) - 1)].labels
    if behind & _WALKED:
        return Role.REST  # "1 min walk", "10 min run, 3 walk"
    if view.at and view.items[view.at - 1].labels & _WALKED:
        return Role.OTHER  # "ran three lamp posts, walked one"
    if view.quantity.value > _ADULT and view.at > view.clause.start and _is_an_age(view):
        return Role.OTHER  # "I am 47 and I have bought trainers"
    if view.distances and ends_up_as_another(view.items, view.at):
        return Role.OTHER  # "my easy 5 ended up at 8k"
    if view.distances and view.told & _LAPS and counts_laps_done(view.items, view.at):
        return Role.OTHER  # "wanted 4 laps, did 3, so 15k"
    if view.distances and view.at > 1 and _counts_us(view):
        return Role.OTHER  # "we were 11 for the 10k"
    if behind & _BODY and not behind & _BACK:
        return Role.OTHER  # "4 toenails remaining"
    if behind & _EACH and "." in view.quantity.text and not view.told & REPEATS:
        return Role.OTHER  # "cardamom buns, 3.20 each"
    if view.distances and behind & _FURTHER and behind & _DELTA and _is_on_another_time(view):
        return Role.OPEN
    if behind & _CLIMB and view.distances and _are_metres_climbed(view):
        return Role.CLIMB
    if view.at and view.items[view.at - 1].labels & _TOTAL and view.clause.has("part"):
        return Role.OPEN  # "race 6.3 plus warm up = 10.9"
    if view.distances and view.before("was_to_be"):
        return Role.OTHER  # "13.1 was meant to be 10"
    role = role_of_time(view)
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
