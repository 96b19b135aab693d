"""Rules and word lists call the same thing by the same name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import bot.runs.parse
from bot.runs.parse.words.word_files import load
from tests.runs.parse.scores import languages

ASKING = {"any_of", "has", "tells", "place", "before", "after"}
MADE_BY_CODE = ("unknown", "asked", "shape.", "guess.", "measured.", "sign.")
"""Labels that stand in no list, since they are made of what a word is and not of what it says."""

RULES = [ast.parse(path.read_text()) for path in Path(bot.runs.parse.__file__).parent.rglob("*.py")]


def asked_for() -> Iterator[str]:
    """The labels that rules name where they ask for one: `clause.has("pet")`, `"pet" in item.meanings`."""
    for node in (node for rules in RULES for node in ast.walk(rules)):
        told: list[ast.expr] = []
        if isinstance(node, ast.Call) and node.args and _called(node) in ASKING:
            told = [arg.value if isinstance(arg, ast.Starred) else arg for arg in node.args]
        elif isinstance(node, ast.Compare) and _called(node.comparators[0]) == "meanings":
            told = [node.left]
        every = [one for arg in told for one in getattr(arg, "elts", [arg])]
        yield from (str(one.value) for one in every if isinstance(one, ast.Constant))


def _called(node: ast.expr) -> str:
    """The last name of what is called or looked into."""
    if isinstance(node, ast.Call):
        node = node.func
    name = node.value if isinstance(node, ast.Subscript) else node
    return str(getattr(name, "attr", getattr(name, "id", "")))


def given() -> set[str]:
    """The labels that some word has, or that reading a figure gives."""
    words = {
        label for tongue in languages() for _, all_of in load(tongue).entries() for label in all_of
    }
    nodes = [node for rules in RULES for node in ast.walk(rules)]
    keys = [key for node in nodes if isinstance(node, ast.Dict) for key in node.keys]
    keys += [
        node.slice
        for node in nodes
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    ]
    return words | {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_no_rule_asks_for_a_label_that_nothing_has():
    """A label that was named otherwise is asked for in vain, without an error."""
    asked = {label for label in asked_for() if not label.startswith(MADE_BY_CODE)}
    assert len(asked) > 200
    assert asked - given() == set()
