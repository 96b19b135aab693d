"""The routes that ship, and what a club types."""

import pytest

from bot.challenges import routes
from bot.challenges.model import Route


def test_at_least_four_routes_ship():
    """Each begins at 0, goes on without turning back, and says something at every stop."""
    assert len(routes.ROUTES) >= 4
    for route in routes.ROUTES.values():
        at = [stop.at_m for stop in route.stops]
        assert at[0] == 0 and at == sorted(set(at)), route.name
        assert all(stop.name and stop.message for stop in route.stops), route.name


@pytest.mark.parametrize(
    ("typed", "units", "at"),
    [
        ("Lake\n0 Pier\n2.5 Mill\n5 Pier again", "km", [0, 2500, 5000]),
        ("Lake\n0 Pier\n2,5 km Mill: half!\n5km Pier", "km", [0, 2500, 5000]),
        ("Lake\n1 Mill\n2 miles: Pier", "mi", [0, 1609, 3219]),
        ("Lake\n1 Mill\n2 mi Pier", "km", [0, 1000, 3219]),
        ("Lake\n10 Mill\n20 Pier", "km", [0, 10_000, 20_000]),
    ],
)
def test_a_route_as_typed(typed, units, at):
    """Figures with or without a unit; a first stop that is not at 0 has the start put before it."""
    found = routes.read(typed, units=units)
    assert isinstance(found, Route) and [stop.at_m for stop in found.stops] == at


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ("Lake", ["route_short"]),
        ("Lake\n0 Pier\n9 Mill\n4 Bridge\nfar away", ["route_out_of_order", "route_line_unread"]),
        ("Lake\n0 Pier\n0 Mill\n9 Bridge", ["route_out_of_order"]),
        ("Lake\n0 Pier\n60000 Moon", ["route_too_long"]),
        ("Lake\n" + "\n".join(f"{n} Stop" for n in range(60)), ["route_short"]),
    ],
)
def test_every_wrong_line_is_named(typed, faults):
    """Stops out of order, twice the same place, lines that are none, and more than there is room for."""
    found = routes.read(typed, units="km")
    assert [key for key, _ in found] == [f"challenges.{fault}" for fault in faults]
