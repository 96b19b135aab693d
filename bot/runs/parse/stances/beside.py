"""Tells whether a person only came along in a run of the author's, was met or followed on it, or stayed away."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DISTANCES,
    NUMBERS,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_AWAY, _OF_A_ROLE = any_of("out_of_the_way"), any_of("of_a_role")
_NOT_THERE = any_of("negation", "becomes")
_ALONG = any_of("accompanied")
_WHOSE = any_of("determiner", "article")
_NUMBERED = any_of("numbered")
_FAR_WITH_A_PRAM = 25_000
"""Metres; who slept for longer was rather driven."""

_WHOLE, _AT, _UNIT = any_of("whole"), any_of("at"), any_of("distance_unit")
_PAST_BY, _OBJECT = any_of("leads_past"), any_of("object_self")
_BESIDE, _GONE_BY = any_of("leads_past", "companion"), any_of("gone_by")
_OUTRAN, _I, _WITH = any_of("outran"), any_of("self"), any_of("alongside")
_FINITE, _DID = any_of("person_verb"), any_of("did", "run_past")
_RUNS_AS_VERB = any_of("person_verb", "run_past", "run_verb", "strong_did")
_RUNNING = any_of("run_past", "run_word", "kinds.treadmill")
_MINE, _WAS = any_of("subject", "object_self", "ones_own"), any_of("looks_back")
_ALL_OF_US = any_of("tags.with_others")
_FOR_ME, _IN = any_of("for_me"), any_of("in_time")
_BEHIND_ME = frozenset((")", ":"))
_AMID, _PLACES = any_of("amid"), any_of("sport", "kinds.treadmill")
_DOING = any_of("guess.verb")
_COMEBACK, _BY_THEN, _LAST_HOUR = any_of("tags.comeback"), any_of("at", "until"), 12
_OF_RUNS = TIMES | DISTANCES
_SO_FAR = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.REPS)


def is_of_who_came_along(clause: Clause) -> bool:
    """Whether a "he" is who came along in a run whose time is told before: "3k with my son 22 min he beat me"."""
    he = clause.place("third_person")
    if not is_distance(clause.items[clause.start]) or not clause.measured:
        return False
    led = clause.items[clause.start : he]
    beside = next((at for at, item in enumerate(led) if item.labels & _ALONG), len(led))
    timed = any(item.labels & TIMES for item in led[beside:])
    return timed and not any(item.labels & _OF_RUNS for item in clause.items[he : clause.end])


def is_since_when(clause: Clause) -> bool:
    """Whether what somebody did only says since when it is the author's first: "first run since the baby came"."""
    if not clause.items[clause.start].labels & _COMEBACK:
        return False
    return all(map(belongs, clause.items[clause.start + 1 : clause.place("person")]))


def may_be_of_their_run(behind: Sequence[Item], at: int, *, whose: bool) -> bool:
    """Whether a figure behind somebody may be of a run of theirs, and is no hour: "my wife woke at 5".

    Nor is it a count where the person is only whose something is: "her two collies".
    """
    figure = behind[at]
    if not isinstance(figure, Quantity) or (whose and figure.measure is Measure.OTHER):
        return False
    then = at > 1 and figure.labels & NUMBERS and behind[at - 1].labels & _BY_THEN
    return not (then and 1 <= figure.value <= _LAST_HOUR)


def is_watched_from_a_run(clause: Clause) -> bool:
    """Whether somebody is only watched in a run told before: "25 min of running on the treadmill watching someone"."""
    at = clause.place("watching")
    if not clause.measured_at or not clause.measured_at[0] < at < clause.place("person"):
        return False
    ran = any(item.labels & _RUNNING for item in clause.items[clause.start : at])
    return ran and not any(is_distance(item) for item in clause.items[at : clause.end])


def is_out_of_the_way(clause: Clause, at: int) -> bool:
    """Whether it only says who did not come along in a run that is over: "kid free 5 miles this morning"."""
    if at + 1 >= clause.end or not clause.items[at + 1].labels & _AWAY:
        return False
    return clause.measured or any(day.is_over for day in clause.quantities(Measure.DAY))


