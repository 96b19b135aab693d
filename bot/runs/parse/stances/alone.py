"""Judges one clause alone: does it report a run of the author's own, or what does it speak of?"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.by_a_watch import is_run_by_a_watch
from bot.runs.parse.posts.clauses import OF_A_QUESTION, Clause
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.anothers_wish import is_anothers_wish
from bot.runs.parse.stances.asking import asks, directs, invites, marvels_at_somebody
from bot.runs.parse.stances.behind_the_verb import is_run_by_who_is_behind
from bot.runs.parse.stances.by_name import is_run_by_who_is_named
from bot.runs.parse.stances.came_to import CAME_TO, is_of_another_distance
from bot.runs.parse.stances.changed_courses import CHANGED, is_a_changed_course
from bot.runs.parse.stances.doings import (
    announcement,
    follows_somebody,
    helps,
    life,
    other_sport,
    software,
    told_of,
    unmeasured,
    walk,
    watching,
    weather,
)
from bot.runs.parse.stances.elsewhen import (
    goal,
    heads_a_plan,
    hypothetical,
    is_needed,
    plan,
    too_much,
    wished,
)
from bot.runs.parse.stances.formerly import (
    at_an_age,
    formerly,
    in_former_days,
    of_last_year,
    once,
    past,
    since_then,
)
from bot.runs.parse.stances.habits import habit
from bot.runs.parse.stances.idioms import is_an_idiom
from bot.runs.parse.stances.in_place import IN_PLACE, is_done_in_its_place
from bot.runs.parse.stances.of_whom import is_of_whom
from bot.runs.parse.stances.people import other_person, owns_distance
from bot.runs.parse.stances.spoken_of import is_imagined, seeks_helpers
from bot.runs.parse.stances.spoken_to import (
    is_counted_praise,
    is_of_another_thing,
    is_of_what_you_have_run,
    is_told_by_a_device,
)
from bot.runs.parse.stances.statements import states_a_fact
from bot.runs.parse.stances.tallies import (
    counts_sessions,
    is_best,
    is_no_better,
    is_of_a_period,
    is_total,
    leads_to_a_sum,
    sums_up_since,
)
from bot.runs.parse.stances.travels import travel
from bot.runs.parse.stances.undone import is_denied_at_the_end
from bot.runs.parse.stances.worn import shoes
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.remembered import Remembered

_DONE = any_of("run_past", "strong_did")
_PONDERS, _I = any_of("ponders"), any_of("subject")
_AND = any_of("and", "and_my", "companion")
_WHO, _PERSON = any_of("relative"), any_of("person")
_IN_PLACE_OF = any_of("delta_lead")
_OF = any_of("of")
_RUN = (Measure.DISTANCE, Measure.DURATION)
_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)


def own_stance(clause: Clause) -> Stance:
    """What the clause speaks of, seen alone: the first rule that holds."""
    if needed := clause.labels & _NEEDED:
        for stance, test in _RULES_FOR[needed]:
            if test(clause):
                return stance
    return Stance.REPORT if clause.labels & _DONE else Stance.FRAGMENT


def _no_run(clause: Clause) -> bool:
    if clause.has("no_run"):
        if "before_after" in clause.items[clause.start].meanings and clause.start:
            return False  # "last 10k before the taper"
        place = clause.place("no_run")
        if _is_told_instead(clause, place):
            return False
        short = clause.has("cut_short") and bool(clause.quantities(Measure.DISTANCE))
        return not (clause.measured or short)
    at = clause.place("negation")
    if clause.has("relative") and _is_of_one_who(clause, at):
        return False
    return at < clause.end and (_is_negated(clause, at) or is_denied_at_the_end(clause, at))


def _is_of_one_who(clause: Clause, at: int) -> bool:
    """Whether it only says of somebody what they had not done: "my neighbour who's never run"."""
    led = clause.items[clause.start : at]
    return (
        clause.opening and len(led) > 1 and bool(led[-1].labels & _WHO and led[-2].labels & _PERSON)
    )


def _is_negated(clause: Clause, at: int) -> bool:
    """Whether the negation at `at` denies a run: "didn't run", "no 10k today"."""
    after = clause.items[at + 1 : clause.end]
    if _is_in_place(clause, after) or _is_rather_run(clause, at):
        return False
    if any("strong_did" in item.meanings for item in after[:1]):
        return not clause.measured
    if len(after) > 1 and "fits_in" in after[0].meanings and is_distance(after[1]):
        return True  # "nearly went out for 8k"
    for item in after[:3]:
        if item.meanings.keys() & {"run_verb", "run_past", "person_verb"}:
            return True
        if isinstance(item, Quantity):
            if "about" in clause.items[at].meanings:  # "nearly 10k"
                return False
            if at > clause.start and is_distance(clause.items[at - 1]):
                return False  # "5.4k not 5k"
            return item.measure in (Measure.DISTANCE, Measure.REPS)
        if "adjective" not in item.meanings and "article" not in item.meanings:
            return False
    return False


def _is_told_instead(clause: Clause, end: int) -> bool:
    """Whether a figure stands before what it came in place of: "35 min run instead of the cancelled call"."""
    at = clause.place("negation")
    if at >= end or not clause.items[at].labels & _IN_PLACE_OF:
        return False
    return any(
        isinstance(i, Quantity) and i.measure in _RUN for i in clause.items[clause.start : at]
    )


def _is_in_place(clause: Clause, after: Sequence[Item]) -> bool:
    """Whether another distance was run in place of the one denied: "instead of 10k I ran 5k"."""
    if "delta_lead" not in clause.items[clause.place("negation")].meanings:
        return False
    told = [isinstance(item, Quantity) and item.measure in _HOW_FAR for item in after]
    return sum(told) > 1 and is_distance(after[0])


def _is_rather_run(clause: Clause, at: int) -> bool:
    """Whether somebody ran behind what they did not do: "rather than go to bed I ran 8k"."""
    if "delta_lead" not in clause.items[at].meanings or (
        clause.measured_at and clause.measured_at[0] < at
    ):
        return False
    ran = clause.place("run_past")
    subject = clause.items[ran - 1].labels if at + 1 < ran < clause.end else 0
    return subject & _I != 0 and any(is_distance(i) for i in clause.items[ran + 1 : clause.end])


def _always(_: Clause) -> bool:
    return True


def _reply(clause: Clause) -> bool:
    if clause.has("praise"):
        if is_counted_praise(clause) or is_told_by_a_device(clause):
            return False
        return not clause.has("self") and clause.place("praise") < clause.place("run_past")
    if clause.start and clause.items[clause.start - 1].labels & _PONDERS:
        return bool(clause.measured_items)  # "all the way wondering | which of you set the fire"
    first = clause.items[clause.start].meanings
    if "meantime" in first and clause.place("you") == clause.start + 1 and clause.measured_at:
        return clause.measured_at[0] < clause.place("subject")  # "while you ran 10k I slept"
    short = clause.end - clause.start < 5 and not clause.measured_items  # "as you said: 5k"
    did = min(clause.place("run_past"), clause.place("strong_did"))
    if clause.place("you") + 1 == did < clause.end and not _are_we(clause):
        if (clause.has("device") or is_told_by_a_device(clause)) and is_run_by_a_watch(clause):
            return False  # "You completed a 5.6km run in 34:09 with Runkeeper"
        return not did < clause.place("subject") < clause.end
    if "outran" in first and clause.place("you") == clause.start + 1:
        return False  # "beat you, Marcus! 5k 22:58"
    aside = short and "join" in first and first.keys().isdisjoint(("and", "contrast"))
    if aside or clause.has("run_past", "subject"):
        return False
    if clause.has("self") and not clause.measured_items:
        return False  # "you lot talked me into it"
    if not clause.has("you") or clause.place("you") > clause.place("strong_did"):
        return False
    return not is_of_another_thing(clause)


def _are_we(clause: Clause) -> bool:
    """Whether an "and" joins who is spoken to to the author: "me and you did", but "some of you did"."""
    at = clause.place("you")
    if at > clause.start and clause.items[at - 1].labels & _OF:
        return False
    if at == clause.start + 1 > 1 and not clause.items[at - 1].labels & _I:
        return clause.items[at - 2].labels & _I != 0  # not "it's a 5k | and you ran it"
    return at > clause.start and clause.items[at - 1].labels & (_AND | _I) != 0


class _Rule(NamedTuple):
    """The stance of a clause that carries one of the labels and passes the test, of which no other clause is asked.

    So a test that begins to look for another label has to name it here, too.
    """

    stance: Stance
    labels: Labels
    test: Callable[[Clause], bool]


_RULES: tuple[_Rule, ...] = (
    _Rule(Stance.OTHER_SPORT, IN_PLACE, is_done_in_its_place),
    _Rule(Stance.NO_RUN, any_of("no_run", "negation"), _no_run),
    _Rule(Stance.OTHER_PERSON, any_of("unmet"), is_anothers_wish),
    _Rule(Stance.STATEMENT, CAME_TO, is_of_another_distance),
    _Rule(Stance.OTHER_PERSON, any_of("question", "asked_figure"), marvels_at_somebody),
    _Rule(
        Stance.IDIOM,
        any_of("idiom", "run_past", "runs_verb", "been_running", "run_word"),
        is_an_idiom,
    ),
    _Rule(Stance.SOFTWARE, any_of("software"), software),
    _Rule(Stance.INVITATION, any_of("invite"), invites),
    _Rule(Stance.INVITATION, any_of("directs"), directs),
    _Rule(Stance.INVITATION, any_of("seeks"), seeks_helpers),
    _Rule(Stance.QUESTION, any_of("question") | OF_A_QUESTION, asks),
    _Rule(Stance.HYPOTHETICAL, any_of("hypothetical"), hypothetical),
    _Rule(Stance.HYPOTHETICAL, any_of("too"), too_much),
    _Rule(Stance.HYPOTHETICAL, any_of("wished"), wished),
    _Rule(Stance.SOFTWARE, any_of("meta"), _always),
    _Rule(Stance.HYPOTHETICAL, any_of("imagined"), is_imagined),
    _Rule(Stance.HABIT, any_of("habit", "i_do", "i_run"), habit),
    _Rule(Stance.PLAN, any_of("plan", "purpose", "now", "progressive") | DAYS, plan),
    _Rule(Stance.PLAN, any_of("plan_head"), heads_a_plan),
    _Rule(Stance.GOAL, any_of("goal"), goal),
    _Rule(Stance.GOAL, any_of("needed", "seeks"), is_needed),
    _Rule(Stance.TOTAL, any_of("period_strong", "month", "measure_lead", "week", "year"), is_total),
    _Rule(Stance.PAST, any_of("past"), past),
    _Rule(Stance.PAST, any_of("formerly"), formerly),
    _Rule(Stance.PAST, any_of("of_last_year"), of_last_year),
    _Rule(Stance.PAST, any_of("some_years"), in_former_days),
    _Rule(Stance.PAST, any_of("once"), once),
    _Rule(Stance.PAST, any_of("since"), since_then),
    _Rule(Stance.PAST, any_of("leads_to_point"), at_an_age),
    _Rule(
        Stance.BEST,
        any_of("pb", "pb_list", "world_record", "superlative", "anyones_record"),
        is_best,
    ),
    _Rule(Stance.BEST, any_of("levelled_off"), is_no_better),
    _Rule(Stance.WATCHING, any_of("watching"), watching),
    _Rule(Stance.WATCHING, any_of("media"), told_of),
    _Rule(Stance.WATCHING, any_of("tracked"), follows_somebody),
    _Rule(Stance.REPLY, any_of("praise", "you"), _reply),
    _Rule(Stance.OTHER_PERSON, any_of("you_have"), is_of_what_you_have_run),
    _Rule(
        Stance.OTHER_PERSON,
        any_of("person", "owner", "guess.owner", "person_verb", "reported", "cheered", "theirs")
        | any_of("took_them")
        | any_of("relative", "bunch", "groups", "age_group", "age"),
        other_person,
    ),
    _Rule(Stance.OTHER_PERSON, any_of("of_whom", "genitive"), is_of_whom),
    _Rule(Stance.OTHER_PERSON, any_of("before_who"), is_run_by_who_is_behind),
    _Rule(Stance.OTHER_PERSON, any_of("name", "guess.owner", "kin_of"), owns_distance),
    _Rule(
        Stance.OTHER_PERSON,
        any_of("name", "owner", "guess.owner", "person_verb", "looks_back"),
        is_run_by_who_is_named,
    ),
    _Rule(Stance.OTHER_SPORT, any_of("sport", "venue", "sports_path"), other_sport),
    _Rule(Stance.TRAVEL, any_of("travel", "drove"), travel),
    _Rule(Stance.WALK, any_of("walk", "walk_home"), walk),
    _Rule(Stance.VOLUNTEER, any_of("volunteer", "tags.volunteer"), helps),
    _Rule(Stance.LIFE, any_of("life"), life),
    _Rule(Stance.SHOES, any_of("shoe", "shoe_worn"), shoes),
    _Rule(Stance.STREAK, any_of("streak"), unmeasured),
    _Rule(Stance.WEATHER, any_of("weather"), weather),
    _Rule(Stance.ANNOUNCEMENT, any_of("announce", "start_word", "sets_off", "map"), announcement),
    _Rule(Stance.ANNOUNCEMENT, CHANGED, is_a_changed_course),
    _Rule(Stance.STATEMENT, any_of("copula", "total", "amounts", "energy", "it_is"), states_a_fact),
    _Rule(Stance.REPORT, any_of("period"), leads_to_a_sum),
    _Rule(Stance.SUM, any_of("period"), is_of_a_period),
    _Rule(Stance.SUM, any_of("since"), sums_up_since),
    _Rule(Stance.SUM, any_of("sessions"), counts_sessions),
)
_NEEDED = joined(rule.labels for rule in _RULES)


def _rules_of(carried: Labels) -> tuple[tuple[Stance, Callable[[Clause], bool]], ...]:
    return tuple((rule.stance, rule.test) for rule in _RULES if carried & rule.labels)


_RULES_FOR = Remembered(_rules_of, 2048)
"""The rules worth asking about a clause that carries certain of the labels they need."""
