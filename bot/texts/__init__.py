"""Every sentence the bot says, as data by language, and the one place that looks them up.

Each TOML file of a language is one room: `[runs] saved = "…"` is said by `say("runs.saved")`.
"""

import functools
import tomllib
from importlib import resources
from typing import Any

ENGLISH = "en"


def say(key: str, **values: object) -> str:
    """The sentence by that key, with its placeholders filled. Raises KeyError for a key or value that is not there."""
    return sentences(ENGLISH)[key].format_map(values)


@functools.cache
def lines(tone: str) -> dict[str, tuple[str, ...]]:
    """The encouraging lines of a tone by situation; a tone without any, such as "plain", has an empty dict."""
    found = _shelf("lines", tone)
    return {situation: tuple(said) for situation, said in found.items()}


@functools.cache
def motivation(tone: str) -> dict[str, dict[str, list[str]]]:
    """The messages of motivation by chapter, then by their season or "any"; a tone without any has an empty dict."""
    return _shelf("motivation", tone)


@functools.cache
def prompts(prompt: str) -> dict[str, dict[str, list[str]]]:
    """What clubs are asked, "miles" or "question", by chapter, as messages of motivation are."""
    return _shelf("prompts", prompt)


@functools.cache
def nudges(tone: str) -> tuple[str, ...]:
    """What is said to somebody for whom it got quiet, in that tone."""
    return tuple(_shelf("nudges", tone)["said"])


@functools.cache
def small(choice: str) -> tuple[str, ...]:
    """What is answered to one of the small ways on a day without wanting to run. Raises KeyError."""
    return tuple(_shelf("motivation", "small")[choice])


def _shelf(folder: str, name: str) -> dict[str, Any]:
    """A file of texts that stands in a folder of its own; empty when there is none of that name."""
    file = resources.files(__package__) / ENGLISH / folder / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@functools.cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its key, `room.name`; no line breaks between a number and its %."""
    return {
        f"{room}.{name}": text.strip("\n").replace(" %", "\N{NO-BREAK SPACE}%")
        for room, texts in _files(language).items()
        for name, text in texts.items()
    }


@functools.cache
def _files(language: str) -> dict[str, dict[str, str]]:
    folder = resources.files(__package__) / language
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
