"""Gathers the quantities in their roles into runs: which time belongs to which distance and day."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.runs.parse.clauses import Clause
from bot.runs.parse.lexicon import NOTHING, Lexeme
from bot.runs.parse.pacing import duration_over, pace_of
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.roles import Cast, Role
from bot.runs.parse.stances import OWN, Stance

MILE = 1609.344
_TIMES = (Measure.DURATION, Measure.CLOCK, Measure.NUMBER)


@dataclass(slots=True)
class Draft:
    """A run in the making; `open_unit` says that its distance was told without a unit."""

    distance: float | None = None
    unit: float = 0.0
    times: list[Quantity] = field(default_factory=list)
    duration: int | None = None
    pace: float | None = None
    day: int | None = None
    climb: int | None = None
    open_unit: bool = False
    named: bool = False
    reps: bool = False
    places: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)

    def take(self, member: Cast) -> None:
        """Remember where a figure of this run stands."""
        self.places.append(member.place)
        self.clauses.append(member.clause)


def gather(
    items: Sequence[Item], clauses: Sequence[Clause], cast: Sequence[Cast], units: str | None
) -> list[Draft]:
    """The runs of a post, in the order of telling."""
    members = _settle_open(items, cast, units)
    roles = {member.role for member in members}
    if roles & {Role.PART, Role.TOTAL, Role.REPS} and not _several_days(members):
        drafts = _structured(members)
    else:
        drafts = _sequence(members)
    _adopt_goal(drafts, cast)
    _resolve(drafts, units)
    drafts = [draft for draft in drafts if draft.places]
    _add_days(drafts, clauses, cast)
    _add_climb(drafts, cast)
    return drafts


def _adopt_goal(drafts: Sequence[Draft], cast: Sequence[Cast]) -> None:
    """Lends a lone time the distance of the wish before it: "wanted sub 2 for the half, got 2:00:14"."""
    goals = [
        m.quantity
        for m in cast
        if m.stance is Stance.GOAL and m.quantity.measure is Measure.DISTANCE
    ]
    if len(goals) != 1 or len(drafts) != 1 or drafts[0].distance is not None:
        return
    clocks = [time for time in drafts[0].times if time.measure is Measure.CLOCK]
    if clocks and duration_over(clocks[0], goals[0].value) is not None:
        drafts[0].distance = goals[0].value
        drafts[0].unit = goals[0].unit


def _several_days(members: Sequence[Cast]) -> bool:
    days = {member.quantity.value for member in members if member.role is Role.DAY}
    return len(days) > 1 and not any(member.role is Role.PART for member in members)


# -- numbers without a unit ---------------------------------------------------------------------


def _settle_open(items: Sequence[Item], cast: Sequence[Cast], units: str | None) -> list[Cast]:
    """Turns each bare number into minutes, into a distance, or drops it."""
    said = [member.quantity.unit for member in cast if member.quantity.unit >= 1000]
    said += [
        item.meanings["distance_unit"]
        for item in items
        if isinstance(item, Lexeme) and "distance_unit" in item.meanings and len(item.text) > 1
    ]
    unit = said[0] if said else {"km": 1000.0, "mi": MILE}.get(units or "", 0.0)
    settled: list[Cast] = []
    for member in cast:
        if member.role is not Role.OPEN:
            settled.append(member)
        elif _is_time(items, member, settled):
            settled.append(member._replace(role=Role.TIME))
        elif _is_distance(items, member, settled):
            value = member.quantity.value * (unit or 1000.0)
            quantity = member.quantity._replace(
                measure=Measure.DISTANCE, value=value, unit=unit, options=()
            )
            settled.append(member._replace(role=Role.DISTANCE, quantity=quantity))
    return settled


def _lead(items: Sequence[Item], place: int) -> Item | None:
    """The item before `place`, over words like "about" and punctuation."""
    at = place - 1
    while at >= 0 and (
        items[at].text in (",", ":", "-", "a", "the")
        or ("about" in items[at].meanings and "in_time" not in items[at].meanings)
    ):
        at -= 1
    return items[at] if at >= 0 else None


def _is_time(items: Sequence[Item], member: Cast, before: Sequence[Cast]) -> bool:
    """Whether a bare number is minutes: "5k in 25", "5k 25", "24.30 for parkrun"."""
    quantity = member.quantity
    if not quantity.options:
        return False
    lead = _lead(items, member.place)
    if len(quantity.options) == 2:
        return lead is None or not lead.meanings.keys() & {"run_past", "strong_did"}
    if lead is None or not 2 <= quantity.value <= 400:
        return False
    follows = isinstance(lead, Quantity) and lead.measure is Measure.DISTANCE
    known = any(other.role in (Role.DISTANCE, Role.TOTAL) for other in before)
    after = items[member.place + 1].meanings if member.place + 1 < len(items) else NOTHING
    if known and "exact" in after:
        return True
    return known and (follows or "in_time" in lead.meanings)


_LEADS = {"run_past", "strong_did", "reading", "kinds.easy", "kinds.long"}


def _is_distance(items: Sequence[Item], member: Cast, before: Sequence[Cast]) -> bool:
    """Whether a bare number is a distance: "did 5", "10 in 56", "5 before breakfast"."""
    if not 0 < member.quantity.value <= 200:
        return False
    lead = _lead(items, member.place)
    following = items[member.place + 1] if member.place + 1 < len(items) else None
    if following is not None and following.text == "of":
        return False
    opens = lead is None or (lead.text in ("\n", ".", "!") and following is not None)
    done = lead is not None and bool(lead.meanings.keys() & _LEADS)
    timed = following is not None and bool(following.meanings.keys() & {"in_time", "kinds.easy"})
    ran = following is not None and "before_after" in following.meanings
    return done or timed or (opens and ran)


# -- one structured run -------------------------------------------------------------------------


def _structured(members: Sequence[Cast]) -> list[Draft]:
    """One run told by its parts: the stated total, or else the sum."""
    draft = Draft()
    distances = [m for m in members if m.role in (Role.DISTANCE, Role.PART) and _metres(m)]
    totals = [m for m in members if m.role is Role.TOTAL]
    reps = [m for m in members if m.role is Role.REPS]
    draft.reps = bool(reps)
    parts = any(m.role is Role.PART for m in members)
    chosen = totals[-1:] or _whole_or_sum(distances, reps, parts)
    for member in chosen:
        draft.distance = (draft.distance or 0.0) + member.quantity.value
        draft.unit = member.quantity.unit
    for member in [*chosen, *totals, *reps, *distances]:
        draft.take(member)
    _structured_times(draft, members, parts, bool(totals) or not parts)
    if draft.distance == 0:
        draft.distance = None
    return [draft]


def _metres(member: Cast) -> bool:
    return member.quantity.measure is Measure.DISTANCE


def _whole_or_sum(distances: list[Cast], reps: list[Cast], parts: bool) -> list[Cast]:
    """The members whose distances make up the run."""
    if not distances:
        return reps
    largest = max(distances, key=lambda member: member.quantity.value)
    rest = sum(m.quantity.value for m in distances) - largest.quantity.value
    if abs(largest.quantity.value - rest) <= 0.03 * rest and len(distances) > 2:
        return [largest]
    if not parts:
        return [largest] if reps else distances
    if largest.role is Role.DISTANCE and reps:
        return [largest]
    return [*distances, *reps]


def _structured_times(
    draft: Draft, members: Sequence[Cast], parts: bool, whole_known: bool
) -> None:
    times = [m for m in members if m.role in (Role.TIME, Role.PART) and not _metres(m)]
    times = [m for m in times if m.quantity.measure in _TIMES]
    if parts and not whole_known:
        if draft.distance is None and len(times) > 1:
            draft.duration = int(sum(m.quantity.value for m in times))
            for member in times:
                draft.take(member)
        return
    for member in times:
        if member.role is Role.TIME or len(times) == 1:
            draft.times.append(member.quantity)
            draft.take(member)
    for member in members:
        if member.role is Role.PACE and not draft.reps and draft.pace is None and not parts:
            draft.pace = _pace_value(member.quantity, draft)


# -- a sequence of runs -------------------------------------------------------------------------


def _sequence(members: Sequence[Cast]) -> list[Draft]:
    """Runs one after the other: a second distance begins a new one, times join what lacks one."""
    drafts: list[Draft] = []
    for member in members:
        current = drafts[-1] if drafts else None
        match member.role:
            case Role.DISTANCE | Role.TOTAL:
                if current is None or current.distance is not None:
                    current = Draft()
                    drafts.append(current)
                current.distance = member.quantity.value
                current.unit = member.quantity.unit
                current.named = "said" in member.quantity.meanings
                current.open_unit = not member.quantity.unit and not member.quantity.meanings
                current.take(member)
            case Role.TIME:
                current = _draft_for_time(drafts, member)
                if current is not None:
                    current.times.append(member.quantity)
                    current.take(member)
            case Role.PACE:
                if current is None or current.pace is not None:
                    current = Draft()
                    drafts.append(current)
                current.pace = _pace_value(member.quantity, current)
                current.take(member)
            case _:
                pass
    return _merge_named(drafts)


def _draft_for_time(drafts: list[Draft], member: Cast) -> Draft | None:
    """The run that a time belongs to: the present one, or a new one that begins with its time."""
    current = drafts[-1] if drafts else None
    if current is not None and current.distance is not None:
        fits = duration_over(member.quantity, current.distance) is not None
        fits = fits or pace_of(member.quantity, current.distance) is not None
        if fits and not current.times:
            return current
        if fits and pace_of(member.quantity, current.distance) is not None:
            return current
        if not fits and not current.times:
            return None
    elif current is not None and not current.times:
        return current
    drafts.append(Draft())
    return drafts[-1]


def _merge_named(drafts: list[Draft]) -> list[Draft]:
    """ "parkrun 5k in 25" and "half marathon 21.1k" are one run told twice."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.distance
            and draft.distance
            and abs(last.distance - draft.distance) <= 0.02 * last.distance
            and not (last.times and draft.times)
            and (last.unit != draft.unit or bool(last.times) != bool(draft.times))
        ):
            last.times += draft.times
            last.pace = last.pace if last.pace is not None else draft.pace
            last.open_unit = False
            last.places += draft.places
            last.clauses += draft.clauses
        else:
            merged.append(draft)
    return [d for d in merged if not _has_better(d, merged)]


