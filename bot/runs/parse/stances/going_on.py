"""Tells whether what one clause began goes on in the next, which says nothing else of itself."""

from itertools import pairwise, takewhile

from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    DURATIONS,
    NUMBERS,
    Item,
    Measure,
    is_day,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.doings import is_only_at_a_gym, tells_run
from bot.runs.parse.stances.elsewhen import heads_what_is_ahead
from bot.runs.parse.stances.exactly import at_a_runners_pace, watched
from bot.runs.parse.stances.formerly import was_so
from bot.runs.parse.stances.in_place import leaves_out_a_run
from bot.runs.parse.stances.later import (
    is_later_than_said,
    is_out_longer_than_said,
    is_so_much_later,
)
from bot.runs.parse.stances.spoken_of import is_said_of_helpers, says_what_it_is_like
from bot.runs.parse.stances.unmet import MISSED, ends_short, is_outdone, is_what_came
from bot.runs.parse.words.labels import any_of

PEOPLE = frozenset({Stance.OTHER_PERSON, Stance.REPLY, Stance.WATCHING})
MOTIONS = frozenset({Stance.OTHER_SPORT, Stance.TRAVEL, Stance.WALK, Stance.VOLUNTEER})
WISHES = frozenset(
    {Stance.PLAN, Stance.GOAL, Stance.INVITATION, Stance.HYPOTHETICAL, Stance.QUESTION}
)
_AHEAD = frozenset({Stance.PLAN, Stance.HYPOTHETICAL})
_RUNNING = any_of("run_noun", "named", "kinds.race")
_BODY = any_of("body")
_DEVICE, _KIND = any_of("device"), any_of("kinds")
_JOINING = any_of("and", "then", "join")
_TOLD_DONE = any_of("run_past", "person_verb", "strong_did")
_HOW_FAR = DISTANCES | NUMBERS | DURATIONS
_OUTCOME = any_of("outcome")
_SAID = any_of("reading")
_HOURS = any_of("times")
_HENCE, _MOVED = any_of("hence"), any_of("drove", "person_verb")
_SOMEBODY, _WHOSE = any_of("person", "owner", "guess.owner"), any_of("determiner")
_IT, _RAN = any_of("it"), any_of("run_past")
_THEIRS, _THEM = any_of("third_person_whose"), any_of("the_other")
_RUN_AT_IT, _FOR = any_of("run_at_a_sport"), any_of("for_lead")
_ENDS = frozenset(".!?\n")
_AS, _PART = any_of("made_up_of"), any_of("part")
_AT_IT, _FAR_M = any_of("place_lead", "leads_to_named"), 3000


