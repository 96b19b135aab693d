"""Lets the wording of a post decide whether what grammar read of it is logged, asked or left alone.

Grammar says what the figures are and whose run is told; it errs where people write what no rule foresaw.
How a post is worded is known from other signs, so the two together err less than either. Three bars on
the odds of the wording, one for each thing that grammar may say, are all there is to it.
"""

from collections.abc import Sequence

from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import WORDINGS
from bot.runs.parse.figures.quantities import Item

UNLIKE, NOTHING_LIKE = -2.5, -3.5
LIKE, MUCH_LIKE, JUST_LIKE = 1.0, 2.0, 3.5
"""Odds, as natural logarithms. Below the first nothing is logged for which grammar found little, below the second
nothing at all. From the third on a run is logged that only lacked a sign, from the fourth on one that grammar doubts,
and from the last on one that it refuses, where the words speak for it, too, and not its figures alone."""

_SPEAKS = 2.0
"""From here on the words alone speak for a run, whatever its figures seem to be."""

_SURE = 0.9
_ASKED = 0.5
_NOT_OF_WORDS = frozenset({"walk", "volunteer", "absurd", "date", "pace", "unit", "period"})
"""Reasons that lie in the figures, or in what was done: no wording undoes them."""

_NOT_OF_FIGURES = _NOT_OF_WORDS | {"other_person"}
"""The same for figures that stand well: "10k in 31:40, not mine"."""


def heed(verdict: Verdict, items: Sequence[Item], language: str) -> None:
    """Ask about what is worded as no run is, log what is worded as runs are."""
    if (wording := WORDINGS.get(language)) is None or verdict.reason in _NOT_OF_FIGURES:
        return
    odds = wording.odds(items)
    if verdict.logs:
        bar = UNLIKE if verdict.confidence < _SURE else NOTHING_LIKE
        if odds < bar and wording.words(items) < _SPEAKS:
            verdict.doubt(f"worded as no run is: {wording.strongest(items, -1)}", "doubtful")
    elif odds >= (LIKE if verdict.lacks_a_sign else MUCH_LIKE) and wording.words(items) > 0:
        verdict.trust(f"worded as runs are: {wording.strongest(items, 1)}")


def reconsidered(reason: str | None, items: Sequence[Item], language: str) -> Verdict | None:
    """What becomes of a post that grammar refuses for a reason: a run that is logged or asked about, or None."""
    if (wording := WORDINGS.get(language)) is None or reason in _NOT_OF_WORDS:
        return None
    odds = wording.odds(items)
    if odds < MUCH_LIKE or wording.words(items) <= 0:
        return None
    verdict = Verdict(reason=reason)
    verdict.add(f"worded as runs are: {wording.strongest(items, 1)}", _ASKED)
    if odds >= JUST_LIKE:
        verdict.trust("so much that no reason is heeded")
    return verdict
