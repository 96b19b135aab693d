"""Own baseline: every member towards some percent more than their own usual, which makes all of them equals."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.challenges.counting import count
from bot.challenges.kinds.kind import Kind
from bot.challenges.model import Challenge, Fault
from bot.runs.model import Figures

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
    # Four weeks, the begun one that the first day may lie in, and a week lengthened by a change of its first day.
    lookback_days = (WEEKS + 2) * 7

    def goal(self, challenge: Challenge) -> int | None:
        """The same for nobody."""
        return None

    def goal_of(
        self, runs: Sequence[Figures], first_ever: date | None, challenge: Challenge
    ) -> int | None:
        """The usual of so many weeks as the challenge has, and its percent more."""
        weeks = [] if first_ever is None else _weeks(challenge, first_ever)
        if len(weeks) < ENOUGH:
            return None
        counted = count(runs, challenge, weeks[-1], challenge.weeks.last(weeks[0]))
        usual = sum(part.amount for part in counted)
        more = 100 + challenge.rules.percent
        return usual * more * challenge.days // (100 * 7 * len(weeks)) or None

    def faults(self, challenge: Challenge) -> list[Fault]:
        """Percent within reason."""
        sane = 0 <= challenge.rules.percent <= MOST_PERCENT
        return [] if sane else [("challenges.percent_odd", {"most": MOST_PERCENT})]


def _weeks(challenge: Challenge, first_ever: date) -> list[date]:
    """The first days of the last full weeks before the challenge in which the member already ran, latest first."""
    found: list[date] = []
    first = challenge.weeks.first(challenge.first)
    for _ in range(WEEKS):
        last = first - timedelta(days=1)
        first = challenge.weeks.first(last)
        if last >= first_ever:
            found.append(first)
    return found
