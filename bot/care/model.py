"""How long support stays due; pure."""

from datetime import datetime, timedelta

DUE_FOR = timedelta(hours=72)
"""After that the hour has passed, and words that come out of nowhere would startle."""


def is_due(since: datetime, now: datetime) -> bool:
    """Whether support that is due since an instant is still to be shown."""
    return now - since <= DUE_FOR
