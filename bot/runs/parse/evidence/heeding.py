"""Lets the wording of a post decide with its grammar whether a run is logged, asked about or left alone.

Grammar says what the figures are, whose run it was and when; it errs where people write what no rule foresaw.
How a post is worded is known from other signs, so the two together err less than either. What is worded as no
run is asked about. What only lacked a sign, what grammar doubts and what it refuses is logged from ever higher
odds on, where the words speak for a run, too, and not its figures alone.
"""

from collections.abc import Sequence

from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import Wording
from bot.runs.parse.figures.quantities import Item

STOPS_A_WEAK, STOPS_ANY = -2.5, -3.5
"""Odds, as natural logarithms, below which no run is logged unasked: one of little evidence, and any. Measured on posts
that no rule was made for: of what they stop, two in three were no runs (`benchmarks/README.md`)."""

FREES_A_LACKING, FREES_A_DOUBTED, ASKS_OF_A_REFUSED, FREES_A_REFUSED = 1.0, 1.5, 2.0, 3.5
"""Odds from which on a run is logged that only lacked a sign, one that grammar doubts, or from which on what it refuses
is asked about, or logged. Of what is logged by them eleven in twelve were runs."""

_SPEAKS = 2.0
"""From here on the words alone speak for a run, so that nothing is stopped by its figures."""

_WEAK = 0.9
_ASKED = 0.5

_SETTLED = frozenset({"walk", "volunteer", "absurd", "date", "pace", "unit", "period"})
"""Reasons that lie in the figures, or in what was done: no wording undoes them."""

_NOT_OVER_OR_NOT_OWN = frozenset({"other_person", "plan", "past", "hypothetical"})
"""Refusals that a wording may only ask about: others' runs and those to come are told in the same words."""

_LEFT_DOUBTED = _SETTLED | {"other_person", "other_sport", "goal", "hypothetical"}
"""Doubts about figures that stand well by themselves ("10k in 31:40, not mine"), so their wording tells nothing."""


def heed(verdict: Verdict, items: Sequence[Item], wording: Wording | None) -> None:
    """Ask about what is worded as no run is, log what is worded as runs are."""
    if wording is None or verdict.reason in _LEFT_DOUBTED:
        return
    worded = wording.weigh(items)
    if verdict.logs:
        bar = STOPS_A_WEAK if verdict.confidence < _WEAK else STOPS_ANY
        if worded.odds < bar and worded.words < _SPEAKS:
            verdict.doubt(f"worded as no run is: {worded.strongest(-1)}", "doubtful")
        return
    bar = FREES_A_LACKING if verdict.lacks_a_sign else FREES_A_DOUBTED
    if worded.odds >= bar and worded.words > 0:
        verdict.trust(f"worded as runs are: {worded.strongest(1)}")


def reconsider(reason: str, items: Sequence[Item], wording: Wording | None) -> Verdict | None:
    """The verdict on a post that grammar refuses, where it is worded as runs are: to log it, or to ask; else None."""
    if wording is None or reason in _SETTLED:
        return None
    worded, asks_at_most = wording.weigh(items), reason in _NOT_OVER_OR_NOT_OWN
    if worded.odds < (FREES_A_REFUSED if asks_at_most else ASKS_OF_A_REFUSED) or worded.words <= 0:
        return None
    verdict = Verdict(reason="doubtful")
    verdict.add(f"worded as runs are: {worded.strongest(1)}", _ASKED)
    if worded.odds >= FREES_A_REFUSED and not asks_at_most:
        verdict.trust(f"so much so that it is no {reason}")
    return verdict
