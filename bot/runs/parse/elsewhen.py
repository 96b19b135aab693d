"""Tells whether a clause speaks of another time than that of a run just over: ahead, long ago, always, never."""

from collections.abc import Callable

from bot.runs.parse.by_a_watch import ROUND_SECONDS, is_run_by_a_watch
from bot.runs.parse.clauses import Clause
from bot.runs.parse.labels import any_of
from bot.runs.parse.quantities import Item, Measure, Quantity, is_distance

_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)
_UNMET, _WHOSE = any_of("unmet"), any_of("determiner")
_NONE = any_of("negation")
_MERELY = any_of("about", "auxiliary", "self", "run_past", "strong_did")
_FIGURES = (Measure.CLOCK, Measure.DISTANCE)
_TIMES = (Measure.CLOCK, Measure.DURATION, Measure.NUMBER)
_SOMEBODY = frozenset(("subject", "self", "person", "name"))
_THIS = any_of("demonstrative", "it")
_DETERMINERS = frozenset(("determiner", "article"))


def _finished(clause: Clause) -> int:
    """Where the author first says that something is done."""
    return min(clause.place("run_past"), clause.place("strong_did"), clause.place("pb_now"))


def _before_finished(clause: Clause, label: str) -> bool:
    return clause.has(label) and clause.place(label) < _finished(clause)


def first_of(label: str) -> Callable[[Clause], bool]:
    """The test that `label` comes before anything told as done."""
    return lambda clause: _before_finished(clause, label)


def is_needed(clause: Clause) -> bool:
    """Whether a figure is what somebody still has to run: "need 21:59 at parkrun", but "5k done, need a bath"."""
    if _is_called_for(clause):
        return True
    at = clause.place("needed")
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    if not isinstance(behind, Quantity) or behind.measure not in _FIGURES or at > _finished(clause):
        return False
    return clause.measured_at[0] > at


def is_told_with_its_wish(clause: Clause) -> bool:
    """Whether a distance opens it, and what that was to be ends it: "13.1 was meant to be 10"."""
    at = clause.place("was_to_be")
    if at >= clause.end - 1 or not is_distance(clause.items[clause.start]):
        return False
    led = clause.items[clause.start + 1 : at]
    wish = clause.items[clause.end - 1]
    days = all(isinstance(item, Quantity) and item.measure is Measure.DAY for item in led)
    wished = isinstance(wish, Quantity) and wish.measure in (Measure.DISTANCE, Measure.NUMBER)
    return days and wished and at == clause.end - 2


def _is_called_for(clause: Clause) -> bool:
    """Whether a time stands before what it is needed for: "1500 in 4:41 needed for the vest"."""
    at = clause.place("seeks")
    lead = clause.items[at - 1] if clause.start < at < clause.end else None
    return isinstance(lead, Quantity) and lead.measure is Measure.CLOCK and at < _finished(clause)


def hypothetical(clause: Clause) -> bool:
    """Whether something is only thought of; "my time was 51:30 if anyone asks" was not."""
    if not _before_finished(clause, "hypothetical") or is_told_with_its_wish(clause):
        return False
    at = clause.place("hypothetical")
    told = clause.measured and (clause.place("looks_back") < at or _is_tried_out(clause, at))
    return not told


def _is_tried_out(clause: Clause, at: int) -> bool:
    """Whether a run told by a watch was to find something out: "2k in 12:20 just to see if the knee holds"."""
    if clause.place("trying") >= at or not clause.quantities(Measure.CLOCK):
        return False
    behind = clause.items[at + 1 : clause.end]
    if clause.measured_at[-1] >= at:
        return False
    if is_run_by_a_watch(clause):
        return True  # "8k in 44:10 just to see if I still could"
    return not any("subject" in item.meanings for item in behind)


def _future_day(clause: Clause) -> bool:
    ahead = any(quantity.value > 0 for quantity in clause.quantities(Measure.DAY))
    return ahead and not clause.has("tags.first", "tags.comeback")


def plan(clause: Clause) -> bool:
    """Whether it is planned, for a day ahead, or under way and not over yet."""
    planned = _before_finished(clause, "plan") and not (
        _is_timed_before(clause)
        or _is_what_it_was_to_be(clause)
        or is_so_much_later(clause)
        or _is_what_was_left_of_it(clause)
    )
    if planned or _before_finished(clause, "purpose"):
        return True
    return _future_day(clause) or _goes_on_now(clause) or _is_under_way(clause)


def heads_a_plan(clause: Clause) -> bool:
    """Whether it is only the heading of what is to be run: "the plan: 6k easy"."""
    alone = clause.place("plan_head") == clause.end - 1
    return clause.opening and clause.closed_by == ":" and alone


