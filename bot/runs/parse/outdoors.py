"""Tells what a time alone was spent on: out on some ground, as runs are, or with something else."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of, joined
from bot.runs.parse.people import is_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity

TO_THE_GROUND = any_of("ground_lead", "circuit", "way_out", "outside")
"""Labels without any of which no time is told with its ground."""

_SPENT = any_of("pet", "of", "off_schedule", "accompanied", "guess.verb")
"""Labels without any of which nothing says what else a time was spent on."""

_RUN = any_of("run_past", "run_word", "kinds", "program_done", "tags.comeback", "strong_did")
_BEFORE = any_of(
    "kinds", "adjective", "about", "article", "day", "weekday", "times", "on", "contrast"
)
_BETWEEN = _BEFORE | MEASURED[Measure.DAY]
_LEADING = any_of("ground_lead", "circuit", "way_out")
_CIRCUIT = any_of("circuit")
_OUTDOORS = any_of("outdoors", "circuit")
_OUT = any_of("way_out")
_OUTSIDE = any_of("outside")
_OF = any_of("of")
_OF_A_RUN = any_of("outdoors", "ground", "run_noun", "kinds", "effort", "tags.hills")
_SKY = any_of("tags.rain", "tags.snow", "tags.wind", "tags.cold", "tags.heat")
_PET = any_of("pet")
_OFF = any_of("off_schedule")
_WITH = any_of("accompanied")
_COMPANY = any_of("bunch", "tags.group", "tags.with_others", "name", "weekday")
_DOING = any_of("guess.verb")
_OVER = any_of("looks_back", "guess.past", "did", "free", "moods.positive", "moods.negative")
_NEAR = 5


def is_told_with_its_ground(post: Post, draft: Draft) -> bool:
    """Whether a time alone heads where it led: "55 min out and back", "40 min round the lanes"."""
    clause = _clause_of(post, draft)
    if clause is None:
        return False
    at = min(draft.places)
    if any(not item.labels & _BETWEEN for item in clause.items[clause.start : at]):
        return False
    behind = _behind(clause, at)
    return _leads_over_ground(behind) or _is_out(post, clause, behind)


def is_spent_otherwise(post: Post, draft: Draft) -> bool:
    """Whether a time alone may be of something else: "an hour of peace", "40 mins with the physio", "30 min late"."""
    clause = _clause_of(post, draft)
    if clause is None or post.labels & _RUN or not clause.labels & _SPENT:
        return False
    behind = _behind(clause, min(draft.places))
    told = joined([item.labels for item in behind])
    if told & (_PET | _DOING) or (behind and behind[0].labels & _OFF):
        return True
    if behind and behind[0].labels & _OF:
        return not any(i.labels & _OF_A_RUN and not i.labels & _SKY for i in behind[1:3])
    return told & _WITH != 0 and not _has_company(behind)


def _clause_of(post: Post, draft: Draft) -> Clause | None:
    """The clause of a run that is told by one duration alone, or None for any other."""
    if draft.distance is not None or draft.reps or len(draft.places) != 1 or len(draft.times) != 1:
        return None
    return post.clauses[draft.clauses[0]] if draft.times[0].measure is Measure.DURATION else None


def _behind(clause: Clause, at: int) -> Sequence[Item]:
    """What follows the time, but for its day and how it was."""
    at += 1
    while at < clause.end and clause.items[at].labels & _BETWEEN:
        at += 1
    return clause.items[at : clause.end]


def _leads_over_ground(behind: Sequence[Item]) -> bool:
    """Whether it goes on with a way and the ground it leads over: "along the canal", "out on the moor"."""
    if not behind or not behind[0].labels & _LEADING:
        return False
    if behind[0].labels & _CIRCUIT:
        return True
    return any(one.labels & _OUTDOORS for one in behind[:_NEAR])


def _is_out(post: Post, clause: Clause, behind: Sequence[Item]) -> bool:
    """Whether it was spent outside, and is over: "half an hour out while he slept", "an hour. outside."."""
    if not post.told & _OVER and not _is_over(post):
        return False
    if behind and behind[0].labels & (_OUT | _OUTSIDE):
        return all(item.labels & _BETWEEN for item in behind[1:])
    return not behind and any(
        c.end == c.start + 1 and c.items[c.start].labels & _OUTSIDE for c in post.clauses
    )


def _is_over(post: Post) -> bool:
    """Whether a day is told that is over, or today."""
    return any(
        isinstance(item, Quantity) and "day" in item.meanings and item.value <= 0
        for item in post.own_items
    )


def _has_company(behind: Sequence[Item]) -> bool:
    """Whether it was run with somebody or a group: "with Ama", "with the Tuesday lot"."""
    return any(item.labels & _COMPANY or (is_name(item) and at) for at, item in enumerate(behind))
