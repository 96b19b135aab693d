"""Judges clauses together: what one begins goes on in the next, and a question colours its post."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.labels import any_of, joined
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.pacing import duration_over
from bot.runs.parse.people import is_name
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity
from bot.runs.parse.quotes import behind_brackets, quoted
from bot.runs.parse.stances import OWN, ROUND_SECONDS, Stance, own_stance, tells_run
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
_AT = any_of("at")
_RUNNING = any_of("run_noun", "named", "kinds.race")
_BODY = any_of("body")
_TURNING = any_of("adjective_praise", "year")
"""Labels without any of which a post that speaks of own runs alone is what its clauses are."""

_DATING = any_of("past", "filler", "about", "period", "week", "day")
_MISSED = frozenset({Stance.GOAL, Stance.HYPOTHETICAL, Stance.PLAN})
_FIGURES = MEASURED[Measure.DISTANCE] | MEASURED[Measure.NUMBER]
_OPEN_ENDED = frozenset({Stance.PLAN, Stance.HYPOTHETICAL, Stance.ANNOUNCEMENT})
_LINES = frozenset(("\n", ";"))
_LISTED = frozenset({Stance.PLAN, Stance.BEST, Stance.GOAL, Stance.HYPOTHETICAL})
_ASKED_BEFORE = frozenset({Stance.QUESTION, Stance.HYPOTHETICAL})
_LET_GO = _OPEN_ENDED | _ASKED_BEFORE | {Stance.REPLY, Stance.HABIT}
_SWALLOWING = frozenset({Stance.INVITATION, Stance.QUESTION, Stance.ANNOUNCEMENT, Stance.HABIT})


def judge(clauses: Sequence[Clause]) -> list[Stance]:
    """The stance of every clause; what is not said anew goes on from the clause before."""
    own = [own_stance(clause) for clause in clauses]
    if OWN.issuperset(own) and not joined([clause.labels for clause in clauses]) & _TURNING:
        quotes = '"' in [clause.closed_by for clause in clauses]
        return quoted(clauses, own) if quotes else own
    if Stance.WALK in own:
        own = _walk_breaks(clauses, own)
    carried: list[Stance] = []
    for at, (clause, stance) in enumerate(zip(clauses, own, strict=True)):
        behind = behind_brackets(clauses, at) if at else 0
        if at and _is_carried(carried, clauses[behind], carried[behind], clause, stance):
            stance = carried[behind]
        elif at and stance in OWN:
            stance = _heading(clauses, carried, clause, stance) or stance
        carried.append(stance)
    carried = quoted(clauses, _to_the_second(clauses, own, carried))
    return _swallow(clauses, carried) if clauses else carried


def _is_carried(
    carried: Sequence[Stance], last: Clause, before: Stance, clause: Clause, stance: Stance
) -> bool:
    """Whether `before`, the stance of the `last` clause, goes on in the next, whose own would be `stance`."""
    if last.closed_by == ":" and before is Stance.OTHER_PERSON:
        return True
    if stance not in OWN:
        return False
    if before in _PEOPLE and _is_bracketed(last):
        return False
    if before is Stance.PAST and _is_of_the_same_past(last, clause):
        return True
    if last.closed_by == ":" and before is Stance.SUM:
        return True
    if before not in _STICKY or _aside(last) or (before is Stance.QUESTION and _small_talk(last)):
        return False
    same = clause.sentence == last.sentence
    apart = Stance.REPORT in carried and (clause.measured or not same)
    return not apart and _goes_on(before, last, clause, stance)


def _is_bracketed(clause: Clause) -> bool:
    """Whether a clause stands in brackets, as an aside does: "first 5k since the twins (they are 9 now!). 31:10"."""
    return clause.start > 0 and clause.items[clause.start - 1].text == "("


def _is_of_the_same_past(last: Clause, clause: Clause) -> bool:
    """Whether an "and" goes on telling of long ago: "did 18 miles in 2016 and got round in 4:20"."""
    first = clause.items[clause.start]
    joined = clause.sentence == last.sentence and "and" in first.meanings
    return joined and not clause.has("day", "weekday", "contrast")


def _heading(
    clauses: Sequence[Clause], carried: Sequence[Stance], clause: Clause, stance: Stance
) -> Stance | None:
    """What heads the list that a clause goes on from, whatever else stood in between."""
    if stance is Stance.FRAGMENT and (listed := _of_the_list(clauses, carried)):
        return listed
    if carried[-1] not in _MOTIONS:
        return None
    for last, before in zip(clauses[: len(carried)], carried, strict=True):
        headed = last.sentence == clause.sentence and last.closed_by == ":"
        if headed and before in _WISHES:
            return before  # "brick tomorrow: 40 km bike, 5 km run"
    return None


def _of_the_list(clauses: Sequence[Clause], carried: Sequence[Stance]) -> Stance | None:
    """What heads a list with a line for each, such as "PBs:" or "Tempo tomorrow:"."""
    at = len(carried) - 1
    stance = carried[at]
    if stance not in _LISTED:
        return None
    while at > 0 and carried[at - 1] is stance and not _heads(clauses[at]):
        at -= 1
    ends = _LINES | {"."} if stance is Stance.BEST else _LINES
    lines = any(clause.closed_by in ends for clause in clauses[at : len(carried)])
    return stance if lines and _heads(clauses[at]) else None


def _heads(clause: Clause) -> bool:
    """Whether a colon ends the clause, or a word of it: "PBs:"."""
    return clause.closed_by == ":" or clause.items[clause.start].text.endswith(":")


def _to_the_second(
    clauses: Sequence[Clause], own: Sequence[Stance], carried: list[Stance]
) -> list[Stance]:
    """What only a watch tells is over, whatever it was for: "training for Kent: 18 miles, 2:41:13"."""
    if _LET_GO.isdisjoint(carried):
        return carried
    if any(clause.has("foretold", "standard") for clause in clauses):
        return carried
    for sentence in {c.sentence for c, s in zip(clauses, carried, strict=True) if s in _LET_GO}:
        here = [at for at, clause in enumerate(clauses) if clause.sentence == sentence]
        held = [at for at in here if _may_be_let_go(own[at]) and carried[at] in _LET_GO]
        apart = len(held) == len(here) and _is_told_apart(clauses, carried, held)
        if not (apart or (carried[held[0]] in _OPEN_ENDED if held else False)):
            continue
        told = [at for at in here if carried[at] in OWN or at in held]
        if not (apart or _watched(clauses, told)):
            continue
        for at in held:
            carried[at] = own[at] if own[at] in OWN else Stance.FRAGMENT
    return carried


def _may_be_let_go(stance: Stance) -> bool:
    """Whether a time to the second outweighs what a clause says by itself: "3000m at the open meeting, 10:52"."""
    return stance in OWN or stance is Stance.ANNOUNCEMENT


def _is_told_apart(
    clauses: Sequence[Clause], carried: Sequence[Stance], places: Sequence[int]
) -> bool:
    """Whether a sentence of its own tells a run, whatever was asked or praised before: "Why? 8k, 44 min"."""
    if carried[places[0]] is Stance.REPLY:
        return any(clauses[at].has("self") for at in places)
    if carried[places[0]] is Stance.HABIT:
        return _watched(clauses, places) and not _tells_a_habit_in_figures(clauses, places[0])
    return carried[places[0]] in _ASKED_BEFORE and _timed(clauses, places)


def _tells_a_habit_in_figures(clauses: Sequence[Clause], before: int) -> bool:
    """Whether figures stand before the place, as in "most days I run. 5k, sometimes 8k"."""
    return any(clause.measured_items for clause in clauses[:before])


def _timed(clauses: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether these clauses tell a distance and a time that fits it."""
    told = [one for at in places for one in clauses[at].measured_items]
    distances = [one.value for one in told if one.measure is Measure.DISTANCE and one.value > 0]
    times = [one for one in told if one.measure in (Measure.CLOCK, Measure.DURATION)]
    if any(clauses[at].has("at", "plan", "you") for at in places):
        return False
    return any(duration_over(time, metres) is not None for time in times for metres in distances)


