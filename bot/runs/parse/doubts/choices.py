"""Tells several distances that are only offered: "5k or 8k tonight, vote below", "groups tonight: 5k with Al, 8k"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_DONE = any_of("run_past", "strong_did")
_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)
_EITHER, _TO_COME = any_of("either"), any_of("to_come")
_COMPARED, _BETTER, _BOASTED = any_of("shape.mark"), frozenset("<>"), ">"
_LAPS = any_of("lap_each")
_TO, _CALLED = any_of("companion"), any_of("adjective", "article", "determiner")
_RUN = any_of("run_noun", "run_word", "kinds", "about", "reading")
CHOICES = _EITHER | _TO_COME | _COMPARED
"""Labels without any of which no distances are a choice."""


def are_a_choice(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether an "or" alone stands between two distances, or a head calls them what is to come; no time is told."""
    if _has_an_alternative(drafts[0], post) or _is_one_thing_to_do(drafts[0], post):
        return True
    if len(drafts) < 2 or any(draft.duration is not None for draft in drafts):
        return False
    head = post.clauses[0]
    headed = head.closed_by == ":" and head.end <= drafts[0].first and head.labels & _TO_COME != 0
    between = post.items[drafts[0].last + 1 : drafts[1].first]
    return headed or (len(between) == 1 and between[0].labels & _EITHER != 0)


def _is_one_thing_to_do(draft: Draft, post: Post) -> bool:
    """Whether a distance is set against something else to do: "nandos or cheeky 6k", "10k or 10 pints"."""
    if draft.timed or draft.day is not None or post.labels & _DONE:
        return False
    if post.told & _COMPARED and _is_set_against(draft, post):
        return True
    behind = post.items[draft.last + 1 : draft.last + 3]
    if len(behind) > 1 and _is_or(behind[0]):
        other = behind[1]
        if not isinstance(other, Quantity) or other.labels & _LAPS:
            return False
        return other.measure is Measure.OTHER
    at = draft.first - 1
    while at > 0 and post.items[at].labels & _CALLED:
        at -= 1
    if behind or at < 1 or not _is_or(post.items[at]):
        return False
    return not isinstance(post.items[at - 1], Quantity) and not post.items[at - 1].labels & _RUN


def _is_set_against(draft: Draft, post: Post) -> bool:
    """Whether something is better: "sofa > 10k", "10k > 5k", but no way "home > park > home", no boast "5k > wine"."""
    signs = [at for at, item in enumerate(post.items) if item.text in _BETTER]
    if len(signs) != 1 or len(post.items) < 3:
        return False
    at = signs[0]
    if at == draft.last + 1 and post.items[at].text == _BOASTED and draft.first == 0:
        return at < len(post.items) - 1 and isinstance(post.items[at + 1], Quantity)
    return at in (draft.first - 1, draft.last + 1) and 0 < at < len(post.items) - 1


def _is_or(item: Item) -> bool:
    return item.labels & (_EITHER | _TO) == _EITHER


def _has_an_alternative(draft: Draft, post: Post) -> bool:
    """Whether another distance is offered in its place, with its own pace: "6 miles at 9s or 4 at 10s"."""
    if draft.pace is None or draft.duration is not None or post.labels & _DONE:
        return False
    ends = post.clauses[draft.clauses[0]].end
    return any(
        one.labels & _EITHER and isinstance(other, Quantity) and other.measure in _HOW_FAR
        for one, other in pairwise(post.items[draft.first : ends])
    )
