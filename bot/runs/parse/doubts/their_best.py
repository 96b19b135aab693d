"""Tells whether figures are a best that somebody has: "PB for our Jess! 21:40", "8k best: 44:10"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, TIMES, Measure, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.people import is_known_name, is_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

A_BEST = any_of("pb", "pb_now", "chip")
"""Labels without any of which nobody's best is told."""

BEST_OVER = any_of("best_over", "pb_list", "pb", "pb_now", "stands")
"""Labels without any of which no best over a distance is told."""

_OF, _AIMS = any_of("of"), frozenset({Stance.PLAN, Stance.GOAL})
_OVER = any_of("best_over")
_MY_BEST = any_of("pb", "pb_list", "best_over")
_BEATEN = any_of("pb_now", "outcome", "run_past", "strong_did", "to_break")
_IS = any_of("auxiliary", "copula", "still", "plan", "looks_back")

_CHIP, _STANDS, _AT = any_of("chip"), any_of("stands"), any_of("at")
_FRESH = any_of("fresh")
_FOR, _PERSON = any_of("for_lead"), any_of("person")
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_BEFORE_ONE = any_of("determiner", "article", "adjective", "adjective_praise")
_OF_A_PLACE = UNKNOWN | any_of("name", "run_noun", "run_thing", "kinds") | DISTANCES


def is_a_best_that_stands(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether it is told what is best over a distance, and not that it is new: "8k best: 44:10", "club 5k best"."""
    draft = drafts[0]
    if draft.day is not None:
        return False
    if _stands_at(post, draft) or _is_to_be_beaten(post, draft) or _is_what_stands(post, draft):
        return True
    if _is_spoken_of(drafts, post):
        return True
    over = [at for at in draft.places if is_distance(post.items[at]) and _is_best_over(post, at)]
    return bool(over) and not (over[0] and post.items[over[0] - 1].labels & _FRESH)


def _is_spoken_of(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the author's best opens the post and is spoken of: "my 5k PB of 21:15 has stood since 2014"."""
    clause, draft = post.clauses[0], drafts[0]
    whose = clause.items[clause.start].labels
    if len(drafts) > 1 or not (whose & _SELF and whose & _WHOSE) or post.told & _BEATEN:
        return False
    if any(one.quantity.measure is Measure.CLOCK for one in post.cast if one.place > draft.last):
        return False  # "my 10k PB of 48:00 was no match for me, 47:10"
    best = [at for at in range(clause.start + 1, clause.end) if post.items[at].labels & _MY_BEST]
    if not best or best[0] > clause.start + 3 or draft.clauses != [0] * len(draft.clauses):
        return False
    if any(item.labels & _FRESH for item in clause.items[clause.start : best[0]]):
        return False
    timed = draft.duration is not None and clause.start < draft.first <= draft.last < clause.end - 1
    verb = clause.items[draft.last + 1].labels if timed else 0
    return bool(verb & _IS)


def _is_what_stands(post: Post, draft: Draft) -> bool:
    """Whether a time opens the post and is said to be the author's best: "47:02 is my 10k PB"."""
    if draft.duration is None or draft.first or not post.items[0].labels & TIMES:
        return False
    if len(post.items) < 4:
        return False
    is_, my, *best = post.items[1:6]
    if not (is_.labels & _IS and my.labels & _SELF and my.labels & _WHOSE):
        return False
    called = next((at for at, item in enumerate(best) if item.labels & _MY_BEST), len(best))
    return called < len(best) and not any(item.labels & _FRESH for item in best[:called])


def _stands_at(post: Post, draft: Draft) -> bool:
    """Whether it is told where one's time stands: "my 5k stands at 22:58"."""
    between = pairwise(post.items[draft.first : draft.last])
    return draft.first <= 2 and any(a.labels & _STANDS and b.labels & _AT for a, b in between)


def _is_to_be_beaten(post: Post, draft: Draft) -> bool:
    """Whether a best stands with its time alone, and a better one is wanted: "got a PB of 20:40, want 19 something"."""
    if draft.distance is not None or len(draft.clauses) != 1 or draft.first < 2:
        return False
    after = draft.clauses[0] + 1
    best, of = post.items[draft.first - 2 : draft.first]
    if not (best.labels & A_BEST and of.labels & _OF) or after == len(post.clauses):
        return False
    return post.stances[after] in _AIMS and not post.clauses[after].opening


def _is_best_over(post: Post, at: int) -> bool:
    return at + 1 < len(post.items) and post.items[at + 1].labels & _OVER != 0


def is_their_best(_: Sequence[Draft], post: Post) -> bool:
    """Whether a best is put down to somebody, and nothing to the author."""
    if any(item.labels & _SELF and not item.labels & _WHOSE for item in post.items):
        return False
    return any(_is_for_somebody(clause) for clause in post.clauses if clause.labels & A_BEST)


def _is_for_somebody(clause: Clause) -> bool:
    """Whether "for" and a person stand right behind the best; "a PB for Florence marathon" is of a place."""
    at = clause.start
    while at < clause.end and not clause.items[at].labels & A_BEST:
        at += 1
    if at + 1 < clause.end and clause.items[at + 1].labels & DAYS:
        at += 1  # "PB Sunday for our Lucy"
    if at + 2 >= clause.end or not clause.items[at + 1].labels & _FOR:
        return False
    who = at + 2
    while who < clause.end - 1 and clause.items[who].labels & _BEFORE_ONE:
        who += 1
    item = clause.items[who]
    called = clause.labels & _CHIP and is_name(item)
    if not (called or item.labels & _PERSON or is_known_name(item)):
        return False
    return who + 1 == clause.end or not clause.items[who + 1].labels & _OF_A_PLACE
