"""Zones, local days, weeks and instants: the calendar that every date in a club stands on."""

import functools
import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata

# The system's own database differs from the pinned one in some zones; one truth for every machine.
zoneinfo.reset_tzpath(to=[])

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
WEEK = timedelta(days=7)
_DAYS = tuple(timedelta(days=number) for number in range(7))
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})|\s*h)?\s*([ap]\.?\s?m\.?)?", re.I)


def zones_version() -> str:
    """The version of the time zone data, such as "2026f"."""
    return str(tzdata.IANA_VERSION)


@functools.cache
def zone_names() -> frozenset[str]:
    """Every zone a club or a member may choose, such as "Europe/Berlin"."""
    return frozenset(
        name for name in zoneinfo.available_timezones() if "/" in name or name in {"UTC", "GMT"}
    )


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that name, or None when there is none."""
    return ZoneInfo(name) if name in zone_names() else None


def zones_like(words: str, *, limit: int = 25) -> list[str]:
    """Zone names that hold all of `words`, those whose city begins with them first."""
    wanted = words.casefold().replace(" ", "_").split("_")
    found = [name for name in zone_names() if all(word in name.casefold() for word in wanted)]
    start = "_".join(wanted)
    return sorted(
        found, key=lambda name: (not name.casefold().rpartition("/")[2].startswith(start), name)
    )[:limit]


@functools.cache
def latitude(zone: str) -> float | None:
    """How many degrees a zone's city lies north of the equator; negative to the south, None when not known."""
    return _latitudes().get(zone)


@functools.cache
def _latitudes() -> dict[str, float]:
    text = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[2]: _degrees(row[1]) for row in rows}


def _degrees(place: str) -> float:
    """Of "+5230+01322" or "-335152+1511235": degrees and minutes of the first half."""
    sign = -1 if place.startswith("-") else 1
    return sign * (int(place[1:3]) + int(place[3:5]) / 60)


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """The date that a clock on a wall in `zone` shows at `instant`."""
    return instant.astimezone(zone).date()


def wall_to_instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant at which clocks in `zone` show the naive `wall`.

    In a gap it is later by the length of the gap; in an overlap it is the first of the two (PEP 495, fold=0).
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The UTC instant at which `day` begins in `zone`; 01:00 local where midnight is skipped."""
    return wall_to_instant(datetime.combine(day, time()), zone)


def week_of(day: date, *, start: int = MONDAY) -> date:
    """The first day of the week that holds `day`; `start` is a weekday, Monday 0 to Sunday 6."""
    return day - _DAYS[(day.weekday() - start) % 7]


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of a club, which may have changed the day they begin on.

    `turns` are the days, in order, from which weeks begin on that day's weekday; before the first it is Monday.
    """

    turns: tuple[date, ...] = ()

    def first(self, day: date) -> date:
        """The first day of the week that holds `day`, by which the week is named."""
        if not self.turns:
            return week_of(day)
        before = [turn for turn in self.turns if turn <= day]
        first = week_of(day, start=before[-1].weekday() if before else MONDAY)
        # The days between the last whole week and a turn lengthen that week.
        if any(timedelta(0) < turn - first < WEEK for turn in self.turns):
            first -= WEEK
        return first

    def last(self, day: date) -> date:
        """The last day of the week that holds `day`."""
        return self.span(day)[1]

    def span(self, day: date) -> tuple[date, date]:
        """The first and the last day of the week that holds `day`."""
        first = self.first(day)
        if not self.turns:
            return first, first + _DAYS[6]
        over = [turn for turn in self.turns if WEEK <= turn - first < 2 * WEEK]
        return first, (over[0] if over else first + WEEK) - _DAYS[1]

    @property
    def start(self) -> int:
        """The weekday that weeks begin on, as last chosen."""
        return self.turns[-1].weekday() if self.turns else MONDAY

    def starting_on(self, weekday: int, *, today: date) -> "Weeks":
        """The same weeks, beginning on `weekday` after the running one, which is lengthened to at most 13 days."""
        first = self.first(today)
        begun = tuple(turn for turn in self.turns if turn <= first)
        longer_by = (weekday - first.weekday()) % 7
        return Weeks((*begun, first + WEEK + timedelta(days=longer_by)) if longer_by else begun)


def time_of_day(typed: str) -> time | None:
    """ "8", "08:00", "8.30", "8 pm", "20h15"; None for what is no time, 24:00 among it."""
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of each day by the clocks of a zone, over midnight where they end before they begin; never a whole day."""

    begin: time
    end: time

    def until(self, instant: datetime, zone: ZoneInfo) -> datetime | None:
        """The UTC instant at which the hours that hold `instant` end; None outside of them."""
        end = None
        while (later := self._end_of(end or instant, zone)) is not None:
            end = later  # where a gap moves an end, the next hours may have begun by then
        return end

    def _end_of(self, instant: datetime, zone: ZoneInfo) -> datetime | None:
        today = local_day(instant, zone)
        days = timedelta(days=int(self.end < self.begin))
        for day in (today - timedelta(days=2), today - timedelta(days=1), today):
            begin = wall_to_instant(datetime.combine(day, self.begin), zone)
            end = wall_to_instant(datetime.combine(day + days, self.end), zone)
            if begin <= instant < end:
                return end
        return None

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}–{self.end:%H:%M}"


def hours(typed: str) -> Hours | None:
    """ "22-7", "22:00–07:00", "10pm to 7am"; None for what is no hours, or all of a day."""
    if not typed:
        return None
    parts = re.split(r"\s*(?:[-–—]|to|till|until)\s*", typed.strip().casefold())
    times = [time_of_day(part) for part in parts]
    begin, end = times if len(times) == 2 else (None, None)
    return Hours(begin, end) if begin and end and begin != end else None


def to_ms(instant: datetime) -> int:
    """Whole milliseconds since 1970 UTC, as instants are stored."""
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The aware UTC instant of a stored one."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
