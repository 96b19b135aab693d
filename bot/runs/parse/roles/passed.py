"""Tells whether a lesson of a programme that no verb leads to is over: "W4R3. Done.", "W5R1, Monday. Rained."."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import DAYS, Measure, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

LESSON = any_of("lesson", "lesson_day")
_SURELY = any_of("lesson")
_LEADING = DAYS | any_of(
    *("program_done", "article", "determiner", "about", "auxiliary", "moods", "join", "number"),
    *("interjection", "opener", "times", "self", "split_first", "run_thing", "of"),
)
_HEADED = frozenset((":", "\n", "-"))
_WHEN = DAYS | any_of("times")
_NAMED = LESSON | MARK | _WHEN | any_of("program_done", "moods", "interjection")
_SEEMS = any_of("seems")
_NOON = 12
_DONE, _MORNING = any_of("strong_did"), any_of("times.morning")
_SMALL_TALK = (
    MARK
    | DAYS
    | any_of("did", "filler", "moods", "body", "looks_back", "adjective", "tags", "times", "kinds")
    | any_of(
        "self", "it", "join", "contrast", "about", "negation", "demonstrative", "sum_up", "number"
    )
)
"""What stands in a clause that says of a lesson no more than that it is over, or how it was."""

_BACK = any_of("did", "looks_back", "guess.past")
_FELT = any_of("moods.positive", "moods.negative", "moods.neutral", "body", "looks_back")
_NOT_IT = any_of("copula", "negation")
_BODY = any_of("body")
_WHOSE, _OF_A_RUN = any_of("determiner"), any_of("body", "tags", "kinds", "times", "run_noun")
_FILLER = any_of("filler")
_AHEAD = any_of("luck", "anticipates", "further")
_DREADED, _TOLD_OVER = any_of("luck", "anticipates"), any_of("run_past", "strong_did", "looks_back")
_NOT_OF_IT = frozenset(
    {Stance.QUESTION, Stance.INVITATION, Stance.PLAN, Stance.GOAL, Stance.HYPOTHETICAL}
    | {Stance.OTHER_PERSON, Stance.REPLY, Stance.ANNOUNCEMENT, Stance.NO_RUN, Stance.HABIT}
)
"""What makes it more likely that the lesson is still to come, or another's."""

_NO_LESSON = frozenset({Stance.INVITATION, Stance.OTHER_PERSON, Stance.NO_RUN})


def is_passed(post: Post) -> bool:
    """Whether some lesson heads what is told of it, and that is told as over."""
    return any(
        clause.labels & LESSON and post.stances[number] in OWN and _lesson_was_done(post, number)
        for number, clause in enumerate(post.clauses)
    )


def is_only_named(post: Post) -> bool:
    """Whether there is a lesson and nothing else but perhaps that it is today's: "W4R2", "C25K week 3 run 2 💪"."""
    if not post.labels & LESSON or post.told & _AHEAD or post.tells("weekday"):
        return False
    named = all(item.labels & _NAMED for item in post.items)
    return named and all(stance is Stance.FRAGMENT for stance in post.stances)


