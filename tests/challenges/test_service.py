"""Use cases of a challenge, on the real schema: begun, joined, run for, changed, ended."""

from datetime import date

import pytest

from bot.challenges import service
from bot.challenges.brought import brought
from bot.challenges.refusals import (
    BeingEdited,
    ChallengeFaults,
    IsOver,
    NoSuchChallenge,
    NotOpen,
    TooLateToJoin,
)
from bot.runs.mending import Mending

from .conftest import ANA, BEN, CARA, CLUB, FIRST, LAST, ORGANIZER


@pytest.fixture
def play(tx, now, new_play):
    """A club whose runs count."""
    return new_play(tx, now, brought)


def test_together_counts_everybody(play):
    """A club total grows with every run of its days, whoever joined."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "8 km")
    play.log(BEN, "4 km", day=FIRST)
    play.log(BEN, "40 km", day=date(2026, 11, 1))
    found = play.progress(challenge)
    assert (found.counted, found.goal, found.percent) == (12_000, 100_000, 12)
    assert (found.participants, found.movers) == (0, 2)


def test_each_counts_those_who_joined(play):
    """Towards a personal goal only the runs of those count who joined, those before joining too."""
    challenge = play.begin(kind="each", goal="10 km")
    play.log(ANA, "6 km")
    play.log(BEN, "20 km")
    play.join(challenge, ANA)
    assert play.board(challenge) == {"Ana": 6_000}
    found = play.progress(challenge)
    assert (found.counted, found.goal, found.percent, found.participants) == (6_000, None, 60, 1)


def test_runs_before_joining_may_be_left_out(play):
    """Where the rules say so, a run counts from the day of joining on, also after leaving and coming back."""
    challenge = play.begin(kind="each", goal="100 km", before_joining=False)
    play.log(ANA, "6 km", day=date(2026, 11, 17))
    play.join(challenge, ANA)
    play.log(ANA, "4 km")
    play.leave(challenge, ANA)
    assert play.progress(challenge).counted == 0
    play.wait(days=2)
    play.join(challenge, ANA)
    assert play.own(challenge, ANA).counted == 4_000


def test_runs_that_are_there_count_at_once(play):
    """A challenge that is announced in the middle of its days counts what was run already."""
    play.log(ANA, "8 km")
    assert play.progress(play.begin(goal="100 km")).counted == 8_000


def test_a_private_run_is_in_the_total_and_in_no_row(play):
    """The club total counts it, the member sees it, nobody else does."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "8 km", private=True)
    play.log(BEN, "5 km")
    assert play.progress(challenge).counted == 13_000
    assert play.board(challenge) == {"Ben": 5_000}
    assert play.own(challenge, ANA).counted == 8_000
    play.join(challenge, ANA)
    assert play.board(challenge) == {"Ana": 0, "Ben": 5_000}


def test_who_is_not_to_be_named_is_in_the_total_alone(play):
    """*Don't name me* keeps the row off the board, also when it is chosen late."""
    challenge = play.begin(goal="100 km")
    play.join(challenge, ANA)
    play.log(ANA, "8 km")
    assert play.board(challenge) == {"Ana": 8_000}
    play.hide(ANA)
    assert play.board(challenge) == {}
    assert play.progress(challenge).counted == 8_000


def test_what_a_run_becomes_is_counted_exactly(play):
    """Edited, back-dated, withdrawn and restored runs count as they are now."""
    challenge = play.begin(goal="100 km")
    logged = play.log(ANA, "8 km")
    (run,) = logged.runs

    def edit(**form):
        Mending(play.book).edit(play.tx, CLUB, ANA, run.run_id, play.form(**form), now=play.now)
        return play.progress(challenge).counted

    assert edit(distance="9 km") == 9_000
    assert edit(when="2026-11-01") == 0
    assert edit(when="2026-11-02") == 9_000
    play.withdraw(logged)
    assert play.progress(challenge).counted == 0 and play.progress(challenge).movers == 0
    Mending(play.book).restore(play.tx, CLUB, ANA, run.run_id, now=play.now)
    assert play.progress(challenge).counted == 9_000


