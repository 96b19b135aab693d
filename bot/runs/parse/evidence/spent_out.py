"""Tells a time alone that was spent where people run: in the woods, out in the sun, on one's usual loop."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from bot.runs.parse.evidence.outdoors import clause_of_a_time
from bot.runs.parse.figures.quantities import DAYS, NUMBERS, Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme

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
_SAW, _ADJECTIVE = any_of("looks_back"), any_of("adjective")
_GOT_OUT, _DUTY, _AROUND_IT = any_of("got_out"), any_of("duty"), any_of("before_after")
_OF_THE_DAY, _GOOD = any_of("times"), any_of("moods.positive")
FITTED_IN = _AROUND_IT | _OF_THE_DAY
"""Labels without any of which no time was fitted around a duty."""

BETWEEN = any_of("between")
_GOT = any_of("disposes")
_MANAGED, _WHEN, _AND = any_of("strong_did", "fits_in"), DAYS | any_of("times"), any_of("and")
_DUTIES, _LONGEST_BETWEEN = any_of("duty", "life", "abed", "offered"), 9
_BUSY = _ELSE | any_of(
    "drove", "software", "medic", "plan", "garment", "called_off", "notice", "still"
)
_SHORTEST_S, _LONGEST_DUTY, _FEW = 900, 6, 2
_ROUND_S, _HALF_AN_HOUR, _MOST_UNKNOWN = 300, 1800, 1
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
    met = _tells_what_was_met(post, draft)
    odd = (draft.times[0].value % _ROUND_S or met) and draft.times[0].value <= _LONGEST_S
    if (led or odd) and behind and " " in behind[0].text:
        at = at or behind[0].labels & (_OPEN | (_SKY if led else _SKY & ~_DARK)) != 0
    if at and clause.labels & _UNKNOWN_FAR and all(map(_leads_to_what_was_done, before)):
        return True  # "did 45 minutes on the trail behind the school no idea how far"
    if not at or not all(map(_is_around, behind[at:])):
        return False
    return bool(led or all(map(_is_around, before))) and _is_told_as_a_run(post, draft)


def is_fitted_in(post: Post, draft: Draft) -> bool:
    """Whether nothing but its sky is told of a time beside the duty it was fitted around: "before handover, dark"."""
    clause = clause_of_a_time(post, draft)
    if clause is None or not _SHORTEST_S <= draft.times[0].value <= _LONGEST_S:
        return False
    led = clause.items[clause.start : draft.first]
    slipped_out = len(led) == 1 and led[0].labels & _GOT_OUT
    if led and not slipped_out:
        return False
    duty = list(takewhile(lambda item: not item.labels & MARK, post.items[draft.last + 1 :]))
    if not duty or len(duty) > _LONGEST_DUTY or not _is_around_a_duty(duty):
        return False
    rest = [c for c in post.clauses if c.start > draft.last + len(duty)]
    if not all(map(_is_of_the_sky_or_felt, rest)):
        return False
    told = _SKY if duty[0].labels & _OF_THE_DAY else _SKY | _GOOD
    return bool(slipped_out) or any(clause.labels & told for clause in rest)


def is_between_duties(post: Post, draft: Draft) -> bool:
    """Whether it was managed, or is told to the minute, between two duties: "managed 25 min between bath and bed"."""
    clause = clause_of_a_time(post, draft)
    if clause is None or not _SHORTEST_S <= draft.times[0].value <= _LONGEST_S:
        return False
    led = clause.items[clause.start : draft.first]
    managed = any(item.labels & _MANAGED and not item.labels & _GOT for item in led)
    if not (managed or draft.times[0].value % _ROUND_S) or not all(map(_leads_to_it, led)):
        return False
    told = takewhile(lambda item: not item.labels & MARK, post.items[draft.last + 1 :])
    duties = list(dropwhile(lambda item: item.labels & _WHEN, told))
    if not 3 < len(duties) <= _LONGEST_BETWEEN or not duties[0].labels & BETWEEN:
        return False
    labels = joined([item.labels for item in duties])
    if not labels & _AND or not labels & _DUTIES or labels & _BUSY & ~_DUTIES:
        return False
    rest = [c for c in post.clauses if c.start > draft.last + len(duties) + 1]
    return managed or all(map(_is_of_the_sky_or_felt, rest))


def _leads_to_it(item: Item) -> bool:
    return item.labels & (_MANAGED | _AROUND | _DID) != 0


def _is_around_a_duty(told: Sequence[Item]) -> bool:
    """Whether it is before or after what somebody does each day, or others got up: "after the late shift"."""
    if told[0].labels & _OF_THE_DAY:
        return len(told) == 1
    if not told[0].labels & _AROUND_IT:
        return False
    return bool(told[-1].labels & _DUTY) or any(item.labels & _SAW for item in told[1:])


def _is_of_the_sky_or_felt(clause: Clause) -> bool:
    """Whether no more than a word of it may be of anything else: "empty streets", "dark and drizzly"."""
    told = clause.items[clause.start : clause.end]
    unknown = sum([item.labels & UNKNOWN != 0 for item in told])
    return unknown < len(told) and unknown < _FEW and not clause.labels & _BUSY


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
    return post.labels & _FELT != 0 or _tells_what_was_met(post, draft)


def _tells_what_was_met(post: Post, draft: Draft) -> bool:
    """Whether another clause tells what was seen, or only how quiet it was, and the time is no round half hour."""
    if draft.times[0].value % _HALF_AN_HOUR == 0 or post.unknown_words() > _MOST_UNKNOWN:
        return False
    return any(
        clause.items[clause.start].labels & _SAW
        or all(i.labels & _ADJECTIVE for i in clause.items[clause.start : clause.end])
        for number, clause in enumerate(post.clauses)
        if number != draft.clauses[0]
    )


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
