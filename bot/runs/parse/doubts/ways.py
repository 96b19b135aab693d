"""Tells whether a distance is only that of a way, a place or a thing: "2.9 km a lap", "9 km from the hotel"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Quantity, is_distance
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

OF_A_WAY = any_of(
    "there_is", "per", "ended_up", "laid", "newly_laid", "it_is", "sum_up", "copula"
) | any_of(*("gathers", "negation", "notice"))
"""Labels without any of which no distance is only that of a way."""

_THERE_IS, _PER, _LAP = any_of("there_is"), any_of("per"), any_of("lap_of")
_LAPS, _ENDED_UP, _BACK = any_of("lap_each"), any_of("ended_up"), any_of("way_back")
_FROM, _OF, _LAID = any_of("place_from"), any_of("of"), any_of("laid")
_NEW, _LIKES, _WHO = any_of("newly_laid"), any_of("likes"), any_of("person", "subject")
_NONE, _WITHIN, _ME = any_of("negation"), any_of("bound"), any_of("object_self")
_THE, _IT_IS, _COUNTED = any_of("determiner"), any_of("it_is"), any_of("thing")
_DONE = any_of("run_past", "strong_did")
_THAT_IS, _ONE = any_of("sum_up"), any_of("run_thing", "kinds", "effort_of", "route", "map")
_GROUND, _SHUT = (
    any_of("ground", "route", "way", "to_run_on"),
    any_of("notice", "called_off", "shut_off"),
)
_A_WAY, _NEAR = any_of("ground", "route", "way", "to_run_on", "circuit", "run_noun"), 6
_OWN = _DONE | any_of("self", "moods", "body", "times", "day")


def is_of_a_way(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a distance says how long a way or thing is, or how far away a place; most so where no time is told."""
    draft = drafts[0]
    if draft.distance is None or draft.pace is not None:
        return False
    if draft.duration is not None:
        return draft.day is None and _is_a_way_that_there_is(post)
    return (
        (draft.day is None and _is_a_way_that_there_is(post))
        or _is_on_offer(draft, post)
        or _is_of_each_lap(draft, post)
        or _is_how_far_away(draft, post)
        or _is_of_cable(draft, post)
        or _is_of_a_blocked_way(draft, post)
        or _has_moved(draft, post)
        or _is_nowhere_near(draft, post)
        or (draft.day is None and _is_described(draft, post))
    )


def _is_a_way_that_there_is(post: Post) -> bool:
    """Whether there is some way of so far, and nobody says to have run: "c'è una ciclabile di 6 km"."""
    at = next((at for at, item in enumerate(post.items) if item.labels & _THERE_IS), None)
    if at is None or post.told & _OWN:
        return False
    behind = post.items[at + 1 : at + 1 + _NEAR]
    way = next((one for one, item in enumerate(behind) if item.labels & _A_WAY), len(behind))
    return (
        len(behind[way:]) > 2 and behind[way + 1].labels & _OF != 0 and is_distance(behind[way + 2])
    )


def _is_described(draft: Draft, post: Post) -> bool:
    """Whether a way is told of as one that there is, and not as run."""
    return (
        _is_newly_laid(draft, post)
        or _is_so_many_laps(post)
        or _is_how_far_it_is(draft, post)
        or _is_as_far_back(draft, post)
        or _is_of_which_one(draft, post)
    )


def _is_on_offer(draft: Draft, post: Post) -> bool:
    """Whether it goes on from another that there is: "there's a 5k loop and a 10k loop"."""
    sentence = post.clauses[draft.clauses[0]].sentence
    head = next(clause for clause in post.clauses if clause.sentence == sentence)
    if not head.items[head.start].labels & _THERE_IS:
        return False
    return any(is_distance(item) for item in post.items[head.start : draft.first])


def _is_of_each_lap(draft: Draft, post: Post) -> bool:
    """Whether a lap is so long, and nobody counts any: "2.9 km a lap"."""
    behind = post.items[draft.last + 1 : draft.last + 3]
    if len(behind) < 2 or not (behind[0].labels & _PER and behind[1].labels & _LAP):
        return False
    return not any(item.labels & _LAPS for item in post.items if isinstance(item, Quantity))


