"""Tells whether somebody else is praised for a run, by name or to their face: "Anna, 10 km en 48:12, bravo"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.people import is_known_name, is_name
from bot.runs.parse.words.labels import any_of

PRAISED = any_of("praise", "adjective_praise", "you")
"""Labels without any of which nobody is praised."""

_PRAISE, _WITH = any_of("praise"), any_of("accompanied")


def is_praise(_: Sequence[Draft], post: Post) -> bool:
    """Whether it is somebody else who is praised for a run."""
    if Stance.REPLY not in post.stances:
        return False
    return _praises_by_name(post) or _praises_the_reader(post)


def _praises_by_name(post: Post) -> bool:
    """Whether somebody is praised, and who: "Anna, 10 km en 48:12, bravo"."""
    if post.tells("self"):
        return False
    named = [at for at, item in enumerate(post.items) if is_known_name(item)]
    return not all(_came_along(post.items, at) for at in named) or any(
        map(_praises_one, post.clauses)
    )


def _came_along(items: Sequence[Item], at: int) -> bool:
    """Whether a name is only that of company: "with the Barry crew"."""
    return any(item.labels & _WITH for item in items[max(0, at - 2) : at])


def _praises_one(clause: Clause) -> bool:
    """Whether a name that nobody knows ends the praise: "you're a machine Ade"."""
    return clause.place("praise") == clause.end - 2 and is_name(clause.items[clause.end - 1])


def _praises_the_reader(post: Post) -> bool:
    """Whether somebody's run is told to them: "Sunday's half, 1:57:02. Well done you"."""
    if post.tells("self", "alongside"):
        return False
    return any(
        clause.labels & _PRAISE
        and clause.place("you") == clause.place("praise") + 1 == clause.end - 1
        for clause in post.clauses
    )
