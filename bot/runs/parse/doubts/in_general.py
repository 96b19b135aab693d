"""Tells whether figures are told in general: as a rule, as they once were, as a joke, of what waits or was long ago."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    NUMBERS,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_AWAITS, _DOES = any_of("awaits"), any_of("does_it")
_THE, _SELF = any_of("determiner"), any_of("self")
_FEW = any_of("about", "article")
_A_NOUN, _MANY = any_of("run_noun"), any_of("bunch", "join_in")
_GROUPS, _A_RUN, _WON = any_of("groups"), any_of("run_word"), any_of("wins")
_BACK_THEN = any_of("back_then")
_JUST_ME, _CONSOLES = any_of("just_me"), any_of("consoles")
_SO_FAR, _AND = any_of("so_far"), any_of("and", "and_my")
_TOOK, _MY_FIRST = any_of("in_time", "pb_verb"), any_of("my_first")
_FOR = any_of("companion")
_BY_ITS_NUMBER = any_of("day_number")
_ASKS = any_of("question")
_DONE = any_of("run_past", "strong_did")
_A_KIND = any_of("kinds")
_YEARS, _OF, _PERSON = any_of("some_years"), any_of("of"), any_of("person")
_NEWLY = any_of("pb_now", "run_past", "tags.first", "day", "times.night")
_BEFORE, _AT = any_of("before_after"), any_of("at")
_YOUNG, _OLD = 14, 70
_HALF_A_MONTH = 14
"""Days."""

_NOT, _TO_DO, _WAS = any_of("negation"), any_of("run_verb"), any_of("looks_back")
_DAYS, _TO = any_of("day_unit"), any_of("leads_to_named", "until")
IN_GENERAL = (
    _DAYS
    | _NOT
    | _AWAITS
    | _DOES
    | _BACK_THEN
    | _JUST_ME
    | _CONSOLES
    | _SO_FAR
    | _ASKS
    | _BY_ITS_NUMBER
    | _WON
    | _YEARS
    | any_of("looks_back")
    | any_of("good_night")
)
"""Labels without any of which nothing is told in general."""


def of_all_times(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about figures that may hold of any day, or of none that is over."""
    draft = drafts[0]
    if draft.distance is None:
        return None
    told = post.clauses[draft.clauses[0]]
    if _is_advised(post, told) or _is_counted_down_to(draft, post):
        return "plan"
    if _waits(draft, post):
        return "plan"
    if _is_what_others_do(draft, told) or _is_what_won(draft, post):
        return "other_person"
    if _sums_up_years(draft, post) or _was_once_ones_time(draft, post):
        return "past"
    if _was_so_back_then(draft, told) or _is_consoling(draft, post):
        return "past"
    if draft.duration is not None:
        return None
    if _is_rather_next_month(draft, post):
        return "plan"
    if draft.day is not None:
        return None
    asked = _is_just_me(post, told) or _is_spoken_of(drafts, post, told)
    return "question" if asked else None


def _is_advised(post: Post, told: Clause) -> bool:
    """Whether its sentence opens with what is not to be done: "never go out faster than that in the first 5k"."""
    if (told.labels | post.labels) & _DONE or post.told & CLOCKS:
        return False
    led = next(clause for clause in post.clauses if clause.sentence == told.sentence)
    no, *behind = post.items[led.start : led.start + 2]
    if led is told or not (behind and no.labels & (_NOT | _WAS) == _NOT):
        return False
    return behind[0].labels & (_TO_DO | _A_RUN | _WAS) == _TO_DO


def _is_counted_down_to(draft: Draft, post: Post) -> bool:
    """Whether it opens with how many days it is to somewhere: "100 days to Rotterdam, 42 km"."""
    if draft.duration is not None or post.labels & (_DONE | _A_KIND) or len(post.items) < 3:
        return False
    days, to, place = post.items[:3]
    return bool(days.labels & _DAYS and to.labels & _TO and place.labels & UNKNOWN)


def _waits(draft: Draft, post: Post) -> bool:
    """Whether a distance still waits: "alarm set for 5:10, ten miles waiting for me"."""
    if draft.duration is None and post.tells("hour_of") and post.tells("good_night"):
        return not post.labels & _DONE  # "alarm 5:30, 8 miles, then work. night all"
    behind = [post.items[at + 1] for at in draft.places if at + 1 < len(post.items)]
    return any(item.labels & _AWAITS for item in behind) and not post.labels & _DONE


def _is_rather_next_month(draft: Draft, post: Post) -> bool:
    """Whether a day told by its number alone is sooner ahead than it was: "xmas run on the 19th, 4 miles"."""
    if draft.day is None or draft.day > -_HALF_A_MONTH or post.labels & _DONE:
        return False
    return post.told & _BY_ITS_NUMBER != 0


