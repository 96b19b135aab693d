"""Who waits for the support text, kept in memory so that other private answers cost nothing."""

from collections.abc import Mapping
from datetime import datetime

from bot.care.model import is_due


class Waiting:
    """A copy of what the database says: filled at start, and changed after the commit that changed it there."""

    def __init__(self, due: Mapping[int, datetime]) -> None:
        self._since = dict(due)

    def add(self, member_id: int, since: datetime) -> None:
        """Support is due to the member."""
        self._since[member_id] = since

    def take(self, member_id: int, now: datetime) -> datetime | None:
        """Since when support is due to the member, who then waits no more; None when it is not."""
        since = self._since.pop(member_id, None)
        return since if since is not None and is_due(since, now) else None
