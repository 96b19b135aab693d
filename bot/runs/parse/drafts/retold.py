"""Reads a refused post as if it told of its author's run: what grammar took for another matter counts as told."""

from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.assigning import assign

_KEPT = OWN | {Stance.SUM}


def retold(post: Post) -> Post:
    """The post with each clause of another matter as one that says nothing of its own, and figures in their roles."""
    stances = [stance if stance in _KEPT else Stance.FRAGMENT for stance in post.stances]
    cast = assign(post.items, post.clauses, stances)
    return Post(post.items, post.clauses, stances, cast, greeted=post.greeted, hour=post.hour)
