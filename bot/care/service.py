"""Use cases of care: words of crisis are heard, help is offered to their author alone, and all trace goes."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from bot import almanac
from bot.care import store
from bot.care.crisis import speaks_of_crisis
from bot.care.model import DUE_FOR


def heard(tx: sqlite3.Connection, member_id: int, text: str, *, now: datetime) -> bool:
    """Whether a text that was logged holds words of crisis; support is then due to its author.

    Nothing else is kept: neither the words, nor the run, nor a count.
    """
    if not speaks_of_crisis(text):
        return False
    store.set_due(tx, member_id, almanac.to_ms(now))
    return True


def is_hard(text: str) -> bool:
    """Whether a text holds words of crisis, asked of what stands somewhere already: nothing comes of it."""
    return speaks_of_crisis(text)


def shown(tx: sqlite3.Connection, member_id: int) -> None:
    """The member has seen the support text."""
    store.delete_due(tx, member_id)


def all_due(tx: sqlite3.Connection) -> Mapping[int, datetime]:
    """Member -> since when support is due to them."""
    return {member_id: almanac.from_ms(at) for member_id, at in store.all_due(tx).items()}


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Lets go of what was not shown in time."""
    store.purge(tx, before=almanac.to_ms(now - DUE_FOR))
