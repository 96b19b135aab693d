"""Tells when a distance with the only time that fits it outweighs what grammar doubts or refuses it for."""

from collections.abc import Sequence

from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import Wording
from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, TIMES, Item, Quantity
from bot.runs.parse.posts.draft import Draft

BY_A_CLOCK, ROUGHLY, ANYBODYS = 2.0, 3.5, 5.0
"""Odds from which on it is logged, however little the words add: told by a clock; in minutes, or perhaps of other days;
perhaps another's, long ago, or a best."""

SETTLED = frozenset({"walk", "volunteer", "absurd", "date", "figure", "pace", "unit", "period"})
"""Reasons that lie in the figures, or in what was done: no words undo them."""

PASSED_ON = "passed_on"
"""The reason against a run that its author only passes on, which has all that runs have."""

_OF_ANYTHING = SETTLED - {"volunteer"} | {"travel", "reply", "total", PASSED_ON}
"""Reasons that such figures tell nothing against: walks, rides and sums have both, and so has praise. Helping out has
none, so who tells of both ran as well."""

_ANYBODYS = frozenset({"other_person", "past", "personal_best", "idiom"})
_OF_OTHER_DAYS = frozenset({"plan", "habit"})
"""Refusals; a run that grammar only doubts as a plan is left to its question."""
_HOW_FAR = DISTANCES | NUMBERS


def trust_a_pair(
    verdict: Verdict, items: Sequence[Item], wording: Wording, drafts: Sequence[Draft]
) -> bool:
    """Log a run whose distance and time outweigh the reason against it; False where they don't."""
    reason = verdict.reason
    if reason in _OF_ANYTHING or not _are_a_pair(drafts, items):
        return False
    worded, bar = wording.weigh(items), _bar(reason, drafts[0])
    if bar is None or worded.odds < bar:
        return False
    verdict.trust(f"figures of a run, worded as runs are: {worded.strongest(1)}")
    return True


def _bar(reason: str | None, draft: Draft) -> float | None:
    """The odds that it takes; none are enough for minutes behind a question, which may be of them."""
    if reason in _ANYBODYS:
        return ANYBODYS
    if reason == "question" and not draft.by_a_clock:
        return None
    return BY_A_CLOCK if draft.by_a_clock and reason not in _OF_OTHER_DAYS else ROUGHLY


def _are_a_pair(drafts: Sequence[Draft], items: Sequence[Item]) -> bool:
    """Whether there is one run, told by a distance of a known unit and the only time that fits it.

    No other distance stands between them: "signed up for 5 mi, made it 8. 1:12:00".
    """
    if len(drafts) != 1:
        return False
    draft = drafts[0]
    if draft.distance is None or draft.duration is None or (draft.open_unit and not draft.unit):
        return False
    if any(item.labels & _HOW_FAR for item in items[draft.first + 1 : draft.last]):
        return False
    times = [
        item
        for at, item in enumerate(items)
        if isinstance(item, Quantity) and (item.labels & TIMES or at in draft.places)
    ]
    return [duration_over(time, draft.distance) is not None for time in times].count(True) == 1
