"""Tells whether a run is remembered: a sentence before it is of years ago."""

from collections.abc import Sequence

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

RECALLS = any_of("recalls", "back_then", "year")
"""Labels without any of which nothing is remembered."""

_BACK_THEN, _YEAR, _IN = any_of("back_then"), any_of("year"), any_of("in_time", "back_in")
_NOT = any_of("negation")
_THAT_WAS = any_of("sum_up", "demonstrative", "looks_back", "about", "back_in", "settled")
_FEW = 3


def is_recalled(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a year long ago is remembered before the run: "did I ever tell you about Dublin in 2009?"."""
    if drafts[0].day is not None:
        return False
    if post.told & _YEAR and any(map(_is_only_a_year, _behind(drafts, post))):
        return True
    return _is_headed_by_long_ago(drafts[0], post) or any(
        clause.has("recalls") and clause.has("year") and clause.has("past")
        for clause in post.clauses[: drafts[0].clauses[0] + 1]
    )


def _behind(drafts: Sequence[Draft], post: Post) -> Sequence[Clause]:
    last = max(number for draft in drafts for number in draft.clauses)
    return post.clauses[last + 1 : last + 4]


def _is_only_a_year(clause: Clause) -> bool:
    """Whether it says which year that was, and no more: "that's 2017", "this was 2014", "2018?"."""
    at = clause.place("year")
    led = clause.items[clause.start : at]
    if at == clause.end or len(led) > _FEW or clause.end - at > 1 + bool(led):
        return False  # "2015 me would laugh"
    return all(item.labels & _THAT_WAS for item in led)


def _is_headed_by_long_ago(draft: Draft, post: Post) -> bool:
    """Whether the sentence that stands first, without the run, is of long ago, opened by it or with a year within.

    "Back at school we had cross country.", "In 2015 I could run.", "My first ever race was a dash in 2009."
    """
    head = post.clauses[0]
    if post.clauses[draft.clauses[0]].sentence == head.sentence or head.labels & _NOT:
        return False
    first, *behind = post.items[:2]
    if first.labels & _BACK_THEN:
        return True
    if first.labels & _IN and behind and behind[0].labels & _YEAR:
        return True
    told = zip(post.clauses, post.stances, strict=True)
    return any(
        one.sentence == head.sentence and one.labels & _YEAR and stance is Stance.PAST
        for one, stance in told
    )
