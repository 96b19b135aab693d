"""Tells a time alone that is called a run in one breath with it: "quick 20 min run on my break"."""

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.figures.quantities import DAYS
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of

CALLED_A_RUN = any_of("run_thing")
"""What without no time is called a run."""

_LEADING = any_of("adjective", "article", "about", "kinds", "moods", "self")
_COPULA = any_of("copula", "course_is", "amounts")
_GOING_ON = DAYS | any_of(
    "times", "on", "between", "before_after", "amid", "accompanied", "ground_lead", "way", "at"
)
_SHORTEST_S = 600


def is_called_a_run(post: Post, draft: Draft) -> bool:
    """Whether "run" stands right behind a time that opens its clause, and how, when or where it was behind that."""
    clause = clause_of_a_time(post, draft)
    if clause is None or draft.times[0].value < _SHORTEST_S or not OWN.issuperset(post.stances):
        return False
    if clause.labels & _COPULA or clause.asked:
        return False
    if not all(item.labels & _LEADING for item in clause.items[clause.start : draft.first]):
        return False
    behind = clause.items[draft.last + 1 : clause.end]
    if not behind or not behind[0].labels & CALLED_A_RUN:
        return False
    return len(behind) == 1 or behind[1].labels & _GOING_ON != 0
