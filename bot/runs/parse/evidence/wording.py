"""Weighs how a post is worded: as posts that told of a run were, or as those that told of none.

Grammar knows what each word is for; what people say beside a run, and what beside other matters, no rule can
list. So there are files of traits with their weights, learned from the labelled posts by
`python -m tests.runs.parse.learn` and readable as they are: one of English, and one of all other languages, in
which English posts taught what labels and figures tell. They are added up, no more.
"""

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from bot.runs.parse.evidence.sizes import KINDS as SIZES
from bot.runs.parse.evidence.sizes import counted, sizes
from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.words.labels import Labels, any_of, bits, joined, names_of
from bot.runs.parse.words.lexicon import MARK
from bot.runs.parse.words.remembered import Remembered

Parts = tuple[str | Labels, ...]
"""What a trait is of: words as they stand, labels as bits: ("legs", "heavy")."""

Trait = tuple[str, Parts]
"""A kind and what it is of."""

KINDS = (
    *("bias", "label", "meaning", "word", "pair", "place", "figures", "near"),
    *("length", "amount", *SIZES),
)
"""Kinds of traits: the labels of all words and those of all figures; each word, and each two neighbours; at which place
the first figure stands, and which figures lead; the labels of what stands near a figure (which figure, how far away);
half the number of words, marks and figures, how many figures there are, and how large these are. The bias belongs to
all posts."""

COMMON = "common"
"""The name of the wording that languages without a file of their own have."""

_LABELLED = frozenset({"label", "meaning", "near"})
_WORDLESS = frozenset({"bias", "meaning", "place", "figures", "length", "amount", *SIZES})
_OF_SHAPE = ("shape.", "measured.")
_MANNER, _SMILE = any_of("interjection", "opener"), MARK | any_of("moods", "moods.positive")
_MERE_MARKS = frozenset({".", "!", "-"})
_FIRST_EMOJI = "\u2600"
_FARTHEST, _MOST_TOLD, _LEADING = 6, 3, 3
_LONGEST, _MOST_FIGURES = 12, 6
_REMEMBERED = 4096
_ALWAYS: Collection[Parts] = [()]
_START, _END, _A_NAME = "<", ">", "#name"
_NAME = any_of("name")
_FIGURES = {measure: f"#{measure}" for measure in Measure}
_WITH_NEIGHBOURS = (
    *(Measure.DISTANCE, Measure.DURATION, Measure.CLOCK),
    *(Measure.NUMBER, Measure.PACE),
)
_PLACES = {
    _FIGURES[one]: [(away, f"{_FIGURES[one]}{away:+d}") for away in (-2, -1, 1, 2)]
    for one in _WITH_NEIGHBOURS
}
"""How far from which figure, with its name in the file: "#distance-1" stands right before a distance."""


class Weight(NamedTuple):
    """What a trait of a post weighs, in hundredths, so that sums are the same in any order."""

    hundredths: int
    kind: str
    parts: Parts


class Worded(NamedTuple):
    """How a post is worded: those of its traits that have a weight, and what they weigh together."""

    weights: Sequence[Weight]
    hundredths: int

    @property
    def odds(self) -> float:
        """How likely posts worded so tell of a run: the natural logarithm of the odds."""
        return self.hundredths / 100

    @property
    def words(self) -> float:
        """The part of the odds that is of the words, and not of which figures and marks there are."""
        return sum([weight.hundredths for weight in self.weights if _words_of(weight)]) / 100

    def strongest(self, sign: int) -> str:
        """What speaks most for a run (`sign` 1) or against one (-1): words, and (labels) of words."""
        told: dict[str, int] = {}
        for weight in self.weights:
            if words := _words_of(weight):
                told[words] = told.get(words, 0) + sign * weight.hundredths
        return ", ".join(sorted(told, key=lambda words: (-told[words], words))[:_MOST_TOLD])


