"""Judges one clause alone: does it report a run of the author's own, or what does it speak of?"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.runs.parse.clauses import OF_A_QUESTION, Clause
from bot.runs.parse.doings import (
    announcement,
    follows_somebody,
    helps,
    life,
    other_sport,
    seeks_helpers,
    shoes,
    software,
    told_of,
    travel,
    unmeasured,
    walk,
    watching,
)
from bot.runs.parse.elsewhen import (
    at_an_age,
    first_of,
    formerly,
    goal,
    habit,
    heads_a_plan,
    hypothetical,
    is_needed,
    once,
    past,
    plan,
    since_then,
    too_much,
    wished,
)
from bot.runs.parse.labels import Labels, any_of, joined
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.names import Names
from bot.runs.parse.people import is_known_name, other_person, owns_distance
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity, is_distance
from bot.runs.parse.remembered import Remembered
from bot.runs.parse.statements import is_an_idiom, states_a_fact


class Stance(Names):
    """What a clause speaks of; the first two may hold a run, the others are reasons against one."""

    REPORT = "report"
    FRAGMENT = "fragment"  # says nothing of its own: "5k, 24:30"
    NO_RUN = "no_run"
    QUESTION = "question"
    INVITATION = "invitation"
    PLAN = "plan"
    GOAL = "goal"
    HYPOTHETICAL = "hypothetical"
    HABIT = "habit"
    PAST = "past"
    BEST = "personal_best"
    OTHER_PERSON = "other_person"
    REPLY = "reply"
    OTHER_SPORT = "other_sport"
    TRAVEL = "travel"
    LIFE = "daily_life"
    WALK = "walk"
    VOLUNTEER = "volunteer"
    WATCHING = "watching"
    SHOES = "shoes"
    STREAK = "streak"
    WEATHER = "weather"
    SOFTWARE = "software"
    IDIOM = "idiom"
    TOTAL = "total"
    SUM = "period"  # "this week": perhaps one run, perhaps several
    ANNOUNCEMENT = "announcement"
    STATEMENT = "statement"


OWN = frozenset({Stance.REPORT, Stance.FRAGMENT})
_DONE = any_of("run_past", "strong_did")
_TOLD = _DONE | any_of("person_verb")
_ASKS = any_of("question")
_ASKED_OF = any_of("you", "demonstrative")
_IN_PLACE_OF = any_of("delta_lead")
_NONE = any_of("negation")
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_NOT = any_of("negation")
_COUNTED_IN = any_of("counted_in")
_WISHED, _STILL = any_of("hypothetical"), any_of("still", "contrast", "negation")
_GOES_ON = any_of("for_lead", "on", "at", "too", "join", "crowd", "person", "interjection", "you")
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
        if _is_told_before(clause, place) or _is_told_instead(clause, place):
            return False
        short = clause.has("cut_short") and bool(clause.quantities(Measure.DISTANCE))
        return not (clause.measured or short)
    return clause.has("negation") and _is_negated(clause, clause.place("negation"))


def _is_negated(clause: Clause, at: int) -> bool:
    """Whether the negation at `at` denies a run: "didn't run", "no 10k today"."""
    after = clause.items[at + 1 : clause.end]
    if _is_in_place(clause, after):
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


def _is_told_before(clause: Clause, end: int) -> bool:
    """Whether a run is told with its figure before the place: "ran 40 min cuz practice was off"."""
    start = min(clause.place("run_past"), clause.place("strong_did"))
    return any(isinstance(i, Quantity) and i.measure in _RUN for i in clause.items[start:end])


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


def _invites(clause: Clause) -> bool:
    """Whether others are asked along; "8k done. I'm in bits" only says how the author is."""
    at = clause.place("invite")
    if not first_of("invite")(clause):
        return False
    if at > clause.start and clause.items[at - 1].labels & _NOT:
        return False  # "didn't take the watch"
    if not (clause.start == at > 0 and clause.items[at].labels & _COUNTED_IN):
        return True
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    return behind is None or isinstance(behind, Quantity) or behind.labels & _GOES_ON != 0


def _directs(clause: Clause) -> bool:
    """Whether others are told the way: "take the left fork", but no wind that would "take the head off you"."""
    return clause.place("directs") == clause.start


def _question(clause: Clause) -> bool:
    if clause.asked or not clause.opening or _is_a_label(clause):
        return clause.asked
    if _asks_somebody(clause):
        return True
    if clause.place("question") != clause.start or _is_wished_without_a_subject(clause):
        return False
    told = clause.items[clause.start + 1 : clause.end]
    if told and told[0].labels & _ASKS:
        told = told[1:]  # "why does the treadmill say 4.2 miles"
    return not any(item.labels & _TOLD for item in told)


def _is_a_label(clause: Clause) -> bool:
    """Whether it only says what stands behind the colon: "How far: 8k", "When: yesterday"."""
    return (
        clause.closed_by == ":" and clause.end - clause.start < 3 and clause.has("label_question")
    )


def _is_wished_without_a_subject(clause: Clause) -> bool:
    """Whether the author leaves out the "I" of a wish: "would still choose it over a meeting"."""
    first, *behind = clause.items[clause.start : min(clause.end, clause.start + 2)]
    return bool(first.labels & _WISHED and behind and behind[0].labels & _STILL)


def _asks_somebody(clause: Clause) -> bool:
    """Whether somebody is asked by name, without a mark: "Pete is that 10 hills", "Kate did you say 8k"."""
    name, *rest = clause.items[clause.start : min(clause.end, clause.start + 3)]
    if len(rest) < 2 or "question" not in rest[0].meanings:
        return False
    if not is_known_name(name):
        return False
    spoken_to = " " in rest[0].text or rest[1].labels & _ASKED_OF  # "did you", "is that"
    return bool(spoken_to)


def _marvels_at_somebody(clause: Clause) -> bool:
    """Whether what somebody did is hardly believed: "Mo ran what in his sixties?!", "you did how much?"."""
    at = min(clause.place("question"), clause.place("asked_figure"))
    if not (clause.asked and clause.start < at < clause.end) or _is_of_oneself(clause):
        return False
    return clause.items[at - 1].labels & _TOLD != 0


def _is_of_oneself(clause: Clause) -> bool:
    """Whether the author or a part of them is spoken of, and not only whose somebody is: "my legs", not "my mum"."""
    if clause.has("body"):
        return clause.has("self")
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _SELF and not item.labels & _WHOSE for item in items)


def _always(_: Clause) -> bool:
    return True


def _best(clause: Clause) -> bool:
    if clause.has("world_record") and not clause.has("self"):
        return True
    if not clause.has("pb") or clause.has("pb_now"):
        return False
    if _is_new(clause) or _is_none(clause):
        return False
    if clause.has("pb_list"):
        return not clause.has("run_past", "strong_did") and not clause.quantities(Measure.DAY)
    told = clause.has("run_past", "strong_did") or clause.quantities(Measure.DAY)
    behind = clause.items[clause.place("pb") : clause.end]
    return not told and any("pb_verb" in item.meanings for item in behind)


def _is_none(clause: Clause) -> bool:
    """Whether there was no best right there: "no PBs, just 5k"."""
    at = clause.place("pb") - 1
    return at >= clause.start and clause.items[at].labels & _NONE != 0


def _is_new(clause: Clause) -> bool:
    """Whether a best is called new over the distance between: "new half PB", "big 10k PB"."""
    back = clause.place("pb") - 1
    while back > clause.start and isinstance(clause.items[back], Quantity):
        back -= 1
    return back >= clause.start and "fresh" in clause.items[back].meanings


def _reply(clause: Clause) -> bool:
    if clause.has("praise"):
        return not clause.has("self") and clause.place("praise") < clause.place("run_past")
    first = clause.items[clause.start].meanings
    short = clause.end - clause.start < 5 and not clause.measured_items  # "as you said: 5k"
    if clause.place("you") == clause.start and clause.place("run_past") == clause.start + 1:
        return not clause.has("subject")
    if "outran" in first and clause.place("you") == clause.start + 1:
        return False  # "beat you, Marcus! 5k 22:58"
    aside = short and "join" in first and first.keys().isdisjoint(("and", "contrast"))
    if aside or clause.has("run_past", "subject"):
        return False
    if clause.has("self") and not clause.measured_items:
        return False  # "you lot talked me into it"
    return clause.has("you") and clause.place("you") < clause.place("strong_did")


def _total(clause: Clause) -> bool:
    """Whether it is of more than a run, or heads a sum: "October: 180 km", "week 46: 52 km"."""
    if clause.has("period_strong"):
        return not (clause.has("software") and clause.place("for_lead") == clause.start)
    first = clause.items[clause.start]
    length = clause.end - clause.start
    if clause.closed_by != ":" or not isinstance(first, Lexeme):
        return False
    told = clause.items[clause.start + 1 : clause.end]
    done = all("strong_did" in item.meanings for item in told)
    last = clause.items[clause.end - 1]
    of_a_week = "week" in first.meanings or (isinstance(last, Lexeme) and "week" in last.meanings)
    return ("month" in first.meanings and done) or (length < 3 and of_a_week)


def _of_a_period(clause: Clause) -> bool:
    """Whether it is of a week or month; "after three bad days this week 9k today in 51 min" is of today."""
    days = clause.quantities(Measure.DAY)
    today = clause.measured and any("day" in day.meanings for day in days)
    alone = len(clause.quantities(Measure.DISTANCE)) == 1
    return not clause.has("split_first", "pb_list") and not (today and alone)


def _sessions(clause: Clause) -> bool:
    """Whether runs are counted: "46 km in 4 runs"."""
    at = clause.place("sessions")
    counted = clause.items[at if isinstance(clause.items[at], Quantity) else at - 1]
    numbers = (Measure.NUMBER, Measure.OTHER)
    alone = isinstance(clause.items[at], Quantity) and not clause.quantities(Measure.DAY)
    behind = at > clause.start or alone  # but "two runs today: …"
    if not behind or not isinstance(counted, Quantity) or not counted.value:
        return False  # "a week off, 0 runs"
    return counted.measure in numbers


class _Rule(NamedTuple):
    """The stance of a clause that carries one of the labels and passes the test, of which no other clause is asked.

    So a test that begins to look for another label has to name it here, too.
    """

    stance: Stance
    labels: Labels
    test: Callable[[Clause], bool]


_RULES: tuple[_Rule, ...] = (
    _Rule(Stance.NO_RUN, any_of("no_run", "negation"), _no_run),
    _Rule(Stance.OTHER_PERSON, any_of("question", "asked_figure"), _marvels_at_somebody),
    _Rule(Stance.IDIOM, any_of("idiom", "run_past", "runs_verb"), is_an_idiom),
    _Rule(Stance.SOFTWARE, any_of("software"), software),
    _Rule(Stance.INVITATION, any_of("invite"), _invites),
    _Rule(Stance.INVITATION, any_of("directs"), _directs),
    _Rule(Stance.INVITATION, any_of("seeks"), seeks_helpers),
    _Rule(Stance.QUESTION, any_of("question") | OF_A_QUESTION, _question),
    _Rule(Stance.HYPOTHETICAL, any_of("hypothetical"), hypothetical),
    _Rule(Stance.HYPOTHETICAL, any_of("too"), too_much),
    _Rule(Stance.HYPOTHETICAL, any_of("wished"), wished),
    _Rule(Stance.SOFTWARE, any_of("meta"), _always),
    _Rule(Stance.HABIT, any_of("habit", "i_do", "i_run"), habit),
    _Rule(
        Stance.PLAN, any_of("plan", "purpose", "now", "progressive") | MEASURED[Measure.DAY], plan
    ),
    _Rule(Stance.PLAN, any_of("plan_head"), heads_a_plan),
    _Rule(Stance.GOAL, any_of("goal"), goal),
    _Rule(Stance.GOAL, any_of("needed", "seeks"), is_needed),
    _Rule(Stance.TOTAL, any_of("period_strong", "month", "measure_lead", "week"), _total),
    _Rule(Stance.PAST, any_of("past"), past),
    _Rule(Stance.PAST, any_of("formerly"), formerly),
    _Rule(Stance.PAST, any_of("once"), once),
    _Rule(Stance.PAST, any_of("since"), since_then),
    _Rule(Stance.PAST, any_of("leads_to_point"), at_an_age),
    _Rule(Stance.BEST, any_of("pb", "world_record"), _best),
    _Rule(Stance.WATCHING, any_of("watching"), watching),
    _Rule(Stance.WATCHING, any_of("media"), told_of),
    _Rule(Stance.WATCHING, any_of("tracked"), follows_somebody),
    _Rule(Stance.REPLY, any_of("praise", "you"), _reply),
    _Rule(
        Stance.OTHER_PERSON,
        any_of("person", "owner", "guess.owner", "person_verb", "reported", "cheered", "theirs")
        | any_of("relative", "bunch"),
        other_person,
    ),
    _Rule(Stance.OTHER_PERSON, any_of("name", "guess.owner"), owns_distance),
    _Rule(Stance.OTHER_SPORT, any_of("sport", "venue", "sports_path"), other_sport),
    _Rule(Stance.TRAVEL, any_of("travel", "drove"), travel),
    _Rule(Stance.WALK, any_of("walk", "walk_home"), walk),
    _Rule(Stance.VOLUNTEER, any_of("volunteer", "tags.volunteer"), helps),
    _Rule(Stance.LIFE, any_of("life"), life),
    _Rule(Stance.SHOES, any_of("shoe", "shoe_worn"), shoes),
    _Rule(Stance.STREAK, any_of("streak"), unmeasured),
    _Rule(Stance.WEATHER, any_of("weather"), unmeasured),
    _Rule(Stance.ANNOUNCEMENT, any_of("announce", "start_word", "sets_off", "map"), announcement),
    _Rule(Stance.STATEMENT, any_of("copula", "total", "amounts", "energy", "it_is"), states_a_fact),
    _Rule(Stance.SUM, any_of("period"), _of_a_period),
    _Rule(Stance.SUM, any_of("sessions"), _sessions),
)
_NEEDED = joined(rule.labels for rule in _RULES)


def _rules_of(carried: Labels) -> tuple[tuple[Stance, Callable[[Clause], bool]], ...]:
    return tuple((rule.stance, rule.test) for rule in _RULES if carried & rule.labels)


_RULES_FOR = Remembered(_rules_of, 2048)
"""The rules worth asking about a clause that carries certain of the labels they need."""
