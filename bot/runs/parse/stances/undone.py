"""Tells what did not take place or was only set beside a run: "9k instead of the gym", "slower than the bus"."""

from bot.runs.parse.figures.quantities import NUMBERS, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_THE = any_of("determiner", "article")
_THAN, _OTHER_THAN = any_of("delta_lead"), any_of("negation", "delta")
_SPORTS = any_of("sport", "moved_by", "walk")
_BODY, _SAID = any_of("body"), any_of("reading")
_BETWEEN, _CALLED_OFF = any_of("between"), any_of("called_off")
_INSTEAD, _RAN, _SUBJECT = any_of("instead_of"), any_of("run_past"), any_of("subject")


def is_compared_with(clause: Clause, at: int) -> bool:
    """Whether what stands at `at` was not done: "9k instead of the gym", "slower than the bus", "than walking"."""
    back = at - 1
    while back > clause.start and clause.items[back].labels & _THE:
        back -= 1
    than = clause.items[back].labels if clause.start <= back < at < clause.end else 0
    return than & _THAN != 0 and than & _OTHER_THAN != 0


def is_done_instead(clause: Clause) -> bool:
    """Whether all that is told of a sport is that it was not done: "9k instead of the gym"."""
    at = clause.place("sport")
    if not is_compared_with(clause, at):
        return False
    return not any(item.labels & _SPORTS for item in clause.items[clause.start : at]) and not any(
        item.labels & _SPORTS for item in clause.items[at + 1 : clause.end]
    )


def is_off(clause: Clause) -> bool:
    """Whether the sport is told not to take place: "gym shut", "who needs a gym", "bike's broken"."""
    at = clause.place("sport")
    if clause.measured_items or not clause.labels & _CALLED_OFF or at == clause.end:
        return False
    return any(
        item.labels & _CALLED_OFF
        for item in clause.items[max(clause.start, at - 2) : min(at + 3, clause.end)]
    )


def is_in_between(clause: Clause, at: int) -> bool:
    """Whether a "between" behind a figure leads to what is told of daily life."""
    lead = at - 1
    lead -= lead > clause.start and clause.items[lead].labels & _THE != 0
    told = clause.measured_at
    return bool(told and told[0] < lead and clause.items[lead].labels & _BETWEEN)


def is_refused_by_the_body(clause: Clause) -> bool:
    """Whether a part of the body allowed nothing of what was meant: "wanted 12k, legs said 0"."""
    *_, body, said, nothing = [None, None, *clause.items[clause.start : clause.end]]
    if body is None or said is None or not isinstance(nothing, Quantity):
        return False
    if not (body.labels & _BODY and said.labels & _SAID):
        return False
    return nothing.labels & NUMBERS != 0 and not nothing.value


def is_left_out(clause: Clause, at: int) -> bool:
    """Whether what stands at `at` is what a run took the place of: "instead of sleep", German "statt Tatort"."""
    return at > clause.start and clause.items[at - 1].labels & _INSTEAD != 0


def is_denied_at_the_end(clause: Clause, at: int) -> bool:
    """Whether the negation at `at` ends it behind a verb that opens it: German "gelaufen bin ich nicht"."""
    ran, *who = clause.items[clause.start : min(clause.start + 2, clause.end)]
    if at != clause.end - 1 or clause.measured_items or not who:
        return False
    return ran.labels & _RAN != 0 and who[0].labels & _SUBJECT != 0
