"""Tells in which language a post is written: the one that knows most of its words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from operator import itemgetter
from struct import Struct

from bot.runs.parse.words.lexicon import UNKNOWN, Lexicon, lexemes
from bot.runs.parse.words.packed import Packed
from bot.runs.parse.words.remembered import Remembered
from bot.runs.parse.words.tokens import Shape, Token, forget
from bot.runs.parse.words.word_files import Told, load

_HOME = "en"
"""Runners everywhere borrow from English, so it is asked about words that a post's own language lacks."""

_SHARES = 840
"""What a word tells, shared by the languages that know it; 1 to 8 of them divide it."""

_ANOTHER = 2 * _SHARES
"""Two words by which another language is asked too in an English post; fewer do where they are a large part."""

_TEXT = itemgetter(Token._fields.index("text"))
_FEW = 9 * _SHARES // 10
_LARGE_PART = 0.4
_HINT = _SHARES // 2
_TELLING = _SHARES // 3
"""What a word of three languages tells; less decides nothing between those that tie."""

_TIE = _SHARES // 5
_LETTER = 7 * _SHARES // 10
_LOOKED_AT = 2000
_SHORT = 2
_COMMA = re.compile(r"\d,\d{1,2}(?!\d)")
"""A decimal comma, which English does not write, so that it has no advantage."""

_LETTERS = {
    **dict.fromkeys("åÅ", ("sv",)),
    **dict.fromkeys("ß", ("de",)),
    **dict.fromkeys("ñÑ¿¡", ("es",)),
    **dict.fromkeys("ãõÃÕ", ("pt",)),
    **dict.fromkeys("œûîŒÎ", ("fr",)),
    **dict.fromkeys("ìòÌÒ", ("it",)),
    **dict.fromkeys("äöÄÖ", ("de", "sv")),
}
"""The languages that have a letter, each with an even share of what it tells."""

_SHARED_LETTERS = (("éÉ", "es fr it pt"), ("èàùÈÀ", "fr it"), ("êçâôÊÇ", "fr pt"))
"""Letters that some languages have and others lack: "Terminé" is no German, "à" no Spanish; English borrows."""


_MOST_WORDS = 4096
"""Words whose language is remembered."""

_FIELD = 32
"""Bits of each language's score in a sum: 200 words at most, each of `_SHARES` at most."""


