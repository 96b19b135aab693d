"""Use cases of a member's own settings, on the real schema."""

from datetime import timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.clubs.refusals import NoSuchChoice, UnknownZone
from bot.members import service as members
from bot.members.model import AS_CLUB, Preferences

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
    assert given == Preferences(ANA, "mi", "Europe/Berlin", False, False, 5)
    assert members.preferences_of(tx, ANA) == given
    assert members.preferences_of(tx, BEN) == Preferences(BEN)


def test_a_choice_can_be_given_back(tx, now):
    """Units and zone can be as each club has them again, and a no can become a yes."""
    members.choose(
        tx, ANA, now=now, units="mi", zone="Europe/Berlin", named=False, read_posts=False
    )
    members.choose(tx, ANA, now=now, units=AS_CLUB, zone=AS_CLUB, named=True, read_posts=True)
    assert members.preferences_of(tx, ANA) == Preferences(ANA)


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
