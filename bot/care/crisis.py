"""Finds words of crisis in what a member wrote, so that help can be offered to them alone."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files

_SPELLINGS = str.maketrans(dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("*_~|", " "))
"""Plain apostrophes, and nothing of what makes words bold, crossed out or covered in chat."""

_UNSEEN = re.compile(r"[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff]")
"""Characters without a width, which come along when a text is copied."""

_LONGEST = 4000  # of a message, as Discord limits it


def speaks_of_crisis(text: str) -> bool:
    """Whether a text holds a phrase of suicide or self-harm in one of eight languages.

    Source of the phrases and of the way texts are made plain: `crisis.toml`. It misses slang and
    fires on denials ("I would never ..."); both are accepted there.
    """
    text = text[:_LONGEST]
    if _phrases().search(_plain(text)):
        return True
    seen = text if text.isascii() else _UNSEEN.sub("", text)
    return len(seen) < len(text) and _phrases().search(_plain(seen)) is not None


@lru_cache
def _phrases() -> re.Pattern[str]:
    source = files(__package__).joinpath("crisis.toml").read_text(encoding="utf-8")
    patterns = [pattern for listed in tomllib.loads(source).values() for pattern in listed]
    # Each begins with a letter: where no word begins, none of them needs to be tried.
    return re.compile(rf"\b(?=[^\W\d_])(?:{'|'.join(patterns)})")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().translate(_SPELLINGS)
    return " ".join(folded.split())
