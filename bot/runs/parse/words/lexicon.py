"""Gives words their meanings, read from one data file per language at import."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType

from bot.runs.parse.words.labels import NOTHING, Labels, Meanings, any_of
from bot.runs.parse.words.remembered import Remembered
from bot.runs.parse.words.tokens import Shape, Token
from bot.runs.parse.words.word_book import Met, WordBook

Phrases = Mapping[str, Meanings]
NO_ENDINGS: Mapping[str, str] = MappingProxyType({})
_WORD = Shape.WORD
_TEXT = itemgetter(Token._fields.index("text"))
_NAME = {"name"}
_OF_NO_LANGUAGE = {"name", "offered", "heads_no_run", "namesake"}
"""Meanings of names, of what is eaten and of things, which many languages call alike."""

_OWNER = Meanings({"owner": 0.0})

_MOST_WORDS = 1024
_GUESSES = {guess: any_of(f"guess.{guess}") for guess in ("verb", "past", "adverb", "owner")}
_ATTACHED = any_of("attached_unit")
FIGURE = any_of("shape.number")
MARK = any_of("shape.mark")
MENTIONED = any_of("shape.mention")
UNKNOWN = any_of("unknown")
"""What a lexeme carries beside the labels of its meanings: that it is a number, a mark or line end, a
mention, a word without meaning."""
_BESIDE_A_RUN = any_of(
    "offered",
    "heads_no_run",
    "namesake",
    "at_home",
    "walked_part",
    "enclosed",
    "seems",
    "shop",
    "duty",
    "kept",
    "stands",
    "posted_for",
    "sends",
    "picture",
    "the_other",
    "run_at_a_sport",
    "changed_for_all",
    "is_being",
)
"""What is offered ("cake"), what heads a list or is called by a distance ("badge"), what stands in a house, is
fenced in, is a part of some way ("the fifth") or says what something seems, shops, what is kept, what is worked
("late shift"), that a best stands, a picture, and for whom something is posted or sent mean nothing for a run itself:
such a word stays unknown."""

_OF_SHAPE = {
    Shape.NUMBER: FIGURE,
    Shape.MARK: MARK,
    Shape.LINE: MARK,
    Shape.MENTION: MENTIONED,
}


@dataclass(slots=True)
class Lexeme:
    """A word, phrase, number or mark together with everything it may mean; never changed, since posts share it.

    `guess` is "verb", "past", "adverb" or "owner" ("Lisas") for an unknown word that ends like one.
    """

    shape: Shape
    text: str
    meanings: Meanings
    spaced: bool
    capital: bool
    labels: Labels
    guess: str = ""


class Lexicon:
    """The words and phrases of one language, and the endings that tell on unknown words.

    A phrase is its tokens with a space between each two. `miles` says that a number without a unit
    may be miles as well as kilometres.
    """

    def __init__(
        self,
        language: str,
        known: Phrases,
        *,
        endings: Mapping[str, str] = NO_ENDINGS,
        capital_nouns: bool = False,
        miles: bool = False,
    ) -> None:
        self.language = language
        self.capital_nouns = capital_nouns
        self.miles = miles
        self._book = WordBook(known)
        self._endings = endings
        self._lengths = sorted({len(ending) for ending in endings}, reverse=True)

    def by_ending(self, word: str) -> tuple[str, str]:
        """The label that the longest known end of an unknown word tells, and the rest; or nothing."""
        for length in self._lengths:
            if length < len(word) - 1 and (label := self._endings.get(word[-length:])):
                return label, word[:-length]
        return "", ""

    def meet(self, word: str) -> Met:
        """What a word means, and the phrases that it begins."""
        return self._book.meet(word)

    def meanings_of(self, word: str) -> Meanings:
        """What a word means alone; nothing where the language does not know it."""
        return self._book.meet(word).meanings

    def recognised_by(self) -> set[str]:
        """The words that tell of the language, alone or in a phrase; names and "pizza" are of all of them."""
        words: set[str] = set()
        for one, meanings in self._book.items():
            if " " in one or not meanings.keys() <= _OF_NO_LANGUAGE:
                words.update(one.split(" "))
        return words

    def phrases_of(self, *labels: str) -> list[str]:
        """The words and phrases that carry any of the labels."""
        wanted = frozenset(labels)
        return [one for one, meanings in self._book.items() if not wanted.isdisjoint(meanings)]

    def entries(self) -> Iterator[tuple[tuple[str, ...], Meanings]]:
        """Every word and phrase with its meanings."""
        for one, meanings in self._book.items():
            yield tuple(one.split(" ")), meanings


def lexemes(tokens: Sequence[Token], lexicons: tuple[Lexicon, ...]) -> list[Lexeme]:
    """The tokens with their meanings, phrases joined; the first lexicon that knows a word wins."""
    found: list[Lexeme] = []
    known = _words_of(lexicons)
    texts = list(map(_TEXT, tokens))
    past, last = 0, len(texts) - 1
    for at, token in enumerate(tokens):
        if at < past:
            continue
        lexeme, leads = known[token]
        if leads and at < last and not (lexeme.labels & _ATTACHED and _is_glued(tokens, at)):
            following = texts[at + 1]
            for _, phrases, behind in leads:
                if following in behind and (
                    phrase := _phrase(phrases, texts, at, behind[following])
                ):
                    if phrase[-1].isdecimal() and _cuts(tokens, at + phrase.count(" ") + 1, known):
                        break
                    past = at + phrase.count(" ") + 1
                    lexeme = _joined(lexeme, phrase, phrases[phrase])
                    break
        found.append(lexeme)
    return found


@lru_cache(maxsize=64)
def _words_of(lexicons: tuple[Lexicon, ...]) -> Remembered[Token, tuple[Lexeme, tuple[Met, ...]]]:
    """What the words met so far are in these lexicons; there are twice as many pairs as languages."""
    return Remembered(lambda token: _known(token, lexicons), _MOST_WORDS)


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is glued to a figure, so that no phrase begins with it: "10er war", unlike "er war"."""
    return at > 0 and not tokens[at].spaced and tokens[at - 1].shape is Shape.NUMBER


