"""Tells bests, totals and counted runs apart from one run."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import CLOCKS, Item, Measure, Quantity, is_day, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme

_NONE, _WHICH_IS = any_of("negation"), any_of("which_is")
_LISTED, _IS = any_of("pb_list"), any_of("pb_verb")
_UP_TO, _NOW_OR_A_MONTH = any_of("leads_to_named", "until"), any_of("now", "month", "day")
_FELT = any_of("body", "moods")
_GONE = any_of("record_gone")
_FURTHEST = any_of("superlative")
_A_RUN = any_of("run_noun", "named")
_AT = any_of("at", "on", "about", "in_time")
_I_HAVE_BEEN = any_of("self", "subject", "filler", "still", "copula")
_BRINGS, _MAKES = any_of("brings_to"), any_of("total", "brings_to")
_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)
_TIMES = (Measure.CLOCK, Measure.DURATION, Measure.NUMBER)
_RECORD = any_of("records")
_THE, _SELF = any_of("determiner"), any_of("self")
_TOTAL, _YEAR = any_of("total"), any_of("year")
_FIRST_TIME = any_of("tags.first")


def is_best(clause: Clause) -> bool:
    """Whether a best or a record is told, and no run that just became one: "my 10k PB is 48:12"."""
    if not clause.has("self") and (clause.has("world_record") or _is_anyones(clause)):
        return True
    if _is_the_fastest_there_was(clause) or _is_the_longest_there_was(clause):
        return True
    if _is_the_record(clause):
        return True
    if not clause.has("pb") or clause.has("pb_now"):
        return False
    if _is_new(clause) or _is_none(clause) or _is_what_it_became(clause):
        return False
    if clause.has("pb_list"):
        return not clause.has("run_past", "strong_did") and not clause.quantities(Measure.DAY)
    told = clause.has("run_past", "strong_did") or clause.quantities(Measure.DAY)
    behind = clause.items[clause.place("pb") : clause.end]
    return not told and any("pb_verb" in item.meanings for item in behind)


def _is_anyones(clause: Clause) -> bool:
    """Whether it tells what won a race, or that a record went: "winning time was 31:12", "course record fell"."""
    at = clause.place("anyones_record")
    behind = clause.items[at : min(at + 2, clause.end)]
    return any(item.labels & _GONE for item in behind)


def _is_what_it_became(clause: Clause) -> bool:
    """Whether a told run is called a best behind its figures: "3.8 km in 32 min which is my best so far"."""
    at = min(clause.place("pb"), clause.place("pb_list"))
    if not clause.measured or clause.measured_at[-1] > at - 2:
        return False
    return any(item.labels & _WHICH_IS for item in clause.items[at - 2 : at])


def _is_the_fastest_there_was(clause: Clause) -> bool:
    """Whether it opens with what was the fastest, and no day: "my fastest 5k was 24:10"."""
    best, *behind = clause.items[clause.start : clause.end]
    others = best.labels & _FURTHEST and not clause.has("self")  # "fastest 5k tonight was 17:40"
    dated = clause.quantities(Measure.DAY)
    if not (best.labels & _LISTED or others) or not clause.opening or (dated and not others):
        return False
    behind = [item for item in behind if not (others and item in dated)]
    figures = [at for at, item in enumerate(behind) if isinstance(item, Quantity)]
    if len(figures) != 2 or not is_distance(behind[figures[0]]):
        return False
    return figures[1] - figures[0] > 1 and behind[figures[1] - 1].labels & _IS != 0


def _is_the_longest_there_was(clause: Clause) -> bool:
    """Whether it opens with what was furthest so far, and no day: "longest I've ever done is 16k"."""
    if clause.quantities(Measure.DAY) or clause.measured or not clause.has("self"):
        return False
    if not clause.items[clause.start].labels & _FURTHEST or not clause.opening:
        return False
    at = clause.place("copula")
    return at + 1 < clause.end and is_distance(clause.items[at + 1])


def _is_the_record(clause: Clause) -> bool:
    """Whether a time is said to be the record, of whoever holds it: "49:58 is the 10k record in our office"."""
    time, *behind = clause.items[clause.start : min(clause.start + 6, clause.end)]
    if len(behind) < 3 or not time.labels & CLOCKS or clause.quantities(Measure.DAY):
        return False
    if not behind[0].labels & _IS or behind[1].labels & (_THE | _SELF) != _THE:
        return False
    return any(item.labels & _RECORD for item in behind[2:])


def _is_none(clause: Clause) -> bool:
    """Whether there was no best right there: "no PBs, just 5k"."""
    at = clause.place("pb") - 1
    return at >= clause.start and clause.items[at].labels & _NONE != 0


def _is_new(clause: Clause) -> bool:
    """Whether a best is called new over the distance between: "new half PB", "big 10k PB"."""
    back = clause.place("pb") - 1
    if clause.items[back + 1].text.endswith(" is"):
        return False  # "new 10k course record is 29:40"
    while back > clause.start and isinstance(clause.items[back], Quantity):
        back -= 1
    return back >= clause.start and "fresh" in clause.items[back].meanings


def is_no_better(clause: Clause) -> bool:
    """Whether it is the time that somebody always takes by now: "stuck at 52 for the 10k", "plateaued at 25 mins"."""
    at = clause.place("levelled_off")
    behind = clause.items[at + 1 : clause.end][:2]
    if len(behind) < 2 or not behind[0].labels & _AT or clause.quantities(Measure.DAY):
        return False
    led = clause.items[clause.start : at]
    ones_own = all(item.labels & _I_HAVE_BEEN for item in led)  # no "heating was stuck on 30"
    return ones_own and isinstance(behind[1], Quantity) and behind[1].measure in _TIMES


def is_total(clause: Clause) -> bool:
    """Whether it is of more than a run, or heads a sum: "October: 180 km", "week 46: 52 km"."""
    if clause.has("period_strong"):
        return not (clause.has("software") and clause.place("for_lead") == clause.start)
    first = clause.items[clause.start]
    length = clause.end - clause.start
    if "month" in first.meanings and _leads_up_to_now(clause.items[clause.start + 1 : clause.end]):
        return True
    if clause.closed_by != ":" or not isinstance(first, Lexeme):
        return False
    told = clause.items[clause.start + 1 : clause.end]
    if first.labels & _TOTAL and told and told[0].labels & _YEAR:
        return True  # "total 2026: 1,104 km"
    done = all("strong_did" in item.meanings for item in told)
    last = clause.items[clause.end - 1]
    of_a_week = "week" in first.meanings or (isinstance(last, Lexeme) and "week" in last.meanings)
    return ("month" in first.meanings and done) or (length < 3 and of_a_week)


def _leads_up_to_now(behind: Sequence[Item]) -> bool:
    """Whether a month is the first of several: "January to now", "Jan till Nov"."""
    if len(behind) < 2 or not behind[0].labels & _UP_TO:
        return False
    return bool(behind[1].labels & _NOW_OR_A_MONTH)


def is_of_a_period(clause: Clause) -> bool:
    """Whether it is of a week or month; "after three bad days this week 9k today in 51 min" is of today.

    What is so "for the first time this week" is of the run that is told.
    """
    at = clause.place("period")
    if at == clause.start + 1 == clause.end - 1 and clause.items[at - 1].labels & _FELT:
        return False  # "legs ok so far"
    if at > clause.start and clause.items[at - 1].labels & _FIRST_TIME:
        return False
    if clause.labels & _FURTHEST and _is_a_run_above_the_others(clause, at):
        return False
    days = clause.quantities(Measure.DAY)
    today = clause.measured and any("day" in day.meanings for day in days)
    alone = len(clause.quantities(Measure.DISTANCE)) == 1
    return not clause.has("split_first", "pb_list") and not (today and alone)


def _is_a_run_above_the_others(clause: Clause, period: int) -> bool:
    """Whether one run is above all those of the period: "slowest parkrun this year", but not "longest week"."""
    run = clause.items[period - 1] if period > clause.start else None
    if run is None or not (is_distance(run) or run.labels & _A_RUN):
        return False
    led = clause.items[max(clause.start, period - 3) : period - 1]
    timed = max(clause.measured_at, default=0) > period  # "fastest 5k this year 23:40"
    alone = len(clause.quantities(Measure.DISTANCE)) < 2 and not timed
    return alone and any(item.labels & _FURTHEST for item in led)


def leads_to_a_sum(clause: Clause) -> bool:
    """Whether a distance opens it, and leads to what there is by now: "15k today which makes 41 for the week"."""
    period = clause.place("period")
    told = [
        (at, item)
        for at, item in zip(clause.measured_at, clause.measured_items, strict=True)
        if at < period and item.measure in _HOW_FAR
    ]
    if len(told) != 2 or any(not day.is_over for day in clause.quantities(Measure.DAY)):
        return False
    (first, far), (last, so_far) = told
    opens = first - clause.start < 2 and is_distance(far) and last == period - 1
    leads = clause.items[last - 1].labels & (_MAKES if clause.surely_over else _BRINGS)
    return opens and leads != 0 and far.value < so_far.value * (so_far.unit or far.unit or 1.0)


def sums_up_since(clause: Clause) -> bool:
    """Whether a distance is all that there was since a day: "since 1 November only 22 km"."""
    opens = clause.place("since") == clause.start < clause.end - 1
    if not opens or clause.measured or clause.has("tags.first", "tags.comeback", "split_first"):
        return False
    day = clause.items[clause.start + 1]
    if not is_day(day):
        return False
    behind = clause.items[clause.start + 2 : clause.end][:1]
    return not any(map(is_distance, behind))  # "can't walk since Sunday's 30k"


def counts_sessions(clause: Clause) -> bool:
    """Whether runs are counted: "46 km in 4 runs"."""
    at = clause.place("sessions")
    counted = clause.items[at if isinstance(clause.items[at], Quantity) else at - 1]
    numbers = (Measure.NUMBER, Measure.OTHER)
    alone = isinstance(clause.items[at], Quantity) and not clause.quantities(Measure.DAY)
    behind = at > clause.start or alone  # but "two runs today: …"
    if not behind or not isinstance(counted, Quantity) or not counted.value:
        return False  # "a week off, 0 runs"
    return counted.measure in numbers
