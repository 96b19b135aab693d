"""What a person can have run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.runs.plausible import fastest, is_plausible

BOUNDS = [
    (400, 39.79),
    (1000, 124.20),
    (3000, 420.42),
    (5000, 732.70),
    (7500, 1124.49),
    (10000, 1523.87),
    (16093.44, 2507.40),
    (21097.5, 3299.94),
    (30000, 4818.96),
    (42195, 6954.90),
    (50000, 9237.31),
    (100000, 20913.20),
    (200000, 48255.58),
]


@pytest.mark.parametrize(("metres", "seconds"), BOUNDS)
def test_the_bound_has_its_known_values(metres, seconds):
    """The fastest time believed is the best known performance less its margin."""
    assert fastest(metres) == pytest.approx(seconds, abs=0.01)


@given(st.integers(100, 349_000), st.integers(1, 1000))
def test_farther_never_takes_less_time(metres, more):
    """The bound rises with the distance."""
    assert fastest(metres + more) > fastest(metres)


@pytest.mark.parametrize(
    ("metres", "seconds", "believed"),
    [
        (5000, 1470, True),
        (5000, 733, True),
        (5000, 732, False),
        (42195, 6900, False),
        (50, 5, True),
        (50, 3, False),
        (5000, 3 * 3600, True),  # slow is never questioned
        (350_000, None, True),
        (350_001, None, False),
        (None, 24 * 3600, True),
        (None, 24 * 3600 + 1, False),
        (340_000, 86_400, False),
        (None, None, True),
        (0, 100, False),
        (-5000, 1470, False),
    ],
)
def test_only_what_nobody_can_have_run_is_questioned(metres, seconds, believed):
    """Too fast, too far and too long are questioned; slow is not."""
    assert is_plausible(metres, seconds) is believed
