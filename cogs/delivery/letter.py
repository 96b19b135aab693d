"""What is to be posted for an occurrence, and how several of them share a message; nothing is sent here."""

import hashlib
import io
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from discord.abc import Messageable

from bot import texts
from bot.schedule.model import Occurrence, Ready, Skipped
from bot.unasked.model import PATIENT, Manner

MAX_CONTENT = 2000
MAX_BUTTONS = 25
MAX_FILES = 10


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be posted for one occurrence."""

    content: str
    items: tuple[discord.ui.Item[Any], ...]
    known_by: str
    """The id of one of the items, by which the bot knows this very message of its own again."""
    picture: bytes | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of occurrence becomes a message: its facts from bot/, its words from cogs/."""

    facts: Callable[[sqlite3.Connection, Occurrence, datetime], Ready[Any] | Skipped]
    render: Callable[[Occurrence, Any], Awaitable[Letter]]
    manner: Manner = PATIENT
    """How it behaves among what comes unasked."""
    heed: Callable[[Any], Awaitable[Any]] | None = None
    """Its facts without what Discord has to be asked about, and does not let be told."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter with its facts, and the place it goes to."""

    occurrence: Occurrence
    ready: Ready[Any]
    letter: Letter
    place: Messageable
    counts: bool
    """Whether it is the one direct message that may come to its member unasked that day."""

    @property
    def place_id(self) -> int:
        """The id of the channel."""
        return int(getattr(self.place, "id", 0))


def is_direct(occurrence: Occurrence, ready: Ready[Any]) -> bool:
    """Whether it goes to its member alone."""
    return occurrence.member_id is not None and not ready.channel_ids


def digest_of(about: object) -> str:
    """By which it is seen whether the facts have changed."""
    return hashlib.sha256(repr(about).encode()).hexdigest()[:16]


def by_message(letters: Iterable[Addressed]) -> list[list[Addressed]]:
    """The letters by message: those for one place together, as far as Discord takes them."""
    messages: list[list[Addressed]] = []
    for letter in letters:
        fitting = (m for m in messages if m[0].place_id == letter.place_id and _fits(m, letter))
        message = next(fitting, None)
        if message is None:
            messages.append([letter])
        else:
            message.append(letter)
    return messages


def _fits(message: list[Addressed], another: Addressed) -> bool:
    letters = [each.letter for each in (*message, another)]
    return (
        len(content(letters, late=True)) <= MAX_CONTENT
        and len(items(letters)) <= MAX_BUTTONS
        and len([letter for letter in letters if letter.picture]) <= MAX_FILES
    )


def content(letters: Sequence[Letter], *, late: bool) -> str:
    """The words of one message; a letter alone is never longer than Discord takes, even with the note."""
    told = "\n\n".join(letter.content for letter in letters)
    return f"{texts.say('schedule.late')}\n{told}" if late else told


def items(letters: Sequence[Letter]) -> list[discord.ui.Item[Any]]:
    """What can be pressed under it."""
    return [item for letter in letters for item in letter.items]


def files(letters: Sequence[Letter]) -> list[discord.File]:
    """Its pictures."""
    return [
        discord.File(io.BytesIO(letter.picture), f"{number}.png", description=letter.alt)
        for number, letter in enumerate(letters, start=1)
        if letter.picture
    ]
