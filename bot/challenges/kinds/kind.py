"""What makes a kind of challenge: how a member's counted runs become a score, and what is wanted of whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from bot.challenges.counting import Counted, weekly
from bot.challenges.model import METRICS, Challenge, Fault, Rules
from bot.members.model import Pause


class Kind:
    """The plainest kind, a sum; a new one says where it differs, in a file of its own."""

    name: ClassVar[str]
    metrics: ClassVar[tuple[str, ...]] = METRICS
    everyone: ClassVar[bool] = False
    """Whether runs may count, and at first do, of members who did not join."""
    personal: ClassVar[bool] = False
    """Whether each member has a goal of their own."""
    ranked: ClassVar[bool] = False
    needs_goal: ClassVar[bool] = True
    goal_unit: ClassVar[str | None] = None
    """What a goal is always given in, where that is not the metric."""

    def score_of(self, weeks: Mapping[date, int], challenge: Challenge) -> int:
        """What one member brought, from what counts in each week; in the unit of the goal."""
        return sum(weeks.values())

    def score(self, counted: Sequence[Counted], challenge: Challenge) -> int:
        """The same from the runs that count, for a kind to which weeks don't say enough."""
        return self.score_of(weekly(counted, challenge.weeks), challenge)

    by_week: ClassVar[bool] = False
    """Whether `score_of` must know the weeks apart."""

    @property
    def adds_up(self) -> bool:
        """Whether weeks say enough, so that runs may be added up without being looked at one by one."""
        return type(self).score is Kind.score

    def own_score(
        self, counted: Sequence[Counted], challenge: Challenge, pauses: Collection[Pause]
    ) -> int:
        """The score for the member's own eyes, where a pause may show."""
        return self.score(counted, challenge)

    def looks_back(self, challenge: Challenge) -> tuple[date, date] | None:
        """First and last of the days before the challenge that matter, too."""
        return None

    def goal_of(
        self, before: Mapping[date, int], first_ever: date | None, challenge: Challenge
    ) -> int | None:
        """The own goal of a member, or None where it is `goal` for all, or unknown.

        `before` is what counted in each of the weeks looked back at.
        """
        return None

    def goal(self, challenge: Challenge) -> int | None:
        """What is wanted: of each where goals are personal, else of the club; None for nothing in particular."""
        return challenge.rules.goal

    def waypoints(self, challenge: Challenge) -> tuple[tuple[str, int], ...]:
        """What is announced on the way, by key and from which percent on."""
        return (("25", 25), ("50", 50), ("75", 75), ("100", 100))

    def faults(self, challenge: Challenge) -> list[Fault]:
        """What this kind cannot do with these rules."""
        return []

    def completed(self, rules: Rules) -> Rules:
        """The rules with what this kind decides by itself."""
        return rules if self.everyone else replace(rules, everyone=False)
