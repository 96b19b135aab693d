"""What is found in a year: each finding where its rule holds, none where it would be no joy."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.recaps import findings, own
from bot.recaps.findings import CLUB, CLUB_MONTH, OWN, SHARED, Finding, Year
from cogs.recaps import letters
from tests.texts.lint import ABSENCE, BODY, SHAMING

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)


def runs(*days, metres=5000):
    """Runs on days of the year, by their number."""
    return [Effort(FIRST + day * DAY, metres, None) for day in days]


def year(ran: Sequence[Effort] = (), **more):
    ordered = sorted(ran, key=lambda run: run.day)
    return replace(Year(FIRST, LAST, Weeks(), own.by_day(ordered), runs=ordered), **more)


def club(people=(), **more):
    """A club's year, with so many runs a day."""
    days = [(FIRST + n * DAY, 5000 * count, count) for n, count in enumerate(people) if count]
    return Year(FIRST, LAST, Weeks(), days, **more)


def test_farther_than_ever_before_needs_a_before():
    """The longest of all, after at least three runs in earlier years."""
    ran = runs(3, metres=8000) + runs(9, metres=12_000)
    assert findings.farthest(year(ran, before=(3, 10_000))).values == (
        ("metres", 12_000),
        ("day", FIRST + 9 * DAY),
    )
    assert findings.farthest(year(ran, before=(2, 10_000))) is None
    assert findings.farthest(year(ran, before=(3, 12_000))) is None
    assert findings.farthest(year(runs(3, metres=None), before=(3, 1))) is None


def test_growth_compares_an_early_month_with_a_late_one():
    """Four runs in each, three months apart, a seventh longer; never told the other way round."""
    early, late = runs(1, 2, 3, 4, metres=4000), runs(290, 291, 292, 293, metres=6040)
    assert findings.growth(year(early + late)).values == (
        ("month", 1),
        ("metres", 4000),
        ("late_month", 10),
        ("late_metres", 6000),
    )
    assert findings.growth(year(early + late[:3])) is None
    assert findings.growth(year(early + runs(60, 61, 62, 63, metres=9000))) is None
    assert findings.growth(year(runs(1, 2, 3, 4, metres=6000) + late)) is None


@pytest.mark.parametrize("whose", ["own", "others"])
def test_growth_is_worded(whose):
    """The averages are whole metres, so that the letter of a year that grew can be written at all."""
    early, late = runs(1, 2, 3, 4, metres=4030), runs(290, 291, 292, 293, metres=6040)
    growth = findings.growth(year(early + late))
    words = letters.found(growth, whose, "km", 2026)
    assert "4 km" in words and "6 km" in words


def test_weeks_in_a_row_are_the_longest_row():
    """At least five; a row that began before the year is told from its first day."""
    row = runs(*range(10, 60, 7)) + runs(100, 107)
    assert findings.weeks_in_a_row(year(row)).values == (("weeks", 8), ("day", date(2026, 1, 5)))
    assert findings.weeks_in_a_row(year(runs(1, 8, 15, 22, 29))).values[1] == ("day", FIRST)
    assert findings.weeks_in_a_row(year(runs(1, 8, 15, 22, 36))) is None


def test_every_week_is_a_whole_year_of_them():
    """One week without, or a year that is not over, is none."""
    every = runs(*range(0, 365, 7))
    assert findings.every_week(year(every)) == Finding("every_week", "habit")
    assert findings.every_week(year(every[:30] + every[31:])) is None
    assert findings.every_week(replace(year(every), last=date(2026, 11, 1))) is None


@pytest.mark.parametrize(
    ("rule", "field", "enough"),
    [
        (findings.rain, "rainy", 3),
        (findings.cheered, "kudos", 5),
        (findings.gave, "given", 5),
        (findings.walked, "walks", 3),
        (findings.newcomers, "new", 2),
    ],
)
def test_what_is_counted_is_told_from_a_number_on(rule, field, enough):
    """One less is nothing to tell."""
    assert rule(year(**{field: enough})).values == (("number", enough),)
    assert rule(year(**{field: enough - 1})) is None


def test_the_fullest_month_is_one_of_three():
    """Of equal ones the first."""
    ran = runs(1, 40, metres=5000) + runs(70, metres=8000)
    assert findings.month(year(ran)).values == (("month", 3), ("metres", 8000))
    assert findings.month(year(runs(1, 40, 70))).values[0] == ("month", 1)
    assert findings.month(year(runs(1, 40))) is None
    assert findings.month(year(runs(1, 40, 70, metres=None))) is None


def test_a_weekday_is_ones_own_when_no_other_has_as_many():
    """Ten runs, a quarter of them, and no tie."""
    fridays = [8 + 7 * n for n in range(6)]  # the ninth of January is a Friday
    assert findings.weekday(year(runs(*fridays, 3, 4, 5, 6))).values == (
        ("weekday", 4),
        ("number", 6),
    )
    assert findings.weekday(year(runs(*fridays, 3, 4, 5))) is None
    tied = [fridays[0] + 1 + 7 * n for n in range(6)]
    assert findings.weekday(year(runs(*fridays, *tied))) is None


