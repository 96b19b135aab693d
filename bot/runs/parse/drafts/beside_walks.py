"""Tells what was run beside a walk that is told with a distance of its own: another day, or a time of its own."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, PACES, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import Labels, any_of, joined

_A_RUN, _A_WALK = any_of("run_word"), any_of("kinds.walk")
_OF_A_RUNNER = any_of("effort", "kinds", "run_noun", "run_word") | PACES
_TOO_FAST = 450
"""Seconds per kilometre under which nobody walks who is not racing."""


def but_walks(members: Sequence[Cast], clauses: Sequence[Clause]) -> Sequence[Cast]:
    """Without the distance that was walked beside one that was run: "ran 3k, walked 2k home", "4k run, 3k walk"."""
    told = [m for m in members if m.is_distance]
    walked = {member.clause for member in told if member.stance is Stance.WALK}
    if not walked or not any(_is_run(member, walked, members, clauses) for member in told):
        return members
    return [member for member in members if member.clause not in walked]


def _is_run(
    member: Cast, walked: set[int], members: Sequence[Cast], clauses: Sequence[Clause]
) -> bool:
    """Whether a distance is told as run, faster than any walk, or of another day with a word of running."""
    if member.stance is Stance.REPORT or _is_called_a_run(member, walked, members, clauses):
        return True
    sentence = clauses[member.clause].sentence
    if member.stance not in OWN:
        return False
    times = [m.quantity for m in members if _is_timed_in(m, sentence, clauses)]
    seconds = [duration_over(time, member.quantity.value) for time in times]
    if any(one and one * 1000 < _TOO_FAST * member.quantity.value for one in seconds):
        return True
    if sentence in {clauses[at].sentence for at in walked}:
        return False
    here = joined([clause.labels for clause in clauses if clause.sentence == sentence])
    return here & DAYS != 0 and here & _OF_A_RUNNER != 0


def _is_called_a_run(
    member: Cast, walked: set[int], members: Sequence[Cast], clauses: Sequence[Clause]
) -> bool:
    """Whether it is called a run, and what was walked behind it a walk: "4k run, then 3k walk home"."""
    if member.stance not in OWN or not _is_followed(member, _A_RUN, clauses):
        return False
    walks = [m for m in members if m.clause in walked and m.is_distance]
    return all(m.place > member.place and _is_followed(m, _A_WALK, clauses) for m in walks)


def _is_followed(member: Cast, wanted: Labels, clauses: Sequence[Clause]) -> bool:
    """Whether such a word stands right behind a distance."""
    clause = clauses[member.clause]
    at = member.place + 1
    return at < clause.end and clause.items[at].labels & wanted != 0


def _is_timed_in(member: Cast, sentence: int, clauses: Sequence[Clause]) -> bool:
    """Whether it is a time of the author's in that sentence."""
    own = member.role is Role.TIME and member.stance in OWN
    return own and clauses[member.clause].sentence == sentence


def is_a_walk_apart(clause: Clause, told: set[int], clauses: Sequence[Clause]) -> bool:
    """Whether a walk has its distance in a sentence without any of the runs, which stand in the clauses `told`."""
    if clause.sentence in {clauses[at].sentence for at in told}:
        return False
    return any(c.quantities(Measure.DISTANCE) for c in clauses if c.sentence == clause.sentence)
