"""Tells whether a verb of running means that: "ran by the sea", but "ran through the slides", "the tap ran"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import MEASURED, Item, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_MOVED = any_of("moved_verb")
_GAIT = any_of("gait_verb")
_BY_THEMSELVES = any_of("self", "subject", "body", "run_word")
_ADVERB = any_of("guess.adverb", "about", "auxiliary", "interjection", "moods", "adjective")
_BETWEEN = MARK | MEASURED[Measure.DAY] | _ADVERB | any_of("times", "join", "once_more", "alone")
_WHOSE = any_of("determiner")
_LEADING = any_of("companion", "adjunct_if", "amid", "before_after", "way", "negation", "free")
_SOMETHING = UNKNOWN | any_of(
    "life", "software", "thing", "travel", "shoe", "something_else", "garment"
)
_NAMING = any_of("article", "determiner", "whole", "object", "fresh")
_WHEN = MEASURED[Measure.DAY] | any_of("times", "once_more", "said_twice", "section")
_GOING_ON = (
    MARK
    | _WHEN
    | _ADVERB
    | any_of("tags", "free", "alone", "join", "contrast", "subordinate", "outside", "unplugged")
    | any_of("circuit", "own_way", "way_back", "run_past", "looks_back", "until", "accompanied")
    | any_of("negation", "adjective_praise", "in_the_open", "neutral", "strong_did")
)
"""What may stand behind the verb, whatever comes then: when, how, with whom, why, or nothing at all."""

_IMAGINED = any_of("imagined")
_IN = any_of("amid")
_UNCLEAR_IN = any_of("on", "at", "up_there", "into")
_BACK = any_of("way_back", "returned")
_SMALL = any_of("article", "determiner", "adjective", "fresh", "whole")
_GROUND = any_of(
    *("outdoors", "run_ground", "circuit", "ground", "tags", "kinds.treadmill", "kinds.trail"),
    *("taken_out", "in_the_open", "wild", "known_way", "sights", "own_way"),
)
_PASSING = any_of("leads_past")
_UP = any_of("updown")
_FOR = any_of("for_lead", "before_after", "at", "on")
_OVER = any_of("ground_lead")
_AFTER = any_of("before_after", "subordinate")
_CHASED = UNKNOWN | any_of("person", "pet", "third_person", "they")
_DESCRIBING = UNKNOWN | any_of("article", "determiner", "adjective", "usual", "tags", "kinds")
_A_WAY = any_of("lap_of", "known_way", "run_ground", "map")
_A_SIGN = any_of("free", "outdoors", "run_ground", "in_the_open", "unplugged") | any_of(
    *("tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind", "tags.dark", "kinds.trail")
)
"""What speaks of being out on a run, wherever it stands in a post."""


def is_own_running(clause: Clause, at: int, post: Post) -> bool:
    """Whether the verb at `at` has nothing before it that runs by itself, and nothing behind that is run."""
    behind = clause.items[at + 1 : clause.end]
    if behind and behind[0].labels & _IMAGINED:
        return False
    if not clause.items[at].labels & _MOVED:
        return True
    if _is_of_a_thing(clause, at) or _chases(clause.items[at + 1 : at + 4]):
        return False
    if behind and _is_an_object(behind[0]):
        return _is_a_way(behind)
    if clause.items[at].labels & _GAIT:
        return _is_out(clause, behind, post)
    return not behind or _goes_on(behind[0]) or _is_out(clause, behind, post)


def _is_of_a_thing(clause: Clause, at: int) -> bool:
    """Whether what stands before the verb did it: "the paint ran", but "Sunday I ran", "at lunch ran"."""
    back = at - 1
    while back >= clause.start and clause.items[back].labels & _BETWEEN:
        back -= 1
    if back < clause.start or not clause.items[back].labels & _SOMETHING:
        return False
    told = clause.items[clause.start : back + 1]
    before = joined([item.labels for item in told if not item.labels & _WHOSE])
    return not before & (_BY_THEMSELVES | _LEADING)


def _chases(behind: Sequence[Item]) -> bool:
    """Whether somebody or something was run after: "ran after the toddler", but "ran after work"."""
    if not behind or behind[0].labels & _AFTER != _AFTER:
        return False
    told = joined([item.labels for item in behind[1:]])
    return bool(told & _CHASED and not told & _WHEN)


def _is_an_object(item: Item) -> bool:
    """Whether what follows may only be what was run: "a stall", "errands", but not "badly"."""
    return bool(item.labels & (_NAMING | UNKNOWN) and not item.labels & _ADVERB)


def _is_a_way(behind: Sequence[Item]) -> bool:
    """Whether a way is what was run: "ran my favourite loop", "ran the towpath", but not "ran the towpath tidy"."""
    at = next((n for n, item in enumerate(behind) if not item.labels & _DESCRIBING), len(behind))
    if at >= len(behind) or not behind[at].labels & _A_WAY:
        return False
    return not any(item.labels & UNKNOWN for item in behind[at + 1 : at + 2])


def _goes_on(first: Item) -> bool:
    """Whether it is told when, how, or with whom, and no way follows."""
    if first.labels & _OVER:
        return False
    if first.labels & _IN and not first.labels & _UNCLEAR_IN:
        return True
    return bool(first.labels & _GOING_ON)


def _is_out(clause: Clause, behind: Sequence[Item], post: Post) -> bool:
    """Whether the verb is led over some ground, or there and back, or its post tells of being out."""
    if post.labels & _A_SIGN or not behind:
        return bool(post.labels & _A_SIGN)
    lead = behind[0].labels
    if lead & (_GROUND | _PASSING):
        return True
    object_ = next((item for item in behind[1:] if not item.labels & _SMALL), None)
    if object_ is None or object_.labels & _WHEN:
        return bool(lead & (_UP | _FOR))
    if lead & _OVER and clause.quantities(Measure.OTHER, Measure.REPS):
        return True  # "ran round the pitch 4 times"
    return bool(object_.labels & _GROUND) or _is_back(clause, behind)


def _is_back(clause: Clause, behind: Sequence[Item]) -> bool:
    """Whether one came back from there: "jogged to the postbox and back"."""
    then = clause.items[clause.end : clause.end + 2] if clause.closed_by == "join" else ()
    return any(item.labels & _BACK for item in (*behind[1:], *then))
