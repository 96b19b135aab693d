"""Tells whether a distance is only what a doctor allows: "surgeon says two miles at most", "GP says a mile on"."""

from collections.abc import Sequence

from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

MEDIC = any_of("medic")
"""A label without which no doctor allows anything."""

_SAYS = any_of("medic_says", "reading", "allows")
_SELF = any_of("subject", "run_past", "strong_did", "settled", "pb_now", "outcome")
_GOES_ON, _CAPPED = any_of("and", "then", "join"), any_of("capped")
_NEAR = 3


def is_allowed(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a doctor opens the sentence of the distance as who says so, and nothing says it was run."""
    draft = drafts[0]
    if draft.duration is not None or draft.day is not None or post.told & _SELF:
        return False
    told = post.clauses[draft.clauses[0]]
    head = next(clause for clause in post.clauses if clause.sentence == told.sentence)
    if told is not head and not (told.items[told.start].labels & _GOES_ON or told.labels & _CAPPED):
        return False  # "physio says no hills, flat 6k"
    led = head.items[head.start : min(head.start + _NEAR, draft.first)]
    return any(item.labels & MEDIC for item in led) and any(item.labels & _SAYS for item in led)
