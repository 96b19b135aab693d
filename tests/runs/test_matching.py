"""Which stored run is meant by what an edited post tells."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.runs.matching import matched
from bot.runs.model import Draft, Run

DAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


def run(number, metres, seconds, *, by_hand=()):
    return Run(
        run_id=number,
        post_id=1,
        club_id=1,
        member_id=11,
        day=DAY,
        distance_m=metres,
        duration_s=seconds,
        kind=None,
        note=None,
        private=False,
        logged_at=NOW,
        withdrawn_at=None,
        position=number - 1,
        by_hand=frozenset(by_hand),
    )


def ids(runs, drafts):
    return [found.run_id if found else None for found in matched(runs, drafts)]


def test_the_same_figures_are_the_same_run_wherever_they_stand():
    """A post that tells its runs in another order moves none of them."""
    runs = [run(1, 5000, 1470), run(2, 8000, 2700)]
    assert ids(runs, [Draft(DAY, 8000, 2700), Draft(DAY, 5000, 1470)]) == [2, 1]


def test_what_was_set_by_hand_is_not_compared():
    """A run whose distance was put right is known by its time."""
    runs = [run(1, 5200, 1470, by_hand=("distance_m",)), run(2, 8000, 2700)]
    assert ids(runs, [Draft(DAY, 8000, 2700), Draft(DAY, 5000, 1470)]) == [2, 1]


def test_changed_figures_are_the_run_in_their_place():
    """What nothing else joins is joined in order; one run more is a new one."""
    runs = [run(1, 5000, 1470), run(2, 8000, 2700)]
    told = [Draft(DAY, 5100, 1500), Draft(DAY, 8000, 2700), Draft(DAY, 3000, None)]
    assert ids(runs, told) == [1, 2, None]


def test_one_told_no_more_leaves_the_other_alone():
    """Without its first run, a post tells of its second one still."""
    runs = [run(1, 5000, 1470), run(2, 8000, 2700)]
    assert ids(runs, [Draft(DAY, 8000, 2700)]) == [2]


@given(
    figures=st.lists(st.sampled_from([(5000, 1470), (8000, 2700), (3000, None)]), max_size=5),
    told=st.lists(st.sampled_from([(5000, 1470), (8000, 2700), (10_000, None)]), max_size=5),
)
def test_no_run_is_meant_twice_and_none_is_left_while_there_is_a_draft(figures, told):
    """As many are joined as there can be, each once."""
    runs = [run(number, *each) for number, each in enumerate(figures, 1)]
    found = [n for n in ids(runs, [Draft(DAY, *each) for each in told]) if n]
    assert len(found) == len(set(found)) == min(len(figures), len(told))
