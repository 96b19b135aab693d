"""Writers that wait at the same moment share a commit; the first of them sets it going."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from bot.db.batch import UNITS_PER_COMMIT, Outcome, Raised, Unit, run_batch
from bot.db.connect import UnitConnection

T = TypeVar("T")
Batch = Callable[[UnitConnection], list[Outcome[Any]]]

_log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class _Job:
    unit: Unit[Any]
    answer: asyncio.Future[Outcome[Any]] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def settle(self, outcome: Outcome[Any]) -> None:
        if not self.answer.done():
            self.answer.set_result(outcome)
        elif isinstance(outcome, Raised):
            kind = type(outcome.error).__name__
            _log.warning("A write failed after its caller had gone (%s).", kind)


class SharedCommits:
    """The queue of units that wait for a commit, which the connection's thread serves while there are any.

    `start` has a function called with the connection, in its thread, and gives the future of what
    it returns. `between` is called when those who waited for a commit have their answers; it gives
    the future of what the next one has to wait for, or None. No task stands behind either, so there
    is none that could be cancelled.
    """

    def __init__(
        self,
        start: Callable[[Batch], asyncio.Future[list[Outcome[Any]]]],
        between: Callable[[], asyncio.Future[Any] | None],
    ) -> None:
        self._start = start
        self._between = between
        self._waiting: deque[_Job] = deque()
        self._behind: deque[_Job] = deque()
        self._served: asyncio.Future[None] | None = None

    async def run(self, unit: Unit[T], *, behind: bool = False) -> T:
        """What `unit` returned, once that is durable; raises what it raised, or a StorageFailed.

        Units `behind` keep their order among themselves, and let all others go first.
        """
        job = _Job(unit)
        (self._behind if behind else self._waiting).append(job)
        if self._served is None:
            loop = asyncio.get_running_loop()
            self._served = loop.create_future()
            loop.call_soon(self._begin)  # whoever writes in the same turn of the loop comes along
        outcome: Outcome[T] = await job.answer
        return outcome.unwrap()

    async def drained(self) -> None:
        """Wait until nobody waits any more."""
        while self._served is not None:
            await asyncio.wait([self._served])

    def _begin(self, _: object = None) -> None:
        jobs = list(islice(chain(self._waiting, self._behind), UNITS_PER_COMMIT))
        if jobs:
            units = [job.unit for job in jobs]
            commit = self._start(lambda connection: run_batch(connection, units))
            commit.add_done_callback(partial(self._end, jobs))
        elif self._served is not None:
            self._served.set_result(None)
            self._served = None

    def _end(self, jobs: Sequence[_Job], commit: asyncio.Future[list[Outcome[Any]]]) -> None:
        failure = commit.exception()
        outcomes = [Raised(failure)] * len(jobs) if failure else commit.result()
        for job, outcome in zip(jobs, outcomes, strict=False):
            is_first = bool(self._waiting) and self._waiting[0] is job
            (self._waiting if is_first else self._behind).popleft()
            job.settle(outcome)
        keeping = self._between()
        if keeping is None:
            self._begin()
        else:
            keeping.add_done_callback(self._begin)
