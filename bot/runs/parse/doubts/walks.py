"""Tells whether figures were walked, where a post speaks of walking."""

from collections.abc import Sequence

from bot.runs.parse.drafts.beside_walks import is_a_walk_apart
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

_WALKED = 540
"""Seconds per kilometre from which who speaks of a walk first has walked."""

WALKED_FAST = 450
"""Seconds per kilometre under which nobody walks who is not racing."""

_LESSON = any_of("lesson", "lesson_day")
_AMBLED = any_of("ambled")
_FURTHER, _HOW_OFTEN = any_of("further"), any_of("often", "split_first")
_ON_FOOT, _OWN_WAY = any_of("walk", "walk_home"), any_of("own_way")


def was_walked(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a figure was walked, or a clause says so: "5 miles over the moor, walking", "so call it a walk"."""
    if _is_too_fast_for_a_walk(drafts, post):
        return False
    if post.told & _LESSON and Role.SPLIT in post.roles:
        return False  # "W5D1 done, 5 min runs with 3 min walks, 27 min in total"
    if any(Stance.WALK in draft.stances for draft in drafts):
        return True
    if post.has("run_past", "run_word"):
        return False
    timed = any(draft.timed for draft in drafts)
    slow = any(map(_is_slow_as_a_walk, drafts))
    told = {number for draft in drafts for number in draft.clauses}
    return any(
        not (_leads_on(clause) or (timed and clause.end - clause.start > 2))
        or (slow and clause.start < drafts[0].first)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.WALK and not is_a_walk_apart(clause, told, post.clauses)
    )


def _is_too_fast_for_a_walk(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether nobody walks so fast, and walking comes up behind it only: "4k 28 min with little walks"."""
    for draft in drafts:
        if draft.duration is None or not draft.distance:
            return False
        if draft.duration * 1000 / draft.distance >= WALKED_FAST:
            return False
    told = [place for draft in drafts for place in draft.places]
    walked = [at for at, item in enumerate(post.items) if item.labels & _ON_FOOT]
    if not walked:
        return False
    if post.told & _OWN_WAY or all(post.items[at].labels & _AMBLED for at in walked):
        return True  # "commuted on foot, 9k, 49:55", "gentle stroll, 5k 29:10"
    if walked[0] < min(told):
        return False
    return walked[0] - 1 not in told  # "a mile from the station, ten minutes walk"


def _is_slow_as_a_walk(draft: Draft) -> bool:
    """Whether it took longer than hardly any run does."""
    if draft.duration is None or not draft.distance:
        return False
    return draft.duration * 1000 / draft.distance >= _WALKED


def _leads_on(clause: Clause) -> bool:
    """Whether the walk came after what is told: "then walked home", "walk back", but not "walked twice round it"."""
    if clause.has("then", "before_after", "leads_to_named"):
        return True
    at = clause.place("walk")
    return any(
        item.labels & _FURTHER and not (at < place and item.labels & _HOW_OFTEN)
        for place, item in enumerate(clause.items[clause.start : clause.end], clause.start)
    )
