"""Tells words of running that mean something else: "ran out of milk", "the meeting ran", "trains not running"."""

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DISTANCES,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_THINGS = frozenset({"life", "software", "travel", "shoe"})
_KEPT = frozenset({"life", "software", "something_else"})
_RUN_SO_FAR = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.REPS)
_ADVERB = any_of("auxiliary", "about", "guess.adverb", "moods")
_LEFT_ON = any_of("it", "life", "software", "kinds.treadmill")
_RUN_IT, _IT = any_of("run_verb") | any_of("run_word"), any_of("it")
_ITS = any_of("life", "software")
_SUBJECTS = _THINGS | {"thing"}
_MAY_RUN = _THINGS | {"device"}
_RUN_OUT, _OUT_OF = any_of("run_out"), any_of("of")
_RAN, _I = any_of("run_past"), any_of("subject")
_UNTIL, _WHEN = any_of("until"), any_of("day", "times")
_BORNE = any_of("travel")
_NOT_OR_ALWAYS = any_of("negation", "copula", "auxiliary", "about", "still", "looks_back", "now")
_THE_OR_MY = any_of("determiner", "my_first")
_NOT, _THE = any_of("negation"), any_of("determiner")
_WHO = any_of("person", "name", "bunch", "groups", "crowd", "tags.group", "self", "body")
_ON, _MY = any_of("on"), any_of("self", "determiner")
_CALLED = DISTANCES | any_of("adjective", "adjective_praise", "kinds", "article")


def is_an_idiom(clause: Clause) -> bool:
    """Whether the words of running mean something else: "ran out of milk"."""
    return (
        (
            clause.has("idiom")
            and not clause.measured
            and not (_is_a_run_out(clause) or _is_on_ones_run(clause) or _ended_a_run(clause))
        )
        or _thing_runs(clause)
        or _goes_on_until(clause)
        or _is_kept_running(clause)
        or _has_been_running(clause)
        or _is_a_service(clause)
    )


def _is_a_service(clause: Clause) -> bool:
    """Whether buses or trains run, or a lift does not: "the trains aren't running until 10:15"."""
    at = clause.place("progressive")
    if at == clause.end or not clause.opening or not clause.labels & (_BORNE | _NOT):
        return False
    if clause.quantities(Measure.DISTANCE):
        return False
    at -= 1
    off = clause.items[at].labels & _NOT
    while at > clause.start and clause.items[at].labels & _NOT_OR_ALWAYS:
        at -= 1
    if at >= clause.start and clause.items[at].labels & _BORNE:
        return True
    the = clause.items[clause.start].labels & _THE
    return bool(off and the) and at == clause.start + 1 and not clause.items[at].labels & _WHO


def _is_on_ones_run(clause: Clause) -> bool:
    """Whether it happened on a run of the author's, by how far that was: "ran into Steve on my 5k"."""
    return any(
        is_distance(clause.items[far])
        and clause.items[far - 1].labels & _MY == _MY
        and clause.items[far - 2].labels & _ON
        for far in clause.measured_at
        if far - 2 > clause.place("idiom")
    )


def _ended_a_run(clause: Clause) -> bool:
    """Whether it only says what ended a run that is told before it: "ran until my legs ran out"."""
    items, at = clause.items, clause.place("until")
    if not 0 < at < clause.place("idiom") or not items[at].labels & _UNTIL:
        return False
    own = at - 1 in (clause.start, clause.start - 1) or items[at - 2].labels & _I
    return bool(own and items[at - 1].labels & _RAN) and clause.place("idiom") < clause.end


def _is_a_run_out(clause: Clause) -> bool:
    """Whether it is called a run that led out, and nothing has run out: "nice run out with the club this morning"."""
    at = clause.place("idiom")
    if not clause.items[at].labels & _RUN_OUT or at == clause.start:
        return False
    if not clause.items[at - 1].labels & _CALLED:
        return False
    return not any(item.labels & _OUT_OF for item in clause.items[at + 1 : clause.end][:1])


def _is_kept_running(clause: Clause) -> bool:
    """Whether somebody ran some thing: "ran the hoover round", "ran the raffle"."""
    if _is_told_to_run_it(clause) or _is_left_running(clause):
        return True
    at = clause.place("single_verb")
    if at < clause.end and any(_is_caught(clause, to) for to in range(at, clause.end - 2)):
        return True
    if clause.end - at < 3 or clause.quantities(*_RUN_SO_FAR):
        return False
    the, *thing = clause.items[at + 1 : min(at + 5, clause.end)]
    while len(thing) > 1 and thing[0].labels & UNKNOWN:
        thing = thing[1:]  # "ran my first committee meeting"
    return the.labels & _THE_OR_MY != 0 and not _KEPT.isdisjoint(thing[0].meanings)


