"""Tells whether a run is told that nobody measured: "bit of a plod, didn't bother with the watch"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_FREE, _UNKNOWING, _FORGONE = any_of("free"), any_of("unknowing"), any_of("negation", "forgone")
_MAY_BE_UNMEASURED = _FREE | _UNKNOWING | _FORGONE
_A_FIGURE = any_of("asked_figure", "distance_word", "it")
_MEASURING = any_of("device", "records")
_DOING = any_of("guess.verb", "sets_off")
_NEAR, _WITHOUT = 5, 2
_WENT, _FELT = any_of("went_out"), any_of("moods.positive", "moods.negative")
_BODY_FELT = any_of("body", "moods.negative")
_WATCHLESS, _DID_GOOD = any_of("watchless"), any_of("did_good")
_NIGHT_OUT = any_of("garment", "life", "outing", "seeks", "sport", "travel", "offered")
_BACK, _MERELY, _HOW_FAR = (
    any_of("way_back", "back_in"),
    any_of("about", "auxiliary", "self", "join"),
    any_of("how_far_unknown"),
)
_LAP = any_of("lap_of")
_CIRCUIT, _GROUND_LEAD = any_of("circuit"), any_of("ground_lead")
_AROUND = DAYS | MARK | any_of("times", "accompanied", "way")
_OUTDOORS, _NOT_ALONE = any_of("outdoors"), any_of("person", "pet", "outing", "sights", "seeks")

_UNPLUGGED, _THERE = any_of("unplugged"), any_of("there", "tags")
_DID, _RAN = any_of("strong_did"), any_of("run_past")
_A_RUN, _NONE_ITSELF = (
    any_of("run_noun", "run_word", "effort_of"),
    any_of("body", "device", "tags.group"),
)
_HEADING = any_of("run_thing", "run_noun", "run_word", "way_out")
_OF, _LEADING = any_of("of"), any_of("of", "on", "in_time", "companion")
_WEATHER = any_of("tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind", "tags.dark")
_SMALL = any_of("article", "determiner", "adjective")
_RUN_THING = any_of("run_thing")
_LAPS, _OUT = any_of("thing"), any_of("way_out")
_WHEN = DAYS | any_of("times")
_DESCRIBING = _WHEN | any_of(
    *("about", "article", "determiner", "adjective", "adjective_praise", "kinds", "tags", "moods"),
    *("auxiliary", "outdoors", "fresh", "self", "interjection", "free"),
)
_WHERE = any_of("outdoors", "ground", "ground_lead", "circuit", "kinds.trail", "tags")
_GOING_ON = (
    MARK
    | _WHEN
    | any_of(
        *("ground_lead", "way", "circuit", "accompanied", "outside", "moods", "tags", "strong_did"),
        *("looks_back", "free", "before_after", "further", "meantime", "adjective", "kinds"),
        *("outdoors", "ground", "neutral", "alongside", "there"),
    )
)
_OTHERS = frozenset(
    {Stance.PLAN, Stance.INVITATION, Stance.QUESTION, Stance.GOAL, Stance.HYPOTHETICAL}
    | {Stance.OTHER_PERSON, Stance.ANNOUNCEMENT, Stance.NO_RUN, Stance.HABIT}
)
"""What makes a run that is only named more likely another's, or one to come."""


def is_untimed(post: Post) -> bool:
    """Whether a run is told, and that its author did not care how far or how long it was."""
    if post.labels & (_OUT | _LAP) and _is_out_and_felt(post):
        return True
    if not post.labels & _MAY_BE_UNMEASURED:
        return False
    if _went_without_a_watch(post) or _is_back_unmeasured(post):
        return True
    own = [c for c, stance in zip(post.clauses, post.stances, strict=True) if stance in OWN]
    if not any(_is_unmeasured(clause) for clause in own):
        return False
    if any(_tells_a_run(clause) for clause in own):
        return True
    heads = [clause for clause in own if _heads_with_a_run(clause)]
    return any(map(_is_of_a_day_before, heads)) or (
        bool(heads) and _OTHERS.isdisjoint(post.stances)
    )


def _is_out_and_felt(post: Post) -> bool:
    """Whether a way opens it that the body felt: "out round the lake before milking, legs heavy"."""
    head = post.clauses[0]
    if not OWN.issuperset(post.stances) or post.told & _NOT_ALONE:
        return False
    way = [i for i in head.items[head.start : head.end] if not i.labels & (_WHEN | _SMALL)]
    if not (way and (_is_a_lap(way) or (way[0].labels & _OUT and _is_a_way(way[1:])))):
        return False
    return any(clause.labels & _BODY_FELT for clause in post.clauses[1:])


def _is_a_lap(items: Sequence[Item]) -> bool:
    """Whether it is nothing but laps of some ground: "loop of the park", "two laps of the lake"."""
    at = int(isinstance(items[0], Quantity))
    if len(items) < at + 3 or not items[at].labels & _LAP or not items[at + 1].labels & _OF:
        return False
    return all(item.labels & _OUTDOORS for item in items[at + 2 :])


