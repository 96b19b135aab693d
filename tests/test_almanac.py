"""Zones, local days and weeks."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import almanac
from bot.almanac import Weeks

# Zone, wall time, kind, UTC instant, local result: gaps, overlaps, skipped days and changes of rule (IANA 2026f).
HARD = json.loads(Path(__file__).with_name("zones.json").read_text("utf-8"))


@pytest.mark.parametrize(("zone", "wall", "kind", "instant", "local"), HARD)
def test_wall_time_becomes_the_right_instant(zone, wall, kind, instant, local):
    """A wall time in a gap lands after it, and in an overlap on the first of the two."""
    place, planned = ZoneInfo(zone), datetime.fromisoformat(wall)
    found = almanac.wall_to_instant(planned, place)
    assert found == datetime.fromisoformat(instant)
    assert found.astimezone(place).isoformat() == local
    assert (found.astimezone(place).replace(tzinfo=None) != planned) == kind.startswith("gap")


def test_a_day_begins_where_midnight_is_skipped():
    """A day without a midnight begins at one o'clock."""
    zone = almanac.zone_named("America/Santiago")
    assert almanac.start_of_day(date(2026, 9, 6), zone) == datetime(2026, 9, 6, 4, tzinfo=UTC)


def test_a_local_day_is_the_one_on_the_wall():
    """The same instant is another day on the other side of the world."""
    instant = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    assert almanac.local_day(instant, almanac.zone_named("Asia/Tokyo")) == date(2026, 11, 19)
    assert almanac.local_day(instant, almanac.zone_named("America/New_York")) == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("day", "monday", "sunday"),
    [
        ("2026-12-27", "2026-12-21", "2026-12-27"),
        ("2027-01-01", "2026-12-28", "2026-12-27"),
        ("2027-01-03", "2026-12-28", "2027-01-03"),
        ("2024-12-30", "2024-12-30", "2024-12-29"),
    ],
)
def test_a_week_is_named_by_its_first_day(day, monday, sunday):
    """A week across New Year is one week, whichever day it starts on."""
    when = date.fromisoformat(day)
    assert almanac.week_of(when).isoformat() == monday
    assert almanac.week_of(when, start=almanac.SUNDAY).isoformat() == sunday


@given(st.dates(), st.integers(0, 6))
def test_every_day_is_in_its_own_week(day, start):
    """A week begins on its weekday and at most six days before any day in it."""
    if day < date.min + timedelta(days=7):
        return
    first = almanac.week_of(day, start=start)
    assert first.weekday() == start
    assert timedelta(0) <= day - first < timedelta(days=7)


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1)))
def test_an_instant_survives_its_storing(naive):
    """What was stored comes back to the millisecond."""
    instant = naive.replace(tzinfo=UTC, microsecond=naive.microsecond // 1000 * 1000)
    assert almanac.from_ms(almanac.to_ms(instant)) == instant


def test_zones_are_found_by_a_city():
    """A typed city comes first, an unknown one finds nothing, and no alias of a machine is offered."""
    assert almanac.zones_like("berlin")[0] == "Europe/Berlin"
    assert almanac.zones_like("new york") == ["America/New_York"]
    assert almanac.zones_like("atlantis") == []
    assert almanac.zone_named("Mars/Olympus") is None
    assert len(almanac.zones_like("")) == 25


SUNDAYS = Weeks((date(2026, 12, 6),))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-22", "2026-11-16", "2026-11-22"),
        ("2026-11-23", "2026-11-23", "2026-12-05"),
        ("2026-11-30", "2026-11-23", "2026-12-05"),
        ("2026-12-05", "2026-11-23", "2026-12-05"),
        ("2026-12-06", "2026-12-06", "2026-12-12"),
        ("2026-12-20", "2026-12-20", "2026-12-26"),
    ],
)
def test_a_changed_week_start_lengthens_the_running_week(day, first, last):
    """From Monday to Sunday: the week of the change goes on until the Saturday after next."""
    day = date.fromisoformat(day)
    assert SUNDAYS.first(day).isoformat() == first and SUNDAYS.last(day).isoformat() == last
    assert Weeks().starting_on(almanac.SUNDAY, today=date(2026, 11, 25)) == SUNDAYS


