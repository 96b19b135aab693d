"""The database as the rest of the house sees it: units of work go in, durable results come out."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, Self, TypeVar

import aiosqlite

from bot.db.backup import copy_before_upgrade
from bot.db.batch import Outcome, Returned, run_folding, run_reading
from bot.db.commits import SharedCommits
from bot.db.connect import LOG_FOLDED_BYTES, LOG_STEP_BYTES, LOG_UNWEIGHED_COMMITS
from bot.db.failures import StorageClosed
from bot.db.lock import Lock
from bot.db.opening import open_reader, open_writer, take
from bot.db.schema import MIGRATIONS

if TYPE_CHECKING:
    from bot.db.connect import UnitConnection

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound=sqlite3.Connection)

_log = logging.getLogger(__name__)


class Database:
    """One open file, locked against a second bot; belongs to the event loop that opened it."""

    def __init__(
        self,
        path: Path,
        lock: Lock,
        writer: "_Seat[UnitConnection]",
        reader: "_Seat[sqlite3.Connection]",
    ) -> None:
        self.path = path
        self._lock = lock
        self._writer = writer
        self._reader = reader
        self._commits = SharedCommits(writer.run, self._keep_log_small)
        self._log_file = path.with_name(path.name + "-wal")
        self._fold_at = LOG_FOLDED_BYTES
        self._unweighed = 0
        self._closed: asyncio.Future[None] | None = None

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        now: datetime,
        migrations: Path = MIGRATIONS,
        copies: Path | None = None,
    ) -> Self:
        """Lock the file, create it if there is none, and bring its schema up to date.

        Before an upgrade a copy goes into `copies`, or beside the database; `now` is in its name.
        Raises a HostError, and leaves neither thread nor lock behind then.
        """
        path, lock = take(path)
        keep = partial(copy_before_upgrade, path, copies or path.parent, now)
        writer = _Seat(partial(open_writer, path, migrations, keep))
        database = cls(path, lock, writer, _Seat(partial(open_reader, path)))
        try:
            await database._writer.open()
            await database._reader.open()
        except BaseException:
            await database.close()
            raise
        return database

    async def write(
        self,
        unit: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run `unit` in a transaction; durable when this returns, nothing kept when it raises.

        The unit may run up to three times and touches nothing but its transaction. It goes on when the
        caller is cancelled. Raises what the unit raised, or a StorageFailed.
        """
        self._refuse_when_closed()
        return await self._commits.run(lambda tx: unit(tx, *args, **kwargs))

    async def write_behind(
        self,
        unit: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `write`, for work that nobody waits for: everything written by `write` goes first."""
        self._refuse_when_closed()
        return await self._commits.run(lambda tx: unit(tx, *args, **kwargs), behind=True)

    async def read(
        self,
        unit: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run `unit` over one unchanging state, in which every write that has returned is seen.

        Raises what the unit raised, or a StorageFailed.
        """
        self._refuse_when_closed()
        outcome = await self._reader.run(
            lambda connection: run_reading(connection, lambda tx: unit(tx, *args, **kwargs))
        )
        return outcome.unwrap()

    async def fold_log(self) -> bool:
        """Fold the write-ahead log into the file and empty it, so that nothing deleted is left in it.

        False where another program reads the file just now: then it is as it was. Raises a StorageFailed.
        """
        self._refuse_when_closed()
        outcome = await self._writer.run(run_folding)
        return outcome.unwrap()

    def _keep_log_small(self) -> asyncio.Future[Outcome[bool]] | None:
        """Begins to empty the log when reading has kept SQLite from beginning it anew for too long."""
        self._unweighed += 1
        read_on = self._fold_at > LOG_FOLDED_BYTES  # it could not be emptied last time
        if self._unweighed < LOG_UNWEIGHED_COMMITS and not read_on:
            return None
        self._unweighed, size = 0, _size(self._log_file)
        if size < self._fold_at:
            return None
        folding = self._writer.run(run_folding)
        folding.add_done_callback(partial(self._folded, size))
        return folding

    def _folded(self, size: int, folding: asyncio.Future[Outcome[bool]]) -> None:
        outcome = folding.result()
        is_empty = isinstance(outcome, Returned) and outcome.value
        self._fold_at = LOG_FOLDED_BYTES if is_empty else size + LOG_STEP_BYTES

    async def close(self) -> None:
        """Finish what waits, close, unlock; never raises, and a second call waits for the first.

        A cancelled caller is cancelled when everything is closed.
        """
        if self._closed is not None:
            await asyncio.shield(self._closed)
            return
        self._closed = asyncio.get_running_loop().create_future()
        cancelled = False
        for step in (self._commits.drained, self._reader.close, self._writer.close):
            cancelled |= await _finish(step)
        self._lock.release()
        self._closed.set_result(None)
        if cancelled:
            raise asyncio.CancelledError

    def _refuse_when_closed(self) -> None:
        if self._closed is not None:
            raise StorageClosed("CLOSED")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


async def _finish(step: Callable[[], Awaitable[None]]) -> bool:
    """Take one step of closing to its end; whether the task was cancelled meanwhile."""
    cancelled = False
    while True:
        try:
            await step()
        except asyncio.CancelledError:
            cancelled = True
            continue
        except Exception:
            _log.exception("Closing the database was not clean.")
        return cancelled


class _Seat(Generic[C]):
    """A connection and the thread it lives in, which is no daemon and must be ended."""

    def __init__(self, connect: Callable[[], C]) -> None:
        self._connect = connect
        self._thread: Future[threading.Thread] = Future()
        self._connection: C | None = None
        self._proxy: aiosqlite.Connection | None = None

    async def open(self) -> None:
        """Start the thread and connect in it; no thread is left when that fails."""
        self._proxy = aiosqlite.Connection(self._sit_down, iter_chunk_size=1)
        await self._proxy

    def _sit_down(self) -> C:
        self._thread.set_result(threading.current_thread())
        self._connection = self._connect()
        return self._connection

    def run(self, work: Callable[[C], T]) -> asyncio.Future[T]:
        """Have the thread call `work`, which goes on when whoever awaits it is cancelled."""
        assert self._proxy is not None and self._connection is not None
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._proxy._tx.put_nowait((done, partial(work, self._connection)))
        return done

    async def close(self) -> None:
        """Close the connection when all that was asked is done, and see the thread end."""
        if self._proxy is None:
            return
        try:
            await self._proxy.close()
        finally:
            self._thread.result().join()
            if self._connection is not None:
                self._connection.close()
