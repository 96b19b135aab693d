"""Lets a time that only a watch tells outweigh what stands around it: what was asked, planned or announced."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DISTANCES, TIMES, Measure, Quantity
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

_AT, _FOR = any_of("at", "sets_off", "start_word"), any_of("for_lead")
_CHIP = any_of("chip")
_TOLD_DONE = any_of("run_past", "person_verb", "strong_did")
_AN_HOUR_S, _FIVE_MIN_S = 3600, 300
_A_DAY_S = 24 * 60
"""Seconds of a "24:00" that is read as minutes: no hour of a day is called so or higher."""

_BRISK, _EASY = 240, 480
"""Seconds per kilometre between which most run, and hardly anybody rides or walks."""

_OPEN_ENDED = frozenset({Stance.PLAN, Stance.HYPOTHETICAL, Stance.ANNOUNCEMENT, Stance.IDIOM})
_ASKED_BEFORE = frozenset({Stance.QUESTION, Stance.HYPOTHETICAL})
_BESIDE_A_RUN = frozenset(
    {Stance.OTHER_PERSON, Stance.REPLY, Stance.WATCHING, Stance.VOLUNTEER, Stance.WEATHER}
)
"""What is said of others and of the day, and of no run."""

_LET_GO = _OPEN_ENDED | _ASKED_BEFORE | {Stance.REPLY, Stance.HABIT}


def to_the_second(
    clauses: Sequence[Clause], own: Sequence[Stance], carried: list[Stance]
) -> list[Stance]:
    """What only a watch tells is over, whatever it was for: "training for Kent: 18 miles, 2:41:13"."""
    if _LET_GO.isdisjoint(carried):
        return carried
    if any(clause.has("foretold", "standard") for clause in clauses):
        return carried
    for sentence in {c.sentence for c, s in zip(clauses, carried, strict=True) if s in _LET_GO}:
        here = [at for at, clause in enumerate(clauses) if clause.sentence == sentence]
        held = [at for at in here if carried[at] in _LET_GO and _may_be_let_go(clauses, own, at)]
        apart = held[:1] == here[:1] and _is_told_apart(clauses, carried, held)
        if not (apart or (carried[held[0]] in _OPEN_ENDED if held else False)):
            continue
        told = [at for at in here if carried[at] in OWN or at in held]
        if not (apart or watched(clauses, told)):
            continue
        for at in held:
            carried[at] = own[at] if own[at] in OWN else Stance.FRAGMENT
    return carried


def handed_in(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, none for the list that a watched run is handed in for: "for the office challenge: 10k, 54:20"."""
    colons = [at for at, clause in enumerate(clauses) if clause.closed_by == ":"]
    if not colons or clauses[colons[0]].sentence or not clauses[0].items[0].labels & _FOR:
        return own
    told = [at for at in range(colons[0] + 1, len(own)) if not clauses[at].sentence]
    if not all(own[at] in OWN for at in told) or not watched(clauses, told):
        return own
    return [Stance.FRAGMENT] * (colons[0] + 1) + own[colons[0] + 1 :]


