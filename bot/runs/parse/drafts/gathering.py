"""Gathers the quantities in their roles into runs: which time belongs to which distance and day."""

from collections.abc import Sequence

from bot.runs.parse.drafts.ahead import but_after_tomorrow, but_later_in_the_week, but_later_today
from bot.runs.parse.drafts.bare_numbers import MILE, in_kilometres, settle_open
from bot.runs.parse.drafts.beside_walks import but_walks
from bot.runs.parse.drafts.counted_out import count_out
from bot.runs.parse.drafts.day_alone import by_their_time, is_another_day, is_their_sum
from bot.runs.parse.drafts.exact_times import is_told_better
from bot.runs.parse.drafts.lending import lend_day, lend_distance, lend_to_each_day
from bot.runs.parse.drafts.part_times import add_times, in_seconds
from bot.runs.parse.drafts.repeated import EACH_WAY, repeat_on_days, run_both_ways
from bot.runs.parse.drafts.rows import without_rows
from bot.runs.parse.drafts.run_days import add_days
from bot.runs.parse.drafts.told_twice import merge_told_twice
from bot.runs.parse.figures.pacing import duration_over, fastest, pace_of
from bot.runs.parse.figures.quantities import DAYS, Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

_LONG = 1200
"""Seconds of a time that is no warm-up beside a run that it does not fit."""

_A_RUN_MORE = 2000
"""Metres by which a sum is hardly less than a run beyond the others."""

_KNOWN = any_of("known_number")
_STRUCTURE = frozenset({Role.PART, Role.TOTAL, Role.REPS})
_REACHING = _STRUCTURE | {Role.DISTANCE, Role.TIME, Role.PACE, Role.OPEN}
"""Without any of these roles there is no run."""

_OPEN = frozenset({Role.OPEN, Role.PART, Role.DIFFERENCE})
"""What may stand without its unit."""


def gather(post: Post, units: str | None) -> list[Draft]:
    """The runs of a post, in the order of telling."""
    cast, roles = post.cast, post.roles
    if roles.isdisjoint(_REACHING):
        return []
    members = cast if roles.isdisjoint(_OPEN) else settle_open(post.items, cast, units)
    if units == "km" and post.told & _KNOWN:
        members = in_kilometres(members)
    if Stance.WALK in post.stances:
        members = but_walks(members, post.clauses)
    per = MILE if units == "mi" else 1000.0
    told = roles if members is cast else {member.role for member in members}
    plain = _STRUCTURE.isdisjoint(told)
    drafts = _sequence(post.items, members, per) if plain else _with_sessions(post, members, per)
    lent = lend_distance(drafts, post)
    _resolve(drafts, per)
    if drafts and Stance.SUM in post.stances:
        drafts = _but_sums(drafts, post.clauses)
    if Role.DAY in roles:
        drafts = but_after_tomorrow(drafts, post)
        add_days(drafts, post.clauses, cast)
        lend_day(drafts, post, lent)
        lend_to_each_day(drafts, post)
        drafts = but_later_today(repeat_on_days(drafts, post), post)
        drafts = but_later_in_the_week(drafts, post)
    if post.told & EACH_WAY:
        drafts = run_both_ways(drafts, post)
    if Role.CLIMB in told:
        _add_climb(drafts, members)
    return drafts


def _with_sessions(post: Post, members: Sequence[Cast], per: float) -> list[Draft]:
    """The runs of a post of which one at least is told by its parts."""
    groups = [] if Role.TOTAL in post.roles else by_their_time(members, post.clauses)
    if groups:
        return [draft for group in groups for draft in _of_one_time(post, group, per)]
    return (
        _sequence(post.items, members, per) if _several_days(members) else _structured(members, per)
    )


def _of_one_time(post: Post, group: Sequence[Cast], per: float) -> list[Draft]:
    if _STRUCTURE.isdisjoint({member.role for member in group}):
        return _sequence(post.items, group, per)
    return _structured(group, per)


