"""Gives a run that is told by its parts its time: that of the whole, or the sum where every part has its own."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.draft import Draft

_SLOW_PART = 600
"""Seconds per kilometre that no part of a run with parts takes."""

_NEARLY_ALL = 0.95
_TIMES = (Measure.DURATION, Measure.CLOCK, Measure.NUMBER)


def add_times(
    draft: Draft,
    members: Sequence[Cast],
    distances: Sequence[Cast],
    chosen: Sequence[Cast],
    *,
    whole_known: bool,
) -> None:
    """Adds the time of the whole, or the sum of the parts; `chosen` of the `distances` make up the run."""
    times = [m for m in members if m.role in (Role.TIME, Role.PART) and not m.is_distance]
    times = [m for m in times if m.quantity.measure in _TIMES and in_seconds(m.quantity)]
    if not times:
        return
    if whole_known:
        parts = [one for one in distances if one not in chosen and _is_shorter(one, draft)]
        _add_of_the_whole(draft, members, [m for m in times if not _is_of_a_part(m, parts, chosen)])
    elif not draft.distance and len(times) > 1:
        _add_up_without_distance(draft, times)
    elif draft.distance and len(times) == 1 and _is_of_the_whole(times[0], members, draft):
        draft.times.append(times[0].quantity)
        draft.take(times[0])
    elif _has_each_its_time(distances, times):
        draft.duration = sum(in_seconds(m.quantity) for m in times)
        for member in times:
            draft.take(member)


def _add_up_without_distance(draft: Draft, times: Sequence[Cast]) -> None:
    """Adds up parts told by their times alone, or takes the last where it holds the others."""
    parts = sum(in_seconds(m.quantity) for m in times if m.role is Role.PART)
    last = in_seconds(times[-1].quantity)
    whole = times[-1].role is Role.TIME and last >= parts > 0 and len(times) > 2
    draft.duration = last if whole else sum(in_seconds(m.quantity) for m in times)
    for member in times:
        draft.take(member)


def _add_of_the_whole(draft: Draft, members: Sequence[Cast], times: Sequence[Cast]) -> None:
    stated = {member.clause for member in members if member.role is Role.TOTAL}
    for member in sorted(times, key=lambda one: one.clause not in stated):
        if stated and member.clause not in stated and not _fits(member, draft):
            continue  # "20 min tempo, 8k all in"
        if member.role is Role.TIME or len(times) == 1:
            draft.times.append(member.quantity)
            draft.take(member)


def _is_of_a_part(time: Cast, parts: Sequence[Cast], chosen: Sequence[Cast]) -> bool:
    """Whether it is told right behind a part: "10k: 2k easy, 6k tempo in 27:30, 2k easy"."""
    if any(one.clause == time.clause for one in chosen):
        return False
    own = [one for one in parts if one.clause == time.clause and one.place < time.place]
    return bool(own) and in_seconds(time.quantity) * 1000 <= own[-1].quantity.value * _SLOW_PART


def _has_each_its_time(distances: Sequence[Cast], times: Sequence[Cast]) -> bool:
    """Whether every part has its own time behind it: "5k out in 26:00, 5k back in 24:40"."""
    if len(distances) != len(times):
        return False
    return all(
        part.clause == time.clause
        and part.place < time.place
        and duration_over(time.quantity, part.quantity.value) is not None
        for part, time in zip(distances, times, strict=True)
    )


def _is_shorter(part: Cast, draft: Draft) -> bool:
    """Whether it is not the whole told again: "full loop is 10k so calling it 10 in about 56"."""
    return part.quantity.value < _NEARLY_ALL * (draft.distance or 0.0)


def _fits(time: Cast, draft: Draft) -> bool:
    """Whether a time may well be that of the whole distance."""
    return not draft.distance or duration_over(time.quantity, draft.distance) is not None


def _is_of_the_whole(time: Cast, members: Sequence[Cast], draft: Draft) -> bool:
    """Whether a time behind the parts is far too long for the last: "3k easy, 3k hard, 31:10"."""
    earlier = [m for m in members if m.is_distance and m.place < time.place]
    if not earlier or any(m.is_distance and m.place > time.place for m in members):
        return False
    own, whole = earlier[-1].quantity.value, draft.distance or 0.0
    seconds = in_seconds(time.quantity)
    return seconds * 1000 > own * _SLOW_PART and 150 * whole <= seconds * 1000 <= whole * _SLOW_PART


def in_seconds(quantity: Quantity) -> int:
    """A time in seconds, a clock as minutes and seconds."""
    return quantity.options[0] if quantity.options else int(quantity.value)
