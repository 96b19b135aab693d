"""Tells whether a distance only says which thing is meant or how far one was to go: "1,000 km badge", "into my 5k"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DURATIONS, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_THING = any_of("namesake")
_A_RUN, _DOING = any_of("run_noun"), any_of("guess.verb")
_OF_A_RACE = any_of("kinds.race", "bunch", "tags.group")
_UNDER_WAY, _OR = any_of("under_way"), any_of("either")
_WHOSE = any_of("determiner", "article")
_SPEAKS_OF, _ENTERED = any_of("speaks_of"), any_of("puts_oneself_down")
_ARTICLE = any_of("article")
_NAMED = any_of("named")
_INTO, _MANY, _THOSE = any_of("into"), any_of("several_units"), any_of("demonstrative")
_CROWD = any_of("bunch")
_ALONG_WITH = any_of("companion", "alongside", "accompanied", "way", "takes_along")
_ON, _HEARD = any_of("on"), any_of("media", "device", "watching", "life")
_SELF, _PASTIME = any_of("self"), UNKNOWN | any_of("life")
_GAME, _BEST, _AT = any_of("pastime"), any_of("pb", "pb_now"), any_of("for_lead", "on", "at")
_PRIZE, _FOR = any_of("kept"), any_of("for_lead", "credit_lead")
_SAYS_WHICH = UNKNOWN | any_of("adjective", "kinds", "free", "fresh")
_MET, _OF = any_of("met_or_wed"), any_of("of")
NAMESAKES = (
    (_THING | _DOING | _UNDER_WAY | _OR | _SPEAKS_OF | _ENTERED | _NAMED) | _INTO | _MANY | _CROWD
) | (_GAME | _MET | _PRIZE)
"""Labels without any of which no distance is only named."""

_OF_ONE_S_OWN = any_of("run_past", "strong_did", "self", "in_time", "pb_now", "body", "moods")
_A_FEW = 3
_AN_HOUR = 3600
_A_MARATHON = range(2, 7)
"""Hours that a marathon takes those who run it."""


def is_only_named(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the first distance is that of a thing, was only begun, or is one of who knows how many."""
    draft = drafts[0]
    told = [at for at in draft.places if is_distance(post.items[at])]
    if post.told & _GAME and _is_of_a_pastime(post, told):
        return True
    if draft.distance is None or not told:
        return False
    return (
        _names_a_thing(post.items, told[0])
        or (draft.duration is None and _is_what_a_thing_is_for(post.items, told[0]))
        or _is_a_sitting(post, draft, told[0])
        or _was_begun(post.items, told[0])
        or _is_of_a_crowd(post.items, told[0])
        or _is_talked_about(post.items, told[0])
        or (draft.duration is None and _is_one_or_more(post.items, told[0]))
        or (draft.duration is None and _is_entered(post.items, told[0]))
        or (draft.duration is None and _is_a_programme(post.items, told[0]))
        or (draft.duration is None and _are_those(post.items, told[0]))
        or (draft.duration is None and _is_where_they_met(post, told[0]))
    )


def _names_a_thing(items: Sequence[Item], at: int) -> bool:
    """Whether a thing is called by it: "1,000 km badge", "10k race t-shirt", "the marathon chat lasted 2 hours"."""
    behind = items[at + 1 : at + 4]
    if len(behind) > 2 and behind[0].labels & _ON and behind[1].labels & _ARTICLE:
        return (
            behind[2].labels & _THING != 0 and not behind[2].labels & _HEARD
        )  # "26.2 on a sticker"
    if len(behind) > 1 and behind[0].labels & _OF_A_RACE and not behind[0].labels & _THING:
        behind = behind[1:]
    if len(behind) > 1 and behind[1].labels & _A_RUN:
        return False  # "10k chat run"
    if "named" in items[at].meanings and behind and behind[0].labels & _DOING:
        return True  # "marathon baking session"
    return bool(behind) and behind[0].labels & _THING != 0


def _is_what_a_thing_is_for(items: Sequence[Item], at: int) -> bool:
    """Whether a thing to keep is for it: "the medal for the virtual 21k came", "still wearing my tee from the 10k"."""
    at -= 1
    while at > 1 and not items[at].labels & _WHOSE and items[at].labels & _SAYS_WHICH:
        at -= 1
    if at < 2 or not items[at].labels & _WHOSE or items[at].labels & _ARTICLE:
        return False
    return items[at - 1].labels & _FOR != 0 and items[at - 2].labels & (_THING | _PRIZE) != 0


