"""Tells a time alone that was spent where people run: in the woods, out in the sun, on one's usual loop."""

from collections.abc import Sequence

from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of
from bot.runs.parse.outdoors import clause_of_a_time
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import MEASURED, Item, Measure
from bot.runs.parse.stances import OWN

SPENT_OUT = any_of("wild", "in_the_open", "known_way")
"""Labels without any of which no time is told so."""

_WILD, _OPEN, _WAY = any_of("wild"), any_of("in_the_open"), any_of("known_way")
_SKY = any_of("tags.dark", "tags.rain", "tags.snow", "tags.wind", "tags.cold", "tags.heat")
_OUT, _FOR = any_of("way_out"), any_of("for_lead")
_AROUND = MEASURED[Measure.DAY] | any_of(
    *(
        "kinds",
        "adjective",
        "about",
        "article",
        "determiner",
        "times",
        "weekday",
        "moods",
        "neutral",
    )
)
_FELT = any_of("moods", "body", "tags", "effort", "strong_did", "run_past", "unplugged", "free")
_ELSE = any_of("pet", "outing", "travel", "sport", "person", "seeks", "life", "bunch", "sights")
WEEK, _NUMBER = any_of("program_week"), MEASURED[Measure.NUMBER]
_BACK = any_of("guess.past", "looks_back", "strong_did", "moods")
_ROUND_S = 300
_LONGEST_S = 5400
"""Seconds from which who tells no more may have hiked."""


def is_spent_out(post: Post, draft: Draft) -> bool:
    """Whether nothing but running is likely to have taken so long there."""
    clause = clause_of_a_time(post, draft)
    if clause is None or post.told & _ELSE or not OWN.issuperset(post.stances):
        return False
    before = clause.items[clause.start : draft.first]
    behind = clause.items[draft.first + 1 : clause.end]
    if _is_its_usual_way(post, draft, behind):
        return True
    if not behind or not all(map(_is_around, behind[1:])):
        return False
    if not _is_told_as_a_run(post, draft):
        return False
    if len(before) > 1 and before[0].labels & _OUT and before[1].labels & _FOR:
        return behind[0].labels & (_WILD | _OPEN | _SKY) != 0 and " " in behind[0].text
    return behind[0].labels & _WILD != 0 and all(map(_is_around, before))


def is_of_a_week(post: Post, draft: Draft) -> bool:
    """Whether a week of a programme heads a time that is looked back on: "wk 9, 30 minutes, checked it twice"."""
    clause, head = clause_of_a_time(post, draft), post.clauses[0]
    if clause is None or post.told & _ELSE or head.closed_by == ":" or draft.clauses[0] == 0:
        return False
    week = head.items[head.start : head.end]
    if len(week) != 2 or not week[0].labels & WEEK or not week[1].labels & _NUMBER:
        return False
    return post.told & _BACK != 0 and OWN.issuperset(post.stances)


def _is_told_as_a_run(post: Post, draft: Draft) -> bool:
    """Whether nothing stands beside it, or it is told to the minute, or how it was."""
    seconds = draft.times[0].value
    if seconds % _ROUND_S or (len(post.clauses) == 1 and seconds <= _LONGEST_S):
        return True
    return post.labels & _FELT != 0


def _is_around(item: Item) -> bool:
    return item.labels & _AROUND != 0


def _is_its_usual_way(post: Post, draft: Draft, behind: Sequence[Item]) -> bool:
    """Whether a way that everybody knows heads it: "the usual loop, 52 min"."""
    number = draft.clauses[0]
    if behind or number != 1 or post.clauses[1].sentence or draft.first != post.clauses[1].start:
        return False
    head = post.clauses[0]
    return head.labels & _WAY != 0 and all(
        item.labels & (_WAY | _AROUND) for item in head.items[head.start : head.end]
    )
