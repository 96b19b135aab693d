"""Writers that wait at the same moment share a commit; the first of them sets it going."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
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
    """The queue of units that wait for a commit, and the task that serves it while there are any.

    `run_to_its_end` calls a function with the connection, in the connection's thread, and comes
    back when that is over and not before, even if the task that awaits it is cancelled. `between`
    is awaited when those who waited for a commit have their answers, and never raises.
    """

    def __init__(
        self,
        run_to_its_end: Callable[[Batch], Awaitable[list[Outcome[Any]]]],
        between: Callable[[], Awaitable[None]],
    ) -> None:
        self._run_to_its_end = run_to_its_end
        self._between = between
        self._waiting: deque[_Job] = deque()
        self._behind: deque[_Job] = deque()
        self._leader: asyncio.Task[None] | None = None

    async def run(self, unit: Unit[T], *, behind: bool = False) -> T:
        """What `unit` returned, once that is durable; raises what it raised, or a StorageFailed.

        Units `behind` keep their order among themselves, and let all others go first.
        """
        job = _Job(unit)
        (self._behind if behind else self._waiting).append(job)
        self._appoint()
        outcome: Outcome[T] = await job.answer
        return outcome.unwrap()

    async def drained(self) -> None:
        """Wait until nobody waits any more."""
        while self._leader is not None:
            await asyncio.wait([self._leader])

    def _appoint(self) -> None:
        if self._leader is None and (self._waiting or self._behind):
            self._leader = asyncio.create_task(self._lead(), name="shared commits")
            self._leader.add_done_callback(self._dismiss)

    def _dismiss(self, leader: asyncio.Task[None]) -> None:
        self._leader = None
        self._appoint()  # one that was cancelled before its first step has left everything

    async def _lead(self) -> None:
        while self._waiting or self._behind:
            jobs = list(islice(chain(self._waiting, self._behind), UNITS_PER_COMMIT))
            for job, outcome in zip(
                jobs, await self._outcomes([job.unit for job in jobs]), strict=False
            ):
                is_first = bool(self._waiting) and self._waiting[0] is job
                (self._waiting if is_first else self._behind).popleft()
                job.settle(outcome)
            await self._between()

    async def _outcomes(self, units: list[Unit[Any]]) -> list[Outcome[Any]]:
        try:
            return await self._run_to_its_end(lambda connection: run_batch(connection, units))
        except Exception as error:  # the thread is gone; nobody may wait for it
            return [Raised(error)] * len(units)
