"""Judges clauses together: what one begins goes on in the next, and a question colours its post."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.people import is_name
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.stances import OWN, Stance, own_stance, tells_run
from bot.runs.parse.tokens import Shape

_PEOPLE = frozenset({Stance.OTHER_PERSON, Stance.REPLY, Stance.WATCHING})
_MOTIONS = frozenset({Stance.OTHER_SPORT, Stance.TRAVEL, Stance.WALK, Stance.VOLUNTEER})
_WISHES = frozenset(
    {Stance.PLAN, Stance.GOAL, Stance.INVITATION, Stance.HYPOTHETICAL, Stance.QUESTION}
)
_STICKY = (
    _PEOPLE
    | _MOTIONS
    | _WISHES
    | {Stance.HABIT, Stance.PAST, Stance.BEST, Stance.SHOES, Stance.SOFTWARE, Stance.IDIOM}
    | {Stance.TOTAL, Stance.ANNOUNCEMENT}
)
_SWALLOWING = frozenset({Stance.INVITATION, Stance.QUESTION, Stance.ANNOUNCEMENT, Stance.HABIT})


def judge(clauses: Sequence[Clause]) -> list[Stance]:
    """The stance of every clause; what is not said anew goes on from the clause before."""
    own = _walk_breaks(clauses, [own_stance(clause) for clause in clauses])
    carried: list[Stance] = []
    for at, (clause, stance) in enumerate(zip(clauses, own, strict=True)):
        if at and _is_carried(carried, clauses[at - 1], clause, stance):
            stance = carried[-1]
        carried.append(stance)
    carried = _quoted(clauses, carried)
    return _swallow(clauses, carried) if clauses else carried


def _is_carried(carried: Sequence[Stance], last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether the stance of the `last` clause goes on in the next, whose own would be `stance`."""
    before = carried[-1]
    if last.closed_by == ":" and before is Stance.OTHER_PERSON:
        return True
    if stance not in OWN:
        return False
    if last.closed_by == ":" and before is Stance.SUM:
        return True
    if before not in _STICKY or _aside(last) or (before is Stance.QUESTION and _small_talk(last)):
        return False
    same = clause.sentence == last.sentence
    apart = Stance.REPORT in carried and (clause.measured or not same)
    return not apart and _goes_on(before, clause, stance, same)


