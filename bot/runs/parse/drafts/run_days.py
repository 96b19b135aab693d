"""Gives runs their days: which of those told belongs to which run."""

from collections.abc import Sequence

from bot.runs.parse.drafts.ahead import comes_after_tomorrow
from bot.runs.parse.drafts.days_around import heads_its_legs, is_around_a_run
from bot.runs.parse.drafts.repeated import is_of_its_sunday
from bot.runs.parse.figures.quantities import DISTANCES, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

_OF_A_RUN, _BODY = any_of("effort_of", "run_noun"), any_of("body")
_IS, _AFTER = any_of("copula"), any_of("before_after")
_UNTIL, _BEFORE, _HENCE = (
    any_of("until"),
    any_of("deadline") | any_of("before_after"),
    any_of("hence"),
)
_TO_COME, _RACE = _UNTIL | _BEFORE | any_of("sees_others", "wishes"), any_of("kinds.race")
_EASY = any_of("kinds.easy", "kinds.recovery")
_OWNED, _A_WEEKEND, _RACE_DAY = "'s", 2, 3
_FIRST = any_of("tags.comeback")
_NOTHING_SINCE = any_of(
    "no_run", "tags.first", "tags.comeback", "best_over", "superlative", "aches"
)
_BETTER, _BY, _THAN = any_of("delta"), any_of("delta_lead"), any_of("companion")
_SINCE, _UP_TO_IT = any_of("since_when"), DISTANCES | any_of("determiner", "on", "last")
_SMALL_WORDS = any_of("small", "on", "determiner", "leads_to_point")


def add_days(drafts: Sequence[Draft], clauses: Sequence[Clause], cast: Sequence[Cast]) -> None:
    """Gives each run its day: the one before it in its sentence, else the one behind it."""
    told = {number for draft in drafts for number in draft.clauses}
    if drafts and all(draft.distance for draft in drafts):
        cast = [m for m in cast if m.role is not Role.DAY or not _is_counted_from(m, clauses)]
        cast = [m for m in cast if not _is_of_a_race_besides(m, clauses, drafts)]
    cast = [m for m in cast if m.role is not Role.DAY or not _is_compared_with(m, clauses)]
    days = [
        m
        for m in _days_of_runs(clauses, cast)
        if not _is_of_a_time_apart(m, cast, drafts)
        and (m.clause in told or not comes_after_tomorrow(m, clauses, cast))
    ]
    if not days:
        return
    header: int | None = None
    for sentence in sorted({clause.sentence for clause in clauses}):
        here = [
            m
            for m in days
            if clauses[m.clause].sentence == sentence and _of_run(m, clauses, drafts)
        ]
        runs = [d for d in drafts if d.places and clauses[d.clauses[0]].sentence == sentence]
        if not runs and here and (going_on := _without_day(drafts, clauses, sentence)):
            going_on.day = int(here[0].quantity.value)
            continue
        if not runs:
            header = int(here[-1].quantity.value) if here else header
            if here and (_only_a_day(clauses, here, sentence) or _calls_it_by(clauses, here[0])):
                _day_behind(drafts, here[0], clauses)
            continue
        if not here:
            for run in runs:
                run.day = header if run.day is None else run.day
            continue
        header = None
        _days_in_sentence(runs, here, clauses)


def _days_of_runs(clauses: Sequence[Clause], cast: Sequence[Cast]) -> list[Cast]:
    """The days that are told of a run: those of what was done, else what leads to a run or heads its parts."""
    # "The first in six weeks" looks back, though it sounds like a day ahead: no run has one.
    told = [m for m in cast if m.role is Role.DAY and m.quantity.value <= 0]
    days = [m for m in told if m.stance in (*OWN, Stance.SUM, Stance.WALK)]
    days = days or [m for m in told if is_around_a_run(m, clauses)]
    days = days or [m for m in told if heads_its_legs(m, clauses)]
    days = [m for m in days if not _is_of_what_came_before(m, clauses)] or days
    return [m for m in days if not _is_of_a_race_to_come(m, clauses)]


def _is_of_a_time_apart(day: Cast, cast: Sequence[Cast], drafts: Sequence[Draft]) -> bool:
    """Whether it is the day of another time that a run is only compared with: "5k in 28:10, yesterday 29:10"."""
    taken = {place for draft in drafts for place in draft.places}
    behind = next((m for m in cast if m.place == day.place + 1), None)
    apart = behind is not None and behind.role is Role.TIME and behind.place not in taken
    return apart and any(draft.times and draft.last < day.place for draft in drafts)


