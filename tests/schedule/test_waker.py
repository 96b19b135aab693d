"""The timer that wakes the schedule."""

import asyncio

from bot.schedule import waker


async def test_it_ticks_until_it_is_stopped(monkeypatch):
    """The schedule is woken again and again, and never after the stop."""
    monkeypatch.setattr(waker, "EVERY_S", 0.01)
    ticks, woken = [], asyncio.Event()

    async def tick():
        ticks.append(1)
        if len(ticks) >= 3:
            woken.set()

    stop = waker.start_waking(tick)
    await asyncio.wait_for(woken.wait(), 5)
    stop()
    await asyncio.sleep(0)
    seen = len(ticks)
    await asyncio.sleep(0.05)
    assert len(ticks) == seen
