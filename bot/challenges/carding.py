"""A challenge with its card and what is said of it: whatever changes one changes the others in one unit of work."""

import sqlite3
from datetime import datetime

from bot.cards import service as cards
from bot.cards.model import Card
from bot.challenges import joining, occasions, service, standing
from bot.challenges.model import CARD, Challenge, Wishes


def publish(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    channel_id: int,
    *,
    now: datetime,
) -> Challenge:
    """The draft becomes a challenge, with a card in this channel; a second time changes nothing.

    Raises what `service.publish` raises.
    """
    challenge = service.publish(tx, club_id, challenge_id, member_id, now=now)
    if cards.find(tx, CARD, challenge_id) is None:
        cards.place(tx, CARD, challenge_id, club_id, channel_id)
        occasions.begin(tx, challenge, now=now)
    return challenge


def edit(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    wishes: Wishes,
    *,
    now: datetime,
) -> Challenge:
    """As `service.edit`; card and plans follow, and the club is told later."""
    challenge = service.edit(tx, club_id, challenge_id, member_id, wishes, now=now)
    if challenge.state == "live":
        occasions.changed(tx, challenge, now=now)
        refresh(tx, challenge_id)
    return challenge


def done(
    tx: sqlite3.Connection, club_id: int, challenge_id: int, member_id: int, *, now: datetime
) -> bool:
    """The organizer has no more to change: the club is told now. False when it is as it was."""
    service.done_editing(tx, challenge_id, member_id)
    challenge = standing.find(tx, club_id, challenge_id)
    return challenge.state == "live" and occasions.tell_changes(tx, challenge, now=now)


def end(tx: sqlite3.Connection, club_id: int, challenge_id: int, *, now: datetime) -> Challenge:
    """As `service.end`; thanks go out now."""
    challenge = service.end(tx, club_id, challenge_id, now=now)
    occasions.ended(tx, challenge, now=now)
    refresh(tx, challenge_id)
    return challenge


def cancel(tx: sqlite3.Connection, club_id: int, challenge_id: int, *, now: datetime) -> Challenge:
    """As `service.cancel`; the card says so, and the club is told of what it had seen."""
    was_posted = cards.find(tx, CARD, challenge_id) is not None
    challenge = service.cancel(tx, club_id, challenge_id)
    if was_posted:
        occasions.called_off(tx, challenge, now=now)
        refresh(tx, challenge_id)
    return challenge


def repeat(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Monthly challenges that are over are followed by the next month's, each with a card of its own."""
    for challenge in service.repeat_due(tx, now=now):
        club, _ = standing.club_and_zone(tx, challenge.club_id)
        channel_id = club.channel_for("challenges") or cards.latest_channel(tx, club.club_id)
        if channel_id is not None:
            cards.place(tx, CARD, challenge.challenge_id, club.club_id, channel_id)
            occasions.begin(tx, challenge, now=now)


def join(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    member_name: str,
    *,
    now: datetime,
    team: int | None = None,
) -> bool:
    """As `joining.join`; the card follows."""
    is_new = joining.join(tx, club_id, challenge_id, member_id, member_name, now=now, team=team)
    if is_new:
        refresh(tx, challenge_id)
    return is_new


def leave(
    tx: sqlite3.Connection, club_id: int, challenge_id: int, member_id: int, *, now: datetime
) -> bool:
    """As `joining.leave`; the card follows."""
    has_left = joining.leave(tx, club_id, challenge_id, member_id, now=now)
    if has_left:
        refresh(tx, challenge_id)
    return has_left


def card_of(tx: sqlite3.Connection, challenge_id: int) -> Card | None:
    """Where the living card stands, or None where there is none."""
    return cards.find(tx, CARD, challenge_id)


def refresh(tx: sqlite3.Connection, challenge_id: int) -> None:
    """The card is to show what is true now."""
    cards.changed(tx, CARD, (challenge_id,))
