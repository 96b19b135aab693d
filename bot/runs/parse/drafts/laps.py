"""Tells laps that were run and not measured: "ran 3 laps of the park", "four laps of the rec without stopping"."""

from bot.runs.parse.figures.quantities import DAYS
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of

LAPS = any_of("lap_each")
"""What without no laps are told."""

_DID = any_of("strong_did")
_LEADING = DAYS | any_of(
    *("subject", "about", "times", "weekday", "join", "interjection", "article", "determiner"),
    *("adjective", "auxiliary", "fresh"),
)
_THROUGH = any_of("of", "ground_lead", "determiner", "article", "adjective")
_OUTDOORS = any_of("outdoors", "circuit")
_WITHOUT_A_STOP, _WALKED = any_of("nonstop"), any_of("walk", "run_walk")
_ELSE = any_of("sport", "travel", "drove", "seeks", "person", "pet")


def went_in_laps(post: Post) -> bool:
    """Whether somebody ran laps, or did them on some ground and says that they never stopped or where they walked."""
    if not post.labels & LAPS or post.told & _ELSE:
        return False
    as_runs_are = post.labels & (_WITHOUT_A_STOP | _WALKED)
    judged = zip(post.clauses, post.stances, strict=True)
    return any(
        _ran_them(clause) or (as_runs_are and _did_them_on_some_ground(clause))
        for clause, stance in judged
        if stance in OWN and clause.labels & LAPS and clause.closed_by != "?"
    )


def _ran_them(clause: Clause) -> bool:
    """Whether a verb of running leads to the laps: "jogged two laps of the field"."""
    at = clause.place("lap_each")
    verb = clause.place("run_past")
    led = [*clause.items[clause.start : verb], *clause.items[verb + 1 : at]]
    return verb < at and all(item.labels & _LEADING for item in led)


def _did_them_on_some_ground(clause: Clause) -> bool:
    """Whether laps of some ground open the clause, or were done: "managed 4 laps of the rec"."""
    at = clause.place("lap_each")
    if any(not item.labels & (_LEADING | _DID) for item in clause.items[clause.start : at]):
        return False
    ground = at + 1
    while ground < clause.end and clause.items[ground].labels & _THROUGH:
        if clause.items[ground].labels & _OUTDOORS:
            return True
        ground += 1
    return ground < clause.end and clause.items[ground].labels & _OUTDOORS != 0
