"""Goals as organizers type them, and what they are told to write instead."""

import pytest

from bot.challenges.goals import Goal, read


@pytest.mark.parametrize(
    ("text", "units", "goal"),
    [
        ("100", "km", Goal(100_000, "distance")),
        ("100", "mi", Goal(160_934, "distance")),
        ("100 km", "mi", Goal(100_000, "distance")),
        ("100 miles", "km", Goal(160_934, "distance")),
        ("1,000 km", "km", Goal(1_000_000, "distance")),
        ("1.000 km", "km", Goal(1_000_000, "distance")),
        ("10,5km", "km", Goal(10_500, "distance")),
        ("1 000 km", "km", Goal(1_000_000, "distance")),
        ("20 hours", "km", Goal(72_000, "time")),
        ("30 runs", "km", Goal(30, "runs")),
        ("12 active days", "km", Goal(12, "days")),
        ("50 people", "km", Goal(50, "people")),
        ("4 weeks", "km", Goal(4, "weeks")),
        ("100km per person", "km", Goal(100_000, "distance", per_person=True)),
        ("100 km each", "km", Goal(100_000, "distance", per_person=True)),
    ],
)
def test_a_goal_is_read(text, units, goal):
    """A figure with a unit, or without one in the club's."""
    assert read(text, metric=None, units=units) == goal


@pytest.mark.parametrize(
    ("metric", "goal"),
    [("time", Goal(36_000, "time")), ("runs", Goal(10, "runs")), ("weeks", Goal(10, "weeks"))],
)
def test_a_bare_figure_is_meant_in_the_measure(metric, goal):
    """10 are hours, runs or weeks where these are counted."""
    assert read("10", metric=metric, units="km") == goal


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1e9", "goal_unread"),
        ("ten thousand", "goal_unread"),
        ("", "goal_unread"),
        ("many km", "goal_unread"),
        ("100 bananas", "goal_unread"),
        ("1.2.3 km", "goal_unread"),
        ("-5 km", "goal_unread"),
        ("0", "goal_zero"),
        ("0.0001 km", "goal_zero"),
        ("99999999 km", "goal_absurd"),
        ("53 weeks", "goal_absurd"),
        ("@everyone", "goal_unread"),
    ],
)
def test_what_is_no_goal_says_what_to_write(text, key):
    """A slip is named as one, and nothing that was typed mentions anybody."""
    found, values = read(text, metric=None, units="km")
    assert found == f"challenges.{key}"
    assert "@e" not in str(values.get("text", ""))
