"""Journey: the club's kilometres along a route, with a word at each stop."""

from dataclasses import replace

from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Fault, Rules
from bot.challenges.routes import ROUTES


class Journey(Kind):
    """Everybody's distance adds up, and the stops are announced instead of quarters."""

    name = "journey"
    metrics = ("distance",)
    everyone = True
    needs_goal = False

    def goal(self, challenge: Challenge) -> int | None:
        """The length of the route."""
        route = challenge.rules.route
        return route.length_m if route else None

    def waypoints(self, challenge: Challenge) -> tuple[tuple[str, int], ...]:
        """Each stop but the first; from the percent on in which it is certainly reached."""
        route = challenge.rules.route
        if route is None:
            return ()
        return tuple(
            (f"stop:{number}", -(-stop.at_m * 100 // route.length_m))
            for number, stop in enumerate(route.stops[1:], 1)
        )

    def completed(self, rules: Rules) -> Rules:
        """Distance, along the first route there is when none was chosen."""
        route = rules.route or next(iter(ROUTES.values()))
        return replace(super().completed(rules), metric="distance", route=route, goal=None)

    def faults(self, challenge: Challenge) -> list[Fault]:
        """A journey has a route."""
        return [] if challenge.rules.route else [("challenges.route_missing", {})]