def _is_a_way(items: Sequence[Item]) -> bool:
    """Whether it is nothing but a way over some ground: "round the lake", "along the back lanes"."""
    if len(items) == 1:
        return items[0].labels & _CIRCUIT != 0
    lead = items[:1]
    led = lead and lead[0].labels & _GROUND_LEAD
    return bool(led) and all(item.labels & _OUTDOORS for item in items[1:])


def _went_without_a_watch(post: Post) -> bool:
    """Whether somebody went out without what measures, and how it was: "got out, no watch, no music, just leaves"."""
    head = post.clauses[0]
    if not (head.labels & _WENT and post.labels & _WATCHLESS and OWN.issuperset(post.stances)):
        return False
    out = head.place("went_out")
    behind = [i for i in head.items[out + 1 : head.end] if not i.labels & (_AROUND | _THERE)]
    if not behind and len(post.clauses) > 1 and out == head.start:
        behind = [head.items[post.clauses[1].start]]
    if not (behind and behind[0].labels & _WATCHLESS):
        return False
    return bool(post.labels & (_FELT | _DID_GOOD | _UNPLUGGED)) and not post.told & _NIGHT_OUT


def _is_back_unmeasured(post: Post) -> bool:
    """Whether somebody only was out, or is back, and nothing was measured: "just back, no watch, lovely"."""
    head = post.clauses[0]
    if not OWN.issuperset(post.stances) or post.told & (_NIGHT_OUT | _NOT_ALONE):
        return False
    told = [i for i in head.items[head.start : head.end] if not i.labels & (_AROUND | _MERELY)]
    if not told or any(not item.labels & (_WENT | _BACK) for item in told):
        return False
    return any(_has_no_measure(clause) for clause in post.clauses[1:])


def _has_no_measure(clause: Clause) -> bool:
    """Whether it says no more than that: "no watch", "no clue how far", "didn't look at the watch"."""
    if clause.labels & _FREE:
        told = clause.labels & (_WATCHLESS | _HOW_FAR)
        return bool(told) and clause.end - clause.start <= _WITHOUT
    return clause.labels & _MEASURING != 0 and _is_unmeasured(clause)


def _is_of_a_day_before(clause: Clause) -> bool:
    """Whether yesterday or a day before stands in it, so that it was whatever else is said."""
    days = clause.quantities(Measure.DAY)
    return any("day" in day.meanings and day.value < 0 for day in days)


def _is_unmeasured(clause: Clause) -> bool:
    """Whether it says that nothing was measured: "never looked at the watch", "couldn't tell you how long"."""
    items = clause.items
    if items[clause.start].labels & _DOING:
        return False  # "leaving the watch at home"
    if clause.labels & _FREE:
        return True
    for at in range(clause.start, clause.end):
        behind = items[at + 1 : min(at + _NEAR, clause.end)]
        if items[at].labels & _UNKNOWING and any(item.labels & _A_FIGURE for item in behind):
            return True
        if items[at].labels & _FORGONE and any(item.labels & _MEASURING for item in behind):
            return True
    return False


def _tells_a_run(clause: Clause) -> bool:
    """Whether a verb tells of a run: "jogged a bit with the dog", "did the hill loop", but no "run of bad luck"."""
    if clause.labels & _RAN:
        behind = clause.items[clause.place("run_past") + 1 : clause.end][:1]
        return not any(item.labels & _OF for item in behind)
    if not clause.labels & _DID:
        return False
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _A_RUN and not item.labels & _NONE_ITSELF for item in items)


def _heads_with_a_run(clause: Clause) -> bool:
    """Whether the clause opens with a run: "slow plod round the park", "four laps of the field"."""
    at = clause.start
    while at < clause.end and _describes(clause.items[at]):
        at += 1
    if at >= clause.end or not _is_heading(clause.items[at]):
        return False
    head = clause.items[at]
    at += 1
    while at < clause.end and clause.items[at].labels & _RUN_THING:
        at += 1  # "leg-stretch run"
    if at >= clause.end:
        return not head.labels & _OUT
    behind = clause.items[at]
    if (head.labels & _LAPS and behind.labels & _OF) or behind.labels & _GOING_ON:
        return True
    if behind.labels & _FORGONE:
        return _is_unmeasured(clause)  # "running without the watch today"
    if behind.labels & UNKNOWN:
        return clause.labels & _WHEN != 0  # "sortie nature ce matin"
    if not behind.labels & _LEADING:
        return False
    return clause.labels & _WEATHER != 0 or _is_when_or_where(clause, at + 1)


def _is_when_or_where(clause: Clause, at: int) -> bool:
    """Whether a day or a ground stands at `at`: "in the woods", "on Sunday", but not "on bikes"."""
    while at < clause.end and clause.items[at].labels & _SMALL:
        at += 1
    return at >= clause.end or clause.items[at].labels & (_WHEN | _WHERE | _RUN_THING) != 0


def _describes(item: Item) -> bool:
    return item.labels & _DESCRIBING != 0 and not _is_heading(item)


def _is_heading(item: Item) -> bool:
    if item.labels & _LAPS:
        return item.labels & _A_RUN != 0
    return item.labels & _HEADING != 0 and not item.labels & _NONE_ITSELF
