"""The SQL of who takes part, what each brought, and the sums of it."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from bot.challenges.model import Membership, Share, Standing


def membership(tx: sqlite3.Connection, challenge_id: int, member_id: int) -> Membership | None:
    """Whether and since when the member is in; None for one who never joined or left."""
    row = tx.execute(
        "SELECT member_id, joined_on, left_at, team FROM challenge_members"
        " WHERE challenge_id = ? AND member_id = ?",
        (challenge_id, member_id),
    ).fetchone()
    return _membership(row) if row else None


def memberships(tx: sqlite3.Connection, challenge_id: int) -> dict[int, Membership]:
    """Everybody who ever joined or left, by id."""
    rows = tx.execute(
        "SELECT member_id, joined_on, left_at, team FROM challenge_members WHERE challenge_id = ?",
        (challenge_id,),
    )
    return {row[0]: _membership(row) for row in rows}


def save_membership(
    tx: sqlite3.Connection,
    challenge_id: int,
    one: Membership,
    *,
    left_at: int | None,
    at: int,
) -> None:
    """Whether the member is in, from now on."""
    joined_on = None if one.joined_on is None else one.joined_on.isoformat()
    tx.execute(
        "INSERT OR REPLACE INTO challenge_members"
        " (challenge_id, member_id, joined_on, left_at, team, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (challenge_id, one.member_id, joined_on, left_at, one.team, at),
    )


def set_teams(tx: sqlite3.Connection, challenge_id: int, teams: Iterable[tuple[int, int]]) -> None:
    """Member and team, for each."""
    tx.executemany(
        "UPDATE challenge_members SET team = ?3 WHERE challenge_id = ?1 AND member_id = ?2",
        [(challenge_id, member_id, team) for member_id, team in teams],
    )


def team_heads(tx: sqlite3.Connection, challenge_id: int) -> dict[int, int]:
    """How many are in each team, by its number; 0 stands for those in none."""
    rows = tx.execute(
        "SELECT team, count(*) FROM challenge_members"
        " WHERE challenge_id = ? AND left_at IS NULL GROUP BY team",
        (challenge_id,),
    )
    return {row[0]: row[1] for row in rows}


def put_shares(
    tx: sqlite3.Connection,
    member_id: int,
    shares: Sequence[tuple[int, int, Share | None]],
    *,
    at: int,
) -> None:
    """What the member brought: challenge, team and share of each, None for nothing that counts; as of `at`."""
    gone = [(number, member_id) for number, _, share in shares if share is None]
    if gone:
        tx.executemany(
            "DELETE FROM challenge_shares WHERE challenge_id = ? AND member_id = ?", gone
        )
    tx.executemany(
        _PUT, [_row(number, member_id, team, share, at) for number, team, share in shares if share]
    )


def replace_shares(
    tx: sqlite3.Connection, challenge_id: int, shares: Iterable[tuple[int, int, Share]], *, at: int
) -> None:
    """Exactly these shares: member, team and share of each, as of `at`; those that are there already stay."""
    new = {row[1]: row for row in (_row(challenge_id, *one, at) for one in shares)}
    old = tx.execute(
        f"SELECT {_SHARE} FROM challenge_shares WHERE challenge_id = ?", (challenge_id,)
    ).fetchall()
    for row in old:
        wanted = new.get(row[1])
        if wanted is not None and tuple(row)[:-1] == wanted[:-1]:
            del new[row[1]]
        elif wanted is None:
            put_shares(tx, row[1], [(challenge_id, 0, None)], at=at)
    tx.executemany(_PUT, new.values())


_SHARE = "challenge_id, member_id, team, counted, public, goal, public_goal, latest_at"
_PUT = (
    f"INSERT INTO challenge_shares ({_SHARE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET team = excluded.team, counted = excluded.counted,"
    " public = excluded.public, goal = excluded.goal, public_goal = excluded.public_goal,"
    " latest_at = excluded.latest_at"
)


def _row(
    challenge_id: int, member_id: int, team: int, share: Share, at: int
) -> tuple[int | None, ...]:
    figures = share.counted, share.public, share.goal, share.public_goal
    return (challenge_id, member_id, team, *figures, at)


def share(tx: sqlite3.Connection, challenge_id: int, member_id: int) -> Share | None:
    """What the member brought, or None."""
    row = tx.execute(
        "SELECT counted, public, goal, public_goal FROM challenge_shares"
        " WHERE challenge_id = ? AND member_id = ?",
        (challenge_id, member_id),
    ).fetchone()
    return Share(*row) if row else None


def totals(tx: sqlite3.Connection, challenge_id: int) -> dict[int, tuple[int, int]]:
    """By team (0 for none): what was brought, and by how many."""
    rows = tx.execute(
        "SELECT team, counted, movers FROM challenge_totals WHERE challenge_id = ?",
        (challenge_id,),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def standings(tx: sqlite3.Connection, challenge_id: int) -> list[Standing]:
    """Everybody who is in, or whose runs count without having joined."""
    rows = tx.execute(
        "SELECT m.member_id, 1, m.team, coalesce(s.counted, 0), coalesce(s.public, 0), s.goal,"
        " s.public_goal FROM challenge_members AS m LEFT JOIN challenge_shares AS s"
        " ON s.challenge_id = m.challenge_id AND s.member_id = m.member_id"
        " WHERE m.challenge_id = ?1 AND m.left_at IS NULL"
        " UNION ALL SELECT s.member_id, 0, s.team, s.counted, s.public, s.goal, s.public_goal"
        " FROM challenge_shares AS s WHERE s.challenge_id = ?1 AND NOT EXISTS (SELECT 1"
        " FROM challenge_members AS m WHERE m.challenge_id = ?1 AND m.member_id = s.member_id)",
        (challenge_id,),
    )
    return [
        Standing(member_id, joined == 1, team, counted, public, goal, public_goal)
        for member_id, joined, team, counted, public, goal, public_goal in rows
    ]


def live_with(tx: sqlite3.Connection, member_id: int) -> list[int]:
    """The challenges that may still change and in which the member is or brought something."""
    return _with(tx, member_id, "state = 'live'")


def posted_with(tx: sqlite3.Connection, member_id: int) -> list[int]:
    """The challenges, those that are closed too, in which the member is or brought something."""
    return _with(tx, member_id, "state IN ('live', 'closed')")


def _with(tx: sqlite3.Connection, member_id: int, where: str) -> list[int]:
    rows = tx.execute(
        f"SELECT challenge_id FROM challenges WHERE {where} AND challenge_id IN"
        " (SELECT challenge_id FROM challenge_shares WHERE member_id = ?1"
        " UNION SELECT challenge_id FROM challenge_members WHERE member_id = ?1)",
        (member_id,),
    )
    return [row[0] for row in rows]


def _membership(row: sqlite3.Row) -> Membership:
    member_id, joined_on, left_at, team = row
    day = None if joined_on is None else date.fromisoformat(joined_on)
    return Membership(member_id, day, left_at is not None, team)
