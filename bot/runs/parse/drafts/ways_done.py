"""Tells a way that was done as a run is: "did the usual loop, no watch", "did a lap of the reservoir, legs heavy"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of

_DID = any_of("did")
_WAY = any_of("known_way", "lap_of", "route")
_KNOWN, _LAP, _ROUTE = any_of("known_way"), any_of("lap_of"), any_of("route")
_OUTDOORS = any_of("outdoors")
_DESCRIBING = any_of("article", "determiner", "adjective", "about", "kinds", "usual")
_AS_RUNS_ARE = any_of("free", "body", "moods.negative", "unplugged") | any_of(
    *("tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind", "tags.dark")
)
"""What is told of runs, and hardly of a walk or a drive round the same lake."""

_ELSE = any_of("person", "pet", "travel", "drove", "sport", "seeks", "outing", "walk", "life")


def did_a_way(post: Post) -> bool:
    """Whether somebody did a loop or a known way, and what is told of it is told of runs."""
    if not (post.labels & _WAY and post.labels & _AS_RUNS_ARE) or post.told & _ELSE:
        return False
    return OWN.issuperset(post.stances) and any(map(_leads_to_a_way, post.clauses))


def _leads_to_a_way(clause: Clause) -> bool:
    """Whether a way is what was done: "did the river loop", but not "did the loop road"."""
    if not clause.labels & _DID:
        return False
    at = clause.place("did")
    behind = [i for i in clause.items[at + 1 : clause.end] if not i.labels & _DESCRIBING]
    if not behind or not clause.items[at].labels & _DID:
        return False
    if behind[0].labels & _KNOWN:
        return True
    if behind[0].labels & _ROUTE:
        return _is_outdoors(behind[1:2])  # "a lap of the reservoir"
    return _is_outdoors(behind[:1]) and bool(behind[1:] and behind[1].labels & _LAP)


def _is_outdoors(items: Sequence[Item]) -> bool:
    return any(item.labels & _OUTDOORS for item in items)
