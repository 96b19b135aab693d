"""Tells whether figures are those of some thing: what is worn out, runs as a machine does, was run for hours."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import MEASURED, NUMBERS, Item, Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_FAREWELL, _SHOE, _TOGETHER = any_of("farewell"), any_of("shoe"), any_of("tags.with_others")
_NAMED_BY_TIME, _POWERED_BY = any_of("named_by_time"), any_of("powered_by")
_HAS, _BIB, _FOR = any_of("possesses"), any_of("bib_number"), any_of("for_lead")
_ON, _RUNNING, _LADDERS = any_of("on"), any_of("run_past", "run_word"), any_of("ladders")
_LINES_OF, _AS = any_of("lines_of"), any_of("made_up_of")
_DEVICE, _A_RUN = any_of("device"), any_of("run_noun", "run_word", "run_past")
_RAN, _ARTICLE = any_of("run_past"), any_of("article")
_DONE = any_of("run_past", "strong_did")
OF_THINGS = (_FAREWELL | _SHOE | _NAMED_BY_TIME | _POWERED_BY | _HAS | _BIB | _LINES_OF) | (
    _AS | _LADDERS
)
"""Labels without any of which no figure is that of a thing."""

_THOUSANDS = re.compile(r"\d{1,3},\d\d0\b")
_A_KILOMETRE = 1000
_NOT_RUN = any_of("sport", "travel", "drove", "walk")

_VERB = any_of("single_verb")
_THE = any_of("article", "determiner")
_SMALL = any_of("adjective", "filler")
_THINGS = any_of(
    "life", "software", "volunteer", "media", "person", "something_else", "within", "tells_of"
)
_OF_RUNNING = any_of("run_past", "run_noun", "run_word", "kinds", "body")
_HOURS = 2 * 3600
_COUNTED = MEASURED[Measure.OTHER] | NUMBERS
_A_THING = UNKNOWN | any_of("life", "software")


def is_of_a_thing(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the first figures are told of a thing, and not of a run."""
    draft = drafts[0]
    if draft.distance is None:
        return (
            _is_powered(post)
            or _is_named_by_its_time(draft, post)
            or _is_held(draft, post)
            or _is_recorded_as(draft, post)
        )
    if draft.by_a_clock:
        return False
    if _is_counted_in(draft, post) or _bears_a_number(draft, post) or _is_recorded_as(draft, post):
        return True
    if draft.duration is not None or draft.day is not None:
        return False
    if post.told & _HAS and _is_what_something_has(draft, post):
        return True
    return _is_of_a_whole_life(draft, post) or _has_its_climb(draft, post)


def _is_powered(post: Post) -> bool:
    """Whether something runs as machines and tights do: "running on generator power for 6 hours"."""
    if post.told & _LADDERS:
        return True  # "there's a run in my tights, 10 min before the interview"
    for at in range(2, len(post.items)):
        run, on, power = post.items[at - 2 : at + 1]
        if power.labels & _POWERED_BY and on.labels & _ON and run.labels & _RUNNING:
            return True
    return False


def _is_named_by_its_time(draft: Draft, post: Post) -> bool:
    """Whether a time only names something: "the 2 hour barrier", "the 23 min thing"."""
    behind = post.items[draft.last + 1 : draft.last + 2]
    named = bool(behind and behind[0].labels & _NAMED_BY_TIME)
    return named and not post.labels & _DONE


def _is_held(draft: Draft, post: Post) -> bool:
    """Whether something was run that takes so long: "ran a 3 hour workshop"."""
    if draft.first < 2 or draft.last + 1 >= len(post.items):
        return False
    ran, an = post.items[draft.first - 2 : draft.first]
    thing, ends = post.items[draft.last + 1], draft.last + 2 == len(post.items)
    return ends and bool(ran.labels & _RAN and an.labels & _ARTICLE and thing.labels & UNKNOWN)


def _is_counted_in(draft: Draft, post: Post) -> bool:
    """Whether so many thousands of something are counted: "a 5k-row import"."""
    behind = [post.items[at + 1 : at + 3] for at in draft.places]
    return any(len(two) == 2 and two[0].text == "-" and two[1].labels & _LINES_OF for two in behind)


