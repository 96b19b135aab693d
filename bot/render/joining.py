"""Which form an Arabic letter has between others, for the font tells the width of each form."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

_ALONE, _START, _MIDDLE, _END = "<isolated>", "<initial>", "<medial>", "<final>"
_STRETCH, _APART = "\u0640", "\u200c"


def forms(letters: Sequence[str]) -> list[str]:
    """Each letter, without its marks, in the form in which it stands between the others.

    A letter that ends in a zero-width non-joiner does not join the next one; others than Arabic ones stay.
    """
    if not any("\u0600" <= letter < "\u0780" for letter in letters):
        return [letter[:1] for letter in letters]
    joined = [_joins_on(one) and _joins_back(other) for one, other in pairwise(letters)]
    return [
        _form(letter[:1], after=after, before=before)
        for letter, after, before in zip(letters, [False, *joined], [*joined, False], strict=True)
    ]


def _form(letter: str, *, after: bool, before: bool) -> str:
    wanted = (_MIDDLE if before else _END) if after else (_START if before else _ALONE)
    return _known().get((letter, wanted), letter)


def _joins_on(letter: str) -> bool:
    return ((letter[:1], _START) in _known() and not letter.endswith(_APART)) or letter == _STRETCH


def _joins_back(letter: str) -> bool:
    return (letter[:1], _END) in _known() or letter == _STRETCH


@cache
def _known() -> dict[tuple[str, str], str]:
    known = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5)):
        form, _, letter = unicodedata.decomposition(chr(code)).partition(" ")
        if form and len(letter) == 4:
            known[chr(int(letter, 16)), form] = chr(code)
    return known