def _is_what_others_do(draft: Draft, told: Clause) -> bool:
    """Whether others do as much as a rule: "the beginners do about 3 km, 35 min with breaks"."""
    if draft.by_a_clock or told.has("self"):
        return False
    at = draft.first - 1
    at -= bool(told.items[at].labels & _FEW)
    if at <= told.start or not told.items[at].labels & _DOES:
        return False
    who, does = told.items[at - 1].labels, told.items[at].labels
    if who & _GROUPS:
        return True
    if does & _A_RUN or not told.items[told.start].labels & _THE or at < told.start + 2:
        return False  # "the club run 8k"
    return bool(not does & _A_NOUN or who & _MANY)


def _is_what_won(draft: Draft, post: Post) -> bool:
    """Whether a time is told as what won a race: "31 min won the 10k"."""
    behind = post.items[draft.first + 1 : draft.last]
    if not behind or not behind[0].labels & _WON or any(item.labels & _SELF for item in behind):
        return False
    return is_distance(post.items[draft.last])


def _was_so_back_then(draft: Draft, told: Clause) -> bool:
    """Whether a time was worth something in other days: "back then a 40 min 10k got you 150th"."""
    return bool(told.labels & _BACK_THEN) and draft.day is None and not told.has("self")


def _sums_up_years(draft: Draft, post: Post) -> bool:
    """Whether it opens with how many years one has run: "5 years of parkrun, fastest 20:58"."""
    if draft.day is not None or post.labels & _NEWLY or len(post.items) < 3:
        return False
    years, of, run = post.items[:3]
    return bool(years.labels & _YEARS and of.labels & _OF and run.labels & (_A_NOUN | _A_RUN))


def _was_once_ones_time(draft: Draft, post: Post) -> bool:
    """Whether a time was one's own at an age or before something: "1:41 was my half time before two children"."""
    if draft.day is not None or post.labels & _NEWLY or len(post.items) < 5:
        return False
    time, was, my = post.items[:3]
    if not (time.labels & TIMES and was.labels & _WAS and my.labels & _SELF and my.labels & _THE):
        return False
    return any(_is_back_then(led, item) for led, item in pairwise(post.items[3:]))


def _is_back_then(led: Item, item: Item) -> bool:
    """Whether an age, or somebody or something that has come since, stands behind "at" or "before"."""
    if led.labels & _BEFORE:
        return item.labels & (_THE | NUMBERS | _PERSON) != 0 and not item.labels & DAYS
    if not led.labels & _AT or not isinstance(item, Quantity):
        return False
    return item.measure is Measure.NUMBER and _YOUNG <= item.value < _OLD


def _is_consoling(draft: Draft, post: Post) -> bool:
    """Whether one's own is told as a comfort: "my first 5k took 41 min, everyone starts somewhere"."""
    if not post.told & _CONSOLES or draft.day is not None or not 0 < draft.first < 3:
        return False
    if len(post.items) < 4:
        return False
    first, then, took = post.items[:3]
    if first.labels & _SELF and then.labels & _WAS:
        return draft.first == 2 and post.items[3].labels & _FOR != 0  # "I was 40 mins for a 5k"
    return bool(first.labels & _MY_FIRST and took.labels & (_TOOK | _WAS))


def _is_spoken_of(drafts: Sequence[Draft], post: Post, told: Clause) -> bool:
    """Whether a distance only stands in what is asked, answered or complained about."""
    if post.labels & _DONE or len(drafts) > 1:
        return False
    return _is_under_way(drafts[0], post) or _answers_a_riddle(post, told.sentence)


def _is_just_me(post: Post, told: Clause) -> bool:
    """Whether others are asked to agree: "is it just me or has 10k got longer"."""
    return post.items[0].labels & _JUST_ME != 0 and told.sentence == post.clauses[0].sentence


def _is_under_way(draft: Draft, post: Post) -> bool:
    """Whether it says when something always happens: "3k in and my shin goes numb"."""
    behind = post.items[draft.last + 1 : draft.last + 4]
    if len(behind) < 3 or not post.clauses[0].asked:
        return False
    return bool(behind[0].labels & _SO_FAR and behind[1].labels & _AND)


def _answers_a_riddle(post: Post, sentence: int) -> bool:
    """Whether a question about no one here is answered by it: "what's the longest mile? the last one of a marathon"."""
    asks = post.clauses[0]
    if not asks.asked or sentence == asks.sentence or not asks.labels & _THE:
        return False
    if not asks.items[asks.start].labels & _ASKS or asks.has("demonstrative", "weather"):
        return False
    return not post.tells("self", "you", "day", "moods.positive", "moods.negative")
