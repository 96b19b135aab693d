"""Judges one clause alone: does it report a run of the author's own, or what does it speak of?"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.runs.parse.clauses import OF_A_QUESTION, Clause
from bot.runs.parse.labels import Labels, any_of, joined
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.names import Names
from bot.runs.parse.people import is_known_name, is_name, other_person, owns_distance
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity, is_distance
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
_ASKED_OF = any_of("you", "demonstrative")
_TIMES = (Measure.CLOCK, Measure.DURATION, Measure.NUMBER)
_RUN = (Measure.DISTANCE, Measure.DURATION)
_HOW_FAR = (Measure.DISTANCE, Measure.NUMBER)
_DETERMINERS = frozenset(("determiner", "article"))
_DAY_MIN = 24 * 60
ROUND_SECONDS = frozenset((0, 30, 59))
"""Seconds with which a time is rather wished for."""

_MUCH_FOR_SHOES = 60_000
_FAR_IN_SHOES = 25_000


def own_stance(clause: Clause) -> Stance:
    """What the clause speaks of, seen alone: the first rule that holds."""
    if needed := clause.labels & _NEEDED:
        for stance, test in _rules_for(needed):
            if test(clause):
                return stance
    return Stance.REPORT if clause.labels & _DONE else Stance.FRAGMENT


def _finished(clause: Clause) -> int:
    """Where the author first says that something is done."""
    return min(clause.place("run_past"), clause.place("strong_did"), clause.place("pb_now"))


def _before_finished(clause: Clause, label: str) -> bool:
    return clause.has(label) and clause.place(label) < _finished(clause)


def _no_run(clause: Clause) -> bool:
    if clause.has("no_run"):
        if _is_told_before(clause, clause.place("no_run")):
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


def _is_in_place(clause: Clause, after: Sequence[Item]) -> bool:
    """Whether another distance was run in place of the one denied: "instead of 10k I ran 5k"."""
    if "delta_lead" not in clause.items[clause.place("negation")].meanings:
        return False
    told = [isinstance(item, Quantity) and item.measure in _HOW_FAR for item in after]
    return sum(told) > 1 and is_distance(after[0])


def _question(clause: Clause) -> bool:
    if clause.asked or not clause.opening:
        return clause.asked
    if _asks_somebody(clause):
        return True
    if clause.place("question") != clause.start:
        return False
    return not any(item.labels & _TOLD for item in clause.items[clause.start + 1 : clause.end])


def _asks_somebody(clause: Clause) -> bool:
    """Whether somebody is asked by name, without a mark: "Pete is that 10 hills", "Kate did you say 8k"."""
    name, *rest = clause.items[clause.start : min(clause.end, clause.start + 3)]
    if len(rest) < 2 or "question" not in rest[0].meanings:
        return False
    if not is_known_name(name):
        return False
    spoken_to = " " in rest[0].text or rest[1].labels & _ASKED_OF  # "did you", "is that"
    return bool(spoken_to)


def _first_of(label: str) -> Callable[[Clause], bool]:
    """The test that `label` comes before anything told as done."""
    return lambda clause: _before_finished(clause, label)


def _hypothetical(clause: Clause) -> bool:
    """Whether something is only thought of; "my time was 51:30 if anyone asks" was not."""
    if not _before_finished(clause, "hypothetical"):
        return False
    told = clause.measured and clause.place("looks_back") < clause.place("hypothetical")
    return not told


def _always(_: Clause) -> bool:
    return True


def _future_day(clause: Clause) -> bool:
    ahead = any(quantity.value > 0 for quantity in clause.quantities(Measure.DAY))
    return ahead and not clause.has("tags.first", "tags.comeback")


def _plan(clause: Clause) -> bool:
    planned = _before_finished(clause, "plan") and not _is_timed_before(clause)
    if planned or _before_finished(clause, "purpose"):
        return True
    return _future_day(clause) or _goes_on_now(clause) or _is_under_way(clause)


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


def _is_watched(time: Quantity) -> bool:
    """Whether a time is told to the second, and these are not round, as those of wishes are."""
    return time.to_the_second and bool(time.options) and time.options[0] % 60 not in ROUND_SECONDS


def _goes_on_now(clause: Clause) -> bool:
    """Whether somebody is still out: "running 5k now", "out running 10k atm"."""
    if not clause.has("now") or not clause.has("progressive") or clause.has("strong_did"):
        return False
    over = clause.has("run_past") and clause.place("run_past") != clause.place("progressive")
    return not (over or clause.quantities(Measure.DURATION, Measure.CLOCK))


def _habit(clause: Clause) -> bool:
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


def _best(clause: Clause) -> bool:
    if clause.has("world_record") and not clause.has("self"):
        return True
    if not clause.has("pb") or clause.has("pb_now"):
        return False
    if _is_new(clause):
        return False
    if clause.has("pb_list"):
        return not clause.has("run_past", "strong_did") and not clause.quantities(Measure.DAY)
    told = clause.has("run_past", "strong_did") or clause.quantities(Measure.DAY)
    behind = clause.items[clause.place("pb") : clause.end]
    return not told and any("pb_verb" in item.meanings for item in behind)


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


def _other_sport(clause: Clause) -> bool:
    runs = tells_run(clause) or clause.has("kinds.treadmill")
    return clause.has("sport") and not runs


def tells_run(clause: Clause) -> bool:
    """Whether the clause says "run" in its own word, beside whatever else it says."""
    return clause.has("run_past", "run_word")


def _watching(clause: Clause) -> bool:
    """Whether somebody is watched; a screen before a treadmill is another matter."""
    if clause.measured and min(clause.place("run_noun"), clause.place("kinds")) < clause.place(
        "watching"
    ):
        return False  # "16k LSR 1h46 podcast finished before I did"
    if "self" in clause.items[min(clause.place("watching") + 1, clause.end - 1)].meanings:
        return False  # "my son watched me do 5k"
    return not clause.has("run_past", "kinds.treadmill")


def _follows_somebody(clause: Clause) -> bool:
    """Whether somebody else's race is followed: "tracked Ben all the way round the half"."""
    place = clause.place("tracked") + 1
    return place < clause.end and (
        is_name(clause.items[place]) or "person" in clause.items[place].meanings
    )


