"""A club begins, chooses, leaves, returns and goes."""

from datetime import timedelta

import pytest

from bot.clubs import service as clubs
from bot.clubs import store
from bot.clubs.model import Club, Defaults, Wishes, is_organizer
from bot.clubs.refusals import NoSuchChoice, RoleIsEveryone, UnknownZone

DEFAULTS = Defaults(zone="Europe/Berlin", units="mi")


@pytest.fixture
def join(tx, now):
    def join(club_id=1, name="Owls", *, at=now, can_greet=True):
        return clubs.join(tx, club_id, name, now=at, defaults=DEFAULTS, can_greet=can_greet)

    return join


@pytest.fixture
def choose(tx, now):
    def choose(**wishes):
        return clubs.choose(tx, 1, "Owls", Wishes(**wishes), now=now, defaults=DEFAULTS)

    return choose


@pytest.fixture
def read_in(tx, now):
    def read_in(*channel_ids, club_id=1):
        return clubs.read_runs_in(tx, club_id, "Owls", channel_ids, now=now, defaults=DEFAULTS)

    return read_in


def test_a_new_club_begins_with_the_defaults(join):
    """A club that is seen for the first time has the host's zone and units and reads nowhere."""
    assert join().club == Club(1, "Owls", "Europe/Berlin", "mi", "short", None, ())


def test_a_club_is_new_until_it_was_greeted(join):
    """The first arrival that can greet is new, the later ones are not."""
    assert join(can_greet=False).is_new
    assert join(can_greet=False).is_new
    assert join().is_new
    assert not join().is_new
    assert not join(can_greet=False).is_new


def test_each_club_is_greeted_for_itself(join):
    """One club's greeting is not another's."""
    assert join(1).is_new
    assert join(2).is_new


def test_a_new_name_is_taken_over(tx, join):
    """A renamed server is the same club under its new name."""
    join()
    join(name="Night Owls")
    assert clubs.find(tx, 1).name == "Night Owls"


def test_looking_at_an_unknown_club_stores_nothing(tx):
    """What a club would begin as is no club yet."""
    assert clubs.find_or_new(tx, 1, defaults=DEFAULTS).units == "mi"
    assert clubs.find(tx, 1) is None


def test_only_what_was_chosen_changes(tx, join, choose):
    """A choice leaves everything else as it was, and is stored."""
    join()
    choose(zone="America/New_York", replies="cards", organizer_role_id=7)
    after = choose(units="km")
    assert after == Club(1, "Owls", "America/New_York", "km", "cards", 7, ())
    assert clubs.find(tx, 1) == after


def test_choosing_begins_a_club_that_is_not_stored_yet(tx, choose, read_in):
    """A choice is kept even where the bot has not noted its arrival."""
    choose(units="km")
    assert clubs.find(tx, 1).units == "km"
    read_in(10, club_id=2)
    assert clubs.find(tx, 2).run_channels == (10,)


def test_choosing_does_not_count_as_a_greeting(join, choose):
    """A club that was set up before anybody could be greeted is greeted later."""
    choose(units="km")
    assert join().is_new


def test_a_role_of_zero_takes_the_organizer_role_away(choose):
    """No role is a choice, other than choosing nothing."""
    choose(organizer_role_id=7)
    assert choose(units="km").organizer_role_id == 7
    assert choose(organizer_role_id=0).organizer_role_id is None


@pytest.mark.parametrize("zone", ["Berlin", "", "europe/berlin", "Mars/Base", "../etc/passwd"])
def test_an_unknown_zone_is_refused(tx, join, choose, zone):
    """What is no zone changes nothing."""
    join()
    with pytest.raises(UnknownZone):
        choose(zone=zone, units="km")
    assert clubs.find(tx, 1).units == "mi"


def test_a_refused_zone_is_quoted_harmlessly():
    """What was typed comes back clipped and without a mention."""
    quoted = str(UnknownZone("@everyone **" + "x" * 5000).values["zone"])
    assert "@everyone" not in quoted
    assert "**" not in quoted
    assert len(quoted) < 130


@pytest.mark.parametrize("wish", [{"units": "furlong"}, {"replies": "loud"}, {"units": ""}])
def test_a_value_that_no_option_offers_is_refused(choose, wish):
    """A forged choice gets a sentence, not an error."""
    with pytest.raises(NoSuchChoice):
        choose(**wish)


def test_everybody_cannot_be_the_organizers(choose):
    """The role of all members, whose id is the server's, is refused."""
    with pytest.raises(RoleIsEveryone):
        choose(organizer_role_id=1)


def test_exactly_the_chosen_channels_are_read(tx, join, read_in):
    """A choice of channels replaces the one before, and none is a choice."""
    join()
    read_in(11, 10, 10)
    changed = read_in(12)
    assert (changed.before.run_channels, changed.after.run_channels) == ((10, 11), (12,))
    assert clubs.channels_read(tx) == [12]
    assert read_in().after.run_channels == ()
    assert clubs.channels_read(tx) == []


