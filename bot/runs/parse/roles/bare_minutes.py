"""Tells a number without a unit that is the minutes of a run from one that means something else."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DISTANCES, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.stances.labelled import (
    label_before,
)
from bot.runs.parse.words.labels import NOTHING, any_of
from bot.runs.parse.words.lexicon import MARK

_LAST_HOUR = 12
_HOW_IT_WAS = any_of("kinds", "moods", "tags", "aches")
_PART_OF_DAY, _HOUR_OF = any_of("times"), any_of("hour_of")
_LONG_AT_A_SPEED = 20
"""From here on a number told with a speed, as treadmills show it, is hardly how far somebody ran."""

_NEAR = 6
_OF_SOME_THING = any_of("article", "into", "weather", "tags.wind")
_STOPS = frozenset((".", "!", "?", "\n", ";"))


def is_minutes(items: Sequence[Item], member: Cast, before: Sequence[Cast]) -> bool:
    """Whether a bare number is minutes: "5k in 25", "5k 25", "24.30 for parkrun"."""
    quantity = member.quantity
    if not quantity.options:
        return False
    lead = label_before(items, member.place)
    if lead is not None and "tags.parkrun" in lead.meanings and _is_told_elsewhere(lead, items):
        return False  # "parkrun 102 on Saturday, 34:12"
    if _is_for_a_distance(items, member) or _is_behind_a_slash(items, member):
        return True
    if _is_at_a_speed(items, member.place, quantity):
        return True
    if any("tags.group" in item.meanings for item in items[member.place + 1 : member.place + 2]):
        return False  # "parkrun 100 club"
    if len(quantity.options) == 2:
        if _is_an_hour(items, member):
            return False
        return lead is None or not lead.meanings.keys() & {"run_past", "strong_did"}
    if lead is None or not 2 <= quantity.value <= 400:
        return False
    follows = is_distance(lead)
    known = any(other.role in (Role.DISTANCE, Role.TOTAL) for other in before)
    after = items[member.place + 1].meanings if member.place + 1 < len(items) else NOTHING
    if known and "exact" in after:
        return True
    return known and (follows or "in_time" in lead.meanings or _is_behind_a_word(items, member))


def _is_at_a_speed(items: Sequence[Item], at: int, quantity: Quantity) -> bool:
    """Whether a treadmill's speed is told for so many minutes: "45 on the treadmill at 10.5 kph"."""
    if quantity.value < _LONG_AT_A_SPEED or quantity.text.isalpha() or any(map(is_distance, items)):
        return False
    for item in items[at + 1 : at + 1 + _NEAR]:
        if isinstance(item, Quantity):
            return item.measure is Measure.SPEED
        if item.labels & _OF_SOME_THING or item.text in _STOPS:
            return False  # "30 in a 40 kph headwind"
    return False


def _is_an_hour(items: Sequence[Item], member: Cast) -> bool:
    """Whether it is when something was or will be: "6.30 this evening as usual", "5.20 alarm"."""
    hours, minutes = divmod(member.quantity.options[0], 60)
    if hours > _LAST_HOUR or minutes % 5 or any(map(is_distance, items)):
        return False
    behind = items[member.place + 1 : member.place + 2]
    return bool(behind) and behind[0].labels & (_PART_OF_DAY | _HOUR_OF) != 0


def _is_behind_a_word(items: Sequence[Item], member: Cast) -> bool:
    """Whether minutes end what is told of a distance and how it was in a word: "10k ez 58", "7k meh 43"."""
    at = member.place
    if at < 2 or not items[at - 1].labels & _HOW_IT_WAS or not items[at - 2].labels & DISTANCES:
        return False
    distance, last = items[at - 2], at + 1 == len(items) or items[at + 1].labels & MARK != 0
    fits = isinstance(distance, Quantity) and duration_over(member.quantity, distance.value)
    return last and bool(fits)


def _is_told_elsewhere(named: Item, items: Sequence[Item]) -> bool:
    """Whether the time of a named distance is told to the second, so that a bare number is none."""
    metres = named.value if isinstance(named, Quantity) else 0.0
    clocks = (i for i in items if isinstance(i, Quantity) and i.measure is Measure.CLOCK)
    return any(duration_over(clock, metres) is not None for clock in clocks if metres)


def _is_for_a_distance(items: Sequence[Item], member: Cast) -> bool:
    """Whether minutes are told before what they were for: "26 for 5k"."""
    behind = items[member.place + 1 : member.place + 5]
    if behind and "exact" in behind[0].meanings:
        behind = behind[1:]
    while len(behind) > 1 and "determiner" in behind[1].meanings:
        if "person" in behind[1].meanings:
            return False  # "34 flat for her 10k"
        behind = [behind[0], *behind[2:]]
    if len(behind) < 2 or "race_lead" not in behind[0].meanings:
        return False
    distance = behind[1]
    if not is_distance(distance):
        return False
    return duration_over(member.quantity, distance.value) is not None


def _is_behind_a_slash(items: Sequence[Item], member: Cast) -> bool:
    """Whether minutes end what is told of a distance: "10k/52", "Tue 8k / 41 / 148bpm"."""
    at = member.place
    if at < 2 or items[at - 1].text != "/":
        return False
    distance, last = items[at - 2], at + 1 == len(items) or items[at + 1].labels & MARK != 0
    return (
        last
        and is_distance(distance)
        and duration_over(member.quantity, distance.value) is not None
    )
