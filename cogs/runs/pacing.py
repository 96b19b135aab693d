"""Slows a member who writes posts without end, so that the others are answered as ever."""

import asyncio
from collections import deque
from datetime import datetime, timedelta

from bot.clock import Clock

ALLOWED = 20
WITHIN = timedelta(minutes=1)
"""So many posts of one member are read at once in a minute; the next ones wait, and none is lost."""


class Pace:
    """When the next post of each member is read."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._read: dict[int, deque[datetime]] = {}

    async def wait(self, member_id: int) -> None:
        """Comes back when it is this post's turn: for nearly everybody at once."""
        now = self._clock()
        at = self.turn_of(member_id, now)
        if at > now:
            await asyncio.sleep((at - now).total_seconds())

    def turn_of(self, member_id: int, now: datetime) -> datetime:
        """The instant at which a post that comes in now is read."""
        self._forget(now - WITHIN)
        read = self._read.pop(member_id, None) or deque(maxlen=ALLOWED)
        at = max(now, read[0] + WITHIN) if len(read) == ALLOWED else now
        read.append(at)
        self._read[member_id] = read  # behind all who wrote before
        return at

    def _forget(self, before: datetime) -> None:
        """Lets go of those at the front, who wrote last longest ago; a look at one of them for nearly every post."""
        while self._read:
            longest = next(iter(self._read))
            if self._read[longest][-1] > before:
                return
            del self._read[longest]
