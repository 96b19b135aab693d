"""Tells whether somebody drove or was driven, and did not only think of it."""

from bot.runs.parse.figures.quantities import is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.commutes import is_timed_as_a_run, tells_its_run_meanwhile
from bot.runs.parse.stances.doings import tells_run
from bot.runs.parse.stances.exactly import at_a_runners_pace
from bot.runs.parse.stances.riders import is_on_wheels_of_somebody
from bot.runs.parse.stances.undone import is_compared_with
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_NOT, _WAS = any_of("negation"), any_of("settled")
_WHOSE = any_of("determiner")
_THE = any_of("determiner", "article")
_LED_TO, _AND, _BACK = any_of("leads_to_named", "split_pace"), any_of("and"), any_of("way_back")
_ENCLOSED, _OUTDOORS = any_of("enclosed"), any_of("outdoors")
_RACED = any_of("raced_it")
_PAST = any_of("goes_past")
_PLACED = any_of("place_lead", "way_along", "ground_lead", "on")


def travel(clause: Clause) -> bool:
    """Whether somebody drove, or was driven: "drove 30 km to work"."""
    if clause.has("drove") and any(_leads_somewhere(clause, at) for at in range(clause.end - 1)):
        return True
    on_foot = clause.has("commute") and not clause.has("sport")
    if on_foot and (clause.has("own_way", "run_thing") or is_timed_as_a_run(clause.items)):
        return False  # "commuted home on foot, 8 miles", "commute home the long way: 10k, 53:45"
    if is_on_wheels_of_somebody(clause) or _is_what_a_thing_is_for(clause):
        return False
    if clause.has("now_doing") and tells_its_run_meanwhile(clause):
        return False
    if tells_run(clause) or _is_thought_of(clause) or _is_the_name_of_a_street(clause):
        return False
    if _is_where_it_turned(clause) or _is_a_drive_along(clause) or _is_run_past(clause):
        return False
    if is_compared_with(clause, clause.place("travel")):
        return False
    return clause.has("travel") and not _is_outrun(clause)


def _is_run_past(clause: Clause) -> bool:
    """Whether the way only led past vehicles: "5 miles dodging buses", "9k past the trams"."""
    at = clause.place("vehicles") - 1
    at -= at > clause.start and clause.items[at].labels & _THE != 0
    if at < clause.start or not clause.items[at].labels & _PAST:
        return False
    return any(is_distance(item) for item in clause.items[clause.start : at])


def _is_outrun(clause: Clause) -> bool:
    """Whether a run told by a watch was after a vehicle or before it: "5km in 31:10 chasing bus 36"."""
    at = clause.place("travel") - 1
    at -= at > clause.start and clause.items[at].labels & _THE != 0
    if at < clause.start or not clause.items[at].labels & _RACED:
        return False
    return at_a_runners_pace([clause], [0], clocks=True)


def _is_the_name_of_a_street(clause: Clause) -> bool:
    """Whether it only ends the name of a place that is led to: "10 km today at Marine Drive"."""
    at = clause.place("travel")
    name = clause.items[max(clause.start, at - 2) : at + 1]
    if at - clause.start == 1 and at + 1 < clause.end and is_distance(clause.items[at + 1]):
        called = name[0].labels & UNKNOWN != 0  # "Marine Drive 6k done"
        return called and all(isinstance(word, Lexeme) and word.capital for word in name)
    if len(name) < 3 or at >= clause.end or not name[0].labels & _PLACED:
        return False
    return all(isinstance(word, Lexeme) and word.capital for word in name[1:])


def _is_where_it_turned(clause: Clause) -> bool:
    """Whether it is only led to a vehicle, and "and back" from there: "8 miles down to the ferry and back"."""
    at = clause.end - 1
    if clause.place("travel") != at or at - 2 < clause.start:
        return False
    to, the = clause.items[at - 2 : at]
    if at - 3 >= clause.start and clause.items[at - 3].labels & _BACK and to.labels & _LED_TO:
        return the.labels & _THE != 0  # "2 km back to the car"
    led = to.labels & _LED_TO and the.labels & _THE and is_distance(clause.items[clause.start])
    behind = clause.items[clause.end : clause.end + 2]
    return bool(led and len(behind) > 1 and behind[0].labels & _AND and behind[1].labels & _BACK)


def _is_a_drive_along(clause: Clause) -> bool:
    """Whether a run told by a watch led along what is called a drive: "11k on marine drive in 1:03:10"."""
    at = clause.place("travel")
    if not clause.start + 3 <= at < clause.end or not clause.items[at].labels & _ENCLOSED:
        return False
    name, led = clause.items[at - 1], clause.items[at - 3 : at - 1]
    named = isinstance(name, Lexeme) and name.labels & (UNKNOWN | _OUTDOORS)
    if not named or not any(item.labels & _PLACED for item in led):
        return False
    return at_a_runners_pace([clause], [0], clocks=True)


def _is_what_a_thing_is_for(clause: Clause) -> bool:
    """Whether driving is only what something of somebody's is for: "passed my driving test"."""
    at = clause.place("travel")
    if clause.measured_items or not clause.start < at < clause.end - 1:
        return False
    thing = clause.items[at + 1]
    known = not isinstance(thing, Lexeme) or thing.capital or not thing.labels & UNKNOWN
    return not known and clause.items[at - 1].labels & _WHOSE != 0


def _is_thought_of(clause: Clause) -> bool:
    """Whether nobody drove, or something only seemed to: "by not driving", "I thought it was a taxi"."""
    at = clause.place("travel")
    if clause.measured_items or at - clause.start < 1:
        return False
    led = clause.items[at - 1].labels
    if led & _THE and at - clause.start > 1:
        return clause.items[at - 2].labels & _WAS != 0 and clause.has("of_belief")
    return led & _NOT != 0


def _leads_somewhere(clause: Clause, at: int) -> bool:
    """Whether the item at `at` is how far it is to a place: "körde 30 km till jobbet"."""
    way = clause.items[at]
    if not is_distance(way):
        return False
    return "until" in clause.items[at + 1].meanings
