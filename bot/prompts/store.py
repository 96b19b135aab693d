"""The SQL of prompts: what a club was asked, and when last."""

import sqlite3


def told(tx: sqlite3.Connection, club_id: int) -> dict[str, int]:
    """Key -> instant of everything that the club was asked."""
    rows = tx.execute("SELECT prompt, told_at FROM prompts_told WHERE club_id = ?", (club_id,))
    return {row["prompt"]: row["told_at"] for row in rows}


def tell(tx: sqlite3.Connection, club_id: int, prompt: str, *, at: int) -> None:
    """Notes that the club was asked."""
    tx.execute(
        "INSERT INTO prompts_told (club_id, prompt, told_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET told_at = excluded.told_at",
        (club_id, prompt, at),
    )
