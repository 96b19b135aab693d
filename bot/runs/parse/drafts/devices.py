"""Settles how far a run went of which two devices tell another distance: "treadmill said 4.2 miles, watch said 3.8"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import any_of

_DEVICE = any_of("device")
_READ = any_of("reading")
_SETTLES, _WINS = any_of("settles_on"), any_of("wins")
_MACHINE = any_of("kinds.treadmill")
_NEAR = 3
_ALIKE = 0.2
"""Of a distance, by which two devices may differ over it."""

_NEARLY = 0.1
"""Of a distance that is told, by which a device may be wrong about it."""


def settle_devices(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """The runs, with two readings of one run as the one that its author goes with, or that has the time."""
    for at, (first, second) in enumerate(pairwise(drafts)):
        if _is_read_otherwise(items, first, second):
            first.join(second)
            return [*drafts[: at + 1], *drafts[at + 2 :]]
        if _is_put_right(items, first, second):
            second.join(first)
            return [*drafts[:at], *drafts[at + 1 :]]
        if not _disagree(items, first, second):
            continue
        behind = drafts[at + 2 : at + 3]
        again = [draft for draft in behind if _is_settled_on(items, first, second, draft)]
        told = again[0] if again else _believed(items, first, second)
        told = told or (second if second.times else None)
        if told is None:
            return drafts
        first.distance, first.unit = told.distance, told.unit
        for other in (second, *again):
            first.times, first.pace = first.times or other.times, first.pace or other.pace
            first.join(other)
        return [*drafts[: at + 1], *drafts[at + 2 + len(again) :]]
    return drafts


def are_readings(items: Sequence[Item], cast: Sequence[Cast]) -> bool:
    """Whether two devices tell the only numbers, much alike, and a time fits: "Strava 9.0 Garmin 8.7, 54 minutes"."""
    told = [member for member in cast if member.role is Role.OPEN]
    times = [member.quantity for member in cast if member.role is Role.TIME]
    if len(told) != 2 or len(times) != 1:
        return False
    one, other = (items[member.place - 1] for member in told)
    if not (one.labels & other.labels & _DEVICE) or one.text == other.text or not told[0].place:
        return False
    far, again = (member.quantity.value for member in told)
    alike = abs(far - again) <= _ALIKE * far
    return alike and duration_over(times[0], far * 1000) is not None


def _is_settled_on(items: Sequence[Item], first: Draft, second: Draft, draft: Draft) -> bool:
    """Whether one of the readings is told again with the time: "going with 8k. 46:20"."""
    if (
        not draft.times
        or first.times
        or second.times
        or not items[draft.first - 1].labels & _SETTLES
    ):
        return False
    return draft.distance in (first.distance, second.distance)


def _is_read_otherwise(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a device only says nearly the same of a run that is told: "8.4k this morning, phone says 8.1"."""
    if not _are_nearly_as_far(first, second) or second.times or first.open_unit:
        return False
    at = second.first - 1
    said = at > first.last + 1 and items[at].labels & _READ and items[at - 1].labels & _DEVICE
    return bool(said) and _device_of(items, first) is None and second.day is None


def _are_nearly_as_far(first: Draft, second: Draft) -> bool:
    if not first.distance or not second.distance:
        return False
    return abs(first.distance - second.distance) <= _NEARLY * first.distance


def _is_put_right(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a device nearly told a run that has its time behind: "watch said 15.9, it was 15.2km, 1:21:09"."""
    if not _are_nearly_as_far(first, second) or first.times or not second.times:
        return False
    at = first.first - 1
    said = at > 0 and items[at].labels & _READ and items[at - 1].labels & _DEVICE
    apart = any(item.labels & DAYS for item in items[first.last + 1 : second.first])
    return bool(said) and not apart and _device_of(items, second) is None


def _disagree(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether two devices tell of the same run: with one time at most, and nearly as far."""
    if not first.distance or not second.distance or (first.times and second.times):
        return False
    if abs(first.distance - second.distance) > _ALIKE * first.distance:
        return False
    one, other = _device_of(items, first), _device_of(items, second)
    return one is not None and other is not None and one.text != other.text


def _device_of(items: Sequence[Item], draft: Draft) -> Item | None:
    """What is told to have measured it: "watch said 3.8", "treadmill: 4.2"."""
    at = draft.first - 1
    if at >= 0 and items[at].labels & _DEVICE:
        return items[at]  # "Garmin 5.2k, treadmill 5.0k"
    if at < 1 or not (items[at].labels & _READ or items[at].text == ":"):
        return None
    return items[at - 1] if items[at - 1].labels & _DEVICE else None


def _believed(items: Sequence[Item], first: Draft, second: Draft) -> Draft | None:
    """The reading that its author says to go with, or None: "going with the treadmill", "the watch wins"."""
    for at in range(second.first, len(items)):
        if items[at].labels & _WINS and items[at - 1].labels & _DEVICE:
            return _of_device(items, items[at - 1], first, second)
        if not items[at].labels & _SETTLES:
            continue
        for item in items[at + 1 : at + 1 + _NEAR]:
            if item.labels & _DEVICE:
                return _of_device(items, item, first, second)
    return None


def _of_device(items: Sequence[Item], device: Item, first: Draft, second: Draft) -> Draft | None:
    """The reading of a device, which may be called by another name there: "Garmin" and "the watch"."""
    told = [(draft, _device_of(items, draft)) for draft in (first, second)]
    named = [draft for draft, one in told if one is not None and one.text == device.text]
    machine = device.labels & _MACHINE
    alike = [d for d, one in told if one is not None and one.labels & _MACHINE == machine]
    found = named or alike
    return found[0] if len(found) == 1 else None
