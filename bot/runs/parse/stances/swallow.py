"""Lets what a post asks, invites or praises take its figures along, where it reports no run beside."""

from collections.abc import Collection, Sequence

from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, TIMES, Measure, Quantity
from bot.runs.parse.posts.clauses import Clause, opens_question
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.apart import left_alone
from bot.runs.parse.stances.beside import tells_mine
from bot.runs.parse.stances.exactly import (
    at_a_runners_pace,
    nobody_plans_by,
    tells_as_a_watch,
    timed,
    watched,
)
from bot.runs.parse.stances.idle_questions import asks_nothing
from bot.runs.parse.stances.mere_praise import is_mere_praise
from bot.runs.parse.stances.other_matters import OF_THE_RUN, is_of_something_else
from bot.runs.parse.stances.people import is_name, is_only_a_name
from bot.runs.parse.stances.spoken_of import undoes
from bot.runs.parse.stances.spoken_to import answers_with_a_run
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme
from bot.runs.parse.words.tokens import Shape

_DATING = any_of("past", "filler", "about", "period", "week", "day")
_MUSES, _HAPPENED = any_of("neutral"), any_of("guess.past", "looks_back", "did", "person_verb")
_LAUDS, _CROWD = any_of("adjective_praise"), any_of("crowd")
_CALLS = OF_THE_RUN | any_of(
    *("you", "invite", "plan", "goal", "weekday", "day", "self", "run_verb"),
    *("strong_did", "demonstrative", "it"),
)
"""Labels with which a question may be of the figures behind it."""

_DATES_BACK, _GREETS = any_of("dates_back"), any_of("opener")
_CRIES = frozenset("!?")
SWALLOWING = frozenset({Stance.INVITATION, Stance.QUESTION, Stance.ANNOUNCEMENT, Stance.HABIT})
"""What may take the figures of its whole post along."""


def swallow(
    clauses: Sequence[Clause],
    own: Sequence[Stance],
    stances: list[Stance],
    apart: Collection[int],
) -> list[Stance]:
    """A post that asks, invites or praises, and reports nothing, is no run as a whole.

    What stands before a run told `apart` takes nothing along.
    """
    if is_mere_praise(clauses) or _answers_somebody(clauses, stances, own):
        return [Stance.REPLY] * len(stances)
    stances = _taken_back(clauses, stances)
    asking = _asking(clauses, stances, max(apart, default=0))
    if not asking or _is_reported(clauses, stances) or tells_as_a_watch(clauses, stances):
        return stances
    if len(set(asking)) == 1 and _tells_a_run_all_the_same(clauses, stances, asking[0]):
        return stances
    return [asking[0] if stance is Stance.FRAGMENT else stance for stance in stances]


def _answers_somebody(
    clauses: Sequence[Clause], stances: Sequence[Stance], own: Sequence[Stance]
) -> bool:
    """Whether somebody is called by name and answered with no run, or lauded."""
    if not _addressed(clauses):
        return False
    answered = Stance.REPLY in stances and not answers_with_a_run(clauses, own)
    return answered or _is_lauded(clauses[0]) or _is_marvelled_at(clauses)


def _is_marvelled_at(clauses: Sequence[Clause]) -> bool:
    """Whether figures are cried to whoever is called, or asked about: "@Priya 6 miles in 50!!", "@Tom 15k? how"."""
    called = clauses[0]
    items = called.items
    if not called.measured_at or called.measured_at[0] > 2:
        return False
    if items[0].text == "@" and not (is_name(items[1]) or is_only_a_name(items[1])):
        return False
    marks = [item.text for item in items[called.end : called.end + 2]]
    cried = len(marks) > 1 and _CRIES.issuperset(marks)
    return cried or any(opens_question(clause) for clause in clauses[1:])


