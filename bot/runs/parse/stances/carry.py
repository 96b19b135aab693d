"""Judges clauses together: what one begins goes on in the next, and a question colours its post."""

from collections.abc import Collection, Sequence

from bot.runs.parse.figures.quantities import CLOCKS, DAYS, DISTANCES, TIMES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.adjuncts import ADJUNCT
from bot.runs.parse.stances.alone import own_stance
from bot.runs.parse.stances.asides import but_asides
from bot.runs.parse.stances.beside import goes_beside_the_author, rides_along, tells_mine
from bot.runs.parse.stances.errands import as_errands_run
from bot.runs.parse.stances.exactly import (
    at_a_runners_pace,
    handed_in,
    is_of_the_run,
    is_paced,
    nobody_plans_by,
    pair_from,
    timed,
    to_the_second,
    watched,
)
from bot.runs.parse.stances.going_on import MOTIONS, PEOPLE, WISHES, goes_on
from bot.runs.parse.stances.habits import as_of_one_day
from bot.runs.parse.stances.headlines import HEADS, OF_MANY, under_its_head
from bot.runs.parse.stances.in_place import leaves_out_a_run
from bot.runs.parse.stances.interview import ANSWERS, as_labels, as_ones_own
from bot.runs.parse.stances.known_loops import TOOK, UNMEASURED, as_known_loops, as_ways_run
from bot.runs.parse.stances.labelled import as_results, is_a_summary
from bot.runs.parse.stances.led_to import LEADING, is_led_to, leads_along_from_there
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.stances.praised import as_done_by_a_group
from bot.runs.parse.stances.quotes import GAVE_WORD, behind_brackets, quoted
from bot.runs.parse.stances.said_of_a_time import SAID_OF_TIMES, with_its_time
from bot.runs.parse.stances.set_apart import set_apart
from bot.runs.parse.stances.slashes import planned_along, planned_in_all
from bot.runs.parse.stances.spoken_of import says_what_it_is_like
from bot.runs.parse.stances.spoken_to import answers
from bot.runs.parse.stances.swallow import SWALLOWING, swallow
from bot.runs.parse.stances.tried import TRYING, as_tried_out
from bot.runs.parse.stances.unmet import ENTERED, as_finished, what_came
from bot.runs.parse.stances.walk_breaks import as_walk_breaks
from bot.runs.parse.words.labels import Labels, any_of

_RUNNING = any_of("kinds.treadmill", "run_word")
_PRAISE, _RAN = any_of("praise"), any_of("run_past")
_NEW, _A_BEST = any_of("pb_now", "fresh"), any_of("pb")
_STICKY = (
    PEOPLE
    | MOTIONS
    | WISHES
    | {Stance.HABIT, Stance.PAST, Stance.BEST, Stance.SHOES, Stance.SOFTWARE, Stance.IDIOM}
    | {Stance.TOTAL, Stance.ANNOUNCEMENT}
)
_WITHIN_A_SENTENCE = SWALLOWING | {Stance.IDIOM}
"""What goes on to the end of its sentence only; how much of its post a question takes along is decided later."""

_TURNING = any_of("adjective_praise", "year") | OF_MANY
"""Labels without any of which a post that speaks of own runs alone is what its clauses are."""

_UNMET = any_of("unmet", "regret")

_BACK_TO_IT, _DISTANCE_WORD = any_of("back_to_it"), any_of("distance_word")
_AND, _MEANWHILE = any_of("and"), any_of("meantime")
_WITH_OR_BETWEEN = any_of("alongside", "between")
_FOR_ME, _FOR = any_of("for_me"), any_of("for_lead")
_SEEN = frozenset({Stance.WATCHING, Stance.VOLUNTEER})
"""What tells nothing of a run to the second in a sentence behind it, where nobody is named."""

_OF_ALL = PEOPLE | {Stance.STATEMENT, Stance.ANNOUNCEMENT}
_OF_COMPANY = PEOPLE | {Stance.OTHER_SPORT}
_TOGETHER = any_of("companion", "tags.with_others")
_OF_A_RUN = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.PACE)
_LISTS = frozenset({Stance.TOTAL, Stance.SOFTWARE})
"""What the list that a run is handed in for may sound like."""

_TOLD_DONE = any_of("run_past", "person_verb", "strong_did")
_LINES = frozenset(("\n", ";"))
_LISTED = frozenset({Stance.PLAN, Stance.BEST, Stance.GOAL, Stance.HYPOTHETICAL})


