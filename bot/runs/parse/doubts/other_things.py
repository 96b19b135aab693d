"""Tells whether what was run for a time is some thing: "ran the tea stall for 3 hours", "ran 30 samples, 4 hours"."""

from bot.runs.parse.figures.quantities import MEASURED, NUMBERS, Item, Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_VERB = any_of("single_verb")
_THE = any_of("article", "determiner")
_SMALL = any_of("adjective", "filler")
_THINGS = any_of("life", "software", "volunteer", "media", "person", "something_else", "within")
_RUNNING = any_of("run_past", "run_noun", "run_word", "kinds", "body")
_HOURS = 2 * 3600
_COUNTED = MEASURED[Measure.OTHER] | NUMBERS
_A_THING = UNKNOWN | any_of("life", "software")


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
    if post.labels & _RUNNING or not draft.times:
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
