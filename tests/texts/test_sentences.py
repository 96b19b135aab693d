"""Every sentence the bot says: there, complete, short and kind."""

import ast
import re
import string
from pathlib import Path

import pytest

from bot import texts

ROOT = Path(__file__).parents[2]
SENTENCES = texts.sentences("en")
SHAMING = re.compile(
    r"\b(fail(ed|ure)?|lazy|excuses?|lost|loser|missed|broke|broken|guilt|shame|ashamed|weak|quit(ter)?|"
    r"skipped|slacker|disappoint\w*|should have|only \d|calories|weight|fat|burn(ed|t)?|pathetic)\b",
    re.IGNORECASE,
)


def all_lines():
    """Every encouraging line with its situation."""
    return [(name, line) for name, found in texts._files("en")["lines"].items() for line in found]


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
    with pytest.raises(KeyError):
        texts.lines("no_such_situation")


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_is_short_and_kind(key):
    """No sentence shames, and each fits a message."""
    text = SENTENCES[key]
    assert text
    assert not SHAMING.search(text), SHAMING.search(text)
    assert len(text) <= 1900


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_placeholders_are_named(key):
    """Every placeholder of a sentence has a plain name."""
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[key]) if name is not None]
    assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize(("situation", "line"), all_lines())
def test_a_line_is_short_and_kind(situation, line):
    """A line fits beside the figures on a phone and shames nobody."""
    assert 8 <= len(line) <= 80
    assert not SHAMING.search(line)
    assert "{" not in line


def test_lines_differ():
    """No line stands twice."""
    lines = [line for _, line in all_lines()]
    assert len(set(lines)) == len(lines)


def test_the_lint_would_catch_a_shaming_word():
    """The words that shame are found, also in the middle of a sentence."""
    assert SHAMING.search("You failed to run") and SHAMING.search("No excuses!")
    assert not SHAMING.search("Rest well, and see you on the path.")
