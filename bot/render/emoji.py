"""The shipped emoji: the longest one that a text has at a place, and how it is drawn."""

import zipfile
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "assets" / "twemoji.zip"
SIDE = 36
"""An emoji is drawn on a square of this side."""

_LONGEST = 16
_LOOK = "\ufe0f"
_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def at(text: str, start: int) -> tuple[str, int]:
    """The name of the longest emoji that begins at `start`, and where it ends; "" where none does."""
    # A digit begins an emoji only before a sign that makes a key of it.
    known = not text[start : start + 2].isascii() and _pictures(text[start])
    if not known:
        return "", start
    for end in range(min(len(text), start + _LONGEST), start, -1):
        name = _name(text[start:end])
        if name in known:
            return name, _past_look(text, end)
        plain = _name(text[start:end].translate(_NO_TONES))
        if plain in known and plain != name:
            return plain, _past_look(text, end)
    return "", start


def picture(name: str) -> str:
    """What stands inside its `<svg>`."""
    return _pictures(chr(int(name.split("-")[0], 16)))[name]


_NO_TONES = dict.fromkeys(map(ord, _TONES))


def _name(text: str) -> str:
    # Twemoji keeps the look only inside joined sequences, so both are compared without it.
    return "-".join(f"{ord(c):x}" for c in text if c != _LOOK)


def _past_look(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == _LOOK else end


@cache
def _firsts() -> zipfile.ZipFile:
    return zipfile.ZipFile(FILE)


@cache
def _pictures(first: str) -> dict[str, str]:
    """All emoji that begin with a character, by name without the look."""
    name = f"{ord(first):x}.tsv"
    if name not in _firsts().NameToInfo:
        return {}
    lines = _firsts().read(name).decode("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
