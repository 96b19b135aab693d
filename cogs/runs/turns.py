"""Lets the events of one message take turns, so that an answer is not given twice."""

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """A lock for each message that is being handled; it goes with the last one who holds it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, message_id: int) -> asyncio.Lock:
        """The lock to hold while this message is handled."""
        lock = self._locks.get(message_id)
        if lock is None:
            lock = self._locks[message_id] = asyncio.Lock()
        return lock
