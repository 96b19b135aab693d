"""The timer that wakes the schedule; it decides nothing."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

EVERY_S = 30


def start_waking(tick: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    """Calls `tick` every 30 seconds from now on; gives the function that ends it."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        tick,
        "interval",
        seconds=EVERY_S,
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.start()

    def stop() -> None:
        scheduler.shutdown(wait=False)

    return stop