def _bears_a_number(draft: Draft, post: Post) -> bool:
    """Whether it is the race of a number to be worn: "got my number for the 10 mile"."""
    led = post.items[max(0, draft.first - 3) : draft.first]
    return any(a.labels & _BIB and b.labels & _FOR for a, b in pairwise(led))


def _is_recorded_as(draft: Draft, post: Post) -> bool:
    """Whether a device took something else for a run: "it logged my ride as a 30km run"."""
    led, told = post.items[max(0, draft.first - 2) : draft.first], draft.clauses[0]
    if not led or not led[0].labels & _AS or not told:
        return False
    before = post.clauses[told - 1]
    taken = before.items[before.place("records") + 1 : before.end]
    other = len(taken) > 1 and not any(item.labels & _A_RUN for item in taken)
    return other or before.labels & _NOT_RUN != 0


def _is_of_a_whole_life(draft: Draft, post: Post) -> bool:
    """Whether shoes or a watch have gone so far: "these trainers have done 1,100 k", "RIP Forerunner, 9,700 km"."""
    gone = post.items[0].labels & _FAREWELL
    figure, behind = post.items[draft.first], post.items[draft.last + 1 : draft.last + 2]
    if draft.unit >= _A_KILOMETRE and isinstance(figure, Quantity):
        worn = post.told & (_SHOE | _DEVICE) or not post.labels & _DONE
        if worn and _THOUSANDS.search(figure.text):
            return True
    return bool(gone and behind and behind[0].labels & _TOGETHER)


def _is_what_something_has(draft: Draft, post: Post) -> bool:
    """Whether a plan or a week has so long a run: "week 7 has a 15 miler", "this one has a 10k in it"."""
    told, at = post.clauses[draft.clauses[0]], draft.first - 1
    at -= post.items[at].labels & _ARTICLE != 0
    if at <= told.start or not post.items[at].labels & _HAS:
        return False
    return not (told.has("self") or post.labels & _DONE)


def _has_its_climb(draft: Draft, post: Post) -> bool:
    """Whether a way has so much climb over it: "the coastal path section has 620 m of climb over 19 km"."""
    told = post.clauses[draft.clauses[0]]
    has = told.place("possesses")
    if draft.climb is None or told.has("self") or post.labels & _DONE:
        return False
    return told.start < has < draft.first


def runs_something(post: Post, draft: Draft) -> bool:
    """Whether a thing, or so many of one, stands behind "ran"."""
    if not post.has("single_verb"):
        return False
    for at, item in enumerate(post.items[:-2]):
        if not item.labels & _VERB:
            continue
        if post.items[at + 1].labels & _THE and _is_some_thing(_described(post, at + 2)):
            return True
        if _counts_things(post.items[at + 1], post.items[at + 2]) and _takes_long(draft):
            return True
    return False


def _takes_long(draft: Draft) -> bool:
    """Whether hours are told by words, as those of machines are: "4 hours", but "ran 10 sprints, 30 min"."""
    return any(t.measure is Measure.DURATION and t.value >= _HOURS for t in draft.times)


def is_an_hour(post: Post, draft: Draft) -> bool:
    """Whether a time alone has the nought of an hour before it, and nothing is said of running: "rollback 03:10"."""
    if post.labels & _OF_RUNNING or not draft.times:
        return False
    return all(time.text[:1] == "0" and time.text[1:2].isdigit() for time in draft.times)


def _described(post: Post, at: int) -> Item:
    """The noun from a place on, over the small words before it."""
    while at < len(post.items) - 1 and post.items[at].labels & _SMALL:
        at += 1
    return post.items[at]


def _is_some_thing(item: Item) -> bool:
    """Whether a word is no way, no place and no run: unknown, without a capital, or a known chore."""
    if not isinstance(item, Lexeme) or item.shape is not Shape.WORD or item.capital:
        return False
    return bool(item.labels & _THINGS) or not (item.meanings or item.guess)


def _counts_things(number: Item, thing: Item) -> bool:
    """Whether so many of a thing without a name are counted: "30 samples"."""
    if not isinstance(number, Quantity) or not number.labels & _COUNTED:
        return False
    return isinstance(thing, Lexeme) and thing.labels & _A_THING != 0 and thing.text.endswith("s")
