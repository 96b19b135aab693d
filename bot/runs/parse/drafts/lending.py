"""Lends a time told alone the one distance that was spoken of before: "dared me to do 7k, did it in 40"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, NUMBERS, TIMES, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.beside import tells_mine
from bot.runs.parse.stances.idle_questions import asks_for_a_yes
from bot.runs.parse.words.labels import any_of

_WISHED = frozenset({Stance.GOAL, Stance.HYPOTHETICAL, Stance.PLAN})
_LONG_AGO = frozenset({Stance.PAST, Stance.HABIT})
_OF_OTHERS = frozenset({Stance.OTHER_PERSON, Stance.INVITATION})
_OF_ALL_WHO_RAN = frozenset({Stance.OTHER_PERSON, Stance.STATEMENT, Stance.ANNOUNCEMENT})
"""What the distance may be told as that the author and others ran: "Jess got 21:40 at parkrun, I got 25:12"."""

_AT_MOST_STATED = OWN | {Stance.STATEMENT, Stance.WEATHER}
_NAMED, _IS, _ARTICLE = any_of("named"), any_of("copula"), any_of("article")
_NOT_THE = any_of("self", "article", "person")
_BESIDE = frozenset({Role.POINT, Role.DIFFERENCE, Role.OTHER})
_THEIRS, _TAKEN_ALONG = any_of("determiner"), any_of("takes_along")
_OF_ME = any_of("self", "for_me")
_UNMET = any_of("unmet")
_RUNNING = any_of("run_word", "run_past", "progressive")
_THE_SAME = any_of("it", "tags.with_others")


def lend_distance(drafts: Sequence[Draft], post: Post) -> Cast | None:
    """The distance that the only run was lent, which it has from now on; None when there is none to lend.

    What others ran is lent only to an "it" or a "together".
    """
    if len(drafts) != 1 or drafts[0].distance is not None or not drafts[0].times:
        return None
    if not _LONG_AGO.isdisjoint(post.stances[: max(drafts[0].clauses) + 1]):
        return None
    passed = (m for m in post.cast if m.role is Role.POINT and m.place > drafts[0].first)
    points = {m.place for m in passed}  # "cramps from 33 km on"
    spoken = [m for m in post.cast if m.is_distance and m.place not in points]
    if len(spoken) == 2 and drafts[0].by_a_clock and _is_what_it_is(post, *spoken):
        return _lent(drafts[0], spoken[0])
    if len(spoken) != 1:
        return None
    lent = spoken[0]
    if lent.place > drafts[0].first:
        wanted = post.clauses[lent.clause]
        aimed_at = lent.stance is Stance.GOAL and wanted.labels & _UNMET
        timed_too = wanted.labels & (TIMES | NUMBERS)
        # "1:41:17, wanted 1:38 for the half"
        return _lent(drafts[0], lent) if aimed_at and timed_too and drafts[0].by_a_clock else None
    if not _may_be_lent(lent, drafts[0], post):
        return None
    return _lent(drafts[0], lent)


def _lent(draft: Draft, lent: Cast) -> Cast | None:
    """The distance as that of the run from now on, where one of its times fits; else None."""
    if all(duration_over(time, lent.quantity.value) is None for time in draft.times):
        return None
    draft.distance, draft.unit = lent.quantity.value, lent.quantity.unit
    return lent


def _is_what_it_is(post: Post, run: Cast, again: Cast) -> bool:
    """Whether a run is only said to be itself: "24:48, not my day, but parkrun is parkrun"."""
    if run.quantity.value != again.quantity.value or not run.quantity.labels & _NAMED:
        return False
    if not _AT_MOST_STATED.issuperset(post.stances):
        return False
    between = post.items[run.place + 1 : again.place]
    is_so = bool(between) and between[0].labels & _IS != 0
    return is_so and all(item.labels & _ARTICLE for item in between[1:])


def _may_be_lent(lent: Cast, draft: Draft, post: Post) -> bool:
    """Whether the time is told as of what was wished for, or as of the very same distance."""
    told = [post.clauses[number] for number in draft.clauses]
    if any(clause.labels & _THE_SAME for clause in told):
        return lent.stance in _WISHED or lent.stance in _OF_OTHERS
    clocked = any(time.measure is Measure.CLOCK for time in draft.times)
    ran_it_too = _is_the_race(post, lent) and any(map(_is_mine, told))
    shared = _is_shared(post, lent) or ran_it_too or _is_where_we_were(post, lent, told)
    if lent.stance is Stance.OTHER_PERSON and clocked and shared:
        return True
    if lent.stance in _OF_ALL_WHO_RAN and clocked and any(map(tells_mine, told)):
        return True
    if lent.stance is Stance.NO_RUN and clocked and post.clauses[lent.clause].has("bound"):
        return True  # "bet me I couldn't do 5k under 27. 26:20"
    if lent.stance is Stance.QUESTION and asks_for_a_yes(post.clauses[lent.clause]):
        return clocked and any(clause.labels & _RUNNING for clause in told)
    if clocked and (lent.stance is Stance.GOAL or _is_where_it_was(lent, post)):
        return True
    done = any(post.stances[number] is Stance.REPORT for number in draft.clauses)
    return lent.stance in _WISHED and (done or any(clause.labels & DAYS for clause in told))


def _is_the_race(post: Post, lent: Cast) -> bool:
    """Whether it is told as the race that both ran: "my brother did 38:20 for the 10k. I did 50:30"."""
    lead = post.items[lent.place - 1].labels if lent.place else 0
    return lead & _THEIRS != 0 and not lead & _NOT_THE


def _is_where_we_were(post: Post, lent: Cast, told: Sequence[Clause]) -> bool:
    """Whether it is the parkrun that somebody was taken to, or was the better at, and the time one's own.

    "My daughter beat me at parkrun, I got 33:20", "brought my bf to parkrun!! we jogged it together, 35:10".
    """
    clause = post.clauses[lent.clause]
    if "tags.parkrun" not in lent.quantity.meanings:
        return False
    if not (clause.labels & _TAKEN_ALONG or clause.has("object_self")):
        return False
    last = told[0].sentence
    here = [one for one in post.clauses[lent.clause + 1 :] if one.sentence == last]
    return any(one.labels & _OF_ME for one in here)


def _is_mine(clause: Clause) -> bool:
    return clause.has("subject")


def _is_where_it_was(lent: Cast, post: Post) -> bool:
    """Whether a parkrun is told as a place or a morning, or others are asked of it: "got to parkrun late: 29:30"."""
    if "tags.parkrun" not in lent.quantity.meanings:
        return False
    if lent.stance is Stance.QUESTION:
        return post.clauses[lent.clause].has(
            "asks_of_past"
        )  # "did you see me at parkrun? I got 26:02"
    return lent.stance in OWN and lent.role in _BESIDE


def lend_to_each_day(drafts: Sequence[Draft], post: Post) -> None:
    """Lends each day's time the distance that heads them: "same 8k loop: yesterday 46 min, today 44 min"."""
    days = {draft.day for draft in drafts}
    if len(drafts) < 2 or len(days) != len(drafts) or None in days:
        return
    first, *others = drafts
    head = post.clauses[first.clauses[0]]
    if (
        first.distance is None
        or first.reps
        or head.closed_by != ":"
        or head.labels & (DAYS | TIMES)
    ):
        return
    told = [_time_over(draft, first.distance) for draft in others]
    if any(draft.distance for draft in others) or not all(told):
        return
    for draft, seconds in zip(others, told, strict=True):
        draft.distance, draft.unit, draft.duration = first.distance, first.unit, seconds


def _time_over(draft: Draft, metres: float) -> int | None:
    """What the only time of a run is over so many metres, or None."""
    return duration_over(draft.times[0], metres) if len(draft.times) == 1 else None


def lend_day(drafts: Sequence[Draft], post: Post, lent: Cast | None) -> None:
    """Lends the run the day that was told with its distance."""
    if lent is None or drafts[0].day is not None:
        return
    sentence = post.clauses[lent.clause].sentence
    for member in post.cast:
        here = post.clauses[member.clause].sentence == sentence
        if member.role is Role.DAY and here and member.quantity.value <= 0:
            drafts[0].day = int(member.quantity.value)


def _is_shared(post: Post, member: Cast) -> bool:
    """Whether a distance is only said to be theirs, in a post of somebody who ran with them."""
    clause = post.clauses[member.clause]
    first = post.items[clause.start].labels
    told = post.has("run_past") and post.has("companion", "tags.with_others")
    return told and bool(first & _THEIRS) and not clause.has("run_past", "person_verb")
