"""Judges each clause: does it report a run of the author's own, or what else does it speak of?"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from bot.runs.parse.clauses import Clause
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.tokens import Shape


class Stance(StrEnum):
    """What a clause speaks of; the first two may hold a run, the others are reasons against one."""

    REPORT = "report"
    FRAGMENT = "fragment"  # says nothing of its own: "5k, 24:30"
    NO_RUN = "no_run"
    QUESTION = "question"
    INVITATION = "invitation"
    PLAN = "plan"
    GOAL = "goal"
    HYPOTHETICAL = "hypothetical"
    HABIT = "habit"
    PAST = "past"
    BEST = "personal_best"
    OTHER_PERSON = "other_person"
    REPLY = "reply"
    OTHER_SPORT = "other_sport"
    TRAVEL = "travel"
    LIFE = "daily_life"
    WALK = "walk"
    VOLUNTEER = "volunteer"
    WATCHING = "watching"
    SHOES = "shoes"
    WEATHER = "weather"
    SOFTWARE = "software"
    IDIOM = "idiom"
    TOTAL = "total"
    SUM = "period"  # "this week": perhaps one run, perhaps several
    ANNOUNCEMENT = "announcement"
    STATEMENT = "statement"


OWN = frozenset({Stance.REPORT, Stance.FRAGMENT})
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
_SELF_RUN = ("run_past", "person_verb", "strong_did")
_THINGS = frozenset({"life", "software", "travel", "shoe"})
_AUXILIARIES = frozenset({"has", "have", "had", "just", "always", "even", "then"})
_DETERMINERS = frozenset({"the", "my", "a", "our", "this", "that", "your", "his", "her", "their"})
_MUCH_FOR_SHOES = 60_000


def judge(clauses: Sequence[Clause]) -> list[Stance]:
    """The stance of every clause; what is not said anew goes on from the clause before."""
    own = [_own_stance(clause) for clause in clauses]
    carried: list[Stance] = []
    for at, (clause, stance) in enumerate(zip(clauses, own, strict=True)):
        before = carried[-1] if carried else Stance.FRAGMENT
        if at and before in _STICKY and stance in OWN:
            same = clause.sentence == clauses[at - 1].sentence
            if _goes_on(before, clause, stance, same):
                stance = before
        carried.append(stance)
    return _swallow(clauses, carried) if clauses else carried


def _own_stance(clause: Clause) -> Stance:
    for stance, test in _RULES:
        if test(clause):
            return stance
    return Stance.REPORT if clause.has("run_past", "strong_did") else Stance.FRAGMENT


def _finished(clause: Clause) -> int:
    """Where the author first says that something is done."""
    return min(clause.place("run_past"), clause.place("strong_did"), clause.place("pb_now"))


def _before_finished(clause: Clause, label: str) -> bool:
    return clause.has(label) and clause.place(label) < _finished(clause)


def _no_run(clause: Clause) -> bool:
    if clause.has("no_run"):
        return not clause.measured
    if not clause.has("negation"):
        return False
    after = clause.items[clause.place("negation") + 1 : clause.end]
    for item in after[:3]:
        if item.meanings.keys() & {"run_verb", "run_past", "person_verb"}:
            return True
        if isinstance(item, Quantity):
            return item.measure in (Measure.DISTANCE, Measure.REPS)
        if "adjective" not in item.meanings and "article" not in item.meanings:
            return False
    return False


def _question(clause: Clause) -> bool:
    if clause.asked:
        return True
    first = clause.labels.get("question", clause.end)
    return first == clause.start and not clause.has("person_verb", "run_past", "strong_did")


def _invitation(clause: Clause) -> bool:
    return _before_finished(clause, "invite")


def _future_day(clause: Clause) -> bool:
    return any(quantity.value > 0 for quantity in clause.quantities(Measure.DAY))


def _plan(clause: Clause) -> bool:
    return (_before_finished(clause, "plan") or _before_finished(clause, "purpose")) or _future_day(
        clause
    )


def _habit(clause: Clause) -> bool:
    return clause.has("habit") and not clause.quantities(Measure.DAY)


def _past(clause: Clause) -> bool:
    if clause.has("past"):
        return True
    for at in range(clause.start + 1, clause.end):
        item = clause.items[at]
        if isinstance(item, Quantity) and item.measure is Measure.NUMBER:
            lead = clause.items[at - 1].text
            if 1950 <= item.value < 2100 and lead in ("in", "from", "since"):
                return True
    return False


def _best(clause: Clause) -> bool:
    if not clause.has("pb") or clause.has("pb_now"):
        return False
    if clause.has("pb_list"):
        return not clause.has("run_past", "strong_did") and not clause.quantities(Measure.DAY)
    told = clause.has("run_past", "strong_did") or clause.quantities(Measure.DAY)
    verbs = {clause.items[at].text for at in range(clause.place("pb"), clause.end)}
    return not told and bool(verbs & {"is", "was", "of", "from", "stands"})


def _other_person(clause: Clause) -> bool:
    if clause.has("person") and _is_subject(clause, clause.place("person")):
        return True
    return any(_named_runner(clause, at) for at in range(clause.start, clause.end - 1))


def _is_subject(clause: Clause, at: int) -> bool:
    """Whether the person at `at` is who runs; companions and those run for are not."""
    back = at - 1
    while back >= clause.start and clause.items[back].meanings.keys() & {
        "article",
        "self",
        "adjective",
        "kinds.easy",
    }:
        if "subject" in clause.items[back].meanings:
            return False
        back -= 1
    if clause.items[back].text == "the":
        back -= 1
    if back >= clause.start and "companion" in clause.items[back].meanings:
        return False
    if clause.place("subject") < clause.end or clause.place("run_past") < at:
        return False
    rest = clause.items[at + 1 : clause.end]
    return any(
        isinstance(item, Quantity) or item.meanings.keys() & {*_SELF_RUN, "run_noun", "run_verb"}
        for item in rest
    )


def _named_runner(clause: Clause, at: int) -> bool:
    """Whether a name stands right before a verb: "Tom ran", "<@5> did"."""
    item, following = clause.items[at], clause.items[at + 1]
    if not isinstance(item, Lexeme):
        return False
    if item.capital and not item.meanings and item.text.endswith("'s"):
        return isinstance(following, Quantity) and following.measure is Measure.DISTANCE
    if "person_verb" not in following.meanings:
        return False
    if item.shape is Shape.MENTION:
        return True
    return item.shape is Shape.WORD and item.capital and not item.meanings


def _reply(clause: Clause) -> bool:
    if clause.has("praise"):
        return not clause.has("self") and clause.place("praise") < clause.place("run_past")
    return clause.has("you") and not clause.has("run_past", "subject")


def _other_sport(clause: Clause) -> bool:
    return clause.has("sport") and not clause.has("run_past") and not _told_run(clause)


def _told_run(clause: Clause) -> bool:
    """Whether the clause says "run" in its own word, beside whatever else it says."""
    return any(
        item.meanings.keys() & {"run_past"} or item.text in ("run", "jog", "running", "jogging")
        for item in clause.items[clause.start : clause.end]
    )


def _travel(clause: Clause) -> bool:
    return clause.has("travel") and not _told_run(clause)


def _life(clause: Clause) -> bool:
    if not clause.has("life") or _told_run(clause):
        return False
    distances = clause.quantities(Measure.DISTANCE)
    return all("said" in quantity.meanings for quantity in distances)


def _walk(clause: Clause) -> bool:
    return clause.has("walk") and not clause.has("run_walk") and not _told_run(clause)


def _shoes(clause: Clause) -> bool:
    if not clause.has("shoe"):
        return False
    distances = [quantity.value for quantity in clause.quantities(Measure.DISTANCE)]
    if any(metres >= _MUCH_FOR_SHOES for metres in distances):
        return True
    return bool(distances) and not clause.has("run_past", "tags.first", "strong_did", "kinds.easy")


def _weather(clause: Clause) -> bool:
    return clause.has("weather") and not clause.quantities(Measure.DISTANCE, Measure.DURATION)


def _software(clause: Clause) -> bool:
    return clause.has("software") and not clause.quantities(Measure.DISTANCE)


def _announcement(clause: Clause) -> bool:
    if clause.has("start_word"):
        following = clause.items[clause.place("start_word") + 1 : clause.end]
        if any(isinstance(i, Quantity) and i.measure is Measure.CLOCK for i in following[:2]):
            return True
    return clause.has("announce") and not clause.has("run_past", "strong_did")


def _statement(clause: Clause) -> bool:
    if not clause.has("copula") or clause.has("run_past", "strong_did"):
        return False
    place = clause.place("copula")
    near = clause.items[max(clause.start, place - 2) : min(clause.end, place + 3)]
    return any(isinstance(item, Quantity) and item.measure is Measure.DISTANCE for item in near)


def _idiom(clause: Clause) -> bool:
    return (clause.has("idiom") and not clause.measured) or _thing_runs(clause)


def _thing_runs(clause: Clause) -> bool:
    """Whether some thing runs: "the meeting ran", "my nose has been running"."""
    if any(_runs_by_itself(clause, at) for at in range(clause.start + 1, clause.end)):
        return True
    if not clause.has("run_past"):
        return False
    back = clause.place("run_past") - 1
    while back > clause.start and clause.items[back].text in _AUXILIARIES:
        back -= 1
    before = clause.items[max(clause.start, back - 3) : max(clause.start, back)]
    if not any(item.text in _DETERMINERS for item in before):
        return False
    subject = clause.items[back]
    nameless = isinstance(subject, Lexeme) and subject.shape is Shape.WORD and not subject.meanings
    return nameless or bool(subject.meanings.keys() & _THINGS)


def _runs_by_itself(clause: Clause, at: int) -> bool:
    """Whether the verb of a thing stands at `at`: "the play runs for 2 hours"."""
    subject = clause.items[at - 1]
    if clause.items[at].text != "runs" or not isinstance(subject, Lexeme):
        return False
    return subject.shape is Shape.WORD and (
        not subject.meanings or _THINGS & subject.meanings.keys()
    )


def _told(*labels: str) -> Callable[[Clause], bool]:
    return lambda clause: clause.has(*labels)


_RULES: tuple[tuple[Stance, Callable[[Clause], bool]], ...] = (
    (Stance.NO_RUN, _no_run),
    (Stance.IDIOM, _idiom),
    (Stance.SOFTWARE, _software),
    (Stance.INVITATION, _invitation),
    (Stance.QUESTION, _question),
    (Stance.HABIT, _habit),
    (Stance.PLAN, _plan),
    (Stance.GOAL, lambda clause: _before_finished(clause, "goal")),
    (Stance.HYPOTHETICAL, lambda clause: _before_finished(clause, "hypothetical")),
    (Stance.TOTAL, _told("period_strong")),
    (Stance.PAST, _past),
    (Stance.BEST, _best),
    (Stance.WATCHING, lambda clause: clause.has("watching") and not clause.has("run_past")),
    (Stance.OTHER_PERSON, _other_person),
    (Stance.REPLY, _reply),
    (Stance.OTHER_SPORT, _other_sport),
    (Stance.TRAVEL, _travel),
    (Stance.WALK, _walk),
    (Stance.VOLUNTEER, lambda clause: clause.has("volunteer") and not clause.has("run_past")),
    (Stance.LIFE, _life),
    (Stance.SHOES, _shoes),
    (Stance.WEATHER, _weather),
    (Stance.ANNOUNCEMENT, _announcement),
    (Stance.STATEMENT, _statement),
    (Stance.SUM, _told("period")),
)


def _goes_on(before: Stance, clause: Clause, stance: Stance, same_sentence: bool) -> bool:
    """Whether a clause that says nothing against it is still about what came before."""
    if before in _PEOPLE:
        return not clause.has("self") and (same_sentence or stance is Stance.FRAGMENT)
    if before in _MOTIONS:
        return not (_told_run(clause) or clause.has("run_noun", "named", "kinds.race"))
    if before is Stance.IDIOM and clause.measured:
        return False
    if stance is Stance.REPORT or clause.has("contrast"):
        return False
    if any(day.value <= 0 for day in clause.quantities(Measure.DAY)):
        return False
    return same_sentence or not clause.measured


def _mere_praise(clauses: Sequence[Clause]) -> bool:
    """Whether the post is "nice 5k!" or "great run Sam": praise that tells nothing of its own."""
    first = clauses[0]
    items = first.items[first.start : first.end]
    if "adjective_praise" not in items[0].meanings or len(items) < 2:
        return False
    if any(clause.has("self", "run_past") or _precise(clause) for clause in clauses):
        return False
    runs = isinstance(items[1], Quantity) or "run_noun" in items[1].meanings
    return runs and all(_calls_somebody(item) for item in items[2:])


def _precise(clause: Clause) -> bool:
    times = (Measure.DURATION, Measure.CLOCK, Measure.PACE, Measure.DAY)
    return bool(clause.quantities(*times)) or any(
        label.startswith(("times.", "kinds.")) for label in clause.labels
    )


def _calls_somebody(item: Item) -> bool:
    if isinstance(item, Quantity):
        return False
    return (
        item.shape in (Shape.MENTION, Shape.MARK)
        or (item.capital and not item.meanings)
        or bool(item.meanings.keys() & {"person", "you"})
    )


def _swallow(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """A post that asks, invites or praises, and reports nothing, is no run as a whole."""
    if _mere_praise(clauses):
        return [Stance.REPLY] * len(stances)
    asking = [stance for stance in stances if stance in _SWALLOWING]
    reported = any(
        stance is Stance.REPORT or (stance is Stance.FRAGMENT and clause.measured)
        for clause, stance in zip(clauses, stances, strict=True)
    )
    if not asking or reported:
        return stances
    return [asking[0] if stance is Stance.FRAGMENT else stance for stance in stances]
