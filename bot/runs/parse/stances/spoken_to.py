"""Tells what is only said to somebody from what is said of a run of theirs: "you'd have hated it", "your advice"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    MEASURED,
    NUMBERS,
    Item,
    Quantity,
    is_day,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import (
    at_a_runners_pace,
    is_paced,
    nobody_plans_by,
    pair_from,
    timed,
)
from bot.runs.parse.stances.led_to import opens_with_a_distance
from bot.runs.parse.stances.people import is_name, is_only_a_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, MENTIONED, UNKNOWN

_YOU, _WHOSE, _OF = any_of("you"), any_of("determiner"), any_of("of")
_ALL = any_of("both", "crowd", "some")
_OF_A_RUN = (
    any_of("run_noun", "run_word", "run_past", "kinds", "pb", "person", "body", "adjective")
    | any_of("adjective_praise", "split_first", "tags.first", "owner", "in_time", "at", "times")
    | any_of("best_over", "age", "moods", "records")
    | joined(MEASURED.values())
    | MARK
)
"""Labels of what may be theirs of a run: "your first 5k", "your pace"; people are judged as such: "your sister"."""

_DONE_TO = any_of("outran", "looks_back", "companion", "alongside", "delta_lead", "at")
_OUTDONE = any_of("outran", "delta_lead")
_DOES = (
    any_of("run_past", "person_verb", "strong_did", "did", "auxiliary", "copula", "negation")
    | any_of("adjective", "adjective_praise", "moods", "looks_back", "guess.past", "guess.verb")
    | joined(MEASURED.values())
    | UNKNOWN
)
"""Labels of what somebody is or does: "saw you ran 8k"."""
_CROWD = any_of("crowd")
_DID_NOTHING, _AT = any_of("you_might"), any_of("at")
_WITH_ME_OR_ASKED = any_of("with_me", "asked_whether")
_PRAISE = any_of("praise", "adjective_praise")
_DEVICE = any_of("device")
_HAS_RUN = any_of("run_past", "out_to_run")


def is_told_by_a_device(clause: Clause) -> bool:
    """Whether a watch or a program heads it: "Runkeeper: You ran 4.2 km in 26:12"."""
    if clause.start < 2 or clause.items[clause.start - 1].text != ":":
        return False
    return clause.items[clause.start - 2].labels & _DEVICE != 0


def is_of_what_you_have_run(clause: Clause) -> bool:
    """Whether who is spoken to has run, in languages that tell so far in between: "ihr seid heute 18 km gelaufen"."""
    if clause.has("subject", "with_me", "object_self", "device"):
        return False
    at = clause.place("you_have")
    return any(item.labels & _HAS_RUN for item in clause.items[at + 1 : clause.end])


def is_counted_praise(clause: Clause) -> bool:
    """Whether a run with its time was praised so often: "8.1 km 45:10 12 kudos", but not "20 kudos to Anna"."""
    at = clause.place("praise")
    if not clause.measured or at == clause.start or not clause.items[at - 1].labels & NUMBERS:
        return False
    return at + 1 == clause.end or isinstance(clause.items[at + 1], Quantity)


def answers(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether a run with its time begins there, behind what is only said to somebody: "You promised. 9k, 50 min"."""
    called = clauses[0].items[0].labels & _AT and _opens_with_a_run(clauses[at])
    if not (called or clauses[at].opening):
        return False
    here = [at]
    while here[-1] + 1 < len(clauses) and clauses[here[-1] + 1].sentence == clauses[at].sentence:
        here.append(here[-1] + 1)
    told = [n for n in here if own[n] in OWN]
    if not (timed(clauses, told) and at_a_runners_pace(clauses, told, clocks=False)):
        return False
    return all(
        stance in OWN or (stance is Stance.REPLY and tells_of_no_run(clause))
        for clause, stance in zip(clauses[:at], own[:at], strict=True)
    )


