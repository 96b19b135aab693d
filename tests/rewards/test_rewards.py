"""Roles for milestones: earned and lost by public runs alone, and noted where something is to be given or taken."""

from datetime import UTC, datetime, timedelta

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import naming
from bot.members import service as members
from bot.milestones.model import Milestone
from bot.rewards import service as rewards
from bot.rewards.model import (
    MIGHTY,
    REWARDED,
    Latest,
    Public,
    Reward,
    Wanted,
    number_of,
    numbered,
    telling,
)
from bot.rewards.refusals import RoleTaken
from tests.rooms import TODAY

TEN, HUNDRED_KM = 71, 72
TENTH, HUNDRED = Milestone("runs", "10"), Milestone("distance", "100")


@pytest.fixture
def club(runner):
    """A club that gives one role for ten runs and one for a hundred kilometres."""
    return giving(runner)


def giving(runner):
    club = clubs.ensure(runner.tx, runner.club_id, "Owls", now=runner.now, defaults=Defaults())
    rewards.choose(runner.tx, club, TENTH, TEN, now=runner.now)
    rewards.choose(runner.tx, club, HUNDRED, HUNDRED_KM, now=runner.now)
    return club


def wanted(runner):
    """What Ana should have, if anything is to be looked at."""
    found = [due for due in rewards.due(runner.tx) if due.member_id == runner.member_id]
    return rewards.wanted(runner.tx, found[0], now=runner.now) if found else None


def settle(runner):
    """Discord gives and takes all that is due."""
    for due in rewards.due(runner.tx):
        found = rewards.wanted(runner.tx, due, now=runner.now)
        for role_id in found.earned - found.given:
            rewards.given(runner.tx, due, role_id, now=runner.now)
        for role_id in found.given - found.earned:
            rewards.taken(runner.tx, due.club_id, due.member_id, role_id)
        rewards.done(runner.tx, due)


def test_the_tenth_run_earns_its_role(runner, club):
    """Nine are none, the tenth is, and when a run goes, the role does."""
    logged = [runner.log(TODAY, 3000 + n) for n in range(9)]
    assert wanted(runner) is None
    tenth = runner.log(TODAY, 5000)
    assert wanted(runner) == Wanted(frozenset({TEN}), frozenset())
    settle(runner)
    assert rewards.due(runner.tx) == []
    runner.withdraw(logged[0])
    assert wanted(runner) == Wanted(frozenset(), frozenset({TEN}))
    runner.restore(logged[0])
    settle(runner)
    assert rewards.all_given(runner.tx, runner.member_id) == [(runner.club_id, TEN)]
    runner.edit(tenth, distance="100 km", time="9:00:00")
    assert wanted(runner).earned == {TEN, HUNDRED_KM}


def test_private_runs_and_helping_out_earn_none(runner, club):
    """Others could read from a role what was run in private."""
    for n in range(12):
        runner.log(TODAY, 20_000 + n, private=True)
    for n in range(12):
        runner.log(TODAY - timedelta(days=n), kind="volunteer")
    assert wanted(runner) is None


@pytest.mark.parametrize("how", ["named", "pause"])
def test_whoever_is_not_named_has_none(runner, club, how):
    """Not being named takes the role away and gives it back later; a pause does exactly the same."""
    for n in range(10):
        runner.log(TODAY, 3000 + n)
    settle(runner)
    away, back = {
        "named": (lambda: choose(named=False), lambda: choose(named=True)),
        "pause": (lambda: pause(9), lambda: pause(0)),
    }[how]

    def choose(**chosen):
        naming.choose(runner.tx, runner.member_id, now=runner.now, **chosen)

    def pause(days):
        naming.pause_from_today(
            runner.tx, None, runner.member_id, days, None, now=runner.now, defaults=Defaults()
        )

    away()
    assert wanted(runner) == Wanted(frozenset(), frozenset({TEN}))
    settle(runner)
    back()
    assert wanted(runner) == Wanted(frozenset({TEN}), frozenset())


def test_a_new_role_reaches_those_who_earned_it_before(runner):
    """Everybody with public runs is looked at; a role that is given no longer is taken back."""
    for n in range(10):
        runner.log(TODAY, 3000 + n)
    club = giving(runner)
    assert wanted(runner).earned == {TEN}
    settle(runner)
    rewards.choose(runner.tx, club, TENTH, None, now=runner.now)
    assert wanted(runner) == Wanted(frozenset(), frozenset({TEN}))


