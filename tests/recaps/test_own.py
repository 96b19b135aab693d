"""A member's own week: every run of every club once, and nothing but what is good to hear."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.consistency.model import PLAIN
from bot.members import service as members
from bot.recaps import letters, own, personal
from bot.recaps import service as recaps
from bot.recaps.model import RecapWishes
from bot.recaps.own import KIND, ClubRun, OwnPeriod
from bot.runs.model import Draft
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, Ready, Skipped
from cogs.recaps.own import worded
from tests.texts.lint import SHAMING

OWLS, HARES, ANA, BEN = 7, 8, 11, 12
MONDAY = date(2026, 11, 16)
DUE = datetime.fromisoformat("2026-11-23T08:00+00:00")
DEFAULTS = Defaults()


def run(day, metres=5000, seconds=None):
    return Effort(MONDAY + timedelta(days=day), metres, seconds)


def week(*runs, kudos=0):
    """The week of that Monday, told in kilometres."""
    ordered = sorted(runs, key=lambda one: one.day)
    period = OwnPeriod(MONDAY, MONDAY + timedelta(days=6), ordered, kudos, Weeks(), PLAIN)
    return own.told(period, "km")


def test_a_run_logged_in_two_clubs_is_one():
    """Two equal runs of one club are two, and stay two when another club has one of them."""
    twice = [ClubRun(OWLS, run(0)), ClubRun(OWLS, run(0)), ClubRun(HARES, run(0))]
    assert own.once(twice) == [run(0), run(0)]
    assert own.once([ClubRun(OWLS, run(3)), ClubRun(HARES, run(1))]) == [run(1), run(3)]


EFFORTS = st.builds(run, st.integers(0, 3), st.sampled_from([None, 5000, 8000]))


@given(st.lists(st.builds(ClubRun, st.sampled_from([OWLS, HARES]), EFFORTS)))
def test_no_run_is_lost_and_none_counted_above_its_club(runs):
    """As many as the club that has most of a kind, whatever the order in which they are read."""
    found = own.once(runs)
    for effort in {one.effort for one in runs}:
        by_club = [[r.effort for r in runs if r.club_id == c].count(effort) for c in (OWLS, HARES)]
        assert found.count(effort) == max(by_club)
    assert Counter(own.once(reversed(runs))) == Counter(found)


def test_a_week_is_told_with_what_is_good_to_hear():
    """Totals, the longest one, weeks in a row, kudos."""
    told = week(run(-7, 9000), run(0, 6000), run(2, 8000), run(2, None), kudos=3)
    assert (told.runs, told.metres, told.days, told.streak) == (3, 14_000, 2, 2)
    assert told.longest == run(2, 8000) and not told.is_farthest
    words = worded(told)
    assert "**3 times**, **14 km**, on 2 days" in words and "The longest one: 8 km" in words
    assert "2 weeks in a row" in words and "3 kudos" in words


def test_helping_out_is_told_beside_the_runs_and_keeps_the_row():
    """A day of it is no run and an active day: a week of it alone is told, and keeps the weeks in a row."""
    days = [MONDAY - timedelta(days=7), MONDAY, MONDAY]
    period = OwnPeriod(
        MONDAY, MONDAY + timedelta(days=6), [run(-14)], 0, Weeks(), PLAIN, helped=days
    )
    told = own.told(period, "km")
    assert (told.runs, told.helped, told.streak, told.is_empty) == (0, 1, 3, False)
    words = worded(told)
    assert "You helped out once" in words and "3 weeks in a row" in words
    assert "You went out" not in words and "that is fine" not in words
    assert week().is_empty and "that is fine" in worded(week())


def test_farther_than_ever_needs_an_earlier_distance():
    """A first run is the farthest of nothing."""
    assert week(run(-30, 5000), run(1, 5001)).is_farthest
    assert not week(run(1, 5001)).is_farthest
    assert not week(run(-30, 5001), run(1, 5001)).is_farthest
    assert "Farther than ever before: 6 km on Tuesday" in worded(week(run(-9), run(1, 6000)))


def test_the_fullest_week_is_so_of_five_with_runs():
    """A week without any run among them compares nothing."""
    four = [run(-7 * back, 4000) for back in range(1, 5)]
    assert week(*four, run(0, 4001)).is_fullest
    assert not week(*four, run(0, 4000)).is_fullest
    assert not week(*four[1:], run(0, 9000)).is_fullest


def month(*runs):
    """The month of that Monday, told in kilometres."""
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    ordered = sorted(runs, key=lambda one: one.day)
    return own.told(OwnPeriod(first, last, ordered, 0, Weeks(), PLAIN, MONTH), "km")


def test_a_month_is_told_by_its_dates():
    """Its days are numbers, and it is compared with the two months before it."""
    words = worded(month(run(-50, 4000), run(-20, 4000), run(0, 6000), run(7, 8000)))
    assert "**Your month, Nov 2026**" in words and "**2 times**, **14 km**" in words
    assert "Farther than ever before: 8 km on 23 Nov" in words
    assert "fullest month" in words
    assert "fullest" not in worded(month(run(-20, 4000), run(0, 6000), run(7, 8000)))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-30", "2026-11-01", "2026-11-30"),
        ("2024-02-10", "2024-02-01", "2024-02-29"),
        ("2026-12-31", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_month_ends_on_its_last_day(day, first, last):
    """Of any length, also in a leap year."""
    found = [
        of(date.fromisoformat(day), MONTH, Weeks()).isoformat()
        for of in (own.first_of, own.last_of)
    ]
    assert found == [first, last]


def test_one_run_is_told_by_its_day():
    """In the singular, and a run without a distance has none."""
    assert "You went out once, on Tuesday." in worded(week(run(1, None)))


@given(st.lists(st.builds(run, st.integers(-40, 6), st.sampled_from([None, 1000, 21_097]))))
def test_no_week_is_told_with_a_reproach(runs):
    """Whatever was run: nothing is compared with anybody, and nothing is missing."""
    words = worded(week(*runs))
    assert not SHAMING.search(words) and len(words) < 1000
    assert "less" not in words and "0 " not in words.replace("10 ", "").replace("20 ", "")


@pytest.fixture
def clubs_two(tx, now):
    """Two clubs, of which the first one tells its week on Wednesday evening."""
    for club_id in (OWLS, HARES):
        club = clubs.ensure(tx, club_id, "Club", now=now, defaults=DEFAULTS)
        recaps.begin(tx, club, now=now)
    wishes = RecapWishes(weekday=2, at=time(18))
    recaps.choose(tx, OWLS, "Club", wishes, now=now, defaults=DEFAULTS)


@pytest.fixture
def log(store_run, clubs_two):
    def add(day, metres=5000, *, club_id=HARES, private=False, member_id=ANA):
        store_run(club_id, member_id, Draft(day, metres, None), private=private)

    return add


def ask(tx, now, dms="recap", *, club_id=HARES, **more):
    members.choose(tx, ANA, now=now, dms=dms, **more)
    personal.follow(tx, club_id, ANA, now=now)


def planned(tx):
    """Club and due instant of what comes to Ana."""
    found = ((c, schedules.find(tx, KIND, c, ANA)) for c in (OWLS, HARES))
    return [(c, plan.due_at) for c, plan in found if plan and plan.active]


def mine(tx, at=DUE):
    """What comes to Ana, of all that is due."""
    claimed = ledger.claim(tx, now=at)
    while claimed is not None:
        for one in claimed:
            if one.kind == KIND:
                return personal.due(tx, one, at)
            ledger.settle(tx, {one: ledger.Skipped("not this one")}, now=at)
        claimed = ledger.claim(tx, now=at)
    return None


def test_it_comes_when_its_club_is_told(tx, now, clubs_two):
    """On the day and at the time of the club in which it was asked for, and at one place alone."""
    ask(tx, now, club_id=OWLS)
    assert planned(tx) == [(OWLS, datetime.fromisoformat("2026-11-25T18:00+00:00"))]
    ask(tx, now, club_id=HARES)
    assert [club for club, _ in planned(tx)] == [OWLS]
    ask(tx, now, "nudge")
    assert planned(tx) == []
    ask(tx, now, "all", club_id=HARES)
    assert planned(tx) == [(HARES, DUE)]


def test_asked_for_in_private_it_comes_by_any_club_of_theirs(tx, now, log):
    """Whoever acted nowhere gets none."""
    ask(tx, now, club_id=None)
    assert planned(tx) == []
    log(MONDAY, club_id=OWLS)
    log(MONDAY, club_id=HARES)
    ask(tx, now, club_id=None)
    assert len(planned(tx)) == 1


def missing(tx, now):
    personal.follow_missing(tx, now=now)


def test_a_club_that_sent_the_bot_away_takes_nobodys_recap_along(tx, now, log):
    """It moves to another club of theirs, the next day; without one it waits where it is."""
    log(MONDAY, club_id=HARES)
    ask(tx, now)
    clubs.leave(tx, HARES, now=now)
    missing(tx, now)
    assert [club for club, _ in planned(tx)] == [HARES]
    log(MONDAY, club_id=OWLS)
    missing(tx, now)
    assert [club for club, _ in planned(tx)] == [OWLS]
    before = planned(tx)
    missing(tx, now)
    assert planned(tx) == before


def test_whoever_asked_before_they_acted_gets_theirs(tx, now, log):
    """From the day after their first run on; whoever did not ask gets none."""
    ask(tx, now, club_id=None)
    log(MONDAY)
    log(MONDAY, member_id=BEN)
    missing(tx, now)
    assert [club for club, _ in planned(tx)] == [HARES]
    assert schedules.find(tx, KIND, HARES, BEN) is None


def test_it_goes_along_with_zone_day_and_week(tx, now, clubs_two):
    """Of the member, and of the club."""
    ask(tx, now, zone="Asia/Tokyo")
    assert planned(tx) == [(HARES, datetime.fromisoformat("2026-11-22T23:00+00:00"))]
    ask(tx, now, zone="club")
    wishes = RecapWishes(weekday=4, at=time(7))
    recaps.choose(tx, HARES, "Club", wishes, now=now, defaults=DEFAULTS)
    clubs.choose(tx, HARES, "Club", Wishes(week_start="sunday"), now=now, defaults=DEFAULTS)
    assert personal.follow_club(tx, HARES, now=now) == ANA
    assert personal.follow_club(tx, HARES, after=ANA, now=now) is None
    plan = schedules.find(tx, KIND, HARES, ANA).plan
    assert (plan.weekdays, plan.at, plan.weeks.start) == (frozenset({4}), time(7), 6)


def test_all_of_many_members_go_along(tx, now, clubs_two):
    """A few at a time, everyone once, whoever has none is left out."""
    for member_id in range(100, 160):
        members.choose(tx, member_id, now=now, dms="recap" if member_id % 3 else "nudge")
        personal.follow(tx, HARES, member_id, now=now)
    wishes = RecapWishes(weekday=4)
    recaps.choose(tx, HARES, "Club", wishes, now=now, defaults=DEFAULTS)
    last, units = 0, 0
    while last is not None:
        last, units = personal.follow_club(tx, HARES, after=last, now=now), units + 1
    found = [schedules.find(tx, KIND, HARES, member_id) for member_id in range(100, 160)]
    assert [plan.plan.weekdays for plan in found if plan] == [frozenset({4})] * 40 and units > 2


def test_it_holds_all_runs_of_all_clubs(tx, now, log):
    """Private ones too, since it is theirs; nobody else's."""
    ask(tx, now)
    log(MONDAY, 3000, private=True)
    log(MONDAY, 4000, club_id=OWLS)
    log(MONDAY, 5000, member_id=BEN)
    ready = mine(tx)
    assert isinstance(ready, Ready) and ready.channel_ids == ()
    assert (ready.about.metres, ready.about.runs) == (7000, 2)


def test_nothing_comes_where_nothing_was_run(tx, now, log):
    """Nobody is told that they did not run."""
    ask(tx, now)
    log(MONDAY - timedelta(days=1))
    assert mine(tx) == Skipped(letters.NOTHING_RAN)


@pytest.mark.parametrize(("before", "after"), [("recap", "off"), ("all", "nudge")])
def test_declined_it_comes_no_more(tx, now, log, before, after):
    """A nudge that was asked for stays."""
    ask(tx, now, before)
    personal.decline(tx, ANA, now=now)
    assert members.preferences_of(tx, ANA).dms == after and planned(tx) == []
