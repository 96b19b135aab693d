"""Use cases of a member's own settings, on the real schema."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.clubs.refusals import NoSuchChoice, UnknownZone
from bot.members import service as members
from bot.members.model import AS_CLUB, Pause, Preferences
from bot.members.refusals import PauseTooLong

ANA, BEN = 11, 12


def test_the_defaults_need_no_row(tx):
    """A member who never chose anything has the defaults, and nothing is stored for asking."""
    assert members.preferences_of(tx, ANA) == Preferences(ANA)
    assert tx.execute("SELECT count(*) FROM members").fetchone()[0] == 0


def test_choices_are_kept_and_leave_the_others_alone(tx, now):
    """Each choice changes what it names, of this member, and gives everything as it is then."""
    members.choose(tx, ANA, now=now, units="mi", zone="Europe/Berlin")
    members.choose(tx, ANA, now=now, named=False)
    given = members.choose(tx, ANA, now=now, read_posts=False, home_club_id=5)
    assert given == Preferences(ANA, "mi", "Europe/Berlin", False, False, 5, reading_chosen_at=now)
    assert members.preferences_of(tx, ANA) == given
    assert members.preferences_of(tx, BEN) == Preferences(BEN)


def test_a_choice_can_be_given_back(tx, now):
    """Units and zone can be as each club has them again, and a no can become a yes."""
    members.choose(
        tx, ANA, now=now, units="mi", zone="Europe/Berlin", named=False, read_posts=False
    )
    members.choose(tx, ANA, now=now, units=AS_CLUB, zone=AS_CLUB, named=True, read_posts=True)
    assert members.preferences_of(tx, ANA) == Preferences(ANA, reading_chosen_at=now)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "europe/berlin", "../etc/passwd", "x" * 4000])
def test_a_zone_that_does_not_exist_is_refused(tx, now, zone):
    """Nothing is saved, not even what was right beside it, and little of what was typed is shown."""
    with pytest.raises(UnknownZone) as refused:
        members.choose(tx, ANA, now=now, zone=zone, units="mi")
    assert len(refused.value.values["zone"]) < 200
    assert members.preferences_of(tx, ANA) == Preferences(ANA)


def test_units_that_do_not_exist_are_refused(tx, now):
    """A forged choice saves nothing."""
    with pytest.raises(NoSuchChoice):
        members.choose(tx, ANA, now=now, units="furlongs")
    assert members.preferences_of(tx, ANA) == Preferences(ANA)


def test_a_change_tells_how_old_it_is(tx, now):
    """Settings are as old as their last change, which is what forgetting goes by."""
    members.choose(tx, ANA, now=now, units="mi")
    members.choose(tx, ANA, now=now + timedelta(hours=1), named=False)
    (changed_at,) = tx.execute("SELECT changed_at FROM members").fetchone()
    assert changed_at == round((now + timedelta(hours=1)).timestamp() * 1000)


def test_who_is_not_read(tx, now):
    """Exactly those who said so are listed, for the copy in memory."""
    members.choose(tx, ANA, now=now, read_posts=False)
    members.choose(tx, BEN, now=now, read_posts=False)
    members.choose(tx, BEN, now=now, read_posts=True)
    assert members.unread(tx) == [ANA]


def test_the_clubs_of_a_member(tx, now):
    """Clubs where the member acted are listed by name, without those that removed the bot."""
    for club_id, name in ((1, "Owls"), (2, "Larks"), (3, "Gone")):
        clubs.ensure(tx, club_id, name, now=now, defaults=Defaults())
        members.act(tx, club_id, ANA, "Ana", now=now)
    clubs.leave(tx, 3, now=now)
    assert members.clubs_of(tx, ANA) == [(2, "Larks"), (1, "Owls")]
    assert members.clubs_of(tx, BEN) == []


def test_a_name_is_kept_up_to_date_and_short(tx, now):
    """The last name a member acted under is kept, clipped to what a picture can show."""
    clubs.ensure(tx, 1, "Owls", now=now, defaults=Defaults())
    members.act(tx, 1, ANA, "Ana", now=now)
    members.act(tx, 1, ANA, "n" * 500, now=now + timedelta(hours=1))
    ((name, seen_at),) = tx.execute("SELECT name, seen_at FROM club_members").fetchall()
    assert name == "n" * members.MAX_NAME
    assert seen_at == round((now + timedelta(hours=1)).timestamp() * 1000)


def test_the_outlook_in_a_club(tx, now):
    """A member sees a club by their own choices, else by the club's."""
    club = Club(1, "Owls", "Asia/Tokyo", "mi", "short", None)
    members.choose(tx, ANA, now=now, units="km")
    seen = members.outlook_of(tx, ANA, club)
    assert (seen.units, str(seen.zone)) == ("km", "Asia/Tokyo")


