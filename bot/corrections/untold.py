"""Who is still to be told of something, kept in memory so that other private answers cost nothing."""

from collections.abc import Iterable


class Untold:
    """A copy of what the database says: filled at start, and changed after the commit that changed it there."""

    def __init__(self, member_ids: Iterable[int]) -> None:
        self._members = set(member_ids)

    def add(self, member_id: int) -> None:
        """There is something to tell the member."""
        self._members.add(member_id)

    def take(self, member_id: int) -> bool:
        """Whether there is something to tell the member, who then waits no more."""
        waits = member_id in self._members
        self._members.discard(member_id)
        return waits
