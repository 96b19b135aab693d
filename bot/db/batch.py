"""Units of work that share one COMMIT: each undone by itself, each with its own outcome."""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter
from typing import Generic, NoReturn, TypeVar

from bot.db.connect import UnitConnection
from bot.db.failures import StorageFailed, storage_failure

T = TypeVar("T")

UNITS_PER_COMMIT = 128
SECONDS_PER_COMMIT = 0.005
FOLDING_MS = 100

_BEGIN = "BEGIN IMMEDIATE -- batch"
_COMMIT = "COMMIT -- batch"
_SAVE = "SAVEPOINT batch_unit"
_RELEASE = "RELEASE batch_unit"
_UNDO = "ROLLBACK TO batch_unit"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Returned(Generic[T]):
    """A unit that came to its end, and what it returned."""

    value: T

    def unwrap(self) -> T:
        return self.value


@dataclass(frozen=True, slots=True)
class Raised:
    """A unit that kept nothing, and why."""

    error: BaseException

    def unwrap(self) -> NoReturn:
        """Raise the error; one of storage as a StorageFailed."""
        failure = storage_failure(self.error)
        if failure is None or failure is self.error:
            raise self.error
        raise failure from self.error


Unit = Callable[[sqlite3.Connection], T]
Outcome = Returned[T] | Raised


class _UnitRaisedError(Exception):
    """A unit raised, and what its neighbours did is not parted from what it did."""


class _TransactionLostError(Exception):
    """The transaction is gone or must go; `begun` units had begun, `cause` says why."""

    def __init__(self, begun: int, cause: BaseException) -> None:
        super().__init__(begun, cause)
        self.begun = begun
        self.cause = cause


def run_batch(
    connection: UnitConnection,
    units: Sequence[Unit[object]],
    *,
    timer: Callable[[], float] = perf_counter,
) -> list[Outcome[object]]:
    """Run the first of `units` in one transaction; one outcome for each that was taken, in order.

    Takes one at least, UNITS_PER_COMMIT at most, none after SECONDS_PER_COMMIT by `timer`
    (seconds). What returned is durable. Few units raise, so none has a savepoint until one does:
    then all run once more, each in its own. When the transaction is lost, every unit taken runs
    once more in a transaction of its own. Never raises.
    """
    try:
        try:
            return _together(connection, units, timer, _unparted if len(units) > 1 else _tried)
        except _UnitRaisedError:
            return _together(connection, units, timer, _in_savepoint)
    except _TransactionLostError as lost:
        if lost.begun == 0:  # no BEGIN: the others would only wait as long once more
            return [Raised(lost.cause)] * len(units)
        if lost.begun == 1:
            return [Raised(lost.cause)]
        _log.warning("A shared commit failed (%s); its units run alone.", _name(lost.cause))
        return _each_alone(connection, units[: lost.begun], timer)
    except BaseException as error:
        _roll_back(connection)
        return [Raised(error)] * len(units)


def _each_alone(
    connection: UnitConnection, units: Sequence[Unit[object]], timer: Callable[[], float]
) -> list[Outcome[object]]:
    outcomes: list[Outcome[object]] = []
    for unit in units:
        try:
            outcomes += _together(connection, [unit], timer, _tried)
        except _TransactionLostError as lost:
            if lost.begun == 0:
                return outcomes + [Raised(lost.cause)] * (len(units) - len(outcomes))
            outcomes.append(Raised(lost.cause))
    return outcomes


def _together(
    connection: UnitConnection,
    units: Sequence[Unit[object]],
    timer: Callable[[], float],
    run: Callable[[UnitConnection, Unit[object], int], Outcome[object]],
) -> list[Outcome[object]]:
    outcomes: list[Outcome[object]] = []
    begun = 0
    try:
        _roll_back(connection)  # what an earlier ROLLBACK that failed has left open
        connection.execute(_BEGIN)
        started = timer()
        for begun, unit in enumerate(units[:UNITS_PER_COMMIT], start=1):
            outcomes.append(run(connection, unit, begun))
            if timer() - started >= SECONDS_PER_COMMIT:
                break
        if run is not _tried or isinstance(outcomes[0], Returned):
            connection.execute(_COMMIT)
    except sqlite3.Error as error:
        raise _TransactionLostError(begun, error) from error
    finally:
        _roll_back(connection)  # nothing to do after COMMIT
    return outcomes


def _unparted(connection: UnitConnection, unit: Unit[object], begun: int) -> Outcome[object]:
    """What a unit returned; one that raises takes all of them back, whose work stands in no savepoint."""
    outcome = _tried(connection, unit, begun)
    if isinstance(outcome, Raised):
        raise _UnitRaisedError
    return outcome


def _in_savepoint(connection: UnitConnection, unit: Unit[object], begun: int) -> Outcome[object]:
    connection.execute(_SAVE)
    outcome = _tried(connection, unit, begun)
    if isinstance(outcome, Raised):
        connection.execute(_UNDO)
    connection.execute(_RELEASE)
    return outcome


def _tried(connection: UnitConnection, unit: Unit[object], begun: int) -> Outcome[object]:
    """What became of a unit, whose work is still in the transaction, for better or worse."""
    try:
        value = connection.sealed(unit)
    except BaseException as error:
        if storage_failure(error) or not connection.in_transaction:
            raise _TransactionLostError(begun, error) from error
        return Raised(error)
    if not connection.in_transaction:  # it swallowed the error that had rolled everything back
        raise _TransactionLostError(begun, StorageFailed("SQLITE_ABORT_ROLLBACK"))
    return Returned(value)


def _roll_back(connection: UnitConnection) -> None:
    try:
        connection.rollback()
    except sqlite3.Error as error:
        _log.error("A transaction could not be rolled back (%s).", _name(error))


def _name(error: BaseException) -> str:
    return getattr(error, "sqlite_errorname", type(error).__name__)


def run_folding(connection: sqlite3.Connection) -> Outcome[bool]:
    """Empty the write-ahead log, unless somebody reads from it. Never raises, and keeps nobody waiting."""
    try:
        patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
        connection.execute(f"PRAGMA busy_timeout = {FOLDING_MS}")
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            connection.execute(f"PRAGMA busy_timeout = {patience}")
        return Returned(not busy)
    except BaseException as error:
        return Raised(error)


def run_reading(connection: sqlite3.Connection, unit: Unit[T]) -> Outcome[T]:
    """Run a reading unit over one unchanging state of the database. Never raises."""
    try:
        connection.execute("BEGIN")
        return Returned(unit(connection))
    except BaseException as error:
        return Raised(error)
    finally:
        with suppress(sqlite3.Error):
            connection.rollback()