def test_at_most_ten_channels_are_read(read_in):
    """The first ten of a longer list are taken."""
    assert read_in(*range(100, 120)).after.run_channels == tuple(range(100, 110))


def test_a_deleted_channel_is_read_no_longer(tx, read_in):
    """The other channels stay."""
    read_in(10, 11)
    clubs.channel_gone(tx, 10)
    assert clubs.find(tx, 1).run_channels == (11,)


def test_a_deleted_role_makes_no_organizer(tx, choose):
    """The club is without an organizer role then."""
    choose(organizer_role_id=7)
    clubs.role_gone(tx, 8)
    assert clubs.find(tx, 1).organizer_role_id == 7
    clubs.role_gone(tx, 7)
    assert clubs.find(tx, 1).organizer_role_id is None


def test_a_club_that_returns_within_30_days_finds_everything(tx, join, choose, read_in, now):
    """Settings and channels wait for a return, which is no new greeting."""
    join()
    choose(zone="Europe/Paris")
    read_in(10)
    clubs.leave(tx, 1, now=now)
    assert clubs.purge_left(tx, now=now + timedelta(days=30)) == 0
    arrival = join(at=now + timedelta(days=30))
    assert (arrival.is_new, arrival.club.zone, arrival.club.run_channels) == (
        False,
        "Europe/Paris",
        (10,),
    )
    assert clubs.purge_left(tx, now=now + timedelta(days=300)) == 0


def test_a_club_that_stays_away_goes_with_all_its_rows(tx, join, read_in, now):
    """After 30 days nothing of the club is left, and nothing of another club is touched."""
    join(1)
    join(2)
    read_in(10)
    tx.execute("INSERT INTO club_members VALUES (1, 5, 'Ana', 0)")
    clubs.leave(tx, 1, now=now)
    assert clubs.purge_left(tx, now=now + timedelta(days=30, seconds=1)) == 1
    assert clubs.find(tx, 1) is None
    assert clubs.find(tx, 2) is not None
    assert clubs.channels_read(tx) == []
    assert tx.execute("SELECT count(*) FROM club_members").fetchone()[0] == 0
    assert join(1).is_new


def test_the_first_moment_of_leaving_counts(tx, join, now):
    """A removal seen again later does not make the data stay longer."""
    join()
    clubs.leave(tx, 1, now=now)
    clubs.leave(tx, 1, now=now + timedelta(days=20))
    assert clubs.purge_left(tx, now=now + timedelta(days=31)) == 1


def test_clubs_that_are_gone_at_the_start_have_left(tx, join, now):
    """Only the servers that the bot is still in count as present."""
    for club_id in (1, 2, 3):
        join(club_id)
    clubs.note_presence(tx, [2], now=now)
    assert store.present(tx) == [2]
    assert clubs.purge_left(tx, now=now + timedelta(days=31)) == 2


@pytest.mark.parametrize(
    ("chosen", "manages", "roles", "admitted"),
    [
        (None, False, [], False),
        (None, True, [], True),
        (7, False, [6, 7], True),
        (7, False, [6], False),
        (7, True, [], True),
    ],
)
def test_who_is_an_organizer(chosen, manages, roles, admitted):
    """Whoever manages the server or has the chosen role."""
    club = Club(1, "Owls", "UTC", "km", "short", chosen)
    assert is_organizer(club, manages_server=manages, role_ids=roles) is admitted


def test_a_club_that_is_as_it_was_is_not_asked_for_again(tx, now):
    """What was found is kept as it is; under another name it is stored anew."""
    defaults = Defaults("UTC", "km")
    new = clubs.kept(
        tx, clubs.find_or_new(tx, 7, defaults=defaults), "Owls", now=now, defaults=defaults
    )
    assert clubs.find(tx, 7) == new
    found = clubs.find_or_new(tx, 7, defaults=defaults)
    assert clubs.kept(tx, found, "Owls", now=now, defaults=defaults) is found
    assert clubs.kept(tx, found, "Larks", now=now, defaults=defaults).name == "Larks"
    assert clubs.find(tx, 7).name == "Larks"


def test_a_channel_to_speak_in_is_one_and_goes_with_it(tx, join, read_in, now):
    """A second choice replaces the first, leaves the run channels alone, and a deleted channel is none."""
    read_in(10)
    for channel_id in (20, 21):
        clubs.speak_in(tx, 1, "Owls", "challenges", channel_id, now=now, defaults=DEFAULTS)
    found = clubs.find(tx, 1)
    assert (found.channel_for("challenges"), found.channel_for("recaps")) == (21, None)
    assert found.run_channels == (10,)
    clubs.channel_gone(tx, 21)
    assert clubs.find(tx, 1).channel_for("challenges") is None
