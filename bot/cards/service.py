"""Use cases of living cards: one is placed, changes, is shown, gets lost, and rests in the end."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from bot import almanac
from bot.cards import store
from bot.cards.model import MAX_REPOSTS, Card


def place(tx: sqlite3.Connection, kind: str, number: int, club_id: int, channel_id: int) -> None:
    """A card is to be posted in this channel and kept up to date; asking twice is asking once."""
    store.insert(tx, kind, number, club_id, channel_id)


def changed(tx: sqlite3.Connection, kind: str, numbers: Iterable[int]) -> None:
    """What these cards are about has changed; cards that do not exist are no matter."""
    store.change(tx, kind, numbers)


def find(tx: sqlite3.Connection, kind: str, number: int) -> Card | None:
    """The card, or None when there is none."""
    return store.load(tx, kind, number)


def latest_channel(tx: sqlite3.Connection, club_id: int) -> int | None:
    """The channel of the club's newest card, or None."""
    return store.latest_channel(tx, club_id)


def channels_waiting(tx: sqlite3.Connection) -> list[int]:
    """The channels in which a card does not show what is true."""
    return store.channels_waiting(tx)


def next_waiting(tx: sqlite3.Connection, channel_id: int) -> Card | None:
    """Which card of a channel is to be brought up to date next, or None when all show what is true."""
    return store.next_waiting(tx, channel_id)


def shown(tx: sqlite3.Connection, card: Card, *, now: datetime, picture: str | None = None) -> None:
    """The card shows its state as of when it was loaded, with that picture; what changed since then is to come."""
    store.set_shown(tx, card, at=almanac.to_ms(now), picture=picture)


def posting(tx: sqlite3.Connection, card: Card, *, now: datetime) -> None:
    """The card is about to be posted: should the bot stop now, it looks for the message first."""
    store.set_claimed(tx, card, almanac.to_ms(now))


def not_posted(tx: sqlite3.Connection, card: Card) -> None:
    """Discord surely did not take the card."""
    store.set_claimed(tx, card, None)


def posted(
    tx: sqlite3.Connection,
    card: Card,
    message_id: int,
    *,
    now: datetime,
    picture: str | None = None,
) -> None:
    """The card stands there, with the state it was loaded with."""
    store.set_message(tx, card, message_id)
    store.set_shown(tx, card, at=almanac.to_ms(now), picture=picture)


def message_gone(tx: sqlite3.Connection, card: Card) -> None:
    """Somebody deleted the card: it is posted again once, and the second time they are taken at their word."""
    if card.reposted < MAX_REPOSTS:
        store.count_repost(tx, card)
    else:
        store.set_message(tx, card, None)
        store.set_resting(tx, card.kind, card.number)


def channel_gone(tx: sqlite3.Connection, channel_id: int) -> list[int]:
    """A deleted channel took its cards along; gives the clubs whose organizers should know."""
    return store.forget_channel(tx, channel_id)


def rehouse(tx: sqlite3.Connection, club_id: int, channel_id: int) -> None:
    """Cards that lost their channel move into this one."""
    store.rehouse(tx, club_id, channel_id)