def test_leaving_takes_the_runs_out_and_returning_brings_them_back(play):
    """Whoever leaves is out of a club total too, whether they joined before or not."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "8 km")
    assert play.leave(challenge, ANA) and not play.leave(challenge, ANA)
    assert play.progress(challenge).counted == 0
    assert play.join(challenge, ANA) and not play.join(challenge, ANA)
    assert play.progress(challenge).counted == 8_000


def test_leaving_and_returning_dodges_no_cap(play):
    """A week's cap holds whatever somebody joins and leaves in between."""
    challenge = play.begin(kind="each", goal="100 km", cap_week="10 km")
    play.join(challenge, ANA)
    play.log(ANA, "10 km")
    play.leave(challenge, ANA)
    play.join(challenge, ANA)
    play.log(ANA, "10 km")
    assert play.progress(challenge).counted == 10_000


def test_a_changed_cap_counts_anew(play):
    """Caps hold for runs that are there already, and go as they came."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "12 km")
    play.edit(challenge, cap_run="10 km")
    assert play.progress(challenge).counted == 10_000
    play.edit(challenge, cap_run="")
    assert play.progress(challenge).counted == 12_000


def test_only_the_chosen_kinds_count(play):
    """A run whose kind nobody named counts as plain."""
    challenge = play.begin(goal="100 km", run_kinds=("plain", "race"))
    play.log(ANA, "5 km")
    play.log(ANA, "6 km", kind="walk")
    play.log(ANA, "7 km", kind="race")
    assert play.progress(challenge).counted == 12_000


@pytest.mark.parametrize(
    ("wishes", "keys"),
    [
        ({"goal": "100 km", "name": "  "}, ["name_missing"]),
        ({"goal": "0"}, ["goal_zero"]),
        ({"goal": "1e9"}, ["goal_unread"]),
        ({"goal": "1 km", "last": date(2026, 11, 1)}, ["end_before_start"]),
        ({"goal": "1 km", "first": date(2026, 10, 1), "last": date(2026, 11, 1)}, ["end_is_past"]),
        ({"goal": "1 km", "first": date(2026, 1, 1)}, ["start_long_ago"]),
        ({"goal": "1 km", "last": date(2029, 1, 1)}, ["too_long"]),
        ({"goal": "1 km", "kind": "duel"}, ["no_such_kind"]),
        ({"kind": "each", "goal": "50 people"}, ["metric_unfit"]),
        ({"kind": "each", "goal": "40 days"}, ["goal_beyond_days"]),
        ({"goal": "1 km", "cap_day": "2 hours"}, ["cap_unread"]),
        (
            {"goal": "0", "name": "", "last": date(2026, 11, 1)},
            ["goal_zero", "name_missing", "end_before_start"],
        ),
    ],
)
def test_every_fault_is_in_one_answer(play, wishes, keys):
    """A challenge that cannot be is refused with everything that is wrong with it, and nothing is stored."""
    with pytest.raises(ChallengeFaults) as refused:
        play.draft(**wishes)
    assert [key for key, _ in refused.value.faults] == [f"challenges.{key}" for key in keys]
    assert service.drafts(play.tx, CLUB) == []


def test_a_goal_per_person_makes_it_each(play):
    """Who writes 100 km per person and chose no kind means the kind Each."""
    challenge = play.draft(goal="100 km per person")
    assert (challenge.kind, challenge.rules.goal, challenge.rules.everyone) == (
        "each",
        100_000,
        False,
    )


def test_a_club_has_25_going_on(play):
    """The 26th is refused, and fits again when one has ended."""
    first = play.begin(goal="1 km")
    for _ in range(24):
        play.begin(goal="1 km")
    with pytest.raises(ChallengeFaults):
        play.draft(goal="1 km")
    service.end(play.tx, CLUB, first.challenge_id, now=play.now)
    play.begin(goal="1 km")


def test_another_organizer_is_told_who_is_editing(play):
    """Two organizers do not change one draft at once; ten minutes later, or by taking it over, it is free."""
    challenge = play.draft(goal="1 km")
    with pytest.raises(BeingEdited) as refused:
        play.edit(challenge, by=BEN, goal="2 km")
    assert refused.value.values == {"who": f"<@{ORGANIZER}>"}
    service.open_for(play.tx, CLUB, challenge.challenge_id, CARA, now=play.now, take_over=True)
    with pytest.raises(BeingEdited):
        play.edit(challenge, goal="2 km")
    play.wait(minutes=10)
    assert play.edit(challenge, goal="2 km").rules.goal == 2_000


def test_a_challenge_of_another_club_is_not_there(play):
    """A forged number reaches nothing."""
    challenge = play.begin(goal="1 km")
    with pytest.raises(NoSuchChallenge):
        service.cancel(play.tx, CLUB + 1, challenge.challenge_id)


def test_who_may_join_when(play):
    """Nobody joins a draft, one that is over, or late where the rules say so; who was in may return."""
    with pytest.raises(NotOpen):
        play.join(play.draft(goal="1 km"), ANA)
    strict = play.begin(goal="1 km", late_joining=False, first=date(2026, 11, 20))
    play.join(strict, ANA)
    play.be_at(2026, 11, 20, 12)
    with pytest.raises(TooLateToJoin):
        play.join(strict, BEN)
    play.leave(strict, ANA)
    play.join(strict, ANA)
    play.be_at(2026, 11, 30, 0, 1)
    with pytest.raises(NotOpen):
        play.join(strict, CARA)


def test_two_days_after_the_end_the_totals_stay(play):
    """A late run of its days still counts for 48 hours, then everything stays as it is."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "8 km")
    play.be_at(2026, 12, 1, 23, 59)
    late = play.log(BEN, "5 km", day=LAST)
    assert service.close_due(play.tx, now=play.now) == []
    play.be_at(2026, 12, 2, 0, 0)
    (closed,) = service.close_due(play.tx, now=play.now)
    assert closed.outcome.counted == 13_000
    play.withdraw(late)
    play.log(ANA, "5 km", day=LAST)
    assert play.progress(challenge).counted == 13_000
    with pytest.raises(IsOver):
        play.edit(challenge, goal="1 km")
    with pytest.raises(IsOver):
        play.leave(challenge, ANA)