def _is_under_way(clause: Clause) -> bool:
    """Whether it opens with a run that is not told as over: "running 10k for the hospice in May"."""
    if clause.place("progressive") != clause.start or clause.end - clause.start < 3:
        return False
    if clause.measured_items != clause.quantities(Measure.DISTANCE) or clause.has("strong_did"):
        return False
    return is_distance(clause.items[clause.start + 1]) and clause.has("month", "for_lead")


def _is_timed_before(clause: Clause) -> bool:
    """Whether a time that only a watch tells stands right before the plan: "2:04:55 for Sunday"."""
    at = clause.place("plan")
    lead = clause.items[at - 1] if at > clause.start else None
    told = "for_a_day" in clause.items[at].meanings
    return told and isinstance(lead, Quantity) and _is_watched(lead)


def _is_what_it_was_to_be(clause: Clause) -> bool:
    """Whether a watched run came in place of what was planned: "8k in 44:10 instead of the 12 planned"."""
    at = clause.place("delta_lead")
    if not clause.measured or at > clause.place("plan") or clause.measured_at[0] > at:
        return False
    unmet = clause.items[min(clause.place("plan"), clause.end - 1)].labels & _UNMET
    return unmet != 0 and is_run_by_a_watch(clause)


def is_so_much_later(clause: Clause) -> bool:
    """Whether it opens with how far one had gone by then: "7k later I knew", "anyway 11k later, I was home"."""
    at = clause.place("later")
    far = at - 1
    if at >= clause.end or not clause.opening or not clause.start <= far < clause.start + 2:
        return False
    if not is_distance(clause.items[far]):
        return False
    told = clause.items[at + 1 : at + 3]
    mark = bool(told) and told[0].text == ","
    return len(told) > mark and not _SOMEBODY.isdisjoint(told[mark].meanings)


def _is_watched(time: Quantity) -> bool:
    """Whether a time is told to the second, and these are not round, as those of wishes are."""
    return time.to_the_second and bool(time.options) and time.options[0] % 60 not in ROUND_SECONDS


def _is_what_was_left_of_it(clause: Clause) -> bool:
    """Whether it is how far a run went that was to be longer: "only 9k of the planned 14", but "raised 9k of it".

    The plan may stand behind as well: "8.2k of the 10k I'd planned".
    """
    of = clause.place("out_of")
    run = clause.items[of - 1] if clause.start < of < clause.end else None
    if not is_distance(run) or not all(
        i.labels & _MERELY for i in clause.items[clause.start : of - 1]
    ):
        return False
    behind = [item for item in clause.items[of + 1 : clause.end] if not item.labels & _WHOSE]
    figures = [item for item in behind if isinstance(item, Quantity) and not _is_over(item)]
    if len(figures) != 1 or figures[0].measure not in _HOW_FAR:
        return False
    return all(item in figures or item.labels & _UNMET or _is_over(item) for item in behind)


def _is_over(item: Item) -> bool:
    """Whether it is today or a day before."""
    return isinstance(item, Quantity) and item.measure is Measure.DAY and item.value <= 0


def goal(clause: Clause) -> bool:
    """Whether a goal stands before anything that is done; "8k of the planned 10", "13 was meant to be 10" were."""
    at = clause.place("goal")
    if at > clause.start and clause.items[at - 1].labels & _NONE and not clause.measured_items:
        return False  # "no goal, no watch until the end, 8k in 44:10"
    told = _is_what_was_left_of_it(clause) or is_told_with_its_wish(clause)
    return _before_finished(clause, "goal") and not (told or _is_told_behind_its_run(clause))


def _is_told_behind_its_run(clause: Clause) -> bool:
    """Whether a goal that was stands behind distance and time: "10k 47:10 Goal was 48"."""
    at = clause.place("goal")
    told = [i for i in clause.items[clause.start : at] if isinstance(i, Quantity)]
    timed = {i.measure for i in told} >= {Measure.DISTANCE, Measure.CLOCK}
    return timed and clause.items[at].labels & _UNMET != 0


def _goes_on_now(clause: Clause) -> bool:
    """Whether somebody is still out: "running 5k now", "out running 10k atm"."""
    if not clause.has("now") or not clause.has("progressive") or clause.has("strong_did"):
        return False
    over = clause.has("run_past") and clause.place("run_past") != clause.place("progressive")
    return not (over or clause.quantities(Measure.DURATION, Measure.CLOCK))


def habit(clause: Clause) -> bool:
    """Whether it is what somebody always does: "I do 10k every Sunday"."""
    days = clause.quantities(Measure.DAY)
    if clause.has("i_do") and not days and _is_done_always(clause):
        return True
    if clause.has("i_run") and clause.has("roughly") and not days:
        return True  # "I run 5k in about 30 min"
    if not clause.has("habit"):
        return False
    return not days or (not clause.measured and all("habit" in day.meanings for day in days))


