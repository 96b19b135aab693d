"""Ten weeks of a believable club, the same for the same seed."""

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.demo.people import SHY, WEEKS, everybody, plan
from bot.runs.parse import parse

NOW = datetime(2026, 11, 25, 16, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/London")


@pytest.fixture
def said():
    return plan(Random(1), NOW, ZONE)


def runs_of(said, name):
    return [s for s in said if s.is_run and s.name == name]


def test_the_same_seed_tells_the_same_story(said):
    """Nothing but the seed and the day decides what was written."""
    assert said == plan(Random(1), NOW, ZONE)
    assert said != plan(Random(2), NOW, ZONE)


def test_the_story_fills_ten_weeks_and_ends_just_before_now(said):
    """The oldest post is ten weeks old, the newest less than an hour, in order and none in the future."""
    instants = [s.at for s in said]
    assert instants == sorted(instants)
    assert timedelta(weeks=WEEKS - 1) < NOW - instants[0] < timedelta(weeks=WEEKS, days=1)
    assert timedelta() < NOW - instants[-1] < timedelta(hours=1)


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_there_is_something_fresh_at_any_hour(hour):
    """Whenever the demo starts, somebody ran within the last hour."""
    now = NOW.replace(hour=hour)
    assert now - plan(Random(1), now, ZONE)[-1].at < timedelta(hours=1)


def test_all_twelve_run_and_differ(said):
    """Everybody ran at least five times, some three times as often as others."""
    runs = Counter(s.name for s in said if s.is_run)
    assert set(runs) == {runner.name for runner in everybody()}
    assert len(runs) == 12
    assert min(runs.values()) >= 5
    assert max(runs.values()) >= 3 * min(runs.values())


def test_one_came_back(said):
    """Tomás has weeks without a run in the middle and runs on both sides of them."""
    instants = [s.at for s in runs_of(said, "Tomás")]
    gaps = [later - earlier for earlier, later in itertools.pairwise(instants)]
    assert max(gaps) > timedelta(weeks=5)
    assert NOW - instants[-1] < timedelta(weeks=1)


def test_the_shy_one_logs_mostly_in_private(said):
    """Robin keeps most runs private, and nobody else keeps any."""
    private = [s for s in said if s.private]
    assert {s.name for s in private} == {SHY.name}
    assert len(private) > len(runs_of(said, SHY.name)) / 2


def test_the_shown_days_fit_the_page(said):
    """Posts and answers of the last ten days stay well under two hundred."""
    shown = [s for s in said if s.at >= NOW - timedelta(days=10)]
    assert 30 < len(shown) < 90


def test_nobody_says_the_same_twice_in_a_row(said):
    """The words change from one run of a member to the next."""
    for runner in everybody():
        texts = [s.text for s in runs_of(said, runner.name)]
        assert all(a != b for a, b in itertools.pairwise(texts))


def test_every_run_is_read_and_no_banter_is():
    """The parser reads one run with both figures from each, for any seed, and none from small talk."""
    for seed in range(5):
        for message in plan(Random(seed), NOW, ZONE):
            reading = parse(message.text, now=message.at.astimezone(ZONE), units="km")
            assert reading.is_run == message.is_run, message.text
            assert len(reading.runs) == message.is_run, message.text
            assert all(is_complete(run) for run in reading.runs), message.text


def is_complete(run):
    return run.distance_m and (run.duration_s or run.pace_s_per_km)
