"""Lets idle chat go by at once: no figure and no word of running or helping is nothing to read."""

import re
from unicodedata import normalize

from bot.runs.parse.words.lexicon import Lexicon
from bot.runs.parse.words.tongue import TONGUES

_TELLING = (
    "number",
    "fraction",
    "distance_unit",
    "time_unit",
    "named",
    "known_number",
    "run_past",
    "run_noun",
    "program_done",
    "watchless",
    "duration",
    "tags.volunteer",
)
_FIGURE = b"0"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Small letters, every figure as 0, spaces for all else: looked up as bytes, which is several times
# faster than looking for words with an expression.
_SKELETON = bytes(
    _FIGURE[0] if 0x30 <= code <= 0x39 else code | 0x20 if chr(code & ~0x20) in _LETTERS else 0x20
    for code in range(256)
)
_FOREIGN_FIGURE = re.compile(r"[\d½¼¾⅓⅔\u2460-\u249b\uff21-\uff5a]")


def _skeleton(text: str) -> bytes:
    """The ASCII letters of a text, without accents, emoji and characters that hide between them."""
    plain = text if text.isascii() else normalize("NFD", text)
    return plain.encode("ascii", "ignore").translate(_SKELETON)


def _telling_words(lexicon: Lexicon, small: frozenset[str]) -> frozenset[bytes]:
    """The words of which a post needs one; a phrase counts by whichever of its words tells alone.

    Where none does, it counts by its longest word that is not small in any language.
    """
    phrases = [phrase.split(" ") for phrase in lexicon.phrases_of(*_TELLING)]
    alone = {phrase[0] for phrase in phrases if len(phrase) == 1 and phrase[0].isalpha()}
    rest = {
        max((word for word in phrase if word not in small), key=len, default="")
        for phrase in phrases
        if alone.isdisjoint(phrase)
    }
    skeletons = (_skeleton(word).split() for word in alone | rest)
    return frozenset(words[0] for words in skeletons if words)


def _small_words() -> frozenset[str]:
    """The words that mean little in some language."""
    return frozenset(" ".join(" ".join(one.phrases_of("filler")) for one in TONGUES).split(" "))


def _all_telling_words() -> frozenset[bytes]:
    small = _small_words()
    return frozenset[bytes]().union(*(_telling_words(one, small) for one in TONGUES))


_TELLING_WORDS = _all_telling_words()


def may_tell(text: str) -> bool:
    """Whether the text is worth reading."""
    skeleton = _skeleton(text)
    if _FIGURE in skeleton or not _TELLING_WORDS.isdisjoint(skeleton.split()):
        return True
    return not text.isascii() and _FOREIGN_FIGURE.search(text) is not None
