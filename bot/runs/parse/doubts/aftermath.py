"""Tells whether a run is only what somebody still feels: "legs still sore from Saturday's half"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

FELT = any_of("place_from", "before_after")
"""Labels without any of which nothing is felt from a run."""

_FROM, _AFTER, _ABOUT = any_of("place_from"), any_of("before_after"), any_of("about")

_ACHES = any_of("moods.negative", "body", "aches")
_BETWEEN = DAYS | any_of("weekday", "determiner", "article", "adjective", "self", "fresh")
_DONE = any_of("run_past", "strong_did", "pb_now")


def is_only_felt(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether what aches stands before "from" and a run of some day, of which nothing else is told."""
    draft = drafts[0]
    if post.told & _AFTER and _is_asked_about(draft, post):
        return True
    if len(drafts) > 1 or draft.distance is None or draft.duration is not None:
        return False
    if draft.day is None or post.told & _DONE:
        return False
    clause = post.clauses[draft.clauses[-1]]
    at = next((p for p in draft.places if p >= clause.start), clause.start) - 1
    while at > clause.start and post.items[at].labels & _BETWEEN:
        at -= 1
    if at <= clause.start or not post.items[at].labels & _FROM:
        return False
    return any(item.labels & _ACHES for item in clause.items[clause.start : at])


def _is_asked_about(draft: Draft, post: Post) -> bool:
    """Whether it is only after how far something aches, which others are asked about: "sore after 4k, any tips?"."""
    if draft.distance is None or draft.duration is not None or post.told & _DONE:
        return False
    if Stance.QUESTION not in post.stances or draft.day is not None:
        return False
    at = draft.first - 1
    at -= at > 0 and post.items[at].labels & _ABOUT != 0
    if at < 1 or not post.items[at].labels & _AFTER:
        return False
    return any(item.labels & _ACHES for item in post.items[:at])
