"""The SQL of challenges themselves: what organizers decided, who has one open, what was announced."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from bot import almanac
from bot.challenges.model import (
    Challenge,
    Charity,
    Editor,
    Membership,
    Progress,
    Route,
    Rules,
    Stop,
    TeamProgress,
)

_CHALLENGE = (
    "challenge_id, club_id, name, kind, first_day, last_day, rules, state, repeats, ended_at,"
    " outcome"
)


class Affected(NamedTuple):
    """A challenge to which a run may matter, with its runner's part in it."""

    challenge: Challenge
    membership: Membership | None
    outdated: bool
    """Whether what is stored of everybody's shares holds no more."""


def insert(tx: sqlite3.Connection, challenge: Challenge, *, since: date, at: int) -> int:
    """A new draft; gives its number."""
    cursor = tx.execute(
        "INSERT INTO challenges (club_id, name, kind, first_day, last_day, since_day, rules, state,"
        " repeats, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (challenge.club_id, *_decided(challenge, since), at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def update(tx: sqlite3.Connection, challenge: Challenge, *, since: date) -> None:
    """What organizers decided, as it is now."""
    ended_at = None if challenge.ended_at is None else almanac.to_ms(challenge.ended_at)
    tx.execute(
        "UPDATE challenges SET name = ?, kind = ?, first_day = ?, last_day = ?, since_day = ?,"
        " rules = ?, state = ?, repeats = ?, ended_at = ? WHERE challenge_id = ?",
        (*_decided(challenge, since), ended_at, challenge.challenge_id),
    )


def _decided(challenge: Challenge, since: date) -> tuple[object, ...]:
    return (
        challenge.name,
        challenge.kind,
        challenge.first.isoformat(),
        challenge.last.isoformat(),
        since.isoformat(),
        json.dumps(asdict(challenge.rules), ensure_ascii=False),
        challenge.state,
        challenge.repeat,
    )


def load(tx: sqlite3.Connection, challenge_id: int) -> Challenge | None:
    """The challenge, or None."""
    row = tx.execute(
        f"SELECT {_CHALLENGE} FROM challenges WHERE challenge_id = ?", (challenge_id,)
    ).fetchone()
    return _challenge(row) if row else None


def of_club(tx: sqlite3.Connection, club_id: int, states: Iterable[str]) -> list[Challenge]:
    """The club's challenges in those states, the one that ends first at the top."""
    return [
        _challenge(row)
        for state in states
        for row in tx.execute(
            f"SELECT {_CHALLENGE} FROM challenges WHERE club_id = ? AND state = ?"
            " ORDER BY last_day, challenge_id",
            (club_id, state),
        )
    ]


def affected(
    tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date
) -> list[Affected]:
    """The live challenges to which a run of the member from `first` to `last` may matter, and the membership."""
    rows = tx.execute(
        f"SELECT {_prefixed}, m.member_id, m.joined_on, m.left_at, m.team,"
        " c.counted < c.version"
        " FROM challenges AS c LEFT JOIN challenge_members AS m"
        " ON m.challenge_id = c.challenge_id AND m.member_id = ?"
        " WHERE c.club_id = ? AND c.state = 'live' AND c.last_day >= ? AND c.since_day <= ?"
        " ORDER BY c.last_day, c.challenge_id",
        (member_id, club_id, first.isoformat(), last.isoformat()),
    )
    return [
        Affected(_challenge_of(tuple(row[:_WIDTH])), _membership(row), row[-1] == 1) for row in rows
    ]


_prefixed = ", ".join(f"c.{column}" for column in _CHALLENGE.split(", "))
_WIDTH = len(_CHALLENGE.split(", "))


def live(tx: sqlite3.Connection) -> list[Challenge]:
    """The challenges of all clubs that are neither drafts nor over for good."""
    rows = tx.execute(f"SELECT {_CHALLENGE} FROM challenges WHERE state = 'live'")
    return [_challenge(row) for row in rows]


def set_outcome(tx: sqlite3.Connection, challenge_id: int, outcome: Progress) -> None:
    """The challenge is closed, and this is how it stood."""
    tx.execute(
        "UPDATE challenges SET state = 'closed', outcome = ? WHERE challenge_id = ?",
        (json.dumps(asdict(outcome), ensure_ascii=False), challenge_id),
    )


def set_follows(tx: sqlite3.Connection, challenge_id: int, follows: int) -> None:
    """The one challenge is the monthly repetition of the other."""
    tx.execute("UPDATE challenges SET follows = ? WHERE challenge_id = ?", (follows, challenge_id))


def has_follower(tx: sqlite3.Connection, challenge_id: int) -> bool:
    """Whether the repetition exists."""
    found = tx.execute("SELECT 1 FROM challenges WHERE follows = ?", (challenge_id,)).fetchone()
    return found is not None


def delete_draft(tx: sqlite3.Connection, challenge_id: int) -> None:
    """A draft goes."""
    tx.execute("DELETE FROM challenges WHERE challenge_id = ? AND state = 'draft'", (challenge_id,))


def delete_drafts(tx: sqlite3.Connection, *, before: int) -> int:
    """Drafts go that nobody opened since; gives how many."""
    return tx.execute(
        "DELETE FROM challenges WHERE state = 'draft' AND created_at < ?1 AND NOT EXISTS (SELECT 1"
        " FROM challenge_editors AS e WHERE e.challenge_id = challenges.challenge_id"
        " AND e.did_at >= ?1)",
        (before,),
    ).rowcount


def editor(tx: sqlite3.Connection, challenge_id: int, did: str) -> Editor | None:
    """Who created or opened it last, and when; None when nobody did, or they are forgotten."""
    row = tx.execute(
        "SELECT member_id, did_at FROM challenge_editors WHERE challenge_id = ? AND did = ?",
        (challenge_id, did),
    ).fetchone()
    return Editor(row[0], almanac.from_ms(row[1])) if row else None


def set_editor(
    tx: sqlite3.Connection, challenge_id: int, did: str, member_id: int, *, at: int
) -> None:
    """Somebody created or opened it."""
    tx.execute(
        "INSERT OR REPLACE INTO challenge_editors (challenge_id, did, member_id, did_at)"
        " VALUES (?, ?, ?, ?)",
        (challenge_id, did, member_id, at),
    )


def clear_editor(tx: sqlite3.Connection, challenge_id: int, member_id: int) -> None:
    """Who had it open has closed it."""
    tx.execute(
        "DELETE FROM challenge_editors WHERE challenge_id = ? AND did = 'opened' AND member_id = ?",
        (challenge_id, member_id),
    )


def announced(tx: sqlite3.Connection, challenge_id: int) -> set[str]:
    """What was announced or passed over."""
    rows = tx.execute(
        "SELECT what FROM challenge_announcements WHERE challenge_id = ?", (challenge_id,)
    )
    return {row[0] for row in rows}


def add_announced(
    tx: sqlite3.Connection, challenge_id: int, what: Iterable[str], *, at: int
) -> None:
    """These are announced from now on."""
    tx.executemany(
        "INSERT OR IGNORE INTO challenge_announcements (challenge_id, what, announced_at)"
        " VALUES (?, ?, ?)",
        [(challenge_id, one, at) for one in what],
    )


def version(tx: sqlite3.Connection, challenge_id: int) -> int | None:
    """Up to which version shares are to be counted, or None where what is stored of them holds."""
    row = tx.execute(
        "SELECT version FROM challenges WHERE challenge_id = ? AND counted < version",
        (challenge_id,),
    ).fetchone()
    return row[0] if row else None


def outdated(tx: sqlite3.Connection) -> list[int]:
    """The challenges whose stored shares hold no more."""
    rows = tx.execute("SELECT challenge_id FROM challenges WHERE counted < version")
    return [row[0] for row in rows]


def outdate(tx: sqlite3.Connection, challenge_ids: Iterable[int]) -> None:
    """What is stored of these challenges' shares holds no more."""
    tx.executemany(
        "UPDATE challenges SET version = version + 1 WHERE challenge_id = ?",
        [(challenge_id,) for challenge_id in challenge_ids],
    )


def set_counted(tx: sqlite3.Connection, challenge_id: int, version: int) -> None:
    """What is stored is what was counted at this version."""
    tx.execute("UPDATE challenges SET counted = ? WHERE challenge_id = ?", (version, challenge_id))


def _challenge(row: sqlite3.Row) -> Challenge:
    return _challenge_of(tuple(row))


@lru_cache(maxsize=256)  # every logged run asks for every live challenge of its club
def _challenge_of(row: tuple[Any, ...]) -> Challenge:
    challenge_id, club_id, name, kind, first, last, rules, state, repeat, ended_at, outcome = row
    return Challenge(
        challenge_id=challenge_id,
        club_id=club_id,
        name=name,
        kind=kind,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        rules=_rules(rules),
        state=state,
        repeat=bool(repeat),
        ended_at=None if ended_at is None else almanac.from_ms(ended_at),
        outcome=None if outcome is None else _progress(json.loads(outcome)),
    )


def _membership(row: sqlite3.Row) -> Membership | None:
    member_id, joined_on, left_at, team = row[_WIDTH : _WIDTH + 4]
    if member_id is None:
        return None
    day = None if joined_on is None else date.fromisoformat(joined_on)
    return Membership(member_id, day, left_at is not None, team)


def _rules(text: str) -> Rules:
    stored: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {name: _tupled(value) for name, value in stored.items()}
    if stored["route"]:
        stops = tuple(Stop(**stop) for stop in stored["route"]["stops"])
        values["route"] = Route(stored["route"]["name"], stops)
    if stored["charity"]:
        promised: dict[str, Any] = {
            name: _tupled(value) for name, value in stored["charity"].items()
        }
        values["charity"] = Charity(**promised)
    return Rules(**values)


def _tupled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value  # JSON has lists only


def _progress(stored: dict[str, Any]) -> Progress:
    return Progress(**stored | {"teams": tuple(TeamProgress(**team) for team in stored["teams"])})