class Wording:
    """The weights of one language."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._weights: dict[str, dict[Parts, Weight]] = {kind: {} for kind in KINDS}
        for line in lines:
            weight, kind, *spelling = map(sys.intern, line.split("\t"))
            parts = _parts(kind, spelling)
            self._weights[kind][parts] = Weight(round(float(weight) * 100), kind, parts)
        self._asked = self._labels_asked()
        self._of_labels = Remembered(self._weights_of, _REMEMBERED)

    def weigh(self, items: Sequence[Item]) -> Worded:
        """How a post is worded."""
        others, labels = _told_by(items)
        found: list[Weight] = []
        hundredths = 0
        for kind, every in others.items():
            weights = self._weights[kind]
            for parts in every:
                if parts in weights:
                    found.append(weight := weights[parts])
                    hundredths += weight.hundredths
        for place, carried in labels.items():
            if weighed := carried & self._asked[place]:
                of_labels = self._of_labels[place, weighed]
                found += of_labels.weights
                hundredths += of_labels.hundredths
        return Worded(found, hundredths)

    def _labels_asked(self) -> Mapping[str, Labels]:
        """Which labels have a weight, at each place."""
        asked: dict[str, Labels] = defaultdict(int)
        for kind in _LABELLED:
            for *place, label in self._weights[kind]:
                if isinstance(label, Labels):
                    asked[str(place[0]) if place else kind] |= label
        return asked

    def _weights_of(self, carried: tuple[str, Labels]) -> Worded:
        """What labels weigh at a place, all of which have a weight there."""
        weights = [self._weights[kind][parts] for kind, parts in _each(*carried)]
        return Worded(weights, sum([weight.hundredths for weight in weights]))


def traits(items: Sequence[Item]) -> Iterator[Trait]:
    """The traits of a post, each once; a greeting before it and a smile behind are left out."""
    others, labels = _told_by(items)
    for kind, every in others.items():
        for parts in every:
            yield kind, parts
    for place, carried in labels.items():
        yield from _each(place, carried)


def _told_by(items: Sequence[Item]) -> tuple[dict[str, Collection[Parts]], dict[str, Labels]]:
    """The traits of a post by their kind, and those that are labels by their place."""
    items = _without_manners(items)
    texts = [_text_of(item) for item in items]
    figures = [at for at, item in enumerate(items) if isinstance(item, Quantity)]
    framed = [_START, *texts, _END]
    kinds: dict[str, Collection[Parts]] = {
        "bias": _ALWAYS,
        "word": set(zip(texts)),
        "pair": set(pairwise(framed)),
        "figures": [tuple([texts[at] for at in figures[:_LEADING]])],
        "length": [counted(len(items) // 2, _LONGEST)],
        "amount": [counted(len(figures), _MOST_FIGURES)],
    }
    labels = {"label": joined([one.labels for one in items if not isinstance(one, Quantity)])}
    if figures:
        kinds["place"] = [(str(min(figures[0], _FARTHEST)),)]
        kinds |= sizes(items, figures)
        labels["meaning"] = joined([items[at].labels for at in figures])
        _add_what_is_near(labels, items, texts, figures)
    return kinds, labels


def spelled(parts: Parts) -> list[str]:
    """What a trait is of as it stands in the file: labels by their names."""
    return [one if isinstance(one, str) else names_of(one)[0] for one in parts]


def _parts(kind: str, spelling: Sequence[str]) -> Parts:
    """What a trait is of that stands in the file."""
    if kind in _LABELLED:
        return (*spelling[:-1], any_of(spelling[-1]))
    return tuple(spelling)


def _words_of(weight: Weight) -> str:
    """The words of a trait as a reader is told them; none where it is of figures and marks alone."""
    if weight.kind in _WORDLESS:
        return ""
    spelling = spelled(weight.parts)
    if weight.kind in _LABELLED:
        return "" if spelling[-1].startswith(_OF_SHAPE) else f"({spelling[-1]})"
    return " ".join([one for one in spelling if one[0].isalnum()])


def _add_what_is_near(
    labels: dict[str, Labels], items: Sequence[Item], texts: Sequence[str], figures: Iterable[int]
) -> None:
    """Add the labels of what stands next to a figure, or next but one."""
    for figure in figures:
        for away, place in _PLACES.get(texts[figure], ()):
            if 0 <= figure + away < len(items):
                labels[place] = labels.get(place, 0) | items[figure + away].labels


def _each(place: str, labels: Labels) -> list[Trait]:
    """Each label at a place as a trait: of all words, of all figures, or near a figure."""
    if place in _LABELLED:
        return [(place, (bit,)) for bit in bits(labels)]
    return [("near", (place, bit)) for bit in bits(labels)]


def _without_manners(items: Sequence[Item]) -> Sequence[Item]:
    start, end = 0, len(items)
    while start < end and _is_manner(items[start]):
        start += 1
    while end > start and _is_manner(items[end - 1]):
        end -= 1
    return items[start:end]


def _is_manner(item: Item) -> bool:
    """Whether it greets, smiles, laughs, or only begins or ends a line."""
    if isinstance(item, Quantity):
        return False
    if item.labels & MARK:
        smiles = item.text >= _FIRST_EMOJI and not item.labels & ~_SMILE
        return smiles or item.text in _MERE_MARKS
    return item.labels & _MANNER != 0


def _text_of(item: Item) -> str:
    """A figure by what it measures, a day by where it lies, a name as one, a line end by a sign that fits on a line."""
    if not isinstance(item, Quantity):
        return _A_NAME if item.labels & _NAME else item.text.replace("\n", "¶").replace("\t", " ")
    if item.measure is not Measure.DAY:
        return _FIGURES[item.measure]
    return "#ahead" if item.value > 0 else "#weekday" if "weekday" in item.meanings else "#day"


class Wordings(dict[str, Wording]):
    """Language -> how its posts are worded; one without a file of its own has the common wording.

    That holds what labels and figures tell in all languages, and words of those without a file.
    """

    def __missing__(self, language: str) -> Wording:
        return self[COMMON]


def _load() -> Iterator[tuple[str, Wording]]:
    for file in files("bot.runs.parse").joinpath("wordings").iterdir():
        if file.name.endswith(".tsv"):
            lines = file.read_text(encoding="utf-8").splitlines()
            yield file.name.removesuffix(".tsv"), Wording(lines)


WORDINGS = Wordings(_load())
