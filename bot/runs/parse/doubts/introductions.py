"""Tells whether somebody who is new, or says hello, only tells how fast they are: "Hi all, 34, 5k in 28"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_DATED = any_of("day", "weekday", "times", "strong_did")
NEWCOMER = any_of("newcomer")


def introduces_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody may only say how fast they are: "Hi all, 34, 5k in 28"."""
    new = bool(post.labels & NEWCOMER)
    if not (new or post.greeted) or post.labels & _DATED:
        return False
    exact = any(time.measure is Measure.CLOCK for draft in drafts for time in draft.times)
    return not exact and (new or _has_a_stray_number(drafts, post))


def _has_a_stray_number(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a number that is no figure of a run stands alone between commas, as an age does."""
    told = {place for draft in drafts for place in draft.places}
    alone = (clause.start for clause in post.clauses if clause.end == clause.start + 1)
    strays = (post.items[at] for at in alone if at not in told)
    return any(isinstance(item, Quantity) and item.measure is Measure.NUMBER for item in strays)
