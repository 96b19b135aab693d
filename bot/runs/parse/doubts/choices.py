"""Tells several distances that are only offered: "5k or 8k tonight, vote below", "groups tonight: 5k with Al, 8k"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_DONE = any_of("run_past", "strong_did")
_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)
_EITHER, _TO_COME = any_of("either"), any_of("to_come")
CHOICES = _EITHER | _TO_COME
"""Labels without any of which no distances are a choice."""


def are_a_choice(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether an "or" alone stands between two distances, or a head calls them what is to come; no time is told."""
    if _has_an_alternative(drafts[0], post):
        return True
    if len(drafts) < 2 or any(draft.duration is not None for draft in drafts):
        return False
    head = post.clauses[0]
    headed = head.closed_by == ":" and head.end <= drafts[0].first and head.labels & _TO_COME != 0
    between = post.items[drafts[0].last + 1 : drafts[1].first]
    return headed or (len(between) == 1 and between[0].labels & _EITHER != 0)


def _has_an_alternative(draft: Draft, post: Post) -> bool:
    """Whether another distance is offered in its place, with its own pace: "6 miles at 9s or 4 at 10s"."""
    if draft.pace is None or draft.duration is not None or post.labels & _DONE:
        return False
    ends = post.clauses[draft.clauses[0]].end
    return any(
        one.labels & _EITHER and isinstance(other, Quantity) and other.measure in _HOW_FAR
        for one, other in pairwise(post.items[draft.first : ends])
    )
