"""How long a picture takes, what it weighs, and how little the bot notices.

    python -m benchmarks.pictures

The cards are those of the tests. The floor of each is an empty sheet of the same size, drawn by the same library.
"""

import asyncio
import time
from collections.abc import Callable
from statistics import median

from bot.render import drawing
from bot.render.cards import png
from bot.render.look import PIXELS
from bot.render.model import Card
from bot.render.service import Pictures
from tests.render.samples import CARDS

ROUNDS = 9
TICK_S = 0.001
TURNS = 12
ROUND_S = 0.7


def cpu_ms(call: Callable[[], object]) -> float:
    """Least CPU of one call in this process: other work on the machine only ever adds to it."""
    spent = []
    for _ in range(ROUNDS):
        before = time.process_time()
        call()
        spent.append(time.process_time() - before)
    return min(spent) * 1000


def empty_sheet(height: int) -> bytes:
    """The floor: one colour."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{PIXELS}" height="{height}">'
    return drawing.png(f'{svg}<path d="M0 0H9V9z"/></svg>')


def height_of(drawn: bytes) -> int:
    """A PNG says it in its first chunk."""
    return int.from_bytes(drawn[20:24], "big")


async def warm_ms(pictures: Pictures, card: Card) -> float:
    """Median time from asking to having the picture, by the clock."""
    spent = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        assert await pictures.png(card) is not None
        spent.append(time.perf_counter() - before)
    return median(spent) * 1000


async def own_ms(pictures: Pictures, card: Card) -> float:
    """CPU that one card costs the bot itself, which sends it off and reads the picture."""
    before = time.process_time()
    for _ in range(ROUNDS):
        await pictures.png(card)
    return (time.process_time() - before) / ROUNDS * 1000


async def lags_ms(pictures: Pictures, card: Card | None) -> list[float]:
    """How late a task wakes that sleeps a moment at a time, while the card is drawn or nothing is."""
    late, ended = [], asyncio.Event()
    drawing = asyncio.ensure_future(_again(pictures, card, ended)) if card else None
    ends = time.perf_counter() + ROUND_S
    while time.perf_counter() < ends:
        before = time.perf_counter()
        await asyncio.sleep(TICK_S)
        late.append((time.perf_counter() - before - TICK_S) * 1000)
    ended.set()
    if drawing:
        await drawing
    return late


async def _again(pictures: Pictures, card: Card, ended: asyncio.Event) -> None:
    """One picture after the other; the last one is waited for, since who stops in the middle ends the process."""
    while not ended.is_set():
        assert await pictures.png(card) is not None


async def lags_by_turns(pictures: Pictures) -> None:
    """Prints how late the loop is with and without drawing, in many short turns so that neighbours hit both alike."""
    shown = {"nothing is drawn": None, "cards are drawn": CARDS["stats"]}
    late: dict[str, list[float]] = {name: [] for name in shown}
    for _ in range(TURNS):
        for name, card in shown.items():
            late[name] += await lags_ms(pictures, card)
    for name, each in late.items():
        each.sort()
        print(
            f"  event loop while {name:17} median {median(each):.2f} ms late,"
            f" 99 of 100 within {each[len(each) * 99 // 100]:.2f}, most {each[-1]:.1f}  (goal 5)"
        )


async def report() -> None:
    """Prints a line for each card, and the lag."""
    pictures = Pictures()
    began = time.perf_counter()
    await pictures.png(CARDS["stats"])
    first = (time.perf_counter() - began) * 1000
    print(f"pictures, the first one with the start of its process: {first:.0f} ms")
    print("  card                     CPU   empty sheet   asked to had     kB")
    for name, card in CARDS.items():
        drawn = png(card)
        height = height_of(drawn)
        floor = cpu_ms(lambda height=height: empty_sheet(height))
        whole = await warm_ms(pictures, card)
        print(
            f"  {name:20} {cpu_ms(lambda card=card: png(card)):5.0f} ms"
            f"   {floor:8.0f} ms {whole:11.0f} ms {len(drawn) / 1000:6.0f}"
        )
    print("  goals                   120 ms                              150")
    own = await own_ms(pictures, CARDS["stats"])
    print(f"  the bot's own part of a stats card: {own:.2f} ms of CPU")
    await lags_by_turns(pictures)
    await pictures.close()


if __name__ == "__main__":
    asyncio.run(report())
