"""A thousand posts of 200 members within a minute: every one logged once, and how far the event loop lags meanwhile.

    python -m benchmarks.flood

REST calls end in a stub. One member more writes without end beside them; the others must not feel it.
"""

import asyncio
import time

from benchmarks.offline import Offline
from benchmarks.payloads import author, message
from benchmarks.posts import our_bot

POSTS, MEMBERS, SECONDS = 1000, 200, 30
FLOOD = 1000
LOOKED_EVERY_S = 0.005
GOAL_MS = 50


async def lags(until: asyncio.Event) -> list[float]:
    """How many milliseconds late the loop came back, again and again."""
    found = []
    while not until.is_set():
        before = time.perf_counter()
        await asyncio.sleep(LOOKED_EVERY_S)
        found.append((time.perf_counter() - before - LOOKED_EVERY_S) * 1000)
    return sorted(found)


async def measured(*, flood: bool) -> None:
    """Prints what became of the posts, and the lag."""
    async with our_bot(fsync=True) as bot:
        offline, over = Offline(bot), asyncio.Event()
        watching = asyncio.create_task(lags(over))
        begun = time.perf_counter()
        for number in range(POSTS):
            who = author(10**16 + number % MEMBERS)
            text = f"5k in 24:{number // MEMBERS:02}, felt great"
            bot._connection.parse_message_create(message(number, text, who))
            if flood and number < FLOOD:
                told = message(POSTS + number, f"ran {1000 + number} m in 9:00", author(10**16 - 1))
                bot._connection.parse_message_create(told)
            left = begun + (number + 1) * SECONDS / POSTS - time.perf_counter()
            await asyncio.sleep(max(0.0, left))
        for _ in range(5):
            await offline.rest()
        over.set()
        late = await watching
        theirs = "SELECT count(*), count(DISTINCT member_id) FROM runs WHERE member_id >= 1e16"
        runs, members = await bot.database.read(lambda tx: tuple(tx.execute(theirs).fetchone()))
    p50, p99 = late[len(late) // 2], late[int(len(late) * 0.99)]
    name = "with a flood beside them" if flood else "by themselves"
    print(
        f"{POSTS} posts in {SECONDS} s {name}: {runs} runs of {members} members;"
        f" loop lag p50 {p50:.1f}, p99 {p99:.1f} ms (goal < {GOAL_MS})"
    )


async def main() -> None:
    """Measure and print."""
    await measured(flood=False)
    await measured(flood=True)


if __name__ == "__main__":
    asyncio.run(main())