def _taken_back(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances, with what a later clause dates as past, and with sentences that one behind undoes as imagined."""
    for at in range(len(stances) - 1, 0, -1):
        if _dates(clauses[at - 1], clauses[at], stances[at]):
            dated = clauses[at - 1].sentence
            stances = [
                Stance.PAST
                if n == at - 1 or (n < at and _goes_along(clauses[n], one, dated))
                else one
                for n, one in enumerate(stances)
            ]
        if stances[at] is Stance.HYPOTHETICAL and undoes(clauses[at]):
            told = clauses[at - 1].sentence
            stances = [
                Stance.HYPOTHETICAL if clause.sentence == told else stance
                for clause, stance in zip(clauses, stances, strict=True)
            ]
    return stances


def _asking(
    clauses: Sequence[Clause], stances: Sequence[Stance], told_from: int
) -> Sequence[Stance]:
    """The stances from `told_from` on that take figures along, without those that leave the run alone."""
    places = [
        at
        for at, stance in enumerate(stances)
        if stance in SWALLOWING
        and at >= told_from
        and not (stance is Stance.QUESTION and asks_nothing(clauses, at))
    ]
    left = left_alone(clauses, stances, places)
    return [stances[at] for at in places if at not in left]


def _is_reported(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run is reported, or told with its distance and time, or as the author's beside others."""
    return any(
        stance is Stance.REPORT
        or (stance is Stance.FRAGMENT and (_told_exactly(clause) or tells_mine(clause)))
        for clause, stance in zip(clauses, stances, strict=True)
    )


def _tells_a_run_all_the_same(
    clauses: Sequence[Clause], stances: Sequence[Stance], asking: Stance
) -> bool:
    """Whether a run is told beside a question that asks nothing of others, a habit, or what is announced."""
    if asking is Stance.QUESTION:
        told = _answers_itself(clauses, stances) or _wonders_at_it(clauses, stances)
        return told or _only_marvels(clauses, stances)
    if asking is Stance.HABIT:
        return _is_of_a_day(clauses, stances) or _is_told_before_a_habit(clauses, stances)
    if asking is not Stance.ANNOUNCEMENT or not _is_of_a_day(clauses, stances):
        return False
    own = [at for at, stance in enumerate(stances) if stance in OWN]
    return timed(clauses, own)  # "new route: 10k today, 61 minutes"


def _addressed(clauses: Sequence[Clause]) -> bool:
    """Whether a post begins with somebody's name behind "@" and speaks of nobody else."""
    items = clauses[0].items
    called = isinstance(items[0], Lexeme) and (
        items[0].shape is Shape.MENTION or items[0].text == "@"
    )
    return called and not any(clause.has("self", "run_past") for clause in clauses)


def _is_lauded(called: Clause) -> bool:
    """Whether whoever is called is only lauded: "@Nina amazing! 6k, 38:40", but "@all amazing! 6k, 38:40"."""
    last = called.items[called.end - 1]
    return last.labels & _LAUDS != 0 and not (called.measured_items or called.labels & _CROWD)


def _told_exactly(clause: Clause) -> bool:
    """Whether distance and time are told, and not "5k at 6:30", which may be an hour."""
    if clause.has("in_time") and not clause.quantities(Measure.REPS):
        return clause.measured
    told = clause.measured and bool(clause.quantities(Measure.DISTANCE))
    return told and not clause.has("at")


def _dates(last: Clause, clause: Clause, stance: Stance) -> bool:
    """Whether it dates what stands before it: "PB 44:30 (2018)", "record 10 km : 46:20 en 2019"."""
    if stance is Stance.PAST and not last.has("pb") and _is_what_it_was_before(clause):
        return False
    if last.labels & TIMES and clause.labels & TIMES:
        return False  # "10k 59:10, last month 1:03:00"
    if stance is Stance.PAST and clause.end - clause.start < 3 and _is_only_a_date(clause):
        return not last.has("day", "weekday")
    if clause.sentence != last.sentence or last.has("run_past"):
        return False
    short = clause.end - clause.start <= 2 and not clause.has("since")
    year = short and clause.has("past") and clause.has("year")
    if stance is Stance.PAST and _is_only_a_date(clause):
        return True
    return year or (stance is Stance.PAST and last.closed_by == ":" and not last.has("day"))


def _goes_along(clause: Clause, stance: Stance, sentence: int) -> bool:
    """Whether it is but a distance of the sentence that is dated: "5k, 24:10, last year"."""
    alone = clause.end - clause.start == 1 and clause.labels & DISTANCES != 0
    return alone and clause.sentence == sentence and stance in OWN


def _is_what_it_was_before(clause: Clause) -> bool:
    """Whether it only compares: "27 minutes for my 5k, used to be 21"."""
    at = clause.place("past") + 1
    return at < clause.end and clause.items[at].labels & NUMBERS != 0 and not clause.has("year")


def _is_only_a_date(clause: Clause) -> bool:
    """Whether it says nothing but how long ago: "three years ago today", "ten years ago this week"."""
    items = clause.items[clause.start : clause.end]
    return bool(
        (len(items) > 1 or items[0].labels & _DATES_BACK)
        and not clause.has("delta")
        and not items[0].labels & _GREETS  # "1 mile, 6:48. hello 2009"
        and all(isinstance(item, Quantity) or item.labels & _DATING for item in items)
    )


def _answers_itself(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run is told in a sentence behind all that was asked: "why do I do this? 10k, 55 min".

    Behind what others are asked, only a watch tells one: "can anyone pace me? 5k, 25 min" does not.
    """
    asked = [clause for clause, s in zip(clauses, stances, strict=True) if s not in OWN]
    last = max(clause.sentence for clause in asked)
    behind = [at for at, clause in enumerate(clauses) if clause.sentence > last]
    if not behind or not timed(clauses, behind):
        return False
    if all(map(_asks_oneself, asked)) or watched(clauses, behind):
        return True
    if not at_a_runners_pace(clauses, behind, clocks=False):
        return False
    asks_of_none = nobody_plans_by(clauses, behind) and not any(c.labels & _CALLS for c in asked)
    return asks_of_none or all(map(is_of_something_else, asked))


def _wonders_at_it(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether repeats are told before their author wonders at them: "10 x 300m up. why do we pay for this"."""
    asked = [clause for clause, s in zip(clauses, stances, strict=True) if s is Stance.QUESTION]
    told = clauses[: len(clauses) - 1]
    return (
        len(asked) == 1
        and asked[0] is clauses[-1]
        and asked[0].opening
        and asked[0].has("rhetoric")
        and asked[0].has("demonstrative")
        and _asks_oneself(asked[0])
        and any(clause.quantities(Measure.REPS) for clause in told)
    )


def _only_marvels(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run is told before what its sentence only marvels at: "3 miles, 27:30, and she talked all along??"."""
    at = stances.index(Stance.QUESTION)
    asked = clauses[at]
    if stances.count(Stance.QUESTION) > 1 or asked.measured_items or not asked.labels & _HAPPENED:
        return False
    if asked.opening or asked.has("you", "invite", "plan") or opens_question(asked):
        return False
    told = [n for n in range(at) if clauses[n].sentence == asked.sentence and stances[n] in OWN]
    return timed(clauses, told) and at_a_runners_pace(clauses, told, clocks=False)


def _asks_oneself(clause: Clause) -> bool:
    """Whether its author wonders at what they did: "how did I get here", "why do I do this"."""
    if clause.has("you", "invite", "plan", "hypothetical"):
        return False
    if clause.items[clause.start].labels & _MUSES:
        return True
    return clause.has("self") and clause.has("rhetoric", "strong_did", "looks_back")


def _is_told_before_a_habit(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run opens the post before some habit is told: "5k, 33:00, custody means Fridays are mine"."""
    at = stances.index(Stance.HABIT)
    own = [n for n in range(at) if stances[n] in OWN]
    if len(own) != at or clauses[at].measured_items or not timed(clauses, own):
        return False
    place = clauses[at].place("habit") - clauses[at].start
    if place and clauses[at].opening:
        return True  # "6.5k, 38 min. Stronger every week"
    clocks = any(clauses[n].quantities(Measure.CLOCK) for n in own)
    return clocks and place > 1  # but "5k, 33:00, every Friday"


def _is_of_a_day(clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    """Whether a run of today or yesterday is told beside a habit: "8 km yesterday. I do it weekly"."""
    own = [clause for clause, stance in zip(clauses, stances, strict=True) if stance in OWN]
    for sentence in {clause.sentence for clause in own}:
        told = [one for c in own if c.sentence == sentence for one in c.measured_items]
        over = any(one.is_over for one in told)
        if over and any(one.measure is Measure.DISTANCE for one in told):
            return True
    return False
