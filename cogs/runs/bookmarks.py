"""Up to which message each channel was followed, so that nothing written while the bot was away is lost."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

FLUSHED_EVERY = 200
"""Idle messages after which the bookmarks are saved; reading some of them again is harmless."""


class Bookmarks:
    """Up to which message each channel or thread was handled.

    A message still in hand, and a channel that has not been caught up with, hold its bookmark back.
    """

    def __init__(self, saved: Mapping[int, int]) -> None:
        self._handled = dict(saved)
        self._in_hand: dict[int, set[int]] = {}
        self._held = dict(saved)
        self._idle = 0

    @contextmanager
    def handling(self, channel_id: int, message_id: int) -> Iterator[int]:
        """While a message is handled; gives up to where its channel will be followed with it."""
        begun = self._in_hand.setdefault(channel_id, set())
        begun.add(message_id)
        try:
            yield self._safe(channel_id, {message_id})
        finally:
            begun.discard(message_id)
            self.pass_by(channel_id, message_id)

    def pass_by(self, channel_id: int, message_id: int) -> None:
        """A message of which nothing is to be kept."""
        if message_id > self._handled.get(channel_id, 0):
            self._handled[channel_id] = message_id
        self._idle += 1

    def start(self, channel_id: int, message_id: int) -> None:
        """A channel is followed from here on, unless it was before."""
        self._handled.setdefault(channel_id, message_id)

    def hold(self) -> None:
        """The connection broke: whatever comes next is not all there was."""
        for channel_id in self._handled:
            self._held.setdefault(channel_id, self._safe(channel_id, set()))

    def hold_at(self, channel_id: int, message_id: int) -> None:
        """A channel is to be caught up with from this message on."""
        self._held.setdefault(channel_id, message_id)

    def reach(self, channel_id: int, message_id: int) -> None:
        """A channel that is being caught up with was read up to here."""
        self.pass_by(channel_id, message_id)
        if channel_id in self._held:
            self._held[channel_id] = max(self._held[channel_id], message_id)

    def held(self, channel_id: int) -> int | None:
        """From where a channel is to be caught up with, or None when nothing can be missing."""
        return self._held.get(channel_id)

    def followed_to(self, channel_id: int) -> int | None:
        """The message up to which a channel is followed, or None when it never was."""
        return self._safe(channel_id, set()) if channel_id in self._handled else None

    def release(self, channel_id: int) -> None:
        """The channel was caught up with."""
        self._held.pop(channel_id, None)

    def release_all(self) -> None:
        """Discord sent everything that was missed by itself."""
        self._held.clear()

    def due(self) -> dict[int, int] | None:
        """The bookmarks to save, from time to time when only idle chat moved them."""
        if self._idle < FLUSHED_EVERY:
            return None
        self._idle = 0
        return {channel_id: self._safe(channel_id, set()) for channel_id in self._handled}

    def _safe(self, channel_id: int, handled: set[int]) -> int:
        waiting = self._in_hand.get(channel_id, set()) - handled
        reached = max(self._handled.get(channel_id, 0), *handled, 0)
        bounds = [reached, *(message_id - 1 for message_id in waiting)]
        if channel_id in self._held:
            bounds.append(self._held[channel_id])
        return min(bounds)
