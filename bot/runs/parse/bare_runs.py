"""Tells a number without a unit that is how far its author ran from one that means something else."""

from collections.abc import Sequence

from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.labels import any_of, joined
from bot.runs.parse.lexicon import FIGURE, MARK, UNKNOWN
from bot.runs.parse.pacing import duration_over
from bot.runs.parse.people import is_name
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity

_FARTHEST = 60
"""Kilometres or miles; beyond it a lone number is rather a weight, a pulse, an age."""

_BY_A_DAY = 30
"""Above it a whole number beside a mere day is rather a birthday than a run: "50 today!"."""

_LAST_HOUR = 12
"""Whole numbers up to it may be an hour of the part of a day behind them: "7 tonight"."""

_LONGEST_EXACT = 22
"""From here on two decimals may as well be minutes and seconds: "24.31"."""

_KINDS = any_of(
    *("kinds.easy", "kinds.recovery", "kinds.long", "kinds.tempo", "kinds.trail", "kinds.treadmill")
)
_NO_KIND = any_of("kinds.walk", "kinds.race")
_LEADING = _KINDS | any_of(
    *("article", "about", "times", "moods", "tags", "adjective", "effort", "further"),
    *("run_past", "strong_did", "fits_in", "subject", "interjection", "opener"),
)
"""What may stand between the beginning of a phrase and its number: "just an easy 5.4"."""

_LINKS = any_of(
    *("before_after", "times", "moods", "tags", "and", "join", "way", "alongside", "between"),
    *("strong_did", "tags.with_others", "with_me"),
)
_LEADS_ON = any_of("on", "in_time", "at")
_SMALL = any_of("determiner", "article", "adjective")
_AROUND = any_of("ground", "tags", "times", "kinds.trail", "kinds.treadmill")
_WAY = any_of("way", "on")
_DONE = any_of("strong_did")
_VERB = any_of("person_verb")
_RAN = any_of("run_past", "strong_did", "fits_in")
_LOOKS_BACK = any_of("looks_back")
_WITH = any_of("alongside", "including", "with_it")
_NOT_BEHIND_A_DAY = UNKNOWN | FIGURE | any_of("then", "determiner", "person_verb")
_COMPANY = any_of("person", "name", "bunch", "pet", "crowd")
_IN_COMPANY = any_of("tags.with_others", "with_me")
_TIMES = any_of("times")
_WHEN_OR_WHERE = any_of("before_after", "times", "tags", "moods", "way")
_ROUTE = any_of("run_noun")
_WEEKDAY = any_of("weekday")
_A_DAY = MEASURED[Measure.DAY]
_ELSE = any_of(
    *("price", "age", "deal", "shoe", "sport", "weather", "software", "energy", "copula"),
    *("remaining", "seeks", "invite", "of", "negation", "week"),
)
"""Words that give the number of their phrase another meaning."""

_BESIDE = (Role.DAY, Role.TIME, Role.PACE, Role.CLIMB, Role.DENIED, Role.OTHER)
_BESIDE_A_TIME = (Role.DAY, Role.PACE, Role.CLIMB, Role.OTHER, Role.POINT, Role.SPLIT)


