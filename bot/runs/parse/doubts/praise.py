"""Tells whether somebody else is praised for a run, to their face: "8k in 44! You're flying"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.stances.spoken_to import tells_of_no_run
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MENTIONED

PRAISED = any_of("praise", "adjective_praise", "you")
"""Labels without any of which nobody is praised."""

_PRAISE = any_of("praise")
_TO_THEIR_FACE = any_of("to_their_face")
_LAUDS = any_of("praise", "adjective_praise")
_WHAT = any_of("run_noun", "effort_of", "in_time", "adjective", "article")
_OTHERS = any_of("too", "crowd")
_SHORT = 5


def is_praise(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether it is somebody else who is praised for a run."""
    if _is_lauded(drafts[0], post):
        return True
    replies = [c for c, s in zip(post.clauses, post.stances, strict=True) if s is Stance.REPLY]
    timed = drafts[0].duration is not None
    if not replies or (timed and all(map(tells_of_no_run, replies))):
        return False
    if Stance.REPORT in drafts[0].stances and not any(c.labels & _PRAISE for c in replies):
        return False  # "5.2k done in 29:15. You're a bad influence @Gwen"
    return _praises_the_reader(post)


def _praises_the_reader(post: Post) -> bool:
    """Whether somebody's run is told to them: "Sunday's half, 1:57:02. Well done you"."""
    if post.tells("self", "alongside"):
        return False
    return any(
        clause.labels & _PRAISE
        and clause.place("you") == clause.place("praise") + 1 == clause.end - 1
        for clause in post.clauses
    )


def _is_lauded(draft: Draft, post: Post) -> bool:
    """Whether somebody is lauded to their face beside a run of nobody's: "8k in 44! You're flying"."""
    if draft.pace is not None or Stance.PLAN in post.stances:
        return False
    lauding = {at for at, clause in enumerate(post.clauses) if _lauds(clause)}
    return bool(lauding) and not any(
        _is_of_its_author(clause, told=at in draft.clauses)
        for at, clause in enumerate(post.clauses)
        if at not in lauding
    )


def _is_of_its_author(clause: Clause, *, told: bool) -> bool:
    """Whether the author is spoken of, in what is told of the run also as whose it is: "my 8k"."""
    return clause.of_its_author or clause.has("alongside") or (told and clause.has("self"))


def _lauds(clause: Clause) -> bool:
    """Whether it lauds whoever is spoken to: "you're flying", "you're faster than me", "Great run Sam"."""
    items = clause.items[clause.start : clause.end]
    if clause.labels & _TO_THEIR_FACE:
        return not any(item.labels & _OTHERS for item in items)  # "well done to you too"
    went = clause.place("you") + 1 == clause.place("strong_did") < clause.end
    if went and not clause.has("self", "subject", "device"):
        return True  # "and you went to work after"
    return bool(clause.labels & _LAUDS) and _is_said_to_somebody(items)


def _is_said_to_somebody(items: Sequence[Item]) -> bool:
    """Whether nothing but praise and somebody's name makes it up: "Great run Sam", "congratulations @Jo"."""
    who = items[-1]
    if not (is_name(who) or who.labels & MENTIONED) or not 1 < len(items) <= _SHORT:
        return False
    said = [item for item in items[:-1] if item.text != "@"]
    return bool(said) and all(item.labels & (_LAUDS | _WHAT) for item in said)
