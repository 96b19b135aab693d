"""Every sentence the bot says, as data by language, and the one place that looks them up.

Each TOML file of a language is one room: `[runs] saved = "…"` is said by `say("runs.saved")`.
"""

import functools
import tomllib
from importlib import resources

ENGLISH = "en"


def say(key: str, **values: object) -> str:
    """The sentence by that key, with its placeholders filled. Raises KeyError for a key or value that is not there."""
    return sentences(ENGLISH)[key].format_map(values)


def lines(situation: str) -> tuple[str, ...]:
    """The encouraging lines for a situation, in the order in which they take turns."""
    found = _files(ENGLISH)["lines"][situation]
    if not isinstance(found, list):
        raise KeyError(situation)
    return tuple(found)


@functools.cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its key, `room.name`."""
    return {
        f"{room}.{name}": text.strip("\n")
        for room, texts in _files(language).items()
        for name, text in texts.items()
        if isinstance(text, str)
    }


@functools.cache
def _files(language: str) -> dict[str, dict[str, str | list[str]]]:
    folder = resources.files(__package__) / language
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