def is_a_run(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a number alone tells how far its author ran: "6.9, nice", "recovery 6", "11 in the bank"."""
    others = [one for one in cast if one is not member and one.role not in _BESIDE]
    if others or not 1 <= member.quantity.value <= _FARTHEST:
        return False
    before, behind = _phrase_around(items, member.place)
    if joined([item.labels for item in (*before, *behind)]) & _ELSE or _is_to_come(behind):
        return False
    if before and _is_of_a_past_run(before):
        return _goes_on(behind)
    if not all(map(_may_lead, before)):
        return False
    if is_timed(member, cast) and _goes_on(behind):
        return True
    decimals = len(member.quantity.text.partition(".")[2])
    if decimals == 2 and not _tells_metres(member.quantity):
        return False
    if _has_its_kind(before, behind) or _is_done(before, behind):
        return True
    if decimals:
        return decimals == 1 and (bool(behind or before) or len(items) > 1) and _goes_on(behind)
    return _is_whole(member.quantity.value, before, behind)


def _phrase_around(items: Sequence[Item], at: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """What stands before and behind a place up to the next marks."""
    start, end = at, at + 1
    while start and not items[start - 1].labels & MARK:
        start -= 1
    while end < len(items) and not items[end].labels & MARK:
        end += 1
    return items[start:at], items[at + 1 : end]


def _is_to_come(items: Sequence[Item]) -> bool:
    """Whether a day is told that lies ahead."""
    return any(isinstance(i, Quantity) and i.labels & _A_DAY and i.value > 0 for i in items)


def _tells_metres(quantity: Quantity) -> bool:
    """Whether two decimals are metres rather than minutes of an hour: 9.07, but not 7.30."""
    return quantity.value < _LONGEST_EXACT and quantity.text[-1] not in "05"


def _is_of_a_past_run(before: Sequence[Item]) -> bool:
    """Whether a kind of run is told of as over: "long one was 16"."""
    return bool(
        before[-1].labels & _LOOKS_BACK
        and len(before) > 1
        and before[-2].labels & _KINDS
        and all(map(_may_lead, before[:-2]))
    )


def _may_lead(item: Item) -> bool:
    """Whether it may stand before a number that is a run: a day that is over, or a word like "an easy"."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY and item.value <= 0
    return item.labels & _LEADING != 0 and not item.labels & _NO_KIND


def _goes_on(behind: Sequence[Item]) -> bool:
    """Whether nothing is counted there: the phrase ends, or tells when, where and with whom."""
    if not behind:
        return True
    first = behind[0]
    if isinstance(first, Quantity):
        over = first.measure is Measure.DAY
        return over and (len(behind) == 1 or not behind[1].labels & _NOT_BEHIND_A_DAY)
    if first.labels & _LEADS_ON and not first.labels & _LINKS:
        beyond = [item for item in behind[1:4] if not item.labels & _SMALL]
        return bool(beyond) and beyond[0].labels & (_AROUND | _A_DAY) != 0
    return first.labels & (_LINKS | _KINDS) != 0


def is_timed(member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether the only figure beside it is a time that fits so many kilometres: "5 done, 26:30"."""
    metres = member.quantity.value * 1000
    others = [one for one in cast if one is not member and one.role not in _BESIDE_A_TIME]
    if len(others) != 1 or others[0].role is not Role.TIME or metres < 1000:
        return False
    return duration_over(others[0].quantity, metres) is not None


def _has_its_kind(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether a kind of run stands right beside it: "recovery 6", "10 easy with the gang", "15 on trails"."""
    if before and before[-1].labels & _KINDS and _goes_on(behind):
        return True
    at = 0
    while at < len(behind) - 1 and behind[at].labels & (_LEADS_ON | _SMALL):
        at += not behind[at].labels & _KINDS
        if behind[at].labels & _KINDS:
            break
    told = behind[at : at + 1]
    return bool(told) and told[0].labels & _KINDS != 0 and _goes_on(behind[at + 1 :])


def _is_done(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether it is told as done: "11 in the bank", "6 done", "snuck in 5 between two calls"."""
    if behind and any(item.labels & _RAN for item in before[-2:]):
        return _goes_on(behind)
    return bool(
        behind
        and behind[0].labels & _DONE
        and not behind[0].labels & _VERB
        and _goes_on(behind[1:])
    )


def _is_whole(value: float, before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether a whole number is a run by its day, its company or its way: "11 today", "7 with the girls"."""
    if not behind or value < 3:
        return False
    first, *rest = behind
    if isinstance(first, Quantity):
        if first.labels & _WEEKDAY or value > _BY_A_DAY:
            return False
        if not rest:
            return not first.labels & _TIMES or value > _LAST_HOUR
        if rest[0].labels & _WITH:
            return _is_with_somebody(rest)
        return rest[0].labels & _WHEN_OR_WHERE != 0 or _leads_along(rest)
    return _is_with_somebody(behind) or (bool(before) and _leads_along(behind))


def _leads_along(behind: Sequence[Item]) -> bool:
    """Whether a way is told there: "along the canal", "on the seafront"."""
    first, *rest = behind
    if first.labels & _ROUTE and " " in first.text:
        return True
    beyond = [item for item in rest[:3] if not item.labels & _SMALL]
    return bool(beyond and first.labels & _WAY and beyond[0].labels & _AROUND)


def _is_with_somebody(behind: Sequence[Item]) -> bool:
    """Whether somebody came along: "with the girls", "with Marta"."""
    if behind[0].labels & _IN_COMPANY:
        return True
    beyond = [item for item in behind[1:4] if not item.labels & _SMALL]
    if not beyond or not behind[0].labels & _WITH:
        return False
    return beyond[0].labels & _COMPANY != 0 or is_name(beyond[0])