def is_no_runner(clause: Clause, at: int) -> bool:
    """Whether the person is not there, is what the author became, or only says of which kind something is.

    "no kids", "became a grandad", "grandad duties done", "teacher training day".
    """
    back = at - 1
    if back >= clause.start and clause.items[back].labels & _NOT_THERE:
        return True
    return at + 1 < clause.end and clause.items[at + 1].labels & _OF_A_ROLE != 0


def is_told_as_away(clause: Clause) -> bool:
    """Whether all that is told of somebody behind a colon is that they are out of the way: "Wife: away."."""
    behind = clause.items[clause.end + 1 : clause.end + 3]
    return bool(behind) and bool(behind[0].labels & _AWAY) and not isinstance(behind[-1], Quantity)


def behind_its_number(items: Sequence[Item]) -> Sequence[Item]:
    """What follows a person but for the number they are called by: "kid number 1 at band", "child two"."""
    at = int(bool(items) and items[0].labels & _NUMBERED != 0)
    counted = items[at] if at < len(items) else None
    return items[at + 1 :] if counted is not None and counted.labels & NUMBERS else items


def is_looked_after(clause: Clause) -> bool:
    """Whether a child is told to be where it belongs by some hour: "kids dropped 8:50", but "kids dropped a minute".

    Or that the author took it there: "dropped the kids at school".
    """
    if clause.place("handed_over") == clause.start and not any(
        map(is_distance, clause.measured_items)
    ):
        return True
    first = clause.start + (clause.items[clause.start].labels & _WHOSE != 0)
    if not clause.opening or clause.place("person") != first:
        return False
    there = min(clause.place("handed_over"), clause.place("place_or_past"))  # "kids at school 8:50"
    if there != first + 1 or clause.has("self", "subject"):
        return False
    return len(clause.quantities()) == len(clause.quantities(Measure.CLOCK, Measure.DAY))


def is_slept_through(clause: Clause) -> bool:
    """Whether somebody who was pushed slept all the way: "toddler napped the whole 3 miles"."""
    at = clause.place("asleep")
    behind = clause.items[at + 1 : min(at + 3, clause.end)]
    if (
        len(behind) < 2
        or not behind[0].labels & _WHOLE
        or clause.has("run_past", "travel", "drove")
    ):
        return False
    return is_distance(behind[1]) and behind[1].value <= _FAR_WITH_A_PRAM


def is_taken_round(clause: Clause) -> bool:
    """Whether it opens with the author taking somebody round so far: "took the new lad round the 5k"."""
    if not clause.opening or clause.place("takes_along") != clause.start:
        return False
    way = clause.place("ground_lead") + 1
    behind = clause.items[way : min(way + 3, clause.end)]
    return any(is_distance(item) for item in behind)


def is_gone_round_with(clause: Clause) -> bool:
    """Whether the author took somebody to a race, and says of its time who was with them or beat them.

    "Took my twins to the parkrun, 33:05 with both of them complaining", but not "they did 33:05".
    """
    if clause.place("takes_along") != clause.start or not clause.has("named") or clause.measured:
        return False
    behind = clause.items[clause.end :]
    at = next((n for n, item in enumerate(behind) if item.labels & CLOCKS), len(behind)) + 1
    if at >= len(behind) or any(item.labels & _FINITE for item in behind[: at - 1]):
        return False
    beaten = any(
        item.labels & _OUTRAN and after.labels & _I
        for item, after in zip(behind[at:], behind[at + 1 :], strict=False)
    )
    return beaten or behind[at].labels & _WITH != 0


def comes_upon_the_author(clause: Clause, at: int) -> bool:
    """Whether the person only met the author, or at a point of the run: "ran past me", "boss called at mile 2"."""
    rest = clause.items[at + 1 : clause.end]
    if (
        not rest
        or rest[0].labels & _AT
        or not all(_is_a_point(clause, n) for n in clause.measured_at)
    ):
        return False
    if any(item.labels & _RUNS_AS_VERB for item in rest[:1]):
        return len(rest) == 3 and bool(rest[1].labels & _PAST_BY and rest[2].labels & _OBJECT)
    theirs = _DID | _RUNS_AS_VERB | TIMES
    return bool(clause.measured_items) and not any(item.labels & theirs for item in rest)


