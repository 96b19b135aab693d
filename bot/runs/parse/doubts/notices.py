"""Tells whether a post gives notice of an event: who is needed until when, when people meet, how many finished."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import CLOCKS, DAYS
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_SEEKS, _DEADLINE = any_of("seeks"), any_of("deadline")
_SEES, _WEEKDAY = any_of("sees_others"), any_of("weekday")
_DONE = any_of("strong_did")
_FIELD, _SELF = any_of("field_of_runners"), any_of("self")
_IT_IS, _AT = any_of("it_is"), any_of("at")
_WAS, A_RUN, _RAN = (
    any_of("looks_back", "copula"),
    any_of("run_noun", "run_word", "kinds"),
    any_of("run_past"),
)
_MISSED = any_of("no_run", "it")
_SADLY = DAYS | UNKNOWN | any_of("period", "weekday", "times")
NOTICES = _IT_IS | _SEEKS | _SEES | _FIELD
"""Labels without any of which a post gives no notice."""


def is_a_notice(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether an event is announced or told of beside the figures, and nobody says that they ran."""
    if not (drafts[0].times or post.labels & _DONE) and any(
        _needs_by_a_day(c) or _sees(c) for c in post.clauses
    ):
        return True
    if not (drafts[0].by_a_clock or post.labels & _DONE) and any(map(_meets, post.clauses)):
        return True
    return not post.told & _SELF and any(map(_counts_a_field, post.clauses))


def _needs_by_a_day(clause: Clause) -> bool:
    """Whether something is needed until a day: "need 6 names by Friday"."""
    if not clause.items[clause.start].labels & _SEEKS:
        return False
    told = clause.items[clause.start + 1 : clause.end]
    return any(by.labels & _DEADLINE and day.labels & DAYS for by, day in pairwise(told))


def _sees(clause: Clause) -> bool:
    """Whether it begins with a day on which others are seen: "see you Sunday"."""
    items = clause.items[clause.start : clause.end]
    return len(items) > 1 and bool(items[0].labels & _SEES and items[1].labels & _WEEKDAY)


def _meets(clause: Clause) -> bool:
    """Whether it tells the hour and the place of something: "it's 8:45 at the bridge"."""
    items = clause.items[clause.start : min(clause.end, clause.start + 3)]
    if len(items) < 3 or not items[0].labels & _IT_IS:
        return False
    return bool(items[1].labels & CLOCKS and items[2].labels & _AT)


def _counts_a_field(clause: Clause) -> bool:
    """Whether it begins with how many there were: "600 finishers in the 10k"."""
    return clause.items[clause.start].labels & _FIELD != 0


def was_without_its_author(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether it is told how far a run was that its author did not make: "the session was 5.2k, couldn't make it"."""
    told = post.clauses[drafts[0].clauses[0]]
    at = drafts[0].first
    if drafts[0].duration is not None or post.labels & _RAN or not at > told.start + 1:
        return False
    behind = drafts[0].clauses[0] + 1
    missed = post.stances[behind : behind + 1] == [Stance.NO_RUN]
    was = post.items[at - 1].labels & _WAS and post.items[at - 2].labels & A_RUN
    if not missed or not was or post.clauses[behind].opening:
        return False
    return _misses_the_run_itself(post.clauses[behind])


def _misses_the_run_itself(clause: Clause) -> bool:
    """Whether at most one word follows: "couldn't make it sadly", but no way "couldn't face the last hill"."""
    places = range(clause.start, clause.end)
    missed = [at for at in places if clause.items[at].labels & _MISSED]
    if not missed:
        return False
    behind = clause.items[missed[-1] + 1 : clause.end]
    return not behind or (len(behind) == 1 and behind[0].labels & _SADLY != 0)
