"""Which situation a run is, which line takes its turn, and what a line may hold."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.encouragement.model import Line, choose, filled, fits, placeholders, situation
from bot.runs.model import Fact

NONE = frozenset()


@dataclass
class Ran:
    """The figures a situation looks at."""

    distance_m: int | None = 8000
    duration_s: int | None = 2700
    kind: str | None = None

    @property
    def pace_s_per_km(self):
        """As of a run."""
        return 300 if self.distance_m and self.duration_s else None


@pytest.mark.parametrize(
    ("run", "tags", "is_first", "expected"),
    [
        (Ran(), NONE, True, "first"),
        (Ran(), NONE, False, "any"),
        (Ran(None, None), NONE, False, "freedom"),
        (Ran(None, None, "walk"), NONE, False, "walk"),
        (Ran(kind="race"), frozenset({"rain"}), False, "race"),
        (Ran(kind="treadmill"), frozenset({"heat"}), False, "treadmill"),
        (Ran(), frozenset({"rain", "dark"}), False, "rain"),
        (Ran(), frozenset({"with_others"}), False, "together"),
        (Ran(), frozenset({"group"}), False, "together"),
        (Ran(), frozenset({"early"}), False, "early"),
        (Ran(), frozenset({"comeback"}), False, "any"),
        (Ran(), frozenset({"volunteer"}), True, "volunteer"),
        (Ran(21_097), NONE, False, "long"),
        (Ran(2000), NONE, False, "short"),
        (Ran(kind="walk"), NONE, False, "walk"),
        (Ran(kind="easy"), NONE, False, "slow"),
        (Ran(2000, kind="recovery"), NONE, False, "short"),
        (Ran(5000, 3600), NONE, False, "any"),
    ],
)
def test_the_rarest_fitting_situation_wins(run, tags, is_first, expected):
    """A first run, then what was said of it, then its length; no pace makes a run a slow one."""
    assert situation(run, tags, is_first=is_first) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["best"], "best"),
        (["milestone"], "milestone"),
        (["best", "milestone"], "milestone"),
        (["line"], "rain"),
    ],
)
def test_what_a_run_earned_goes_before_its_weather(names, expected):
    """A best or a milestone that another room found decides the situation."""
    facts = [Fact(name, "…") for name in names]
    assert situation(Ran(), frozenset({"rain"}), facts, is_first=False) == expected


LINES = [Line(str(number), f"line {number}") for number in range(12)]


@given(st.integers(min_value=0), st.integers(min_value=11, max_value=40))
def test_lines_take_turns(turn, count):
    """However a member begins, every line is said before one comes again, and then the oldest comes first."""
    lines = [Line(str(number), "…") for number in range(count)]
    told = []
    for _ in range(3 * count):
        told.insert(0, choose(lines, told, turn=turn).key)
    newest_last = told[::-1]
    assert all(
        newest_last[place] not in newest_last[max(0, place - 10) : place]
        for place in range(len(told))
    )
    assert newest_last[:count] == newest_last[count : 2 * count] == newest_last[2 * count :]
    assert len(set(newest_last[:count])) == count


def test_a_new_line_comes_before_those_told():
    """What was never told is older than everything that was."""
    told = [line.key for line in LINES]
    assert choose([*LINES, Line("new", "…")], told, turn=5).key == "new"


def test_without_lines_none_is_said():
    """A situation whose lines are all switched off has nothing to say."""
    assert choose([], ["1"], turn=0) is None


def test_members_begin_at_different_lines():
    """Not everybody is told the same line first."""
    assert len({choose(LINES, [], turn=member).key for member in range(12)}) == 12


@pytest.mark.parametrize(
    ("run", "words", "expected"),
    [
        (Ran(), "{distance} in {time}, {name}: {pace}", True),
        (Ran(None), "{distance}!", False),
        (Ran(duration_s=None), "{pace}", False),
        (Ran(duration_s=None), "{distance}", True),
        (Ran(None, None), "{name}", True),
        (Ran(None, None), "Well run.", True),
    ],
)
def test_a_line_waits_for_a_run_with_its_figures(run, words, expected):
    """A line with a placeholder is for runs that can fill it."""
    assert fits(Line("1", words), run) is expected


@pytest.mark.parametrize(
    "broken",
    ["{", "}", "{0}", "{}", "{distance:>9}", "{name!r}", "{name.__class__}", "{pb}", "{a b}"],
)
def test_other_braces_are_no_placeholders(broken):
    """Only the four names, plainly, may stand in braces."""
    with pytest.raises(ValueError):
        placeholders(broken)


def test_a_line_is_filled_or_left_out():
    """A figure that an edit took away leaves the line out; a line without placeholders is said as it is."""
    assert filled("{distance}, {name}", {"distance": "5 km", "name": "Ana"}) == "5 km, Ana"
    assert filled("{distance}", {"distance": None}) is None
    assert filled("Plain.", {}) == "Plain."