def _is_a_point(clause: Clause, at: int) -> bool:
    """Whether a figure only tells where in a run it was: "at 4k", "at mile 2"."""
    lead = at - 1 - (clause.items[at - 1].labels & _UNIT != 0)
    return clause.start <= lead and clause.items[lead].labels & _AT != 0


def goes_beside_the_author(clause: Clause) -> bool:
    """Whether somebody was on the author's way: "my sister cycled beside me", "he overtook me", but no "beat me"."""
    return any(
        me.labels & _OBJECT
        and (
            beside.labels & (_BESIDE | _GONE_BY) == _BESIDE
            or (beside.labels & _OUTRAN and not beside.labels & _FINITE)
        )
        for beside, me in pairwise(clause.items[clause.start : clause.end])
    )


def rides_along(clause: Clause) -> bool:
    """Whether somebody came along, whose way is all that is told: "paced me on his bike", "hubby cycled alongside"."""
    if clause.quantities(*_SO_FAR) or clause.has("subject") or not clause.has("person"):
        return False
    last = clause.items[clause.end - 1].labels
    return last & _BESIDE == _BESIDE or clause.has("with_me") or goes_beside_the_author(clause)


def is_whose_place(clause: Clause, back: int, at: int) -> bool:
    """Whether the person only says which place it was: "25 min on the physio gym treadmill"."""
    behind = clause.items[at + 1].labels if at + 1 < clause.end else 0
    return behind & _PLACES != 0 and back > clause.start and clause.items[back].labels & _AMID != 0


def is_followed(clause: Clause, back: int, at: int) -> bool:
    """Whether the author did something to the person: "ended up following a bloke for 13k"."""
    verb, led = clause.items[back], clause.items[back - 1]
    if "person_verb" in clause.items[at].meanings or not verb.labels & _DOING:
        return False
    own = back - 1 == clause.start or "subject" in clause.items[back - 2].meanings
    rest = clause.items[at + 1 : clause.end]
    return own and led.labels & _DID != 0 and not any(item.labels & _FINITE for item in rest)


def is_led_along(clause: Clause, back: int, at: int) -> bool:
    """Whether an unknown word describes who is with the author: "guided a VI runner"."""
    if clause.items[back].meanings or "person_verb" in clause.items[at].meanings:
        return False
    back -= 1
    while back > clause.start and belongs(clause.items[back]):
        back -= 1
    return "companion" in clause.items[back].meanings


def tells_mine(clause: Clause) -> bool:
    """Whether it opens with the author's time, beside that of others: "me 31:20", "me, 31:20", "31:20 for me"."""
    items, at = clause.items, clause.start
    if items[at].labels & CLOCKS and at + 1 < clause.end and items[at + 1].labels & _FOR_ME:
        return True
    if not items[at].labels & _MINE:
        at -= 2
        if at < 0 or not _is_set_apart_as_mine(items, at):
            return False
    if items[at].labels & _ALL_OF_US:
        return False
    at = max(at + 1, clause.start)
    at += at < clause.end and items[at].labels & (_RUNS_AS_VERB | _WAS | _IN) != 0
    return at < clause.end and items[at].labels & CLOCKS != 0


def _is_set_apart_as_mine(items: Sequence[Item], at: int) -> bool:
    """Whether the author stands at `at`, before a mark: "me: 31:20", "me, 31:20", but not "Tom beat me, 31:20"."""
    if not items[at].labels & _MINE:
        return False
    alone = not at or items[at - 1].labels & MARK
    mark = items[at + 1].text
    return mark in _BEHIND_ME or bool(mark == "," and alone and items[at].labels & _OBJECT)


def is_who_posts(clause: Clause) -> bool:
    """Whether its author only says who they are: "mum of two here", "dad of three reporting in"."""
    here = clause.items[clause.end - 1].labels
    alone = here & _FOR_ME and not (here & _I or clause.quantities(*_SO_FAR))
    return bool(clause.opening and alone)


def belongs(item: Item) -> bool:
    """Whether it is part of naming a person: "my", "the", "best"."""
    return bool(item.meanings.keys() & {"determiner", "article", "self", "adjective", "best_over"})
