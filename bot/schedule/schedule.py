"""Does what the ledger says is due, one thing after the other, each exactly once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.db.database import Database
from bot.schedule import ledger
from bot.schedule.ledger import Occurrence

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is due `every` so often after its last success; `perform` may be repeated without harm."""

    kind: str
    every: timedelta
    perform: Callable[[Occurrence], Awaitable[None]]


class Schedule:
    """All duties over one ledger; `tick` does what is due at the clock's now."""

    def __init__(self, database: Database, clock: Clock, duties: Sequence[Duty]) -> None:
        self._database = database
        self._clock = clock
        self._duties = tuple(duties)
        self._turn = asyncio.Lock()

    async def tick(self) -> None:
        """Does everything that is due now; a failure is noted and tried again later."""
        async with self._turn:
            for duty in self._duties:
                await self._do(duty)

    async def next_due(self) -> datetime:
        """The UTC instant at which `tick` next has something to do."""
        now = self._clock()
        dues = [
            await self._database.read(ledger.next_due, duty.kind, duty.every, now=now)
            for duty in self._duties
        ]
        return max(now, min(dues))

    async def _do(self, duty: Duty) -> None:
        occurrence = await self._database.write(
            ledger.claim, duty.kind, duty.every, now=self._clock()
        )
        if occurrence is None:
            return
        try:
            await duty.perform(occurrence)
        except Exception:
            again = await self._database.write(ledger.mark_failed, occurrence, now=self._clock())
            log.exception("%s failed, next try at %s", duty.kind, again.isoformat())
        else:
            await self._database.write(ledger.mark_done, occurrence, now=self._clock())
