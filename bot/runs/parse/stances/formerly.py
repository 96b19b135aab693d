"""Tells whether a clause speaks of long ago: of what was once run, and of who one was then."""

from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_TIMES = (Measure.CLOCK, Measure.DURATION, Measure.NUMBER)
_WHERE, _ON, _THE = (
    any_of("place_or_past"),
    any_of("on", "place_lead", "ground_lead"),
    any_of("determiner"),
)
_CHILD = any_of("person")
_LONG_OVER = any_of("run_past", "strong_did", "looks_back", "pb", "habit")
_A_FEW = 3
_MY_FIRST = any_of("my_first")
_IN, _WHOSE, _OF_LEAVE = (
    any_of("amid"),
    any_of("determiner"),
    any_of("rest", "kinds", "effort", "described", "split_lead", "split_first"),
)
_A_TIME_OF_ONES = 3
"""Words at least before "days" or "years": "in my navy days"."""

_THIS, _MEANTIME = any_of("demonstrative", "it"), any_of("meantime")


def past(clause: Clause) -> bool:
    """Whether it was long ago; "first 10k since 2019" was not, nor was "5k out and back in 26:30"."""
    place = clause.place("past")
    if isinstance(clause.items[place], Quantity) and clause.has("since"):
        return False
    if clause.has("year") and clause.has("kinds.treadmill", "shoe") and _is_only_dated(clause):
        return False  # "treadmill from about 1998"
    if clause.measured and any(_is_just_over(day) for day in clause.quantities(Measure.DAY)):
        return False  # "27:30 for the 5k yesterday, a minute off last month"
    if clause.items[place].labels & _WHERE and (
        _is_where_it_was(clause, place)
        or _is_a_school_of_today(clause)
        or _is_where_a_child_is(clause, place)
    ):
        return False
    behind = clause.items[place + 1] if place + 1 < clause.end else None
    timed = isinstance(behind, Quantity) and behind.measure in _TIMES
    return not (timed and "back_in" in clause.items[place].meanings)


def _is_where_it_was(clause: Clause, at: int) -> bool:
    """Whether a school only tells which ground it was, and no verb that it is over: "5000m on the track at uni"."""
    if at - clause.start < 3 or clause.labels & _LONG_OVER:
        return False
    on, the, ground = clause.items[at - 3 : at]
    return bool(on.labels & _ON and the.labels & _THE) and not isinstance(ground, Quantity)


def _is_a_school_of_today(clause: Clause) -> bool:
    """Whether it is told of today, or of others in the meantime: "at school today", "while the kids were at school"."""
    if any(_is_just_over(day) for day in clause.quantities(Measure.DAY)):
        return True
    return bool(clause.items[clause.start].labels & _MEANTIME and clause.has("person"))


def _is_where_a_child_is(clause: Clause, at: int) -> bool:
    """Whether a child is told to be at school, and no figure of a run: "dropped the kids at school"."""
    if any(map(is_distance, clause.measured_items)):
        return False
    if clause.place("run_past") < at or clause.has("looks_back"):
        return False
    return at > clause.start and clause.items[at - 1].labels & _CHILD != 0


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


def of_last_year(clause: Clause) -> bool:
    """Whether it opens with a race of last year and how that went: "last year's turkey trot I ran 34:10"."""
    if clause.place("of_last_year") != clause.start or clause.quantities(Measure.DAY):
        return False
    return clause.has("run_past", "strong_did")


def in_former_days(clause: Clause) -> bool:
    """Whether it opens with whom one was then: "in my navy days we ran 15k", but "in my days off I ran 15k"."""
    at = clause.place("some_years")
    led = clause.items[clause.start : at]
    if at == clause.end or not _A_TIME_OF_ONES <= len(led) <= _A_TIME_OF_ONES + 2:
        return False
    whose = next((n for n, item in enumerate(led[:3]) if item.labels & _WHOSE), 0)
    if not whose or not led[whose - 1].labels & _IN:
        return False
    behind = clause.items[at + 1 : clause.end][:1]
    return not any(item.labels & _OF_LEAVE for item in (*led[whose + 1 :], *behind))


def was_so(clause: Clause) -> bool:
    """Whether it tells what was once run or easily run, without a figure: "years ago this was my loop"."""
    if clause.measured_items or clause.has("negation", "no_run"):
        return False
    if clause.has("run_noun", "run_thing") and clause.has("did", "run_past", "strong_did"):
        return True
    at = clause.place("looks_back")
    return at > clause.start and clause.items[at - 1].labels & _THIS != 0


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
    first = clause.start + 1
    if clause.place("since") == clause.start and clause.start and first < clause.end:
        counted, the_first = clause.items[clause.start - 1], clause.items[first]
        if isinstance(counted, Quantity) and the_first.labels & _MY_FIRST:
            return True  # "that's 3 years since my first marathon"
    return opens and not clause.quantities(Measure.DAY, Measure.CLOCK, Measure.DURATION)


def _was_it(clause: Clause, once: int) -> bool:
    """Whether something told before was done at some time: "ran it in jeans once"."""
    ran = min(clause.place("run_past"), clause.place("strong_did"))
    return ran + 1 < once and "it" in clause.items[ran + 1].meanings and clause.end - once < _A_FEW


def once(clause: Clause) -> bool:
    """Whether a run is only remembered: "did a marathon once", "I once ran 50 km"."""
    if clause.quantities(Measure.DAY):
        return False
    place = clause.place("once")
    if place < clause.place("run_past") < clause.end:
        return True
    if not clause.measured_items and _was_it(clause, place):
        return True
    beside = clause.items[place - 1] if place > clause.start else None
    return is_distance(beside)
