"""Tells whether somebody who is new, or says hello, only tells how fast they are: "Hi all, 34, 5k in 28"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_ABOUT = any_of("about")
_DATED = any_of("day", "weekday", "times", "strong_did")
NEWCOMER = any_of("newcomer", "am_old")
_NEW, _I_AM, _FOR = any_of("newcomer"), any_of("am_old"), any_of("for_lead")


def introduces_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody may only say how fast they are: "Hi all, 34, 5k in 28"."""
    if post.labels & _I_AM and _tells_how_fast_one_is(drafts[0], post):
        return True
    new = bool(post.labels & _NEW)
    if not (new or post.greeted) or post.labels & _DATED:
        return False
    exact = any(time.measure is Measure.CLOCK for draft in drafts for time in draft.times)
    return not exact and (new or _has_a_stray_number(drafts, post))


def _tells_how_fast_one_is(draft: Draft, post: Post) -> bool:
    """Whether the author is said to be so fast: "I'm 2:10ish for the half so I'll stand there"."""
    if draft.distance is None or not draft.times or draft.day is not None:
        return False
    lead, end = post.items[max(0, draft.first - 2) : draft.first], draft.first + 1
    if lead and lead[-1].labels & _ABOUT:
        lead = lead[:-1]
    i_am = lead[-1:] and lead[-1].labels & _I_AM
    return bool(i_am) and any(item.labels & _FOR for item in post.items[end : draft.last])


def _has_a_stray_number(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a number that is no figure of a run stands alone between commas, as an age does."""
    told = {place for draft in drafts for place in draft.places}
    alone = (clause.start for clause in post.clauses if clause.end == clause.start + 1)
    strays = (post.items[at] for at in alone if at not in told)
    return any(isinstance(item, Quantity) and item.measure is Measure.NUMBER for item in strays)
