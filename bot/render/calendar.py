"""The calendar heat map: a column a week, a square a day, five steps of colour."""

from datetime import date, timedelta
from math import ceil

from bot.render.look import INNER, LABEL, MARGIN, NOTE
from bot.render.model import Calendar
from bot.render.svg import Sheet

_DAYS = 7
_GAP = 0.16
"""Between two squares, in parts of a square."""
_WIDEST = 36
"""A square's side and gap at most, so that a short calendar does not become huge."""


def draw(sheet: Sheet, calendar: Calendar, y: float) -> float:
    """The calendar from `y` down; gives where it ends."""
    colours = sheet.palette.heat
    if calendar.title:
        sheet.words(calendar.title, MARGIN, y + 24, LABEL, width=INNER, fill=sheet.palette.soft)
        y += 44
    weeks = max(ceil(len(calendar.metres) / _DAYS), 1)
    step = min((INNER + _GAP * INNER / weeks) / weeks, _WIDEST)
    side = step * (1 - _GAP)
    for place, level in enumerate(levels(calendar.metres)):
        column, row = divmod(place, _DAYS)
        sheet.box(
            MARGIN + column * step, y + row * step, side, side, colours[level], corner=side / 4
        )
    y += _DAYS * step
    _months(sheet, calendar, weeks, step, y + 24)
    return y + 30


def levels(metres: tuple[int | None, ...]) -> list[int]:
    """0 for a day without a run, else 1 to 4, measured by the days of the same calendar.

    A day that nine of ten active days do not pass is a full one, so that one marathon does not pale the rest.
    """
    active = sorted(m for m in metres if m is not None)
    full = max(active[(len(active) * 9) // 10 - (len(active) > 9)], 1) if active else 1
    return [0 if m is None else 1 + min(4 * m // (full + 1), 3) for m in metres]


def _months(sheet: Sheet, calendar: Calendar, weeks: int, step: float, y: float) -> None:
    """Each month's name under the week in which it begins, where there is room."""
    free = float(MARGIN)
    for week in range(weeks):
        first = calendar.first + timedelta(days=_DAYS * week)
        month = _month_that_begins(first)
        x = MARGIN + week * step
        if month and x >= free and x < MARGIN + INNER - 40:
            name = calendar.months[month - 1]
            width = sheet.words(name, x, y, NOTE, width=MARGIN + INNER - x, fill=sheet.palette.soft)
            free = x + width + 12


def _month_that_begins(first: date) -> int:
    """The month whose first day lies in the week from `first` on, or 0."""
    last = first + timedelta(days=_DAYS - 1)
    return last.month if last.day <= _DAYS else 0
