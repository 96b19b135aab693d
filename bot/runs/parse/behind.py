"""Tells of days named by their weekday alone that they lie behind: by their order and by who came along."""

from collections.abc import Sequence

from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import MARK
from bot.runs.parse.people import is_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity
from bot.runs.parse.stances import OWN, Stance

NEAR = (-1, -2)
"""Days whose next is so much farther off that hardly anybody means it."""

_LAST, _NEARER = -1, -3
_FARTHEST = -5
"""A list from farther back may as well begin tomorrow."""

_LISTED = OWN | {Stance.NO_RUN}
_RESTED = any_of("rest", "no_run")
_OF_OTHERS = any_of("person", "owner", "tags.group", "prescribed", "copula")
_PRESCRIBED = any_of("effort", "kinds")
_GROUP = any_of("tags.group", "bunch")
_TOGETHER = any_of("tags.with_others", "with_me")
_WITH = any_of("alongside", "accompanied")
_COMPANY = any_of("person", "name", "pet")
_AN_HOUR = MEASURED[Measure.CLOCK] | any_of("hour")
_A_DAY, _A_NUMBER = MEASURED[Measure.DAY], MEASURED[Measure.NUMBER]
_SMALL = any_of("determiner", "article", "adjective", "self")


def lie_behind(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether the weekdays of these runs are those just over, and not the next ones."""
    days = [member for member in post.cast if member.role is Role.DAY]
    if not days or post.labels & _AN_HOUR:
        return False
    if len(days) > 1:
        return _lead_up_to_now(post, drafts, days)
    return len(drafts) == 1 and _was_near_and_in_company(post, drafts[0], days[0].quantity)


def _lead_up_to_now(post: Post, drafts: Sequence[Draft], days: Sequence[Cast]) -> bool:
    """Whether a list of nothing but days and distances ends today or yesterday: "Mon 5 mi, Tue 8 mi, Wed 4 mi".

    What is planned goes on beyond today, or tells how it is to be run.
    """
    told = [int(day.quantity.value) for day in days]
    if told != sorted(set(told)) or not _ends_now(told) or not _LISTED.issuperset(post.stances):
        return False
    if not isinstance(post.items[0], Quantity) or post.unknown_words() or post.told & _OF_OTHERS:
        return False
    if any(post.clauses[n].labels & _PRESCRIBED for draft in drafts for n in draft.clauses):
        return False
    run_on = {draft.day for draft in drafts if draft.distance and not draft.reps}
    if len(drafts) < 2 or len(run_on) != len(drafts):
        return False
    return all(day.quantity.value in run_on or _is_of_rest(post, day) for day in days)


def are_numbers_of_days(items: Sequence[Item], cast: Sequence[Cast]) -> bool:
    """Whether a post is nothing but a list of days up to now, each with a number: "Mon 5, Tue 8, Wed 4"."""
    told = [int(member.quantity.value) for member in cast if member.role is Role.DAY]
    if len(told) < 2 or told != sorted(set(told)) or not _ends_now(told):
        return False
    lines = [item for item in items if not item.labels & MARK]
    days, numbers = lines[::2], lines[1::2]
    return len(days) == len(numbers) and all(
        day.labels & _A_DAY and number.labels & _A_NUMBER
        for day, number in zip(days, numbers, strict=True)
    )


def _ends_now(told: Sequence[int]) -> bool:
    first, last = told[0], told[-1]
    return first >= (_NEARER if last else _FARTHEST) and last >= _LAST


def _is_of_rest(post: Post, day: Cast) -> bool:
    """Whether rest is told of a day: "Tue rest", "Tue: off"."""
    clause = post.clauses[day.clause]
    if clause.closed_by == ":" and day.clause + 1 < len(post.clauses):
        clause = post.clauses[day.clause + 1]
    return clause.labels & _RESTED != 0


def _was_near_and_in_company(post: Post, draft: Draft, day: Quantity) -> bool:
    """Whether a run of a day or two ago is told with who came along: "monday 9.5 km with my neighbour".

    To a group the same may be announced: "Monday 8k with the beginners".
    """
    if day.value not in NEAR or not OWN.issuperset(post.stances) or not draft.distance:
        return False
    if post.labels & _GROUP or draft.reps:
        return False
    return post.labels & _TOGETHER != 0 or any(
        item.labels & _WITH and _is_company(post, at + 1) for at, item in enumerate(post.items)
    )


def _is_company(post: Post, at: int) -> bool:
    """Whether somebody is named at a place, over words like "my old"."""
    while at < len(post.items) and post.items[at].labels & _SMALL:
        if post.items[at].labels & _COMPANY:
            return True
        at += 1
    if at == len(post.items):
        return False
    return post.items[at].labels & _COMPANY != 0 or is_name(post.items[at])
