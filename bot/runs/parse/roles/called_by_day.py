"""Tells of numbers without a unit that are called by their day: "Sunday's 14 took me past the mill"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, Item, Quantity
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

_CALLED = any_of("kinds", "effort", "adjective", "described")
_FELT_OR_MET = any_of("tags", "moods", "adjective", "body", "elements", "weather")
_WAS = any_of("looks_back")
_PAST, _LITTLE = any_of("looks_back", "guess.past"), any_of("about", "guess.adverb")
_OF_NO_RUN = any_of(
    *("no_run", "to_come", "plan", "goal", "question", "invite", "announce", "watching", "money"),
    *("person", "thing", "of", "sport", "month", "price", "copula", "travel"),
)
_WITH, _ALONG = any_of("accompanied"), any_of("ground_lead")
_COMPANY = any_of("name", "bunch", "pet", "tags.group")
_SKY, _ARTICLE = any_of("weather", "tags.heat", "tags.cold"), any_of("article")
_FEWEST, _FARTHEST = 3, 60
_MOST_WORDS = 7


def is_called_by_its_day(items: Sequence[Item], place: int) -> bool:
    """Whether a number is a run that a day owns, and it is told how it was: "Friday's 7 was windy"."""
    day = place - 1
    while day > 0 and items[day].labels & _CALLED:
        day -= 1
    if day < 0 or not _owns(items[day]) or (day and not items[day - 1].labels & MARK):
        return False
    behind = _sentence(items, place)
    while behind and behind[0].labels & _LITTLE and not behind[0].labels & _PAST:
        behind = behind[1:]
    if not _may_be_so_far(items[place]) or not behind or not behind[0].labels & _PAST:
        return False
    told = joined([item.labels for item in behind])
    if told & _OF_NO_RUN:
        return False
    if " " in behind[0].text:
        return True  # "nearly broke me", "took me"
    return behind[0].labels & _WAS != 0 and told & _FELT_OR_MET != 0


def is_what_a_day_was(items: Sequence[Item], place: int) -> bool:
    """Whether a weekday that was a number, over ground and in company: "Sat was a big 31 w Wes round the lake"."""
    if not 3 <= place <= _MOST_WORDS or not items[0].labels & DAYS:
        return False
    if not items[1].labels & _WAS or not items[2].labels & _ARTICLE:
        return False
    behind, day = _sentence(items, place), items[0]
    if not isinstance(day, Quantity) or day.value >= 0 or not _may_be_so_far(items[place]):
        return False
    if joined([item.labels for item in items[2:]]) & (_SKY | _OF_NO_RUN):
        return False
    accompanied = [
        at
        for at, item in enumerate(behind[:-1])
        if item.labels & _WITH and (behind[at + 1].labels & _COMPANY or is_name(behind[at + 1]))
    ]
    return bool(accompanied) and any(item.labels & _ALONG for item in behind)


def _owns(item: Item) -> bool:
    """Whether it is a day that is over with its apostrophe: "Sunday's", "yesterday's"."""
    return isinstance(item, Quantity) and item.value < 0 and item.text.endswith(("'s", "’s"))


def _may_be_so_far(item: Item) -> bool:
    return isinstance(item, Quantity) and _FEWEST <= item.value <= _FARTHEST


def _sentence(items: Sequence[Item], place: int) -> Sequence[Item]:
    """What stands behind a place up to the next mark."""
    end = place + 1
    while end < len(items) and not items[end].labels & MARK:
        end += 1
    return items[place + 1 : end]
