"""A run that came though its runner did not feel like it."""

from datetime import date, timedelta

import pytest

from bot import almanac
from bot.clubs.model import Defaults
from bot.members import forget
from bot.members import service as members
from bot.notfeelingit import service as notfeelingit
from tests.rooms import TODAY


def say(tx, now, member_id=11):
    notfeelingit.say(tx, 1, member_id, now=now, defaults=Defaults())


def came(tx, runner, day, now=None):
    """Whether a run of that day, logged now, is one that came all the same."""
    runner.now = now or runner.now
    logged = runner.log(day, 5000)
    return notfeelingit.came_all_the_same(tx, logged.runs[0])


@pytest.mark.parametrize(("days_later", "known"), [(-1, False), (0, True), (1, True), (2, False)])
def test_a_run_of_that_day_or_the_next_came_all_the_same(tx, now, runner, days_later, known):
    """Said today, it is known of today's run and of tomorrow's, and of no other."""
    say(tx, now)
    day = TODAY + timedelta(days=days_later)
    assert came(tx, runner, day, now + max(timedelta(), timedelta(days=days_later))) is known


def test_a_run_that_was_logged_before_it_was_said_is_none(tx, now, runner):
    """What was done already came of its own; and what another member said is theirs."""
    logged = runner.log(TODAY, 5000).runs[0]
    say(tx, now + timedelta(minutes=1))
    say(tx, now, member_id=12)
    assert not notfeelingit.came_all_the_same(tx, logged)


def test_the_day_is_the_members_own(tx, now, runner):
    """At nine in the evening it is the next day in Tokyo."""
    members.choose(tx, 11, now=now, zone="Asia/Tokyo")
    say(tx, now)
    assert came(tx, runner, date(2026, 11, 20), now + timedelta(days=1))


def test_it_is_said_once_a_day_and_kept_for_three_days(tx, now, runner):
    """The first word of a day stands; after 72 hours nothing is left of it, and nothing after forgetting."""
    say(tx, now)
    say(tx, now + timedelta(hours=1))
    assert [tuple(r) for r in tx.execute("SELECT * FROM not_feeling_it")] == [
        (11, "2026-11-18", almanac.to_ms(now))
    ]
    notfeelingit.purge(tx, now=now + timedelta(hours=72))
    assert tx.execute("SELECT count(*) FROM not_feeling_it").fetchone()[0] == 1
    notfeelingit.purge(tx, now=now + timedelta(hours=73))
    assert tx.execute("SELECT count(*) FROM not_feeling_it").fetchone()[0] == 0
    say(tx, now)
    forget.forget(tx, 11, until=almanac.to_ms(now))
    assert tx.execute("SELECT count(*) FROM not_feeling_it").fetchone()[0] == 0
