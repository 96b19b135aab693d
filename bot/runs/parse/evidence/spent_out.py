"""Tells a time alone that was spent where people run: in the woods, out in the sun, on one's usual loop."""

from collections.abc import Sequence

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.figures.quantities import DAYS, NUMBERS, Item
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, Lexeme

_SKY = any_of("tags.dark", "tags.rain", "tags.snow", "tags.wind", "tags.cold", "tags.heat")
SPENT_OUT = _SKY | any_of("wild", "in_the_open", "known_way", "run_ground")
"""Labels without any of which no time is told so."""

EASE = any_of("kinds.easy", "kinds.recovery")
"""What may be said of a time before its place."""

_WILD, _OPEN, _WAY = any_of("wild"), any_of("in_the_open"), any_of("known_way")
_GROUND, _THERE, _THE = any_of("run_ground"), any_of("on", "in_time"), any_of("determiner")
_OF, _DARK, _DOING = any_of("time_of"), any_of("tags.dark"), any_of("guess.verb")
_KNOWN = any_of("usual", "once_more", "way_back")
_ON_A_WAY = MARK | any_of("known_way", "run_ground", "usual", "once_more", "way_back", "ground")
_OUT, _FOR = any_of("way_out"), any_of("for_lead")
_AROUND = (
    DAYS
    | _SKY
    | any_of("kinds", "adjective", "about", "article", "determiner", "times", "weekday", "moods")
    | any_of("neutral")
)
_RUNNING = any_of("run_word", "effort", "adjective")
_FELT = any_of(
    "moods", "body", "tags", "effort", "strong_did", "run_past", "unplugged", "free", "described"
)
_ELSE = any_of("pet", "outing", "travel", "sport", "person", "seeks", "life", "bunch", "sights")
WEEK = any_of("program_week")
_BACK = any_of("guess.past", "looks_back", "strong_did", "moods")
_UNKNOWN_FAR, _DID = any_of("free"), any_of("strong_did", "subject")
_ROUND_S = 300
_LONGEST_S = 5400
"""Seconds from which who tells no more may have hiked."""


def is_spent_out(post: Post, draft: Draft) -> bool:
    """Whether nothing but running is likely to have taken so long there."""
    clause = clause_of_a_time(post, draft)
    if clause is None or post.told & _ELSE or not OWN.issuperset(post.stances):
        return False
    if any(one.items[one.start].labels & _DOING for one in post.clauses):
        return False  # "45 mins on the hills, paragliding"
    before = clause.items[clause.start : draft.first]
    behind = clause.items[draft.first + 1 : clause.end]
    if _is_its_usual_way(post, draft, behind):
        return True
    at = _behind_its_ground(behind)
    led = len(before) > 1 and before[0].labels & _OUT and before[1].labels & _FOR
    odd = draft.times[0].value % _ROUND_S and draft.times[0].value <= _LONGEST_S
    if (led or odd) and behind and " " in behind[0].text:
        at = at or behind[0].labels & (_OPEN | (_SKY if led else _SKY & ~_DARK)) != 0
    if at and clause.labels & _UNKNOWN_FAR and all(map(_leads_to_what_was_done, before)):
        return True  # "did 45 minutes on the trail behind the school no idea how far"
    if not at or not all(map(_is_around, behind[at:])):
        return False
    return bool(led or all(map(_is_around, before))) and _is_told_as_a_run(post, draft)


def is_easy_in_a_park(post: Post, draft: Draft) -> bool:
    """Whether nothing but its ease and a place by its name stand behind a time: "an hour easy in Hyde Park"."""
    clause = clause_of_a_time(post, draft)
    behind = clause.items[draft.first + 1 : clause.end] if clause else ()
    if len(behind) < 3 or not (behind[0].labels & EASE and behind[1].labels & _THERE):
        return False
    place = behind[2:]
    return is_name(place[0]) and all(isinstance(i, Lexeme) and i.capital for i in place)


def is_of_a_week(post: Post, draft: Draft) -> bool:
    """Whether a week of a programme heads a time that is looked back on: "wk 9, 30 minutes, checked it twice"."""
    clause, head = clause_of_a_time(post, draft), post.clauses[0]
    if clause is None or post.told & _ELSE or head.closed_by == ":" or draft.clauses[0] == 0:
        return False
    week = head.items[head.start : head.end]
    if len(week) != 2 or not week[0].labels & WEEK or not week[1].labels & NUMBERS:
        return False
    return post.told & _BACK != 0 and OWN.issuperset(post.stances)


def _is_told_as_a_run(post: Post, draft: Draft) -> bool:
    """Whether nothing stands beside it, or it is told to the minute, or how it was."""
    seconds = draft.times[0].value
    if seconds % _ROUND_S or (len(post.clauses) == 1 and seconds <= _LONGEST_S):
        return True
    return post.labels & _FELT != 0


def _behind_its_ground(behind: Sequence[Item]) -> int:
    """What follows the ground that it was run on, or 0: "running in the forest", "on the moor"."""
    at = 0
    while at < len(behind) and behind[at].labels & (_RUNNING | DAYS):
        at += 1
    if at < len(behind) and behind[at].labels & _WILD:
        return at + 1
    if at + 1 >= len(behind) or not behind[at].labels & (_THERE | _OF):
        return 0
    at += 1 + (behind[at + 1].labels & _THE != 0)
    return at + 1 if at < len(behind) and behind[at].labels & _GROUND else 0


def _leads_to_what_was_done(item: Item) -> bool:
    return item.labels & (_AROUND | _DID) != 0


def _is_around(item: Item) -> bool:
    return item.labels & _AROUND != 0


def _is_its_usual_way(post: Post, draft: Draft, behind: Sequence[Item]) -> bool:
    """Whether a way that is run often heads it: "the usual loop, 52 min", "bog road again, 40 mins or so"."""
    start = post.clauses[draft.clauses[0]].start
    if not start or draft.first != start or not all(map(_is_around, behind)):
        return False
    head = post.items[:start]
    if len({c.sentence for c in post.clauses if c.start < start}) > 1:
        return False
    told = joined([item.labels for item in head])
    if not (told & _WAY or (told & _GROUND and told & _KNOWN)):
        return False
    short = told & _WAY or draft.times[0].value <= _LONGEST_S
    return bool(short) and all(item.labels & (_ON_A_WAY | _AROUND) for item in head)
