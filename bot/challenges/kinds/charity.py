"""Miles for a cause: sponsors promise something for each kilometre or run. No money passes through the bot."""

from dataclasses import replace

from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Charity, Fault, Rules


class ForACause(Kind):
    """Everybody's runs add up; what they are worth follows from the promise."""

    name = "charity"
    metrics = ("distance", "runs")
    everyone = True
    needs_goal = False

    def completed(self, rules: Rules) -> Rules:
        """Kilometres or runs are counted, as they are sponsored."""
        charity = rules.charity or Charity("")
        metric = "distance" if charity.per == "km" else "runs"
        goal = rules.goal if rules.metric == metric else None
        return replace(super().completed(rules), metric=metric, charity=charity, goal=goal)

    def faults(self, challenge: Challenge) -> list[Fault]:
        """A cause, and a promise worth something."""
        charity = challenge.rules.charity
        found: list[Fault] = []
        if charity is None or not charity.cause:
            found.append(("challenges.cause_missing", {}))
        if charity is None or charity.rate_cents <= 0:
            found.append(("challenges.rate_missing", {}))
        return found