def is_dreaded(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the minutes of a lesson are only what is to come: "W5R3, twenty minutes, terrifying"."""
    if not post.told & LESSON or drafts[0].distance is not None or post.labels & _TOLD_OVER:
        return False
    if post.told & _DREADED or Stance.PLAN in post.stances:
        return True
    return bool(post.told & _SEEMS) and any(map(_is_said_to_seem, post.clauses))


def _is_said_to_seem(clause: Clause) -> bool:
    """Whether it is said what the lesson looks like, from afar: "W6D3 sounds brutal"."""
    if not clause.labels & LESSON:
        return False
    at = _place(clause) + 1
    return at < clause.end and clause.items[at].labels & _SEEMS != 0


def _lesson_was_done(post: Post, number: int) -> bool:
    """Whether the clause at `number` opens with a lesson, and its post says that it was done, when, or how it was."""
    clause = post.clauses[number]
    if not _heads(clause) or clause.closed_by == "?":
        return False
    if any(_only_says_done(post, behind) for behind in range(number + 1, len(post.clauses))):
        return True
    if number and _is_headed_done(post, number - 1):
        return True
    if not clause.labels & _SURELY or _is_spoken_of(clause):
        return False
    days = clause.quantities(Measure.DAY)
    if any(_lies_behind(day, post) for day in days):
        return _NO_LESSON.isdisjoint(post.stances)
    if post.told & _AHEAD or not _NOT_OF_IT.isdisjoint(post.stances):
        return False
    today = any("day" in day.meanings for day in days)
    return _is_looked_back_on(post, number, today=today) or _is_felt(post, number, today=today)


def _heads(clause: Clause) -> bool:
    """Whether the lesson opens its clause: "so week 6 run 2", "C25K W4R1", but not "stuck on W5R3"."""
    led = clause.items[clause.start : _place(clause)]
    return all(item.labels & _LEADING for item in led)


def _place(clause: Clause) -> int:
    """Where the lesson stands."""
    return min(clause.place("lesson"), clause.place("lesson_day"))


def _is_spoken_of(clause: Clause) -> bool:
    """Whether it is said what the lesson is like, or that it was none: "W3D1 looks scary", "W7R2 didn't happen"."""
    behind = clause.items[_place(clause) + 1 : clause.end]
    said = next((item for item in behind if not item.labels & _WHEN), None)
    return said is not None and bool(said.labels & _NOT_IT)


def _only_says_done(post: Post, number: int) -> bool:
    """Whether a clause says that it is done and nothing else: "Survived.", "smashed it", "but it's DONE"."""
    clause = post.clauses[number]
    if not clause.labels & _DONE or post.stances[number] is not Stance.REPORT:
        return False
    what = clause.place("strong_did") + 1
    something = what < clause.end and clause.items[what].labels == _FILLER  # "finished work"
    return not something and _is_small_talk(clause)


def _is_headed_done(post: Post, number: int) -> bool:
    """Whether a clause that opens with what was done heads the next: "Completed:", "Done" in its own line."""
    clause = post.clauses[number]
    heads = clause.closed_by in _HEADED and clause.place("strong_did") == clause.start
    return heads and _only_says_done(post, number)


def _is_small_talk(clause: Clause) -> bool:
    """Whether every word may be of the lesson, and none is of what somebody has: "my day was awful"."""
    items = clause.items[clause.start : clause.end]
    if clause.labels & LESSON or not all(item.labels & _SMALL_TALK for item in items):
        return False
    return all(
        not item.labels & _WHOSE or behind.labels & _OF_A_RUN for item, behind in pairwise(items)
    )


def _lies_behind(day: Quantity, post: Post) -> bool:
    """Whether a day is yesterday or before, or this morning, told in the afternoon."""
    if "day" not in day.meanings:
        return False
    return day.value < 0 or (bool(day.labels & _MORNING) and post.hour >= _NOON)


def _is_looked_back_on(post: Post, number: int, *, today: bool) -> bool:
    """Whether something is told of it that happened, in its own clause where it may be later today."""
    end = number + 1 if today else len(post.clauses)
    return any(
        clause.labels & _BACK and stance in OWN
        for clause, stance in zip(post.clauses[number:end], post.stances[number:end], strict=True)
    )


def _is_felt(post: Post, number: int, *, today: bool) -> bool:
    """Whether a short clause behind it says how it was: "Knees fine", "Brutal.", "nobody died"."""
    return any(
        clause.labels & _FELT
        and stance in OWN
        and (_is_small_talk(clause) or (not today and _begins_with_the_body(clause)))
        for clause, stance in zip(
            post.clauses[number + 1 :], post.stances[number + 1 :], strict=True
        )
    )


def _begins_with_the_body(clause: Clause) -> bool:
    """Whether it says how a part of the body is: "lungs on fire", "my calves have resigned"."""
    first = clause.items[clause.start : clause.end][:2]
    return len(first) > 1 and any(item.labels & _BODY for item in first)
