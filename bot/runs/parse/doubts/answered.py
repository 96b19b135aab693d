"""Tells whether figures are of somebody who is only answered: "15k on it, well done", "12k Sam!", "8k, get you"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Item, Quantity
from bot.runs.parse.posts.clauses import OF_A_QUESTION, Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.people import is_known_name, is_name, is_only_a_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

ANSWERED = any_of("praise", "copula", "you", "name", "question") | OF_A_QUESTION
"""Labels without any of which nobody is answered."""

_PRAISE, _IS, _YOU, _GET = map(any_of, ("praise", "copula", "you", "run_verb"))
_COMPANY = any_of("tags.with_others", "tags.group", "bunch")
_OWN = _COMPANY | any_of("self", "run_past", "strong_did")
_OF_THE_AUTHOR = _OWN | any_of("moods.negative")
_A_KIND = any_of("kinds")
_OF_ONE_WHO_RAN = _COMPANY | any_of(
    *("subject", "object_self", "am_old", "thanks", "alongside", "did", "run_past", "run_word"),
    *("moods", "times", "kinds", "pb"),
)


def is_answered(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the author only says something to what somebody else ran."""
    draft = drafts[0]
    if draft.day is not None:
        return False
    if post.told & _IS and _is_judged(draft, post):
        return True
    return not draft.timed and (
        _is_merely_praised(draft, post) or _is_told_to_somebody(draft, post)
    )


def _is_merely_praised(draft: Draft, post: Post) -> bool:
    """Whether mere praise stands behind a distance: "15k on it, well done", "ok 10k it is, well done"."""
    told = joined(post.clauses[number].labels for number in draft.clauses)
    if post.told & _OF_THE_AUTHOR or told & _A_KIND:
        return False  # "8k easy, well done"
    behind = post.clauses[draft.clauses[-1] + 1 : draft.clauses[-1] + 2]
    return any(clause.labels & _PRAISE and clause.end - clause.start == 1 for clause in behind)


def _is_told_to_somebody(draft: Draft, post: Post) -> bool:
    """Whether a distance is cried to a name, or the reader spoken to or asked behind it: "12k Sam!", "8k, get you"."""
    if post.told & _OF_ONE_WHO_RAN:
        return False
    told = post.clauses[draft.clauses[-1]]
    name = post.items[draft.last + 1 : told.end]
    if told.closed_by == "!" and told.opening and len(name) == 1 and is_known_name(name[0]):
        return True
    behind = range(draft.clauses[-1] + 1, len(post.clauses))
    return any(
        _speaks_to_the_reader(post.clauses[at])
        or (post.clauses[at].sentence == told.sentence and post.stances[at] is Stance.QUESTION)
        for at in behind
    )


def _speaks_to_the_reader(clause: Clause) -> bool:
    """Whether it begins with the reader: "you're mad", "get you", but not "telling you"."""
    first, *behind = clause.items[clause.start : clause.end]
    if first.labels & _YOU:
        return True
    return bool(first.labels & _GET and len(behind) == 1 and behind[0].labels & _YOU)


def _is_judged(draft: Draft, post: Post) -> bool:
    """Whether the reader's figures are only called something: "5k in 31 mins with a buggy is heroic @Dee"."""
    if post.told & _OWN or not _calls_somebody(post):
        return False
    told = draft.clauses[-1]
    return any(_calls_it_something(one, draft) for one in post.clauses[told : told + 2])


def _calls_it_something(clause: Clause, draft: Draft) -> bool:
    """Whether it ends in what the figures are; what "you" did may go on from them, but no other subject."""
    at = clause.place("copula")
    if not draft.last < at < clause.end - 1:
        return False
    if clause.start > draft.last and not (clause.has("and") and clause.has("you")):
        return False  # "lungs are crying"
    words = [item for item in clause.items[at + 1 : clause.end] if not item.labels & MARK]
    if not words:
        return False
    word, *behind = words
    return not isinstance(word, Quantity) and len(behind) < 2 and all(map(_may_be_called, behind))


def _may_be_called(item: Item) -> bool:
    """Whether it may be a name, with its capital or without."""
    return is_name(item) or is_only_a_name(item)


def _calls_somebody(post: Post) -> bool:
    """Whether the reader is spoken to, or somebody by their name."""
    return post.tells("you") or any(
        one.text == "@" and is_name(who) for one, who in pairwise(post.items)
    )
