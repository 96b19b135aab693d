"""Makes one plain spelling out of what a chat sends: digits of any script, no marks, no markup, no quotes."""

import re
import unicodedata

LONGEST = 2000
"""Characters read of a post; more than a member can write without paying for it."""

MENTION = "\ue000"
"""Stands for a mention; private-use characters of the text itself are dropped."""

_SPELLINGS = {
    **dict.fromkeys("‘’ʼ′´`＇", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("×✕✖∗", "x"),
    **dict.fromkeys("•·‣▪●", "|"),
    **dict.fromkeys("½¼¾⅓⅔", None),
    "…": ".",
    "٫": ".",
    "٬": ",",
    "ß": "ss",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "\n": "\n",
    "\r": "\n",
    "\t": " ",
    "*": " ",
    "_": " ",
}
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Sk"}


def _plain(character: str) -> str:
    if character in _SPELLINGS:
        return _SPELLINGS[character] or character
    if (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    if unicodedata.category(character) in _DROPPED:
        return ""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if unicodedata.category(part) not in _DROPPED)


class _Spelling(dict[int, str]):
    """Remembers the plain form of each character met, up to a bound that no honest chat reaches."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(self) < 8192:
            self[code] = plain
        return plain


_spelling = _Spelling()
_RESPELT = re.compile(
    f"[{re.escape(''.join(chr(code) for code in range(128) if _plain(chr(code)) != chr(code)))}]"
)
"""The few characters of ASCII that are not plain already."""

_IS = re.compile(r"(?<!\w)[èéÈÉ](?!\w)")
"""Portuguese and Italian "is", which must not become "and" with its accent: it is spelt "ee"."""

_WOULD = re.compile(r"(?<!\w)([wW])är(?!\w)")
"""German "wär", which must not become "was" with its umlaut: it is spelt "wäre"."""

_DUTCH_HOURS = re.compile(r"(?<=\d)u(?=\d)")
"""Dutch writes 1u15, which no other word of a short post may tell."""

_STAR_TIMES = re.compile(r"(?<=\d)\s?\*\s?(?=\d)")
_MARKUP = re.compile(
    r"(?P<mention><@[!&]?\d{1,25}>|@everyone|@here)"
    r"|<a?:\w{1,40}:\d{1,25}>|<#\d{1,25}>|<t:-?\d{1,20}(?::[a-zA-Z])?>|</[^<>\n]{1,80}:\d{1,25}>"
    r"|(?:https?://|www\.)\S+"
    r"|\b[\w-]+\.(?:com|org|net|io|app|co\.uk|de|fr|es|it|nl|se|pt|eu|run)/\S+"
)
_QUOTE = re.compile(r"^\s*>>>[\s\S]*|^\s*>.*$", re.MULTILINE)
_STRUCK = re.compile(r"~~[^~]*~~")
_HEADING = re.compile(r"^[ ]{0,3}(?:#{1,3}|-#)[ ]+", re.MULTILINE)
"""What makes a line of a chat large or small: "# 5k in 24:30" says no more than "5k in 24:30"."""


_DRAWN_OUT = re.compile(r"([a-jl-zA-JL-Z])\1{2,}")
"""Letters that only stress a word; "kkk" is how Portuguese laughs."""

_THREE = tuple(3 * letter for letter in "abcdefghijlmnopqrstuvwxyz")
"""What is looked for first, since looking for any three alike is slow."""


def spell(text: str) -> str:
    """The text in plain spelling, "sooo" as "so", markup and all."""
    spelt = text.isascii() and _RESPELT.search(text) is None
    plain = text if spelt else text.translate(_spelling)
    small = plain.lower()
    return _DRAWN_OUT.sub(r"\1", plain) if any(map(small.__contains__, _THREE)) else plain


def normalize(text: str) -> str:
    """The text as the tokens are cut from it: case kept, lines kept, quotes and links gone."""
    plain = text[:LONGEST]
    if "*" in plain:
        plain = _STAR_TIMES.sub("x", plain)
    if not plain.isascii():
        plain = _WOULD.sub(r"\1äre", _IS.sub("ee", plain))
    plain = spell(plain)
    if "u" in plain:
        plain = _DUTCH_HOURS.sub("h", plain)
    if ">" in plain:
        plain = _QUOTE.sub("", plain)
    if "#" in plain:
        plain = _HEADING.sub("", plain)
    if "~~" in plain:
        plain = _STRUCK.sub(" ", plain)
    if "<" in plain or "@" in plain or "/" in plain or "www." in plain:
        plain = _MARKUP.sub(_stand_in, plain)
    return plain


def _stand_in(found: re.Match[str]) -> str:
    return f" {MENTION} " if found["mention"] else " "
