"""Weighs how a post is worded: as posts that told of a run were, or as those that told of none.

Grammar knows what each word is for; what people say beside a run, and what beside other matters, no rule can
list. So a language may have a file of traits with their weights, learned from the labelled posts by
`python -m tests.runs.parse.learn` and readable as it is. They are added up, no more, and decide only
where little else does: no doubt that has a reason is lifted by them.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.figures.pacing import duration_alone
from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import Labels, any_of, bits, joined, names_of

KINDS = ("bias", "label", "word", "pair", "before", "behind", "place", "figures")
"""What is weighed: the labels of all words, each word, each two neighbours, the words before the first figure
and those behind it, at which place it stands, and which figures lead; the bias belongs to every post."""

UNLIKE, LIKE, BY_WORDS = -1.0, 4.5, 1.0
"""Odds, as natural logarithms: below the first nothing is logged that little speaks for; from the second on what too
little speaks for is logged, if the words alone make up the last of it. Measured on posts that nobody had read
before: of what the first stops three in four were no runs, of what the others let through nine in ten were runs."""

_SURE = 0.9
"""Evidence that no wording undoes."""

_FARTHEST, _MOST_TOLD, _NO_WORD = 6, 3, ""
_START, _END, _A_NAME = "<", ">", "#name"
_NAME = any_of("name")
_OF_FIGURES = frozenset({"bias", "place", "figures"})
_SMALL = frozenset({"in", "at", "#ahead", "#weekday"} | {f"#{one}" for one in Measure})


class Odds(NamedTuple):
    """How likely posts worded so tell of a run, as natural logarithms of odds: all in all, and by the words alone."""

    whole: float
    words: float

    @property
    def tell_a_run(self) -> bool:
        """Whether a run is told, though grammar saw too little of one."""
        return self.whole >= LIKE and self.words >= BY_WORDS


class Wording:
    """The weights of one language, by kind."""

    def __init__(self, lines: Iterable[str]) -> None:
        shared: dict[float, float] = {}
        self._weights: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
        for line in lines:
            weight, kind, told = line.split("\t")
            self._weights[kind][told] = shared.setdefault(float(weight), float(weight))
        self._labels = {any_of(name): weight for name, weight in self._weights.pop("label").items()}

    def odds(self, items: Sequence[Item]) -> Odds:
        """The odds that posts worded so tell of a run."""
        figures = words = 0.0
        for told, weight in self._weighed(items):
            if told:
                words += weight
            else:
                figures += weight
        return Odds(figures + words, words)

    def strongest(self, items: Sequence[Item], sign: int) -> str:
        """What of a post speaks most for a run (`sign` 1) or against one (-1): words, and (labels) of words."""
        told: dict[str, float] = {}
        for one, weight in self._weighed(items):
            told[one] = told.get(one, 0.0) + sign * weight
        told.pop(_NO_WORD, None)
        return ", ".join(sorted(told, key=lambda one: -told[one])[:_MOST_TOLD])

    def _weighed(self, items: Sequence[Item]) -> Iterator[tuple[str, float]]:
        """Each trait that has a weight, by what it tells, or by no word where it is of figures and marks alone."""
        for bit in bits(_labels_of(items)):
            if weight := self._labels.get(bit):
                yield f"({names_of(bit)[0]})", weight
        for kind, told in _told(items):
            if weight := self._weights[kind].get(told):
                of_figures = kind in _OF_FIGURES or all(map(_is_a_sign, told.split(" ")))
                yield (_NO_WORD if of_figures else told), weight


def traits(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """What is weighed of a post, each once, as pairs of a kind and what is told."""
    for name in names_of(_labels_of(items)):
        yield "label", name
    yield from _told(items)


def _is_a_sign(told: str) -> bool:
    """Whether it is a figure, a mark or a small word between figures, which stand beside any."""
    return told in _SMALL or not told[:1].isalnum()


def _labels_of(items: Sequence[Item]) -> Labels:
    return joined([item.labels for item in items if not isinstance(item, Quantity)])


def _told(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    told = [_text_of(item) for item in items]
    figures = [at for at, item in enumerate(items) if isinstance(item, Quantity)]
    yield "bias", ""
    for one in dict.fromkeys(told):
        yield "word", one
    for one, other in dict.fromkeys(pairwise([_START, *told, _END])):
        yield "pair", f"{one} {other}"
    yield "figures", " ".join([told[at] for at in figures[:3]])
    if figures:
        first = figures[0]
        yield "place", str(min(first, _FARTHEST))
        for one in dict.fromkeys(told[:first]):
            yield "before", one
        for one in dict.fromkeys(told[first + 1 :]):
            yield "behind", one


def _text_of(item: Item) -> str:
    """A figure by what it measures, a day by where it lies, a name as one, a line end by a sign that fits on a line."""
    if not isinstance(item, Quantity):
        return _A_NAME if item.labels & _NAME else item.text.replace("\n", "¶")
    if item.measure is not Measure.DAY:
        return f"#{item.measure}"
    return "#ahead" if item.value > 0 else "#weekday" if "weekday" in item.meanings else "#day"


def _load() -> dict[str, Wording]:
    folder = files("bot.runs.parse").joinpath("wordings")
    return {
        file.name.removesuffix(".tsv"): Wording(file.read_text(encoding="utf-8").splitlines())
        for file in folder.iterdir()
        if file.name.endswith(".tsv")
    }


WORDINGS = _load()
"""Language -> how its posts are worded; a language without enough labelled posts has none."""


def heed(verdict: Verdict, draft: Draft, items: Sequence[Item], language: str) -> None:
    """Let the wording decide where little was found for a run, or too little and nothing against it."""
    wording = WORDINGS.get(language)
    if wording is None:
        return
    if verdict.logs and verdict.confidence < _SURE:
        if wording.odds(items).whole < UNLIKE:
            verdict.doubt(f"worded as no run is: {wording.strongest(items, -1)}", "doubtful")
    elif verdict.lacks_a_sign and _is_measured(draft) and wording.odds(items).tell_a_run:
        verdict.trust(f"worded as runs are: {wording.strongest(items, 1)}")


def _is_measured(draft: Draft) -> bool:
    """Whether it is known how far it was, or how long it took."""
    return draft.distance is not None or any(duration_alone(time) for time in draft.times)