def _cuts(
    tokens: Sequence[Token], end: int, known: Mapping[Token, tuple[Lexeme, tuple[Met, ...]]]
) -> bool:
    """Whether a phrase that ends in a figure would leave its unit behind: "ersten 5er", unlike "ersten 5"."""
    if end >= len(tokens) or not _is_glued(tokens, end):
        return False
    return known[tokens[end]][0].labels & _ATTACHED != 0


def _known(token: Token, lexicons: tuple[Lexicon, ...]) -> tuple[Lexeme, tuple[Met, ...]]:
    """A token with its meanings where it stands alone, and where to look for a phrase that begins with it."""
    shape, text, spaced, capital = token
    leads = []
    meanings, guess, beside = NOTHING, "", 0
    for lexicon in lexicons:
        met = lexicon.meet(text)
        if met.phrases:
            leads.append(met)
        if meanings := met.meanings:
            if meanings.labels & ~_BESIDE_A_RUN:
                break
            beside |= meanings.labels
    labels = meanings.labels | beside
    if shape is not _WORD:
        labels |= _OF_SHAPE[shape]
    elif not labels:
        meanings, guess, labels = _by_ending(lexicons, text)
    elif not labels & ~_BESIDE_A_RUN:
        meanings, labels = NOTHING, labels | UNKNOWN
    return Lexeme(shape, text, meanings, spaced, capital, labels, guess), tuple(leads)


def _phrase(phrases: Phrases, texts: Sequence[str], at: int, widths: Sequence[int]) -> str:
    """The longest phrase of one of these widths that begins at `at`, or nothing."""
    for width in widths:
        text = " ".join(texts[at : at + width])
        if text in phrases and at + width <= len(texts):
            return text
    return ""


def _joined(first: Lexeme, phrase: str, meanings: Meanings) -> Lexeme:
    """A phrase in the place of its first word."""
    return Lexeme(_WORD, phrase, meanings, first.spaced, first.capital, meanings.labels)


def _by_ending(lexicons: tuple[Lexicon, ...], word: str) -> tuple[Meanings, str, Labels]:
    """What the end of an unknown word means, or the part of speech it lets guess; and its labels.

    "Anna's" is surely somebody's, "Cardiff's" only perhaps.
    """
    label, rest = lexicons[0].by_ending(word)
    if label == "owner" and any(_is_somebody(one.meanings_of(rest)) for one in lexicons):
        return _OWNER, "", _OWNER.labels
    if not label or label in _GUESSES:
        return NOTHING, label, UNKNOWN | _GUESSES.get(label, 0)
    meanings = Meanings({label: 0.0})
    return meanings, "", meanings.labels


def _is_somebody(meanings: Meanings) -> bool:
    return "person" in meanings or meanings.keys() == _NAME
