"""The calendar heat map: a column a week, a square a day, five steps of colour."""

from datetime import date, timedelta
from math import ceil

from bot.render.look import INNER, LABEL, MARGIN, NOTE
from bot.render.model import Calendar
from bot.render.svg import Sheet
from bot.render.text import fit

_DAYS = 7
_GAP = 0.16
"""Between two squares, in parts of a square."""
_WIDEST = 36
"""A square's side and gap at most, so that a short calendar does not become huge."""
_LONGEST = 32
"""Weeks side by side at most; a year takes two rows, whose squares a phone still shows."""


def draw(sheet: Sheet, calendar: Calendar, y: float) -> float:
    """The calendar from `y` down; gives where it ends."""
    if calendar.title:
        sheet.words(calendar.title, MARGIN, y + 24, LABEL, width=INNER, fill=sheet.palette.soft)
        y += 44
    steps = levels(calendar.metres)
    weeks = max(ceil(len(steps) / _DAYS), 1)
    rows = ceil(weeks / _LONGEST)
    wide = ceil(weeks / rows)
    for row in range(rows):
        first = calendar.first + timedelta(weeks=row * wide)
        shown = steps[row * wide * _DAYS : (row + 1) * wide * _DAYS]
        y = _row(sheet, calendar.months, first, shown, wide, y + (18 if row else 0))
    return y


def _row(
    sheet: Sheet, months: tuple[str, ...], first: date, shown: list[int], weeks: int, y: float
) -> float:
    """So many weeks side by side and the months beneath."""
    step = min((INNER + _GAP * INNER / weeks) / weeks, _WIDEST)
    side = step * (1 - _GAP)
    for place, level in enumerate(shown):
        column, day = divmod(place, _DAYS)
        x = MARGIN + column * step
        fill = sheet.palette.heat[level]
        if level:
            sheet.box(x, y + day * step, side, side, fill, corner=side / 4)
        else:
            sheet.plain_square(x, y + day * step, side, fill)
    y += _DAYS * step
    _months(sheet, months, first, len(shown), step, y + 24)
    return y + 30


def levels(metres: tuple[int | None, ...]) -> list[int]:
    """0 for a day without a run, else 1 to 4, measured by the days of the same calendar.

    A day that nine of ten active days do not pass is a full one, so that one marathon does not pale the rest.
    """
    active = sorted(m for m in metres if m is not None)
    full = max(active[(len(active) * 9) // 10 - (len(active) > 9)], 1) if active else 1
    return [0 if m is None else 1 + min(4 * m // (full + 1), 3) for m in metres]


def _months(
    sheet: Sheet, months: tuple[str, ...], first: date, days: int, step: float, y: float
) -> None:
    """Each month's name under the week in which it begins, where there is room."""
    free = float(MARGIN)
    for week in range(ceil(days / _DAYS)):
        month = _month_that_begins(first + timedelta(weeks=week), days - week * _DAYS)
        if month:
            name = fit(months[month - 1], NOTE, INNER)
            x = min(MARGIN + week * step, MARGIN + INNER - name.width)
            if x >= free:
                sheet.line(name, x, y, fill=sheet.palette.soft)
                free = x + name.width + 12


def _month_that_begins(first: date, days: int) -> int:
    """The month whose first day is among so many days of the week from `first` on, or 0."""
    last = first + timedelta(days=min(days, _DAYS) - 1)
    return last.month if last.day <= min(days, _DAYS) else 0
