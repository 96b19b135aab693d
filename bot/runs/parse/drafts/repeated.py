"""Makes a run of each day or way that one distance is told for: "5k yesterday and today", "Mon and today, 5k each"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

EACH_WAY = any_of("each_way")
"""What without no way home is a run of its own."""

_BACK = any_of("way_back")
_RAN, _ROUND = any_of("run_past"), any_of("way_out", "circuit")
_EACH = any_of("both")
_LINKS = any_of("and", "on")
_LINKED = frozenset((",", "&", "+", "/"))


def repeat_on_days(drafts: list[Draft], post: Post) -> list[Draft]:
    """The runs, with as many for the only distance as there are days in a row beside it."""
    if len(drafts) != 1 or not drafts[0].distance or drafts[0].reps or drafts[0].times:
        return drafts
    days = [member for member in post.cast if member.role is Role.DAY]
    if len(days) < 2 or Role.TOTAL in post.roles or not _are_in_a_row(post.items, days):
        return drafts
    told = [int(day.quantity.value) for day in days]
    if max(told) > 0 or len(set(told)) < len(told) or not _is_for_each(post.items, drafts[0], days):
        return drafts
    return [drafts[0].again(day) for day in told]


def run_both_ways(drafts: list[Draft], post: Post) -> list[Draft]:
    """The runs, with the way home as another: "ran to the office and back, 6.5k each way", but not "out and back"."""
    if len(drafts) != 1 or not drafts[0].distance or drafts[0].times or drafts[0].reps:
        return drafts
    behind = post.items[drafts[0].last + 1 : drafts[0].last + 2]
    if not (behind and behind[0].labels & EACH_WAY) or post.labels & _ROUND:
        return drafts
    ran = [item for item in post.own_items if item.labels & _RAN]
    both = len(ran) > 1 or (ran and post.labels & _BACK)
    return [drafts[0], drafts[0].again(drafts[0].day)] if both else drafts


def _are_in_a_row(items: Sequence[Item], days: Sequence[Cast]) -> bool:
    """Whether nothing but commas and "and" stands between them, and nothing goes on behind the last."""
    between = [items[one.place + 1 : other.place] for one, other in pairwise(days)]
    end = days[-1].place + 1
    linked = all(item.labels & _LINKS or item.text in _LINKED for row in between for item in row)
    return linked and (end == len(items) or items[end].labels & MARK != 0)


def _is_for_each(items: Sequence[Item], draft: Draft, days: Sequence[Cast]) -> bool:
    """Whether the distance stands right before the days, or is told for each of them."""
    lead = days[0].place - 1
    lead -= lead > 0 and items[lead].labels & _LINKS != 0
    behind = items[draft.last + 1 : draft.last + 2]
    return lead == draft.last or (bool(behind) and behind[0].labels & _EACH != 0)
