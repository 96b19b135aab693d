"""Tells a time at which a race passed a distance from a run of its own: "10k in 49:30, then 1:47:15 at the half"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import any_of, joined

_AT, _THE = any_of("leads_to_point"), any_of("determiner")
_APART = any_of("day", "weekday", "times", "and") | DAYS
_EACH, _HENCE = any_of("both"), any_of("hence")
_SPLITS, _WHOLE_LAPS = any_of("split"), 0.1
_STOPS = frozenset((".", "!", "?", "\n", ";"))
_STEPS = 5000
"""Metres in whose steps races are told on the way."""

_ALIKE = 0.2
"""By what share the pace on the way may differ from that of the whole."""


def but_passed(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """Without the first of two runs, where the second is told as where that race ended, or as all of its laps."""
    if len(drafts) == 2 and _are_its_laps(items, *drafts):
        return drafts[1:]
    if len(drafts) != 2 or not _ends_at_the(items, drafts[1]):
        return drafts
    passed, race = drafts
    between = items[passed.first : race.first]
    if joined(i.labels for i in items) & _APART or any(i.text in _STOPS for i in between):
        return drafts
    return [race] if _is_on_the_way(passed, race) else drafts


def are_splits_of_one(items: Sequence[Item], drafts: Sequence[Draft]) -> bool:
    """Whether times and distances add up to the last, as splits do: "5k 30:10, 10k 59:50, done at 12k in 1:12:10".

    The word tells so, or an end at no distance that is raced; bests and runs of several days are none.
    """
    if joined(item.labels for item in items) & _APART:
        return False
    *passed, end = drafts
    far = [draft.distance or 0.0 for draft in drafts]
    called = any(item.labels & _SPLITS for item in items[: drafts[0].first])
    if not called and (end.named or not far[-1] % _STEPS):
        return False
    if any(metres % _STEPS for metres in far[:-1]) or far != sorted(set(far)) or not end.times:
        return False
    last = duration_over(end.times[0], far[-1])
    pace = (last or 0) / far[-1]
    for draft, metres in zip(passed, far, strict=False):
        seconds = duration_over(draft.times[0], metres) if draft.times else None
        if draft.times and (seconds is None or last is None or seconds >= last):
            return False
        if seconds is not None and abs(seconds / metres - pace) > _ALIKE * pace:
            return False
    return sum(bool(draft.times) for draft in passed) > 0


def _are_its_laps(items: Sequence[Item], lap: Draft, run: Draft) -> bool:
    """Whether so far each led to the whole: "2.5k each, 12:50 / 12:55 / 12:49 / 12:46, so 10k in 51:20"."""
    if lap.times or not run.times or not lap.distance or lap.last + 1 >= run.first:
        return False
    laps = (run.distance or 0.0) / lap.distance
    each = items[lap.last + 1].labels & _EACH and items[run.first - 1].labels & _HENCE
    return bool(each) and laps > 1 and abs(laps - round(laps)) < _WHOLE_LAPS


def _ends_at_the(items: Sequence[Item], race: Draft) -> bool:
    """Whether its distance is told behind its time as a place: "1:47:15 at the half"."""
    at = race.last
    if at - 2 <= race.first:
        return False
    lead, the = items[at - 2 : at]
    return bool(lead.labels & _AT and the.labels & _THE)


def _is_on_the_way(passed: Draft, race: Draft) -> bool:
    """Whether so far in that time is a part of the race at its pace."""
    near, far = passed.distance or 0.0, race.distance or 0.0
    if not passed.times or not race.times or near % _STEPS or not 0 < near < far:
        return False
    first = duration_over(passed.times[0], near)
    whole = duration_over(race.times[0], far)
    if first is None or whole is None:
        return False
    return abs(first / near - whole / far) <= _ALIKE * whole / far