def _travel(clause: Clause) -> bool:
    if clause.has("drove") and any(_leads_somewhere(clause, at) for at in range(clause.end - 1)):
        return True
    return clause.has("travel") and not tells_run(clause)


def _leads_somewhere(clause: Clause, at: int) -> bool:
    """Whether the item at `at` is how far it is to a place: "körde 30 km till jobbet"."""
    way = clause.items[at]
    if not is_distance(way):
        return False
    return "until" in clause.items[at + 1].meanings


def _life(clause: Clause) -> bool:
    if not clause.has("life") or tells_run(clause) or clause.quantities(Measure.REPS):
        return False
    if "before_after" in clause.items[clause.start].meanings and clause.quantities(Measure.CLOCK):
        return False
    if clause.place("excluding") < clause.place("life") and clause.quantities(Measure.CLOCK):
        return False  # "54:30 not counting the queue"
    distances = clause.quantities(Measure.DISTANCE)
    return all("said" in quantity.meanings for quantity in distances)


def _walk(clause: Clause) -> bool:
    if clause.start == 0 and clause.place("walk_home") == 0:
        return True
    place = clause.place("walk")
    if place > clause.start and "negation" in clause.items[place - 1].meanings:
        return False  # "haven't walked properly since"
    return clause.has("walk") and not clause.has("run_walk") and not tells_run(clause)


def _shoes(clause: Clause) -> bool:
    distances = [quantity.value for quantity in clause.quantities(Measure.DISTANCE)]
    if distances and clause.has("shoe_worn") and not (clause.has("run_past") or clause.measured):
        return True
    if not clause.has("shoe"):
        return False
    if any(metres >= _MUCH_FOR_SHOES for metres in distances):
        return True
    if _is_run_in(clause) and max(distances, default=0) <= _FAR_IN_SHOES:
        return False
    told = clause.has("run_past", "tags.first", "tags.comeback", "strong_did", "kinds.easy")
    return bool(distances) and not (told or clause.measured)


def _is_run_in(clause: Clause) -> bool:
    """Whether shoes are only what a run was run in: "seven k in borrowed shoes"."""
    place = clause.place("shoe")
    led = clause.items[max(clause.start, place - 2) : place]
    opens = isinstance(clause.items[clause.start], Quantity)
    return opens and any("in_time" in item.meanings for item in led)


def _unmeasured(clause: Clause) -> bool:
    return not clause.quantities(Measure.DISTANCE, Measure.DURATION)


def _software(clause: Clause) -> bool:
    return clause.has("software") and not clause.quantities(Measure.DISTANCE)


def _announcement(clause: Clause) -> bool:
    if clause.has("map") and clause.closed_by == ":" and not clause.has("run_past"):
        return True
    if clause.has("start_word"):
        if _is_when_it_starts(clause):
            return True
        following = clause.items[clause.place("start_word") + 1 : clause.end]
        if any(_may_be_an_hour(item) for item in following[:2]):
            return True
    return clause.has("announce") and not clause.has("run_past", "strong_did")


