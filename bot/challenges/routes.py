"""The routes that ship, and a club's own as an organizer types it; pure."""

import re
import tomllib
from importlib import resources

from bot.challenges.model import Fault, Route, Stop
from bot.texts import clean
from bot.texts.figures import MILE_M

MOST_STOPS = 40
MOST_NAME = 60
MOST_MESSAGE = 200
LONGEST_M = 50_000_000

_LINE = re.compile(
    r"(?P<at>\d+(?:[.,]\d+)?)\s*(?P<unit>km|mi|miles?)?[\s:;-]+(?P<name>[^:]+?)(?:\s*:\s*(?P<message>.*))?",
    re.IGNORECASE,
)


def _shipped() -> dict[str, Route]:
    text = (resources.files(__package__) / "routes.toml").read_text("utf-8")
    return {
        key: Route(
            route["name"],
            tuple(
                Stop(round(stop["km"] * 1000), stop["name"], stop["message"])
                for stop in route["stops"]
            ),
        )
        for key, route in tomllib.loads(text).items()
    }


ROUTES = _shipped()
"""By key, in the order in which they are offered."""


def names() -> list[tuple[str, str]]:
    """Key and name of each route that ships."""
    return [(key, route.name) for key, route in ROUTES.items()]


def read(text: str, *, units: str) -> Route | list[Fault]:
    """A route as typed: its name, then a line for each stop, "12.5 Name: message"; or all that is wrong with it.

    Figures without a unit are in `units`, counted from the start; the stops stand in their order.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) < 3 or len(lines) > MOST_STOPS + 1:
        return [("challenges.route_short", {"most": MOST_STOPS})]
    faults: list[Fault] = []
    stops: list[Stop] = []
    for line in lines[1:]:
        stop = _stop(line, units)
        if stop is None:
            faults.append(("challenges.route_line_unread", {"line": clean.words(line, 60)}))
        elif stops and stop.at_m <= stops[-1].at_m:
            names_of = {
                "stop": clean.words(stop.name, 40),
                "before": clean.words(stops[-1].name, 40),
            }
            faults.append(("challenges.route_out_of_order", names_of))
        else:
            stops.append(stop)
    if stops and stops[-1].at_m > LONGEST_M:
        faults.append(("challenges.route_too_long", {}))
    if faults:
        return faults
    if stops[0].at_m:
        stops.insert(0, Stop(0, lines[0][:MOST_NAME]))
    return Route(lines[0][:MOST_NAME], tuple(stops))


def _stop(line: str, units: str) -> Stop | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    unit = (found["unit"] or units).casefold()
    size = 1000 if unit == "km" else MILE_M
    at_m = round(float(found["at"].replace(",", ".")) * size)
    return Stop(at_m, found["name"][:MOST_NAME], (found["message"] or "")[:MOST_MESSAGE])
