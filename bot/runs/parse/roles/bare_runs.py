"""Tells a number without a unit that is how far its author ran from one that means something else."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.roles.bare_asides import has_part_of_it
from bot.runs.parse.roles.bare_leads import (
    AROUND,
    KINDS,
    LEADS_ON,
    SMALL,
    goes_on,
    is_habitual,
    is_of_a_past_day,
    is_read,
    leads_to_a_time,
    may_lead,
    phrase_around,
    rest_of_sentence,
    without_of,
)
from bot.runs.parse.roles.behind import NEAR
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import Labels, any_of, joined

_FARTHEST = 60
"""Kilometres or miles; beyond it a lone number is rather a weight, a pulse, an age."""

_BY_A_DAY = 30
"""Above it a whole number beside a mere day is rather a birthday than a run: "50 today!"."""

_LAST_HOUR = 12
"""Whole numbers up to it may be an hour of the part of a day behind them: "7 tonight"."""

_DAY_MIN = 24 * 60

_FEWEST = 3
"""A smaller whole number rather counts something."""

_LONGEST_EXACT = 22
"""From here on two decimals may as well be minutes and seconds: "24.31"."""

_DESCRIBED = KINDS | any_of("described")
_ONLY = any_of("about", "contrast")
_OF_KIND, _REPEATED = any_of("of_kind"), any_of("kinds.intervals")
_FOR_ME = any_of("self")
_A_RUN = KINDS | any_of("run_noun")
_WISHED = any_of("question", "plan", "goal", "invite", "negation", "person", "you")
_AHEAD = any_of("question", "plan", "goal", "invite")
_BOUND, _AT = any_of("bound"), any_of("leads_to_point")
_WAY = any_of("way", "on")
_DONE = any_of("strong_did")
_VERB = any_of("person_verb")
_RAN = any_of("run_past", "strong_did", "fits_in")
_LOOKS_BACK = any_of("looks_back")
_WITH = any_of("alongside", "including", "with_it")
_COMPANY = any_of("person", "name", "bunch", "pet", "crowd")
_IN_COMPANY = any_of("tags.with_others", "with_me")
_PART_OF_DAY = any_of("times")
_WHEN_OR_WHERE = any_of("before_after", "times", "tags", "moods", "way")
_OF, _OF_IT = any_of("of"), any_of("of", "of_it")
_CIRCUMSTANCE = any_of("times", "tags")
_OTHER_TOPIC = any_of("person", "month", "weather", "question")
_COPULA = any_of("copula")
"""What only asks where it opens a sentence: "is", "are"."""

_OF_RUNNING = any_of("body", "ground", "way", "kinds", "run_noun", "run_past", "alongside")
_ROUTE = any_of("run_noun")
_CIRCUIT, _TO_RUN_ON, _OUTDOORS = any_of("circuit"), any_of("to_run_on"), any_of("outdoors")
_WEEKDAY = any_of("weekday")
_KIND_OF, _SESSION = any_of("kind_of"), any_of("run_word", "run_thing", "prescribed")
_ELSE = any_of(
    *("price", "age", "deal", "shoe", "sport", "weather", "software", "energy", "copula"),
    *("remaining", "seeks", "invite", "of", "negation", "week"),
)
"""Words that give the number of their phrase another meaning."""

_BESIDE = (
    Role.DAY,
    Role.TIME,
    Role.PACE,
    Role.CLIMB,
    Role.POINT,
    Role.SPLIT,
    Role.DENIED,
    Role.OTHER,
)
_BESIDE_A_TIME = (Role.DAY, Role.PACE, Role.CLIMB, Role.OTHER, Role.POINT, Role.SPLIT)


def is_a_run(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a number alone tells how far its author ran: "6.9, nice", "recovery 6", "11 in the bank"."""
    if any(_is_another(items, one, member) for one in cast):
        return False
    if not 1 <= member.quantity.value <= _FARTHEST or _may_be_somebody(member):
        return False
    before, behind = without_of(*phrase_around(items, member.place))
    before = _without_its_of(before)
    if _is_of_another_thing(before, behind) or _is_to_come(behind):
        return False
    decimals = len(member.quantity.decimals)
    if before and _is_of_a_past_run(before, KINDS | DAYS if decimals else KINDS):
        return goes_on(behind)
    timed = is_timed(member, cast)
    if timed and decimals and is_read(before, behind):
        return True
    usual = timed and not any(map(_may_be_an_hour, cast))
    if not all(may_lead(item) or (usual and is_habitual(item)) for item in before):
        return False
    if before and behind and is_of_a_past_day(before[-1], behind[0]):
        return True
    if (timed or _had_in_it(items, member, cast)) and (
        goes_on(behind) or leads_to_a_time(behind) or has_part_of_it(items, member.place + 2)
    ):
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
        return (not alone and goes_on(behind)) or (bool(behind) and _is_with_somebody(behind))
    if not before and not behind and _is_told_beside(items, member.place):
        return True
    return not _is_of_weather_or_age(items) and _is_whole(member.quantity.value, behind)


