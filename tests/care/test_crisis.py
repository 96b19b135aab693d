"""Words of crisis are found, and runners' talk of deadly hills is not taken for them."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from bot.care.crisis import speaks_of_crisis

LINES = Path(__file__).with_name("sentences.jsonl").read_text(encoding="utf-8").splitlines()
SENTENCES = [json.loads(line) for line in LINES]
LISTED = tomllib.loads(files("bot.care").joinpath("crisis.toml").read_text("utf-8"))
PHRASES = [phrase for phrases in LISTED.values() for phrase in phrases]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"])
def test_sentences(sentence):
    """Every sentence of crisis is heard; no trap sentence is."""
    assert speaks_of_crisis(sentence["text"]) is sentence["fires"]


@pytest.mark.parametrize(
    "text",
    [
        "5k in 31:00. I DON\u2019T  WANT\nto live anymore",
        "10 km. Je n'en peux plus, j'ai envie de me tuer",
        "jag vill do\u0308, 5 km",
    ],
)
def test_spelling_does_not_hide_it(text):
    """Capitals, line breaks, typographic apostrophes and split accents change nothing."""
    assert speaks_of_crisis(text)


@pytest.mark.parametrize(
    "text",
    [
        "_I want to die_",
        "i want to __die__",
        "5k. I **want** to *die*, ~~really~~",
        "10 km ||kill|| ||myself||",
        "10 km, then**I want to die**",
        "I want to d\u200bie",
        "i want\u2060 to\ufeff die",
        "Ich will ster\u00adben",
        "8k\u200bI want to die",
    ],
)
def test_looks_do_not_hide_it(text):
    """Neither marks that make words bold, slanted, crossed out or covered nor unseen characters change anything."""
    assert speaks_of_crisis(text)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_begins_with_a_letter(phrase):
    """Phrases are looked for where a word begins and nowhere else, also those whose first word may be left out."""
    for form in {phrase, re.sub(r"^\\b\(\?:[^()]*\)\?", r"\\b", phrase)}:
        chosen = form.removeprefix(r"\b(?:")
        beginnings = [form.removeprefix(r"\b")] if chosen == form else chosen.split("|")
        assert all(beginning[0].isalpha() for beginning in beginnings)


def test_hostile_texts_take_no_time():
    """A text made to be searched for long is looked through once."""
    assert not speaks_of_crisis("ich will " * 2000 + "i want to " * 2000)
