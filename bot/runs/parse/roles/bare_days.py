"""Tells by its day that a number without a unit, at the head of a post, is how far somebody ran."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import MARK

_ON, _AT, _AND = any_of("on"), any_of("at"), any_of("and", "join")
_WEEKDAY, _PART_OF_DAY = any_of("weekday"), any_of("times")
_WITH = any_of("alongside", "accompanied", "with_it")
_GOING_ON = MARK | _WITH | any_of("circuit", "ground_lead", "way_along")
_OVER_GROUND = any_of("outdoors", "ground", "run_noun", "circuit", "kinds")
_OUT, _THERE, _BODY = any_of("way_out"), any_of("there"), any_of("body")
_PAST = any_of("looks_back", "guess.past", "did", "strong_did")
_NO_RUN = any_of(
    *("plan", "goal", "question", "invite", "announce", "to_come", "price", "deal", "energy"),
    *("sport", "travel", "age", "month", "then", "outing"),
)
_MORE = any_of("further")
_COMPANY = any_of("pet", "person", "name", "bunch", "tags.with_others", "with_me")
_RUNNING = any_of("run_noun", "run_word", "body", "kinds", "tags.group")
_FEWEST, _FARTHEST = 3, 30
_MOST_TWICE = 15
_KILOMETRE = 1000.0
_PACES = {True: (210, 480), False: (360, 780)}
"""Seconds that a kilometre takes, and a mile."""


def is_of_a_weekday(items: Sequence[Item], place: int) -> bool:
    """Whether a number on a weekday led over ground, and that is over: "10 on Monday, all gorge. Ate at the turn"."""
    if place or len(items) < 5 or not (items[1].labels & _ON and items[2].labels & _WEEKDAY):
        return False
    number, day, behind = items[0], items[2], items[3:]
    if not isinstance(number, Quantity) or not _FEWEST <= number.value <= _FARTHEST:
        return False
    if not isinstance(day, Quantity) or day.value >= 0 or not behind[0].labels & _GOING_ON:
        return False
    told = joined([item.labels for item in behind])
    if told & _NO_RUN or not told & _OVER_GROUND:
        return False
    return bool(told & _PAST or behind[0].labels & _WITH)


def is_paced_on_a_day(
    items: Sequence[Item], member: Cast, cast: Sequence[Cast], unit: float
) -> bool:
    """Whether a day stands between a number and its pace: "6 today @ 9:15. Saw Earl out there"."""
    at = member.place
    if at or not unit or len(items) < 4 or not items[1].labels & DAYS:
        return False
    day, pace = items[1], next((one.quantity for one in cast if one.place == 3), None)
    if not items[2].labels & _AT or pace is None or pace.measure is not Measure.CLOCK:
        return False
    slowest = _PACES[unit == _KILOMETRE]
    if not isinstance(day, Quantity) or day.value > 0 or not _lies(pace.options[0], *slowest):
        return False
    may_be_an_hour = pace.options[0] % 300 == 0 or pace.options[0] % 60 in (0, 15, 30, 45)
    told = joined([item.labels for item in items[4:]])
    return not may_be_an_hour or bool(told & _PAST and _is_outside(told))


def _is_outside(told: Labels) -> bool:
    """Whether the ground, the body or an "out there" is told."""
    return told & (_OVER_GROUND | _BODY) != 0 or bool(told & _OUT and told & _THERE)


def _lies(value: float, least: float, most: float) -> bool:
    return least <= value <= most


def are_of_two_times(items: Sequence[Item], cast: Sequence[Cast]) -> bool:
    """Whether two numbers are runs of two times of a day, in company: "3 this morning and 2 more tonight with Rex"."""
    numbers = [m for m in cast if m.quantity.measure is Measure.NUMBER]
    if len(numbers) != 2 or numbers[0].place or any(m.role is Role.DISTANCE for m in cast):
        return False
    first, second = numbers
    between, behind = items[1 : second.place], items[second.place + 1 :]
    if len(between) != 2 or not _is_a_time_gone(between[0]) or not between[1].labels & _AND:
        return False
    behind = behind[1:] if behind and behind[0].labels & _MORE else behind
    if (
        not behind
        or not _is_a_time_gone(behind[0])
        or max(first.quantity.value, second.quantity.value) > _MOST_TWICE
    ):
        return False
    told = joined([item.labels for item in behind[1:4]])
    return bool(told & _RUNNING or (told & _WITH and told & _COMPANY))


def _is_a_time_gone(item: Item) -> bool:
    """Whether it is a time of today or of a day before."""
    return isinstance(item, Quantity) and item.labels & _PART_OF_DAY != 0 and item.value <= 0
