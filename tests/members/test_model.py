"""A member's own choice goes before the club's."""

from datetime import UTC, date, datetime

import pytest

from bot.members.model import AS_CLUB, Preferences, chosen, outlook

LATE = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


def test_without_choices_everything_is_as_the_club_has_it():
    """A member who never chose sees the club's days and units, and is named and read."""
    seen = outlook(Preferences(1), club_zone="Asia/Tokyo", club_units="mi", club_tone="warm")
    assert (seen.units, seen.named, seen.day_of(LATE)) == ("mi", True, date(2026, 11, 19))
    assert seen.tone == "warm"


def test_the_members_own_choice_goes_first():
    """Units, zone and the wish not to be named hold in every club."""
    mine = Preferences(1, units="km", zone="America/Toronto", named=False, tone="plain")
    seen = outlook(mine, club_zone="Asia/Tokyo", club_units="mi", club_tone="warm")
    assert (seen.units, seen.named, seen.day_of(LATE)) == ("km", False, date(2026, 11, 18))
    assert seen.tone == "plain"


def test_a_zone_that_is_no_more_is_utc():
    """A stored zone that the calendar no longer knows does not keep anybody from logging."""
    assert (
        str(
            outlook(
                Preferences(1, zone="Mars/Base"), club_zone="UTC", club_units="km", club_tone="warm"
            ).zone
        )
        == "UTC"
    )


@pytest.mark.parametrize(
    ("value", "before", "after"),
    [(None, "mi", "mi"), (None, None, None), ("km", "mi", "km"), (AS_CLUB, "mi", None)],
)
def test_a_choice_is_left_made_or_given_back(value, before, after):
    """None leaves a setting as it was, AS_CLUB gives it back to the club."""
    assert chosen(value, before) == after
