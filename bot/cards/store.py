"""The SQL of living cards."""

import sqlite3
from collections.abc import Iterable

from bot.cards.model import Card

_CARD = "kind, number, club_id, channel_id, message_id, wanted, reposted, claimed_at, picture"
_WAITING = "wanted > shown AND resting = 0 AND channel_id IS NOT NULL"


def insert(tx: sqlite3.Connection, kind: str, number: int, club_id: int, channel_id: int) -> None:
    """A card that is to be posted; one that is there already stays as it is."""
    tx.execute(
        "INSERT INTO cards (kind, number, club_id, channel_id) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (kind, number, club_id, channel_id),
    )


def load(tx: sqlite3.Connection, kind: str, number: int) -> Card | None:
    """The card, or None when there is none."""
    row = tx.execute(
        f"SELECT {_CARD} FROM cards WHERE kind = ? AND number = ?", (kind, number)
    ).fetchone()
    return _card(row) if row else None


def latest_channel(tx: sqlite3.Connection, club_id: int) -> int | None:
    """Where the club's newest card stands, or None."""
    row = tx.execute(
        "SELECT channel_id FROM cards WHERE club_id = ? AND channel_id IS NOT NULL"
        " ORDER BY number DESC LIMIT 1",
        (club_id,),
    ).fetchone()
    return row[0] if row else None


def next_waiting(tx: sqlite3.Connection, channel_id: int) -> Card | None:
    """The card of a channel that has waited longest since it was last brought up to date."""
    row = tx.execute(
        f"SELECT {_CARD} FROM cards WHERE {_WAITING} AND channel_id = ? ORDER BY shown_at LIMIT 1",
        (channel_id,),
    ).fetchone()
    return _card(row) if row else None


def channels_waiting(tx: sqlite3.Connection) -> list[int]:
    """Every channel with a card that does not show what is true."""
    return [r[0] for r in tx.execute(f"SELECT DISTINCT channel_id FROM cards WHERE {_WAITING}")]


def change(tx: sqlite3.Connection, kind: str, numbers: Iterable[int]) -> None:
    """The cards are to show a newer state."""
    tx.executemany(
        "UPDATE cards SET wanted = wanted + 1 WHERE kind = ? AND number = ?",
        [(kind, number) for number in numbers],
    )


def set_shown(tx: sqlite3.Connection, card: Card, *, at: int, picture: str | None) -> None:
    """The card shows the state that it wanted when it was loaded: of two edits at once, the later one stands there."""
    tx.execute(
        "UPDATE cards SET shown = ?, shown_at = ?, picture = ? WHERE kind = ? AND number = ?",
        (card.wanted, at, picture, card.kind, card.number),
    )


def set_claimed(tx: sqlite3.Connection, card: Card, at: int | None) -> None:
    """Posting the card begins at an instant, or came to nothing."""
    tx.execute(
        "UPDATE cards SET claimed_at = ? WHERE kind = ? AND number = ?",
        (at, card.kind, card.number),
    )


def set_message(tx: sqlite3.Connection, card: Card, message_id: int | None) -> None:
    """Where the card stands now; None takes the message away."""
    tx.execute(
        "UPDATE cards SET message_id = ?, claimed_at = NULL WHERE kind = ? AND number = ?",
        (message_id, card.kind, card.number),
    )


def count_repost(tx: sqlite3.Connection, card: Card) -> None:
    """The card is posted once more after somebody deleted it."""
    tx.execute(
        "UPDATE cards SET message_id = NULL, claimed_at = NULL, reposted = reposted + 1"
        " WHERE kind = ? AND number = ?",
        (card.kind, card.number),
    )


def set_resting(tx: sqlite3.Connection, kind: str, number: int) -> None:
    """The card stays as it is from now on."""
    tx.execute("UPDATE cards SET resting = 1 WHERE kind = ? AND number = ?", (kind, number))


def forget_channel(tx: sqlite3.Connection, channel_id: int) -> list[int]:
    """A channel is gone with its cards; gives the clubs that had a living one there."""
    rows = tx.execute(
        "UPDATE cards SET channel_id = NULL, message_id = NULL, claimed_at = NULL"
        " WHERE channel_id = ? RETURNING club_id, resting",
        (channel_id,),
    )
    return sorted({row["club_id"] for row in rows if not row["resting"]})


def rehouse(tx: sqlite3.Connection, club_id: int, channel_id: int) -> None:
    """The living cards of a club that lost their channel are to be posted in this one."""
    tx.execute(
        "UPDATE cards SET channel_id = ?, wanted = wanted + 1"
        " WHERE club_id = ? AND channel_id IS NULL AND resting = 0",
        (channel_id, club_id),
    )


def _card(row: sqlite3.Row) -> Card:
    return Card(
        kind=row["kind"],
        number=row["number"],
        club_id=row["club_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        wanted=row["wanted"],
        reposted=row["reposted"],
        claimed=row["claimed_at"] is not None,
        picture=row["picture"],
    )
