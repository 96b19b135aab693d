"""When the next month's challenge is; pure."""

from calendar import monthrange
from datetime import date, timedelta


def next_month(first: date, last: date) -> tuple[date, date]:
    """The days a month later: whole months follow whole months, any others keep their length.

    A day that the next month does not have becomes its last one.
    """
    begins = _later(first)
    if first.day == 1 and _is_last(last):
        months = (last.year - first.year) * 12 + last.month - first.month
        end = begins
        for _ in range(months):
            end = _later(end)
        return begins, end.replace(day=monthrange(end.year, end.month)[1])
    return begins, begins + (last - first)


def _later(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
