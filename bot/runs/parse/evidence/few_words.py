"""Tells whether a figure stands nearly alone, as those of terse posts do: "8k 44:10 canal"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import MEASURED, Item, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import FIGURE, MARK, MENTIONED, UNKNOWN

_HARDLY_A_WORD = 1
_NEXT = any_of("hence", "then", "and")
_BETWEEN, _FITS_IN = any_of("between"), any_of("fits_in")
_ALONGSIDE = any_of("alongside")
RUNNING = any_of(
    "run_past", "run_noun", "run_word", "program_done", "part", "run_and_walk"
) | any_of("kinds.treadmill", "tags.comeback")
COLOUR = any_of("tags", "times")
"""Labels of running, and of weather and times of day."""

_EXPECTED = (
    RUNNING
    | COLOUR
    | any_of("kinds", "moods", "did", "adjective", "about", "article", "in_time")
    | any_of("free", "join", "distance_unit", "time_unit", "total", "at", "pb", "before_after")
    | any_of("companion", "interjection", "opener", "elements")
    | joined([FIGURE, MARK, MENTIONED, *MEASURED.values()])
)
"""What is no word, or one that may stand with any run."""

_OF_A_RUN = RUNNING | any_of("strong_did")
_FELT = _OF_A_RUN | COLOUR | any_of("free", "unplugged", "moods.positive", "moods.negative")
_ELSE = frozenset(
    (
        *(Stance.LIFE, Stance.TRAVEL, Stance.SOFTWARE, Stance.IDIOM, Stance.WATCHING),
        *(Stance.NO_RUN, Stance.VOLUNTEER, Stance.OTHER_PERSON, Stance.ANNOUNCEMENT),
    )
)
"""What speaks of no run, so that a figure behind it needs more than to stand alone."""


def stands_nearly_alone(post: Post, draft: Draft, around: Sequence[Item], carried: Labels) -> bool:
    """Whether hardly a word that tells nothing of running is `around` it or leads to it.

    `carried` are the labels of its clauses.
    """
    if not carried & _OF_A_RUN and _comes_behind_something_else(post, draft):
        return False
    if carried & _BETWEEN and carried & _FITS_IN:
        around = _but_what_it_fitted_between(around)
    bare = draft.distance is not None and not draft.timed
    led = _led_by(post, draft) if bare and not (carried | post.labels) & _FELT else []
    return _plain_words([*around, *led]) <= _HARDLY_A_WORD


def _but_what_it_fitted_between(items: Sequence[Item]) -> Sequence[Item]:
    """The words up to what a figure came between: "got out for 35 mins between feeds"."""
    for at, item in enumerate(items[1:], 1):
        if item.labels & _BETWEEN and isinstance(items[at - 1], Quantity):
            return items[:at]
    return items


def _led_by(post: Post, draft: Draft) -> list[Item]:
    """The words without meaning that lead to it in its sentence: "lost: one grey glove, 400m start"."""
    said = post.clauses[draft.clauses[0]].sentence
    led = [clause for clause in post.clauses[: draft.clauses[0]] if clause.sentence == said]
    return [
        item
        for clause in led
        for item in post.items[clause.start : clause.end]
        if item.labels & UNKNOWN
    ]


def _comes_behind_something_else(post: Post, draft: Draft) -> bool:
    """Whether its sentence was of another matter so far: "the school run: 20 minutes, one mile"."""
    if draft.distance and draft.timed and draft.by_a_clock:
        return False
    told = post.clauses[draft.clauses[0]]
    if post.items[told.start].labels & _NEXT:
        return False  # "slept in so only 7k", "dishes and then 9k"
    before = zip(post.clauses, post.stances[: draft.clauses[0]], strict=False)
    return any(stance in _ELSE and clause.sentence == told.sentence for clause, stance in before)


def _plain_words(items: Sequence[Item]) -> int:
    """How many words tell nothing of running, counted up to more than hardly any.

    Who came along ("with coach Dave") is not counted.
    """
    count = 0
    companion = False
    for item in items:
        plain = not item.labels & _EXPECTED
        count += plain and not companion
        if count > _HARDLY_A_WORD:
            break
        companion = item.labels & _ALONGSIDE != 0 or (companion and plain)
    return count
