"""Tells whether figures are set down as still to be run: "that's the menu for Thursday", "two runs planned: 10k"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DURATIONS, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.dividing import BY_A_WORD
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

SET_DOWN = any_of(
    *("sum_up", "demonstrative", "plan", "as_planned", "foretells", "settled", "prescribed"),
    *("settles_on", "deadline", "entered", "ahead"),
)
"""Labels without any of which nothing is set down as still to be run."""

_THAT, _TASK = any_of("sum_up", "demonstrative"), any_of("task")
_PLAN, _AND = any_of("plan"), any_of("and")
_DONE = any_of("run_past", "strong_did", "outcome")
_HAD = _DONE | any_of("looks_back", "negation", "guess.past")
_WEEKDAY = any_of("weekday")
_COUNTED = any_of("sessions", "run_each")
_ENTERED, _FOR_SOMETHING = any_of("entered"), any_of("for_lead", "into", "included")
_IN = any_of("in_time")
_AHEAD = any_of("ahead")
_BY, _MONTH = any_of("deadline"), any_of("month")
_WHO = any_of("person", "they", "third_person")
_SETTLES, _LEG = any_of("settles_on"), any_of("leg")
_SETTLED, _SESSION, _WAS = any_of("settled"), any_of("prescribed"), any_of("looks_back")
_AT_THE_START, _FORETELLS = any_of("as_planned"), any_of("foretells")
_A_QUARTER = 15 * 60
"""Seconds in which people tell when something begins; what a run took is seldom so round."""

_FEW = 5
"""Words; who says more before a plan rather tells of something that was."""


def is_set_down(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the post says of its figures that they are still to be run."""
    draft = drafts[0]
    if post.told & _AT_THE_START and (_is_at_the_start(post) or _is_about_to_start(draft, post)):
        return True
    behind = post.clauses[max(draft.clauses) + 1 :]
    if not post.labels & _DONE and _is_due(draft, post):
        return True
    if draft.duration is not None or draft.pace is not None or post.labels & _DONE:
        return False
    return (
        _is_what_a_session_was(draft, post)
        or _is_of_a_leg_to_run(draft, post)
        or _is_up_next(draft, post)
        or any(map(_is_called_a_task, behind))
        or _goes_on_to_a_plan(draft, post)
        or _is_entered(draft, post)
        or _is_under_a_plan(draft, post)
    )


def _is_what_a_session_was(draft: Draft, post: Post) -> bool:
    """Whether repeats are only told as what a session was: "I think it was 5x1000", "the session was 8x400"."""
    if not draft.reps or draft.day is not None or not draft.first:
        return False
    told = post.clauses[draft.clauses[0]]
    before = post.items[told.start : draft.first]
    if not before:
        return False
    was = before[-1]
    return bool(was.labels & _SETTLED or (was.labels & _WAS and before[0].labels & _SESSION))


def _is_of_a_leg_to_run(draft: Draft, post: Post) -> bool:
    """Whether the author takes a leg that is so long: "I'll take the third leg, 4.2 miles"."""
    before = post.clauses[: draft.clauses[0] + 1]
    return any(clause.labels & _LEG and clause.labels & _SETTLES for clause in before)


def _is_due(draft: Draft, post: Post) -> bool:
    """Whether it is to be run by some month or day: "10k by March, that's the deal"."""
    behind = post.items[draft.last + 1 : draft.last + 3]
    if len(behind) < 2 or not behind[0].labels & _BY:
        return False
    return behind[1].labels & (_MONTH | DAYS) != 0


def _is_up_next(draft: Draft, post: Post) -> bool:
    """Whether a post ends in what comes next: "400 followers, 5k next", "10k up next"."""
    behind = [item for item in post.items[draft.last + 1 :] if not item.labels & MARK]
    return len(behind) == 1 and behind[0].labels & _AHEAD != 0


def _is_at_the_start(post: Post) -> bool:
    """Whether it opens with when the author is off: "on the start line in an hour, 10k"."""
    head = post.clauses[0]
    if post.labels & _DONE or not head.items[head.start].labels & _AT_THE_START:
        return False
    behind = head.items[head.start + 1 : head.end]
    return len(behind) > 1 and bool(behind[0].labels & _IN and behind[1].labels & DURATIONS)


def _is_about_to_start(draft: Draft, post: Post) -> bool:
    """Whether who is ready tells in how many quarters of an hour it begins: "number pinned, 10k in an hour"."""
    if post.labels & _HAD or len(draft.times) != 1 or not draft.times[0].labels & DURATIONS:
        return False
    before = post.items[: draft.first]
    if draft.times[0].value % _A_QUARTER or not any(i.labels & _AT_THE_START for i in before):
        return False
    return any(item.labels & _IN for item in post.items[draft.first : draft.last])


def _is_called_a_task(clause: Clause) -> bool:
    """Whether it says "that's the menu for Thursday" or "that's on the cards tomorrow"."""
    items = clause.items[clause.start : clause.end]
    if not items[0].labels & _THAT or clause.labels & _HAD or len(items) > _FEW:
        return False
    if len(items) > 2 and items[1].labels & _TASK and any(i.labels & _WHO for i in items[2:]):
        return True  # "that's the plan my coach wrote"
    days = [i for i in items if isinstance(i, Quantity) and i.labels & DAYS]
    ahead = any(day.value > 0 or day.labels & _WEEKDAY for day in days)
    return bool(clause.labels & _TASK) and (ahead or items[-1].labels & (_TASK | _PLAN) != 0)


def _goes_on_to_a_plan(draft: Draft, post: Post) -> bool:
    """Whether an "and" puts it with what is planned, and nothing else is said of it: "10k and a swim planned"."""
    at = max(draft.clauses)
    clause = post.clauses[at]
    behind = post.clauses[at + 1] if at + 1 < len(post.clauses) else None
    if behind is None or behind.sentence != clause.sentence or clause.end - clause.start > 2:
        return False
    if post.stances[at + 1] is not Stance.PLAN or not behind.items[behind.start].labels & _AND:
        return False
    if behind.has("subject", "self", "day"):
        return False
    return behind.place("plan") - behind.start < _FEW and behind.place("plan") > behind.start + 1


def _is_entered(draft: Draft, post: Post) -> bool:
    """Whether it is told without a mark to be entered: "50 miler booked for April", but "10k, physio booked"."""
    at = max(draft.clauses) + 1
    if at >= len(post.clauses) or post.clauses[at - 1].closed_by != BY_A_WORD:
        return False
    entered = post.clauses[at]
    if not entered.items[entered.start].labels & _ENTERED or draft.day is not None:
        return False
    behind = entered.items[entered.start + 1 : entered.end]
    return not behind or behind[0].labels & _FOR_SOMETHING != 0


def _is_under_a_plan(draft: Draft, post: Post) -> bool:
    """Whether it stands under a count of what is planned, or a forecast: "two runs planned: 10k Saturday"."""
    head = post.clauses[0]
    sentence = post.clauses[draft.clauses[0]].sentence
    if head.closed_by != ":" or head.sentence != sentence or draft.first < head.end:
        return False
    if head.items[head.start].labels & _FORETELLS:
        return True
    return post.stances[0] is Stance.PLAN and head.labels & _COUNTED != 0