def goes_on(before: Stance, last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether a clause that says nothing against it is still about what came before."""
    same_sentence = clause.sentence == last.sentence
    if _turns_to_something_else(before, clause):
        return False
    if before in PEOPLE:
        if same_sentence and last.has("person_verb") and _has_the_same_subject(clause):
            return True
        return not clause.has("self", "with_me", "for_me") and (
            same_sentence or stance is Stance.FRAGMENT
        )
    if before in MOTIONS:
        return _goes_on_moving(before, last, clause)
    if last.has("unmet") and (is_what_came(before, last, clause) or ends_short(before, clause)):
        return False
    if before is Stance.GOAL and is_outdone(last, clause):
        return False
    if before is Stance.HYPOTHETICAL and is_out_longer_than_said(last, clause):
        return False
    if before in (Stance.IDIOM, Stance.HABIT, Stance.QUESTION) and clause.measured:
        return False
    told_at_last = clause.labels & DISTANCES and clause.has("moods") and _then(clause)
    if before is Stance.SOFTWARE and told_at_last:
        return False  # "two coffees, one deploy, and then finally 9 km"
    if before is Stance.SOFTWARE and same_sentence and _says_that_it_ran(clause):
        return True
    if before is Stance.SOFTWARE and clause.measured and last.has("run_past", "alongside"):
        return False  # "ran home w/ my laptop, 9k 50:30"
    if before is Stance.SOFTWARE and last.closed_by == "," and _is_told_by_a_watch(clause):
        return False  # "slammed the laptop, 4 miles in 36:50"
    if before is Stance.ANNOUNCEMENT and clause.measured and clause.has("in_time", "with_me"):
        return False
    if before in WISHES and same_sentence and _opens_with_infinitive(clause):
        return True
    if stance is Stance.REPORT or clause.has("contrast"):
        return False
    if clause.dated_back and not (before in _AHEAD and last.closed_by == ":" and same_sentence):
        return False
    if same_sentence or not clause.measured:
        return True
    return (before is Stance.PAST and was_so(last)) or (
        before in MISSED and heads_what_is_ahead(last)
    )


def _turns_to_something_else(before: Stance, clause: Clause) -> bool:
    """Whether a clause opens with what came of it, of a later time, or of the author behind what was watched."""
    if (clause.has("body") and _is_what_the_body_said(clause)) or is_so_much_later(clause):
        return True
    if clause.has("later") and is_later_than_said(clause):
        return True
    if before in MISSED and clause.closed_by == ":":
        return clause.items[clause.start].labels & _OUTCOME != 0  # "Goal: 1:50. Result: 1:48:37"
    if before is Stance.WATCHING:  # "watched the rugby, ran 5k"
        return clause.place("run_past") <= clause.start + 1 < clause.end
    if before is Stance.IDIOM and clause.labels & DISTANCES:
        return _then(clause) and tells_run(clause)  # "20 floors, then a 5km jog home"
    return False


def _says_that_it_ran(clause: Clause) -> bool:
    """Whether it begins with what a program did: "it ran 35 minutes and fell over"."""
    first = clause.items[clause.start : clause.start + 2]
    return len(first) > 1 and bool(first[0].labels & _IT and first[1].labels & _RAN)


def _heads_another_day(last: Clause, clause: Clause) -> bool:
    """Whether a day heads a line of its own behind one without figures: "Sat: gym. Sun: 8k, 45:50"."""
    if not clause.opening or clause.closed_by != ":" or last.measured_items:
        return False
    return clause.end - clause.start == 1 and clause.items[clause.start].labels & DAYS != 0


def _goes_on_moving(before: Stance, last: Clause, clause: Clause) -> bool:
    """Whether it is still about what was no run, as helping out, a walk or football."""
    same_sentence = clause.sentence == last.sentence
    if _heads_another_day(last, clause):
        return False
    if before is Stance.OTHER_SPORT and says_what_it_is_like(last) and clause.measured:
        return not at_a_runners_pace([clause], [0], clocks=False)
    if clause.measured and is_only_at_a_gym(last):
        return not at_a_runners_pace([clause], [0], clocks=False)
    if _begins_another_day(before, clause) or _leaves_them_to_a_sport(last, clause):
        return False
    if clause.items[clause.start].labels & _HENCE and _is_the_sport_of_others(last):
        return False
    follows = _then(clause)
    if same_sentence and leaves_out_a_run(last) and not (follows or tells_run(clause)):
        return True  # "bike instead of a run: 20k along the river"
    kind = clause.has("fits_in") or (follows and clause.has("kinds"))
    if follows and clause.labels & DISTANCES and at_a_runners_pace([clause], [0], clocks=True):
        return False  # "swim first then 5k in 27:40"
    if before is Stance.TRAVEL and last.closed_by == "," and _is_told_by_a_watch(clause):
        return False  # "3 hour drive, 5k in 27:45"
    if before is Stance.VOLUNTEER and is_said_of_helpers(last) and clause.measured:
        return False
    if before is Stance.VOLUNTEER:
        told = follows and bool(clause.quantities(Measure.DISTANCE))
        return not (told or kind or tells_run(clause) or clause.has("self"))
    if same_sentence and clause.has("reading") and not tells_run(clause):
        return True  # "football, watch says 6.2k"
    own = clause.measured and clause.has("self")
    return not (kind or own or tells_run(clause) or _names_running(clause))


def _is_told_by_a_watch(clause: Clause) -> bool:
    """Whether a distance and a time that only a watch tells stand in it, at a runner's pace."""
    return watched([clause], [0]) and at_a_runners_pace([clause], [0], clocks=True)


def _leaves_them_to_a_sport(last: Clause, clause: Clause) -> bool:
    """Whether who is at a sport is done with: "Son at football. 6k round the pitch", "son at football, 5k 27:10"."""
    if not _is_at_a_sport(last) or _is_told_of_their_sport(last, clause):
        return False
    if clause.sentence != last.sentence:
        return True
    return last.closed_by == "," and _is_run_by_a_watch_afar(clause)


def _is_told_of_their_sport(last: Clause, clause: Clause) -> bool:
    """Whether they ran as a part of it: at a fitness test, "as a warm up", "5k on her watch", "3k in 13:10 for him"."""
    if last.labels & _RUN_AT_IT:
        return True
    behind = list(takewhile(lambda item: item.text not in _ENDS, clause.items[clause.start :]))
    return any(
        (lead.labels & _THEIRS and item.labels & _DEVICE)
        or (lead.labels & _FOR and item.labels & _THEM)
        or (lead.labels & _AS and any(i.labels & _PART for i in behind[at + 1 : at + 3]))
        for at, (lead, item) in enumerate(pairwise(behind))
    )


def _is_run_by_a_watch_afar(clause: Clause) -> bool:
    """Whether a watch tells at a runner's pace how far it was, and no child's race is so long."""
    far = clause.quantities(Measure.DISTANCE)
    return bool(far) and far[0].value >= _FAR_M and at_a_runners_pace([clause], [0], clocks=True)


def _begins_another_day(before: Stance, clause: Clause) -> bool:
    """Whether a day opens a sentence behind a walk: "Yesterday a 4 mile walk. Today 6 miles, steady".

    So may a part of the day within it, where a watch tells of a run: "lunch 3k walk, evening 6k 33:20".
    """
    first = clause.items[clause.start]
    if before is not Stance.WALK:
        return False
    if clause.opening:
        return is_day(first)
    return first.labels & _HOURS != 0 and at_a_runners_pace([clause], [0], clocks=True)


def _is_what_the_body_said(clause: Clause) -> bool:
    """Whether a part of the body had its say on how far: "plan said 18k, calf said 13k"."""
    items = clause.items[clause.start : clause.end][-3:]
    if clause.start + 4 < clause.end or len(items) < 3 or not items[-1].labels & _HOW_FAR:
        return False
    return items[0].labels & _BODY != 0 and items[1].labels & _SAID != 0


def _has_the_same_subject(clause: Clause) -> bool:
    """Whether an "and then" goes straight on with a verb: "he won and then jogged back to cheer us"."""
    at = clause.start
    while at < clause.end - 1 and clause.items[at].labels & _JOINING:
        at += 1
    return at > clause.start and clause.items[at].labels & _TOLD_DONE != 0


def _is_at_a_sport(clause: Clause) -> bool:
    """Whether somebody else is at a sport in the meantime: "Son at football. 6k round the pitch"."""
    at = clause.place("sport")
    if not clause.start < at < clause.end or clause.measured_items:
        return False
    return clause.has("person") and clause.items[at - 1].labels & _AT_IT != 0


def _is_the_sport_of_others(clause: Clause) -> bool:
    """Whether who is at a sport opens it, and is not the author: "kids' swimming gala all morning"."""
    if clause.measured_items or clause.of_its_author or clause.labels & _MOVED:
        return False
    at = clause.start
    at += clause.items[at].labels & _WHOSE != 0
    return at < clause.end and clause.items[at].labels & _SOMEBODY != 0


def _names_running(clause: Clause) -> bool:
    """Whether a run, its ground or a race is named; knees, calves and watches are of any sport."""
    if not clause.has("run_noun", "named", "kinds.race"):
        return False
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _RUNNING and not _is_of_any_sport(item) for item in items)


def _is_of_any_sport(item: Item) -> bool:
    """Whether it is a part of the body, or a watch and no treadmill."""
    return item.labels & _BODY != 0 or item.labels & (_DEVICE | _KIND) == _DEVICE


def _opens_with_infinitive(clause: Clause) -> bool:
    """Whether the clause goes on from a verb before it: "will try and get 5k done"."""
    first = clause.items[clause.start : clause.end][:2]
    if len(first) < 2 or "and" not in first[0].meanings:
        return False
    return "run_verb" in first[1].meanings and "did" not in first[1].meanings


def _then(clause: Clause) -> bool:
    """Whether the clause begins with a "then" or an "and then"."""
    return any("then" in item.meanings for item in clause.items[clause.start :][:2])
