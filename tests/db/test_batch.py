"""Units that share a commit, at the level of one connection."""

import sqlite3

import pytest

from bot.db import batch
from bot.db.batch import Raised, Returned, run_reading
from bot.db.connect import UnitConnection
from bot.db.failures import StorageBusy, StorageFailed, StorageFull


class Recording(UnitConnection):
    """Remembers the statements that begin and end transactions, and fails those it is told to."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.seen = []
        self.failing = {}
        self.rollback_fails = False

    def execute(self, sql, *parameters):
        word = sql.split()[0]
        self.seen.append(word)
        if self.failing.get(word, 0) > 0:
            self.failing[word] -= 1
            raise storage_error(sqlite3.SQLITE_IOERR, "SQLITE_IOERR_FSYNC")
        return super().execute(sql, *parameters)

    def rollback(self):
        if self.rollback_fails and self.in_transaction:
            self.rollback_fails = False
            raise storage_error(sqlite3.SQLITE_IOERR, "SQLITE_IOERR_WRITE")
        super().rollback()

    @property
    def commits(self):
        return self.seen.count("COMMIT")


class StopClock:
    """A timer that a test moves on, in seconds."""

    now = 0.0

    def __call__(self):
        return self.now


STANDING = StopClock()


def storage_error(code, name):
    error = sqlite3.OperationalError("injected")
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


@pytest.fixture
def tx(connect):
    """A connection with an empty table of numbers."""
    connection = connect(Recording)
    connection.execute("CREATE TABLE numbers (n INTEGER, filling BLOB) STRICT")
    connection.seen.clear()
    return connection


def run_batch(connection, units, timer=STANDING):
    """The batch on a clock that stands still, however slow the machine."""
    return batch.run_batch(connection, units, timer=timer)


def add(n, size=0):
    def unit(tx):
        tx.execute("INSERT INTO numbers VALUES (?, zeroblob(?))", (n, size))
        return n

    return unit


def numbers(connection):
    return [row["n"] for row in connection.execute("SELECT n FROM numbers ORDER BY rowid")]


def results(outcomes):
    """What each unit returned, or the kind of its error."""
    return [o.value if isinstance(o, Returned) else type(o.error) for o in outcomes]


def errors(outcomes):
    """The errors as the callers see them."""
    seen = []
    for outcome in outcomes:
        try:
            outcome.unwrap()
        except Exception as error:
            seen.append(error)
    return seen


def leave_room_for(connection, pages):
    """Let the file grow by so many pages and no more, as on a disk that is nearly full."""
    used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {used + pages}")


def test_units_share_a_commit_in_their_order(tx):
    """Units run in the order they came, in one transaction."""
    assert results(run_batch(tx, [add(n) for n in range(16)])) == list(range(16))
    assert numbers(tx) == list(range(16))
    assert tx.commits == 1


def test_64_units_at_most(tx):
    """The 65th unit is left for the next commit."""
    assert results(run_batch(tx, [add(n) for n in range(100)])) == list(range(64))
    assert numbers(tx) == list(range(64))


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
        tx.failing = {} if "COMMIT" in tx.seen else {"RELEASE": 1}
        return add(2)(tx)

    assert results(run_batch(tx, [add(1), loses, add(3)])) == [1, 2]
    assert numbers(tx) == [1, 2]
    assert tx.commits == 2


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
