"""Tells whether another sport is only that of who came along on a run: "9km with my daughter on her bike"."""

from bot.runs.parse.figures.quantities import DAYS, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of

_ALONG, _ON, _MINE = any_of("accompanied"), any_of("on"), any_of("ones_own")
_PERSON, _WHOSE = any_of("person"), any_of("determiner")
_SPORT, _OF_MINE = any_of("sport"), DAYS | any_of("for_me")
_AGED, _ONE = any_of("age"), any_of("article")
_BESIDE, _FROM, _SMALL = any_of("companion"), any_of("place_from"), any_of("filler")
_TOGETHER, _RIDING = any_of("tags.with_others"), any_of("moved_by")
_ME = any_of("self")
_AN, _FAR_OFF = any_of("article", "borne_on"), 5
_FAR_BESIDE = 25_000
"""Metres that who rides along goes on with a runner; farther, both may have ridden."""


def is_of_who_rode_along(clause: Clause) -> bool:
    """Whether the sport is that of who came along: "7k 43 min with my eldest on his bike"."""
    at = clause.place("sport")
    if _rides_beside(clause, at):
        return True
    if not clause.measured_items or not clause.start < at < clause.end:
        return False
    whose, behind = clause.items[at - 1].labels, clause.items[at + 1 : at + 2]
    if whose & _ON and clause.items[at - 2].labels & _PERSON and not clause.measured:
        return _rides_along(clause, at - 1)  # "3k with kid on scooter"
    theirs = whose & _PERSON and whose & _WHOSE
    a_ride = any(item.labels & _SPORT for item in behind) or " " in clause.items[at].text
    named = is_name(clause.items[max(clause.start, at - 3)])  # "with Dave on a bike" both may be
    if not (theirs or (whose & _ONE and not (a_ride or named))):
        return False
    if not clause.measured:
        return _rides_along(clause, at - 2)
    along = min(clause.place("companion"), clause.place("accompanied"))
    aged = clause.items[at - 3].labels & _AGED and along == at - 4  # "with a 5 yr old on a bike"
    return clause.measured_at[-1 - bool(aged)] < along < at


def _rides_along(clause: Clause, on: int) -> bool:
    """Whether who came along rode, and nobody says that both did: "9km with my daughter on her bike"."""
    start = clause.start + (clause.items[clause.start].labels & DAYS != 0)
    far, with_whom = clause.items[start], clause.place("accompanied")
    if not is_distance(far) or far.value > _FAR_BESIDE or on <= with_whom:
        return False
    between = clause.items[start + 1 : with_whom]
    if not (all(item.labels & _OF_MINE for item in between) and clause.items[on].labels & _ON):
        return False
    who, behind = clause.items[on - 1], clause.items[on + 3 :]
    if any(item.labels & _MINE for item in behind):
        return False  # "8k with Pam on her bike and me on mine"
    return who.labels & (_PERSON | _ALONG | _AGED) != 0 or is_name(who)


def _rides_beside(clause: Clause, at: int) -> bool:
    """Whether who is with the author does something from a bike: "6 miles with Jo shouting from the bike".

    What is far, or told behind who rode along, both may have ridden.
    """
    along = clause.place("accompanied")
    if not clause.start <= along < at - 1 < clause.end - 1 or clause.has("drove"):
        return False
    if any(item.labels & _MINE for item in clause.items[at:]):
        return False
    if any(is_distance(item) for item in clause.items[along:at]) or _goes_far(clause):
        return False
    who = along
    if not clause.items[along].labels & _TOGETHER:
        who += 1 + (clause.items[along + 1].labels & _WHOSE != 0)
        if not (clause.items[who].labels & _PERSON or is_name(clause.items[who])):
            return False
    led = clause.items[who + 1 : at]
    if clause.items[at].labels & _RIDING:
        beside = clause.items[at + 1 : clause.end][:1]
        return any(i.labels & _BESIDE for i in beside) or any(not i.labels & _SMALL for i in led)
    if not 2 <= len(led) <= _FAR_OFF or not led[-2].labels & (_ON | _FROM):
        return False
    theirs = led[-1].labels & _PERSON and led[-1].labels & _WHOSE
    return bool(theirs or (led[-1].labels & _WHOSE and led[2:]))


def _goes_far(clause: Clause) -> bool:
    """Whether it is so far that both may have ridden."""
    return any(is_distance(i) and i.value > _FAR_BESIDE for i in clause.measured_items)


def is_on_wheels_of_somebody(clause: Clause) -> bool:
    """Whether only somebody met is on them, and no figure is told: "shouted at by a man on a mobility scooter"."""
    if clause.measured_items or clause.has("moved_by", "drove", "accompanied"):
        return False
    at = min(clause.place("sport"), clause.place("travel"))
    led = clause.items[max(clause.start, at - _FAR_OFF) : at]
    on = next((n for n, item in enumerate(led) if item.labels & _ON), 0)
    return on > 1 and bool(led[on - 1].labels & _PERSON and led[on - 2].labels & _AN)


def are_met_on_wheels(clause: Clause) -> bool:
    """Whether those on them are others, told behind what was run: "10k done, kids on scooters beside me"."""
    at = clause.place("on_wheels")
    if not clause.start < at == clause.place("sport") or clause.has(
        "moved_by", "drove", "accompanied"
    ):
        return False
    if not clause.items[at - 1].labels & _PERSON or clause.items[at - 1].labels & _ME:
        return False
    return any(is_distance(item) for item in clause.items[clause.start : at - 1])