def _is_compared_with(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether a run is told to be better or worse than on that day: "better than yesterday", "quicker than Sunday"."""
    clause = clauses[day.clause]
    led = [item.labels for item in clause.items[max(clause.start, day.place - 2) : day.place]]
    if not led:
        return False
    if led[-1] & _BETTER and led[-1] & _BY:
        return True
    return len(led) > 1 and led[-1] & _THAN != 0 and led[-2] & _BETTER != 0


def _is_counted_from(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it only says since when nothing was run, or up to when: "first since Sunday", "last before Sunday"."""
    clause, at = clauses[day.clause], day.place - 1
    if (
        "weekday" in day.quantity.meanings
        and clause.labels & _TO_COME
        and _is_to_come(day, clauses)
    ):
        return True
    if not clause.labels & _SINCE:
        return False
    while at > clause.start and clause.items[at].labels & _UP_TO_IT:
        at -= 1
    since = clause.items[at].labels
    if not since & _SINCE or since & _FIRST:
        return since & _FIRST != 0
    before = clauses[day.clause - 1] if at == clause.start and day.clause else clause
    return before.sentence == clause.sentence and before.labels & _NOTHING_SINCE != 0


def _is_to_come(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether a weekday is waited for: "good luck to everyone racing Sunday", "last before Sunday's half".

    A run before something else that day is of it: "8k before Sunday lunch".
    """
    clause = clauses[day.clause]
    if clause.has("sees_others", "wishes"):
        return True
    lead = clause.items[day.place - 1].labels if day.place > clause.start else 0
    if not lead & _UNTIL and lead & _BEFORE != _BEFORE:
        return False
    behind = clause.items[day.place + 1 : day.place + 2]
    race = bool(behind) and behind[0].labels & (_RACE | DISTANCES) != 0
    here = [one for one in clauses[: day.clause + 1] if one.sentence == clause.sentence]
    return race or not any(one.labels & DISTANCES for one in here)


def _is_of_a_race_besides(day: Cast, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> bool:
    """Whether it is that of another race than an easy run told behind it: "half on Sunday, so an easy 5k, 30:10"."""
    clause, first = clauses[day.clause], drafts[0]
    if day.role is not Role.DAY or "weekday" not in day.quantity.meanings:
        return False
    if day.clause >= first.clauses[0]:
        return False
    if clause.has("looks_back", "unmet", "self"):
        return False
    far = clause.quantities(Measure.DISTANCE)
    others = [one for one in far if "said" in one.meanings and one.value != first.distance]
    run = clauses[first.clauses[0]]
    hence = run.items[run.start].labels & _HENCE
    return bool((clause.has("kinds.race") or others) and (hence or run.labels & _EASY))


def _is_of_what_came_before(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of what a run came after, and of no figure: "legs like wood after yesterday's reps"."""
    clause = clauses[day.clause]
    opens = clause.items[clause.start].labels & _AFTER != 0
    return opens and len(clause.measured_items) == 1


def _is_of_a_race_to_come(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it only says when a race is: "Saturday is race day so I only ran 5k, 28:30"."""
    clause = clauses[day.clause]
    if day.place != clause.start or clause.end - clause.start < _RACE_DAY:
        return False
    is_ = clause.items[clause.start + 1].labels & _IS != 0
    return is_ and clause.has("kinds.race") and len(clause.measured_items) == 1


def _of_run(day: Cast, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> bool:
    """Whether a day stands with a run, or before one; "race on Sunday" behind it is another matter."""
    if any(day.clause in draft.clauses or day.place < draft.places[0] for draft in drafts):
        return True
    clause = clauses[day.clause]
    if day.clause and clauses[day.clause - 1].closed_by == "|":
        return True  # "12.4km | 54:48 | Tuesday tempo"
    if clause.has("looks_back"):
        return True  # "my marathon is done. Sunday was the hardest race of my life, 4:31:09"
    if not clause.has("kinds.race") and _calls_it_by(clauses, day):
        return True  # "12k in 1:04:11. Sunday's run, for the record"
    return not clause.has("kinds.race", "run_noun", "named") or day.quantity.value == 0


def _without_day(drafts: Sequence[Draft], clauses: Sequence[Clause], sentence: int) -> Draft | None:
    """A run begun before that goes on in the sentence: "Marathon done! 3:58:12 on Sunday"."""
    for draft in drafts:
        if draft.day is None and any(clauses[c].sentence == sentence for c in draft.clauses):
            return draft
    return None


def _only_a_day(clauses: Sequence[Clause], here: Sequence[Cast], sentence: int) -> bool:
    """Whether a sentence says hardly more than a day: "Yesterday.", "That was on Saturday."."""
    told = [
        item
        for clause in clauses
        if clause.sentence == sentence
        for item in clause.items[clause.start : clause.end]
    ]
    return sum(not item.labels & _SMALL_WORDS for item in told) <= len(here) + 1


def _calls_it_by(clauses: Sequence[Clause], day: Cast) -> bool:
    """Whether a run is called by its day in a clause of its own: "Saturday's big one."."""
    clause = clauses[day.clause]
    if day.place != clause.start or not day.quantity.text.endswith(_OWNED):
        return False
    last = clause.items[clause.end - 1]
    one = isinstance(last, Quantity) and last.measure is Measure.NUMBER and last.value == 1
    return one or (last.labels & _OF_A_RUN != 0 and not last.labels & _BODY)


def _day_behind(drafts: Sequence[Draft], day: Cast, clauses: Sequence[Clause]) -> None:
    """ "5k in 25. Yesterday." """
    earlier = [d for d in drafts if d.places and d.places[0] < day.place]
    if earlier and earlier[-1].day is None and len(earlier) == len(drafts):
        earlier[-1].day = int(day.quantity.value)


def _heads_the_next(day: Cast, run: Draft, clauses: Sequence[Clause]) -> bool:
    """Whether a colon leads from a day behind a run to what comes next: the Tuesday of "Mon: 5k 27:10 Tue: off"."""
    clause = clauses[day.clause]
    return run.last < day.place == clause.end - 1 and clause.closed_by == ":"


def _days_in_sentence(
    runs: Sequence[Draft], days: Sequence[Cast], clauses: Sequence[Clause]
) -> None:
    if len(days) == len(runs):
        for run, day in zip(runs, days, strict=True):
            run.day = int(day.quantity.value)
        return
    if len(runs) == _A_WEEKEND and is_of_its_sunday(days[0], *runs):
        runs[0].day, runs = int(days[0].quantity.value) - 1, runs[1:]
    leads = days[0].place < runs[0].first
    for run in runs:
        if leads:
            here = [day for day in days if day.clause in run.clauses]
            own = [day for day in here if not _heads_the_next(day, run, clauses)][:1]
            told = own or [day for day in days if day.place < run.first][-1:]
        else:
            told = [day for day in days if day.place > run.first][:1] or list(days[-1:])
        run.day = int(told[0].quantity.value)