def _is_when_it_starts(clause: Clause) -> bool:
    """Whether an hour stands before a "start" that ends the clause: "10k, 10:00 start"."""
    last = clause.items[clause.end - 1]
    if clause.end - clause.start < 2 or "start_word" not in last.meanings:
        return False
    hour = clause.items[clause.end - 2]
    if not _may_be_an_hour(hour) or not isinstance(hour, Quantity):
        return False
    return hour.options[0] < _DAY_MIN and not hour.options[0] % 5


def _seeks_helpers(clause: Clause) -> bool:
    """Whether helpers are looked for: "Helfer gesucht", "on cherche des bénévoles"."""
    return clause.has("volunteer", "tags.volunteer")


def _helps(clause: Clause) -> bool:
    """Whether somebody helps out and does not run, or runs what helps: "ran the water station"."""
    at = clause.place("run_past")
    if at == clause.end:
        return True
    behind = clause.items[at + 1 : min(clause.end, at + 4)]
    while behind and not _DETERMINERS.isdisjoint(behind[0].meanings):
        behind = behind[1:]
    return bool(behind) and "volunteer" in behind[0].meanings


def _past(clause: Clause) -> bool:
    """Whether it was long ago; "first 10k since 2019" was not, nor was "5k out and back in 26:30"."""
    place = clause.place("past")
    if isinstance(clause.items[place], Quantity) and clause.has("since"):
        return False
    if clause.has("year") and clause.has("kinds.treadmill", "shoe") and _is_only_dated(clause):
        return False  # "treadmill from about 1998"
    behind = clause.items[place + 1] if place + 1 < clause.end else None
    timed = isinstance(behind, Quantity) and behind.measure in _TIMES
    return not (timed and "back_in" in clause.items[place].meanings)


def _is_only_dated(clause: Clause) -> bool:
    """Whether a year is its only figure, and nobody runs in it."""
    return len(clause.quantities()) == 1 and not clause.has("run_past", "strong_did", "pb")


def _formerly(clause: Clause) -> bool:
    """Whether it opens with "in former times": "früher 5 km in 18 min", but "früher los, 5 km"."""
    first = clause.start + 1
    opens = clause.place("formerly") == clause.start and first < clause.end
    return opens and is_distance(clause.items[first]) and not clause.quantities(Measure.DAY)


def _at_an_age(clause: Clause) -> bool:
    """Whether it opens with how old somebody was: "at 25 I ran a 38 min 10k"."""
    lead, *behind = clause.items[clause.start : min(clause.start + 3, clause.end)]
    if len(behind) < 2 or not clause.opening or "leads_to_point" not in lead.meanings:
        return False
    age, runner = behind
    counted = isinstance(age, Quantity) and age.measure is Measure.NUMBER and 10 <= age.value < 100
    return counted and "subject" in runner.meanings and clause.has("run_past", "strong_did")


def _since_then(clause: Clause) -> bool:
    """Whether a run is only what has been the last so far: "it's been a month since I ran 10k"."""
    opens = (
        clause.place("since") == clause.start and clause.has("subject") and clause.has("run_past")
    )
    return opens and not clause.quantities(Measure.DAY, Measure.CLOCK, Measure.DURATION)


def _once(clause: Clause) -> bool:
    """Whether a run is only remembered: "did a marathon once", "I once ran 50 km"."""
    if clause.quantities(Measure.DAY):
        return False
    place = clause.place("once")
    if place < clause.place("run_past") < clause.end:
        return True
    beside = clause.items[place - 1] if place > clause.start else None
    return is_distance(beside)


def _too_much(clause: Clause) -> bool:
    """Whether a distance is what something was too much for: "too hot for 10k"."""
    if not _before_finished(clause, "too") or clause.measured:
        return False
    behind = clause.items[clause.place("too") + 1 : clause.end]
    return any(is_distance(item) for item in behind[:4])


def _wished(clause: Clause) -> bool:
    """Whether something would be nice, whatever else is said of it: "10k in the bank would be nice"."""
    return clause.has("wished") and not clause.has("run_past")


def _told_of(clause: Clause) -> bool:
    """Whether running is what something is about: "a podcast on running"."""
    place = clause.place("media")
    behind = clause.items[place + 1 : min(clause.end, place + 4)]
    return any(item.labels & _ABOUT for item in behind)


def _may_be_an_hour(item: Item) -> bool:
    clock = isinstance(item, Quantity) and item.measure is Measure.CLOCK
    return clock and isinstance(item, Quantity) and len(item.options) > 1