def test_ended_early_it_counts_until_today(play):
    """The last day becomes today."""
    challenge = play.begin(goal="100 km")
    ended = service.end(play.tx, CLUB, challenge.challenge_id, now=play.now)
    assert ended.last == date(2026, 11, 18)
    play.log(ANA, "8 km")
    assert play.progress(challenge).counted == 8_000
    with pytest.raises(IsOver):
        service.end(play.tx, CLUB, challenge.challenge_id, now=play.now)


def test_a_longer_challenge_counts_the_longer_time(play):
    """An extended last day counts what was run meanwhile."""
    challenge = play.begin(goal="100 km", last=date(2026, 11, 18))
    play.wait(hours=1)
    play.edit(challenge, last=LAST)
    play.wait(days=1)
    play.log(ANA, "8 km")
    assert play.progress(challenge).counted == 8_000
    with pytest.raises(ChallengeFaults):
        play.edit(challenge, first=date(2026, 11, 3))
    with pytest.raises(ChallengeFaults):
        play.edit(challenge, kind="each")


def test_drafts_go_after_a_week(play):
    """A draft that nobody touched for a week is thrown away; a challenge stays."""
    play.begin(goal="1 km")
    play.draft(goal="1 km")
    play.wait(days=6)
    assert service.purge_drafts(play.tx, now=play.now) == 0
    play.wait(days=2)
    assert service.purge_drafts(play.tx, now=play.now) == 1
    assert service.drafts(play.tx, CLUB) == []