def _without_its_of(before: Sequence[Item]) -> Sequence[Item]:
    """What leads to a number, without the words that say of what it is: "longo de 18", "treino de 12"."""
    if len(before) < 2 or not before[-1].labels & _KIND_OF:
        return before
    if before[-2].labels & _DESCRIBED:
        return before[:-1]
    return before[:-2] if before[-2].labels & _SESSION else before


def _is_of_another_thing(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether words give the number of their phrase another meaning; a "da" does so right behind it alone."""
    farther = [item.labels for item in (*before, *behind[1:])]
    told = [labels & ~_OF if labels & _KIND_OF else labels for labels in farther]
    lead = [] if _is_of_its_kind(behind) else [item.labels for item in behind[:1]]
    return joined([*told, *lead]) & _ELSE != 0


def _may_be_somebody(member: Cast) -> bool:
    """Whether it is a spelled "one", which may be somebody: "lo dice uno con i capelli bianchi"."""
    return member.quantity.value == 1 and member.quantity.text.isalpha()


def _is_of_its_kind(behind: Sequence[Item]) -> bool:
    """Whether the kind of run follows with its "of", as Italian has it: "12 di fondo lento"."""
    if len(behind) < 2 or not behind[0].labels & _OF_KIND:
        return False
    return bool(behind[1].labels & KINDS and not behind[1].labels & _REPEATED)


def _had_in_it(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a part of it or its climb is told behind: "14 w/ 2800 vert", "15 long, last 3 quick"."""
    beside, rest = member.place + 2, rest_of_sentence(items, member.place)
    beside += bool(rest) and rest[0].labels & DAYS != 0
    if _is_to_come(rest) or joined([item.labels for item in rest]) & _AHEAD:
        return False
    if any(one.place == beside and one.role is Role.CLIMB for one in cast):
        return True
    parts = [one.place for one in cast if one.role is Role.OTHER and one.place >= beside]
    return any(has_part_of_it(items, at) for at in (beside, *parts) if at < len(items))


def _is_another(items: Sequence[Item], one: Cast, member: Cast) -> bool:
    """Whether a figure may be a run beside that of `member`.

    None are the same said again, a part of it ("12, 4 of them into the wind"), where something happened on the way
    ("she bonked at 14"), a mark it is beyond ("first time over 9") and a spelled "one" in place of a noun.
    """
    value = one.quantity.value
    if one.role in _BESIDE or value == member.quantity.value:
        return False
    if 0 < value < 1 or (value == 1 and one.quantity.text.isalpha()):
        return False
    lead = items[one.place - 1].labels if one.place else 0
    if lead & _BOUND or (lead & _AT and value < member.quantity.value):
        return False
    behind = items[one.place + 1 : one.place + 2]
    return not behind or not behind[0].labels & _OF_IT


def _is_to_come(items: Sequence[Item]) -> bool:
    """Whether a day is told that lies ahead."""
    return any(isinstance(i, Quantity) and i.labels & DAYS and i.value > 0 for i in items)


def _tells_metres(quantity: Quantity) -> bool:
    """Whether two decimals are metres rather than minutes of an hour: 9.07, but not 7.30."""
    return quantity.value < _LONGEST_EXACT and quantity.text[-1] not in "05"


def _is_of_a_past_run(before: Sequence[Item], named: Labels) -> bool:
    """Whether a run is told of as over by its kind or day: "long one was 16", "today's was 6.7"."""
    if len(before) < 2 or not before[-1].labels & _LOOKS_BACK:
        return False
    return before[-2].labels & named != 0 and all(map(may_lead, before[:-1]))


def is_timed(member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether the only figure beside it is a time that fits so many kilometres: "5 done, 26:30"."""
    metres = member.quantity.value * 1000
    others = [one for one in cast if one is not member and not _is_beside_a_time(one)]
    if len(others) != 1 or others[0].role is not Role.TIME or metres < 1000:
        return False
    return duration_over(others[0].quantity, metres) is not None


def _may_be_an_hour(one: Cast) -> bool:
    """Whether a clock may say when something begins: "same 4, 18:30"."""
    told = one.quantity.options
    return one.role is Role.TIME and len(told) == 2 and told[0] < _DAY_MIN and not told[0] % 5


def _is_beside_a_time(one: Cast) -> bool:
    """Whether a figure is neither a run nor its time: a day, a pace, a part, or what is counted elsewhere."""
    counted = one.role is Role.DENIED and one.quantity.measure is Measure.OTHER
    tiny = 0 < one.quantity.value < 1  # "13, I didn't do the .1"
    return counted or tiny or one.role in _BESIDE_A_TIME


def _has_its_kind(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether a kind of run stands right beside it: "recovery 6", "10 easy with the gang", "15 on trails"."""
    if before and before[-1].labels & _DESCRIBED and goes_on(behind):
        return True
    beyond = list(dropwhile(_leads_to_a_kind, behind))
    return bool(beyond) and beyond[0].labels & _DESCRIBED != 0 and goes_on(beyond[1:])


def _leads_to_a_kind(item: Item) -> bool:
    return item.labels & (LEADS_ON | SMALL) != 0 and not item.labels & _DESCRIBED


def _is_done(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether it is told as done: "11 in the bank", "6 done", "snuck in 5 between two calls"."""
    if any(item.labels & _RAN for item in before[-2:]):
        return goes_on(behind)
    return bool(
        behind
        and behind[0].labels & _DONE
        and (len(behind) == 1 or not behind[0].labels & _VERB)
        and goes_on(behind[1:])
    )


def _is_told_beside(items: Sequence[Item], place: int) -> bool:
    """Whether a run that is over is told beside a number that stands alone: "today's run: 8", "long one done! 17"."""
    told = joined([item.labels for item in items])
    if not told & _A_RUN or _is_to_come(items) or told & _WISHED:
        return False
    named = place > 0 and items[place - 1].text == ":" and told & DAYS
    return bool(told & _DONE or named)


def _is_of_weather_or_age(items: Sequence[Item]) -> bool:
    """Whether a number may be degrees or a birthday: "14 today, in November!", "7 today, she wants a unicorn"."""
    told = joined([item.labels for item in items])
    other = any(item.labels & _OTHER_TOPIC and not item.labels & _COPULA for item in items)
    return bool(other and not told & _OF_RUNNING) or _is_to_come(items)


def _is_whole(value: float, behind: Sequence[Item]) -> bool:
    """Whether a whole number is a run by its day, its company or its way: "11 today", "7 with the girls"."""
    if not behind or value < _FEWEST:
        return False
    first, *rest = behind
    if first.labels & LEADS_ON and rest and rest[0].labels & _WEEKDAY:
        first = rest.pop(0)
    if isinstance(first, Quantity):
        return value <= _BY_A_DAY and _is_of_a_day(value, first, rest)
    if " " in first.text and first.labels & _CIRCUMSTANCE:
        return goes_on(rest)
    if first.labels & _FOR_ME and " " in first.text and rest and isinstance(rest[0], Quantity):
        return True  # "8 for me this morning"
    return _is_with_somebody(behind) or _leads_along(behind)


def _is_of_a_day(value: float, day: Quantity, rest: Sequence[Item]) -> bool:
    """Whether a day makes a run of a whole number, which an hour, "7 tonight", would be as well."""
    if day.labels & _WEEKDAY:
        an_hour = value <= _LAST_HOUR and day.value not in NEAR
        return bool(rest) and not an_hour and _is_with_somebody(rest)
    if not rest:
        return not day.labels & _PART_OF_DAY or value > _LAST_HOUR
    if rest[0].labels & _WITH:
        return _is_with_somebody(rest)
    return rest[0].labels & _WHEN_OR_WHERE != 0 or _leads_along(rest)


def _leads_along(behind: Sequence[Item]) -> bool:
    """Whether a way is told there: "along the canal", "on the seafront"."""
    first, *rest = behind
    if first.labels & _ROUTE and " " in first.text:
        return True
    if first.labels & _CIRCUIT and _leads_out(rest):
        return True
    beyond = [item for item in rest if not item.labels & SMALL]
    if not beyond or not first.labels & _WAY:
        return False
    return bool(
        beyond[0].labels & AROUND or (beyond[0].labels & _TO_RUN_ON and goes_on(beyond[1:]))
    )


def _leads_out(rest: Sequence[Item]) -> bool:
    """Whether the phrase ends, or says when, with whom or up to where: "6 out and back to the lighthouse"."""
    beyond = [item for item in rest[1:4] if not item.labels & SMALL]
    return goes_on(rest) or (len(beyond) == 1 and beyond[0].labels & _OUTDOORS != 0)


def _is_with_somebody(behind: Sequence[Item]) -> bool:
    """Whether somebody came along: "with the girls", "with Marta"."""
    if behind[0].labels & _IN_COMPANY:
        return True
    beyond = [item for item in behind[1:4] if not item.labels & (SMALL | _WEEKDAY)]
    if not beyond or not behind[0].labels & _WITH:
        return False
    return beyond[0].labels & _COMPANY != 0 or is_name(beyond[0])