def test_a_usual_distance_is_run_again_and_again():
    """Six times and a quarter of all, in the units of the reader."""
    ran = runs(1, 2, 3, metres=5100) + runs(4, 5, 6, metres=4900)
    assert findings.usual(year(ran)).values == (("metres", 5000), ("number", 6))
    miles = runs(*range(6), metres=4830)
    assert findings.usual(year(miles, units_m=1609.344)).values[0] == ("metres", 4828)
    assert findings.usual(year(ran[:5])) is None
    assert findings.usual(year(ran + runs(*range(10, 30), metres=9000))).values[0][1] == 9000


def test_an_hour_is_told_when_most_posts_came_around_it():
    """Twelve posts, two in five of them within an hour of it, midnight included."""
    assert findings.hour(year(hours=(23,) * 3 + (0,) * 4 + (1,) * 3 + (12,) * 2)).values == (
        ("hour", 0),
    )
    assert findings.hour(year(hours=(7,) * 11)) is None
    assert findings.hour(year(hours=tuple(range(24)))) is None


def test_the_longest_run_is_one_of_several():
    """A single one needs no telling."""
    assert findings.longest(year(runs(1) + runs(2, metres=7000))).values[0] == ("metres", 7000)
    assert findings.longest(year(runs(1))) is None


def test_a_year_has_a_first_and_a_last_day():
    """Two days at least."""
    assert findings.first_and_last(year(runs(3, 9, 200))).values == (
        ("day", FIRST + 3 * DAY),
        ("late_day", FIRST + 200 * DAY),
    )
    assert findings.first_and_last(year(runs(3))) is None


def test_a_club_tells_of_days_together_and_of_more_people():
    """Three on one day; a fifth more and at least three more, three months apart, and never fewer."""
    assert findings.out_together(club(together=(FIRST, 3))).values == (
        ("day", FIRST),
        ("number", 3),
    )
    assert findings.out_together(club(together=(FIRST, 2))) is None
    assert findings.more_people(club_people({1: 5, 4: 8}))
    assert findings.more_people(club_people({1: 5, 4: 7})) is None
    assert findings.more_people(club_people({1: 100, 4: 119})) is None
    assert findings.more_people(club_people({1: 5, 3: 9})) is None
    assert findings.more_people(club_people({1: 9, 12: 5})) is None


def club_people(by_month):
    return replace(club(), people=by_month)


def test_days_are_counted():
    """One day has a sentence of its own."""
    assert findings.days_moved(club([1, 0, 2])).values == (("number", 2),)
    assert findings.days_moved(club([1])).key == "days_one"
    assert findings.days_moved(club([])) is None


SOME = st.lists(
    st.builds(
        lambda day, metres: Effort(FIRST + day * DAY, metres, None),
        st.integers(0, 364),
        st.sampled_from([None, 3000, 5000, 5000, 10_000, 21_097]),
    ),
    max_size=80,
)
COUNT = st.integers(0, 9)


@given(
    ran=SOME,
    rainy=COUNT,
    kudos=COUNT,
    given_=COUNT,
    walks=COUNT,
    hours=st.lists(st.integers(0, 23), max_size=20),
    before=st.tuples(COUNT, st.sampled_from([0, 4000, 30_000])),
    rules=st.sampled_from([OWN, SHARED, CLUB, CLUB_MONTH]),
    miles=st.booleans(),
)
def test_a_letter_is_short_true_and_kind(
    ran, rainy, kudos, given_, walks, hours, before, rules, miles
):
    """At most three findings, each of another kind of joy, each worded, none a reproach."""
    seen = year(
        ran, rainy=rainy, kudos=kudos, given=given_, walks=walks, hours=tuple(hours), before=before
    )
    told = findings.told(seen, rules)
    assert len(told) <= 3 and len({one.topic for one in told}) == len(told)
    whose = "own" if rules is OWN else "others" if rules is SHARED else "club"
    for one in told:
        words = letters.found(one, whose, "mi" if miles else "km", 2026)
        assert len(words) <= 120 and "{" not in words
        for refused in (SHAMING, BODY, ABSENCE):
            assert not refused.search(words)
        assert whose == "own" or "you" not in words.casefold()


@pytest.mark.parametrize(
    ("whose", "rules"), [("own", OWN), ("others", SHARED), ("club", (*CLUB, *CLUB_MONTH))]
)
def test_every_finding_has_its_sentence(whose, rules):
    """A rule without words would break the letter in which it is true."""
    keys = {
        "farthest": "farthest", "growth": "growth", "weeks_in_a_row": "row", "rain": "rain",
        "every_week": "every_week", "month": "month", "weekday": "weekday", "usual": "usual",
        "hour": "hour", "cheered": "cheered", "gave": "gave", "walked": "walks",
        "longest": "longest", "first_and_last": "span", "days_moved": "days", "helped_out": "helped",
        "out_together": "together", "more_people": "more_people", "newcomers": "new",
    }  # fmt: skip
    for rule in rules:
        assert texts.sentences("en")[f"letters.{whose}_{keys[rule.__name__]}"]
