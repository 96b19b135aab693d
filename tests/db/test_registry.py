"""The registry lists the schema, the whole schema, and nothing but the schema."""

import re

import pytest

from bot.db.registry import MEMBER_TABLES, OTHER_TABLES, OWNER


def schema_of(tx):
    """Table -> its columns, as the database has them."""
    tables = tx.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = [name for (name,) in tables if not name.startswith("sqlite_")]
    return {
        name: frozenset(row["name"] for row in tx.execute(f"PRAGMA table_info({name})"))
        for name in names
    }


def listed():
    """Table -> its columns, as the registry has them."""
    return {name: table.columns for name, table in MEMBER_TABLES.items()} | dict(OTHER_TABLES)


def differences(tx):
    """`table.column` for everything that is in one of schema and registry only."""
    flat = [
        {f"{name}.{column}" for name, columns in tables.items() for column in columns}
        for tables in (schema_of(tx), listed())
    ]
    return sorted(flat[0] ^ flat[1])


def test_every_column_is_listed(tx):
    """No column of the shipped schema is without an owner, an export and an end; none is invented."""
    assert differences(tx) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("ALTER TABLE runs ADD COLUMN mood INTEGER", ["runs.mood"]),
        ("ALTER TABLE clubs ADD COLUMN motto TEXT", ["clubs.motto"]),
        ("CREATE TABLE ideas (member_id INTEGER, words TEXT)", ["ideas.member_id", "ideas.words"]),
        ("ALTER TABLE runs DROP COLUMN note", ["runs.note"]),
        ("DROP TABLE kudos", ["kudos.given_at", "kudos.member_id", "kudos.post_id"]),
    ],
)
def test_a_column_that_is_not_listed_is_seen(tx, change, found):
    """A column or table that joins or leaves the schema alone is named."""
    tx.execute(change)
    assert differences(tx) == found


def test_a_column_has_one_fate(tx):
    """No column is both exported and left out, no table is listed twice, and every omission says why."""
    for table in MEMBER_TABLES.values():
        assert not set(table.exported) & set(table.unexported)
        assert table.yes_or_no <= set(table.exported)
        assert all(table.unexported.values())
        assert len(set(table.exported.values())) == len(table.exported)
    assert not set(MEMBER_TABLES) & set(OTHER_TABLES)


def test_a_members_id_stands_only_where_it_is_listed(tx):
    """A column named for a member belongs to a table of members and is its owner."""
    for name, columns in schema_of(tx).items():
        of_members = {column for column in columns if "member" in column}
        owner = {OWNER} if name in MEMBER_TABLES else set()
        assert of_members == owner, name


@pytest.mark.parametrize("name", MEMBER_TABLES)
def test_a_members_rows_are_found_by_an_index(tx, name):
    """Export and forgetting never read through a whole table."""
    plan = tx.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {name} WHERE {OWNER} = 1").fetchall()
    assert all(step["detail"].startswith("SEARCH") for step in plan)


@pytest.mark.parametrize("name", MEMBER_TABLES)
def test_a_row_has_an_age_or_goes_with_its_parent(tx, name):
    """Where no column tells the age, deleting the parent row of the same member deletes the row."""
    table = MEMBER_TABLES[name]
    if table.age is not None:
        (kind,) = [
            row["type"]
            for row in tx.execute(f"PRAGMA table_info({name})")
            if row["name"] == table.age and row["notnull"]
        ]
        assert kind == "INTEGER" and table.age.endswith("_at")
        return
    parents = [
        row["table"]
        for row in tx.execute(f"PRAGMA foreign_key_list({name})")
        if row["on_delete"] == "CASCADE"
    ]
    assert any(parent in MEMBER_TABLES and MEMBER_TABLES[parent].age for parent in parents)


@pytest.mark.parametrize("name", MEMBER_TABLES)
def test_yes_and_no_are_told_apart_from_numbers(tx, name):
    """Exactly the exported columns that can only be 0 or 1 are exported as no or yes."""
    (sql,) = tx.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    assert set(re.findall(r"CHECK \((\w+) IN \(0, 1\)\)", sql)) == MEMBER_TABLES[name].yes_or_no
