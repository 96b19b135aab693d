"""What organizers type for a day, and what it means on a Wednesday in November."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.challenges.when import DayAmbiguous, DayUnread, NoSuchDay, day_named
from bot.errors import Refusal

TODAY = date(2026, 11, 25)  # a Wednesday


def named(text, today=TODAY, since=None, **options):
    return day_named(text, today=today, since=since or today, **options)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 Jan", date(2027, 1, 1)),
        ("1. Jan", date(2027, 1, 1)),
        ("Jan 1", date(2027, 1, 1)),
        ("January the 1st", date(2027, 1, 1)),
        ("the 1st of January", date(2027, 1, 1)),
        ("from 1 January 2028", date(2028, 1, 1)),
        ("Sept 5, 2027", date(2027, 9, 5)),
        ("tomorrow", date(2026, 11, 26)),
        ("  TODAY ", TODAY),
        ("day after tomorrow", date(2026, 11, 27)),
        ("Wednesday", TODAY),
        ("next Wednesday", date(2026, 12, 2)),
        ("next Monday", date(2026, 11, 30)),
        ("on Monday", date(2026, 11, 30)),
        ("this fri", date(2026, 11, 27)),
        ("Friday next week", date(2026, 12, 4)),
        ("next week Friday", date(2026, 12, 4)),
        ("31.12.", date(2026, 12, 31)),
        ("31.12", date(2026, 12, 31)),
        ("31. 12. 2027", date(2027, 12, 31)),
        ("1.1.27", date(2027, 1, 1)),
        ("2027-01-01", date(2027, 1, 1)),
        ("2026/1/2", date(2026, 1, 2)),
        ("31/12", date(2026, 12, 31)),
        ("12/31/2026", date(2026, 12, 31)),
        ("5/5", date(2027, 5, 5)),
        ("in two weeks", date(2026, 12, 9)),
        ("in a week", date(2026, 12, 2)),
        ("in 10 days", date(2026, 12, 5)),
        ("3 days from now", date(2026, 11, 28)),
        ("in a month", date(2026, 12, 25)),
        ("January", date(2027, 1, 1)),
        ("November", date(2026, 11, 1)),
        ("end of January", date(2027, 1, 31)),
        ("end of feb 2028", date(2028, 2, 29)),
        ("mid-December", date(2026, 12, 16)),
        ("beginning of March", date(2027, 3, 1)),
        ("end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("end of the year", date(2026, 12, 31)),
        ("next month", date(2026, 12, 1)),
        ("next week", date(2026, 11, 30)),
        ("1st of next month", date(2026, 12, 1)),
        ("the 20th", date(2026, 12, 20)),
        ("the 31st", date(2026, 12, 31)),
        ("New Year's Eve", date(2026, 12, 31)),
        ("New Year", date(2027, 1, 1)),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_meant_as_people_write_it(typed, meant):
    """Words, numbers and spans of several habits name the day that a reader would take them for."""
    assert named(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("January", date(2027, 1, 31)),
        ("4 weeks", date(2027, 1, 28)),
        ("for 30 days", date(2027, 1, 30)),
        ("one month", date(2027, 1, 31)),
        ("a fortnight", date(2027, 1, 14)),
        ("31 Jan", date(2027, 1, 31)),
        ("1 Dec", date(2027, 12, 1)),
        ("the 15th", date(2027, 1, 15)),
    ],
)
def test_an_end_is_seen_from_its_beginning(typed, meant):
    """The end of a challenge is the first such day after its start, and a month named alone means its last day."""
    assert named(typed, since=date(2027, 1, 1), last=True) == meant


def test_a_date_shortly_past_stays_past_where_the_past_can_be_meant():
    """A month that has begun is not taken for the one a year ahead."""
    since = TODAY - timedelta(days=31)
    assert named("1 Nov", since=since) == date(2026, 11, 1)
    assert named("20.11.", since=since) == date(2026, 11, 20)
    assert named("1 Jan", since=since) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day", "year"),
    [("29 February", 29, 2027), ("31 April", 31, 2027), ("30.2.2028", 30, 2028)],
)
def test_a_day_that_the_year_does_not_have_is_refused(typed, day, year):
    """29 February of a year without one is named with its year."""
    with pytest.raises(NoSuchDay) as refused:
        named(typed)
    assert f"no {day} " in told(refused) and f"in {year}" in told(refused)


def test_two_readings_are_asked_back():
    """3/4 is a different day on either side of an ocean."""
    with pytest.raises(DayAmbiguous) as refused:
        named("3/4")
    assert "3 Apr" in told(refused) and "4 Mar" in told(refused)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "32 Jan",
        "0.1.",
        "13.13.",
        "2027-13-01",
        "99999",
        "9999-12-31",
        "in 999 years",
        "٣ Jan",
        "1e9",
    ],
)
def test_what_names_no_day_is_refused(typed):
    """The refusal quotes what was typed and says what works."""
    with pytest.raises(DayUnread) as refused:
        named(typed)
    assert "next Monday" in told(refused)


def test_a_typed_mention_is_quoted_safely():
    """What was typed cannot ping or format anything when it is quoted."""
    with pytest.raises(DayUnread) as refused:
        named("@everyone **now**")
    assert "@everyone" not in told(refused) and "**" not in told(refused)


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(today=DAYS, ahead=st.integers(0, 364))
def test_a_date_without_a_year_is_the_next_such_day(today, ahead):
    """Every day of the coming year is found by its number and its month's name alone."""
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert named(f"{day.day} {day:%B}", today=today) == day
        assert named(f"{day.day}.{day.month}.", today=today) == day
    assert named(day.isoformat(), today=today) == day


@given(
    today=DAYS,
    typed=st.text(alphabet="0123456789./- nextwkjafbmorid", max_size=14) | st.text(max_size=20),
)
def test_anything_typed_is_a_day_or_a_sentence(today, typed):
    """No text leads to another error, and no day lies farther away than ten years."""
    try:
        found = named(typed, today=today)
    except Refusal as refusal:
        assert texts.say(refusal.key, **refusal.values)
    else:
        assert abs(found.year - today.year) <= 10


def told(refused):
    return texts.say(refused.value.key, **refused.value.values)