def _may_be_let_go(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether a time to the second outweighs what a clause says by itself: "3000m at the open meeting, 10:52".

    So it does "this Saturday", which was the last one where its time is no hour: "parkrun this Saturday, 44:12".
    """
    if own[at] is not Stance.PLAN:
        return own[at] in OWN or own[at] is Stance.ANNOUNCEMENT
    days = clauses[at].quantities(Measure.DAY)
    called = clauses[at].items[clauses[at].place("plan")] if clauses[at].has("plan") else None
    if called not in days or days[0].value > 0:
        return False
    clocks = [one for clause in clauses for one in clause.quantities(Measure.CLOCK)]
    return any(one.value >= _A_DAY_S or one.to_the_second for one in clocks)


def _is_told_apart(
    clauses: Sequence[Clause], carried: Sequence[Stance], places: Sequence[int]
) -> bool:
    """Whether a sentence of its own tells a run, whatever was asked or praised before: "Why? 8k, 44 min"."""
    if carried[places[0]] is Stance.REPLY:
        return any(clauses[at].has("self") for at in places)
    if carried[places[0]] is Stance.HABIT:
        return watched(clauses, places)
    return carried[places[0]] in _ASKED_BEFORE and timed(clauses, places)


def timed(clauses: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether these clauses tell a distance and a time that fits it."""
    told = [one for at in places for one in clauses[at].measured_items]
    distances = [one.value for one in told if one.measure is Measure.DISTANCE and one.value > 0]
    times = [one for one in told if one.measure in (Measure.CLOCK, Measure.DURATION)]
    if any(clauses[at].has("at", "plan", "you") for at in places):
        return False
    return any(duration_over(time, metres) is not None for time in times for metres in distances)


def at_a_runners_pace(clauses: Sequence[Clause], places: Sequence[int], *, clocks: bool) -> bool:
    """Whether a time is told there that neither a ride nor a walk takes: "Taxi drivers honk. 12k, 1:08:20".

    With `clocks` only a watch may tell it.
    """
    told = [one for at in places for one in clauses[at].measured_items]
    metres = [one.value for one in told if one.measure is Measure.DISTANCE and one.value > 0]
    times = [
        one
        for one in told
        if one.measure is Measure.CLOCK or (one.measure is Measure.DURATION and not clocks)
    ]
    seconds = duration_over(times[0], metres[0]) if times and metres else None
    return seconds is not None and _BRISK <= seconds * 1000 / metres[0] <= _EASY


def is_paced(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether a distance opens a sentence with the time that a runner takes for it."""
    pair = pair_from(clauses, own, at)
    if len({clauses[n].sentence for n in pair}) != 1 or not timed(clauses, pair):
        return False
    return at_a_runners_pace(clauses, pair, clocks=False)


def pair_from(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> list[int]:
    """Where a distance and its time may stand: in the clause at `at` and the next."""
    return [n for n in (at, at + 1) if n < len(clauses) and own[n] in OWN]


def nobody_plans_by(clauses: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether the first time there is not round: "52 min", "1h12", "47:12", but not "50 min"."""
    told = [one for at in places for one in clauses[at].measured_items]
    times = [one for one in told if one.measure in (Measure.CLOCK, Measure.DURATION)]
    return times[0].to_the_second or times[0].value % _FIVE_MIN_S != 0


def tells_as_a_watch(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether some sentence tells distance and time to the second."""
    own = [at for at, stance in enumerate(stances) if stance in OWN]
    if any(
        watched(clauses, [at for at in own if clauses[at].sentence == sentence])
        for sentence in {clauses[at].sentence for at in own}
    ):
        return True
    return (
        own[:2] == [0, 1] and all(map(_is_a_mere_figure, clauses[:2])) and watched(clauses, (0, 1))
    )


def _is_a_mere_figure(clause: Clause) -> bool:
    """Whether nothing but a distance or a time makes it up: "15 km. 1:41:12. Route: the lake"."""
    return clause.end - clause.start == 1 and bool(clause.measured_items)


def watched(clauses: Sequence[Clause], places: Sequence[int]) -> bool:
    """Whether these clauses tell a distance, and a time that is not round."""
    told = [quantity for at in places for quantity in clauses[at].measured_items]
    distances = [one.value for one in told if one.measure is Measure.DISTANCE]
    for at in places:
        for clock in _told_clocks(clauses[at]):
            seconds = [duration_over(clock, metres) for metres in distances if metres]
            exact = clock.measure is Measure.DURATION or clauses[at].labels & _CHIP
            wished = () if exact else ROUND_SECONDS
            if any(one and one % 60 not in wished for one in seconds):
                return True
    return False


def _told_clocks(clause: Clause) -> Sequence[Quantity]:
    """The clocks of a clause that are no hours of the day behind an "at", and "3 hrs 29 min 30"."""
    clocks = [
        one
        for one in clause.quantities(Measure.CLOCK, Measure.DURATION)
        if one.measure is Measure.CLOCK or (one.value > _AN_HOUR_S and one.value % 60)
    ]
    if not clocks or not clause.has("at", "sets_off", "start_word"):
        return clocks
    items = clause.items
    return [
        one
        for at, one in enumerate(items[clause.start : clause.end], clause.start)
        if isinstance(one, Quantity)
        and one in clocks
        and not (at > clause.start and items[at - 1].labels & _AT)
    ]


def is_of_the_run(clauses: Sequence[Clause], carried: Sequence[Stance]) -> bool:
    """Whether a time is all that the next sentence says, and that of the only distance, told before without one.

    "9k w dad!! he's 67!! 52 min!!", "Parkrun, tail walker passed me. 33:10"; nobody else is said to have done anything.
    """
    at = len(carried)
    clause = clauses[at]
    if not clause.labels & TIMES or carried[-1] not in _BESIDE_A_RUN:
        return False
    if not clause.opening or clause.end - clause.start > 1:
        return False
    figures = [n for n in range(at) if clauses[n].labels & (DISTANCES | TIMES)]
    if len(figures) != 1 or carried[figures[0]] not in OWN or clauses[figures[0]].labels & TIMES:
        return False
    if any(one.labels & _TOLD_DONE for one in clauses[figures[0] + 1 : at]):
        return False
    return timed(clauses, [figures[0], at])
