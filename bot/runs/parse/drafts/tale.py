"""Tells how a distance came about, and what followed: what it was to be, what led to it, what happened."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import NUMBERS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_INTO, _LAPS, _STEPS_S = any_of("into"), 3, 5
_CAME_TO, _IN_PLACE, _IN_THE_END = any_of("settled"), any_of("delta_lead"), any_of("in_the_end")
_HAPPENED = any_of("guess.past", "looks_back")
_THAT = any_of("demonstrative")
_WAY, _MOVED = any_of("way"), any_of("guess.past", "did")
_FOR, _OUT = any_of("for_lead"), any_of("way_out")
_FOR_SO_FAR = any_of("for_lead", "returned")
_LONG_UNITS = (1000.0, 1609.344)
_AND_MY, _INSIDE = any_of("and_my"), any_of("body", "inner")
_THEN = any_of("then")
_AIRED, _TOOK = any_of("taken_out"), any_of("takes_along")
_A_PART, _OF_IT, _OF_WHICH = (
    any_of("split_lead", "split_first"),
    any_of("of_it"),
    any_of("of_which"),
)
_EFFORT = any_of("effort", "part", "updown")
_MADE_OF = _EFFORT | any_of("run_ground")
_PRESCRIBED = any_of("prescribed")
_ONE_RUN = 45_000
"""Metres of a total up to which its parts may well be of one run."""


def tells_what_happened(post: Post, draft: Draft) -> bool:
    """Whether a clause behind begins with a verb of the past, as who leaves out the "I": "5k. Wore the wrong socks"."""
    return any(
        stance in OWN
        and clause.start > draft.last
        and clause.items[clause.start].labels & _HAPPENED
        and not clause.quantities(Measure.DISTANCE)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    )


def is_what_it_came_to(post: Post, draft: Draft) -> bool:
    """Whether something made it so far: "so it was 13k", "13k rather than 9", "13k in the end"."""
    at, behind = draft.first, draft.last + 1
    if behind < len(post.items) and post.items[behind].labels & _IN_THE_END:
        return True
    if at < 2:
        return False
    if not post.items[at - 1].labels & _CAME_TO:
        return _is_what_that_was(post, draft)
    return behind == len(post.items) or post.items[behind].labels & (_IN_PLACE | MARK) != 0


def _is_what_that_was(post: Post, draft: Draft) -> bool:
    """Whether "that was 6k" is said of what is over, without a word of anything else."""
    at, clause = draft.first, post.clauses[draft.clauses[0]]
    if at - 2 != clause.start or draft.last + 1 != clause.end or post.unknown_words():
        return False
    that, was = post.items[at - 2 : at]
    said = that.labels & _THAT and was.labels & _HAPPENED
    return bool(said) and OWN.issuperset(post.stances)


def is_what_it_was_to_be(post: Post, draft: Draft) -> bool:
    """Whether a time is told as what it was, where a plan or a coach set it: "75 on the plan, 75 mins it was"."""
    behind = draft.last + 1
    if behind >= len(post.items) or not post.items[behind].labels & _CAME_TO:
        return False
    return behind + 1 == len(post.items) or post.items[behind + 1].labels & MARK != 0


def is_made_of_another(post: Post, draft: Draft) -> bool:
    """Whether a distance was made of another: "turned my 5k into 8k"."""
    place = draft.first
    changed = any(m.place == place - 2 and m.role is Role.OTHER for m in post.cast)
    return changed and post.items[place - 1].labels & _INTO != 0


def is_made_on_its_way(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of the past and a way lead to the figure at `place`: "slithered around 6k"."""
    if place < 2 or not items[place - 1].labels & _WAY:
        return False
    return items[place - 2].labels & _MOVED != 0


def is_aired(items: Sequence[Item], place: int) -> bool:
    """Whether a mood, legs or shoes were taken out for the distance at `place`: "took my sulk out for 7k"."""
    if place < 4 or not (items[place - 1].labels & _FOR and items[place - 2].labels & _OUT):
        return False
    led = items[max(0, place - 6) : place - 3]
    return items[place - 3].labels & _AIRED != 0 and any(item.labels & _TOOK for item in led)


def tells_what_came_next(post: Post, draft: Draft) -> bool:
    """Whether a distance is a clause of its own, and "then" tells what came next: "5 miles then straight to bed"."""
    number = draft.clauses[0]
    here, *behind = post.clauses[number : number + 2]
    if not behind or here.end - here.start > 1 or behind[0].sentence != here.sentence:
        return False
    return bool(behind[0].items[behind[0].start].labels & _THEN) and not behind[0].measured_items


def is_felt_right_away(items: Sequence[Item], behind: int) -> bool:
    """Whether "and my head", or legs, goes on from the distance before `behind`: "three miles and my head is quiet"."""
    told = items[behind : behind + 2]
    return len(told) == 2 and told[0].labels & _AND_MY != 0 and told[1].labels & _INSIDE != 0


def is_out_and_back(post: Post, metres: float) -> bool:
    """Whether two numbers, each behind a "for", make up the distance."""
    if not post.told & _FOR:
        return False
    ways = [
        item.value
        for lead, item in pairwise(post.items)
        if isinstance(item, Quantity)
        and item.measure is Measure.NUMBER
        and lead.labels & _FOR_SO_FAR
    ]
    return len(ways) == 2 and any(abs(sum(ways) * unit - metres) < 1 for unit in _LONG_UNITS)


def is_told_by_its_parts(post: Post, metres: float) -> bool:
    """Whether a total is told with what it was made of: "12k total, last 3 quick", "9k all told inc the hills"."""
    headed = post.clauses[0].closed_by == ":" and post.told & _PRESCRIBED
    if metres > _ONE_RUN or headed:
        return False
    items = post.items
    if any(_is_a_part(items, at) for at in range(1, len(items))):
        return True
    efforts = [
        item.value
        for item, behind in pairwise(items)
        if isinstance(item, Quantity) and item.labels & NUMBERS and behind.labels & _EFFORT
    ]
    return len(efforts) > 1 and any(abs(sum(efforts) * unit - metres) < 1 for unit in _LONG_UNITS)


def _is_a_part(items: Sequence[Item], at: int) -> bool:
    """Whether a number is led to as the last of something, or "of it" stands behind one, or "inc the hills"."""
    lead, item = items[at - 1], items[at]
    if lead.labels & _OF_WHICH:
        return any(one.labels & _MADE_OF for one in items[at : at + 2])
    if lead.labels & NUMBERS and item.labels & _OF_IT:
        return True
    return bool(lead.labels & _A_PART and item.labels & NUMBERS) and item.text[0].isdigit()


def were_lapped(post: Post) -> bool:
    """Whether laps are told with a time each, as nobody sets them: "Tuesday 5 x 1000, 4:10 4:08 4:09"."""
    laps = [member.quantity for member in post.cast if member.role is Role.SPLIT]
    clocks = {lap.options[0] for lap in laps if lap.measure is Measure.CLOCK}
    return len(laps) >= _LAPS and any(seconds % _STEPS_S for seconds in clocks)
