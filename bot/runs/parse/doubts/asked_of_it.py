"""Tells whether a time over a long race is only asked about: "2:10 for a half, is that slow?"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

ASKED_OF = any_of("demonstrative", "sum_up")
"""Labels without any of which nothing is asked of a time."""

_A_RACE = any_of("article", "determiner")
_WHOSE = any_of("self", "day", "weekday", "pb_now", "run_past", "strong_did")
_ASKING = frozenset({Stance.QUESTION, Stance.INVITATION, Stance.HYPOTHETICAL})
_IS = any_of("question")
_AN_HOUR = 3600


def is_asked_of(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether hours and minutes over "a half" open the post, and the next clause asks about that."""
    draft = drafts[0]
    if (draft.duration or 0) < _AN_HOUR or len(draft.times) != 1 or draft.day is not None:
        return False
    time, at = draft.times[0], draft.last
    if time.measure is not Measure.CLOCK or time.to_the_second or not is_distance(post.items[at]):
        return False
    if not post.items[at - 1].labels & _A_RACE or post.clauses[draft.clauses[0]].labels & _WHOSE:
        return False
    behind = zip(post.clauses, post.stances, strict=True)
    return any(_asks_of_that(clause, stance) for clause, stance in list(behind)[1:3])


def _asks_of_that(clause: Clause, stance: Stance) -> bool:
    """Whether it asks about what stands before it, with a question mark or without: "is that slow"."""
    asks = clause.items[clause.start].labels & _IS
    return clause.labels & ASKED_OF != 0 and (stance in _ASKING or bool(asks))