def _add_climb(drafts: Sequence[Draft], cast: Sequence[Cast]) -> None:
    """Gives each climb to the run that is told before it, else to the first."""
    for member in cast:
        if member.role is not Role.CLIMB:
            continue
        earlier = [d for d in drafts if d.places and d.first < member.place]
        target = earlier[-1] if earlier else (drafts[0] if drafts else None)
        if target is not None and target.climb is None:
            target.climb = round(member.quantity.value)


def _but_sums(drafts: list[Draft], clauses: Sequence[Clause]) -> list[Draft]:
    """Without the sum that a run with its time went into: "6k easy, 37:15, that's 38k for the week".

    A week that is told first may have its longest run told behind it: then the runs may be known already, but
    not where the sentence of a run opens with its day: "5k last week. Today 7k".
    """
    runs = [draft for draft in drafts if Stance.SUM not in draft.stances]
    if (
        runs
        and len(runs) < len(drafts)
        and all(_is_one_more(draft, runs, clauses) for draft in drafts)
    ):
        return drafts  # "5k 28 min, 6k 34 min this week"
    timed = drafts[0].distance is not None and drafts[0].duration is not None
    if timed and runs[:1] == drafts[:1]:
        return runs
    if len(runs) > 1 and all(_is_dated_by_a_watch(draft, clauses) for draft in runs):
        return runs  # "managed two this week so far. Mon 5k 30:10, today 5k 29:40"
    return runs if runs and all(_opens_with_its_day(draft, clauses) for draft in runs) else drafts


def _is_one_more(draft: Draft, runs: Sequence[Draft], clauses: Sequence[Clause]) -> bool:
    """Whether a run has its time and no day, and is no sum, as it is hardly longer than those beside it."""
    if draft.distance is None or draft.duration is None:
        return False
    if any(clauses[number].labels & DAYS for number in draft.clauses):
        return False
    return draft in runs or draft.distance - sum(run.distance or 0.0 for run in runs) < _A_RUN_MORE


def _is_dated_by_a_watch(draft: Draft, clauses: Sequence[Clause]) -> bool:
    return draft.by_a_clock and any(clauses[number].labels & DAYS for number in draft.clauses)


def _opens_with_its_day(draft: Draft, clauses: Sequence[Clause]) -> bool:
    """Whether today or a day before opens the sentence of a run."""
    sentence = clauses[draft.clauses[0]].sentence
    head = next(clause for clause in clauses if clause.sentence == sentence)
    day = head.items[head.start]
    return isinstance(day, Quantity) and day.is_over


def _several_days(members: Sequence[Cast]) -> bool:
    days = {member.quantity.value for member in members if member.role is Role.DAY}
    return len(days) > 1 and not any(member.role is Role.PART for member in members)


# -- one structured run -------------------------------------------------------------------------


def _structured(members: Sequence[Cast], per: float) -> list[Draft]:
    """One run told by its parts: the stated total, or else the sum."""
    draft = Draft()
    distances = [m for m in members if m.role in (Role.DISTANCE, Role.PART) and m.is_distance]
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
    alone = len(distances) == 1 and not reps
    whole = bool(totals) or not parts or alone or len(distances) > len(chosen) == 1
    add_times(draft, members, distances, chosen, whole_known=whole)
    paces = [m for m in members if m.role is Role.PACE and not _is_nil(m)] if whole else []
    if paces and not reps and not parts:
        draft.pace = _pace_value(paces[0].quantity, draft, per)
    if draft.distance == 0:
        draft.distance = None
    return [draft] if draft.places else []


def _is_nil(member: Cast) -> bool:
    """Whether it comes to nothing in whole metres or seconds, as no distance and no pace does: "was 0"."""
    return member.quantity.value < 0.5


def _whole_or_sum(distances: list[Cast], reps: list[Cast], parts: bool) -> list[Cast]:
    """The members whose distances make up the run."""
    if not distances:
        return reps
    largest = max(distances, key=lambda member: member.quantity.value)
    rest = sum(m.quantity.value for m in distances) - largest.quantity.value
    outer = largest in (distances[0], distances[-1])
    if outer and abs(largest.quantity.value - rest) <= 0.03 * rest and len(distances) > 2:
        return [largest]
    if not parts or (len(distances) == 1 and reps and _covers(largest, reps)):
        return [largest] if reps else distances
    if largest.role is Role.DISTANCE and reps:
        return [largest]
    return [*distances, *reps]