def judge(clauses: Sequence[Clause]) -> list[Stance]:
    """The stance of every clause; what is not said anew goes on from the clause before."""
    if not clauses:
        return []
    own: list[Stance] = []
    told, quotes = 0, False
    for clause in clauses:
        own.append(own_stance(clause))
        told |= clause.labels
        quotes = quotes or clause.closed_by == '"'
    calls = clauses[0].items[0].text == "@"
    if OWN.issuperset(own) and not (told & _TURNING or calls or clauses[0].labels & HEADS):
        return quoted(clauses, own) if quotes or told & GAVE_WORD else own
    own = _beside_others(clauses, own, told)
    own = under_its_head(clauses, own, told)
    if own.count(Stance.QUESTION) > 1:
        own = as_labels(clauses, own)
    if Stance.ANNOUNCEMENT in own and told & _DISTANCE_WORD and is_a_summary(clauses):
        own = [Stance.FRAGMENT if one is Stance.ANNOUNCEMENT else one for one in own]
    if own[0] in _LISTS and clauses[0].labels & _FOR:
        own = handed_in(clauses, own)
    apart = set_apart(clauses, own)
    carried = _carried(clauses, own, apart)
    if Stance.PLAN in carried:
        carried = planned_in_all(clauses, planned_along(clauses, carried))
    if told & _UNMET:
        carried = what_came(clauses, own, carried)
    carried = quoted(clauses, to_the_second(clauses, own, carried))
    if not SAID_OF_TIMES.isdisjoint(carried):
        carried = with_its_time(clauses, carried)
    return swallow(clauses, own, carried, apart)


def _beside_others(clauses: Sequence[Clause], own: list[Stance], told: Labels) -> list[Stance]:
    """The stances, each as the words beside it mean it: asides, errands that were run, walking as a break."""
    if told & ADJUNCT:
        own = but_asides(clauses, own)
    if told & TRYING and Stance.HYPOTHETICAL in own:
        own = as_tried_out(clauses, own)
    if told & ENTERED and Stance.PLAN in own:
        own = as_finished(clauses, own)
    if Stance.IDIOM in own:
        own = as_errands_run(clauses, own)
    if Stance.REPLY in own and told & _PRAISE:
        own = as_done_by_a_group(clauses, own)
    if Stance.WALK in own:
        own = as_walk_breaks(clauses, own)
    if Stance.HABIT in own and told & CLOCKS:
        own = as_of_one_day(clauses, own)
    if told & ANSWERS and Stance.QUESTION in own:
        own = as_ones_own(clauses, own)
    if told & UNMEASURED:
        own = as_known_loops(clauses, own)
    if Stance.ANNOUNCEMENT in own and told & _FOR_ME:
        own = as_results(clauses, own)
    if Stance.STATEMENT in own and told & (_RAN | TOOK):
        own = as_ways_run(clauses, own)
    return [_along(clauses, own, at) for at in range(len(own))]


def _carried(
    clauses: Sequence[Clause], own: Sequence[Stance], apart: Collection[int]
) -> list[Stance]:
    """The stances, each that is not said anew gone on from the clause before, but to no place `apart`."""
    carried: list[Stance] = []
    for at, (clause, stance) in enumerate(zip(clauses, own, strict=True)):
        behind = behind_brackets(clauses, at) if at else 0
        if at in apart:
            carried.append(stance)
            continue
        if at and _is_carried(carried, clauses[behind], carried[behind], clause, stance):
            before = carried[behind]
            if not (is_of_the_run(clauses, carried) or _tells_anew(clauses, own, at, before)):
                stance = before
        elif at and stance in OWN:
            stance = _heading(clauses, carried, clause, stance) or stance
        carried.append(stance)
    return carried