def _is_done_always(clause: Clause) -> bool:
    """Whether a figure follows "I do": "I do 2:01 for a half", "I do a 10k in about an hour"."""
    behind = clause.items[clause.place("i_do") + 1 : clause.end]
    while behind and not _DETERMINERS.isdisjoint(behind[0].meanings):
        behind = behind[1:]
    return bool(behind) and isinstance(behind[0], Quantity)


def past(clause: Clause) -> bool:
    """Whether it was long ago; "first 10k since 2019" was not, nor was "5k out and back in 26:30"."""
    place = clause.place("past")
    if isinstance(clause.items[place], Quantity) and clause.has("since"):
        return False
    if clause.has("year") and clause.has("kinds.treadmill", "shoe") and _is_only_dated(clause):
        return False  # "treadmill from about 1998"
    if clause.measured and any(_is_just_over(day) for day in clause.quantities(Measure.DAY)):
        return False  # "27:30 for the 5k yesterday, a minute off last month"
    behind = clause.items[place + 1] if place + 1 < clause.end else None
    timed = isinstance(behind, Quantity) and behind.measure in _TIMES
    return not (timed and "back_in" in clause.items[place].meanings)


def _is_just_over(day: Quantity) -> bool:
    """Whether it is today or yesterday, by its name."""
    return "day" in day.meanings and -1 <= day.value <= 0


def _is_only_dated(clause: Clause) -> bool:
    """Whether a year is its only figure, and nobody runs in it."""
    return len(clause.quantities()) == 1 and not clause.has("run_past", "strong_did", "pb")


def formerly(clause: Clause) -> bool:
    """Whether it opens with "in former times": "früher 5 km in 18 min", but "früher los, 5 km"."""
    first = clause.start + 1
    opens = clause.place("formerly") == clause.start and first < clause.end
    return opens and is_distance(clause.items[first]) and not clause.quantities(Measure.DAY)


def was_so(clause: Clause) -> bool:
    """Whether it tells what was once run or easily run, without a figure: "years ago this was my loop"."""
    if clause.measured_items or clause.has("negation", "no_run"):
        return False
    if clause.has("run_noun", "run_thing") and clause.has("did", "run_past", "strong_did"):
        return True
    at = clause.place("looks_back")
    return at > clause.start and clause.items[at - 1].labels & _THIS != 0


def heads_what_is_ahead(clause: Clause) -> bool:
    """Whether a goal for a day ahead is only named, without a figure: "the target for Sunday"."""
    if clause.measured_items or clause.has("unmet", "looks_back", "did", "strong_did", "self"):
        return False
    return clause.has("goal", "plan_head") and clause.has("plan", "month")


def at_an_age(clause: Clause) -> bool:
    """Whether it opens with how old somebody was: "at 25 I ran a 38 min 10k", "me at 20: 5k 17:30"."""
    if clause.closed_by == ":" and clause.end - clause.start == 3 and clause.has("self"):
        return _is_an_age(clause.items[clause.end - 1])
    lead, *behind = clause.items[clause.start : min(clause.start + 3, clause.end)]
    if len(behind) < 2 or not clause.opening or "leads_to_point" not in lead.meanings:
        return False
    age, runner = behind
    return _is_an_age(age) and "subject" in runner.meanings and clause.has("run_past", "strong_did")


def _is_an_age(item: Item) -> bool:
    return isinstance(item, Quantity) and item.measure is Measure.NUMBER and 10 <= item.value < 100


def since_then(clause: Clause) -> bool:
    """Whether a run is only what has been the last so far: "it's been a month since I ran 10k"."""
    opens = (
        clause.place("since") == clause.start and clause.has("subject") and clause.has("run_past")
    )
    return opens and not clause.quantities(Measure.DAY, Measure.CLOCK, Measure.DURATION)


def once(clause: Clause) -> bool:
    """Whether a run is only remembered: "did a marathon once", "I once ran 50 km"."""
    if clause.quantities(Measure.DAY):
        return False
    place = clause.place("once")
    if place < clause.place("run_past") < clause.end:
        return True
    beside = clause.items[place - 1] if place > clause.start else None
    return is_distance(beside)


def too_much(clause: Clause) -> bool:
    """Whether a distance is what something was too much for: "too hot for 10k"."""
    if not _before_finished(clause, "too") or clause.measured:
        return False
    behind = clause.items[clause.place("too") + 1 : clause.end]
    return any(is_distance(item) for item in behind[:4])


def wished(clause: Clause) -> bool:
    """Whether something would be nice, whatever else is said of it: "10k in the bank would be nice"."""
    return clause.has("wished") and not clause.has("run_past")
