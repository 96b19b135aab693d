"""How distances, times, paces and days are written, in the reader's units."""

from datetime import date, timedelta

MILE_M = 1609.344
_YARD_M = 0.9144
_LEAST_MI_M = 16
"""What is shorter would be written as 0 or 0.01 mi."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHOLE_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def distance(metres: int, units: str) -> str:
    """ "5 km", "12.34 km", "400 m"; "3.11 mi" or "3 yd" for `units` "mi"."""
    if units == "mi":
        if metres < _LEAST_MI_M:
            return f"{round(metres / _YARD_M)} yd"
        return f"{_trimmed(metres / MILE_M)} mi"
    return f"{metres} m" if metres < 1000 else f"{_trimmed(metres / 1000)} km"


def _trimmed(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def duration(seconds: int) -> str:
    """ "24:30", or "1:12:30" from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def hours(seconds: int) -> str:
    """Much time in few signs: "45 min", "9 h 05", and from a hundred hours on "112 h"."""
    whole, minutes = divmod(seconds // 60, 60)
    if not whole:
        return f"{minutes} min"
    return f"{whole:,} h" if whole >= 100 else f"{whole} h {minutes:02}"


def pace(metres: int, seconds: int, units: str) -> str:
    """ "4:54/km", or "7:53/mi" for `units` "mi"."""
    unit_m = MILE_M if units == "mi" else 1000
    return f"{duration(round(seconds * unit_m / metres))}/{units}"


def day(when: date, *, today: date) -> str:
    """ "today", "yesterday", "Monday", and from a week back "16 Nov" or "16 Nov 2025"."""
    back = (today - when).days
    if back in (0, 1):
        return "yesterday" if back else "today"
    if 1 < back < 7:
        return _DAYS[when.weekday()]
    return date_of(when, today=today)


def date_of(when: date, *, today: date) -> str:
    """ "16 Nov", or "16 Nov 2025" in another year than `today`."""
    written = f"{when.day} {MONTHS[when.month - 1]}"
    return written if when.year == today.year else f"{written} {when.year}"


def month(when: date, *, year: int) -> str:
    """ "May" for a day in `year`, else "May 2025"."""
    name = _WHOLE_MONTHS[when.month - 1]
    return name if when.year == year else f"{name} {when.year}"


def weekday(number: int) -> str:
    """ "Monday" for 0 to "Sunday" for 6."""
    return _DAYS[number]


def weekday_named(word: str) -> int | None:
    """The weekday that `word` begins, such as "mon" or "Friday", Monday 0; None for any other word."""
    fitting = [n for n, name in enumerate(_DAYS) if name.casefold().startswith(word.casefold())]
    return fitting[0] if len(fitting) == 1 else None


def span(first: date, last: date) -> str:
    """ "16 – 22 Nov 2026", "28 Dec 2026 – 3 Jan 2027"; a whole month is "Nov 2026", a whole year "2026"."""
    ends = last + timedelta(days=1)
    if first.day == 1 and ends.day == 1 and first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year}"
    begun = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begun = f"{begun} {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begun = f"{begun} {first.year}"
    return f"{begun} – {last.day} {MONTHS[last.month - 1]} {last.year}"
