"""Tells a distance and a time that fit as runs do, which words of another tongue don't make doubtful."""

from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of

_BRISK, _EASY = 200, 560
"""Seconds per kilometre between which a distance and its time hardly belong to anything but a run."""

_OF_A_THING = any_of("of", "per")
_SMALL = 2
"""Letters of a word that can't name what there are thousands of."""


def is_at_a_runners_pace(post: Post, draft: Draft) -> bool:
    """Whether a time fits a distance, whatever the words around: "10k 55min shiok", but not "8 km of red pen"."""
    if not draft.distance or not draft.duration or draft.open_unit:
        return False
    if not _BRISK <= draft.duration * 1000 / draft.distance <= _EASY:
        return False
    behind = [post.items[at + 1] for at in draft.places if at + 1 < len(post.items)]
    return not any(item.labels & _OF_A_THING for item in behind)


def is_followed_by_a_small_word(post: Post, draft: Draft) -> bool:
    """Whether what stands behind a distance is too short for a thing to count: "8k ya leo, 45 min"."""
    behind = post.items[draft.first + 1 : draft.first + 2]
    return bool(behind) and len(behind[0].text) <= _SMALL
