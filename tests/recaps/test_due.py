"""When recaps come, as the organizers chose it, and what is found when they are due."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from bot.almanac import time_of_day
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.clubs.refusals import UnknownZone
from bot.recaps import service as recaps
from bot.recaps.model import CORRECTED_EVERY, KINDS, RecapWishes, looked_at
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, WEEK, YEAR, Ready, Sent, Skipped
from cogs.recaps import wording

CLUB, ANA = 7, 11
MONDAY = date(2026, 11, 16)
DEFAULTS = Defaults()


def due(tx, instant):
    """What the weekly occurrence says at an instant."""
    (occurrence,) = ledger.claim(tx, now=instant)
    return recaps.due(tx, occurrence, instant)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("08:00", time(8)),
        ("8", time(8)),
        ("6.30 pm", time(18, 30)),
        ("12am", time(0)),
        ("24:00", None),
        ("13 pm", None),
        ("soon", None),
    ],
)
def test_a_time_of_day_is_read_as_it_is_typed(typed, expected):
    """The day ends at 23:59."""
    assert time_of_day(typed) == expected


def test_the_first_recap_needs_three_days_of_data(tx, now, log):
    """On the second day there is nothing to tell yet."""
    log(ANA, MONDAY + timedelta(days=5))
    assert due(tx, datetime.fromisoformat("2026-11-23T08:00+00:00")) == Skipped(recaps.TOO_NEW)


def test_a_club_without_a_run_ever_has_nothing_to_tell(tx, now, club):
    """However long it has been there."""
    assert due(tx, datetime.fromisoformat("2026-11-23T08:00+00:00")) == Skipped(recaps.TOO_NEW)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "EST", "Europe/Kyev"])
def test_a_zone_that_is_none_moves_no_recap(tx, now, club, zone):
    """It is refused, and everything stays as it was."""
    before = schedules.find(tx, KINDS[WEEK], CLUB, CLUB)
    with pytest.raises(UnknownZone):
        clubs.choose(tx, CLUB, "Owls", Wishes(zone=zone), now=now, defaults=DEFAULTS)
    assert schedules.find(tx, KINDS[WEEK], CLUB, CLUB) == before


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Kiev"])
def test_a_zone_with_two_names_has_one_time(tx, now, club, zone):
    """The old name goes on working."""
    clubs.choose(tx, CLUB, "Owls", Wishes(zone=zone), now=now, defaults=DEFAULTS)
    due_at = schedules.find(tx, KINDS[WEEK], CLUB, CLUB).due_at
    assert due_at == datetime.fromisoformat("2026-11-23T06:00+00:00")


def test_half_past_two_comes_also_on_the_night_that_has_none(tx, now, club):
    """An hour later by the clock on the wall, and the week after at half past two again."""
    clubs.choose(tx, CLUB, "Owls", Wishes(zone="Europe/Berlin"), now=now, defaults=DEFAULTS)
    wishes = RecapWishes(weekday=6, at=time(2, 30))
    recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    plan = schedules.find(tx, KINDS[WEEK], CLUB, CLUB).plan
    night, after = (plan.due_at(date(2027, 3, day)) for day in (15, 22))
    assert night == datetime.fromisoformat("2027-03-28T03:30+02:00")
    assert after == datetime.fromisoformat("2027-04-04T02:30+02:00")


def test_an_empty_week_is_one_line_or_nothing(tx, now, log):
    """As the organizer chose."""
    log(ANA, MONDAY - timedelta(days=30))
    monday = datetime.fromisoformat("2026-11-23T08:00+00:00")
    ready = due(tx, monday)
    assert isinstance(ready, Ready) and ready.about.is_empty
    assert "fine" in wording.worded(ready.about, Random(1))
    wishes = RecapWishes(empty="nothing")
    recaps.choose(tx, CLUB, "Owls", wishes, now=monday, defaults=DEFAULTS)
    assert due(tx, monday + timedelta(minutes=6)) == Skipped(recaps.EMPTY_WEEK)


def test_the_recaps_channel_goes_before_the_run_channel(tx, now, log):
    """Without one, the run channel."""
    clubs.read_runs_in(tx, CLUB, "Owls", [1], now=now, defaults=DEFAULTS)
    assert recaps.places(clubs.find(tx, CLUB)) == (1,)
    clubs.speak_in(tx, CLUB, "Owls", "recaps", 2, now=now, defaults=DEFAULTS)
    assert recaps.places(clubs.find(tx, CLUB)) == (2, 1)


def test_what_was_chosen_is_what_comes(tx, now, club):
    """A new day and time move the plan, more kinds add plans, off takes all away, and on brings them back."""
    wishes = RecapWishes(weekday=2, at=time(20), kinds="monthly")
    choice = recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    assert (choice.weekday, choice.at, choice.kinds) == (2, time(20), "monthly")
    plans = {every: schedules.find(tx, KINDS[every], CLUB, CLUB) for every in (WEEK, MONTH)}
    assert all(plan.active for plan in plans.values())
    off = recaps.choose(tx, CLUB, "Owls", RecapWishes(active=False), now=now, defaults=DEFAULTS)
    assert not off.active
    assert not schedules.find(tx, KINDS[MONTH], CLUB, CLUB).active


def test_a_club_that_chose_is_not_begun_anew(tx, now, club):
    """The bot returning to a server changes nothing."""
    recaps.choose(tx, CLUB, "Owls", RecapWishes(active=False), now=now, defaults=DEFAULTS)
    recaps.begin(tx, club, now=now)
    assert not recaps.chosen(tx, club).active


def test_recaps_that_were_off_come_back_as_they_were(tx, now, club):
    """Off and on again leaves monthly and yearly ones chosen."""
    for wishes in ({"kinds": "yearly"}, {"active": False}):
        recaps.choose(tx, CLUB, "Owls", RecapWishes(**wishes), now=now, defaults=DEFAULTS)
    again = recaps.choose(tx, CLUB, "Owls", RecapWishes(active=True), now=now, defaults=DEFAULTS)
    assert again.active and again.kinds == "yearly"
    fewer = recaps.choose(tx, CLUB, "Owls", RecapWishes(kinds="weekly"), now=now, defaults=DEFAULTS)
    assert fewer.kinds == "weekly"


def test_a_month_is_told_on_the_first_of_the_next(tx, now, log):
    """With its own title, and without bars by day."""
    log(ANA, date(2026, 11, 1))
    recaps.choose(tx, CLUB, "Owls", RecapWishes(kinds="monthly"), now=now, defaults=DEFAULTS)
    (weekly,) = ledger.claim(tx, now=datetime.fromisoformat("2026-11-30T08:00+00:00"))
    ledger.settle(tx, {weekly: Sent(1, 2)}, now=now)
    ready = due(tx, datetime.fromisoformat("2026-12-01T08:00+00:00"))
    assert (ready.about.first, ready.about.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert "Nov 2026" in wording.worded(ready.about, Random(1))


def posted(tx, monday):
    """The occurrence of the week before, as one that was sent."""
    (occurrence,) = ledger.claim(tx, now=monday)
    return replace(occurrence, ended_at=monday)


@pytest.mark.parametrize("quiet", ["line", "nothing"])
def test_what_was_posted_is_kept_true_to_the_end(tx, now, log, quiet):
    """Also when its last run is gone, which would have been no week to tell of."""
    wishes = RecapWishes(empty=quiet)
    recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    log(ANA, MONDAY)
    monday = datetime.fromisoformat("2026-11-23T08:00+00:00")
    occurrence = posted(tx, monday)
    assert recaps.due(tx, occurrence, monday).about.ran == (ANA,)
    tx.execute("UPDATE runs SET withdrawn_at = 1")
    assert recaps.due(tx, occurrence, monday).about.is_empty
    tx.execute("DELETE FROM runs")
    assert recaps.due(tx, occurrence, monday).about.is_empty
    assert isinstance(recaps.due(tx, replace(occurrence, ended_at=None), monday), Skipped)


def test_weeks_are_compared_at_every_look_and_the_rest_once_an_hour(now):
    """Of the looks of a day, all are at weeks, and twenty-four at months and years."""
    looks = [looked_at(now + n * CORRECTED_EVERY) for n in range(4 * 24)]
    assert all(KINDS[WEEK] in kinds for kinds in looks)
    assert sum(KINDS[MONTH] in kinds and KINDS[YEAR] in kinds for kinds in looks) == 24
