"""Finds the legs of a session told in bare numbers: "3 up, 8 at tempo, 2 down. all km", "2 up, 6k tempo, 2 down"."""

from collections.abc import Sequence
from itertools import takewhile

from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    NUMBERS,
    PACES,
    TIMES,
    Item,
    Measure,
)
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.roles.legs import leads_there_and_back
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import MARK

_JOGGED = any_of("part", "kinds.easy", "kinds.recovery")
_UP = _JOGGED | any_of("up_there", "way_out")
_DOWN = _JOGGED | any_of("descent", "way_back")
_PART = any_of("part")
_TOLD = any_of("run_word", "in_time", "day", "weekday", "updown") | (TIMES | PACES | DAYS)
"""What else may be told of a leg."""

_MAIN = any_of("at", "of_it", "kinds.tempo", "kinds.easy", "effort")
_FAR = (Role.DISTANCE, Role.PART)
_FEWEST, _FARTHEST, _LONGEST_JOG, _KILOMETRE = 3, 30, 8, 1000


def legs_of_a_session(items: Sequence[Item], cast: Sequence[Cast]) -> Sequence[Cast]:
    """The figures of a warm-up, of what was run hard and of a cool-down, or none where one of them is missing.

    Some of them may have their unit.
    """
    legs = [member for member in cast if member.quantity.measure is Measure.NUMBER]
    if not legs:
        return ()
    if len(legs) < _FEWEST or not _is_their_sum(cast, legs):
        legs = [member for member in cast if member in legs or _is_far(member)]
    if len(legs) < _FEWEST or any(leg.stance not in OWN or not _is_a_leg(leg) for leg in legs):
        return ()
    if leads_there_and_back(items, legs):
        return legs
    first, *main, last = legs
    if max(_far(first), _far(last)) > _LONGEST_JOG:
        return ()  # minutes: "5 @ tempo, 10 cool down"
    wrapped = _is_called(items, first.place, _UP) and _is_called(items, last.place, _DOWN)
    return legs if wrapped and all(_is_called(items, leg.place, _MAIN) for leg in main) else ()


def _is_far(member: Cast) -> bool:
    return member.role in _FAR and member.quantity.unit >= _KILOMETRE


def _far(member: Cast) -> float:
    return member.quantity.value / (member.quantity.unit or 1)


def _is_a_leg(member: Cast) -> bool:
    return 1 <= _far(member) <= _FARTHEST


def _is_their_sum(cast: Sequence[Cast], legs: Sequence[Cast]) -> bool:
    """Whether no distance is told but that of all legs: "easy 3 out, 5 at threshold, easy 3 back. 11k"."""
    far = [member.quantity for member in cast if member.role is Role.DISTANCE]
    whole = sum(leg.quantity.value for leg in legs)
    return not far or (len(far) == 1 and abs(far[0].value - whole * far[0].unit) < far[0].unit / 2)


def _goes_on(item: Item) -> bool:
    """Whether it is no mark, but for an "@" that leads to a pace, nor the next leg: "2 up 5 tempo 2 down"."""
    return not item.labels & (MARK | NUMBERS | DISTANCES) or item.labels & _MAIN != 0


def _is_called(items: Sequence[Item], at: int, wanted: Labels) -> bool:
    """Whether such a word stands right behind a number and hardly more, or a word for a part right before it."""
    told = list(takewhile(_goes_on, items[at + 1 :]))
    if not all(item.labels & (wanted | _MAIN | _TOLD) for item in told):
        return False
    led = at > 0 and bool(wanted & _PART and items[at - 1].labels & _PART)
    return led or bool(told and told[0].labels & wanted)
