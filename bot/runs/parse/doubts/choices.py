"""Tells several distances that are only offered: "5k or 8k tonight, vote below", "groups tonight: 5k with Al, 8k"."""

from collections.abc import Sequence

from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_EITHER, _TO_COME = any_of("either"), any_of("to_come")
CHOICES = _EITHER | _TO_COME
"""Labels without any of which no distances are a choice."""


def are_a_choice(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether an "or" alone stands between two distances, or a head calls them what is to come; no time is told."""
    if len(drafts) < 2 or any(draft.duration is not None for draft in drafts):
        return False
    head = post.clauses[0]
    headed = head.closed_by == ":" and head.end <= drafts[0].first and head.labels & _TO_COME != 0
    between = post.items[drafts[0].last + 1 : drafts[1].first]
    return headed or (len(between) == 1 and between[0].labels & _EITHER != 0)
