"""Reading takes a bounded number of looks at each token, whatever a post is made of."""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.runs.parse.figures.quantities import Source, measure
from bot.runs.parse.words.lexicon import lexemes
from tests.runs.parse.scores import NOW, examples, languages

explaining = importlib.import_module("bot.runs.parse.explain")
"""The module; the package has a function of the same name."""

VISITS_PER_CHARACTER = 40
PIECES = (
    *("5k", "5 km", "24:30", "1h", "1h1h", "half", "twenty", "five", "and a half", "in", "@", "/"),
    *("went for a", "ran", "yesterday", "on Monday", "with", "my wife", "6x800m", "warm up", "?"),
    *("(", ")", "[", ",", ".", "-", ":", "\n", "the", "not", "if", "gelaufen", "corrí", "und", "y"),
    *("🏃", "é", "<@5>", "€", "12", "1", ";", "total", "each", "per km", "am", "last"),
)


class Counted(list):
    """A list that counts how often its elements are looked at."""

    looks = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        Counted.looks += len(found) if isinstance(at, slice) else 1
        return found

    def __iter__(self):
        for item in super().__iter__():
            Counted.looks += 1
            yield item


@pytest.fixture(scope="module")
def looks():
    """How many looks at tokens and items the reading of a text takes."""

    def source(*args):
        seen = Source(*args)
        seen.meanings, seen.texts = Counted(seen.meanings), Counted(seen.texts)
        return seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explaining, "lexemes", lambda *args: Counted(lexemes(*args)))
        patch.setattr(explaining, "Source", source)
        patch.setattr(explaining, "measure", lambda *args: Counted(measure(*args)))

        def count(text):
            Counted.looks = 0
            explaining.explain(text, now=NOW)
            return Counted.looks

        yield count


@settings(max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=120), gap=st.sampled_from(["", " "]))
def test_looks_grow_with_the_length_alone(looks, pieces, gap):
    """No mixture of pieces makes the reader look at tokens more than forty times a character."""
    text = gap.join(pieces)
    assert looks(text) <= VISITS_PER_CHARACTER * max(12, len(text))


@pytest.mark.parametrize("start", ["", "5k in 24:30 ", "1:45:00 "])
@pytest.mark.parametrize("piece", ["🙂", "half ", "first half ", "BQ ", "parkrunday ", "commute. "])
def test_looks_grow_with_the_length_of_what_repeats(looks, start, piece):
    """A word that looks far around itself, or a row of faces, looks no farther the more there are of it."""
    for times in (100, 200):
        text = start + piece * times
        assert looks(text) <= VISITS_PER_CHARACTER * len(text)
        assert looks(text + "5k 1:45:00") <= VISITS_PER_CHARACTER * len(text)


def test_typical_posts_stay_far_below(looks):
    """Nor do the posts that are worked with: every third of them, for to count takes its time."""
    every = (example["text"] for language in languages() for example in examples(language, "work"))
    texts = list(every)[::3]
    most = max(looks(text) / max(12, len(text)) for text in texts)
    assert 0 < most <= VISITS_PER_CHARACTER