def _is_of_a_crowd(items: Sequence[Item], at: int) -> bool:
    """Whether others are called by how far they run: "back before the 8k crowd", but "in 44 with the 8k crowd"."""
    if at < 2 or at + 1 >= len(items) or not items[at + 1].labels & _CROWD:
        return False
    the, led = items[at - 1].labels, items[at - 2].labels
    return the & _WHOSE != 0 and not the & (_ARTICLE | _SELF) and not led & _ALONG_WITH


def _is_of_a_pastime(post: Post, told: Sequence[int]) -> bool:
    """Whether a game or a chore was a marathon, or has a best: "Uno marathon", "PB for the crossword: 4:12"."""
    if told and "named" in post.items[told[0]].meanings:
        return any(item.labels & _GAME for item in post.items[max(0, told[0] - 2) : told[0]])
    if told or not post.told & _BEST:
        return False
    best = next(at for at, item in enumerate(post.items) if item.labels & _BEST)
    behind = post.items[best + 1 : best + 5]
    leads = any(item.labels & _AT for item in behind[:1])
    return leads and any(item.labels & _GAME for item in behind)


def _is_where_they_met(post: Post, at: int) -> bool:
    """Whether people met or parted at it: "we met at the back of a 20k", "got engaged at the end of a 5k"."""
    led = post.items[max(0, at - 5) : at]
    if len(led) < 5 or not led[-1].labels & _ARTICLE or not led[-2].labels & _OF:
        return False
    return led[0].labels & _AT != 0 and any(i.labels & _MET for i in post.items[: at - 5][-2:])


def _is_a_sitting(post: Post, draft: Draft, at: int) -> bool:
    """Whether something unknown was a marathon of so many hours: "LOTR marathon Saturday, 11 hours"."""
    if not at or "named" not in post.items[at].meanings or post.labels & _OF_ONE_S_OWN:
        return False
    what = post.items[at - 1]
    times = [m.quantity for m in post.cast if m.quantity.labels & DURATIONS]
    hours = [divmod(time.value, _AN_HOUR) for time in times]
    if not hours or any(rest for _, rest in hours) or not what.labels & _PASTIME:
        return False
    raced = isinstance(what, Lexeme) and what.capital  # "Boston marathon, 4 hours"
    return not (raced and all(count in _A_MARATHON for count, _ in hours))


def _was_begun(items: Sequence[Item], at: int) -> bool:
    """Whether it says when in a run something was: "the treadmill broke 30 seconds into my 5k"."""
    return at > 1 and bool(items[at - 1].labels & _UNDER_WAY and items[at - 2].labels & DURATIONS)


def _is_talked_about(items: Sequence[Item], at: int) -> bool:
    """Whether it is only spoken of: "an hour in the cafe talking about the 10k"."""
    at -= 1
    at -= at > 0 and items[at].labels & _WHOSE != 0
    return at >= 0 and items[at].labels & _SPEAKS_OF != 0


def _is_entered(items: Sequence[Item], at: int) -> bool:
    """Whether somebody put themselves down for it: "10k entered 😬", but not "10k entered the park"."""
    if at + 1 >= len(items) or not items[at + 1].labels & _ENTERED:
        return False
    return not any(item.labels & _ARTICLE for item in items[at + 2 : at + 3])


def _is_a_programme(items: Sequence[Item], at: int) -> bool:
    """Whether it is how far beginners are led: "we had a 0 to 5k course"."""
    if at < 2 or not items[at - 1].labels & _INTO:
        return False
    nought = items[at - 2]
    return isinstance(nought, Quantity) and nought.measure is Measure.NUMBER and not nought.value


def _are_those(items: Sequence[Item], at: int) -> bool:
    """Whether it is how long each of some known runs was: "after all those 20 milers"."""
    return at > 0 and items[at].labels & _MANY != 0 and items[at - 1].labels & _THOSE != 0


def _is_one_or_more(items: Sequence[Item], at: int) -> bool:
    """Whether it is one of a few that nobody counts: "a parkrun or two"."""
    behind = items[at + 1 : at + 3]
    if len(behind) < 2 or not behind[0].labels & _OR:
        return False
    number = behind[1]
    return (
        isinstance(number, Quantity)
        and number.measure is Measure.NUMBER
        and 1 < number.value <= _A_FEW
    )