def test_a_role_is_for_one_milestone(runner, club):
    """Else nobody could tell for what it was given."""
    with pytest.raises(RoleTaken):
        rewards.choose(runner.tx, club, Milestone("runs", "50"), TEN, now=runner.now)
    assert rewards.choose(runner.tx, club, TENTH, TEN, now=runner.now) == [
        Reward(TENTH, TEN),
        Reward(HUNDRED, HUNDRED_KM),
    ]


def test_a_deleted_role_is_given_no_more(runner, club):
    """Nor is it remembered of anybody."""
    for n in range(10):
        runner.log(TODAY, 3000 + n)
    settle(runner)
    rewards.role_gone(runner.tx, TEN)
    assert rewards.rewards_of(runner.tx, runner.club_id) == [Reward(HUNDRED, HUNDRED_KM)]
    assert rewards.all_given(runner.tx, runner.member_id) == []


def test_what_comes_meanwhile_is_looked_at_too(runner, club):
    """A change between the look and its end stays due."""
    logged = [runner.log(TODAY, 3000 + n) for n in range(10)]
    (due,) = rewards.due(runner.tx)
    runner.withdraw(logged[0])
    runner.restore(logged[0])
    rewards.done(runner.tx, due)
    assert len(rewards.due(runner.tx)) == 1


def test_every_milestone_has_a_number_of_its_own():
    """So that a picker's id never means another one."""
    numbers = [number_of(one) for one in REWARDED]
    assert len(set(numbers)) == len(REWARDED) <= 25
    assert [numbered(number) for number in numbers] == list(REWARDED)
    assert numbered(3) is None


@settings(max_examples=40)
@given(
    runs=st.lists(
        st.tuples(st.sampled_from([3000, 9000, 40_000, "volunteer"]), st.booleans()),
        min_size=8,
        max_size=16,
    ),
    changes=st.lists(
        st.tuples(st.integers(0, 15), st.sampled_from(["withdraw", "restore", "edit", "settle"])),
        max_size=8,
    ),
)
def test_roles_are_what_public_runs_earned(new_runner, runs, changes):
    """Whatever happens in whatever order, once all that is due was done, roles are what public runs say."""
    with new_runner() as runner:
        giving(runner)
        logged = [
            runner.log(TODAY, private=private, kind=of)
            if of == "volunteer"
            else runner.log(TODAY, of, private=private)
            for of, private in runs
        ]
        for index, change in changes:
            one = logged[index % len(logged)]
            gone = not runner.book.view(runner.tx, one.post.post_id, now=runner.now).runs
            if change == "settle":
                settle(runner)
            elif change == "edit" and not gone:
                runner.edit(one, kind="easy", distance="41 km")
            elif change != "edit":
                getattr(runner, change)(one)
        settle(runner)
        views = [runner.book.view(runner.tx, one.post.post_id, now=runner.now) for one in logged]
        public = [run for view in views for run in view.runs if run.is_run and not run.private]
        expected = {TEN} if len(public) >= 10 else set()
        if sum(run.distance_m or 0 for run in public) >= 100_000:
            expected |= {HUNDRED_KM}
        given = {role_id for _, role_id in rewards.all_given(runner.tx, runner.member_id)}
        assert given == expected
        assert members.preferences_of(runner.tx, runner.member_id).named


def test_a_role_tells_of_the_run_that_earned_it_and_of_a_fresh_one():
    """One that was earned before, or by runs before the latest, tells nothing of a run of long ago."""
    gives = [Reward(TENTH, TEN), Reward(HUNDRED, HUNDRED_KM)]
    now, both = datetime(2026, 11, 18, 12, tzinfo=UTC), frozenset({TEN, HUNDRED_KM})

    def tell(runs, days_ago, new=both, told=1):
        latest = Latest(Public(told, 5000), now - timedelta(days=days_ago), None, "")
        return telling(new, gives, Public(runs, 150_000), latest, now=now)

    assert tell(10, 0) == tell(11, 2) == both
    assert tell(10, 40) == frozenset({TEN})
    assert tell(11, 40, told=2) == frozenset({TEN})  # one post told of two runs
    assert tell(11, 4) == tell(10, 0, new=frozenset()) == frozenset()


def test_a_note_of_a_hard_hour_earns_no_role_until_the_next_run(runner, club):
    """What was given before stays."""
    for n in range(9):
        runner.log(TODAY, 3000 + n)
    runner.log(TODAY, 5000, note="I don't want to live anymore")
    assert wanted(runner) == Wanted(frozenset(), frozenset())
    settle(runner)
    runner.log(TODAY, 6000)
    found = wanted(runner)
    assert found is not None and found.earned == frozenset({TEN})


def test_what_no_run_may_bring_are_rights_that_discord_knows():
    """A name that is none would protect nothing."""
    assert set(MIGHTY) <= set(discord.Permissions.VALID_FLAGS)
