"""Finds the day of a run in what was around it: what it came of, who came along, what was meant instead."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import CLOCKS, DISTANCES, TIMES, Measure
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.beside import goes_beside_the_author
from bot.runs.parse.words.labels import any_of

_WISHES = (Stance.GOAL, Stance.PLAN)
_EVENTS = (Stance.OTHER_SPORT, Stance.LIFE, Stance.ANNOUNCEMENT)
_CHORES = (Stance.LIFE, Stance.SOFTWARE, Stance.NO_RUN)
_TOLD = any_of("run_past", "strong_did", "run_thing", "looks_back")
_OF_OTHERS = (Stance.OTHER_PERSON, Stance.WATCHING, Stance.VOLUNTEER, *_CHORES)
_AND_I = any_of("and_self", "hence")
_HENCE, _ON, _DENIED = any_of("hence"), any_of("on"), any_of("negation")
_WE = any_of("and_self")
_TOOK_ALONG = any_of("takes_along")
_DAY_AND_ME = 2
"""Words at most that say who ran on a day."""

_STILL_TO_COME = any_of(
    *("copula", "third_person_is", "to_come", "kinds.race", "named", "run_past", "runs_verb")
)
_AHEAD = frozenset({Stance.INVITATION, Stance.ANNOUNCEMENT, Stance.HYPOTHETICAL, *_WISHES})
_THEN = any_of("then")
_FIGURES = DISTANCES | TIMES
_TO_COME = any_of("to_come", "third_person_is", "copula", "until", "foretells", "plan")
_HAPPENED = any_of(
    *("looks_back", "guess.past", "participle", "outran", "given", "settled", "did"),
    *("called_off", "raced_it"),
)
_ME, _BOUND = any_of("object_self", "given"), any_of("bound")
_OF_RUNNING = any_of("run_past", "runs_verb", "run_verb", "named", "kinds.race", "sport")
_TO_A_RUN = any_of("and_self", "hence", "and", "join", "contrast")
_MINE, _A_RUN = any_of("self"), _TOLD | _FIGURES | any_of("kinds", "run_noun")
_THANKS = any_of("thanks")
_AT_A_RACE = any_of("volunteer", "watching", "awaits", "kinds.race", "named")
_ELSE, _OF_A_GROUP = any_of("rhetoric"), any_of("tags.group", "run_noun", "run_thing")
_WATCHED, _NIGHT = any_of("watching", "media"), any_of("times.night")
_NEVER = frozenset({Stance.INVITATION, Stance.ANNOUNCEMENT, Stance.GOAL, Stance.WATCHING})
_WITHOUT_ME = frozenset(
    {Stance.OTHER_PERSON, Stance.LIFE, Stance.TRAVEL, Stance.IDIOM, Stance.NO_RUN}
)


def is_around_a_run(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether a day told of something else is that of the run beside it."""
    return any(rule(day, clauses) for rule in _RULES)


