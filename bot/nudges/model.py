"""What a nudge is called, when of a day it comes, and when it is next due; pure."""

from datetime import date, time, timedelta

NUDGE = "nudge"
EVENING = time(17, 30)
"""When there is still a bit of the day left to go out in, or to leave it at that."""


def next_day(last_run: date | None, quiet_days: int, *, today: date) -> date:
    """The day on which it was quiet for long enough; counted from today where that is past already."""
    wait = timedelta(days=quiet_days)
    due = last_run + wait if last_run is not None else today + wait
    return due if due > today else today + wait


def is_quiet(last_run: date | None, quiet_days: int, day: date) -> bool:
    """Whether on that day it is quiet for so many days."""
    return last_run is None or last_run + timedelta(days=quiet_days) <= day
