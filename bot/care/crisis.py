"""Finds words of crisis in what a member wrote, so that help can be offered to them alone."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ`´", "'"))
_LONGEST = 4000  # of a message, as Discord limits it


def speaks_of_crisis(text: str) -> bool:
    """Whether a text holds a phrase of suicide or self-harm in one of eight languages.

    Source of the phrases and of the way texts are made plain: `crisis.toml`. It misses slang and
    fires on denials ("I would never ..."); both are accepted there.
    """
    return _phrases().search(_plain(text)) is not None


@lru_cache
def _phrases() -> re.Pattern[str]:
    source = files(__package__).joinpath("crisis.toml").read_text(encoding="utf-8")
    patterns = [pattern for listed in tomllib.loads(source).values() for pattern in listed]
    # Each begins with a letter: where no word begins, none of them needs to be tried.
    return re.compile(rf"\b(?=[^\W\d_])(?:{'|'.join(patterns)})")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFC", text[:_LONGEST]).casefold().translate(_APOSTROPHES)
    return " ".join(folded.split())
