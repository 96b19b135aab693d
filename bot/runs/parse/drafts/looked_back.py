"""Says whether a run is looked back on, by words that suit only what is over."""

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

_WISHED = frozenset({Stance.GOAL, Stance.HYPOTHETICAL})
_UNMET = any_of("unmet")
_LOOKS_BACK, _PAST_VERB = any_of("looks_back", "free"), any_of("guess.past")
_NOT = any_of("negation", "copula")
_BODY, _SHOE, _DOING = any_of("body"), any_of("shoe"), any_of("guess.verb")
_LOOKING_BACK = _LOOKS_BACK | _PAST_VERB | _BODY | _SHOE
_ELSEWHEN = frozenset(
    {Stance.PLAN, Stance.INVITATION, Stance.GOAL, Stance.HYPOTHETICAL, Stance.QUESTION}
    | {Stance.ANNOUNCEMENT, Stance.PAST, Stance.BEST, Stance.HABIT}
)
"""What is told of another time than that of the run."""


def is_looked_back_on(post: Post, draft: Draft) -> bool:
    """Whether words that suit only what is over are told of a run, and no wish: "was", "never logged it"."""
    if post.told & _UNMET and not _WISHED.isdisjoint(post.stances):
        return True  # "Sunday was 15k, should've been 12"
    if not post.told & _LOOKING_BACK or not _ELSEWHEN.isdisjoint(post.stances):
        return False
    told = draft.last
    return any(
        item.labels & _LOOKS_BACK
        or (item.labels & _PAST_VERB and at > told and not post.items[at - 1].labels & _NOT)
        for at, item in enumerate(post.items)
    ) or any(_begins_with_the_body(clause) for clause in post.clauses)


def _begins_with_the_body(clause: Clause) -> bool:
    """Whether it says what a part of the body or the shoes do: "knees now making popcorn noises", "shoes rubbing"."""
    first = clause.items[clause.start : clause.end][:3]
    if len(first) < 2 or clause.measured_items:
        return False
    shod = first[-1].labels & _DOING and first[-2].labels & _SHOE
    return bool(shod) or any(i.labels & _BODY for i in first[:2])
