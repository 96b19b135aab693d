"""Tells whether a clause speaks of another time than that of a run just over: ahead, long ago, always, never."""

from collections.abc import Callable
from itertools import takewhile

from bot.runs.parse.figures.quantities import (
    TIMES,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS, is_run_by_a_watch, is_told_before_a_plan
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.dividing import SENTENCE_ENDS
from bot.runs.parse.stances.later import (
    is_back_later,
    is_how_far_one_had,
    is_later_than_said,
    is_over_what_was_just_run,
    is_run_so_long_after,
    is_so_much_later,
    is_what_it_was_full_of,
    is_what_one_was_at,
)
from bot.runs.parse.stances.spoken_of import is_which_to_believe
from bot.runs.parse.stances.unmet import (
    is_told_behind_its_run,
    is_told_with_its_wish,
    is_what_it_was_to_be,
    is_what_was_left_of_it,
)
from bot.runs.parse.words.labels import any_of

_NONE, _FROM = any_of("negation"), any_of("place_from")
_ASKED_WHETHER = any_of("asked_whether")
_COUNTED = any_of("counts", "looks_back")
_DEVICE, _IT_WAS = any_of("device"), any_of("settled")
_IN_TIME, _FOR = any_of("in_time"), any_of("for_lead")
_I, _BODY, _LETS = any_of("self", "subject"), any_of("body"), any_of("medic", "person")
_PERHAPS, _RAN = any_of("hoped"), any_of("run_past")
_ME = any_of("object_self")
_FEW = 4
_TELLS_OF = any_of("tells_of")
_A_OR_THE = any_of("article", "determiner")
_HAD_OR_WOULD, _THOUGHT_OF = any_of("had_or_would"), any_of("hypothetical")
_ONLY_THOUGHT = any_of("of_belief", "gave_word", "hypothetical", "asked_whether")
_MERELY_SO, _PARTICIPLE = (
    any_of("about", "struck_by", "no_more"),
    any_of("looks_back", "strong_did", "guess.past", "participle"),
)
_TO = any_of("at")
_FIGURES = (Measure.CLOCK, Measure.DISTANCE)


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
    if _is_called_for(clause) or _is_what_it_is_for(clause):
        return True
    at = clause.place("needed")
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    if clause.start < at < clause.end and clause.items[at - 1].labels & _ME:
        return False  # "put me down for 13k"
    if not isinstance(behind, Quantity) or behind.measure not in _FIGURES or at > _finished(clause):
        return False
    return clause.measured_at[0] > at


def _is_what_it_is_for(clause: Clause) -> bool:
    """Whether it opens with what is needed for a distance: "I need an actual plan for a 10 miler"."""
    at = clause.place("needed")
    if at > clause.start + 1 or clause.measured_items != clause.quantities(Measure.DISTANCE):
        return False
    led = clause.items[at + 1 : clause.measured_at[0] if clause.measured_at else at]
    return any(item.labels & _FOR for item in led[-2:])


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
    if clause.items[min(at + 1, clause.end - 1)].labels & _COUNTED == _COUNTED:
        return False  # "5k on the treadmill, if that counts"
    if _is_what_a_device_thinks(clause, at):
        return False
    if at > clause.start and clause.items[at - 1].labels & _ASKED_WHETHER:
        far = any(map(is_distance, clause.items[at : clause.end]))
        return far and _finished(clause) == at + 2  # "who asked if I was alright", "if I ran 5k"
    had = clause.items[at].labels & _HAD_OR_WOULD and (
        _is_what_had_been(clause, at)
        or _is_what_one_had(clause, at)
        or is_how_far_one_had(clause, at)
    )
    if had or is_over_what_was_just_run(clause):
        return False
    if clause.items[at].labels & _I and clause.items[min(at + 1, clause.end - 1)].labels & TIMES:
        return False  # "I'd 31:20", which is what somebody had
    told = clause.measured and (clause.place("looks_back") < at or _is_tried_out(clause, at))
    return not told


def _is_what_a_device_thinks(clause: Clause, at: int) -> bool:
    """Whether a watch or a treadmill has its own figures of what was: "Garmin thinks it was 9.8k"."""
    if not clause.start < at < clause.end - 1 or not clause.items[at - 1].labels & _DEVICE:
        return False
    return clause.items[at + 1].labels & _IT_WAS != 0


def _is_what_had_been(clause: Clause, had: int) -> bool:
    """Whether what somebody had done is told, and no wish or belief: "and then I'd done 5k", "I'd thought it was"."""
    if any(item.labels & _ONLY_THOUGHT for item in clause.items[clause.start : had]):
        return False
    behind = [i for i in clause.items[had + 1 : had + 3] if not i.labels & _MERELY_SO]
    if not behind or not behind[0].labels & _PARTICIPLE:
        return False
    return not any(item.labels & _THOUGHT_OF for item in clause.items[had + 1 : clause.end])


def _is_what_one_had(clause: Clause, had: int) -> bool:
    """Whether a distance is what somebody had, and nothing they would do: "I'd the 10k done by nine"."""
    behind = clause.items[had + 1 : min(had + 5, clause.end)]
    return bool(behind and behind[0].labels & _A_OR_THE) and any(map(is_distance, behind))


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
        is_run_so_long_after(clause)
        or _is_timed_before(clause)
        or is_told_before_a_plan(clause)
        or is_what_it_was_to_be(clause)
        or is_so_much_later(clause)
        or is_later_than_said(clause)
        or is_back_later(clause)
        or is_what_it_was_full_of(clause)
        or is_what_was_left_of_it(clause)
        or _is_what_it_took(clause)
        or is_what_one_was_at(clause)
        or _is_only_to_be_told(clause, clause.place("plan"))
        or _is_guessed(clause)
        or is_which_to_believe(clause)
        or _is_a_session_done(clause)
        or _is_let(clause)
        or _is_done_by_now(clause)
    )
    if planned or _before_finished(clause, "purpose"):
        return True
    return _future_day(clause) or _goes_on_now(clause) or _is_under_way(clause)


