"""Labels as bits: any set of them is one whole number, and one `&` asks for many at once.

Every word, figure, clause and post carries the labels of all it is made of. A rule says which labels it
needs (`_DONE = any_of("run_past", "strong_did")`) and costs next to nothing where none is carried.
"""

from collections.abc import Iterable, Mapping

Labels = int
"""A set of labels, each a bit."""

_BITS: dict[str, Labels] = {}
_NAMES: list[str] = []
"""The names of the bits, from the lowest on."""


def any_of(*names: str) -> Labels:
    """The set of these labels: `carried & any_of("self", "you")` holds when any of them is carried."""
    return joined(_bit(name) for name in names)


def joined(sets: Iterable[Labels]) -> Labels:
    """The labels of all the sets."""
    every = 0
    for labels in sets:
        every |= labels
    return every


def names_of(labels: Labels) -> list[str]:
    """The labels of a set by their names."""
    return [_NAMES[bit.bit_length() - 1] for bit in bits(labels)]


def bits(labels: Labels) -> list[Labels]:
    """Each label of a set as a set of its own."""
    each = []
    while labels:
        lowest = labels & -labels
        each.append(lowest)
        labels ^= lowest
    return each


def _bit(name: str) -> Labels:
    if name not in _BITS:
        _BITS[name] = 1 << len(_NAMES)
        _NAMES.append(name)
    return _BITS[name]


class Meanings(dict[str, float]):
    """What a word means: label -> value, such as {"distance_unit": 1000.0}; labels without a value hold 0.

    Never changed once made, since thousands of words share the same few.
    """

    __slots__ = ("labels",)

    def __init__(self, told: Mapping[str, float]) -> None:
        super().__init__(told)
        self.labels = any_of(*told)

    def __hash__(self) -> int:  # type: ignore[override]
        """What never changes may be a field's default, which a dataclass asks of its hash."""
        return hash(self.labels)


NOTHING = Meanings({})


def labels_in(meanings: Mapping[str, float]) -> Labels:
    """The labels that stand in some meanings."""
    if isinstance(meanings, Meanings):
        return meanings.labels
    carried = 0
    for label in meanings:
        carried |= ASKED[(label,)]
    return carried


class Asked(dict[tuple[str, ...], Labels]):
    """The sets that rules name by their labels where they ask, each worked out once."""

    def __missing__(self, names: tuple[str, ...]) -> Labels:
        self[names] = any_of(*names)
        return self[names]


ASKED = Asked()
