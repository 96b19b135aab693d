"""Makes one plain spelling out of what a chat sends: digits of any script, no marks, no markup, no quotes."""

import re
import unicodedata
from operator import itemgetter

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
    "…": "...",
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
_IS = re.compile(r"(?<!\w)[èéÈÉ](?!\w)")
"""Portuguese and Italian "is", which must not become "and" with its accent: it is spelt "ee"."""

_WOULD = re.compile(r"(?<!\w)([wW])är(?!\w)")
"""German "wär", which must not become "was" with its umlaut: it is spelt "wäre"."""

_SWEDISH_AND = re.compile(r"(?<!\w)[åÅ](?!\w)")
"""How Swedish is written that says "and" as it speaks; without its ring it would be "to": it is spelt "och"."""

_SUBJUNCTIVE = re.compile(
    r"(?<!\w)(?:kö(?=nnt)|mü(?=sst|ßt)|hä(?=tt)|wü(?=rd)|dü(?=rft))", re.IGNORECASE
)
"""German "könnte", which must not become the past "konnte" with its umlaut: it is spelt "koennte"."""

_DUTCH_HOURS = re.compile(r"(?<=\d)u(?=\d)")
"""Dutch writes 1u15, which no other word of a short post may tell."""

_UMLAUTS = {"ö": "oe", "ü": "ue", "ä": "ae"}
_STAR_TIMES = re.compile(r"(?<=\d)\s?\*\s?(?=\d)")
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d{1,2}(?![\d:]))")
"""A decimal point as some still write it by hand: "6·8 km"."""

_MARKUP = re.compile(
    r"(?P<mention><@[!&]?\d{1,25}>|@everyone|@here)"
    r"|<a?:\w{1,40}:\d{1,25}>|<#\d{1,25}>|<t:-?\d{1,20}(?::[a-zA-Z])?>|</[^<>\n]{1,80}:\d{1,25}>"
    r"|https?://\S+"
    r"|\b[\w-]+\.(?:com|org|net|io|app|co\.uk|de|fr|es|it|nl|se|pt|eu|run)/\S+"
)
_QUOTE = re.compile(r"^\s*>>>[\s\S]*|^\s*>.*$", re.MULTILINE)
_STRUCK = re.compile(r"~~[^~]*~~")
_HEADING = re.compile(r"^[ ]{0,3}(?:#{1,3}|-#)[ ]+", re.MULTILINE)
"""What makes a line of a chat large or small: "# 5k in 24:30" says no more than "5k in 24:30"."""

_TICKED = re.compile(r"^[ ]{0,3}- \[[xX]\][ ]+", re.MULTILINE)
"""A box that is ticked says that its line is done; one that is not is left as it stands."""

_BRACKETED = re.compile(r"\[([^\[\]\s][^\[\]]*)\]")
"""What stands in square brackets, which is as apart as in round ones: "[7.8km | 45:02]"."""

_SMILE = re.compile(r"(?<=\s)[:;]-?[)D](?!\S)")
"""A smile of marks, which must neither make a date of a rating ("10/10 :)") nor close a bracket."""

_DRAWN_OUT = re.compile(r"([a-jl-zA-JL-Z])\1{2,}")
"""Letters that only stress a word; "kkk" is how Portuguese laughs."""

_ONCE = itemgetter(1)

_MARKS = "#*<>@/~["
"""Marks without any of which a text in plain spelling holds no markup."""


def _to_be_looked_at(marks: str) -> re.Pattern[str]:
    """What finds a character of these, or one whose plain spelling is another or unknown."""
    plain = [chr(code) for code in range(128) if _plain(chr(code)) == chr(code)]
    return re.compile(f"[^{re.escape(''.join(one for one in plain if one not in marks))}]")


_RESPELT, _SPECIAL = _to_be_looked_at(""), _to_be_looked_at(_MARKS)


def spell(text: str) -> str:
    """The text in plain spelling, markup and all."""
    if _RESPELT.search(text) is None:
        return text
    return _SUBJUNCTIVE.sub(_without_umlaut, text).translate(_spelling)


def _without_umlaut(verb: re.Match[str]) -> str:
    return verb[0][:-1] + _UMLAUTS[verb[0][-1].lower()]


def calm(plain: str) -> str:
    """The text with letters that were drawn out once: "sooo" as "so"."""
    return _DRAWN_OUT.sub(_ONCE, plain)


def normalize(text: str) -> str:
    """The text as the tokens are cut from it: case kept, lines kept, quotes and links gone."""
    plain = text[:LONGEST]
    if _SPECIAL.search(plain) is not None:
        plain = _without_markup(spell(_told_apart(plain)))
    if " :" in plain or " ;" in plain:
        plain = _SMILE.sub("\U0001f642", plain)
    return _DUTCH_HOURS.sub("h", plain) if "u" in plain else plain


def _told_apart(text: str) -> str:
    """The text with what its plain spelling would take for something else spelt another way."""
    plain = _STAR_TIMES.sub("x", text) if "*" in text else text
    plain = _RAISED_POINT.sub(".", plain) if "·" in plain else plain
    if plain.isascii():
        return plain
    return _SWEDISH_AND.sub("och", _WOULD.sub(r"\1äre", _IS.sub("ee", plain)))


def _without_markup(plain: str) -> str:
    """The text without quotes, struck words and links, with mentions as one character each."""
    if ">" in plain:
        plain = _QUOTE.sub("", plain)
    if "#" in plain:
        plain = _HEADING.sub("", plain)
    if "[" in plain:
        plain = _BRACKETED.sub(r"(\1)", _TICKED.sub("", plain))
    if "~~" in plain:
        plain = _STRUCK.sub(" ", plain)
    if "<" in plain or "@" in plain or "/" in plain:
        plain = _MARKUP.sub(_stand_in, plain)
    return plain


def _stand_in(found: re.Match[str]) -> str:
    return f" {MENTION} " if found["mention"] else " "
