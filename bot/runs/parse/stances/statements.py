"""Tells what is said of the world at large: facts, and figures turned into others."""

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    TIMES,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme

_SO_MUCH = (Measure.DISTANCE, Measure.OTHER, Measure.NUMBER)
_FOR_ME = any_of("for_me")
_WHO, _BODY = any_of("relative"), any_of("body")
_OF_THE_TIME = any_of("pace_word", "self", "demonstrative", "it", "relative", "run_word", "goal")
_A_WAY = any_of("into", "place_from", "ground_lead")
_APPARENTLY = any_of("reading", "interjection", "join")
_AS_SUCH = any_of("article", "resembles")
_AND = any_of("and")
_DAY_UNIT, _SAID_OF_IT, _MINUTE_S = any_of("day_unit"), any_of("said_of_it"), 60


def states_a_fact(clause: Clause) -> bool:
    """Whether something is said to be so: "a marathon is 42 km", "10k = 6.2 miles"."""
    if _equation(clause) or _route(clause) or _is_how_far_it_is(clause):
        return True
    if not clause.has("copula") or clause.has("run_past", "strong_did", "pb"):
        return False
    if clause.has("in_time") and _is_the_authors(clause):
        return False
    if clause.items[clause.start].labels & _SAID_OF_IT and _is_said_of_a_watch(clause):
        return False
    if clause.has("with_me") and clause.measured:
        return False  # "8k in 44:10 what is wrong with me"
    place = clause.place("copula")
    if place > clause.start and clause.items[place - 1].labels & _WHO:
        return False  # "3 miles with my dad who is 68"
    if _has_another_subject(clause, place):
        return False
    if clause.has("settled") and isinstance(clause.items[place - 1], Quantity):
        return False  # "so 3 it is"
    if _counts_its_day(clause, place):
        return False
    if clause.items[min(place + 1, clause.end - 1)].labels & _FOR_ME and not clause.measured:
        return True  # "10k in the hail is not for me"
    if _is_turned_into(clause, place) or _is_called_something(clause, place):
        return True
    if _is_worked_out(clause, place):
        return True
    near = clause.items[max(clause.start, place - 2) : min(clause.end, place + 4)]
    measured = (Measure.DISTANCE, Measure.DURATION, Measure.CLOCK, Measure.REPS)
    return any(isinstance(item, Quantity) and item.measure in measured for item in near)


def _has_another_subject(clause: Clause, copula: int) -> bool:
    """Whether a distance with its time is told, and then what something else is: "8k 45:50 hills are just stairs"."""
    behind = clause.measured_at[-1] + 1 if clause.measured and clause.measured_at else copula
    subject = clause.items[behind:copula]
    if not subject and clause.items[copula].labels & _SAID_OF_IT:
        return _is_only_remarked_on(clause, copula)
    if len(subject) != 1 or not isinstance(subject[0], Lexeme):
        return False
    opens = is_distance(clause.items[clause.start]) and clause.measured_items[-1].labels & CLOCKS
    body = subject[0].labels & _BODY and clause.has("in_time")
    return bool(body or (opens and not subject[0].labels & _OF_THE_TIME))


def _is_only_remarked_on(clause: Clause, copula: int) -> bool:
    """Whether what a watch told opens it, and no figure is made of it: "10k 51:11 that's a club point"."""
    if not clause.measured_items or not is_distance(clause.items[clause.start]):
        return False
    time = clause.measured_items[-1]
    if not time.labels & CLOCKS:
        return False
    return bool(time.value % _MINUTE_S) and clause.measured_at[-1] < copula


def _is_said_of_a_watch(clause: Clause) -> bool:
    """Whether the distance is that of an exact time that opens the post: "58:40. That's a 10k I can live with"."""
    time = clause.items[0]
    if clause.start != 2 or not isinstance(time, Quantity) or not time.labels & CLOCKS:
        return False
    far = clause.quantities(Measure.DISTANCE)
    took = duration_over(time, far[0].value) if len(far) == 1 else None
    return took is not None and took % _MINUTE_S != 0


