"""How distances, times, paces and days are written."""

from datetime import date

import pytest

from bot.texts import figures

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("metres", "units", "written"),
    [
        (5000, "km", "5 km"),
        (12_345, "km", "12.35 km"),
        (21_097, "km", "21.1 km"),
        (400, "km", "400 m"),
        (5000, "mi", "3.11 mi"),
        (1609, "mi", "1 mi"),
        (80, "mi", "0.05 mi"),
        (3, "mi", "3 yd"),
        (1, "mi", "1 yd"),
        (1_234_560, "km", "1,234.56 km"),
    ],
)
def test_distances_are_written_in_the_readers_units(metres, units, written):
    """A distance has at most two decimals and none to spare."""
    assert figures.distance(metres, units) == written


@pytest.mark.parametrize(
    ("seconds", "written"), [(1470, "24:30"), (59, "0:59"), (3600, "1:00:00"), (4350, "1:12:30")]
)
def test_times_are_written_as_on_a_watch(seconds, written):
    """Hours appear from the first hour on."""
    assert figures.duration(seconds) == written


def test_a_pace_is_per_kilometre_or_mile():
    """The same run has a pace in either unit."""
    assert figures.pace(5000, 1470, "km") == "4:54/km"
    assert figures.pace(5000, 1470, "mi") == "7:53/mi"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2026-11-18", "today"),
        ("2026-11-17", "yesterday"),
        ("2026-11-16", "Monday"),
        ("2026-11-12", "Thursday"),
        ("2026-11-11", "11 Nov"),
        ("2025-12-31", "31 Dec 2025"),
        ("2026-11-19", "19 Nov"),
    ],
)
def test_days_are_named_as_people_do(day, written):
    """The last week goes by names, the rest by dates."""
    assert figures.day(date.fromisoformat(day), today=TODAY) == written


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "0 min"), (2700, "45 min"), (32_700, "9 h 05"), (403_200, "112 h")],
)
def test_much_time_is_written_shortly(seconds, written):
    """Hours and minutes, and beyond a hundred hours the hours alone."""
    assert figures.hours(seconds) == written


@pytest.mark.parametrize(
    ("word", "number"), [("mon", 0), ("Friday", 4), ("su", 6), ("s", None), ("noday", None)]
)
def test_a_weekday_is_known_by_its_beginning(word, number):
    """Enough letters to mean one day, in any case."""
    assert figures.weekday_named(word) == number
