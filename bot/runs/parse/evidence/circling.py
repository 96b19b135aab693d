"""Tells a time that was run round and round: "40 mins on the compound, round and round"."""

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

CIRCLING = any_of("circling")
"""What without nobody went round and round."""

_ON = any_of("on", "in_time", "ground_lead", "way")
_THERE = any_of("enclosed", "outdoors")
_ELSE = any_of("travel", "drove", "sport", "seeks", "guess.verb", "software")
_NEAR = 5


def went_round_and_round(post: Post, draft: Draft) -> bool:
    """Whether a time alone opens the post, then some ground, then that it was run in circles."""
    if clause_of_a_time(post, draft) is None or draft.first:
        return False
    at = next(at for at, item in enumerate(post.items) if item.labels & CIRCLING)
    way = [item for item in post.items[draft.last + 1 : at] if not item.labels & MARK]
    if at == draft.last + 1:
        way = list(post.items[at : at + 4])  # "25 mins round and round the compound"
    if not way or len(way) > _NEAR or not way[0].labels & _ON:
        return False
    return any(item.labels & _THERE for item in way) and not any(i.labels & _ELSE for i in way)
