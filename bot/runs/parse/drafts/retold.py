"""Reads a refused post as if it told of a run of its author's own."""

from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.assigning import assign

_KEPT = OWN | {Stance.SUM}


def retold(post: Post) -> Post:
    """The post with every clause taken for one that tells of the run, and the figures in the roles that follow."""
    stances = [stance if stance in _KEPT else Stance.FRAGMENT for stance in post.stances]
    cast = assign(post.items, post.clauses, stances)
    return Post(post.items, post.clauses, stances, cast, greeted=post.greeted, hour=post.hour)
