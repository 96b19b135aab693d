"""Which line is said under a run."""

from dataclasses import dataclass

import pytest

from bot import texts
from bot.encouragement.model import line, situation

NONE = frozenset()


@dataclass
class Ran:
    """The figures a situation looks at."""

    distance_m: int | None = 8000
    duration_s: int | None = 2700
    kind: str | None = None


@pytest.mark.parametrize(
    ("run", "tags", "so_far", "expected"),
    [
        (Ran(), NONE, 1, "first"),
        (Ran(), NONE, 2, "any"),
        (Ran(None, None), NONE, 2, "freedom"),
        (Ran(kind="race"), frozenset({"rain"}), 2, "race"),
        (Ran(), frozenset({"rain", "dark"}), 2, "rain"),
        (Ran(), frozenset({"with_others"}), 2, "together"),
        (Ran(21_097), NONE, 2, "long"),
        (Ran(2000), NONE, 2, "short"),
        (Ran(kind="walk"), NONE, 2, "walk"),
    ],
)
def test_the_rarest_fitting_situation_wins(run, tags, so_far, expected):
    """A first run, then what was said of it, then its length."""
    assert situation(run, tags, runs_so_far=so_far) == expected
    assert texts.lines(expected)


def test_lines_take_turns():
    """No line comes twice before all of its situation were said."""
    lines = texts.lines("any")
    said = [line(lines, runs_so_far=number) for number in range(len(lines))]
    assert len(set(said)) == len(lines)
