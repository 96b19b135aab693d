"""Tells a distance that may be of no run: of a notice, of a way, of food, or only spoken of."""

from bot.runs.parse.figures.quantities import DAYS, Item
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, Lexeme

_ROUND = frozenset(("route", "run_noun"))
_AN_ULTRA = 60_000
"""Metres that nobody runs without a word of it; without one it is rather the sum of a month."""

_IN, _HAPPENED = any_of("amid"), any_of("guess.past", "looks_back", "fits_in", "did")
_ONLY, _HENCE = any_of("about", "contrast"), any_of("hence")
_WHEN = DAYS | any_of("times")
_WHOSE, _AN, _A_RUN = any_of("determiner"), any_of("article"), any_of("run_thing")
_WAY = any_of("way")
_FROM = any_of("place_from")
_NOTICE, _BECAUSE = any_of("notice"), any_of("subordinate")
_LOOKS_ON = any_of("looks_on", "tags.volunteer")
_BY_THE_WAY = any_of("opener", "interjection")
_WAS, _I = any_of("looks_back"), any_of("subject")


def is_of_no_run(post: Post, first: Draft) -> bool:
    """Whether a distance without its time may be that of a notice, of a way, or of what is only mentioned."""
    if (first.distance or 0) > _AN_ULTRA and not post.has("kinds"):
        return True
    if post.has("notice") and _is_noticed(post, first) and _is_of_a_place(post, first):
        return True
    return (
        _is_how_long_a_way_is(post, first)
        or _is_turned_into_miles(post, first)
        or (post.has("energy") and _is_eaten(post, first))
        or _is_mentioned(post, first)
        or _is_still_ahead(post, first)
        or any(map(_looked_on, post.clauses))
    )


def _looked_on(clause: Clause) -> bool:
    """Whether the author looked on or helped: "I was only spectating", but "I was watching the ducks"."""
    if not clause.labels & _LOOKS_ON or clause.measured_items:
        return False
    items = clause.items[clause.start : clause.end]
    if len(items) < 3 or not items[-1].labels & _LOOKS_ON:
        return False
    return items[0].labels & _I != 0 and items[1].labels & _WAS != 0


def _is_eaten(post: Post, draft: Draft) -> bool:
    """Whether a distance may only be worth some food; a line of its own is what a watch counted: "520 cal"."""
    told = post.clauses[draft.clauses[0]].sentence
    return any(
        clause.has("energy") and not (clause.sentence > told and clause.quantities())
        for clause in post.clauses
    )


def _is_mentioned(post: Post, draft: Draft) -> bool:
    """Whether a distance is only spoken of: "my 10k", "the 5k loop", a warm-up without a main part."""
    if draft.distance is None or draft.pace is not None or draft.reps:
        return False
    alone = [member for member in post.cast if member.place in draft.places]
    if len(alone) == 1 and alone[0].role is Role.PART:
        return True
    beaten = any(member.role is Role.BOUND for member in post.cast)
    if beaten or post.has("tags.first") or not draft.first:
        return False
    place = next((member.place for member in alone if member.role is Role.TOTAL), draft.first)
    lead = post.items[place - 1].meanings
    if "of" in lead and place > 2 and _ROUND.intersection(post.items[place - 2].meanings):
        what, whose = post.items[place - 2].labels, post.items[place - 3].labels
        return whose & _WHOSE != 0 and not (what & _A_RUN and whose & _AN)
    if "self" in lead and _happened_in_it(post, draft):
        return False
    if _is_all_there_was(post, draft):
        return False
    return "determiner" in lead and "article" not in lead


def _is_all_there_was(post: Post, draft: Draft) -> bool:
    """Whether it is told to be no more than that: "just the 4k today", "so just the 2k", no "just the 5k loop"."""
    the, behind = draft.first - 1, post.items[draft.last + 1 : draft.last + 2]
    if not the or not post.items[the - 1].labels & _ONLY:
        return False
    if Stance.STREAK in post.stances or (behind and behind[0].labels & _WHEN):
        return True
    hence = the > 1 and post.items[the - 2].labels & _HENCE != 0
    return hence and (not behind or behind[0].labels & MARK != 0)


def _happened_in_it(post: Post, draft: Draft) -> bool:
    """Whether it is told what happened in one's run: "had to stop twice in my 4k"."""
    start, in_my = post.clauses[draft.clauses[0]].start, draft.first - 2
    if in_my <= start or not post.items[in_my].labels & _IN:
        return False
    return any(item.labels & _HAPPENED for item in post.items[start:in_my])


def _is_how_long_a_way_is(post: Post, draft: Draft) -> bool:
    """Whether a way is described: "from the bandstand to the weir: 4 mi", "round the island: 9 mi, there is a map"."""
    head = post.clauses[draft.clauses[0] - 1] if draft.clauses[0] else None
    sentence = post.clauses[draft.clauses[0]].sentence
    if head is None or ":" not in [c.closed_by for c in post.clauses if c.sentence == sentence]:
        return False
    leads = post.items[0].labels
    return leads & _FROM != 0 or bool(leads & _WAY and post.tells("there_is"))


def _is_turned_into_miles(post: Post, draft: Draft) -> bool:
    """Whether a distance is only told in two units: "26.2 miles, 42.2 km, same pain"."""
    told = [m.quantity for m in post.cast if m.role is Role.DISTANCE and m.place in draft.places]
    return (
        len({one.unit for one in told}) > 1
        and draft.day is None
        and not post.has("run_noun", "kinds", "self", "moods")
    )


def _is_still_ahead(post: Post, draft: Draft) -> bool:
    """Whether so far is left to some place: "encore 21 km avant Lyon"."""
    at = draft.first
    around = post.items[at - 1 : at + 3] if at else []
    if len(around) < 4 or "still" not in around[0].meanings:
        return False
    place = around[3]
    return "before_after" in around[2].meanings and isinstance(place, Lexeme) and place.capital


def _is_noticed(post: Post, draft: Draft) -> bool:
    """Whether a clause begins with what others had better know: "lost: one glove", "path closed".

    What happened to the author in a run of a day told before is none: "parkrun Saturday, lost my barcode".
    """
    noticed = [clause for clause in post.clauses if clause.labels & _NOTICE]
    behind = (clause for clause in noticed if clause.start > draft.last)
    if draft.day is not None and any(clause.has("self") for clause in behind):
        return False
    return any(
        item.labels & _NOTICE
        for clause in noticed
        if not clause.items[clause.start].labels & _BECAUSE
        for item in (*clause.items[clause.start : clause.start + 2], _last_of(clause))
    )


def _last_of(clause: Clause) -> Item:
    """What a clause ends with, without a "btw" or "fyi"."""
    at = clause.end - 1
    while at > clause.start and clause.items[at].labels & _BY_THE_WAY:
        at -= 1
    return clause.items[at]


def _is_of_a_place(post: Post, draft: Draft) -> bool:
    """Whether a distance only tells which way is meant: "lost: one glove, 3k loop"."""
    beside = [
        post.items[p] for at in draft.places for p in (at - 2, at + 1) if 0 <= p < len(post.items)
    ]
    return draft.named or any(not _ROUND.isdisjoint(item.meanings) for item in beside)
