"""Units that share a commit when the disk, the commit or the rollback fails: who is told what, and what is kept."""

import sqlite3

import pytest

from bot.db.failures import StorageFailed, StorageFull
from tests.db.batches import (
    add,
    begun,
    errors,
    leave_room_for,
    numbers,
    results,
    run_batch,
    storage_error,
)


@pytest.fixture
def tx(connect):
    """A connection with an empty table of numbers."""
    return begun(connect)


def test_full_disk_in_the_middle(tx):
    """The unit that finds the disk full is told so; the units before and after it are kept."""
    leave_room_for(tx, 8)
    outcomes = run_batch(tx, [add(1), add(2), add(3, size=1_000_000)])
    outcomes += run_batch(tx, [add(4)])
    assert results(outcomes) == [1, 2, sqlite3.OperationalError, 4]
    (error,) = errors(outcomes)
    assert isinstance(error, StorageFull)
    assert error.name == "SQLITE_FULL"
    assert numbers(tx) == [1, 2, 4]


def test_a_swallowed_full_disk_is_found_out(tx):
    """A unit that hides the error which rolled everything back is not believed."""
    leave_room_for(tx, 8)

    def hides(tx):
        try:
            add(3, size=1_000_000)(tx)
        except sqlite3.Error:
            return "fine"

    outcomes = run_batch(tx, [add(1), hides])
    assert results(outcomes) == [1, StorageFailed]
    assert numbers(tx) == [1]


def test_nothing_is_written_after_a_swallowed_full_disk(tx):
    """What a unit writes after the transaction has gone is refused, not committed on its own."""
    leave_room_for(tx, 8)

    def hides(tx):
        try:
            add(3, size=1_000_000)(tx)
        except sqlite3.Error:
            return add(4)(tx)

    assert results(run_batch(tx, [add(1), hides])) == [1, sqlite3.DatabaseError]
    assert numbers(tx) == [1]


def test_a_refusal_made_of_a_full_disk_disturbs_nobody(tx):
    """A unit that words the error itself gets its own error; the others are kept."""
    leave_room_for(tx, 8)

    def words(tx):
        try:
            add(3, size=1_000_000)(tx)
        except sqlite3.Error as error:
            raise LookupError from error

    assert results(run_batch(tx, [add(1), words])) == [1, LookupError]
    assert numbers(tx) == [1]


def test_commit_fails_once(tx):
    """When the shared commit fails, every unit runs again in a commit of its own."""
    tx.failing = {"COMMIT": 1}
    assert results(run_batch(tx, [add(1), add(2), add(3)])) == [1, 2, 3]
    assert numbers(tx) == [1, 2, 3]
    assert tx.commits == 4


def test_commit_fails_for_some(tx):
    """Each caller learns what became of its own unit."""
    tx.failing = {"COMMIT": 2}
    outcomes = run_batch(tx, [add(1), add(2), add(3)])
    assert results(outcomes) == [sqlite3.OperationalError, 2, 3]
    assert [error.name for error in errors(outcomes)] == ["SQLITE_IOERR_FSYNC"]
    assert numbers(tx) == [2, 3]


def test_commit_fails_for_a_single_unit(tx):
    """A unit that was alone already is not tried again."""
    tx.failing = {"COMMIT": 1}
    assert results(run_batch(tx, [add(1)])) == [sqlite3.OperationalError]
    assert numbers(tx) == []
    assert tx.commits == 1


def test_commit_refuses_what_one_unit_did(tx):
    """A deferred rule that one unit broke fails that unit alone."""
    tx.execute("CREATE TABLE parents (id INTEGER PRIMARY KEY)")
    tx.execute("CREATE TABLE children (id REFERENCES parents DEFERRABLE INITIALLY DEFERRED)")

    def orphan(tx):
        tx.execute("INSERT INTO children VALUES (5)")

    assert results(run_batch(tx, [add(1), orphan, add(2)])) == [1, sqlite3.IntegrityError, 2]
    assert numbers(tx) == [1, 2]


def test_a_savepoint_that_vanished(tx):
    """When a unit's savepoint is gone, every unit that had run runs again alone."""

    def loses(tx):
        tx.failing = {"RELEASE": 1} if tx.seen[-1] == "SAVEPOINT" else {}
        return add(2)(tx)

    def fails(tx):
        raise LookupError

    assert results(run_batch(tx, [fails, loses, add(3)])) == [LookupError, 2]
    assert numbers(tx) == [2]
    assert tx.commits == 1


@pytest.mark.parametrize("code", ["SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_FULL", "SQLITE_NOMEM"])
def test_an_io_error_in_a_unit(tx, code):
    """A failing disk spoils the whole transaction; who has nothing to do with it is kept."""

    def fails(tx):
        add(9)(tx)
        raise storage_error(getattr(sqlite3, code), code)

    outcomes = run_batch(tx, [add(1), fails])
    assert results(outcomes) == [1, sqlite3.OperationalError]
    assert isinstance(errors(outcomes)[0], StorageFailed)
    assert numbers(tx) == [1]
    assert tx.seen.count("BEGIN") == 3


def test_no_transaction_at_all(tx):
    """When nothing can begin, everybody who waits is told, and no unit runs."""
    tx.failing = {"BEGIN": 1}
    outcomes = run_batch(tx, [add(n) for n in range(3)])
    assert results(outcomes) == [sqlite3.OperationalError] * 3
    assert tx.seen.count("BEGIN") == 1
    assert numbers(tx) == []


def test_the_second_try_cannot_begin(tx):
    """When the disk fails for good after a failed commit, nobody waits for one try each."""
    tx.failing = {"COMMIT": 1}

    def last_good(tx):
        if tx.commits:
            tx.failing = {"BEGIN": 9}
        return add(1)(tx)

    outcomes = run_batch(tx, [last_good, add(2), add(3)])
    assert results(outcomes) == [1, sqlite3.OperationalError, sqlite3.OperationalError]
    assert tx.failing == {"BEGIN": 8}
    assert numbers(tx) == [1]


def test_a_rollback_that_fails_is_made_up_for(tx, caplog):
    """A transaction that could not be rolled back does not leak into the next batch."""
    tx.failing = {"COMMIT": 1}
    tx.rollback_fails = True
    assert results(run_batch(tx, [add(1)])) == [sqlite3.OperationalError]
    assert results(run_batch(tx, [add(2)])) == [2]
    assert numbers(tx) == [2]
    assert "SQLITE_IOERR_WRITE" in caplog.text


def test_a_fault_of_ours_leaves_nobody_waiting(tx):
    """Whatever goes wrong around the units, there is an outcome for each, and nothing is kept."""

    def broken():
        raise ArithmeticError

    assert results(run_batch(tx, [add(1), add(2)], timer=broken)) == [ArithmeticError] * 2
    assert not tx.in_transaction
    assert numbers(tx) == []