def test_choosing_the_same_start_changes_nothing():
    """Who thinks better of it within the week has the old weeks again."""
    today = date(2026, 11, 25)
    assert SUNDAYS.starting_on(almanac.MONDAY, today=today) == Weeks()
    assert Weeks().starting_on(almanac.MONDAY, today=today) == Weeks()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=6),
    st.integers(0, 300),
)
def test_weeks_follow_on_each_other(changes, offset):
    """However often the start changes, every day has one week of at least seven days, and no running week moves."""
    weeks, today = Weeks(), date(2026, 1, 1)
    for wait, start in changes:
        today += timedelta(days=wait)
        before, weeks = weeks, weeks.starting_on(start, today=today)
        running = before.first(today)
        assert weeks.start == start and weeks.first(running) == running
        assert weeks.first(today) == running or today - running >= almanac.WEEK
    day = date(2026, 1, 1) + timedelta(days=offset)
    first, last = weeks.first(day), weeks.last(day)
    assert first <= day <= last and 7 <= (last - first).days + 1 <= 13
    assert weeks.first(last) == first and weeks.first(last + timedelta(days=1)) > last
    assert weeks.last(first - timedelta(days=1)) == first - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22-7", "22:00–07:00"),
        ("22:00–07:00", "22:00–07:00"),
        ("10pm to 7:30am", "22:00–07:30"),
        (" 13.15 - 14 ", "13:15–14:00"),
        ("0-6", "00:00–06:00"),
        ("22:00 until 7", "22:00–07:00"),
        ("7-7", None),
        ("22", None),
        ("22-24:00", None),
        ("22-7-9", None),
        ("late - early", None),
        ("", None),
    ],
)
def test_hours_are_read_as_people_type_them(typed, read):
    """Two times of day with something between; all of a day is no hours, and nothing is guessed."""
    found = almanac.hours(typed)
    assert (found and str(found)) == read
    if found:
        assert almanac.hours(str(found)) == found


@pytest.mark.parametrize(
    ("zone", "now", "until"),
    [
        ("Europe/Berlin", "2026-11-18T22:30+01:00", "2026-11-19T07:00+01:00"),
        ("Europe/Berlin", "2026-11-19T06:59+01:00", "2026-11-19T07:00+01:00"),
        ("Europe/Berlin", "2026-11-19T07:00+01:00", None),
        ("Europe/Berlin", "2026-11-18T21:59+01:00", None),
        ("Europe/Berlin", "2026-03-28T23:00+01:00", "2026-03-29T07:00+02:00"),
        ("Europe/Berlin", "2026-10-24T23:00+02:00", "2026-10-25T07:00+01:00"),
        ("Pacific/Apia", "2011-12-29T23:00-10:00", "2011-12-31T07:00+14:00"),
    ],
)
def test_hours_go_over_midnight_and_over_every_change_of_clocks(zone, now, until):
    """From ten at night the night lasts until seven in the morning, however long that is; from seven on it is over."""
    found = almanac.hours("22-7").until(datetime.fromisoformat(now), ZoneInfo(zone))
    assert found == (until and datetime.fromisoformat(until))


@given(
    begin=st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    end=st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    now=st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1)),
    zone=st.sampled_from(sorted({row[0] for row in HARD})),
)
def test_hours_end_later_and_then_it_is_quiet_no_more(begin, end, now, zone):
    """Whatever the zone, quiet ends after now, within two days, and at its end nothing is held any more."""
    if begin == end:
        return
    hours, place = almanac.Hours(begin, end), ZoneInfo(zone)
    until = hours.until(now.replace(tzinfo=UTC), place)
    if until is not None:
        assert now.replace(tzinfo=UTC) < until <= now.replace(tzinfo=UTC) + timedelta(hours=72)
        assert hours.until(until, place) is None
    wall = now.replace(tzinfo=UTC).astimezone(place).time()
    within = begin <= wall < end if begin < end else wall >= begin or wall < end
    usual = place.utcoffset(now - timedelta(days=3)) == place.utcoffset(now + timedelta(days=3))
    assert not usual or within == (until is not None)
