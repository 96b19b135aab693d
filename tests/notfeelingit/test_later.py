"""*Ask me later*: one question, at a good hour, to whoever has not been out."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clubs.model import Defaults
from bot.members import service as members
from bot.members.refusals import WhichClub
from bot.notfeelingit import service as notfeelingit
from bot.notfeelingit.model import DID_YOU_GO, LATEST, MORNING, WAIT, asked_at
from bot.schedule import ledger
from bot.schedule.model import Ready, Sent, Skipped

CLUB, ANA = 1, 11


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        ("2026-11-18T10:00", "2026-11-18T13:00"),
        ("2026-11-18T18:00", "2026-11-18T21:00"),
        ("2026-11-18T18:01", "2026-11-19T09:00"),
        ("2026-11-18T23:30", "2026-11-19T09:00"),
        ("2026-11-18T03:00", "2026-11-18T09:00"),
        ("2026-11-18T07:00", "2026-11-18T10:00"),
        ("2026-03-29T01:30", "2026-03-29T09:00"),
    ],
)
def test_the_question_comes_at_a_good_hour(now, asked):
    """Three hours later, or the morning after where that would be late."""
    zone = ZoneInfo("Europe/Berlin")
    local = [datetime.fromisoformat(text).replace(tzinfo=zone) for text in (now, asked)]
    assert asked_at(local[0].astimezone(UTC), zone) == local[1]


@given(
    now=st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1)).map(
        lambda t: t.replace(tzinfo=UTC)
    ),
    zone=st.sampled_from(["Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe", "UTC"]),
)
def test_it_is_never_at_once_never_at_night_and_never_far_off(now, zone):
    """Three hours from now at the earliest, by day, and within a day and a night."""
    at = asked_at(now, ZoneInfo(zone))
    wall = at.astimezone(ZoneInfo(zone)).time()
    assert now + WAIT <= at <= now + timedelta(hours=48)
    assert MORNING <= wall <= LATEST


def ask(tx, now, club_id=CLUB):
    notfeelingit.say(tx, CLUB, ANA, now=now, defaults=Defaults())
    return notfeelingit.ask_later(tx, club_id, ANA, defaults=Defaults(), now=now)


def due(tx, at):
    claimed = ledger.claim(tx, now=at)
    return claimed[0] if claimed else None


def test_it_is_asked_once(tx, now, runner):
    """Asked for twice on one day it comes once."""
    runner.now = now - timedelta(hours=1)
    runner.log(now.date() - timedelta(days=3), 5000)
    members.choose(tx, ANA, now=now, zone="America/New_York")
    at = ask(tx, now)
    assert ask(tx, now + timedelta(minutes=5)) >= at
    occurrence = due(tx, at + timedelta(minutes=10))
    assert notfeelingit.facts(tx, occurrence, at) == Ready(DID_YOU_GO)
    ledger.settle(tx, {occurrence: Sent(5, 7)}, now=at)
    ask(tx, now + timedelta(minutes=6))
    assert due(tx, at + timedelta(hours=5)) is None


def test_who_went_is_not_asked(tx, now, runner):
    """A run that was logged meanwhile is answer enough."""
    runner.now = now - timedelta(hours=1)
    runner.log(now.date() - timedelta(days=3), 5000)
    at = ask(tx, now)
    runner.now = now + timedelta(hours=1)
    runner.log(now.date(), 2000, private=True)
    assert notfeelingit.facts(tx, due(tx, at), at) == Skipped("went")


def test_without_a_club_nobody_can_be_asked(tx, now):
    """In a direct message of somebody unknown it is said."""
    with pytest.raises(WhichClub):
        ask(tx, now, club_id=None)