def _is_how_far_it_is(clause: Clause) -> bool:
    """Whether it opens with how far away something is: "it's 18 miles to the nearest parkrun from here"."""
    at = clause.place("it_is")
    if not clause.opening or clause.end - at < 3:
        return False
    if any(not item.labels & _APPARENTLY for item in clause.items[clause.start : at]):
        return False
    if clause.has("run_past", "strong_did", "in_time") or clause.quantities(Measure.DAY):
        return False
    far, way = clause.items[at + 1 : at + 3]
    if not way.labels & _A_WAY:
        return False
    return is_distance(far) or any(map(is_distance, clause.items[at + 3 : clause.end][:1]))


def _counts_its_day(clause: Clause, copula: int) -> bool:
    """Whether it only says which day of a streak it is, before distance and time: "this is day 19 2 miles 19 min"."""
    behind = clause.items[copula + 1 : clause.end]
    if len(behind) < 4 or not behind[0].labels & _DAY_UNIT or not is_distance(behind[2]):
        return False
    return isinstance(behind[1], Quantity) and behind[3].labels & TIMES != 0


def _is_called_something(clause: Clause, copula: int) -> bool:
    """Whether a distance is said to be something as such: "8 miles in new shoes is a bad idea"."""
    goes_on = clause.items[clause.start].labels & _AND != 0 and clause.start + 1 < clause.end
    if not (clause.opening or goes_on) or clause.measured:
        return False
    if not is_distance(clause.items[clause.start + goes_on]):
        return False
    if clause.has("self", "day", "pb_now") or clause.quantities(Measure.DAY):
        return False
    is_a = clause.items[copula : min(copula + 2, clause.end)]
    if len(is_a) < 2 or "question" not in is_a[0].meanings:
        return False
    return bool(is_a[1].labels & _AS_SUCH)


def _is_worked_out(clause: Clause, copula: int) -> bool:
    """Whether a time over a distance is said to be a pace: "10k in 50 means 5:00 a km"."""
    if not clause.start < copula < clause.end - 1 or clause.has("self", "day"):
        return False
    time, pace = clause.items[copula - 1], clause.items[copula + 1]
    if not (isinstance(time, Quantity) and isinstance(pace, Quantity)):
        return False
    return time.measure is not Measure.DISTANCE and pace.measure is Measure.PACE


def _is_turned_into(clause: Clause, copula: int) -> bool:
    """Whether a distance is said to be so much of something else: "5k on the track is 12.5 laps"."""
    if clause.has("self") or clause.quantities(Measure.DAY):
        return False
    led = clause.items[clause.start : copula]
    behind = clause.items[copula + 1 : clause.end][:1]
    return any(isinstance(i, Quantity) and i.measure is Measure.DISTANCE for i in led) and any(
        isinstance(i, Quantity) and i.measure in _SO_MUCH for i in behind
    )


def _is_the_authors(clause: Clause) -> bool:
    """Whether a time is said of the run just told, or of today's: "my time today is 52:10 for 10k"."""
    far = clause.quantities(Measure.DISTANCE, Measure.REPS)
    return not far or (clause.dated_back and clause.has("self"))


def _equation(clause: Clause) -> bool:
    """Whether a distance is turned into another unit or into food: "10k = 6.2 miles"."""
    distances = [quantity.value for quantity in clause.quantities(Measure.DISTANCE)]
    if not any(item.text == "=" for item in clause.items[clause.start : clause.end]):
        return False
    if clause.has("energy") or clause.quantities(Measure.PACE, Measure.SPEED):
        return True
    if not distances:  # "5:10 x 10 = 51:40"
        times = any(item.text in ("x", "*") for item in clause.items[clause.start : clause.end])
        return times and len(clause.quantities(Measure.CLOCK)) > 1
    return len(distances) == 2 and max(distances) <= 1.01 * min(distances)


def _route(clause: Clause) -> bool:
    """Whether a way is said to be so long: "le tour du lac fait 8 km"."""
    if not clause.has("route", "run_noun") or not clause.has("amounts"):
        return False
    if clause.has("self", "run_past") or clause.quantities(Measure.DURATION, Measure.CLOCK):
        return False
    verb = clause.place("amounts")
    behind = clause.items[verb + 1 : min(clause.end, verb + 4)]
    led = min(clause.place("route"), clause.place("run_noun")) < verb
    return led and any(is_distance(item) for item in behind)
