"""Tells the time of a lesson: "w4d2 28 min on the canal with Temi", "W5D3!!! THE BIG ONE!!! 20 MINUTES!!!"."""

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.evidence.spent_out import WEEK
from bot.runs.parse.figures.quantities import DAYS, NUMBERS
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.roles.passed import LESSON
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_BETWEEN = (
    (MARK | DAYS)
    | any_of("times", "weekday", "on", "article", "determiner", "adjective", "fresh", "effort_of")
    | any_of("about", "moods", "interjection", "tags", "kinds")
)
_TELLING = any_of("programme_end", "program_done", "run_past", "strong_did", "moods", "body")
_LEADING = _BETWEEN | any_of("program_done", "opener", "join", "number")


def are_of_a_lesson(post: Post, draft: Draft) -> bool:
    """Whether a lesson opens the post, and the time is all that is measured behind it."""
    if clause_of_a_time(post, draft) is None:
        return False
    if _is_named_behind(post, draft):
        return True
    at = next((at for at, item in enumerate(post.items) if item.labels & LESSON), draft.first)
    led, between = post.items[:at], post.items[at + 1 : draft.first]
    if at >= draft.first or not all(item.labels & _LEADING for item in led):
        return False
    if not all(item.labels & _BETWEEN for item in between):
        return False
    judged = zip(post.clauses, post.stances, strict=True)
    return all(
        stance in OWN and clause.closed_by != "?"
        for clause, stance in judged
        if clause.start <= draft.first
    )


def _is_named_behind(post: Post, draft: Draft) -> bool:
    """Whether a time alone opens the post, and a lesson or a week is all that is told next: "30 mins, week 9"."""
    own, behind = post.clauses[0], post.clauses[1:2]
    if draft.first or own.end > 2 or not behind or post.stances[1] not in OWN:
        return False
    told = post.items[behind[0].start : behind[0].end]
    if len(told) == 1:
        return told[0].labels & LESSON != 0
    week = len(told) == 2 and told[0].labels & WEEK and told[1].labels & NUMBERS
    return bool(week and post.told & _TELLING)
