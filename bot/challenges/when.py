"""Reads a day that an organizer types: 1 Jan, tomorrow, next Monday, 31.12., in two weeks, end of January.

Pure: the day it is in the club comes in, a date comes out, and what cannot be meant is refused with a sentence.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from bot import almanac
from bot.errors import Refusal
from bot.texts import clean

TYPED_SHOWN = 40
FARTHEST_YEARS = 10

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_COUNT = rf"(?P<count>\d{{1,3}}|an?|{'|'.join(_NUMBERS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_SPAN = {"day": 1, "week": 7, "fortnight": 14}
_FILLERS = re.compile(r"^(?:on|from|by|until|till|to|the)\s+")


class DayUnread(Refusal):
    """What was typed names no day."""

    key: ClassVar[str] = "dates.unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class DayAmbiguous(Refusal):
    """3/4 is the third of April to some and the fourth of March to others."""

    key: ClassVar[str] = "dates.ambiguous"

    def __init__(self, typed: str, one: date, other: date) -> None:
        super().__init__(
            typed=clean.words(typed, TYPED_SHOWN), one=_written(one), other=_written(other)
        )


class NoSuchDay(Refusal):
    """The year named or meant has no such day, such as 29 February or 31 April."""

    key: ClassVar[str] = "dates.no_such_day"

    def __init__(self, day: int, month: int, year: int) -> None:
        super().__init__(day=day, month=_MONTHS[month - 1].capitalize(), year=year)


@dataclass(frozen=True, slots=True)
class _Now:
    today: date
    since: date
    last: bool


def day_named(text: str, *, today: date, since: date, last: bool = False) -> date:
    """The day that `text` names, seen from `today` in the club.

    A day without a year is the first such one on or after `since`, the earliest that can be meant. Of a whole
    week, month or year the first day is meant, or the last with `last`; "4 weeks" then ends four weeks that
    begin with `since`. Raises DayUnread, DayAmbiguous and NoSuchDay.
    """
    words = " ".join(text.casefold().replace(",", " ").replace("’", "'").split())
    while (shorter := _FILLERS.sub("", words)) != words:
        words = shorter
    now = _Now(today, since, last)
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(words):
            return _sane(read(match, now), now, text)
    raise DayUnread(text)


def _sane(found: date, now: _Now, text: str) -> date:
    if abs(found.year - now.today.year) > FARTHEST_YEARS:
        raise DayUnread(text)
    return found


def _named(match: re.Match[str], now: _Now) -> date:
    return now.today + timedelta(days={"today": 0, "now": 0, "tomorrow": 1}.get(match[0], 2))


def _numeric(match: re.Match[str], now: _Now) -> date:
    return _on(int(match["day"]), int(match["m"]), match["year"], now, match[0])


def _slashed(match: re.Match[str], now: _Now) -> date:
    one, other = int(match["one"]), int(match["other"])
    if other > 12:
        one, other = other, one
    found = _on(one, other, match["year"], now, match[0])
    if one <= 12 and one != other:
        raise DayAmbiguous(match[0], found, _on(other, one, match["year"], now, match[0]))
    return found


def _worded(match: re.Match[str], now: _Now) -> date:
    return _on(int(match["day"]), _month_of(match), match["year"], now, match[0])


def _of_this_month(match: re.Match[str], now: _Now) -> date:
    """The 15th: the first one from `since` on, in a month that has it."""
    day, first = int(match["day"]), now.since.replace(day=1)
    if not 1 <= day <= 31:
        raise DayUnread(match[0])
    while monthrange(first.year, first.month)[1] < day or first.replace(day=day) < now.since:
        first = _months_on(first, 1)
    return first.replace(day=day)


def _of_next_month(match: re.Match[str], now: _Now) -> date:
    first = _months_on(now.today.replace(day=1), 1)
    return _on(int(match["day"]), first.month, str(first.year), now, match[0])


def _weekday(match: re.Match[str], now: _Now) -> date:
    ahead = (_DAYS.index(match["weekday"][:3]) - now.today.weekday()) % 7
    if match["next"] and ahead == 0:
        ahead = 7
    return now.today + timedelta(days=ahead)


def _weekday_next_week(match: re.Match[str], now: _Now) -> date:
    monday = almanac.week_of(now.today) + timedelta(weeks=1)
    return monday + timedelta(days=_DAYS.index(match["weekday"][:3]))


def _ahead(match: re.Match[str], now: _Now) -> date:
    count = _count_of(match)
    if match["unit"] == "month":
        return _months_on(now.today, count)
    return now.today + timedelta(days=count * _SPAN[match["unit"]])


def _lasting(match: re.Match[str], now: _Now) -> date:
    """4 weeks, for 30 days: so long from `since` on, which only an end can mean."""
    if not now.last:
        return _ahead(match, now)
    count = _count_of(match)
    if match["unit"] == "month":
        return _months_on(now.since, count) - timedelta(days=1)
    return now.since + timedelta(days=count * _SPAN[match["unit"]] - 1)


def _part_of_month(match: re.Match[str], now: _Now) -> date:
    first = _on(1, _month_of(match), match["year"], now, match[0], length=31)
    return _part(match["part"], first, _months_on(first, 1), now)


def _part_of_span(match: re.Match[str], now: _Now) -> date:
    """End of the month, next week, this year."""
    steps = 1 if match["which"] == "next" else 0
    if match["unit"] == "week":
        first = almanac.week_of(now.today) + timedelta(weeks=steps)
        return _part(match["part"], first, first + timedelta(weeks=1), now)
    months = 12 if match["unit"] == "year" else 1
    first = now.today.replace(day=1) if months == 1 else now.today.replace(month=1, day=1)
    first = _months_on(first, months * steps)
    return _part(match["part"], first, _months_on(first, months), now)


def _part(part: str | None, first: date, after: date, now: _Now) -> date:
    last = after - timedelta(days=1)
    if part is None:
        return last if now.last else first
    if part.startswith("mid"):
        return first + (last - first) // 2
    return last if part.startswith("end") else first


def _new_year(match: re.Match[str], now: _Now) -> date:
    day, month = (31, 12) if "eve" in match[0] else (1, 1)
    return _on(day, month, None, now, match[0])


def _on(
    day: int, month: int, year: str | None, now: _Now, typed: str, *, length: int | None = None
) -> date:
    """That day; without a year, in the first year in which it (or `length` days from it) is not before `since`."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise DayUnread(typed)
    if year is not None:
        return _made(day, month, int(year) + (2000 if len(year) == 2 else 0), typed)
    last = day if length is None else length
    is_over = (month, last) < (now.since.month, now.since.day)
    return _made(day, month, now.since.year + is_over, typed)


