"""Tells a run by that nobody stopped on it: "2 km non stop, first time in my life", "ran a mile without walking"."""

from collections.abc import Sequence
from itertools import takewhile

from bot.runs.parse.figures.quantities import DAYS, Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

NONSTOP = any_of("nonstop")
"""What without no run is told so."""

_FIRST, _SELF = any_of("tags.first"), any_of("self")
_GOING_ON = (
    MARK | DAYS | any_of("times", "weekday", "join", "moods", "free", "alone", "self", "nonstop")
)
_LEADING = (
    any_of("about", "article", "adjective", "self", "interjection", "times", "nonstop") | _FIRST
)
_ELSE = UNKNOWN | any_of("life")
_WITH, _FEWEST = any_of("accompanied"), 3
_A_PROGRAMME, _BEGINNERS = any_of("program_done", "tags.group"), any_of("groups", "join_in")
_OF_A_BEGINNER = any_of("tags.first", "tags.comeback", "program_done", "kinds")


def is_without_a_stop(post: Post, draft: Draft) -> bool:
    """Whether the figure opens what is said and there was no stop; beside a time also that it was new or a lesson."""
    if draft.reps or len(draft.places) != 1 or not OWN.issuperset(draft.stances):
        return False
    clause = post.clauses[draft.clauses[0]]
    led = clause.items[clause.start : draft.first]
    beside = [*led[-1:], *clause.items[draft.last + 1 : draft.last + 2]]
    if not any(item.labels & NONSTOP for item in beside):
        return False
    if not all(item.labels & _LEADING for item in led):
        return False
    if _is_with_beginners(clause.items[draft.last + 1 : clause.end]):
        return True
    behind = takewhile(_says_the_same, clause.items[draft.last + 1 : clause.end])
    if not all(item.labels & _GOING_ON for item in behind):
        return False
    if draft.distance is not None or post.told & _OF_A_BEGINNER:
        return True
    return any(map(_is_ones_longest, post.clauses))


def _is_ones_longest(clause: Clause) -> bool:
    """Whether it is called the author's longest, and nothing else is: "my record", but not "my longest nap ever"."""
    if not clause.has("superlative", "pb", "pb_now") or clause.quantities():
        return False
    if not clause.has("self") and clause.end - clause.start > 1:
        return False
    return not any(i.labels & _ELSE for i in clause.items[clause.start : clause.end])


def _is_with_beginners(behind: Sequence[Item]) -> bool:
    """Whether there was no stop in company of beginners: "25 min nonstop with the C25K lot"."""
    if len(behind) < _FEWEST or not (behind[0].labels & NONSTOP and behind[1].labels & _WITH):
        return False
    return any(
        item.labels & _A_PROGRAMME or item.labels & _BEGINNERS == _BEGINNERS for item in behind[2:]
    )


def _says_the_same(item: Item) -> bool:
    """Whether neither that it was new nor something of its author begins: "5k nonstop im actually crying"."""
    return not item.labels & (_FIRST | _SELF)