def _is_a_session_done(clause: Clause) -> bool:
    """Whether what a session is is done, before any figure of it: "tonight's session is done"."""
    at, done = clause.place("its_session"), clause.place("strong_did")
    if not at < done < clause.end or clause.place("plan") != at:
        return False
    return not any(at < figure < done for figure in clause.measured_at)


def _is_done_by_now(clause: Clause) -> bool:
    """Whether what was still to be run is told as done at the end: "heute noch 8 km gelaufen"."""
    at = clause.place("to_be_run")
    return clause.start <= at == clause.place("plan") < _finished(clause) < clause.end


def _is_let(clause: Clause) -> bool:
    """Whether the body let the author do it, or somebody has by now: "knee let me do 5k", "GP let me do 5k today"."""
    at = clause.place("lets_me")
    if not clause.start < at == clause.place("plan") or not clause.quantities(Measure.DISTANCE):
        return False
    lead = clause.items[at - 1].labels
    return lead & _BODY != 0 or (lead & _LETS != 0 and (clause.surely_over or clause.measured))


def _is_guessed(clause: Clause) -> bool:
    """Whether it is only guessed how far it was that was run: "ran home from the pub, 3km maybe"."""
    told = clause.items[clause.start : clause.end]
    if len(told) == 2 and told[0].labels & _PERHAPS and told[1].labels & TIMES:
        return _is_behind_a_distance(clause)
    if len(told) != 2 or not any(map(is_distance, told)) or not clause.labels & _PERHAPS:
        return False
    led = takewhile(
        lambda item: item.text not in SENTENCE_ENDS, reversed(clause.items[: clause.start])
    )
    return any(item.labels & _RAN for item in led)


def _is_behind_a_distance(clause: Clause) -> bool:
    """Whether hardly more than a distance stands before it: "about 7k, maybe 40 mins"."""
    led = [item for item in clause.items[: clause.start] if item.text not in SENTENCE_ENDS]
    return len(led) < _FEW and any(map(is_distance, led))


def heads_a_plan(clause: Clause) -> bool:
    """Whether it is only the heading of what is to be run: "the plan: 6k easy", not "yesterday's from the plan: 6k"."""
    at = clause.place("plan_head")
    whence = clause.surely_over and clause.items[at - 1].labels & _FROM
    return clause.opening and clause.closed_by == ":" and at == clause.end - 1 and not whence


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


def _is_what_it_took(clause: Clause) -> bool:
    """Whether how long it took stands right before: "took me 42 min to do 6k"."""
    time = clause.place("intent") - 1
    took = time - 1
    if clause.place("intent") != clause.place("plan") or took not in (
        clause.start,
        clause.start + 1,
    ):
        return False
    if not clause.items[took].labels & _IN_TIME:
        return False
    return isinstance(clause.items[time], Quantity) and clause.items[time].labels & TIMES != 0


def _is_watched(time: Quantity) -> bool:
    """Whether a time is told to the second, and these are not round, as those of wishes are."""
    return time.to_the_second and bool(time.options) and time.options[0] % 60 not in ROUND_SECONDS


def goal(clause: Clause) -> bool:
    """Whether a goal stands before anything that is done; "8k of the planned 10", "13 was meant to be 10" were."""
    at = clause.place("goal")
    if at > clause.start and clause.items[at - 1].labels & _NONE and not clause.measured_items:
        return False  # "no goal, no watch until the end, 8k in 44:10"
    if _is_only_to_be_told(clause, at):
        return False
    told = is_what_was_left_of_it(clause) or is_told_with_its_wish(clause)
    return _before_finished(clause, "goal") and not (told or is_told_behind_its_run(clause))


def _is_only_to_be_told(clause: Clause, at: int) -> bool:
    """Whether a post opens with what it was to tell: "meant to post this yesterday: 8k", but not "meant to log 8k"."""
    behind = clause.items[at + 1].labels if at + 1 < clause.end else 0
    return (
        not clause.sentence and behind & _TELLS_OF != 0 and not clause.quantities(Measure.DISTANCE)
    )


def _goes_on_now(clause: Clause) -> bool:
    """Whether somebody is still out: "running 5k now", "out running 10k atm"."""
    if not clause.has("now") or not clause.has("progressive") or clause.has("strong_did"):
        return False
    over = clause.has("run_past") and clause.place("run_past") != clause.place("progressive")
    return not (over or clause.quantities(Measure.DURATION, Measure.CLOCK))


def heads_what_is_ahead(clause: Clause) -> bool:
    """Whether a goal for a day ahead is only named, without a figure: "the target for Sunday"."""
    if clause.measured_items or clause.has("unmet", "looks_back", "did", "strong_did", "self"):
        return False
    return clause.has("goal", "plan_head") and clause.has("plan", "month")


def too_much(clause: Clause) -> bool:
    """Whether a distance is what something was too much for: "too hot for 10k"."""
    if not _before_finished(clause, "too") or clause.measured:
        return False
    at = clause.place("too")
    behind = clause.items[at + 1 : clause.end]
    if clause.items[at].labels & _TO and behind and is_distance(behind[0]):
        return False  # German "zu 20 km überredet"
    return any(is_distance(item) for item in behind[:4])


def wished(clause: Clause) -> bool:
    """Whether something would be nice, whatever else is said of it: "10k in the bank would be nice"."""
    return clause.has("wished") and not clause.has("run_past")
