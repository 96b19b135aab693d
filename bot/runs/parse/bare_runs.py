"""Tells a number without a unit that is how far its author ran from one that means something else."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.runs.parse.behind import NEAR
from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.labels import Labels, any_of, joined
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

_FEWEST = 3
"""A smaller whole number rather counts something."""

_LONGEST_EXACT = 22
"""From here on two decimals may as well be minutes and seconds: "24.31"."""

_KINDS = any_of(
    *("kinds.easy", "kinds.recovery", "kinds.long", "kinds.tempo", "kinds.trail", "kinds.treadmill")
)
_DESCRIBED = _KINDS | any_of("described")
_NO_KIND = any_of("kinds.walk", "kinds.race")
_LEADING = _KINDS | any_of(
    *("article", "about", "times", "moods", "tags", "adjective", "effort", "further"),
    *("run_past", "strong_did", "fits_in", "subject", "interjection", "opener", "sum_up", "whole"),
)
"""What may stand between the beginning of a phrase and its number: "just an easy 5.4"."""

_LINKS = any_of(
    *("before_after", "times", "moods", "tags", "and", "join", "way", "alongside", "between"),
    *("strong_did", "tags.with_others", "with_me", "and_self", "neutral"),
)
_ONLY = any_of("about", "contrast")
_FOR_ME = any_of("self")
_A_RUN = _KINDS | any_of("run_noun")
_WISHED = any_of("question", "plan", "goal", "invite", "negation", "person", "you")
_BOUND = any_of("bound")
_CLOCK = MEASURED[Measure.CLOCK]
_JOINS = any_of("join", "and_self")
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
_OF_IT = any_of("of", "of_it")
_CIRCUMSTANCE = any_of("times", "tags")
_OTHER_TOPIC = any_of("person", "month", "weather", "question")
_OF_RUNNING = any_of("body", "ground", "way", "kinds", "run_noun", "run_past", "alongside")
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
    if any(_is_another(items, one, member) for one in cast):
        return False
    if not 1 <= member.quantity.value <= _FARTHEST:
        return False
    before, behind = _phrase_around(items, member.place)
    if joined([item.labels for item in (*before, *behind)]) & _ELSE or _is_to_come(behind):
        return False
    decimals = len(member.quantity.text.partition(".")[2])
    if before and _is_of_a_past_run(before, _KINDS | _A_DAY if decimals else _KINDS):
        return _goes_on(behind)
    if not all(map(_may_lead, before)):
        return False
    if before and behind and _is_of_a_past_day(before[-1], behind[0]):
        return True
    if is_timed(member, cast) and (_goes_on(behind) or behind[0].labels & _CLOCK):
        return True
    if decimals == 2 and not _tells_metres(member.quantity):
        return False
    if _has_its_kind(before, behind):
        return True
    if (decimals or member.quantity.value >= _FEWEST) and _is_done(before, behind):
        return True
    if decimals:
        if decimals == 1 and len(behind) == 1 and behind[0].labels & _ONLY == _ONLY:
            return True  # "5.5 only"
        alone = len(items) == 1 or decimals == 2
        return (not alone and _goes_on(behind)) or (bool(behind) and _is_with_somebody(behind))
    if not before and not behind and _is_told_beside(items, member.place):
        return True
    return not _is_of_weather_or_age(items) and _is_whole(member.quantity.value, behind)


def _is_another(items: Sequence[Item], one: Cast, member: Cast) -> bool:
    """Whether a figure may be a run beside that of `member`.

    None are the same said again, a part of it ("12, 4 of them into the wind"), a mark it is beyond ("first time
    over 9") and a spelled "one" in place of a noun.
    """
    value = one.quantity.value
    if one.role in _BESIDE or value == member.quantity.value:
        return False
    if value == 1 and one.quantity.text.isalpha():
        return False
    if one.place and items[one.place - 1].labels & _BOUND:
        return False
    behind = items[one.place + 1 : one.place + 2]
    return not behind or not behind[0].labels & _OF_IT


def _phrase_around(items: Sequence[Item], at: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """What stands before and behind a place up to the next marks, and to the word that joins more to it."""
    start, end = at, at + 1
    while start and not _parts(items[start - 1]):
        start -= 1
    while end < len(items) and not _parts(items[end]):
        end += 1
        if items[end - 1].labels & _JOINS:
            break
    return items[start:at], items[at + 1 : end]


def _parts(item: Item) -> bool:
    """Whether it is a mark that ends a phrase; an emoji that tells something is a word of it."""
    return item.labels & MARK != 0 and (not item.meanings or item.text == "/")


def _is_to_come(items: Sequence[Item]) -> bool:
    """Whether a day is told that lies ahead."""
    return any(isinstance(i, Quantity) and i.labels & _A_DAY and i.value > 0 for i in items)


def _tells_metres(quantity: Quantity) -> bool:
    """Whether two decimals are metres rather than minutes of an hour: 9.07, but not 7.30."""
    return quantity.value < _LONGEST_EXACT and quantity.text[-1] not in "05"


def _is_of_a_past_run(before: Sequence[Item], named: Labels) -> bool:
    """Whether a run is told of as over by its kind or day: "long one was 16", "today's was 6.7"."""
    if len(before) < 2 or not before[-1].labels & _LOOKS_BACK:
        return False
    return before[-2].labels & named != 0 and all(map(_may_lead, before[:-1]))


def _is_of_a_past_day(lead: Item, behind: Item) -> bool:
    """Whether it is looked back on by its day: "yesterday's 6 was all hills"."""
    over = isinstance(lead, Quantity) and not lead.labels & _WEEKDAY
    return over and behind.labels & _LOOKS_BACK != 0


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
    if first.labels & _FOR_ME and " " in first.text:
        return True  # "6.1 for me"
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
    if before and before[-1].labels & _DESCRIBED and _goes_on(behind):
        return True
    beyond = list(dropwhile(_leads_to_a_kind, behind))
    return bool(beyond) and beyond[0].labels & _DESCRIBED != 0 and _goes_on(beyond[1:])


def _leads_to_a_kind(item: Item) -> bool:
    return item.labels & (_LEADS_ON | _SMALL) != 0 and not item.labels & _DESCRIBED


def _is_done(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether it is told as done: "11 in the bank", "6 done", "snuck in 5 between two calls"."""
    if any(item.labels & _RAN for item in before[-2:]):
        return _goes_on(behind)
    return bool(
        behind
        and behind[0].labels & _DONE
        and (len(behind) == 1 or not behind[0].labels & _VERB)
        and _goes_on(behind[1:])
    )


def _is_told_beside(items: Sequence[Item], place: int) -> bool:
    """Whether a run that is over is told beside a number that stands alone: "today's run: 8", "long one done! 17"."""
    told = joined([item.labels for item in items])
    if not told & _A_RUN or _is_to_come(items) or told & _WISHED:
        return False
    named = place > 0 and items[place - 1].text == ":" and told & _A_DAY
    return bool(told & _DONE or named)


def _is_of_weather_or_age(items: Sequence[Item]) -> bool:
    """Whether a number may be degrees or a birthday: "14 today, in November!", "7 today, she wants a unicorn"."""
    told = joined([item.labels for item in items])
    return bool(told & _OTHER_TOPIC and not told & _OF_RUNNING) or _is_to_come(items)


def _is_whole(value: float, behind: Sequence[Item]) -> bool:
    """Whether a whole number is a run by its day, its company or its way: "11 today", "7 with the girls"."""
    if not behind or value < _FEWEST:
        return False
    first, *rest = behind
    if first.labels & _LEADS_ON and rest and rest[0].labels & _WEEKDAY:
        first = rest.pop(0)
    if isinstance(first, Quantity):
        return value <= _BY_A_DAY and _is_of_a_day(value, first, rest)
    if " " in first.text and first.labels & _CIRCUMSTANCE:
        return _goes_on(rest)
    if first.labels & _FOR_ME and " " in first.text and rest and isinstance(rest[0], Quantity):
        return True  # "8 for me this morning"
    return _is_with_somebody(behind) or _leads_along(behind)


def _is_of_a_day(value: float, day: Quantity, rest: Sequence[Item]) -> bool:
    """Whether a day makes a run of a whole number, which an hour, "7 tonight", would be as well."""
    if day.labels & _WEEKDAY:
        an_hour = value <= _LAST_HOUR and day.value not in NEAR
        return bool(rest) and not an_hour and _is_with_somebody(rest)
    if not rest:
        return not day.labels & _TIMES or value > _LAST_HOUR
    if rest[0].labels & _WITH:
        return _is_with_somebody(rest)
    return rest[0].labels & _WHEN_OR_WHERE != 0 or _leads_along(rest)


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
    beyond = [item for item in behind[1:4] if not item.labels & (_SMALL | _WEEKDAY)]
    if not beyond or not behind[0].labels & _WITH:
        return False
    return beyond[0].labels & _COMPANY != 0 or is_name(beyond[0])
