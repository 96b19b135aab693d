"""Tells what stands right behind a distance: where it led, with whom, in what; or what else than a run it was of."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    NUMBERS,
    TIMES,
    Item,
    Measure,
    Quantity,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_SURE = any_of("adjunct", "way", "accompanied", "ground_lead", "tags.with_others")
ADJUNCT = _SURE | any_of("adjunct_if")
"""Labels without any of which in a post nothing stands right behind a distance."""

_SMALL = any_of("adjective", "about", "kinds", "interjection", "join", "effort")
_ELSE = any_of("something_else", "deal")
_THERE_IS, _OUT = any_of("there_is"), any_of("way_out")
_SAID_OF = _ELSE | _THERE_IS | any_of("within", "software", "newly_laid")
_WEATHER = any_of("tags.rain", "tags.snow", "tags.wind", "tags.dark")
_IN, _GARMENT = any_of("in_time"), any_of("garment")
_SCENERY = any_of("scenery")
_LEADING = ADJUNCT | _ELSE | any_of("within", "under_way", "way_out")
_BORNE = any_of("sport", "travel")
_AMID, _WITHIN = any_of("amid"), any_of("within", "software")
_YOU, _SELF = any_of("you"), any_of("self")
_ON, _AN, _NEW = any_of("on"), any_of("article", "newly_laid"), any_of("newly_laid")
_SHOE, _THE, _BETWEEN = any_of("shoe"), any_of("determiner"), any_of("between")
_YEAR = any_of("year")
_TWO_PLACES_OR_US = any_of("determiner", "of_us", "self")
_RUN_ON = any_of("outdoors", "ground", "body", "sleep", "tags", "moods", "kinds", "effort")
_IN_STATE, _CHORE = any_of("in_state"), any_of("life")
_BUT = any_of("contrast")
_BACK, _AND = any_of("way_back"), any_of("and", "then")
_MEASURED_SO = TIMES | DAYS | DISTANCES
_COUNTED = _MEASURED_SO | NUMBERS
_IN_OR_TO = any_of("amid", "adjunct_if", "in_time")
_AS_FAR_AS_ANYBODY = 50_000
_A_WAY = 10


def adjunct_at(clause: Clause) -> int:
    """The place right behind the first distance of a clause, where an adjunct begins; or the end of the clause."""
    if not clause.labels & ADJUNCT:
        return clause.end
    for order, figure in enumerate(clause.measured_items):
        if figure.measure is Measure.DISTANCE:
            at = clause.measured_at[order] + 1
            at += at + 1 < clause.end and _is_out_to_one(clause.items, at)
            while at < clause.end and clause.items[at].labels & _IN_STATE:
                at += 1
            return at if at < clause.end and _leads(clause.items, at) else clause.end
    return clause.end


def _is_out_to_one(items: Sequence[Item], at: int) -> bool:
    """Whether an "out" leads to where it went: "9k out past the wind farm"."""
    return items[at].labels & _OUT != 0 and items[at + 1].labels & _SURE != 0


def _leads(items: Sequence[Item], at: int) -> bool:
    """Whether an adjunct begins there, and no time behind an "in" nor a day behind an "on"."""
    if not items[at].labels & ADJUNCT or at + 1 >= len(items):
        return False
    sooner = items[at].labels & _IN_OR_TO
    return not items[at + 1].labels & (_COUNTED if sooner else _MEASURED_SO)


def is_told_with_what_was_around(post: Post, draft: Draft) -> bool:
    """Whether a distance opens a clause that goes on with what was around: "8k under the flyover", "6k in Ed's hat"."""
    if not post.told & ADJUNCT or draft.distance is None or draft.named or draft.open_unit:
        return False
    clause = post.clauses[draft.clauses[0]]
    at = adjunct_at(clause)
    if at == clause.end or draft.distance > _AS_FAR_AS_ANYBODY:
        return False
    if at > draft.first + 2:
        return False
    if any(not item.labels & _SMALL for item in post.items[clause.start : draft.first]):
        return False
    figure = post.items[draft.first]
    if not isinstance(figure, Quantity) or "vague" in figure.meanings:
        return False
    if post.told & _YOU and not post.labels & _SELF and _calls_somebody(post):
        return False  # "5k with a broken toe, you legend"
    behind = post.items[at : clause.end]
    if joined([item.labels for item in behind]) & _BORNE:
        return False
    if figure.text.endswith("k") and _may_be_spent(behind):
        return False
    return _is_backed(post, draft, at)


def _is_worn(behind: Sequence[Item]) -> bool:
    """Whether "in my" leads to what was worn: "8k in my wedding shirt"."""
    if len(behind) < 3 or not (behind[0].labels & _IN and behind[1].labels & _THE):
        return False
    return any(item.labels & _GARMENT for item in behind[2:5])


def _calls_somebody(post: Post) -> bool:
    """Whether a "you" is the reader, and not in what somebody shouted: 'a man shouted "lift your knees"'."""
    return any(clause.labels & _YOU and clause.closed_by != '"' for clause in post.clauses)


def is_of_something_else(post: Post, draft: Draft) -> bool:
    """Whether so many are told of what else they are said of: "10k in vet bills", "4 miles on the subway"."""
    if not post.told & _SAID_OF or draft.distance is None:
        return False
    clause = post.clauses[draft.clauses[0]]
    if _is_headed_otherwise(post, draft.clauses[0]):
        return True
    behind = post.items[draft.first + 1 : clause.end] or _behind_a_but(post.items[clause.end :])
    if not behind or not behind[0].labels & _LEADING:
        return False
    if clause.labels & _THERE_IS and any(item.labels & _THERE_IS for item in behind):
        return True  # "9km up the road there's a farm shop"
    if clause.labels & _GARMENT and _is_worn(behind):
        return False
    if joined([item.labels for item in behind[:3]]) & _WEATHER:
        return False  # "5k in the rain with a man on the radio explaining pensions"
    if (
        behind[0].labels & _SCENERY
    ):  # "8k past the petrol station", but "10k past midnight on the bank card"
        leads = (at for at, item in enumerate(behind) if item.labels & _AMID)
        return any(item.labels & _ELSE for at in leads for item in behind[at + 1 : at + 4])
    told = joined([item.labels for item in behind])
    if told & _ELSE or (behind[0].labels & (_AMID | _WITHIN) and told & _WITHIN):
        return True
    return told & _NEW != 0 and _is_spent_on_what_is_new(behind)


def _behind_a_but(behind: Sequence[Item]) -> Sequence[Item]:
    """What a "but" says next of a distance: "just 3k, but in euros"."""
    if len(behind) > 2 and behind[0].labels & MARK and behind[1].labels & _BUT:
        return behind[2:3]
    return ()


def _is_headed_otherwise(post: Post, number: int) -> bool:
    """Whether a colon leads to it from what else is so long or so dear: "The new bypass: 4.2 miles"."""
    head = post.clauses[number - 1] if number else None
    return head is not None and head.closed_by == ":" and bool(head.labels & (_ELSE | _WITHIN))


def _may_be_spent(behind: Sequence[Item]) -> bool:
    """Whether thousands may be what some thing cost: "2k on a new boiler", but not "2k on an empty stomach"."""
    if not behind[0].labels & _ON or len(behind) < 2:
        return False
    if joined([item.labels for item in behind[1:4]]) & _RUN_ON:
        return False
    return behind[1].labels & (_AN | UNKNOWN) != 0


def _is_spent_on_what_is_new(behind: Sequence[Item]) -> bool:
    """Whether thousands went on some new thing: "2k on new tyres", but not "5k on the new path", "in new shoes"."""
    at = next((at for at, item in enumerate(behind[1:3], 1) if item.labels & _NEW), 0)
    if not at or not behind[0].labels & _ON:
        return False
    return not joined([item.labels for item in behind[1 : at + 3]]) & (_RUN_ON | _SHOE | _THE)


def _is_backed(post: Post, draft: Draft, at: int) -> bool:
    """Whether something backs what also roads and shops have: a way back, a day that is over."""
    lead = post.items[at]
    told = joined([item.labels for item in post.items[at + 1 : at + 3]])
    if lead.labels & _SURE or (lead.labels & _BETWEEN and not told & _TWO_PLACES_OR_US):
        return True
    if lead.labels & _BETWEEN and told & _CHORE:
        return True  # "5 miles between the school run and the assembly"
    if draft.day is not None and draft.day <= 0:
        return True
    way = post.items[at : at + _A_WAY]
    return any(one.labels & _AND and two.labels & _BACK for one, two in pairwise(way))


def is_of_a_year(aside: Sequence[Item]) -> bool:
    """Whether it only says of which year a run was: "my 10k from 2014"."""
    return any(item.labels & _YEAR for item in aside[1:2])
