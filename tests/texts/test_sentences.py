"""Every sentence the bot says: there, complete, short and kind."""

import ast
import re
import string
from pathlib import Path

import pytest

from bot import texts
from tests.texts.lint import SHAMING

ROOT = Path(__file__).parents[2]
SENTENCES = texts.sentences("en")


def keys_in_code():
    """Every key that stands in the code as a whole, and not as the beginning of a built one."""
    rooms = {key.partition(".")[0] for key in SENTENCES}
    for folder in ("bot", "cogs"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for text in plain_strings(ast.parse(file.read_text("utf-8"))):
                if re.fullmatch(r"[a-z]+\.[a-z_]+", text) and text.partition(".")[0] in rooms:
                    yield text


def plain_strings(tree):
    """Every string in the code that is no part of an f-string."""
    parts = {
        id(value)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for value in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def test_every_sentence_in_the_code_exists():
    """No key in the code leads nowhere."""
    assert set(keys_in_code()) - set(SENTENCES) == set()


def test_a_key_that_is_not_there_is_an_error():
    """A sentence that does not exist is never said as its key."""
    with pytest.raises(KeyError):
        texts.say("runs.no_such_sentence")


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_is_short_and_kind(key):
    """No sentence shames, and each fits a message."""
    text = SENTENCES[key]
    assert text
    assert not SHAMING.search(text), SHAMING.search(text)
    assert len(text) <= 1900 or key == "members.export_readme"  # a file, not a message


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_placeholders_are_named(key):
    """Every placeholder of a sentence has a plain name."""
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[key]) if name is not None]
    assert all(name.isidentifier() for name in names)


def test_no_line_breaks_before_a_percent_sign():
    """A number and its % stay together in whatever is said, now and in sentences to come."""
    assert texts.say("recaps.challenge", name="January", percent=49) == "January 49\u00a0%"
    assert not [key for key, text in SENTENCES.items() if " %" in text]
