"""Tells a distance that is a point on the way: where something happened, turned, or is passed just now."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    Item,
    Measure,
    Quantity,
    is_clock,
    is_distance,
)
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.stances.cut_short import is_only_a_stop
from bot.runs.parse.words.labels import any_of

_OVER_TO_LEAD = frozenset(("determiner", "split_first"))
_RACES = frozenset((5000, 10_000, 15_000, 21_097, 42_195))
_SHORTEST_RACE, _SHORT_RACE = 3000, 10_000
"""Metres."""

_UNDER_WAY, _INTO, _THE = (
    any_of("under_way"),
    any_of("into", "way"),
    any_of("article", "determiner"),
)
_A_RUN = any_of("run_noun", "run_word", "run_thing", "kinds")
_FOR, _IN_TIME = any_of("for_lead"), any_of("in_time")
_AFTER, _ENDED_UP, _SUBJECT = any_of("before_after"), any_of("ended_up"), any_of("subject", "self")
_BACK, _DONE, _DID = any_of("way_back"), any_of("strong_did"), any_of("did", "run_past")
_LEADING_ON = frozenset((",", "-", "("))


def is_a_point(view: View) -> bool:
    """Whether it tells where something happened ("died at 7k", "mile 20")."""
    if view.clause.has("cut_short"):  # "had to stop after 9 km", but "12k, stopped at 5k for water"
        return view.distances > 1 and is_only_a_stop(view.items, view.at)
    at = view.at - 1
    named = "said" in view.quantity.meanings
    while at >= 0 and view.items[at].meanings.keys() & _OVER_TO_LEAD:
        at -= 1
    if is_reached(view):
        return True
    if at < 0 or (at and "then" in view.items[at].meanings and _done(view.items[at - 1])):
        return False  # "sprang sedan 5 km"
    if _lists_points(view.items, at):
        return True
    if view.distances == 1 and (_is_an_event(view, at) or _is_clocked_there(view, at)):
        return False
    if view.distances == 1 and _is_how_far_a_run_went(view, at):
        return False
    if _is_run_in_a_time(view, at) or (view.distances == 1 and _is_timed_race(view, at)):
        return False
    if named and view.distances > 1 and _is_timed_behind_the_way(view, at):
        return False
    return ("leads_to_named" if named else "leads_to_point") in view.items[at].meanings


def is_where_it_turned(view: View) -> bool:
    """Whether the way back began there, where the whole is told as well: "turned back at 3k, so 6k"."""
    return view.distances > 1 and view.before("turned_at")


def is_felt_for(view: View) -> bool:
    """Whether something was so for so far, before the whole is told: "felt rubbish for 3k, then 9k in 47:45"."""
    if view.at < 2 or not view.items[view.at - 1].labels & _FOR:
        return False
    if isinstance(view.items[view.at - 2], Quantity):
        return False  # "26 for 5k"
    later = [item.value for item in view.items[view.at + 1 :] if is_distance(item)]
    return (
        bool(later)
        and max(later) > view.quantity.value
        and view.clause.has("moods", "looks_back", "body")
    )


def is_under_way(view: View) -> bool:
    """Whether it is how far into a run something happened: "about two miles into my loop", "3k into an 8k run"."""
    behind = view.items[view.at + 1 : view.at + 3]
    if len(behind) > 1 and behind[0].labels & _UNDER_WAY and behind[1].labels & _A_RUN:
        return True
    return _is_into_a_longer_one(view)


def _is_into_a_longer_one(view: View) -> bool:
    """Whether it leads into a longer distance that is one run: "3k into an 8k", but "turned a 5k into a 10k"."""
    behind = view.items[view.at + 1 : view.at + 5]
    lead = view.items[view.at - 1].labels if view.at else 0
    if lead & _THE or len(behind) < 2:
        return False
    into = behind[0].labels
    if not (into & _UNDER_WAY or (into & _INTO == _INTO and behind[1].labels & _THE)):
        return False
    return any(is_distance(one) and one.value > view.quantity.value for one in behind[1:])


def is_reached(view: View) -> bool:
    """Whether it is how far somebody is by now: "3k in and it's raining"."""
    behind = view.at + 1
    if behind + 1 != view.clause.end or view.clause.has("did", "run_past"):
        return False
    timed = view.items[view.clause.end + 1 : view.clause.end + 2]
    if view.distances > 1 and timed and timed[0].labels & CLOCKS:
        return False  # "7.2k in, 41:15, 5k home, 29:30"
    if view.distances == 1 and _is_timed_later(view):
        return False  # "twelve k in and the only casualty was a glove. 1:05:00"
    if view.distances > 1 and _leads_home(view.items[behind + 1 :]):
        return False  # "3 miles in and 3 miles home"
    return "so_far" in view.items[behind].meanings


def _is_timed_later(view: View) -> bool:
    """Whether an hour and more to the second ends what is told, in which so much may well be run."""
    last = view.items[-1]
    return (
        is_clock(last)
        and last.to_the_second
        and (duration_over(last, view.quantity.value) is not None)
    )


def _leads_home(behind: Sequence[Item]) -> bool:
    """Whether the next distance is that of the way back."""
    for item, way in pairwise(behind):
        if isinstance(item, Quantity):
            return is_distance(item) and way.labels & _BACK != 0
    return False


def _is_how_far_a_run_went(view: View, lead: int) -> bool:
    """Whether a run is said to have ended up there: "Sunday's long run ended up at 23k", but not "I ended up at 5k"."""
    if lead != view.at - 1 or not view.items[lead - 1].labels & _ENDED_UP:
        return False
    told = view.items[view.clause.start : lead - 1]
    return any(item.labels & _A_RUN for item in told) and not any(i.labels & _SUBJECT for i in told)


def _is_clocked_there(view: View, lead: int) -> bool:
    """Whether the only time is told as that of the point, which it fits: "hit 22:22 at 4k so I stopped there".

    It opens the clause or is what somebody did; a watch may but foretell it.
    """
    at = lead - 1
    time = view.items[at] if lead == view.at - 1 and at >= view.clause.start else None
    told = at == view.clause.start or view.items[at - 1].labels & _DID
    if not is_clock(time) or not told or sum(item.labels & CLOCKS != 0 for item in view.items) > 1:
        return False
    return duration_over(time, view.quantity.value) is not None


def _is_an_event(view: View, lead: int) -> bool:
    """Whether a race is where something was done: "crossed the line at the 10k on Sunday"."""
    if lead != view.at - 2:
        return False
    if (
        view.clause.has("bound")
        and view.quantity.value >= _SHORTEST_RACE
        and not view.after("section")
    ):
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


def _is_timed_behind_the_way(view: View, lead: int) -> bool:
    """Whether a race has its own time behind the way to it: "3k jog to parkrun, 24:50, 3k jog home"."""
    behind = view.items[view.at + 1 : view.at + 3]
    if view.quantity.value > _SHORT_RACE or lead != view.at - 1 or len(behind) < 2:
        return False
    mark, time = behind
    if not isinstance(time, Quantity) or time.measure is not Measure.CLOCK:
        return False
    return mark.text in _LEADING_ON and duration_over(time, view.quantity.value) is not None


def _is_run_in_a_time(view: View, lead: int) -> bool:
    """Whether the time it was run in comes next, behind an "after" or where a run ended up.

    "Time for a shower after 16k in 1h26", "ended up at 12k, 1:05:00"; beside another distance its day stands
    between them: "after 6k last night (34:30) and another 10k today".
    """
    if lead < 0:
        return False
    ended = _is_where_it_ended(view.items, lead)
    if not (ended or view.items[lead].labels & _AFTER):
        return False
    at = view.at + 1
    dated = at < len(view.items) and view.items[at].labels & DAYS != 0
    at += dated
    alone = view.distances == 1
    if not (alone or dated or ended):
        return False
    led = at < len(view.items) and _leads_to_a_time(
        view.items[at], ended=(ended and alone) or dated
    )
    time = view.items[at + led] if at + led < len(view.items) else None
    if not isinstance(time, Quantity) or not (led or dated):
        return False
    timed = time.measure in (Measure.CLOCK, Measure.DURATION)
    return timed and duration_over(time, view.quantity.value) is not None


def _leads_to_a_time(item: Item, *, ended: bool) -> bool:
    return bool(item.labels & _IN_TIME) or (ended and item.text in _LEADING_ON)


def _is_where_it_ended(items: Sequence[Item], lead: int) -> bool:
    """Whether somebody ended up there, and is not there by now: "ended up at", "done at", no "I'm at"."""
    before = items[lead - 1].labels if lead else 0
    return before & (_ENDED_UP | _DONE) != 0 and not before & _SUBJECT


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
