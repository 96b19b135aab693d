"""Tells what was run by then and is no plan: how far one had gone "later", was at, or has "just" done."""

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DISTANCES,
    DURATIONS,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.by_a_watch import is_run_by_a_watch
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_SOMEBODY = frozenset(("subject", "self", "person", "name"))
_BACK, _MOVED = any_of("way_back"), any_of("guess.past", "did", "looks_back", "strong_did")
_AND = any_of("join")
_OF, _RUNNING = any_of("of"), any_of("progressive")
_AT_IT, _WAS = any_of("at_it"), any_of("pb_verb", "looks_back")
_I, _DONE = any_of("subject"), any_of("run_past", "strong_did")
_NOT = any_of("negation")
_THOUGHT_OR_NONE = any_of("hypothetical", "negation")
_LOOKS_BACK, _CHANGED = any_of("looks_back"), any_of("guess.past", "participle")
_LATER, _GAVE_WORD = any_of("later"), any_of("gave_word")
_STILL_TO_RUN = any_of("plan", "purpose", "intent", "goal", "remaining", "unmet", "ahead")
_IN_ONE = any_of("strong_did", "object_self")


def is_so_much_later(clause: Clause) -> bool:
    """Whether it opens with how far one had gone by then: "7k later I knew", "10k and 47:48 later I was home"."""
    at = clause.place("later")
    if at >= clause.end or not _is_led_by_how_much(clause, at):
        return False
    told = clause.items[at + 1 : at + 3]
    if at + 1 == clause.end and _has_its_time_behind(clause, clause.items[at - 1]):
        return True  # "16 km later (1:33:20) I lay on the grass"
    mark = bool(told) and told[0].text == ","
    return len(told) > mark and not _SOMEBODY.isdisjoint(told[mark].meanings)


def _has_its_time_behind(clause: Clause, far: Item) -> bool:
    """Whether a time by a watch stands next that fits what was run by then."""
    told = [item for item in clause.items[clause.end : clause.end + 3] if not item.labels & MARK]
    time = told[0] if told else None
    if not is_distance(far) or not isinstance(time, Quantity) or not time.labels & CLOCKS:
        return False
    return duration_over(time, far.value) is not None


def _is_led_by_how_much(clause: Clause, at: int) -> bool:
    """Whether how far or how long was run leads to the place: "anyway 7k", "and 47:48", "70 minutes of running"."""
    far = at - 1
    if clause.items[far].labels & _RUNNING and far - 2 == clause.start:
        time, of = clause.items[far - 2 : far]
        return bool(time.labels & DURATIONS and of.labels & _OF)
    if not clause.start <= far < clause.start + 2:
        return False
    return is_distance(clause.items[far]) if clause.opening else _is_its_time(clause, far)


def _is_its_time(clause: Clause, at: int) -> bool:
    """Whether an "and" joins it, as a time that fits, to the distance right before: "10k and 47:48"."""
    far, time = clause.items[clause.start - 1], clause.items[at]
    if at != clause.start + 1 or not (is_distance(far) and isinstance(time, Quantity)):
        return False
    return bool(time.labels & TIMES) and duration_over(time, far.value) is not None


def is_later_than_said(clause: Clause) -> bool:
    """Whether it is only how far one had gone by then, behind what was said: "Told her ten minutes. 8k later"."""
    if not clause.start or not clause.opening or clause.end - clause.start != 2:
        return False
    far, then = clause.items[clause.start : clause.end]
    if far.labels & DURATIONS and then.labels & _LATER and clause.closed_by == ":":
        return True  # "waited for the rain to stop. 41 minutes later: 7.5k run"
    if not (is_distance(far) and then.labels & _LATER):
        return False
    return any(item.labels & _GAVE_WORD for item in clause.items[: clause.start])