def _made(day: int, month: int, year: int, typed: str) -> date:
    if not 1 <= year < date.max.year - FARTHEST_YEARS:
        raise DayUnread(typed)
    if day > monthrange(year, month)[1]:
        raise NoSuchDay(day, month, year)
    return date(year, month, day)


def _months_on(day: date, count: int) -> date:
    """So many months later, on the same day of the month or the last one that there is."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_of(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3]) + 1


def _count_of(match: re.Match[str]) -> int:
    count = match["count"]
    if count.isdecimal():
        return int(count)
    return _NUMBERS.index(count) + 1 if count in _NUMBERS else 1


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()}"


_PART = r"(?P<part>end|start|begin(?:ning)?|mid(?:dle)?)(?: of|-)? ?(?:the )?"
_UNIT = r"(?P<unit>day|week|fortnight|month)s?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Now], date]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (r"today|now|tomorrow|(?:the )?day after tomorrow", _named),
        (r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})", _numeric),
        (r"(?P<day>\d{1,2})\. ?(?P<m>\d{1,2})(?:\. ?(?P<year>\d{4}|\d{2})?)?", _numeric),
        (r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})(?:[/-](?P<year>\d{4}|\d{2}))?", _slashed),
        (rf"{_DAY}\.?(?: of)? {_MONTH}\.?(?: {_YEAR})?", _worded),
        (rf"{_MONTH}\.?(?: the)? {_DAY}(?: {_YEAR})?", _worded),
        (rf"{_DAY} (?:of )?next month", _of_next_month),
        (r"(?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?:this|the) month)?", _of_this_month),
        (rf"(?:this |coming |(?P<next>next ))?{_WEEKDAY}", _weekday),
        (rf"{_WEEKDAY} next week", _weekday_next_week),
        (rf"next week (?:on )?{_WEEKDAY}", _weekday_next_week),
        (rf"in {_COUNT} {_UNIT}(?:'s? time)?", _ahead),
        (rf"{_COUNT} {_UNIT} from (?:now|today)", _ahead),
        (rf"(?:for )?{_COUNT} {_UNIT}", _lasting),
        (rf"(?:{_PART})?{_MONTH}(?: {_YEAR})?", _part_of_month),
        (rf"(?:{_PART})?(?:(?P<which>this|next) )?(?P<unit>week|month|year)", _part_of_span),
        (r"new year(?:'s)?(?: day| eve)?", _new_year),
    )
)
