"""Lets the wording of a post decide with its grammar whether a run is logged, asked about or left alone.

Grammar says what the figures are, whose run it was and when; it errs where people write what no rule foresaw.
How a post is worded is known from other signs, so the two together err less than either. What is worded as no
run is asked about. What only lacked a sign, what grammar doubts and what it refuses is logged from ever higher
odds on, where the words speak for a run, too, and not its figures alone. Where no figure stands, and grammar finds
nothing at all or only a remark behind a run, a post but lacks a sign.
"""

from collections.abc import Sequence
from math import inf

from bot.runs.parse.evidence.pairs import PASSED_ON, SETTLED, trust_a_pair
from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import Wording
from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_day
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import any_of, joined

STOPS_A_WEAK, STOPS_ANY = -2.0, -3.0
"""Odds, as natural logarithms, below which no run is logged unasked: one of little evidence, and any. Where they
stand they stop about as many runs as wrong ones, and a wrong run is the worse (`benchmarks/README.md`)."""

FREES_A_LACKING, FREES_A_DOUBTED, ASKS_OF_A_REFUSED, FREES_A_REFUSED = 0.75, 1.75, 2.0, 3.5
"""Odds from which on a run is logged that only lacked a sign, one that grammar doubts, or from which on what it refuses
is asked about, or logged (measured in `benchmarks/README.md`)."""

ASKS_OF_NOTHING = 0.0
"""From here on a post without figures that but lacks a sign is asked about."""

_SPEAKS = 2.0
"""From here on the words alone speak for a run, so that nothing is stopped by its figures."""

_RAN, _A_RUN = any_of("run_past"), any_of("run_thing", "run_noun", "run_word")
_A_LENGTH = any_of("distance_unit", "named", "fraction")
_WEAK = 0.9
_ASKED = 0.5

_NOT_OVER_OR_NOT_OWN = frozenset({"other_person", "plan", "past", "hypothetical"})
"""Refusals that a wording may only ask about, unless a run without figures opens the post: others' runs and those to
come are told in the same words."""

_LEFT_DOUBTED = SETTLED | {
    PASSED_ON,
    "other_person",
    "other_sport",
    "goal",
    "hypothetical",
    "personal_best",
}
"""Doubts about figures that stand well by themselves ("10k in 31:40, not mine"), so their wording tells nothing."""


def heed(
    verdict: Verdict, items: Sequence[Item], wording: Wording, drafts: Sequence[Draft] = ()
) -> None:
    """Ask about what is worded as no run is, log what is worded as runs are."""
    open_to_a_pair = not verdict.logs and verdict.reason != "plan"  # but "8k 44:10. wish me luck"
    if open_to_a_pair and trust_a_pair(verdict, items, wording, drafts):
        return
    if verdict.reason in _LEFT_DOUBTED:
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


def reconsider(
    reason: str, items: Sequence[Item], wording: Wording, *, opens: bool = False
) -> Verdict | None:
    """The verdict on a post that grammar refuses, where it is worded as runs are: to log it, or to ask; else None.

    `opens` says that a run opens it, so that what it was refused for stands behind.
    """
    if reason in SETTLED:
        return None
    worded, (asks, frees) = wording.weigh(items), _bars_of(reason, items, opens=opens)
    if worded.odds < asks or worded.words <= 0:
        return None
    verdict = Verdict(reason="doubtful")
    verdict.add(f"worded as runs are: {worded.strongest(1)}", _ASKED)
    if worded.odds >= frees:
        verdict.trust(f"so much so that it is no {reason}")
    return verdict


def _bars_of(reason: str, items: Sequence[Item], *, opens: bool) -> tuple[float, float]:
    """The odds from which on a refused post is asked about, and logged."""
    firm = reason in _NOT_OVER_OR_NOT_OWN
    if not (opens or reason == "nothing") or any(map(_is_a_figure, items)):
        return (FREES_A_REFUSED, inf) if firm else (ASKS_OF_A_REFUSED, FREES_A_REFUSED)
    if firm:
        return FREES_A_LACKING, FREES_A_DOUBTED
    return ASKS_OF_NOTHING, FREES_A_LACKING if _names_a_run(items) else FREES_A_DOUBTED


def _names_a_run(items: Sequence[Item]) -> bool:
    """Whether a run is named, nothing is counted, and no verb of running was led to none ("ran with the idea")."""
    told = joined([item.labels for item in items])
    counts = any(isinstance(item, Quantity) and not is_day(item) for item in items)
    return told & _A_RUN != 0 and not (counts or told & _RAN)


def _is_a_figure(item: Item) -> bool:
    """Whether it may be how far, how long or how often, as days, counts of things and a mere "one" are not."""
    if item.labels & _A_LENGTH:
        return True  # "the Christmas mile", "the virtual half"
    if not isinstance(item, Quantity) or item.measure in (Measure.DAY, Measure.OTHER):
        return False
    return item.measure is not Measure.NUMBER or not item.text.isalpha() or item.value != 1