def _is_how_far_away(draft: Draft, post: Post) -> bool:
    """Whether the author only ended up so far from some place, and does not say that they ran there and back."""
    led = post.items[draft.first - 1] if draft.first else None
    behind = post.items[draft.last + 1 : draft.last + 3]
    if led is None or not led.labels & _ENDED_UP or not behind or not behind[0].labels & _FROM:
        return False
    if isinstance(behind[-1], Quantity):
        return False  # "ended up 7k from 5 planned"
    return not post.told & _BACK


def _is_of_cable(draft: Draft, post: Post) -> bool:
    """Whether it is how much of a thing was laid: "ran 6 miles of cable"."""
    behind = post.items[draft.last + 1 : draft.last + 4]
    if not behind or not behind[0].labels & _OF:
        return False
    return any(item.labels & _LAID for item in behind[1:])


def _is_of_a_blocked_way(draft: Draft, post: Post) -> bool:
    """Whether so much of a way is shut or under water: "half a mile of the river trail is washed out"."""
    told = post.clauses[draft.clauses[-1]]
    is_so = min(told.place("copula"), told.place("notice") - 1)
    of_the_way = post.items[draft.last + 1 : is_so + 1]
    if is_so >= told.end or len(of_the_way) < 2 or not of_the_way[0].labels & _OF:
        return False
    if not any(item.labels & _GROUND for item in of_the_way):
        return False
    return any(item.labels & _SHUT for item in told.items[is_so + 1 : min(is_so + 4, told.end)])


def _has_moved(draft: Draft, post: Post) -> bool:
    """Whether it is told where a race or group meets, or that it moved: "7 miler meets at the church"."""
    told = post.clauses[draft.clauses[-1]]
    at = told.place("gathers")
    if not draft.last < at < told.end or post.items[told.start : at][3:]:
        return False
    behind = post.items[at + 1 : at + 2]
    return not any(item.labels & _ME for item in behind)


def _is_nowhere_near(draft: Draft, post: Post) -> bool:
    """Whether there is none of something so near: "no hills within 30 km of here"."""
    told = post.clauses[draft.clauses[0]]
    if not told.items[told.start].labels & _NONE or post.told & _DONE:
        return False
    return draft.first - 1 > told.start and post.items[draft.first - 1].labels & _WITHIN != 0


def _is_newly_laid(draft: Draft, post: Post) -> bool:
    """Whether a new way is as long: "loving the new 3 km loop they've built"."""
    if draft.first < 2 or post.labels & _DONE:
        return False
    the, new = post.items[draft.first - 2 : draft.first]
    if not (the.labels & _THE and new.labels & _NEW):
        return False
    liked = draft.first > 2 and post.items[draft.first - 3].labels & _LIKES
    behind = post.items[draft.last + 2 : draft.last + 3]
    return bool(liked or (behind and behind[0].labels & _WHO))


def _is_so_many_laps(post: Post) -> bool:
    """Whether a way is described by its laps: "it's 2.5 laps of the green, two miles all in"."""
    if len(post.items) < 3 or post.tells("self", "run_past", "strong_did"):
        return False
    return bool(post.items[0].labels & _IT_IS and post.items[1].labels & _COUNTED)


def _is_as_far_back(draft: Draft, post: Post) -> bool:
    """Whether it goes on from how far away a place is: "it's 3.1 miles to the bridge and 3.1 back"."""
    at = draft.clauses[0]
    led = post.clauses[at - 1] if at else None
    if led is None or post.stances[at - 1] is not Stance.STATEMENT or post.labels & _DONE:
        return False
    behind = post.items[draft.last + 1 : draft.last + 2]
    return led.labels & _IT_IS != 0 and bool(behind and behind[0].labels & _BACK)


def _is_of_which_one(draft: Draft, post: Post) -> bool:
    """Whether a way is told apart from others, and then how long it is: "no, that's the long one, 13k"."""
    at = draft.clauses[0]
    which = post.clauses[at - 1] if at else None
    if which is None or not which.labels & _THAT_IS or post.told & _OWN:
        return False
    that = which.place("sum_up")
    behind = which.items[that + 1 : which.end]
    return (
        that < which.start + 2
        and len(behind) == 2
        and bool(behind[0].labels & _THE and behind[1].labels & _ONE)
    )


def _is_how_far_it_is(draft: Draft, post: Post) -> bool:
    """Whether it is how far one place is from another: "from the car park to the summit it's 4 km"."""
    told = post.clauses[draft.clauses[0]]
    if not told.items[told.start].labels & _FROM or draft.first - told.start < 2:
        return False
    return post.items[draft.first - 1].labels & _IT_IS != 0
