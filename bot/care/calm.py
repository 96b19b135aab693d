"""Messages that were read again and may be told of, kept in memory so that they are not asked for at every look."""

KEPT = 10_000


class Calm:
    """Only those in which all is well; nothing is kept of any other, nor of one that changed since.

    A reading has a beginning, since its message may change before it ends.
    """

    def __init__(self) -> None:
        self._messages: dict[int, None] = {}
        self._changes = 0

    def __contains__(self, message_id: int) -> bool:
        return message_id in self._messages

    def begin(self) -> int:
        """A reading begins; what it gives is needed by `keep`."""
        return self._changes

    def keep(self, message_id: int, begun: int) -> None:
        """A message may be told of, unless any changed since the reading began."""
        if begun != self._changes:
            return
        self._messages[message_id] = None
        if len(self._messages) > KEPT:
            del self._messages[next(iter(self._messages))]

    def drop(self, message_id: int) -> None:
        """A message changed, or is gone."""
        self._changes += 1
        self._messages.pop(message_id, None)

    def clear(self) -> None:
        """Changes may have been missed."""
        self._changes += 1
        self._messages.clear()
