"""Keeps the words and phrases of a language small until they are met.

Ninety thousand of them as keys of dictionaries would weigh eight megabytes more, and a club meets few of them. So they
lie packed as text, a line each, in as many parts as make each of them short; what was looked up is remembered.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from bot.runs.parse.words.labels import NOTHING, Meanings
from bot.runs.parse.words.remembered import Remembered

Widths = dict[str, tuple[int, ...]]
"""The second token of phrases that begin alike -> how many tokens they have, longest first."""

_LINES_A_PART = 12
_MOST_MET = 4096
_FIRST = 0x100
"""The character that stands for the first of all meanings; those behind it for the next ones."""


class Met(NamedTuple):
    """What a word means alone, and the phrases that it begins."""

    meanings: Meanings
    phrases: Mapping[str, Meanings]
    widths: Widths


_NOTHING_MET = Met(NOTHING, {}, {})


class WordBook:
    """The words and phrases that a language knows."""

    def __init__(self, known: Mapping[str, Meanings]) -> None:
        self._meanings = list({id(one): one for one in known.values()}.values())
        self._parts = self._pack(known)
        self._met = Remembered(self._look_up, _MOST_MET)

    def __contains__(self, first: str) -> bool:
        """Whether it is a word of its own, or begins a phrase."""
        return bool(self._lines_of(first))

    def meet(self, first: str) -> Met:
        """What a word means, and the phrases that it begins."""
        return self._met[first]

    def items(self) -> Iterator[tuple[str, Meanings]]:
        """Every word and phrase with its meanings."""
        for part in filter(None, self._parts):
            yield from map(self._read, part.decode().split("\n"))

    def _pack(self, known: Mapping[str, Meanings]) -> list[bytes]:
        """A line for each word or phrase, led by a character that stands for its meanings."""
        marks = {id(one): chr(_FIRST + at) for at, one in enumerate(self._meanings)}
        parts: list[list[str]] = [[] for _ in range(len(known) // _LINES_A_PART + 1)]
        for one, meanings in known.items():
            first = one.partition(" ")[0].encode()
            parts[crc32(first) % len(parts)].append(marks[id(meanings)] + one)
        return ["\n".join(lines).encode() for lines in parts]

    def _lines_of(self, first: str) -> Sequence[str]:
        told = first.encode(errors="replace")
        part = self._parts[crc32(told) % len(self._parts)]
        if told not in part:
            return ()
        lines = part.decode().split("\n")
        return [one for one in lines if one[1:].partition(" ")[0] == first]

    def _read(self, line: str) -> tuple[str, Meanings]:
        return line[1:], self._meanings[ord(line[0]) - _FIRST]

    def _look_up(self, first: str) -> Met:
        if not (lines := self._lines_of(first)):
            return _NOTHING_MET
        phrases = dict(map(self._read, lines))
        meanings = phrases.pop(first, NOTHING)
        widths: Widths = {}
        for phrase in phrases:
            words = phrase.split(" ")
            known = widths.get(words[1], ())
            if len(words) not in known:
                widths[words[1]] = tuple(sorted((*known, len(words)), reverse=True))
        return Met(meanings, phrases, widths)
