"""Lets idle chat go by at once: no figure and no word of running means that there is nothing to read."""

import re

from bot.runs.parse.lexicon import Lexicon, load

LEXICON: Lexicon = load("en")

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
)
_DIGIT = re.compile(r"[\d½¼¾⅓⅔\u2460-\u249b]")
_WORD = re.compile(r"[^\W\d_]+")
# Such characters may stand inside a word and hide it.
_HIDING = re.compile(
    "[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff00-\uffef]"
)


def _telling_words(lexicon: Lexicon) -> frozenset[str]:
    """First words of all telling phrases; of a phrase that begins with a small word, the last one."""
    small = lexicon.filler_words()
    words = set()
    for first, entries in lexicon.phrases.items():
        for rest, meanings in entries:
            if any(label in meanings for label in _TELLING):
                words.add(first if not rest or first not in small else rest[-1])
    return frozenset(word for word in words if word.isalpha())


_TELLING_WORDS = _telling_words(LEXICON)


def may_tell(text: str) -> bool:
    """Whether the text is worth reading."""
    if _DIGIT.search(text) or not _TELLING_WORDS.isdisjoint(_WORD.findall(text.lower())):
        return True
    return not text.isascii() and _HIDING.search(text) is not None