def _total(clause: Clause) -> bool:
    """Whether it is of more than a run, or heads a sum: "October: 180 km", "week 46: 52 km"."""
    if clause.has("period_strong"):
        return True
    first = clause.items[clause.start]
    length = clause.end - clause.start
    if clause.closed_by != ":" or not isinstance(first, Lexeme):
        return False
    told = clause.items[clause.start + 1 : clause.end]
    done = all("strong_did" in item.meanings for item in told)
    last = clause.items[clause.end - 1]
    of_a_week = "week" in first.meanings or (isinstance(last, Lexeme) and "week" in last.meanings)
    return ("month" in first.meanings and done) or (length == 2 and of_a_week)


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


_ABOUT = any_of("run_noun", "run_verb", "run_word", "named", "person", "kinds")
_RULES: tuple[_Rule, ...] = (
    _Rule(Stance.NO_RUN, any_of("no_run", "negation"), _no_run),
    _Rule(Stance.IDIOM, any_of("idiom", "run_past", "runs_verb"), is_an_idiom),
    _Rule(Stance.SOFTWARE, any_of("software"), _software),
    _Rule(Stance.INVITATION, any_of("invite"), _first_of("invite")),
    _Rule(Stance.INVITATION, any_of("seeks"), _seeks_helpers),
    _Rule(Stance.QUESTION, any_of("question") | OF_A_QUESTION, _question),
    _Rule(Stance.HYPOTHETICAL, any_of("hypothetical"), _hypothetical),
    _Rule(Stance.HYPOTHETICAL, any_of("too"), _too_much),
    _Rule(Stance.HYPOTHETICAL, any_of("wished"), _wished),
    _Rule(Stance.SOFTWARE, any_of("meta"), _always),
    _Rule(Stance.HABIT, any_of("habit", "i_do", "i_run"), _habit),
    _Rule(
        Stance.PLAN, any_of("plan", "purpose", "now", "progressive") | MEASURED[Measure.DAY], _plan
    ),
    _Rule(Stance.GOAL, any_of("goal"), _first_of("goal")),
    _Rule(Stance.TOTAL, any_of("period_strong", "month", "measure_lead", "week"), _total),
    _Rule(Stance.PAST, any_of("past"), _past),
    _Rule(Stance.PAST, any_of("formerly"), _formerly),
    _Rule(Stance.PAST, any_of("once"), _once),
    _Rule(Stance.PAST, any_of("since"), _since_then),
    _Rule(Stance.PAST, any_of("leads_to_point"), _at_an_age),
    _Rule(Stance.BEST, any_of("pb", "world_record"), _best),
    _Rule(Stance.WATCHING, any_of("watching"), _watching),
    _Rule(Stance.WATCHING, any_of("media"), _told_of),
    _Rule(Stance.WATCHING, any_of("tracked"), _follows_somebody),
    _Rule(Stance.REPLY, any_of("praise", "you"), _reply),
    _Rule(
        Stance.OTHER_PERSON,
        any_of("person", "owner", "guess.owner", "person_verb", "reported", "cheered", "theirs")
        | any_of("relative"),
        other_person,
    ),
    _Rule(Stance.OTHER_PERSON, any_of("name", "guess.owner"), owns_distance),
    _Rule(Stance.OTHER_SPORT, any_of("sport"), _other_sport),
    _Rule(Stance.TRAVEL, any_of("travel", "drove"), _travel),
    _Rule(Stance.WALK, any_of("walk", "walk_home"), _walk),
    _Rule(Stance.VOLUNTEER, any_of("volunteer", "tags.volunteer"), _helps),
    _Rule(Stance.LIFE, any_of("life"), _life),
    _Rule(Stance.SHOES, any_of("shoe", "shoe_worn"), _shoes),
    _Rule(Stance.STREAK, any_of("streak"), _unmeasured),
    _Rule(Stance.WEATHER, any_of("weather"), _unmeasured),
    _Rule(Stance.ANNOUNCEMENT, any_of("announce", "start_word", "map"), _announcement),
    _Rule(Stance.STATEMENT, any_of("copula", "total", "amounts", "energy"), states_a_fact),
    _Rule(Stance.SUM, any_of("period"), _of_a_period),
    _Rule(Stance.SUM, any_of("sessions"), _sessions),
)
_NEEDED = joined(rule.labels for rule in _RULES)


@lru_cache(maxsize=2048)
def _rules_for(carried: Labels) -> tuple[tuple[Stance, Callable[[Clause], bool]], ...]:
    """The rules worth asking about a clause that carries these of the labels they need."""
    return tuple((rule.stance, rule.test) for rule in _RULES if carried & rule.labels)
