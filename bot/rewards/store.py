"""The SQL of rewards: what a club gives for what, who has it from the bot, and whose roles are to be looked at."""

import sqlite3

from bot import almanac
from bot.messages.model import written
from bot.milestones.model import Milestone
from bot.rewards.model import Due, Latest, Public, Reward


def rewards(tx: sqlite3.Connection, club_id: int) -> list[Reward]:
    """What the club gives."""
    rows = tx.execute(
        "SELECT kind, value, role_id FROM rewards WHERE club_id = ? ORDER BY kind DESC, value",
        (club_id,),
    )
    return [Reward(Milestone(row[0], str(row[1])), row[2]) for row in rows]


def set_reward(
    tx: sqlite3.Connection, club_id: int, milestone: Milestone, role_id: int | None
) -> None:
    """The role for a milestone from now on; None for none."""
    tx.execute(
        "DELETE FROM rewards WHERE club_id = ? AND kind = ? AND value = ?",
        (club_id, milestone.kind, int(milestone.value)),
    )
    if role_id is not None:
        tx.execute(
            "INSERT INTO rewards (club_id, kind, value, role_id) VALUES (?, ?, ?, ?)",
            (club_id, milestone.kind, int(milestone.value), role_id),
        )


def forget_role(tx: sqlite3.Connection, role_id: int) -> None:
    """A role that no longer exists is given to nobody."""
    tx.execute("DELETE FROM rewards WHERE role_id = ?", (role_id,))
    tx.execute("DELETE FROM roles_given WHERE role_id = ?", (role_id,))


def public(tx: sqlite3.Connection, club_id: int, member_id: int) -> Public:
    """What the member ran for all to see."""
    row = tx.execute(
        "SELECT count(*), coalesce(sum(distance_m), 0) FROM runs WHERE club_id = ? AND member_id = ?"
        " AND private = 0 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (club_id, member_id),
    ).fetchone()
    return Public(row[0], row[1])


def latest(tx: sqlite3.Connection, club_id: int, member_id: int) -> Latest | None:
    """The member's public runs of the post that was logged last; None without any."""
    found = (
        "club_id = ? AND member_id = ? AND private = 0 AND kind IS NOT 'volunteer'"
        " AND withdrawn_at IS NULL"
    )
    row = tx.execute(
        "SELECT count(*), coalesce(sum(distance_m), 0), max(logged_at), source, channel_id,"
        " coalesce(group_concat(note, char(10)), '') FROM posts JOIN"
        f" (SELECT post_id, distance_m, logged_at, note FROM runs WHERE {found} AND post_id ="
        f" (SELECT post_id FROM runs WHERE {found} ORDER BY run_id DESC LIMIT 1)) USING (post_id)"
        " GROUP BY post_id",
        (club_id, member_id) * 2,
    ).fetchone()
    if row is None:
        return None
    ran, logged_at = Public(row[0], row[1]), almanac.from_ms(row[2])
    return Latest(ran, logged_at, written(row[3], row[4]), row[5])


def given(tx: sqlite3.Connection, club_id: int, member_id: int) -> frozenset[int]:
    """The roles that the member has from the bot."""
    rows = tx.execute(
        "SELECT role_id FROM roles_given WHERE club_id = ? AND member_id = ?", (club_id, member_id)
    )
    return frozenset(row[0] for row in rows)


def add_given(
    tx: sqlite3.Connection, club_id: int, member_id: int, role_id: int, *, at: int
) -> None:
    """The member has the role from the bot."""
    tx.execute(
        "INSERT OR IGNORE INTO roles_given (club_id, member_id, role_id, given_at)"
        " VALUES (?, ?, ?, ?)",
        (club_id, member_id, role_id, at),
    )


def drop_given(tx: sqlite3.Connection, club_id: int, member_id: int, role_id: int) -> None:
    """The member no longer has the role from the bot."""
    tx.execute(
        "DELETE FROM roles_given WHERE club_id = ? AND member_id = ? AND role_id = ?",
        (club_id, member_id, role_id),
    )


def drop_given_before(tx: sqlite3.Connection, club_id: int, member_id: int, *, at: int) -> None:
    """What the member was given before an instant they have no longer."""
    tx.execute(
        "DELETE FROM roles_given WHERE club_id = ? AND member_id = ? AND given_at < ?",
        (club_id, member_id, at),
    )


def all_given(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, int]]:
    """Club and role of everything that the member has from the bot."""
    rows = tx.execute(
        "SELECT club_id, role_id FROM roles_given WHERE member_id = ? ORDER BY club_id, role_id",
        (member_id,),
    )
    return [(row[0], row[1]) for row in rows]


def note(tx: sqlite3.Connection, club_id: int, member_id: int, *, at: int) -> None:
    """The member's roles are to be looked at."""
    tx.execute(
        "INSERT INTO roles_due (club_id, member_id, marked_at) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET marks = marks + 1, marked_at = ?3",
        (club_id, member_id, at),
    )


def note_everybody(tx: sqlite3.Connection, club_id: int, *, at: int) -> None:
    """The roles of everybody with a public run, or with a role from the bot, are to be looked at."""
    tx.execute(
        "INSERT INTO roles_due (club_id, member_id, marked_at)"
        " SELECT ?1, member_id, ?2 FROM (SELECT member_id FROM runs WHERE club_id = ?1"
        " AND private = 0 AND withdrawn_at IS NULL AND member_id > 0"
        " UNION SELECT member_id FROM roles_given WHERE club_id = ?1) WHERE true"
        " ON CONFLICT DO UPDATE SET marks = marks + 1, marked_at = ?2",
        (club_id, at),
    )


def note_everywhere(tx: sqlite3.Connection, member_id: int, *, at: int) -> None:
    """The member's roles are to be looked at in every club that gives any."""
    tx.execute(
        "INSERT INTO roles_due (club_id, member_id, marked_at) SELECT club_id, ?1, ?2"
        " FROM club_members WHERE member_id = ?1 AND club_id IN (SELECT club_id FROM rewards)"
        " ON CONFLICT DO UPDATE SET marks = marks + 1, marked_at = ?2",
        (member_id, at),
    )


def anything(tx: sqlite3.Connection) -> bool:
    """Whether there is a reward, or somebody whose roles are to be looked at."""
    row = tx.execute(
        "SELECT EXISTS (SELECT 1 FROM rewards) OR EXISTS (SELECT 1 FROM roles_due)"
    ).fetchone()
    return bool(row[0])


def due(tx: sqlite3.Connection) -> list[Due]:
    """Everybody whose roles are to be looked at, the longest waiting first."""
    rows = tx.execute("SELECT club_id, member_id, marks FROM roles_due ORDER BY marked_at, rowid")
    return [Due(*row) for row in rows]


def done(tx: sqlite3.Connection, due: Due) -> None:
    """Looked at, unless there was more to look at meanwhile."""
    tx.execute(
        "DELETE FROM roles_due WHERE club_id = ? AND member_id = ? AND marks = ?",
        (due.club_id, due.member_id, due.times),
    )


def forget_member(tx: sqlite3.Connection, club_id: int, member_id: int) -> None:
    """Somebody who left the server has no role there, and nothing is to be looked at."""
    for table in ("roles_given", "roles_due"):
        tx.execute(f"DELETE FROM {table} WHERE club_id = ? AND member_id = ?", (club_id, member_id))