def _along(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> Stance:
    """The stance of a clause, none of its own for who came along as well: "with Ulla and her two collies".

    Nor for who was seen next: "between the school run and the dentist"."""
    clause = clauses[at]
    if not at or own[at] is not Stance.OTHER_PERSON or clause.labels & _TOLD_DONE:
        return own[at]
    last = clauses[at - 1]
    company = last.closed_by == "join" and last.labels & _WITH_OR_BETWEEN and own[at - 1] in OWN
    goes_on = clause.items[clause.start].labels & _AND and not clause.quantities(*_OF_A_RUN)
    return Stance.FRAGMENT if company and goes_on else own[at]


def _is_carried(
    carried: Sequence[Stance], last: Clause, before: Stance, clause: Clause, stance: Stance
) -> bool:
    """Whether `before`, the stance of the `last` clause, goes on in the next, whose own would be `stance`."""
    if before in _OF_ALL and clause.labels & CLOCKS and tells_mine(clause):
        return False  # "Results: Tom 40:12, me 52:40"
    if last.closed_by == ":" and before is Stance.OTHER_PERSON:
        return True
    if stance not in OWN:
        return False
    if before in PEOPLE and last.bracketed:
        return False
    if before is Stance.REPLY and last.items[last.start].labels & _MEANWHILE:
        return False  # "while you were on your coffee, 5k done"
    if before is Stance.PAST and _is_of_the_same_past(last, clause):
        return True
    if last.closed_by == ":" and before is Stance.SUM:
        return not _is_of_one_day(clause)
    same = clause.sentence == last.sentence
    if before is Stance.BEST and _is_told_anew(last, clause):
        return False
    if before not in _STICKY or _aside(last) or (before in _WITHIN_A_SENTENCE and not same):
        return False
    apart = Stance.REPORT in carried and (clause.measured or not same)
    return not apart and goes_on(before, last, clause, stance)


def _tells_anew(clauses: Sequence[Clause], own: Sequence[Stance], at: int, before: Stance) -> bool:
    """Whether a sentence begins that tells distance and time, behind one that only says what was thought.

    "They said easy. 9k 55:30", "she said it would be dry till six. 9k, 55 min", "anyway 8k 43:15".
    """
    clause, last = clauses[at], clauses[at - 1]
    if (clause.labels | clauses[0].labels) & LEADING and is_led_to(clauses, own, at, before):
        return True
    if before is Stance.TRAVEL and leads_along_from_there(last, clause):
        return True
    if before is Stance.REPLY and answers(clauses, own, at):
        return True
    if before is Stance.REPLY and last.closed_by == '"' and clause.opening:
        return is_paced(clauses, own, at) and nobody_plans_by(clauses, pair_from(clauses, own, at))
    if before is Stance.IDIOM and clause.labels & DISTANCES and is_paced(clauses, own, at):
        return True  # "running on 4 hours sleep: 10k, 54:00"
    if clause.labels & DISTANCES and leaves_out_a_run(last):
        other_day = clause.labels & last.labels & DAYS
        return other_day != 0 or clause.labels & _RUNNING != 0
    along = before is Stance.OTHER_SPORT and rides_along(last)
    if not (along or clause.opening) or not clause.labels & DISTANCES or last.measured:
        return False
    if along or (before in _OF_COMPANY and _was_run_together(clauses, at)):
        return is_paced(clauses, own, at)
    named = any(map(is_name, last.items[last.start : last.end]))
    seen = before in _SEEN and (not named or last.has("pulls_away"))
    if seen and is_paced(clauses, own, at) and watched(clauses, pair_from(clauses, own, at)):
        return True  # "never so happy to see a tea urn. parkrun 26:08"
    said = last.has("hearsay") or (last.has("reported") and before not in PEOPLE)
    ridden = before is Stance.TRAVEL and not last.has("commute")
    likened = before is Stance.OTHER_SPORT and says_what_it_is_like(last)
    anew = said or ridden or likened
    if not (anew or clause.items[clause.start].labels & _BACK_TO_IT):
        return False
    pair = [at] if clause.labels & TIMES else pair_from(clauses, own, at)
    if len({clauses[n].sentence for n in pair}) != 1 or not timed(clauses, pair):
        return False
    paced = at_a_runners_pace(clauses, pair, clocks=ridden)
    return paced or not (ridden or likened)


def _was_run_together(clauses: Sequence[Clause], at: int) -> bool:
    """Whether the sentence before tells of company, no figures: "Ran with Jo, she's quick", "Mum rode beside me"."""
    before = [clause for clause in clauses[:at] if clause.sentence == clauses[at].sentence - 1]
    if not before or any(clause.quantities(*_OF_A_RUN) for clause in before):
        return False
    if any(map(goes_beside_the_author, before)):
        return True
    first = before[0]
    return first.items[first.start].labels & _RAN != 0 and first.labels & _TOGETHER != 0


def _is_told_anew(last: Clause, clause: Clause) -> bool:
    """Whether a time is called new behind one that was the best: "old PB 26:58, new PB 26:49", "..., new 26:49"."""
    first = clause.items[clause.start].labels & _NEW
    return bool(first and last.labels & _A_BEST and last.labels & clause.labels & CLOCKS)


def _is_of_one_day(clause: Clause) -> bool:
    """Whether it tells one run of a period, with its day: "weekend: 10k sat in 58 min", "this week: 5k Monday"."""
    days = clause.quantities(Measure.DAY)
    return len(days) == 1 and days[0].value <= 0 and bool(clause.quantities(Measure.DISTANCE))


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
    if carried[-1] not in MOTIONS:
        return None
    for last, before in zip(clauses[: len(carried)], carried, strict=True):
        headed = last.sentence == clause.sentence and last.closed_by == ":"
        if headed and before in WISHES:
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


def _aside(clause: Clause) -> bool:
    """Whether a clause only says before or after what: "before tomorrow's race"."""
    return "before_after" in clause.items[clause.start].meanings
