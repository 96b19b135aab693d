"""`make bench`: every report is made, and a wrong name is answered with the right ones."""

from pathlib import Path

import pytest

from benchmarks import __main__ as bench

FOLDER = Path(bench.__file__).parent
PARTS = {"__main__", "wire"}
"""Not reports, though they run by themselves: this list of them, and a server for one."""


def test_every_report_is_known():
    """A file that prints a report is one that `make bench` makes."""
    runnable = {
        file.stem for file in FOLDER.glob("*.py") if '"__main__"' in file.read_text("utf-8")
    }
    assert runnable - PARTS == set(bench.REPORTS)


def test_a_wrong_name_is_answered_with_the_right_ones(monkeypatch):
    """Nothing is measured then, also where another name is right."""
    monkeypatch.setattr(bench, "_made", pytest.fail)
    told = bench.main(["stats", "picture"])
    assert told.startswith("There is no report named picture: choose among posts, ")


@pytest.mark.parametrize(
    ("asked", "made"), [([], bench.REPORTS), (["stats", "posts"], ("stats", "posts"))]
)
def test_reports_are_made_in_turn(monkeypatch, asked, made):
    """All without a name, else those named; one that fails is told of and keeps none from being made."""
    seen = []
    monkeypatch.setattr(bench, "_made", lambda name: seen.append(name) or name != "posts")
    assert bench.main(asked) == "These reports failed, see above: posts."
    assert tuple(seen) == made
