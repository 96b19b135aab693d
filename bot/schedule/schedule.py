"""Does what is due: duties one after the other, and deliveries eight at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.db.database import Database
from bot.schedule import duties as duty_ledger
from bot.schedule import ledger
from bot.schedule.duties import Turn
from bot.schedule.model import Failed, Occurrence, Outcome

log = logging.getLogger(__name__)

AT_A_TIME = 8
PATIENCE_S = 60
JUMP = timedelta(minutes=1)
"""A clock that went back by more was put right or put wrong."""

Deliver = Callable[[Sequence[Occurrence]], Awaitable[Mapping[Occurrence, Outcome]]]
"""Sends what was claimed and says what became of each; never sends one whose earlier try got through."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is due `every` so often after its last success; `perform` may be repeated without harm."""

    kind: str
    every: timedelta
    perform: Callable[[Turn], Awaitable[None]]
    awaited: bool = True
    """Whether `next_due` counts it: not what only looks whether there is something to do."""


class Schedule:
    """Everything that happens by itself over one ledger; `tick` does what is due at the clock's now."""

    def __init__(self, database: Database, clock: Clock, duties: Sequence[Duty]) -> None:
        self._database = database
        self._clock = clock
        self._duties = list(duties)
        self._deliver: Deliver | None = None
        self._duty_turn = asyncio.Lock()
        self._delivery_turn = asyncio.Lock()
        self._claiming = asyncio.Lock()
        self._busy: set[int] = set()
        self._seen: datetime | None = None

    def add(self, duty: Duty) -> None:
        """One more duty, of a part that is wired later."""
        self._duties.append(duty)

    def deliver_with(self, deliver: Deliver) -> None:
        """What is due goes out by `deliver` from now on; without it nothing is claimed."""
        self._deliver = deliver

    async def tick(self) -> None:
        """Does everything that is due now; a failure is noted and tried again later."""
        await asyncio.gather(self.do_duties(), self.send_due())

    async def do_duties(self) -> None:
        """The duties that are due, one after the other."""
        async with self._duty_turn:
            for duty in self._duties:
                await self._do(duty)

    async def send_due(self) -> None:
        """Delivers until nothing is due any more, so many at a time, in order within a club."""
        if self._deliver is None:
            return
        async with self._delivery_turn:
            await self._look_at_the_clock()
            if await self._is_due():
                await asyncio.gather(*(self._work_off(self._deliver) for _ in range(AT_A_TIME)))

    async def next_due(self) -> datetime:
        """The UTC instant at which `tick` next has something to do."""
        now = self._clock()
        dues = [
            await self._database.read(duty_ledger.next_due, duty.kind, duty.every, now=now)
            for duty in self._duties
            if duty.awaited
        ]
        wake = await self._database.read(ledger.next_wake) if self._deliver else None
        return max(now, min([*dues, wake] if wake else dues))

    async def _is_due(self) -> bool:
        wake = await self._database.read(ledger.next_wake)
        return wake is not None and wake <= self._clock()

    async def _look_at_the_clock(self) -> None:
        now, seen = self._clock(), self._seen
        if seen is None:
            await self._database.write(ledger.resume, now=now)
        elif now < seen - JUMP:
            log.warning("the clock went back from %s to %s", seen.isoformat(), now.isoformat())
            await self._database.write(ledger.rewind, now=now)
        self._seen = now

    async def _work_off(self, deliver: Deliver) -> None:
        while (claimed := await self._claim()) is not None:
            if claimed:
                await self._send(deliver, claimed)

    async def _claim(self) -> list[Occurrence] | None:
        async with self._claiming:  # so that the next one sees which lane is busy
            claimed = await self._database.write(
                ledger.claim, now=self._clock(), busy=frozenset(self._busy)
            )
            self._busy.update(map(ledger.lane, claimed or ()))
        return claimed

    async def _send(self, deliver: Deliver, claimed: Sequence[Occurrence]) -> None:
        try:
            outcomes = await _outcomes(deliver, claimed)
            await self._database.write(ledger.settle, outcomes, now=self._clock())
        finally:
            self._busy.discard(ledger.lane(claimed[0]))

    async def _do(self, duty: Duty) -> None:
        turn = await self._database.write(
            duty_ledger.claim, duty.kind, duty.every, now=self._clock()
        )
        if turn is None:
            return
        try:
            await duty.perform(turn)
        except Exception:
            again = await self._database.write(duty_ledger.mark_failed, turn, now=self._clock())
            log.exception("%s failed, next try at %s", duty.kind, again.isoformat())
        else:
            await self._database.write(duty_ledger.mark_done, turn, now=self._clock())


async def _outcomes(
    deliver: Deliver, claimed: Sequence[Occurrence]
) -> Mapping[Occurrence, Outcome]:
    """What became of each; whatever the delivery does not know of, may have been sent."""
    outcomes: dict[Occurrence, Outcome] = {}
    try:
        async with asyncio.timeout(PATIENCE_S):
            outcomes.update(await deliver(claimed))
    except TimeoutError:
        log.warning("a delivery took too long: %s", [each.kind for each in claimed])
    except Exception as error:
        # An error's own words may quote a member's.
        log.error("a delivery failed: %s %s", type(error).__name__, [each.kind for each in claimed])
    lost = Failed("no answer", maybe_sent=True)
    return {each: outcomes.get(each, lost) for each in claimed}
