"""Own baseline: every member towards some percent more than their own usual, which makes all of them equals."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Fault

WEEKS = 4
ENOUGH = 2
"""Fewer weeks than this tell nothing usual; the participants' median stands in."""
MOST_PERCENT = 100


class Baseline(Kind):
    """Usual is the mean of the last four full weeks before the start, those before the first run left out."""

    name = "baseline"
    metrics = ("distance", "time", "runs", "days")
    personal = True
    needs_goal = False

    def goal(self, challenge: Challenge) -> int | None:
        """The same for nobody."""
        return None

    def looks_back(self, challenge: Challenge) -> tuple[date, date]:
        """The last four full weeks."""
        weeks = _weeks(challenge)
        return weeks[-1], challenge.weeks.last(weeks[0])

    def goal_of(
        self, before: Mapping[date, int], first_ever: date | None, challenge: Challenge
    ) -> int | None:
        """The usual of so many weeks as the challenge has, and its percent more."""
        if first_ever is None:
            return None
        weeks = [week for week in _weeks(challenge) if challenge.weeks.last(week) >= first_ever]
        if len(weeks) < ENOUGH:
            return None
        usual = sum(before.get(week, 0) for week in weeks)
        more = 100 + challenge.rules.percent
        return usual * more * challenge.days // (100 * 7 * len(weeks)) or None

    def faults(self, challenge: Challenge) -> list[Fault]:
        """Percent within reason."""
        sane = 0 <= challenge.rules.percent <= MOST_PERCENT
        return [] if sane else [("challenges.percent_odd", {"most": MOST_PERCENT})]


def _weeks(challenge: Challenge) -> list[date]:
    """The first days of the last full weeks before the challenge, latest first."""
    found = [challenge.weeks.first(challenge.first)]
    for _ in range(WEEKS):
        found.append(challenge.weeks.first(found[-1] - timedelta(days=1)))
    return found[1:]