def tells_of_no_run(clause: Clause) -> bool:
    """Whether all that is said of who is spoken to is what they say, may or should do: "you'd have hated it".

    Nor is a run of several people told in one time: "you're all so friendly".
    """
    said = clause.measured_items
    if clause.labels & _PRAISE or not all(is_day(one) and one.is_over for one in said):
        return False
    return all(
        clause.items[at].labels & _DID_NOTHING
        or _is_no_runner(clause, at)
        or any(item.labels & _CROWD for item in clause.items[at + 1 : min(at + 2, clause.end)])
        for at in range(clause.start, clause.end)
        if clause.items[at].labels & _YOU
    )


def is_of_another_thing(clause: Clause) -> bool:
    """Whether others are only seen, passed or owners of what nobody runs: "saw you by the canal", "your advice"."""
    return all(
        _is_no_runner(clause, at)
        for at in range(clause.start, clause.end)
        if clause.items[at].labels & _YOU
    )


def _is_no_runner(clause: Clause, at: int) -> bool:
    """Whether the "you" at `at` is who something is done to, or the "your" of a thing."""
    you, behind = clause.items[at], clause.items[at + 1 : min(at + 3, clause.end)]
    if behind and behind[0].labels & _WITH_ME_OR_ASKED and not clause.measured_items:
        return True  # "you dragged me out", "you asked"
    if you.labels & _WHOSE:
        return bool(behind) and not behind[0].labels & _OF_A_RUN
    back = at - 1 if at > clause.start else at
    back -= (
        back - 1 > clause.start and clause.items[back].labels & _OF != 0
    )  # "slower than both of"
    back -= back > clause.start and clause.items[back].labels & _ALL != 0
    lead = clause.items[back].labels if back < at else 0
    if not lead & _DONE_TO or lead & _OF or " " in you.text:
        return False
    if clause.measured_items and not lead & _OUTDONE:
        return False  # "10k in 52 gets you a medal"
    return not behind or not behind[0].labels & _DOES or is_name(behind[0])


def but_called(items: Sequence[Item]) -> Sequence[Item]:
    """The items without whom they are said to: "@jo nice 10k", "great 10k @jo"; "10k @ parkrun" is a place."""
    told: list[Item] = []
    for item in items:
        if told and told[-1].text == "@" and may_be_called(item):
            told.pop()
        elif not item.labels & MENTIONED:
            told.append(item)
    return told


def may_be_called(item: Item) -> bool:
    """Whether it may be who is meant behind an "@": a name, or a word that means nothing else."""
    return is_only_a_name(item) or is_name(item) or item.labels == UNKNOWN


def answers_with_a_run(clauses: Sequence[Clause], own: Sequence[Stance]) -> bool:
    """Whether who is called is only said something to beside a run in an odd time: "@Ali you missed it, 9k 51:12"."""
    if not all(
        stance in OWN or (stance is Stance.REPLY and tells_of_no_run(clause))
        for clause, stance in zip(clauses, own, strict=True)
    ):
        return False
    return any(
        is_paced(clauses, own, at) and nobody_plans_by(clauses, pair_from(clauses, own, at))
        for at, clause in enumerate(clauses)
        if own[at] in OWN and (_opens_with_a_run(clause) or _opens_with_a_day(clause))
    )


def _opens_with_a_run(clause: Clause) -> bool:
    """Whether a distance opens it, or a time that leads to one: "8k 44:10", "22:48 5k"."""
    time, *far = clause.items[clause.start : min(clause.start + 2, clause.end)]
    timed_first = time.labels & CLOCKS != 0 and bool(far) and is_distance(far[0])
    return timed_first or opens_with_a_distance(clause)


def _opens_with_a_day(clause: Clause) -> bool:
    """Whether a day that is over leads to a distance: "yday 6.7k"."""
    day, *far = clause.items[clause.start : min(clause.start + 2, clause.end)]
    return bool(far) and is_day(day) and day.value <= 0 and is_distance(far[0])
