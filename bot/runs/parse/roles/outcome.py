"""Measures a bare number that tells what came of a wish in its unit: "supposed to be 4k. It was 6"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.passed import LESSON
from bot.runs.parse.stances.unmet import is_only_a_figure
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_WISHED = any_of("unmet", "coached")
_IN_THE_END = any_of("in_the_end")
_UNMET, _RAN = any_of("unmet"), any_of("run_past")
_OF_A_RUN = any_of("run_noun", "run_word", "run_past", "kinds", "tags.group")
_COACHED, _RUNNING = any_of("coached"), any_of("run_noun", "run_word", "kinds", "effort", "free")
_SPORT = any_of("sport")
_CAME_TO = any_of("settled", "did", "strong_did", "run_past", "reading")
_MAY_FOLLOW = MARK | any_of("settled", "contrast", "join", "self", "total")
_OF_A_THING = UNKNOWN | any_of("life", "guess.verb", "software", "travel")
_TOLD = frozenset({Role.DISTANCE, Role.TOTAL, Role.TIME, Role.PART, Role.REPS})
_I, _MINUTE = any_of("self"), 60
_MOST = 3
"""Times as much, or as little, that may come of a wish."""


def as_it_came_to(items: Sequence[Item], clauses: Sequence[Clause], cast: list[Cast]) -> list[Cast]:
    """The roles with a bare number behind a wish in the measure of that, where it is told as what was done."""
    wished = [m for m in cast if clauses[m.clause].labels & _WISHED and m.role is Role.DENIED]
    if len(wished) != 1 or not _may_be_of_a_run(wished[0], clauses):
        return cast
    wish, another = wished[0].quantity, wished[0].stance is Stance.OTHER_PERSON
    told = {member.quantity.measure for member in cast if member.role in _TOLD}
    if any(m.role is Role.DAY and m.quantity.value > 0 for m in cast):
        return cast  # "wanted to do 10k tomorrow, but rain so 8"
    if wish.measure in told or not (wish.measure is Measure.DISTANCE or _is_in_minutes(wish)):
        return cast
    behind = [m for m in cast if m.place > wished[0].place]
    numbers = [m for m in behind if m.quantity.measure is Measure.NUMBER]
    done = [m for m in behind if _is_done(items, m)]
    if not done and len(numbers) == 1 and _is_all_that_is_told(clauses[numbers[0].clause]):
        done = [m for m in numbers if m.role is Role.OPEN and m.stance in OWN]
    if another and not any(clauses[m.clause].labels & _I for m in done):
        return cast  # "my wife wanted 12k. Only got 9"
    if len(done) != 1 or not (measured := _as_wished(done[0].quantity, wish)):
        return cast
    role = Role.DISTANCE if wish.measure is Measure.DISTANCE else Role.TIME
    return [m._replace(role=role, quantity=measured) if m is done[0] else m for m in cast]


def _may_be_of_a_run(wished: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether a wish is for a distance, or for so long without a word of what else: "supposed to be a 20 min wait"."""
    clause = clauses[wished.clause]
    if wished.is_distance or clause.labels & (_COACHED | _RUNNING):
        return True
    if any(one.labels & _SPORT for one in clauses):
        return False  # "20 minutes was the ask and I did 22. Plank class"
    return not clause.labels & _OF_A_THING


def _is_in_minutes(wish: Quantity) -> bool:
    return wish.measure is Measure.DURATION and not wish.value % _MINUTE


def _is_all_that_is_told(clause: Clause) -> bool:
    """Whether it goes on from a wish with nothing but the number: "wanted 12k but the wind was brutal so 9"."""
    return not clause.opening and is_only_a_figure(clause)


def _is_done(items: Sequence[Item], member: Cast) -> bool:
    """Whether a bare number is led by a word of doing and ends what is told: "I did 55", "11 in the end"."""
    if member.stance not in OWN or member.quantity.measure is not Measure.NUMBER:
        return False
    behind = items[member.place + 1 : member.place + 2]
    if member.role is not Role.OPEN:
        return False
    if behind and behind[0].labels & _IN_THE_END:
        return True
    led = items[member.place - 1].labels & _CAME_TO
    return led != 0 and not (behind and not behind[0].labels & _MAY_FOLLOW)


def _as_wished(number: Quantity, wish: Quantity) -> Quantity | None:
    """The number in the measure of a wish that it is comparable to."""
    unit = (wish.unit or 1000.0) if wish.measure is Measure.DISTANCE else float(_MINUTE)
    value = number.value * unit
    if not wish.value <= value * _MOST <= wish.value * _MOST * _MOST:
        return None
    if wish.measure is Measure.DISTANCE:
        return replace(
            number, measure=wish.measure, value=value, unit=wish.unit or unit, options=()
        )
    return replace(
        wish, value=value, options=(int(value),) if wish.options else (), text=number.text
    )


def is_meant_otherwise(post: Post) -> bool:
    """Whether a time may be of what was meant instead of a run, or of a lesson that was not got through."""
    if post.labels & _RAN:
        return False
    judged = zip(post.clauses, post.stances, strict=True)
    return any(
        (stance is Stance.NO_RUN and clause.labels & LESSON)
        or (stance not in OWN and _is_wished_otherwise(clause))
        for clause, stance in judged
    )


def _is_wished_otherwise(clause: Clause) -> bool:
    """Whether a wish without a figure is for something else: "plan was to clean the house, did 40 min"."""
    if not clause.labels & _UNMET:
        return False
    if clause.measured_items:
        return _is_time_of_a_thing(clause)
    return clause.labels & _OF_A_THING != 0 and not clause.labels & _OF_A_RUN


def _is_time_of_a_thing(clause: Clause) -> bool:
    """Whether so long of some thing was wished for: "aim was 2 hours of revision"."""
    at = clause.place("time_of") + 1
    if at >= clause.end or clause.labels & _OF_A_RUN:
        return False
    lead = clause.items[at - 2]
    timed = isinstance(lead, Quantity) and lead.measure is Measure.DURATION
    return timed and clause.items[at].labels & _OF_A_THING != 0
