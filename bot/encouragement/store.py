"""The SQL of lines: what members were told, what clubs added and switched off."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from bot.encouragement.model import NEVER_AGAIN_WITHIN, Line, own
from bot.runs.model import Run


@dataclass(frozen=True, slots=True)
class Moment:
    """What matters for choosing a line: keys told lately (the newest first), the club's own, and keys off."""

    lately: list[str]
    own: list[Line]
    off: set[str]


_MOMENT = """
SELECT 'told' AS what, line, NULL AS words, post_id AS place FROM (
    SELECT line, post_id FROM lines_told WHERE member_id = ?1 AND club_id = ?2 AND situation = ?3
    AND private <= ?4 ORDER BY post_id DESC LIMIT ?5)
UNION ALL SELECT 'own', NULL, words, line_id FROM club_lines WHERE club_id = ?2 AND situation = ?3
UNION ALL SELECT 'off', line, NULL, 0 FROM club_lines_off WHERE club_id = ?2
"""


def moment(tx: sqlite3.Connection, run: Run, situation: str, *, limit: int) -> Moment:
    """What a run's member was told in a situation, at most `limit` lines; for a public run, in public alone."""
    found = Moment([], [], set())
    told = []
    for what, line, words, place in tx.execute(
        _MOMENT, (run.member_id, run.club_id, situation, run.private, limit)
    ):
        if what == "told":
            told.append((place, line))
        elif what == "own":
            found.own.append(own(place, words))
        else:
            found.off.add(line)
    found.lately.extend(line for _, line in sorted(told, reverse=True))
    return found


def last_told(tx: sqlite3.Connection, run: Run) -> list[str]:
    """The keys of the lines that the run's member was told last, whatever the situation."""
    rows = tx.execute(
        "SELECT line FROM lines_told WHERE member_id = ? AND club_id = ? AND private <= ?"
        " ORDER BY post_id DESC LIMIT ?",
        (run.member_id, run.club_id, run.private, NEVER_AGAIN_WITHIN),
    )
    return [row["line"] for row in rows]


def tell(tx: sqlite3.Connection, run: Run, situation: str, line: str, *, at: int) -> None:
    """Notes the line that a post is answered with."""
    tx.execute(
        "INSERT INTO lines_told (member_id, club_id, situation, post_id, line, private, told_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (run.member_id, run.club_id, situation, run.post_id, line, run.private, at),
    )


def told(tx: sqlite3.Connection, post_id: int) -> str | None:
    """The key of the line under a post, or None."""
    row = tx.execute("SELECT line FROM lines_told WHERE post_id = ?", (post_id,)).fetchone()
    return row["line"] if row else None


def own_words(tx: sqlite3.Connection, line_id: int) -> str | None:
    """What a club's own line says, or None when it is gone."""
    row = tx.execute("SELECT words FROM club_lines WHERE line_id = ?", (line_id,)).fetchone()
    return row["words"] if row else None


def own_lines(tx: sqlite3.Connection, club_id: int) -> list[tuple[str, Line]]:
    """Every line of a club's own with its situation, the oldest first."""
    rows = tx.execute(
        "SELECT line_id, situation, words FROM club_lines WHERE club_id = ? ORDER BY line_id",
        (club_id,),
    )
    return [(row["situation"], own(row["line_id"], row["words"])) for row in rows]


def add(tx: sqlite3.Connection, club_id: int, situation: str, words: str) -> None:
    """A line of a club's own."""
    tx.execute(
        "INSERT INTO club_lines (club_id, situation, words) VALUES (?, ?, ?)",
        (club_id, situation, words),
    )


def off(tx: sqlite3.Connection, club_id: int) -> set[str]:
    """The keys of the lines that a club switched off."""
    rows = tx.execute("SELECT line FROM club_lines_off WHERE club_id = ?", (club_id,))
    return {row["line"] for row in rows}


def set_off(
    tx: sqlite3.Connection, club_id: int, lines_off: Iterable[str], lines_on: Iterable[str]
) -> None:
    """Switches some lines off and others on."""
    tx.executemany(
        "DELETE FROM club_lines_off WHERE club_id = ? AND line = ?",
        [(club_id, line) for line in lines_on],
    )
    tx.executemany(
        "INSERT OR IGNORE INTO club_lines_off (club_id, line) VALUES (?, ?)",
        [(club_id, line) for line in lines_off],
    )


def make_room(tx: sqlite3.Connection, club_id: int) -> bool:
    """Deletes the oldest of the club's own lines that is switched off; False when none is."""
    row = tx.execute(
        "SELECT line_id FROM club_lines WHERE club_id = ?1 AND 'club:' || line_id IN"
        " (SELECT line FROM club_lines_off WHERE club_id = ?1) ORDER BY line_id LIMIT 1",
        (club_id,),
    ).fetchone()
    if row is None:
        return False
    tx.execute("DELETE FROM club_lines WHERE line_id = ?", (row["line_id"],))
    set_off(tx, club_id, (), [f"club:{row['line_id']}"])
    return True
