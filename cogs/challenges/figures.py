"""How amounts, days and money of challenges are written."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import discord

from bot import almanac, texts
from bot.texts import figures

CELLS = 12
FULL, EMPTY = "▰", "▱"


def amount(value: int, unit: str, units: str) -> str:
    """ "62 km", "20 h 30 min", "30 runs"; `unit` is a metric or "weeks", `units` km or miles."""
    if unit == "distance":
        return figures.distance(value, units)
    if unit == "time":
        return _time(value)
    key = "one" if value == 1 else "many"
    return texts.say(f"challenge_cards.{unit}_{key}", count=f"{value:,}")


def counted_of(counted: int, goal: int, unit: str, units: str) -> tuple[str, str]:
    """What was reached and what is wanted, the unit said once where it is the same word."""
    wanted = amount(goal, unit, units)
    if unit == "time":
        return amount(counted, unit, units), wanted
    if unit != "distance":
        return f"{counted:,}", wanted
    size = figures.MILE_M if units == "mi" else 1000 if wanted.endswith(" km") else 1
    return f"{counted / size:,.2f}".rstrip("0").rstrip("."), wanted


def bar(percent: int) -> str:
    """A drawn bar; something that has begun shows, and only what is reached is full."""
    cells = max(min(percent * CELLS // 100, CELLS), int(percent > 0))
    return FULL * cells + EMPTY * (CELLS - cells)


def day(when: date, *, today: date) -> str:
    """ "31 Jan", with the year where it is another than that of `today`."""
    written = f"{when.day} {figures.MONTHS[when.month - 1]}"
    return written if when.year == today.year else f"{written} {when.year}"


def moment(when: datetime, style: discord.utils.TimestampStyle = "R") -> str:
    """An instant that every reader sees in their own zone."""
    return discord.utils.format_dt(when, style)


def beginning(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which the day begins."""
    return almanac.start_of_day(day, zone)


def money(cents: int, currency: str) -> str:
    """ "€62.50", "62 CHF": the sign before, a word behind."""
    whole, rest = divmod(cents, 100)
    written = f"{whole:,}.{rest:02}" if rest else f"{whole:,}"
    return f"{written} {currency}" if currency.isalpha() else f"{currency}{written}"


def _time(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    key = "hours_minutes" if hours and minutes else "hours" if hours else "minutes"
    return texts.say(f"challenge_cards.{key}", hours=f"{hours:,}", minutes=minutes)


def typed(value: int, unit: str, units: str) -> str:
    """An amount as somebody types it, so that a form read back means the same."""
    if unit == "distance":
        size = figures.MILE_M if units == "mi" else 1000
        return f"{value / size:.3f}".rstrip("0").rstrip(".") + f" {units}"
    if unit == "time":
        return f"{value // 3600} h" if value % 3600 == 0 else f"{value // 60} min"
    return f"{value} {unit}"


def days_before(day: date, count: int) -> date:
    """The day so many days earlier."""
    return day - timedelta(days=count)
