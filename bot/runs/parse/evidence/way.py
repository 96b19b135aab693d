"""Tells where a run led, as it stands beside its distance: a way, company, so little sleep."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, Item, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of

_WAY, _TOGETHER = any_of("way"), any_of("tags.with_others")
_ON, _AN, _THE = any_of("on"), any_of("article"), any_of("article", "determiner")
_OF = any_of("of")
_A_DAY = any_of("day")
_GROUND = any_of("ground", "tags", "moods", "kinds.trail", "way")
_UPHILL = any_of("climb", "ground")
_NEWLY_LAID = any_of("newly_laid")
_PLACE = any_of("outdoors", "ground", "adjective")
_COMPANY = any_of("accompanied")
_BACK = any_of("way_back")
_SLEEP = any_of("sleep")
_A_CHORE = any_of("life")
_LEADING = _WAY | _TOGETHER | _OF | _BACK | _SLEEP | any_of("climb")
"""Labels without any of which a post does not say where a run led."""


def is_told_with_its_way(post: Post, draft: Draft) -> bool:
    """Whether where it led stands right behind the distance: "8k through the allotments"."""
    if draft.distance is None or draft.named or not post.told & _LEADING:
        return False
    behind = _behind_day_and_place(post.items, draft.last + 1)
    if _is_headed_by_its_way(post, draft):
        return True
    lead = post.items[draft.first - 1] if draft.first else None
    if behind >= len(post.items) - 1 or (lead is not None and lead.labels & _AN):
        return False
    if post.items[behind].labels & _UPHILL == _UPHILL:
        return True  # "9km of hills up by the turbine"
    if post.items[behind].labels & _OF:
        return _is_of_ground(post, behind + 1)
    if lead is not None and lead.labels & _A_CHORE:
        return False  # "raised 7k with the bake sale"
    if post.items[behind].labels & (_WAY | _TOGETHER):
        return True
    return _is_on_little_sleep(post.items, behind)


def _behind_day_and_place(items: Sequence[Item], at: int) -> int:
    """What follows a day or the place before who came along: "10 km on Sunday with", "14 km on the flat with"."""
    if at + 1 < len(items) and items[at].labels & _ON and items[at + 1].labels & DAYS:
        return at + 2
    if at + 3 < len(items) and items[at].labels & _ON and items[at + 1].labels & _THE:
        if not any(item.labels & _PLACE for item in items[at + 2 : at + 4]):
            return at  # "4 miles on the subway with"
        behind = range(at + 3, min(at + 5, len(items)))
        return next((n for n in behind if items[n].labels & _COMPANY), at)
    return at + (at < len(items) and items[at].labels & (_A_DAY | _BACK) != 0)


def _is_headed_by_its_way(post: Post, draft: Draft) -> bool:
    """Whether a way there and back heads the distance: "to the lighthouse and back: 4.8 mi"."""
    last = draft.clauses[0] - 1
    if last < 0 or post.clauses[last].closed_by != ":" or post.stances[last] not in OWN:
        return False
    clause = post.clauses[last]
    return clause.end - clause.start > 1 and post.items[clause.end - 1].labels & _BACK != 0


def _is_on_little_sleep(items: Sequence[Item], at: int) -> bool:
    """Whether so little sleep is told as what it was run on: "8k on two hours of sleep"."""
    told = items[at : at + 4]
    if len(told) < 3 or not (told[0].labels & _ON and isinstance(told[1], Quantity)):
        return False
    return any(item.labels & _SLEEP for item in told[2:])


def _is_of_ground(post: Post, at: int) -> bool:
    """Whether an "of" leads to ground, weather or a feeling: "9k of horizontal sleet"."""
    clause = next(clause for clause in post.clauses if at <= clause.end)
    if post.items[at].labels & _NEWLY_LAID:
        return False  # "3 km of new pavement"
    return any(item.labels & _GROUND for item in post.items[at : min(at + 3, clause.end)])