def is_out_longer_than_said(last: Clause, clause: Clause) -> bool:
    """Whether a sentence tells but a distance, behind how long one said to be out: "Promised half an hour. 9k"."""
    if clause.end - clause.start != 1 or not clause.opening or not last.opening:
        return False
    if (
        not is_distance(clause.items[clause.start])
        or not last.items[last.end - 1].labels & DURATIONS
    ):
        return False
    return last.items[last.start].labels & _GAVE_WORD != 0 and last.labels & DISTANCES == 0


def is_back_later(clause: Clause) -> bool:
    """Whether somebody came back so much later: "came back 6k later", "and back 53 minutes later with 8k"."""
    at = clause.place("later")
    if not clause.start < at - 1 < at < clause.end or not clause.items[at - 2].labels & _BACK:
        return False
    led = clause.items[at - 3] if at - 3 >= clause.start else None
    if is_distance(clause.items[at - 1]):
        return led is not None and led.labels & _MOVED != 0
    timed = clause.items[at - 1].labels & DURATIONS != 0 and clause.labels & DISTANCES != 0
    return timed and (led is None or led.labels & (_MOVED | _AND) != 0)


def is_what_it_was(clause: Clause, at: int) -> bool:
    """Whether what is announced "was" so, and was not changed: "cut off was 5", but "the start was moved to 9"."""
    behind = clause.items[at + 1 : min(at + 3, clause.end)]
    if len(behind) < 2 or not behind[0].labels & _LOOKS_BACK:
        return False
    return not behind[1].labels & (_LOOKS_BACK | _CHANGED)


def is_what_one_was_at(clause: Clause) -> bool:
    """Whether somebody "was" at it by then: "I was at the other end of the lake doing my 10k"."""
    at = clause.place("plan")
    if at >= clause.end or not clause.items[at].labels & _AT_IT:
        return False
    return any(item.labels & _WAS == _WAS for item in clause.items[clause.start : at])


def is_over_what_was_just_run(clause: Clause) -> bool:
    """Whether the author says of a distance that they have just run it: "I'd take yours over the 6k I've just done"."""
    for far in clause.measured_at:
        behind = clause.items[far + 1 : min(far + 4, clause.end)]
        if is_distance(clause.items[far]) and behind and behind[0].labels & _I:
            only = not any(item.labels & _THOUGHT_OR_NONE for item in behind)
            return only and any(item.labels & _DONE for item in behind)
    return False


def is_run_so_long_after(clause: Clause) -> bool:
    """Whether a run told by a watch followed another after a while: "then 5k in 21:40 an hour later"."""
    at = clause.place("later")
    pause = clause.items[at - 1] if clause.start < at < clause.end else None
    if not isinstance(pause, Quantity) or pause.measure is not Measure.DURATION:
        return False
    return clause.place("plan") == at and is_run_by_a_watch(clause)


def is_what_it_was_full_of(clause: Clause) -> bool:
    """Whether a thought is what so far a run was of: "12 km of thinking about whether to quit"."""
    at = clause.place("plan")
    if at >= clause.end:
        return False
    at -= (
        at > clause.start and clause.items[at - 1].labels & _NOT != 0
    )  # "of not thinking about work"
    if at - 2 < clause.start:
        return False
    far = clause.items[at - 2]
    return bool(far.labels & (DISTANCES | DURATIONS)) and "of" in clause.items[at - 1].meanings


def is_how_far_one_had(clause: Clause, had: int) -> bool:
    """Whether a distance of a day gone, or one that is done, is what somebody had: "I'd eight miles behind me"."""
    if clause.place("hypothetical") < had or not is_distance(
        clause.items[min(had + 1, clause.end - 1)]
    ):
        return False
    behind = clause.items[had + 2 : clause.end]
    if any(item.labels & _STILL_TO_RUN for item in behind):
        return False
    over = any(day.value <= 0 for day in clause.quantities(Measure.DAY))
    return over or any(item.labels & _IN_ONE for item in behind[:2])
