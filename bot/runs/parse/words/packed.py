"""Keeps large tables small that are seldom asked: lines of words, packed as text.

A hundred thousand words and phrases as keys of dictionaries would weigh eight megabytes more, and a club meets few of
them. They lie in so many parts that each of them is short.
"""

from collections.abc import Iterator, Sequence
from zlib import crc32

Line = tuple[int, str]
"""A number below 50,000, which says what belongs to a line, and its words."""

_LINES_A_PART = 12
_NOUGHT = 0x100
"""The character that stands for the number 0; those behind it stand for the next ones."""


class Packed:
    """Lines that are found by their first words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        parts: list[list[str]] = [[] for _ in range(len(lines) // _LINES_A_PART + 1)]
        for number, line in lines:
            first = line.partition(" ")[0].encode()
            parts[crc32(first) % len(parts)].append(f"\n{line}\t{chr(_NOUGHT + number)}")
        self._parts = ["".join(part).encode() for part in parts]

    def __iter__(self) -> Iterator[Line]:
        """Every line."""
        for part in self._parts:
            yield from map(_read, part.decode().split("\n")[1:])

    def led_by(self, first: str) -> list[Line]:
        """The lines that begin with a word."""
        told = first.encode(errors="replace")
        part = self._parts[crc32(told) % len(self._parts)]
        if b"\n%b\t" % told not in part and b"\n%b " % told not in part:
            return []
        lines = map(_read, part.decode().split("\n")[1:])
        return [line for line in lines if line[1].partition(" ")[0] == first]


def _read(line: str) -> Line:
    return ord(line[-1]) - _NOUGHT, line[:-2]