class Tongues:
    """The languages that are read, with what each of their words tells about the language.

    The scores of all languages stand side by side in one number, so that a word is looked up once
    and added once.
    """

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._lexicons = lexicons
        self._home = list(lexicons).index(_HOME)
        home = lexicons[_HOME]
        self._alone = (home,)
        self._before_home = [(one, home) for one in lexicons.values()]
        self._behind_home = [(home, one) for one in lexicons.values()]
        self._fields = Struct(f"<{len(lexicons)}I")
        self._places = {language: at * _FIELD for at, language in enumerate(lexicons)}
        self._tie = _TIE << self._places[_HOME]
        self._known_by = _known_by(lexicons.values())
        self._telling = Remembered(self._told_by, _MOST_WORDS)
        self._days = self._short_days()
        self._shared_letters = {
            letter: sum([_TIE << self._places[one] for one in those.split() if one in lexicons])
            for letters, those in _SHARED_LETTERS
            for letter in letters
        }
        self._letters = {
            letter: sum(_LETTER // len(known) << self._places[one] for one in known)
            for letter, known in _LETTERS.items()
            if lexicons.keys() >= set(known)
        }

    def __iter__(self) -> Iterator[Lexicon]:
        return iter(self._lexicons.values())

    def _short_days(self) -> Mapping[str, int]:
        """What the short names of days tell that are other words or none in English: "Mo", "So", "Di"."""
        found: dict[str, int] = {}
        for language, lexicon in self._lexicons.items():
            for word in lexicon.phrases_of("weekday", "short_weekday"):
                if len(word) == _SHORT and language != _HOME:
                    found[word] = found.get(word, 0) + (_HINT << self._places[language])
        return found

    def _told_by(self, word: str) -> int:
        """What a word tells; nothing where no language knows it, or all do.

        An English name tells of English as well where another language knows it as a word: Sam is a Saturday in French.
        """
        if not word[:1].isalpha() or not (lines := self._known_by.led_by(word)):
            return 0
        known, _ = lines[0]
        if "name" in self._alone[0].meanings_of(word):
            known |= 1 << self._home
        return self._weight(known) + self._ran(word)

    def _ran(self, word: str) -> int:
        """What a word tells besides for each language in which it says that somebody ran.

        It decides what is even but that English is asked first: "sprang 45 min" is no leap. What English rides
        or swims tells nothing: "rode to Frankston".
        """
        if "moved_by" in self._alone[0].meanings_of(word):
            return 0
        tells = [one.meanings_of(word) for one in self._lexicons.values()]
        return sum(
            (_TIE + 1) << place
            for place, meanings in zip(self._places.values(), tells, strict=True)
            if "run_past" in meanings
        )

    def _weight(self, known: int) -> int:
        """What is told by a word that some languages know, each of them a bit of `known`."""
        count = known.bit_count()
        if not count or count == len(self._lexicons) > 1:
            return 0
        places = [place for at, place in enumerate(self._places.values()) if known >> at & 1]
        return sum([_SHARES // count << place for place in places])

    def choose(
        self, tokens: Sequence[Token], locale: str | None = None, *, raw: str = ""
    ) -> tuple[Lexicon, ...]:
        """The lexicon to read a post with, then the one to ask about words that the first lacks.

        Letters that few languages have are looked for in `raw`, the text before it was made plain.
        `locale`, a language tag such as "pt-BR", decides only between languages that are close.
        """
        score = sum(map(self._telling.__getitem__, map(_TEXT, tokens)), self._tie)
        if "," in raw and _COMMA.search(raw):
            score -= self._tie
        if tokens and len(tokens[0].text) == _SHORT and _heads_a_figure(tokens):
            score += self._days.get(tokens[0].text, 0)
        if not raw.isascii():
            score += sum(
                [self._letters[letter] for letter in raw[:_LOOKED_AT] if letter in self._letters]
            )
        if locale and (place := self._places.get(locale.lower().partition("-")[0])) is not None:
            score += _HINT << place
        if not raw.isascii() and self._first(score) != self._home:
            told = (self._shared_letters.get(letter, 0) for letter in raw[:_LOOKED_AT])
            score += sum(told)
        return self._order(score, tokens)

    def _first(self, score: int) -> int:
        """The place of the language with the highest score."""
        scores = self._fields.unpack(score.to_bytes(self._fields.size, "little"))
        return scores.index(max(scores))

    def _order(self, score: int, tokens: Sequence[Token]) -> tuple[Lexicon, ...]:
        scores = self._fields.unpack(score.to_bytes(self._fields.size, "little"))
        best, most = sorted(scores)[-2:]
        first = scores.index(most)
        if best == most > scores[self._home] and most >= _TELLING:
            first = self._nearest([at for at, told in enumerate(scores) if told == most], tokens)
        if first != self._home:
            return self._before_home[first]
        if best < _FEW or (best < _ANOTHER and best < _LARGE_PART * most):
            return self._alone
        others = (*scores[:first], 0, *scores[first + 1 :])
        return self._behind_home[others.index(best)]

    def _nearest(self, tied: Sequence[int], tokens: Sequence[Token]) -> int:
        """Of languages that know as many words of a post, the one that joins most of them to its phrases."""
        return min(tied, key=lambda at: _unread(self._before_home[at][0], tokens))


def _known_by(lexicons: Iterable[Lexicon]) -> Packed:
    """Each word with the languages that it tells of, each of them a bit."""
    known: dict[str, int] = {}
    for at, lexicon in enumerate(lexicons):
        for word in lexicon.recognised_by():
            known[word] = known.get(word, 0) | 1 << at
    return Packed([(languages, word) for word, languages in known.items()])


def _unread(lexicon: Lexicon, tokens: Sequence[Token]) -> int:
    """How many pieces a post falls into in a language, those that it does not know counted twice."""
    pieces = lexemes(tokens, (lexicon,))
    return len(pieces) + sum(piece.labels & UNKNOWN != 0 for piece in pieces)


def _heads_a_figure(tokens: Sequence[Token]) -> bool:
    """Whether a capital begins the post and a figure comes next: "Mo 8 km", "Sa: 12 km"."""
    behind = 2 if len(tokens) > 1 and tokens[1].text in ".:" else 1
    figure = tokens[behind : behind + 1]
    return tokens[0].capital and bool(figure) and figure[0].shape is Shape.NUMBER


def _all() -> Tongues:
    folder = files("bot.runs.parse").joinpath("languages")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    languages = [name.removesuffix(".toml") for name in names]
    shared: Told = {}
    tongues = Tongues({language: load(language, shared) for language in languages})
    forget()
    return tongues


TONGUES = _all()
