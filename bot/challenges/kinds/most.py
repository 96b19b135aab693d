"""Most: a ranking, for clubs that choose one."""

from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge


class Most(Kind):
    """Whoever joins stands in the ranking, by public runs and only by name."""

    name = "most"
    metrics = ("distance", "time", "runs", "days")
    needs_goal = False
    ranked = True

    def goal(self, challenge: Challenge) -> int | None:
        """Nothing in particular."""
        return None
