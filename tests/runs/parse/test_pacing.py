"""A time that hardly belongs to its distance is kept, so that its author can be asked about it."""

from datetime import UTC, datetime

import pytest

from bot.runs.parse import parse

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("5k in 12:00", 720),
        ("ran 3 km in 4 hours", 14_400),
        ("alarm set for 5:10, ten miles waiting for me", 18_600),
        ("ran 42 km in 1:30:00", None),
        ("2 km, 2 hours, one museum", None),
        ("5k in 24:30", None),
    ],
)
def test_a_doubted_time_is_kept_beside_its_distance(text, doubted):
    """Faster than anybody yet, or slower than most walk: neither is taken for true, and neither is lost."""
    reading = parse(text, now=NOW, units="km")
    assert [run.doubted_s for run in reading.runs] == [doubted]
    assert reading.is_run == (text == "5k in 24:30")
