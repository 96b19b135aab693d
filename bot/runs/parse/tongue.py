"""Tells in which language a post is written: the one that knows most of its words."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType

from bot.runs.parse.lexicon import Lexicon, load
from bot.runs.parse.tokens import Shape, Token

_HOME = "en"
"""Runners everywhere borrow from English, so it is asked about words that a post's own language lacks."""

_WORD = Shape.WORD
_ANOTHER = 2.0
_HINT = 0.5
_TIE = 0.2
_LETTER = 0.7
_LETTERS = {
    **dict.fromkeys("åÅ", "sv"),
    **dict.fromkeys("ß", "de"),
    **dict.fromkeys("ñÑ¿¡", "es"),
    **dict.fromkeys("ãõÃÕ", "pt"),
    **dict.fromkeys("œêûÊ", "fr"),
    **dict.fromkeys("ìòÌÒ", "it"),
}


_NOTHING_TOLD: Mapping[str, float] = MappingProxyType({})


class Tongues:
    """The languages that are read, with what each of their words tells about the language."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._lexicons = lexicons
        self._words = {language: lexicon.words() for language, lexicon in lexicons.items()}
        self._telling: dict[str, Mapping[str, float]] = {}

    def __iter__(self) -> Iterator[Lexicon]:
        return iter(self._lexicons.values())

    def choose(
        self, tokens: Sequence[Token], locale: str | None = None, *, raw: str = ""
    ) -> tuple[Lexicon, ...]:
        """The lexicon to read a post with, then the one to ask about words that the first lacks.

        Letters that one language alone has are looked for in `raw`, the text before it was made plain.
        `locale`, a language tag such as "pt-BR", decides only between languages that are close.
        """
        scores = dict.fromkeys(self._lexicons, 0.0)
        scores[_HOME] += _TIE
        hinted = (locale or "").lower().partition("-")[0]
        if hinted in scores:
            scores[hinted] += _HINT
        if not raw.isascii():
            for letter in raw:
                if (language := _LETTERS.get(letter)) in scores:
                    scores[language] += _LETTER
        for token in tokens:
            if token.shape is _WORD:
                for language, weight in self._told_by(token.text).items():
                    scores[language] += weight
        return self._order(scores)

    def _told_by(self, word: str) -> Mapping[str, float]:
        """What a word tells on each language; the known ones are remembered."""
        told = self._telling.get(word)
        if told is None:
            known = [language for language, words in self._words.items() if word in words]
            if not known:
                return _NOTHING_TOLD
            everywhere = len(known) == len(self._words) > 1
            told = _NOTHING_TOLD if everywhere else dict.fromkeys(known, 1 / len(known))
            self._telling[word] = told
        return told

    def _order(self, scores: dict[str, float]) -> tuple[Lexicon, ...]:
        first = max(scores, key=scores.__getitem__)
        if first != _HOME:
            return self._lexicons[first], self._lexicons[_HOME]
        del scores[first]
        second = max(scores, key=scores.__getitem__, default=first)
        if second == first or scores[second] < _ANOTHER:
            return (self._lexicons[first],)
        return self._lexicons[first], self._lexicons[second]


def _all() -> dict[str, Lexicon]:
    folder = files(__package__).joinpath("languages")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {name.removesuffix(".toml"): load(name.removesuffix(".toml")) for name in names}


TONGUES = Tongues(_all())
