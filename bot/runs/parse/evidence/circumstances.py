"""Weighs what is told around the figures of a run: its way, how it came about, what its time was spent on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.runs.parse.drafts.tale import (
    is_aired,
    is_felt_right_away,
    is_made_of_another,
    is_made_on_its_way,
    is_what_it_came_to,
    is_what_it_was_to_be,
    tells_what_came_next,
    tells_what_happened,
)
from bot.runs.parse.evidence.by_time import (
    BY_TIME,
    is_ones_own_result,
    is_taken_past_a_point,
    is_told_as_runners_do,
    is_told_beside_a_best,
)
from bot.runs.parse.evidence.called_a_run import CALLED_A_RUN, is_called_a_run
from bot.runs.parse.evidence.circling import CIRCLING, went_round_and_round
from bot.runs.parse.evidence.lesson_minutes import are_of_a_lesson
from bot.runs.parse.evidence.nonstop import NONSTOP, is_without_a_stop
from bot.runs.parse.evidence.outdoors import (
    RUNNERS,
    TO_THE_GROUND,
    clause_of_a_time,
    is_told_with_a_group,
    is_told_with_its_ground,
)
from bot.runs.parse.evidence.spent_out import (
    BETWEEN,
    EASE,
    FITTED_IN,
    SPENT_OUT,
    WEEK,
    is_between_duties,
    is_easy_in_a_park,
    is_fitted_in,
    is_of_a_week,
    is_spent_out,
)
from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.way import is_told_with_its_way
from bot.runs.parse.figures.quantities import NUMBERS, Item
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.roles.passed import LESSON
from bot.runs.parse.stances.adjuncts import is_told_with_what_was_around
from bot.runs.parse.stances.later import is_so_much_later
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import MARK

_BY_TURNS = any_of("run_and_walk")
_PIECES = (Role.SPLIT, Role.PART)
_COACHED = any_of("coached")
_FIRST = any_of("split_first")
_ADJECTIVE = any_of("adjective")
_ASLEEP, _WHOLE = any_of("asleep"), any_of("whole")
_SAID, _BODY = any_of("reading"), any_of("body")
_FITTED_IN, _AUXILIARY = any_of("fits_in"), any_of("auxiliary")
_HOW_FAR_UNKNOWN = any_of("how_far_unknown")
_UNPLUGGED, _HALF_AN_HOUR = any_of("unplugged"), 1800
_PACED, _HILLS = any_of("described", "effort"), any_of("tags.hills")
_RODE = any_of("travel", "moved_by", "drove", "sights")
_HILLY = any_of("described") | _HILLS
_NO_TIME, _FOR_ME, _TOO = any_of("free"), any_of("for_me"), MARK | any_of("too", "day")
_NO_BEST = any_of("no_best")
_OWN_RESULT = any_of("for_me", "object_self")
_A_FEW_WORDS = 3
_ME_AND, _BESIDE_DAYS, _LONGEST_NAME = any_of("subject", "tags.with_others"), any_of("plan"), 4
_FEWEST_LEGS = 3
_WITH, _SMALL = any_of("alongside", "accompanied"), any_of("join", "about", "article", "adjective")
_COUNTS, _FEW = any_of("counts"), 2
_HAPPENED = any_of("guess.past", "looks_back")
_LED_TO = any_of("into", "way", "taken_out", "split_first", "adjective", "asleep")
"""Labels without any of which nothing leads to a distance that tells more of it."""

_ANY: Labels = -1
_INSIDE = any_of("body", "inner")
_THEN = any_of("then")
_TALES = (
    _HAPPENED | _INSIDE | _THEN | any_of("later", "reading", "in_the_end", "settled", "fits_in")
)
"""Labels without any of which a post tells nothing of how a distance came about."""


class _Sign(NamedTuple):
    """What speaks for a time told alone: looked at only in posts that carry one of the labels, by their own
    clauses (`own`) or anywhere; `is_way` says that it tells where the run led."""

    labels: Labels
    holds: Callable[[Post, Draft], bool]
    tells: str
    weight: float
    is_way: bool = False
    own: bool = False


def weigh_its_way(verdict: Verdict, post: Post, first: Draft, *, of_another: bool) -> bool:
    """Whether a way is told: where the run led, how it came about, or what its time was spent on."""
    if post.told & NONSTOP and is_without_a_stop(post, first):
        verdict.add("without a stop", 0.15)
    if way := not of_another and is_told_with_its_way(post, first):
        verdict.add("a way is told", 0.2)
    elif way := not of_another and is_told_with_what_was_around(post, first):
        verdict.add("what was around is told", 0.25)
    if first.distance and first.climb is not None:
        verdict.add("a climb", 0.15)
    new = post.labels & _FIRST or not first.named
    if first.distance and first.duration is None and new:
        _weigh_its_author(verdict, post, first)
    if first.distance:
        _weigh_surroundings(verdict, post, first)
        return _weigh_its_tale(verdict, post, first) or way
    return _weigh_its_time(verdict, post, first) or way


def _weigh_its_author(verdict: Verdict, post: Post, draft: Draft) -> None:
    """What is said of who ran so far without a time: it is theirs, or they know no time."""
    if not OWN.issuperset(post.stances):
        return
    if post.labels & _NO_TIME and any(c.items[c.start].labels & _NO_TIME for c in post.clauses):
        verdict.add("its author knows no time", 0.1)
    behind = post.items[draft.last + 1 : draft.last + 3]
    if behind and behind[0].labels & _FOR_ME and (len(behind) < 2 or behind[1].labels & _TOO):
        verdict.add("it is its author's", 0.15)
    elif post.told & _ME_AND and _is_who_ran(post, draft):
        verdict.add("who ran is told", 0.15)


def _is_who_ran(post: Post, draft: Draft) -> bool:
    """Whether a sentence opens with the author and somebody else, and ends in it: "me and the dog 4 miles"."""
    told = post.clauses[draft.clauses[0]]
    who = post.items[told.start : draft.first]
    if not (told.opening and 1 < len(who) <= _LONGEST_NAME and told.end == draft.last + 1):
        return False
    return who[0].labels & _ME_AND == _ME_AND and not any(i.labels & _BESIDE_DAYS for i in who)


def _weigh_its_time(verdict: Verdict, post: Post, first: Draft) -> bool:
    """Whether a time told alone comes with a way: with its ground, or spent where people run."""
    for sign in _SIGNS_OF_A_TIME:
        carried = post.labels if sign.own else post.told
        if carried & sign.labels and sign.holds(post, first):
            verdict.add(sign.tells, sign.weight)
            return sign.is_way
    if post.told & BY_TIME and is_told_as_runners_do(post, first):
        verdict.add("told as runners do", 0.2 if first.climb is None else 0.35)
        return True
    return False


def _is_said_to_count(post: Post, draft: Draft) -> bool:
    """Whether a time of some day counts, and hardly a word beside it is unknown."""
    return draft.day is not None and post.unknown_words() < _FEW


def _is_all_that_is_known(post: Post, draft: Draft) -> bool:
    """Whether a time is a clause of its own, and the next one says only that: "42 min, no idea how far"."""
    told = clause_of_a_time(post, draft)
    if told is None or told.end - told.start > 1 or not draft.times[0].value % _HALF_AN_HOUR:
        return False
    if post.unknown_words() > _FEW or not OWN.issuperset(post.stances):
        return False
    return any(
        clause.start == told.end + 1
        and clause.end == clause.start + 1
        and clause.labels & _HOW_FAR_UNKNOWN
        for clause in post.clauses
    )


def _is_unplugged(post: Post, draft: Draft) -> bool:
    """Whether no music was on, and nothing unknown: "45 min, no music", but not "45 min, no music, dentist"."""
    if not draft.times or not draft.times[0].value % _HALF_AN_HOUR:
        return False
    return post.clauses[draft.clauses[0]].labels & _UNPLUGGED != 0 or not post.unknown_words()


def _is_paced_in_a_word(post: Post, draft: Draft) -> bool:
    """Whether a clause says nothing but how fast it was: "25 min with Sana, slow", but not "25 min call, slow"."""
    told = post.clauses[draft.clauses[0]]
    behind = post.items[draft.last + 1 : told.end]
    before = post.items[told.start : draft.first]
    if post.told & _HILLS and (post.told & _RODE or not OWN.issuperset(post.stances)):
        return False  # "55 minutes, hilly, on the ebike"
    if post.told & _HILLS and post.unknown_words() >= _FEW:
        return False  # "75 minutes, hilly, chain slipped"
    if any(not item.labels & _SMALL for item in before) or (
        behind and not behind[0].labels & _WITH
    ):
        return False
    return any(
        _only_tells_its_pace(clause.items[clause.start : clause.end]) for clause in post.clauses
    )


def _is_run_by_turns(post: Post, draft: Draft) -> bool:
    """Whether running and walking by turns stands right behind a time: "35 mins run walk round the harbour"."""
    clause, behind = clause_of_a_time(post, draft), post.items[draft.last + 1 : draft.last + 3]
    if clause is None or clause.start != draft.first:
        return False
    return any(item.labels & _BY_TURNS for item in behind)


def _only_tells_its_pace(told: Sequence[Item]) -> bool:
    """Whether nothing but how fast or how hilly it was is said, be it twice or with a "very": "slow slow"."""
    last = told[-1].labels
    if len(told) > _A_FEW_WORDS or not (last & _PACED == _PACED or last & _HILLY == _HILLY):
        return False
    return all(item.labels & _PACED == _PACED or item.labels & _ADJECTIVE for item in told)


def _weigh_surroundings(verdict: Verdict, post: Post, draft: Draft) -> None:
    """What stands around a distance: what it was made of, how it was covered, its parts."""
    parts = not draft.named and (
        not post.roles.isdisjoint(_PIECES)
        or sum([post.items[at].labels & NUMBERS != 0 for at in draft.places]) >= _FEWEST_LEGS
    )
    if not (parts or post.told & _LED_TO):
        return
    at = draft.first
    if Role.OTHER in post.roles and is_made_of_another(post, draft):
        verdict.add("it was another at first", 0.3)
    if is_made_on_its_way(post.items, at) or is_aired(post.items, at):
        verdict.add("a verb of moving leads to it", 0.3)
    if parts:
        verdict.add("its parts are told", 0.2)
    if at > 1 and post.items[at - 2].labels & _ASLEEP and post.items[at - 1].labels & _WHOLE:
        verdict.add("somebody slept all the way", 0.2)
    if at and post.items[at - 1].labels & _FIRST:
        verdict.add("the first so far", 0.2)
    if at and post.items[at - 1].labels & _ADJECTIVE:
        verdict.add("it is called something", 0.15)


def _weigh_its_tale(verdict: Verdict, post: Post, draft: Draft) -> bool:
    """What is told of how a distance came about and what followed; whether anything is."""
    if not post.told & _TALES:
        return False
    told = len(verdict.evidence)
    at = draft.first
    if any(is_so_much_later(post.clauses[number]) for number in draft.clauses):
        verdict.add("what came after it is told", 0.3)
    if at > 1 and post.items[at - 1].labels & _SAID and post.items[at - 2].labels & _BODY:
        verdict.add("the body had its say", 0.3)
    if is_what_it_came_to(post, draft):
        verdict.add("what it came to", 0.2)
    if at and post.items[at - 1].labels & (_FITTED_IN | _AUXILIARY) == _FITTED_IN:
        verdict.add("it was fitted in", 0.3)
    if post.told & _THEN and tells_what_came_next(post, draft):
        verdict.add("what came next is told", 0.15)
    if post.told & _INSIDE and is_felt_right_away(post.items, draft.last + 1):
        verdict.add("what it did to its author", 0.2)
    if post.labels & _HAPPENED and tells_what_happened(post, draft):
        verdict.add("what happened is told", 0.25)
    return len(verdict.evidence) > told


_SIGNS_OF_A_TIME = (
    _Sign(_COACHED, is_what_it_was_to_be, "what it was to be", 0.2),
    _Sign(LESSON | WEEK, are_of_a_lesson, "minutes of a lesson", 0.2, is_way=True),
    _Sign(_BY_TURNS, _is_run_by_turns, "it was run and walked", 0.15, is_way=True, own=True),
    _Sign(CIRCLING, went_round_and_round, "it was run in circles", 0.35, is_way=True),
    _Sign(
        TO_THE_GROUND,
        is_told_with_its_ground,
        "a time with its ground",
        0.35,
        is_way=True,
        own=True,
    ),
    _Sign(RUNNERS, is_told_with_a_group, "a time with a group", 0.35, own=True),
    _Sign(SPENT_OUT, is_spent_out, "a time spent where people run", 0.35, is_way=True),
    _Sign(_UNPLUGGED, _is_unplugged, "it was without music", 0.2),
    _Sign(_HILLY | _PACED, _is_paced_in_a_word, "how fast it was is a clause of its own", 0.2),
    _Sign(_COUNTS, _is_said_to_count, "it is said to count", 0.2),
    _Sign(BETWEEN, is_between_duties, "between two duties", 0.3),
    _Sign(FITTED_IN, is_fitted_in, "fitted in around a duty", 0.2),
    _Sign(_HOW_FAR_UNKNOWN, _is_all_that_is_known, "nobody knows how far it was", 0.15),
    _Sign(WEEK, is_of_a_week, "a week of a programme", 0.2),
    _Sign(EASE, is_easy_in_a_park, "an easy time in a park", 0.2, is_way=True, own=True),
    _Sign(CALLED_A_RUN, is_called_a_run, "it is called a run", 0.1, own=True),
    _Sign(_OWN_RESULT, is_ones_own_result, "a result of one's own", 0.35),
    _Sign(_NO_BEST, is_told_beside_a_best, "it was no best", 0.3),
    _Sign(_ANY, is_taken_past_a_point, "something happened on its way", 0.2),
)
"""The first one that holds counts: what is told of the run stands before what is told of the day around it."""
