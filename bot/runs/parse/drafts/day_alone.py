"""Tells what is of a day of its own, "last night 3k, tonight 30 min easy", and what is of all of them, "= 17k"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DURATIONS, Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import MARK

_PLAIN = (
    DAYS
    | DURATIONS
    | any_of(*("effort", "kinds", "run_noun", "run_word", "run_past", "strong_did", "adjective"))
    | any_of("and", "about", "article", "of", "of_kind", "time_of")
)
_HALVES = any_of("times.morning", "times.evening")
_MORNING, _LATE = any_of("times.morning"), any_of("times.evening", "times.night")
_FAR_ROLES = (Role.DISTANCE, Role.PART, Role.REPS)
_JOINS = any_of("and", "then", "join")
_JOINING = any_of("and", "further", "then", "once_more")
_ROUNDED = 0.02
"""By what share of it a sum may be off."""

_LEADING_ON = frozenset((":", "-"))
_FAR = 8
"""Items to each side, beyond which nothing is of the same phrase, however long it goes on without a mark."""


def _day_of_minutes(items: Sequence[Item], minutes: int) -> float | None:
    """The day that minutes stand with, where nothing else does but how one ran; or None."""
    if not items[minutes].labels & DURATIONS:
        return None
    told = _phrase(items, minutes, _JOINS)
    own = _days(told)
    if len(own) != 1 or max(own) > 0:
        return None
    return max(own) if all(item.labels & (_PLAIN | MARK) for item in told) else None


def is_another_day(items: Sequence[Item], minutes: int, *others: int) -> bool:
    """Whether minutes stand with their day and how one ran alone, and a figure at one of the others has another."""
    own = _day_of_minutes(items, minutes)
    if own is None:
        return False
    half = _half(_phrase(items, minutes, _JOINS))
    told = [_phrase(items, other, _JOINS) for other in others]
    return any(_is_not_then(own, half, phrase) for phrase in told)


def _is_not_then(day: float, half: Labels, phrase: Sequence[Item]) -> bool:
    """Whether a phrase tells another day, or the other half of it: "20 min this morning, 5k this evening"."""
    days, other = _days(phrase), _half(phrase)
    return bool(days) and (day not in days or bool(half and other and not half & other))


def _half(phrase: Sequence[Item]) -> Labels:
    """The morning or the evening that is told, which a night is as well."""
    told = joined([item.labels for item in phrase])
    return told & _MORNING | (_LATE if told & _LATE else 0)


def are_of_two_days(items: Sequence[Item], one: int, other: int) -> bool:
    """Whether each of two figures stands with a day, and these differ."""
    days, others = _days(_phrase(items, one)), _days(_phrase(items, other))
    if days == others and len(days) > 1 and items[other - 1].labels & _JOINING:
        days, others = (
            _days(items[one:other]),
            _days(items[other:][:_FAR]),
        )  # "6k Monday and 6k today"
    return bool(days and others) and days.isdisjoint(others)


def by_their_time(members: Sequence[Cast], clauses: Sequence[Clause]) -> list[list[Cast]]:
    """The figures of runs at several times, where one is a session: "am: 6k. pm: 8k inc 6x400", "9k Sat, 6x800 Sun".

    A day or a part of it leads to its figures, or stands in the one clause that has them; else nothing is told apart.
    """
    times: list[tuple[float, int]] = []
    groups: list[list[Cast]] = []
    leads = False
    for number in sorted({member.clause for member in members} | _with_a_half(clauses)):
        here = [member for member in members if member.clause == number]
        far = next((member.place for member in here if member.role in _FAR_ROLES), None)
        when, at = _time_of(clauses[number], here)
        if when is not None and when not in times[-1:]:
            leads = far is None or at < far or clauses[number].closed_by == ":"
            if groups and not _tell_how_far(groups[-1]):
                del times[-1], groups[-1]  # "today was a double. am: 5k. pm: 7k"
            times.append(when)
            groups.append([])
        elif far is not None and not leads:
            return []
        if groups:
            groups[-1] += here
    told = all(map(_tell_how_far, groups))
    return groups if told and len(set(times)) == len(groups) > 1 else []


def _tell_how_far(group: Sequence[Cast]) -> bool:
    return any(member.role in _FAR_ROLES for member in group)


def _with_a_half(clauses: Sequence[Clause]) -> set[int]:
    return {at for at, clause in enumerate(clauses) if clause.labels & _HALVES}


def _time_of(clause: Clause, here: Sequence[Cast]) -> tuple[tuple[float, int] | None, int]:
    """The day and the half of it that a clause tells, and where; None where it tells neither."""
    days = [member for member in here if member.role is Role.DAY]
    halves = [at for at in range(clause.start, clause.end) if clause.items[at].labels & _HALVES]
    if not days and not halves:
        return None, clause.end
    half = clause.items[halves[0]].labels & _HALVES if halves else 0
    day = days[0].quantity.value if days else 0
    return (day, half), min(halves[:1] + [member.place for member in days[:1]])


def is_their_sum(drafts: Sequence[Draft], total: Cast, items: Sequence[Item]) -> bool:
    """Whether a total adds up the runs before it, or is of no day: "Mon 5k, Tue 8k, Wed 4k = 17k"."""
    if len(drafts) < 2:
        return False
    off = sum(draft.distance or 0.0 for draft in drafts) - total.quantity.value
    added_up = abs(off) <= _ROUNDED * total.quantity.value
    return added_up or not _days(_phrase(items, total.place))


def _phrase(items: Sequence[Item], at: int, joins: Labels = 0) -> Sequence[Item]:
    """What stands around a place up to the next marks, or to what joins more to it by one of these labels."""
    start, end = at, at + 1
    first, last = max(0, at - _FAR), min(len(items), at + _FAR)
    while start > first and not (_ends(items[start - 1]) or items[start - 1].labels & joins):
        start -= 1
    while end < last and not (_ends(items[end]) or items[end].labels & joins):
        end += 1
    return items[start:end]


def _ends(item: Item) -> bool:
    return item.labels & MARK != 0 and item.text not in _LEADING_ON


def _days(items: Sequence[Item]) -> set[float]:
    return {item.value for item in items if isinstance(item, Quantity) and item.labels & DAYS}
