"""Tells whether luck is wished for a run, which is then still to come, or for something else behind it."""

from itertools import pairwise

from bot.runs.parse.figures.quantities import NUMBERS
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.apart import SURELY, told_over
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN

_LUCK = any_of("luck")
_TO_BE_RUN = any_of("run_noun", "run_word", "kinds", "body", "named", "day", "weekday")
_AT_EASE = any_of("kinds.easy", "kinds.recovery")
_FINISHED = any_of("strong_did")
_WISHED = any_of("plan", "goal", "hypothetical", "needed")
_SOMETHING = UNKNOWN | any_of("thing", "life")
_CRY = any_of("cry_for_help")
_A_RUN = NUMBERS | any_of("effort_of", "run_thing")
_LOOKS_BACK, _CHIP, _GOES = any_of("looks_back", "participle"), any_of("chip"), any_of("plan")


def is_wished_luck(draft: Draft, post: Post) -> bool:
    """Whether the luck that is wished may be for this run."""
    return not (
        _is_shaken_out(draft, post)
        or _is_what_it_is_called(draft, post)
        or _is_lucky_elsewhere(draft, post)
        or _was_felt_before(post)
        or (draft.by_a_clock and _is_of_what_comes_next(draft, post))
        or (draft.by_a_clock and _leads_to_what_is_told(draft, post))
    )


def _was_felt_before(post: Post) -> bool:
    """Whether it is how somebody felt once, and no more: "I'd been dreading it", "was so nervous"."""
    felt = [at for at, item in enumerate(post.items) if item.labels & _LUCK]
    return all(at and post.items[at - 1].labels & _LOOKS_BACK for at in felt)


def _leads_to_what_is_told(draft: Draft, post: Post) -> bool:
    """Whether a colon leads from it to a run as only a watch or a chip tells it: "here goes: 10k, 44:41"."""
    exact = post.labels & _CHIP or (draft.duration or 0) % 60 not in ROUND_SECONDS
    told = [clause for clause in post.clauses if clause.labels & _LUCK]
    return bool(exact) and all(
        c.closed_by == ":" and c.end <= draft.first and c.labels & _GOES for c in told
    )


def _is_of_what_comes_next(draft: Draft, post: Post) -> bool:
    """Whether a watched run is told before its author cries for help, or before what luck is wished for.

    "10k in 51:09. send help", "8k in 44:10, job interview at two, wish me luck", but not "8k 44:10. wish me luck".
    """
    if draft.duration is None or draft.duration % 60 in ROUND_SECONDS:
        return False
    first = next(at for at, item in enumerate(post.items) if item.labels & _LUCK)
    if first < draft.last:
        return False
    if all(item.labels & _CRY for item in post.items if item.labels & _LUCK):
        return True
    behind = joined([item.labels for item in post.items[draft.last + 1 :]])
    return bool(behind & _SOMETHING) and not behind & (_TO_BE_RUN | _WISHED)


def _is_what_it_is_called(draft: Draft, post: Post) -> bool:
    """Whether a timed run is only called so: "nervous one today. 2k, fourteen minutes"."""
    if draft.duration is None:
        return False
    return (
        all(other.labels & _A_RUN for one, other in pairwise(post.items) if one.labels & _LUCK)
        and not post.items[-1].labels & _LUCK
    )


def _is_shaken_out(draft: Draft, post: Post) -> bool:
    """Whether an easy run before a race is told as done: "did a little shakeout, 4k easy, nervous"."""
    if not post.labels & _AT_EASE:
        return False
    return draft.by_a_clock or bool(post.labels & _FINISHED)


def _is_lucky_elsewhere(draft: Draft, post: Post) -> bool:
    """Whether luck is wished for something else, behind a run that is over: "midterm in 3 hrs, wish me luck"."""
    lucky = {clause.sentence for clause in post.clauses if clause.labels & _LUCK}
    around = [clause for clause in post.clauses if clause.sentence in lucky]
    if not all(_is_behind_what_is_over(draft, post, sentence) for sentence in lucky):
        return False
    told = joined(clause.labels for clause in around)
    return bool(told & UNKNOWN) and not told & _TO_BE_RUN


def _is_behind_what_is_over(draft: Draft, post: Post, sentence: int) -> bool:
    """Whether a sentence comes behind that of a run of a day that is gone, or told by a watch."""
    if post.clauses[draft.clauses[-1]].sentence >= sentence:
        return False
    return draft.by_a_clock or told_over(post.clauses, post.stances, sentence) == SURELY