def _has_better(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Beside a run with a distance, a mere time or a mere "marathon" is something else."""
    mere = draft.named and not draft.times and draft.pace is None
    if draft.distance is not None and not mere:
        return False
    return any(o is not draft and o.distance is not None and not o.named for o in drafts)


# -- figures ------------------------------------------------------------------------------------


def _pace_value(quantity: Quantity, draft: Draft) -> float:
    """Seconds per kilometre; a pace without unit is one per unit of the run's distance."""
    if quantity.unit:
        return quantity.value
    seconds = quantity.options[0] if quantity.options else quantity.value
    return seconds * 1000 / (draft.unit if draft.unit >= 1000 else 1000.0)


def _resolve(drafts: Sequence[Draft], units: str | None) -> None:
    """Chooses among the durations that the clocks of each run may stand for."""
    for draft in drafts:
        if draft.unit < 1000 and units == "mi" and draft.pace is not None:
            pass
        for quantity in draft.times:
            if draft.distance is None:
                continue
            seconds = duration_over(quantity, draft.distance)
            if seconds is not None and draft.duration is None:
                draft.duration = seconds
            elif seconds is None and draft.pace is None:
                pace = pace_of(quantity, draft.distance)
                draft.pace = None if pace is None else _pace_value(quantity, draft)


# -- days and climb -----------------------------------------------------------------------------


def _add_days(drafts: Sequence[Draft], clauses: Sequence[Clause], cast: Sequence[Cast]) -> None:
    """Gives each run its day: the one before it in its sentence, else the one behind it."""
    days = [m for m in cast if m.role is Role.DAY and m.stance in (*OWN, Stance.SUM, Stance.WALK)]
    header: int | None = None
    for sentence in sorted({clause.sentence for clause in clauses}):
        here = [
            m
            for m in days
            if clauses[m.clause].sentence == sentence and _of_run(m, clauses, drafts)
        ]
        runs = [d for d in drafts if d.places and clauses[d.clauses[0]].sentence == sentence]
        if not runs:
            header = int(here[-1].quantity.value) if here else header
            if here and _only_a_day(clauses, here, sentence):
                _day_behind(drafts, here[0], clauses)
            continue
        if not here:
            for run in runs:
                run.day = header
            continue
        header = None
        _days_in_sentence(runs, here)


def _of_run(day: Cast, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> bool:
    """Whether a day stands with a run, or before one; "race on Sunday" behind it is another matter."""
    if any(day.clause in draft.clauses or day.place < draft.places[0] for draft in drafts):
        return True
    clause = clauses[day.clause]
    return not clause.has("kinds.race", "run_noun", "named") or day.quantity.value == 0


def _only_a_day(clauses: Sequence[Clause], here: Sequence[Cast], sentence: int) -> bool:
    length = sum(c.end - c.start for c in clauses if c.sentence == sentence)
    return length <= len(here) + 1


def _day_behind(drafts: Sequence[Draft], day: Cast, clauses: Sequence[Clause]) -> None:
    """ "5k in 25. Yesterday." """
    earlier = [d for d in drafts if d.places and d.places[0] < day.place]
    if earlier and earlier[-1].day is None and len(earlier) == len(drafts):
        earlier[-1].day = int(day.quantity.value)


def _days_in_sentence(runs: Sequence[Draft], days: Sequence[Cast]) -> None:
    first = min(runs[0].places)
    if days[0].place < first:
        for run in runs:
            earlier = [day for day in days if day.place < min(run.places)]
            run.day = int(earlier[-1].quantity.value)
        return
    starts = [min(run.places) for run in runs]
    for at, run in enumerate(runs):
        later = [day for day in days if day.place > starts[at]] or list(days[-1:])
        run.day = int(later[0].quantity.value)


def _add_climb(drafts: Sequence[Draft], cast: Sequence[Cast]) -> None:
    for member in cast:
        if member.role is not Role.CLIMB:
            continue
        earlier = [d for d in drafts if d.places and min(d.places) < member.place]
        target = earlier[-1] if earlier else (drafts[0] if drafts else None)
        if target is not None and target.climb is None:
            target.climb = round(member.quantity.value)
