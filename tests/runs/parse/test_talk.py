"""Talk around a run takes nothing away from it: 840 pieces of it, each put to figures in several ways.

A piece is what somebody says behind their figures, before them, or right behind the distance. Rules were mended with
those of `talk/work.txt`; of those in `talk/held.txt` only totals were looked at.
"""

from pathlib import Path

import pytest

from bot.runs.parse import parse
from tests.runs.parse.conftest import NOW

FOLDER = Path(__file__).parent / "talk"
FORMS = {
    "TAIL": [
        ("Ran 8k in 44:10 this morning. {}", 0.99),
        ("8k 44:10. {}", 0.98),
        ("8k this morning. {}", 0.94),
        ("8k. {}", 0.86),
    ],
    "HEAD": [("{} ran 8k in 44:10 this morning", 0.93), ("{}, 8k 44:10", 0.89)],
    "MID": [
        ("ran 8k {} in 44:10", 0.95),
        ("8k {}, 44:10", 0.91),
        ("8k {} this morning", 0.83),
        ("8k {}", 0.7),
    ],
}
"""How pieces of each kind are put to figures, and the share that must be logged with them: below what was measured."""


def pieces(half, kind):
    lines = (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition("::") for line in lines)
    return [text.strip() for lead, _, text in told if lead.strip() == kind]


def keeps_its_run(form, piece):
    """Whether the one run is logged with just the figures of the form."""
    reading = parse(form.format(piece), now=NOW)
    figures = [(run.distance_m, run.duration_s) for run in reading.runs]
    return reading.is_run and figures == [(8000, 2650 if "44:10" in form else None)]


@pytest.mark.parametrize("half", ["work", "held"])
@pytest.mark.parametrize(
    ("kind", "form", "share"), [(kind, *one) for kind, forms in FORMS.items() for one in forms]
)
def test_talk_around_a_run_leaves_it_alone(half, kind, form, share):
    """Whatever is said around its figures, a run is logged with them."""
    told = pieces(half, kind)
    kept = [piece for piece in told if keeps_its_run(form, piece)]
    assert len(kept) >= share * len(told), (len(kept), len(told))
