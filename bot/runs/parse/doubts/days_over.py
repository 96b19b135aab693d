"""Tells of weekdays in a list that they lie behind, where they go up to yesterday or to what is hoped for."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.behind import NEAR
from bot.runs.parse.words.labels import any_of

_THEN, _PLANNED = any_of("then"), any_of("plan")
_HOPED = any_of("hoped")
_TO_COME = any_of("to_come", "hour")
_ALL_DAYS, _SOON, _SUNDAY = 4, -5, 6
_LISTED = OWN | {Stance.NO_RUN, Stance.QUESTION}


def goes_on_as_planned(post: Post, draft: Draft) -> bool:
    """Whether what follows it is for a day ahead, and so is it: "5k with mum then 10k on my own next Sunday"."""
    at = max(draft.clauses) + 1
    if draft.day is not None or at >= len(post.clauses) or post.stances[at] is not Stance.PLAN:
        return False
    behind = post.clauses[at]
    if behind.opening or not behind.items[behind.start].labels & _THEN:
        return False
    dated = behind.quantities(Measure.DAY) or behind.items[behind.end - 1].labels & _PLANNED
    return bool(dated and behind.quantities(Measure.DISTANCE))


def are_over(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether the days of several runs are those just over, and not the next ones."""
    if len(drafts) < 2 or Role.DAY not in post.roles or post.told & _TO_COME:
        return False
    if not all(draft.distance and not draft.reps for draft in drafts):
        return False
    return _lead_to_what_is_hoped(post, drafts) or _go_up_to_yesterday(post)


def _lead_to_what_is_hoped(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether days in their order lead to tomorrow, which alone is hoped for: "Sun 5k, Tue 8k, tomorrow maybe 5k"."""
    *told, last = [member for member in post.cast if member.role is Role.DAY]
    if last.quantity.value != 1 or not post.clauses[last.clause].labels & _HOPED:
        return False
    days = [day.quantity.value for day in told]
    alone = {number for draft in drafts for number in draft.clauses} | {last.clause}
    return (
        len(days) == len(drafts)
        and NEAR[1] <= days[-1] <= 0
        and days == sorted(set(days))
        and OWN.issuperset(post.stances[: last.clause])
        and len(alone) == last.clause + 1
    )


def _go_up_to_yesterday(post: Post) -> bool:
    """Whether all days over a weekend up to yesterday are told of: "sat: 10k\nsun: 16k\nmon: sofa\ntue: 7k".

    A plan begins with the next days, or with a week.
    """
    days = [member.quantity for member in post.cast if member.role is Role.DAY]
    told = [int(day.value) for day in days]
    if len(told) < _ALL_DAYS or told != list(range(-len(told), 0)) or told[0] < _SOON:
        return False
    sundays = [at for at, day in enumerate(days) if day.meanings.get("weekday") == _SUNDAY]
    return bool(sundays) and 0 < sundays[0] < len(days) - 1 and _LISTED.issuperset(post.stances)
