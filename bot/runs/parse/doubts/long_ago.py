"""Tells whether a run is remembered: a sentence before it is of years ago."""

from collections.abc import Sequence

from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

RECALLS = any_of("recalls", "back_then", "year")
"""Labels without any of which nothing is remembered."""

_BACK_THEN, _YEAR, _IN = any_of("back_then"), any_of("year"), any_of("in_time", "back_in")
_NOT = any_of("negation")


def is_recalled(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a year long ago is remembered before the run: "did I ever tell you about Dublin in 2009?"."""
    if drafts[0].day is not None:
        return False
    return _opens_back_then(drafts[0], post) or any(
        clause.has("recalls") and clause.has("year") and clause.has("past")
        for clause in post.clauses[: drafts[0].clauses[0] + 1]
    )


def _opens_back_then(draft: Draft, post: Post) -> bool:
    """Whether a sentence of long ago stands first: "Back at school we had cross country.", "In 2015 I could run."."""
    head = post.clauses[0]
    if post.clauses[draft.clauses[0]].sentence == head.sentence or head.labels & _NOT:
        return False
    first, *behind = post.items[:2]
    if first.labels & _BACK_THEN:
        return True
    return bool(first.labels & _IN and behind and behind[0].labels & _YEAR)
