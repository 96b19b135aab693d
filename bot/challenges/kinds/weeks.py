"""Weeks in a row: so many active days a week, week after week."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.challenges.counting import Counted, weekly
from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Fault, Rules
from bot.members.model import Pause


class WeeksInARow(Kind):
    """A member's score is their longest row of weeks, so that a quiet week takes nothing away."""

    name = "weeks"
    metrics = ("days",)
    personal = True
    goal_unit = "weeks"
    by_week = True

    def score_of(self, weeks: Mapping[date, int], challenge: Challenge) -> int:
        """The longest row of weeks with enough active days."""
        return _longest(weeks, challenge, ())

    def own_score(
        self, counted: Sequence[Counted], challenge: Challenge, pauses: Collection[Pause]
    ) -> int:
        """The same for the member's own eyes: a week with a day of pause ends no row."""
        return _longest(weekly(counted, challenge.weeks), challenge, pauses)

    def completed(self, rules: Rules) -> Rules:
        """Active days are what counts."""
        return replace(super().completed(rules), metric="days")

    def faults(self, challenge: Challenge) -> list[Fault]:
        """No more weeks than there are, and no more days than a week has."""
        found: list[Fault] = []
        weeks = len(_weeks(challenge))
        if (challenge.rules.goal or 0) > weeks:
            found.append(("challenges.goal_beyond_weeks", {"weeks": weeks}))
        if not 1 <= challenge.rules.days_a_week <= 7:
            found.append(("challenges.days_a_week_odd", {}))
        return found


def _longest(days: Mapping[date, int], challenge: Challenge, pauses: Collection[Pause]) -> int:
    row = best = 0
    for first, last in _weeks(challenge):
        if days.get(first, 0) >= challenge.rules.days_a_week:
            row += 1
            best = max(best, row)
        elif not any(pause.first <= last and pause.last >= first for pause in pauses):
            row = 0
    return best


def _weeks(challenge: Challenge) -> list[tuple[date, date]]:
    """First and last day of every week that has a day in the challenge."""
    found, day = [], challenge.first
    while day <= challenge.last:
        first, last = challenge.weeks.first(day), challenge.weeks.last(day)
        found.append((first, last))
        day = last + timedelta(days=1)
    return found