def _befell_me(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether somebody did something to the author that day, before a run: "a dog chased me on Sunday. 5k in 27:10"."""
    clause = clauses[day.clause]
    if day.stance in _NEVER or not (clause.labels & _ME and clause.labels & _HAPPENED):
        return False
    woken = day.quantity.labels & _NIGHT != 0  # "kids kept me up last night"
    return not woken and _leads(day, clauses)


def _missed_a_mark(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is when a mark was missed by the run that comes next: "didn't hit sub 44 on Sunday. 10k in 44:08"."""
    clause = clauses[day.clause]
    return day.stance is Stance.NO_RUN and clause.labels & _BOUND != 0 and clause.has("did")


def _went_on_to_run(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether one sentence goes on from what happened to a run of the author's own.

    "The match was rained off on Saturday, and since I was there I ran 8k", but not "my sister ran on Sunday and I".
    """
    clause = clauses[day.clause]
    if day.stance not in _WITHOUT_ME or not clause.labels & _HAPPENED or not _leads(day, clauses):
        return False
    if clause.labels & _OF_RUNNING or (
        day.stance is Stance.NO_RUN and not clause.has("called_off")
    ):
        return False
    rest = [one for one in clauses[day.clause + 1 :] if one.sentence == clause.sentence]
    joined = bool(rest) and rest[0].items[rest[0].start].labels & _TO_A_RUN != 0
    return joined and any(one.labels & _MINE and one.labels & _A_RUN for one in rest)


def _was_there_too(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is asked who was there, too, and the author tells of it: "anyone else out yesterday? I did my 14k"."""
    clause, behind = clauses[day.clause], clauses[day.clause + 1 : day.clause + 2]
    if day.stance is not Stance.QUESTION or clause.closed_by != "?" or not behind:
        return False
    past = day.quantity.is_over or (clause.labels & _HAPPENED and not clause.has("copula"))
    met = clause.labels & _ELSE or (clause.has("looks_back") and clause.labels & _OF_A_GROUP)
    if not (met and past) or clause.labels & (_WATCHED | _FIGURES):
        return False
    return behind[0].items[behind[0].start].labels & (_MINE | _TOLD) != 0


def _gives_thanks(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is thanked for what was done at a race, its time next: "thanks for the cheers on Sunday. 24:10"."""
    clause = clauses[day.clause]
    thanked = clause.labels & _THANKS and clause.labels & _AT_A_RACE
    if not thanked or not _leads(day, clauses):
        return False
    return any(one.labels & CLOCKS for one in clauses[day.clause + 1 :])


def _leads(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether no figure of a run stands before a day, and what is told with it does not lie ahead."""
    clause = clauses[day.clause]
    if clause.labels & _TO_COME and not day.quantity.is_over:
        return False
    if clause.labels & DISTANCES:
        return False
    return not any(one.labels & _FIGURES for one in clauses[: day.clause])


def _is_told_done(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it looks ahead by its words alone, and the run is told as done: "This Sunday I ran 8k"."""
    clause, behind = clauses[day.clause], clauses[day.clause + 1 : day.clause + 2]
    if day.stance is not Stance.PLAN or not behind or clause.end - clause.start > _DAY_AND_ME:
        return False
    return behind[0].items[behind[0].start].labels & _TOLD != 0 and clause.has("subject")


def _is_of_a_wish(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether what was not met was for a day that is over: "meant to be 8 today, 3 it is", "DNF on Sunday".

    So may be that of what was called off: "Tuesday club was rained off but we went anyway, 6k", and that of a
    plan for a day that is over by its name: "plan for yesterday said 10, I ran 7k of it".
    """
    if day.stance in _WISHES and day.quantity.is_over and _came_otherwise(clauses, day.clause):
        return True
    missed = day.stance is Stance.NO_RUN and any(one.has("cut_short", "anyway") for one in clauses)
    return missed or (day.stance in _WISHES and clauses[day.clause].has("unmet"))


def _came_otherwise(clauses: Sequence[Clause], at: int) -> bool:
    """Whether what somebody ran goes on from what was planned: "plan said 10, I ran 7k", but no "I planned 10"."""
    told, behind = clauses[at], clauses[at + 1 : at + 2]
    if len(told.measured_items) < 2 or told.has("subject") or not behind:
        return False
    return not behind[0].opening and behind[0].labels & _TOLD != 0


def _opens_the_tale(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of what a run was got away from: "yesterday I snuck out of a Teams call, 5k in 28:45"."""
    clause = clauses[day.clause]
    return day.stance in _CHORES and day.place == clause.start and clause.has("subject")


def _led_to_it(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of what a run came of: "on Sunday my wife said go, so I went: 5k in 29:59"."""
    clause = clauses[day.clause]
    opens = day.place == clause.start + (clause.items[clause.start].labels & _ON != 0)
    ends = day.stance in _CHORES and day.place == clause.end - 1
    was_off = clause.has("called_off") and clause.has("looks_back")
    ahead = clause.labels & _STILL_TO_COME and not was_off
    if not (opens or ends) or ahead or (day.stance in _AHEAD and not day.quantity.is_over):
        return False
    rest = [one for one in clauses[day.clause + 1 :] if one.sentence == clause.sentence]
    rest += [one for one in clauses if one.sentence == clause.sentence + 1][:1]  # ". So 6k home"
    return any(
        one.items[one.start].labels & _HENCE
        and (one.has("subject") or one.measured_items or one.closed_by == ":")
        for one in rest
    )


def _ran_meanwhile(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of what others did while the author ran: "Dad had the kids on Sunday and I ran 10k".

    So it is where somebody was met: "ran into Claire yesterday at km 4 and we did the rest together".
    """
    clause = clauses[day.clause]
    rest = [one for one in clauses[day.clause + 1 :] if one.sentence == clause.sentence]
    if day.stance is Stance.IDIOM and rest:
        return bool(rest[0].items[rest[0].start].labels & _WE and rest[0].labels & _TOLD)
    helped = (
        clause.has("volunteer", "watching") and clause.has("person") and not clause.has("subject")
    )
    if day.stance not in _OF_OTHERS or not (
        helped or clause.has("looks_back", "person_verb", "guess.past")
    ):
        return False
    if day.place != clause.end - 1 or clause.quantities(Measure.DISTANCE):
        return False
    return any(
        one.items[one.start].labels & (_AND_I if one.labels & _TOLD else _HENCE)
        and one.has("subject")
        for one in rest
    )


def _is_asked_and_denied(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether a run of its own day came in place of what is asked about: "saturday parkrun? no, the lake. 5k 24:10"."""
    clause, behind = clauses[day.clause], clauses[day.clause + 1 : day.clause + 2]
    if day.stance is not Stance.QUESTION or day.place != clause.start or not behind:
        return False
    return clause.closed_by == "?" and behind[0].items[behind[0].start].labels & _DENIED != 0


def _is_of_what_was_around(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of what there was around a run: company, the weather, helping out, what is asked of a race.

    "Took my dad to parkrun on Saturday. I did it in 28:19", "Sunday was perfect running weather. Took me 53:12",
    "saturday volunteered then did 7k after".
    """
    clause = clauses[day.clause]
    if day.stance is Stance.WEATHER:
        return clause.has("looks_back")
    if day.stance is Stance.VOLUNTEER:
        behind = clauses[day.clause + 1 : day.clause + 2]
        return any(not o.opening and o.items[o.start].labels & _THEN for o in behind)
    if day.stance is Stance.QUESTION:
        return clause.has("named") and clause.has("asks_of_past")
    if day.stance not in (Stance.OTHER_PERSON, Stance.OTHER_SPORT):
        return False
    if clause.items[clause.start].labels & _TOOK_ALONG and clause.has("run_noun"):
        return True
    return goes_beside_the_author(clause)


def heads_its_legs(day: Cast, clauses: Sequence[Clause]) -> bool:
    """Whether it is the day of an event that a post is headed by, whatever its name sounds like.

    "Duathlon Sunday: 5k run 22:10, 20k bike 38:40", "Tuesday's open meeting: 400m in 1:08".
    """
    clause = clauses[day.clause]
    return day.stance in _EVENTS and not day.clause and clause.closed_by == ":"


_RULES = (
    _is_of_a_wish,
    _opens_the_tale,
    _led_to_it,
    _ran_meanwhile,
    _is_asked_and_denied,
    _is_told_done,
    _is_of_what_was_around,
    _befell_me,
    _missed_a_mark,
    _went_on_to_run,
    _was_there_too,
    _gives_thanks,
)
