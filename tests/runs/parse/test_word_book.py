"""Words and phrases that lie packed are found as they were put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.runs.parse.words.labels import NOTHING, Meanings
from bot.runs.parse.words.word_book import WordBook

RAN, RUN, TRAIL = (Meanings({label: 0.0}) for label in ("run_past", "run_noun", "trail"))
KNOWN = {"ran": RAN, "run": RUN, "ran out": TRAIL, "ran out of road": RUN, "run out": RAN, "å": RUN}

WORDS = st.text("aåß'-é☃", min_size=1, max_size=3)
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def test_a_word_is_met_with_its_meaning_and_the_phrases_that_it_begins():
    """And with how many words they have by their second one, the longest first."""
    meanings, phrases, widths = WordBook(KNOWN).meet("ran")
    assert meanings is RAN
    assert phrases == {"ran out": TRAIL, "ran out of road": RUN}
    assert widths == {"out": (4, 2)}


@pytest.mark.parametrize("word", ["", "ra", "rant", "out", "ran out", "\n", "\ud83c", "🏃"])
def test_what_is_not_known_means_nothing(word):
    """Neither a part of a word nor one that stands within phrases alone, nor half a character."""
    book = WordBook(KNOWN)
    assert book.meet(word) == (NOTHING, {}, {})


@given(st.dictionaries(PHRASES, st.sampled_from([RAN, RUN, TRAIL]), max_size=40))
def test_everything_put_in_comes_out(known):
    """Each word and phrase once, with its own meanings."""
    book = WordBook(known)
    assert dict(book.items()) == known
    for one, meanings in known.items():
        first = one.split(" ")[0]
        met = book.meet(first)
        assert (met.phrases[one] if " " in one else met.meanings) is meanings