def _covers(whole: Cast, reps: list[Cast]) -> bool:
    """Whether a distance is long enough to hold the repeats: "6x1000, with warm-up 11 km"."""
    return whole.quantity.value >= sum(member.quantity.value for member in reps)


# -- a sequence of runs -------------------------------------------------------------------------


def _sequence(items: Sequence[Item], members: Sequence[Cast], per: float) -> list[Draft]:
    """Runs one after the other: a second distance begins a new one, times join what lacks one."""
    drafts: list[Draft] = []
    for member in members:
        draft = _draft_for(drafts, member, items)
        if draft is None:
            continue
        if not drafts or drafts[-1] is not draft:
            drafts.append(draft)
        _add(draft, member, per)
    return merge_told_twice(items, count_out(items, without_rows(drafts)))


def _draft_for(drafts: Sequence[Draft], member: Cast, items: Sequence[Item]) -> Draft | None:
    """The run that a figure belongs to: the present one, a new one, or none."""
    current = drafts[-1] if drafts else None
    role = member.role
    if role is not Role.TIME and _is_nil(member):
        return None
    if role is Role.TOTAL and is_their_sum(drafts, member, items):
        return None
    if role is Role.DISTANCE or role is Role.TOTAL:
        apart = (
            current is None
            or current.distance
            or is_another_day(items, current.first, member.place)
        )
        return Draft() if apart else current
    if role is Role.TIME:
        apart = current is not None and is_another_day(items, member.place, current.first)
        if current is not None and not apart and is_told_better(current, member, items):
            current.times.clear()
        return Draft() if apart else _draft_for_time(current, member)
    if role is Role.PACE:
        return current if current is not None and current.pace is None else Draft()
    return None


def _draft_for_time(current: Draft | None, member: Cast) -> Draft | None:
    if current is None:
        return Draft()
    if current.distance is None:
        return Draft() if current.times else current
    pace = pace_of(member.quantity, current.distance) is not None
    if pace or duration_over(member.quantity, current.distance) is not None:
        timed = not pace and current.times and _has_its_time(current, current.distance)
        return Draft() if timed else current
    if current.times:
        return Draft()
    if in_seconds(member.quantity) > _LONG:
        return current  # to be doubted: "2 km, 2 hours, one museum", "28 km, 1:05:10" by bike
    return current if member.quantity.led else None


def _has_its_time(draft: Draft, metres: float) -> bool:
    return any(duration_over(time, metres) is not None for time in draft.times)


def _add(draft: Draft, member: Cast, per: float) -> None:
    quantity = member.quantity
    draft.take(member)
    role = member.role
    if role is Role.TIME:
        draft.times.append(quantity)
    elif role is Role.PACE:
        draft.pace = _pace_value(quantity, draft, per)
    else:
        draft.distance = quantity.value
        draft.unit = quantity.unit
        draft.named = "said" in quantity.meanings
        draft.open_unit = not quantity.unit and not quantity.meanings


# -- figures ------------------------------------------------------------------------------------


def _pace_value(quantity: Quantity, draft: Draft, per: float) -> float:
    """Seconds per kilometre; a pace without unit is per unit of the distance, else per `per` metres.

    One that nobody runs for a mile is per kilometre.
    """
    if quantity.unit:
        return quantity.value
    seconds = quantity.options[0] if quantity.options else quantity.value
    pace = seconds * 1000 / (draft.unit if 1000 <= draft.unit <= MILE else per)
    return seconds if pace < fastest(draft.distance or 1000) else pace


def _resolve(drafts: Sequence[Draft], per: float) -> None:
    """Chooses among the durations that the clocks of each run may stand for."""
    for draft in drafts:
        for quantity in draft.times:
            if draft.distance is None:
                continue
            seconds = duration_over(quantity, draft.distance)
            if seconds is not None and draft.duration is None:
                draft.duration = seconds
            elif seconds is None and draft.pace is None:
                pace = pace_of(quantity, draft.distance)
                draft.pace = None if pace is None else _pace_value(quantity, draft, per)