def _has_been_running(clause: Clause) -> bool:
    """Whether a thing goes on running: "the tap's been running 20 minutes", but "Sara's been running"."""
    at = clause.place("been_running")
    if not clause.start < at < clause.end:
        return False
    thing = clause.items[at - 1]
    if not isinstance(thing, Lexeme) or (thing.capital and at - 1 > clause.start):
        return False
    return bool(thing.labels & _ITS) or thing.guess == "owner"


def _is_left_running(clause: Clause) -> bool:
    """Whether some thing was left on: "left the treadmill running 20 min", "had left it running"."""
    left, on = clause.place("left_on"), clause.place("progressive")
    if not left < on <= left + 3 or on >= clause.end:
        return False
    return clause.items[on - 1].labels & _LEFT_ON != 0


def _is_told_to_run_it(clause: Clause) -> bool:
    """Whether it opens with "run it", as recipes and orders do: "run it under the cold tap"."""
    if not clause.opening or clause.end - clause.start < 3 or clause.quantities(Measure.DISTANCE):
        return False
    run, it = clause.items[clause.start : clause.start + 2]
    return run.labels & _RUN_IT == _RUN_IT and it.labels & _IT != 0


def _is_caught(clause: Clause, at: int) -> bool:
    """Whether a bus or train was run for: "ran for the 7:52"."""
    lead, the, hour = clause.items[at : at + 3]
    clock = isinstance(hour, Quantity) and hour.measure is Measure.CLOCK
    return clock and "for_lead" in lead.meanings and "determiner" in the.meanings


def _thing_runs(clause: Clause) -> bool:
    """Whether some thing runs: "the meeting ran", "my nose has been running"."""
    if clause.has("runs_verb") and any(
        _runs_by_itself(clause, at) for at in range(clause.start + 1, clause.end)
    ):
        return True
    # A participle or a first person does not say that some thing runs: "im Park gelaufen", "ho corso".
    if (
        not clause.has("run_past")
        or "person_verb" not in clause.items[clause.place("run_past")].meanings
    ):
        return False
    back = clause.place("run_past") - 1
    while back > clause.start and clause.items[back].labels & _ADVERB:
        back -= 1
    before = clause.items[max(clause.start, back - 3) : max(clause.start, back)]
    led = clause.items[clause.start : back]
    alone = clause.opening and not led[1:] and all(map(_is_whose_day, led))
    if alone and _is_a_thing(clause.items[back]):
        return True
    if not any("determiner" in item.meanings for item in before):
        return False
    subject = clause.items[back]
    nameless = isinstance(subject, Lexeme) and subject.shape is Shape.WORD and not subject.meanings
    return nameless or bool(subject.meanings.keys() & _THINGS)


def _goes_on_until(clause: Clause) -> bool:
    """Whether some thing lasted to an hour: "meeting ran til 7:15", but "we all ran til 7:15"."""
    at = clause.place("run_past")
    if not clause.start < at < clause.end - 2:
        return False
    thing, (until, hour) = clause.items[at - 1], clause.items[at + 1 : at + 3]
    if not until.labels & _UNTIL or not isinstance(hour, Quantity) or not hour.labels & CLOCKS:
        return False
    return isinstance(thing, Lexeme) and (
        not thing.meanings or not _KEPT.isdisjoint(thing.meanings)
    )


def _is_whose_day(item: Item) -> bool:
    """Whether it says of which day something is: "last night's talk", "today's lecture"."""
    return item.labels & _WHEN != 0 and item.text.endswith("'s")


def _is_a_thing(item: Item) -> bool:
    """Whether a word that opens a sentence before "ran" is what ran: "film ran for 3 hours"."""
    if not isinstance(item, Lexeme) or item.shape is not Shape.WORD or item.guess:
        return False
    if "it" in item.meanings:
        return True  # "it ran 4 hours and then the battery gave up"
    return not item.meanings or not _SUBJECTS.isdisjoint(item.meanings)


def _runs_by_itself(clause: Clause, at: int) -> bool:
    """Whether the verb of a thing stands at `at`: "the play runs for 2 hours"."""
    back = at - 1 - (at - 1 > clause.start and clause.items[at - 1].labels & _ADVERB != 0)
    subject = clause.items[back]  # "the escalator only runs one way"
    if "runs_verb" not in clause.items[at].meanings or not isinstance(subject, Lexeme):
        return False
    things = not subject.meanings or not _MAY_RUN.isdisjoint(subject.meanings)
    return subject.shape is Shape.WORD and things
