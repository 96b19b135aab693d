"""Tells whether a verb of running means that: "ran by the sea", but "ran through the slides", "the tap ran"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, Item, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.people import is_known_name, is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_MOVED = any_of("moved_verb")
_GAIT = any_of("gait_verb")
_BY_THEMSELVES = any_of("self", "subject", "body", "run_word")
_ADVERB = any_of("guess.adverb", "about", "auxiliary", "interjection", "moods", "adjective")
_BETWEEN = MARK | DAYS | _ADVERB | any_of("times", "join", "once_more", "alone")
_WHOSE = any_of("determiner")
_LEADING = any_of("companion", "adjunct_if", "amid", "before_after", "way", "negation", "free")
_SOMETHING = UNKNOWN | any_of(
    *(
        "life",
        "software",
        "thing",
        "travel",
        "shoe",
        "something_else",
        "garment",
        "device",
        "forgone",
    )
)
_NAMING = any_of("article", "determiner", "whole", "object", "fresh")
_WHEN = DAYS | any_of("times", "once_more", "said_twice", "section")
_GOING_ON = (
    MARK
    | _WHEN
    | _ADVERB
    | any_of("tags", "free", "alone", "join", "contrast", "subordinate", "outside", "unplugged")
    | any_of("circuit", "own_way", "way_back", "run_past", "looks_back", "until", "accompanied")
    | any_of("effort", "kinds.easy", "there")
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
_ARTICLE, _SMALL_PART, _A_BIT = any_of("article"), any_of("section", "adjective"), 2
_BY_DEGREE, _OF = any_of("by_degree"), any_of("of")
_SHOP, _BODY, _ON = any_of("shop"), any_of("body"), any_of("on")
_ITS_OWN_THING = (
    UNKNOWN
    | _SHOP
    | any_of(*("thing", "sights", "within", "life", "venue", "task", "travel", "bunch", "device"))
)
_OVER, _TO = any_of("ground_lead"), any_of("into")
_OUT = any_of("way_out", "way_back", "updown")
_VEHICLE = any_of("travel", "moved_by", "something_else", "within")
_WITH, _WITH_ANY = any_of("accompanied"), any_of("with_it")
_MAYBE_ERRAND = any_of("may_be_errand")
_AFTER = any_of("before_after", "subordinate")
_CHASED = UNKNOWN | any_of("person", "pet", "third_person", "they")
_DESCRIBING = UNKNOWN | any_of("article", "determiner", "adjective", "usual", "tags", "kinds")
_A_WAY = any_of("lap_of", "known_way", "run_ground", "map", "to_run_on", "route")
_HOW_IT_WAS = any_of("effort", "moods", "body") | any_of(
    "tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind", "tags.hills"
)
_IN_PLACE, _RIDDEN = any_of("delta_lead"), any_of("travel", "drove", "moved_by")
_A_SIGN = any_of(
    "free", "outdoors", "run_ground", "in_the_open", "unplugged", "nonstop", "counts"
) | any_of(
    *("tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind", "tags.dark", "kinds.trail")
)
"""What speaks of being out on a run, wherever it stands in a post."""


def is_own_running(clause: Clause, at: int, post: Post) -> bool:
    """Whether the verb at `at` has nothing before it that runs by itself, and nothing behind that is run."""
    behind = clause.items[at + 1 : clause.end]
    if behind and behind[0].labels & _IMAGINED:
        return False
    if not clause.items[at].labels & _MOVED:
        return not (_is_a_ride(behind) or _is_an_errand(clause, at, behind, post))
    if _was_done_by_a_thing(clause, at) or _chases(clause.items[at + 1 : at + 4]):
        return False
    if behind and behind[0].labels & _BY_DEGREE:
        return not any(item.labels & _OF for item in behind[1:2])
    if behind and _is_an_object(behind[0]):
        return _is_a_way(behind) or _is_a_bit(behind) or _is_a_named_way(behind, post)
    if clause.items[at].labels & _GAIT:
        return _is_out(clause, behind, post)
    return not behind or _goes_on(behind) or _is_out(clause, behind, post)


def _is_a_ride(behind: Sequence[Item]) -> bool:
    """Whether a run was one by some vehicle or on its road: "went for a run out in the new car"."""
    lead = next((n for n, item in enumerate(behind) if not item.labels & _OUT), len(behind))
    if lead >= len(behind) or not behind[lead].labels & _IN:
        return False
    object_ = next((item for item in behind[lead + 1 :] if not item.labels & _SMALL), None)
    return object_ is not None and bool(object_.labels & _VEHICLE)


def _is_an_errand(clause: Clause, at: int, behind: Sequence[Item], post: Post) -> bool:
    """Whether a run that was had or done may be one by car: "did a run to the charity shop", but "... and back"."""
    if not (clause.items[at].labels & _MAYBE_ERRAND and behind and behind[0].labels & _TO):
        return False
    return not _is_out(clause, behind, post)


def _was_done_by_a_thing(clause: Clause, at: int) -> bool:
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
    """Whether a way is what was run: "ran my favourite loop", "ran the towpath", no "ran the towpath tidy"."""
    ways = (n for n, i in enumerate(behind) if i.labels & _A_WAY or not i.labels & _DESCRIBING)
    at = next(ways, len(behind))
    if at >= len(behind) or not behind[at].labels & _A_WAY:
        return False
    return not any(item.labels & _ITS_OWN_THING for item in behind[at + 1 : at + 2])


def _is_a_named_way(behind: Sequence[Item], post: Post) -> bool:
    """Whether a place by its name was run, its day and how it was told: "ran Heartbreak this morning, slow"."""
    if len(behind) < 2 or not behind[0].labels & UNKNOWN or not behind[1].labels & DAYS:
        return False
    felt = post.labels & _HOW_IT_WAS
    return bool(felt) and is_name(behind[0]) and not is_known_name(behind[0])


def _is_a_bit(behind: Sequence[Item]) -> bool:
    """Whether it is only told how much: "ran a bit", but "ran a bit of a workshop"."""
    return len(behind) == _A_BIT and bool(
        behind[0].labels & _ARTICLE and behind[1].labels & _SMALL_PART
    )


def _goes_on(behind: Sequence[Item]) -> bool:
    """Whether it is told when, how, or with whom, and no way follows."""
    first = behind[0]
    if first.labels & _OVER or _is_with_a_thing(behind):
        return False
    if first.labels & _IN and not first.labels & _UNCLEAR_IN:
        return True
    return bool(first.labels & _GOING_ON)


def _is_with_a_thing(behind: Sequence[Item]) -> bool:
    """Whether a thing known already is what was run with: "ran with the idea", but "with the hash on Monday"."""
    if not behind[0].labels & _WITH or behind[0].labels & _WITH_ANY:
        return False
    thing = any(item.labels & UNKNOWN for item in behind[1:2])
    return thing and not any(item.labels & _WHEN for item in behind[2:])


def _is_out(clause: Clause, behind: Sequence[Item], post: Post) -> bool:
    """Whether the verb is led over some ground, or there and back, or its post tells of being out."""
    if post.labels & _A_SIGN or not behind:
        return bool(post.labels & _A_SIGN)
    lead = behind[0].labels
    if lead & (_GROUND | _PASSING):
        return True
    if _is_in_place_of_a_ride(behind):
        return True
    object_ = next((item for item in behind[1:] if not item.labels & _SMALL), None)
    if object_ is None or object_.labels & _WHEN:
        return bool(lead & (_UP | _FOR))
    if lead & _OVER and clause.quantities(Measure.OTHER, Measure.REPS):
        return True  # "ran round the pitch 4 times"
    if lead & _OVER and is_name(object_) and not object_.labels & _SHOP:
        return True  # "ran through Leith"
    legs = lead & _ON and any(item.labels & _BODY for item in behind)
    return bool(legs or object_.labels & _GROUND) or _is_back(clause, behind)


def _is_in_place_of_a_ride(behind: Sequence[Item]) -> bool:
    """Whether it was run to spare a ride: "ran to my nan's instead of getting the bus"."""
    at = next((n for n, item in enumerate(behind) if item.labels & _IN_PLACE), len(behind))
    return behind[0].labels & _TO != 0 and any(
        item.labels & _RIDDEN for item in behind[at + 1 : at + 4]
    )


def _is_back(clause: Clause, behind: Sequence[Item]) -> bool:
    """Whether one came back from there: "jogged to the postbox and back"."""
    then = clause.items[clause.end : clause.end + 2] if clause.closed_by == "join" else ()
    return any(item.labels & _BACK for item in (*behind[1:], *then))
