"""The words and phrases that a language knows; what was looked up is remembered."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.runs.parse.words.labels import NOTHING, Meanings
from bot.runs.parse.words.packed import Packed
from bot.runs.parse.words.remembered import Remembered

Widths = dict[str, tuple[int, ...]]
"""The second token of phrases that begin alike -> how many tokens they have, longest first."""

_MOST_MET = 4096


class Met(NamedTuple):
    """What a word means alone, and the phrases that it begins."""

    meanings: Meanings
    phrases: Mapping[str, Meanings]
    widths: Widths


_NOTHING_MET = Met(NOTHING, {}, {})


class WordBook:
    """Words and phrases with their meanings."""

    def __init__(self, known: Mapping[str, Meanings]) -> None:
        self._meanings = list({id(one): one for one in known.values()}.values())
        numbers = {id(one): at for at, one in enumerate(self._meanings)}
        self._lines = Packed([(numbers[id(meanings)], one) for one, meanings in known.items()])
        self._met = Remembered(self._look_up, _MOST_MET)

    def meet(self, first: str) -> Met:
        """What a word means, and the phrases that it begins."""
        return self._met[first]

    def items(self) -> Iterator[tuple[str, Meanings]]:
        """Every word and phrase with its meanings."""
        for number, one in self._lines:
            yield one, self._meanings[number]

    def _look_up(self, first: str) -> Met:
        if not (lines := self._lines.led_by(first)):
            return _NOTHING_MET
        phrases = {one: self._meanings[number] for number, one in lines}
        meanings = phrases.pop(first, NOTHING)
        widths: Widths = {}
        for phrase in phrases:
            words = phrase.split(" ")
            known = widths.get(words[1], ())
            if len(words) not in known:
                widths[words[1]] = tuple(sorted((*known, len(words)), reverse=True))
        return Met(meanings, phrases, widths)
