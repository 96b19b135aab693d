"""Tells a run of which a part was run in company, and the rest alone: "5k with the group, then 3k on my own"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_WITH = any_of("alongside", "accompanied", "tags.with_others")
_COMPANY = any_of("person", "name", "pet", "bunch", "tags.group", "tags.with_others")
_SMALL = any_of("determiner", "article", "adjective", "self")
_ALONE = any_of("alone")


def are_with_and_without(items: Sequence[Item], told: Sequence[Cast]) -> bool:
    """Whether the first of two figures is told with who came along, and the second as run alone."""
    if len(told) != 2:
        return False
    with_them, alone = (member.place + 1 for member in told)
    if not _is_alone(items, alone) or not items[with_them].labels & _WITH:
        return False
    return items[with_them].labels & _COMPANY != 0 or is_company(items, with_them + 1)


def are_numbers_with_and_without(items: Sequence[Item], cast: Sequence[Cast]) -> bool:
    """Whether two numbers without a unit are told so: "6 with Jo, 4 without"."""
    numbers = [member for member in cast if member.role is Role.OPEN]
    told = [member for member in cast if member.role is not Role.DAY]
    return numbers == told and are_with_and_without(items, numbers)


def is_company(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is named at a place, over words like "my old"."""
    while at < len(items) and items[at].labels & _SMALL and not items[at].labels & _COMPANY:
        at += 1
    return at < len(items) and (items[at].labels & _COMPANY != 0 or is_name(items[at]))


def _is_alone(items: Sequence[Item], at: int) -> bool:
    """Whether "on my own" or "without" stands there and ends what is told."""
    if at >= len(items) or not items[at].labels & _ALONE:
        return False
    return at + 1 == len(items) or items[at + 1].labels & MARK != 0
