"""The timer that wakes the schedule; it decides nothing."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

EVERY_S = 30


def start_waking(*ticks: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    """Calls each of `ticks` every 30 seconds from now on; gives the function that ends it.

    One that still runs is not called again, and holds no other.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    for tick in ticks:
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
