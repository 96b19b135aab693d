"""Teams: what each brings per head, so that their sizes don't matter."""

from dataclasses import replace

from bot import texts
from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Fault, Rules

FEWEST, MOST = 2, 8


class Teams(Kind):
    """Whoever joins is in a team; a goal for all of them together is possible and not needed."""

    name = "teams"
    metrics = ("distance", "time", "runs", "days")
    needs_goal = False

    def completed(self, rules: Rules) -> Rules:
        """Two teams, when nobody named any."""
        rules = super().completed(rules)
        return (
            rules
            if rules.teams
            else replace(rules, teams=tuple(texts.say("challenges.teams").split(", ")))
        )

    def faults(self, challenge: Challenge) -> list[Fault]:
        """Enough teams, each with a name of its own."""
        teams = challenge.rules.teams
        named = {team.strip().casefold() for team in teams} - {""}
        if FEWEST <= len(teams) <= MOST and len(named) == len(teams):
            return []
        return [("challenges.teams_odd", {"fewest": FEWEST, "most": MOST})]