def _quoted(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """What stands in quotes before "they said" is theirs."""
    return [
        Stance.OTHER_PERSON
        if clause.closed_by == '"' and Stance.OTHER_PERSON in stances[at + 1 : at + 2]
        else stance
        for at, (clause, stance) in enumerate(zip(clauses, stances, strict=True))
    ]


def _walk_breaks(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """Walking told beside running, without a distance of its own, is a break: "8 min run, 2 min walk"."""
    if Stance.WALK not in stances or not any(tells_run(clause) for clause in clauses):
        return stances
    return [
        Stance.FRAGMENT
        if stance is Stance.WALK and not clause.quantities(Measure.DISTANCE)
        else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _goes_on(before: Stance, clause: Clause, stance: Stance, same_sentence: bool) -> bool:
    """Whether a clause that says nothing against it is still about what came before."""
    if before in _PEOPLE:
        return not clause.has("self") and (same_sentence or stance is Stance.FRAGMENT)
    if before in _MOTIONS:
        follows = _then(clause)
        kind = follows and clause.has("kinds")
        if before is Stance.VOLUNTEER and follows and clause.quantities(Measure.DISTANCE):
            return False
        if same_sentence and clause.has("reading") and not tells_run(clause):
            return True  # "football, watch says 6.2k"
        own = clause.measured and clause.has("self")
        return not (
            kind or own or tells_run(clause) or clause.has("run_noun", "named", "kinds.race")
        )
    if before is Stance.IDIOM and not same_sentence:
        return False
    if before in (Stance.IDIOM, Stance.HABIT, Stance.QUESTION) and clause.measured:
        return False
    if before is Stance.ANNOUNCEMENT and clause.measured and clause.has("in_time"):
        return False
    if stance is Stance.REPORT or clause.has("contrast"):
        return False
    if any(day.value <= 0 for day in clause.quantities(Measure.DAY)):
        return False
    return same_sentence or not clause.measured


def _then(clause: Clause) -> bool:
    """Whether the clause begins with a "then" or an "and then"."""
    return any("then" in item.meanings for item in clause.items[clause.start :][:2])


def _mere_praise(clauses: Sequence[Clause]) -> bool:
    """Whether the post is "nice 5k!" or "great run Sam": praise that tells nothing of its own."""
    first = clauses[0]
    items = first.items[first.start : first.end]
    if "adjective_praise" not in items[0].meanings or len(items) < 2:
        return False
    runs = isinstance(items[1], Quantity) or "run_noun" in items[1].meanings
    if any(clause.has("self", "run_past") for clause in clauses) or not runs:
        return False
    if is_name(items[-1]) and len(items) > 2:
        return True
    if any(_precise(clause) for clause in clauses):
        return False
    return all(_calls_somebody(item) for item in items[2:])


def _addressed(clauses: Sequence[Clause]) -> bool:
    """Whether a post begins with somebody's name behind "@" and speaks of nobody else."""
    items = clauses[0].items
    called = isinstance(items[0], Lexeme) and (
        items[0].shape is Shape.MENTION or items[0].text == "@"
    )
    return called and not any(clause.has("self", "run_past") for clause in clauses)


def _precise(clause: Clause) -> bool:
    times = (Measure.DURATION, Measure.CLOCK, Measure.PACE, Measure.DAY)
    return bool(clause.quantities(*times)) or clause.has("times", "kinds")


def _calls_somebody(item: Item) -> bool:
    if isinstance(item, Quantity):
        return False
    return (
        item.shape in (Shape.MENTION, Shape.MARK)
        or is_name(item)
        or bool(item.meanings.keys() & {"person", "you"})
    )


def _aside(clause: Clause) -> bool:
    """Whether a clause only says before or after what: "before tomorrow's race"."""
    return "before_after" in clause.items[clause.start].meanings


def _told_exactly(clause: Clause) -> bool:
    """Whether distance and time are told, and not "5k at 6:30", which may be an hour."""
    return clause.measured and (clause.has("in_time") or not clause.has("at"))


def _dates(last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether it dates what stands before it: "PB 44:30 (2018)", "record 10 km : 46:20 en 2019"."""
    if clause.sentence != last.sentence or last.has("run_past"):
        return False
    year = clause.has("past") and clause.has("year") and clause.end - clause.start <= 2
    return year or (stance is Stance.PAST and last.closed_by == ":" and not last.has("day"))


def _small_talk(clause: Clause) -> bool:
    """Whether a question is of nothing that a run has: "is it spring yet? 7k in the sleet"."""
    if clause.has("you", "asked_figure") or not (clause.opening and clause.closed_by == "?"):
        return False
    return not (clause.measured_items or clause.has("run_noun", "run_verb", "run_word"))


def _swallow(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """A post that asks, invites or praises, and reports nothing, is no run as a whole."""
    if _mere_praise(clauses):
        return [Stance.REPLY] * len(stances)
    if Stance.REPLY in stances and _addressed(clauses):
        return [Stance.REPLY] * len(stances)
    for at in range(len(stances) - 1, 0, -1):
        if _dates(clauses[at - 1], clauses[at], stances[at]):
            stances[at - 1] = Stance.PAST
    asking = [
        stance
        for clause, stance in zip(clauses, stances, strict=True)
        if stance in _SWALLOWING and not (stance is Stance.QUESTION and _small_talk(clause))
    ]
    reported = any(
        stance is Stance.REPORT or (stance is Stance.FRAGMENT and _told_exactly(clause))
        for clause, stance in zip(clauses, stances, strict=True)
    )
    if not asking or reported:
        return stances
    return [asking[0] if stance is Stance.FRAGMENT else stance for stance in stances]
