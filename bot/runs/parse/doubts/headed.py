"""Tells whether a heading says that what follows is no run: a plan, a list, somebody's win, a best."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.labelled import is_a_summary
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of

_HEADS = any_of("heads_no_run")
_NEW = any_of("fresh", "pb_now", "tags.first", "day")
_DONE = any_of("strong_did", "run_past", "outcome", "unmet")
_RESULTS = any_of("list_head")
_A_PLAN = any_of("coached")
_A_KIND = any_of("kinds")
_WAS = any_of("looks_back")
_BACK_THEN = frozenset({Stance.PAST, Stance.HABIT})
_IN_SHORT = 2
_YEARS = range(2000, 2100)
_SET = frozenset({Stance.PLAN, Stance.GOAL})


def is_headed_otherwise(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a heading speaks of no run: "plan for Friday: 8k in 44:10", "8k best: 44:10", "for the list: 5k 20:51".

    What was done is told in spite of it ("plan for today: 8k. Did 10"), and a best that is new is a run.
    """
    head = post.clauses[0]
    if (
        head.closed_by != ":"
        or post.told & _DONE
        or head.labels & _NEW
        or is_a_summary(post.clauses)
    ):
        return False
    if post.clauses[drafts[0].clauses[-1]].sentence != head.sentence:
        return False
    told = head.items[head.start : head.end]
    if not drafts[0].by_a_clock and any(map(_is_a_year, told)):
        return True  # "2027 races: Brighton 10k, Leeds half"
    if post.stances[0] in _SET and any(item.labels & _A_PLAN for item in told[:2]):
        return drafts[0].first >= head.end
    if post.stances[0] in _BACK_THEN and head.labels & _WAS:
        return True  # "Back when I was 20: 10k in 38:00"
    chore = post.stances[0] is Stance.LIFE and len(told) <= _IN_SHORT
    if chore and not (drafts[0].by_a_clock or post.labels & _A_KIND):
        return True  # "Hoovering: 2.1 km", "the school run: 20 minutes, one mile"
    words = [item for item in told if not isinstance(item, Quantity)]
    if not words:
        return False
    if words[-1].labels & _RESULTS:
        starts = [clause.start for clause in post.clauses[1:2]]
        return any(
            is_name(post.items[at]) for at in starts
        )  # "meeting results: Sam 9.21 for 3000m"
    return drafts[0].day is None and words[-1].labels & _HEADS != 0


def _is_a_year(item: Item) -> bool:
    """Whether a bare number may be one."""
    number = isinstance(item, Quantity) and item.measure in (Measure.NUMBER, Measure.OTHER)
    return isinstance(item, Quantity) and number and int(item.value) in _YEARS