TODAY = date(2026, 11, 18)
UTC_CLUB = Club(1, "Owls", "UTC", "km", "short", None)


def named(tx, when):
    """Whether Ana may be named at an instant."""
    return members.outlook_of(tx, ANA, UTC_CLUB).is_named(when)


def test_a_paused_member_is_not_named(tx, now):
    """From the first day of a pause to its last, and not a day longer; no other setting is touched."""
    assert members.pause(tx, ANA, 3, "knee", today=TODAY, now=now) == Pause(
        TODAY, date(2026, 11, 20)
    )
    assert [named(tx, now + timedelta(days=days)) for days in range(-1, 4)] == [
        True,
        False,
        False,
        False,
        True,
    ]
    assert tx.execute("SELECT count(*) FROM members").fetchone()[0] == 0


def test_a_new_pause_takes_the_place_of_the_old(tx, now):
    """Pauses never overlap: the earlier one ends the day before, and one of the same day is replaced."""
    members.pause(tx, ANA, 30, None, today=TODAY, now=now)
    later = TODAY + timedelta(days=10)
    members.pause(tx, ANA, 60, None, today=later, now=now)
    members.pause(tx, ANA, 2, None, today=later, now=now)
    assert members.pauses_of(tx, ANA) == [
        Pause(TODAY, later - timedelta(days=1)),
        Pause(later, later + timedelta(days=1)),
    ]


def test_a_pause_can_end_early(tx, now):
    """No days end it today: what was paused before stays known, a pause of today never was."""
    members.pause(tx, ANA, 30, None, today=TODAY, now=now)
    assert members.pause(tx, ANA, 0, None, today=TODAY + timedelta(days=2), now=now) is None
    assert members.pauses_of(tx, ANA) == [Pause(TODAY, TODAY + timedelta(days=1))]
    assert named(tx, now + timedelta(days=2))
    members.pause(tx, ANA, 0, None, today=TODAY, now=now)
    assert members.pauses_of(tx, ANA) == []


@pytest.mark.parametrize("days", [-1, 367, 10_000])
def test_an_endless_pause_is_refused(tx, now, days):
    """More than a year is not begun, and the pause that goes on stays as it is."""
    members.pause(tx, ANA, 5, None, today=TODAY, now=now)
    with pytest.raises(PauseTooLong):
        members.pause(tx, ANA, days, None, today=TODAY, now=now)
    assert len(members.pauses_of(tx, ANA)) == 1


@pytest.mark.parametrize(("hour", "hidden"), [(9, False), (11, True)])
def test_a_pause_is_asked_by_the_members_own_day(tx, hour, hidden):
    """Two calendar days may lie between a club and a member; the name goes with the member's day and no other."""
    instant = datetime(2026, 11, 18, hour, tzinfo=UTC)
    far_west = Club(1, "Owls", "Pacific/Pago_Pago", "km", "short", None)
    clubs.ensure(tx, 1, "Owls", now=instant, defaults=Defaults())
    members.act(tx, 1, ANA, "Ana", now=instant)
    members.choose(tx, ANA, zone="Pacific/Kiritimati", now=instant)
    members.pause(tx, ANA, 1, None, today=date(2026, 11, 19), now=instant)
    assert (ANA in members.unnamed(tx, far_west, now=instant)) is hidden
    assert (ANA in members.named_in(tx, far_west, now=instant)) is not hidden
