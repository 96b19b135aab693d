"""The one place where words that people wrote become safe to show: escaped, clipped, never a mention."""

import re
import unicodedata

_MARKDOWN = re.compile(r"([\\*_~`|>#\[\]()<:@\-+.])")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
"""Emoji and several scripts are put together with these."""


def words(text: str, limit: int = 200) -> str:
    """`text` on one line, at most `limit` characters before escaping, with nothing left that Discord would act on."""
    shown = "".join(map(_visible, text))
    shown = " ".join(shown.split())
    if len(shown) > limit:
        shown = shown[: limit - 1].rstrip() + "…"
    # A zero-width space keeps "everyone" and "here" from being a mention even where mentions are allowed.
    return _MARKDOWN.sub(r"\\\1", shown).replace("@", "@\u200b")


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _INVISIBLE and character not in _JOINERS:
        return ""
    return character
