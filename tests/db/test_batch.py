"""Units that share a commit, at the level of one connection."""

import sqlite3

import pytest

from bot.db.batch import Raised, Returned, run_reading
from bot.db.failures import StorageBusy
from tests.db.batches import StopClock, add, begun, numbers, results, run_batch, storage_error


@pytest.fixture
def tx(connect):
    """A connection with an empty table of numbers."""
    return begun(connect)


def test_units_share_a_commit_in_their_order(tx):
    """Units run in the order they came, in one transaction."""
    assert results(run_batch(tx, [add(n) for n in range(16)])) == list(range(16))
    assert numbers(tx) == list(range(16))
    assert tx.commits == 1


def test_128_units_at_most(tx):
    """The 129th unit is left for the next commit."""
    assert results(run_batch(tx, [add(n) for n in range(200)])) == list(range(128))
    assert numbers(tx) == list(range(128))


def test_no_unit_begins_after_5_ms(tx):
    """The unit that reaches the limit is the last one, and is kept."""
    timer = StopClock()

    def slow(tx):
        timer.now += 0.0025
        return add(7)(tx)

    assert results(run_batch(tx, [slow] * 5, timer=timer)) == [7, 7]
    assert numbers(tx) == [7, 7]


def test_one_long_unit_is_taken(tx):
    """A unit longer than the limit still gets its commit."""
    timer = StopClock()

    def long(tx):
        timer.now += 3
        return add(1)(tx)

    assert results(run_batch(tx, [long, add(2)], timer=timer)) == [1]


@pytest.mark.parametrize("error", [ValueError, StopIteration, KeyboardInterrupt, SystemExit])
def test_a_raising_unit_keeps_nothing_and_disturbs_nobody(tx, error):
    """The work of a unit that raises is undone; its neighbours share their commit as before."""

    def fails(tx):
        add(99)(tx)
        raise error

    assert results(run_batch(tx, [add(1), fails, add(2)])) == [1, error, 2]
    assert numbers(tx) == [1, 2]
    assert tx.commits == 1


def test_units_have_savepoints_only_where_one_of_them_raised(tx):
    """All run once more then, each in its own, and the transaction is left with none of the first try."""
    ran = []

    def counts(tx):
        ran.append("counts")
        return add(1)(tx)

    def fails(tx):
        add(99)(tx)
        raise LookupError

    assert results(run_batch(tx, [counts, add(2)])) == [1, 2]
    assert "SAVEPOINT" not in tx.seen
    assert results(run_batch(tx, [counts, fails, add(3)])) == [1, LookupError, 3]
    assert numbers(tx) == [1, 2, 1, 3] and len(ran) == 3
    assert tx.seen.count("SAVEPOINT") == 3 and tx.commits == 2


def test_a_unit_that_raises_only_once_is_kept(tx):
    """What counts is the try whose work is kept."""
    tries = iter([LookupError(), None])

    def fails_once(tx):
        if error := next(tries):
            raise error
        return add(2)(tx)

    assert results(run_batch(tx, [add(1), fails_once])) == [1, 2]
    assert numbers(tx) == [1, 2]


def test_a_unit_that_comes_alone_needs_no_savepoint(tx):
    """Its own transaction is what it keeps everything in, or nothing."""

    def fails(tx):
        add(99)(tx)
        raise LookupError

    assert results(run_batch(tx, [add(1)])) == [1]
    assert results(run_batch(tx, [fails])) == [LookupError]
    assert numbers(tx) == [1] and not tx.in_transaction
    assert tx.commits == 1 and "SAVEPOINT" not in tx.seen


def test_a_broken_rule_is_the_units_own_affair(tx):
    """A constraint that a unit breaks reaches it as SQLite words it."""
    tx.execute("CREATE UNIQUE INDEX once ON numbers (n)")
    outcomes = run_batch(tx, [add(1), add(1), add(2)])
    assert results(outcomes) == [1, sqlite3.IntegrityError, 2]
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        outcomes[1].unwrap()


def test_a_unit_may_catch_its_own_error(tx):
    """A unit that expects a constraint to fail goes on in the same savepoint."""
    tx.execute("CREATE UNIQUE INDEX once ON numbers (n)")

    def twice(tx):
        add(1)(tx)
        try:
            add(1)(tx)
        except sqlite3.IntegrityError:
            return "known"

    assert results(run_batch(tx, [twice, add(2)])) == ["known", 2]
    assert numbers(tx) == [1, 2]


@pytest.mark.parametrize(
    "end",
    [
        lambda tx: tx.commit(),
        lambda tx: tx.rollback(),
        lambda tx: tx.execute("COMMIT"),
        lambda tx: tx.executescript("SELECT 1"),
        lambda tx: tx.__exit__(None, None, None),
    ],
)
def test_a_unit_cannot_end_the_transaction(tx, end):
    """A unit that commits or rolls back is refused, and nobody's work is made durable half-way."""

    def ends(tx):
        add(9)(tx)
        end(tx)

    assert results(run_batch(tx, [add(1), ends, add(2)])) == [1, sqlite3.DatabaseError, 2]
    assert numbers(tx) == [1, 2]


def test_a_unit_may_use_savepoints(tx):
    """A unit may undo a part of its own work."""

    def tries(tx):
        add(1)(tx)
        tx.execute("SAVEPOINT part")
        add(2)(tx)
        tx.execute("ROLLBACK TO part")
        return "tried"

    assert results(run_batch(tx, [tries, add(3)])) == ["tried", 3]
    assert numbers(tx) == [1, 3]


def test_a_reader_sees_one_state(tx, connect):
    """Within a reading unit nothing changes, whatever is committed meanwhile."""
    run_batch(tx, [add(1)])

    def look(reader):
        before = numbers(reader)
        run_batch(tx, [add(2)])
        return before, numbers(reader)

    other = connect()
    assert run_reading(other, look) == Returned(([1], [1]))
    assert run_reading(other, numbers) == Returned([1, 2])


def test_a_reader_that_raises_ends_its_transaction(connect):
    """An error of a reading unit is its outcome, and its view of the database ends."""
    connection = connect()
    outcome = run_reading(connection, lambda tx: tx.execute("SELECT * FROM nowhere"))
    assert isinstance(outcome, Raised)
    assert not connection.in_transaction


def test_errors_keep_their_cause():
    """An error of storage names SQLite's own as its cause."""
    cause = storage_error(sqlite3.SQLITE_BUSY, "SQLITE_BUSY")
    with pytest.raises(StorageBusy) as caught:
        Raised(cause).unwrap()
    assert caught.value.__cause__ is cause
    with pytest.raises(StorageBusy) as again:
        Raised(caught.value).unwrap()
    assert again.value is caught.value
