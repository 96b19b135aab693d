"""Form fields."""

from datetime import date, timedelta

import pytest

from bot.runs.parse import parse_day, parse_distance, parse_duration


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("5k", 5000),
        ("5", 5000),
        ("5,2 km", 5200),
        ("3.1 mi", 4989),
        ("half", 21097),
        ("half marathon", 21097),
        ("marathon", 42195),
        ("parkrun", 5000),
        ("13.1", 13100),
        ("half a mile", 805),
        ("1,500 m", 1500),
        (" 10 K ", 10000),
        ("٥ km", 5000),
    ],
)
def test_a_distance_field_is_read(text, metres):
    """A distance is read in its own unit, a bare number in the member's."""
    assert parse_distance(text, units="km") == metres


def test_a_bare_number_takes_the_unit_of_the_member():
    """The same figure is miles for who runs miles."""
    assert parse_distance("5", units="mi") == 8047
    assert parse_distance("13.1", units="mi") == 21082


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "0", "0 km", "-5", "5k 6k", "24:30", "99999999999", "5 km/h", "1.2.3"]
)
def test_what_is_no_distance_is_none(text):
    """Nothing, too much, two distances and other measures are no distance."""
    assert parse_distance(text, units="km") is None


@pytest.mark.parametrize(
    ("distance", "text", "seconds"),
    [
        ("half", "2:05", 7500),
        ("20k", "1:45", 6300),
        ("marathon", "3:59", 14340),
        ("5k", "24:30", 1470),
        ("5k", "1:45", 6300),
        ("400 m", "1:20", 80),
        ("10k", "50", 3000),
        ("10k", "5:00", 300),
    ],
)
def test_a_clock_is_read_as_what_fits_the_distance(distance, text, seconds):
    """Hours and minutes where minutes and seconds cannot be right, as a post reads it."""
    metres = parse_distance(distance, units="km")
    assert parse_duration(text, metres=metres) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("24:30", 1470),
        ("24.30", 1470),
        ("1h12", 4320),
        ("1hr59min50", 7190),
        ("1 hr 59 min 50", 7190),
        ("45 min", 2700),
        ("45'", 2700),
        ("45", 2700),
        ("24'30\"", 1470),
        ("1:02:03", 3723),
        ("an hour and five", 3900),
        ("half an hour", 1800),
        ("1.5 hours", 5400),
    ],
)
def test_a_duration_field_is_read(text, seconds):
    """A duration is read however it is written; a bare number is minutes."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "abc", "0", "0:00", "-5 min", "1:72", "61:61", "5k", "1h 2h"])
def test_what_is_no_duration_is_none(text):
    """Nothing, a minus, impossible minutes and other measures are no duration."""
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", 0),
        ("yesterday", -1),
        ("last night", -1),
        ("Monday", -2),
        ("on Monday", -2),
        ("Wednesday", 0),
        ("last Wednesday", -7),
        ("2 days ago", -2),
        ("a week ago", -7),
        ("12 Nov", -6),
        ("November 12th", -6),
        ("on the 12th", -6),
        ("15/11", -3),
        ("11/15", -3),
        ("2026-11-12", -6),
        ("12/11/2026", -6),
        ("tomorrow", 1),
        ("25 Dec", 37),
    ],
)
def test_a_day_field_is_read(now, text, days):
    """A day is read as seen from now; a future one comes back as it is."""
    assert parse_day(text, now=now) == now.date() + timedelta(days=days)


@pytest.mark.parametrize("text", ["", "abc", "5k", "31 February", "2026-02-31", "today yesterday"])
def test_what_is_no_day_is_none(now, text):
    """Nothing, a day that does not exist and two days are no day."""
    assert parse_day(text, now=now) is None


def test_a_day_without_a_year_is_the_nearest(now):
    """Just after New Year, 30 December is the one just gone."""
    assert parse_day("30 Dec", now=now.replace(year=2027, month=1, day=2)) == date(2026, 12, 30)
