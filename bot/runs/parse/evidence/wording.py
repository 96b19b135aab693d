"""Weighs how a post is worded: as posts that told of a run were, or as those that told of none.

Grammar knows what each word is for; what people say beside a run, and what beside other matters, no rule can
list. So a language may have a file of traits with their weights, learned from the labelled posts by
`python -m tests.runs.parse.learn` and readable as it is. They are added up, no more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.words.labels import Labels, any_of, bits, joined, names_of
from bot.runs.parse.words.lexicon import MARK

Told = tuple[str | Labels, ...]
"""What is told of a trait, words as they stand and labels as bits: ("legs", "heavy")."""

KINDS = ("bias", "label", "meaning", "word", "pair", "apart", "place", "figures", "near")
"""What is weighed: the labels of all words and those of all figures; each word, each two neighbours, and each two with
one between them; at which place the first figure stands, and which figures lead; the labels of what stands near a
figure (which figure, how far away). The bias belongs to all posts."""

_ALWAYS: Collection[Told] = [()]
_LABELLED = frozenset({"label", "meaning", "near"})
_OF_FIGURES = frozenset({"bias", "meaning", "place", "figures"})
_OF_SHAPE = ("shape.", "measured.")
_MANNER, _SMILE = any_of("interjection", "opener"), MARK | any_of("moods", "moods.positive")
_MERE_MARKS = frozenset({".", "!", "-"})
_FIRST_EMOJI = "\u2600"
_FARTHEST, _MOST_TOLD, _LEADING = 6, 3, 3
_NEAR = (-2, -1, 1, 2)
_START, _END, _A_NAME = "<", ">", "#name"
_NAME = any_of("name")
_FIGURES = {measure: f"#{measure}" for measure in Measure}
_NEARED = (Measure.DISTANCE, Measure.DURATION, Measure.CLOCK, Measure.NUMBER, Measure.PACE)
_PLACES = {
    _FIGURES[one]: [(away, f"{_FIGURES[one]}{away:+d}") for away in _NEAR] for one in _NEARED
}
"""How far from which figure, with its name in the file: "#distance-1" stands right before a distance."""


class _Every(dict[str, Labels]):
    """Asks for all labels."""

    def __missing__(self, kind: str) -> Labels:
        return -1


EVERY = _Every()


class Wording:
    """The weights of one language."""

    def __init__(self, lines: Iterable[str]) -> None:
        shared: dict[str, float] = {}
        self._weights: dict[str, dict[Told, float]] = {kind: {} for kind in KINDS}
        for line in lines:
            weight, kind, *words = line.split("\t")
            self._weights[kind][_told(kind, words)] = shared.setdefault(weight, float(weight))
        self._among = self._labels_asked()

    def _labels_asked(self) -> Mapping[str, Labels]:
        """Which labels have a weight, of each kind and at each place near a figure."""
        asked: dict[str, Labels] = defaultdict(int)
        for kind in _LABELLED:
            for *place, label in self._weights[kind]:
                if isinstance(label, Labels):
                    asked[str(place[0]) if place else kind] |= label
        return asked

    def odds(self, items: Sequence[Item]) -> float:
        """How likely posts worded so tell of a run: the natural logarithm of the odds."""
        odds = 0.0
        for kind, every in traits(items, self._among).items():
            weighed = self._weights[kind]
            for told in every:
                if told in weighed:
                    odds += weighed[told]
        return odds

    def words(self, items: Sequence[Item]) -> float:
        """The part of the odds that is of the words, and not of which figures and marks there are."""
        return sum([weight for _, weight in self._of_words(items)])

    def strongest(self, items: Sequence[Item], sign: int) -> str:
        """What of a post speaks most for a run (`sign` 1) or against one (-1): words, and (labels) of words."""
        told: dict[str, float] = {}
        for words, weight in self._of_words(items):
            told[words] = told.get(words, 0.0) + sign * weight
        return ", ".join(sorted(told, key=lambda one: -told[one])[:_MOST_TOLD])

    def _of_words(self, items: Sequence[Item]) -> Iterator[tuple[str, float]]:
        """What is told by words, with its weight."""
        for kind, every in traits(items, self._among).items():
            if kind not in _OF_FIGURES:
                for told in every:
                    if (weight := self._weights[kind].get(told)) and (
                        words := _words_of(kind, told)
                    ):
                        yield words, weight


def traits(
    items: Sequence[Item], among: Mapping[str, Labels] = EVERY
) -> dict[str, Collection[Told]]:
    """What is weighed of a post by its kind, each once; a greeting before it and a smile behind are left out.

    `among` tells which labels are asked for, of a kind or of a place near a figure.
    """
    items = _without_manners(items)
    told = [_text_of(item) for item in items]
    figures = [at for at, item in enumerate(items) if isinstance(item, Quantity)]
    framed = [_START, *told, _END]
    words = joined([item.labels for item in items if not isinstance(item, Quantity)])
    kinds: dict[str, Collection[Told]] = {
        "bias": _ALWAYS,
        "label": _each(words & among["label"]),
        "word": set(zip(told)),
        "pair": set(pairwise(framed)),
        "apart": set(zip(framed, framed[2:], strict=False)),
        "figures": [tuple([told[at] for at in figures[:_LEADING]])],
    }
    if figures:
        meanings = joined([items[at].labels for at in figures])
        kinds["meaning"] = _each(meanings & among["meaning"])
        kinds["place"] = [(str(min(figures[0], _FARTHEST)),)]
        kinds["near"] = _near(items, told, figures, among)
    return kinds


def _near(
    items: Sequence[Item], told: Sequence[str], figures: Iterable[int], among: Mapping[str, Labels]
) -> set[Told]:
    """The labels of what stands next to a figure, or next but one."""
    near: set[Told] = set()
    for figure in figures:
        for away, place in _PLACES.get(told[figure], ()):
            at = figure + away
            if 0 <= at < len(items) and (asked := items[at].labels & among[place]):
                near.update([(place, bit) for bit in bits(asked)])
    return near


def _each(labels: Labels) -> Collection[Told]:
    return [(bit,) for bit in bits(labels)]


def spelled(told: Told) -> list[str]:
    """What is told of a trait as it stands in the file: labels by their names."""
    return [one if isinstance(one, str) else names_of(one)[0] for one in told]


def _told(kind: str, words: Sequence[str]) -> Told:
    """What is told of a trait that stands in the file."""
    if kind in _LABELLED:
        return (*words[:-1], any_of(words[-1]))
    return tuple(words)


def _words_of(kind: str, told: Told) -> str:
    """The words of a trait as a reader is told them; none where it is of figures and marks alone."""
    words = spelled(told)
    if kind in _LABELLED:
        return "" if words[-1].startswith(_OF_SHAPE) else f"({words[-1]})"
    return " ".join([one for one in words if one[0].isalnum()])


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


def _load() -> dict[str, Wording]:
    folder = files("bot.runs.parse").joinpath("wordings")
    return {
        file.name.removesuffix(".tsv"): Wording(file.read_text(encoding="utf-8").splitlines())
        for file in folder.iterdir()
        if file.name.endswith(".tsv")
    }


WORDINGS = _load()
"""Language -> how its posts are worded; a language without enough labelled posts has none."""
