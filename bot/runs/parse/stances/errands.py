"""Tells an errand that was run as sport: "ran to the shop for cat litter, there and back 4 miles, 48 min"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DISTANCES
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import at_a_runners_pace
from bot.runs.parse.words.labels import any_of

_ERRAND, _OWN_WAY = any_of("errand"), any_of("own_way")
FETCHES, _A_RUN = any_of("fetches"), any_of("run_word")


def as_errands_run(clauses: Sequence[Clause], stances: Sequence[Stance]) -> list[Stance]:
    """The stances, a report where the sentence of an errand tells its distance and a runner's time, or the long way."""
    return [
        Stance.REPORT
        if stance is Stance.IDIOM and clause.labels & _ERRAND and _is_run(clause, clauses, stances)
        else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _is_run(errand: Clause, clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    here = [at for at, clause in enumerate(clauses) if clause.sentence == errand.sentence]
    if any(stances[at] not in OWN and clauses[at] is not errand for at in here):
        return False
    far = any(clauses[at].labels & DISTANCES for at in here)
    return (far and errand.labels & _OWN_WAY != 0) or at_a_runners_pace(clauses, here, clocks=False)


def fetches_what_was_paid(draft: Draft, post: Post) -> bool:
    """Whether what was paid for was fetched at a run: "3k jog to get the car from the mechanics, $840"."""
    behind = post.items[draft.last + 1 : draft.last + 3]
    return len(behind) == 2 and bool(behind[0].labels & _A_RUN and behind[1].labels & FETCHES)