def _tells_as_a_watch(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether some sentence tells distance and time to the second."""
    own = [at for at, stance in enumerate(stances) if stance in OWN]
    return any(
        _watched(clauses, [at for at in own if clauses[at].sentence == sentence])
        for sentence in {clauses[at].sentence for at in own}
    )


def _watched(clauses: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether these clauses tell a distance, and a time that is not round."""
    told = [quantity for at in places for quantity in clauses[at].measured_items]
    distances = [one.value for one in told if one.measure is Measure.DISTANCE]
    for at in places:
        for clock in _told_clocks(clauses[at]):
            seconds = [duration_over(clock, metres) for metres in distances if metres]
            if any(one and one % 60 not in ROUND_SECONDS for one in seconds):
                return True
    return False


def _told_clocks(clause: Clause) -> Sequence[Quantity]:
    """The clocks of a clause that are no hours of the day behind an "at"."""
    clocks = clause.quantities(Measure.CLOCK)
    if not clocks or not clause.has("at"):
        return clocks
    items = clause.items
    return [
        one
        for at, one in enumerate(items[clause.start : clause.end], clause.start)
        if isinstance(one, Quantity)
        and one.measure is Measure.CLOCK
        and not (at > clause.start and items[at - 1].labels & _AT)
    ]


def _walk_breaks(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """Walking told beside running, without a distance of its own, is a break: "8 min run, 2 min walk"."""
    told = zip(clauses, stances, strict=True)
    if not any(tells_run(clause) for clause, stance in told if stance is not Stance.NO_RUN):
        return stances
    return [
        Stance.FRAGMENT
        if stance is Stance.WALK and not clause.quantities(Measure.DISTANCE)
        else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _goes_on(before: Stance, last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether a clause that says nothing against it is still about what came before."""
    same_sentence = clause.sentence == last.sentence
    if before is Stance.WATCHING and clause.place("run_past") <= clause.start + 1 < clause.end:
        return False  # "watched the rugby, ran 5k"
    if before in _PEOPLE:
        return not clause.has("self") and (same_sentence or stance is Stance.FRAGMENT)
    if before in _MOTIONS:
        follows = _then(clause)
        kind = follows and clause.has("kinds")
        if before is Stance.VOLUNTEER:
            told = follows and bool(clause.quantities(Measure.DISTANCE))
            return not (told or kind or tells_run(clause) or clause.has("self"))
        if same_sentence and clause.has("reading") and not tells_run(clause):
            return True  # "football, watch says 6.2k"
        own = clause.measured and clause.has("self")
        return not (kind or own or tells_run(clause) or _names_running(clause))
    if before is Stance.IDIOM and not same_sentence:
        return False
    if last.has("unmet") and (_is_what_came(before, last, clause) or _ends_short(before, clause)):
        return False
    if before in (Stance.IDIOM, Stance.HABIT, Stance.QUESTION) and clause.measured:
        return False
    if before is Stance.ANNOUNCEMENT and clause.measured and clause.has("in_time"):
        return False
    if before in _WISHES and same_sentence and _opens_with_infinitive(clause):
        return True
    if stance is Stance.REPORT or clause.has("contrast"):
        return False
    if any(day.value <= 0 for day in clause.quantities(Measure.DAY)) and not (
        before is Stance.PLAN and last.closed_by == ":" and same_sentence
    ):
        return False
    return same_sentence or not clause.measured


def _names_running(clause: Clause) -> bool:
    """Whether a run, its ground or a race is named; knees and calves are of any sport."""
    if not clause.has("run_noun", "named", "kinds.race"):
        return False
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _RUNNING and not item.labels & _BODY for item in items)


def _is_what_came(before: Stance, last: Clause, clause: Clause) -> bool:
    """Whether it tells what came of a wish that was not met: "planned 10, made it 6k"."""
    if before is Stance.GOAL and (clause.measured or clause.sentence != last.sentence):
        return True
    told = clause.has("did", "run_word") and bool(clause.quantities(Measure.DISTANCE))
    return before in (Stance.GOAL, Stance.PLAN) and told and last.closed_by != ":"


def _ends_short(before: Stance, clause: Clause) -> bool:
    """Whether it tells where a run that was to be longer ended: "calf said no at 4k", "3 it is"."""
    if before not in _MISSED:
        return False
    if clause.has("settled"):
        return True
    points = (
        at for at in range(clause.start + 1, clause.end) if clause.items[at].labels & _FIGURES
    )
    return any("leads_to_point" in clause.items[at - 1].meanings for at in points)


def _opens_with_infinitive(clause: Clause) -> bool:
    """Whether the clause goes on from a verb before it: "will try and get 5k done"."""
    first = clause.items[clause.start : clause.end][:2]
    if len(first) < 2 or "and" not in first[0].meanings:
        return False
    return "run_verb" in first[1].meanings and "did" not in first[1].meanings


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
    if clause.has("in_time"):
        return clause.measured
    told = clause.measured and bool(clause.quantities(Measure.DISTANCE))
    return told and not clause.has("at")


def _dates(last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether it dates what stands before it: "PB 44:30 (2018)", "record 10 km : 46:20 en 2019"."""
    if stance is Stance.PAST and clause.end - clause.start < 3 and _is_only_a_date(clause):
        return not last.has("day", "weekday")
    if clause.sentence != last.sentence or last.has("run_past"):
        return False
    short = clause.end - clause.start <= 2 and not clause.has("since")
    year = short and clause.has("past") and clause.has("year")
    if stance is Stance.PAST and _is_only_a_date(clause):
        return True
    return year or (stance is Stance.PAST and last.closed_by == ":" and not last.has("day"))


def _is_only_a_date(clause: Clause) -> bool:
    """Whether it says nothing but how long ago: "three years ago today", "ten years ago this week"."""
    items = clause.items[clause.start : clause.end]
    return (
        len(items) > 1
        and not clause.has("delta")
        and all(isinstance(item, Quantity) or item.labels & _DATING for item in items)
    )


def _small_talk(clause: Clause) -> bool:
    """Whether a question is of nothing that a run has: "is it spring yet? 7k in the sleet"."""
    if clause.has("you", "asked_figure") or not (clause.opening and clause.closed_by == "?"):
        return False
    if clause.measured_items:
        return False
    return clause.has("rhetoric") or not clause.has("run_noun", "run_verb", "run_word")


def _answers_itself(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run is told in a sentence behind all that was asked: "why do I do this? 10k, 55 min"."""
    asked = [clause.sentence for clause, s in zip(clauses, stances, strict=True) if s not in OWN]
    behind = [at for at, clause in enumerate(clauses) if clause.sentence > max(asked)]
    return bool(behind) and _timed(clauses, behind)


def _is_of_a_day(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run of today or yesterday is told beside a habit: "8 km yesterday. I do it weekly"."""
    own = [clause for clause, stance in zip(clauses, stances, strict=True) if stance in OWN]
    for sentence in {clause.sentence for clause in own}:
        told = [one for c in own if c.sentence == sentence for one in c.measured_items]
        over = any("day" in one.meanings and one.value <= 0 for one in told)
        if over and any(one.measure is Measure.DISTANCE for one in told):
            return True
    return False


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
    if not asking or reported or _tells_as_a_watch(clauses, stances):
        return stances
    if set(asking) == {Stance.QUESTION} and _answers_itself(clauses, stances):
        return stances
    if set(asking) == {Stance.HABIT} and _is_of_a_day(clauses, stances):
        return stances
    if set(asking) == {Stance.ANNOUNCEMENT} and _is_of_a_day(clauses, stances):
        own = [at for at, stance in enumerate(stances) if stance in OWN]
        if _timed(clauses, own):
            return stances  # "new route: 10k today, 61 minutes"
    return [asking[0] if stance is Stance.FRAGMENT else stance for stance in stances]
