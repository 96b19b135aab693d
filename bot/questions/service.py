"""Use cases of a question about a post: asked once, answered by its author, gone in time."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.questions import store
from bot.questions.model import OPEN_FOR, PRIVATELY, REMEMBERED, Question
from bot.removals import service as removals
from bot.removals.model import ASKED


def ask(
    tx: sqlite3.Connection, wanted: Question, *, text_hash: bytes, now: datetime
) -> Question | None:
    """Opens a question about a message, and closes any other about it; None when that was asked before.

    An open one of the same matter stays, and is about the message as it reads now.
    """
    if store.was_asked(tx, wanted.message_id, wanted.matter, text_hash):
        return None
    for known in store.open_of(tx, wanted.message_id):
        if known.matter == wanted.matter:
            store.set_text_hash(tx, known.question_id, text_hash)
            return known
        close(tx, known, now=now)
    number = store.insert(tx, wanted, text_hash=text_hash, asked_at=almanac.to_ms(now))
    return replace(wanted, question_id=number)


def find(tx: sqlite3.Connection, question_id: int) -> Question | None:
    """The question, or None when it is over and forgotten."""
    return store.load(tx, question_id)


def asked(tx: sqlite3.Connection, question_id: int, channel_id: int, message_id: int) -> bool:
    """Notes which message of the bot asks; False, and it is to go, when the question is over meanwhile."""
    if store.set_asked_with(tx, question_id, message_id):
        return True
    if message_id != PRIVATELY:
        removals.remove(tx, channel_id, message_id)
    return False


def agree(tx: sqlite3.Connection, question: Question, *, text_hash: bytes) -> None:
    """Its author says yes to the message as it reads now; what follows from that closes the question."""
    store.set_text_hash(tx, question.question_id, text_hash)
    store.set_agreed(tx, question.question_id)


def agreed_on(tx: sqlite3.Connection, message_id: int, text_hash: bytes) -> frozenset[str]:
    """What the author said yes to about the message as it reads now."""
    return store.agreed_on(tx, message_id, text_hash)


def was_ever_asked(tx: sqlite3.Connection, member_id: int, matter: str) -> bool:
    """Whether the member was asked this before, about any message."""
    return store.was_ever_asked(tx, member_id, matter)


def close(tx: sqlite3.Connection, question: Question, *, now: datetime) -> None:
    """The question is over; the bot's message that asked it is to go."""
    store.close(tx, question.question_id, almanac.to_ms(now))
    if question.asked_with not in (None, PRIVATELY):
        removals.remove(tx, question.channel_id, question.asked_with)


def close_of(tx: sqlite3.Connection, message_id: int, *, now: datetime) -> int:
    """Nothing is to be asked about a message any more; gives how many questions that ended."""
    questions = store.open_of(tx, message_id)
    for question in questions:
        close(tx, question, now=now)
    return len(questions)


def is_asked_about(tx: sqlite3.Connection, message_id: int | None) -> bool:
    """Whether a question about the message is open."""
    return message_id is not None and bool(store.open_of(tx, message_id))


def overdue(tx: sqlite3.Connection, *, now: datetime) -> list[Question]:
    """Questions that nobody answered within the hour, and answers that a stop left without effect."""
    return store.overdue(tx, almanac.to_ms(now - OPEN_FOR))


def next_overdue(tx: sqlite3.Connection) -> datetime | None:
    """When the next open question will have waited an hour; None when none is open."""
    at = store.oldest_open(tx)
    return None if at is None else almanac.from_ms(at) + OPEN_FOR


def unasked(tx: sqlite3.Connection) -> list[Question]:
    """Open questions of which it is not known that they stand in chat."""
    return store.unasked(tx)


def marks_to_take(tx: sqlite3.Connection) -> list[Question]:
    """Questions that are over and whose mark may still stand in chat."""
    return store.marks_to_take(tx)


def mark_taken(tx: sqlite3.Connection, question_id: int) -> None:
    """The mark is gone from chat."""
    store.set_unmarked(tx, question_id)


def clear_chat(tx: sqlite3.Connection, member_id: int, *, until: int) -> None:
    """A member is to be forgotten up to an instant: what asks them goes from chat, and 🏃 from their messages."""
    for place in store.asked_until(tx, member_id, until):
        removals.remove(tx, *place)
    for place in store.marked_until(tx, member_id, until):
        removals.unmark(tx, *place, ASKED)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Forgets what was asked two weeks ago."""
    store.purge(tx, asked_before=almanac.to_ms(now - REMEMBERED))
