"""How long support stays due, and where the words of a run stand; pure."""

from datetime import datetime, timedelta
from typing import NamedTuple

DUE_FOR = timedelta(hours=72)
"""After that the hour has passed, and words that come out of nowhere would startle."""


def is_due(since: datetime, now: datetime) -> bool:
    """Whether support that is due since an instant is still to be shown."""
    return now - since <= DUE_FOR


class Written(NamedTuple):
    """The message in chat by which a run was told: what it says now is read again before its run is told of."""

    channel_id: int
    message_id: int


_MESSAGE = "message:"


def written(source: str, channel_id: int | None) -> Written | None:
    """Where a post's words stand in chat, by its source; None for a command or a form."""
    number = source.removeprefix(_MESSAGE).partition(":")[0]
    if channel_id is None or number == source or not number.isdecimal():
        return None
    return Written(channel_id, int(number))
