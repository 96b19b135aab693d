"""Whoever writes without end is slowed, and nobody else is."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cogs.runs.pacing import ALLOWED, WITHIN, Pace

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


def test_a_thousand_posts_of_one_member_hold_nobody_else_up():
    """They are read twenty a minute, in their order; another's are read at once."""
    pace = Pace(lambda: NOW)
    turns = [pace.turn_of(1, NOW) for _ in range(1000)]
    assert turns == sorted(turns) and turns[ALLOWED - 1] == NOW
    assert turns[-1] == NOW + WITHIN * (999 // ALLOWED)
    assert all(pace.turn_of(member, NOW) == NOW for member in range(2, 200))


@given(st.lists(st.integers(0, 30), max_size=120))
def test_no_minute_reads_more_than_is_allowed(gaps):
    """Whenever posts come in, none is read before it came, and no minute holds too many."""
    pace, now, turns = Pace(lambda: NOW), NOW, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        turns.append(pace.turn_of(1, now))
        assert turns[-1] >= now
    assert all(
        later - first >= WITHIN for first, later in zip(turns, turns[ALLOWED:], strict=False)
    )


def test_members_who_wrote_long_ago_are_forgotten():
    """With the next post whoever has been silent for a minute is let go, and nobody else."""
    pace = Pace(lambda: NOW)
    for member in range(1000):
        pace.turn_of(member, NOW)
    for member in (1, 2):
        pace.turn_of(member, NOW + WITHIN / 2)
    pace.turn_of(1000, NOW + WITHIN)
    assert set(pace._read) == {1, 2, 1000}
